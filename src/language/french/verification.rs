//! What results carry, and verifying it.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "it is no result that partnersim run wrote, or its inputs were taken out",
        "ce n'est pas un résultat écrit par partnersim run, ou ses données en ont été retirées",
    ),
    (
        "its inputs are written in a form that this version of the program does not know",
        "ses données sont écrites sous une forme que cette version du programme ne connaît pas",
    ),
    (
        "its inputs, on the sheet {sheet} that is not shown, are no longer as the program wrote them",
        "ses données, sur la feuille masquée {sheet}, ne sont plus telles que le programme les a écrites",
    ),
    ("{file} cannot be played again: {reason}", "{file} ne peut pas être rejoué\u{a0}: {reason}"),
    (
        "this result was made by partnersim {version}, and this is partnersim {own}",
        "ce résultat vient de partnersim {version}, et ceci est partnersim {own}",
    ),
    ("the result could not be made again: {reason}", "le résultat n'a pas pu être refait\u{a0}: {reason}"),
    (
        "{file} is not what its inputs give: {count} differences",
        "{file} n'est pas ce que donnent ses données\u{a0}: {count} {count?différence|différences}",
    ),
    (
        "{file} was saved by a program that drops the values of formulas",
        "{file} a été enregistré par un programme qui perd les valeurs des formules",
    ),
    (
        "open it in a spreadsheet program, save it and verify it again",
        "ouvrez-le dans un tableur, enregistrez-le et vérifiez-le de nouveau",
    ),
    ("the sheet {sheet} is missing", "la feuille {sheet} manque"),
    (
        "the sheet {sheet} is none of the program's and was not looked at",
        "la feuille {sheet} n'est pas du programme et n'a pas été vérifiée",
    ),
    ("{at}: found {found}, expected {expected}", "{at}\u{a0}: trouvé {found}, attendu {expected}"),
    ("and {more} more", "et {more} autres"),
    (
        "{number} formulas were saved without their values: nothing there can be confirmed",
        "{number} {number?formule a été enregistrée sans sa|formules ont été enregistrées sans leur} valeur\u{a0}: rien n'y peut être confirmé",
    ),
    (
        "{figures} figures and {words} texts on {sheets} sheets confirmed",
        "{figures} {figures?chiffre|chiffres} et {words} {words?texte|textes} confirmés sur {sheets} {sheets?feuille|feuilles}",
    ),
];
