//! Laws by their percentiles: people know what they would be surprised by better than they know a shape.

use super::solve::{self, Percentile, extreme, ratio};
use super::{Family, Law, LawError, constructors};
use crate::language::number;
use crate::quantile;
use crate::say;

/// How near the low percentile of an exponential law must be to the one that follows from the high one, as a share.
const AGREES: f64 = 1e-6;

impl Law {
    /// The law of a family with these percentiles (docs/model.md, "Distributions"). The middle is the mode of a
    /// triangular or PERT law, the median of a metalog, and must be `None` for others; beta is from 0 to 1. A Poisson
    /// or exponential law follows from `high`; a `low` must then agree.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a percentile or a middle that is missing, is one too many, or that no law of
    /// the family has.
    pub fn by_percentiles(
        family: Family,
        low: Option<Percentile>,
        middle: Option<f64>,
        high: Option<Percentile>,
    ) -> Result<Law, LawError> {
        if let Family::Discrete | Family::Empirical = family {
            let message = say!("must be blank: this law is given by its values, not by percentiles");
            return Err(LawError::new("low", message));
        }
        let high = high.ok_or_else(|| LawError::new("high", say!("must be given")))?;
        possible("high", high)?;
        if let Some(low) = low {
            possible("low", low)?;
            if low.0 >= high.0 || low.1 > high.1 {
                return Err(LawError::new("high", say!("must be above low, at a higher probability")));
            }
        }
        let takes_middle = matches!(family, Family::Triangular | Family::Pert | Family::Metalog);
        if middle.is_some() && !takes_middle {
            return Err(LawError::new("mode", say!("must be blank: the two percentiles decide this law")));
        }
        match family {
            Family::Exponential => return exponential(low, high),
            Family::Poisson => return solve::poisson(low, high),
            _ => {}
        }
        let low = low.ok_or_else(|| LawError::new("low", say!("must be given")))?;
        if low.1 == high.1 {
            return Err(LawError::new("high", say!("must be above low")));
        }
        match family {
            Family::Uniform => {
                let width = (high.1 - low.1) / (high.0 - low.0);
                Law::uniform(low.1 - low.0 * width, high.1 + (1.0 - high.0) * width)
            }
            Family::Normal => {
                let (from, to) = (quantile::normal(low.0), quantile::normal(high.0));
                let sd = (high.1 - low.1) / (to - from);
                Law::normal(low.1 - from * sd, sd)
            }
            Family::Lognormal => {
                let ratio = ratio(low, high)?;
                let (from, to) = (quantile::normal(low.0), quantile::normal(high.0));
                let sigma = ratio / (to - from);
                Law::lognormal(low.1 * libm::exp(-from * sigma), sigma)
            }
            Family::Weibull => {
                let ratio = ratio(low, high)?;
                // ln x = ln scale + ln(-ln(1 - p)) / shape.
                let log = |p: f64| libm::log(-libm::log1p(-p));
                let shape = (log(high.0) - log(low.0)) / ratio;
                Law::weibull(shape, high.1 * libm::exp(-log(high.0) / shape)).map_err(|_| extreme())
            }
            Family::Gamma => solve::gamma(low, high),
            Family::Beta => solve::beta(low, high),
            Family::Binomial => solve::binomial(low, high),
            Family::Triangular => solve::triangular(low, mode_between(low, middle, high)?, high),
            Family::Pert => solve::pert(low, mode_between(low, middle, high)?, high),
            _ => {
                let median = middle.ok_or_else(|| LawError::new("mode", say!("must be given: it is the median")))?;
                if !(low.0 < 0.5 && high.0 > 0.5) {
                    return Err(LawError::new("low", say!("must be below a probability of 50 %, and high above it")));
                }
                let message = say!("must be the median, not so near to low or high that no smooth law passes through");
                Law::metalog(&[low, (0.5, median), high], (None, None)).map_err(|_| LawError::new("mode", message))
            }
        }
    }
}

fn possible(argument: &'static str, (p, x): Percentile) -> Result<(), LawError> {
    if !(p > 0.0 && p < 1.0) {
        return Err(LawError::new(argument, say!("must stand for a probability above 0 and below 1")));
    }
    constructors::finite(argument, x)
}

fn mode_between(low: Percentile, mode: Option<f64>, high: Percentile) -> Result<f64, LawError> {
    let mode = mode.ok_or_else(|| LawError::new("mode", say!("must be given")))?;
    constructors::within(mode, low.1, high.1)?;
    Ok(mode)
}

