//! Laws by their own parameters.

use super::beta::{Beta, pert_shapes};
use super::counts::Counts;
use super::gamma::Gamma;
use super::metalog::Metalog;
use super::values::{Discrete, Empirical};
use super::{Family, Form, Law, LawError};
use crate::say;

/// The largest shape, mean or number of trials of a law; beyond, a normal law is as good.
pub const LARGEST: f64 = 1e6;

/// The smallest shape of a beta or gamma law.
pub const SMALLEST: f64 = 1e-3;

/// Constructors, each by the family's own parameters.
impl Law {
    /// Every value from `low` to `high` alike.
    ///
    /// # Errors
    /// [`LawError`] names the argument: bounds that are not finite, or not in order.
    pub fn uniform(low: f64, high: f64) -> Result<Law, LawError> {
        range(low, high)?;
        Ok(Law { family: Family::Uniform, form: Form::Uniform { low, high } })
    }

    /// From `low` straight up to `mode` and straight down to `high`.
    ///
    /// # Errors
    /// [`LawError`] names the argument: bounds that are not finite or not in order, a mode outside them.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Law, LawError> {
        range(low, high)?;
        within(mode, low, high)?;
        Ok(Law { family: Family::Triangular, form: Form::Triangular { low, mode, high } })
    }

    /// The beta law from `low` to `high` with a mean of (low + 4 mode + high) / 6: shapes 1 + 4 (mode - low) /
    /// (high - low) and 1 + 4 (high - mode) / (high - low). Malcolm et al. (1959); Vose (2008), "Modified PERT" with
    /// shape 4.
    ///
    /// # Errors
    /// [`LawError`] names the argument: bounds that are not finite or not in order, a mode outside them.
    pub fn pert(low: f64, mode: f64, high: f64) -> Result<Law, LawError> {
        range(low, high)?;
        within(mode, low, high)?;
        let (a, b) = pert_shapes((mode - low) / (high - low));
        Ok(Law { family: Family::Pert, form: Form::Beta(Beta::new(a, b, low, high)) })
    }

    /// Mean and standard deviation.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a mean that is not finite, a deviation not above 0.
    pub fn normal(mean: f64, sd: f64) -> Result<Law, LawError> {
        finite("mean", mean)?;
        positive("sd", sd)?;
        Ok(Law { family: Family::Normal, form: Form::Normal { mean, sd } })
    }

    /// Median, and standard deviation of the logarithm.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a median or a deviation not above 0.
    pub fn lognormal(median: f64, sigma: f64) -> Result<Law, LawError> {
        positive("median", median)?;
        positive("sigma", sigma)?;
        Ok(Law { family: Family::Lognormal, form: Form::Lognormal { median, sigma } })
    }

    /// Shapes `a` and `b`, each from [`SMALLEST`] to [`LARGEST`], stretched from `low` to `high`.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a shape out of its range, bounds that are not finite or not in order.
    pub fn beta(a: f64, b: f64, low: f64, high: f64) -> Result<Law, LawError> {
        shape("a", a)?;
        shape("b", b)?;
        range(low, high)?;
        Ok(Law { family: Family::Beta, form: Form::Beta(Beta::new(a, b, low, high)) })
    }

    /// Shape from [`SMALLEST`] to [`LARGEST`], and scale: the mean is their product.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a shape out of its range, a scale not above 0.
    pub fn gamma(shape: f64, scale: f64) -> Result<Law, LawError> {
        self::shape("shape", shape)?;
        positive("scale", scale)?;
        Ok(Law { family: Family::Gamma, form: Form::Gamma(Gamma::new(shape, scale)) })
    }

    /// Shape from 0.01 to [`LARGEST`], and scale, below which lie 63.2 %.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a shape out of its range, a scale not above 0.
    pub fn weibull(shape: f64, scale: f64) -> Result<Law, LawError> {
        if !(0.01..=LARGEST).contains(&shape) {
            return Err(LawError::new("shape", say!("must be between 0.01 and 1,000,000")));
        }
        positive("scale", scale)?;
        Ok(Law { family: Family::Weibull, form: Form::Weibull { shape, scale } })
    }

    /// The mean time between events.
    ///
    /// # Errors
    /// [`LawError`] names the argument: a mean not above 0.
    pub fn exponential(mean: f64) -> Result<Law, LawError> {
        positive("mean", mean)?;
        Ok(Law { family: Family::Exponential, form: Form::Exponential { mean } })
    }

    /// The mean count, at most [`LARGEST`].
    ///
    /// # Errors
    /// [`LawError`] names the argument: a mean not above 0, or too large.
    pub fn poisson(mean: f64) -> Result<Law, LawError> {
        if !(mean > 0.0 && mean <= LARGEST) {
            return Err(LawError::new("mean", say!("must be above 0 and at most 1,000,000")));
        }
        Ok(Law { family: Family::Poisson, form: Form::Counts(Counts::poisson(mean)) })
    }

    /// Successes among so many trials, a whole number up to [`LARGEST`], each with a chance.
    ///
    /// # Errors
    /// [`LawError`] names the argument: trials that are no whole number in their range, a chance that is not between
    /// 0 and 1.
    pub fn binomial(trials: f64, chance: f64) -> Result<Law, LawError> {
        if !(1.0..=LARGEST).contains(&trials) || trials.fract() != 0.0 {
            return Err(LawError::new("trials", say!("must be a whole number from 1 to 1,000,000")));
        }
        if !(chance > 0.0 && chance < 1.0) {
            return Err(LawError::new("chance", say!("must be above 0 and below 1")));
        }
        Ok(Law { family: Family::Binomial, form: Form::Counts(Counts::binomial(trials, chance)) })
    }

    /// Values with weights above 0, which need not add up to 1.
    ///
    /// # Errors
    /// [`LawError`] names the argument: no values, values that are not finite, weights that are not above 0.
    pub fn discrete(weighted: &[(f64, f64)]) -> Result<Law, LawError> {
        Ok(Law { family: Family::Discrete, form: Form::Discrete(Discrete::new(weighted)?) })
    }

    /// Observations in any order, joined by straight lines: quantiles of type 7.
    ///
    /// # Errors
    /// [`LawError`] names the argument: observations that are not finite, or fewer than two different ones.
    pub fn empirical(observations: &[f64]) -> Result<Law, LawError> {
        Ok(Law { family: Family::Empirical, form: Form::Empirical(Empirical::new(observations)?) })
    }

    /// Quantiles `(p, x)`, three or more, and the bounds that there are. Up to ten are met exactly; more are fitted
    /// with ten terms by least squares. Refused where the density would not be positive.
    ///
    /// # Errors
    /// See [`Metalog::new`].
    pub fn metalog(quantiles: &[(f64, f64)], bounds: (Option<f64>, Option<f64>)) -> Result<Law, LawError> {
        Ok(Law { family: Family::Metalog, form: Form::Metalog(Metalog::new(quantiles, bounds)?) })
    }
}

