//! What a policy costs, and who pays it.

use super::{Played, for_each};
use crate::language::number;
use crate::report::Story;
use crate::report::headline::mean;
use crate::report::words::{
    capitalised, futures, money_change, money_change_and_range, money_change_mean, percent, points, reading,
    reading_word,
};
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
use crate::summary::ProgrammeSummary;

/// Costs of the vendor, by measure, with their names in a sentence.
const COSTS: [(Text, &str); 5] = [
    (
        text("support on quotations (already in the gross profit)", "soutien sur cotations (déjà dans la marge brute)"),
        "vendor_support_cost",
    ),
    (text("back-end", "remises arrière"), "vendor_rebate_cost"),
    (text("payment terms and financing", "délais de paiement et financement"), "vendor_finance_cost"),
    (text("tickets", "tickets"), "vendor_service_cost"),
    (text("the quotation desk", "cellule de cotation"), "desk_cost"),
];

/// The rest of the programme's cost.
const KICKBACKS: Text = text("kick-backs and training", "rétrocessions et formation");

/// A cost whose change is a smaller part of the largest change is not worth a word.
const NEGLIGIBLE: f64 = 0.001;

/// What it costs, and the net effect.
pub fn cost(story: &Story<'_>) -> Vec<String> {
    for_each(story, |played| {
        let currency = &story.inputs.programme.settings.currency;
        let (label, costs) = (played.label(), costs(played.first, currency));
        let mut text = say!("{label}: {costs}; {effects}.", label, costs, effects = effects(played.first, currency));
        let savings = mean(played.first, "savings_net");
        let once = mean(played.first, "savings_one_off");
        if savings != 0.0 || once != 0.0 {
            let savings = money_change(savings, currency);
            text += &say!(" Savings outside the contribution: {savings} net of what is spent again", savings);
            if once != 0.0 {
                text += &say!(", one-off cost {once}", once = money_change(once, currency));
            }
            text.push('.');
        }
        if let Some(behavioural) = played.behavioural {
            text += &say!(
                " {reading}: {text}.",
                reading = capitalised(reading(behavioural.reading)),
                text = effects(behavioural, currency)
            );
        }
        text
    })
}

fn costs(programme: &ProgrammeSummary, currency: &str) -> String {
    let rest = mean(programme, "vendor_programme_cost") - mean(programme, "vendor_rebate_cost");
    let changes = COSTS.iter().map(|(name, id)| (*name, mean(programme, id))).chain([(KICKBACKS, rest)]);
    let changes: Vec<(Text, f64)> = changes.collect();
    let largest = changes.iter().map(|(_, change)| change.abs()).fold(0.0, f64::max);
    let told: Vec<String> = changes
        .into_iter()
        .filter(|(_, change)| change.abs() >= (NEGLIGIBLE * largest).max(0.5))
        .map(|(name, change)| format!("{} {}", name.said(), money_change(change, currency)))
        .collect();
    match told.is_empty() {
        true => say!("what the vendor pays does not change"),
        false => say!("what the vendor pays changes: {changes}", changes = told.join(", ")),
    }
}

fn effects(programme: &ProgrammeSummary, currency: &str) -> String {
    let effect = |name: &str, id: &str| {
        let Some(difference) = programme.difference(id) else { return String::new() };
        if difference.statistics.mean == 0.0 && difference.statistics.sd == 0.0 {
            return say!("{name} unchanged", name);
        }
        let (change, range) = money_change_and_range(&difference.statistics, currency);
        say!(
            "{name} {change} (90 % range {range}; better {futures})",
            name,
            change,
            range,
            futures = futures(difference.probability_better)
        )
    };
    format!(
        "{}, {}",
        effect(&say!("gross profit"), "vendor_gross_profit"),
        effect(&say!("contribution"), "vendor_contribution")
    )
}

/// Whether the margin stays with partners.
pub fn passed_on(story: &Story<'_>) -> Vec<String> {
    for_each(story, |played| {
        let currency = &story.inputs.programme.settings.currency;
        let told: Vec<(&str, String)> = played
            .readings()
            .map(|programme| (reading_word(programme.reading), margins(story, programme, currency)))
            .collect();
        say!("{verdict}; {readings}", verdict = verdict(played), readings = super::readings_in_words(&told))
    })
}

/// What becomes of margins and prices.
fn margins(story: &Story<'_>, programme: &ProgrammeSummary, currency: &str) -> String {
    let change = |id: &str| match programme.difference(id) {
        Some(difference) => money_change_mean(&difference.statistics, currency),
        None => money_change(0.0, currency),
    };
    let mut text = say!(
        "front margin {front}, net margin {net} ({rate} of customer spend), customers pay {spend}",
        front = change("partner_front_margin"),
        net = change("partner_net_margin"),
        rate = points(mean(programme, "partner_margin_rate")),
        spend = change("customer_spend")
    );
    let index = |programme: &ProgrammeSummary| number::fixed(programme.measure("customer_price_index").mean, 1);
    let (before, after) = (index(baseline_of(story, programme)), index(programme));
    if before != after {
        text += &say!("; prices of won deals go from {before} to {after} (no quotation = 100)", before, after);
    }
    if mean(programme, "vendor_support_cost").abs() >= 0.5 && programme.measure("vendor_deadweight").mean > 0.0 {
        text += &passed(programme.measure("pass_through").mean);
    }
    text
}

/// The share of support that customers get, in words; less than nothing where support makes their prices rise.
fn passed(share: f64) -> String {
    match share < 0.0 {
        true => say!(
            "; where deals are won anyway customers get nothing of the support, and pay {share} of it more on top",
            share = percent(-share)
        ),
        false => {
            say!(
                "; where deals are won anyway customers get {share} of the support as a lower price",
                share = percent(share)
            )
        }
    }
}

fn verdict(played: &Played<'_>) -> String {
    let rate = mean(played.first, "partner_margin_rate");
    let (name, margin) = (played.first.shown(), mean(played.first, "partner_net_margin"));
    let text = match (margin > 0.0, rate > 0.0) {
        (true, true) => say!("partners' net margin rises, and its rate with it"),
        (true, false) => say!("partners' net margin rises with the volume, not its rate"),
        (false, true) => say!("partners' net margin does not rise, though its rate does"),
        (false, false) => say!("partners' net margin does not rise"),
    };
    say!("{name}: {text}", name, text)
}

/// The baseline in the reading of a programme.
pub fn baseline_of<'a>(story: &'a Story<'_>, programme: &ProgrammeSummary) -> &'a ProgrammeSummary {
    match &story.summary.behavioural {
        Some(programmes) if programmes[0].reading == programme.reading => &programmes[0],
        _ => &story.summary.programmes[0],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn support_may_make_prices_rise() {
        assert!(passed(0.4).ends_with("customers get 40.0 % of the support as a lower price"));
        assert!(passed(-0.143).ends_with("customers get nothing of the support, and pay 14.3 % of it more on top"));
    }
}
