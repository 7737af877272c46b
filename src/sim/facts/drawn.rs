//! The draws of a block of opportunities, before they mean anything in a market.

use crate::model::auction::BIDDERS;
use crate::quantile;
use crate::sim::draws::{Draws, Flow, Kind, Source};
use crate::sim::facts::BLOCK;

/// A column of marks, one an opportunity.
type Marks = [u32; BLOCK];
/// Eight marks an opportunity, one a bidder.
type BidderMarks = [[u32; BIDDERS]; BLOCK];

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
    /// Own needs of originator and rivals.
    pub needs: Box<BidderMarks>,
    /// Whether each rival stays out.
    pub drop_out: Box<BidderMarks>,
    pub(super) rivals: Box<BidderMarks>,
    pub(super) ask: [u64; BLOCK],
    /// Four marks a contract, where some plan sells by use.
    contracts: Option<Box<[[u32; 4]; BLOCK]>>,
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

    /// The draws of the contract that an opportunity may become; `None` where no plan sells by use.
    #[inline(always)]
    pub fn contract(&self, i: usize) -> Option<ContractMarks> {
        let [moves, marketplace, renewal, _] = self.contracts.as_ref()?[i];
        Some(ContractMarks { moves, marketplace, renewal })
    }

    /// The standard normal behind the competing ask of an opportunity.
    pub fn ask_normal(&self, i: usize) -> f64 {
        quantile::normal(quantile::uniform(self.ask[i]))
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
            needs: Box::new([[0; BIDDERS]; BLOCK]),
            drop_out: Box::new([[0; BIDDERS]; BLOCK]),
            rivals: Box::new([[0; BIDDERS]; BLOCK]),
            ask: [0; BLOCK],
            contracts: None,
        }
    }
}

/// The sources of a flow in a trial, read block after block.
#[derive(Debug)]
pub struct Sources {
    registration: [Source; 8],
    value: Source,
    bidders: [Source; 3],
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
            bidders: [open(Kind::Rivals), open(Kind::Needs), open(Kind::DropOut)],
            deal: [open(Kind::Cycle), open(Kind::Extension)],
            ask: open(Kind::Ask),
            contracts: open(Kind::Contract),
        }
    }

    /// Draws what registration asks about, for `count` opportunities from number `first` on.
    pub fn draw_registration(&mut self, first: u64, count: usize, drawn: &mut Drawn) {
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
            source.seek(first);
            source.marks(&mut column[..count]);
        }
        self.value.seek(first * 2);
        self.value.bits(&mut drawn.value[..count]);
    }

    /// Draws what the auction asks about, for the same opportunities.
    pub fn draw_auction(&mut self, first: u64, count: usize, drawn: &mut Drawn) {
        let rows: [&mut BidderMarks; 3] = [&mut drawn.rivals, &mut drawn.needs, &mut drawn.drop_out];
        for (source, row) in self.bidders.iter_mut().zip(rows) {
            source.seek(first * BIDDERS as u64);
            source.marks(row[..count].as_flattened_mut());
        }
        for (source, column) in self.deal.iter_mut().zip([&mut drawn.cycle, &mut drawn.extension]) {
            source.seek(first);
            source.marks(&mut column[..count]);
        }
        self.ask.seek(first * 2);
        self.ask.bits(&mut drawn.ask[..count]);
        if let Some(contracts) = &mut drawn.contracts {
            self.contracts.seek(first * 4);
            self.contracts.marks(contracts[..count].as_flattened_mut());
        }
    }
}
