//! Playing a block of deals: once without any quotation for a whole market, then, for each programme, only the deals
//! whose request it granted, as the difference a quotation makes.

use crate::model::auction::{BIDDERS, Sale, auction};
use crate::model::market::Market;
use crate::model::treatment::Treatment;
use crate::outcome::{Field, Tally};
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

/// What a block is played with.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The market.
    pub market: &'a Market,
    /// The level each partner holds.
    pub levels: &'a [u8],
    /// What the draws mean in the market.
    pub facts: &'a Facts,
    /// The draws.
    pub drawn: &'a Drawn,
    /// How many opportunities it has, from its start.
    pub count: usize,
    /// Which of them exist in the market.
    pub kept: &'a [bool; BLOCK],
}

/// One deal and what each bidder asks for without support.
struct Deal<'a> {
    market: &'a Market,
    levels: &'a [u8],
    segment: usize,
    list: Money,
    count: usize,
    partners: &'a [u32; BIDDERS],
    reserves: [Money; BIDDERS],
    ask: f64,
}

/// How a deal ended.
#[derive(Clone, Copy)]
struct End {
    won: Option<Won>,
    /// Which rivals stayed out, a bit a slot.
    stayed_out: u8,
}

/// Plays the deals of a block.
pub fn play(block: &Block<'_>, base: &mut Accounts, hands: &mut [Hand<'_>]) {
    for i in 0..block.count {
        if !block.kept[i] {
            continue;
        }
        let deal = Deal::new(block, i, base);
        let without = deal.end_without();
        if let Some(won) = &without.won {
            deal.book(won.slot, base, |tally| won.add::<1>(tally));
        }
        // The last treatment of this deal that was played: most often the next programme treats it alike.
        let mut last: Option<(Treatment, End)> = None;
        for hand in hands.iter_mut() {
            match hand.status[i] {
                Status::NoRequest => {}
                Status::Refused => deal.request(hand, i, 0),
                Status::Granted => {
                    deal.request(hand, i, 1);
                    hand.play_granted(&deal, block.drawn, i, &without, &mut last);
                }
            }
        }
    }
}

impl Hand<'_> {
    fn play_granted(
        &mut self,
        deal: &Deal<'_>,
        drawn: &Drawn,
        i: usize,
        without: &End,
        last: &mut Option<(Treatment, End)>,
    ) {
        let lapsed = !self.in_time.hits(drawn.cycle[i]) & !self.extension.hits(drawn.extension[i]);
        let treatment = if lapsed { self.granted.lapsed() } else { self.granted };
        let end = match last {
            Some((known, end)) if *known == treatment => *end,
            _ => deal.end(&treatment, &drawn.drop_out[i]),
        };
        *last = Some((treatment, end));
        let support = end.won.map_or(Money::ZERO, |won| won.support);
        let end = match &mut self.budget {
            Some(left) if support > **left => deal.end(&treatment.lapsed(), &drawn.drop_out[i]),
            Some(left) => {
                **left -= support;
                end
            }
            None => end,
        };
        deal.book_difference(without, &end, self.accounts);
    }
}

