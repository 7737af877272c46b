//! Which settings are tried: all of them, or a search of the grid.

use std::collections::BTreeMap;

use crate::study::levers::{Rank, Setting};

/// The values of a lever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// How many there are.
    pub values: usize,
    /// Whether neighbours are alike: of numbers, not of choices.
    pub ordered: bool,
}

/// How many of the best scattered settings a search starts from.
const STARTS: usize = 3;

/// The number of settings; the largest number if there are more.
pub fn size(axes: &[Axis]) -> usize {
    axes.iter().fold(1, |size, axis| size.saturating_mul(axis.values))
}

/// All settings, the last lever turning fastest.
pub fn all(axes: &[Axis]) -> Vec<Setting> {
    (0..size(axes))
        .map(|mut place| {
            let mut setting = vec![0; axes.len()];
            for (at, axis) in setting.iter_mut().zip(axes).rev() {
                (*at, place) = (place % axis.values, place / axis.values);
            }
            setting
        })
        .collect()
}

/// Searches a grid by trying at most `most` settings: `entered` and settings scattered evenly, then from the best of them
/// pattern searches (Hooke and Jeeves 1961) with steps of a quarter of each range, halved where no step is better.
///
/// # Errors
/// That of `rank`, which tries settings that were not tried before.
pub fn search<E>(
    axes: &[Axis],
    entered: &Setting,
    most: usize,
    mut rank: impl FnMut(Vec<Setting>) -> Result<Vec<Rank>, E>,
) -> Result<(), E> {
    let mut tried: BTreeMap<Setting, Rank> = BTreeMap::new();
    let mut try_all = |settings: Vec<Setting>, tried: &mut BTreeMap<Setting, Rank>| -> Result<(), E> {
        let mut fresh: Vec<Setting> = Vec::new();
        for setting in settings {
            if tried.len() + fresh.len() < most && !tried.contains_key(&setting) && !fresh.contains(&setting) {
                fresh.push(setting);
            }
        }
        if !fresh.is_empty() {
            let ranks = rank(fresh.clone())?;
            tried.extend(fresh.into_iter().zip(ranks));
        }
        Ok(())
    };
    let scattered = std::iter::once(entered.clone()).chain(scattered(axes).take((most / 3).max(1)));
    try_all(scattered.collect(), &mut tried)?;
    let mut starts: Vec<(Setting, Rank)> = tried.iter().map(|(setting, rank)| (setting.clone(), *rank)).collect();
    starts.sort_by(|a, b| a.1.order(&b.1));
    for (mut centre, mut best) in starts.into_iter().take(STARTS) {
        let mut steps: Vec<usize> = axes.iter().map(|axis| (axis.values / 4).max(1)).collect();
        loop {
            let around = neighbours(axes, &centre, &steps);
            try_all(around.clone(), &mut tried)?;
            let better = around
                .into_iter()
                .filter_map(|setting| tried.get(&setting).map(|rank| (setting, *rank)))
                .min_by(|a, b| a.1.order(&b.1))
                .filter(|(_, rank)| rank.order(&best).is_lt());
            match better {
                Some(found) => (centre, best) = found,
                None if steps.iter().all(|step| *step == 1) => break,
                None => steps.iter_mut().for_each(|step| *step = (*step / 2).max(1)),
            }
        }
    }
    Ok(())
}

/// The settings one step away in one lever; of choices all others.
fn neighbours(axes: &[Axis], centre: &Setting, steps: &[usize]) -> Vec<Setting> {
    let mut around = Vec::new();
    for (lever, (axis, step)) in axes.iter().zip(steps).enumerate() {
        let at = centre[lever];
        let places: Vec<usize> = if axis.ordered {
            let below = at.checked_sub(*step);
            below.into_iter().chain((at + step < axis.values).then_some(at + step)).collect()
        } else {
            (0..axis.values).filter(|place| *place != at).collect()
        };
        around.extend(places.into_iter().map(|place| {
            let mut setting = centre.clone();
            setting[lever] = place;
            setting
        }));
    }
    around
}

/// Settings that fill the grid evenly: the additive recurrence with the powers of 1 / g, g the positive root of
/// g^(d + 1) = g + 1 (Roberts 2018; the golden ratio of one dimension).
fn scattered(axes: &[Axis]) -> impl Iterator<Item = Setting> {
    let dimensions = axes.len() as f64;
    let root = (0..60).fold(1.5, |g: f64, _| libm::pow(1.0 + g, 1.0 / (dimensions + 1.0)));
    let axes = axes.to_vec();
    (1..).map(move |point: u32| {
        let place = |(at, axis): (usize, &Axis)| {
            let share = (0.5 + f64::from(point) / libm::pow(root, (at + 1) as f64)).fract();
            ((share * axis.values as f64) as usize).min(axis.values - 1)
        };
        axes.iter().enumerate().map(place).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: [Axis; 3] =
        [Axis { values: 41, ordered: true }, Axis { values: 101, ordered: true }, Axis { values: 3, ordered: false }];

    fn searched(most: usize, value: impl Fn(&Setting) -> f64) -> (Setting, usize) {
        let mut tried: Vec<(Setting, f64)> = Vec::new();
        let none: Result<(), ()> = search(&WIDE, &vec![0, 0, 0], most, |settings| {
            let ranks = settings.iter().map(|setting| Rank { broken: false, shortfall: 0.0, gain: value(setting) });
            let ranks: Vec<Rank> = ranks.collect();
            tried.extend(settings.into_iter().zip(ranks.iter().map(|rank| rank.gain)));
            Ok(ranks)
        });
        assert_eq!(none, Ok(()));
        let best = tried.iter().max_by(|a, b| a.1.total_cmp(&b.1)).expect("some were tried");
        (best.0.clone(), tried.len())
    }

    #[test]
    fn a_concave_objective_is_brought_to_its_top() {
        // Top at (29, 13, 1); a ridge, as the first two work together.
        let value = |s: &Setting| {
            let [a, b] = [s[0] as f64 - 29.0, s[1] as f64 - 13.0];
            -(a * a + 0.5 * b * b + 0.6 * a * b) - if s[2] == 1 { 0.0 } else { 5.0 }
        };
        let (best, tried) = searched(200, value);
        assert_eq!(best, [29, 13, 1]);
        assert!(tried <= 200 && size(&WIDE) == 12_423);
    }

    #[test]
    fn no_more_is_tried_than_is_allowed() {
        let (_, tried) = searched(17, |setting| setting[1] as f64);
        assert_eq!(tried, 17);
    }

    #[test]
    fn a_small_grid_is_listed_whole() {
        let axes = [Axis { values: 2, ordered: true }, Axis { values: 3, ordered: true }];
        assert_eq!(all(&axes), [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]].map(|s| s.to_vec()));
    }
}
