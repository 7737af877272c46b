//! Plans that share deals without quotation, and those deals.

use crate::plan::Plans;
use crate::sim::accounts::Accounts;

/// Plans that play the same market at the same levels share their deals without quotation.
#[derive(Debug)]
pub struct Play {
    pub(super) market: usize,
    /// The level each partner of the pool holds for quotations.
    pub(super) levels: Vec<u8>,
    /// At least one, in order.
    pub(super) plans: Vec<usize>,
    /// The first play whose bidders bid the same for the same deals, whatever the competing asks.
    pub(super) bids: usize,
    pub(super) accounts: Accounts,
}

/// The plays of a fiscal year, in memory that is made once.
#[derive(Debug)]
pub struct Plays {
    plays: Vec<Play>,
    /// How many of them are in use.
    active: usize,
}

impl Plays {
    /// Memory for at most `most` of the plans, each on its own.
    pub(super) fn new(plans: &Plans, most: usize) -> Plays {
        let levels = || vec![0; plans.pool()];
        let play = || Play { market: 0, levels: levels(), plans: Vec::new(), bids: 0, accounts: Accounts::new(plans) };
        Plays { plays: (0..most).map(|_| play()).collect(), active: 0 }
    }

    /// Those in use.
    pub(super) fn active(&self) -> &[Play] {
        &self.plays[..self.active]
    }

    /// Those in use.
    pub(super) fn active_mut(&mut self) -> &mut [Play] {
        &mut self.plays[..self.active]
    }

    /// Ends all of them, whose deals were shared out.
    pub(super) fn end(&mut self) {
        self.active_mut().iter_mut().for_each(|play| play.accounts.next_trial());
        self.active = 0;
    }

    /// Finds for each play the first one in which the same is bid: `alike` gives the same for markets where bidders of the
    /// same levels bid the same.
    pub(super) fn compare_bids(&mut self, alike: &[usize]) {
        for at in 0..self.active {
            let play = &self.plays[at];
            let same = |other: &Play| alike[other.market] == alike[play.market] && other.levels == play.levels;
            self.plays[at].bids = self.plays.iter().position(same).unwrap_or(at);
        }
    }

    /// Adds a plan to the play of its market and levels whose first plan is `alike`, or to a new one.
    pub(super) fn join(&mut self, plan: usize, (market, levels): (usize, &[u8]), alike: impl Fn(usize) -> bool) {
        let shares = |play: &Play| play.market == market && play.levels == levels && alike(play.plans[0]);
        match self.active_mut().iter_mut().find(|play| shares(play)) {
            Some(play) => play.plans.push(plan),
            None => {
                let play = &mut self.plays[self.active];
                play.market = market;
                play.levels.copy_from_slice(levels);
                play.plans.clear();
                play.plans.push(plan);
                self.active += 1;
            }
        }
    }
}
