//! `Summary`: the one page an executive can read alone.

use crate::measures::Measure;
use crate::plan::Reading;
use crate::report::glossary::BETTER;
use crate::report::headline::{printed, sentence, turns_of};
use crate::report::left_out::left_out;
use crate::report::words::{Scaled, count, list, reading, scaled};
use crate::report::{Bars, Block, Cell, Column, Format, Page, Story, Table};
use crate::report::{alike, grounds, guardrails};
use crate::say;
use charts::{difference_chart, differences, trade_off};

mod charts;
mod many;
mod notes;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let scenarios = &story.summary.programmes[1..];
    let many = many::are(scenarios);
    let mut blocks = Vec::new();
    if scenarios.is_empty() {
        blocks.push(Block::Answer(say!(
            "The workbook has no scenario: the page shows the baseline alone. Add scenarios on the sheet Scenarios to compare \
             policies."
        )));
    } else {
        blocks.push(Block::Text(compared(story)));
        blocks.push(Block::Answer(if many { many::answers(story) } else { answers(story) }));
        blocks.extend(if many { many::all_turns(story) } else { all_turns(story) }.map(in_behaviour));
    }
    blocks.extend(left_out(story).map(Block::Text));
    blocks.push(Block::Table(if many { many::table(story) } else { table(story) }));
    blocks.extend(guardrails::summary(story));
    if !scenarios.is_empty() {
        blocks.push(Block::Charts(vec![difference_chart(story), trade_off(story)]));
    }
    blocks.extend(grounds::blocks(story));
    if !scenarios.is_empty() {
        // Last, for the printed page ends before them.
        blocks.push(Block::Heading(say!("Figures of the charts")));
        blocks.push(Block::Table(differences(story)));
    }
    Page {
        name: say!("Summary"),
        title: say!("What the policies bring"),
        subtitle: basis(story),
        one_page: many::fit_one_page(scenarios),
        blocks,
    }
}

/// What the figures are of.
fn basis(story: &Story<'_>) -> String {
    let settings = &story.inputs.programme.settings;
    let basis = say!(
        "{file}: {months} months from {start}, {trials} simulated futures, seed {seed}, amounts in {currency}; {reading}",
        file = story.run.file,
        months = settings.months,
        start = settings.start.said(),
        trials = count(story.summary.trials as f64),
        seed = story.run.seed,
        currency = settings.currency,
        reading = reading(story.summary.reading)
    );
    match story.summary.behavioural {
        Some(_) => say!("{basis} unless it says behavioural", basis),
        None => basis,
    }
}

/// What was compared, and what people do in it.
fn compared(story: &Story<'_>) -> String {
    let scenarios = &story.summary.programmes[1..];
    let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    say!(
        "Compared with the baseline: {scenarios}. All meet the same simulated futures, so that a difference is the policy's and \
         not luck. {people}",
        scenarios = if many::are(scenarios) { many::counted(scenarios) } else { list(&names) },
        people = people(story)
    )
}

/// What people do in the readings of the page.
fn people(story: &Story<'_>) -> String {
    match (story.summary.reading, &story.summary.behavioural) {
        (Reading::Static, None) => {
            say!("Static reading: partners and customers do not change their behaviour in answer to the policy.")
        }
        (Reading::Static, Some(_)) => say!(
            "Static reading: partners and customers do not change their behaviour in answer to the policy; behavioural reading: \
             they do, under the baseline too."
        ),
        (Reading::Behavioural, _) => say!(
            "Behavioural reading: partners answer to the rules, under the baseline too; the static reading was not played."
        ),
    }
}

/// The decision sentences, one a scenario.
fn answers(story: &Story<'_>) -> String {
    let said: Vec<String> = story.summary.programmes[1..].iter().map(|scenario| sentence(story, scenario)).collect();
    match said.as_slice() {
        [one] => one.clone(),
        _ => said.iter().map(|said| format!("• {said}")).collect::<Vec<_>>().join("\n"),
    }
}

