//! `Calibration`: the estimates, how well the model's laws fit, and both as charts.

use crate::calibrate::fits::Curve;
use crate::calibrate::{Calibration, RESAMPLES, declared};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Table};
use crate::say;
use crate::schema::Kind;

/// The page.
pub fn page(calibration: &Calibration) -> Page {
    let agreement = &calibration.agreement;
    let mut blocks = vec![Block::Text(format!(
        "Maximum likelihood; standard errors and intervals from {RESAMPLES} resampled logs. Bidders, own costs and asks \
         rest on the deals without a grant, which no support and no withdrawal has changed."
    ))];
    blocks.push(Block::Table(estimates(calibration)));
    if !calibration.remarks.is_empty() {
        blocks.push(Block::Heading("Remarks".to_owned()));
        blocks.extend(calibration.remarks.iter().cloned().map(Block::Text));
    }
    blocks.push(Block::Heading("Goodness of fit".to_owned()));
    blocks.push(Block::Text(
        "The chance of a larger statistic if the model's law holds; of twenty tests one is expected below 5 % by luck. In \
         large logs small misfits show that do no harm: look at the charts."
            .to_owned(),
    ));
    blocks.push(Block::Table(fits(calibration)));
    blocks.push(Block::Heading("Observed and fitted".to_owned()));
    blocks.push(Block::Charts(vec![
        chart("sizes", "List values of deals", "List value from", ChartKind::Columns),
        chart("bidders", "Bidders of deals without a grant", "Bidders", ChartKind::Columns),
    ]));
    if !agreement.prices.bands.is_empty() {
        blocks.push(Block::Charts(vec![chart(
            "prices",
            "Deals without a grant: lost, or won at a price of list",
            "Price from",
            ChartKind::Columns,
        )]));
    }
    blocks.push(Block::Table(curve("sizes", "List value from", &agreement.sizes)));
    blocks.push(Block::Table(curve("bidders", "Bidders", &agreement.bidders)));
    if !agreement.prices.bands.is_empty() {
        blocks.push(Block::Table(curve("prices", "Price from", &agreement.prices)));
    }
    Page {
        name: say!("Calibration"),
        title: "What the log says".to_owned(),
        subtitle: calibration.about.clone(),
        one_page: false,
        blocks,
    }
}

fn estimates(calibration: &Calibration) -> Table {
    let rows = calibration.estimates.iter().map(|estimate| {
        let format = match declared(&estimate.quantity.target()) {
            Some((Kind::Money { .. }, _)) => Format::Money,
            Some((Kind::Rate { .. }, _)) => Format::FinePercent,
            _ => Format::Plain,
        };
        let figure = |value| Cell::Figure(value, format);
        vec![
            Cell::text(&*estimate.name),
            Cell::text(estimate.label),
            figure(estimate.value),
            figure(estimate.se),
            figure(estimate.range.0),
            figure(estimate.range.1),
            figure(estimate.base),
            Cell::Number(estimate.used as f64),
        ]
    });
    Table {
        id: "estimates".to_owned(),
        rows: rows.collect(),
        columns: vec![
            Column::new("Target", Format::Plain, 38),
            Column::new("What", Format::Plain, 36),
            Column::new("Estimate", Format::Plain, 12),
            Column::new("Standard error", Format::Plain, 12),
            Column::new("Low", Format::Plain, 12).note("5th percentile over resampled logs."),
            Column::new("High", Format::Plain, 12).note("95th percentile over resampled logs."),
            Column::new("Base", Format::Plain, 12).note("The value that the estimate replaces."),
            Column::new("Opportunities", Format::Count, 15).note("From how many opportunities."),
        ],
        totals: None,
    }
}

fn fits(calibration: &Calibration) -> Table {
    let rows = calibration.agreement.fits.iter().map(|fit| {
        vec![
            Cell::text(&*fit.what),
            Cell::text(fit.test),
            Cell::Number(libm::round(fit.statistic * 100.0) / 100.0),
            Cell::Number(fit.chance),
            Cell::text(fit.words()),
        ]
    });
    Table {
        id: "fit".to_owned(),
        rows: rows.collect(),
        columns: vec![
            Column::new("Law", Format::Plain, 38),
            Column::new("Test", Format::Plain, 36),
            Column::new("Statistic", Format::Plain, 12),
            Column::new("p-value", Format::Percent, 12),
            Column::new("In a word", Format::Plain, 12),
        ],
        totals: None,
    }
}

fn curve(id: &str, heading: &str, curve: &Curve) -> Table {
    let rows = curve
        .bands
        .iter()
        .map(|(band, observed, expected)| vec![Cell::text(&**band), Cell::Number(*observed), Cell::Number(*expected)]);
    Table {
        id: id.to_owned(),
        rows: rows.collect(),
        columns: vec![
            Column::new(heading, Format::Plain, 38),
            Column::new("Observed", Format::Count, 36),
            Column::new("Fitted", Format::Decimal, 12),
        ],
        totals: None,
    }
}

fn chart(table: &str, title: &str, categories: &str, kind: ChartKind) -> Chart {
    Chart {
        kind,
        title: title.to_owned(),
        alt: format!("{title}: observed and fitted numbers of deals"),
        table: table.to_owned(),
        categories: categories.to_owned(),
        series: vec![Series::column("Observed", 0), Series::column("Fitted", 1)],
        x_title: categories.to_owned(),
        y_title: "Deals".to_owned(),
        format: Format::Count,
    }
}
