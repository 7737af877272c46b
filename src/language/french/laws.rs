//! Why there is no such distribution.

pub const ENTRIES: &[(&str, &str)] = &[
    ("must be between 0.01 and 1,000,000", "doit être entre 0,01 et 1\u{202f}000\u{202f}000"),
    ("must be above 0 and at most 1,000,000", "doit être supérieur à 0 et au plus 1\u{202f}000\u{202f}000"),
    ("must be a whole number from 1 to 1,000,000", "doit être un nombre entier de 1 à 1\u{202f}000\u{202f}000"),
    ("must be above 0 and below 1", "doit être entre 0 et 1, bornes exclues"),
    ("must be a finite number", "doit être un nombre fini"),
    ("must be above 0", "doit être supérieur à 0"),
    ("must be between 0.001 and 1,000,000", "doit être entre 0,001 et 1\u{202f}000\u{202f}000"),
    ("must be above low", "doit dépasser le bas"),
    ("must be nearer to low", "doit être plus près du bas"),
    ("must be between low and high", "doit être entre le bas et le haut"),
    (
        "must be quantiles that a smooth law can have: the curve through these has no positive density everywhere; \
         move them nearer to a straight line, or give fewer",
        "doivent être ceux d'une loi lisse\u{a0}: la courbe qui passe par eux n'a pas partout une densité \
         positive\u{a0}; rapprochez-les d'une droite, ou donnez-en moins",
    ),
    ("must be three or more", "doivent être trois ou plus"),
    (
        "must be finite, with probabilities above 0 and below 1",
        "doivent être finis, de probabilité entre 0 et 1, bornes exclues",
    ),
    (
        "must rise with their probabilities, each given once",
        "doivent croître avec leur probabilité, chacun donné une fois",
    ),
    ("must be below every quantile", "doit être sous tous les quantiles"),
    ("must be above every quantile", "doit être au-dessus de tous les quantiles"),
    (
        "must be blank: this law is given by its values, not by percentiles",
        "doit rester vide\u{a0}: cette loi est donnée par ses valeurs, non par des centiles",
    ),
    ("must be given", "doit être donné"),
    ("must be above low, at a higher probability", "doit dépasser le bas, à une probabilité plus forte"),
    (
        "must be blank: the two percentiles decide this law",
        "doit rester vide\u{a0}: les deux centiles fixent cette loi",
    ),
    ("must be given: it is the median", "doit être donné\u{a0}: c'est la médiane"),
    (
        "must be below a probability of 50 %, and high above it",
        "doit être sous une probabilité de 50\u{a0}%, et le haut au-dessus",
    ),
    (
        "must be the median, not so near to low or high that no smooth law passes through",
        "doit être la médiane, mais pas si près du bas ou du haut qu'aucune loi lisse n'y passe",
    ),
    (
        "must stand for a probability above 0 and below 1",
        "doit correspondre à une probabilité entre 0 et 1, bornes exclues",
    ),
    (
        "must be nearer to or farther from low: this law would be too narrow or too wide",
        "doit être plus près ou plus loin du bas\u{a0}: cette loi serait trop étroite ou trop large",
    ),
    ("must be blank, or {value} as follows from high", "doit rester vide, ou valoir {value} comme il découle du haut"),
    (
        "must be a whole number from 0 to below 1,000,000",
        "doit être un nombre entier de 0 à moins de 1\u{202f}000\u{202f}000",
    ),
    ("must be at least 1", "doit être au moins 1"),
    (
        "must be nearer to high or farther from it: no binomial law has both percentiles",
        "doit être plus près ou plus loin du haut\u{a0}: aucune loi binomiale n'a ces deux centiles",
    ),
    ("must be below 1", "doit être inférieur à 1"),
    ("must not be below low", "ne doit pas être sous le bas"),
    (
        "must have values {allowed}: less than one in a million lies there",
        "doit avoir des valeurs {allowed}\u{a0}: il s'en trouve là moins d'une sur un million",
    ),
    ("must be at least one value with its weight", "doivent être au moins une valeur avec son poids"),
    ("must be finite numbers", "doivent être des nombres finis"),
    ("must have a finite sum", "doivent avoir une somme finie"),
    ("must be at least two different values", "doivent être au moins deux valeurs différentes"),
];
