//! One deal: the bids for it under some support, what a sale brings to everyone, and how that is booked.

use crate::model::auction::{BIDDERS, Standing, standing};
use crate::model::market::Market;
use crate::model::treatment::Treatment;
use crate::outcome::{Book, Both, Field};
use crate::sim::accounts::{Accounts, Won};
use crate::sim::accrual::Signature;
use crate::sim::deals::{Block, Hand};
use crate::sim::facts::ContractMarks;
use crate::sim::witness::{Contracted, Supported};
use crate::units::{Money, Rate};

/// One deal and what each bidder asks for without support.
pub struct Deal<'a> {
    market: &'a Market,
    levels: &'a [u8],
    segment: usize,
    list: Money,
    count: usize,
    partners: &'a [u32; BIDDERS],
    reserves: &'a [Money; BIDDERS],
    standing: &'a Standing,
    /// What the originator spends on it.
    opened: Money,
    ask: f64,
    /// The draws of its contract, if it becomes one.
    contract: Option<ContractMarks>,
}

/// The bids for a deal under some support, and what the lowest bidder pays and the others earn if it wins: all that does
/// not hang on the competing ask.
#[derive(Debug, Clone, Copy)]
pub struct Bids {
    standing: Standing,
    cost: Money,
    distributor: Money,
    goods: Money,
    presales: Money,
    support: Money,
    /// Vendor's revenue that the support costs.
    lost: Money,
    /// Which rivals stay out, a bit a slot.
    stayed_out: u8,
}

/// The most a customer pays for a list value: the competing ask, or list.
#[inline(always)]
pub fn ceiling(list: Money, ask: f64) -> Money {
    Money::round_minor(list.minor() as f64 * ask).min(list)
}

impl Bids {
    /// Of no deal yet.
    pub const NONE: Bids = Bids {
        standing: Standing::NOBODY,
        cost: Money::ZERO,
        distributor: Money::ZERO,
        goods: Money::ZERO,
        presales: Money::ZERO,
        support: Money::ZERO,
        lost: Money::ZERO,
        stayed_out: 0,
    };

    /// How the deal ends under a ceiling, if a partner wins it.
    #[inline(always)]
    pub fn won(&self, deal: &Deal<'_>, ceiling: Money) -> Option<Won> {
        let revenue = self.cost - self.distributor;
        self.standing.sale(ceiling).map(|sale| Won {
            slot: sale.winner,
            price: sale.price,
            margin: sale.price - self.cost,
            rent: sale.price - self.standing.lowest,
            distributor: self.distributor,
            revenue,
            profit: revenue - self.goods,
            list: deal.list,
            presales: self.presales,
            support: self.support,
        })
    }

    /// What the support of a won deal was worth, where some is paid.
    #[inline(always)]
    pub fn supported(&self, without: &Option<Won>, won: &Won) -> Option<Supported> {
        let needless = without.as_ref().map(|before| (won.support, before.price - won.price));
        let (deadweight, price_cut) = needless.unwrap_or_default();
        (won.support > Money::ZERO).then_some(Supported { deadweight, price_cut, lost: self.lost })
    }
}

