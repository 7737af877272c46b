//! A measure in one trial: the fields that make it, the difference with the baseline, and what contributes most.

use std::collections::BTreeMap;

use crate::language::number;
use crate::measures::{Amounts, Measure, Sums, Unit, measure as known};
use crate::outcome::{Business, Dimension, Tally};
use crate::report::explain::{Step, money};
use crate::report::explain::{Telling, Told, fields, text as steps_as_text};
use crate::report::headline::HEADLINE;
use crate::report::text::aligned;
use crate::report::words::{count, percent};
use crate::say;
use crate::schema::value::text;
use crate::sim::trace::DealTrace;

/// Months and deals that are listed.
const LARGEST: usize = 5;

/// The headline measures, each with the fields that make it.
pub fn headline(of: &Telling<'_>) -> String {
    let measures = HEADLINE.iter().filter_map(|id| known(id)).map(|(_, measure)| measure);
    let steps: Vec<Step> = measures.flat_map(|measure| formula(of, measure)).collect();
    let heading = say!("Headline measures; --measure, --partner and --deal tell more");
    steps_as_text(&heading, &of.setting(), &steps)
}

/// A measure: its formula, its rows and the deals that contribute most.
pub fn measure(of: &Telling<'_>, measure: &Measure) -> String {
    let mut steps = formula(of, measure);
    steps.extend(rows(of, measure));
    steps.extend(deals(of, measure));
    steps_as_text(&format!("{} ({})", measure.label.said(), measure.id), &of.setting(), &steps)
}

/// The fields that make a measure, in the programme and in its baseline.
fn formula(of: &Telling<'_>, measure: &Measure) -> Vec<Step> {
    let tally = |told: &Told<'_>| of.plans.shape.total(&told.trace.rows);
    let (own, baseline) = (tally(&of.programme), tally(&of.baseline));
    let value = |tally: &Tally| (measure.read)(&Amounts::from(tally));
    let mut steps = vec![one(measure, &of.programme.name, &own)];
    if !of.is_baseline() {
        steps.push(one(measure, &of.baseline.name, &baseline));
        let change = value(&own) - value(&baseline);
        let title = say!(
            "{measure}, difference with the baseline: {change}",
            measure = measure.label.said(),
            change = figure(measure, change)
        );
        steps.push(Step::new(title, "Measures"));
    }
    steps
}

/// A measure of a programme from its fields.
fn one(measure: &Measure, name: &str, tally: &Tally) -> Step {
    let value = figure(measure, (measure.read)(&Amounts::from(tally)));
    let title = say!("{name}: {measure} = {value}", name, measure = measure.label.said(), value);
    let line = |(sign, field)| {
        let sign = match sign {
            0 => "",
            1 => "+ ",
            _ => "- ",
        };
        format!("{sign}{} {}", fields::label(field).said(), fields::shown(field, tally))
    };
    let step = Step::new(title, "Measures").line(measure.help.said().to_owned());
    step.lines(fields::read(measure, tally).into_iter().map(line))
}

/// A figure of a measure's kind.
fn figure(measure: &Measure, value: f64) -> String {
    match measure.unit {
        Unit::Money => number::grouped(value, 2),
        Unit::Fraction => percent(value),
        Unit::Count => count(value),
        Unit::Days | Unit::Index => number::fixed(value, 3),
    }
}