/// What the behavioural reading makes of all scenarios, those with the same together; nothing where it was not played.
fn all_turns(story: &Story<'_>) -> Option<String> {
    let said = turned(story).into_iter();
    let said = said.map(|(group, turns)| say!("{scenarios}: {turns}", scenarios = alike::names(story, &group), turns));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Scenarios by place, grouped by what the behavioural reading makes of them.
fn turned(story: &Story<'_>) -> Vec<(Vec<usize>, String)> {
    let places = 1..story.summary.programmes.len();
    alike::groups(places.filter_map(|at| turns_of(story, at).map(|turns| (at, turns))))
}

fn in_behaviour(said: String) -> Block {
    Block::Text(say!("In the behavioural reading: {said}.", said))
}

/// The headline measures of every scenario beside the baseline's; the baseline's alone if there is no scenario.
fn table(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    let mut rows = Vec::new();
    for (at, measure) in printed(story) {
        let Scaled { values: shown, changes: change, unit: counted } =
            scaled(measure.unit, baseline.measures[at].mean, currency);
        let start = |programme: &str| {
            vec![
                Cell::text(measure.label.said()),
                Cell::text(&*counted),
                Cell::text(programme),
                Cell::Figure(baseline.measures[at].mean, shown),
            ]
        };
        if scenarios.is_empty() {
            rows.push(start(&baseline.name));
        }
        for (place, scenario) in scenarios.iter().enumerate() {
            let mut row = start(&scenario.name);
            row.push(Cell::Figure(scenario.measures[at].mean, shown));
            let difference = &scenario.differences[at];
            let (low, high) = difference.statistics.range();
            row.extend([difference.statistics.mean, low, high].map(|value| Cell::Figure(value, change)));
            row.push(Cell::Number(difference.probability_better));
            if let Some(moved) = story.summary.behavioural.as_ref().map(|moved| &moved[place + 1].differences[at]) {
                row.push(Cell::Figure(moved.statistics.mean, change));
                row.push(Cell::Number(moved.probability_better));
            }
            rows.push(row);
        }
    }
    Table { id: "headline".to_owned(), columns: columns(story), rows, totals: None }
}

/// The columns of that table, each with a note on what it is.
fn columns(story: &Story<'_>) -> Vec<Column> {
    let defined = |(_, measure): (usize, &Measure)| format!("{}: {}", measure.label.said(), measure.help.said());
    let defined: Vec<String> = printed(story).into_iter().map(defined).collect();
    let figure = |heading: String| Column::new(heading, Format::Plain, 10);
    let mean = || say!("Mean over all simulated futures, whole horizon.");
    let mut columns = vec![
        Column::new(say!("Measure"), Format::Plain, 22).note(defined.join("\n")),
        Column::new(say!("Unit"), Format::Plain, 7)
            .note(say!("M: millions. Differences of percentages are in percentage points, % pts.")),
        Column::new(say!("Scenario"), Format::Plain, 24).note(notes::edits_of_one()),
        figure(say!("Baseline")).note(mean()),
    ];
    if story.summary.programmes.len() == 1 {
        return columns;
    }
    let several = story.summary.programmes.len() > 2;
    columns.extend([
        figure(say!("With the scenario")).note(mean()),
        figure(say!("Difference")).note(notes::mean_difference()).bars(if several {
            Bars::Changes
        } else {
            Bars::None
        }),
        figure(say!("90 % range, from")).note(notes::range_from()),
        figure(say!("90 % range, to")).note(notes::range_to()),
        Column::new(say!("Better in"), Format::WholePercent, 10).note(BETTER).bars(Bars::Shares),
    ]);
    if story.summary.behavioural.is_some() {
        columns.extend([
            figure(say!("Behavioural difference")).note(notes::behavioural_difference()),
            Column::new(say!("Behavioural better in"), Format::WholePercent, 11)
                .note(say!("Share of the futures in which that difference is better; ties count half."))
                .bars(Bars::Shares),
        ]);
    }
    columns
}
