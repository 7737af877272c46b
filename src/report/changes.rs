//! `Changes`: what each change of a scenario brings alone, and what they bring together beyond that.

use crate::measures::measure;
use crate::report::headline::{both_sides, said};
use crate::report::waterfall::{self, waterfall};
use crate::report::words::{count, money, money_change, reading};
use crate::report::{Block, Cell, Chart, Column, Format, Page, Story, Table};
use crate::say;
use crate::schema::{Place, Value};
use crate::stats::interval::Estimate;
use crate::study::attribution::{ATTRIBUTED, Attribution, Brought, Part, Source};

mod finding;

/// Up to so many changes a waterfall stands beside another.
const SIDE_BY_SIDE: usize = 5;

/// The page; none where no scenario makes several changes.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let trials = story.brought.first()?.trials;
    let mut blocks = vec![Block::Text(say!(
        "Each change is played alone on the baseline, in the first {trials} futures of the run; what is left of the \
         whole is the interaction: what the changes do to each other. Their order does not matter. The whole differs from \
         the other sheets by chance, as they rest on all futures.",
        trials = count(trials as f64)
    ))];
    let mut figures = Vec::new();
    for brought in story.brought {
        let told = Told { story, brought };
        blocks.push(Block::Heading(told.name().to_owned()));
        let shown: Vec<usize> = told.shown().into_iter().filter(|measure| told.moves(*measure)).collect();
        blocks.extend(shown.iter().map(|measure| Block::Answer(told.finding(*measure))));
        blocks.push(Block::Table(told.table()));
        blocks.extend(told.notes().into_iter().map(Block::Text));
        let charts = shown.iter().map(|measure| told.chart(*measure)).collect::<Vec<_>>();
        let room = if brought.parts.len() > SIDE_BY_SIDE { 1 } else { 2 };
        blocks.extend(charts.chunks(room).map(|charts| Block::Charts(charts.to_vec())));
        figures.extend(shown.iter().map(|measure| Block::Table(told.steps(*measure))));
    }
    blocks.push(Block::Heading(say!("Figures of the charts")));
    blocks.extend(figures);
    Some(Page {
        name: say!("Changes"),
        title: say!("What each change brings"),
        subtitle: say!(
            "Mean differences with the baseline over the whole horizon, in {currency}; {reading}",
            currency = story.inputs.programme.settings.currency,
            reading = reading(story.summary.reading)
        ),
        one_page: false,
        blocks,
    })
}

/// A scenario that is taken apart.
struct Told<'a> {
    story: &'a Story<'a>,
    brought: &'a Brought,
}

