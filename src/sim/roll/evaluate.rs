//! Which level each partner of a roll holds from one fiscal year to the next (docs/model.md, "Levels").

use std::mem;

use multiversion::multiversion;

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field;
use crate::outcome::partner::PartnerField;
use crate::plan::{Office, Plans};
use crate::quantile::Chance;
use crate::sim::roll::{Booked, Roll, RollSums, Spell, runs};
use crate::units::{Money, column};

/// Partners who are passed over at once where all of them stay.
const COMPARED: usize = 32;

impl Roll {
    /// Decides, at the end of a whole year, which level each partner holds in the next.
    pub fn evaluate(&mut self, plans: &Plans, spell: &Spell<'_>, booked: &mut Booked, sums: &mut RollSums) {
        let office = spell.office;
        if let Some(cliffs) = &office.cliffs {
            for (held, run) in runs(&self.levels) {
                booked.by_level[held][Field::CliffCost] += cliffs.costs_if_crossed(held, &self.trailing()[run]).minor();
            }
        }
        self.change_levels(plans, spell, booked, sums);
        if let Some(rules) = &office.stretch {
            for (missing, stretch) in self.missing.iter_mut().zip(&self.stretch) {
                *missing = stretch.times(rules.pull_forward);
            }
        } else {
            self.missing.fill(Money::ZERO);
        }
        if is_last_evaluation(plans, spell) {
            column::add(&mut sums.columns.last_purchases, self.trailing());
        }
        // The next year's are worked out anew.
        mem::swap(&mut self.last_run_rate, &mut self.run_rate);
    }

    /// Looks at those who may not stay where they are. Others stay by the rule, and so have met the threshold of their
    /// level, suspended or not.
    fn change_levels(&mut self, plans: &Plans, spell: &Spell<'_>, booked: &mut Booked, sums: &mut RollSums) {
        let office = spell.office;
        let certifications = &plans.columns.certifications[self.members.clone()];
        let training = spell.draws.training(spell.year, spell.trial).map(|marks| &marks[self.members.clone()]);
        let pass = office.ladder.pass;
        let mut next = mem::take(&mut self.next);
        office.ladder.by_rule(self.trailing(), certifications, &mut next);
        let mut stays = mem::take(&mut self.stays);
        stay(&next, &self.levels, training.map(|marks| (pass, marks)), &mut stays);
        for (first, block) in (0..).step_by(COMPARED).zip(stays.chunks(COMPARED)) {
            // Many at a time, without branches between them.
            if block.iter().fold(true, |all, stays| all & stays) {
                continue;
            }
            for at in (first..).zip(block).filter(|(_, stays)| !**stays).map(|(at, _)| at) {
                let passed = training.is_none_or(|marks| pass.hits(marks[at]));
                self.change_level((spell, office), at, (certifications[at], passed), booked, sums);
            }
        }
        (self.next, self.stays) = (next, stays);
    }

    /// Decides on the next level of a partner with some certifications, that passed its training or not.
    fn change_level(
        &mut self,
        (spell, office): (&Spell<'_>, &Office),
        at: usize,
        (certifications, passed): (i64, bool),
        booked: &mut Booked,
        sums: &mut RollSums,
    ) {
        let held = usize::from(self.levels[at]);
        let trailing = self.trailing()[at];
        let [suspended, suspended_next] = [0, 1].map(|later| office.suspended[spell.year + later]);
        let verdict = office.ladder.evaluate(held, trailing, certifications, passed, suspended_next);
        let row = &mut booked.by_level[held];
        let saved = i64::from(verdict.level > verdict.by_rule);
        row[Field::Promoted] += i64::from(verdict.level > held);
        row[Field::Demoted] += i64::from(verdict.level < held);
        row[Field::Saved] += saved;
        let rides_free = suspended && office.ladder.misses_threshold(held, trailing);
        if rides_free {
            row[Field::FreeRiders] += 1;
            row[Field::FreeRiderRebates] += self.paid(office)[at].minor();
        }
        // Few partners have either.
        if (saved > 0 || rides_free)
            && let Some(sum) = sums.partners.get_mut(at)
        {
            sum[PartnerField::Saved] += saved;
            sum[PartnerField::RidesFree] += i64::from(rides_free);
        }
        if let Some(cliffs) = &office.cliffs {
            // It looks up from its new level, and was counted as if it stayed.
            let cost = |level: usize| cliffs.cost_if_crossed(level, trailing).minor();
            row[Field::CliffCost] += cost(verdict.level) - cost(held);
        }
        self.levels[at] = verdict.level as u8;
    }

    /// Closes a trial: who holds which level in the end, and from which it came. Counts the partners at each level.
    pub fn close(&self, plans: &Plans, sums: &mut RollSums, held: &mut [i64]) {
        let at_first = &plans.columns.levels[self.members.clone()];
        for (first, run) in runs(at_first) {
            for (level, run) in runs(&self.levels[run]) {
                sums.migration[first * plans.shape.levels + level] += run.len() as i64;
                held[level] += run.len() as i64;
            }
        }
        for (sum, level) in sums.columns.last_level.iter_mut().zip(&self.levels) {
            *sum += u32::from(*level);
        }
    }
}

/// Whether partners stay where they are: by the rule, and with their training passed. Compiled for several processors, as
/// [`column`].
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn stay(next: &[u8], levels: &[u8], training: Option<(Chance, &[u32])>, stays: &mut [bool]) {
    for ((stays, next), held) in stays.iter_mut().zip(next).zip(levels) {
        *stays = next == held;
    }
    let Some((pass, marks)) = training else { return };
    for (stays, mark) in stays.iter_mut().zip(marks) {
        *stays &= pass.hits(*mark);
    }
}

fn is_last_evaluation(plans: &Plans, spell: &Spell<'_>) -> bool {
    (spell.year + 2) * YEAR_MONTHS > plans.months
}
