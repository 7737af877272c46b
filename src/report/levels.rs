//! `Levels`: who rises and falls, whom a suspension saves, and what stands at a threshold.

use crate::language::number;
use crate::measures::Amounts;
use crate::outcome::Field;
use crate::plan::Reading;
use crate::programme::Programme;
use crate::report::words::{count, list, money, reading as reading_name, reading_cell};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::summary::ProgrammeSummary;

mod boundaries;
mod cliffs;
mod migration;
mod suspension;

use migration::Moves;

/// Months of a fiscal year.
const YEAR: usize = 12;

/// The page; `None` where there is no level to move to or no year after which to move.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let programme = &story.inputs.programme;
    let years = years(story);
    if programme.levels.len() < 2 || years == 0 {
        return None;
    }
    let views = views(story);
    let shown = &views[..story.summary.programmes.len()];
    let moves_alike = |one: &View<'_>, other: &View<'_>| one.moves_like(other);
    let mut blocks: Vec<Block> =
        alike(shown, moves_alike).iter().map(|same| Block::Answer(sentence(story, same))).collect();
    blocks.push(Block::Text(when(story)));
    let same_matrix = |one: &View<'_>, other: &View<'_>| one.figures.shared.migration == other.figures.shared.migration;
    for same in alike(shown, same_matrix) {
        blocks.push(Block::Heading(migration::finding(story, same[0], &titles(&same))));
        blocks.push(Block::Table(migration::table(story, same[0])));
    }
    blocks.push(Block::Heading(say!("Who rises, falls, is saved and rides free, mean partners by fiscal year")));
    blocks.push(Block::Table(by_year(&views)));
    blocks.extend(suspension::blocks(story, &views));
    blocks.extend(cliffs::blocks(story, &views));
    Some(Page {
        name: say!("Levels"),
        title: say!("Who moves between levels, and what a threshold is worth"),
        subtitle: say!(
            "Means over {trials} trials; levels are evaluated at the end of {years} fiscal years; amounts in {currency}",
            trials = count(story.summary.trials as f64),
            years,
            currency = programme.settings.currency
        ),
        one_page: false,
        blocks,
    })
}

/// The fiscal years at whose end levels are evaluated: the whole ones.
fn years(story: &Story<'_>) -> usize {
    story.plans.months / YEAR
}

/// A programme in a reading.
struct View<'a> {
    /// Place among the programmes.
    place: usize,
    programme: &'a Programme,
    figures: &'a ProgrammeSummary,
    /// What happens to levels, by whole fiscal year.
    years: Vec<Amounts>,
}

impl View<'_> {
    /// A field over all years.
    fn total(&self, field: Field) -> f64 {
        self.years.iter().map(|year| year[field]).sum()
    }

    /// Whether levels move as they do in another view.
    fn moves_like(&self, other: &View<'_>) -> bool {
        let fields = [Field::Promoted, Field::Demoted, Field::Saved, Field::FreeRiders, Field::FreeRiderRebates];
        self.figures.shared.migration == other.figures.shared.migration
            && self
                .years
                .iter()
                .zip(&other.years)
                .all(|(one, two)| fields.iter().all(|field| one[*field] == two[*field]))
    }
}

/// All programmes, those of the static reading first.
fn views<'a>(story: &Story<'a>) -> Vec<View<'a>> {
    let programmes = std::iter::once(&story.inputs.programme).chain(story.scenarios.iter().map(|s| &s.programme));
    let programmes: Vec<&Programme> = programmes.collect();
    let count = story.summary.programmes.len();
    let view = |(at, figures): (usize, &'a ProgrammeSummary)| {
        let mut by_year = figures.years(story.summary);
        by_year.truncate(years(story));
        View { place: at % count, programme: programmes[at % count], figures, years: by_year }
    };
    story.summary.all().enumerate().map(view).collect()
}

/// The views, those that are alike together.
fn alike<'v, 'a>(views: &'v [View<'a>], same: impl Fn(&View<'a>, &View<'a>) -> bool) -> Vec<Vec<&'v View<'a>>> {
    let mut groups: Vec<Vec<&View<'a>>> = Vec::new();
    for view in views {
        match groups.iter_mut().find(|group| same(group[0], view)) {
            Some(group) => group.push(view),
            None => groups.push(vec![view]),
        }
    }
    groups
}

