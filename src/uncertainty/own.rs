//! Distributions by their own parameters: `normal(mean 8 %; sd 1 %)`, `discrete(1: 20 %; 2: 80 %)`, `metalog(p10: 5;
//! p50: 8; p90: 14)`. Parameters are set apart by semicolons, since a comma may be a decimal sign.

use crate::law::{Family, Law, LawError};
use crate::say;
use crate::schema::Kind;
use crate::sheet::Cell;

mod parameter;

pub use parameter::parameter_name;
use parameter::{is_called, name_and_number, parameter, shown, typed};

/// How a family is written with its own parameters.
pub fn example(family: Family) -> String {
    match family {
        Family::Discrete => say!("discrete(1: 20 %; 2: 80 %)"),
        Family::Empirical => say!("empirical(Observations!B2:B40)"),
        Family::Metalog => say!("metalog(p10: 5; p50: 8; p90: 14)"),
        Family::Beta => say!("beta(a; b), or beta(a; b; low; high)"),
        _ => format!("{}({})", family.word(), said(family.entry().own).join("; ")),
    }
}

/// The law of a family by what stands in its parentheses; of observations, none.
///
/// # Errors
/// A sentence on what cannot be read; the inner error is a law that there is not.
pub fn law(family: Family, inside: &str, kind: &Kind) -> Result<Result<Law, LawError>, String> {
    match family {
        Family::Discrete => {
            let points: Result<Vec<_>, _> = inside.split(';').map(|part| weighted(part, kind)).collect();
            return Ok(Law::discrete(&points?));
        }
        Family::Metalog => return metalog(inside, kind),
        _ => {}
    }
    let values = numbers(family, inside, kind)?;
    Ok(match (family, &values[..]) {
        (Family::Uniform, [Some(low), Some(high)]) => Law::uniform(*low, *high),
        (Family::Triangular, [Some(low), Some(mode), Some(high)]) => Law::triangular(*low, *mode, *high),
        (Family::Pert, [Some(low), Some(mode), Some(high)]) => Law::pert(*low, *mode, *high),
        (Family::Normal, [Some(mean), Some(sd)]) => Law::normal(*mean, *sd),
        (Family::Lognormal, [Some(median), Some(sigma)]) => Law::lognormal(*median, *sigma),
        (Family::Beta, [Some(a), Some(b), low, high]) => Law::beta(*a, *b, low.unwrap_or(0.0), high.unwrap_or(1.0)),
        (Family::Gamma, [Some(shape), Some(scale)]) => Law::gamma(*shape, *scale),
        (Family::Weibull, [Some(shape), Some(scale)]) => Law::weibull(*shape, *scale),
        (Family::Exponential, [Some(mean)]) => Law::exponential(*mean),
        (Family::Poisson, [Some(mean)]) => Law::poisson(*mean),
        (Family::Binomial, [Some(trials), Some(chance)]) => Law::binomial(*trials, *chance),
        _ => {
            let entry = family.entry();
            return Err(say!(
                "{family} needs its parameters {names}",
                family = family.word(),
                names = said(entry.own).join(", ")
            ));
        }
    })
}

/// The parameters by their place in [`crate::law::family::FamilyEntry::own`].
fn numbers(family: Family, inside: &str, kind: &Kind) -> Result<Vec<Option<f64>>, String> {
    let entry = family.entry();
    let mut values = vec![None; entry.own.len()];
    for (at, part) in inside.split(';').enumerate() {
        let (name, figure) = name_and_number(part);
        let place = if name.is_empty() { Some(at) } else { entry.own.iter().position(|own| is_called(name, own)) };
        let Some((place, own)) = place.and_then(|place| Some((place, *entry.own.get(place)?))) else {
            let (family, names, number) = (family.word(), said(entry.own).join(", "), entry.own.len());
            return Err(match name {
                "" => say!("{family} has only {number} parameters; they are {names}", family, number, names),
                _ => say!("{family} has no {words}; they are {names}", family, words = shown(name), names),
            });
        };
        if values[place].replace(parameter(own, figure, kind)?).is_some() {
            return Err(say!("{name} is given twice", name = parameter_name(own)));
        }
    }
    Ok(values)
}

