//! What a programme must satisfy as a whole, beyond each value being of its kind and in its range.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::inputs::{Inputs, Target};
use crate::model::population::{level_index, member_id};
use crate::programme::{PartnerGroup, Programme, SizeDistribution, SizeFamily};
use crate::say;
use crate::schema::kind::{Kind, quoted};
use crate::schema::words::{folded, nearest};
use crate::schema::{TABLES, Text, Value};
use crate::units::{Money, Rate};

mod compensation;
mod levels;
mod memory;
mod savings;
mod services;

/// Something about a programme that does not hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The word that names the kind of problem.
    pub id: &'static str,
    /// The value it is told at.
    pub target: Target,
    /// What does not hold.
    pub message: String,
    /// What would mend it.
    pub hint: String,
}

/// Checks the baseline of a workbook; problems are located where their values stand.
pub fn baseline(inputs: &Inputs, found: &mut Diagnostics) {
    let programme = &inputs.programme;
    let mut problems = programme_problems(programme);
    let parameter = |key| Target::Parameter(key);
    if programme.registration.propensity == Rate::ZERO {
        problems.push(problem(
            "zero-propensity",
            parameter("registration.propensity"),
            say!("is 0 % in the baseline, so that the expected requests say nothing about the number of opportunities"),
            say!("enter how often eligible deals are registered; a scenario may set it to 0 %"),
        ));
    }
    if programme.launch.backlog > 0.0 {
        problems.push(problem(
            "launch-in-baseline",
            parameter("launch.backlog"),
            say!("is set in the baseline, which opens nothing"),
            say!("set it in the scenario that opens new eligibility"),
        ));
    }
    if programme.from_month != 1 {
        problems.push(problem(
            "late-baseline",
            parameter("scenario.from_month"),
            say!("is not 1 in the baseline, which holds from the start"),
            say!("set it in a scenario"),
        ));
    }
    memory::memory(programme, inputs.scenarios.len(), &mut problems);
    let broken = broken_tables(found);
    problems.retain(|problem| !follows_from(problem, &broken));
    for problem in problems {
        found.push(located(inputs, &problem));
    }
}

/// The tables with a cell that could not be read, by their English sheet name.
fn broken_tables(found: &Diagnostics) -> Vec<&'static str> {
    let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let sheets: Vec<String> = errors.filter_map(|error| error.at.as_ref()).map(|cell| folded(&cell.sheet)).collect();
    let is_broken = |name: Text| sheets.contains(&folded(name.en)) || sheets.contains(&folded(name.fr));
    TABLES.iter().map(|table| table.sheet).filter(|name| is_broken(*name)).map(|name| name.en).collect()
}

/// Whether a problem may only be there because a cell of a table could not be read: that cell is told, and what hangs on
/// it is left until it is mended.
fn follows_from(problem: &Problem, broken: &[&str]) -> bool {
    match (problem.id, &problem.target) {
        ("unknown-level", _) if broken.contains(&"Levels") => true,
        ("unknown-track", _) if broken.contains(&"Tracks") => true,
        ("number-of-partners" | "empty-pool", _) => {
            ["Levels", "Partners", "Partner groups"].iter().any(|table| broken.contains(table))
        }
        (_, Target::Cell(table, _, _)) => broken.contains(table),
        (_, Target::Parameter(_)) => false,
    }
}

/// A problem as a diagnostic, at the cell of its value if a cell gave it, else at the cell that names its row.
fn located(inputs: &Inputs, problem: &Problem) -> Diagnostic {
    let subject = match &problem.target {
        Target::Parameter(key) => (*key).to_owned(),
        Target::Cell(sheet, _, column) => format!("{sheet}.{column}"),
    };
    let diagnostic = Diagnostic::error(problem.id, format!("{subject} {}", problem.message)).hint(problem.hint.clone());
    let cell = |target: &Target| inputs.origins.get(target).and_then(|origin| origin.cell.as_ref());
    let of_row = || match &problem.target {
        Target::Cell(sheet, row, _) => TABLES
            .iter()
            .find(|table| table.sheet.en == *sheet)
            .and_then(|table| cell(&Target::Cell(sheet, *row, table.columns[0].key))),
        Target::Parameter(_) => None,
    };
    match cell(&problem.target).or_else(of_row) {
        Some(cell) => diagnostic.at(cell),
        None => diagnostic,
    }
}

