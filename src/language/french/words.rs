//! Words and figures that many sentences use.

pub const ENTRIES: &[(&str, &str)] = &[
    ("{low} to {high}", "{low} à {high}"),
    ("{head} and {last}", "{head} et {last}"),
    ("{number}{suffix} {currency}", "{number}{suffix}\u{a0}{currency}"),
    ("{number} %", "{number}\u{a0}%"),
    ("{number} {word}", "{number}\u{a0}{word}"),
    ("number", "nombre"),
    ("working days", "jours ouvrés"),
    ("index", "indice"),
    ("in every simulated future", "dans tous les futurs simulés"),
    ("in none of the simulated futures", "dans aucun des futurs simulés"),
    ("more than {share}", "plus de {share}"),
    ("less than {share}", "moins de {share}"),
    ("in {share} of the futures", "dans {share} des futurs"),
    ("Year {number}", "Exercice {number}"),
    ("Year {number} ({left} months)", "Exercice {number} ({left} mois)"),
];
