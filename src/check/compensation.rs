//! What tracks and indicators must satisfy as a whole (docs/model.md, "Tracks" and "Indicators").

use super::{Problem, problem};
use crate::inputs::Target;
use crate::model::indicators::{COMPUTED, computed};
use crate::model::tracks::is_blank;
use crate::programme::Programme;
use crate::say;
use crate::schema::Value;
use crate::schema::kind::{Kind, quoted};
use crate::schema::words::{folded, nearest};

/// The most tracks of a programme.
const MOST_TRACKS: usize = 20;
/// The most indicators of a score.
const MOST_INDICATORS: usize = 50;
/// How far the weights may add up to something else than 1, so that thirds can be entered with their decimals.
const TOLERANCE: f64 = 1e-6;

/// What does not hold together in the tracks and indicators of a programme.
pub(super) fn problems(programme: &Programme, problems: &mut Vec<Problem>) {
    tracks(programme, problems);
    wishes(programme, problems);
    indicators(programme, problems);
}

fn tracks(programme: &Programme, problems: &mut Vec<Problem>) {
    let tracks = &programme.tracks;
    if tracks.is_empty() || tracks.len() > MOST_TRACKS {
        problems.push(problem(
            "number-of-tracks",
            Target::Cell("Tracks", 0, "track"),
            say!("must list 1 to {most} tracks, found {found}", most = MOST_TRACKS, found = tracks.len()),
            say!("list the tracks, the one that is open to all first"),
        ));
    }
    let Some(first) = tracks.first() else { return };
    for (needed, column) in [(first.needs_services, "needs_services"), (first.needs_data_sharing, "needs_data_sharing")]
    {
        if needed {
            problems.push(problem(
                "first-track-needs",
                Target::Cell("Tracks", 0, column),
                say!("is set for {name}, the first track, which holds whoever is on no other", name = first.track),
                say!("list a track that needs nothing first"),
            ));
        }
    }
}

/// The tracks that partners wish for.
fn wishes(programme: &Programme, problems: &mut Vec<Problem>) {
    let names = || programme.tracks.iter().map(|track| track.track.as_str());
    let listed = programme.partners.iter().map(|partner| &partner.traits).enumerate();
    let grouped = programme.groups.iter().map(|group| &group.traits).enumerate();
    let rows = listed.map(|row| ("Partners", row)).chain(grouped.map(|row| ("Partner groups", row)));
    for (table, (row, traits)) in rows {
        let wished = traits.compensation_track.as_str();
        if is_blank(wished) || names().any(|name| name == wished) {
            continue;
        }
        let hint = match nearest(wished, names()) {
            Some(near) => say!("did you mean {near}?", near),
            None => say!("the tracks are {names}", names = names().collect::<Vec<_>>().join(", ")),
        };
        problems.push(problem(
            "unknown-track",
            Target::Cell(table, row, "compensation_track"),
            Kind::Track.not_allowed(&quoted(wished)),
            hint,
        ));
    }
}