/// Names with their reading: `Baseline and Open (static)`.
fn titles(views: &[&View<'_>]) -> String {
    let mut readings: Vec<Reading> = views.iter().map(|view| view.figures.reading).collect();
    readings.dedup();
    let of = |reading: &Reading| {
        let names: Vec<&str> =
            views.iter().filter(|v| v.figures.reading == *reading).map(|view| view.figures.shown()).collect();
        format!("{} ({})", list(&names), reading_name(*reading))
    };
    readings.iter().map(of).collect::<Vec<_>>().join("; ")
}

/// The answer for programmes under which levels move alike.
fn sentence(story: &Story<'_>, same: &[&View<'_>]) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let view = same[0];
    let moves = Moves::of(&view.figures.shared.migration);
    let mut said = vec![say!(
        "{names}: of {partners} partners, after the last evaluation {kept} hold the level they began with, {higher} a \
         higher one and {lower} a lower one, on average.",
        names = titles(same),
        partners = count(moves.partners()),
        kept = mean(moves.kept),
        higher = mean(moves.higher),
        lower = mean(moves.lower)
    )];
    let saved = mean(view.total(Field::Saved));
    match view.years.iter().filter(|year| year[Field::Saved] > 0.0).count() {
        0 => {}
        1 => said.push(say!("Suspended thresholds save {saved} from falling.", saved)),
        _ => said.push(say!("Suspended thresholds save {saved} from falling, counted each year.", saved)),
    }
    if view.total(Field::FreeRiders) > 0.0 {
        said.push(say!(
            "Through suspended years, {riders} hold a level whose threshold they miss, and are paid {amount} of back-end.",
            riders = mean(view.total(Field::FreeRiders)),
            amount = money(view.total(Field::FreeRiderRebates) / 100.0, currency)
        ));
    }
    said.join(" ")
}

/// A mean number of partners: with a decimal below a hundred.
fn mean(number: f64) -> String {
    match number {
        0.0 => say!("none"),
        small if small < 0.05 => say!("fewer than 0.1"),
        small if small < 99.95 => number::fixed(small, 1),
        large => count(large),
    }
}

/// When levels are evaluated, and what it can change.
fn when(story: &Story<'_>) -> String {
    let mut said = vec![say!(
        "Levels are evaluated at the end of each whole fiscal year, on the purchases of its twelve months and on \
         certifications, and hold for the next year."
    )];
    if years(story) * YEAR == story.plans.months {
        said.push(say!(
            "The last evaluation stands at the end of the horizon: it says who would hold which level afterwards, and \
             changes no amount of this run."
        ));
    }
    if story.summary.behavioural.is_some() {
        said.push(say!(
            "The answers above and the matrices are the static reading; where people answer to the rules (behavioural), \
             some buy more to reach a threshold."
        ));
    }
    said.join(" ")
}

/// What becomes of levels at each year's end.
fn by_year(views: &[View<'_>]) -> Table {
    let columns = vec![
        Column::new(say!("Programme"), Format::Plain, 28),
        Column::new(say!("Reading"), Format::Plain, 13),
        Column::new(say!("Fiscal year"), Format::Count, 11),
        Column::new(say!("Rise"), Format::Decimal, 11).note(say!("To a higher level, at the end of the year.")),
        Column::new(say!("Fall"), Format::Decimal, 11).note(say!("To a lower level, at the end of the year.")),
        Column::new(say!("Saved"), Format::Decimal, 11)
            .note(say!("Keep a higher level only because thresholds are suspended for the next year.")),
        Column::new(say!("Ride free"), Format::Decimal, 11)
            .note(say!("Held a level through a suspended year and missed its threshold in it.")),
        Column::new(say!("Back-end of free riders"), Format::Money, 13)
            .note(say!("Rebates, or payouts of tracks, that they are paid for the year.")),
    ];
    let rows = views.iter().flat_map(|view| {
        (1..).zip(&view.years).map(|(number, year)| {
            vec![
                Cell::text(view.figures.shown()),
                reading_cell(view.figures.reading),
                Cell::Number(f64::from(number)),
                Cell::Number(year[Field::Promoted]),
                Cell::Number(year[Field::Demoted]),
                Cell::Number(year[Field::Saved]),
                Cell::Number(year[Field::FreeRiders]),
                Cell::Number(year[Field::FreeRiderRebates] / 100.0),
            ]
        })
    });
    Table { id: "levels_by_year".to_owned(), columns, rows: rows.collect(), totals: None }
}
