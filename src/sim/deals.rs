//! Playing a block of deals: once without any quotation for a whole market, then, for each programme, only the deals
//! whose request it granted, as the difference a quotation makes.

use crate::model::auction::{BIDDERS, Sale, auction};
use crate::model::market::Market;
use crate::model::treatment::Treatment;
use crate::outcome::{DealTally, Field};
use crate::quantile::Chance;
use crate::sim::accounts::{Accounts, Won};
use crate::sim::accrual::Signature;
use crate::sim::facts::{BLOCK, ContractMarks, Drawn, Facts, Slot};
use crate::sim::witness::{Contracted, Grant, Opportunity, Protection, Supported, Witness};
use crate::units::{Money, Rate, Spread};

/// What became of the originator's right to register, in one programme. A byte, so that blocks of it are worked out and
/// joined many at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Status(u8);

impl Status {
    /// The opportunity does not exist under the programme's rate of arrivals, or was not registered.
    pub const NO_REQUEST: Status = Status(0);
    /// Requested and refused.
    pub const REFUSED: Status = Status(1);
    /// Granted.
    pub const GRANTED: Status = Status(3);

    /// What became of it.
    #[inline(always)]
    pub fn of(requested: bool, granted: bool) -> Status {
        Status(u8::from(requested) | u8::from(requested & granted) << 1)
    }
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
    /// Support that can be paid in a fiscal year, if there is a budget.
    pub budget: Option<Money>,
    /// Support paid so far this fiscal year, under whichever rules held.
    pub paid: &'a mut Money,
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
    /// Chance that a won deal of the month becomes a contract.
    pub moves: Chance,
}

/// Working columns of a block: the auctions without any quotation.
#[derive(Debug)]
pub struct Auctions {
    /// What each bidder asks for without support.
    reserves: Box<[[Money; BIDDERS]; BLOCK]>,
    lowest: [Money; BLOCK],
    second: [Money; BLOCK],
    winner: [u8; BLOCK],
    won: Slot,
    requested: Slot,
    requests: [u8; BLOCK],
}

impl Default for Auctions {
    fn default() -> Auctions {
        Auctions {
            reserves: Box::new([[Money::MAX; BIDDERS]; BLOCK]),
            lowest: [Money::MAX; BLOCK],
            second: [Money::MAX; BLOCK],
            winner: [0; BLOCK],
            won: Slot::default(),
            requested: Slot::default(),
            requests: [0; BLOCK],
        }
    }
}

/// One deal and what each bidder asks for without support.
struct Deal<'a> {
    market: &'a Market,
    levels: &'a [u8],
    segment: usize,
    list: Money,
    count: usize,
    partners: &'a [u32; BIDDERS],
    reserves: &'a [Money; BIDDERS],
    ask: f64,
    /// The draws of its contract, if it becomes one.
    contract: Option<ContractMarks>,
}

/// How a deal ended.
#[derive(Clone, Copy)]
struct End {
    won: Option<Won>,
    /// Which rivals stayed out, a bit a slot.
    stayed_out: u8,
}

