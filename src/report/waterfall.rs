//! Steps that float between the heights they join, and the chart that shows them.

use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table};
use crate::say;

/// A step from one height to another, as the parts of a stacked bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// From the one height to the other.
    pub amount: f64,
    /// What is not drawn: from 0 to the nearer end.
    pub base: f64,
    /// The bar of a rise: its part above 0, and below.
    pub more: [f64; 2],
    /// The bar of a fall: its part above 0, and below.
    pub less: [f64; 2],
    /// The bar of the end.
    pub end: f64,
}

/// The steps from 0 over some changes, in their order, to where they lead.
pub fn waterfall(changes: Vec<(String, f64)>, end: String) -> Vec<Step> {
    let mut height = 0.0;
    let mut steps: Vec<Step> = changes
        .into_iter()
        .map(|(name, amount)| {
            let (low, high) = if amount < 0.0 { (height + amount, height) } else { (height, height + amount) };
            height += amount;
            let bar = [f64::max(high, 0.0) - f64::max(low, 0.0), f64::min(low, 0.0) - f64::min(high, 0.0)];
            let base = if low >= 0.0 { low } else { high.min(0.0) };
            let (more, less) = if amount < 0.0 { ([0.0; 2], bar) } else { (bar, [0.0; 2]) };
            Step { name, amount, base, more, less, end: 0.0 }
        })
        .collect();
    steps.push(Step { name: end, amount: height, base: 0.0, more: [0.0; 2], less: [0.0; 2], end: height });
    steps
}

/// The table behind a waterfall, in currency units.
pub fn table(id: String, steps: Vec<Step>) -> Table {
    let row = |step: Step| {
        let ([more, more_below], [less, less_below]) = (step.more, step.less);
        let parts = [step.amount, step.base, more, more_below, less, less_below, step.end];
        [Cell::text(step.name)].into_iter().chain(parts.map(Cell::Number)).collect()
    };
    let helper = |heading: String| Column::new(heading, Format::Money, 14).note(say!("A part of the chart's bar."));
    Table {
        id,
        rows: steps.into_iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Step"), Format::Plain, 28),
            Column::new(say!("Amount"), Format::MoneyChange, 14),
            Column::new(say!("Not drawn"), Format::Money, 14).note(say!("What the chart's bar stands on.")),
            helper(say!("More")),
            helper(say!("More, below zero")),
            helper(say!("Less")),
            helper(say!("Less, below zero")),
            helper(say!("End")),
        ],
        totals: None,
    }
}

/// Places in the palette of what takes away, and of where the steps lead: the lightest grey and the darkest.
const LESS: usize = 0;
const END: usize = 7;

/// The chart of a [`table`]; what adds has the colour of `programme`.
pub fn chart(title: String, alt: String, table: String, programme: usize, currency: &str) -> Chart {
    // The baseline's own colour is that of what takes away.
    let more = programme.max(1);
    let series = |heading: String, colour: usize| Series::column(heading, colour);
    Chart {
        kind: ChartKind::Waterfall,
        alt,
        title,
        table,
        categories: say!("Step"),
        series: vec![
            series(say!("Not drawn"), 0),
            series(say!("More"), more),
            series(say!("More, below zero"), more),
            series(say!("Less"), LESS),
            series(say!("Less, below zero"), LESS),
            series(say!("End"), END),
        ],
        x_title: String::new(),
        y_title: currency.to_owned(),
        format: Format::Money,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(amounts: &[f64]) -> Vec<Step> {
        waterfall(amounts.iter().map(|amount| (amount.to_string(), *amount)).collect(), "End".to_owned())
    }

    fn drawn(step: &Step) -> [f64; 6] {
        [step.base, step.more[0], step.more[1], step.less[0], step.less[1], step.end]
    }

    #[test]
    fn steps_float_between_the_heights_they_join() {
        // 60, 100, 70, -20: the last one crosses zero.
        let steps = steps(&[60.0, 40.0, -30.0, -90.0]);
        assert_eq!(steps.iter().map(|step| step.amount).collect::<Vec<_>>(), [60.0, 40.0, -30.0, -90.0, -20.0]);
        assert_eq!(drawn(&steps[0]), [0.0, 60.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[1]), [60.0, 40.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[2]), [70.0, 0.0, 0.0, 30.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[3]), [0.0, 0.0, 0.0, 70.0, -20.0, 0.0]);
        assert_eq!(drawn(&steps[4]), [0.0, 0.0, 0.0, 0.0, 0.0, -20.0]);
    }

    #[test]
    fn what_lies_below_zero_hangs_there() {
        // -20, -25, -5, 10.
        let steps = steps(&[-20.0, -5.0, 20.0, 15.0]);
        assert_eq!(drawn(&steps[1]), [-20.0, 0.0, 0.0, 0.0, -5.0, 0.0]);
        assert_eq!(drawn(&steps[2]), [-5.0, 0.0, -20.0, 0.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[3]), [0.0, 10.0, -5.0, 0.0, 0.0, 0.0]);
    }
}
