//! The gamma law.

use super::special;
use super::table::{Smooth, Table};

/// A gamma law.
#[derive(Debug, Clone, PartialEq)]
pub struct Gamma {
    unit: Unit,
    scale: f64,
    table: Table,
}

/// The gamma law of scale 1.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit {
    shape: f64,
}

impl Smooth for Unit {
    fn exact(&self, p: f64) -> f64 {
        special::gamma_quantile(self.shape, p)
    }

    fn tails(&self, x: f64) -> (f64, f64) {
        special::gamma(self.shape, x)
    }

    fn density(&self, x: f64) -> f64 {
        special::poisson_mass(self.shape, x) * self.shape / x
    }
}

impl Gamma {
    /// A shape from 0.001 to 1,000,000 and a scale.
    pub fn new(shape: f64, scale: f64) -> Gamma {
        let unit = Unit { shape };
        Gamma { unit, scale, table: Table::new(&unit) }
    }

    /// The quantile at `p`.
    pub fn quantile(&self, p: f64) -> f64 {
        self.scale * self.table.quantile(p).unwrap_or_else(|| self.unit.exact(p))
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        special::gamma(self.unit.shape, x / self.scale).0
    }

    /// Mean and variance.
    pub fn moments(&self) -> (f64, f64) {
        let mean = self.unit.shape * self.scale;
        (mean, mean * self.scale)
    }
}
