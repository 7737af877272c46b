//! `Reconciliation`: where the money goes. What partners gain is what the vendor gives, what customers and distributors
//! give, what goods cost less, and what is really saved, less what the money itself costs more.

use crate::outcome::account::Account;
use crate::report::words::{count, list, money_change, reading_cell};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::summary::ProgrammeSummary;

mod sources;

use sources::{PARTS, Sources, TRANSFERS};

/// The page; none without scenarios.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let currency = &story.inputs.programme.settings.currency;
    if story.summary.programmes.len() < 2 {
        return None;
    }
    let mut blocks = Vec::new();
    blocks.push(Block::Text(
        "Partners' gain = what the vendor gives + what customers pay more + what distributors keep less + what \
         goods cost less + real saving, the work that is spared + what money costs less. Each figure is the mean difference with the baseline of \
         its own reading; a minus takes from the gain. Savings of a restructuring plan are the vendor's alone and stand \
         outside."
            .to_owned(),
    ));
    blocks.push(Block::Table(sources(story)));
    blocks.extend(story.summary.programmes[1..].iter().map(|scenario| Block::Text(sentence(story, scenario))));
    blocks.push(Block::Heading(format!(
        "Paid by the vendor to partners, in {currency}: each is an income once and a cost once"
    )));
    blocks.push(Block::Table(lines(story, "transfers", &TRANSFERS, ["From, to", "Flow"])));
    blocks.push(Block::Heading(format!(
        "What goods, work and money cost, in {currency}: a change with a minus is a saving"
    )));
    blocks.push(Block::Table(lines(story, "real_saving", &PARTS, ["Part of", "Line"])));
    Some(Page {
        name: say!("Reconciliation"),
        title: "Where the money goes".to_owned(),
        subtitle: format!(
            "Means over {} trials and the whole horizon, in {currency}, by reading",
            count(story.summary.trials as f64)
        ),
        one_page: false,
        blocks,
    })
}

/// The scenarios of all readings, each with the baseline of its reading: static ones first.
fn pairs<'a>(story: &'a Story<'_>) -> impl Iterator<Item = (&'a ProgrammeSummary, &'a ProgrammeSummary)> {
    let readings = std::iter::once(&story.summary.programmes).chain(&story.summary.behavioural);
    readings.flat_map(|programmes| programmes[1..].iter().map(|scenario| (scenario, &programmes[0])))
}

fn sources(story: &Story<'_>) -> Table {
    let rows = pairs(story).map(|(scenario, baseline)| {
        let of = Sources::of(&scenario.total(story.summary), &baseline.total(story.summary));
        let mut row = vec![Cell::text(&*scenario.name), reading_cell(scenario.reading)];
        row.extend([of.vendor, of.customers, of.distributors, of.goods, of.saved, of.money].map(Cell::Number));
        let sum = "[@Vendor gives]+[@Customers pay more]+[@Distributors keep less]+[@Goods cost less]+[@Real saving]+\
                   [@Money costs less]";
        row.push(Cell::Formula(format!("={sum}"), of.sum(), Format::Cents));
        row.push(Cell::Number(of.gain));
        row.push(Cell::Formula(
            "=ROUND([@Partners gain]-[@Sum of the sources],2)".to_owned(),
            of.residual(),
            Format::Cents,
        ));
        row
    });
    let figure = |heading: &str, note: &str| Column::new(heading, Format::Cents, 15).note(note);
    Table {
        id: "where_the_money_goes".to_owned(),
        columns: vec![
            Column::new("Scenario", Format::Plain, 26),
            Column::new("Reading", Format::Plain, 12),
            figure("Vendor gives", "The vendor's contribution falls by it."),
            figure("Customers pay more", "Difference of customer spend."),
            figure("Distributors keep less", "Difference of their margin, turned round."),
            figure("Goods cost less", "Difference of the cost of goods, turned round: a minus where more is sold."),
            figure(
                "Real saving",
                "Work that is spent less, before the sale, at the desk, on tickets: the last table says which.",
            ),
            figure(
                "Money costs less",
                "Difference between partners' and vendor's cost of money, and losses on credit.",
            ),
            figure("Sum of the sources", "Formula."),
            figure("Partners gain", "Difference of partner net margin."),
            figure("Residual", "Formula: what is not explained, to the cent."),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

fn sentence(story: &Story<'_>, scenario: &ProgrammeSummary) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let of = Sources::of(&scenario.total(story.summary), &story.summary.programmes[0].total(story.summary));
    let sources = [
        (of.vendor, "from the vendor"),
        (of.customers, "from customers"),
        (of.distributors, "from distributors"),
        (of.goods, "for goods"),
        (of.saved, "of real saving"),
        (of.money, "of cheaper money"),
    ];
    let told: Vec<String> = sources
        .iter()
        .filter(|(amount, _)| amount.abs() >= 0.5)
        .map(|(amount, source)| format!("{} {source}", money_change(*amount, currency)))
        .collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    format!(
        "{} ({}): partners' net margin changes by {}{}{}.",
        scenario.name,
        crate::report::words::reading(scenario.reading),
        money_change(of.gain, currency),
        if told.is_empty() { "" } else { ": " },
        list(&told)
    )
}

/// A line of every scenario and reading, where it has anything.
fn lines(story: &Story<'_>, id: &str, lines: &[(&str, &str, Account)], heads: [&str; 2]) -> Table {
    let mut rows = Vec::new();
    for (scenario, baseline) in pairs(story) {
        let [own, base] = [scenario, baseline].map(|programme| programme.total(story.summary));
        for (group, name, account) in lines {
            let (before, after) = (base.account(account), own.account(account));
            if before != 0.0 || after != 0.0 {
                let mut row = vec![Cell::text(&*scenario.name), reading_cell(scenario.reading)];
                row.extend([Cell::text(*group), Cell::text(*name), Cell::Number(before), Cell::Number(after)]);
                row.push(Cell::Formula("=[@With the scenario]-[@Baseline]".to_owned(), after - before, Format::Cents));
                rows.push(row);
            }
        }
    }
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new("Scenario", Format::Plain, 26),
            Column::new("Reading", Format::Plain, 12),
            Column::new(heads[0], Format::Plain, 15),
            Column::new(heads[1], Format::Plain, 30),
            Column::new("Baseline", Format::Cents, 15),
            Column::new("With the scenario", Format::Cents, 15),
            Column::new("Change", Format::Cents, 15),
        ],
        rows,
        totals: None,
    }
}
