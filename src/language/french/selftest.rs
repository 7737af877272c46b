//! What `selftest` prints, and its answers on deals, the desk and levels.

pub const ENTRIES: &[(&str, &str)] = &[
    ("known", "connu"),
    ("simulated", "simulé"),
    ("std. error", "err.-type"),
    ("ok", "ok"),
    ("WRONG", "FAUX"),
    ("exact", "exact"),
    ("rent of the winner", "rente du gagnant"),
    ("mark-up on cost", "majoration du coût"),
    ("it wins", "il gagne"),
    ("its rent, in spreads", "sa rente, en dispersions"),
    (
        "{bidders} equal bidders: {what}, of list",
        "{bidders} {bidders?candidat|candidats} égaux\u{a0}: {what}, part du catalogue",
    ),
    (
        "{bidders} bidders, one ahead by {spreads} spreads: {what}",
        "{bidders} {bidders?candidat|candidats}, l'un en avance de {spreads} dispersions\u{a0}: {what}",
    ),
    (
        "simulated deals without quotations: rent, of list",
        "affaires simulées sans cotation\u{a0}: rente, part du catalogue",
    ),
    (
        "simulated deals with support beyond the spread: rent, of list",
        "affaires simulées à soutien au-delà de la dispersion\u{a0}: rente, part du catalogue",
    ),
    (
        "simulated protected deals: support paid, of list",
        "affaires protégées simulées\u{a0}: soutien versé, part du catalogue",
    ),
    (
        "factor on wins that repays support of 8 % of list",
        "facteur sur les gains qui rembourse un soutien de 8\u{a0}% du catalogue",
    ),
    ("share of grants whose support lapses", "part des cotations accordées dont le soutien tombe"),
    (
        "share of deals one bidder wins from the competing ask",
        "part des affaires qu'un candidat gagne contre l'offre concurrente",
    ),
    ("rivals a deal where 6 are expected and 7 the most", "rivaux par affaire pour 6 attendus et 7 au plus"),
    ("list value of a deal, mean over segments", "montant catalogue d'une affaire, moyenne des segments"),
    ("purchases at 16 % less demand, mean", "achats à une demande de -16\u{a0}%, moyenne"),
    ("sales at 16 % less demand, mean", "ventes à une demande de -16\u{a0}%, moyenne"),
    (
        "of 100 partners above 10,000, above 14,300 at tail index {tail}",
        "de 100 partenaires au-dessus de 10\u{202f}000, au-dessus de 14\u{202f}300 à l'indice de queue {tail}",
    ),
    ("Erlang B, 2 servers, load 1", "Erlang B, 2 serveurs, charge 1"),
    ("Erlang C, 2 servers, load 1", "Erlang C, 2 serveurs, charge 1"),
    ("Erlang B, 10 servers, load 5", "Erlang B, 10 serveurs, charge 5"),
    ("Erlang C, 10 servers, load 5", "Erlang C, 10 serveurs, charge 5"),
    ("days of wait, 1 person, 4 of 8 requests a day", "jours d'attente, 1 personne, 4 demandes sur 8 par jour"),
    ("days of wait, 1 person, 6 of 8 requests a day", "jours d'attente, 1 personne, 6 demandes sur 8 par jour"),
    (
        "days of wait, 2 people, 12 of 16 requests a day: mean of P(wait > t)",
        "jours d'attente, 2 personnes, 12 demandes sur 16 par jour\u{a0}: moyenne de P(attente > t)",
    ),
    ("days of wait, 1 person, 10 of 8 requests a day", "jours d'attente, 1 personne, 10 demandes pour 8 par jour"),
    (
        "approval 0 % against no quotations: figures that differ",
        "approbation 0\u{a0}% et aucune cotation\u{a0}: chiffres qui diffèrent",
    ),
    (
        "propensity 0 % against no quotations: figures that differ",
        "propension 0\u{a0}% et aucune cotation\u{a0}: chiffres qui diffèrent",
    ),
    (
        "narrow against extended rule, all accounts new: figures that differ",
        "règle étroite et règle étendue, tous comptes nouveaux\u{a0}: chiffres qui diffèrent",
    ),
    ("notch: partners that stretch, static reading", "marche\u{a0}: partenaires qui forcent, lecture statique"),
    ("notch: partners that stretch, f sqrt(2 a dr T)", "marche\u{a0}: partenaires qui forcent, f sqrt(2 a dr T)"),
    ("notch: purchases they add, f a dr T", "marche\u{a0}: achats qu'ils ajoutent, f a dr T"),
    ("notch: what that costs them", "marche\u{a0}: ce que cela leur coûte"),
    ("notch: rebates of all", "marche\u{a0}: remises arrière de tous"),
    (
        "notch: cost if all within 10 % of it cross, f w dr T",
        "marche\u{a0}: coût si tous ceux à 10\u{a0}% la franchissent, f w dr T",
    ),
    ("notch: the same once all of them have stretched", "marche\u{a0}: de même une fois que tous ont forcé"),
    ("kink: cost if all within 10 % of it cross", "coude\u{a0}: coût si tous ceux à 10\u{a0}% le franchissent"),
    ("kink: partners that stretch", "coude\u{a0}: partenaires qui forcent"),
    ("kink: purchases they add", "coude\u{a0}: achats qu'ils ajoutent"),
    ("notch: the widest stretch, sqrt(2 a dr T)", "marche\u{a0}: le plus grand effort, sqrt(2 a dr T)"),
    (
        "purchases of two years that stretching adds, all pulled forward",
        "achats de deux exercices ajoutés par l'effort, tous avancés",
    ),
    (
        "purchases of two years that stretching adds, half pulled forward",
        "achats de deux exercices ajoutés par l'effort, à moitié avancés",
    ),
    (
        "suspension at tail index {tail}: {what}, of {partners}, {known} to the nearest whole",
        "suspension à l'indice de queue {tail}\u{a0}: {what}, sur {partners}, {known} à l'entier près",
    ),
    ("partners saved", "partenaires sauvés"),
    ("free-riders of the suspended year", "passagers clandestins de l'exercice suspendu"),
    ("those that fall when it ends", "ceux qui descendent à sa fin"),
    ("those that fall without it", "ceux qui descendent sans elle"),
    (
        "suspension: rebates that 150 partners keep, N T (1-s) dr ln(1/(1-s))",
        "suspension\u{a0}: remises que gardent 150 partenaires, N T (1-s) dr ln(1/(1-s))",
    ),
];
