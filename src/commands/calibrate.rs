//! `calibrate`: from a log of past opportunities to an input workbook.

use std::path::Path;

use crate::calibrate::{self, log, page, text};
use crate::cli::CalibrateArgs;
use crate::commands::load::{bytes, load};
use crate::commands::{Failure, error as failed, interrupt, output, print};
use crate::diagnostic::{Diagnostics, text::render};
use crate::inputs::{self, Inputs};
use crate::language::{Language, spoken};
use crate::say;
use crate::sheet::{read, write};
use crate::template::{self, DEAL_REGISTRATION, calibrated};

/// Estimates what the log tells, and writes it into what the base says.
pub fn carry_out(args: &CalibrateArgs) -> Result<(), Failure> {
    let file = args.output.clone().unwrap_or_else(|| output::beside(&args.log, "calibrated"));
    interrupt::makes(&file);
    let (base, notes) = match &args.base {
        Some(path) => load(path).map(|loaded| (loaded.inputs, loaded.notes))?,
        None => (shipped(spoken())?, String::new()),
    };
    let shown = args.log.display().to_string();
    let refused = |found: &Diagnostics| Failure::Refused(render(&shown, found));
    let grid = read::read_input(&bytes(&args.log)?).map_err(|diagnostic| refused(&diagnostic.into()))?;
    let mut found = Diagnostics::default();
    let log = log::read(&grid, &base.programme, &mut found);
    let sheets: Vec<_> = grid.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let found = found.in_workbook_order(&sheets);
    if found.has_errors() {
        return Err(refused(&found));
    }
    let inputs: Vec<&Path> = args.base.iter().chain([&args.log]).map(|path| path.as_path()).collect();
    output::refuse_places(&inputs, (&file, args.force), &[])?;
    if !args.quiet {
        eprint!("{notes}{}", render(&shown, &found));
    }
    let name = args.log.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let calibration = calibrate::calibrate(&log, &base, args.base.is_some(), &name);
    let mut book = calibrated::calibrated(&calibration.inputs, &calibration.laws, spoken());
    calibrated::add_page(&mut book, page::page(&calibration), spoken());
    let workbook = write::input::input_workbook(&book)
        .map_err(|error| Failure::NotWritten(failed(say!("the input workbook could not be made: {error}", error))))?;
    output::replace(&file, &workbook)?;
    if !args.quiet {
        print(&text::table(&calibration));
        for remark in &calibration.remarks {
            eprintln!("{}", say!("note: {remark}", remark));
        }
        eprintln!("{}", say!("wrote {file}", file = file.display()));
    }
    Ok(())
}

/// What the shipped template of opportunity registration says, read as any workbook is.
fn shipped(language: Language) -> Result<Inputs, Failure> {
    let not_made =
        |what: String| Failure::NotWritten(failed(say!("the template could not be read: {error}", error = what)));
    let book = template::book(&DEAL_REGISTRATION, language);
    let bytes = write::input::input_workbook(&book).map_err(|error| not_made(error.to_string()))?;
    let grid = read::read(&bytes).map_err(|diagnostic| not_made(diagnostic.message))?;
    Ok(inputs::read(&grid, &mut Diagnostics::default()))
}
