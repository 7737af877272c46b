//! The opportunities of a trial, each with all that is drawn for it, read kind by kind from the start of its draws.

use partnersim::model::auction::BIDDERS;
use partnersim::model::horizon::month_start;
use partnersim::model::market::{LARGEST_LIST, Market};
use partnersim::programme::Programme;
use partnersim::quantile::{Poisson, normal, uniform};
use partnersim::sim::draws::{BidderDraw, Draws, Flow, Kind};
use partnersim::units::{Money, Spread};

/// The draws of a trial's market: each kind from its start.
pub struct Trial<'a> {
    /// The draws of the run.
    pub draws: &'a Draws,
    /// Its number, from 0.
    pub trial: u64,
}

impl Trial<'_> {
    fn marks(&self, kind: Kind, count: usize) -> Vec<u32> {
        let mut marks = vec![0; count];
        self.draws.of_trial(kind, Flow::Market(0), self.trial).marks(&mut marks);
        marks
    }

    fn bits(&self, kind: Kind, count: usize) -> Vec<u64> {
        let mut bits = vec![0; count];
        self.draws.of_trial(kind, Flow::Market(0), self.trial).bits(&mut bits);
        bits
    }

    fn normals(&self, kind: Kind, count: usize) -> Vec<f64> {
        self.bits(kind, count).into_iter().map(|bits| normal(uniform(bits))).collect()
    }
}

/// One opportunity, with all that is drawn for it.
pub struct Deal {
    pub month: usize,
    pub early: bool,
    pub segment: usize,
    pub list: Money,
    pub bidders: Vec<usize>,
    pub needs: Vec<Money>,
    pub drop_out: Vec<u32>,
    pub ask: f64,
    pub cycle: u32,
    pub extension: u32,
    pub newest: bool,
    pub new_account: bool,
    pub last_order: u32,
    pub registers: u32,
    pub conflict: u32,
    pub approval: u32,
}

/// All opportunities of a trial's market, in the order of their days.
pub fn deals(programme: &Programme, market: &Market, trial: &Trial<'_>) -> Vec<Deal> {
    let linked = programme.links.coverage_quotations;
    let coverage = if linked { programme.coverage.ask_factor() } else { 1.0 };
    let days = month_start(programme.settings.months as usize);
    let month_of = |day: usize| (0..).find(|month| month_start(month + 1) > day).unwrap_or(0);
    let day_marks = trial.marks(Kind::Arrivals, days);
    let day_of_deal: Vec<usize> = (0..days)
        .flat_map(|day| {
            let law = Poisson::new(market.daily[month_of(day) % 12]);
            std::iter::repeat_n(day, law.count(day_marks[day]))
        })
        .collect();
    let count = day_of_deal.len();
    let marks = |kind| trial.marks(kind, count);
    let [segment, technology, account, order] =
        [Kind::Segment, Kind::Technology, Kind::Account, Kind::LastOrder].map(marks);
    let [originator, registers, conflict, approval] =
        [Kind::Originator, Kind::Registers, Kind::Conflict, Kind::Approval].map(marks);
    let [cycle, extension] = [Kind::Cycle, Kind::Extension].map(marks);
    let bidders = trial.bits(Kind::Bidders, count);
    let [value, ask] = [Kind::Value, Kind::Ask].map(|kind| trial.normals(kind, count));
    (0..count)
        .map(|i| {
            let draw = BidderDraw(bidders[i]);
            let at = market.segment(segment[i]);
            let traits = &market.segments[at];
            let list = Money::round_minor(libm::exp(traits.log_median + traits.sigma * value[i]).min(LARGEST_LIST));
            let [newest, new_account] = [traits.newest.hits(technology[i]), traits.new_account.hits(account[i])];
            let mut bidders = vec![market.pool.pick(originator[i], &[])];
            for slot in 1..=traits.rival_count(draw.rivals()) {
                let mut taken = bidders.clone();
                taken.sort_unstable();
                bidders.push(market.pool.pick(draw.rival(slot), &taken));
            }
            let spread = Spread::new(list, market.cost_spread);
            Deal {
                month: month_of(day_of_deal[i]),
                early: day_of_deal[i] < 13,
                segment: at,
                list,
                needs: (0..BIDDERS).map(|slot| spread.share(draw.need(slot))).collect(),
                bidders: bidders.into_iter().map(|bidder| bidder as usize).collect(),
                drop_out: (0..BIDDERS).map(|slot| draw.drop_out(slot)).collect(),
                ask: traits.ask(ask[i]) * if new_account { 1.0 } else { traits.loyalty } * coverage,
                cycle: cycle[i],
                extension: extension[i],
                newest,
                new_account,
                last_order: order[i],
                registers: registers[i],
                conflict: conflict[i],
                approval: approval[i],
            }
        })
        .collect()
}