fn exponential(low: Option<Percentile>, high: Percentile) -> Result<Law, LawError> {
    constructors::positive("high", high.1)?;
    let law = Law::exponential(high.1 / -libm::log1p(-high.0))?;
    if let Some((p, x)) = low {
        let follows = law.quantile(p);
        if (x - follows).abs() > AGREES * follows {
            return Err(LawError::new(
                "low",
                say!("must be blank, or {value} as follows from high", value = number::fixed(follows, 6)),
            ));
        }
    }
    Ok(law)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn error(family: Family, low: Option<Percentile>, middle: Option<f64>, high: Option<Percentile>) -> String {
        Law::by_percentiles(family, low, middle, high).expect_err("no such law").to_string()
    }

    #[test]
    fn percentiles_worked_by_hand() {
        // 5 % at 1 and 95 % at 10: 9 for 90 %, so from 0.5 to 10.5.
        let uniform = Law::by_percentiles(Family::Uniform, Some((0.05, 1.0)), None, Some((0.95, 10.0)));
        let (low, high) = uniform.expect("a law").support();
        assert!((low - 0.5).abs() < 1e-12 && (high - 10.5).abs() < 1e-12);
        // An even triangle from 0 to 4: 12.5 % below 1, 87.5 % below 3.
        let triangle = Law::by_percentiles(Family::Triangular, Some((0.125, 1.0)), Some(2.0), Some((0.875, 3.0)));
        let (low, high) = triangle.expect("a law").support();
        assert!(low.abs() < 1e-12 && (high - 4.0).abs() < 1e-12);
        // Half below 2 ln 2: a mean of 2; and a tenth below -2 ln 0.9.
        let tenth = -2.0 * libm::log(0.9);
        let half = Some((0.5, 2.0 * libm::log(2.0)));
        let exponential = Law::by_percentiles(Family::Exponential, Some((0.1, tenth)), None, half).expect("a law");
        assert!((exponential.mean() - 2.0).abs() < 1e-12);
        assert!(error(Family::Exponential, Some((0.1, 1.0)), None, half).starts_with("low must be blank, or 0.210721"));
    }

    #[test]
    fn what_no_law_has_is_refused_in_words() {
        let (low, high) = (Some((0.05, 2.0)), Some((0.95, 9.0)));
        let discrete = "low must be blank: this law is given by its values, not by percentiles";
        assert_eq!(error(Family::Discrete, low, None, high), discrete);
        assert_eq!(error(Family::Normal, low, None, None), "high must be given");
        assert_eq!(error(Family::Normal, None, None, high), "low must be given");
        assert_eq!(error(Family::Normal, low, None, Some((0.95, 2.0))), "high must be above low");
        assert_eq!(error(Family::Pert, low, None, high), "mode must be given");
        assert_eq!(error(Family::Pert, low, Some(1.0), high), "mode must be between low and high");
        assert!(error(Family::Normal, low, Some(5.0), high).starts_with("mode must be blank"));
        assert!(error(Family::Metalog, low, Some(2.1), high).starts_with("mode must be the median"));
        assert_eq!(error(Family::Lognormal, Some((0.05, 0.0)), None, high), "low must be above 0");
        assert_eq!(error(Family::Beta, Some((0.05, 0.5)), None, high), "high must be below 1");
        assert!(error(Family::Gamma, Some((0.05, 8.999)), None, high).starts_with("high must be nearer"));
        assert!(error(Family::Poisson, None, None, Some((0.95, 2.5))).starts_with("high must be a whole number"));
        assert!(error(Family::Poisson, Some((0.05, 7.0)), None, high).starts_with("low must be blank, or 2 as"));
        assert!(error(Family::Binomial, Some((0.05, 0.0)), None, Some((0.95, 90.0))).starts_with("low must be nearer"));
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 64, rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default()
        })]
        #[test]
        fn every_family_meets_its_percentiles(
            x in -6.0..6.0_f64, spread in 0.01..2.0_f64, mode in 0.0..1.0_f64, p in 0.01..0.2_f64, q in 0.01..0.2_f64,
        ) {
            let start = libm::exp(x);
            let (low, high) = ((p, start), (1.0 - q, start * libm::exp(spread)));
            let middle = low.1 + mode * (high.1 - low.1);
            for family in [
                Family::Uniform, Family::Normal, Family::Lognormal, Family::Weibull, Family::Gamma, Family::Beta,
                Family::Triangular, Family::Pert, Family::Metalog,
            ] {
                let takes = matches!(family, Family::Triangular | Family::Pert | Family::Metalog);
                let law = Law::by_percentiles(family, Some(low), takes.then_some(middle), Some(high));
                // Metalog: a median near an end is refused; beta: what reaches beyond 1.
                let may_be_refused = match family {
                    Family::Metalog => !(0.3..0.7).contains(&mode),
                    Family::Beta => high.1 > 0.95 || spread < 0.05 || low.1 < 0.01,
                    _ => false,
                };
                match law {
                    Ok(law) => for (p, x) in [low, high] {
                        let wrong = law.quantile(p) / x - 1.0;
                        prop_assert!(wrong.abs() < 1e-9, "{family:?} {p} {x}: {wrong:e}");
                    },
                    Err(error) => prop_assert!(may_be_refused, "{family:?}: {error}"),
                }
            }
        }

        #[test]
        fn counts_meet_their_percentiles(count in 1_u32..3_000, p in 0.01..0.2_f64, chance in 0.05..0.95_f64) {
            let high = f64::from(count);
            let poisson = Law::by_percentiles(Family::Poisson, None, None, Some((1.0 - p, high))).expect("a law");
            prop_assert_eq!(poisson.quantile(1.0 - p), high);
            let binomial = Law::binomial(high, chance).expect("a law");
            let (low, high) = ((p, binomial.quantile(p)), (1.0 - p, binomial.quantile(1.0 - p)));
            if low.1 < high.1 {
                let law = Law::by_percentiles(Family::Binomial, Some(low), None, Some(high)).expect("a law");
                prop_assert_eq!((law.quantile(low.0), law.quantile(high.0)), (low.1, high.1));
            }
        }
    }
}
