//! Which trial the ledger of a run lists the deals of: `--ledger SCENARIO[:YEAR]` and `--ledger-trial`, else the one whose
//! answer is nearest the median.

use crate::commands::load::Loaded;
use crate::commands::{Failure, error, error_with_hint};
use crate::embedded::Options;
use crate::measures;
use crate::model::horizon::YEAR_MONTHS;
use crate::report::{Story, lead};
use crate::say;
use crate::scenario::BASELINE;
use crate::schema::kind::quoted;
use crate::schema::words::nearest;
use crate::sim::sampled::Sampled;
use crate::study::audit::{Audit, Subject, first_own_year, first_with_quotations, nearest_median};
use crate::study::played::Played;

/// The word that leaves the ledger out.
const NONE: &str = "none";

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// No ledger.
    Nothing,
    /// A ledger: of a programme by place, of a fiscal year and of a trial from 0, where they are said.
    Ledger(Option<usize>, Option<usize>, Option<usize>),
}

impl Asked {
    /// Reads what a run was asked for.
    ///
    /// # Errors
    /// [`Failure::Usage`] for a scenario, year or trial that there is not.
    pub fn new(options: &Options, loaded: &Loaded) -> Result<Asked, Failure> {
        let trials = options.trials;
        if options.ledger_trial.is_some_and(|number| !(1..=trials).contains(&number)) {
            return Err(Failure::Usage(error(say!("--ledger-trial: the run has {trials} trials", trials))));
        }
        let trial = options.ledger_trial.map(|number| number as usize - 1);
        let Some(asked) = options.ledger.as_deref() else {
            let unasked = trial.is_none() && !options.extent.is_whole();
            return Ok(if unasked { Asked::Nothing } else { Asked::Ledger(None, None, trial) });
        };
        let names: Vec<&str> =
            std::iter::once(BASELINE).chain(loaded.scenarios.iter().map(|scenario| scenario.name.as_str())).collect();
        let place = |name: &str| names.iter().position(|known| *known == name);
        if let Some(programme) = place(asked) {
            return Ok(Asked::Ledger(Some(programme), None, trial));
        }
        if asked == NONE {
            return Ok(Asked::Nothing);
        }
        let years = (loaded.inputs.programme.settings.months as usize).div_ceil(YEAR_MONTHS);
        let numbered = asked.rsplit_once(':').and_then(|(name, year)| Some((place(name)?, year.trim())));
        if let Some((programme, year)) = numbered {
            return match year.parse::<usize>() {
                Ok(year) if (1..=years).contains(&year) => Ok(Asked::Ledger(Some(programme), Some(year - 1), trial)),
                _ => Err(Failure::Usage(error(say!(
                    "--ledger {asked}: the horizon has the fiscal years 1 to {years}",
                    asked,
                    years
                )))),
            };
        }
        let hint = match nearest(asked, names.iter().copied()) {
            Some(name) => say!("did you mean \"{name}\"?", name),
            None => {
                let names: Vec<String> = names.iter().copied().map(quoted).collect();
                say!("there are {names}, and {none} for no ledger", names = names.join(", "), none = NONE)
            }
        };
        let file = &loaded.file;
        let missing = say!("--ledger: {file} has no scenario \"{asked}\"", file, asked);
        Err(Failure::Usage(error_with_hint(missing, hint)))
    }

    /// Plays what is asked for again, and listens; `None` if nothing is.
    pub fn audit(self, loaded: &Loaded, sampled: &Sampled<'_>, played: &Played, story: &Story<'_>) -> Option<Audit> {
        let Asked::Ledger(programme, year, trial) = self else { return None };
        let programme = programme.unwrap_or_else(|| first_with_quotations(story.summary));
        let entered = match programme.checked_sub(1) {
            Some(scenario) => &loaded.scenarios.get(scenario)?.programme,
            None => &loaded.inputs.programme,
        };
        let year = year.unwrap_or_else(|| first_own_year(entered));
        let totals = &played.trials.totals;
        let (place, _) = measures::measure(lead(story).id)?;
        let value = |trial| {
            let of = |programme| measures::value(place, totals, trial, programme);
            if programme == 0 { of(0) } else { of(programme) - of(0) }
        };
        let found = nearest_median(&(0..totals.count).map(value).collect::<Vec<f64>>())?;
        let (trial, found) = match trial {
            // A run that was exact enough may have stopped before it.
            Some(trial) => (trial.min(totals.count - 1), None),
            None => (found.trial, Some(found)),
        };
        let programmes = (&loaded.inputs.programme, loaded.scenarios.as_slice());
        Some(Audit::new(sampled, programmes, played, story.run.seed, (Subject { programme, year, trial }, found)))
    }
}
