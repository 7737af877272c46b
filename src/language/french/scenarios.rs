//! What is said of scenarios and their edits.

pub const ENTRIES: &[(&str, &str)] = &[
    ("the included scenario {problem}", "le scénario inclus {problem}"),
    ("write the name of a scenario of this sheet", "écrivez le nom d'un scénario de cette feuille"),
    ("there is no scenario \"{name}\"", "il n'y a pas de scénario «\u{a0}{name}\u{a0}»"),
    ("remove one of the includes", "supprimez l'une des inclusions"),
    ("scenarios include each other: {circle}", "des scénarios s'incluent l'un l'autre\u{a0}: {circle}"),
    (
        "\"{name}\" includes more than {most} scenarios, one way or another",
        "«\u{a0}{name}\u{a0}» inclut plus de {most} scénarios, d'une façon ou d'une autre",
    ),
    ("include each scenario once", "n'incluez chaque scénario qu'une fois"),
    ("{target} has this value already", "{target} a déjà cette valeur"),
    ("remove the row, or set another value", "supprimez la ligne, ou donnez une autre valeur"),
    ("in the scenario \"{name}\", {key} {problem}", "dans le scénario «\u{a0}{name}\u{a0}», {key} {problem}"),
    ("the scenario \"{name}\" equals the baseline", "le scénario «\u{a0}{name}\u{a0}» est égal à la référence"),
    ("its edits take each other back; remove it", "ses modifications s'annulent entre elles\u{a0}; supprimez-le"),
    ("in the scenario \"{name}\", {problem}", "dans le scénario «\u{a0}{name}\u{a0}», {problem}"),
    (
        "some month has more than {most} times the baseline's opportunities",
        "un mois a plus de {most} fois les affaires de la référence",
    ),
    (
        "set quotations.expected_per_year or the month's weight lower, or change the baseline",
        "baissez quotations.expected_per_year ou le poids du mois, ou changez la référence",
    ),
    (
        "launch.backlog: the scenario \"{name}\" makes nothing eligible that was not before",
        "launch.backlog\u{a0}: le scénario «\u{a0}{name}\u{a0}» ne rend rien éligible qui ne l'était déjà",
    ),
    (
        "edit registration.* in the same scenario, or remove the backlog",
        "modifiez registration.* dans le même scénario, ou supprimez le stock de lancement",
    ),
    ("change {value} by less, or set a value", "changez {value} de moins, ou donnez une valeur"),
    (
        "is no percentage, so that points cannot be added",
        "n'est pas un pourcentage\u{a0}: on ne peut pas lui ajouter des points",
    ),
    ("set a value, or write x 1.1", "donnez une valeur, ou écrivez x 1,1"),
    ("would be {number}, no whole number", "vaudrait {number}, qui n'est pas un nombre entier"),
    ("set a whole number", "donnez un nombre entier"),
    ("is no number that could be multiplied", "n'est pas un nombre que l'on puisse multiplier"),
    ("set a value", "donnez une valeur"),
    ("would become too large", "deviendrait trop grand"),
    ("is set to {words}: a value, or an increase?", "vaut {words}\u{a0}: une valeur, ou une hausse\u{a0}?"),
    (
        "write {shown} to set it, +{points} pt to raise it by points, or a factor such as x 1.1",
        "écrivez {shown} pour cette valeur, +{points} pt pour ajouter des points, ou un facteur tel que x 1,1",
    ),
    ("write x {factor} to change it by that", "écrivez x {factor} pour cette variation"),
    (
        "write {shown} to set it, or a factor such as x 1.1",
        "écrivez {shown} pour cette valeur, ou un facteur tel que x 1,1",
    ),
];
