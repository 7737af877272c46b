//! What a programme lets partners expect: rents and chances over a fixed set of opportunities (docs/model.md,
//! "Behaviour").
//!
//! The set is the same for every programme, trial and seed, and it is spread evenly rather than drawn, so that no luck
//! is left in what partners expect. Whether a deal is eligible, registered, granted and in time is not drawn at all: each
//! deal is played with and without its quotation, and the two are weighted with the chance.

mod lattice;

use self::lattice::{ACCOUNT, ASK, COUNT, HALF_CELL, NEED, ORIGINATOR, RIVAL, RIVALS, SEGMENT_AND_VALUE, mark, middle};
use crate::model::auction::{BIDDERS, auction};
use crate::model::market::{Market, list_value};
use crate::model::population::Member;
use crate::model::registration::{Candidate, Registration};
use crate::model::treatment::{Support, Treatment};
use crate::programme::{Programme, Regime};
use crate::quantile;
use crate::units::{Money, Rate, Spread};

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

/// What is left of a draw, as a uniform, once it has found a segment.
fn left(market: &Market, segment: usize, drawn: u32) -> f64 {
    let before = if segment == 0 { 0.0 } else { market.segments[segment - 1].up_to };
    let end = if segment + 1 == market.segments.len() { 1.0 } else { market.segments[segment].up_to };
    let at = (middle(drawn) - before) / (end - before);
    // A draw may lie on the very edge of a segment.
    at.clamp(HALF_CELL, 1.0 - HALF_CELL)
}

/// An opportunity of the set in a market.
struct Deal {
    /// Segment, in the market's order.
    segment: usize,
    list: Money,
    new_account: bool,
    /// The competing ask with loyalty, of list.
    ask: f64,
    bidders: [Bidder; BIDDERS],
    count: usize,
}

/// One who may bid.
#[derive(Debug, Clone, Copy, Default)]
struct Bidder {
    level: usize,
    need: Money,
    /// The draw behind staying out of a protected deal; not used for the originator.
    drop_out: u32,
}

/// How a deal ends for the vendor's partners, on average in cents and shares.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    /// Rent of the originator, 0 where it does not win.
    rent: f64,
    /// Whether the originator wins.
    rewarded: f64,
    /// Whether anyone wins.
    won: f64,
}

impl End {
    /// The mean of this end with a chance and of another one without it.
    fn or(self, chance: f64, other: End) -> End {
        let mean = |this: f64, other: f64| chance * this + (1.0 - chance) * other;
        End {
            rent: mean(self.rent, other.rent),
            rewarded: mean(self.rewarded, other.rewarded),
            won: mean(self.won, other.won),
        }
    }
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

impl Deal {
    fn new(i: u32, market: &Market, members: &[Member]) -> Deal {
        let drawn = mark(i, SEGMENT_AND_VALUE);
        let at = market.segment(drawn);
        let segment = &market.segments[at];
        let list = list_value(libm::exp(segment.log_list(quantile::normal(left(market, at, drawn)))));
        let new_account = segment.new_account.hits(mark(i, ACCOUNT));
        let loyalty = if new_account { 1.0 } else { segment.loyalty };
        let most_rivals = market.pool.drawable().saturating_sub(1).min(BIDDERS - 1);
        let count = 1 + segment.rival_count(mark(i, RIVALS)).min(most_rivals);
        let needs = Spread::new(list, market.cost_spread);
        let mut bidders = [Bidder::default(); BIDDERS];
        let mut taken = [0; BIDDERS];
        for (slot, bidder) in bidders.iter_mut().enumerate().take(count) {
            let (need, drop_out, name) = match slot {
                0 => (NEED, NEED, ORIGINATOR),
                _ => (RIVAL + 3 * slot - 3, RIVAL + 3 * slot - 2, RIVAL + 3 * slot - 1),
            };
            let partner = market.pool.pick(mark(i, name), &taken[..slot]);
            taken[slot] = partner;
            taken[..=slot].sort_unstable();
            *bidder = Bidder {
                level: members[partner as usize].level,
                need: needs.share(mark(i, need)),
                drop_out: mark(i, drop_out),
            };
        }
        Deal {
            segment: at,
            list,
            new_account,
            ask: segment.ask(quantile::normal(middle(mark(i, ASK)))) * loyalty * market.ask_factor,
            bidders,
            count,
        }
    }

    /// The chance that the deal may be registered, over technology and time since the last order.
    fn eligible(&self, market: &Market, rules: &Registration) -> f64 {
        let newest = market.segments[self.segment].newest.probability();
        let lately = rules.ordered_lately.probability();
        let ways = [
            (newest * lately, true, 0),
            (newest * (1.0 - lately), true, u32::MAX),
            ((1.0 - newest) * lately, false, 0),
            ((1.0 - newest) * (1.0 - lately), false, u32::MAX),
        ];
        let is_eligible = |newest, last_order| {
            rules.eligible(&Candidate {
                list: self.list,
                level: self.bidders[0].level,
                newest,
                new_account: self.new_account,
                last_order,
            })
        };
        ways.into_iter().filter(|(_, newest, order)| is_eligible(*newest, *order)).map(|(chance, ..)| chance).sum()
    }

    /// How the deal ends when it is treated in a way.
    fn end(&self, market: &Market, treatment: &Treatment) -> End {
        let mut reserves = [Money::MAX; BIDDERS];
        for (slot, bidder) in self.bidders[..self.count].iter().enumerate() {
            let support = if slot == 0 { treatment.originator_support } else { treatment.rival_support };
            if slot == 0 || !treatment.drop_out.hits(bidder.drop_out) {
                reserves[slot] = self.list.times(market.bid_share(bidder.level, support)) + bidder.need;
            }
        }
        let ceiling = Money::round_minor(self.list.minor() as f64 * self.ask * treatment.ask_factor).min(self.list);
        match auction(&reserves[..self.count], ceiling) {
            Some(sale) if sale.winner == 0 => {
                End { rent: (sale.price - reserves[0]).minor() as f64, rewarded: 1.0, won: 1.0 }
            }
            Some(_) => End { won: 1.0, ..End::default() },
            None => End::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::population::population;
    use crate::schema;

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
