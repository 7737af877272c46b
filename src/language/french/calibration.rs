//! What a log says of a programme: remarks, the page Calibration and its table.

pub const ENTRIES: &[(&str, &str)] = &[
    ("{name}: the log leaves nothing to estimate it from.", "{name}\u{a0}: le journal ne laisse rien pour l'estimer."),
    ("{name} is held at the limit of what is allowed.", "{name} est maintenu à la limite de ce qui est admis."),
    (
        "{file}, {number} opportunities, maximum likelihood, se {error}",
        "{file}, {number} {number?affaire|affaires}, maximum de vraisemblance, erreur-type {error}",
    ),
    (
        "{name} is a segment of the log alone: what the log does not tell of it, such as its unit cost, is the \
         column's default.",
        "{name} est un segment du seul journal\u{a0}: ce que le journal n'en dit pas, comme son coût unitaire, est \
         la valeur par défaut de la colonne.",
    ),
    (
        "{name} does not occur in the log: its share is 0 %.",
        "{name} n'apparaît pas dans le journal\u{a0}: sa part est 0\u{a0}%.",
    ),
    (
        "{file}: {number} opportunities from {first} to {last} ({years} fiscal years)",
        "{file}\u{a0}: {number} {number?affaire|affaires} du {first} au {last} ({years} {years?exercice|exercices})",
    ),
    (", {number} accounts", ", {number} {number?compte|comptes}"),
    (", {number} partners", ", {number} {number?partenaire|partenaires}"),
    (", {granted} with a grant, {won} won", ", {granted} avec une cotation accordée, {won} gagnées"),
    (
        "{what}: only {number} opportunities tell, so the base's value is kept.",
        "{what}\u{a0}: {number} {number?affaire seulement le dit|affaires seulement le disent}, la valeur de la base est donc gardée.",
    ),
    ("Propensity to register", "Propension à déclarer"),
    ("Approval rate", "Taux d'approbation"),
    ("Months between orders", "Mois entre commandes"),
    (
        "Spread of partners' own costs: too few deals without a grant were won against another partner, so the \
         base's value is kept.",
        "Dispersion des coûts propres des partenaires\u{a0}: trop peu d'affaires sans cotation ont été gagnées \
         contre un autre partenaire, la valeur de la base est donc gardée.",
    ),
    (
        "{name}: only {number} opportunities, so nothing but its share is taken from the log.",
        "{name}\u{a0}: {number} {number?affaire|affaires} seulement, seule sa part est donc tirée du journal.",
    ),
    ("{name}, number of rivals", "{name}, nombre de rivaux"),
    (
        "{name}, competing ask: it takes 10 deals won and 10 lost without a grant, so the base's values are kept.",
        "{name}, offre concurrente\u{a0}: il faut 10 affaires gagnées et 10 perdues sans cotation, les valeurs de la \
         base sont donc gardées.",
    ),
    (
        "Shares of segments with few opportunities are uncertain.",
        "Les parts des segments qui ont peu d'affaires sont incertaines.",
    ),
    (
        "{number} requests were made for opportunities that the base's rules do not admit: they count for the \
         approval rate and not for the propensity.",
        "{number} {number?demande porte|demandes portent} sur des affaires que les règles de la base n'admettent pas\u{a0}: elles comptent \
         pour le taux d'approbation, non pour la propension.",
    ),
    (
        "{number} deals had more than {most} bidders and count as having {most}.",
        "{number} {number?affaire avait|affaires avaient} plus de {most} candidats et comptent comme en ayant {most}.",
    ),
    (
        "{number} deals were won above list and count as won at list.",
        "{number} {number?affaire a été gagnée|affaires ont été gagnées} au-dessus du prix catalogue et comptent comme gagnées au prix catalogue.",
    ),
    (
        "Of the base, {parts} are not carried over, for they were chosen beside other values: enter anew those that \
         still hold.",
        "De la base, {parts} ne sont pas repris, car choisis à côté d'autres valeurs\u{a0}: ressaisissez ceux qui valent \
         encore.",
    ),
    ("distributions", "lois"),
    ("correlations", "corrélations"),
    ("levers", "leviers"),
    ("guardrails", "garde-fous"),
    ("fits", "conforme"),
    ("doubtful", "douteux"),
    ("does not fit", "non conforme"),
    ("chi-square", "khi-deux"),
    ("Anderson-Darling", "Anderson-Darling"),
    ("Arrivals by month", "Arrivées par mois"),
    ("Log-normal list values, {segment}", "Montants catalogue log-normaux, {segment}"),
    ("Poisson rivals, {segment}", "Rivaux de Poisson, {segment}"),
    ("Exponential time since the last order", "Temps exponentiel depuis la dernière commande"),
    ("Deals won, by number of bidders", "Affaires gagnées, par nombre de candidats"),
    ("Mean price of won deals", "Prix moyen des affaires gagnées"),
    ("lost", "perdue"),
    (
        "Maximum likelihood; standard errors and intervals from {number} resampled logs. Bidders, own costs and asks \
         rest on the deals without a grant, which no support and no withdrawal has changed.",
        "Maximum de vraisemblance\u{a0}; erreurs-types et intervalles tirés de {number} journaux rééchantillonnés. \
         Candidats, coûts propres et offres reposent sur les affaires sans cotation, qu'aucun soutien ni retrait n'a \
         changées.",
    ),
    ("Remarks", "Remarques"),
    ("Goodness of fit", "Qualité de l'ajustement"),
    (
        "The chance of a larger statistic if the model's law holds; of twenty tests one is expected below 5 % by \
         luck. In large logs small misfits show that do no harm: look at the charts.",
        "Probabilité d'une statistique plus grande si la loi du modèle est vraie\u{a0}; sur vingt tests, un est \
         attendu sous 5\u{a0}% par hasard. Dans les grands journaux apparaissent de petits écarts sans \
         gravité\u{a0}: regardez les graphiques.",
    ),
    ("Observed and fitted", "Observé et ajusté"),
    ("List values of deals", "Montants catalogue des affaires"),
    ("List value from", "Montant catalogue à partir de"),
    ("Bidders of deals without a grant", "Candidats des affaires sans cotation"),
    ("Bidders", "Candidats"),
    (
        "Deals without a grant: lost, or won at a price of list",
        "Affaires sans cotation\u{a0}: perdues, ou gagnées à un prix rapporté au catalogue",
    ),
    ("Price from", "Prix à partir de"),
    ("What the log says", "Ce que dit le journal"),
    ("Target", "Cible"),
    ("Estimate", "Estimation"),
    ("Low", "Bas"),
    ("High", "Haut"),
    ("5th percentile over resampled logs.", "5e centile sur les journaux rééchantillonnés."),
    ("95th percentile over resampled logs.", "95e centile sur les journaux rééchantillonnés."),
    ("Base", "Base"),
    ("The value that the estimate replaces.", "La valeur que l'estimation remplace."),
    ("Opportunities", "Affaires"),
    ("From how many opportunities.", "À partir de combien d'affaires."),
    ("Law", "Loi"),
    ("Test", "Test"),
    ("Statistic", "Statistique"),
    ("p-value", "Valeur p"),
    ("In a word", "En un mot"),
    ("Observed", "Observé"),
    ("Fitted", "Ajusté"),
    ("{title}: observed and fitted numbers of deals", "{title}\u{a0}: nombres d'affaires observés et ajustés"),
    ("Deals", "Affaires"),
    ("Parameter", "Paramètre"),
    ("se", "erreur-type"),
    ("90 % interval", "intervalle à 90\u{a0}%"),
    ("base", "base"),
    ("{what}: {words} ({test}, p = {chance})", "{what}\u{a0}: {words} ({test}, p = {chance})"),
];
