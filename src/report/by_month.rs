//! `By month`: how the differences with the baseline run up, and how sure they are on the way.

use crate::report::headline::{both_sides, said};
use crate::report::words::{capitalised, count, money_change, money_range, reading};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table};
use crate::say;
use crate::sim::courses::FOLLOWED;
use crate::summary::Course;

/// The palette's darkest place: the median's line.
const MEDIAN: usize = 7;

/// The page; none where no scenario changes a cent of margin or contribution.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let shown = both_sides(story);
    let measures: Vec<usize> = (0..FOLLOWED.len()).filter(|at| shown.contains(&FOLLOWED[*at].0)).collect();
    let (mut blocks, mut tables) = (Vec::new(), Vec::new());
    for (at, programme) in story.summary.programmes.iter().enumerate().skip(1) {
        let told = measures.iter().filter_map(|measure| {
            let course = programme.courses.get(*measure)?;
            course.iter().flatten().any(|amount| *amount != 0.0).then_some(Told {
                story,
                at,
                measure: *measure,
                course,
            })
        });
        let told: Vec<Told<'_>> = told.collect();
        if !told.is_empty() {
            blocks.push(Block::Charts(told.iter().map(Told::chart).collect()));
            tables.extend(told.iter().flat_map(|told| [Block::Heading(told.heading()), Block::Table(told.table())]));
        }
    }
    if blocks.is_empty() {
        return None;
    }
    blocks.insert(
        0,
        Block::Text(say!(
            "The difference with the baseline from the start to the end of each month, in the same future. Half of the \
             futures lie in the dark band, nine of ten in all bands; the line is the median. The last month holds the \
             difference of the whole horizon."
        )),
    );
    blocks.extend(tables);
    Some(Page {
        name: say!("By month"),
        title: say!("How the differences run up month by month"),
        subtitle: say!(
            "{trials} futures, in {currency}; {reading}",
            trials = count(story.summary.followed as f64),
            currency = story.inputs.programme.settings.currency,
            reading = reading(story.summary.reading)
        ),
        one_page: false,
        blocks,
    })
}

/// A measure of a scenario, month by month.
struct Told<'a> {
    story: &'a Story<'a>,
    /// The scenario's place among the programmes.
    at: usize,
    /// The measure's place in [`FOLLOWED`].
    measure: usize,
    course: &'a Course,
}

/// From when on 19 futures of 20 lie on one side of the baseline.
#[derive(Debug, PartialEq, Eq)]
enum Lies {
    /// Above it, from this month on.
    Above(usize),
    /// Below it.
    Below(usize),
    /// On both sides.
    Both,
}

/// Reads it off the course: up to the end of it.
fn lies(course: &Course) -> Lies {
    let since = |holds: fn(&[f64; 5]) -> bool| {
        let months = course.iter().rev().take_while(|percentiles| holds(percentiles)).count();
        (months > 0).then(|| course.len() - months + 1)
    };
    let above = since(|percentiles| percentiles[0] > 0.0).map(Lies::Above);
    above.or_else(|| since(|percentiles| percentiles[4] < 0.0).map(Lies::Below)).unwrap_or(Lies::Both)
}

impl Told<'_> {
    fn scenario(&self) -> &str {
        &self.story.summary.programmes[self.at].name
    }

    fn measure_name(&self) -> String {
        said(FOLLOWED[self.measure].0)
    }

    fn heading(&self) -> String {
        say!("{scenario}: {what}", scenario = self.scenario(), what = capitalised(&self.measure_name()))
    }

    fn id(&self) -> String {
        format!("course_{}_{}", self.at, FOLLOWED[self.measure].0)
    }

    fn chart(&self) -> Chart {
        let currency = &self.story.inputs.programme.settings.currency;
        let (scenario, what, months) = (self.scenario(), self.measure_name(), self.course.len());
        let end = self.course.last().copied().unwrap_or_default();
        let range = money_range((end[0], end[4]), currency);
        let title = match lies(self.course) {
            Lies::Above(month) => say!(
                "{scenario}: {what} is ahead of the baseline from month {month} on, by {range} after {months} months",
                scenario,
                what,
                month,
                range,
                months
            ),
            Lies::Below(month) => say!(
                "{scenario}: {what} is behind the baseline from month {month} on, {range} after {months} months",
                scenario,
                what,
                month,
                range,
                months
            ),
            Lies::Both => say!(
                "{scenario}: {what} may end on either side of the baseline, {range} after {months} months",
                scenario,
                what,
                range,
                months
            ),
        };
        let half = self.course[(months - 1) / 2];
        let alt = say!(
            "{title}. Median {half} after {month} months and {whole} at the end; nine futures of ten lie in the range.",
            title,
            half = money_change(half[2], currency),
            month = months.div_ceil(2),
            whole = money_change(end[2], currency)
        );
        let series = |heading: String| Series::column(heading, self.at);
        let outer = |heading: String| Series { name: say!("nine futures of ten"), ..series(heading) };
        let inner = |heading: String| Series { name: say!("half of the futures"), ..series(heading) };
        Chart {
            kind: ChartKind::Fan,
            title,
            alt,
            table: self.id(),
            categories: say!("Month"),
            series: vec![
                series(say!("5 % below")),
                outer(say!("5 to 25 %")),
                inner(say!("25 to 75 %")),
                outer(say!("75 to 95 %")),
                Series::column(say!("Median"), MEDIAN),
            ],
            x_title: say!("month"),
            y_title: currency.clone(),
            format: Format::Money,
        }
    }

    fn table(&self) -> Table {
        let rows = self.course.iter().enumerate().map(|(month, [low, lower, median, upper, high])| {
            let bands = [lower - low, upper - lower, high - upper];
            let figures = [*low, *lower, *median, *upper, *high].into_iter().chain(bands);
            std::iter::once((month + 1) as f64).chain(figures).map(Cell::Number).collect()
        });
        let change = |heading: String| Column::new(heading, Format::MoneyChange, 14);
        let band =
            |heading: String| Column::new(heading, Format::Money, 14).note(say!("The height of a band of the chart."));
        Table {
            id: self.id(),
            rows: rows.collect(),
            columns: vec![
                Column::new(say!("Month"), Format::Count, 28).note(say!("Counted from the start of the horizon.")),
                change(say!("5 % below")).note(say!("In one future of twenty the difference is below this.")),
                change(say!("25 % below")),
                change(say!("Median")),
                change(say!("25 % above")),
                change(say!("5 % above")).note(say!("In one future of twenty the difference is above this.")),
                band(say!("5 to 25 %")),
                band(say!("25 to 75 %")),
                band(say!("75 to 95 %")),
            ],
            totals: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_claimed_from_where_it_holds_to_the_end() {
        let around = |middle: f64| [middle - 2.0, middle - 1.0, middle, middle + 1.0, middle + 2.0];
        assert_eq!(lies(&[3.0, 1.0, 4.0, 9.0].map(around).to_vec()), Lies::Above(3), "month 2 may be below");
        assert_eq!(lies(&[-3.0, -4.0].map(around).to_vec()), Lies::Below(1));
        assert_eq!(lies(&[9.0, 1.0].map(around).to_vec()), Lies::Both, "ahead once, not in the end");
    }
}
