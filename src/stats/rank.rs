//! Which input moves the output, by ranks: they follow any monotone relation, and outliers do not carry them away
//! (docs/model.md, "Reading the results of uncertainty").

/// What one input has to do with the output.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution {
    /// Spearman's rank correlation with the output, -1 to 1.
    pub rank_correlation: f64,
    /// Its standard error: (1 - r^2) sqrt((1 + r^2 / 2) / (n - 3)), Fisher's z with the variance of Bonett and Wright
    /// (2000).
    pub se: f64,
    /// The squared rank correlation as a share of the sum over all inputs, with the correlation's sign: the usual
    /// "contribution to variance" of spreadsheet risk tools. The shares add up to 1 without their signs. It splits the
    /// variance as far as inputs are independent and their effects monotone and additive.
    pub share: f64,
    /// Beside the other inputs; `None` where one input follows from others, so that they cannot be told apart.
    pub partial: Option<Partial>,
}

/// What one input has to do with the output while all other inputs are held (of ranks, linear).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Partial {
    /// Standardized rank regression coefficient: standard deviations of the output's rank for one of the input's.
    pub coefficient: f64,
    /// Partial rank correlation, -1 to 1 (Iman and Conover 1979).
    pub correlation: f64,
}

/// What all inputs have to do with the output.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    /// By input, in the order given.
    pub inputs: Vec<Contribution>,
    /// The share of the variance of the output's ranks that a linear relation of ranks explains, 0 to 1: where it is small,
    /// luck is large, effects are not monotone or inputs act together: only Sobol indices tell. It is the adjusted R^2
    /// (Ezekiel 1930), 1 - (1 - R^2) (n - 1) / (n - 1 - k), as any k inputs explain k / (n - 1) by luck; 0 where there are too
    /// few values to tell. An input that follows from others adds nothing.
    pub explained: f64,
}

/// The ranks of values from 1; those that are tied share the mean of their ranks.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    for tied in order.chunk_by(|&one, &other| values[one] == values[other]) {
        let mean = from as f64 + (tied.len() + 1) as f64 / 2.0;
        tied.iter().for_each(|&at| ranks[at] = mean);
        from += tied.len();
    }
    ranks
}

/// Spearman's rank correlation of two samples of the same length, ties by mean rank; 0 where one of them never varies.
pub fn spearman(x: &[f64], y: &[f64]) -> f64 {
    product(&standardized_ranks(x), &standardized_ranks(y))
}

/// The contributions of `inputs` to `output`, all of the same length, at least four.
pub fn contributions(inputs: &[Vec<f64>], output: &[f64]) -> Contributions {
    let output_ranks = standardized_ranks(output);
    let ranks: Vec<Vec<f64>> = inputs.iter().map(|input| standardized_ranks(input)).collect();
    let with_output: Vec<f64> = ranks.iter().map(|input| product(input, &output_ranks)).collect();
    let among: Vec<Vec<f64>> = (0..ranks.len())
        .map(|i| (0..=i).map(|j| if i == j { 1.0 } else { product(&ranks[i], &ranks[j]) }).collect())
        .collect();
    let regression = Regression::new(&among, &with_output);
    let squares: f64 = with_output.iter().map(|r| r * r).sum();
    let contribution = |(at, &r): (usize, &f64)| Contribution {
        rank_correlation: r,
        se: (1.0 - r * r) * libm::sqrt((1.0 + r * r / 2.0) / (output.len() as f64 - 3.0)),
        share: if squares > 0.0 { r * r.abs() / squares } else { 0.0 },
        partial: regression.partial(at),
    };
    let inputs = with_output.iter().enumerate().map(contribution).collect();
    // An input that never varies stands in the regression and explains nothing.
    let moving = regression.coefficients.len() - ranks.iter().filter(|ranks| product(ranks, ranks) == 0.0).count();
    let freedom = output.len() as f64 - 1.0;
    let left = freedom - moving as f64;
    let explained = if left > 0.0 { 1.0 - (1.0 - regression.explained) * freedom / left } else { 0.0 };
    Contributions { inputs, explained: explained.max(0.0) }
}

/// Ranks less their mean, scaled so that their squares add up to 1; all 0 where values never vary.
fn standardized_ranks(values: &[f64]) -> Vec<f64> {
    let mut ranks = ranks(values);
    let mean = (values.len() + 1) as f64 / 2.0;
    ranks.iter_mut().for_each(|rank| *rank -= mean);
    let length = libm::sqrt(product(&ranks, &ranks));
    if length > 0.0 {
        ranks.iter_mut().for_each(|rank| *rank /= length);
    }
    ranks
}

fn product(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>()
}

/// The linear regression of a standardized output on standardized inputs, those left out that follow from others.
struct Regression {
    /// By input.
    coefficients: Vec<f64>,
    /// The diagonal of the inverse of the inputs' correlation matrix: how much others inflate an input's variance.
    inflation: Vec<f64>,
    /// R^2.
    explained: f64,
    /// Whether no input was left out.
    distinct: bool,
}

