//! The measures of a run: those of the program, then one for each level.

use crate::measures::{MEASURES, Measure, Owner, Sums, Unit};
use crate::say;

/// A measure as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The id of the JSON and the result.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it is, in a sentence.
    pub help: String,
    /// What it is counted in.
    pub unit: Unit,
    /// Whose it is.
    pub owner: Owner,
    /// Whether its owner wants more of it.
    pub more_is_better: bool,
    /// How its rows make its total.
    pub sums: Sums,
}

/// The measures of a run with these levels: those of [`MEASURES`], then one for each level.
pub fn all_measures(levels: &[String]) -> Vec<Listed> {
    MEASURES.iter().map(listed).chain(levels.iter().map(|level| at_level(level))).collect()
}

fn listed(measure: &Measure) -> Listed {
    Listed {
        id: measure.id.to_owned(),
        label: measure.label.said().to_owned(),
        help: measure.help.said().to_owned(),
        unit: measure.unit,
        owner: measure.owner,
        more_is_better: measure.more_is_better,
        sums: measure.sums,
    }
}

/// The measure that counts the partners at a level.
fn at_level(level: &str) -> Listed {
    let slug: String =
        level.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect();
    Listed {
        id: format!("partners_at_{slug}"),
        label: say!("Partners at {level}", level),
        help: say!("Partners that hold the level {level} after the last evaluation.", level),
        unit: Unit::Count,
        owner: Owner::Partner,
        more_is_better: true,
        sums: Sums::Stock,
    }
}