/// Plays the deals of a block, and tells a witness of them.
pub fn play<W: Witness>(
    block: &Block<'_>,
    auctions: &mut Auctions,
    base: &mut Accounts,
    hands: &mut [Hand<'_>],
    witness: &mut W,
) {
    auctions.bid(block, base);
    auctions.book_won(block, base);
    auctions.find_requested(block, hands);
    if W::LISTENS {
        auctions.tell(block, hands, witness);
    }
    for place in auctions.requested.places() {
        let i = usize::from(*place);
        let deal = Deal::new(block, &auctions.reserves, i);
        let without = End { won: auctions.sale(i, &deal).map(|sale| deal.won_without(sale)), stayed_out: 0 };
        // The last treatment of this deal that was played: most often the next programme treats it alike.
        let mut last: Option<(Treatment, End)> = None;
        for (at, hand) in hands.iter_mut().enumerate() {
            match hand.status[i] {
                Status::NO_REQUEST => {}
                Status::GRANTED => {
                    deal.request(hand, i, 1);
                    hand.play_granted(&deal, block.drawn, i, &without, &mut last, (at, witness));
                }
                _ => deal.request(hand, i, 0),
            }
        }
    }
}

impl Auctions {
    /// Every bidder's reserve, the two lowest of each deal, and what the bidders spend on it.
    fn bid(&mut self, block: &Block<'_>, base: &mut Accounts) {
        let Block { market, levels, facts, drawn, .. } = *block;
        for (slot, bidders) in facts.slots.iter().enumerate() {
            for place in bidders.places() {
                let i = usize::from(*place);
                let partner = facts.bidders[i][slot];
                let level = usize::from(levels[partner as usize]);
                let list = facts.list[i];
                let need = Spread::new(list, market.cost_spread).share(drawn.needs[i][slot]);
                let reserve = list.times(market.bid_share(level, Rate::ZERO)) + need;
                self.reserves[i][slot] = reserve;
                let spent = if slot == 0 {
                    self.lowest[i] = reserve;
                    self.second[i] = Money::MAX;
                    self.winner[i] = 0;
                    market.originator_spending(list)
                } else {
                    // As in `auction`: ties stay with the lower slot.
                    let lower = reserve < self.lowest[i];
                    self.second[i] = if lower { self.lowest[i] } else { self.second[i].min(reserve) };
                    self.winner[i] = if lower { slot as u8 } else { self.winner[i] };
                    self.lowest[i] = self.lowest[i].min(reserve);
                    market.presales.rival
                };
                base.book(level, usize::from(facts.segment[i]), partner, |tally| {
                    tally[Field::Presales] += spent.minor();
                    tally[Field::Opportunities] += i64::from(slot == 0);
                });
            }
        }
    }

    fn book_won(&mut self, block: &Block<'_>, base: &mut Accounts) {
        let facts = block.facts;
        let lowest = &self.lowest;
        self.won
            .collect(facts.slots[0].places().iter().copied(), |i| lowest[i] <= ceiling(facts.list[i], facts.ask[i]));
        for place in self.won.places() {
            let i = usize::from(*place);
            let deal = Deal::new(block, &self.reserves, i);
            if let Some(sale) = self.sale(i, &deal) {
                let won = deal.won_without(sale);
                deal.book_won::<1>(&won, base);
            }
        }
    }

    /// Tells of every opportunity of the block as it is without any quotation.
    fn tell<W: Witness>(&self, block: &Block<'_>, hands: &[Hand<'_>], witness: &mut W) {
        for place in block.facts.slots[0].places() {
            let i = usize::from(*place);
            let deal = Deal::new(block, &self.reserves, i);
            let won = self.sale(i, &deal).map(|sale| deal.won_without(sale));
            witness.opportunity(&Opportunity {
                block,
                hands,
                at: i,
                reserves: &self.reserves[i][..deal.count],
                ceiling: ceiling(deal.list, deal.ask),
                won,
                contract: won.and_then(|won| deal.contracted(&won)),
                by_use: deal.contract.is_some(),
            });
        }
    }

    /// How a deal ends without any quotation.
    #[inline(always)]
    fn sale(&self, i: usize, deal: &Deal<'_>) -> Option<Sale> {
        let ceiling = ceiling(deal.list, deal.ask);
        let winner = usize::from(self.winner[i]);
        (self.lowest[i] <= ceiling).then(|| Sale { winner, price: self.second[i].min(ceiling) })
    }

    /// The deals that some programme has a request for.
    fn find_requested(&mut self, block: &Block<'_>, hands: &[Hand<'_>]) {
        self.requests.fill(0);
        for hand in hands {
            for (any, status) in self.requests.iter_mut().zip(hand.status) {
                *any |= status.0;
            }
        }
        let requests = &self.requests;
        self.requested.collect(block.facts.slots[0].places().iter().copied(), |i| requests[i] != 0);
    }
}

