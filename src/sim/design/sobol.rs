//! Sobol's sequence, scrambled (docs/model.md, "Uncertainty"). Any point is reached directly, by its number.

use super::joe_kuo::POLYNOMIALS;

/// How many dimensions there are direction numbers for.
pub const DIMENSIONS: usize = POLYNOMIALS.len() + 1;

/// One input's points.
#[derive(Debug, Clone)]
pub(super) struct Points {
    directions: [u32; 32],
    /// What the order of the points is shuffled by, for an input without a dimension.
    shuffle: Option<u32>,
    scramble: u32,
}

impl Points {
    /// The points of a dimension, or of an input that has none, or none that is known here: those of the first
    /// dimension in an order of its own, which makes its pairing with the others random (the padding of Burley 2020).
    pub fn new(dimension: Option<usize>, [scramble, shuffle]: [u32; 2]) -> Points {
        match dimension.filter(|dimension| *dimension < DIMENSIONS) {
            Some(dimension) => Points { directions: directions(dimension), shuffle: None, scramble },
            None => Points { directions: directions(0), shuffle: Some(shuffle), scramble },
        }
    }

    /// The point of a number: the middle of one of 2^32 equal cells.
    pub fn at(&self, number: u32) -> f64 {
        let number = self.shuffle.map_or(number, |seed| scrambled(number, seed));
        (f64::from(scrambled(point(&self.directions, number), self.scramble)) + 0.5) * (1.0 / 4_294_967_296.0)
    }
}

/// The direction numbers of a dimension, for the lowest bit of a point's number first (Bratley and Fox 1988, equations
/// 2 and 3).
fn directions(dimension: usize) -> [u32; 32] {
    let mut directions: [u32; 32] = std::array::from_fn(|bit| 1 << (31 - bit));
    let Some((inner, initial)) = dimension.checked_sub(1).and_then(|at| POLYNOMIALS.get(at)) else {
        return directions;
    };
    let degree = initial.len();
    for (direction, initial) in directions.iter_mut().zip(*initial) {
        *direction *= initial;
    }
    for bit in degree..32 {
        let oldest = directions[bit - degree];
        let mut direction = oldest ^ (oldest >> degree);
        for back in 1..degree {
            if (inner >> (degree - 1 - back)) & 1 == 1 {
                direction ^= directions[bit - back];
            }
        }
        directions[bit] = direction;
    }
    directions
}

/// The unscrambled point of a number, in the order of the Gray code (Antonov and Saleev 1979).
fn point(directions: &[u32; 32], number: u32) -> u32 {
    let mut gray = number ^ (number >> 1);
    let mut point = 0;
    while gray != 0 {
        point ^= directions[gray.trailing_zeros() as usize];
        gray &= gray - 1;
    }
    point
}

