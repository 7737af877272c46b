//! What stands at the end of a command's help.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "Examples:\n  partnersim template                write deal-registration.xlsx, ready to run\n  \
         partnersim check my.xlsx           every problem at once, each with its cell\n  \
         partnersim run my.xlsx             simulate; write \"my - result.xlsx\"\n  \
         partnersim run --help              the options of a command, in full",
        "Exemples\u{a0}:\n  partnersim template                écrit deal-registration.xlsx, prêt à simuler\n  \
         partnersim check my.xlsx           tous les problèmes à la fois, chacun avec sa cellule\n  \
         partnersim run my.xlsx             simule\u{a0}; écrit «\u{a0}my - result.xlsx\u{a0}»\n  \
         partnersim run --lang fr --help    les options d'une commande, au complet",
    ),
    (
        "Examples:\n  partnersim template                write deal-registration.xlsx, ready to run\n  \
         partnersim check my.xlsx           every problem at once, each with its cell\n  \
         partnersim run my.xlsx             simulate; write \"my - result.xlsx\"\n\n\
         Exit codes:\n  0    done\n  1    the input is refused; standard error names each cell\n  \
         2    wrong command line\n  3    a conservation check failed, or a guardrail that stops a run\n  \
         4    the result could not be written\n  130  stopped by Ctrl-C; an old result is as it was",
        "Exemples\u{a0}:\n  partnersim template                écrit deal-registration.xlsx, prêt à simuler\n  \
         partnersim check my.xlsx           tous les problèmes à la fois, chacun avec sa cellule\n  \
         partnersim run my.xlsx             simule\u{a0}; écrit «\u{a0}my - result.xlsx\u{a0}»\n\n\
         Codes de sortie\u{a0}:\n  0    terminé\n  1    l'entrée est refusée\u{a0}; la sortie d'erreur nomme chaque cellule\n  \
         2    ligne de commande erronée\n  3    un contrôle de conservation a échoué, ou un garde-fou qui arrête\n  \
         4    le résultat n'a pas pu être écrit\n  130  arrêté par Ctrl-C\u{a0}; un ancien résultat reste comme il était",
    ),
    (
        "Examples:\n  partnersim template --list\n  partnersim template restructuring -o mine.xlsx --lang fr",
        "Exemples\u{a0}:\n  partnersim template --list\n  partnersim template restructuring -o mine.xlsx --lang fr",
    ),
    (
        "Examples:\n  partnersim run my.xlsx --trials 2000 -o quick.xlsx\n  \
         partnersim run my.xlsx --scenario \"Installed base\" --json figures.json\n  \
         partnersim run my.xlsx --summary --quiet > answer.md",
        "Exemples\u{a0}:\n  partnersim run my.xlsx --trials 2000 -o quick.xlsx\n  \
         partnersim run my.xlsx --scenario \"Installed base\" --json figures.json\n  \
         partnersim run my.xlsx --summary --quiet > answer.md",
    ),
    (
        "Tells what became of the answer since the save before. Ctrl-C ends it.\n\n\
         To answer at once it plays at most 1,000 trials (or --trials N) in one reading, the static one (or --reading both), \
         and\nleaves out the ledger (or --ledger SCENARIO), what each change brings, which uncertain input decides and \
         partners that\nnothing changes for. The result says so. With --whole it plays and studies everything.\n\n\
         Examples:\n  partnersim watch my.xlsx           in a window beside the spreadsheet program\n  \
         partnersim watch my.xlsx --trials 200 --scenario \"Installed base\"",
        "Dit ce que devient la réponse depuis l'enregistrement précédent. Ctrl-C l'arrête.\n\n\
         Pour répondre tout de suite, joue au plus 1\u{202f}000 tirages (ou --trials N) dans une seule lecture, la statique (ou\n\
         --reading both), et omet le grand livre (ou --ledger SCÉNARIO), ce qu'apporte chaque changement, quelle donnée\n\
         incertaine décide et les partenaires pour qui rien ne change. Le résultat le dit. Avec --whole, joue et étudie tout.\n\n\
         Exemples\u{a0}:\n  partnersim watch my.xlsx           dans une fenêtre à côté du tableur\n  \
         partnersim watch my.xlsx --trials 200 --scenario \"Installed base\"",
    ),
    (
        "One reading is studied: the static one, unless --reading behavioural is given or the workbook asks for it alone.\n\n\
         Examples:\n  partnersim sensitivity my.xlsx\n  \
         partnersim sensitivity my.xlsx --measure partner_net_margin --points 4096",
        "Une lecture est étudiée\u{a0}: la statique, sauf si --reading behavioural est donné ou si le classeur ne demande que \
         l'autre.\n\nExemples\u{a0}:\n  partnersim sensitivity my.xlsx\n  \
         partnersim sensitivity my.xlsx --measure partner_net_margin --points 4096",
    ),
    (
        "Examples:\n  partnersim calibrate log.xlsx                      write \"log - calibrated.xlsx\"\n  \
         partnersim calibrate log.xlsx --base my.xlsx       with the rules and scenarios of my.xlsx",
        "Exemples\u{a0}:\n  partnersim calibrate log.xlsx                      écrit «\u{a0}log - calibrated.xlsx\u{a0}»\n  \
         partnersim calibrate log.xlsx --base my.xlsx       avec les règles et les scénarios de my.xlsx",
    ),
    (
        "Examples:\n  partnersim explain my.xlsx --scenario \"Installed base\" --measure vendor_contribution\n  \
         partnersim explain my.xlsx --scenario \"Installed base\" --trial 12 --deal 873\n  \
         partnersim explain my.xlsx --partner \"Gold 004\"",
        "Exemples\u{a0}:\n  partnersim explain my.xlsx --scenario \"Installed base\" --measure vendor_contribution\n  \
         partnersim explain my.xlsx --scenario \"Installed base\" --trial 12 --deal 873\n  \
         partnersim explain my.xlsx --partner \"Gold 004\"",
    ),
    (
        "One reading is played: where the workbook asks for both, the one in which people answer.\n\n\
         Examples:\n  partnersim optimise my.xlsx --objective vendor_contribution:max\n  \
         partnersim optimise my.xlsx --seek win_rate=42% --lever quotation.support",
        "Une lecture est jouée\u{a0}: si le classeur demande les deux, celle où chacun réagit.\n\n\
         Exemples\u{a0}:\n  partnersim optimise my.xlsx --objective vendor_contribution:max\n  \
         partnersim optimise my.xlsx --seek win_rate=42% --lever quotation.support",
    ),
    (
        "Examples:\n  partnersim completions bash > ~/.local/share/bash-completion/completions/partnersim\n  \
         partnersim completions zsh > ~/.zfunc/_partnersim\n  \
         partnersim completions fish > ~/.config/fish/completions/partnersim.fish\n  \
         partnersim completions powershell >> $PROFILE",
        "Exemples\u{a0}:\n  partnersim completions bash > ~/.local/share/bash-completion/completions/partnersim\n  \
         partnersim completions zsh > ~/.zfunc/_partnersim\n  \
         partnersim completions fish > ~/.config/fish/completions/partnersim.fish\n  \
         partnersim completions powershell >> $PROFILE",
    ),
    (
        "Examples:\n  partnersim man run | man -l -\n  partnersim man -o ~/.local/share/man/man1",
        "Exemples\u{a0}:\n  partnersim man run | man -l -\n  partnersim man -o ~/.local/share/man/man1",
    ),
];
