//! The datasets of the Statistical Reference Datasets, Univariate Summary Statistics.

/// A dataset with its certified statistics.
pub struct Dataset {
    /// NIST's name of it.
    pub name: &'static str,
    /// The data.
    pub values: Vec<f64>,
    /// Certified mean.
    pub mean: f64,
    /// Certified standard deviation (n - 1).
    pub sd: f64,
}

/// All nine datasets of univariate summary statistics.
pub fn certified() -> Vec<Dataset> {
    let mut pi = digits_of_pi(5_000);
    // The dataset has a 3 where pi has an 8.
    pi[956] = 3.0;
    let whole = |values: &[i16]| values.iter().map(|value| f64::from(*value)).collect();
    let speeds = MICHELSO.iter().map(|hundredths| (29_000.0 + f64::from(*hundredths)) / 100.0).collect();
    let dataset = |name, values, mean, sd| Dataset { name, values, mean, sd };
    let mut all = vec![
        dataset("PiDigits", pi, 4.534_8, 2.867_339_060_288_71),
        dataset("Lottery", whole(&LOTTERY), 518.958_715_596_33, 291.699_727_470_969),
        dataset("Lew", whole(&LEW), -177.435, 277.332_168_044_316),
        mavro(),
        dataset("Michelso", speeds, 299.852_4, 0.079_010_547_819_051_8),
    ];
    all.extend(num_acc());
    all
}

/// The digits of pi by the spigot of Rabinowitz and Wagon (1995).
fn digits_of_pi(count: usize) -> Vec<f64> {
    let mut remainders = vec![2; (count + 10) * 10 / 3];
    let (mut digits, mut nines, mut held): (Vec<u32>, usize, u32) = (Vec::new(), 0, 0);
    // The first digit held back is none of pi's.
    while digits.len() <= count {
        let mut carry = 0;
        for (at, remainder) in remainders.iter_mut().enumerate().rev() {
            let at = at as u32;
            let value = *remainder * 10 + carry * (at + 1);
            let by = if at == 0 { 10 } else { 2 * at + 1 };
            (carry, *remainder) = (value / by, value % by);
        }
        match carry {
            9 => nines += 1,
            next => {
                // What follows decides whether the nines held back carry over.
                digits.push(held + next / 10);
                digits.extend(std::iter::repeat_n(if next == 10 { 0 } else { 9 }, nines));
                (nines, held) = (0, next % 10);
            }
        }
    }
    digits[1..=count].iter().map(|digit| f64::from(*digit)).collect()
}

/// The four datasets of numerical accuracy, made so that fewer and fewer digits tell the values apart.
fn num_acc() -> [Dataset; 4] {
    let swinging = |name, middle: f64, low, high| Dataset {
        name,
        values: std::iter::once(middle).chain((0..500).flat_map(|_| [low, high])).collect(),
        mean: middle,
        sd: 0.1,
    };
    let values = vec![10_000_001.0, 10_000_003.0, 10_000_002.0];
    [
        Dataset { name: "NumAcc1", values, mean: 10_000_002.0, sd: 1.0 },
        swinging("NumAcc2", 1.2, 1.1, 1.3),
        swinging("NumAcc3", 1_000_000.2, 1_000_000.1, 1_000_000.3),
        swinging("NumAcc4", 10_000_000.2, 10_000_000.1, 10_000_000.3),
    ]
}

/// 50 measurements of what a filter lets through (R. Mavrodineanu).
fn mavro() -> Dataset {
    let values = MAVRO.iter().map(|above| f64::from(200_000 + above) / 100_000.0).collect();
    Dataset { name: "Mavro", values, mean: 2.001_856, sd: 0.000_429_123_454_003_053 }
}

/// In hundred-thousandths above 2.
#[rustfmt::skip]
const MAVRO: [i32; 50] = [
    180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140, 130, 130, 150, 150,
    160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210, 220, 230, 240, 250, 270, 260, 260, 260,
    270, 260, 250, 240,
];

