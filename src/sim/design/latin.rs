//! Latin hypercube samples of one input: as many equal strata as trials, one trial in each (docs/model.md,
//! "Uncertainty").

/// One uniform in each of `order.len()` strata, in the random order that `order` gives, at the places within the strata
/// that `places` gives.
pub(super) fn strata(order: &[u64], places: &[u64]) -> Vec<f64> {
    let count = order.len();
    permutation(order).into_iter().zip(places).map(|(stratum, place)| within(stratum, *place, count)).collect()
}

/// The same in pairs of `u` and `1 - u`, whose strata mirror each other. Of an odd number the last one has no partner,
/// and the stratum in the middle.
pub(super) fn mirrored(order: &[u64], places: &[u64]) -> Vec<f64> {
    let count = order.len();
    let half = count / 2;
    let mut values = Vec::with_capacity(count);
    for (stratum, place) in permutation(&order[..half]).into_iter().zip(places) {
        let low = within(stratum, *place, count);
        // The lowest bit says which of the two comes first; the place within the stratum does not use it.
        values.extend(if place & 1 == 0 { [low, 1.0 - low] } else { [1.0 - low, low] });
    }
    if count % 2 == 1 {
        values.push(within(half, places[half], count));
    }
    values
}

/// Of 40 bits, so that the sum with a stratum's number is exact: the uniform stays inside its stratum.
fn within(stratum: usize, place: u64, count: usize) -> f64 {
    let place = ((place >> 24) as f64 + 0.5) * (1.0 / 1_099_511_627_776.0);
    (stratum as f64 + place) / count as f64
}

/// A random permutation (Fisher and Yates, in Durstenfeld's form). Choosing among `n` by a product of 64 random bits
/// favours none by more than `n / 2^64`.
fn permutation(order: &[u64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..order.len()).collect();
    for (last, bits) in order.iter().enumerate().skip(1).rev() {
        let choice = (u128::from(*bits) * (last as u128 + 1)) >> 64;
        places.swap(last, choice as usize);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::split_mix;

    /// Bits whose uniform is `share`.
    fn bits(share: f64) -> u64 {
        (share * 18_446_744_073_709_551_616.0) as u64
    }

    #[test]
    fn strata_of_a_sample_worked_by_hand() {
        // Shuffled from the back: place 2 with 0 (0.1 of 3), place 1 with 1 (0.9 of 2): strata 2, 1, 0.
        let order = [0, bits(0.9), bits(0.1)];
        let values = strata(&order, &[bits(0.25), bits(0.5), bits(0.75)]);
        for (value, expected) in values.iter().zip([2.25 / 3.0, 1.5 / 3.0, 0.75 / 3.0]) {
            assert!((value - expected).abs() < 1e-12, "{values:?}");
        }
    }

    #[test]
    fn mirrored_strata_of_a_sample_worked_by_hand() {
        // One pair of strata 0 and 2, one trial left for stratum 1; the lowest bit puts the upper one first.
        let values = mirrored(&[0; 3], &[bits(0.25) | 1, bits(0.5), 0]);
        for (value, expected) in values.iter().zip([1.0 - 0.25 / 3.0, 0.25 / 3.0, 1.5 / 3.0]) {
            assert!((value - expected).abs() < 1e-12, "{values:?}");
        }
    }

    #[test]
    fn extreme_draws_stay_inside_their_stratum() {
        for count in [1, 3, 1_000, 1_024] {
            for place in [0, u64::MAX] {
                let (low, high) = (within(0, place, count), within(count - 1, place, count));
                assert!(low > 0.0 && (low * count as f64) < 1.0, "{low}");
                assert!(high < 1.0 && high * count as f64 >= (count - 1) as f64, "{high}");
                assert!(1.0 - low < 1.0);
            }
        }
    }

    #[test]
    fn all_orders_are_equally_frequent() {
        // 24 orders of 4, 24,000 shuffles: 1,000 each, standard deviation sqrt(1,000 x 23 / 24) = 31.
        let mut counts = std::collections::BTreeMap::new();
        for shuffle in 0..24_000 {
            let order: [u64; 4] = std::array::from_fn(|at| split_mix(1, 4 * shuffle + at as u64));
            *counts.entry(permutation(&order)).or_insert(0_i32) += 1;
        }
        assert_eq!(counts.len(), 24);
        assert!(counts.values().all(|count| (count - 1_000).abs() < 5 * 31), "{counts:?}");
    }
}
