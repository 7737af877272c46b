//! Playing a block of deals: once without any quotation for a whole market, then, for each programme, only the deals
//! whose request it granted, as the difference a quotation makes.

use crate::model::auction::{BIDDERS, Sale, auction};
use crate::model::market::Market;
use crate::model::treatment::Treatment;
use crate::outcome::Field;
use crate::quantile::Chance;
use crate::sim::accounts::{Accounts, Won};
use crate::sim::facts::{BLOCK, Drawn, Facts};
use crate::units::{Money, Rate, Spread};

/// What became of the originator's right to register, in one programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Status {
    /// The opportunity does not exist under the programme's rate of arrivals, or was not registered.
    #[default]
    NoRequest,
    /// Requested and refused.
    Refused,
    /// Granted.
    Granted,
}

/// One programme's way with a block.
#[derive(Debug)]
pub struct Hand<'a> {
    /// Treatment of granted requests this month.
    pub granted: Treatment,
    /// Chance that wait and sales cycle are within the protection.
    pub in_time: Chance,
    /// Chance that an overdue grant is extended.
    pub extension: Chance,
    /// Support that can still be paid this fiscal year, if there is a budget.
    pub budget: Option<&'a mut Money>,
    /// What became of each opportunity.
    pub status: &'a [Status; BLOCK],
    /// How many opportunities of the block, from its start, fall into the programme's first 13 days.
    pub early: usize,
    /// Where the difference to the deals without quotation is booked.
    pub accounts: &'a mut Accounts,
}

/// The bidders of one deal and what each asks for without support.
struct Table<'a> {
    list: Money,
    count: usize,
    partners: &'a [u32; BIDDERS],
    levels: [usize; BIDDERS],
    needs: [Money; BIDDERS],
    reserves: [Money; BIDDERS],
    ask: f64,
    unit_cost: Rate,
}

/// How a deal ended.
#[derive(Clone, Copy)]
struct End {
    sale: Option<(Sale, Won)>,
    /// Support of the winner.
    support: Money,
    /// Which slots bid.
    bids: u8,
}

