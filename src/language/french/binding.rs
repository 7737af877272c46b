//! Values under defined names: their problems, and what `bind` lists.

pub const ENTRIES: &[(&str, &str)] = &[
    ("the name {name} is no key and no table cell", "le nom {name} n'est ni une clé ni une cellule de table"),
    (
        "did you mean {near}? Rename it, or give it a quite different name",
        "vouliez-vous dire {near}\u{a0}? Renommez-le, ou donnez-lui un nom tout différent",
    ),
    ("the name {name} stands for {first} and for {other}", "le nom {name} désigne {first} et aussi {other}"),
    ("rename one of the two rows", "renommez l'une des deux lignes"),
    (
        "the name {name} refers to a cell that was deleted: {reference}",
        "le nom {name} renvoie à une cellule supprimée\u{a0}: {reference}",
    ),
    (
        "let it refer to a cell again in the Name Manager, or delete it",
        "faites-le renvoyer à une cellule dans le Gestionnaire de noms, ou supprimez-le",
    ),
    (
        "the name {name} must refer to one cell, found {reference}",
        "le nom {name} doit renvoyer à une seule cellule\u{a0}; trouvé\u{a0}: {reference}",
    ),
    (
        "let it refer to a single cell, such as =Data!$B$4",
        "faites-le renvoyer à une seule cellule, par exemple =Données!$B$4",
    ),
    (
        "the name {name} refers to another workbook: {reference}",
        "le nom {name} renvoie à un autre classeur\u{a0}: {reference}",
    ),
    ("let it refer to a cell of this workbook", "faites-le renvoyer à une cellule de ce classeur"),
    (
        "the names {names} and {more} more refer to the sheet \"{sheet}\", which there is not",
        "les noms {names} et {more} autres renvoient à la feuille «\u{a0}{sheet}\u{a0}», qui n'existe pas",
    ),
    (
        "the names {names} and {more} more refer to cells that were deleted",
        "les noms {names} et {more} autres renvoient à des cellules supprimées",
    ),
    (
        "bring back what was deleted, or delete the names in the Name Manager",
        "rétablissez ce qui a été supprimé, ou supprimez ces noms dans le Gestionnaire de noms",
    ),
    (
        "the name {name} refers to the sheet \"{sheet}\", which there is not",
        "le nom {name} renvoie à la feuille «\u{a0}{sheet}\u{a0}», qui n'existe pas",
    ),
    ("did you mean {near}?", "vouliez-vous dire {near}\u{a0}?"),
    (
        "the name {name} must refer to the same cell from everywhere, found {reference}",
        "le nom {name} doit renvoyer partout à la même cellule\u{a0}; trouvé\u{a0}: {reference}",
    ),
    ("let it refer to ={fixed}", "faites-le renvoyer à ={fixed}"),
    (
        "{key} is given in {first} and by the name {name} in another cell",
        "{key} est donné en {first} et, par le nom {name}, dans une autre cellule",
    ),
    (
        "keep one of the two: delete the name, or empty the cell {first}",
        "gardez l'un des deux\u{a0}: supprimez le nom, ou videz la cellule {first}",
    ),
    (
        "the name {name} refers to a blank cell: {key} takes its default",
        "le nom {name} renvoie à une cellule vide\u{a0}: {key} prend sa valeur par défaut",
    ),
    ("by the name {name}", "par le nom {name}"),
    (
        "{file}: {by_name} values by name, {by_sheet} on the program's own sheets",
        "{file}\u{a0}: {by_name} {by_name?valeur|valeurs} par leur nom, {by_sheet} sur les feuilles du programme",
    ),
    (
        "{file} would be refused by Excel, which expects macros in an .xlsm: let the name end in .xlsx",
        "{file} serait refusé par Excel, qui attend des macros dans un .xlsm\u{a0}: terminez le nom par .xlsx",
    ),
    ("Found by", "Trouvé par"),
    ("name {name}", "nom {name}"),
    ("sheet and name", "feuille et nom"),
    ("sheet", "feuille"),
    ("{group} ({given} of {all})", "{group} ({given} sur {all})"),
    ("Given in part, the rest by default: {groups}.", "Donnés en partie, le reste par défaut\u{a0}: {groups}."),
    ("All by default: {groups}.", "Entièrement par défaut\u{a0}: {groups}."),
    ("Tables with their default rows: {tables}.", "Tables aux lignes par défaut\u{a0}: {tables}."),
    (
        "Names that hold on one sheet only and give nothing: {names}. Define them for the whole workbook.",
        "Noms propres à une feuille, qui ne donnent rien\u{a0}: {names}. Définissez-les pour tout le classeur.",
    ),
    ("{name} (is {near} meant?)", "{name} (est-ce {near}\u{a0}?)"),
    ("{more} more", "{more} autres"),
    ("Names that are no key: {names}.", "Noms qui ne sont pas des clés\u{a0}: {names}."),
];
