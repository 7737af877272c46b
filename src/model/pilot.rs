//! What a programme lets partners expect: rents and chances over a fixed set of opportunities (docs/model.md,
//! "Behaviour").
//!
//! The set is the same for every programme, trial and seed, and it is spread evenly rather than drawn, so that no luck
//! is left in what partners expect. Whether a deal is eligible, registered, granted and in time is not drawn at all: each
//! deal is played with and without its quotation, and the two are weighted with the chance.

mod deal;
mod lattice;

use self::deal::Deal;
use self::lattice::COUNT;
use crate::model::market::Market;
use crate::model::population::Member;
use crate::model::registration::Registration;
use crate::model::treatment::{Support, Treatment};
use crate::programme::{Programme, Regime};
use crate::units::Rate;

/// What partners of a programme expect of an opportunity.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pilot {
    /// Mean rent in cents of an originator whose opportunity is registered and granted, 0 where it does not win; 0
    /// under the regime `none`.
    pub registered_rent: f64,
    /// Chance that the originator is the one rewarded: that it wins the deal.
    pub rewarded: f64,
    /// Mean rent in cents of an originator that wins.
    pub rent: f64,
    /// Share of opportunities that any of the vendor's partners wins.
    pub win_rate: f64,
    /// Mean list value in cents, by row of `Segments`; 0 for a segment without opportunities.
    pub mean_list: Vec<f64>,
    /// `win_rate` by row of `Segments`; 0 for a segment without opportunities.
    pub win_rates: Vec<f64>,
}