/// Nested uniform scrambling (Owen 1995) by the hash of Laine and Karras (2011) with the constants of Burley
/// ("Practical hash-based Owen scrambling", JCGT 9(4), 2020): each bit is turned or not by what stands above it.
fn scrambled(bits: u32, seed: u32) -> u32 {
    let mut x = bits.reverse_bits().wrapping_add(seed);
    for factor in [0x6c50_b47c, 0xb82f_1e52, 0xc7af_e638, 0x8d22_f6e6_u32] {
        x ^= x.wrapping_mul(factor);
    }
    x.reverse_bits()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::draws::{Draws, Kind};

    fn scrambled_points(seed: u64) -> Vec<Points> {
        let points = |dimension: usize| {
            let mut seeds = [0; 2];
            Draws::new(seed).of_entity(Kind::Scrambling, dimension as u64).marks(&mut seeds);
            Points::new(if dimension < 4 { Some(dimension) } else { None }, seeds)
        };
        (0..6).map(points).collect()
    }

    #[test]
    fn the_first_points_are_the_published_ones() {
        // In units of 1/16. The first three columns are the example output of Joe and Kuo's generator
        // (web.maths.unsw.edu.au/~fkuo/sobol); all five are those of SciPy 1.17, `qmc.Sobol(5, scramble=False)`.
        const PUBLISHED: [[u32; 5]; 10] = [
            [0, 0, 0, 0, 0],
            [8, 8, 8, 8, 8],
            [12, 4, 4, 4, 12],
            [4, 12, 12, 12, 4],
            [6, 6, 10, 14, 6],
            [14, 14, 2, 6, 14],
            [10, 2, 14, 10, 10],
            [2, 10, 6, 2, 2],
            [3, 5, 15, 7, 9],
            [11, 13, 7, 15, 1],
        ];
        for (number, expected) in PUBLISHED.iter().enumerate() {
            for (dimension, expected) in expected.iter().enumerate() {
                assert_eq!(point(&directions(dimension), number as u32), expected << 28, "{number}, {dimension}");
            }
        }
    }

    #[test]
    fn the_table_has_polynomials_and_numbers_as_they_must_be() {
        assert_eq!(DIMENSIONS, 512);
        for (at, (inner, initial)) in POLYNOMIALS.iter().enumerate() {
            assert!(u64::from(*inner) < 1 << (initial.len() - 1), "{at}");
            // Odd and below 2^i: then each dimension alone is perfectly even.
            assert!(initial.iter().enumerate().all(|(i, m)| m % 2 == 1 && u64::from(*m) < 2 << i), "{at}");
        }
        // A check sum against SciPy's table, over all dimensions, of the last point of a million.
        let sum = (0..DIMENSIONS).map(|d| u64::from(point(&directions(d), (1 << 20) - 1))).sum::<u64>();
        assert_eq!(sum, 1_073_438_277_632);
    }

    #[test]
    fn scrambled_points_fill_every_interval_of_a_batch_once() {
        for (at, points) in scrambled_points(5).iter().enumerate() {
            for batch in [0, 1, 7, 2_000] {
                let mut filled = vec![0; 1_024];
                for number in 0..1_024 {
                    filled[(points.at(batch * 1_024 + number) * 1_024.0) as usize] += 1;
                }
                assert!(filled.iter().all(|count| *count == 1), "input {at}, batch {batch}");
            }
        }
    }

    #[test]
    fn the_first_two_dimensions_fill_every_rectangle_of_a_batch_once() {
        // They are a (0, 2)-sequence in base 2 (Sobol 1967), and scrambling keeps that (Owen 1995).
        let points = scrambled_points(6);
        for across in 0..=10 {
            let (width, height) = (1_u32 << across, 1_u32 << (10 - across));
            let mut filled = vec![0; 1_024];
            for number in 3_072..4_096 {
                let (x, y) = (points[0].at(number), points[1].at(number));
                let (x, y) = ((x * f64::from(width)) as u32, (y * f64::from(height)) as u32);
                filled[(x * height + y) as usize] += 1;
            }
            assert!(filled.iter().all(|count| *count == 1), "{width} by {height}");
        }
    }

    #[test]
    fn scrambling_keeps_what_two_numbers_have_in_common() {
        for seed in [0, 1, 0xDEAD_BEEF] {
            for (a, b) in [(0x0F0F_0F0F_u32, 0x0F0F_8F0F), (7, 8), (0, u32::MAX), (0x8000_0000, 0x8000_0001)] {
                let apart = scrambled(a, seed) ^ scrambled(b, seed);
                assert_eq!(apart.leading_zeros(), (a ^ b).leading_zeros(), "{a:x}, {b:x}");
            }
        }
    }

    #[test]
    fn inputs_without_a_dimension_pair_with_others_at_random() {
        // Mean products of centred points over the first batch, for 200 seeds. Within each of the 512 pairs of points
        // the order is random, so the leading bits have a correlation of variance 1/512, and lower bits add to it as
        // if they were as few: the variance of the correlation is about 2/1,024, that of their mean that by 200.
        for (a, b) in [(4, 5), (0, 4), (3, 5)] {
            let correlations: Vec<f64> = (0..200)
                .map(|seed| {
                    let points = scrambled_points(seed);
                    let product = |n| (points[a].at(n) - 0.5) * (points[b].at(n) - 0.5);
                    (0..1_024).map(product).sum::<f64>() * 12.0 / 1_024.0
                })
                .collect();
            let mean = correlations.iter().sum::<f64>() / 200.0;
            let variance = correlations.iter().map(|r| r * r).sum::<f64>() / 200.0;
            assert!(mean.abs() < 4.0 * libm::sqrt(2.0 / 1_024.0 / 200.0), "{a}, {b}: {mean}");
            // A variance from 200 values has a standard error of a tenth.
            assert!((0.5 / 1_024.0..1.4 * 2.0 / 1_024.0).contains(&variance), "{a}, {b}: {}", variance * 1_024.0);
        }
    }
}
