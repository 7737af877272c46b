//! All inputs at once: rank correlations, contributions, Sobol indices, and the assumption ledger.

use super::values::titles;
use crate::quantile::normal;
use crate::report::words::{capitalised, clauses, list, percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table, Total};
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
use crate::stats::interval::Estimate;
use crate::study::ledger::{Rests, ledger};
use crate::study::{Decision, Effect, Sensitivity};

const FIRST: Text = text("First order", "Premier ordre");
const FIRST_ERROR: Text = text("First order, 95 % ±", "Premier ordre, ± à 95\u{a0}%");
const TOTAL: Text = text("Total", "Total");
const TOTAL_ERROR: Text = text("Total, 95 % ±", "Total, ± à 95\u{a0}%");
/// Inputs that a line of the ledger names.
const NAMED: usize = 3;
/// Bars of a chart, beside that of luck.
const MOST: usize = 12;

fn half_width(estimate: Estimate) -> f64 {
    normal(0.975) * estimate.se
}

/// What each input has to do with the difference, the largest share first; luck in the last row.
pub fn table(found: &Sensitivity, decision: &Decision, id: String, charted: bool) -> Table {
    let names = titles(found);
    let with_indices = decision.luck.is_some();
    let index = |first: Estimate, total: Estimate| {
        [first.value, half_width(first), total.value, half_width(total)].map(Cell::Number)
    };
    let most = if charted { MOST } else { usize::MAX };
    let mut rows: Vec<Vec<Cell>> = decision
        .by_share()
        .into_iter()
        .take(most)
        .map(|at| {
            let effect = &decision.effects[at];
            let mut row = vec![Cell::text(&*names[at])];
            row.extend(effect.index.into_iter().flat_map(|found| index(found.first, found.total)));
            let ranked = effect.contribution;
            row.extend([ranked.rank_correlation, ranked.se, ranked.share].map(Cell::Number));
            row.push(ranked.partial.map_or(Cell::Empty, |partial| Cell::Number(partial.correlation)));
            row
        })
        .collect();
    rows.extend(decision.luck.map(|luck| {
        let mut row = vec![Cell::text(say!("Luck"))];
        row.extend(index(luck.first, luck.total));
        row.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
        row
    }));
    let share = |heading: Text, note: String| Column::new(heading, Format::Percent, 11).note(note);
    let rank = |heading: String, note: String| Column::new(heading, Format::Hundredths, 12).note(note);
    let mut columns = vec![Column::new(say!("Input"), Format::Plain, 34)];
    if with_indices {
        columns.extend([
            share(
                FIRST,
                say!("Sobol index: the share of the variance that would be gone, on average, if this were known."),
            ),
            share(FIRST_ERROR, say!("Half of the 95 % confidence interval of the index before it.")),
            share(
                TOTAL,
                say!(
                    "Sobol index: the share that would be left, on average, if all but this were known; more than the \
                     first order where it acts together with others."
                ),
            ),
            share(TOTAL_ERROR, say!("Half of the 95 % confidence interval of the index before it.")),
        ]);
    }
    columns.extend([
        rank(
            say!("Rank correlation"),
            say!("Spearman's, of the input's value with the difference in the same future, luck included."),
        ),
        rank(say!("Standard error"), say!("Of the rank correlation.")),
        Column::new(say!("Contribution"), Format::Percent, 12).note(say!(
            "Squared rank correlation as a share of the sum over all inputs, with the sign of the correlation."
        )),
        rank(say!("Partial rank correlation"), say!("The same correlation while all other inputs are held.")),
    ]);
    Table { id, columns, rows, totals: None }
}

/// Whether the chart needs a table of its own, with the largest shares only.
pub fn is_long(found: &Sensitivity) -> bool {
    found.factors.len() > MOST
}

/// What has most to do with the variance: an input, or luck where its part is known.
fn largest(decision: &Decision, names: &[String]) -> String {
    let name = &decision.name;
    let charted = |effect: &Effect| effect.index.map_or(effect.contribution.share.abs(), |index| index.total.value);
    let input = decision.by_share().first().map(|at| (&names[*at], charted(&decision.effects[*at])));
    let luck = decision.luck.map(|luck| luck.total.value);
    match (input, luck) {
        (input, Some(luck)) if luck > input.map_or(0.0, |(_, share)| share) => {
            say!("{name}: luck takes part in {share} of the variance of the difference", name, share = of_all(luck))
        }
        (Some((input, share)), Some(_)) if share > 0.0 => say!(
            "{name}: {input} takes part in {share} of the variance of the difference",
            name,
            input,
            share = of_all(share)
        ),
        (Some((input, share)), None) if share > 0.0 => say!(
            "{name}: {input} makes {share} of what all inputs contribute to the variance of the difference",
            name,
            input,
            share = of_all(share)
        ),
        _ => say!("{name}: no input moves the difference", name),
    }
}

/// An estimated share in percent; it may come out above the whole.
fn of_all(share: f64) -> String {
    percent(share.min(1.0))
}