/// Plays the set under a programme that is valid, with the levels its `members` start at; `entered_propensity` is the
/// baseline's. Nobody waits at the desk, and a support budget is not felt.
pub fn pilot(programme: &Programme, members: &[Member], entered_propensity: Rate) -> Pilot {
    let market = Market::new(programme, members, entered_propensity, (0, 1.0));
    let rules = Registration::new(programme);
    let support = Support::new(programme);
    let granted = support.granted(rules.regime, programme.desk.ask_factor(0.0));
    let in_time = support.in_time(0.0).probability();
    let protected = in_time + (1.0 - in_time) * support.extension.probability();
    let granted_of_eligible =
        rules.propensity.probability() * (1.0 - rules.conflict.probability()) * rules.approval.probability();

    let mut pilot = Pilot {
        mean_list: vec![0.0; programme.segments.len()],
        win_rates: vec![0.0; programme.segments.len()],
        ..Pilot::default()
    };
    let mut deals = vec![0.0; programme.segments.len()];
    for i in 0..COUNT {
        let deal = Deal::new(i, &market, members);
        let without = deal.end(&market, &Treatment::NONE);
        let registered = deal.end(&market, &granted).or(protected, deal.end(&market, &granted.lapsed()));
        let end = registered.or(deal.eligible(&market, &rules) * granted_of_eligible, without);
        if rules.regime != Regime::None {
            pilot.registered_rent += registered.rent;
        }
        pilot.rewarded += end.rewarded;
        pilot.rent += end.rent;
        pilot.win_rate += end.won;
        let row = market.segments[deal.segment].row;
        deals[row] += 1.0;
        pilot.mean_list[row] += deal.list.minor() as f64;
        pilot.win_rates[row] += end.won;
    }
    if pilot.rewarded > 0.0 {
        pilot.rent /= pilot.rewarded;
    }
    for mean in [&mut pilot.registered_rent, &mut pilot.rewarded, &mut pilot.win_rate] {
        *mean /= f64::from(COUNT);
    }
    for (row, deals) in deals.into_iter().enumerate().filter(|(_, deals)| *deals > 0.0) {
        pilot.mean_list[row] /= deals;
        pilot.win_rates[row] /= deals;
    }
    pilot
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::population::population;
    use crate::schema;
    use crate::units::Money;

    fn play(programme: &Programme) -> Pilot {
        pilot(programme, &population(programme), Rate::ONE)
    }

    /// One segment of deals of 50,000 at a discount of 20 %, needs up to 12 %, 8 % of support granted to everyone and
    /// at once, nobody staying out, no competing ask below list.
    fn plain(rivals_mean: f64) -> Programme {
        let mut programme = schema::defaults();
        programme.levels.iter_mut().for_each(|level| level.base_discount = Rate::per_mille(200));
        programme.segments.truncate(1);
        let segment = &mut programme.segments[0];
        (segment.share, segment.deal_median, segment.deal_sigma) = (Rate::ONE, Money::from_units(50_000), 0.0);
        (segment.rivals_mean, segment.loyalty) = (rivals_mean, Rate::ZERO);
        (segment.rival_price_mean, segment.rival_price_sd) = (Rate::per_mille(2_000), Rate::ZERO);
        programme.registration.regime = Regime::Restricted;
        programme.registration.installed_base = true;
        programme.registration.propensity = Rate::ONE;
        programme.registration.conflict_rate = Rate::ZERO;
        programme.registration.approval_rate = Rate::ONE;
        programme.quotation.support = Rate::per_mille(80);
        programme.quotation.extension_rate = Rate::ONE;
        programme.bidding.cost_spread = Rate::per_mille(120);
        programme.bidding.drop_out = Rate::ZERO;
        programme
    }

    #[test]
    fn a_single_bidder_keeps_discount_and_support_less_its_need() {
        // 20 % + 8 % - 6 % on average, of 50,000: 11,000.
        let alone = play(&plain(0.0));
        assert!((alone.registered_rent - 1_100_000.0).abs() < 1.0, "{alone:?}");
        assert_eq!((alone.rewarded, alone.win_rate, alone.mean_list[0]), (1.0, 1.0, 5_000_000.0));
        assert!((alone.rent - alone.registered_rent).abs() < 1e-6);
    }

    #[test]
    fn a_supported_originator_wins_as_the_closed_form_says() {
        // Poisson(400) is always more than 7 rivals: n = 8, d = 8/12. P = d + (1 - d^8)/8 = 0.78679; unconditional
        // rent = w (1/72 + d/8 + d^2/2 - d^9/72) = 12 % x 0.319083 of 50,000 = 1,914.50.
        let crowd = play(&plain(400.0));
        assert!((crowd.rewarded - 0.78679).abs() < 0.01, "{crowd:?}");
        assert!((crowd.registered_rent / 191_450.0 - 1.0).abs() < 0.02, "{crowd:?}");
        assert_eq!(crowd.win_rate, 1.0);
    }

    #[test]
    fn without_grants_every_rule_gives_the_same_deals() {
        let of = |change: fn(&mut Programme)| {
            let mut programme = schema::defaults();
            change(&mut programme);
            let pilot = play(&programme);
            (pilot.rewarded, pilot.rent, pilot.win_rate, pilot.win_rates)
        };
        let none = of(|p| p.registration.regime = Regime::None);
        assert_eq!(of(|p| p.registration.approval_rate = Rate::ZERO), none);
        assert_eq!(of(|p| p.registration.propensity = Rate::ZERO), none);
        let mut programme = schema::defaults();
        programme.registration.regime = Regime::None;
        assert_eq!(play(&programme).registered_rent, 0.0);
    }

    #[test]
    fn chances_are_weighted_and_not_drawn() {
        // A lone bidder always wins: half of its deals, granted with 40 %, give 8 % more of 50,000, a third of them
        // in vain. Without support it earns 14 %, 7,000: 7,000 + 0.5 x 0.4 x 2/3 x 4,000 = 7,533.33.
        let mut programme = plain(0.0);
        programme.registration.propensity = Rate::per_mille(500);
        programme.registration.approval_rate = Rate::per_mille(400);
        programme.quotation.extension_rate = Rate::ZERO;
        programme.quotation.protection_days = 75.0 * libm::log(3.0);
        programme.quotation.cycle_days = 75.0;
        let pilot = play(&programme);
        assert!((pilot.rent - 753_333.33).abs() < 1.0, "{pilot:?}");
        // A registered and granted one: 7,000 + 2/3 x 4,000.
        assert!((pilot.registered_rent - 966_666.67).abs() < 1.0, "{pilot:?}");
    }

    #[test]
    fn segments_have_their_own_means_whatever_the_order_of_rows() {
        let mut programme = schema::defaults();
        let pilot = play(&programme);
        for (segment, mean) in programme.segments.iter().zip(&pilot.mean_list) {
            let sigma = segment.deal_sigma;
            let known = segment.deal_median.minor() as f64 * libm::exp(sigma * sigma / 2.0);
            // Some 500 values stand for the smallest segment, and a log-normal's mean hangs on its largest few.
            assert!((mean / known - 1.0).abs() < 0.05, "{}: {mean} for {known}", segment.name);
        }
        programme.segments.reverse();
        let mut reversed = play(&programme);
        reversed.mean_list.reverse();
        reversed.win_rates.reverse();
        assert_eq!(reversed, pilot);
    }
}
