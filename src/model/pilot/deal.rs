//! An opportunity of the pilot's set: who meets it, whether it may be registered, and how it ends (docs/model.md,
//! "Behaviour").

use super::lattice::{ACCOUNT, ASK, HALF_CELL, NEED, ORIGINATOR, RIVAL, RIVALS, SEGMENT_AND_VALUE, mark, middle};
use crate::model::auction::{BIDDERS, auction};
use crate::model::market::{Market, list_value};
use crate::model::population::Member;
use crate::model::registration::{Candidate, Registration};
use crate::model::treatment::Treatment;
use crate::quantile;
use crate::units::{Money, Spread};

/// An opportunity of the set in a market.
pub(super) struct Deal {
    /// Segment, in the market's order.
    pub(super) segment: usize,
    pub(super) list: Money,
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
pub(super) struct End {
    /// Rent of the originator, 0 where it does not win.
    pub(super) rent: f64,
    /// Whether the originator wins.
    pub(super) rewarded: f64,
    /// Whether anyone wins.
    pub(super) won: f64,
}

impl End {
    /// The mean of this end with a chance and of another one without it.
    pub(super) fn or(self, chance: f64, other: End) -> End {
        let mean = |this: f64, other: f64| chance * this + (1.0 - chance) * other;
        End {
            rent: mean(self.rent, other.rent),
            rewarded: mean(self.rewarded, other.rewarded),
            won: mean(self.won, other.won),
        }
    }
}

/// What is left of a draw, as a uniform, once it has found a segment.
fn left(market: &Market, segment: usize, drawn: u32) -> f64 {
    let before = if segment == 0 { 0.0 } else { market.segments[segment - 1].up_to };
    let end = if segment + 1 == market.segments.len() { 1.0 } else { market.segments[segment].up_to };
    let at = (middle(drawn) - before) / (end - before);
    // A draw may lie on the very edge of a segment.
    at.clamp(HALF_CELL, 1.0 - HALF_CELL)
}

impl Deal {
    pub(super) fn new(i: u32, market: &Market, members: &[Member]) -> Deal {
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
    pub(super) fn eligible(&self, market: &Market, rules: &Registration) -> f64 {
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
    pub(super) fn end(&self, market: &Market, treatment: &Treatment) -> End {
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
