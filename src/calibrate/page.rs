//! `Calibration`: the estimates, how well the model's laws fit, and both as charts.

use crate::calibrate::fits::Curve;
use crate::calibrate::target::declared;
use crate::calibrate::{Calibration, RESAMPLES};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Table};
use crate::say;
use crate::schema::Kind;

/// The page.
pub fn page(calibration: &Calibration) -> Page {
    let agreement = &calibration.agreement;
    let mut blocks = vec![Block::Text(say!(
        "Maximum likelihood; standard errors and intervals from {number} resampled logs. Bidders, own costs and asks \
         rest on the deals without a grant, which no support and no withdrawal has changed.",
        number = RESAMPLES
    ))];
    blocks.push(Block::Table(estimates(calibration)));
    if !calibration.remarks.is_empty() {
        blocks.push(Block::Heading(say!("Remarks")));
        blocks.extend(calibration.remarks.iter().cloned().map(Block::Text));
    }
    blocks.push(Block::Heading(say!("Goodness of fit")));
    blocks.push(Block::Text(say!(
        "The chance of a larger statistic if the model's law holds; of twenty tests one is expected below 5 % by \
             luck. In large logs small misfits show that do no harm: look at the charts."
    )));
    blocks.push(Block::Table(fits(calibration)));
    blocks.push(Block::Heading(say!("Observed and fitted")));
    blocks.push(Block::Charts(vec![
        chart("sizes", say!("List values of deals"), say!("List value from"), ChartKind::Columns),
        chart("bidders", say!("Bidders of deals without a grant"), say!("Bidders"), ChartKind::Columns),
    ]));
    if !agreement.prices.bands.is_empty() {
        blocks.push(Block::Charts(vec![chart(
            "prices",
            say!("Deals without a grant: lost, or won at a price of list"),
            say!("Price from"),
            ChartKind::Columns,
        )]));
    }
    blocks.push(Block::Table(curve("sizes", say!("List value from"), &agreement.sizes)));
    blocks.push(Block::Table(curve("bidders", say!("Bidders"), &agreement.bidders)));
    if !agreement.prices.bands.is_empty() {
        blocks.push(Block::Table(curve("prices", say!("Price from"), &agreement.prices)));
    }
    Page {
        name: say!("Calibration"),
        title: say!("What the log says"),
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
            Column::new(say!("Target"), Format::Plain, 38),
            Column::new(say!("What"), Format::Plain, 36),
            Column::new(say!("Estimate"), Format::Plain, 12),
            Column::new(say!("Standard error"), Format::Plain, 12),
            Column::new(say!("Low"), Format::Plain, 12).note(say!("5th percentile over resampled logs.")),
            Column::new(say!("High"), Format::Plain, 12).note(say!("95th percentile over resampled logs.")),
            Column::new(say!("Base"), Format::Plain, 12).note(say!("The value that the estimate replaces.")),
            Column::new(say!("Opportunities"), Format::Count, 15).note(say!("From how many opportunities.")),
        ],
        totals: None,
    }
}

fn fits(calibration: &Calibration) -> Table {
    let rows = calibration.agreement.fits.iter().map(|fit| {
        vec![
            Cell::text(&*fit.what),
            Cell::text(&*fit.test),
            Cell::Number(libm::round(fit.statistic * 100.0) / 100.0),
            Cell::Number(fit.chance),
            Cell::text(fit.words()),
        ]
    });
    Table {
        id: "fit".to_owned(),
        rows: rows.collect(),
        columns: vec![
            Column::new(say!("Law"), Format::Plain, 38),
            Column::new(say!("Test"), Format::Plain, 36),
            Column::new(say!("Statistic"), Format::Plain, 12),
            Column::new(say!("p-value"), Format::Percent, 12),
            Column::new(say!("In a word"), Format::Plain, 12),
        ],
        totals: None,
    }
}

fn curve(id: &str, heading: String, curve: &Curve) -> Table {
    let rows = curve
        .bands
        .iter()
        .map(|(band, observed, expected)| vec![Cell::text(&**band), Cell::Number(*observed), Cell::Number(*expected)]);
    Table {
        id: id.to_owned(),
        rows: rows.collect(),
        columns: vec![
            Column::new(heading, Format::Plain, 38),
            Column::new(say!("Observed"), Format::Count, 36),
            Column::new(say!("Fitted"), Format::Decimal, 12),
        ],
        totals: None,
    }
}

fn chart(table: &str, title: String, categories: String, kind: ChartKind) -> Chart {
    Chart {
        kind,
        alt: say!("{title}: observed and fitted numbers of deals", title),
        title,
        table: table.to_owned(),
        categories: categories.clone(),
        series: vec![Series::column(say!("Observed"), 0), Series::column(say!("Fitted"), 1)],
        x_title: categories,
        y_title: say!("Deals"),
        format: Format::Count,
    }
}