impl Told<'_> {
    fn name(&self) -> &str {
        self.story.scenarios.get(self.brought.scenario).map_or("", |scenario| &scenario.name)
    }

    fn currency(&self) -> &str {
        &self.story.inputs.programme.settings.currency
    }

    /// The measures by their places in [`ATTRIBUTED`]: the partners' that leads, the vendor's, and savings if there are any.
    fn shown(&self) -> Vec<usize> {
        let sides = both_sides(self.story);
        let savings = self.story.brought.iter().any(|brought| moves(&brought.measures[SAVINGS]));
        let is_shown = |(at, id): &(usize, &&str)| sides.contains(*id) || *at == SAVINGS && savings;
        ATTRIBUTED.iter().enumerate().filter(is_shown).map(|(at, _)| at).collect()
    }

    fn moves(&self, measure: usize) -> bool {
        moves(&self.brought.measures[measure])
    }

    fn part(&self, at: usize) -> String {
        name(&self.brought.parts[at])
    }

    fn table(&self) -> Table {
        let shown = self.shown();
        let mut columns = vec![
            Column::new(say!("Change"), Format::Plain, 28),
            Column::new(say!("From"), Format::Plain, 14).note(say!("Its value in the baseline.")),
            Column::new(say!("To"), Format::Plain, 14),
        ];
        for measure in &shown {
            let label = label(*measure);
            columns.push(Column::new(label, Format::MoneyChange, 15).note(say!("Mean difference with the baseline.")));
            columns.push(
                Column::new(say!("{measure}: standard error", measure = label), Format::Money, 15)
                    .note(say!("Of the mean, because the trials are finite.")),
            );
        }
        let figures = |pick: &dyn Fn(&Attribution) -> Estimate| -> Vec<Cell> {
            let estimates = shown.iter().map(|measure| pick(&self.brought.measures[*measure]));
            estimates.flat_map(|estimate| [estimate.value, estimate.se]).map(Cell::Number).collect()
        };
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for (at, part) in self.brought.parts.iter().enumerate() {
            let (from, to) = values(part);
            rows.push(
                [vec![Cell::text(name(part)), Cell::text(from), Cell::text(to)], figures(&|of| of.alone[at])].concat(),
            );
        }
        for (word, pick) in [
            (say!("Interaction"), (|of: &Attribution| of.interaction) as fn(&Attribution) -> Estimate),
            (say!("All changes"), |of| of.together),
        ] {
            rows.push([vec![Cell::text(word), Cell::Empty, Cell::Empty], figures(&pick)].concat());
        }
        Table { id: format!("changes_{}", 1 + self.brought.scenario), columns, rows, totals: None }
    }

    fn steps_id(&self, measure: usize) -> String {
        format!("changes_{}_{}", 1 + self.brought.scenario, ATTRIBUTED[measure])
    }

    fn steps(&self, measure: usize) -> Table {
        let of = &self.brought.measures[measure];
        let parts = self.brought.parts.iter().map(name).zip(of.alone.iter().map(|estimate| estimate.value));
        let changes = parts.chain([(say!("Interaction"), of.interaction.value)]).collect();
        waterfall::table(self.steps_id(measure), waterfall(changes, say!("All changes")))
    }

    fn chart(&self, measure: usize) -> Chart {
        let of = &self.brought.measures[measure];
        let change = |(name, amount): (String, f64)| format!("{name} {}", money_change(amount, self.currency()));
        let parts = self.brought.parts.iter().map(name).zip(of.alone.iter().map(|estimate| estimate.value));
        let steps: Vec<String> = parts.map(change).collect();
        let alt = say!(
            "Steps of {what}, {scenario}: {steps}; interaction {left}, standard error {error}; all changes {whole}.",
            what = said(ATTRIBUTED[measure]),
            scenario = self.name(),
            steps = steps.join("; "),
            left = money_change(of.interaction.value, self.currency()),
            error = money(of.interaction.se, self.currency()),
            whole = money_change(of.together.value, self.currency())
        );
        waterfall::chart(self.title(measure), alt, self.steps_id(measure), 1 + self.brought.scenario, self.currency())
    }
}

/// The place of savings in [`ATTRIBUTED`].
const SAVINGS: usize = 3;

fn moves(of: &Attribution) -> bool {
    !is_nothing(&of.together) || !of.alone.iter().all(is_nothing)
}

/// Whether there is not a cent in any trial, but for what sums of numbers round.
fn is_nothing(estimate: &Estimate) -> bool {
    estimate.value.abs() < 0.005 && estimate.se < 0.005
}

fn label(place: usize) -> &'static str {
    measure(ATTRIBUTED[place]).map_or("", |(_, measure)| measure.label.said())
}

/// What a change is called: the included scenario, or the labels of what its rows set.
fn name(part: &Part) -> String {
    let source = |source: &Source| match source {
        Source::Included(name) => name.clone(),
        Source::Row(values) => {
            values.first().map_or_else(String::new, |(place, _, _)| match (row(place), values.len()) {
                (Some(row), 1) => format!("{} ({row})", place.label().said()),
                _ => place.label().said().to_owned(),
            })
        }
    };
    part.of.iter().map(source).collect::<Vec<_>>().join(" + ")
}

/// The row of a table's cell, as it is named: Gold of `Levels[Gold].threshold`.
fn row(place: &Place) -> Option<&str> {
    place.cell().and_then(|_| Some(place.name.split_once('[')?.1.split_once(']')?.0))
}

/// The values before and after a change; nothing for an included scenario, whose rows stand on the sheet of scenarios.
fn values(part: &Part) -> (String, String) {
    let mut ends: [Vec<String>; 2] = [Vec::new(), Vec::new()];
    for source in &part.of {
        if let Source::Row(values) = source {
            for (end, pick) in
                ends.iter_mut().zip([(|value| &value.1) as fn(&(Place, Value, Value)) -> &Value, |value| &value.2])
            {
                let mut said: Vec<String> = values.iter().map(|value| value.0.kind().shown(pick(value))).collect();
                said.dedup();
                end.push(said.join(", "));
            }
        }
    }
    let [from, to] = ends.map(|end| end.join("; "));
    (from, to)
}