/// The most a customer pays for a list value: the competing ask, or list.
#[inline(always)]
fn ceiling(list: Money, ask: f64) -> Money {
    Money::round_minor(list.minor() as f64 * ask).min(list)
}

impl Hand<'_> {
    #[inline(always)]
    fn play_granted<W: Witness>(
        &mut self,
        deal: &Deal<'_>,
        drawn: &Drawn,
        i: usize,
        without: &End,
        last: &mut Option<(Treatment, End)>,
        (at, witness): (usize, &mut W),
    ) {
        let lapsed = !self.in_time.hits(drawn.cycle[i]) & !self.extension.hits(drawn.extension[i]);
        let treatment = if lapsed { self.granted.lapsed() } else { self.granted };
        let play = |treatment: Treatment| (treatment, deal.end(&treatment, &drawn.drop_out[i]));
        let (_, end) = match last {
            Some(known) if known.0 == treatment => &*known,
            _ => &*last.insert(play(treatment)),
        };
        let support = end.won.map_or(Money::ZERO, |won| won.support);
        let unpaid = self.budget.is_some_and(|budget| *self.paid + support > budget);
        if W::LISTENS {
            let protection = match (self.in_time.hits(drawn.cycle[i]), lapsed) {
                (true, _) => Protection::InTime,
                (false, false) => Protection::Extended,
                (false, true) => Protection::Lapsed,
            };
            let treatment = if unpaid { treatment.lapsed() } else { treatment };
            witness.granted(at, i, &deal.grant(&treatment, &drawn.drop_out[i], without, (protection, unpaid)));
        }
        if unpaid {
            let (_, unpaid) = play(treatment.lapsed());
            deal.book_difference(without, &unpaid, self.accounts);
        } else {
            *self.paid += support;
            deal.book_difference(without, end, self.accounts);
        }
    }
}

