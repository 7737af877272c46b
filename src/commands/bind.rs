//! `bind`: which values a workbook gives, in which cells and by which names, and what keeps its default.

use std::path::Path;

use crate::cli::BindArgs;
use crate::commands::{Failure, load, print};
use crate::diagnostic::{Diagnostics, text};
use crate::inputs::names::Known;
use crate::inputs::{self, Bound, Inputs, Target};
use crate::language::suggest;
use crate::say;
use crate::schema::{self, Group, Parameter, Place, TABLES, settings};
use crate::sheet::{Grid, read};

/// Names that give nothing are listed up to this number.
const MOST_NAMES: usize = 30;

/// Prints what was found; what is wrong with it is told as `check` tells it.
pub fn carry_out(args: &BindArgs) -> Result<(), Failure> {
    let shown = args.input.display().to_string();
    let refused = |found: &Diagnostics| Failure::Refused(text::render(&shown, found));
    let bytes = load::bytes(&args.input)?;
    let grid = read::read_input(&bytes).map_err(|diagnostic| refused(&diagnostic.into()))?;
    inputs::language(&grid).into_iter().for_each(suggest);
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&grid, &mut found);
    let sheets: Vec<_> = grid.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let found = found.in_workbook_order(&sheets);
    print(&listing(&args.input, &grid, &inputs));
    if found.has_errors() {
        return Err(refused(&found));
    }
    eprint!("{}", text::render(&shown, &found));
    Ok(())
}

/// All that is found, then what is not.
fn listing(file: &Path, grid: &Grid, inputs: &Inputs) -> String {
    let rows = rows(inputs);
    let by_name = inputs.bound.iter().filter(|bound| !bound.also_by_sheet).count();
    let by_sheet = rows.len() - by_name;
    let file = file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned());
    let mut text =
        say!("{file}: {by_name} values by name, {by_sheet} on the program's own sheets", file, by_name, by_sheet);
    text.push('\n');
    if !rows.is_empty() {
        let heading = [say!("Key"), say!("Value"), say!("Unit"), say!("Cell"), say!("Found by")];
        text.push('\n');
        text.push_str(&in_line(&[heading].into_iter().chain(rows).collect::<Vec<_>>()));
    }
    for line in defaults(inputs).into_iter().chain(names(grid, inputs)) {
        text.push('\n');
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Key, value, unit, cell, and what it was found by: parameters and settings, then cells of tables that have a name.
fn rows(inputs: &Inputs) -> Vec<[String; 5]> {
    let row = |place: &Place, target: &Target| {
        let cell = inputs.origins.get(target)?.cell.as_ref()?;
        let by = match inputs.bound.iter().find(|bound| bound.target == *target) {
            Some(Bound { name, also_by_sheet: false, .. }) => say!("name {name}", name),
            Some(_) => say!("sheet and name"),
            None => say!("sheet"),
        };
        let value = place.kind().shown(&place.get(&inputs.programme));
        Some([place.said(), value, place.unit().said().to_owned(), cell.to_string(), by])
    };
    let parameters = all().filter_map(|parameter| row(&Place::of(parameter), &Target::Parameter(parameter.key)));
    let cells = inputs.bound.iter().filter_map(|bound| {
        let Target::Cell(sheet, at, key) = bound.target else { return None };
        let table = TABLES.iter().find(|table| table.sheet.en == sheet)?;
        let column = table.columns.iter().find(|column| column.key == key)?;
        row(&Place::at(table, at, column, &inputs.programme), &bound.target)
    });
    parameters.chain(cells).collect()
}

/// Settings and parameters.
fn all() -> impl Iterator<Item = &'static Parameter> {
    settings::SETTINGS.parameters.iter().chain(schema::parameters())
}

/// Groups and tables that are not given, or in part.
fn defaults(inputs: &Inputs) -> Vec<String> {
    let given = |target: &Target| inputs.origins.get(target).is_some_and(|origin| origin.cell.is_some());
    let count = |group: &Group| group.parameters.iter().filter(|p| given(&Target::Parameter(p.key))).count();
    let groups = || [&settings::SETTINGS].into_iter().chain(schema::GROUPS.iter().copied());
    let title = |group: &Group| group.title.said().to_owned();
    let none: Vec<String> = groups().filter(|group| count(group) == 0).map(title).collect();
    let part = groups().filter(|group| (1..group.parameters.len()).contains(&count(group)));
    let part: Vec<String> = part
        .map(|group| {
            say!("{group} ({given} of {all})", group = title(group), given = count(group), all = group.parameters.len())
        })
        .collect();
    // A population that is listed by name has no default groups beside it.
    let from_rows = |table: &&schema::Table| {
        let rows = (table.len)(&inputs.programme);
        let cells = (0..rows).flat_map(|row| table.columns.iter().map(move |c| (row, c.key)));
        rows > 0 && !cells.map(|(row, key)| Target::Cell(table.sheet.en, row, key)).any(|target| given(&target))
    };
    let tables: Vec<String> =
        TABLES.iter().copied().filter(from_rows).map(|table| table.sheet.said().to_owned()).collect();
    let mut lines = Vec::new();
    if !part.is_empty() {
        lines.push(say!("Given in part, the rest by default: {groups}.", groups = part.join(", ")));
    }
    if !none.is_empty() {
        lines.push(say!("All by default: {groups}.", groups = none.join(", ")));
    }
    if !tables.is_empty() {
        lines.push(say!("Tables with their default rows: {tables}.", tables = tables.join(", ")));
    }
    lines
}

/// Names that give nothing: of no key, or of one sheet only.
fn names(grid: &Grid, inputs: &Inputs) -> Vec<String> {
    let known = Known::new(grid, &inputs.programme);
    let is_ours = |name: &str| !known.places(name).is_empty();
    // Excel's own names, such as of print areas, start with an underscore.
    let own = || grid.names.iter().filter(|name| !name.name.starts_with('_'));
    let local: Vec<&str> = own().filter(|name| name.local && is_ours(&name.name)).map(|name| &*name.name).collect();
    let others: Vec<&str> = own().filter(|name| !name.local && !is_ours(&name.name)).map(|name| &*name.name).collect();
    let mut lines = Vec::new();
    if !local.is_empty() {
        lines.push(say!(
            "Names that hold on one sheet only and give nothing: {names}. Define them for the whole workbook.",
            names = local.join(", ")
        ));
    }
    if !others.is_empty() {
        let mut listed: Vec<String> = others
            .iter()
            .take(MOST_NAMES)
            .map(|name| match known.resembled(name) {
                Some(near) => say!("{name} (is {near} meant?)", name, near),
                None => (*name).to_owned(),
            })
            .collect();
        if let Some(more) = others.len().checked_sub(MOST_NAMES).filter(|more| *more > 0) {
            listed.push(say!("{more} more", more));
        }
        lines.push(say!("Names that are no key: {names}.", names = listed.join(", ")));
    }
    lines
}

/// Rows with their columns in line, values to the right.
fn in_line(rows: &[[String; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 5] = std::array::from_fn(width);
    let line = |row: &[String; 5]| {
        let cell = |(at, (text, width)): (usize, (&String, usize))| match at {
            1 => format!("{text:>width$}"),
            _ => format!("{text:<width$}"),
        };
        let cells: Vec<String> = row.iter().zip(widths).enumerate().map(cell).collect();
        format!("{}\n", cells.join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
