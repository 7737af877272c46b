//! The sheet Reconciliation.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "Partners' gain = what the vendor gives + what customers pay more + what distributors keep less + what goods \
         cost less + real saving, the work that is spared + what money costs less. Each figure is the mean difference \
         with the baseline of its own reading; a minus takes from the gain. Savings of a restructuring plan are the \
         vendor's alone and stand outside.",
        "Gain des partenaires = ce que donne le constructeur + ce que les clients paient en plus + ce que les \
         grossistes gardent en moins + ce que les produits coûtent en moins + l'économie réelle, c'est-à-dire le \
         travail épargné + ce que l'argent coûte en moins. Chaque chiffre est l'écart moyen avec la référence de sa \
         propre lecture\u{a0}; un moins réduit le gain. Les économies d'un plan de restructuration reviennent au seul \
         constructeur et restent en dehors.",
    ),
    (
        "Paid by the vendor to partners, in {currency}: each is an income once and a cost once",
        "Payé par le constructeur aux partenaires, en {currency}\u{a0}: chaque flux est une fois un revenu et une fois \
         un coût",
    ),
    ("From, to", "De, à"),
    (
        "What goods, work and money cost, in {currency}: a change with a minus is a saving",
        "Ce que coûtent produits, travail et argent, en {currency}\u{a0}: une variation négative est une économie",
    ),
    ("Part of", "Partie de"),
    ("Where the money goes", "Où va l'argent"),
    (
        "Means over {trials} trials and the whole horizon, in {currency}, by reading",
        "Moyennes sur {trials} {trials?tirage|tirages} et l'horizon entier, en {currency}, par lecture",
    ),
    ("Vendor gives", "Le constructeur donne"),
    ("The vendor's contribution falls by it.", "La contribution du constructeur baisse d'autant."),
    ("Customers pay more", "Les clients paient en plus"),
    ("Difference of customer spend.", "Écart de dépense des clients."),
    ("Distributors keep less", "Les grossistes gardent en moins"),
    ("Difference of their margin, turned round.", "Écart de leur marge, signe inversé."),
    ("Goods cost less", "Les produits coûtent en moins"),
    (
        "Difference of the cost of goods, turned round: a minus where more is sold.",
        "Écart du coût des produits, signe inversé\u{a0}: un moins là où l'on vend plus.",
    ),
    ("Real saving", "Économie réelle"),
    (
        "Work that is spent less, before the sale, at the desk, on tickets: the last table says which.",
        "Travail épargné, avant la vente, à la cellule, sur les tickets\u{a0}: le dernier tableau dit lequel.",
    ),
    ("Money costs less", "Argent moins cher"),
    (
        "Difference between partners' and vendor's cost of money, and losses on credit.",
        "Différence entre coût de l'argent des partenaires et du constructeur, et pertes de crédit.",
    ),
    ("Sum of the sources", "Somme des sources"),
    ("Formula.", "Formule."),
    ("Partners gain", "Gain des partenaires"),
    ("Difference of partner net margin.", "Écart de marge nette des partenaires."),
    ("Residual", "Résidu"),
    ("Formula: what is not explained, to the cent.", "Formule\u{a0}: ce qui reste inexpliqué, au centime près."),
    (
        "{name} ({reading}): partners' net margin changes by {gain}{told}.",
        "{name} ({reading})\u{a0}: la marge nette des partenaires varie de {gain}{told}.",
    ),
    (": {told}", "\u{a0}: {told}"),
];
