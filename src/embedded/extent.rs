//! How much of a workbook is played and studied.

use crate::programme::Readings;

/// How much is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// All that the workbook asks for, and every study of it.
    #[default]
    Whole,
    /// The answer at once: some trials in one reading, and nothing played beside them but what is asked for by name.
    Answer,
}

impl Extent {
    /// Trials of an answer, at most: enough to see where a change leads, and over before one looks up.
    pub const MOST_TRIALS: u64 = 1_000;

    /// Whether everything is wanted.
    pub fn is_whole(self) -> bool {
        self == Extent::Whole
    }

    /// How many trials are played of those that the workbook asks for.
    pub fn trials(self, asked: u64) -> u64 {
        if self.is_whole() { asked } else { asked.min(Extent::MOST_TRIALS) }
    }

    /// The readings that are played instead of those that the workbook asks for.
    pub fn readings(self, asked: Readings) -> Option<Readings> {
        (!self.is_whole() && asked == Readings::Both).then_some(Readings::Static)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_takes_at_most_a_thousand_trials_in_one_reading() {
        let (answer, whole) = (Extent::Answer, Extent::Whole);
        assert_eq!([answer.trials(10_000), answer.trials(200), whole.trials(10_000)], [1_000, 200, 10_000]);
        assert_eq!(answer.readings(Readings::Both), Some(Readings::Static));
        // Where the workbook asks for one reading, that one leads.
        assert_eq!([answer.readings(Readings::Behavioural), whole.readings(Readings::Both)], [None, None]);
    }
}
