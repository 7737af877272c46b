//! Correlation matrices: eigenvalues, triangular factors and the nearest one to a matrix that is none (docs/model.md,
//! "Uncertainty").

/// A square matrix by rows.
pub type Matrix = Vec<Vec<f64>>;

/// What is taken as zero in an eigenvalue or a pivot: correlations have at most some digits.
const NEGLIGIBLE: f64 = 1e-10;

/// Whether a matrix whose smallest eigenvalue this is can be one of correlations.
pub fn semidefinite(smallest: f64) -> bool {
    smallest >= -NEGLIGIBLE
}

/// The lower triangle `L` with `L L' = matrix` of a correlation matrix (Cholesky), its rows of length one. A variable
/// that follows wholly from earlier ones has a diagonal of zero.
pub fn factor(matrix: &Matrix) -> Matrix {
    let size = matrix.len();
    let mut factor = vec![vec![0.0; size]; size];
    for row in 0..size {
        for column in 0..row {
            let rest = matrix[row][column] - dot(&factor[row][..column], &factor[column][..column]);
            let pivot = factor[column][column];
            factor[row][column] = if pivot > 0.0 { rest / pivot } else { 0.0 };
        }
        let rest = 1.0 - dot(&factor[row][..row], &factor[row][..row]);
        factor[row][row] = if rest > NEGLIGIBLE { libm::sqrt(rest) } else { 0.0 };
        let length = libm::sqrt(dot(&factor[row], &factor[row]));
        factor[row].iter_mut().for_each(|entry| *entry /= length);
    }
    factor
}

/// The sum of products.
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(l, r)| l * r).sum()
}

/// Eigenvalues and, row by row, their eigenvectors.
pub struct Eigen {
    pub values: Vec<f64>,
    vectors: Matrix,
}

