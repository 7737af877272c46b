//! Random draws, keyed by (seed, what is drawn, trial, entity).
//!
//! Each kind of draw has a ChaCha8 key of its own, hashed from the seed and the kind's name; the trial is the
//! generator's stream and the entity its position. So whatever is added, left out or computed on another thread, every
//! other draw stays what it was.

use chacha20::cipher::array::Array;
use chacha20::cipher::{KeyIvInit, StreamCipherCore};
use chacha20::variants::Ietf;
use chacha20::{ChaChaCore, R8};
use sha2::{Digest, Sha256};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident => $label:literal),* $(,)?) => {
        /// What is drawn.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $($(#[$doc])* $name),*
        }

        /// The name each kind is keyed by.
        const LABELS: &[&str] = &[$($label),*];
    };
}

kinds! {
    /// Number of arrivals on a day.
    Arrivals => "arrivals of a day",
    /// Whether an arrival is there at a programme's rate.
    Thinning => "thinning",
    /// Segment; for the launch, the class of what eligibility asks about.
    Segment => "segment",
    /// List value.
    Value => "list value",
    /// Newest technology.
    Technology => "newest technology",
    /// New account.
    Account => "new account",
    /// Time since the last order.
    LastOrder => "last order",
    /// Originator.
    Originator => "originator",
    /// Whether the originator registers.
    Registers => "registers",
    /// Whether the request is a duplicate.
    Conflict => "conflict",
    /// Whether the request is approved.
    Approval => "approval",
    /// Seven rivals and, in the last place, their number.
    Rivals => "rivals",
    /// Own needs of the originator and seven rivals.
    Needs => "needs",
    /// Whether each rival stays out; the first place is the originator's and not used.
    DropOut => "drop-out",
    /// Competing vendor's ask.
    Ask => "competing ask",
    /// Sales cycle.
    Cycle => "sales cycle",
    /// Extension of the protection.
    Extension => "extension",
    /// Whether a won deal becomes a contract, goes through a marketplace, is renewed.
    Contract => "contract",
    /// Number of service tickets of a month and class.
    Tickets => "tickets",
    /// Whether a partner passes its training in a year.
    Training => "training",
    /// Whether a partner enrols, and whether it shares its data.
    Enrolment => "enrolment",
    /// Indicators of a partner in a year.
    Indicators => "indicators",
    /// Yearly run-rate shock all partners share.
    CommonShock => "common shock",
    /// Yearly run-rate shock of one partner.
    OwnShock => "own shock",
    /// Value of an uncertain input in a trial.
    Input => "uncertain input",
    /// Strata of an uncertain input in a batch of trials, and the place within each.
    Strata => "strata of an uncertain input",
    /// Scrambling of an uncertain input's Sobol points.
    Scrambling => "scrambling of an uncertain input",
    /// How often each row of a log stands in a resampled one.
    Resample => "resample",
}

/// Where entities of a trial come from; each flow has draws of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Opportunities as they come, in strips of the baseline's rate: the second strip and those after it only exist
    /// for programmes with a higher rate.
    Market(u16),
    /// Requests that waited for a rule.
    Launch,
}

impl Flow {
    fn code(self) -> u64 {
        match self {
            Flow::Launch => 1,
            Flow::Market(strip) => 2 + u64::from(strip),
        }
    }
}

/// The keys of all kinds under one seed.
#[derive(Debug, Clone)]
pub struct Draws {
    keys: Vec<[u8; 32]>,
}

impl Draws {
    /// The draws of a seed.
    pub fn new(seed: u64) -> Draws {
        let key = |label: &&str| {
            let mut hash = Sha256::new();
            hash.update(b"partnersim draw: ");
            hash.update(label.as_bytes());
            hash.update(seed.to_le_bytes());
            hash.finalize().into()
        };
        Draws { keys: LABELS.iter().map(key).collect() }
    }

