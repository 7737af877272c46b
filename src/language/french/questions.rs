//! The sheet Questions.

pub const ENTRIES: &[(&str, &str)] = &[
    ("Not asked of a simulation: is it lawful?", "Question hors simulation\u{a0}: est-ce licite\u{a0}?"),
    (
        "Prices for one partner alone, payment beyond the legal limit and the sharing of data need a lawyer's answer; \
         no figure here gives one.",
        "Prix consentis à un seul partenaire, délais de paiement au-delà de la limite légale, partage de \
         données\u{a0}: ces points relèvent d'un juriste, et aucun chiffre d'ici n'y répond.",
    ),
    ("Ten questions and what the simulation answers", "Dix questions et les réponses de la simulation"),
    (
        "{trials} trials, whole horizon unless a year is named; readings: {readings}; ranges hold nine simulated \
         futures in ten",
        "{trials} {trials?tirage|tirages}, horizon entier sauf exercice nommé\u{a0}; lectures\u{a0}: {readings}\u{a0}; les intervalles \
         couvrent neuf futurs simulés sur dix",
    ),
    (
        "No scenario was played, so that there is nothing to compare.",
        "Aucun scénario n'a été simulé\u{a0}: il n'y a rien à comparer.",
    ),
    ("{first} and {second} reading: {text}.", "lectures {first} et {second}\u{a0}: {text}."),
    ("{reading} reading: {text}.", "lecture {reading}\u{a0}: {text}."),
    (
        "Nothing in this workbook is uncertain, so that no sensitivity was studied: the ranges hold the luck of deals, \
         demand and people, not what is unknown about the assumptions.",
        "Rien n'est incertain dans ce classeur, et aucune sensibilité n'a donc été étudiée\u{a0}: les intervalles \
         rendent le hasard des affaires, de la demande et des personnes, non ce que l'on ignore des hypothèses.",
    ),
    (" and {more} more (sheet {sheet})", " et {more} de plus (feuille {sheet})"),
    ("better for {whom} {futures}", "meilleur pour {whom} {futures}"),
    ("{better} and flips in the behavioural reading", "{better}, mais le signe s'inverse en lecture comportementale"),
    (
        "the signs for partners and vendor hold in nearly all futures",
        "les signes pour les partenaires et le constructeur tiennent dans presque tous les futurs",
    ),
    ("the sign is open: {open}", "le signe reste ouvert\u{a0}: {open}"),
    ("{label}: it varies {varied}{more}; {open}.", "{label}\u{a0}: le scénario modifie {varied}{more}\u{a0}; {open}."),
    (
        "{assumed} of {all} parameters are marked as assumptions (sheet {sheet}).",
        "{assumed} {assumed?paramètre|paramètres} sur {all} {assumed?est marqué|sont marqués} comme hypothèses (feuille {sheet}).",
    ),
    (
        "Only the static reading was played, for all responses are switched off (behaviour.*): what follows is no \
         gaming.",
        "Seule la lecture statique a été simulée, car toutes les réactions sont désactivées (behaviour.*)\u{a0}: ce \
         qui suit n'est pas du contournement.",
    ),
    (
        "Only the static reading was played: nobody answers to the rules, and gaming cannot be seen. Set \
         settings.readings to both.",
        "Seule la lecture statique a été simulée\u{a0}: personne ne réagit aux règles, et le contournement ne peut se \
         voir. Mettez settings.readings à both.",
    ),
    (
        "Responses simulated in the baseline: {responses}. Squatting on deals without intent and holding sales back \
         are not simulated.",
        "Réactions simulées dans la référence\u{a0}: {responses}. Déclarer des affaires sans intention de les traiter \
         ou différer des ventes n'est pas simulé.",
    ),
    ("none; scenarios switch some on", "aucune\u{a0}; des scénarios en activent"),
    (
        "Only the behavioural reading was played: there is nothing to tell responses from.",
        "Seule la lecture comportementale a été simulée\u{a0}: rien ne permet d'isoler les réactions.",
    ),
    ("registering where it pays", "déclarer là où cela rapporte"),
    ("effort that follows the reward", "effort qui suit la rétribution"),
    ("entry of rivals", "entrée de rivaux"),
    ("stretching to thresholds", "forçage vers les seuils"),
    ("choice of tracks", "choix de la voie"),
    ("gaming of indicators", "contournement des indicateurs"),
    ("{before} static, {after} behavioural", "{before} en lecture statique, {after} en lecture comportementale"),
    ("{value} {reading}", "{value} en lecture {reading}"),
    ("requests {requests}", "demandes {requests}"),
    ("of them granted {shares}", "dont accordées {shares}"),
    ("wasted pre-sales {wasted}", "avant-vente perdue {wasted}"),
    ("free-riding partner-years {years}", "exercices de partenaires passagers clandestins {years}"),
    (
        "purchases stretched to a threshold {stretched} (behavioural), of which {missing} is missing in the year \
         after",
        "achats forcés vers un seuil {stretched} (lecture comportementale), dont {missing} manque l'exercice suivant",
    ),
    ("{label}: {costs}; {effects}.", "{label}\u{a0}: {costs}\u{a0}; {effects}."),
    (
        " Savings outside the contribution: {savings} net of what is spent again",
        " Économies hors contribution\u{a0}: {savings}, nettes de ce qui est réinvesti",
    ),
    (", one-off cost {once}", ", coût unique {once}"),
    (" {reading}: {text}.", " {reading}\u{a0}: {text}."),
    ("what the vendor pays does not change", "ce que paie le constructeur ne change pas"),
    ("what the vendor pays changes: {changes}", "ce que paie le constructeur change\u{a0}: {changes}"),
    ("{name} unchanged", "{name} inchangée"),
    (
        "{name} {change} (90 % range {range}; better {futures})",
        "{name} {change} (intervalle à 90\u{a0}%\u{a0}: {range}\u{a0}; meilleure {futures})",
    ),
    ("gross profit", "marge brute"),
    ("contribution", "contribution"),
    ("{verdict}; {readings}", "{verdict}\u{a0}; {readings}"),
    (
        "front margin {front}, net margin {net} ({rate} of customer spend), customers pay {spend}",
        "marge avant {front}, marge nette {net} ({rate} de la dépense des clients), paiements des clients {spend}",
    ),
    (
        "; prices of won deals go from {before} to {after} (no quotation = 100)",
        "\u{a0}; les prix des affaires gagnées passent de {before} à {after} (sans cotation = 100)",
    ),
    (
        "; where deals are won anyway customers get nothing of the support, and pay {share} of it more on top",
        "\u{a0}; sur les affaires gagnées de toute façon, les clients ne reçoivent rien du soutien et paient en outre \
         {share} de son montant en plus",
    ),
    (
        "; where deals are won anyway customers get {share} of the support as a lower price",
        "\u{a0}; sur les affaires gagnées de toute façon, les clients reçoivent {share} du soutien en baisse de prix",
    ),
    (
        "partners' net margin rises, and its rate with it",
        "la marge nette des partenaires augmente, et son taux avec elle",
    ),
    (
        "partners' net margin rises with the volume, not its rate",
        "la marge nette des partenaires augmente avec le volume, non son taux",
    ),
    (
        "partners' net margin does not rise, though its rate does",
        "la marge nette des partenaires n'augmente pas, bien que son taux augmente",
    ),
    ("partners' net margin does not rise", "la marge nette des partenaires n'augmente pas"),
    ("No programme has quotation requests or tickets.", "Aucun programme n'a de demandes de cotation ni de tickets."),
    (
        "{requests} requests a year, {refused} of them turned down; the desk is busy {load} of its time ({peak} in the \
         busiest month) and a request waits {wait} working days: {verdict}",
        "{requests} {requests?demande|demandes} par an, dont {refused} {refused?écartée|écartées}\u{a0}; la cellule est occupée {load} de son temps ({peak} \
         le mois le plus chargé) et une demande attend {wait} {wait?jour ouvré|jours ouvrés}\u{a0}: {verdict}",
    ),
    (
        "of the tickets the field force takes {own}, partners {partners} and subcontractors {subcontracted}; {level} \
         do not find the field force busy",
        "les techniciens prennent {own} des tickets, les partenaires {partners} et les sous-traitants \
         {subcontracted}\u{a0}; {level} des tickets ne trouvent pas les techniciens occupés",
    ),
    (
        "No programme pays support on quotations or suspends thresholds.",
        "Aucun programme ne verse de soutien sur cotations ni ne suspend de seuils.",
    ),
    (
        "{wasted} of {paid} support ({share}) is paid on deals that partners would have won without it",
        "{wasted} sur {paid} de soutien ({share}) vont à des affaires que les partenaires auraient gagnées sans lui",
    ),
    (
        "{years} partner-years keep a level whose threshold they miss, with {free} of {paid} back-end",
        "{years} {years?exercice|exercices} de partenaires {years?garde|gardent} un niveau dont ils manquent le seuil, avec {free} sur {paid} de \
         remises arrière",
    ),
    (", and ", ", et "),
    (
        "No programme pays support on quotations: no rise of wins is needed.",
        "Aucun programme ne verse de soutien sur cotations\u{a0}: aucune hausse des victoires n'est nécessaire.",
    ),
    (
        "Needed: how many more of the supported deals must be won, against no support, for the support to repay itself \
         out of gross profit. Simulated: support paid in all against support paid on deals that are won anyway; deals \
         lost by rivals staying out are not in it, the contribution has them.",
        "Nécessaire\u{a0}: combien d'affaires soutenues de plus il faut gagner, par rapport à l'absence de soutien, \
         pour que la marge brute rembourse le soutien. Simulé\u{a0}: soutien total rapporté au soutien versé sur les \
         affaires gagnées de toute façon\u{a0}; les affaires perdues parce que des rivaux s'abstiennent n'y sont pas, \
         la contribution les compte.",
    ),
    (
        "on average support more than repays itself in gross profit",
        "en moyenne la marge brute fait plus que rembourser le soutien",
    ),
    (
        "on average support does not repay itself in gross profit",
        "en moyenne la marge brute ne rembourse pas le soutien",
    ),
    ("that is too close to call", "c'est trop serré pour conclure"),
    (
        "needed are {needed} more wins (90 % range {low} to {high}), simulated {simulated}: {verdict}",
        "il faut {needed} de victoires en plus (intervalle à 90\u{a0}%\u{a0}: {low} à {high}), simulé \
         {simulated}\u{a0}: {verdict}",
    ),
    (
        "No programme has savings, pay-per-use contracts or longer payment terms.",
        "Aucun programme n'a d'économies, de contrats à l'usage ni de délais de paiement allongés.",
    ),
    (
        "{name} gross {gross}, net {net}, one-off {once}, since the start {total}, running at {exit} a year",
        "{name} brutes {gross}, nettes {net}, coût unique {once}, depuis le début {total}, rythme annuel {exit}",
    ),
    ("not paid back in the horizon", "non remboursées dans l'horizon"),
    ("paid back in month {month}", "remboursées au mois {month}"),
    ("savings: {years}; {payback}", "économies\u{a0}: {years}\u{a0}; {payback}"),
    (
        "vendor revenue as it is recognised, against the baseline: {gaps}",
        "chiffre d'affaires du constructeur tel que comptabilisé, contre la référence\u{a0}: {gaps}",
    ),
    (
        "longer terms leave {receivables} of cash with partners, once",
        "les délais allongés laissent une fois {receivables} de trésorerie aux partenaires",
    ),
    (
        "No scenario is made of two or more others by include, so that no interaction can be told.",
        "Aucun scénario n'en réunit au moins deux autres par include\u{a0}: aucune interaction ne peut être mesurée.",
    ),
    (
        "No scenario suspends thresholds in a year of the horizon.",
        "Aucun scénario ne suspend les seuils durant un exercice de l'horizon.",
    ),
    ("year {first}", "l'exercice {first}"),
    ("years {first} to {last}", "les exercices {first} à {last}"),
    (
        "{name}, {reading}: thresholds are suspended in {which}. It saves {saved} partners from falling; {free} \
         partner-years ride free on {rebates} of back-end.",
        "{name}, {reading}\u{a0}: les seuils sont suspendus pour {which}. Cela évite à {saved} {saved?partenaire|partenaires} d'être \
         {saved?déclassé|déclassés}\u{a0}; {free} {free?exercice|exercices} de partenaires profitent sans contrepartie de {rebates} de remises \
         arrière.",
    ),
    (
        " At the end of year {last} the rule is back: {own} partners fall, {base} in the baseline.",
        " À la fin de l'exercice {last} la règle revient\u{a0}: {own} {own?partenaire est déclassé|partenaires sont déclassés}, {base} dans la \
         référence.",
    ),
    (" The horizon ends before the rule is back.", " L'horizon s'achève avant le retour de la règle."),
    ("year {number} {change}", "exercice {number} {change}"),
    (
        " Partners' net margin against the baseline: {gains} (in all {all}).",
        " Marge nette des partenaires contre la référence\u{a0}: {gains} (au total {all}).",
    ),
    (
        " Play a longer horizon to see the years after.",
        " Simulez un horizon plus long pour voir les exercices suivants.",
    ),
    (
        " Behavioural reading: {winners} win, {losers} lose, {by_a_point} lose more than a point.",
        " Lecture comportementale\u{a0}: {winners} {winners?gagne|gagnent}, {losers} {losers?perd|perdent}, {by_a_point} {by_a_point?perd|perdent} plus d'un point.",
    ),
    (
        "of {partners} partners {winners} can expect more net margin and {losers} less, beyond the dead band of \
         {sheet}; {by_a_point} lose more than 1 point of margin on sales{levels}. In a single future {worse} end below \
         the baseline (90 % range {low} to {high}).",
        "sur {partners} {partners?partenaire|partenaires}, {winners} {winners?peut|peuvent} attendre plus de marge nette et {losers} moins, au-delà de la \
         bande neutre de {sheet}\u{a0}; {by_a_point} {by_a_point?perd|perdent} plus de 1 point de marge sur ventes{levels}. Dans un \
         futur donné, {worse} finissent sous la référence (intervalle à 90\u{a0}%\u{a0}: {low} à {high}).",
    ),
    (" Largest gain: {name} ({change}).", " Plus forte hausse\u{a0}: {name} ({change})."),
    (" Largest loss: {name} ({change}).", " Plus forte baisse\u{a0}: {name} ({change})."),
    (" ({told} at the start)", " ({told} au départ)"),
];
