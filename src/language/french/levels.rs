//! The sheet of levels.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "Who rises, falls, is saved and rides free, mean partners by fiscal year",
        "Qui monte, descend, est sauvé ou profite sans mériter, partenaires en moyenne par exercice",
    ),
    ("Who moves between levels, and what a threshold is worth", "Qui change de niveau, et ce que vaut un seuil"),
    (
        "Means over {trials} trials; levels are evaluated at the end of {years} fiscal years; amounts in {currency}",
        "Moyennes sur {trials} {trials?tirage|tirages}\u{a0}; niveaux évalués à la fin de chaque exercice entier ({years})\u{a0}; montants en {currency}",
    ),
    (
        "{names}: of {partners} partners, after the last evaluation {kept} hold the level they began with, {higher} a higher one and {lower} a lower one, on average.",
        "{names}\u{a0}: sur {partners} {partners?partenaire|partenaires}, après la dernière évaluation, {kept} {kept?a son|ont leur} niveau de départ, {higher} un niveau supérieur et {lower} un niveau inférieur, en moyenne.",
    ),
    ("Suspended thresholds save {saved} from falling.", "La suspension des seuils en sauve {saved} du déclassement."),
    (
        "Suspended thresholds save {saved} from falling, counted each year.",
        "La suspension des seuils en sauve {saved} du déclassement, comptés chaque année.",
    ),
    (
        "Through suspended years, {riders} hold a level whose threshold they miss, and are paid {amount} of back-end.",
        "Pendant les années suspendues, {riders} gardent un niveau dont ils manquent le seuil et touchent {amount} de remises arrière.",
    ),
    ("fewer than 0.1", "moins de 0,1"),
    (
        "Levels are evaluated at the end of each whole fiscal year, on the purchases of its twelve months and on certifications, and hold for the next year.",
        "Les niveaux sont évalués à la fin de chaque exercice entier, sur les achats de ses douze mois et sur les certifications, et valent pour l'exercice suivant.",
    ),
    (
        "The last evaluation stands at the end of the horizon: it says who would hold which level afterwards, and changes no amount of this run.",
        "La dernière évaluation tombe à la fin de l'horizon\u{a0}: elle dit qui aurait quel niveau ensuite, et ne change aucun montant de cette simulation.",
    ),
    (
        "The answers above and the matrices are the static reading; where people answer to the rules (behavioural), some buy more to reach a threshold.",
        "Les réponses ci-dessus et les matrices sont en lecture statique\u{a0}; en lecture comportementale, où chacun réagit aux règles, certains achètent davantage pour atteindre un seuil.",
    ),
    ("Fiscal year", "Exercice"),
    ("Rise", "Montent"),
    ("To a higher level, at the end of the year.", "Vers un niveau supérieur, à la fin de l'exercice."),
    ("Fall", "Descendent"),
    ("To a lower level, at the end of the year.", "Vers un niveau inférieur, à la fin de l'exercice."),
    ("Saved", "Sauvés"),
    (
        "Keep a higher level only because thresholds are suspended for the next year.",
        "Ne gardent un niveau supérieur que parce que les seuils sont suspendus pour l'exercice suivant.",
    ),
    ("Ride free", "Passagers clandestins"),
    (
        "Held a level through a suspended year and missed its threshold in it.",
        "Ont gardé un niveau pendant un exercice suspendu sans en atteindre le seuil.",
    ),
    ("Back-end of free riders", "Remises des clandestins"),
    (
        "Rebates, or payouts of tracks, that they are paid for the year.",
        "Remises arrière, ou versements des voies, qu'ils touchent pour l'exercice.",
    ),
    (
        "Who is saved and who rides free by the level that is kept, mean partners over all years",
        "Qui est sauvé et qui profite sans mériter selon le niveau gardé, partenaires en moyenne, tous exercices confondus",
    ),
    ("The level that is kept.", "Le niveau gardé."),
    ("What stands at a threshold, {currency} a year", "Ce qui se joue à un seuil, {currency} par an"),
    (
        "A partner is near a threshold if its mean purchases of the last evaluated year are within the share levels.cliff_window of it. Its next order is worth the step in rate on all its purchases at the threshold; the vendor pays it the same amount. Gate, cap and discounts are left out. Where the level's rate is paid, an order alone does not lift a partner that lacks certifications too.",
        "Un partenaire est proche d'un seuil si ses achats moyens du dernier exercice évalué s'en écartent au plus de la part levels.cliff_window. Sa prochaine commande vaut la marche du taux sur tous ses achats au seuil\u{a0}; le constructeur lui verse le même montant. Plancher, plafond et remises sont laissés de côté. Là où le taux du niveau est payé, une commande seule ne fait pas monter un partenaire à qui manquent aussi des certifications.",
    ),
    (
        "{names}: partners are paid by tracks, so that no rebate stands at a level's threshold.",
        "{names}\u{a0}: les partenaires sont payés par voie, si bien qu'aucune remise arrière ne se joue au seuil d'un niveau.",
    ),
    (
        "{names}: each rate is paid on its own band, so that crossing a threshold lifts no rate on other purchases: there is no cliff.",
        "{names}\u{a0}: chaque taux est payé sur sa propre tranche, si bien que franchir un seuil ne relève le taux d'aucun autre achat\u{a0}: il n'y a pas d'effet de seuil.",
    ),
    ("Into", "Vers"),
    ("Threshold", "Seuil"),
    ("Step in rate", "Marche du taux"),
    (
        "What crossing adds to the rate on all purchases.",
        "Ce que le franchissement ajoute au taux sur tous les achats.",
    ),
    ("Near, below", "Proches, au-dessous"),
    (
        "Partners of the level below that miss the threshold by no more than the window.",
        "Partenaires du niveau inférieur qui manquent le seuil de la fenêtre au plus.",
    ),
    ("Lack certifications", "Sans certifications"),
    (
        "Those of them that lack certifications too: an order alone does not lift them.",
        "Ceux d'entre eux à qui manquent aussi des certifications\u{a0}: une commande seule ne les fait pas monter.",
    ),
    ("They miss", "Il leur manque"),
    (
        "What those near below would have to buy more, together.",
        "Ce que les proches au-dessous devraient acheter en plus, ensemble.",
    ),
    ("Next orders, worth and cost", "Prochaines commandes, valeur et coût"),
    (
        "What crossing is worth to all of them a year, and what the vendor pays if all of them cross.",
        "Ce que le franchissement leur vaut à tous par an, et ce que paie le constructeur si tous franchissent.",
    ),
    ("Each", "Chacun"),
    (
        "What crossing is worth to one of them a year, on average.",
        "Ce que le franchissement vaut à l'un d'eux par an, en moyenne.",
    ),
    ("By the order alone", "Par la commande seule"),
    (
        "The part of the next orders of those that lack nothing but the order.",
        "La part des prochaines commandes de ceux à qui ne manque que la commande.",
    ),
    ("Near, above", "Proches, au-dessus"),
    (
        "Partners of the level that are past its threshold by no more than the window.",
        "Partenaires du niveau qui dépassent son seuil de la fenêtre au plus.",
    ),
    ("At stake", "En jeu"),
    (
        "What falling a level would cost them a year, together.",
        "Ce que leur coûterait par an la perte d'un niveau, ensemble.",
    ),
    ("Short of it", "Sous le seuil"),
    (
        "Partners that hold the level though their mean purchases miss its threshold.",
        "Partenaires qui ont le niveau bien que leurs achats moyens en manquent le seuil.",
    ),
    ("{name}: next orders", "{name}\u{a0}: prochaines commandes"),
    ("{name}: at stake", "{name}\u{a0}: en jeu"),
    ("Threshold of", "Seuil de"),
    (
        "{name}: {near} partners within {window} below a threshold would cost the vendor {amount} a year by crossing it",
        "{name}\u{a0}: {near} {near?partenaire|partenaires} à moins de {window} sous un seuil {near?coûterait|coûteraient} {amount} par an au constructeur en le franchissant",
    ),
    ("{title}; all of them lack certifications", "{title}\u{a0}; à tous il manque des certifications"),
    ("{title}; {lack} of them lack certifications", "{title}\u{a0}; à {lack} d'entre eux il manque des certifications"),
    (
        "{title}. Worth of the next orders by threshold, a colour a programme.",
        "{title}. Valeur des prochaines commandes par seuil, une couleur par programme.",
    ),
    (
        "{name}: {near} partners within {window} above a threshold would lose {amount} a year by falling below it",
        "{name}\u{a0}: {near} {near?partenaire|partenaires} à moins de {window} au-dessus d'un seuil perdraient {amount} par an en passant dessous",
    ),
    (
        "{title}. Back-end at stake by threshold, a colour a programme.",
        "{title}. Remises arrière en jeu par seuil, une couleur par programme.",
    ),
    ("threshold of the level", "seuil du niveau"),
    ("{currency} a year", "{currency} par an"),
    (
        "{names}: of those that begin at {level}, {share} hold it in the end, the smallest share of any level",
        "{names}\u{a0}: de ceux qui partent du niveau {level}, {share} l'ont à la fin, la plus petite part de tous les niveaux",
    ),
    (
        "{names}: every partner holds in the end the level at which it began",
        "{names}\u{a0}: chaque partenaire a à la fin son niveau de départ",
    ),
    ("Level at the start", "Niveau au départ"),
    ("To {level}", "Vers {level}"),
    (
        "Mean partners; the darker, the more of those that began at the row's level.",
        "Partenaires en moyenne\u{a0}; plus c'est foncé, plus nombreux sont ceux partis du niveau de la ligne.",
    ),
    ("Keep it", "Le gardent"),
    ("Share that holds the level at the start in the end.", "Part de ceux qui ont à la fin leur niveau de départ."),
    ("In the end", "À la fin"),
    (
        "Those who are saved or ride free most often, by name",
        "Ceux qui sont sauvés ou passagers clandestins le plus souvent, nommément",
    ),
    ("The level held at the start.", "Le niveau détenu au départ."),
    (
        "Year ends at which it is saved, on average over the futures: 100 % is once in each.",
        "Fins d'exercice auxquelles il est sauvé, en moyenne des avenirs\u{a0}: 100\u{a0}%, c'est une fois dans chacun.",
    ),
    ("Rides free", "Passager clandestin"),
    (
        "Suspended years in which it misses the threshold of its level, on average over the futures.",
        "Exercices suspendus où il manque le seuil de son niveau, en moyenne des avenirs.",
    ),
];
