//! Listens to one programme while a trial is played, and writes it down.

use crate::model::auction::BIDDERS;
use crate::model::desk::DeskMonth;
use crate::model::horizon::YEAR_MONTHS;
use crate::model::registration::Candidate;
use crate::outcome::partner::PartnerTally;
use crate::outcome::{Business, Dimension, PartnerDeals, Tally};
use crate::plan::Plans;
use crate::sim::deals::Status;
use crate::sim::trace::{BUSINESSES, BidderTrace, DealTrace, DeskTrace, GrantTrace, PartnerYear, Request, Trace};
use crate::sim::witness::{Grant, Opportunity, Scene, Settled, Whose, Witness};
use crate::units::{Money, Rate};

/// How many marks there are.
const MARKS: f64 = 4_294_967_296.0;

/// What was heard so far.
#[derive(Debug)]
pub struct Recorder<'a> {
    plans: &'a Plans,
    /// The programme it listens to.
    plan: usize,
    /// Where the block stands that is played.
    scene: Option<Place>,
    /// The deals of that block: for each of its places that exist, the deal's place in `deals`.
    block: Vec<(usize, usize)>,
    deals: Vec<DealTrace>,
    desk: Vec<DeskTrace>,
    years: Vec<PartnerYear>,
    /// What was booked by business up to the end of each fiscal year, without the services of the plan's succession of rules.
    so_far: Vec<[Tally; BUSINESSES]>,
    /// Those services, by fiscal year.
    services: Vec<Tally>,
    /// Levels and sums before the spell that is being settled: of the pool, then of the others.
    before: [(Vec<u8>, Vec<PartnerTally>); 2],
}

/// Where a block stands.
#[derive(Debug)]
struct Place {
    business: Business,
    month: usize,
    strip: u16,
    first: usize,
    days: Vec<u32>,
    hand: usize,
}

impl<'a> Recorder<'a> {
    /// Listens to a programme, by its place among the plans.
    pub fn new(plans: &'a Plans, plan: usize) -> Recorder<'a> {
        Recorder {
            plans,
            plan,
            scene: None,
            block: Vec::new(),
            deals: Vec::new(),
            desk: Vec::new(),
            years: Vec::new(),
            so_far: Vec::new(),
            services: Vec::new(),
            before: Default::default(),
        }
    }

    /// All that was heard, with what the kernel booked.
    pub fn finish(mut self, rows: &[Tally]) -> Trace {
        self.deals.sort_by_key(|deal| (deal.day, deal.business as usize, deal.key));
        let mut businesses = self.so_far;
        for year in (1..businesses.len()).rev() {
            let (before, own) = businesses.split_at_mut(year);
            own[0].iter_mut().zip(&before[year - 1]).for_each(|(own, before)| *own -= before);
        }
        for (year, services) in businesses.iter_mut().zip(&self.services) {
            year[Business::Services as usize] += services;
        }
        Trace { deals: self.deals, desk: self.desk, years: self.years, rows: rows.to_vec(), businesses }
    }

    /// Writes down what is booked by business when a fiscal year ends.
    fn keep_rows(&mut self, partners: &Settled<'_>) {
        let (shape, year) = (&self.plans.shape, partners.spell.year);
        match partners.whose {
            Whose::Plan(_) => {
                let mut so_far = [Tally::default(); BUSINESSES];
                so_far.copy_from_slice(&partners.rows[shape.rows(Dimension::Business)]);
                self.so_far.truncate(year);
                self.so_far.push(so_far);
            }
            Whose::Chain(_) => {
                let mut services = Tally::default();
                let months = shape.rows(Dimension::Month).skip(year * YEAR_MONTHS).take(YEAR_MONTHS);
                months.for_each(|row| services += &partners.rows[row]);
                self.services.truncate(year);
                self.services.push(services);
            }
        }
    }

    /// What became of the registration of an opportunity.
    fn request(&self, rules: usize, told: &Opportunity<'_>, status: Status) -> Request {
        let (facts, drawn) = (told.block.facts, told.block.drawn);
        let registration = &self.plans.plans[rules].registration;
        let candidate = Candidate {
            list: facts.list[told.at],
            level: usize::from(told.block.levels[facts.originator[told.at] as usize]),
            newest: facts.newest[told.at],
            new_account: facts.new_account[told.at],
            last_order: drawn.last_order[told.at],
        };
        match status {
            Status::GRANTED => Request::Granted,
            Status::NO_REQUEST if registration.eligible(&candidate) => Request::NotRegistered,
            Status::NO_REQUEST => Request::NotEligible,
            _ if registration.conflict.hits(drawn.conflict[told.at]) => Request::Duplicate,
            _ => Request::NotApproved,
        }
    }

    /// Which part of `before` somebody's partners have; `None` where nobody listens to them.
    fn side(&self, whose: Whose) -> Option<usize> {
        match whose {
            Whose::Plan(plan) => (plan == self.plan).then_some(0),
            Whose::Chain(chain) => (chain == self.plans.plans[self.plan].chain).then_some(1),
        }
    }
}

impl Witness for Recorder<'_> {
    fn reviewed(&mut self, plan: usize, _month: usize, desk: &DeskMonth, requests: u64) {
        if plan == self.plan {
            self.desk.push(DeskTrace { requests, wait: desk.wait, backlog: desk.backlog });
        }
    }