    /// The draws of a kind for the entities of a flow in a trial.
    pub fn of_trial(&self, kind: Kind, flow: Flow, trial: u64) -> Source {
        self.stream(kind, trial | flow.code() << 44)
    }

    /// The draws of a kind for one entity, by its own key, over the trials.
    pub fn of_entity(&self, kind: Kind, key: u64) -> Source {
        self.stream(kind, key)
    }

    fn stream(&self, kind: Kind, stream: u64) -> Source {
        Source { blocks: Blocks::new(self.keys[kind as usize], stream), ahead: [0; AHEAD], taken: AHEAD }
    }
}

/// ChaCha of eight rounds. The cipher of the crate and not its random generator, which has no AVX-512 code.
type Generator = ChaChaCore<R8, Ietf>;

/// Bytes of a mark, and of a block of the generator.
const MARK: usize = 4;
const BLOCK: usize = 64;

/// Bytes that the generator makes side by side at its widest.
const AHEAD: usize = 16 * BLOCK;

/// A sequence of draws, read from any position below 2^62.
#[derive(Debug)]
pub struct Source {
    blocks: Blocks,
    /// What was made last beyond what was asked for.
    ahead: [u8; AHEAD],
    /// How many bytes of that were taken.
    taken: usize,
}

impl Source {
    /// Goes to the draw at `position`, counted in marks of 32 bits.
    pub fn seek(&mut self, position: u64) {
        let byte = position * MARK as u64;
        if self.blocks.next() * BLOCK as u64 - (AHEAD - self.taken) as u64 != byte {
            self.blocks.seek(byte / BLOCK as u64);
            self.refill();
            self.taken = byte as usize % BLOCK;
        }
    }

    /// The next marks, 32 random bits each.
    pub fn marks(&mut self, out: &mut [u32]) {
        self.fill(bytemuck::cast_slice_mut(out));
        // The generator's bytes mean the same number on every platform.
        for mark in out {
            *mark = u32::from_le(*mark);
        }
    }

    /// The next draws of 64 random bits, two positions each.
    pub fn bits(&mut self, out: &mut [u64]) {
        self.fill(bytemuck::cast_slice_mut(out));
        for bits in out {
            *bits = u64::from_le(*bits);
        }
    }

    fn fill(&mut self, out: &mut [u8]) {
        let out = self.take(out);
        let (whole, rest) = out.split_at_mut(out.len() / AHEAD * AHEAD);
        self.blocks.make(whole);
        if !rest.is_empty() {
            self.refill();
            self.take(rest);
        }
    }

    fn refill(&mut self) {
        self.blocks.make(&mut self.ahead);
        self.taken = 0;
    }

    /// Fills the start of `out` with what was made ahead; what is left to fill.
    fn take<'a>(&mut self, out: &'a mut [u8]) -> &'a mut [u8] {
        let ahead = &self.ahead[self.taken..];
        let (now, later) = out.split_at_mut(ahead.len().min(out.len()));
        now.copy_from_slice(&ahead[..now.len()]);
        self.taken += now.len();
        later
    }
}

/// The blocks of a stream: those of ChaCha with a counter of 64 bits, of which the cipher's own counts the lower half.
#[derive(Debug)]
struct Blocks {
    key: [u8; 32],
    stream: u64,
    /// The upper half of the counter.
    upper: u32,
    generator: Generator,
}

impl Blocks {
    fn new(key: [u8; 32], stream: u64) -> Blocks {
        Blocks { key, stream, upper: 0, generator: generator(&key, 0, stream) }
    }

    /// The number of the block that is made next.
    fn next(&self) -> u64 {
        u64::from(self.upper) << 32 | u64::from(self.generator.get_block_pos())
    }

    fn seek(&mut self, block: u64) {
        let upper = (block >> 32) as u32;
        if upper != self.upper {
            *self = Blocks { upper, generator: generator(&self.key, upper, self.stream), ..*self };
        }
        self.generator.set_block_pos(block as u32);
    }