/// Parameters' names in the language that is spoken.
fn said(own: &[&'static str]) -> Vec<&'static str> {
    own.iter().map(|own| parameter_name(own)).collect()
}

/// `2: 80 %`: a value with its weight.
fn weighted(part: &str, kind: &Kind) -> Result<(f64, f64), String> {
    let Some((figure, weight)) = part.split_once(':') else {
        return Err(say!("{words} is no value with its weight", words = shown(part)));
    };
    let read = kind.read(&Cell::Text(figure.trim().to_owned()));
    let read = read.map_err(|refusal| say!("a value {problem}", problem = refusal.message))?;
    let weight = typed(&say!("a weight"), weight)?.number;
    Ok((read.value.as_number().unwrap_or_default(), weight))
}

/// `p10: 5; p50: 8; p90: 14; low 0`: quantiles, and the bounds that there are.
fn metalog(inside: &str, kind: &Kind) -> Result<Result<Law, LawError>, String> {
    let mut quantiles = Vec::new();
    let mut bounds = [None; 2];
    for part in inside.split(';') {
        let quantile = part.split_once(':').and_then(|(p, figure)| Some((p.trim().strip_prefix(['p', 'P'])?, figure)));
        if let Some((p, figure)) = quantile {
            let p = typed(&say!("a percentile"), p)?.number / 100.0;
            quantiles.push((p, parameter("mode", figure, kind)?));
            continue;
        }
        let (name, figure) = name_and_number(part);
        let Some(end) = ["low", "high"].iter().position(|own| is_called(name, own)) else {
            return Err(say!("{words} is no percentile such as p10: 5", words = shown(part)));
        };
        if bounds[end].replace(parameter(["low", "high"][end], figure, kind)?).is_some() {
            return Err(say!("{name} is given twice", name));
        }
    }
    Ok(Law::metalog(&quantiles, bounds.into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::units::Rate;

    const SHARE: Kind = Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) };
    const DAYS: Kind = Kind::Number { min: 0.0, max: 365.0 };

    fn made(family: Family, inside: &str, kind: &Kind) -> Law {
        law(family, inside, kind).expect("readable").expect("a law")
    }

    fn wrong(family: Family, inside: &str, kind: &Kind) -> String {
        law(family, inside, kind).expect_err("unreadable")
    }

    #[test]
    fn parameters_go_by_place_or_by_name_in_either_language() {
        let normal = Law::normal(0.08, 0.01);
        let words = ["8 %; 1 %", "mean 8 %; sd 1 %", "sd = 0.01; mean: 0,08", "moyenne 8 %; écart-type 1 %"];
        for inside in words {
            assert_eq!(Ok(made(Family::Normal, inside, &SHARE)), normal, "{inside}");
        }
        assert_eq!(Ok(made(Family::Gamma, "forme 2; échelle 3,5", &DAYS)), Law::gamma(2.0, 3.5));
        assert_eq!(Ok(made(Family::Beta, "2; 5", &SHARE)), Law::beta(2.0, 5.0, 0.0, 1.0));
        assert_eq!(Ok(made(Family::Beta, "2; 5; high 50 %", &SHARE)), Law::beta(2.0, 5.0, 0.0, 0.5));
    }

    #[test]
    fn values_with_weights_and_percentiles_are_read() {
        let discrete = Law::discrete(&[(1.0, 0.2), (2.5, 0.8)]);
        assert_eq!(Ok(made(Family::Discrete, "1: 20 %; 2,5: 80 %", &DAYS)), discrete);
        let metalog = Law::metalog(&[(0.1, 5.0), (0.5, 8.0), (0.9, 14.0)], (Some(0.0), None));
        assert_eq!(Ok(made(Family::Metalog, "p10: 5; P50: 8; p90: 14; low 0", &DAYS)), metalog);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        assert_eq!(wrong(Family::Normal, "8 %", &SHARE), "normal needs its parameters mean, sd");
        assert_eq!(wrong(Family::Normal, "8 %; 1 %; 3", &SHARE), "normal has only 2 parameters; they are mean, sd");
        assert_eq!(wrong(Family::Normal, "mode 8 %", &SHARE), "normal has no \"mode\"; they are mean, sd");
        assert_eq!(wrong(Family::Normal, "8 %; mean 1 %", &SHARE), "mean is given twice");
        assert_eq!(wrong(Family::Normal, "8; 1", &SHARE), "mean must be between 0 % and 60 %, found 8");
        assert_eq!(wrong(Family::Normal, "8 %; 1", &DAYS), "mean is a percentage, which the input is not");
        assert_eq!(wrong(Family::Normal, "much; 1", &DAYS), "mean must be a number, found \"much\"");
        assert_eq!(wrong(Family::Discrete, "3", &DAYS), "\"3\" is no value with its weight");
        assert_eq!(wrong(Family::Metalog, "p10: 5; 8", &DAYS), "\"8\" is no percentile such as p10: 5");
        let none = law(Family::Normal, "8 %; 0 %", &SHARE).expect("readable").expect_err("no law");
        assert_eq!(none.to_string(), "sd must be above 0");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 256, rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default()
        })]
        #[test]
        fn no_words_make_it_fail(inside in "[ -~éàê%;:]{0,40}", at in 0_usize..14) {
            let family = crate::law::FAMILIES[at].family;
            for kind in [&SHARE, &DAYS] {
                // Either a law or a reason.
                let _ = law(family, &inside, kind);
            }
        }
    }
}
