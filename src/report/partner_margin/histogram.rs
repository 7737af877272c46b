//! How partners' margin is spread over the futures.

use crate::report::headline::lead;
use crate::report::partner_margin::label;
use crate::report::words::{futures, money_range};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Story, Table, Total};
use crate::say;
use crate::summary::ProgrammeSummary;

/// Bins of a histogram.
const BINS: usize = 24;

/// Shares of trials by the total of the measure that leads, in bins that all programmes share.
pub struct Histogram {
    id: &'static str,
    from: f64,
    width: f64,
    shares: Vec<Vec<f64>>,
}

impl Histogram {
    /// The histogram of a run.
    pub fn of(story: &Story<'_>) -> Histogram {
        let id = lead(story).id;
        let margins = |programme: &'_ ProgrammeSummary| match id {
            "partner_net_margin" => programme.net_margins.clone(),
            _ => programme.front_margins.clone(),
        };
        let margins: Vec<Vec<f64>> = story.summary.programmes.iter().map(margins).collect();
        let ends = || margins.iter().flat_map(|margins| margins.first().into_iter().chain(margins.last()));
        let low = ends().copied().fold(f64::INFINITY, f64::min);
        let high = ends().copied().fold(f64::NEG_INFINITY, f64::max);
        let width = ((high - low) / BINS as f64).max(1.0);
        let shares = |margins: &Vec<f64>| {
            let mut counts = [0_usize; BINS];
            for margin in margins {
                counts[(((margin - low) / width) as usize).min(BINS - 1)] += 1;
            }
            counts.map(|count| count as f64 / margins.len() as f64).to_vec()
        };
        Histogram { id, from: low, width, shares: margins.iter().map(shares).collect() }
    }

    /// What the measure is called.
    pub fn label(&self) -> &'static str {
        label(self.id)
    }

    /// The heading of the bins.
    fn bins() -> String {
        say!("Around, M")
    }

    /// Its shares, a column a programme.
    pub fn table(&self, story: &Story<'_>) -> Table {
        let mut columns =
            vec![Column::new(Histogram::bins(), Format::Plain, 28).note(say!("Middle of the bin, in millions."))];
        columns.extend(story.summary.programmes.iter().map(|p| Column::new(p.shown(), Format::Percent, 15)));
        // Bins of a small programme differ in later decimals.
        let decimals = if self.width < 5e4 { 2 } else { 1 };
        let rows = (0..BINS).map(|bin| {
            let middle = (self.from + (bin as f64 + 0.5) * self.width) / 1e6;
            let mut row = vec![Cell::text(format!("{middle:.decimals$}"))];
            row.extend(self.shares.iter().map(|shares| Cell::Number(shares[bin])));
            row
        });
        let mut totals = vec![Total::Label(say!("All"))];
        totals.extend(self.shares.iter().map(|_| Total::Sum));
        Table { id: "margin_histogram".to_owned(), columns, rows: rows.collect(), totals: Some(totals) }
    }

    /// A scenario's histogram with the baseline behind it.
    pub fn chart(&self, story: &Story<'_>, at: usize) -> Chart {
        let currency = &story.inputs.programme.settings.currency;
        let programmes = &story.summary.programmes;
        let series = |at: usize| Series::column(programmes[at].shown(), at);
        let range = |at: usize| money_range(programmes[at].measure(self.id).range(), currency);
        let (scenario, what, own) = (&programmes[at].name, self.label(), range(at));
        let title = match programmes[at].difference(self.id) {
            None => say!("{scenario}: {what} is {own} in nine futures of ten", scenario, what, own),
            Some(difference) => say!(
                "{scenario}: {what} is above the baseline's {share}, {own} against {base} in nine of ten",
                scenario,
                what,
                share = futures(difference.probability_better),
                own,
                base = range(0)
            ),
        };
        Chart {
            kind: ChartKind::Histogram,
            alt: say!("{title}. Histogram of the trials, the baseline behind it.", title),
            title,
            table: "margin_histogram".to_owned(),
            categories: Histogram::bins(),
            series: if at == 0 { vec![series(0)] } else { vec![series(0), series(at)] },
            x_title: format!("{what}, M {currency}"),
            y_title: say!("share of trials"),
            format: Format::WholePercent,
        }
    }
}
