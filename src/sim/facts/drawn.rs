//! The draws of a block of opportunities, before they mean anything in a market.

use crate::quantile;
use crate::sim::draws::{BidderDraw, Draws, Flow, Kind, Source};
use crate::sim::facts::BLOCK;

/// Entities that are drawn at once where not all are wanted.
const PART: usize = 64;

/// A column of marks, one an opportunity.
type Marks = [u32; BLOCK];

/// The draws of a block before they mean anything.
#[derive(Debug)]
pub struct Drawn {
    pub(super) segment: Marks,
    pub(super) technology: Marks,
    pub(super) account: Marks,
    pub(super) originator: Marks,
    pub(super) value: [u64; BLOCK],
    /// Time since the last order: the longer ago, the larger.
    pub last_order: Marks,
    /// Whether the originator registers.
    pub registers: Marks,
    /// Whether the request is a duplicate.
    pub conflict: Marks,
    /// Whether the request is approved.
    pub approval: Marks,
    /// Sales cycle: the longer, the larger.
    pub cycle: Marks,
    /// Whether an overdue grant is extended.
    pub extension: Marks,
    /// What is random of the bidders.
    pub(super) bidders: [u64; BLOCK],
    ask: [u64; BLOCK],
    /// Standard normals behind the competing asks.
    pub asks: [f64; BLOCK],
    /// Four marks a contract, where some plan sells by use.
    contracts: Option<Box<[[u32; 4]; BLOCK]>>,
}

/// Entities of a flow whose draws are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The number of the first that is read.
    pub first: u64,
    /// How many are read, one after another.
    pub count: usize,
    /// The places among those of the wanted ones; `None` where all are.
    pub places: Option<&'a [u16]>,
    /// Where in a block they go.
    pub at: usize,
}

impl Wanted<'_> {
    /// The first `count` of a block, all of them from number `first` on.
    pub fn all(first: u64, count: usize) -> Wanted<'static> {
        Wanted { first, count, places: None, at: 0 }
    }

    /// How many are wanted.
    fn len(&self) -> usize {
        self.places.map_or(self.count, <[u16]>::len)
    }

    /// Draws a column of a block, an entry for each that is wanted.
    fn read<T: Copy + Default>(&self, column: &mut [T; BLOCK], mut draw: impl FnMut(&mut [T])) {
        let column = &mut column[self.at..];
        let Some(places) = self.places else {
            return draw(&mut column[..self.count]);
        };
        let mut part = [T::default(); PART];
        let mut wanted = column.iter_mut().zip(places.iter().map(|place| usize::from(*place))).peekable();
        for first in (0..self.count).step_by(PART) {
            draw(&mut part[..PART.min(self.count - first)]);
            while let Some((own, place)) = wanted.next_if(|(_, place)| *place < first + PART) {
                *own = part[place % PART];
            }
        }
    }
}

/// The draws of a contract.
#[derive(Debug, Clone, Copy)]
pub struct ContractMarks {
    /// Whether the deal becomes one.
    pub moves: u32,
    /// Whether it goes through a distributor's marketplace.
    pub marketplace: u32,
    /// How often it is renewed: the more often, the smaller.
    pub renewal: u32,
}

impl Drawn {
    /// Memory for a block; with the draws of contracts if they are asked for.
    pub fn new(contracts: bool) -> Drawn {
        Drawn { contracts: contracts.then(|| Box::new([[0; 4]; BLOCK])), ..Drawn::default() }
    }

    /// What is random of the bidders of an opportunity.
    #[inline(always)]
    pub fn bidders(&self, i: usize) -> BidderDraw {
        BidderDraw(self.bidders[i])
    }

    /// The draws of the contract that an opportunity may become; `None` where no plan sells by use.
    #[inline(always)]
    pub fn contract(&self, i: usize) -> Option<ContractMarks> {
        let [moves, marketplace, renewal, _] = self.contracts.as_ref()?[i];
        Some(ContractMarks { moves, marketplace, renewal })
    }
}

impl Default for Drawn {
    fn default() -> Drawn {
        Drawn {
            segment: [0; BLOCK],
            technology: [0; BLOCK],
            account: [0; BLOCK],
            originator: [0; BLOCK],
            value: [0; BLOCK],
            last_order: [0; BLOCK],
            registers: [0; BLOCK],
            conflict: [0; BLOCK],
            approval: [0; BLOCK],
            cycle: [0; BLOCK],
            extension: [0; BLOCK],
            bidders: [0; BLOCK],
            ask: [0; BLOCK],
            asks: [0.0; BLOCK],
            contracts: None,
        }
    }
}

/// The sources of a flow in a trial, read block after block.
#[derive(Debug)]
pub struct Sources {
    registration: [Source; 8],
    value: Source,
    bidders: Source,
    deal: [Source; 2],
    ask: Source,
    contracts: Source,
}

impl Sources {
    /// Opens the sources.
    pub fn new(draws: &Draws, flow: Flow, trial: u64) -> Sources {
        let open = |kind| draws.of_trial(kind, flow, trial);
        Sources {
            registration: [
                open(Kind::Segment),
                open(Kind::Technology),
                open(Kind::Account),
                open(Kind::Originator),
                open(Kind::LastOrder),
                open(Kind::Registers),
                open(Kind::Conflict),
                open(Kind::Approval),
            ],
            value: open(Kind::Value),
            bidders: open(Kind::Bidders),
            deal: [open(Kind::Cycle), open(Kind::Extension)],
            ask: open(Kind::Ask),
            contracts: open(Kind::Contract),
        }
    }

    /// Draws what registration asks about.
    pub fn draw_registration(&mut self, wanted: &Wanted<'_>, drawn: &mut Drawn) {
        let columns: [&mut Marks; 8] = [
            &mut drawn.segment,
            &mut drawn.technology,
            &mut drawn.account,
            &mut drawn.originator,
            &mut drawn.last_order,
            &mut drawn.registers,
            &mut drawn.conflict,
            &mut drawn.approval,
        ];
        for (source, column) in self.registration.iter_mut().zip(columns) {
            source.seek(wanted.first);
            wanted.read(column, |marks| source.marks(marks));
        }
        self.value.seek(wanted.first * 2);
        wanted.read(&mut drawn.value, |bits| self.value.bits(bits));
    }

    /// Draws what the auction asks about, for the same opportunities.
    pub fn draw_auction(&mut self, wanted: &Wanted<'_>, drawn: &mut Drawn) {
        self.bidders.seek(wanted.first * 2);
        wanted.read(&mut drawn.bidders, |bits| self.bidders.bits(bits));
        for (source, column) in self.deal.iter_mut().zip([&mut drawn.cycle, &mut drawn.extension]) {
            source.seek(wanted.first);
            wanted.read(column, |marks| source.marks(marks));
        }
        self.ask.seek(wanted.first * 2);
        wanted.read(&mut drawn.ask, |bits| self.ask.bits(bits));
        let own = wanted.at..wanted.at + wanted.len();
        quantile::normals(&drawn.ask[own.clone()], &mut drawn.asks[own]);
        if let Some(contracts) = &mut drawn.contracts {
            self.contracts.seek(wanted.first * 4);
            wanted.read(contracts, |marks| self.contracts.marks(marks.as_flattened_mut()));
        }
    }
}