fn problem(id: &'static str, target: Target, message: impl Into<String>, hint: impl Into<String>) -> Problem {
    Problem { id, target, message: message.into(), hint: hint.into() }
}

/// What does not hold together in a programme, baseline or scenario.
pub fn programme_problems(programme: &Programme) -> Vec<Problem> {
    let mut problems = Vec::new();
    levels(programme, &mut problems);
    population(programme, &mut problems);
    segments(programme, &mut problems);
    calendar(programme, &mut problems);
    discounts(programme, &mut problems);
    opportunities(programme, &mut problems);
    levels::rewards(programme, &mut problems);
    savings::lines(programme, &mut problems);
    savings::upfront(programme, &mut problems);
    compensation::problems(programme, &mut problems);
    services::services(programme, &mut problems);
    problems
}

/// The most levels of a programme.
const MOST_LEVELS: usize = 20;
/// The most segments of a market.
pub const MOST_SEGMENTS: usize = 50;

fn levels(programme: &Programme, problems: &mut Vec<Problem>) {
    let levels = &programme.levels;
    if levels.is_empty() || levels.len() > MOST_LEVELS {
        problems.push(problem(
            "number-of-levels",
            Target::Cell("Levels", 0, "level"),
            say!("must list 1 to {most} levels, found {found}", most = MOST_LEVELS, found = levels.len()),
            say!("list the levels, lowest first"),
        ));
    }
    for (row, pair) in levels.windows(2).enumerate() {
        if pair[1].threshold <= pair[0].threshold {
            problems.push(problem(
                "unsorted-thresholds",
                Target::Cell("Levels", row + 1, "threshold"),
                say!("of {name} is not above that of {other}", name = pair[1].name, other = pair[0].name),
                say!("list the levels from the lowest threshold to the highest"),
            ));
        }
    }
    for (key, name) in [
        ("registration.min_level", &programme.registration.min_level),
        ("origination.pool_level", &programme.bidding.pool_level),
    ] {
        known_level(programme, Target::Parameter(key), name, problems);
    }
}

fn known_level(programme: &Programme, target: Target, name: &str, problems: &mut Vec<Problem>) {
    if level_index(programme, name).is_none() {
        let names = programme.levels.iter().map(|level| level.name.as_str());
        let hint = match nearest(name, names.clone()) {
            Some(near) => say!("did you mean {near}?", near),
            None => say!("the levels are {names}", names = names.collect::<Vec<_>>().join(", ")),
        };
        problems.push(problem("unknown-level", target, Kind::Level.not_allowed(&quoted(name)), hint));
    }
}

/// The most partners of a programme.
const MOST_PARTNERS: i64 = 200_000;