impl<'a> Deal<'a> {
    #[inline(always)]
    fn new(block: &Block<'a>, reserves: &'a [[Money; BIDDERS]; BLOCK], i: usize) -> Deal<'a> {
        Deal {
            market: block.market,
            levels: block.levels,
            segment: usize::from(block.facts.segment[i]),
            list: block.facts.list[i],
            count: usize::from(block.facts.count[i]).min(BIDDERS),
            partners: &block.facts.bidders[i],
            reserves: &reserves[i],
            ask: block.facts.ask[i],
            contract: block.drawn.contract(i).filter(|marks| block.moves.hits(marks.moves)),
        }
    }

    #[inline(always)]
    fn level(&self, slot: usize) -> usize {
        usize::from(self.levels[self.partners[slot] as usize])
    }

    /// Books something of the bidder in a slot.
    #[inline(always)]
    fn book(&self, slot: usize, accounts: &mut Accounts, entry: impl Fn(&mut DealTally)) {
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

    /// What a bidder spends before the sale.
    #[inline(always)]
    fn spending(&self, slot: usize) -> Money {
        if slot == 0 { self.market.originator_spending(self.list) } else { self.market.presales.rival }
    }

    #[inline(always)]
    fn won_without(&self, sale: Sale) -> Won {
        self.won(sale, self.reserves[sale.winner], Rate::ZERO)
    }

    /// What each bidder asks for under a treatment, [`Money::MAX`] if it stays out; and who stays out, a bit a slot.
    #[inline(always)]
    fn bids(&self, treatment: &Treatment, drop_out: &[u32; BIDDERS]) -> ([Money; BIDDERS], u8) {
        let mut reserves = *self.reserves;
        let mut stayed_out = 0;
        let supported = |slot: usize, reserve: Money, support: Rate| {
            // The bidder's own need is unchanged; only what it pays falls.
            let bid = |support| self.list.times(self.market.bid_share(self.level(slot), support));
            reserve - bid(Rate::ZERO) + bid(support)
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

    /// The most the customer pays under a treatment.
    #[inline(always)]
    fn ceiling(&self, treatment: &Treatment) -> Money {
        ceiling(self.list, self.ask * treatment.ask_factor)
    }

    #[inline(always)]
    fn end(&self, treatment: &Treatment, drop_out: &[u32; BIDDERS]) -> End {
        let (reserves, stayed_out) = self.bids(treatment, drop_out);
        let won = auction(&reserves[..self.count], self.ceiling(treatment)).map(|sale| {
            let support = if sale.winner == 0 { treatment.originator_support } else { treatment.rival_support };
            self.won(sale, reserves[sale.winner], support)
        });
        End { won, stayed_out }
    }

    /// A grant as a witness is told of it.
    fn grant(
        &self,
        treatment: &Treatment,
        drop_out: &[u32; BIDDERS],
        without: &End,
        (protection, unpaid): (Protection, bool),
    ) -> Grant {
        let won = self.end(treatment, drop_out).won;
        let supported = won.filter(|won| won.support > Money::ZERO).map(|won| self.supported(without, &won));
        Grant {
            treatment: *treatment,
            protection,
            unpaid,
            reserves: self.bids(treatment, drop_out).0,
            ceiling: self.ceiling(treatment),
            won,
            contract: won.and_then(|won| self.contracted(&won)),
            supported,
        }
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
            // A contract's margin is its own: it takes no support, unless it keeps the auction's.
            support: if self.takes_support() { self.list.times(support) } else { Money::ZERO },
        }
    }

    #[inline(always)]
    fn takes_support(&self) -> bool {
        self.contract.is_none() || self.market.by_use.as_ref().is_some_and(|selling| selling.keeps_auction_margin)
    }

    /// Books a won deal `TIMES` times: at once, or as a contract.
    #[inline(always)]
    fn book_won<const TIMES: i64>(&self, won: &Won, accounts: &mut Accounts) {
        match &self.contract {
            None => {
                self.book(won.slot, accounts, |tally| won.add::<TIMES>(tally));
                let purchase = won.purchase();
                accounts.buy(self.partners[won.slot], if TIMES < 0 { -purchase } else { purchase });
            }
            Some(marks) => self.book_contract::<TIMES>(won, marks, accounts),
        }
    }

    #[inline(never)]
    fn book_contract<const TIMES: i64>(&self, won: &Won, marks: &ContractMarks, accounts: &mut Accounts) {
        let Some(Contracted { signature, worth, .. }) = self.signed(won, marks) else { return };
        self.book(won.slot, accounts, |tally| won.add_contract::<TIMES>(&signature, worth, tally));
        let place = (self.level(won.slot), self.segment, self.partners[won.slot]);
        accounts.sign(place, &signature, TIMES);
    }

    /// The contract that a won deal becomes, if it does.
    fn contracted(&self, won: &Won) -> Option<Contracted> {
        self.signed(won, self.contract.as_ref()?)
    }

    #[inline(always)]
    fn signed(&self, won: &Won, marks: &ContractMarks) -> Option<Contracted> {
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

    /// What the support of a won deal was worth.
    #[inline(always)]
    fn supported(&self, without: &End, won: &Won) -> Supported {
        let needless = without.won.map(|before| (won.support, before.price - won.price));
        let (deadweight, price_cut) = needless.unwrap_or_default();
        let unsupported = self.purchase_price(won.slot, Rate::ZERO);
        Supported {
            deadweight,
            price_cut,
            lost: unsupported - unsupported.times(self.market.distributor) - won.revenue,
        }
    }

    /// Books what a granted quotation changes.
    #[inline(always)]
    fn book_difference(&self, without: &End, end: &End, accounts: &mut Accounts) {
        match (&without.won, &end.won) {
            (Some(before), Some(won)) if before.slot == won.slot && self.contract.is_none() => {
                self.book(won.slot, accounts, |tally| won.add_beyond(before, tally));
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
        if let Some(won) = &end.won {
            self.book(won.slot, accounts, |tally| tally[Field::QuotationsWon] += 1);
            if won.support > Money::ZERO {
                let supported = self.supported(without, won);
                self.book(won.slot, accounts, |tally| supported.add(won, tally));
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