/// An input that others explain up to this share of its variance cannot be told apart from them.
const DISTINCT: f64 = 1e-9;

impl Regression {
    /// From the correlations among inputs (the lower triangle, with its diagonal) and with the output.
    fn new(among: &[Vec<f64>], with_output: &[f64]) -> Regression {
        let (kept, inverse) = inverse_of_factor(among);
        let with_output: Vec<f64> = kept.iter().map(|at| with_output[*at]).collect();
        // With R = L L', the coefficients are L'^-1 (L^-1 r).
        let whitened: Vec<f64> = inverse.iter().map(|row| product(row, &with_output)).collect();
        let column = |at: usize| inverse.iter().skip(at).map(move |row| row[at]);
        let back = |at: usize| column(at).zip(whitened.iter().skip(at)).map(|(l, w)| l * w).sum::<f64>();
        Regression {
            coefficients: (0..inverse.len()).map(back).collect(),
            inflation: (0..inverse.len()).map(|at| column(at).map(|l| l * l).sum()).collect(),
            explained: product(&whitened, &whitened).min(1.0),
            distinct: kept.len() == among.len(),
        }
    }

    fn partial(&self, at: usize) -> Option<Partial> {
        let coefficient = *self.coefficients.get(at).filter(|_| self.distinct)?;
        let scale = libm::sqrt((1.0 - self.explained) * self.inflation[at] + coefficient * coefficient);
        Some(Partial { coefficient, correlation: if scale > 0.0 { coefficient / scale } else { 0.0 } })
    }
}

