//! What is said of guardrails and of the measures that are named.

pub const ENTRIES: &[(&str, &str)] = &[
    ("the limit of {measure}", "la limite de {measure}"),
    (
        "write the id of a measure, such as vendor_contribution; the reference lists them",
        "écrivez l'identifiant d'une mesure, tel que vendor_contribution\u{a0}; la documentation de référence les \
         énumère",
    ),
    ("\"{name}\" is no measure", "«\u{a0}{name}\u{a0}» n'est pas une mesure"),
    (
        "write the name of a scenario, Baseline, or nothing for every scenario",
        "écrivez le nom d'un scénario, Référence, ou rien pour tous les scénarios",
    ),
    ("\"{name}\" is no scope", "«\u{a0}{name}\u{a0}» n'est pas un périmètre"),
    (
        "leave it blank for the total, or write Level[Gold], Segment[*], Year[1], Business[run_rate] or partners",
        "laissez-le vide pour le total, ou écrivez Niveau[Gold], Segment[*], Exercice[1], Activité[run_rate] ou \
         partenaires",
    ),
    ("years go from 1 to {most}, or * for each of them", "les exercices vont de 1 à {most}, ou * pour chacun d'eux"),
    ("its rows are {names}, or * for each of them", "ses lignes sont {names}, ou * pour chacune d'elles"),
    (
        "{measure} has no {statistic} by row: rows have means",
        "{measure} n'a pas de {statistic} par ligne\u{a0}: les lignes ont des moyennes",
    ),
    ("leave Scope blank, or take the mean", "laissez Périmètre vide, ou prenez la moyenne"),
    ("{measure} is not kept by partner", "{measure} n'est pas suivi par partenaire"),
    (
        "write partner_net_margin, of difference: what changes for each partner",
        "écrivez partner_net_margin, de l'écart\u{a0}: ce qui change pour chaque partenaire",
    ),
    ("{measure} is a total and has no rows", "{measure} est un total et n'a pas de lignes"),
    ("leave Scope blank", "laissez Périmètre vide"),
    (
        "{measure} has no rows that could be allowed to miss the limit",
        "{measure} n'a pas de lignes qui pourraient manquer la limite",
    ),
    (
        "leave Allowed blank, or give a scope such as partners",
        "laissez Tolérés vide, ou donnez un périmètre tel que partenaires",
    ),
    (
        "{measure} of the baseline does not differ from the baseline",
        "{measure} de la référence ne diffère pas de la référence",
    ),
    ("take the value, or name a scenario", "prenez la valeur, ou nommez un scénario"),
    ("names \"{name}\", which is no measure", "désigne «\u{a0}{name}\u{a0}», qui n'est pas une mesure"),
    ("asks for \"{statistic}\" of {measure}", "demande «\u{a0}{statistic}\u{a0}» de {measure}"),
    ("write mean, {names}", "écrivez mean, {names}"),
    ("it has no values", "il n'a pas de valeurs"),
];