impl<'a> Deal<'a> {
    /// The deal, whose bidders spend on it; that is booked.
    #[inline(always)]
    fn new(block: &Block<'a>, i: usize, base: &mut Accounts) -> Deal<'a> {
        let Block { market, levels, facts, drawn, .. } = *block;
        let mut deal = Deal {
            market,
            levels,
            segment: usize::from(facts.segment[i]),
            list: facts.list[i],
            count: usize::from(facts.count[i]).min(BIDDERS),
            partners: &facts.bidders[i],
            reserves: [Money::MAX; BIDDERS],
            ask: facts.ask[i],
        };
        let spread = Spread::new(deal.list, market.cost_spread);
        for slot in 0..deal.count {
            deal.reserves[slot] = deal.purchase_price(slot, Rate::ZERO) + spread.share(drawn.needs[i][slot]);
            let spent = deal.spending(slot).minor();
            deal.book(slot, base, |tally| tally[Field::Presales] += spent);
        }
        deal.book(0, base, |tally| tally[Field::Opportunities] += 1);
        deal
    }

    #[inline(always)]
    fn level(&self, slot: usize) -> usize {
        usize::from(self.levels[self.partners[slot] as usize])
    }

    /// Books something of the bidder in a slot.
    #[inline(always)]
    fn book(&self, slot: usize, accounts: &mut Accounts, entry: impl Fn(&mut Tally)) {
        accounts.book(self.level(slot), self.segment, self.partners[slot], entry);
    }

    /// Books a request of the originator.
    #[inline(always)]
    fn request(&self, hand: &mut Hand<'_>, i: usize, granted: i64) {
        let early = i64::from(i < hand.early);
        self.book(0, hand.accounts, |tally| {
            tally[Field::Requests] += 1;
            tally[Field::EarlyRequests] += early;
            tally[Field::Granted] += granted;
        });
    }

    /// What a bidder pays for the goods.
    #[inline(always)]
    fn purchase_price(&self, slot: usize, support: Rate) -> Money {
        self.list.times(self.market.price_shares[self.level(slot)] - support)
    }

    /// The most the customer pays: the competing ask after `factor`, or list.
    #[inline(always)]
    fn ceiling(&self, factor: f64) -> Money {
        Money::round_minor(self.list.minor() as f64 * self.ask * factor).min(self.list)
    }

    /// What a bidder spends before the sale.
    #[inline(always)]
    fn spending(&self, slot: usize) -> Money {
        if slot == 0 { self.market.originator_spending(self.list) } else { self.market.presales.rival }
    }

    #[inline(always)]
    fn end_without(&self) -> End {
        let sale = auction(&self.reserves[..self.count], self.ceiling(1.0));
        End { won: sale.map(|sale| self.won(sale, self.reserves[sale.winner], Rate::ZERO)), stayed_out: 0 }
    }

    fn end(&self, treatment: &Treatment, drop_out: &[u32; BIDDERS]) -> End {
        let mut reserves = self.reserves;
        let mut stayed_out = 0;
        let supported = |slot: usize, reserve: Money, support: Rate| {
            // The bidder's own need is unchanged; only what it pays falls.
            reserve - self.purchase_price(slot, Rate::ZERO) + self.purchase_price(slot, support)
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
        let won = auction(&reserves[..self.count], self.ceiling(treatment.ask_factor)).map(|sale| {
            let support = if sale.winner == 0 { treatment.originator_support } else { treatment.rival_support };
            self.won(sale, reserves[sale.winner], support)
        });
        End { won, stayed_out }
    }

    #[inline(always)]
    fn won(&self, sale: Sale, reserve: Money, support: Rate) -> Won {
        let cost = self.purchase_price(sale.winner, support);
        let distributor = cost.times(self.market.distributor);
        let goods = self.list.times(self.market.segments[self.segment].unit_cost);
        Won {
            slot: sale.winner,
            price: sale.price,
            margin: sale.price - cost,
            rent: sale.price - reserve,
            distributor,
            revenue: cost - distributor,
            profit: cost - distributor - goods,
            list: self.list,
            presales: self.spending(sale.winner),
            support: self.list.times(support),
        }
    }

    /// Books what a granted quotation changes.
    #[inline(always)]
    fn book_difference(&self, without: &End, end: &End, accounts: &mut Accounts) {
        if let Some(won) = &without.won {
            self.book(won.slot, accounts, |tally| won.add::<-1>(tally));
        }
        if let Some(won) = &end.won {
            self.book(won.slot, accounts, |tally| {
                won.add::<1>(tally);
                tally[Field::QuotationsWon] += 1;
            });
            if won.support > Money::ZERO {
                let needless = without.won.map(|before| (won.support.minor(), (before.price - won.price).minor()));
                let (deadweight, price_cut) = needless.unwrap_or_default();
                let unsupported = self.purchase_price(won.slot, Rate::ZERO);
                let lost = unsupported - unsupported.times(self.market.distributor) - won.revenue;
                self.book(won.slot, accounts, |tally| {
                    tally[Field::SupportCost] += won.support.minor();
                    tally[Field::Deadweight] += deadweight;
                    tally[Field::PriceCut] += price_cut;
                    tally[Field::SupportedProfit] += won.profit.minor();
                    tally[Field::SupportedLoss] += lost.minor();
                });
            }
        }
        let mut left = end.stayed_out;
        while left != 0 {
            let slot = left.trailing_zeros() as usize;
            left &= left - 1;
            let spent = self.spending(slot).minor();
            self.book(slot, accounts, |tally| tally[Field::Presales] -= spent);
        }
    }
}
