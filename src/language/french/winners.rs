//! The sheet of winners and losers.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "How many gain and lose, amounts in {currency} over the horizon",
        "Combien gagnent et perdent, montants en {currency} sur l'horizon",
    ),
    (
        "In the behavioural reading, where people answer to the rules, each scenario is compared with the baseline in the same reading. Everything below is the static reading.",
        "En lecture comportementale, où chacun réagit aux règles, chaque scénario est comparé à la référence dans la même lecture. Tout ce qui suit est en lecture statique.",
    ),
    (
        "{name}: largest gains and losses, {currency}, {reading}",
        "{name}\u{a0}: plus grands gains et pertes, {currency}, {reading}",
    ),
    (
        "{name}: by decile of net margin in the baseline, 1 the lowest, {currency}, {reading}",
        "{name}\u{a0}: par décile de marge nette dans la référence, 1 le plus bas, {currency}, {reading}",
    ),
    (
        "{name}: by level at the start, {currency}, {reading}",
        "{name}\u{a0}: par niveau au départ, {currency}, {reading}",
    ),
    ("Partner by partner, {currency}, {reading}", "Partenaire par partenaire, {currency}, {reading}"),
    ("Who gains and who loses", "Qui gagne et qui perd"),
    (
        "Expected change of each partner's net margin against the baseline over the whole horizon, in {currency}; {reading}, {trials} trials",
        "Variation attendue de la marge nette de chaque partenaire par rapport à la référence sur tout l'horizon, en {currency}\u{a0}; {reading}, {trials} {trials?tirage|tirages}",
    ),
    (
        "{name} ({reading}): of {partners} partners {gain} gain, {lose} lose and {hardly} hardly change.",
        "{name} ({reading})\u{a0}: sur {partners} {partners?partenaire|partenaires}, {gain} {gain?gagne|gagnent}, {lose} {lose?perd|perdent} et {hardly} ne {hardly?change|changent} guère.",
    ),
    (
        "One partner loses more than 1 point of its margin on spend.",
        "Un partenaire perd plus de 1 point de sa marge sur la dépense.",
    ),
    (
        "{partners} partners lose more than 1 point of their margin on spend.",
        "{partners} {partners?partenaire|partenaires} {partners?perd|perdent} plus de 1 point de {partners?sa|leur} marge sur la dépense.",
    ),
    (
        "Winners gain {together} together, {share} of it at level {level}; {partner} gains most, {most}.",
        "Les gagnants gagnent {together} ensemble, dont {share} au niveau {level}\u{a0}; {partner} gagne le plus, {most}.",
    ),
    (
        "Losers lose {together} together, {share} of it at level {level}; {partner} loses most, {most}.",
        "Les perdants perdent {together} ensemble, dont {share} au niveau {level}\u{a0}; {partner} perd le plus, {most}.",
    ),
    (
        "A partner gains or loses if its expected change over the horizon is larger than the dead band: the largest of {share} of its net margin in the baseline, {amount}, and {errors} standard errors of the simulation. Expected changes are means over all {trials} trials. Ranges and the probability of being worse off rest on the first {kept} trials: a partner is worse off in a future if its net margin is below what it has in the baseline in the same future, by whatever amount.",
        "Un partenaire gagne ou perd si sa variation attendue sur l'horizon dépasse la zone neutre\u{a0}: le plus grand de {share} de sa marge nette dans la référence, {amount} et {errors} {errors?erreur type|erreurs types} de la simulation. Les variations attendues sont des moyennes sur les {trials} {trials?tirage|tirages}. Les intervalles et la probabilité d'être perdant reposent sur les {kept} premiers tirages\u{a0}: un partenaire est perdant dans un futur si sa marge nette y est au-dessous de celle de la référence dans le même futur, de quelque montant que ce soit.",
    ),
    (
        "All {all} partners, by the size of their largest expected change under any scenario.",
        "Les {all} {all?partenaire|partenaires}, selon leur plus grande variation attendue dans un scénario.",
    ),
    (
        "The {most} partners that change most of {all}, by the size of their largest expected change under any scenario; the others are in the tables above.",
        "Les {most} partenaires qui changent le plus sur {all}, selon leur plus grande variation attendue dans un scénario\u{a0}; les autres sont dans les tableaux ci-dessus.",
    ),
    (
        "Of {all} partners those are listed that some scenario changes anything for ({some}), by the size of their largest expected change; the others are listed by --whole and by partnersim run.",
        "Sur {all}, sont listés ceux des partenaires pour qui un scénario change quelque chose ({some}), selon leur plus grande variation attendue\u{a0}; les autres sont listés par --whole et par partnersim run.",
    ),
    ("Decile", "Décile"),
    ("Lowest net margin of the row in the baseline.", "Plus faible marge nette de la ligne dans la référence."),
    ("Highest net margin of the row in the baseline.", "Plus forte marge nette de la ligne dans la référence."),
    ("Gain, %", "Gagnent,\u{a0}%"),
    ("Lose, %", "Perdent,\u{a0}%"),
    ("Share of the row's partners.", "Part des partenaires de la ligne."),
    ("Without deals", "Sans affaire"),
    ("Deciles are of all {counted} partners.", "Déciles de l'ensemble des {counted} {counted?partenaire|partenaires}."),
    (
        "Deciles are of the {counted} partners that win a deal in any future of the baseline; the {others} others, whose business is run-rate alone, stand in a row below them.",
        "Déciles des {counted} {counted?partenaire|partenaires} qui gagnent une affaire dans un futur au moins de la référence\u{a0}; les autres ({others}, à l'activité courante seule) sont sur une ligne au-dessous.",
    ),
    (
        "{name}: of the {partners} partners in deciles {gain} gain and {lose} lose",
        "{name}\u{a0}: sur {partners} {partners?partenaire|partenaires} des déciles, {gain} {gain?gagne|gagnent} et {lose} {lose?perd|perdent}",
    ),
    (
        "{name}: every decile gains {share} of its net margin",
        "{name}\u{a0}: chaque décile gagne {share} de sa marge nette",
    ),
    (
        "{name}: every decile loses {share} of its net margin",
        "{name}\u{a0}: chaque décile perd {share} de sa marge nette",
    ),
    ("share of the partners", "part des partenaires"),
    (
        "{name}: decile {decile} gains most, {share} of its net margin",
        "{name}\u{a0}: le décile {decile} gagne le plus, {share} de sa marge nette",
    ),
    (
        "{name}: decile {decile} loses most, {share} of its net margin",
        "{name}\u{a0}: le décile {decile} perd le plus, {share} de sa marge nette",
    ),
    ("{name}: decile {decile} gains most, {amount}", "{name}\u{a0}: le décile {decile} gagne le plus, {amount}"),
    ("{name}: decile {decile} loses most, {amount}", "{name}\u{a0}: le décile {decile} perd le plus, {amount}"),
    (
        "{name}: no decile gains or loses {share} of its net margin",
        "{name}\u{a0}: aucun décile ne gagne ni ne perd {share} de sa marge nette",
    ),
    ("decile of net margin in the baseline, 1 the lowest", "décile de marge nette dans la référence, 1 le plus bas"),
    (
        "{title}. Change in percent, a column a decile of net margin in the baseline.",
        "{title}. Variation en pour cent, une colonne par décile de marge nette dans la référence.",
    ),
    ("change, % of the baseline's net margin", "variation,\u{a0}% de la marge nette de la référence"),
    (
        "{title}. Expected change, a column a decile of net margin in the baseline.",
        "{title}. Variation attendue, une colonne par décile de marge nette dans la référence.",
    ),
    ("expected change, {currency}", "variation attendue, {currency}"),
    (
        "{title}. Partners that gain and that lose, a column a decile of net margin in the baseline.",
        "{title}. Partenaires qui gagnent et qui perdent, une colonne par décile de marge nette dans la référence.",
    ),
    ("Gain", "Gagnent"),
    ("Lose", "Perdent"),
    ("Hardly change", "Ne changent guère"),
    ("Within the dead band.", "Dans la zone neutre."),
    ("Too close to tell", "Trop proche pour dire"),
    (
        "Of those that hardly change: in the dead band only because of the simulation's error; more trials tell.",
        "Parmi ceux qui ne changent guère\u{a0}: dans la zone neutre par la seule erreur de simulation\u{a0}; plus de tirages trancheront.",
    ),
    ("Lose over 1 point", "Perdent plus de 1 point"),
    (
        "Partners whose net margin falls by more than 1 point of what their customers pay, in the band or not.",
        "Partenaires dont la marge nette baisse de plus de 1 point de ce que paient leurs clients, dans la zone ou non.",
    ),
    ("Winners gain", "Gain des gagnants"),
    ("Losers lose", "Perte des perdants"),
    ("Change of all", "Variation totale"),
    ("Net margin, scenario", "Marge nette, scénario"),
    ("Expected change", "Variation attendue"),
    ("In one future of twenty its change is below this.", "Dans un futur sur vingt, sa variation est au-dessous."),
    ("In one future of twenty its change is above this.", "Dans un futur sur vingt, sa variation est au-dessus."),
    ("Worse off", "Perdant"),
    (
        "Share of the futures in which its net margin is below the baseline's.",
        "Part des futurs où sa marge nette est au-dessous de celle de la référence.",
    ),
    ("Net margin, baseline", "Marge nette, référence"),
    ("Change, %", "Variation,\u{a0}%"),
    (
        "Of the baseline's net margin; empty where that is not above 0 or less than the change.",
        "De la marge nette de la référence\u{a0}; vide si elle n'est pas au-dessus de 0 ou moindre que la variation.",
    ),
    (
        "Partners whose net margin falls by more than 1 point of what their customers pay.",
        "Partenaires dont la marge nette baisse de plus de 1 point de ce que paient leurs clients.",
    ),
    ("{name}: expected change", "{name}\u{a0}: variation attendue"),
    ("{name}: 5 %", "{name}\u{a0}: 5\u{a0}%"),
    ("{name}: 95 %", "{name}\u{a0}: 95\u{a0}%"),
    ("{name}: worse off", "{name}\u{a0}: perdant"),
    ("At the start.", "Au départ."),
    ("As entered, before any change of demand.", "Tels que saisis, avant toute variation de la demande."),
];
