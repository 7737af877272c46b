//! What is said of a log of past opportunities.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "name the sheet of past opportunities Log; is it \"{sheet}\"?",
        "appelez Journal la feuille des affaires passées\u{a0}; est-ce «\u{a0}{sheet}\u{a0}»\u{a0}?",
    ),
    ("name the sheet of past opportunities Log", "appelez Journal la feuille des affaires passées"),
    ("no sheet is called Log", "aucune feuille ne s'appelle Journal"),
    ("a log has at most {most} opportunities", "un journal a au plus {most} affaires"),
    ("keep the latest years", "gardez les dernières années"),
    (
        "a log needs at least {least} opportunities, found {found}",
        "un journal demande au moins {least} affaires\u{a0}; trouvé\u{a0}: {found}",
    ),
    (
        "add earlier months: what few deals say is no better than an assumption",
        "ajoutez des mois antérieurs\u{a0}: ce que disent peu d'affaires ne vaut pas mieux qu'une hypothèse",
    ),
    ("the account's last order is after the opportunity", "la dernière commande du compte est postérieure à l'affaire"),
    (
        "enter the last order before it, or leave the cell blank for a new account",
        "saisissez la dernière commande d'avant, ou laissez la cellule vide pour un nouveau compte",
    ),
    ("a quotation was granted that nobody requested", "une cotation a été accordée que personne n'a demandée"),
    ("correct one of the two cells", "corrigez l'une des deux cellules"),
    (
        "enter what the customer paid, or no in the column won",
        "saisissez ce que le client a payé, ou non dans la colonne Gagnée",
    ),
    ("the deal was won, but has no price", "l'affaire est gagnée, mais n'a pas de prix"),
    ("empty the cell, or enter yes in the column won", "videz la cellule, ou saisissez oui dans la colonne Gagnée"),
    ("the deal was lost, but has a price", "l'affaire est perdue, mais a un prix"),
    (
        "the levels are {names}; give others in a workbook with --base",
        "les niveaux sont {names}\u{a0}; donnez-en d'autres dans un classeur avec --base",
    ),
    ("there is no level \"{name}\"", "il n'y a pas de niveau «\u{a0}{name}\u{a0}»"),
    ("there is no segment \"{name}\"", "il n'y a pas de segment «\u{a0}{name}\u{a0}»"),
    (
        "did you mean {near}? if not, list it in a workbook given with --base",
        "vouliez-vous dire {near}\u{a0}? sinon, inscrivez-le dans un classeur donné avec --base",
    ),
    (
        "segment: base and log have more than {most} segments",
        "segment\u{a0}: base et journal ont plus de {most} segments",
    ),
    ("join small ones under one name", "réunissez les petits sous un même nom"),
];
