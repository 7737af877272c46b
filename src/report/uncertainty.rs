//! `Uncertainty`: what was not known, how it was drawn, and how much of each result rests on it.

use crate::language::number;
use crate::report::words::{self, count, list, whole_percent};
use crate::report::{Block, Cell, Column, Drawn, Format, Page, Story, Table};
use crate::say;
use crate::schema::{Kind, place};
use crate::stats::interval::Interval;
use crate::stats::rank::spearman;
use crate::uncertainty::Uncertain;

/// The measures whose range is split, by id.
const SPLIT: &[&str] = &["partner_net_margin", "partner_front_margin", "vendor_contribution", "customer_spend"];

/// The page; none where everything is known.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let drawn = story.drawn.as_ref().filter(|drawn| !drawn.uncertainty.is_empty())?;
    let mut blocks = vec![Block::Text(answer(story))];
    let splits = splits(story);
    if !splits.rows.is_empty() {
        blocks.extend([Block::Heading(say!("What we do not know, and luck")), Block::Table(splits)]);
    }
    blocks.push(Block::Heading(say!("The uncertain inputs")));
    blocks.push(Block::Table(inputs(drawn)));
    if let Some(table) = correlations(drawn) {
        blocks.push(Block::Heading(say!("Rank correlations")));
        blocks.extend(drawn.repair.map(|repair| {
            let named = |at: usize| drawn.uncertainty.correlations.as_ref().map_or("", |c| c.names[at].as_str());
            Block::Text(say!(
                "No inputs can have all the correlations that were asked for (smallest eigenvalue {smallest}): the \
                 nearest that they can have were taken. The largest change is {largest}, between {one} and {other}.",
                smallest = number::fixed(repair.smallest_eigenvalue, 4),
                largest = number::fixed(repair.largest_change, 3),
                one = named(repair.between.0),
                other = named(repair.between.1)
            ))
        }));
        blocks.push(Block::Table(table));
    }
    Some(Page {
        name: say!("Uncertainty"),
        title: say!("What we do not know, and what is luck"),
        subtitle: say!(
            "{inputs} uncertain inputs, drawn once a trial; luck is everything that a single deal or partner meets",
            inputs = drawn.uncertainty.inputs.len()
        ),
        one_page: false,
        blocks,
    })
}

/// How much of each scenario's difference rests on the inputs, in a sentence.
fn answer(story: &Story<'_>) -> String {
    if !story.run.extent.is_whole() {
        return say!("How much of the spread is luck was not studied, to answer at once: a run (partnersim run) does.");
    }
    let said: Vec<String> = story.summary.programmes[1..]
        .iter()
        .filter_map(|scenario| {
            let split = scenario.split("vendor_contribution")?;
            Some(say!(
                "{share} under {scenario}",
                share = whole_percent(split.unknown_share.value.clamp(0.0, 1.0)),
                scenario = scenario.name
            ))
        })
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    if said.is_empty() {
        return say!("There is no scenario to compare with the baseline.");
    }
    say!(
        "Of the variance of the vendor's contribution against the baseline, what we do not know makes {shares}; the \
         rest is luck. More data on the inputs can only narrow the first part.",
        shares = list(&said)
    )
}

/// The variance and the range of the headline measures in two parts.
fn splits(story: &Story<'_>) -> Table {
    let mut rows = Vec::new();
    for programme in story.summary.all() {
        for id in SPLIT {
            let Some(split) = programme.split(id) else { continue };
            let Some(listed) = story.summary.measures.iter().find(|listed| listed.id == *id) else { continue };
            let of = if programme.differences.is_empty() { say!("value") } else { say!("difference") };
            let format = words::change_format(listed.unit);
            let ends = |range: Interval| [range.low, range.high].map(|end| Cell::Figure(end, format));
            let mut row = vec![
                Cell::text(programme.shown()),
                words::reading_cell(programme.reading),
                Cell::text(&*listed.label),
                Cell::text(of),
                Cell::Number(split.unknown_share.value),
                Cell::Number(split.unknown_share.se),
            ];
            row.extend(ends(split.unknown_range));
            row.extend(ends(split.luck_range));
            rows.push(row);
        }
    }
    let end = |heading: String, note: String| Column::new(heading, Format::MoneyChange, 15).note(note);
    Table {
        id: "unknown_and_luck".to_owned(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 24),
            Column::new(say!("Reading"), Format::Plain, 12),
            Column::new(say!("Measure"), Format::Plain, 24),
            Column::new(say!("Of"), Format::Plain, 11)
                .note(say!("The baseline's value, or a scenario's difference with it.")),
            Column::new(say!("Not known"), Format::Percent, 11).note(say!(
                "Share of the variance that rests on the uncertain inputs; the rest is luck. Estimated from trials \
                 that were played twice with the same inputs; near 0 it may come out a little below."
            )),
            Column::new(say!("Standard error"), Format::Percent, 12).note(say!("Of the share before it.")),
            end(
                say!("Not known, low"),
                say!("Nine expected outcomes in ten lie above, as the inputs vary: 5th percentile."),
            ),
            end(say!("Not known, high"), say!("95th percentile of the expected outcome.")),
            end(say!("Luck, low"), say!("Nine outcomes in ten lie no further from what their inputs lead to expect.")),
            end(say!("Luck, high"), say!("The same distance upward.")),
        ],
        rows,
        totals: None,
    }
}