/// Refuses what is not finite.
pub fn finite(argument: &'static str, value: f64) -> Result<(), LawError> {
    if value.is_finite() { Ok(()) } else { Err(LawError::new(argument, say!("must be a finite number"))) }
}

/// Refuses what is not above 0.
pub fn positive(argument: &'static str, value: f64) -> Result<(), LawError> {
    finite(argument, value)?;
    if value > 0.0 { Ok(()) } else { Err(LawError::new(argument, say!("must be above 0"))) }
}

fn shape(argument: &'static str, value: f64) -> Result<(), LawError> {
    if (SMALLEST..=LARGEST).contains(&value) {
        Ok(())
    } else {
        Err(LawError::new(argument, say!("must be between 0.001 and 1,000,000")))
    }
}

fn range(low: f64, high: f64) -> Result<(), LawError> {
    finite("low", low)?;
    finite("high", high)?;
    if high <= low {
        return Err(LawError::new("high", say!("must be above low")));
    }
    if (high - low).is_finite() { Ok(()) } else { Err(LawError::new("high", say!("must be nearer to low"))) }
}

/// Refuses a mode outside the range.
pub fn within(mode: f64, low: f64, high: f64) -> Result<(), LawError> {
    if (low..=high).contains(&mode) { Ok(()) } else { Err(LawError::new("mode", say!("must be between low and high"))) }
}
