//! What is said of files that are refused before their cells are read.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "a workbook may have up to {most} MB, this file has {found} MB",
        "un classeur peut avoir jusqu'à {most} Mo, ce fichier en a {found}",
    ),
    ("the file is an archive of more than {most} entries", "le fichier est une archive de plus de {most} entrées"),
    (
        "the part `{part}` cannot be unpacked: {error}",
        "la partie `{part}` ne peut pas être décompressée\u{a0}: {error}",
    ),
    (
        "the file unpacks to more than {most} MB, which is more than any programme needs",
        "une fois décompressé, le fichier dépasse {most} Mo, plus qu'il n'en faut à aucun programme",
    ),
    (
        "two sheets of the workbook stand in one part, `{part}`",
        "deux feuilles du classeur sont dans une même partie, `{part}`",
    ),
    ("a sheet stands in a part with an odd name, `{part}`", "une feuille est dans une partie au nom étrange, `{part}`"),
    (
        "the file is packed in a way that Excel does not use",
        "le fichier est compressé d'une façon qu'Excel n'utilise pas",
    ),
    (
        "the file is damaged or was broken off while it was copied",
        "le fichier est endommagé, ou sa copie a été interrompue",
    ),
    (
        "copy or download it again, or open it in Excel and let Excel repair it",
        "copiez-le ou téléchargez-le de nouveau, ou ouvrez-le dans Excel et laissez Excel le réparer",
    ),
    (
        "the workbook is protected by a password and cannot be read",
        "le classeur est protégé par un mot de passe et ne peut pas être lu",
    ),
    (
        "open it in Excel, remove the password under File, Info, Protect Workbook, and save it",
        "ouvrez-le dans Excel, supprimez le mot de passe sous Fichier, Informations, Protéger le classeur, et \
         enregistrez-le",
    ),
    (
        "remove pictures, unused sheets and formats from the workbook, or copy the filled-in tables into a new one",
        "supprimez du classeur images, feuilles inutiles et mises en forme, ou copiez les tables remplies dans un \
         nouveau classeur",
    ),
    (
        "open the file in Excel, save it again as “Excel Workbook (.xlsx)” and use that copy",
        "ouvrez le fichier dans Excel, enregistrez-le de nouveau comme «\u{a0}Classeur Excel (.xlsx)\u{a0}» et \
         utilisez cette copie",
    ),
    (
        "the file is not an Excel workbook (.xlsx or .xlsm): {reason}",
        "le fichier n'est pas un classeur Excel (.xlsx ou .xlsm)\u{a0}: {reason}",
    ),
    (
        "open it in Excel and save it as “Excel Workbook (.xlsx)”",
        "ouvrez-le dans Excel et enregistrez-le comme «\u{a0}Classeur Excel (.xlsx)\u{a0}»",
    ),
    ("`{part}` holds a text of more than 1 MB", "`{part}` contient un texte de plus de 1 Mo"),
    (
        "`{part}` nests its elements deeper than any workbook does",
        "`{part}` imbrique ses éléments plus qu'aucun classeur",
    ),
    (
        "the sheets of the workbook have more than {most} elements",
        "les feuilles du classeur ont plus de {most} éléments",
    ),
    ("the workbook has more than {most} {what}", "le classeur a plus de {most} {what}"),
    (
        "the workbook has too many cell formats with long names",
        "le classeur a trop de formats de cellule aux noms longs",
    ),
    ("the workbook names the same sheet twice", "le classeur nomme deux fois la même feuille"),
    ("the workbook declares {number} texts", "le classeur déclare {number} {number?texte|textes}"),
    ("a shared formula has the number {number}", "une formule partagée porte le numéro {number}"),
    (
        "`{part}` declares a document type, which no workbook does",
        "`{part}` déclare un type de document, ce qu'aucun classeur ne fait",
    ),
    (
        "`{part}` ends before all that it opens is closed",
        "`{part}` se termine avant que tout ce qui est ouvert soit fermé",
    ),
    (
        "a cell's address must lie between A1 and XFD1048576, found `{address}` in `{part}`",
        "l'adresse d'une cellule doit être entre A1 et XFD1048576\u{a0}; trouvé\u{a0}: `{address}` dans `{part}`",
    ),
    ("`{part}` is not well-formed XML", "`{part}` n'est pas du XML bien formé"),
    (
        "the workbook is damaged in a way that does not let it be read",
        "le classeur est endommagé au point de ne pouvoir être lu",
    ),
    ("the workbook", "le classeur"),
    ("two sheets have the same name, “{name}”", "deux feuilles portent le même nom, «\u{a0}{name}\u{a0}»"),
    ("the workbook holds over {most} MB of text", "le classeur contient plus de {most} Mo de texte"),
    (
        "the sheet “{sheet}” holds a cell in row {row} and column {column}, but the last cell is XFD1048576",
        "la feuille «\u{a0}{sheet}\u{a0}» contient une cellule en ligne {row} et colonne {column}, mais la dernière \
         cellule est XFD1048576",
    ),
    (
        "delete the rows and columns after the last that is filled in",
        "supprimez les lignes et les colonnes après la dernière qui est remplie",
    ),
    ("the sheet “{sheet}”, after cell {cell},", "la feuille «\u{a0}{sheet}\u{a0}», après la cellule {cell},"),
    ("the sheet “{sheet}”", "la feuille «\u{a0}{sheet}\u{a0}»"),
    (
        "{part} holds an error value that is not known, `{error}`",
        "{part} contient une valeur d'erreur inconnue, `{error}`",
    ),
    (
        "{part} is listed in the workbook but missing from the file",
        "{part} figure dans le classeur mais manque dans le fichier",
    ),
    ("{part} cannot be read: {error}", "{part}\u{a0}: lecture impossible ({error})"),
    ("error", "erreur"),
    ("note", "remarque"),
    ("hint: {hint}", "conseil\u{a0}: {hint}"),
    ("it is a PDF document", "c'est un document PDF"),
    ("it is a picture", "c'est une image"),
    ("it is a text document (RTF)", "c'est un document texte (RTF)"),
    ("it is a compressed file (gzip)", "c'est un fichier compressé (gzip)"),
    ("it is an archive (7z)", "c'est une archive (7z)"),
    ("it is an archive (RAR)", "c'est une archive (RAR)"),
    ("it is plain text", "c'est du texte brut"),
    ("it is a JSON file", "c'est un fichier JSON"),
    ("it is an empty archive", "c'est une archive vide"),
    ("it is empty", "il est vide"),
    ("it is in the format of Excel 97 to 2003 (.xls)", "il est au format d'Excel 97 à 2003 (.xls)"),
    ("it is a document of an old Office program", "c'est un document d'un ancien logiciel Office"),
    ("it is of a kind that is not known here", "il est d'un type inconnu ici"),
    ("it is a web page", "c'est une page web"),
    ("it is an XML file", "c'est un fichier XML"),
    ("it is plain text, perhaps a CSV file", "c'est du texte brut, peut-être un fichier CSV"),
    ("it is a binary workbook (.xlsb)", "c'est un classeur binaire (.xlsb)"),
    ("it is a Word document", "c'est un document Word"),
    ("it is a PowerPoint presentation", "c'est une présentation PowerPoint"),
    ("it is an OpenDocument file (such as .ods)", "c'est un fichier OpenDocument (tel que .ods)"),
    ("it is an archive without a workbook in it", "c'est une archive sans classeur"),
    ("cells", "cellules"),
    ("rows", "lignes"),
    ("texts", "textes"),
    ("cell formats", "formats de cellule"),
    ("fonts", "polices"),
    ("fills", "remplissages"),
    ("borders", "bordures"),
    ("number formats", "formats de nombre"),
    ("defined names", "noms définis"),
    ("relationships", "relations"),
];