fn inputs(drawn: &Drawn<'_>) -> Table {
    let rows = drawn.uncertainty.inputs.iter().zip(drawn.values).map(|(input, values)| {
        let format = format(input);
        let figure = |value: f64| Cell::Figure(value, format);
        let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
        let mut row = vec![Cell::text(place::said(&input.name)), Cell::text(input.law.law().family().word())];
        row.push(figure(input.entered));
        row.extend([0.05, 0.5, 0.95].map(|p| figure(input.law.quantile(p))));
        row.extend([figure(input.law.mean()), figure(mean)]);
        row.extend([
            Cell::text(input.basis.map_or("", |basis| basis.label().said())),
            Cell::text(&*input.source),
            Cell::text(input.at.to_string()),
        ]);
        row
    });
    let figure = |heading: String, note: String| Column::new(heading, Format::Plain, 13).note(note);
    Table {
        id: "uncertain_inputs".to_owned(),
        columns: vec![
            Column::new(say!("Input"), Format::Plain, 38),
            Column::new(say!("Distribution"), Format::Plain, 13),
            figure(say!("Entered"), say!("The workbook's own value, which a run without uncertainty would take.")),
            figure(say!("5 %"), say!("One value in twenty lies below.")),
            figure(say!("Median"), say!("Half of the values lie below.")),
            figure(say!("95 %"), say!("One value in twenty lies above.")),
            figure(say!("Mean"), say!("Mean of the distribution within what the input allows.")),
            figure(say!("Mean drawn"), say!("Mean of the values of all trials.")),
            Column::new(say!("Basis"), Format::Plain, 12).note(say!("fact, derived or assumption.")),
            Column::new(say!("Source"), Format::Plain, 40),
            Column::new(say!("Cell"), Format::Plain, 18)
                .note(say!("Where its distribution stands in the input workbook.")),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

/// How an input's values are written.
fn format(input: &Uncertain) -> Format {
    match input.places.first().map(|place| place.kind()) {
        Some(Kind::Rate { .. }) => Format::Percent,
        Some(Kind::Money { .. }) => Format::Cents,
        _ if input.entered.abs() < 10.0 => Format::Hundredths,
        _ if input.entered.abs() < 1_000.0 => Format::Decimal,
        _ => Format::Count,
    }
}

/// Each pair's correlation as it was asked for, taken and drawn.
fn correlations(drawn: &Drawn<'_>) -> Option<Table> {
    let wanted = drawn.uncertainty.correlations.as_ref()?;
    let place = |name: &String| drawn.uncertainty.inputs.iter().position(|input| input.name == *name);
    let mut rows = Vec::new();
    for (one, row) in wanted.matrix.iter().enumerate() {
        for (other, asked) in row.iter().enumerate().take(one) {
            let taken = drawn.repair.map_or(*asked, |repair| repair.matrix[one][other]);
            let (Some(a), Some(b)) = (place(&wanted.names[one]), place(&wanted.names[other])) else { continue };
            let reached = spearman(&drawn.values[a], &drawn.values[b]);
            let mut row = [one, other].map(|at| Cell::text(place::said(&wanted.names[at]))).to_vec();
            row.extend([*asked, taken, reached].map(Cell::Number));
            rows.push(row);
        }
    }
    let figure = |heading: String, note: String| Column::new(heading, Format::Hundredths, 12).note(note);
    Some(Table {
        id: "correlations".to_owned(),
        columns: vec![
            Column::new(say!("Input"), Format::Plain, 38),
            Column::new(say!("And"), Format::Plain, 38),
            figure(say!("Asked for"), say!("In the sheet Correlations.")),
            figure(say!("Taken"), say!("The nearest that all inputs together can have.")),
            figure(
                say!("Drawn"),
                say!(
                    "Spearman's, over {trials} trials.",
                    trials = count(drawn.values.first().map_or(0, Vec::len) as f64)
                ),
            ),
        ],
        rows,
        totals: None,
    })
}
