//! Changes that do nothing alone: what they work through.

use crate::inputs::Inputs;
use crate::scenario::Scenario;
use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::study::attribution::parts::{Part, joined};
use crate::study::attribution::trials::Trials;

/// Pairs of changes that are tried in a scenario, at most; where there are more, changes that do nothing alone are told to
/// do nothing.
const MOST_PAIRS: usize = 32;

/// The changes of a scenario, where those that do nothing alone are measured on top of the ones they work through. Two
/// that only work through each other are one change.
///
/// `parts` were played, each alone.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub(super) fn settled(
    inputs: &Inputs,
    scenario: &Scenario,
    mut parts: Vec<Part>,
    trials: &mut Trials<'_>,
    progress: Progress<'_>,
) -> Result<Vec<Part>, CheckFailed> {
    let uncertainty = trials.uncertainty;
    let both = |parts: &[Part], a: usize, b: usize| joined(inputs, scenario, uncertainty, &[&parts[a], &parts[b]]);
    // Joining two changes may make one that does nothing alone: it is looked at again.
    loop {
        let idle: Vec<usize> = (0..parts.len()).filter(|at| trials.are_equal(&parts[*at].scenario, None)).collect();
        let pairs =
            idle.iter().flat_map(|at| (0..parts.len()).filter(move |other| other != at).map(move |other| (*at, other)));
        let pairs: Vec<(usize, usize)> = pairs.collect();
        if pairs.len() > MOST_PAIRS {
            return Ok(parts);
        }
        let played: Vec<Option<Part>> = pairs.iter().map(|(at, other)| both(&parts, *at, *other)).collect();
        trials.play(played.iter().flatten().map(|pair| pair.scenario.clone()).collect(), progress)?;
        let works = |(at, other): (usize, usize), pair: &Option<Part>| {
            let adds = |pair: &Part| !trials.are_equal(&pair.scenario, Some(&parts[other].scenario));
            pair.as_ref().is_some_and(adds).then_some((at, other))
        };
        let through: Vec<(usize, usize)> =
            pairs.iter().zip(&played).filter_map(|(places, pair)| works(*places, pair)).collect();
        let mutual = through.iter().copied().find(|(at, other)| through.contains(&(*other, *at)));
        if let Some(((at, other), pair)) = mutual.and_then(|(at, other)| Some(((at, other), both(&parts, at, other)?)))
        {
            parts[at.min(other)] = pair;
            parts.remove(at.max(other));
            continue;
        }
        for (at, other) in through {
            parts[at].on.push(other);
        }
        break;
    }
    let ends = parts.iter().filter(|part| !part.on.is_empty()).map(|part| ends(inputs, scenario, &parts, part, trials));
    let ends: Vec<Option<[Part; 2]>> = ends.collect();
    // Where all it works through holds only apart, it is left to the interaction.
    let mut found = ends.iter();
    for part in parts.iter_mut().filter(|part| !part.on.is_empty()) {
        if found.next().is_some_and(Option::is_none) {
            part.on.clear();
        }
    }
    trials.play(ends.into_iter().flatten().flatten().map(|end| end.scenario).collect(), progress)?;
    Ok(parts)
}

/// What a change works through, without it and with it; `None` where one of the two makes no valid programme.
pub(super) fn ends(
    inputs: &Inputs,
    scenario: &Scenario,
    parts: &[Part],
    part: &Part,
    trials: &Trials<'_>,
) -> Option<[Part; 2]> {
    let on: Vec<&Part> = part.on.iter().map(|other| &parts[*other]).collect();
    let without = joined(inputs, scenario, trials.uncertainty, &on)?;
    let with = joined(inputs, scenario, trials.uncertainty, &[on.as_slice(), &[part]].concat())?;
    Some([without, with])
}
