//! What a run may take in memory: a workbook that needs more is refused before anything is played.

use super::{Problem, problem};
use crate::inputs::Target;
use crate::language::number;
use crate::model::population::level_index;
use crate::programme::{Programme, Readings};
use crate::say;

/// The most that a run may take.
const MOST_BYTES: f64 = 1.5e9;
/// What a partner who meets opportunities takes in each programme played, measured on two threads.
const BYTES_A_POOL_PARTNER: f64 = 4_000.0;
/// What any other partner takes.
const BYTES_A_PARTNER: f64 = 1_000.0;
/// What a trial takes in each programme played, measured from 10,000 to 100,000 trials: its totals, and what is read off
/// them. Courses by month are bounded by themselves (`sim/courses.rs`).
const BYTES_A_TRIAL: f64 = 900.0;

/// Refuses partners and trials that would fill the memory, times the programmes that are played.
pub(super) fn memory(programme: &Programme, scenarios: usize, problems: &mut Vec<Problem>) {
    let settings = &programme.settings;
    let played = programmes(settings.readings, scenarios);
    let Some(message) = refusal(programme, played, settings.trials as usize) else { return };
    let (target, hint) = if settings.trials as f64 * BYTES_A_TRIAL > partners(programme) {
        (Target::Parameter("settings.trials"), fewer_trials())
    } else {
        (largest(programme), say!("play fewer scenarios or one reading at once, or put small partners together"))
    };
    problems.push(problem("too-much-memory", target, message, hint));
}

/// What to do where trials take too much.
pub fn fewer_trials() -> String {
    say!("10,000 trials are enough for two digits; or play fewer scenarios at once")
}

/// How many programmes a run plays.
pub fn programmes(readings: Readings, scenarios: usize) -> usize {
    (1 + scenarios) * if readings == Readings::Both { 2 } else { 1 }
}

/// Why so many trials of so many programmes side by side, partners as in this one, cannot be played; `None` if they can.
pub fn refusal(programme: &Programme, played: usize, trials: usize) -> Option<String> {
    too_much(bytes(programme, trials) * played as f64, played)
}

/// Why so many bytes of so many programmes cannot be kept; `None` if they can.
pub fn too_much(bytes: f64, played: usize) -> Option<String> {
    (bytes > MOST_BYTES).then(|| {
        say!(
            "makes the run take about {gigabytes} GB of memory, with {played} programmes to play; at most {most} GB is \
             allowed",
            gigabytes = number::fixed(bytes / 1e9, 1),
            played,
            most = number::fixed(MOST_BYTES / 1e9, 1)
        )
    })
}

/// How many programmes with partners as in this one can be played side by side for so many trials.
pub fn side_by_side(programme: &Programme, trials: usize) -> usize {
    (MOST_BYTES / bytes(programme, trials)) as usize
}

/// What one programme takes.
fn bytes(programme: &Programme, trials: usize) -> f64 {
    trials as f64 * BYTES_A_TRIAL + partners(programme)
}

/// What all partners take in one programme.
fn partners(programme: &Programme) -> f64 {
    let floor = level_index(programme, &programme.bidding.pool_level).unwrap_or(0);
    let bytes = |level: &str| {
        if level_index(programme, level) < Some(floor) { BYTES_A_PARTNER } else { BYTES_A_POOL_PARTNER }
    };
    let listed = programme.partners.iter().map(|partner| bytes(&partner.traits.level));
    listed.chain(programme.groups.iter().map(|group| group.count as f64 * bytes(&group.traits.level))).sum()
}

/// The largest group, where there are groups.
fn largest(programme: &Programme) -> Target {
    match programme.groups.iter().enumerate().max_by_key(|(_, group)| group.count) {
        Some((row, group)) if group.count > 1 => Target::Cell("Partner groups", row, "count"),
        _ => Target::Cell("Partners", 0, "id"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn told(scenarios: usize, change: impl Fn(&mut Programme)) -> Vec<String> {
        let mut programme = schema::defaults();
        change(&mut programme);
        let mut problems = Vec::new();
        memory(&programme, scenarios, &mut problems);
        problems.iter().map(|problem| problem.target.to_string()).collect()
    }

    #[test]
    fn partners_times_programmes_are_limited() {
        // 220 partners meet opportunities and take 0.88 MB a programme, 100,000 others 100 MB.
        let many = |p: &mut Programme| p.groups[3].count = 100_000;
        assert_eq!(told(5, many), [""; 0], "12 programmes, 1.2 GB and the trials");
        assert_eq!(told(7, many), ["Partner groups[4].count"], "16 programmes, 1.6 GB");
        assert_eq!(told(8, |p| (many(p), p.settings.readings = Readings::Static).1), [""; 0], "9 programmes");
        assert_eq!(told(1, |p| p.groups[2].count = 100_000), ["Partner groups[3].count"], "they meet opportunities");
    }

    #[test]
    fn trials_times_programmes_are_limited() {
        assert_eq!(told(50, |_| {}), [""; 0]);
        assert_eq!(told(1, |p| p.settings.trials = 1_000_000), ["settings.trials"]);
        // 90 MB a programme of 100,000 trials, and 5.4 MB of partners: 15 of them are 1.43 GB, 16 1.53 GB.
        assert_eq!(side_by_side(&schema::defaults(), 100_000), 15);
        assert!(refusal(&schema::defaults(), 16, 100_000).is_some_and(|told| told.contains("about 1.5 GB")));
        assert_eq!(refusal(&schema::defaults(), 15, 100_000), None);
    }
}