fn population(programme: &Programme, problems: &mut Vec<Problem>) {
    for (row, partner) in programme.partners.iter().enumerate() {
        known_level(programme, Target::Cell("Partners", row, "level"), &partner.traits.level, problems);
        if let Some(group) = programme.groups.iter().find(|group| is_member(group, &partner.id)) {
            problems.push(problem(
                "duplicate-partner",
                Target::Cell("Partners", row, "id"),
                say!("\"{name}\" is also a partner of the group {group}", name = partner.id, group = group.name),
                say!("rename the partner or the group"),
            ));
        }
    }
    for (row, group) in programme.groups.iter().enumerate() {
        known_level(programme, Target::Cell("Partner groups", row, "level"), &group.traits.level, problems);
        size(&group.purchases, ["low", "high", "shape"], row, problems);
        size(&group.services, ["service_low", "service_high", "service_shape"], row, problems);
    }
    let count: i64 = programme.groups.iter().map(|group| group.count).sum::<i64>() + programme.partners.len() as i64;
    if !(1..=MOST_PARTNERS).contains(&count) {
        problems.push(problem(
            "number-of-partners",
            Target::Cell("Partner groups", 0, "count"),
            say!(
                "makes {number} partners in all; there must be 1 to {most}",
                number = count_words(count),
                most = count_words(MOST_PARTNERS)
            ),
            say!("list partners on the sheet Partners or give groups with a count"),
        ));
        return;
    }
    let floor = level_index(programme, &programme.bidding.pool_level).unwrap_or(0);
    let meets = |level: &str, purchases: Money| {
        level_index(programme, level).is_some_and(|level| level >= floor) && purchases > Money::ZERO
    };
    let anyone = programme.partners.iter().any(|partner| meets(&partner.traits.level, partner.purchases))
        || programme.groups.iter().any(|group| group.count > 0 && meets(&group.traits.level, group.purchases.low));
    if !anyone {
        problems.push(problem(
            "empty-pool",
            Target::Parameter("origination.pool_level"),
            say!("leaves no partner with purchases to meet an opportunity"),
            say!("choose a lower level, or give a partner of that level purchases"),
        ));
    }
}

fn count_words(number: i64) -> String {
    Value::Count(number).shown()
}

fn is_member(group: &PartnerGroup, id: &str) -> bool {
    id.strip_prefix(group.name.as_str())
        .and_then(|rest| rest.trim_start().parse::<i64>().ok())
        .is_some_and(|number| (1..=group.count).contains(&number) && member_id(group, number as usize - 1) == id)
}

