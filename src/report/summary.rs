//! `Summary`: the one page an executive can read alone.

use std::cmp::Ordering;

use crate::measures::{self, Measure, Unit};
use crate::plan::Reading;
use crate::report::glossary::BETTER;
use crate::report::headline::{direction, lead, printed, sentence, turns_of};
use crate::report::left_out::left_out;
use crate::report::words::{change_format, count, format, list, reading, unit};
use crate::report::{Bars, Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table};
use crate::report::{alike, grounds, guardrails};
use crate::say;
use crate::summary::{Difference, ProgrammeSummary};

const DIFFERENCES: &str = "differences";
/// The vendor's measure of the charts.
const VENDOR: &str = "vendor_contribution";

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let scenarios = &story.summary.programmes[1..];
    let mut blocks = Vec::new();
    if scenarios.is_empty() {
        blocks.push(Block::Answer(say!(
            "The workbook has no scenario: the page shows the baseline alone. Add scenarios on the sheet Scenarios to compare \
             policies."
        )));
    } else {
        blocks.push(Block::Text(compared(story)));
        blocks.push(Block::Answer(answers(story)));
        blocks.extend(all_turns(story));
    }
    blocks.extend(left_out(story).map(Block::Text));
    blocks.push(Block::Table(table(story)));
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
        one_page: true,
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
    let names: Vec<&str> = story.summary.programmes[1..].iter().map(|scenario| scenario.name.as_str()).collect();
    say!(
        "Compared with the baseline: {scenarios}. All meet the same simulated futures, so that a difference is the policy's and \
         not luck. {people}",
        scenarios = list(&names),
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

/// What the behavioural reading makes of all scenarios, those with the same together.
fn all_turns(story: &Story<'_>) -> Option<Block> {
    let places = 1..story.summary.programmes.len();
    let groups = alike::groups(places.filter_map(|at| turns_of(story, at).map(|turns| (at, turns))));
    let said: Vec<String> = groups
        .iter()
        .map(|(group, turns)| say!("{scenarios}: {turns}", scenarios = alike::names(story, group), turns))
        .collect();
    (!said.is_empty()).then(|| Block::Text(say!("In the behavioural reading: {said}.", said = said.join("; "))))
}

/// The headline measures of every scenario beside the baseline's; the baseline's alone if there is no scenario.
fn table(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    let mut rows = Vec::new();
    for (at, measure) in printed(story) {
        let large = measure.unit == Unit::Money && baseline.measures[at].mean.abs() >= 1e7;
        let (shown, change) = match large {
            true => (Format::Millions, Format::MillionsChange),
            false => (format(measure.unit), change_format(measure.unit)),
        };
        let counted = unit(measure.unit, currency);
        let counted = if large { format!("M {counted}") } else { counted };
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
        Column::new(say!("Scenario"), Format::Plain, 24).note(say!(
            "The baseline with the edits of one scenario; they are on the sheet {sheet}.",
            sheet = say!("Scenarios")
        )),
        figure(say!("Baseline")).note(mean()),
    ];
    if story.summary.programmes.len() == 1 {
        return columns;
    }
    let several = story.summary.programmes.len() > 2;
    columns.extend([
        figure(say!("With the scenario")).note(mean()),
        figure(say!("Difference"))
            .note(say!("Mean difference with the baseline in the same future; the bars of a measure have one scale."))
            .bars(if several { Bars::Changes } else { Bars::None }),
        figure(say!("90 % range, from")).note(say!("In one future of twenty the difference is below this.")),
        figure(say!("90 % range, to")).note(say!("In one future of twenty the difference is above this.")),
        Column::new(say!("Better in"), Format::WholePercent, 10).note(BETTER).bars(Bars::Shares),
    ]);
    if story.summary.behavioural.is_some() {
        columns.extend([
            figure(say!("Behavioural difference")).note(say!(
                "Mean difference with the baseline where people answer to the rules, under the baseline too; its range is on the \
                 sheet {sheet}.",
                sheet = say!("Measures")
            )),
            Column::new(say!("Behavioural better in"), Format::WholePercent, 11)
                .note(say!("Share of the futures in which that difference is better; ties count half."))
                .bars(Bars::Shares),
        ]);
    }
    columns
}

/// The name of a measure.
fn label(id: &str) -> &str {
    measures::measure(id).map_or(id, |(_, measure)| measure.label.said())
}

/// The heading of a measure's differences in the table of the charts.
fn change_of(id: &str) -> String {
    say!("{measure}, change", measure = label(id))
}

/// The headings of the lengths of its error bars.
fn bars_of(id: &str) -> (String, String) {
    let measure = label(id);
    (say!("{measure}, down to 5 %", measure), say!("{measure}, up to 95 %", measure))
}

/// The differences behind the two charts, with the lengths of their error bars.
fn differences(story: &Story<'_>) -> Table {
    let charted = [lead(story).id, VENDOR];
    let rows = story.summary.programmes[1..].iter().map(|scenario| {
        let mut row = vec![Cell::text(&*scenario.name)];
        for id in charted {
            let difference = scenario.difference(id).map(|difference| difference.statistics);
            row.extend(match difference {
                Some(statistics) => {
                    let (mean, (low, high)) = (statistics.mean, statistics.range());
                    [mean, (mean - low).max(0.0), (high - mean).max(0.0)].map(Cell::Number)
                }
                None => [Cell::Empty, Cell::Empty, Cell::Empty],
            });
        }
        row
    });
    let mut columns = vec![Column::new(say!("Scenario"), Format::Plain, 22)];
    for id in charted {
        let (below, above) = bars_of(id);
        columns.push(Column::new(change_of(id), Format::MoneyChange, 10));
        columns.push(Column::new(below, Format::Money, 10));
        columns.push(Column::new(above, Format::Money, 10));
    }
    Table { id: DIFFERENCES.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The chart of what each scenario brings partners.
fn difference_chart(story: &Story<'_>) -> Chart {
    let id = lead(story).id;
    let measure = label(id);
    let mean = |of: &(&Difference, &str)| of.0.statistics.mean;
    let best = story.summary.programmes[1..]
        .iter()
        .filter_map(|scenario| Some((scenario.difference(id)?, scenario.name.as_str())))
        .reduce(|best, next| if mean(&best) >= mean(&next) { best } else { next });
    let several = story.summary.programmes.len() > 2;
    let title = match best {
        Some((difference, scenario)) if direction(difference) == Ordering::Greater => match several {
            true => say!("{measure}: most with {scenario}", measure, scenario),
            false => say!("{measure}: more with {scenario} than without", measure, scenario),
        },
        _ => say!("{measure}: no scenario raises it", measure),
    };
    let reading = reading(story.summary.reading);
    Chart {
        kind: ChartKind::ByScenario,
        alt: say!(
            "{title}. Columns show the mean difference with the baseline, lines the 90 % range; {reading}.",
            title,
            reading
        ),
        title,
        table: DIFFERENCES.to_owned(),
        categories: say!("Scenario"),
        series: vec![Series {
            name: say!("{measure}, difference with the baseline", measure),
            values: change_of(id),
            colour: 1,
            error_bars: Some(bars_of(id)),
        }],
        x_title: String::new(),
        y_title: say!("difference, {currency}", currency = story.inputs.programme.settings.currency),
        format: Format::MoneyChange,
    }
}

/// The chart of what partners and the vendor have of each scenario.
fn trade_off(story: &Story<'_>) -> Chart {
    let id = lead(story).id;
    let rises =
        |scenario: &ProgrammeSummary, id: &str| scenario.difference(id).is_some_and(|moved| direction(moved).is_gt());
    let both: Vec<&str> = story.summary.programmes[1..]
        .iter()
        .filter(|scenario| rises(scenario, id) && rises(scenario, VENDOR))
        .map(|scenario| scenario.name.as_str())
        .collect();
    let title = match both.as_slice() {
        [] => say!("No scenario is better for both sides"),
        [one] => say!("Better for both sides: {scenarios}", scenarios = one),
        [first, rest @ ..] if both.len() > 3 => {
            say!("Better for both sides: {first} and {more} more", first, more = rest.len())
        }
        all => say!("Better for both sides: {scenarios}", scenarios = list(all)),
    };
    let currency = &story.inputs.programme.settings.currency;
    Chart {
        kind: ChartKind::TradeOff,
        alt: say!(
            "{title}. A point a scenario: to the right partners have more than in the baseline, upward the vendor has more \
             contribution.",
            title
        ),
        title,
        table: DIFFERENCES.to_owned(),
        categories: change_of(id),
        series: vec![Series::column(change_of(VENDOR), 1)],
        x_title: say!("{measure}, difference in {currency}", measure = label(id), currency),
        y_title: say!("the vendor's, {currency}", currency),
        format: Format::MoneyChange,
    }
}