fn indicators(programme: &Programme, problems: &mut Vec<Problem>) {
    let indicators = &programme.indicators;
    if indicators.is_empty() || indicators.len() > MOST_INDICATORS {
        problems.push(problem(
            "number-of-indicators",
            Target::Cell("Indicators", 0, "indicator"),
            say!("must list 1 to {most} indicators, found {found}", most = MOST_INDICATORS, found = indicators.len()),
            say!("list the indicators of the score; one is enough"),
        ));
        return;
    }
    let known: Vec<_> = indicators.iter().map(|indicator| computed(&indicator.indicator)).collect();
    let names: Vec<_> = indicators.iter().map(|indicator| folded(&indicator.indicator)).collect();
    // Of one name, or of the names of one in both languages.
    let is_same =
        |one: usize, other: usize| names[one] == names[other] || known[one].is_some() && known[one] == known[other];
    for (row, indicator) in indicators.iter().enumerate() {
        let target = Target::Cell("Indicators", row, "indicator");
        if let Some(other) = (0..row).find(|other| is_same(*other, row)).map(|other| &indicators[other]) {
            problems.push(problem(
                "duplicate-indicator",
                target,
                say!(
                    "\"{name}\" measures the same as \"{other}\"",
                    name = indicator.indicator,
                    other = other.indicator
                ),
                say!("remove one of them and add its weight to the other"),
            ));
        } else if known[row].is_none() && indicator.mean == 0.0 && indicator.sd == 0.0 {
            let names = COMPUTED.iter().flat_map(|(name, _)| [name.en, name.fr]);
            let hint = match nearest(&indicator.indicator, names) {
                Some(near) => say!("did you mean {near}? what the simulation does not compute needs a mean", near),
                None => say!("give it a mean and a standard deviation, from which each partner's year is drawn"),
            };
            problems.push(problem(
                "indicator-without-mean",
                target,
                say!("\"{name}\" is not computed by the simulation and has no mean", name = indicator.indicator),
                hint,
            ));
        }
    }
    let sum: f64 = indicators.iter().map(|indicator| indicator.weight).sum();
    if (sum - 1.0).abs() > TOLERANCE {
        let shown = Value::Number(libm::round(sum * 1e6) / 1e6).shown();
        problems.push(problem(
            "weights-sum",
            Target::Cell("Indicators", indicators.len() - 1, "weight"),
            say!("of all indicators add to {sum}, not to 1", sum = shown),
            say!("change one of the weights, or make it 1 less the others by a formula"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn told(change: impl Fn(&mut Programme)) -> Vec<(&'static str, String)> {
        let mut programme = schema::defaults();
        change(&mut programme);
        let mut found = Vec::new();
        problems(&programme, &mut found);
        found.into_iter().map(|problem| (problem.id, problem.target.to_string())).collect()
    }

    #[test]
    fn the_default_programme_holds_together() {
        assert_eq!(told(|_| {}), []);
        // Thirds, and a weight moved from one indicator to another.
        assert_eq!(told(|p| (p.indicators[1].weight, p.indicators[2].weight) = (0.333_333_3, 0.115_666_7)), []);
    }

    #[test]
    fn weights_add_up_to_one() {
        assert_eq!(told(|p| p.indicators[0].weight = 0.05), [("weights-sum", "Indicators[12].weight".to_owned())]);
        assert_eq!(told(|p| p.indicators.clear()), [("number-of-indicators", "Indicators[1].indicator".to_owned())]);
    }

    #[test]
    fn a_misspelt_or_doubled_indicator_is_told() {
        let row = |row: usize| format!("Indicators[{row}].indicator");
        assert_eq!(
            told(|p| p.indicators[1].indicator = "Sales volum".to_owned()),
            [("indicator-without-mean", row(2))]
        );
        assert_eq!(
            told(|p| p.indicators[11].indicator = "DELIVERY  time".to_owned()),
            [("duplicate-indicator", row(12))]
        );
        assert_eq!(
            told(|p| p.indicators[8].indicator = "Capacité de service".to_owned()),
            [("duplicate-indicator", row(9))]
        );
    }

    #[test]
    fn a_partner_wishes_for_a_track_that_there_is() {
        let wish = |name: &'static str| told(move |p| p.groups[1].traits.compensation_track = name.to_owned());
        assert_eq!(wish("Power"), []);
        assert_eq!(wish("-"), []);
        assert_eq!(wish("Powr"), [("unknown-track", "Partner groups[2].compensation_track".to_owned())]);
    }

    #[test]
    fn the_first_track_is_open_to_all() {
        assert_eq!(
            told(|p| p.tracks.reverse()),
            ["needs_services", "needs_data_sharing"].map(|column| ("first-track-needs", format!("Tracks[1].{column}")))
        );
        assert_eq!(told(|p| p.tracks.clear()), [("number-of-tracks", "Tracks[1].track".to_owned())]);
    }
}
