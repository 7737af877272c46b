//! What a savings plan and pay-per-use contracts must satisfy as a whole.

use super::{Problem, problem};
use crate::inputs::Target;
use crate::programme::Programme;
use crate::say;
use crate::schema::Value;
use crate::units::Money;

/// The most lines of a savings plan.
const MOST_LINES: usize = 200;
/// The most a line saves a year or costs: 100 billion, so that sums stay exact.
const MOST_SAVED: Money = Money::from_units(100_000_000_000);

/// The lines of a savings plan are not too many and not too large.
pub fn lines(programme: &Programme, problems: &mut Vec<Problem>) {
    let lines = &programme.savings_lines;
    if lines.len() > MOST_LINES {
        problems.push(problem(
            "number-of-savings-lines",
            Target::Cell("Savings lines", MOST_LINES, "line"),
            say!(
                "is one line too many: found {found}, at most {most} can be listed",
                found = lines.len(),
                most = MOST_LINES
            ),
            say!("put lines of one kind together"),
        ));
    }
    for (row, line) in lines.iter().enumerate() {
        for (column, amount) in [("saving_per_unit", line.saving_per_unit), ("one_off_per_unit", line.one_off_per_unit)]
        {
            if line.units * amount.minor() as f64 > MOST_SAVED.minor() as f64 {
                let most = Value::Money(MOST_SAVED).shown();
                problems.push(problem(
                    "savings-too-large",
                    Target::Cell("Savings lines", row, column),
                    say!("of {line} times its units is more than {most}", line = line.line, most),
                    say!("enter the amount of one unit, or 1 unit with the amount of all"),
                ));
            }
        }
    }
}

/// What a partner is paid at signing comes out of its margin.
pub fn upfront(programme: &Programme, problems: &mut Vec<Problem>) {
    let rules = &programme.pay_per_use;
    if rules.upfront > rules.partner_margin {
        let shown = |rate| Value::Rate(rate).shown();
        problems.push(problem(
            "upfront-above-margin",
            Target::Parameter("aas.upfront"),
            say!(
                "is {upfront}, more than aas.partner_margin of {margin}",
                upfront = shown(rules.upfront),
                margin = shown(rules.partner_margin)
            ),
            say!("what is paid at signing is a part of the margin: lower it, or raise the margin"),
        ));
    }
}
