//! The maximum of a likelihood in one spread that all segments share and two figures of each, by damped Newton steps on
//! scales without bounds (Levenberg 1944, Marquardt 1963).

/// What the estimation finds, all of list.
#[derive(Debug, Clone, PartialEq)]
pub struct Asks {
    /// Spread of bidders' needs.
    pub spread: f64,
    /// Mean and standard deviation of the competing ask, for each of the segments.
    pub asks: Vec<[f64; 2]>,
}

/// A sum over segments of functions of the spread and of the segment's mean and standard deviation.
pub trait Surface {
    /// What depends on the spread alone.
    type Table;

    /// The table of a spread.
    fn table(&self, spread: f64) -> Self::Table;

    /// The part of the segment at a place.
    fn value(&self, table: &Self::Table, segment: usize, ask: [f64; 2]) -> f64;
}

/// Steps of the differences: of the logarithm of the spread, of the mean, of the logarithm of the standard deviation.
const DIFFERENCES: [f64; 3] = [0.02, 0.002, 0.02];
/// The longest step on each.
const LONGEST: [f64; 3] = [0.4, 0.1, 0.4];
/// A step that gains less than this ends the search: far below what chance does to a likelihood.
const ENOUGH: f64 = 1e-4;
const MOST_STEPS: usize = 60;
/// The narrowest spread and standard deviation: below them the steps in which prices are read tell nothing.
const NARROWEST: f64 = 0.004;

/// The maximum near a start, the spread being kept where `spread` is not asked for. Every step is upward; where kinks keep
/// the search from settling, it ends at the highest point that was reached.
pub fn maximum<S: Surface>(surface: &S, start: &Asks, spread: bool) -> Asks {
    let mut point = start.clone();
    let mut value = total(surface, &point);
    let mut damping = 0.0;
    let mut slope = Slope::at(surface, &point, spread);
    for _ in 0..MOST_STEPS {
        let step = slope.step(damping);
        let next = step.as_ref().map(|step| moved(&point, step, spread));
        let gain = next.as_ref().map_or(f64::NEG_INFINITY, |next| total(surface, next) - value);
        match next.filter(|_| gain >= 0.0) {
            Some(next) => {
                (point, value) = (next, value + gain);
                if gain < ENOUGH && damping < 1.0 {
                    break;
                }
                damping *= 0.1;
                slope = Slope::at(surface, &point, spread);
            }
            // Nothing is gained even by a short step: this is the top, as finely as differences tell.
            None if damping > 1e4 => break,
            None => damping = (damping * 10.0).max(1e-3),
        }
    }
    point
}

fn total<S: Surface>(surface: &S, point: &Asks) -> f64 {
    let table = surface.table(point.spread);
    point.asks.iter().enumerate().map(|(at, ask)| surface.value(&table, at, *ask)).sum()
}

/// A point after a step on the scales of the search.
fn moved(point: &Asks, step: &[f64], spread: bool) -> Asks {
    let limited = |step: f64, which: usize| step.clamp(-LONGEST[which], LONGEST[which]);
    let own = usize::from(spread);
    let asks = point.asks.iter().zip(step[own..].chunks(2)).map(|(ask, step)| {
        let sd = ask[1] * libm::exp(limited(step[1], 2));
        [(ask[0] + limited(step[0], 1)).clamp(0.05, 3.0), sd.clamp(NARROWEST, 2.0)]
    });
    let factor = if spread { libm::exp(limited(step[0], 0)) } else { 1.0 };
    Asks { spread: (point.spread * factor).clamp(NARROWEST, 1.0), asks: asks.collect() }
}

/// Gradient and curvature of a surface at a point, by central differences.
struct Slope {
    gradient: Vec<f64>,
    /// The matrix of second derivatives with its sign turned.
    curvature: Vec<Vec<f64>>,
}

