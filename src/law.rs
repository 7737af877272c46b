//! The distributions of uncertain inputs: quantile functions, one uniform draw in, one value out
//! (docs/model.md, "Uncertainty").
//!
//! Everything dear is prepared when a law is made, so that a value costs a few nanoseconds to a few hundred. All of it
//! is computed with `libm`, so every platform gives the same bits.

use crate::quantile;

mod beta;
mod constructors;
mod counts;
pub mod family;
mod fit;
mod gamma;
pub mod metalog;
pub mod percentiles;
mod roots;
mod solve;
pub mod special;
mod table;
pub mod truncated;
mod values;

#[cfg(test)]
mod tests;

pub use constructors::{LARGEST, SMALLEST};
pub use family::{FAMILIES, Family};
pub use truncated::Truncated;

use beta::Beta;
use counts::Counts;
use gamma::Gamma;
use metalog::Metalog;
use values::{Discrete, Empirical};

/// Why there is no such law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawError {
    /// The argument that is wrong, as its constructor names it.
    pub argument: &'static str,
    /// What is allowed: follows the argument's name in a sentence.
    pub message: String,
}

impl LawError {
    fn new(argument: &'static str, message: impl Into<String>) -> LawError {
        LawError { argument, message: message.into() }
    }
}

impl std::fmt::Display for LawError {
    /// `high must be above low`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.argument, self.message)
    }
}

impl std::error::Error for LawError {}

/// A distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    family: Family,
    form: Form,
}

/// What a quantile is computed from.
#[derive(Debug, Clone, PartialEq)]
enum Form {
    Uniform {
        low: f64,
        high: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    Normal {
        mean: f64,
        sd: f64,
    },
    Lognormal {
        median: f64,
        sigma: f64,
    },
    /// PERT too.
    Beta(Beta),
    Gamma(Gamma),
    Weibull {
        shape: f64,
        scale: f64,
    },
    Exponential {
        mean: f64,
    },
    /// Poisson and binomial.
    Counts(Counts),
    Discrete(Discrete),
    Empirical(Empirical),
    Metalog(Metalog),
}

impl Law {
    /// Its family.
    pub fn family(&self) -> Family {
        self.family
    }

    /// Whether its values are separate points.
    pub fn is_discrete(&self) -> bool {
        matches!(self.form, Form::Counts(_) | Form::Discrete(_))
    }

    /// The value with probability `p` up to it, `p` above 0 and below 1; of a discrete law the smallest with at least
    /// that.
    pub fn quantile(&self, p: f64) -> f64 {
        match &self.form {
            Form::Uniform { low, high } => low + p * (high - low),
            Form::Triangular { low, mode, high } => {
                let width = high - low;
                if p * width < mode - low {
                    low + (p * width * (mode - low)).sqrt()
                } else {
                    high - ((1.0 - p) * width * (high - mode)).sqrt()
                }
            }
            Form::Normal { mean, sd } => mean + sd * quantile::normal(p),
            Form::Lognormal { median, sigma } => median * libm::exp(sigma * quantile::normal(p)),
            Form::Beta(beta) => beta.quantile(p),
            Form::Gamma(gamma) => gamma.quantile(p),
            Form::Weibull { shape, scale } => scale * libm::pow(-libm::log1p(-p), 1.0 / shape),
            Form::Exponential { mean } => -mean * libm::log1p(-p),
            Form::Counts(counts) => counts.quantile(p),
            Form::Discrete(discrete) => discrete.quantile(p),
            Form::Empirical(empirical) => empirical.quantile(p),
            Form::Metalog(metalog) => metalog.quantile(p),
        }
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        let (least, most) = self.support();
        if x < least {
            return 0.0;
        }
        if x >= most {
            return 1.0;
        }
        match &self.form {
            Form::Uniform { low, high } => (x - low) / (high - low),
            Form::Triangular { low, mode, high } => {
                if x < *mode {
                    (x - low) / (high - low) * ((x - low) / (mode - low))
                } else {
                    1.0 - (high - x) / (high - low) * ((high - x) / (high - mode))
                }
            }
            Form::Normal { mean, sd } => quantile::normal_cdf((x - mean) / sd),
            Form::Lognormal { median, sigma } => quantile::normal_cdf(libm::log(x / median) / sigma),
            Form::Beta(beta) => beta.cdf(x),
            Form::Gamma(gamma) => gamma.cdf(x),
            Form::Weibull { shape, scale } => -libm::expm1(-libm::pow(x / scale, *shape)),
            Form::Exponential { mean } => -libm::expm1(-x / mean),
            Form::Counts(counts) => counts.cdf(x),
            Form::Discrete(discrete) => discrete.cdf(x),
            Form::Empirical(empirical) => empirical.cdf(x),
            Form::Metalog(metalog) => metalog.cdf(x),
        }
    }

