//! The beta law, stretched to a range; PERT is one.

use super::special;
use super::table::{Smooth, Table};

/// The shapes of the PERT law whose mode lies at this share of its range.
pub fn pert_shapes(share: f64) -> (f64, f64) {
    (1.0 + 4.0 * share, 5.0 - 4.0 * share)
}

/// A beta law.
#[derive(Debug, Clone, PartialEq)]
pub struct Beta {
    unit: Unit,
    low: f64,
    high: f64,
    table: Table,
}

/// The beta law from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit {
    a: f64,
    b: f64,
}

impl Smooth for Unit {
    fn exact(&self, p: f64) -> f64 {
        special::beta_quantile(self.a, self.b, p).0
    }

    fn tails(&self, x: f64) -> (f64, f64) {
        special::beta(self.a, self.b, x, 1.0 - x)
    }

    fn density(&self, x: f64) -> f64 {
        let (a, b, y) = (self.a, self.b, 1.0 - x);
        special::binomial_mass(a, b, x, y) * (a * b / (a + b)) / (x * y)
    }
}

impl Beta {
    /// Shapes from 0.001 to 1,000,000, stretched from `low` to `high`.
    pub fn new(a: f64, b: f64, low: f64, high: f64) -> Beta {
        let unit = Unit { a, b };
        Beta { unit, low, high, table: Table::new(&unit) }
    }

    /// The quantile at `p`.
    pub fn quantile(&self, p: f64) -> f64 {
        if let Some(x) = self.table.quantile(p) {
            return self.low + (self.high - self.low) * x;
        }
        let (x, y) = special::beta_quantile(self.unit.a, self.unit.b, p);
        if x < y { self.low + (self.high - self.low) * x } else { self.high - (self.high - self.low) * y }
    }

    /// The probability of at most `x`, which lies in the range.
    pub fn cdf(&self, x: f64) -> f64 {
        let width = self.high - self.low;
        special::beta(self.unit.a, self.unit.b, (x - self.low) / width, (self.high - x) / width).0
    }

    /// Mean and variance.
    pub fn moments(&self) -> (f64, f64) {
        let Unit { a, b } = self.unit;
        let (width, sum) = (self.high - self.low, a + b);
        (self.low + width * (a / sum), width * width * (a / sum) * (b / sum) / (sum + 1.0))
    }

    /// The range.
    pub fn support(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}
