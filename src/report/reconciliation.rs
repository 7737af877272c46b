//! `Reconciliation`: where the money goes. What partners gain is what the vendor gives, what customers and distributors
//! give, what goods cost less, and what is really saved, less what the money itself costs more.

use crate::outcome::account::Account;
use crate::report::words::{count, list, money_change, reading_cell};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
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
    blocks.push(Block::Text(say!(
        "Partners' gain = what the vendor gives + what customers pay more + what distributors keep less + what goods \
         cost less + real saving, the work that is spared + what money costs less. Each figure is the mean difference \
         with the baseline of its own reading; a minus takes from the gain. Savings of a restructuring plan are the \
         vendor's alone and stand outside."
    )));
    blocks.push(Block::Table(sources(story)));
    blocks.extend(story.summary.programmes[1..].iter().map(|scenario| Block::Text(sentence(story, scenario))));
    blocks.push(Block::Heading(say!(
        "Paid by the vendor to partners, in {currency}: each is an income once and a cost once",
        currency
    )));
    blocks.push(Block::Table(lines(story, "transfers", &TRANSFERS, [say!("From, to"), say!("Flow")])));
    blocks.push(Block::Heading(say!(
        "What goods, work and money cost, in {currency}: a change with a minus is a saving",
        currency
    )));
    blocks.push(Block::Table(lines(story, "real_saving", &PARTS, [say!("Part of"), say!("Line")])));
    Some(Page {
        name: say!("Reconciliation"),
        title: say!("Where the money goes"),
        subtitle: say!(
            "Means over {trials} trials and the whole horizon, in {currency}, by reading",
            trials = count(story.summary.trials as f64),
            currency
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
    let heads = [
        say!("Vendor gives"),
        say!("Customers pay more"),
        say!("Distributors keep less"),
        say!("Goods cost less"),
        say!("Real saving"),
        say!("Money costs less"),
    ];
    let [all, gain] = [say!("Sum of the sources"), say!("Partners gain")];
    let sum = heads.each_ref().map(|head| format!("[@{head}]")).join("+");
    let rows = pairs(story).map(|(scenario, baseline)| {
        let of = Sources::of(&scenario.total(story.summary), &baseline.total(story.summary));
        let mut row = vec![Cell::text(&*scenario.name), reading_cell(scenario.reading)];
        row.extend([of.vendor, of.customers, of.distributors, of.goods, of.saved, of.money].map(Cell::Number));
        row.push(Cell::Formula(format!("={sum}"), of.sum(), Format::Cents));
        row.push(Cell::Number(of.gain));
        row.push(Cell::Formula(format!("=ROUND([@{gain}]-[@{all}],2)"), of.residual(), Format::Cents));
        row
    });
    let figure = |heading: &str, note: String| Column::new(heading, Format::Cents, 15).note(note);
    Table {
        id: "where_the_money_goes".to_owned(),
        columns: vec![
            Column::new(say!("Scenario"), Format::Plain, 26),
            Column::new(say!("Reading"), Format::Plain, 12),
            figure(&heads[0], say!("The vendor's contribution falls by it.")),
            figure(&heads[1], say!("Difference of customer spend.")),
            figure(&heads[2], say!("Difference of their margin, turned round.")),
            figure(&heads[3], say!("Difference of the cost of goods, turned round: a minus where more is sold.")),
            figure(
                &heads[4],
                say!("Work that is spent less, before the sale, at the desk, on tickets: the last table says which."),
            ),
            figure(&heads[5], say!("Difference between partners' and vendor's cost of money, and losses on credit.")),
            figure(&all, say!("Formula.")),
            figure(&gain, say!("Difference of partner net margin.")),
            figure(&say!("Residual"), say!("Formula: what is not explained, to the cent.")),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

fn sentence(story: &Story<'_>, scenario: &ProgrammeSummary) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let of = Sources::of(&scenario.total(story.summary), &story.summary.programmes[0].total(story.summary));
    let sources = [
        (of.vendor, text("from the vendor", "du constructeur")),
        (of.customers, text("from customers", "des clients")),
        (of.distributors, text("from distributors", "des grossistes")),
        (of.goods, text("for goods", "sur les produits")),
        (of.saved, text("of real saving", "d'économie réelle")),
        (of.money, text("of cheaper money", "d'argent moins cher")),
    ];
    let told: Vec<String> = sources
        .iter()
        .filter(|(amount, _)| amount.abs() >= 0.5)
        .map(|(amount, source)| format!("{} {}", money_change(*amount, currency), source.said()))
        .collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    say!(
        "{name} ({reading}): partners' net margin changes by {gain}{told}.",
        name = scenario.name,
        reading = crate::report::words::reading(scenario.reading),
        gain = money_change(of.gain, currency),
        told = if told.is_empty() { String::new() } else { say!(": {told}", told = list(&told)) }
    )
}

/// A line of every scenario and reading, where it has anything.
fn lines(story: &Story<'_>, id: &str, lines: &[(Text, Text, Account)], heads: [String; 2]) -> Table {
    let mut rows = Vec::new();
    let [of, line] = heads;
    let [before_head, after_head] = [say!("Baseline"), say!("With the scenario")];
    for (scenario, baseline) in pairs(story) {
        let [own, base] = [scenario, baseline].map(|programme| programme.total(story.summary));
        for (group, name, account) in lines {
            let (before, after) = (base.account(account), own.account(account));
            if before != 0.0 || after != 0.0 {
                let mut row = vec![Cell::text(&*scenario.name), reading_cell(scenario.reading)];
                row.extend([Cell::text(*group), Cell::text(*name), Cell::Number(before), Cell::Number(after)]);
                let formula = format!("=[@{after_head}]-[@{before_head}]");
                row.push(Cell::Formula(formula, after - before, Format::Cents));
                rows.push(row);
            }
        }
    }
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new(say!("Scenario"), Format::Plain, 26),
            Column::new(say!("Reading"), Format::Plain, 12),
            Column::new(of, Format::Plain, 28),
            Column::new(line, Format::Plain, 30),
            Column::new(before_head, Format::Cents, 15),
            Column::new(after_head, Format::Cents, 15),
            Column::new(say!("Change"), Format::Cents, 15),
        ],
        rows,
        totals: None,
    }
}