/// What each business, segment, level and month brings to a measure, months by the size of what they bring.
fn rows(of: &Telling<'_>, measure: &Measure) -> Option<Step> {
    if measure.sums == Sums::Stock {
        return None;
    }
    let shape = &of.plans.shape;
    let value = |told: &Told<'_>, row: usize| (measure.read)(&Amounts::from(&told.trace.rows[row]));
    let row = |name: String, row: usize| {
        let (own, baseline) = (value(&of.programme, row), value(&of.baseline, row));
        (name, own, if of.is_baseline() { own } else { own - baseline })
    };
    let nobody = || text("belongs to none", "n'appartient à aucun").said().to_owned();
    let run_rate = || Business::RunRate.label().said().to_owned();
    let businesses = Business::ALL.iter().map(|business| business.label().said().to_owned()).chain([nobody()]);
    let segments = (0..shape.segments).map(|row| of.segment(row).to_owned()).chain([run_rate(), nobody()]);
    let levels = (0..shape.levels).map(|level| of.level(level).to_owned()).chain([nobody()]);
    let months = (1..=shape.months).map(|month| say!("month {month}", month));
    let of_dimension = |dimension: Dimension, names: Vec<String>| -> Vec<(String, f64, f64)> {
        let named = names.into_iter().zip(shape.rows(dimension)).map(|(name, at)| row(name, at));
        named.filter(|(_, own, change)| *own != 0.0 || *change != 0.0).collect()
    };
    let mut by_month = of_dimension(Dimension::Month, months.collect());
    by_month.sort_by(|one, other| other.2.abs().total_cmp(&one.2.abs()));
    by_month.truncate(LARGEST);
    let blocks = [
        of_dimension(Dimension::Business, businesses.collect()),
        of_dimension(Dimension::Segment, segments.collect()),
        of_dimension(Dimension::Level, levels.collect()),
        by_month,
    ];
    let title = match measure.sums {
        Sums::Ratio => {
            say!("By business, segment, level, and the months that differ most; a ratio's rows do not add up")
        }
        _ => say!("By business, segment, level, and the months that bring most"),
    };
    let mut step = Step::new(title, "Measures");
    for block in blocks.iter().filter(|block| !block.is_empty()) {
        let of_row = |(name, own, change): &(String, f64, f64)| {
            let change = if of.is_baseline() { String::new() } else { figure(measure, *change) };
            [name.clone(), figure(measure, *own), change]
        };
        let head = if of.is_baseline() { String::new() } else { say!("difference") };
        let mut table = vec![[String::new(), of.programme.name.clone(), head]];
        table.extend(block.iter().map(of_row));
        step = step.lines(aligned(&table).lines().map(str::to_owned)).line(String::new());
    }
    step.lines.pop();
    Some(step)
}

/// The deals that contribute most to a measure or to its difference, by their numbers.
fn deals(of: &Telling<'_>, measure: &Measure) -> Option<Step> {
    if measure.sums != Sums::Flow {
        return None;
    }
    let value = |deal: &DealTrace| {
        let mut tally = Tally::default();
        tally += &deal.tally();
        (deal.month..of.plans.months).for_each(|month| tally += &deal.recognised(month));
        (measure.read)(&Amounts::from(&tally))
    };
    let key = |deal: &DealTrace| (deal.business as usize, deal.key);
    let before: BTreeMap<_, f64> = match of.is_baseline() {
        true => BTreeMap::new(),
        false => of.baseline.trace.deals.iter().map(|deal| (key(deal), value(deal))).collect(),
    };
    let change = |deal: &DealTrace| value(deal) - before.get(&key(deal)).copied().unwrap_or(0.0);
    let mut changes: Vec<(usize, f64)> =
        of.programme.trace.deals.iter().map(change).enumerate().filter(|(_, change)| *change != 0.0).collect();
    changes.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()).then(one.0.cmp(&other.0)));
    changes.truncate(LARGEST);
    if changes.is_empty() {
        return None;
    }
    let title = match of.is_baseline() {
        true => say!("The deals that bring most"),
        false => say!("The deals that differ most from the baseline"),
    };
    let line = |(at, change): &(usize, f64)| {
        let deal = of.programme.trace.deals.get(*at)?;
        Some(say!(
            "--deal {number}: {change}, list value {list}, {segment}, month {month}",
            number = at + 1,
            change = figure(measure, *change),
            list = money(deal.list),
            segment = of.segment(deal.segment),
            month = deal.month + 1
        ))
    };
    let note = say!("what a deal brings at once and through its contract; rebates on it are settled with the year");
    Some(Step::new(title, "Measures").lines(changes.iter().filter_map(line)).line(note))
}
