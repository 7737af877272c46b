//! The help of the command line: commands and options. Its longer texts are in `examples`.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "Policy simulator for partner programmes: from an Excel workbook of parameters to an Excel workbook of results",
        "Simulateur de politiques de programmes partenaires\u{a0}: d'un classeur Excel de paramètres à un classeur Excel de \
         résultats",
    ),
    ("Commands", "Commandes"),
    ("Simulation", "Simulation"),
    ("Output", "Sortie"),
    ("default:", "défaut\u{a0}:"),
    ("possible values:", "valeurs possibles\u{a0}:"),
    ("A", "A"),
    ("B", "B"),
    ("COMMAND", "COMMANDE"),
    ("FILE", "FICHIER"),
    ("FOLDER", "DOSSIER"),
    ("ID", "ID"),
    ("ID[:max|min]", "ID[:max|min]"),
    ("INPUT", "CLASSEUR"),
    ("KEY", "CLÉ"),
    ("LANG", "LANGUE"),
    ("LOG", "JOURNAL"),
    ("M", "M"),
    ("MEASURE=VALUE", "MESURE=VALEUR"),
    ("N", "N"),
    ("NAME", "NOM"),
    ("PARTNER", "PARTENAIRE"),
    ("READING", "LECTURE"),
    ("RESULT", "RÉSULTAT"),
    ("SCENARIO[:YEAR]", "SCÉNARIO[:EXERCICE]"),
    ("SHARE", "PART"),
    ("SHELL", "SHELL"),
    ("English", "anglais"),
    ("French", "français"),
    ("They do not", "Ils ne réagissent pas"),
    ("They do", "Ils réagissent"),
    ("One beside the other", "L'une à côté de l'autre"),
    ("Print help (see a summary with '-h')", "Affiche l'aide (résumée avec '-h')"),
    ("Print help (see more with '--help')", "Affiche l'aide (complète avec '--help')"),
    (
        "Print this message or the help of the given subcommand(s)",
        "Affiche ce message, ou l'aide des commandes nommées",
    ),
    ("Print version", "Affiche la version"),
    (
        "Language of what is written [default: that of the workbook's settings, else English]",
        "Langue de ce qui est écrit [défaut\u{a0}: celle des réglages du classeur, sinon l'anglais]",
    ),
    ("Write a ready-to-run input workbook", "Écrit un classeur d'entrée prêt à simuler"),
    (
        "Read an input workbook and print every problem with its cell",
        "Lit un classeur d'entrée et affiche chaque problème avec sa cellule",
    ),
    (
        "List the values of an input workbook, with the cell and the name that each was found by",
        "Liste les valeurs d'un classeur d'entrée, avec la cellule et le nom par lesquels chacune a été trouvée",
    ),
    (
        "Simulate an input workbook and write the result workbook",
        "Simule un classeur d'entrée et écrit le classeur de résultats",
    ),
    (
        "Simulate an input workbook each time it is saved",
        "Simule un classeur d'entrée chaque fois qu'il est enregistré",
    ),
    (
        "Find out which uncertain input decides between a scenario and the baseline",
        "Cherche quelle donnée incertaine décide entre un scénario et la référence",
    ),
    (
        "Estimate parameters from a log of past opportunities and write them as an input workbook",
        "Estime des paramètres d'après un journal d'affaires passées et les écrit dans un classeur d'entrée",
    ),
    (
        "Tell how a deal, a partner's year or a measure came about in one trial, step by step with rules and cells",
        "Raconte comment une affaire, l'exercice d'un partenaire ou une mesure se sont formés dans un tirage, pas à pas, avec \
         règles et cellules",
    ),
    (
        "Find the best setting of a workbook's levers, or the value of one that meets a goal",
        "Cherche le meilleur réglage des leviers d'un classeur, ou la valeur de l'un d'eux qui atteint un objectif",
    ),
    (
        "Hold two results against each other: which inputs differ, which figures moved, and what explains it",
        "Confronte deux résultats\u{a0}: quelles données diffèrent, quels chiffres ont bougé, et ce qui l'explique",
    ),
    (
        "Play a result again from the inputs it carries and confirm every figure",
        "Rejoue un résultat à partir des données qu'il porte et confirme chaque chiffre",
    ),
    (
        "Compare the simulation with answers known in closed form",
        "Compare la simulation à des réponses connues sous forme exacte",
    ),
    (
        "Print what a shell needs to complete commands and options",
        "Affiche ce qu'il faut à un shell pour compléter commandes et options",
    ),
    ("Print a manual page, or write them all", "Affiche une page de manuel, ou les écrit toutes"),
    ("The input workbook", "Le classeur d'entrée"),
    ("The input workbook, with a sheet Levers", "Le classeur d'entrée, avec une feuille Leviers"),
    ("The workbook with the log, on a sheet Log", "Le classeur qui contient le journal, sur une feuille Journal"),
    ("The result workbook of a run", "Le classeur de résultats d'une simulation"),
    ("The result workbook of another run", "Le classeur de résultats d'une autre simulation"),
    ("Which template", "Quel modèle"),
    ("List the templates", "Liste les modèles"),
    ("Where to write it [default: NAME.xlsx]", "Où l'écrire [défaut\u{a0}: NOM.xlsx]"),
    (
        "Where to write the result workbook [default: the input's name with \" - result\", in the working folder]",
        "Où écrire le classeur de résultats [défaut\u{a0}: le nom du classeur avec «\u{a0}- result\u{a0}», dans le dossier de \
         travail]",
    ),
    (
        "Where to write the result workbook [default: the input's name with \" - sensitivity\", in the working folder]",
        "Où écrire le classeur de résultats [défaut\u{a0}: le nom du classeur avec «\u{a0}- sensitivity\u{a0}», dans le dossier \
         de travail]",
    ),
    (
        "Where to write the result workbook [default: the input's name with \" - optimised\", in the working folder]",
        "Où écrire le classeur de résultats [défaut\u{a0}: le nom du classeur avec «\u{a0}- optimised\u{a0}», dans le dossier de \
         travail]",
    ),
    (
        "Where to write the input workbook [default: the log's name with \" - calibrated\", in the working folder]",
        "Où écrire le classeur d'entrée [défaut\u{a0}: le nom du journal avec «\u{a0}- calibrated\u{a0}», dans le dossier de \
         travail]",
    ),
    (
        "Input workbook with what the log does not tell: levels, rules, costs, scenarios [default: deal-registration]",
        "Classeur d'entrée avec ce que le journal ne dit pas\u{a0}: niveaux, règles, coûts, scénarios [défaut\u{a0}: \
         deal-registration]",
    ),
    ("Replace a file that is there", "Remplace un fichier qui existe"),
    ("Replace a file that another program wrote", "Remplace un fichier écrit par un autre programme"),
    ("Replace a result that another program wrote", "Remplace un résultat écrit par un autre programme"),
    ("Print nothing but problems", "N'affiche que les problèmes"),
    ("Show no progress", "N'affiche pas l'avancement"),
    ("Also write the comparison as a workbook", "Écrit aussi la comparaison dans un classeur"),
    (
        "Also write the figures as JSON; - is standard output",
        "Écrit aussi les chiffres en JSON\u{a0}; - est la sortie standard",
    ),
    (
        "Also write the trials of some measures as a table; - is standard output",
        "Écrit aussi les tirages de quelques mesures sous forme de table\u{a0}; - est la sortie standard",
    ),
    (
        "Also write the same trials as a SIPmath 3.0 library (JSON)",
        "Écrit aussi les mêmes tirages sous forme de bibliothèque SIPmath 3.0 (JSON)",
    ),
    (
        "Measures whose trials are written [default: the headline ones, those watched for precision and the one that decides]",
        "Mesures dont les tirages sont écrits [défaut\u{a0}: les principales, celles dont la précision est suivie et celle qui \
         décide]",
    ),
    (
        "Print the answer as Markdown instead of the short table, for a mail or a pull request",
        "Affiche la réponse en Markdown au lieu de la courte table, pour un courriel ou une demande de fusion",
    ),
    (
        "Play only this scenario beside the baseline; may be given several times",
        "Ne joue que ce scénario à côté de la référence\u{a0}; peut être donné plusieurs fois",
    ),
    (
        "Study only this scenario; may be given several times",
        "N'étudie que ce scénario\u{a0}; peut être donné plusieurs fois",
    ),
    (
        "Play and study everything at each save, as run does",
        "Joue et étudie tout à chaque enregistrement, comme le fait run",
    ),
    (
        "List the deals of this scenario, and of this fiscal year, on the sheet Ledger; none leaves it out [default: the first \
         scenario with granted quotations, its first year]",
        "Liste les affaires de ce scénario, et de cet exercice, sur la feuille Grand livre\u{a0}; none l'omet [défaut\u{a0}: le \
         premier scénario avec des cotations accordées, son premier exercice]",
    ),
    (
        "The trial that the Ledger lists [default: the one nearest the median]",
        "Le tirage que liste le grand livre [défaut\u{a0}: le plus proche de la médiane]",
    ),
    ("Number of trials", "Nombre de tirages"),
    ("Number of trials, instead of the workbook's", "Nombre de tirages, au lieu de celui du classeur"),
    ("Number of trials, instead of those of the results", "Nombre de tirages, au lieu de ceux des résultats"),
    (
        "Trials of a setting, at most, instead of the workbook's",
        "Tirages d'un réglage, au plus, au lieu de ceux du classeur",
    ),
    ("Trials of every value that is tried alone", "Tirages de chaque valeur essayée seule"),
    (
        "Trials of the run that is told of, instead of the workbook's",
        "Tirages de la simulation dont il est question, au lieu de ceux du classeur",
    ),
    ("Seed", "Graine"),
    ("Seed, instead of the workbook's", "Graine, au lieu de celle du classeur"),
    ("Threads [default: one a core]", "Fils d'exécution [défaut\u{a0}: un par cœur]"),
    (
        "Whether people answer to the rules, instead of the workbook's setting",
        "Si chacun réagit aux règles, au lieu du réglage du classeur",
    ),
    (
        "Whether people answer to the rules [default: that of the workbook, static where it asks for both]",
        "Si chacun réagit aux règles [défaut\u{a0}: le réglage du classeur, statique s'il demande les deux]",
    ),
    ("Base points of the Sobol indices, a power of two", "Points de base des indices de Sobol, une puissance de deux"),
    (
        "The measure whose difference is explained, by its id, instead of the workbook's objective",
        "La mesure dont l'écart est expliqué, par son identifiant, au lieu de l'objectif du classeur",
    ),
    (
        "The scenario that the levers are put on [default: the baseline's own rules]",
        "Le scénario auquel s'appliquent les leviers [défaut\u{a0}: les règles de la référence]",
    ),
    (
        "Measure whose mean difference with the baseline is made best, such as vendor_contribution:max [default: the \
         workbook's settings.objective]",
        "Mesure dont l'écart moyen avec la référence est rendu le meilleur, telle que vendor_contribution:max \
         [défaut\u{a0}: settings.objective du classeur]",
    ),
    (
        "Seek the value of one lever with which the mean of a measure is this, instead of the best setting",
        "Cherche la valeur d'un levier qui donne cette moyenne à une mesure, au lieu du meilleur réglage",
    ),
    (
        "With --seek: the measure's difference with the baseline is meant",
        "Avec --seek\u{a0}: il s'agit de l'écart de la mesure avec la référence",
    ),
    (
        "With --seek: the lever to turn, if there are several",
        "Avec --seek\u{a0}: le levier à tourner, s'il y en a plusieurs",
    ),
    (
        "Settings that are tried, at most; all of them if there are no more",
        "Réglages essayés, au plus\u{a0}; tous s'il n'y en a pas davantage",
    ),
    (
        "Confidence with which the best shall be better than every runner-up",
        "Confiance avec laquelle le meilleur doit l'emporter sur chaque suivant",
    ),
    (
        "The scenario that is told of [default: the baseline]",
        "Le scénario dont il est question [défaut\u{a0}: la référence]",
    ),
    ("The trial, counted from 1", "Le tirage, compté à partir de 1"),
    (
        "Tell of a partner's fiscal years, by its identifier or name",
        "Raconte les exercices d'un partenaire, par son identifiant ou son nom",
    ),
    (
        "Tell of a deal, by its number: 1 is the first of the horizon",
        "Raconte une affaire, par son numéro\u{a0}: 1 est la première de l'horizon",
    ),
    (
        "Tell of a measure, by its id [default: the headline measures]",
        "Raconte une mesure, par son identifiant [défaut\u{a0}: les mesures principales]",
    ),
    ("The shell", "Le shell"),
    (
        "The command whose page is printed [default: the program's own page]",
        "La commande dont la page est affichée [défaut\u{a0}: la page du programme]",
    ),
    (
        "Write the pages of all commands into this folder instead",
        "Écrit plutôt les pages de toutes les commandes dans ce dossier",
    ),
];
