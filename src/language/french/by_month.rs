//! The sheet of differences by month.

pub const ENTRIES: &[(&str, &str)] = &[
    ("By month", "Par mois"),
    ("How the differences run up month by month", "Comment les écarts s'accumulent mois par mois"),
    ("{trials} futures, in {currency}; {reading}", "{trials} {trials?futur|futurs}, en {currency}\u{a0}; {reading}"),
    (
        "The difference with the baseline from the start to the end of each month, in the same future. Half of the futures lie in the dark band, nine of ten in all bands; the line is the median. The last month holds the difference of the whole horizon.",
        "L'écart avec la référence du début jusqu'à la fin de chaque mois, dans le même futur. La moitié des futurs se trouvent dans la bande foncée, neuf sur dix dans l'ensemble des bandes\u{a0}; la ligne est la médiane. Le dernier mois porte l'écart de tout l'horizon.",
    ),
    ("{scenario}: {what}", "{scenario}\u{a0}: {what}"),
    (
        "{scenario}: {what} is ahead of the baseline from month {month} on, by {range} after {months} months",
        "{scenario}\u{a0}: {what} dépasse la référence dès le mois {month}, de {range} après {months} mois",
    ),
    (
        "{scenario}: {what} is behind the baseline from month {month} on, {range} after {months} months",
        "{scenario}\u{a0}: {what} reste sous la référence dès le mois {month}, {range} après {months} mois",
    ),
    (
        "{scenario}: {what} may end on either side of the baseline, {range} after {months} months",
        "{scenario}\u{a0}: {what} peut finir au-dessus comme au-dessous de la référence, {range} après {months} mois",
    ),
    (
        "{title}. Median {half} after {month} months and {whole} at the end; nine futures of ten lie in the range.",
        "{title}. Médiane {half} après {month} mois et {whole} à la fin\u{a0}; neuf futurs sur dix sont dans l'intervalle.",
    ),
    ("Month", "Mois"),
    ("month", "mois"),
    ("Median", "Médiane"),
    ("5 % below", "5\u{a0}% au-dessous"),
    ("25 % below", "25\u{a0}% au-dessous"),
    ("25 % above", "25\u{a0}% au-dessus"),
    ("5 % above", "5\u{a0}% au-dessus"),
    ("5 to 25 %", "5 à 25\u{a0}%"),
    ("25 to 75 %", "25 à 75\u{a0}%"),
    ("75 to 95 %", "75 à 95\u{a0}%"),
    ("In one future of twenty the difference is below this.", "Dans un futur sur vingt, l'écart est au-dessous."),
    ("In one future of twenty the difference is above this.", "Dans un futur sur vingt, l'écart est au-dessus."),
    ("The height of a band of the chart.", "La hauteur d'une bande du graphique."),
    ("Counted from the start of the horizon.", "Compté depuis le début de l'horizon."),
    ("nine futures of ten", "neuf futurs sur dix"),
    ("half of the futures", "la moitié des futurs"),
];
