//! The sheet Tracks.

pub const ENTRIES: &[(&str, &str)] = &[
    (
        "What the rebates would have cost is worked out for the same partners and purchases in the same futures; \
         partners that are not enrolled keep their rebates and are in neither column. With a budget-neutral model \
         every year's payouts are scaled to cost exactly that.",
        "Ce que les remises auraient coûté est calculé pour les mêmes partenaires et les mêmes achats dans les mêmes \
         futurs\u{a0}; les partenaires non inscrits gardent leurs remises et ne sont dans aucune des deux colonnes. À \
         budget constant, les versements de chaque exercice sont ajustés pour coûter exactement cela.",
    ),
    ("Compensation by tracks", "Rémunération par voies"),
    ("the payouts are scaled to that budget", "les versements sont ajustés à ce budget"),
    ("there was no budget to keep", "il n'y avait pas de budget à tenir"),
    (
        "the payouts are {share} of that budget, scaled to it only from the scenario's first month on",
        "les versements font {share} de ce budget, ajustés à lui seulement à partir du premier mois du scénario",
    ),
    ("the payouts are {share} of that budget", "les versements font {share} de ce budget"),
    (
        "{name}: the tracks pay {new} where rebates by level would have cost {old}: {costs}. {gain} partners are paid \
         more than {before}, {lose} less; being on a track costs partners {fixed}.",
        "{name}\u{a0}: les voies versent {new} là où les remises par niveau auraient coûté {old}\u{a0}: {costs}. \
         {gain} {gain?partenaire reçoit|partenaires reçoivent} plus que {before}, {lose} moins\u{a0}; être sur une voie coûte {fixed} aux \
         partenaires.",
    ),
    ("by level", "par niveau"),
    ("under the baseline", "sous la référence"),
    ("Budget-neutral", "Budget constant"),
    (
        "Whether payouts are scaled to what the rebates would cost.",
        "Les versements sont-ils ajustés à ce que coûteraient les remises\u{a0}?",
    ),
    ("Rebates would cost", "Coût qu'auraient les remises"),
    (
        "The budget: rebates by level of enrolled partners.",
        "Le budget\u{a0}: remises par niveau des partenaires inscrits.",
    ),
    ("Payouts of tracks", "Versements des voies"),
    ("More than the budget", "De plus que le budget"),
    ("Of the budget", "Du budget"),
    ("Rebates still paid", "Remises encore versées"),
    (
        "To partners that are not enrolled, and before the tracks began.",
        "Aux partenaires non inscrits, et avant le début des voies.",
    ),
    ("Back-end paid", "Remises arrière versées"),
    ("Payouts and rebates together.", "Versements et remises réunis."),
    ("Of the back-end paid.", "Des remises arrière versées."),
    ("Against the baseline", "Contre la référence"),
    (
        "Back-end paid, mean difference; whatever else the scenario changes is in it too.",
        "Remises arrière versées, écart moyen\u{a0}; tout ce que change d'autre le scénario y est aussi.",
    ),
    (
        "Share of futures in which the vendor pays less back-end than under the baseline; equal counts half.",
        "Part des futurs où le constructeur verse moins de remises arrière que sous la référence\u{a0}; l'égalité \
         compte pour moitié.",
    ),
    ("Cost of tracks to partners", "Coût des voies pour les partenaires"),
    (
        "Fixed cost of the tracks; no payment of the vendor.",
        "Coût fixe des voies\u{a0}; ce n'est pas un paiement du constructeur.",
    ),
    (
        "{names}: from which purchases a track pays more than the first",
        "{names}\u{a0}: à partir de quels achats une voie paie plus que la première",
    ),
    ("At the mean score of {score}", "Au score moyen de {score}"),
    ("Needs", "Exige"),
    (
        "Purchases a year: fixed cost over the difference of rates.",
        "Achats par an\u{a0}: coût fixe sur écart des taux.",
    ),
    ("Partners above", "Partenaires au-dessus"),
    (
        "Partners with more entered purchases than at the mean score, whether or not they meet the needs.",
        "Partenaires dont les achats saisis dépassent ceux du score moyen, qu'ils remplissent ou non les exigences.",
    ),
    ("At half the score", "À la moitié du score"),
    ("At the full score", "Au score maximal"),
    ("services, shared data", "services, données partagées"),
    ("services", "services"),
    ("shared data", "données partagées"),
    ("nothing", "rien"),
    ("{names}: what each indicator earns of the bonus", "{names}\u{a0}: ce que chaque indicateur rapporte du bonus"),
    (
        "The amounts are those before payouts are scaled to a budget.",
        "Les montants sont ceux d'avant l'ajustement des versements à un budget.",
    ),
    ("Indicator", "Indicateur"),
    ("Floor", "Plancher"),
    ("Where it begins to count.", "Où il commence à compter."),
    (
        "From where it counts fully; below the floor where less is better.",
        "D'où il compte entièrement\u{a0}; sous le plancher si moins vaut mieux.",
    ),
    ("Weight", "Poids"),
    ("Share of the score.", "Part du score."),
    ("Bonus earned", "Bonus acquis"),
    ("Over the horizon, by all enrolled partners.", "Sur l'horizon, par tous les partenaires inscrits."),
    ("Share of the bonus", "Part du bonus"),
    ("Against its weight", "Contre son poids"),
    (
        "Share of the bonus less weight: above 0 it is reached more than the others.",
        "Part du bonus moins poids\u{a0}: au-dessus de 0, il est mieux atteint que les autres.",
    ),
    ("{name}: {indicator} earns {share} of the bonus", "{name}\u{a0}: {indicator} rapporte {share} du bonus"),
    ("{name}: the bonus by indicator", "{name}\u{a0}: le bonus par indicateur"),
    (
        "{title}. Bars show each indicator's share of the bonus and its weight.",
        "{title}. Des barres montrent la part du bonus de chaque indicateur et son poids.",
    ),
    ("rebates by level (expected)", "les remises par niveau (attendues)"),
    ("the baseline's rebates", "les remises de la référence"),
    ("the baseline's payouts", "les versements de la référence"),
    (
        "{name}: largest gains and losses of payout by partner, against {before}",
        "{name}\u{a0}: plus fortes hausses et baisses de versement par partenaire, contre {before}",
    ),
    ("At the start of the horizon.", "Au début de l'horizon."),
    (
        "As entered; a partner that does not meet its needs is on the first.",
        "Comme saisie\u{a0}; un partenaire qui n'en remplit pas les exigences est sur la première.",
    ),
    ("Run-rate purchases a year", "Achats courants par an"),
    ("Paid before", "Versé avant"),
    ("Over the horizon.", "Sur l'horizon."),
    ("Paid now", "Versé désormais"),
    ("{name}: payouts by level and by track", "{name}\u{a0}: versements par niveau et par voie"),
    ("by track", "par voie"),
    ("Held in the year that is paid for.", "Détenu durant l'exercice rémunéré."),
    ("Partners at first", "Partenaires au départ"),
    ("Rebates by level", "Remises par niveau"),
    ("What the enrolled would have been paid before.", "Ce que les inscrits auraient reçu avant."),
    ("New as share of old", "Nouveau en part de l'ancien"),
    ("Mean score", "Score moyen"),
    (
        "Of enrolled partners by the level they had at first, all years.",
        "Des partenaires inscrits selon leur niveau de départ, tous exercices.",
    ),
    ("Purchases paid for", "Achats rémunérés"),
    (
        "Enrolled partners on the track, mean over years and trials.",
        "Partenaires inscrits sur la voie, moyenne des exercices et tirages.",
    ),
    (
        "Whole fiscal years, also where the tracks begin within one.",
        "Exercices entiers, même si les voies débutent en cours d'exercice.",
    ),
    ("Rate before", "Taux avant"),
    ("Rebates over purchases.", "Remises sur achats."),
    ("Rate now", "Taux désormais"),
    ("Payouts over purchases.", "Versements sur achats."),
    ("{name}: payouts {how}", "{name}\u{a0}: versements {how}"),
    (
        "{name}: payouts {how}, {rate} of the rebates in all",
        "{name}\u{a0}: versements {how}, {rate} des remises au total",
    ),
    (
        "{title}. Columns show rebates by level and payouts of tracks.",
        "{title}. Des colonnes montrent les remises par niveau et les versements des voies.",
    ),
];