/// First-order and total indices, or contributions where there are none.
pub fn chart(found: &Sensitivity, decision: &Decision, table: &Table) -> Chart {
    let with_indices = decision.luck.is_some();
    let title = largest(decision, &titles(found));
    let bar = |heading: Text, error: Text, colour| Series {
        name: heading.said().to_lowercase(),
        values: heading.into(),
        colour,
        error_bars: Some((error.into(), error.into())),
    };
    Chart {
        kind: ChartKind::Bars,
        alt: say!("{title}. Bars by input, the largest on top.", title),
        title,
        table: table.id.clone(),
        categories: say!("Input"),
        series: match with_indices {
            true => vec![bar(FIRST, FIRST_ERROR, 1), bar(TOTAL, TOTAL_ERROR, 2)],
            false => vec![Series::column(say!("Contribution"), 1)],
        },
        x_title: String::new(),
        y_title: if with_indices { say!("share of the variance") } else { say!("share of what inputs contribute") },
        format: Format::WholePercent,
    }
}

/// What the ledger's parts are called.
fn called(rests: Rests, has_indices: bool) -> String {
    match rests {
        Rests::On(Some(basis)) => say!("inputs marked {basis}", basis = basis.label().said()),
        Rests::On(None) => say!("inputs without a basis"),
        Rests::Luck => say!("luck"),
        Rests::Together if has_indices => say!("what acts together"),
        Rests::Together => say!("luck and what acts together"),
    }
}

/// The assumption ledger.
pub fn ledger_table(found: &Sensitivity, decision: &Decision, id: String) -> Table {
    let has_indices = decision.luck.is_some();
    let rows = ledger(decision, &found.factors).into_iter().map(|line| {
        let inputs = if line.inputs.is_empty() { Cell::Empty } else { Cell::Number(line.inputs.len() as f64) };
        vec![Cell::text(capitalised(&called(line.rests, has_indices))), Cell::Number(line.share), inputs]
    });
    Table {
        id,
        columns: vec![
            Column::new(say!("The variance rests on"), Format::Plain, 34),
            Column::new(say!("Share"), Format::Percent, 10),
            Column::new(say!("Inputs"), Format::Count, 8),
        ],
        rows: rows.collect(),
        totals: Some(vec![Total::Label(say!("Total")), Total::Sum, Total::Empty]),
    }
}

/// The ledger in a sentence, with the largest inputs of each line.
pub fn ledger_words(found: &Sensitivity, decision: &Decision) -> String {
    let names = titles(found);
    let has_indices = decision.luck.is_some();
    let lines = ledger(decision, &found.factors);
    let said: Vec<String> = lines
        .iter()
        .filter(|line| line.share >= 0.005)
        .map(|line| {
            let largest: Vec<&str> = line.inputs.iter().take(NAMED).map(|at| names[*at].as_str()).collect();
            let inputs = match largest.len() {
                0 => String::new(),
                _ if line.inputs.len() > NAMED => say!(" (most of all {names})", names = list(&largest)),
                _ => format!(" ({})", list(&largest)),
            };
            say!(
                "{share} rests on {what}{inputs}",
                share = percent(line.share),
                what = called(line.rests, has_indices),
                inputs
            )
        })
        .collect();
    if said.is_empty() {
        return say!("The difference never varies.");
    }
    say!("Of the variance of the difference, {shares}.", shares = clauses(&said))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::rank::Contribution;
    use crate::stats::sobol::Index;
    use crate::study::Flip;

    /// A decision of inputs with these contributions, and these totals where luck has one.
    fn decision(inputs: &[(f64, f64)], luck: Option<f64>) -> Decision {
        let exact = |value: f64| Estimate { value, se: 0.0 };
        let index = |total: f64| Index { first: exact(total), total: exact(total) };
        let effect = |&(share, total): &(f64, f64)| Effect {
            spider: [exact(0.0); 5],
            flip: Flip::Never { from: 0.0, to: 1.0 },
            contribution: Contribution { rank_correlation: 0.0, se: 0.0, share, partial: None },
            index: luck.map(|_| index(total)),
        };
        Decision {
            name: "Open".to_owned(),
            entered: exact(1.0),
            effects: inputs.iter().map(effect).collect(),
            explained: 0.5,
            luck: luck.map(index),
        }
    }

    #[test]
    fn the_chart_of_shares_is_headed_by_the_largest() {
        let names = ["Price", "Wait"].map(str::to_owned);
        let said = |inputs: &[(f64, f64)], luck| largest(&decision(inputs, luck), &names);
        let contributions = [(0.3, 0.9), (-0.7, 0.2)];
        assert_eq!(
            said(&contributions, None),
            "Open: Wait makes 70.0 % of what all inputs contribute to the variance of the difference"
        );
        let by_input = "Open: Price takes part in 90.0 % of the variance of the difference";
        assert_eq!(said(&contributions, Some(0.4)), by_input);
        // Estimates of totals may come out above the whole.
        let by_luck = "Open: luck takes part in 100.0 % of the variance of the difference";
        assert_eq!(said(&contributions, Some(1.02)), by_luck);
        assert_eq!(said(&[(0.0, 0.0); 2], Some(0.0)), "Open: no input moves the difference");
        assert_eq!(said(&[(0.0, 0.0); 2], None), "Open: no input moves the difference");
    }
}