    /// The probability of less than `x`.
    pub fn below(&self, x: f64) -> f64 {
        match &self.form {
            Form::Counts(counts) => counts.cdf(x.ceil() - 1.0),
            Form::Discrete(discrete) => discrete.cdf(x.next_down()),
            Form::Empirical(empirical) => empirical.below(x),
            _ => self.cdf(x),
        }
    }

    /// The mean; infinite for a metalog law with a heavy tail.
    pub fn mean(&self) -> f64 {
        self.moments().0
    }

    /// The variance; infinite for a metalog law with a heavy tail.
    pub fn variance(&self) -> f64 {
        self.moments().1
    }

    fn moments(&self) -> (f64, f64) {
        match &self.form {
            Form::Uniform { low, high } => (0.5 * (low + high), (high - low) * (high - low) / 12.0),
            Form::Triangular { low, mode, high } => {
                let (left, right) = (mode - low, high - mode);
                ((low + mode + high) / 3.0, (left * left + left * right + right * right) / 18.0)
            }
            Form::Normal { mean, sd } => (*mean, sd * sd),
            Form::Lognormal { median, sigma } => {
                let square = sigma * sigma;
                let mean = median * libm::exp(0.5 * square);
                (mean, mean * mean * libm::expm1(square))
            }
            Form::Beta(beta) => beta.moments(),
            Form::Gamma(gamma) => gamma.moments(),
            Form::Weibull { shape, scale } => weibull_moments(*shape, *scale),
            Form::Exponential { mean } => (*mean, mean * mean),
            Form::Counts(counts) => counts.moments,
            Form::Discrete(discrete) => discrete.moments(),
            Form::Empirical(empirical) => empirical.moments(),
            Form::Metalog(metalog) => metalog.moments,
        }
    }

    /// The smallest and the largest value, which may be infinite.
    pub fn support(&self) -> (f64, f64) {
        match &self.form {
            Form::Uniform { low, high } | Form::Triangular { low, high, .. } => (*low, *high),
            Form::Normal { .. } => (f64::NEG_INFINITY, f64::INFINITY),
            Form::Beta(beta) => beta.support(),
            Form::Lognormal { .. } | Form::Gamma(_) | Form::Weibull { .. } | Form::Exponential { .. } => {
                (0.0, f64::INFINITY)
            }
            Form::Counts(counts) => (0.0, counts.most),
            Form::Discrete(discrete) => discrete.support(),
            Form::Empirical(empirical) => empirical.support(),
            Form::Metalog(metalog) => metalog.support(),
        }
    }

    /// The probabilities at which the quantile function of a continuous law has a bend.
    fn kinks(&self) -> Vec<f64> {
        match &self.form {
            Form::Triangular { low, mode, high } => vec![(mode - low) / (high - low)],
            Form::Empirical(empirical) => empirical.kinks(),
            _ => Vec::new(),
        }
    }

    /// The values and probabilities of a discrete law; nothing of a continuous one.
    fn points(&self) -> Vec<(f64, f64)> {
        match &self.form {
            Form::Counts(counts) => counts.points(),
            Form::Discrete(discrete) => discrete.points.clone(),
            _ => Vec::new(),
        }
    }
}

/// Scale times gamma(1 + 1 / shape), and the variance. With a large shape the law is narrow, and the difference of
/// moments is taken as `expm1` of the difference of their logarithms.
fn weibull_moments(shape: f64, scale: f64) -> (f64, f64) {
    let (one, two) = (libm::lgamma(1.0 + 1.0 / shape), libm::lgamma(1.0 + 2.0 / shape));
    let mean = scale * libm::exp(one);
    (mean, mean * mean * libm::expm1(two - 2.0 * one))
}
