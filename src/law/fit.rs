//! Linear least squares.

/// What is left of a term beside those before it, as a share of its length, if there is only rounding left.
const DEPENDENT: f64 = 1e-10;

/// The coefficients that fit rows of terms, each followed by its value, best: Householder's reflections.
///
/// `None` if a term is, but for rounding, a sum of those before it at these rows.
pub fn least_squares(mut rows: Vec<Vec<f64>>, terms: usize) -> Option<Vec<f64>> {
    let lengths: Vec<f64> = (0..terms).map(|at| rows.iter().map(|row| row[at] * row[at]).sum::<f64>().sqrt()).collect();
    for column in 0..terms {
        let norm = rows[column..].iter().map(|row| row[column] * row[column]).sum::<f64>().sqrt();
        let pivot = if rows[column][column] > 0.0 { -norm } else { norm };
        if norm <= DEPENDENT * lengths[column] {
            return None;
        }
        let mut mirror: Vec<f64> = rows[column..].iter().map(|row| row[column]).collect();
        mirror[0] -= pivot;
        let length = mirror.iter().map(|m| m * m).sum::<f64>();
        for other in column..=terms {
            let along = rows[column..].iter().zip(&mirror).map(|(row, m)| row[other] * m).sum::<f64>();
            for (row, m) in rows[column..].iter_mut().zip(&mirror) {
                row[other] -= 2.0 * along / length * m;
            }
        }
    }
    let mut coefficients = vec![0.0; terms];
    for at in (0..terms).rev() {
        let known: f64 = (at + 1..terms).map(|other| rows[at][other] * coefficients[other]).sum();
        coefficients[at] = (rows[at][terms] - known) / rows[at][at];
    }
    Some(coefficients)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_fitted_as_worked_by_hand() {
        // Through (0, 1), (1, 2), (2, 4): slope 3/2, and 7/3 - 3/2 at 0.
        let rows = [[1.0, 0.0, 1.0], [1.0, 1.0, 2.0], [1.0, 2.0, 4.0]].map(Vec::from).into();
        let found = least_squares(rows, 2).expect("a fit");
        assert!((found[0] - 5.0 / 6.0).abs() < 1e-14 && (found[1] - 1.5).abs() < 1e-14, "{found:?}");
        let twice = [[1.0, 2.0, 1.0], [3.0, 6.0, 2.0]].map(Vec::from).into();
        assert_eq!(least_squares(twice, 2), None);
    }
}