/// Plays the first `count` deals of a block: `kept` are those that exist in the market.
pub fn play(
    (market, levels): (&Market, &[u8]),
    (facts, drawn): (&Facts, &Drawn),
    (count, kept): (usize, &[bool; BLOCK]),
    base: &mut Accounts,
    hands: &mut [Hand<'_>],
) {
    for i in 0..count {
        if !kept[i] {
            continue;
        }
        let table = Table::new(market, levels, facts, drawn, i);
        let segment = usize::from(facts.segment[i]);
        let without = table.end_without(market);
        book_without(market, &table, segment, &without, base);
        // Treatments of this deal that were played already, most often by the hand before.
        let mut last: Option<(Treatment, End)> = None;
        for hand in hands.iter_mut() {
            let status = hand.status[i];
            if status == Status::NoRequest {
                continue;
            }
            let early = i64::from(i < hand.early);
            let is_granted = i64::from(status == Status::Granted);
            hand.accounts.book(table.levels[0], segment, table.partners[0], |tally| {
                tally[Field::Requests] += 1;
                tally[Field::EarlyRequests] += early;
                tally[Field::Granted] += is_granted;
            });
            if status == Status::Refused {
                continue;
            }
            let lapsed = !hand.in_time.hits(drawn.cycle[i]) && !hand.extension.hits(drawn.extension[i]);
            let treatment = if lapsed { hand.granted.lapsed() } else { hand.granted };
            let end = match &last {
                Some((known, end)) if *known == treatment => *end,
                _ => table.end(market, &treatment, &drawn.drop_out[i]),
            };
            last = Some((treatment, end));
            let end = match &mut hand.budget {
                Some(left) if end.support > **left => table.end(market, &treatment.lapsed(), &drawn.drop_out[i]),
                Some(left) => {
                    **left -= end.support;
                    end
                }
                None => end,
            };
            book_difference(market, &table, segment, &without, &end, hand.accounts);
        }
    }
}

impl<'a> Table<'a> {
    #[inline(always)]
    fn new(market: &Market, levels: &[u8], facts: &'a Facts, drawn: &Drawn, i: usize) -> Table<'a> {
        let list = facts.list[i];
        let count = usize::from(facts.count[i]);
        let partners = &facts.bidders[i];
        let mut table = Table {
            list,
            count,
            partners,
            levels: [0; BIDDERS],
            needs: [Money::ZERO; BIDDERS],
            reserves: [Money::MAX; BIDDERS],
            ask: facts.ask[i],
            unit_cost: market.segments[usize::from(facts.segment[i])].unit_cost,
        };
        let spread = Spread::new(list, market.cost_spread);
        for slot in 0..count {
            table.levels[slot] = usize::from(levels[partners[slot] as usize]);
            table.needs[slot] = spread.share(drawn.needs[i][slot]);
            table.reserves[slot] = table.purchase_price(market, slot, Rate::ZERO) + table.needs[slot];
        }
        table
    }

    /// What a bidder pays for the goods.
    #[inline(always)]
    fn purchase_price(&self, market: &Market, slot: usize, support: Rate) -> Money {
        self.list.times(Rate::ONE - market.discounts[self.levels[slot]] - support)
    }

    /// The most the customer pays: the competing ask after `factor`, or list.
    #[inline(always)]
    fn ceiling(&self, factor: f64) -> Money {
        Money::round_minor(self.list.minor() as f64 * self.ask * factor).min(self.list)
    }

    #[inline(always)]
    fn end_without(&self, market: &Market) -> End {
        let sale = auction(&self.reserves[..self.count], self.ceiling(1.0));
        End {
            sale: sale.map(|sale| (sale, self.won(market, sale, self.reserves[sale.winner], Rate::ZERO))),
            support: Money::ZERO,
            bids: ((1_u16 << self.count) - 1) as u8,
        }
    }

    fn end(&self, market: &Market, treatment: &Treatment, drop_out: &[u32; BIDDERS]) -> End {
        let support_of = |slot| if slot == 0 { treatment.originator_support } else { treatment.rival_support };
        let mut reserves = self.reserves;
        let mut bids = ((1_u16 << self.count) - 1) as u8;
        for slot in 0..self.count {
            if slot > 0 && treatment.drop_out.hits(drop_out[slot]) {
                reserves[slot] = Money::MAX;
                bids &= !(1 << slot);
            } else if support_of(slot) != Rate::ZERO {
                reserves[slot] = self.purchase_price(market, slot, support_of(slot)) + self.needs[slot];
            }
        }
        let Some(sale) = auction(&reserves[..self.count], self.ceiling(treatment.ask_factor)) else {
            return End { sale: None, support: Money::ZERO, bids };
        };
        let support = support_of(sale.winner);
        End {
            sale: Some((sale, self.won(market, sale, reserves[sale.winner], support))),
            support: self.list.times(support),
            bids,
        }
    }

    #[inline(always)]
    fn won(&self, market: &Market, sale: Sale, reserve: Money, support: Rate) -> Won {
        let cost = self.purchase_price(market, sale.winner, support);
        let distributor = cost.times(market.distributor);
        Won {
            price: sale.price,
            margin: sale.price - cost,
            rent: sale.price - reserve,
            distributor,
            revenue: cost - distributor,
            profit: cost - distributor - self.list.times(self.unit_cost),
            list: self.list,
        }
    }

    #[inline(always)]
    fn spending(&self, market: &Market, slot: usize) -> Money {
        if slot == 0 { market.originator_spending(self.list) } else { market.presales.rival }
    }
}

/// Books a deal without any quotation: all bidders spend, the winner earns.
#[inline(always)]
fn book_without(market: &Market, table: &Table<'_>, segment: usize, end: &End, accounts: &mut Accounts) {
    for slot in 0..table.count {
        let spent = table.spending(market, slot).minor();
        let wasted = if end.wins(slot) { 0 } else { spent };
        accounts.book(table.levels[slot], segment, table.partners[slot], |tally| {
            tally[Field::Opportunities] += i64::from(slot == 0);
            tally[Field::Presales] += spent;
            tally[Field::PresalesWasted] += wasted;
        });
    }
    if let Some((sale, won)) = &end.sale {
        let slot = sale.winner;
        accounts.book(table.levels[slot], segment, table.partners[slot], |tally| won.add::<1>(tally));
    }
}

/// Books what a granted quotation changes.
fn book_difference(
    market: &Market,
    table: &Table<'_>,
    segment: usize,
    without: &End,
    end: &End,
    accounts: &mut Accounts,
) {
    if let Some((sale, won)) = &without.sale {
        let slot = sale.winner;
        accounts.book(table.levels[slot], segment, table.partners[slot], |tally| won.add::<-1>(tally));
    }
    if let Some((sale, won)) = &end.sale {
        let slot = sale.winner;
        let support = end.support.minor();
        let (deadweight, price_cut) = match &without.sale {
            Some((_, before)) if support > 0 => (support, (before.price - won.price).minor()),
            _ => (0, 0),
        };
        let (revenue, profit) = if support > 0 { (won.revenue.minor(), won.profit.minor()) } else { (0, 0) };
        accounts.book(table.levels[slot], segment, table.partners[slot], |tally| {
            won.add::<1>(tally);
            tally[Field::QuotationsWon] += 1;
            tally[Field::SupportCost] += support;
            tally[Field::Deadweight] += deadweight;
            tally[Field::PriceCut] += price_cut;
            tally[Field::SupportedRevenue] += revenue;
            tally[Field::SupportedProfit] += profit;
        });
    }
    for slot in 0..table.count {
        let spent = table.spending(market, slot).minor();
        let bids = end.bids & (1 << slot) != 0;
        let change = if bids { 0 } else { -spent };
        let wasted_before = if without.wins(slot) { 0 } else { spent };
        let wasted = if bids && !end.wins(slot) { spent } else { 0 };
        if change != 0 || wasted != wasted_before {
            accounts.book(table.levels[slot], segment, table.partners[slot], |tally| {
                tally[Field::Presales] += change;
                tally[Field::PresalesWasted] += wasted - wasted_before;
            });
        }
    }
}

impl End {
    #[inline(always)]
    fn wins(&self, slot: usize) -> bool {
        matches!(&self.sale, Some((sale, _)) if sale.winner == slot)
    }
}
