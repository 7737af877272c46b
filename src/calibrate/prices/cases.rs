//! The kinds of deals without a grant and of their endings, prices being told apart in steps of list.

use crate::calibrate::log::Opportunity;
use crate::model::auction::BIDDERS;

/// Width of the steps in which prices are told apart, of list. A bidder's need ends sharply at the spread; a likelihood
/// of exact prices would hang on the few deals at that edge, and neither its information nor a bootstrap would hold.
pub const STEP: f64 = 0.005;
/// Steps from 0 to list.
pub(super) const STEPS: usize = 200;

/// How a deal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// The competing vendor has it.
    Lost,
    /// Won at a price in this step of list.
    Step(usize),
    /// Won at list.
    AtList,
}

/// Deals that are alike in all that decides their ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// Segment.
    pub segment: usize,
    /// Level of the originator.
    pub level: usize,
    /// Whether the account is installed.
    pub installed: bool,
    /// Rivals that bid.
    pub rivals: usize,
    /// How it ended.
    pub ending: Ending,
}

impl Case {
    /// The case of a deal; `None` where a quotation was granted.
    pub(super) fn of(deal: &Opportunity) -> Option<Case> {
        (!deal.granted).then(|| Case {
            segment: deal.segment,
            level: deal.level,
            installed: deal.months_since_order.is_some(),
            rivals: deal.bidders.clamp(1, BIDDERS) - 1,
            ending: ending(deal),
        })
    }
}

fn ending(deal: &Opportunity) -> Ending {
    let Some(price) = deal.price else { return Ending::Lost };
    if price >= deal.list {
        return Ending::AtList;
    }
    Ending::Step(((price.to_units() / deal.list.to_units() / STEP) as usize).min(STEPS - 1))
}

/// The chance of being won and, of won deals, mean and variance of the price as a share of list, from the chances of
/// each step.
pub fn moments(chances: &[f64]) -> (f64, f64, f64) {
    let prices = chances
        .iter()
        .enumerate()
        .map(|(step, chance)| (*chance, if step < STEPS { (step as f64 + 0.5) * STEP } else { 1.0 }));
    let [won, first, second] =
        prices.fold([0.0; 3], |[a, b, c], (chance, p)| [a + chance, b + chance * p, c + chance * p * p]);
    if won <= 0.0 {
        return (0.0, 0.0, 0.0);
    }
    let mean = first / won;
    (won, mean, (second / won - mean * mean).max(0.0))
}
