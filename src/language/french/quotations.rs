//! The sheet of quotations.

pub const ENTRIES: &[(&str, &str)] = &[
    ("By programme, whole horizon", "Par programme, tout l'horizon"),
    ("{name}, by fiscal year, {reading}", "{name}, par exercice, {reading}"),
    ("{name}, by month, {reading}", "{name}, par mois, {reading}"),
    ("Requests, grants and the desk", "Demandes, accords et cellule de cotation"),
    (
        "Means over {trials} trials; requests are what partners ask for, granted is what the desk accepts",
        "Moyennes sur {trials} {trials?tirage|tirages}\u{a0}; les demandes viennent des partenaires, la cellule en accorde une partie",
    ),
    ("fiscal year", "exercice"),
    ("a fiscal year", "par exercice"),
    ("a month", "par mois"),
    ("Requests", "Demandes"),
    ("Granted", "Accordées"),
    ("Quotations won", "Cotations gagnées"),
    ("Deals won", "Affaires gagnées"),
    ("Desk load", "Charge de la cellule"),
    ("Time worked on requests over the time there is.", "Temps passé sur les demandes rapporté au temps disponible."),
    ("Wait, working days", "Attente, jours ouvrés"),
    ("Mean wait of a request.", "Attente moyenne d'une demande."),
    ("Wasted pre-sales", "Avant-vente perdue"),
    ("What bidders other than the winner spent.", "Ce qu'ont dépensé les concurrents du gagnant."),
    (
        "{name}: of {requests} requests {granted} are granted and {won} won",
        "{name}\u{a0}: sur {requests} {requests?demande|demandes}, {granted} {granted?est accordée|sont accordées} et {won} {won?gagnée|gagnées}",
    ),
    ("{title}. One point or column {a_period}.", "{title}. Un point ou une colonne {a_period}."),
    ("{name}: the desk is busy {load} of the time", "{name}\u{a0}: la cellule est occupée {load} du temps"),
    ("{title}. Load of the desk, one column {a_period}.", "{title}. Charge de la cellule, une colonne {a_period}."),
    ("share of the desk's time", "part du temps de la cellule"),
];
