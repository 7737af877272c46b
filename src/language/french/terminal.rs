//! What the terminal shows beside the answer: progress, interrupts, watching, places of files, manual pages.

pub const ENTRIES: &[(&str, &str)] = &[
    ("taking scenarios apart", "décomposition des scénarios"),
    ("{percent} %", "{percent}\u{a0}%"),
    ("{percent} %, {time} left", "{percent}\u{a0}%, reste {time}"),
    ("playing trials", "tirages en cours"),
    ("trying each uncertain input alone", "variation de chaque donnée incertaine"),
    ("studying {inputs} uncertain inputs", "étude de {inputs} {inputs?donnée incertaine|données incertaines}"),
    ("seeking the value of {lever}", "recherche de la valeur de {lever}"),
    ("trying settings of the levers", "essai des réglages des leviers"),
    ("computing known answers", "calcul des réponses connues"),
    ("writing {file}", "écriture de {file}"),
    ("stopped: nothing was written", "arrêté\u{a0}: rien n'a été écrit"),
    ("stopped: {file} is as it was", "arrêté\u{a0}: {file} est resté tel quel"),
    (
        "stopped: {file} is complete, other files may be missing",
        "arrêté\u{a0}: {file} est complet, d'autres fichiers peuvent manquer",
    ),
    ("stopped watching {file}", "fin de la surveillance de {file}"),
    (
        "watching {file}: at most {trials} trials at each save, until Ctrl-C",
        "surveillance de {file}\u{a0}: au plus {trials} {trials?tirage|tirages} à chaque enregistrement, jusqu'à Ctrl-C",
    ),
    (
        "watching {file}: a whole run at each save, until Ctrl-C",
        "surveillance de {file}\u{a0}: une simulation entière à chaque enregistrement, jusqu'à Ctrl-C",
    ),
    (
        "It answers at once: in one reading (or --reading both), without a ledger (or --ledger SCENARIO), without what each \
         change brings, which uncertain input decides and partners that nothing changes for. All of it: --whole, or \
         partnersim run.",
        "La réponse est immédiate\u{a0}: une seule lecture (sinon --reading both), sans grand livre (sinon --ledger SCÉNARIO), \
         sans l'apport de chaque changement, ni la donnée incertaine qui décide, ni les partenaires pour qui rien ne change. \
         Le tout\u{a0}: --whole, ou partnersim run.",
    ),
    ("Since the last save", "Depuis le dernier enregistrement"),
    (
        "Since the last save, by {trials} trials",
        "Depuis le dernier enregistrement, d’après {trials} {trials?tirage|tirages}",
    ),
    ("{name}, difference", "{name}, écart"),
    ("gone", "supprimé"),
    ("as before", "inchangé"),
    (
        "{output} is a folder: name the file in it that shall be written",
        "{output} est un dossier\u{a0}: indiquez le fichier à y écrire",
    ),
    (
        "{file} cannot be written: there is no folder {folder}",
        "{file} ne peut pas être écrit\u{a0}: le dossier {folder} n'existe pas",
    ),
    (
        "nothing can be written in the folder {folder}: {reason}",
        "rien ne peut être écrit dans le dossier {folder}\u{a0}: {reason}",
    ),
    ("you may not write in it", "vous n'avez pas le droit d'y écrire"),
    (
        "standard output takes one of --summary, --json, --trials-csv and --sip",
        "la sortie standard ne peut recevoir qu'un seul de --summary, --json, --trials-csv et --sip",
    ),
    ("there is no command {command}", "la commande {command} n'existe pas"),
    ("the commands are {names}", "les commandes sont {names}"),
    ("the folder {folder} cannot be made: {error}", "le dossier {folder} ne peut pas être créé\u{a0}: {error}"),
    ("wrote {number} pages into {folder}", "{number} pages écrites dans {folder}"),
];
