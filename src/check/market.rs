//! Segments, seasons, prices and the number of opportunities.

use crate::check::{Problem, count_words, problem};
use crate::inputs::Target;
use crate::programme::Programme;
use crate::say;
use crate::schema::Value;
use crate::units::Rate;

/// The most segments of a market.
pub const MOST_SEGMENTS: usize = 50;

/// The segments of the market.
pub(super) fn segments(programme: &Programme, problems: &mut Vec<Problem>) {
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
pub(super) fn shares(table: &'static str, shares: impl ExactSizeIterator<Item = Rate>, problems: &mut Vec<Problem>) {
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

/// The months of a year, and the month in which a scenario begins.
pub(super) fn calendar(programme: &Programme, problems: &mut Vec<Problem>) {
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

/// What is left of the list price.
pub(super) fn discounts(programme: &Programme, problems: &mut Vec<Problem>) {
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

/// How many opportunities there are.
pub(super) fn opportunities(programme: &Programme, problems: &mut Vec<Problem>) {
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
