//! Input workbooks: notes, remarks and the guide.

pub const ENTRIES: &[(&str, &str)] = &[
    ("Allowed: {allowed}.", "Valeur admise\u{a0}: {allowed}."),
    ("Source: {source}.", "Source\u{a0}: {source}."),
    ("A blank cell is {value}.", "Une cellule vide vaut {value}."),
    ("Must be filled in.", "À remplir."),
    (
        "In scenarios: {sheet}[{row}].{column}, or {sheet}[*].{column} for all rows.",
        "Dans les scénarios\u{a0}: {sheet}[{row}].{column}, ou {sheet}[*].{column} pour toutes les lignes.",
    ),
    ("key", "clé"),
    ("unit", "unité"),
    ("fixed", "fixe"),
    ("{family} by percentiles", "{family} par centiles"),
];