    /// Makes the next blocks, as many as fit.
    fn make(&mut self, bytes: &mut [u8]) {
        let mut blocks = Array::slice_as_chunks_mut(bytes).0;
        while !blocks.is_empty() {
            let next = self.next();
            let left = (1 << 32) - (next & u64::from(u32::MAX));
            let (now, later) = blocks.split_at_mut(blocks.len().min(left as usize));
            self.generator.write_keystream_blocks(now);
            // The lower half has begun anew.
            if now.len() as u64 == left {
                self.seek(next + left);
            }
            blocks = later;
        }
    }
}

/// ChaCha starts from its constants, the key, the counter and the stream.
fn generator(key: &[u8; 32], upper: u32, stream: u64) -> Generator {
    let mut rest = [0; 12];
    rest[..4].copy_from_slice(&upper.to_le_bytes());
    rest[4..].copy_from_slice(&stream.to_le_bytes());
    Generator::new(key.into(), &rest.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_does_not_depend_on_how_it_is_reached() {
        let draws = Draws::new(7);
        let mut all = [0; 1_000];
        draws.of_trial(Kind::Value, Flow::Market(0), 3).marks(&mut all);
        let mut parts = [0; 1_000];
        let mut source = draws.of_trial(Kind::Value, Flow::Market(0), 3);
        for part in parts.chunks_mut(77) {
            source.marks(part);
        }
        assert_eq!(parts, all);
        let mut later = [0; 10];
        source.seek(500);
        source.marks(&mut later);
        assert_eq!(later, all[500..510]);
        let mut wide = [0; 500];
        source.seek(0);
        source.bits(&mut wide);
        assert_eq!(wide[1], u64::from(all[2]) | u64::from(all[3]) << 32);
    }

    #[test]
    fn positions_go_on_beyond_a_counter_of_32_bits() {
        // The luck of trials that are played again is keyed far out.
        const END: u64 = 1 << 36;
        let from = |position: u64| {
            let mut source = Draws::new(7).of_entity(Kind::OwnShock, 3);
            let mut marks = [0; 2_000];
            source.seek(position);
            source.marks(&mut marks);
            marks
        };
        assert_eq!(from(END - 1_000)[1_000..], from(END)[..1_000]);
        assert_ne!(from(END)[..1_000], from(0)[..1_000]);
        assert_ne!(from(END)[..1_000], from(END << 8)[..1_000]);
        let mut back = Draws::new(7).of_entity(Kind::OwnShock, 3);
        back.seek(END + 5);
        back.seek(0);
        let mut marks = [0; 16];
        back.marks(&mut marks);
        assert_eq!(marks, from(0)[..16]);
    }

    #[test]
    fn draws_are_those_of_chacha_of_eight_rounds() {
        // The test vector of eight rounds, a key of 256 zero bits and nothing else.
        let draws = Draws { keys: vec![[0; 32]] };
        let mut bytes = [0; 4];
        draws.of_entity(Kind::Arrivals, 0).marks(&mut bytes);
        assert_eq!(bytes.map(u32::swap_bytes), [0x3E00_EF2F, 0x895F_40D6, 0x7F5B_B8E8, 0x1F09_A5A1]);
    }

    #[test]
    fn seeds_kinds_flows_and_trials_are_apart() {
        let first = |draws: &Draws, kind, flow, trial| {
            let mut one = [0];
            draws.of_trial(kind, flow, trial).bits(&mut one);
            one[0]
        };
        let draws = Draws::new(1);
        let reference = first(&draws, Kind::Value, Flow::Market(0), 0);
        assert_ne!(reference, first(&Draws::new(2), Kind::Value, Flow::Market(0), 0));
        assert_ne!(reference, first(&draws, Kind::Ask, Flow::Market(0), 0));
        assert_ne!(reference, first(&draws, Kind::Value, Flow::Market(1), 0));
        assert_ne!(reference, first(&draws, Kind::Value, Flow::Launch, 0));
        assert_ne!(reference, first(&draws, Kind::Value, Flow::Market(0), 1));
    }
}
