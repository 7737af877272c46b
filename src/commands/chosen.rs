//! The scenarios that a command line names.

use crate::commands::load::Loaded;
use crate::commands::{Failure, error_with_hint};
use crate::say;
use crate::scenario::Scenario;
use crate::schema::kind::quoted;
use crate::schema::words::nearest;

/// Keeps only the scenarios that were asked for, if any were.
pub fn choose(loaded: &mut Loaded, wanted: &[String]) -> Result<(), Failure> {
    for name in wanted {
        place(loaded, name)?;
    }
    loaded.scenarios.retain(|scenario| is_chosen(&scenario.name, wanted));
    Ok(())
}

/// Whether a scenario is played where some were asked for by name; all are where none was.
pub fn is_chosen(name: &String, wanted: &[String]) -> bool {
    wanted.is_empty() || wanted.contains(name)
}

/// The place of a scenario among those of a workbook.
///
/// # Errors
/// [`Failure::Usage`] for a name that it does not have.
pub fn place(loaded: &Loaded, name: &str) -> Result<usize, Failure> {
    let names = || loaded.scenarios.iter().map(|scenario: &Scenario| scenario.name.as_str());
    names().position(|own| own == name).ok_or_else(|| {
        let hint = match nearest(name, names()) {
            Some(near) => say!("did you mean \"{name}\"?", name = near),
            None if loaded.scenarios.is_empty() => say!("it has no scenario at all"),
            None => say!("its scenarios are {names}", names = names().map(quoted).collect::<Vec<_>>().join(", ")),
        };
        Failure::Usage(error_with_hint(say!("{file} has no scenario \"{name}\"", file = loaded.file, name), hint))
    })
}
