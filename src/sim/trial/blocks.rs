//! The opportunities of a month in blocks, and their draws.
//!
//! Arrivals are drawn strip by strip, and where programmes have other rates than the baseline's, a strip has arrivals
//! that no market takes. They are left out, and what is left of several strips is played as one block.

use crate::model::horizon::month_start;
use crate::plan::Plans;
use crate::sim::arrivals::Strips;
use crate::sim::draws::{Flow, Kind, Source};
use crate::sim::facts::{BLOCK, Sources, Wanted};
use crate::sim::trial::{Setting, Workspace};
use crate::units::Money;

/// Days from the start of a programme's own rules that [`crate::outcome::Field::EarlyRequests`] counts.
const EARLY_DAYS: usize = 13;

/// The draws of one strip in a trial.
pub(super) struct Feed {
    sources: Sources,
    thinning: Source,
}

impl Feed {
    pub(super) fn new(setting: &Setting<'_>, strip: usize, trial: u64) -> Feed {
        let flow = Flow::Market(strip as u16);
        Feed {
            sources: Sources::new(&setting.draws, flow, trial),
            thinning: setting.draws.of_trial(Kind::Thinning, flow, trial),
        }
    }
}

/// A run of arrivals of one strip: numbers `first` to before `first + count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) strip: u16,
    pub(super) first: usize,
    pub(super) count: usize,
    /// How many of them are there for any market, if those that are not are left out.
    taken: Option<usize>,
}

impl Stretch {
    /// How many opportunities of a block it makes.
    fn len(&self) -> usize {
        self.taken.unwrap_or(self.count)
    }
}

/// Opportunities that are read and played at once, stretch after stretch.
pub(super) type Stretches = Vec<Stretch>;

impl Workspace {
    /// The month's opportunities in blocks, strip by strip in the order of their days; none is left out if they are
    /// `told`. Those of a plan's first days stand at the start of a block.
    pub(super) fn blocks(
        &mut self,
        setting: &Setting<'_>,
        month: usize,
        feeds: &mut [Feed],
        told: bool,
    ) -> Vec<Stretches> {
        let plans = setting.plans;
        let (_, most) = setting.strips.range(month);
        let starts = plans.plans.iter().any(|plan| plan.from == month);
        // A budget is used up in the order of deals.
        let apart = told || starts && plans.plans.iter().any(|plan| plan.support.budget > Money::ZERO);
        let cuts = match early_end(plans, month) {
            cut if starts && !apart && feeds.len() > 1 => vec![month_start(month), cut, month_start(month + 1)],
            _ => vec![month_start(month), month_start(month + 1)],
        };
        let mut blocks: Vec<Stretches> = Vec::new();
        let mut room = 0;
        let strips = 0..feeds.len();
        for (days, strip) in cuts.windows(2).flat_map(|days| strips.clone().map(move |strip| (days, strip))) {
            let before = &self.strips[strip];
            let mut first = before[days[0]] as usize;
            let end = before[days[1]] as usize;
            let whole = told || most >= strip as f64 + 1.0;
            while first < end {
                let count = (end - first).min(BLOCK);
                let number = strip as u16;
                let taken = (!whole).then(|| {
                    feeds[strip].mark(first, &mut self.thinning[..count]);
                    self.thinning[..count].iter().filter(|mark| Strips::height(number, **mark) < most).count()
                });
                let stretch = Stretch { strip: number, first, count, taken };
                first += count;
                if stretch.len() == 0 {
                    continue;
                }
                match blocks.last_mut() {
                    Some(block) if !apart && stretch.len() <= room => block.push(stretch),
                    _ => {
                        room = BLOCK;
                        blocks.push(vec![stretch]);
                    }
                }
                room -= stretch.len();
            }
        }
        blocks
    }

    /// Draws what registration asks about for the opportunities of a block, and finds where each stands in the strips;
    /// how many there are.
    pub(super) fn draw_registration(
        &mut self,
        setting: &Setting<'_>,
        month: usize,
        block: &[Stretch],
        feeds: &mut [Feed],
    ) -> usize {
        let (least, most) = setting.strips.range(month);
        let alike = all_kept(setting, month, block);
        let mut at = 0;
        for stretch in block {
            let Stretch { strip, first, count, taken } = *stretch;
            let feed = &mut feeds[usize::from(strip)];
            let heights = &mut self.heights[at..];
            if alike {
                // Nobody asks.
            } else if least >= f64::from(strip) + 1.0 {
                heights[..count].fill(f64::from(strip));
            } else {
                feed.mark(first, &mut self.thinning[..count]);
                let all = self.thinning[..count].iter().map(|mark| Strips::height(strip, *mark));
                if taken.is_some() {
                    let rows = heights.iter_mut().zip(&mut self.places[at..]);
                    let there = (0..).zip(all).filter(|(_, height)| *height < most);
                    rows.zip(there).for_each(|((own, own_place), (place, height))| {
                        (*own, *own_place) = (height, place);
                    });
                } else {
                    heights.iter_mut().zip(all).for_each(|(own, height)| *own = height);
                }
            }
            feed.sources.draw_registration(&stretch.wanted(&self.places[at..], at), &mut self.drawn);
            at += stretch.len();
        }
        at
    }

    /// Draws what the auction asks about for the opportunities of the block that is in memory.
    pub(super) fn draw_auction(&mut self, block: &[Stretch], feeds: &mut [Feed]) {
        let mut at = 0;
        for stretch in block {
            let sources = &mut feeds[usize::from(stretch.strip)].sources;
            sources.draw_auction(&stretch.wanted(&self.places[at..], at), &mut self.drawn);
            at += stretch.len();
        }
    }

    /// How many opportunities of the block in memory fall into the first days of plans that start in month `from`.
    pub(super) fn early(&self, plans: &Plans, from: usize, block: &[Stretch]) -> usize {
        let end = early_end(plans, from);
        let mut at = 0;
        let mut early = 0;
        for stretch in block {
            let before = self.strips[usize::from(stretch.strip)][end] as usize;
            let before = before.saturating_sub(stretch.first).min(stretch.count);
            early += match stretch.taken {
                Some(taken) => self.places[at..][..taken].partition_point(|place| usize::from(*place) < before),
                None => before,
            };
            at += stretch.len();
        }
        early
    }
}

/// The day before which requests of a programme that starts in month `from` are early ones.
pub(super) fn early_end(plans: &Plans, from: usize) -> usize {
    (month_start(from) + EARLY_DAYS).min(month_start(plans.months))
}

/// Whether all opportunities of a block are there for every market.
pub(super) fn all_kept(setting: &Setting<'_>, month: usize, block: &[Stretch]) -> bool {
    let (least, _) = setting.strips.range(month);
    block.iter().all(|stretch| least >= f64::from(stretch.strip) + 1.0)
}

impl Stretch {
    /// Its draws, for the opportunities of a block from `at` on; `places` begins with those that are there.
    fn wanted<'a>(&self, places: &'a [u16], at: usize) -> Wanted<'a> {
        let places = self.taken.map(|taken| &places[..taken]);
        Wanted { first: self.first as u64, count: self.count, places, at }
    }
}

impl Feed {
    /// The thinning draws from number `first` on.
    fn mark(&mut self, first: usize, marks: &mut [u32]) {
        self.thinning.seek(first as u64);
        self.thinning.marks(marks);
    }
}
