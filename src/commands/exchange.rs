//! The trials that `run` hands to other models: which, and where to.

use std::io::{BufWriter, Write};
use std::path::Path;

use crate::cli::RunArgs;
use crate::commands::{Failure, error_with_hint, is_stdout, output};
use crate::programme::Settings;
use crate::report::exchange::{self, Series, sip};
use crate::report::{HEADLINE, Story};
use crate::say;
use crate::schema::words::nearest;
use crate::sim::run::Totals;
use crate::summary::{Listed, Names};

/// What is exported of a run.
#[derive(Debug)]
pub struct Exports<'a> {
    csv: Option<&'a Path>,
    sip: Option<&'a Path>,
    places: Vec<usize>,
}

impl<'a> Exports<'a> {
    /// What the command line asks for, of the measures of a run; by default those that decisions are taken by.
    ///
    /// # Errors
    /// [`Failure::Usage`] for a measure that is not there, measures without a file, or two outputs on standard output.
    pub fn new(args: &'a RunArgs, settings: &Settings, listed: &[Listed]) -> Result<Exports<'a>, Failure> {
        let (csv, sip) = (args.trials_csv.as_deref(), args.sip.as_deref());
        let usage = |what: &str, hint: &str| Err(Failure::Usage(error_with_hint(what, hint)));
        if csv.or(sip).is_none() && !args.export_measures.is_empty() {
            return usage(&say!("--export-measures names no file"), &say!("add --trials-csv FILE or --sip FILE"));
        }
        let on_stdout = [args.writing.json.as_deref(), csv, sip].into_iter().flatten().filter(|path| is_stdout(path));
        if on_stdout.count() + usize::from(args.summary) > 1 {
            let what = say!("standard output takes one of --summary, --json, --trials-csv and --sip");
            return usage(&what, &say!("name a file for the others"));
        }
        let places = match args.export_measures.is_empty() {
            true => Ok(deciding(settings, listed)),
            false => exchange::places(listed, args.export_measures.iter().map(|id| id.trim())),
        };
        let places = match places {
            Ok(places) => places,
            Err(id) => {
                let near = nearest(&id, listed.iter().map(|measure| measure.id.as_str()));
                let near = near.map_or_else(
                    || say!("docs/reference.md lists the measures"),
                    |near| say!("did you mean {near}?", near),
                );
                return usage(&say!("there is no measure \"{id}\"", id), &near);
            }
        };
        Ok(Exports { csv, sip, places })
    }

    /// Writes what was asked for, and the drawn values of uncertain inputs beside it.
    ///
    /// # Errors
    /// [`Failure::NotWritten`].
    pub fn write(&self, story: &Story<'_>, names: &Names, totals: &Totals) -> Result<(), Failure> {
        if self.csv.or(self.sip).is_none() {
            return Ok(());
        }
        let drawn = story.drawn.iter().flat_map(|drawn| drawn.uncertainty.names().into_iter().zip(drawn.values));
        let drawn = drawn.map(|(name, values)| Series { name, values: values.clone() });
        let series = exchange::series(totals, story.plans, names, &self.places, drawn);
        let created = story.inputs.programme.settings.start;
        if let Some(path) = self.csv {
            put(path, &|out| exchange::csv(&series, out))?;
        }
        if let Some(path) = self.sip {
            put(path, &|out| sip::library(&series, story.run, created, out))?;
        }
        Ok(())
    }
}

/// The measures that decisions are taken by: the headline ones, those watched for precision, the one that decides. What
/// a workbook names and no measure has is left to the check of the workbook.
fn deciding(settings: &Settings, listed: &[Listed]) -> Vec<usize> {
    let uncertainty = &settings.uncertainty;
    let watched = uncertainty.precision_measures.split(',').filter_map(|named| named.split_whitespace().next());
    let ids = HEADLINE.into_iter().chain(watched).chain([uncertainty.objective.trim()]);
    let mut places: Vec<usize> = Vec::new();
    for place in ids.filter_map(|id| listed.iter().position(|measure| measure.id == id)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Writes a file, or standard output, of which a reader that has gone away is no error.
fn put(path: &Path, content: output::Content<'_>) -> Result<(), Failure> {
    if !is_stdout(path) {
        return output::replace_by(path, content);
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    let _ = content(&mut out).and_then(|()| out.flush());
    Ok(())
}