/// Numbers drawn in a lottery of three digits.
#[rustfmt::skip]
const LOTTERY: [i16; 218] = [
    162, 671, 933, 414, 788, 730, 817, 33, 536, 875, 670, 236, 473, 167, 877, 980, 316, 950, 456, 92, 517, 557, 956,
    954, 104, 178, 794, 278, 147, 773, 437, 435, 502, 610, 582, 780, 689, 562, 964, 791, 28, 97, 848, 281, 858, 538,
    660, 972, 671, 613, 867, 448, 738, 966, 139, 636, 847, 659, 754, 243, 122, 455, 195, 968, 793, 59, 730, 361, 574,
    522, 97, 762, 431, 158, 429, 414, 22, 629, 788, 999, 187, 215, 810, 782, 47, 34, 108, 986, 25, 644, 829, 630, 315,
    567, 919, 331, 207, 412, 242, 607, 668, 944, 749, 168, 864, 442, 533, 805, 372, 63, 458, 777, 416, 340, 436, 140,
    919, 350, 510, 572, 905, 900, 85, 389, 473, 758, 444, 169, 625, 692, 140, 897, 672, 288, 312, 860, 724, 226, 884,
    508, 976, 741, 476, 417, 831, 15, 318, 432, 241, 114, 799, 955, 833, 358, 935, 146, 630, 830, 440, 642, 356, 373,
    271, 715, 367, 393, 190, 669, 8, 861, 108, 795, 269, 590, 326, 866, 64, 523, 862, 840, 219, 382, 998, 4, 628, 305,
    747, 247, 34, 747, 729, 645, 856, 974, 24, 568, 24, 694, 608, 480, 410, 729, 947, 293, 53, 930, 223, 203, 677, 227,
    62, 455, 387, 318, 562, 242, 428, 968,
];

/// Deflections of a steel-concrete beam under a periodic load (H. S. Lew).
#[rustfmt::skip]
const LEW: [i16; 200] = [
    -213, -564, -35, -15, 141, 115, -420, -360, 203, -338, -431, 194, -220, -513, 154, -125, -559, 92, -21, -579, -52,
    99, -543, -175, 162, -457, -346, 204, -300, -474, 164, -107, -572, -8, 83, -541, -224, 180, -420, -374, 201, -236,
    -531, 83, 27, -564, -112, 131, -507, -254, 199, -311, -495, 143, -46, -579, -90, 136, -472, -338, 202, -287, -477,
    169, -124, -568, 17, 48, -568, -135, 162, -430, -422, 172, -74, -577, -13, 92, -534, -243, 194, -355, -465, 156,
    -81, -578, -64, 139, -449, -384, 193, -198, -538, 110, -44, -577, -6, 66, -552, -164, 161, -460, -344, 205, -281,
    -504, 134, -28, -576, -118, 156, -437, -381, 200, -220, -540, 83, 11, -568, -160, 172, -414, -408, 188, -125, -572,
    -32, 139, -492, -321, 205, -262, -504, 142, -83, -574, 0, 48, -571, -106, 137, -501, -266, 190, -391, -406, 194,
    -186, -553, 83, -13, -577, -49, 103, -515, -280, 201, 300, -506, 131, -45, -578, -80, 138, -462, -361, 201, -211,
    -554, 32, 74, -533, -235, 187, -372, -442, 182, -147, -566, 25, 68, -535, -244, 194, -351, -463, 174, -125, -570,
    15, 72, -550, -190, 172, -424, -385, 198, -218, -536, 96,
];

/// Michelson's measurements of the speed of light, in hundredths of a thousand km/s above 290.
#[rustfmt::skip]
const MICHELSO: [i16; 100] = [
    985, 974, 990, 1007, 993, 985, 995, 998, 998, 988, 1000, 998, 993, 965, 976, 981, 1000, 1000, 996, 996, 996, 994,
    996, 994, 988, 980, 985, 988, 990, 984, 983, 979, 981, 988, 988, 983, 980, 979, 976, 980, 988, 988, 988, 986, 972,
    972, 962, 986, 997, 995, 988, 991, 985, 987, 984, 984, 985, 984, 984, 984, 989, 981, 981, 982, 980, 977, 976, 974,
    975, 976, 991, 992, 989, 986, 988, 972, 984, 985, 985, 978, 989, 984, 978, 981, 976, 981, 979, 981, 982, 985, 987,
    987, 981, 974, 981, 994, 995, 980, 981, 987,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_pi_are_those_of_pi() {
        let pi = digits_of_pi(1_000);
        assert_eq!(pi[..10], [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0]);
        // The six nines from place 762 on, where a spigot has to hold digits back.
        assert_eq!(pi[761..769], [4.0, 9.0, 9.0, 9.0, 9.0, 9.0, 9.0, 8.0]);
        assert_eq!(pi[956], 8.0);
    }
}
