//! Programmes that were played apart, put together as one run. No programme changes another's draws, so they come to what
//! they would have come to beside each other.

use crate::plan::Plans;
use crate::sim::changes::Changes;
use crate::sim::courses::Courses;
use crate::sim::run::{Totals, Trials};

impl Totals {
    /// The first `count` trials of the plans' programmes, each from a run that has them, with its place there.
    pub fn joined(plans: &Plans, count: usize, parts: &[(&Totals, usize)]) -> Totals {
        let mut joined = Totals { count, ..Totals::new(plans) };
        joined.totals.reserve_exact(count * parts.len());
        joined.held.reserve_exact(count * parts.len() * joined.levels);
        for trial in 0..count {
            for (part, programme) in parts {
                joined.totals.push(*part.total(trial, *programme));
                joined.held.extend_from_slice(part.held(trial, *programme));
            }
        }
        joined
    }

    /// Whether a programme came to the same in every trial as another one of another run.
    fn are_equal(&self, programme: usize, (other, as_other): (&Totals, usize)) -> bool {
        self.count == other.count
            && (0..self.count).all(|trial| {
                self.total(trial, programme) == other.total(trial, as_other)
                    && self.held(trial, programme) == other.held(trial, as_other)
            })
    }
}

impl Trials {
    /// A run of `most` trials of the plans' programmes, each from a run of as many that has it, with its place there; the
    /// scenarios of the first reading from runs in which that comes first. `None` where these runs kept less than one of all
    /// the programmes does.
    pub fn joined(plans: &Plans, most: usize, parts: &[(&Trials, usize)]) -> Option<Trials> {
        let count = parts.first()?.0.count();
        let alike = |(part, programme): &(&Trials, usize)| part.count() == count && *programme < part.programmes();
        if parts.len() != plans.programmes() || !parts.iter().all(alike) {
            return None;
        }
        let totals: Vec<(&Totals, usize)> = parts.iter().map(|(part, at)| (&part.totals, *at)).collect();
        let changes: Vec<(&Changes, usize)> = parts.iter().map(|(part, at)| (&part.changes, *at)).collect();
        let followed = parts[..plans.programmes_a_reading()].iter().skip(1);
        let courses: Vec<(&Courses, usize)> =
            followed.map(|(part, at)| Some((&part.courses, at.checked_sub(1)?))).collect::<Option<_>>()?;
        Some(Trials {
            totals: Totals::joined(plans, count, &totals),
            breakdown: parts.iter().map(|(part, at)| part.breakdown[*at].clone()).collect(),
            partners: parts.iter().map(|(part, at)| part.partners[*at].clone().sized(plans)).collect(),
            changes: Changes::joined(plans, (count, most), &changes)?,
            courses: Courses::joined(plans, (count, most), &courses)?,
        })
    }

    /// Whether as much was kept of each trial as a run of `most` trials of the plans' programmes keeps.
    pub fn are_enough(&self, plans: &Plans, most: usize) -> bool {
        self.changes.trials >= Changes::trials(plans, most) && self.courses.trials >= Courses::trials(plans, most)
    }

    /// Whether a programme came to the same as another one of another run: in every trial, row of the breakdown and partner.
    pub fn are_equal(&self, programme: usize, (other, as_other): (&Trials, usize)) -> bool {
        self.totals.are_equal(programme, (&other.totals, as_other))
            && self.breakdown[programme] == other.breakdown[as_other]
            && self.partners[programme].partners == other.partners[as_other].partners
    }
}
