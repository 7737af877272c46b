//! One deal of a block, and how it is booked.

use crate::model::auction::BIDDERS;
use crate::model::treatment::Treatment;
use crate::outcome::{Book, Both, Field};
use crate::sim::accounts::{Books, Won};
use crate::sim::accrual::Signature;
use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::bidding::Bidding;
use crate::sim::deals::ends::End;
use crate::sim::deals::fate::Fate;
use crate::sim::deals::hand::Block;
use crate::sim::deals::loops;
use crate::sim::facts::{BLOCK, ContractMarks};
use crate::sim::witness::{Contracted, Supported};
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

    /// How many bidders there are.
    pub fn bidders(&self) -> usize {
        usize::from(self.block.facts.count[self.i]).min(BIDDERS)
    }

    #[inline(always)]
    fn partner(&self, slot: usize) -> u32 {
        self.auctions.partners[slot % BIDDERS][self.k]
    }

    #[inline(always)]
    fn level(&self, slot: usize) -> usize {
        usize::from(self.auctions.ranks[slot % BIDDERS][self.k])
    }

    #[inline(always)]
    fn segment(&self) -> usize {
        usize::from(self.auctions.segments[self.k])
    }

    /// What each bidder asks for without support.
    pub fn reserves(&self) -> [Money; BIDDERS] {
        self.auctions.reserves.each_ref().map(|reserves| reserves[self.k])
    }

    /// What each bidder asks for under a treatment, [`Money::MAX`] if it stays out.
    pub fn reserves_under(&self, treatment: &Treatment) -> [Money; BIDDERS] {
        let (market, list) = (self.block.market, self.auctions.lists[self.k]);
        let mut reserves = self.reserves();
        for (slot, reserve) in reserves.iter_mut().enumerate().take(self.bidders()) {
            let support = if slot == 0 { treatment.originator_support } else { treatment.rival_support };
            let paid = list.times(market.bid_share(self.level(slot), support));
            let out = slot > 0 && treatment.drop_out.hits(self.block.drawn.drop_out[self.i][slot]);
            *reserve = if out { Money::MAX } else { paid + self.auctions.needs[slot][self.k] };
        }
        reserves
    }

    /// The most the customer pays, with a factor on the competing ask.
    pub fn ceiling(&self, ask_factor: f64) -> Money {
        loops::ceiling(self.auctions.asked(), ask_factor, self.k)
    }

    /// Whether it becomes a contract if it is won.
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
    fn spending(&self, slot: usize) -> Money {
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
            list: self.auctions.lists[self.k],
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

    /// Where something of the bidder in a slot is booked.
    #[inline(always)]
    fn tally<'b>(&self, slot: usize, accounts: &'b mut Books<'_>) -> Both<'b> {
        accounts.of(self.level(slot), self.segment(), self.partner(slot))
    }

    /// How the deal ends with some bids and a factor on the competing ask.
    #[inline(always)]
    pub fn end(&self, bids: &Bidding, ask_factor: f64) -> End {
        let end = bids.of(self.k).end(self.ceiling(ask_factor), self.auctions.goods[self.k]);
        if self.takes_support() { end } else { End { support: Money::ZERO, ..end } }
    }

    /// Books a request of the originator `times` times: -1 takes it back.
    #[inline(always)]
    pub fn book_request(&self, fate: Fate, times: i64, accounts: &mut Books<'_>) {
        let mut tally = self.tally(0, accounts);
        tally.book(Field::Requests, times);
        tally.book(Field::EarlyRequests, times * i64::from(fate.is_early()));
        tally.book(Field::Granted, times * i64::from(fate.is_granted()));
    }

    /// Books how the deal ends without any quotation.
    #[inline(always)]
    pub fn book(&self, end: &End, accounts: &mut Books<'_>) {
        if self.contract.is_some() {
            self.book_contract(end, 1, accounts);
        } else if end.is_won() {
            let mut tally = self.tally(end.slot, accounts);
            book_more(end, &End::LOST, &mut tally);
            self.count(end.slot, 1, &mut tally);
            accounts.buy(self.partner(end.slot), end.purchase());
        }
    }

    /// Books what a granted quotation changes, from one end to another, `times` times: -1 takes it back.
    #[inline(always)]
    pub fn book_difference(&self, (before, end): (&End, &End), stayed_out: u8, times: i64, accounts: &mut Books<'_>) {
        if self.contract.is_some() {
            self.book_contract_difference((before, end), times, accounts);
        } else {
            let same = before.slot == end.slot;
            if before.is_won() & !same {
                let mut tally = self.tally(before.slot, accounts);
                book_more(&End::LOST, before, &mut Times { times, tally: &mut tally });
                self.count(before.slot, -times, &mut tally);
                accounts.buy(self.partner(before.slot), times_of(-before.purchase(), times));
            }
            if end.is_won() {
                let less = if same { before } else { &End::LOST };
                let mut tally = self.tally(end.slot, accounts);
                book_more(end, less, &mut Times { times, tally: &mut tally });
                if !same {
                    self.count(end.slot, times, &mut tally);
                }
                tally.book(Field::QuotationsWon, times);
                Supported::of(before, end).book(&mut Times { times, tally: &mut tally });
                accounts.buy(self.partner(end.slot), times_of(end.purchase() - less.purchase(), times));
            }
        }
        let mut left = stayed_out;
        while left != 0 {
            let slot = left.trailing_zeros() as usize;
            left &= left - 1;
            self.tally(slot, accounts).book(Field::Presales, -times * self.spending(slot).minor());
        }
    }

    /// Counts the deal `times` times for the bidder in a slot.
    #[inline(always)]
    fn count(&self, slot: usize, times: i64, tally: &mut Both<'_>) {
        tally.book(Field::DealsWon, times);
        tally.book(Field::ListWon, times * self.auctions.lists[self.k].minor());
        tally.book(Field::WinnersPresales, times * self.spending(slot).minor());
    }

    #[cold]
    fn book_contract_difference(&self, (before, end): (&End, &End), times: i64, accounts: &mut Books<'_>) {
        self.book_contract(before, -times, accounts);
        self.book_contract(end, times, accounts);
        if end.is_won() {
            let mut tally = self.tally(end.slot, accounts);
            tally.book(Field::QuotationsWon, times);
            Supported::of(before, end).book(&mut Times { times, tally: &mut tally });
        }
    }

    /// Books a contract `times` times, if a partner wins it: -1 takes it back.
    #[inline(never)]
    fn book_contract(&self, end: &End, times: i64, accounts: &mut Books<'_>) {
        let Some(contract) = self.contracted(end.price, end.margin).filter(|_| end.is_won()) else { return };
        // What is recognised of it comes month by month.
        let mut tally = self.tally(end.slot, accounts);
        self.count(end.slot, times, &mut tally);
        contract.book(end.price, end.margin, times, &mut tally);
        let place = (self.level(end.slot), self.segment(), self.partner(end.slot));
        accounts.sign(place, &contract.signature, times);
    }
}

/// Books what one end of a deal brings the winner more than another.
#[inline(always)]
fn book_more(end: &End, less: &End, tally: &mut impl Book) {
    tally.book(Field::CustomerSpend, (end.price - less.price).minor());
    tally.book(Field::FrontMargin, (end.margin - less.margin).minor());
    tally.book(Field::DistributorMargin, (end.distributor - less.distributor).minor());
    tally.book(Field::NetRevenue, (end.revenue - less.revenue).minor());
    tally.book(Field::Rent, (end.rent - less.rent).minor());
    tally.book(Field::GrossProfit, (end.profit - less.profit).minor());
}

/// A tally that is booked into several times, or taken back from.
struct Times<'a, B> {
    times: i64,
    tally: &'a mut B,
}

impl<B: Book> Book for Times<'_, B> {
    #[inline(always)]
    fn book(&mut self, field: Field, amount: i64) {
        self.tally.book(field, self.times * amount);
    }
}

#[inline(always)]
fn times_of(amount: Money, times: i64) -> Money {
    Money::from_minor(amount.minor() * times)
}