fn size(size: &SizeDistribution, [low, high, shape]: [&'static str; 3], row: usize, problems: &mut Vec<Problem>) {
    let mut refuse = |column, message: String, hint: String| {
        problems.push(problem("size-distribution", Target::Cell("Partner groups", row, column), message, hint));
    };
    let limited = size.high != Money::ZERO;
    match size.family {
        SizeFamily::Fixed => {}
        SizeFamily::Uniform if size.high < size.low => {
            refuse(high, say!("is below the low"), say!("enter the most a partner buys"))
        }
        SizeFamily::Uniform => {}
        SizeFamily::Pareto | SizeFamily::Lognormal if size.low == Money::ZERO => {
            refuse(
                low,
                say!("must be above 0 for this distribution"),
                say!("enter the least (pareto) or the median (lognormal)"),
            );
        }
        SizeFamily::Pareto | SizeFamily::Lognormal if limited && size.high <= size.low => {
            refuse(high, say!("is not above the low"), say!("enter the most a partner buys, or 0 for no limit"));
        }
        SizeFamily::Pareto if size.shape == 0.0 => {
            refuse(shape, say!("must be above 0 for this distribution"), say!("enter the tail index, such as 1"));
        }
        SizeFamily::Pareto if !limited && size.shape < 0.2 => {
            refuse(high, say!("must be given for so heavy a tail"), say!("enter the most a partner buys"));
        }
        SizeFamily::Pareto | SizeFamily::Lognormal => {}
    }
}

fn segments(programme: &Programme, problems: &mut Vec<Problem>) {
    let segments = &programme.segments;
    if segments.is_empty() || segments.len() > MOST_SEGMENTS {
        problems.push(problem(
            "number-of-segments",
            Target::Cell("Segments", 0, "segment"),
            say!("must list 1 to {most} segments, found {found}", most = MOST_SEGMENTS, found = segments.len()),
            say!("list the segments; one is enough"),
        ));
        return;
    }
    shares("Segments", segments.iter().map(|segment| segment.share), problems);
}

/// Shares of the rows of a table must make the whole.
fn shares(table: &'static str, shares: impl ExactSizeIterator<Item = Rate>, problems: &mut Vec<Problem>) {
    let rows = shares.len();
    let sum: i64 = shares.map(Rate::ppb).sum();
    // Thirds and the like are entered with the decimals a cell holds.
    if (sum - Rate::ONE.ppb()).abs() > 10 * rows as i64 {
        let shown = Value::Rate(Rate::from_ppb(sum)).shown();
        problems.push(problem(
            "shares-sum",
            Target::Cell(table, rows - 1, "share"),
            say!("of all rows add to {sum}, not to 100 %", sum = shown),
            say!("change one of the shares, or make it 1 less the others by a formula"),
        ));
    }
}

fn calendar(programme: &Programme, problems: &mut Vec<Problem>) {
    let seasons = &programme.seasonality;
    if seasons.len() != 12 {
        problems.push(problem(
            "number-of-months",
            Target::Cell("Seasonality", seasons.len().saturating_sub(1), "month"),
            say!("must list the twelve months, found {found}", found = seasons.len()),
            say!("give each month from 1 to 12 a weight"),
        ));
    }
    if seasons.iter().all(|season| season.weight == 0.0) {
        problems.push(problem(
            "no-season",
            Target::Cell("Seasonality", 0, "weight"),
            say!("is 0 in every month"),
            say!("give at least one month a weight"),
        ));
    }
    if programme.from_month > programme.settings.months {
        problems.push(problem(
            "late-start",
            Target::Parameter("scenario.from_month"),
            say!(
                "is {month}, after the horizon of {months} months",
                month = programme.from_month,
                months = programme.settings.months
            ),
            say!("start earlier, or set settings.months higher"),
        ));
    }
}

/// The deepest discount and support together.
const DEEPEST: Rate = Rate::per_mille(990);

fn discounts(programme: &Programme, problems: &mut Vec<Problem>) {
    let open = programme.quotation.open_support + programme.quotation.originator_topup;
    let (key, support) = if open > programme.quotation.support {
        ("quotation.open_support", open)
    } else {
        ("quotation.support", programme.quotation.support)
    };
    for level in programme.levels.iter().filter(|level| level.base_discount + support > DEEPEST) {
        let sum = Value::Rate(level.base_discount + support).shown();
        problems.push(problem(
            "price-gone",
            Target::Parameter(key),
            say!(
                "and the base discount of {level} make {sum} of list; at most 99 % can be given",
                level = level.name,
                sum
            ),
            say!("lower the support or the base discount"),
        ));
    }
}

/// The most opportunities a year: more would take hours.
const MOST_OPPORTUNITIES: f64 = 5_000_000.0;

fn opportunities(programme: &Programme, problems: &mut Vec<Problem>) {
    let propensity = programme.registration.propensity.to_f64();
    if propensity > 0.0 && programme.expected_per_year / propensity > MOST_OPPORTUNITIES {
        problems.push(problem(
            "too-many-opportunities",
            Target::Parameter("quotations.expected_per_year"),
            say!(
                "and the propensity make more than {most} opportunities a year",
                most = count_words(MOST_OPPORTUNITIES as i64)
            ),
            say!("simulate a part of the market"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn an_unread_cell_hides_only_what_hangs_on_it() {
        let mut programme = schema::defaults();
        programme.groups[1].traits.level = "Goldd".to_owned();
        programme.seasonality.pop();
        let problems = programme_problems(&programme);
        let told = |broken: &[&str]| -> Vec<&str> {
            problems.iter().filter(|problem| !follows_from(problem, broken)).map(|problem| problem.id).collect()
        };
        assert_eq!(told(&[]), ["unknown-level", "number-of-months"]);
        assert_eq!(told(&["Levels"]), ["number-of-months"]);
        assert_eq!(told(&["Seasonality"]), ["unknown-level"]);
        assert_eq!(told(&["Segments"]), ["unknown-level", "number-of-months"]);
    }
}
