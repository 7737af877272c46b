//! The families of laws, as they are named in a workbook.

use crate::language::{Language, spoken};

/// A family of laws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Every value of a range alike.
    Uniform,
    /// Straight up to the mode and straight down again.
    Triangular,
    /// A smooth hump in a range, from its mode.
    Pert,
    /// Sums of many small influences.
    Normal,
    /// Products of many small influences.
    Lognormal,
    /// Shares.
    Beta,
    /// Waiting times, rates of counts.
    Gamma,
    /// Times to failure.
    Weibull,
    /// The time between two events.
    Exponential,
    /// Counts of rare events.
    Poisson,
    /// Successes among trials.
    Binomial,
    /// Values with weights.
    Discrete,
    /// Observations.
    Empirical,
    /// Any quantiles.
    Metalog,
}

/// What is said of a family, in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FamilyWords {
    /// Its name.
    pub name: &'static str,
    /// What Low, Mode and High mean for it.
    pub percentiles: &'static str,
}

/// A family and its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FamilyEntry {
    /// The family.
    pub family: Family,
    /// The word that stands for it in any language.
    pub key: &'static str,
    /// English.
    pub english: FamilyWords,
    /// French.
    pub french: FamilyWords,
    /// Its own parameters, as [`LawError`](super::LawError) names them; a list where there is one.
    pub own: &'static [&'static str],
}

impl Family {
    /// Its entry in [`FAMILIES`].
    pub fn entry(self) -> &'static FamilyEntry {
        // The table is in the order of the enum, which a test checks.
        &FAMILIES[self as usize]
    }

    /// Its words in the language that is spoken.
    pub fn said(self) -> &'static FamilyWords {
        match spoken() {
            Language::En => &self.entry().english,
            Language::Fr => &self.entry().french,
        }
    }

    /// The word that is offered and written for it: in French its name, which the reader takes as well.
    pub fn word(self) -> &'static str {
        if spoken() == Language::Fr { self.entry().french.name } else { self.entry().key }
    }

    /// The family of a key or a name in either language, whatever the case.
    pub fn named(word: &str) -> Option<Family> {
        let word = word.trim().to_lowercase();
        let is = |entry: &&FamilyEntry| [entry.key, entry.english.name, entry.french.name].contains(&word.as_str());
        FAMILIES.iter().find(is).map(|entry| entry.family)
    }
}

const fn words(name: &'static str, percentiles: &'static str) -> FamilyWords {
    FamilyWords { name, percentiles }
}

