//! The loops over columns of deals that work on several deals at a time.

use multiversion::multiversion;

use crate::model::auction::{BIDDERS, Standing};
use crate::model::market::Market;
use crate::quantile::Chance;
use crate::sim::deals::bidding::Bidding;
use crate::sim::deals::ends::Ends;
use crate::sim::draws::BidderDraw;
use crate::sim::facts::{BLOCK, Column};
use crate::units::{Money, Rate, Spread};

/// What decides, beside the bids, how the deals of a block end: list values, competing asks as shares of them, and vendor's
/// cost of goods.
pub type Asked<'a> = (&'a Column<Money>, &'a Column<f64>, &'a Column<Money>);

/// Calls a loop for amounts that are all narrow, or for any.
macro_rules! by_width {
    ($narrow:expr, $($of:ident)::+($($argument:expr),* $(,)?)) => {
        if $narrow { $($of)::+::<true>($($argument),*) } else { $($of)::+::<false>($($argument),*) }
    };
}
pub(super) use by_width;

// Each loop is compiled for several processors, the widest one present being chosen when the program runs. Nothing is
// fused or put into another order, so the results are the same.

/// What bidders need beyond what they pay: the share of a spread of list that each mark stands for.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn needs<const NARROW: bool>(
    (lists, draws): (&Column<Money>, &Column<BidderDraw>),
    (slot, spread): (usize, Rate),
    count: usize,
    needs: &mut Column<Money>,
) {
    for k in 0..count.min(BLOCK) {
        let width = Spread::new(lists[k], spread);
        let mark = draws[k].need(slot);
        needs[k] = if NARROW { width.share_narrow(mark) } else { width.share(mark) };
    }
}

/// What bidders ask for: a share of list, and their need.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn reserves<const NARROW: bool>(
    (lists, shares, needs): (&Column<Money>, &Column<Rate>, &Column<Money>),
    count: usize,
    reserves: &mut Column<Money>,
) {
    for k in 0..count.min(BLOCK) {
        reserves[k] = times::<NARROW>(lists[k], shares[k]).wrapping_add(needs[k]);
    }
}

/// Shares of list.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn shares_of<const NARROW: bool>(
    (lists, shares): (&Column<Money>, &Column<Rate>),
    count: usize,
    amounts: &mut Column<Money>,
) {
    for k in 0..count.min(BLOCK) {
        amounts[k] = times::<NARROW>(lists[k], shares[k]);
    }
}

/// An amount and a share of list.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn spending<const NARROW: bool>(
    lists: &Column<Money>,
    (amount, share): (Money, Rate),
    count: usize,
    amounts: &mut Column<Money>,
) {
    for k in 0..count.min(BLOCK) {
        amounts[k] = amount.wrapping_add(times::<NARROW>(lists[k], share));
    }
}

/// Takes the reserves of a slot into the standings, of those that do not stay out.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn bid(slot: usize, reserves: &Column<Money>, count: usize, bids: &mut Bidding) {
    let bit = 1_u8 << slot;
    for (k, asked) in reserves[..count.min(BLOCK)].iter().copied().enumerate() {
        let reserve = if bids.stayed_out[k] & bit == 0 { asked } else { Money::MAX };
        let mut standing = Standing { lowest: bids.lowest[k], second: bids.second[k], winner: bids.winner[k] };
        standing.bid(slot, reserve);
        (bids.lowest[k], bids.second[k], bids.winner[k]) = (standing.lowest, standing.second, standing.winner);
    }
}

/// Which rivals stay out, a bit a slot, of deals of which so many have a bidder in each slot.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn stay_out(drop_out: Chance, draws: &Column<BidderDraw>, met: &[usize; BIDDERS], stayed_out: &mut Column<u8>) {
    if drop_out == Chance::NEVER {
        return;
    }
    for (slot, count) in met.iter().enumerate().skip(1) {
        for (out, draw) in stayed_out.iter_mut().zip(&draws[..(*count).min(BLOCK)]) {
            *out |= u8::from(drop_out.hits(draw.drop_out(slot))) << slot;
        }
    }
}

/// What the lowest bidders pay and bring, now that all have bid, with support of the originator, in slot 0, or of another.
pub fn price(
    market: &Market,
    (lists, rank): (&Column<Money>, impl Fn(usize, usize) -> u8),
    support: [Rate; 2],
    (count, narrow): (usize, bool),
    bids: &mut Bidding,
) {
    for k in 0..count.min(BLOCK) {
        bids.shares[k] = market.price_shares[usize::from(rank(bids.winner[k] % BIDDERS, k))];
    }
    let distributor = market.distributor;
    by_width!(narrow, prices(lists, support, distributor, count, bids));
    if support == [Rate::ZERO; 2] {
        bids.support[..count].fill(Money::ZERO);
        bids.lost[..count].fill(Money::ZERO);
    } else {
        by_width!(narrow, supports(lists, support, distributor, count, bids));
    }
}

/// Of support for the originator and for others, that of the bidder in a slot.
#[inline(always)]
fn granted([originator, rival]: [Rate; 2], slot: usize) -> Rate {
    if slot == 0 { originator } else { rival }
}

/// What the lowest bidders pay and their distributors keep.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn prices<const NARROW: bool>(
    lists: &Column<Money>,
    support: [Rate; 2],
    distributor: Rate,
    count: usize,
    bids: &mut Bidding,
) {
    for (k, list) in lists[..count.min(BLOCK)].iter().enumerate() {
        let granted = granted(support, bids.winner[k]);
        let cost = times::<NARROW>(*list, bids.shares[k].wrapping_sub(granted));
        (bids.cost[k], bids.distributor[k]) = (cost, times::<NARROW>(cost, distributor));
    }
}

