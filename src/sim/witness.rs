//! Who listens while a trial is played. The hot loop is compiled without a listener for [`NoTrace`]; [`crate::sim::trace`]
//! listens to one programme.

use crate::model::auction::BIDDERS;
use crate::model::desk::DeskMonth;
use crate::model::treatment::Treatment;
use crate::outcome::{Book, Business, Field, PartnerDeals, Tally};
use crate::sim::accounts::Won;
use crate::sim::accrual::Signature;
use crate::sim::deals::{Block, End, Hand};
use crate::sim::roll::{Roll, RollSums, Spell};
use crate::units::Money;

/// Hears what becomes of deals and partners, in the order in which they are played.
pub trait Witness {
    /// Whether it hears anything: what is told only to listeners is not worked out for others.
    const LISTENS: bool = true;

    /// The desk of a plan, by place, has reviewed a month's requests.
    fn reviewed(&mut self, _plan: usize, _month: usize, _desk: &DeskMonth, _requests: u64) {}

    /// A block is about to be played.
    fn scene(&mut self, _scene: &Scene<'_>) {}

    /// An opportunity of the block, as it ends without any quotation.
    fn opportunity(&mut self, _opportunity: &Opportunity<'_>) {}

    /// A hand of the block granted a request for the opportunity at a place of the block that it was told of.
    fn granted(&mut self, _hand: usize, _at: usize, _grant: &Grant) {}

    /// A spell of a fiscal year is about to be settled with some partners.
    fn settling(&mut self, _partners: &Settled<'_>) {}

    /// It has been settled.
    fn settled(&mut self, _partners: &Settled<'_>) {}
}

/// Hears nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoTrace;

impl Witness for NoTrace {
    const LISTENS: bool = false;
}

/// Where and for whom a block is played.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// Ordinary opportunities, or those that a launch releases.
    pub business: Business,
    /// Month of the horizon, from 0.
    pub month: usize,
    /// The strip of arrivals; 0 for a launch.
    pub strip: u16,
    /// The number of the block's first opportunity in its flow.
    pub first: usize,
    /// How many came before each day of the horizon.
    pub before: &'a [u32],
    /// The plans by place, one for each hand of the block.
    pub plans: &'a [usize],
}

/// An opportunity without any quotation.
#[derive(Debug)]
pub struct Opportunity<'a> {
    /// The block it belongs to.
    pub block: &'a Block<'a>,
    /// The hands that play it.
    pub hands: &'a [Hand<'a>],
    /// Its place in the block.
    pub at: usize,
    /// Each bidder as a place in the population and what it asks for, the originator first.
    pub bidders: &'a [(u32, Money)],
    /// The most that the customer pays.
    pub ceiling: Money,
    /// How it ends, if one of the partners wins it.
    pub won: Option<Won>,
    /// The contract that it becomes when it is won so.
    pub contract: Option<Contracted>,
    /// Whether it becomes a contract if it is won.
    pub by_use: bool,
}

/// A granted request, and how the deal ends with it.
#[derive(Debug, Clone, Copy)]
pub struct Grant {
    /// How the deal was treated in the end.
    pub treatment: Treatment,
    /// Whether the protection held.
    pub protection: Protection,
    /// Whether the year's budget had no room for the support.
    pub unpaid: bool,
    /// What each bidder asks for, [`Money::MAX`] if it stays out.
    pub reserves: [Money; BIDDERS],
    /// The most that the customer pays.
    pub ceiling: Money,
    /// How it ends, if one of the partners wins it.
    pub won: Option<Won>,
    /// The contract that it becomes.
    pub contract: Option<Contracted>,
    /// What the support was worth, where some is paid.
    pub supported: Option<Supported>,
}

/// What became of the protection of a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Wait and sales cycle were within it.
    InTime,
    /// It ended first and was extended.
    Extended,
    /// It ended first: no support, and rivals who had left came back.
    Lapsed,
}

/// A contract that a won deal becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contracted {
    /// What it brings over its terms.
    pub signature: Signature,
    /// Present value of the winner's margin.
    pub worth: Money,
    /// Whether it goes through a distributor's marketplace.
    pub marketplace: bool,
}

/// What the support of a won deal was worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supported {
    /// The support.
    pub support: Money,
    /// The support, if the deal would have been won without it.
    pub deadweight: Money,
    /// What the customer paid less because of it, if so.
    pub price_cut: Money,
    /// Vendor's gross profit of the deal.
    pub profit: Money,
    /// Vendor's revenue that it cost at the same deal.
    pub lost: Money,
}

impl Contracted {
    /// Books, `times` times, what is counted of the contract of a deal that was won at a price with a margin.
    pub fn book(&self, price: Money, margin: Money, times: i64, tally: &mut impl Book) {
        let contract = &self.signature.contract;
        for (field, amount) in [
            (Field::Contracts, 1),
            (Field::ContractPrice, price.minor()),
            (Field::ContractValue, contract.spend.minor()),
            (Field::ContractPurchases, contract.purchases().minor()),
            (Field::ContractWorth, self.worth.minor()),
            (Field::OutrightMargin, margin.minor()),
        ] {
            tally.book(field, times * amount);
        }
    }
}

impl Supported {
    /// What the support of a won deal was worth, nothing where none is paid; `before` is how the deal ends without it.
    #[inline(always)]
    pub fn of(before: &End, end: &End) -> Supported {
        let if_paid = |amount: Money, paid: bool| if paid { amount } else { Money::ZERO };
        let paid = end.support > Money::ZERO;
        let needless = paid & before.is_won();
        Supported {
            support: end.support,
            deadweight: if_paid(end.support, needless),
            price_cut: if_paid(before.price - end.price, needless),
            profit: if_paid(end.profit, paid),
            lost: if_paid(end.lost, paid),
        }
    }

    /// Books it for the winner.
    #[inline(always)]
    pub fn book(&self, tally: &mut impl Book) {
        tally.book(Field::SupportCost, self.support.minor());
        tally.book(Field::Deadweight, self.deadweight.minor());
        tally.book(Field::PriceCut, self.price_cut.minor());
        tally.book(Field::SupportedProfit, self.profit.minor());
        tally.book(Field::SupportedLoss, self.lost.minor());
    }
}

/// Some partners and a spell of their fiscal year.
#[derive(Debug, Clone, Copy)]
pub struct Settled<'a> {
    /// Whose they are.
    pub whose: Whose,
    /// The spell.
    pub spell: &'a Spell<'a>,
    /// The partners.
    pub roll: &'a Roll,
    /// What is added up of them.
    pub sums: &'a RollSums,
    /// What deals brought them in the fiscal year; none where they meet none.
    pub deals: Option<&'a [PartnerDeals]>,
    /// What is booked so far, by row of the breakdown: of a succession of rules, its services of the whole horizon.
    pub rows: &'a [Tally],
}

/// Whose partners are settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The pool of a plan, by its place.
    Plan(usize),
    /// All others under a succession of year-end rules, by its place.
    Chain(usize),
}