    fn scene(&mut self, scene: &Scene<'_>) {
        self.block.clear();
        let hand = scene.plans.iter().position(|plan| *plan == self.plan);
        self.scene = hand.map(|hand| Place {
            business: scene.business,
            month: scene.month,
            strip: scene.strip,
            first: scene.first,
            days: scene.before.to_vec(),
            hand,
        });
    }

    fn opportunity(&mut self, told: &Opportunity<'_>) {
        let Some(place) = &self.scene else { return };
        let (facts, drawn, market) = (told.block.facts, told.block.drawn, told.block.market);
        let (i, number) = (told.at, place.first + told.at);
        let hand = &told.hands[place.hand];
        let rules = match place.business {
            Business::Launch => self.plan,
            _ => self.plans.ruling(self.plan, place.month),
        };
        let list = facts.list[i];
        let segment = &market.segments[usize::from(facts.segment[i])];
        let bidder = |(slot, (partner, reserve)): (usize, &(u32, Money))| {
            let partner = *partner as usize;
            BidderTrace {
                partner,
                level: usize::from(told.block.levels[partner]),
                need: f64::from(drawn.bidders(i).need(slot)) / MARKS,
                support: Rate::ZERO,
                reserve: Some(*reserve),
                presales: if slot == 0 { market.originator_spending(list) } else { market.presales.rival },
            }
        };
        self.block.push((i, self.deals.len()));
        self.deals.push(DealTrace {
            business: place.business,
            month: place.month,
            day: place.days.partition_point(|before| *before as usize <= number) - 1,
            key: (place.strip, number),
            rules,
            segment: segment.row,
            list,
            newest: facts.newest[i],
            new_account: facts.new_account[i],
            last_order: f64::from(drawn.last_order[i]) / MARKS,
            ask: segment.ask(drawn.asks[i]),
            request: self.request(rules, told, hand.status[i]),
            early: i < hand.early,
            bidders: told.bidders.iter().enumerate().map(bidder).collect(),
            grant: None,
            ceiling: told.ceiling,
            without: told.won,
            won: told.won,
            by_use: told.by_use,
            contract: told.contract,
            supported: None,
        });
    }

    fn granted(&mut self, hand: usize, at: usize, grant: &Grant) {
        let Some(place) = self.scene.as_ref().filter(|place| place.hand == hand) else { return };
        let Ok(found) = self.block.binary_search_by_key(&at, |(at, _)| *at) else { return };
        let wait = self.desk.get(place.month).map_or(0.0, |desk| desk.wait);
        let deal = &mut self.deals[self.block[found].1];
        for (slot, bidder) in deal.bidders.iter_mut().enumerate().take(BIDDERS) {
            let stays_out = grant.reserves[slot] == Money::MAX;
            bidder.reserve = (!stays_out).then_some(grant.reserves[slot]);
            bidder.presales = if stays_out { Money::ZERO } else { bidder.presales };
            bidder.support = match slot {
                0 => grant.treatment.originator_support,
                _ => grant.treatment.rival_support,
            };
        }
        let Grant { treatment, protection, unpaid, ceiling, won, contract, supported, .. } = *grant;
        deal.grant = Some(GrantTrace { wait, protection, unpaid, treatment });
        (deal.ceiling, deal.won, deal.contract, deal.supported) = (ceiling, won, contract, supported);
    }

    fn settling(&mut self, partners: &Settled<'_>) {
        if let Some(side) = self.side(partners.whose) {
            self.before[side] = (partners.roll.levels.clone(), partners.sums.partners().collect());
        }
    }

    fn settled(&mut self, partners: &Settled<'_>) {
        let Some(side) = self.side(partners.whose) else { return };
        self.keep_rows(partners);
        let Settled { spell, roll, sums, deals, .. } = *partners;
        let (levels, booked) = &self.before[side];
        for (at, place) in roll.places().enumerate() {
            let mut tally = sums.partner(at);
            for (sum, before) in tally.0.iter_mut().zip(&booked[at].0) {
                *sum -= before;
            }
            self.years.push(PartnerYear {
                partner: place,
                year: spell.year,
                months: (spell.first, spell.end),
                held: usize::from(levels[at]),
                next: usize::from(roll.levels[at]),
                tally,
                deals: deals.map_or_else(PartnerDeals::default, |deals| deals[at]),
                purchases: roll.purchases(spell, at),
            });
        }
    }
}
