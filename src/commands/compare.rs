//! `compare`: which inputs of two results differ, which figures moved, and how much of it each change explains.

use std::path::Path;

use crate::cli::CompareArgs;
use crate::commands::load::{Loaded, understood};
use crate::commands::progress::Waiting;
use crate::commands::verify::open;
use crate::commands::{Failure, error, interrupt, output, print};
use crate::embedded::{Embedded, Options};
use crate::report::HEADLINE;
use crate::report::compare::{Told, report, text};
use crate::say;
use crate::sheet::write;
use crate::sim::check::CheckFailed;
use crate::sim::run::on_threads;
use crate::study::comparison::{Change, Explained, Moved, Run, Side, changes, explain, moves};

/// Compares two results and tells it.
pub fn carry_out(args: &CompareArgs) -> Result<(), Failure> {
    if let Some(path) = &args.output {
        interrupt::makes(path);
    }
    let [(a, a_version), (b, b_version)] = [side(&args.before, args.trials)?, side(&args.after, args.trials)?];
    let currencies = [&a, &b].map(|side| side.inputs.programme.settings.currency.clone());
    let [of_a, of_b] = &currencies;
    if of_a != of_b {
        return Err(refused(say!("amounts are in {of_a} in the first result and in {of_b} in the second", of_a, of_b)));
    }
    if let Some(path) = &args.output {
        output::refuse_places(&[&args.before, &args.after], (path, args.force), &[])?;
    }
    let changes = changes(&a, &b);
    let waiting = Waiting::new(args.quiet);
    waiting.expect(changes.iter().filter(|change| change.plays).count() * a.trials + a.trials + b.trials);
    waiting.phase(say!("playing trials"));
    let tell = |finished: usize| waiting.advance(finished);
    let played = on_threads(args.threads.map(|threads| threads as usize), || play(&a, &b, &changes, &tell))
        .map_err(|failure| Failure::CheckFailed(error(failure.to_string())))?;
    drop(waiting);
    let Some((runs, moves, explained)) = played else {
        return Err(refused(say!("the inputs that they carry can no longer be played")));
    };
    if moves.is_empty() {
        return Err(refused(say!("one was played with people's responses and the other without")));
    }
    let told = Told {
        files: [&args.before, &args.after].map(|path| file(path)),
        versions: [&a_version, &b_version],
        seeds: runs.each_ref().map(|run| run.seed),
        trials: runs.each_ref().map(Run::trials),
        currency: of_a,
        start: b.inputs.programme.settings.start,
        changes: &changes,
        moves: &moves,
        explained: &explained,
    };
    if let Some(path) = &args.output {
        let workbook = write::workbook(&report(&told))
            .map_err(|reason| Failure::NotWritten(error(say!("the comparison could not be made: {reason}", reason))))?;
        output::replace(path, &workbook)?;
    }
    print(&text(&told));
    Ok(())
}

/// What a result was played from, and the version that made it; with so many trials if that is said.
fn side(path: &Path, trials: Option<u64>) -> Result<(Side, String), Failure> {
    let (_, Embedded { version, file, sha256, options, grid, .. }) = open(path)?;
    let Loaded { inputs, .. } = understood(grid, &path.display().to_string(), (file, sha256))?;
    let options = Options { trials: trials.unwrap_or(options.trials), ..options };
    Ok((Side::new(inputs, &options), version))
}

type Played = ([Run; 2], Vec<Moved>, Vec<Explained>);

fn play(a: &Side, b: &Side, changes: &[Change], tell: &(dyn Fn(usize) + Sync)) -> Result<Option<Played>, CheckFailed> {
    let (Some(before), Some(after)) = (Run::play(a, tell)?, Run::play(b, tell)?) else { return Ok(None) };
    let moves = moves(&before, &after);
    // The baseline's values and the scenarios' differences: with the two every other headline figure is known.
    let is_told = |moved: &&Moved| moved.of_difference || moved.programme.is_empty();
    let headline = moves.iter().filter(|moved| HEADLINE.contains(&moved.measure.id.as_str())).filter(is_told);
    let explained = explain(headline.cloned().collect(), changes, [a, b], [&before, &after], tell)?;
    Ok(Some(([before, after], moves, explained)))
}

fn file(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn refused(reason: String) -> Failure {
    Failure::Refused(error(say!("these results cannot be compared: {reason}", reason)))
}
