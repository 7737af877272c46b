//! Laws whose percentiles have to be solved for.

use super::beta::pert_shapes;
use super::constructors;
use super::roots::root;
use super::special;
use super::{LARGEST, Law, LawError, SMALLEST};
use crate::say;

/// A probability above 0 and below 1, and the value below which it lies.
pub type Percentile = (f64, f64);

/// Why the solution cannot be had.
pub fn extreme() -> LawError {
    LawError::new("high", say!("must be nearer to or farther from low: this law would be too narrow or too wide"))
}

/// The logarithm of high by low, both above 0.
pub fn ratio(low: Percentile, high: Percentile) -> Result<f64, LawError> {
    constructors::positive("low", low.1)?;
    Ok(libm::log(high.1 / low.1))
}

/// What both counts ask of their percentiles.
fn whole(argument: &'static str, x: f64) -> Result<(), LawError> {
    if x >= 0.0 && x.fract() == 0.0 && x < LARGEST {
        Ok(())
    } else {
        Err(LawError::new(argument, say!("must be a whole number from 0 to below 1,000,000")))
    }
}

/// A count is a percentile for a range of means; the one is taken for which the probability stands in the middle of
/// the count's step.
pub fn poisson(low: Option<Percentile>, high: Percentile) -> Result<Law, LawError> {
    whole("high", high.1)?;
    if high.1 == 0.0 {
        return Err(LawError::new("high", say!("must be at least 1")));
    }
    let (p, count) = high;
    let middle = |mean: f64| {
        let (_, up_to) = special::gamma(count + 1.0, mean);
        up_to - 0.5 * special::poisson_mass(count, mean) - p
    };
    let most = count + 40.0 * count.sqrt() + 800.0;
    let mean = root(0.0, most, middle);
    let law = Law::poisson(mean).map_err(|_| extreme())?;
    if let Some((p, x)) = low {
        let follows = law.quantile(p);
        if x != follows {
            return Err(LawError::new("low", say!("must be blank, or {value} as follows from high", value = follows)));
        }
    }
    Ok(law)
}

/// Where the high probability may stand within its count's step, the middle first.
const PLACES: [f64; 5] = [0.5, 0.75, 0.25, 0.95, 0.05];

/// The fewest trials that spread as far as from high to low, the chance being that for which the high probability
/// stands in the middle of its count's step; elsewhere in the step if the middle has no solution.
pub fn binomial(low: Percentile, high: Percentile) -> Result<Law, LawError> {
    whole("low", low.1)?;
    whole("high", high.1)?;
    let found = PLACES.iter().find_map(|place| binomial_at(low, high, *place));
    found.ok_or_else(|| {
        LawError::new("low", say!("must be nearer to high or farther from it: no binomial law has both percentiles"))
    })
}

fn binomial_at(low: Percentile, high: Percentile, place: f64) -> Option<Law> {
    // The probability of at most `count`.
    let up_to = |trials: f64, count: f64, chance: f64| match count {
        none if none < 0.0 => 0.0,
        all if all >= trials => 1.0,
        some => special::beta(trials - some, some + 1.0, 1.0 - chance, chance).0,
    };
    let chance = |trials: f64| {
        root(0.0, 1.0, |chance| {
            let (before, after) = (up_to(trials, high.1 - 1.0, chance), up_to(trials, high.1, chance));
            before + place * (after - before) - high.0
        })
    };
    let reaches = |trials: f64| up_to(trials, low.1, chance(trials)) >= low.0;
    let (mut few, mut many) = (high.1, LARGEST);
    if !reaches(few) {
        while many - few > 1.0 {
            let middle = (0.5 * (few + many)).floor();
            if reaches(middle) { many = middle } else { few = middle }
        }
        few = many;
    }
    let law = Law::binomial(few, chance(few)).ok()?;
    (law.quantile(low.0) == low.1 && law.quantile(high.0) == high.1).then_some(law)
}

/// The larger the shape, the nearer the percentiles: the low one decides it, the scale keeping the high one.
pub fn gamma(low: Percentile, high: Percentile) -> Result<Law, LawError> {
    let ratio = ratio(low, high)?;
    let excess = |log_shape: f64| {
        let shape = libm::exp(log_shape);
        let x = special::gamma_quantile(shape, high.0) * libm::exp(-ratio);
        special::gamma(shape, x).0 - low.0
    };
    let (from, to) = (libm::log(SMALLEST), libm::log(LARGEST));
    if excess(from) < 0.0 || excess(to) > 0.0 {
        return Err(extreme());
    }
    let shape = libm::exp(root(from, to, excess));
    Law::gamma(shape, high.1 / special::gamma_quantile(shape, high.0)).map_err(|_| extreme())
}

/// For each `a` one `b` keeps the high percentile; the low one decides `a`. There is one such law (Shih, 2015, "A note
/// on the existence and uniqueness of beta quantile solutions").
pub fn beta(low: Percentile, high: Percentile) -> Result<Law, LawError> {
    if low.1 <= 0.0 {
        return Err(LawError::new("low", say!("must be above 0")));
    }
    if high.1 >= 1.0 {
        return Err(LawError::new("high", say!("must be below 1")));
    }
    let (from, to) = (libm::log(SMALLEST), libm::log(LARGEST));
    let cdf = |a: f64, b: f64, x: f64| special::beta(libm::exp(a), libm::exp(b), x, 1.0 - x).0;
    let other = |a: f64| root(from, to, |b| cdf(a, b, high.1) - high.0);
    // Beyond the largest or smallest `b` the high percentile is missed, and the sign of the miss of the low one is
    // still right: `a` is too large where it lies too high.
    let excess = |a: f64| cdf(a, other(a), low.1) - low.0;
    if excess(from) < 0.0 || excess(to) > 0.0 {
        return Err(extreme());
    }
    let a = root(from, to, excess);
    let b = other(a);
    let missed = |(p, x): Percentile| (cdf(a, b, x) - p).abs() > 1e-10;
    if missed(low) || missed(high) {
        return Err(extreme());
    }
    Law::beta(libm::exp(a), libm::exp(b), 0.0, 1.0)
}

/// With c the probability below the mode and w the width: mode - low = w (c - sqrt(p c)), and likewise above; their
/// ratio decides c.
pub fn triangular(low: Percentile, mode: f64, high: Percentile) -> Result<Law, LawError> {
    let (left, right) = (mode - low.1, high.1 - mode);
    let rest = 1.0 - high.0;
    let below = |c: f64| (low.0 * c).sqrt();
    let above = |c: f64| (rest * (1.0 - c)).sqrt();
    let c = root(low.0, high.0, |c| left * ((1.0 - c) - above(c)) - right * (c - below(c)));
    let width = (left + right) / (1.0 - below(c) - above(c));
    Law::triangular(mode - c * width, mode, mode + (1.0 - c) * width)
}

/// With c the share of the range below the mode and q the quantiles of the law from 0 to 1: mode - low = width (c -
/// q(low)), and likewise above; their ratio decides c.
pub fn pert(low: Percentile, mode: f64, high: Percentile) -> Result<Law, LawError> {
    let (left, right) = (mode - low.1, high.1 - mode);
    let unit = |c: f64, p: f64| {
        let (a, b) = pert_shapes(c);
        special::beta_quantile(a, b, p).0
    };
    let c = root(0.0, 1.0, |c| left * (unit(c, high.0) - c) - right * (c - unit(c, low.0)));
    let width = (left + right) / (unit(c, high.0) - unit(c, low.0));
    Law::pert(mode - c * width, mode, mode + (1.0 - c) * width)
}
