//! The sheet of inputs.

pub const ENTRIES: &[(&str, &str)] = &[
    ("What the baseline assumes", "Les hypothèses de la référence"),
    (
        "Every value with the cell it came from; a default is the program's own, documented in its reference",
        "Chaque valeur avec la cellule d'où elle vient\u{a0}; les valeurs par défaut sont celles du programme et figurent dans sa documentation",
    ),
    (
        "Sheets of the workbook that are not the program's and were not read: {sheets}.",
        "Feuilles du classeur étrangères au programme, qui n'ont pas été lues\u{a0}: {sheets}.",
    ),
    ("Where the value stands in the input workbook.", "Où la valeur se trouve dans le classeur de données."),
    ("default", "par défaut"),
    ("fact, derived or assumption.", "fait, dérivé ou hypothèse."),
    ("Edited by", "Modifiée par"),
    (
        "The scenarios whose own edits change it; the sheet {sheet} says how.",
        "Les scénarios dont les propres modifications la changent\u{a0}; la feuille {sheet} dit comment.",
    ),
    ("Uncertain", "Données incertaines"),
    ("Distribution", "Loi"),
    (
        "An end of the distribution, or a percentile; see docs/reference.md.",
        "Une borne de la loi, ou un centile\u{a0}; voir docs/reference.md.",
    ),
    ("Mode", "Mode"),
    (
        "Blank: the entered value, where the distribution has a mode.",
        "Vide\u{a0}: la valeur saisie, si la loi a un mode.",
    ),
    ("As Low.", "Comme Bas."),
    ("Where the distribution stands in the input workbook.", "Où la loi se trouve dans le classeur de données."),
    ("With", "Avec"),
    ("Correlation", "Corrélation"),
    ("Of the ranks, from -1 to 1.", "Des rangs, de -1 à 1."),
    ("Lowest", "Minimum"),
    ("Highest", "Maximum"),
    ("Values", "Valeurs"),
    ("How many values the lever may take.", "Le nombre de valeurs que le levier peut prendre."),
];
