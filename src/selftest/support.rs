//! What support brings: the deals that it wins, against those that would have been won without it.

use super::deals::{DISCOUNT, LIST, SUPPORT, UNIT_COST, alone_against_the_ask, rate, won_alone};
use super::{KnownAnswer, answer, by_trial, ratio};
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::Regime;
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::run::run;

/// Plays one bidder against a competing ask, without support and with it.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let without = alone_against_the_ask();
    let mut with = without.clone();
    with.registration.regime = Regime::Restricted;
    with.quotation.support = rate(SUPPORT);
    let run = run(&Plans::new(&without, &[&with]), seed, trials, &|_| {})?;
    let [before, after] = [0, 1].map(|programme| by_trial(&run, programme, Field::GrossProfit));
    let more: Vec<f64> = before.iter().zip(&after).map(|(before, after)| after - before).collect();
    let deals = by_trial(&run, 0, Field::Opportunities);
    let lists: Vec<f64> = deals.iter().map(|deals| deals * LIST * 100.0).collect();
    // Margin and support of list: elsewhere they are shares of the net price.
    let margin = 1.0 - DISCOUNT - UNIT_COST;
    let known = won_alone(SUPPORT) * (margin - SUPPORT) - won_alone(0.0) * margin;
    Ok(vec![answer(
        "Support",
        say!("what support brings the vendor that also goes to deals won anyway, W1 (g - x) - W0 g, of list"),
        known,
        ratio(&more, &lists),
    )])
}
