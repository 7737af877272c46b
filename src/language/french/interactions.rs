//! The sheet of interactions.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "Joint effect: the scenario against the baseline of its reading. Sum of single effects: the same of each scenario that it includes, added up. The interaction is what is left, future by future: what the policies do to each other, and what the scenario edits beyond its includes.",
        "Effet conjoint\u{a0}: le scénario par rapport à la référence de sa lecture. Somme des effets isolés\u{a0}: la même chose pour chaque scénario qu'il inclut, additionnée. L'interaction est ce qui reste, futur par futur\u{a0}: l'effet que les politiques ont les unes sur les autres, et ce que le scénario modifie au-delà de ses inclusions.",
    ),
    ("Do the policies add up?", "Les politiques s'additionnent-elles\u{a0}?"),
    (
        "Scenarios made of others, {trials} trials, whole horizon, by reading; percentages in points",
        "Scénarios composés d'autres, {trials} {trials?tirage|tirages}, tout l'horizon, par lecture\u{a0}; pourcentages en points",
    ),
    ("{name} ({reading}) includes {parts}. {clauses}", "{name} ({reading}) comprend {parts}. {clauses}"),
    (
        "{measure}: {together} together and {single} one by one; the interaction is {left} (90 % range {range}).",
        "{measure}\u{a0}: {together} ensemble et {single} une par une\u{a0}; l'interaction est de {left} (intervalle à 90\u{a0}% {range}).",
    ),
    (
        "{measure}: {together} together and {single} one by one; the interaction is {left} (90 % range {range}), within chance.",
        "{measure}\u{a0}: {together} ensemble et {single} une par une\u{a0}; l'interaction est de {left} (intervalle à 90\u{a0}% {range}), dans la marge du hasard.",
    ),
    ("Joint effect", "Effet conjoint"),
    ("Sum of single effects", "Somme des effets isolés"),
    ("Mean differences of the included scenarios, added up.", "Écarts moyens des scénarios inclus, additionnés."),
    ("Joint effect less the sum of the single effects.", "Effet conjoint moins la somme des effets isolés."),
    (
        "Of the mean interaction, because the trials are finite.",
        "De l'interaction moyenne, car le nombre de tirages est fini.",
    ),
    (
        "In one future of twenty the interaction is below this.",
        "Dans un futur sur vingt, l'interaction est au-dessous.",
    ),
    ("In one future of twenty the interaction is above this.", "Dans un futur sur vingt, l'interaction est au-dessus."),
];
