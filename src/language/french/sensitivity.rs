//! The sheets Sensitivity and Uncertainty.

pub const ENTRIES: &[(&str, &str)] = &[
    ("What we do not know, and luck", "Ce que nous ignorons, et le hasard"),
    ("The uncertain inputs", "Les données incertaines"),
    ("Rank correlations", "Corrélations de rang"),
    (
        "No inputs can have all the correlations that were asked for (smallest eigenvalue {smallest}): the nearest \
         that they can have were taken. The largest change is {largest}, between {one} and {other}.",
        "Aucune donnée ne peut avoir toutes les corrélations demandées (plus petite valeur propre {smallest})\u{a0}: \
         les plus proches possibles ont été prises. Le plus grand changement est de {largest}, entre {one} et \
         {other}.",
    ),
    ("What we do not know, and what is luck", "Ce que nous ignorons, et ce qui relève du hasard"),
    (
        "{inputs} uncertain inputs, drawn once a trial; luck is everything that a single deal or partner meets",
        "{inputs} {inputs?donnée incertaine, tirée|données incertaines, tirées} une fois par tirage\u{a0}; le hasard est tout ce qui arrive à une \
         affaire ou à un partenaire",
    ),
    ("{share} under {scenario}", "{share} sous {scenario}"),
    ("There is no scenario to compare with the baseline.", "Il n'y a aucun scénario à comparer avec la référence."),
    (
        "Of the variance of the vendor's contribution against the baseline, what we do not know makes {shares}; the \
         rest is luck. More data on the inputs can only narrow the first part.",
        "De la variance de la contribution du constructeur contre la référence, ce que nous ignorons fait \
         {shares}\u{a0}; le reste est du hasard. Mieux connaître les données ne peut réduire que la première part.",
    ),
    ("difference", "écart"),
    ("Of", "De quoi"),
    (
        "The baseline's value, or a scenario's difference with it.",
        "La valeur de la référence, ou l'écart d'un scénario avec elle.",
    ),
    ("Not known", "Ignoré"),
    (
        "Share of the variance that rests on the uncertain inputs; the rest is luck. Estimated from trials that were \
         played twice with the same inputs; near 0 it may come out a little below.",
        "Part de la variance due aux données incertaines\u{a0}; le reste est du hasard. Estimée sur des tirages joués \
         deux fois avec les mêmes données\u{a0}; près de 0 elle peut ressortir légèrement négative.",
    ),
    ("Of the share before it.", "De la part qui précède."),
    ("Not known, low", "Ignoré, bas"),
    (
        "Nine expected outcomes in ten lie above, as the inputs vary: 5th percentile.",
        "5e centile du résultat attendu, quand les données varient\u{a0}: la fourchette en contient neuf sur dix.",
    ),
    ("Not known, high", "Ignoré, haut"),
    ("95th percentile of the expected outcome.", "95e centile du résultat attendu."),
    ("Luck, low", "Hasard, bas"),
    (
        "Nine outcomes in ten lie no further from what their inputs lead to expect.",
        "Neuf résultats sur dix ne s'éloignent pas plus de ce que leurs données font attendre.",
    ),
    ("Luck, high", "Hasard, haut"),
    ("The same distance upward.", "La même distance vers le haut."),
    (
        "The workbook's own value, which a run without uncertainty would take.",
        "Valeur du classeur, que prendrait une simulation sans incertitude.",
    ),
    ("One value in twenty lies below.", "Une valeur sur vingt est en dessous."),
    ("Half of the values lie below.", "La moitié des valeurs sont en dessous."),
    ("One value in twenty lies above.", "Une valeur sur vingt est au-dessus."),
    (
        "Mean of the distribution within what the input allows.",
        "Moyenne de la distribution dans les limites de la donnée.",
    ),
    ("Mean drawn", "Moyenne tirée"),
    ("Mean of the values of all trials.", "Moyenne des valeurs de tous les tirages."),
    ("Where its distribution stands in the input workbook.", "Où se trouve sa distribution dans le classeur d'entrée."),
    ("And", "Et"),
    ("Asked for", "Demandée"),
    ("In the sheet Correlations.", "Dans la feuille Correlations."),
    ("Taken", "Prise"),
    (
        "The nearest that all inputs together can have.",
        "La plus proche que toutes les données puissent avoir ensemble.",
    ),
    ("Drawn", "Tirée"),
    ("Spearman's, over {trials} trials.", "De Spearman, sur {trials} {trials?tirage|tirages}."),
    ("Which assumption decides: {file}", "Quelle hypothèse décide\u{a0}: {file}"),
    (
        "Sensitivity of policy scenarios to uncertain inputs, seed {seed}",
        "Sensibilité des scénarios aux données incertaines, graine {seed}",
    ),
    ("Which assumption decides", "Quelle hypothèse décide"),
    (
        "{measure} of a scenario against the baseline; {basis}",
        "{measure} d'un scénario contre la référence\u{a0}; {basis}",
    ),
    ("One input at a time, all others as entered", "Une donnée à la fois, toutes les autres comme saisies"),
    ("All inputs at once", "Toutes les données à la fois"),
    ("Assumption ledger", "Registre des hypothèses"),
    (
        "{inputs} uncertain inputs of {file}, and what each of them does to the difference that {scenarios} makes in \
         {measure}.",
        "{inputs} {inputs?donnée incertaine|données incertaines} de {file}, et l'effet de chacune sur l'écart que fait {scenarios} pour \
         {measure}.",
    ),
    (
        "Every input with its range, the value at which the decision flips and its share of the variance is on the \
         sheet {sheet}; what the baseline assumes is on the sheet {inputs}.",
        "Chaque donnée, son étendue, la valeur où la décision bascule et sa part de la variance sont dans la feuille \
         {sheet}\u{a0}; ce que suppose la référence est dans la feuille {inputs}.",
    ),
    ("Difference, {unit}", "Écart, {unit}"),
    (
        "Mean difference with the baseline, all inputs as entered.",
        "Écart moyen avec la référence, toutes données comme saisies.",
    ),
    ("Decides most", "Décide le plus"),
    ("The input with the largest share of the variance.", "La donnée de plus grande part de la variance."),
    ("Inputs that can flip it", "Données qui la font basculer"),
    (
        "Inputs that alone flip the decision at a value within their plausible range.",
        "Données qui seules font basculer la décision à une valeur de leur étendue plausible.",
    ),
    ("Luck", "Hasard"),
    (
        "Share of the variance of a single future that luck takes part in.",
        "Part de la variance d'un futur à laquelle le hasard prend part.",
    ),
    (", Sobol indices from {points} base points", ", indices de Sobol sur {points} points de base"),
    (
        "{months} months, {reading}; {trials} trials of every value{points}; amounts in {currency}",
        "{months} mois, {reading}\u{a0}; {trials} {trials?tirage|tirages} par valeur{points}\u{a0}; montants en {currency}",
    ),
    (
        " Sobol indices split the variance of a single future, with luck as one more input; first orders and what acts \
         together make 100 %, within their intervals. Estimates are not held above 0.",
        " Les indices de Sobol partagent la variance d'un futur, le hasard comptant comme une donnée de plus\u{a0}; \
         les premiers ordres et ce qui agit ensemble font 100\u{a0}%, à leurs intervalles près. Les estimations ne \
         sont pas forcées au-dessus de 0.",
    ),
    (
        " Sobol indices split the variance of a single future, with luck as one more input, as if the inputs were \
         drawn independently: the correlations of the workbook are left out of them, and of nothing else.",
        " Les indices de Sobol partagent la variance d'un futur, le hasard comptant comme une donnée de plus, comme si \
         les données étaient tirées indépendamment\u{a0}: ils ignorent les corrélations du classeur, et eux seuls.",
    ),
    (
        "Every value was tried on the same simulated futures, so that differences between values are not luck. The \
         plausible range of an input goes from its 5th to its 95th percentile; flips were looked for beyond it too. \
         Rank correlations are from {futures} futures, each with its own values of all inputs.{indices}",
        "Chaque valeur a été essayée sur les mêmes futurs simulés\u{a0}: les écarts entre valeurs ne sont pas du \
         hasard. L'étendue plausible d'une donnée va de son 5e à son 95e centile\u{a0}; les bascules ont été cherchées \
         au-delà aussi. Les corrélations de rang viennent de {futures} {futures?futur|futurs}, chacun avec ses propres valeurs de \
         toutes les données.{indices}",
    ),
    (
        "{name} leaves {measure} where it is with all inputs as entered.",
        "{name} ne change pas {measure}, toutes données comme saisies.",
    ),
    (
        "{name} lowers {measure} with all inputs as entered ({change}).",
        "{name} abaisse {measure}, toutes données comme saisies ({change}).",
    ),
    (
        "{name} raises {measure} with all inputs as entered ({change}).",
        "{name} relève {measure}, toutes données comme saisies ({change}).",
    ),
    (
        "{name} ({share} of the variance; {low} at its 5th percentile, {high} at its 95th)",
        "{name} ({share} de la variance\u{a0}; {low} à son 5e centile, {high} à son 95e)",
    ),
    ("No single input makes {share} of the variance.", "Aucune donnée ne fait à elle seule {share} de la variance."),
    ("What decides: {names}.", "Ce qui décide\u{a0}: {names}."),
    (
        "{name} falls below {bound} (plausible: {low} to {high})",
        "{name} passe sous {bound} (plausible\u{a0}: {low} à {high})",
    ),
    (
        "{name} rises above {bound} (plausible: {low} to {high})",
        "{name} dépasse {bound} (plausible\u{a0}: {low} à {high})",
    ),
    (", or if ", ", ou si "),
    (
        "No single input flips the decision, wherever it was tried.",
        "Aucune donnée ne fait à elle seule basculer la décision, où qu'on l'ait essayée.",
    ),
    (
        "No single input flips the decision within its plausible range; it flips if {beyond}, which lies outside.",
        "Aucune donnée ne fait à elle seule basculer la décision dans son étendue plausible\u{a0}; elle bascule si \
         {beyond}, ce qui est en dehors.",
    ),
    ("The decision flips if {joined}, which is plausible.", "La décision bascule si {joined}, ce qui est plausible."),
    (
        "The decision flips if {joined}, all of which is plausible.",
        "La décision bascule si {joined}, tout cela étant plausible.",
    ),
    (
        " Luck makes {share} of the variance of a single future, with all that it acts together with.",
        " Le hasard fait {share} de la variance d'un futur, avec tout ce avec quoi il agit.",
    ),
    (
        "Sobol index: the share of the variance that would be gone, on average, if this were known.",
        "Indice de Sobol\u{a0}: part de la variance qui disparaîtrait en moyenne si ceci était connu.",
    ),
    (
        "Half of the 95 % confidence interval of the index before it.",
        "Moitié de l'intervalle de confiance à 95\u{a0}% de l'indice qui précède.",
    ),
    (
        "Sobol index: the share that would be left, on average, if all but this were known; more than the first order \
         where it acts together with others.",
        "Indice de Sobol\u{a0}: part qui resterait en moyenne si tout sauf ceci était connu\u{a0}; plus que le premier \
         ordre là où il agit avec d'autres.",
    ),
    ("Rank correlation", "Corrélation de rang"),
    (
        "Spearman's, of the input's value with the difference in the same future, luck included.",
        "De Spearman, entre la valeur de la donnée et l'écart dans le même futur, hasard compris.",
    ),
    ("Of the rank correlation.", "De la corrélation de rang."),
    ("Contribution", "Contribution"),
    (
        "Squared rank correlation as a share of the sum over all inputs, with the sign of the correlation.",
        "Corrélation de rang au carré en part de la somme sur toutes les données, avec le signe de la corrélation.",
    ),
    ("Partial rank correlation", "Corrélation de rang partielle"),
    (
        "The same correlation while all other inputs are held.",
        "La même corrélation, toutes les autres données tenues fixes.",
    ),
    (
        "{name}: luck takes part in {share} of the variance of the difference",
        "{name}\u{a0}: le hasard intervient dans {share} de la variance de l'écart",
    ),
    (
        "{name}: {input} takes part in {share} of the variance of the difference",
        "{name}\u{a0}: «\u{a0}{input}\u{a0}» intervient dans {share} de la variance de l'écart",
    ),
    (
        "{name}: {input} makes {share} of what all inputs contribute to the variance of the difference",
        "{name}\u{a0}: «\u{a0}{input}\u{a0}» fait {share} de ce que toutes les données apportent à la variance de l'écart",
    ),
    ("{name}: no input moves the difference", "{name}\u{a0}: aucune donnée ne fait bouger l'écart"),
    ("{title}. Bars by input, the largest on top.", "{title}. Barres par donnée, la plus grande en haut."),
    ("share of the variance", "part de la variance"),
    ("share of what inputs contribute", "part de l'apport des données"),
    ("inputs marked {basis}", "données marquées «\u{a0}{basis}\u{a0}»"),
    ("inputs without a basis", "données sans fondement indiqué"),
    ("luck", "hasard"),
    ("what acts together", "ce qui agit ensemble"),
    ("luck and what acts together", "hasard et ce qui agit ensemble"),
    ("The variance rests on", "La variance repose sur"),
    (" (most of all {names})", " (surtout {names})"),
    ("{share} rests on {what}{inputs}", "{share}\u{a0}: {what}{inputs}"),
    ("The difference never varies.", "L'écart ne varie jamais."),
    ("Of the variance of the difference, {shares}.", "La variance de l'écart repose sur\u{a0}: {shares}."),
];