impl Slope {
    fn at<S: Surface>(surface: &S, point: &Asks, spread: bool) -> Slope {
        let own = usize::from(spread);
        let size = own + 2 * point.asks.len();
        let mut slope = Slope { gradient: vec![0.0; size], curvature: vec![vec![0.0; size]; size] };
        let tables = [-1.0, 0.0, 1.0].map(|step| surface.table(point.spread * libm::exp(step * DIFFERENCES[0])));
        for (at, ask) in point.asks.iter().enumerate() {
            let value = |step: [i32; 3]| {
                let mean = ask[0] + f64::from(step[1]) * DIFFERENCES[1];
                let sd = ask[1] * libm::exp(f64::from(step[2]) * DIFFERENCES[2]);
                surface.value(&tables[(step[0] + 1) as usize], at, [mean, sd])
            };
            // Where each of the three stands in the matrix.
            let first = own + 2 * at;
            let places = [spread.then_some(0), Some(first), Some(first + 1)];
            let centre = value([0; 3]);
            let along = |which: usize, sign: i32| {
                let mut step = [0; 3];
                step[which] = sign;
                value(step)
            };
            let sides: [[f64; 2]; 3] = std::array::from_fn(|which| match places[which] {
                Some(_) => [along(which, -1), along(which, 1)],
                None => [centre; 2],
            });
            for a in 0..3 {
                let Some(row) = places[a] else { continue };
                let [below, above] = sides[a];
                slope.gradient[row] += (above - below) / (2.0 * DIFFERENCES[a]);
                slope.curvature[row][row] -= (above - 2.0 * centre + below) / (DIFFERENCES[a] * DIFFERENCES[a]);
                for b in 0..a {
                    let Some(column) = places[b] else { continue };
                    let both = |sign: i32| {
                        let mut step = [0; 3];
                        (step[a], step[b]) = (sign, sign);
                        value(step)
                    };
                    let mixed = both(1) + both(-1) + 2.0 * centre - below - above - sides[b][0] - sides[b][1];
                    let second = mixed / (2.0 * DIFFERENCES[a] * DIFFERENCES[b]);
                    slope.curvature[row][column] -= second;
                    slope.curvature[column][row] -= second;
                }
            }
        }
        slope
    }

    /// The step to the top of the parabola, shortened by damping; `None` where that is no top.
    fn step(&self, damping: f64) -> Option<Vec<f64>> {
        let mut matrix = self.curvature.clone();
        for (at, row) in matrix.iter_mut().enumerate() {
            row[at] += damping * (row[at].abs() + 1.0);
        }
        solve(matrix, &self.gradient)
    }
}

/// Solves a system with a positive definite matrix by Cholesky's decomposition; `None` if it is not one.
fn solve(mut matrix: Vec<Vec<f64>>, right: &[f64]) -> Option<Vec<f64>> {
    let size = right.len();
    let mut x = right.to_vec();
    for i in 0..size {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| matrix[i][k] * matrix[j][k]).sum();
            let rest = matrix[i][j] - sum;
            if i == j {
                if rest.is_nan() || rest <= 1e-12 {
                    return None;
                }
                matrix[i][i] = libm::sqrt(rest);
            } else {
                matrix[i][j] = rest / matrix[j][j];
            }
        }
        let sum: f64 = (0..i).map(|k| matrix[i][k] * x[k]).sum();
        x[i] = (x[i] - sum) / matrix[i][i];
    }
    for i in (0..size).rev() {
        let sum: f64 = (i + 1..size).map(|k| matrix[k][i] * x[k]).sum();
        x[i] = (x[i] - sum) / matrix[i][i];
    }
    Some(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_of_two_is_solved() {
        // 4x + 2y = 10, 2x + 3y = 9: x = 1.5, y = 2.
        let x = solve(vec![vec![4.0, 2.0], vec![2.0, 3.0]], &[10.0, 9.0]).expect("positive definite");
        assert!((x[0] - 1.5).abs() < 1e-12 && (x[1] - 2.0).abs() < 1e-12);
        assert_eq!(solve(vec![vec![1.0, 2.0], vec![2.0, 1.0]], &[1.0, 1.0]), None);
    }

    /// -(ln s - ln 0.1)^2 for each segment, with tops of the asks that lean on the spread.
    struct Hill;

    impl Surface for Hill {
        type Table = f64;

        fn table(&self, spread: f64) -> f64 {
            libm::log(spread / 0.1)
        }

        fn value(&self, table: &f64, segment: usize, [mean, sd]: [f64; 2]) -> f64 {
            let top = [0.7, 0.9][segment] + 0.1 * table;
            let width = libm::log(sd / 0.08);
            -100.0 * (mean - top) * (mean - top)
                - 10.0 * width * width
                - 5.0 * table * table
                - libm::pow(table.abs(), 3.0)
        }
    }

    #[test]
    fn the_top_of_a_hill_is_found() {
        let start = Asks { spread: 0.2, asks: vec![[0.8, 0.2], [0.8, 0.05]] };
        let top = maximum(&Hill, &start, true);
        assert!((top.spread - 0.1).abs() < 1e-4, "{top:?}");
        for (ask, mean) in top.asks.iter().zip([0.7, 0.9]) {
            assert!((ask[0] - mean).abs() < 1e-3 && (ask[1] - 0.08).abs() < 1e-4, "{top:?}");
        }
        // With the spread kept at 0.2, the tops are 0.1 ln 2 higher.
        let kept = maximum(&Hill, &start, false);
        assert_eq!(kept.spread, 0.2);
        assert!((kept.asks[0][0] - 0.7 - 0.1 * std::f64::consts::LN_2).abs() < 1e-4, "{kept:?}");
    }
}
