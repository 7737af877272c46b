//! When savings and cash arrive, by fiscal year.

use super::told_together;
use crate::language::number;
use crate::measures::measure;
use crate::report::Story;
use crate::report::words::{clauses, fiscal_years, money, money_change};
use crate::say;
use crate::summary::{ProgrammeSummary, sum};

/// By fiscal year: savings, then cash.
pub fn by_year(story: &Story<'_>) -> Vec<String> {
    let currency = &story.inputs.programme.settings.currency;
    let mut answers = told_together(story, |programme, _| savings(story, programme, currency));
    answers.extend(told_together(story, |programme, _| cash(story, programme, currency)));
    if answers.is_empty() {
        answers.push(say!("No programme has savings, pay-per-use contracts or longer payment terms."));
    }
    answers
}

/// A measure at the end of each year: of the year, or as it stands then.
fn yearly(story: &Story<'_>, programme: &ProgrammeSummary, id: &str, so_far: bool) -> Vec<f64> {
    let Some((_, measure)) = measure(id) else { return Vec::new() };
    let years = programme.years(story.summary);
    let from = |year: usize| if so_far { 0 } else { year };
    (0..years.len()).map(|year| (measure.read)(&sum(years[from(year)..=year].iter()))).collect()
}

fn savings(story: &Story<'_>, programme: &ProgrammeSummary, currency: &str) -> Option<String> {
    if programme.measure("savings_gross").mean == 0.0 && programme.measure("savings_one_off").mean == 0.0 {
        return None;
    }
    let of = |id: &str, so_far: bool| yearly(story, programme, id, so_far);
    let (gross, net, once) = (of("savings_gross", false), of("savings_net", false), of("savings_one_off", false));
    let (total, exit) = (of("savings_cumulative", true), of("savings_exit_run_rate", true));
    let years = fiscal_years(story.plans.months).into_iter().enumerate().map(|(at, name)| {
        say!(
            "{name} gross {gross}, net {net}, one-off {once}, since the start {total}, running at {exit} a year",
            name,
            gross = money(gross[at], currency),
            net = money(net[at], currency),
            once = money(once[at], currency),
            total = money_change(total[at], currency),
            exit = money(exit[at], currency)
        )
    });
    let payback = match programme.measure("savings_payback_month").mean {
        0.0 => say!("not paid back in the horizon"),
        month => say!("paid back in month {month}", month = number::fixed(month, 0)),
    };
    Some(say!("savings: {years}; {payback}", years = clauses(&years.collect::<Vec<_>>()), payback))
}

fn cash(story: &Story<'_>, programme: &ProgrammeSummary, currency: &str) -> Option<String> {
    let mut told = Vec::new();
    if programme.measure("contracts_signed").mean > 0.0 && !programme.differences.is_empty() {
        let baseline = super::money::baseline_of(story, programme);
        let own = yearly(story, programme, "vendor_net_revenue", false);
        let before = yearly(story, baseline, "vendor_net_revenue", false);
        let gaps = fiscal_years(story.plans.months).into_iter().zip(own.iter().zip(&before));
        let gaps: Vec<String> =
            gaps.map(|(name, (own, before))| format!("{name} {}", money_change(own - before, currency))).collect();
        told.push(say!("vendor revenue as it is recognised, against the baseline: {gaps}", gaps = gaps.join(", ")));
    }
    let receivables = programme.measure("vendor_receivables").mean;
    if receivables != 0.0 {
        told.push(say!(
            "longer terms leave {receivables} of cash with partners, once",
            receivables = money(receivables, currency)
        ));
    }
    (!told.is_empty()).then(|| clauses(&told))
}
