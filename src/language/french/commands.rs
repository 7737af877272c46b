//! What commands say on the terminal.

pub const ENTRIES: &[(&str, &str)] = &[
    ("error: {message}", "erreur\u{a0}: {message}"),
    ("{file} cannot be read: {reason}", "{file} ne peut pas être lu\u{a0}: {reason}"),
    ("there is no such file", "ce fichier n'existe pas"),
    ("you may not read it", "vous n'avez pas le droit de le lire"),
    ("it is a folder", "c'est un dossier"),
    ("it is larger than {most} MB", "il dépasse {most} Mo"),
    (
        "{file} is the input workbook: the result must go elsewhere",
        "{file} est le classeur d'entrée\u{a0}: le résultat doit aller ailleurs",
    ),
    (
        "{file} is there already and is no result of this program: choose another name with -o, or replace it with \
         --force",
        "{file} existe déjà et n'est pas un résultat de ce programme\u{a0}: choisissez un autre nom avec -o, ou \
         remplacez-le avec --force",
    ),
    ("{file} cannot be written: {reason}", "{file} ne peut pas être écrit\u{a0}: {reason}"),
    ("wrote {file}", "écrit\u{a0}: {file}"),
    ("the input workbook could not be made: {error}", "le classeur d'entrée n'a pas pu être fait\u{a0}: {error}"),
    ("the template could not be read: {error}", "le modèle n'a pas pu être lu\u{a0}: {error}"),
    ("the template could not be made: {error}", "le modèle n'a pas pu être fait\u{a0}: {error}"),
    ("the result workbook could not be made: {error}", "le classeur de résultat n'a pas pu être fait\u{a0}: {error}"),
    ("the JSON could not be made: {error}", "le JSON n'a pas pu être fait\u{a0}: {error}"),
    ("the result could not be made: {error}", "le résultat n'a pas pu être fait\u{a0}: {error}"),
    ("{failure}; nothing was written, please report this", "{failure}\u{a0}; rien n'a été écrit, merci de le signaler"),
    ("note: {remark}", "remarque\u{a0}: {remark}"),
    (
        "{file}: clean; {scenarios}, {partners} partners, {segments} segments, {levels} levels, {trials} trials over {months} \
         months",
        "{file}\u{a0}: sans erreur\u{a0}; {scenarios}, {partners} {partners?partenaire|partenaires}, {segments} \
         {segments?segment|segments}, {levels} {levels?niveau|niveaux}, {trials} \
         {trials?tirage|tirages} sur {months} mois",
    ),
    ("1 scenario", "1 scénario"),
    ("{several} scenarios", "{several} {several?scénario|scénarios}"),
    ("--export-measures names no file", "--export-measures ne nomme aucun fichier"),
    ("add --trials-csv FILE or --sip FILE", "ajoutez --trials-csv FICHIER ou --sip FICHIER"),
    ("name a file for the others", "nommez un fichier pour les autres"),
    ("docs/reference.md lists the measures", "docs/reference.md énumère les mesures"),
    ("there is no measure \"{id}\"", "il n'y a pas de mesure «\u{a0}{id}\u{a0}»"),
    ("{file} has no levers", "{file} n'a pas de leviers"),
    (
        "add a sheet Levers with the columns Key, Min, Max and Step",
        "ajoutez une feuille Leviers avec les colonnes Clé, Minimum, Maximum et Pas",
    ),
    ("no setting of the levers can be played", "aucun réglage des leviers ne peut être simulé"),
    ("narrow their ranges", "resserrez leurs plages"),
    (
        "{candidates} settings, {trials} trials and {seconds} seconds each, {total} seconds in all",
        "{candidates} {candidates?réglage|réglages}, {trials} {trials?tirage|tirages} et {seconds} {seconds?seconde|secondes} chacun, {total} {total?seconde|secondes} en tout",
    ),
    ("its scenarios are {names}", "ses scénarios sont {names}"),
    ("it has no scenario at all", "il n'a aucun scénario"),
    ("{file} is named for two outputs", "{file} est nommé pour deux sorties"),
    ("name another file for one of them", "nommez un autre fichier pour l'une d'elles"),
    ("{file} has no scenario \"{name}\"", "{file} n'a pas de scénario «\u{a0}{name}\u{a0}»"),
    ("--objective asks for \"{way}\"", "--objective demande «\u{a0}{way}\u{a0}»"),
    ("write :max or :min", "écrivez :max ou :min"),
    (
        "--seek takes MEASURE=VALUE, found \"{text}\"",
        "--seek demande MESURE=VALEUR\u{a0}; trouvé\u{a0}: «\u{a0}{text}\u{a0}»",
    ),
    ("such as --seek win_rate=42%", "par exemple --seek win_rate=42%"),
    ("the value of --seek {problem}", "la valeur de --seek {problem}"),
    ("name one of {names} with --lever", "nommez l'un de {names} avec --lever"),
    ("there is no lever {name}", "il n'y a pas de levier {name}"),
    ("{first} or {second}", "{first} ou {second}"),
    ("{lever} is {values}: --seek takes a number", "{lever} est {values}\u{a0}: --seek demande un nombre"),
    ("--seek turns one lever", "--seek règle un seul levier"),
    (
        "{failed} of {all} known answers differ",
        "{failed} {failed?réponse connue|réponses connues} sur {all} {failed?diffère|diffèrent}",
    ),
    (
        "{file} has no uncertain input: there is nothing to study",
        "{file} n'a pas de donnée incertaine\u{a0}: il n'y a rien à étudier",
    ),
    (
        "give an input a distribution: columns Distribution, Low, Mode and High of the sheet Parameters, or the \
         sheet Uncertain cells",
        "donnez une loi à une donnée\u{a0}: colonnes Loi, Bas, Mode et Haut de la feuille Paramètres, ou la feuille \
         Cellules incertaines",
    ),
    ("{file} has no scenario: there is nothing to study", "{file} n'a pas de scénario\u{a0}: il n'y a rien à étudier"),
    ("add a scenario on the sheet Scenarios", "ajoutez un scénario sur la feuille Scénarios"),
    ("--measure {id} cannot be explained", "--measure {id} ne peut pas être expliquée"),
    ("take one of the sheet Measures", "prenez-en une de la feuille Mesures"),
    ("the templates are {names}", "les modèles sont {names}"),
    ("there is no template {name}", "il n'y a pas de modèle {name}"),
    (
        "a conservation check failed in trial {trial} of programme {programme}: {check}",
        "un contrôle de conservation a échoué au tirage {trial} du programme {programme}\u{a0}: {check}",
    ),
    ("Baseline rules", "Règles de référence"),
    ("{word}[{id}]: {message}", "{word}[{id}]\u{a0}: {message}"),
];