/// Every family, in the order of [`Family`].
pub static FAMILIES: [FamilyEntry; 14] = [
    FamilyEntry {
        family: Family::Uniform,
        key: "uniform",
        english: words("uniform", "Low and High are percentiles; Mode stays blank."),
        french: words("uniforme", "Bas et Haut sont des centiles\u{a0}; Mode reste vide."),
        own: &["low", "high"],
    },
    FamilyEntry {
        family: Family::Triangular,
        key: "triangular",
        english: words("triangular", "Low and High are percentiles, Mode is the most likely value between them."),
        french: words("triangulaire", "Bas et Haut sont des centiles, Mode la valeur la plus probable entre eux."),
        own: &["low", "mode", "high"],
    },
    FamilyEntry {
        family: Family::Pert,
        key: "pert",
        english: words("pert", "Low and High are percentiles, Mode is the most likely value between them."),
        french: words("pert", "Bas et Haut sont des centiles, Mode la valeur la plus probable entre eux."),
        own: &["low", "mode", "high"],
    },
    FamilyEntry {
        family: Family::Normal,
        key: "normal",
        english: words(
            "normal",
            "Low and High are percentiles; with a Mode, that is the mean, and their distance gives the width.",
        ),
        french: words(
            "normale",
            "Bas et Haut sont des centiles\u{a0}; avec un Mode, c'est la moyenne, et leur écart donne la largeur.",
        ),
        own: &["mean", "sd"],
    },
    FamilyEntry {
        family: Family::Lognormal,
        key: "lognormal",
        english: words("log-normal", "Low and High are percentiles, above 0; Mode stays blank."),
        french: words("log-normale", "Bas et Haut sont des centiles, au-dessus de 0\u{a0}; Mode reste vide."),
        own: &["median", "sigma"],
    },
    FamilyEntry {
        family: Family::Beta,
        key: "beta",
        english: words("beta", "Low and High are percentiles, between 0 and 1; Mode stays blank."),
        french: words("bêta", "Bas et Haut sont des centiles, entre 0 et 1\u{a0}; Mode reste vide."),
        own: &["a", "b", "low", "high"],
    },
    FamilyEntry {
        family: Family::Gamma,
        key: "gamma",
        english: words("gamma", "Low and High are percentiles, above 0; Mode stays blank."),
        french: words("gamma", "Bas et Haut sont des centiles, au-dessus de 0\u{a0}; Mode reste vide."),
        own: &["shape", "scale"],
    },
    FamilyEntry {
        family: Family::Weibull,
        key: "weibull",
        english: words("weibull", "Low and High are percentiles, above 0; Mode stays blank."),
        french: words("weibull", "Bas et Haut sont des centiles, au-dessus de 0\u{a0}; Mode reste vide."),
        own: &["shape", "scale"],
    },
    FamilyEntry {
        family: Family::Exponential,
        key: "exponential",
        english: words("exponential", "High is a percentile; Low is blank or agrees with it; Mode stays blank."),
        french: words(
            "exponentielle",
            "Haut est un centile\u{a0}; Bas est vide ou s'y accorde\u{a0}; Mode reste vide.",
        ),
        own: &["mean"],
    },
    FamilyEntry {
        family: Family::Poisson,
        key: "poisson",
        english: words("poisson", "High is a percentile, a whole number; Low is blank or agrees; Mode stays blank."),
        french: words(
            "poisson",
            "Haut est un centile entier\u{a0}; Bas est vide ou s'y accorde\u{a0}; Mode reste vide.",
        ),
        own: &["mean"],
    },
    FamilyEntry {
        family: Family::Binomial,
        key: "binomial",
        english: words("binomial", "Low and High are percentiles, whole numbers; Mode stays blank."),
        french: words("binomiale", "Bas et Haut sont des centiles entiers\u{a0}; Mode reste vide."),
        own: &["trials", "chance"],
    },
    FamilyEntry {
        family: Family::Discrete,
        key: "discrete",
        english: words("discrete", "Low, Mode and High stay blank: it is given by values and weights."),
        french: words(
            "discrète",
            "Bas, Mode et Haut restent vides\u{a0}: elle est donnée par des valeurs et des poids.",
        ),
        own: &["values", "weights"],
    },
    FamilyEntry {
        family: Family::Empirical,
        key: "empirical",
        english: words("empirical", "Low, Mode and High stay blank: it is given by observations."),
        french: words("empirique", "Bas, Mode et Haut restent vides\u{a0}: elle est donnée par des observations."),
        own: &["observations"],
    },
    FamilyEntry {
        family: Family::Metalog,
        key: "metalog",
        english: words("metalog", "Low and High are percentiles, Mode is the median."),
        french: words("métalog", "Bas et Haut sont des centiles, Mode est la médiane."),
        own: &["quantiles", "lower bound", "upper bound"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum_and_names_are_unique() {
        for (at, entry) in FAMILIES.iter().enumerate() {
            assert_eq!(entry.family as usize, at);
            assert_eq!(entry.family.entry(), entry);
            for name in [entry.key, entry.english.name, entry.french.name] {
                assert_eq!(Family::named(&name.to_uppercase()), Some(entry.family), "{name}");
            }
        }
        assert_eq!(Family::named("gaussian"), None);
    }
}
