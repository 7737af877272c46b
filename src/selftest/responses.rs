//! How many rivals enter, and what an originator's effort is worth, where both can be written down.

use super::auctions::{chance_to_win, rent_ahead};
use super::{KnownAnswer, answer, count};
use crate::model::behaviour::respond;
use crate::model::pilot::Pilot;
use crate::programme::Programme;
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::units::{Money, Rate};

/// The vendor wins 40 % of deals of 90,000, their originator a quarter of them at a rent of 4,800.
const WINS: f64 = 0.4;
const LIST: f64 = 90_000.0;
const REWARDED: f64 = 0.25;
const RENT: f64 = 4_800.0;
const SPREAD: f64 = 0.12;

/// Works out entry and effort; nothing is played.
pub fn answers(_seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut programme = schema::defaults();
    programme.bidding.cost_spread = Rate::per_mille((SPREAD * 1_000.0) as i64);
    programme.behaviour.entry = true;
    let segments = programme.segments.len();
    let pilot = Pilot {
        registered_rent: RENT * 100.0,
        rewarded: REWARDED,
        rent: RENT * 100.0,
        win_rate: WINS,
        mean_list: vec![LIST * 100.0; segments],
        win_rates: vec![WINS; segments],
    };
    let mut answers = Vec::new();
    for bid in [1_500, 300] {
        programme.presales.rival = Money::from_units(bid);
        let rivals = respond(&programme, &pilot, &pilot, 0.0).rivals_mean.and_then(|rivals| rivals.first().copied());
        let known = (libm::sqrt(1.0 + 4.0 * WINS * LIST * SPREAD / bid as f64) - 1.0) / 2.0;
        let name = say!("bidders that enter where a bid costs {bid}", bid = count(bid));
        answers.push(answer("Behaviour", name, known, (rivals.map_or(f64::NAN, |rivals| rivals + 1.0), 0.0)));
    }
    // 0.25 x 0.25 x 4,800 / 1,500 = 0.2 of full effort, which gains 2 %.
    let gain = respond(&programme, &pilot, &pilot, 0.0).ask_gain;
    answers.push(answer("Behaviour", say!("factor of effort on the competing ask"), 1.004, (gain, 0.0)));
    answers.push(protected_effort(&programme, &pilot));
    // Ten times as much for it: nobody works more than fully.
    programme.behaviour.effort_theta *= 10.0;
    let gain = respond(&programme, &pilot, &pilot, 0.0).ask_gain;
    answers.push(answer("Behaviour", say!("factor of full effort on the competing ask"), 1.02, (gain, 0.0)));
    Ok(answers)
}

/// The originator's effort with a quotation against its effort without: what it may expect of three bidders, two thirds of
/// the spread ahead of the two others or one of three alike.
fn protected_effort(programme: &Programme, pilot: &Pilot) -> KnownAnswer {
    let (bidders, ahead) = (3.0, 2.0 / 3.0);
    let worked = |rewarded: f64, rent: f64| {
        let own = Pilot { rewarded, rent: rent * SPREAD * LIST * 100.0, ..pilot.clone() };
        respond(programme, pilot, &own, 0.0).ask_gain - 1.0
    };
    let open = worked(1.0 / bidders, 1.0 / (bidders + 1.0));
    let wins = chance_to_win(bidders, ahead);
    let protected = worked(wins, rent_ahead(bidders, ahead) / wins);
    let known = rent_ahead(bidders, ahead) * bidders * (bidders + 1.0);
    answer(
        "Behaviour",
        say!("effort of an originator two thirds of the spread ahead of two rivals, of that of three equals"),
        known,
        (protected / open, 0.0),
    )
}
