//! One deal of a block.

use crate::model::auction::BIDDERS;
use crate::model::treatment::Treatment;
use crate::sim::accounts::Won;
use crate::sim::accrual::Signature;
use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::bidding::Bids;
use crate::sim::deals::ends::End;
use crate::sim::deals::hand::Block;
use crate::sim::deals::loops;
use crate::sim::facts::{BLOCK, ContractMarks};
use crate::sim::witness::Contracted;
use crate::units::Money;

/// One deal of a block.
pub struct Deal<'a> {
    block: &'a Block<'a>,
    auctions: &'a Auctions,
    /// Where it stands among the deals.
    pub k: usize,
    /// Its place in the block.
    pub i: usize,
    /// The draws of its contract, if it becomes one.
    contract: Option<ContractMarks>,
}

impl<'a> Deal<'a> {
    /// The deal that stands at `k`.
    #[inline(always)]
    pub fn new(block: &'a Block<'a>, auctions: &'a Auctions, k: usize) -> Deal<'a> {
        let k = k % BLOCK;
        let i = usize::from(auctions.places[k]) % BLOCK;
        let contract = block.drawn.contract(i).filter(|marks| block.moves.hits(marks.moves));
        Deal { block, auctions, k, i, contract }
    }

    /// Its list value.
    #[inline(always)]
    pub fn list(&self) -> Money {
        self.auctions.lists[self.k]
    }

    /// How many bidders there are.
    pub fn bidders(&self) -> usize {
        usize::from(self.block.facts.count[self.i]).min(BIDDERS)
    }

    /// The bidder in a slot, by place in the population.
    #[inline(always)]
    pub fn partner(&self, slot: usize) -> u32 {
        self.block.facts.lineup.partner(slot, self.k)
    }

    /// The level that it holds.
    #[inline(always)]
    pub fn level(&self, slot: usize) -> usize {
        usize::from(self.auctions.ranks[slot % BIDDERS][self.k])
    }

    /// Its segment, in the market's order.
    #[inline(always)]
    pub fn segment(&self) -> usize {
        usize::from(self.auctions.segments[self.k])
    }

    /// What each bidder asks for without support.
    pub fn reserves(&self) -> [Money; BIDDERS] {
        self.auctions.reserves.each_ref().map(|reserves| reserves[self.k])
    }

    /// What each bidder asks for under a treatment, [`Money::MAX`] if it stays out.
    pub fn reserves_under(&self, treatment: &Treatment) -> [Money; BIDDERS] {
        let (market, list) = (self.block.market, self.list());
        let mut reserves = self.reserves();
        for (slot, reserve) in reserves.iter_mut().enumerate().take(self.bidders()) {
            let support = if slot == 0 { treatment.originator_support } else { treatment.rival_support };
            let paid = list.times(market.bid_share(self.level(slot), support));
            let out = slot > 0 && treatment.drop_out.hits(self.block.drawn.bidders(self.i).drop_out(slot));
            *reserve = if out { Money::MAX } else { paid + self.auctions.needs[slot][self.k] };
        }
        reserves
    }

    /// The most the customer pays, with a factor on the competing ask.
    pub fn ceiling(&self, ask_factor: f64) -> Money {
        loops::ceiling(self.auctions.asked(), ask_factor, self.k)
    }

    /// Whether it becomes a contract if it is won.
    #[inline(always)]
    pub fn is_by_use(&self) -> bool {
        self.contract.is_some()
    }

    /// Whether support is paid on it: a contract's margin is its own and takes none, unless it keeps the auction's.
    #[inline(always)]
    pub fn takes_support(&self) -> bool {
        let keeps = || self.block.market.by_use.as_ref().is_some_and(|selling| selling.keeps_auction_margin);
        self.contract.is_none() || keeps()
    }

    /// What a bidder spends before the sale.
    #[inline(always)]
    pub fn spending(&self, slot: usize) -> Money {
        if slot == 0 { self.auctions.opened[self.k] } else { self.block.market.presales.rival }
    }

    /// What a won deal brings, for who listens.
    pub fn won(&self, end: &End) -> Option<Won> {
        end.is_won().then(|| Won {
            slot: end.slot,
            price: end.price,
            margin: end.margin,
            rent: end.rent,
            distributor: end.distributor,
            revenue: end.revenue,
            profit: end.profit,
            list: self.list(),
            presales: self.spending(end.slot),
            support: end.support,
        })
    }

    /// The contract that the deal becomes when it is won at a price with a margin, if it does.
    pub fn contracted(&self, price: Money, margin: Money) -> Option<Contracted> {
        let marks = self.contract.as_ref()?;
        let selling = self.block.market.by_use.as_ref()?;
        let rules = &selling.rules;
        let marketplace = rules.marketplace.hits(marks.marketplace);
        let goods = self.auctions.goods[self.k];
        let contract = rules.contract(price, margin, goods, marketplace, selling.keeps_auction_margin);
        let signature = Signature {
            contract,
            term: rules.term,
            life: rules.life_months(marks.renewal),
            upfront: contract.spend.times(rules.upfront).min(contract.margin),
        };
        Some(Contracted { signature, worth: selling.worth(contract.margin, signature.upfront), marketplace })
    }

    /// How the deal ends with some bids and a factor on the competing ask.
    #[inline(always)]
    pub fn end(&self, bids: &Bids, ask_factor: f64) -> End {
        self.supported(bids.end(self.ceiling(ask_factor), self.auctions.goods[self.k]))
    }

    /// An end of the deal, with its support if it takes any.
    #[inline(always)]
    pub fn supported(&self, end: End) -> End {
        if self.takes_support() { end } else { End { support: Money::ZERO, ..end } }
    }
}