impl Eigen {
    /// Those of a symmetric matrix, by the cyclic method of Jacobi (Golub and Van Loan, "Matrix Computations",
    /// section 8.5).
    pub fn of(matrix: &Matrix) -> Eigen {
        /// Convergence is quadratic; ten sweeps are rarely needed.
        const SWEEPS: usize = 50;
        let size = matrix.len();
        let mut a = matrix.clone();
        let mut vectors = identity(size);
        for _ in 0..SWEEPS {
            let off: f64 = (0..size).map(|row| dot(&a[row][..row], &a[row][..row])).sum();
            if off < 1e-26 * size as f64 {
                break;
            }
            for p in 0..size {
                for q in p + 1..size {
                    if a[p][q].abs() > 1e-300 {
                        let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                        let tangent = theta.signum() / (theta.abs() + libm::hypot(theta, 1.0));
                        let cosine = 1.0 / libm::hypot(tangent, 1.0);
                        let sine = tangent * cosine;
                        for row in &mut a {
                            (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                        }
                        rotate(&mut a, p, q, cosine, sine);
                        rotate(&mut vectors, p, q, cosine, sine);
                    }
                }
            }
        }
        Eigen { values: (0..size).map(|at| a[at][at]).collect(), vectors }
    }

    /// The smallest eigenvalue.
    pub fn smallest(&self) -> f64 {
        self.values.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The nearest positive semi-definite matrix: negative eigenvalues become zero.
    fn positive(&self) -> Matrix {
        let size = self.values.len();
        let mut sum = vec![vec![0.0; size]; size];
        for (value, vector) in self.values.iter().zip(&self.vectors).filter(|(value, _)| **value > 0.0) {
            for (row, left) in sum.iter_mut().zip(vector) {
                for (entry, right) in row.iter_mut().zip(vector) {
                    *entry += value * left * right;
                }
            }
        }
        sum
    }
}

/// Turns the rows `p` and `q`, `p` before `q`.
fn rotate(rows: &mut Matrix, p: usize, q: usize, cosine: f64, sine: f64) {
    let (head, tail) = rows.split_at_mut(q);
    for (x, y) in head[p].iter_mut().zip(&mut tail[0]) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
}

fn identity(size: usize) -> Matrix {
    (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect()
}

/// The correlation matrix nearest to a symmetric matrix in the Frobenius norm: alternating projections with Dykstra's
/// correction (Higham, "Computing the nearest correlation matrix", IMA J. Numer. Anal. 22, 2002, algorithm 3.3).
pub fn nearest(matrix: &Matrix) -> Matrix {
    /// The steps shrink by a constant factor; what is left after so many is below any correlation's last digit.
    const STEPS: usize = 300;
    let size = matrix.len();
    let mut unit = matrix.clone();
    let mut correction = vec![vec![0.0; size]; size];
    let mut positive = matrix.clone();
    for _ in 0..STEPS {
        let corrected: Matrix =
            unit.iter().zip(&correction).map(|(u, c)| u.iter().zip(c).map(|(u, c)| u - c).collect()).collect();
        positive = Eigen::of(&corrected).positive();
        for ((c, p), r) in correction.iter_mut().zip(&positive).zip(&corrected) {
            for ((c, p), r) in c.iter_mut().zip(p).zip(r) {
                *c = p - r;
            }
        }
        let mut change = 0.0_f64;
        for (row, (u, p)) in unit.iter_mut().zip(&positive).enumerate() {
            for (column, (u, p)) in u.iter_mut().zip(p).enumerate() {
                let next = if row == column { 1.0 } else { *p };
                // The diagonal counts by how far the projections are still apart.
                change = change.max(if row == column { (p - 1.0).abs() } else { (next - *u).abs() });
                *u = next;
            }
        }
        if change < 1e-9 {
            break;
        }
    }
    // The last bit of the way: scaling keeps it positive semi-definite, which a diagonal of ones alone would not.
    let scale: Vec<f64> = (0..size).map(|at| libm::sqrt(positive[at][at])).collect();
    for (row, entries) in positive.iter_mut().enumerate() {
        for (column, entry) in entries.iter_mut().enumerate() {
            *entry = if row == column { 1.0 } else { (*entry / (scale[row] * scale[column])).clamp(-1.0, 1.0) };
        }
    }
    positive
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: &Matrix, expected: &[&[f64]], tolerance: f64) {
        for (found, expected) in found.iter().zip(expected) {
            for (f, e) in found.iter().zip(*expected) {
                assert!((f - e).abs() <= tolerance, "{found:?} against {expected:?}");
            }
        }
    }

    #[test]
    fn the_nearest_correlation_matrix_is_the_published_one() {
        // Higham (2002), section 1: off-diagonals 0.7607 and 0.1573, distance 0.5278.
        let matrix = vec![vec![1.0, 1.0, 0.0], vec![1.0, 1.0, 1.0], vec![0.0, 1.0, 1.0]];
        let found = nearest(&matrix);
        close(&found, &[&[1.0, 0.7607, 0.1573], &[0.7607, 1.0, 0.7607], &[0.1573, 0.7607, 1.0]], 5e-5);
        let squares: f64 = found.iter().flatten().zip(matrix.iter().flatten()).map(|(f, m)| (f - m) * (f - m)).sum();
        assert!((libm::sqrt(squares) - 0.5278).abs() < 5e-5);
        assert!(Eigen::of(&found).smallest() > -1e-12);
        // 1, 1 +- sqrt 2.
        assert!((Eigen::of(&matrix).smallest() - (1.0 - std::f64::consts::SQRT_2)).abs() < 1e-14);
    }

    #[test]
    fn a_correlation_matrix_is_its_own_nearest() {
        let matrix = vec![vec![1.0, 0.5, -0.2], vec![0.5, 1.0, 0.3], vec![-0.2, 0.3, 1.0]];
        let rows: Vec<&[f64]> = matrix.iter().map(Vec::as_slice).collect();
        close(&nearest(&matrix), &rows, 1e-12);
    }

    #[test]
    fn eigenvalues_of_a_known_matrix() {
        // Second differences of size n: 2 - 2 cos(k pi / (n + 1)).
        let size = 40;
        let entry = |row: usize, column: usize| match row.abs_diff(column) {
            0 => 2.0,
            1 => -1.0,
            _ => 0.0,
        };
        let matrix: Matrix = (0..size).map(|row| (0..size).map(|column| entry(row, column)).collect()).collect();
        let eigen = Eigen::of(&matrix);
        let mut values = eigen.values.clone();
        values.sort_unstable_by(f64::total_cmp);
        for (at, value) in values.iter().enumerate() {
            let angle = (at + 1) as f64 * std::f64::consts::PI / 41.0;
            assert!((value - (2.0 - 2.0 * libm::cos(angle))).abs() < 1e-13, "{at}: {value}");
        }
        let rows: Vec<&[f64]> = matrix.iter().map(Vec::as_slice).collect();
        close(&eigen.positive(), &rows, 1e-13);
    }

    #[test]
    fn factors_of_matrices_worked_by_hand() {
        // 0.6 and sqrt(1 - 0.36) = 0.8; third: 0.5, (0.62 - 0.3) / 0.8 = 0.4, sqrt(1 - 0.25 - 0.16) = sqrt 0.59.
        let found = factor(&vec![vec![1.0, 0.6, 0.5], vec![0.6, 1.0, 0.62], vec![0.5, 0.62, 1.0]]);
        close(&found, &[&[1.0, 0.0, 0.0], &[0.6, 0.8, 0.0], &[0.5, 0.4, libm::sqrt(0.59)]], 1e-15);
        // The second is the first's mirror: it has nothing of its own.
        let found = factor(&vec![vec![1.0, -1.0, 0.6], vec![-1.0, 1.0, -0.6], vec![0.6, -0.6, 1.0]]);
        close(&found, &[&[1.0, 0.0, 0.0], &[-1.0, 0.0, 0.0], &[0.6, 0.0, 0.8]], 1e-15);
    }
}
