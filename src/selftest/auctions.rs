//! The reverse auction among equal bidders and with a registered one, drawn and rounded as in every deal.

use super::{Estimate, KnownAnswer, answer, shown};
use crate::model::auction::{BIDDERS, auction};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::draws::{BidderDraw, Draws, Flow, Kind};
use crate::units::{Money, Rate, Spread};

const SECTION: &str = "Price";

/// Auctions played for each trial of a simulation: enough for the third digit.
const AUCTIONS_A_TRIAL: usize = 1_024;

/// List value of every deal.
const LIST: Money = Money::from_units(50_000);
/// Discount of every bidder, of list.
const DISCOUNT: Rate = Rate::per_mille(200);
/// Spread of own needs, of list; not more than the discount, so that no need goes beyond list.
const SPREAD: Rate = Rate::per_mille(120);
/// Advantages of the registered partner, in thousandths of the spread.
const ADVANTAGES: [i64; 5] = [0, 250, 500, 1_000, 1_500];

/// One number of bidders and one advantage of the first.
struct Case {
    bidders: usize,
    /// Advantage of the first bidder, of list.
    advantage: Rate,
    /// Whether the first wins.
    wins: Moments,
    /// Rent of the first, 0 where it loses, of the spread.
    own_rent: Moments,
    /// Rent of the winner, of list.
    rent: Moments,
    /// Price less cost of the winner, of list.
    mark_up: Moments,
}

/// Running mean and sum of squared deviations (Welford 1962).
#[derive(Default)]
struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    fn add(&mut self, value: f64) {
        self.count += 1.0;
        let off = value - self.mean;
        self.mean += off / self.count;
        self.squares += off * (value - self.mean);
    }

    fn estimate(&self) -> Estimate {
        (self.mean, (self.squares / (self.count - 1.0) / self.count).sqrt())
    }
}

impl Case {
    fn new(bidders: usize, thousandths: i64) -> Case {
        let advantage = SPREAD.of(Rate::per_mille(thousandths));
        let [wins, own_rent, rent, mark_up] = std::array::from_fn(|_| Moments::default());
        Case { bidders, advantage, wins, own_rent, rent, mark_up }
    }

    fn play(&mut self, draw: BidderDraw) {
        let spread = Spread::new(LIST, SPREAD);
        let cost = |slot| LIST.times(Rate::ONE - DISCOUNT - if slot == 0 { self.advantage } else { Rate::ZERO });
        let mut reserves = [Money::MAX; BIDDERS];
        for (slot, reserve) in reserves[..self.bidders].iter_mut().enumerate() {
            *reserve = cost(slot) + spread.share(draw.need(slot));
        }
        if let Some(sale) = auction(&reserves[..self.bidders], LIST) {
            let of_list = |amount: Money| amount.minor() as f64 / LIST.minor() as f64;
            let rent = of_list(sale.price - reserves[sale.winner]);
            let first = sale.winner == 0;
            let mark_up = of_list(sale.price - cost(sale.winner));
            self.wins.add(f64::from(u8::from(first)));
            self.own_rent.add(if first { rent / SPREAD.to_f64() } else { 0.0 });
            self.rent.add(rent);
            self.mark_up.add(mark_up);
        }
    }

    fn answers(&self) -> Vec<KnownAnswer> {
        let (bidders, n) = (self.bidders, self.bidders as f64);
        let (w, d) = (SPREAD.to_f64(), self.advantage.to_f64() / SPREAD.to_f64());
        let mut answers = Vec::new();
        if self.advantage == Rate::ZERO {
            let name = |what: String| say!("{bidders} equal bidders: {what}, of list", bidders, what);
            answers.push(answer(SECTION, name(say!("rent of the winner")), w / (n + 1.0), self.rent.estimate()));
            answers.push(answer(SECTION, name(say!("mark-up on cost")), 2.0 * w / (n + 1.0), self.mark_up.estimate()));
        }
        let ahead = shown(d);
        let name = |what: String| {
            say!("{bidders} bidders, one ahead by {spreads} spreads: {what}", bidders, spreads = ahead, what)
        };
        answers.push(answer(SECTION, name(say!("it wins")), chance_to_win(n, d), self.wins.estimate()));
        answers.push(answer(SECTION, name(say!("its rent, in spreads")), rent_ahead(n, d), self.own_rent.estimate()));
        answers
    }
}

/// The chance that a bidder `d` spreads ahead of `n - 1` others wins (docs/model.md, "Known answers").
pub fn chance_to_win(n: f64, d: f64) -> f64 {
    if d < 1.0 { d + (1.0 - libm::pow(d, n)) / n } else { 1.0 }
}

/// The rent of a bidder `d` spreads ahead of `n - 1` others, at least one, in spreads; nothing where it loses.
pub fn rent_ahead(n: f64, d: f64) -> f64 {
    if d >= 1.0 {
        return d - 0.5 + 1.0 / n;
    }
    1.0 / (n * (n + 1.0)) + d / n + d * d / 2.0 - libm::pow(d, n + 1.0) / (n * (n + 1.0))
}

/// Plays the auctions; they break no check, as they are no simulation.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut cases: Vec<Case> =
        (2..=5).flat_map(|bidders| ADVANTAGES.map(|advantage| Case::new(bidders, advantage))).collect();
    let draws = Draws::new(seed);
    let mut bits = vec![0; AUCTIONS_A_TRIAL];
    for trial in 0..trials as u64 {
        draws.of_trial(Kind::Bidders, Flow::Market(0), trial).bits(&mut bits);
        for case in &mut cases {
            bits.iter().for_each(|bits| case.play(BidderDraw(*bits)));
        }
    }
    Ok(cases.iter().flat_map(Case::answers).collect())
}