impl<'a> Deal<'a> {
    /// The deal at a place of a block, with its bids without support and what the originator spends on it.
    #[inline(always)]
    pub fn new(
        block: &Block<'a>,
        (reserves, standing, opened): (&'a [Money; BIDDERS], &'a Standing, Money),
        i: usize,
    ) -> Deal<'a> {
        Deal {
            market: block.market,
            levels: block.levels,
            segment: usize::from(block.facts.segment[i]),
            list: block.facts.list[i],
            count: usize::from(block.facts.count[i]).min(BIDDERS),
            partners: &block.facts.bidders[i],
            reserves,
            standing,
            opened,
            ask: block.facts.ask[i],
            contract: block.drawn.contract(i).filter(|marks| block.moves.hits(marks.moves)),
        }
    }

    /// What each bidder asks for without support.
    pub fn entered(&self) -> &'a [Money] {
        &self.reserves[..self.count]
    }

    /// Whether it becomes a contract if it is won.
    pub fn is_by_use(&self) -> bool {
        self.contract.is_some()
    }

    /// The most the customer pays, with a factor on the competing ask.
    #[inline(always)]
    pub fn ceiling(&self, ask_factor: f64) -> Money {
        ceiling(self.list, self.ask * ask_factor)
    }

    /// The bids without support.
    #[inline(always)]
    pub fn unsupported(&self) -> Bids {
        self.bids(*self.standing, Rate::ZERO, 0)
    }

    /// The bids under a treatment.
    pub fn bids_under(&self, treatment: &Treatment, drop_out: &[u32; BIDDERS]) -> Bids {
        let (reserves, stayed_out) = self.reserves(treatment, drop_out);
        let standing = standing(&reserves[..self.count]);
        let support = if standing.winner == 0 { treatment.originator_support } else { treatment.rival_support };
        self.bids(standing, support, stayed_out)
    }

    #[inline(always)]
    fn bids(&self, standing: Standing, support: Rate, stayed_out: u8) -> Bids {
        let share = self.market.price_shares[self.level(standing.winner)];
        let cost = self.list.times(share - support);
        let distributor = cost.times(self.market.distributor);
        let lost = if support == Rate::ZERO {
            Money::ZERO
        } else {
            let unsupported = self.list.times(share);
            unsupported - unsupported.times(self.market.distributor) - (cost - distributor)
        };
        Bids {
            standing,
            cost,
            distributor,
            goods: self.list.times(self.market.segments[self.segment].unit_cost),
            presales: self.spending(standing.winner),
            // A contract's margin is its own: it takes no support, unless it keeps the auction's.
            support: if self.takes_support() { self.list.times(support) } else { Money::ZERO },
            lost,
            stayed_out,
        }
    }

    /// What each bidder asks for under a treatment, [`Money::MAX`] if it stays out; and who stays out, a bit a slot.
    #[inline(always)]
    pub fn reserves(&self, treatment: &Treatment, drop_out: &[u32; BIDDERS]) -> ([Money; BIDDERS], u8) {
        let mut reserves = *self.reserves;
        let mut stayed_out = 0;
        let supported = |slot: usize, reserve: Money, support: Rate| {
            // The bidder's own need is unchanged; only what it pays falls.
            let level = self.level(slot);
            let bid = |share: Rate| self.list.times(share);
            reserve - bid(self.market.bid_shares[level]) + bid(self.market.bid_share(level, support))
        };
        if treatment.originator_support != Rate::ZERO {
            reserves[0] = supported(0, reserves[0], treatment.originator_support);
        }
        for slot in 1..self.count {
            if treatment.drop_out.hits(drop_out[slot]) {
                reserves[slot] = Money::MAX;
                stayed_out |= 1 << slot;
            } else if treatment.rival_support != Rate::ZERO {
                reserves[slot] = supported(slot, reserves[slot], treatment.rival_support);
            }
        }
        (reserves, stayed_out)
    }

    #[inline(always)]
    fn level(&self, slot: usize) -> usize {
        usize::from(self.levels[self.partners[slot] as usize])
    }

    /// What a bidder spends before the sale.
    #[inline(always)]
    fn spending(&self, slot: usize) -> Money {
        if slot == 0 { self.opened } else { self.market.presales.rival }
    }

    #[inline(always)]
    fn takes_support(&self) -> bool {
        self.contract.is_none() || self.market.by_use.as_ref().is_some_and(|selling| selling.keeps_auction_margin)
    }

    /// The contract that a won deal becomes, if it does.
    pub fn contracted(&self, won: &Won) -> Option<Contracted> {
        let marks = self.contract.as_ref()?;
        let selling = self.market.by_use.as_ref()?;
        let rules = &selling.rules;
        let marketplace = rules.marketplace.hits(marks.marketplace);
        let contract = rules.contract(won.price, won.margin, won.goods(), marketplace, selling.keeps_auction_margin);
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
    fn tally<'b>(&self, slot: usize, accounts: &'b mut Accounts) -> Both<'b> {
        accounts.of(self.level(slot), self.segment, self.partners[slot])
    }

    /// Books a request of the originator.
    #[inline(always)]
    pub fn request(&self, hand: &mut Hand<'_>, i: usize, granted: i64) {
        let mut tally = self.tally(0, hand.accounts);
        tally.book(Field::Requests, 1);
        tally.book(Field::EarlyRequests, i64::from(i < hand.early));
        tally.book(Field::Granted, granted);
    }

    /// Books a won deal `TIMES` times: at once, or as a contract.
    #[inline(always)]
    pub fn book_won<const TIMES: i64>(&self, won: &Won, accounts: &mut Accounts) {
        if self.contract.is_some() {
            return self.book_contract::<TIMES>(won, accounts);
        }
        won.add::<TIMES>(&mut self.tally(won.slot, accounts));
        let purchase = won.purchase();
        accounts.buy(self.partners[won.slot], if TIMES < 0 { -purchase } else { purchase });
    }

    #[inline(never)]
    fn book_contract<const TIMES: i64>(&self, won: &Won, accounts: &mut Accounts) {
        let Some(Contracted { signature, worth, .. }) = self.contracted(won) else { return };
        won.add_contract::<TIMES>(&signature, worth, &mut self.tally(won.slot, accounts));
        let place = (self.level(won.slot), self.segment, self.partners[won.slot]);
        accounts.sign(place, &signature, TIMES);
    }

    /// Books what a granted quotation changes, by the bids that it led to.
    #[inline(always)]
    pub fn book_difference(&self, without: &Option<Won>, won: &Option<Won>, bids: &Bids, accounts: &mut Accounts) {
        match (without, won) {
            (Some(before), Some(won)) if before.slot == won.slot && self.contract.is_none() => {
                won.add_beyond(before, &mut self.tally(won.slot, accounts));
                accounts.buy(self.partners[won.slot], won.purchase() - before.purchase());
            }
            (before, won) => {
                if let Some(before) = before {
                    self.book_won::<-1>(before, accounts);
                }
                if let Some(won) = won {
                    self.book_won::<1>(won, accounts);
                }
            }
        }
        if let Some(won) = won {
            let mut tally = self.tally(won.slot, accounts);
            tally.book(Field::QuotationsWon, 1);
            if let Some(supported) = bids.supported(without, won) {
                supported.add(won, &mut tally);
            }
        }
        let mut left = bids.stayed_out;
        while left != 0 {
            let slot = left.trailing_zeros() as usize;
            left &= left - 1;
            self.tally(slot, accounts).book(Field::Presales, -self.spending(slot).minor());
        }
    }
}
