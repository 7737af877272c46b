//! What does not hold together in a programme.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "is 0 % in the baseline, so that the expected requests say nothing about the number of opportunities",
        "est à 0\u{a0}% dans la référence, si bien que les demandes attendues ne disent rien du nombre d'affaires",
    ),
    (
        "enter how often eligible deals are registered; a scenario may set it to 0 %",
        "saisissez la part des affaires éligibles qui sont déclarées\u{a0}; un scénario peut la mettre à 0\u{a0}%",
    ),
    ("is set in the baseline, which opens nothing", "est renseigné dans la référence, qui n'ouvre rien"),
    (
        "set it in the scenario that opens new eligibility",
        "renseignez-le dans le scénario qui ouvre une nouvelle éligibilité",
    ),
    ("is not 1 in the baseline, which holds from the start", "n'est pas 1 dans la référence, qui vaut dès le début"),
    ("set it in a scenario", "réglez-le dans un scénario"),
    ("must list 1 to {most} levels, found {found}", "doit compter de 1 à {most} niveaux\u{a0}; trouvé\u{a0}: {found}"),
    ("list the levels, lowest first", "énumérez les niveaux, le plus bas d'abord"),
    ("of {name} is not above that of {other}", "de {name} n'est pas au-dessus de celui de {other}"),
    (
        "list the levels from the lowest threshold to the highest",
        "énumérez les niveaux du seuil le plus bas au plus haut",
    ),
    ("the levels are {names}", "les niveaux sont {names}"),
    (
        "\"{name}\" is also a partner of the group {group}",
        "«\u{a0}{name}\u{a0}» est aussi un partenaire du groupe {group}",
    ),
    ("rename the partner or the group", "renommez le partenaire ou le groupe"),
    (
        "makes {number} partners in all; there must be 1 to {most}",
        "fait {number} {number?partenaire|partenaires} en tout\u{a0}; il en faut de 1 à {most}",
    ),
    (
        "list partners on the sheet Partners or give groups with a count",
        "énumérez des partenaires sur la feuille Partenaires, ou donnez des groupes avec leur nombre",
    ),
    (
        "leaves no partner with purchases to meet an opportunity",
        "ne laisse aucun partenaire avec des achats pour apporter une affaire",
    ),
    (
        "choose a lower level, or give a partner of that level purchases",
        "choisissez un niveau plus bas, ou donnez des achats à un partenaire de ce niveau",
    ),
    ("is below the low", "est inférieur au bas"),
    ("enter the most a partner buys", "saisissez le plus qu'un partenaire achète"),
    ("must be above 0 for this distribution", "doit être supérieur à 0 pour cette loi"),
    ("enter the least (pareto) or the median (lognormal)", "saisissez le minimum (pareto) ou la médiane (lognormal)"),
    ("is not above the low", "n'est pas supérieur au bas"),
    (
        "enter the most a partner buys, or 0 for no limit",
        "saisissez le plus qu'un partenaire achète, ou 0 pour ne pas limiter",
    ),
    ("enter the tail index, such as 1", "saisissez l'indice de queue, par exemple 1"),
    ("must be given for so heavy a tail", "doit être donné pour une queue aussi lourde"),
    (
        "must list 1 to {most} segments, found {found}",
        "doit compter de 1 à {most} segments\u{a0}; trouvé\u{a0}: {found}",
    ),
    ("list the segments; one is enough", "énumérez les segments\u{a0}; un seul suffit"),
    ("of all rows add to {sum}, not to 100 %", "de toutes les lignes fait {sum} au total, et non 100\u{a0}%"),
    (
        "change one of the shares, or make it 1 less the others by a formula",
        "changez l'une des parts, ou donnez-lui par une formule 1 moins les autres",
    ),
    ("must list the twelve months, found {found}", "doit énumérer les douze mois\u{a0}; trouvé\u{a0}: {found}"),
    ("give each month from 1 to 12 a weight", "donnez un poids à chaque mois de 1 à 12"),
    ("is 0 in every month", "est à 0 pour tous les mois"),
    ("give at least one month a weight", "donnez un poids à un mois au moins"),
    ("is {month}, after the horizon of {months} months", "vaut {month}, après l'horizon de {months} mois"),
    ("start earlier, or set settings.months higher", "commencez plus tôt, ou augmentez settings.months"),
    (
        "and the base discount of {level} make {sum} of list; at most 99 % can be given",
        "et la remise de base de {level} font {sum} du prix catalogue\u{a0}; 99\u{a0}% au plus peuvent être accordés",
    ),
    ("lower the support or the base discount", "baissez le soutien ou la remise de base"),
    (
        "and the propensity make more than {most} opportunities a year",
        "et la propension font plus de {most} affaires par an",
    ),
    ("simulate a part of the market", "simulez une partie du marché"),
    ("must list 1 to {most} tracks, found {found}", "doit compter de 1 à {most} voies\u{a0}; trouvé\u{a0}: {found}"),
    ("list the tracks, the one that is open to all first", "énumérez les voies, d'abord celle qui est ouverte à tous"),
    (
        "is set for {name}, the first track, which holds whoever is on no other",
        "est coché pour {name}, la première voie, où se trouvent tous ceux qui ne sont sur aucune autre",
    ),
    ("list a track that needs nothing first", "énumérez d'abord une voie qui n'exige rien"),
    ("the tracks are {names}", "les voies sont {names}"),
    (
        "must list 1 to {most} indicators, found {found}",
        "doit compter de 1 à {most} indicateurs\u{a0}; trouvé\u{a0}: {found}",
    ),
    ("list the indicators of the score; one is enough", "énumérez les indicateurs du score\u{a0}; un seul suffit"),
    (
        "\"{name}\" measures the same as \"{other}\"",
        "«\u{a0}{name}\u{a0}» mesure la même chose que «\u{a0}{other}\u{a0}»",
    ),
    ("remove one of them and add its weight to the other", "supprimez l'un des deux et ajoutez son poids à l'autre"),
    (
        "did you mean {near}? what the simulation does not compute needs a mean",
        "vouliez-vous dire {near}\u{a0}? ce que la simulation ne calcule pas demande une moyenne",
    ),
    (
        "give it a mean and a standard deviation, from which each partner's year is drawn",
        "donnez-lui une moyenne et un écart-type, dont l'exercice de chaque partenaire est tiré",
    ),
    (
        "\"{name}\" is not computed by the simulation and has no mean",
        "«\u{a0}{name}\u{a0}» n'est pas calculé par la simulation et n'a pas de moyenne",
    ),
    ("of all indicators add to {sum}, not to 1", "de tous les indicateurs fait {sum} au total, et non 1"),
    (
        "change one of the weights, or make it 1 less the others by a formula",
        "changez l'un des poids, ou donnez-lui par une formule 1 moins les autres",
    ),
    ("is {cap}, below rebates.gate, which is {gate}", "vaut {cap}, moins que rebates.gate, qui vaut {gate}"),
    ("raise the cap, or enter 0 for no cap", "relevez le plafond, ou saisissez 0 pour ne pas plafonner"),
    ("is {days}, more than the {most} days to pay", "vaut {days}, plus que les {most} jours de délai de paiement"),
    (
        "count the days from the day of payment back; at most terms.days_after, or the legal limit",
        "comptez les jours à rebours du jour de paiement\u{a0}; au plus terms.days_after, ou le maximum légal",
    ),
    (
        "is {deferred}; the contract is paid in {months} months",
        "vaut {deferred}\u{a0}; le contrat se paie en {months} mois",
    ),
    (
        "leave at least one month for the rest, or set financing.term_months higher",
        "laissez au moins un mois pour le reste, ou augmentez financing.term_months",
    ),
    (
        "is {rate} a month, more than an even payment over {months} months",
        "vaut {rate} par mois, plus qu'un paiement égal sur {months} mois",
    ),
    (
        "a deferral pays less in the first months than evenly",
        "un différé fait payer moins les premiers mois qu'un paiement égal",
    ),
    (
        "10,000 trials are enough for two digits; or play fewer scenarios at once",
        "10\u{202f}000 tirages suffisent pour deux chiffres\u{a0}; ou simulez moins de scénarios à la fois",
    ),
    (
        "play fewer scenarios or one reading at once, or put small partners together",
        "simulez moins de scénarios ou une seule lecture à la fois, ou regroupez les petits partenaires",
    ),
    (
        "makes the run take about {gigabytes} GB of memory, with {played} programmes to play; at most {most} GB is \
         allowed",
        "porte la simulation à environ {gigabytes} Go de mémoire, avec {played} programmes à simuler\u{a0}; {most} \
         Go au plus sont admis",
    ),
    (
        "is one line too many: found {found}, at most {most} can be listed",
        "est une ligne de trop\u{a0}: {found} trouvées, {most} au plus sont admises",
    ),
    ("put lines of one kind together", "regroupez les lignes d'un même type"),
    ("of {line} times its units is more than {most}", "de {line} multiplié par ses unités dépasse {most}"),
    (
        "enter the amount of one unit, or 1 unit with the amount of all",
        "saisissez le montant d'une unité, ou 1 unité avec le montant total",
    ),
    (
        "is {upfront}, more than aas.partner_margin of {margin}",
        "vaut {upfront}, plus que aas.partner_margin, qui vaut {margin}",
    ),
    (
        "what is paid at signing is a part of the margin: lower it, or raise the margin",
        "ce qui est payé à la signature est une partie de la marge\u{a0}: baissez-le, ou relevez la marge",
    ),
    (
        "must list 1 to {most} service levels, found {found}",
        "doit compter de 1 à {most} niveaux de service\u{a0}; trouvé\u{a0}: {found}",
    ),
    ("list the service levels, lowest first", "énumérez les niveaux de service, le plus bas d'abord"),
    (
        "of {level} is {places}, above the {lower_places} of {lower}, which count these partners too",
        "de {level} vaut {places}, plus que les {lower_places} de {lower}, qui comptent aussi ces partenaires",
    ),
    (
        "allow fewer partners at the higher level, or more at the lower one; 0 is no limit",
        "admettez moins de partenaires au niveau supérieur, ou plus au niveau inférieur\u{a0}; 0 ne limite pas",
    ),
    (
        "must list 1 to {most} classes of tickets, found {found}",
        "doit compter de 1 à {most} classes de tickets\u{a0}; trouvé\u{a0}: {found}",
    ),
    ("list the classes; one is enough", "énumérez les classes\u{a0}; une seule suffit"),
    (
        "and subcontract of {class} are both no: what partners do not take has no route",
        "et subcontract de {class} sont tous deux à non\u{a0}: ce que les partenaires ne prennent pas n'a pas d'issue",
    ),
    (
        "allow the field force or subcontractors to take it",
        "laissez les techniciens ou des sous-traitants s'en charger",
    ),
];