/// The inputs that do not follow from those before them, and the inverse of the Cholesky factor of their correlation matrix
/// (lower triangles, row by row).
fn inverse_of_factor(matrix: &[Vec<f64>]) -> (Vec<usize>, Vec<Vec<f64>>) {
    let mut kept: Vec<usize> = Vec::new();
    let mut factor: Vec<Vec<f64>> = Vec::new();
    let mut inverse: Vec<Vec<f64>> = Vec::new();
    for (at, given) in matrix.iter().enumerate() {
        let mut row: Vec<f64> = Vec::new();
        for (before, factor) in kept.iter().zip(&factor) {
            let done = product(&row, factor);
            row.push((given[*before] - done) / factor[row.len()]);
        }
        let left = given[at] - product(&row, &row);
        if left <= DISTINCT {
            continue;
        }
        let (pivot, rank) = (libm::sqrt(left), kept.len());
        let mut solved: Vec<f64> =
            (0..rank).map(|column| -(column..rank).map(|k| row[k] * inverse[k][column]).sum::<f64>() / pivot).collect();
        solved.push(1.0 / pivot);
        row.push(pivot);
        factor.push(row);
        inverse.push(solved);
        kept.push(at);
    }
    (kept, inverse)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::tests::SplitMix;

    #[test]
    fn ties_share_the_mean_of_their_ranks() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0, 3.0]), [4.0, 1.0, 4.0, 2.0, 4.0]);
        assert_eq!(ranks(&[-0.0, 0.0]), [1.5, 1.5]);
        assert_eq!(ranks(&[]), [0.0; 0]);
    }

    #[test]
    fn spearmans_correlation_of_worked_samples() {
        // Ranks 1 2 3 4 5 and 2 1 4 3 5: squared differences 4, 1 - 6 x 4 / (5 x 24) = 0.8.
        assert!((spearman(&[1.0, 2.0, 3.0, 4.0, 5.0], &[20.0, 10.0, 40.0, 30.0, 900.0]) - 0.8).abs() < 1e-15);
        // Ties: ranks 1.5 1.5 3 4 less 2.5 against 1 2 3 4 less 2.5: 4.5 / sqrt(4.5 x 5).
        let tied = spearman(&[1.0, 1.0, 2.0, 3.0], &[1.0, 2.0, 3.0, 4.0]);
        assert!((tied - 4.5 / libm::sqrt(22.5)).abs() < 1e-15);
        assert_eq!(spearman(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0]), 0.0);
    }

    #[test]
    fn contributions_of_orthogonal_inputs_are_their_squares() {
        // Ranks of the inputs -1 -1 1 1 (times 1) and -1 1 -1 1 are orthogonal. Output ranks 1 2 3 4: correlations
        // 4 / sqrt(4 x 5) and -2 / sqrt(4 x 5); squares 0.8 and 0.2, which explain all of it.
        let inputs = [vec![0.0, 0.0, 1.0, 1.0], vec![1.0, 0.0, 1.0, 0.0]];
        let found = contributions(&inputs, &[10.0, 20.0, 30.0, 40.0]);
        let [first, second] = found.inputs[..] else { panic!("two inputs") };
        assert!((first.share - 0.8).abs() < 1e-14 && (second.share + 0.2).abs() < 1e-14, "{found:?}");
        assert!((first.rank_correlation - libm::sqrt(0.8)).abs() < 1e-14);
        // (1 - 0.2) sqrt((1 + 0.1) / 1).
        assert!((second.se - 0.8 * libm::sqrt(1.1)).abs() < 1e-14);
        assert!((found.explained - 1.0).abs() < 1e-14);
        let partial = second.partial.expect("distinct inputs");
        assert!((partial.coefficient + libm::sqrt(0.2)).abs() < 1e-14 && (partial.correlation + 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_partial_correlation_is_the_textbooks_for_two_inputs() {
        // r12.3 = (r12 - r13 r23) / sqrt((1 - r13^2)(1 - r23^2)); the coefficient (r12 - r13 r23) / (1 - r23^2).
        let mut draws = SplitMix::new(3);
        let one: Vec<f64> = (0..50).map(|_| draws.uniform()).collect();
        let two: Vec<f64> = one.iter().map(|x| x + draws.uniform()).collect();
        let output: Vec<f64> = one.iter().zip(&two).map(|(x, y)| x - 2.0 * y + draws.uniform()).collect();
        let (r1, r2, r12) = (spearman(&one, &output), spearman(&two, &output), spearman(&one, &two));
        let found = contributions(&[one, two], &output);
        let partial = found.inputs[0].partial.expect("distinct inputs");
        let left = r1 - r2 * r12;
        assert!((partial.coefficient - left / (1.0 - r12 * r12)).abs() < 1e-13);
        let scale = libm::sqrt((1.0 - r2 * r2) * (1.0 - r12 * r12));
        assert!((partial.correlation - left / scale).abs() < 1e-13);
        let explained = (r1 * r1 + r2 * r2 - 2.0 * r1 * r2 * r12) / (1.0 - r12 * r12);
        assert!((found.explained - (1.0 - (1.0 - explained) * 49.0 / 47.0)).abs() < 1e-13);
    }

    #[test]
    fn an_input_that_only_follows_another_has_no_partial_correlation() {
        // The second moves with the first and does nothing: rank correlation 0.68, partial one 0 within 4 / sqrt(n).
        let mut draws = SplitMix::new(4);
        let cause: Vec<f64> = (0..4_000).map(|_| draws.uniform()).collect();
        let follower: Vec<f64> = cause.iter().map(|x| x + draws.uniform()).collect();
        let output: Vec<f64> = cause.iter().map(|x| x + 0.2 * draws.uniform()).collect();
        let found = contributions(&[cause, follower], &output);
        assert!(found.inputs[1].rank_correlation > 0.6);
        let partial = found.inputs[1].partial.expect("distinct inputs");
        assert!(partial.correlation.abs() < 4.0 / libm::sqrt(4_000.0), "{partial:?}");
    }

    #[test]
    fn inputs_that_are_the_same_cannot_be_told_apart() {
        let input = vec![1.0, 2.0, 3.0, 4.0, 5.0];
        let found = contributions(&[input.clone(), input.iter().map(|x| x * x).collect()], &[2.0, 1.0, 3.0, 4.0, 5.0]);
        assert_eq!([found.inputs[0].partial, found.inputs[1].partial], [None, None]);
        // Together they explain what one of them does: 1 - 6 x 2 / (5 x 24) = 0.9, squared; 1 - 0.19 x 4 / 3 is left of it.
        let adjusted = 1.0 - 0.19 * 4.0 / 3.0;
        assert!((found.explained - adjusted).abs() < 1e-14);
        assert!((found.inputs[0].share - 0.5).abs() < 1e-15);
        // An input that never varies does nothing, and takes nothing from the others.
        let still = contributions(&[input, vec![7.0; 5]], &[2.0, 1.0, 3.0, 4.0, 5.0]);
        assert_eq!((still.inputs[0].share, still.inputs[1].share), (1.0, 0.0));
        assert!((still.explained - adjusted).abs() < 1e-14);
    }

    #[test]
    fn inputs_that_do_nothing_explain_little() {
        // R^2 of k such inputs is Beta(k / 2, (n - 1 - k) / 2), so that its mean is 15 / 63; the adjusted one has mean 0 and
        // standard deviation sqrt(2 k / (n - 1 - k) / (n + 1)). What of that is above 0 has 0.40 of it as mean and 0.58 as
        // standard deviation.
        let mut draws = SplitMix::new(5);
        let mut column = || -> Vec<f64> { (0..64).map(|_| draws.uniform()).collect() };
        let inputs: Vec<Vec<f64>> = (0..15).map(|_| column()).collect();
        let sd = libm::sqrt(2.0 * 15.0 / 48.0 / 65.0);
        let mean = (0..100).map(|_| contributions(&inputs, &column()).explained).sum::<f64>() / 100.0;
        assert!((mean - 0.40 * sd).abs() < 4.0 * 0.58 * sd / 10.0, "{mean}");
    }

    #[test]
    fn nothing_can_be_told_of_as_many_inputs_as_values() {
        let inputs = [vec![1.0, 2.0, 3.0, 4.0], vec![2.0, 1.0, 4.0, 3.0], vec![1.0, 4.0, 2.0, 3.0]];
        assert_eq!(contributions(&inputs, &[3.0, 1.0, 4.0, 2.0]).explained, 0.0);
    }
}
