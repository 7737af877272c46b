//! Quantiles that are dear to invert, read from cubic pieces that are prepared once.

use crate::quantile;

/// The pieces lie between standard normal quantiles of -4.75 and 4.75: two draws in a million lie beyond.
const REACH: f64 = 4.75;

/// How many pieces there are.
const PIECES: usize = 2_048;

/// Pieces for one normal quantile.
const DENSITY: f64 = PIECES as f64 / (2.0 * REACH);

/// A piece is kept where the probability of what it gives is this near the wanted one, relative to the smaller tail.
const NEAR: f64 = 1e-10;

/// A quantile function as cubic Hermite pieces over the standard normal quantile, over which the usual laws are nearly
/// straight. Where a piece is not accurate enough, or not monotone, there is none and the exact inverse is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Table(Vec<Option<[f64; 4]>>);

/// What a table is made of.
pub trait Smooth {
    /// The quantile, by exact inversion.
    fn exact(&self, p: f64) -> f64;

    /// The probability of at most `x`, and of more than `x`.
    fn tails(&self, x: f64) -> (f64, f64);

    /// The density.
    fn density(&self, x: f64) -> f64;
}

impl Table {
    /// The table of a law.
    pub fn new(law: &impl Smooth) -> Table {
        let knot = |at: usize| {
            let z = at as f64 / DENSITY - REACH;
            let x = law.exact(quantile::normal_cdf(z));
            // dx/dz = (dp/dz) / (dp/dx), here by piece.
            let slope = 0.398_942_280_401_432_7 * libm::exp(-0.5 * z * z) / law.density(x) / DENSITY;
            (x, slope)
        };
        let mut left = knot(0);
        let pieces = (0..PIECES).map(|at| {
            let right = knot(at + 1);
            let piece = hermite(left, right);
            let z = (at as f64 + 0.5) / DENSITY - REACH;
            left = right;
            piece.filter(|piece| {
                let (lower, upper) = law.tails(value(piece, 0.5));
                let error = if z < 0.0 {
                    lower / quantile::normal_cdf(z) - 1.0
                } else {
                    upper / quantile::normal_cdf(-z) - 1.0
                };
                error.abs() < NEAR
            })
        });
        Table(pieces.collect())
    }

    /// The quantile at `p`, if the table has it.
    #[inline]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let place = (quantile::normal(p) + REACH) * DENSITY;
        if !(place >= 0.0 && place < PIECES as f64) {
            return None;
        }
        let at = place as usize;
        self.0[at].as_ref().map(|piece| value(piece, place - at as f64))
    }
}

/// The cubic through two knots with their slopes, if it is monotone: no slope may be above three times the straight
/// line's (Fritsch and Carlson, 1980).
fn hermite(left: (f64, f64), right: (f64, f64)) -> Option<[f64; 4]> {
    let rise = right.0 - left.0;
    let monotone = left.1 >= 0.0 && right.1 >= 0.0 && left.1 <= 3.0 * rise && right.1 <= 3.0 * rise;
    monotone.then_some([left.0, left.1, 3.0 * rise - 2.0 * left.1 - right.1, left.1 + right.1 - 2.0 * rise])
}

fn value(piece: &[f64; 4], s: f64) -> f64 {
    piece[0] + s * (piece[1] + s * (piece[2] + s * piece[3]))
}