/// The support of the lowest bidders, and vendor's revenue that it costs.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn supports<const NARROW: bool>(
    lists: &Column<Money>,
    support: [Rate; 2],
    distributor: Rate,
    count: usize,
    bids: &mut Bidding,
) {
    for (k, list) in lists[..count.min(BLOCK)].iter().enumerate() {
        let granted = granted(support, bids.winner[k]);
        let unsupported = times::<NARROW>(*list, bids.shares[k]);
        let revenue = unsupported.wrapping_sub(times::<NARROW>(unsupported, distributor));
        bids.support[k] = times::<NARROW>(*list, granted);
        bids.lost[k] = revenue.wrapping_sub(bids.cost[k].wrapping_sub(bids.distributor[k]));
    }
}

/// How the deals end with a factor on the competing ask.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn ends(asked: Asked<'_>, ask_factor: f64, bids: &Bidding, count: usize, ends: &mut Ends) {
    for k in 0..count.min(BLOCK) {
        ends.set(k, &bids.of(k).end(ceiling(asked, ask_factor, k), asked.2[k]));
    }
}

/// The most the customer pays, with a factor on the competing ask: that ask, or list.
#[inline(always)]
pub fn ceiling((lists, asks, _): Asked<'_>, ask_factor: f64, k: usize) -> Money {
    Money::round_narrow(lists[k].minor() as f64 * (asks[k] * ask_factor)).min(lists[k])
}

/// [`Money::times`], of amounts that may all be known to be narrow.
#[inline(always)]
fn times<const NARROW: bool>(amount: Money, rate: Rate) -> Money {
    if NARROW { amount.times_narrow(rate) } else { amount.times(rate) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::facts::ROWS;

    /// Deals with list values up to the widest narrow one, and bids for them.
    fn deals() -> (Column<Money>, Column<Rate>, Column<BidderDraw>) {
        let mut number = 1_u64;
        let mut next = || {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            number >> 32
        };
        let lists = std::array::from_fn(|k| Money::from_minor((next() % 4_000_000_001) as i64 >> (k % 24)));
        let shares = std::array::from_fn(|_| Rate::from_ppb((next() % 1_000_000_001) as i64));
        (lists, shares, std::array::from_fn(|_| BidderDraw(next())))
    }

    #[test]
    fn narrow_and_wide_deals_are_worked_out_alike() {
        let (lists, shares, draws) = deals();
        let nothing = [Money::ZERO; ROWS];
        let reserves_of = |narrow: bool| {
            let [mut own, mut asked] = [nothing; 2];
            let spread = Rate::per_mille(130);
            by_width!(narrow, needs((&lists, &draws), (2, spread), BLOCK, &mut own));
            by_width!(narrow, reserves((&lists, &shares, &own), BLOCK, &mut asked));
            asked
        };
        assert_eq!(reserves_of(true), reserves_of(false));
        let bids_of = |narrow: bool| {
            let mut bids = Bidding { shares, ..Bidding::default() };
            bids.winner = std::array::from_fn(|k| k % BIDDERS);
            // The second support is more than some bidders pay.
            let (support, distributor) = ([Rate::per_mille(80), Rate::per_mille(500)], Rate::per_mille(6));
            by_width!(narrow, prices(&lists, support, distributor, BLOCK, &mut bids));
            by_width!(narrow, supports(&lists, support, distributor, BLOCK, &mut bids));
            [bids.cost, bids.distributor, bids.support, bids.lost]
        };
        assert_eq!(bids_of(true), bids_of(false));
    }

    #[test]
    fn rivals_stay_out_of_the_deals_that_they_would_bid_for() {
        let (.., draws) = deals();
        let stays_out = |drop_out: f64| {
            let mut stayed_out = [0; ROWS];
            stay_out(Chance::new(drop_out), &draws, &[4, 3, 1, 0, 0, 0, 0, 0], &mut stayed_out);
            stayed_out
        };
        // All rivals, and nobody; the originator always bids.
        assert_eq!(stays_out(1.0)[..5], [0b110, 0b10, 0b10, 0, 0]);
        assert_eq!(stays_out(0.0), [0; ROWS]);
        let half = |k: usize, slot: usize| u8::from(Chance::new(0.5).hits(draws[k].drop_out(slot))) << slot;
        assert_eq!(stays_out(0.5)[..4], [half(0, 1) | half(0, 2), half(1, 1), half(2, 1), 0]);
    }

    #[test]
    fn the_bids_of_a_block_stand_as_those_of_one_deal() {
        let (lists, ..) = deals();
        let mut bids = Bidding::default();
        // Three bidders, of whom the second stays out: the list value of the deal itself, of the next and of the one after.
        let of_slot = |slot: usize| -> Column<Money> { std::array::from_fn(|k| lists[(k + slot) % ROWS]) };
        bids.open(&of_slot(0), BLOCK);
        bids.stayed_out.fill(0b10);
        for slot in 1..3 {
            bid(slot, &of_slot(slot), BLOCK, &mut bids);
        }
        for k in 0..BLOCK {
            let standing = crate::model::auction::standing(&[lists[k], Money::MAX, lists[(k + 2) % ROWS]]);
            let found = Standing { lowest: bids.lowest[k], second: bids.second[k], winner: bids.winner[k] };
            assert_eq!(found, standing, "{k}");
        }
    }
}
