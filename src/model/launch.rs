//! Requests that waited for a rule (docs/model.md, "Launch"): eligible under the scenario and not under the baseline.
//!
//! They are drawn from the ordinary opportunities conditional on that: every combination of what eligibility asks
//! about is a class with its exact probability, so that one draw finds the class and no draw is thrown away.

use std::sync::Arc;

use crate::model::market::Market;
use crate::model::population::Member;
use crate::model::registration::{Candidate, Registration};
use crate::quantile::{self, Chance};
use crate::units::Money;

/// A part of the unit interval that a draw is mapped into.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    start: f64,
    width: f64,
}

impl Band {
    fn new(from: f64, to: f64) -> Band {
        Band { start: from, width: to - from }
    }

    /// A mark, mapped into the band.
    #[inline(always)]
    pub fn mark(self, mark: u32) -> u32 {
        ((self.start + self.width * f64::from(mark) / 4_294_967_296.0) * 4_294_967_296.0) as u32
    }

    /// 64 random bits, mapped into the band.
    #[inline(always)]
    pub fn bits(self, bits: u64) -> u64 {
        ((self.start + self.width * quantile::uniform(bits)) * 18_446_744_073_709_551_616.0) as u64
    }
}

/// Opportunities that eligibility cannot tell apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Class {
    /// Probability of this class or an earlier one.
    up_to: Chance,
    /// Segment, in the market's order.
    pub segment: usize,
    /// Whether it is newest technology.
    pub newest: bool,
    /// Whether it is a new account.
    pub new_account: bool,
    /// Where the draw of the originator falls.
    pub originator: Band,
    /// Where the draw of the list value falls.
    pub value: Band,
}

/// The launch of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Launch {
    /// When they come.
    pub release: Release,
    /// Expected requests on each day of the horizon.
    pub daily: Arc<[f64]>,
    classes: Vec<Class>,
}

/// When the requests that waited come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Release {
    /// How many there are.
    pub backlog: f64,
    /// Day of the horizon, from 0, from which on they come.
    pub day: f64,
    /// Days in which half of those that are left come.
    pub half_life: f64,
}

impl Release {
    /// Expected requests on each of the first `days` of the horizon.
    pub fn daily(&self, days: usize) -> Arc<[f64]> {
        let left = |t: f64| libm::exp2(-(t - self.day).max(0.0) / self.half_life);
        let after: Vec<f64> = (0..=days).map(|d| left(d as f64)).collect();
        after.windows(2).map(|pair| self.backlog * (pair[0] - pair[1])).collect()
    }
}

impl Launch {
    /// The launch of requests that come as `release` and its `daily` requests say; `None` if the scenario opens nothing that
    /// the baseline does not.
    pub fn new(
        (release, daily): (Release, Arc<[f64]>),
        market: &Market,
        members: &[Member],
        [scenario, baseline]: [&Registration; 2],
    ) -> Option<Launch> {
        let classes = classes(market, members, scenario, baseline);
        (!classes.is_empty()).then_some(Launch { release, daily, classes })
    }

    /// Whether a scenario opens anything that the baseline does not.
    pub fn opens(market: &Market, members: &[Member], [scenario, baseline]: [&Registration; 2]) -> bool {
        !classes(market, members, scenario, baseline).is_empty()
    }

    /// Whether draws mean the same requests in another launch, in a market each.
    pub fn reads_alike(&self, market: &Market, (other, of_other): (&Launch, &Market)) -> bool {
        self.classes == other.classes && market.registers_alike(of_other)
    }

    /// The class a draw falls on.
    #[inline]
    pub fn class(&self, mark: u32) -> &Class {
        let at = self.classes.partition_point(|class| !class.up_to.hits(mark));
        &self.classes[at.min(self.classes.len() - 1)]
    }
}

/// The classes that the scenario admits and the baseline does not, with probabilities that add up to one.
fn classes(market: &Market, members: &[Member], scenario: &Registration, baseline: &Registration) -> Vec<Class> {
    let mut found: Vec<(f64, Class)> = Vec::new();
    let mut segment_from = 0.0;
    for (index, segment) in market.segments.iter().enumerate() {
        let share = segment.up_to - segment_from;
        segment_from = segment.up_to;
        let mut cuts = vec![Money::ZERO, scenario.min_deal, baseline.min_deal];
        cuts.sort();
        cuts.dedup();
        for (at, from) in cuts.iter().enumerate() {
            let value = (segment.share_below(*from), cuts.get(at + 1).map_or(1.0, |to| segment.share_below(*to)));
            for (level, origin) in level_shares(market, members) {
                for (newest, account, order) in traits(segment.newest, segment.new_account, scenario, baseline) {
                    let candidate =
                        Candidate { list: *from, level, newest: newest.0, new_account: account.0, last_order: order.0 };
                    let wanted = scenario.eligible(&candidate) && !baseline.eligible(&candidate);
                    let probability =
                        share * (value.1 - value.0) * (origin.1 - origin.0) * newest.1 * account.1 * order.1;
                    if wanted && probability > 0.0 {
                        let class = Class {
                            up_to: Chance::NEVER,
                            segment: index,
                            newest: newest.0,
                            new_account: account.0,
                            originator: Band::new(origin.0, origin.1),
                            value: Band::new(value.0, value.1),
                        };
                        found.push((probability, class));
                    }
                }
            }
        }
    }
    let all: f64 = found.iter().map(|(probability, _)| probability).sum();
    let mut before = 0.0;
    found
        .into_iter()
        .map(|(probability, class)| {
            before += probability;
            Class { up_to: Chance::new(before / all), ..class }
        })
        .collect()
}

/// Each level of the pool with the part of the pool's weight its partners have.
fn level_shares(market: &Market, members: &[Member]) -> Vec<(usize, (f64, f64))> {
    let pool = &members[..market.pool.len()];
    let mut shares = Vec::new();
    let mut from = 0;
    while let Some(member) = pool.get(from) {
        let to = from + pool[from..].partition_point(|m| m.level == member.level);
        shares.push((member.level, (market.pool.share_before(from), market.pool.share_before(to))));
        from = to;
    }
    shares
}

/// A draw's value with its probability.
type Weighted<T> = (T, f64);

/// All combinations of newest technology, new account and how long ago the last order was.
fn traits(
    newest: Chance,
    new_account: Chance,
    scenario: &Registration,
    baseline: &Registration,
) -> Vec<(Weighted<bool>, Weighted<bool>, Weighted<u32>)> {
    let mut cuts = [0.0, scenario.ordered_lately.probability(), baseline.ordered_lately.probability(), 1.0];
    cuts.sort_by(f64::total_cmp);
    let orders: Vec<Weighted<u32>> =
        cuts.windows(2).map(|pair| (quantile::mark((pair[0] + pair[1]) / 2.0), pair[1] - pair[0])).collect();
    let mut all = Vec::new();
    for newest in [(true, newest.probability()), (false, 1.0 - newest.probability())] {
        for account in [(true, new_account.probability()), (false, 1.0 - new_account.probability())] {
            all.extend(orders.iter().map(|order| (newest, account, *order)));
        }
    }
    all
}
