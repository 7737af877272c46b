//! Random draws, keyed by (seed, what is drawn, trial, entity).
//!
//! Each kind of draw has a ChaCha8 key of its own, hashed from the seed and the kind's name; the trial is the
//! generator's stream and the entity its position. So whatever is added, left out or computed on another thread, every
//! other draw stays what it was.

use sha2::{Digest, Sha256};

mod bidders;
mod source;

pub use bidders::BidderDraw;
pub use source::Source;

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
    /// How many rivals there are, who they are, what each bidder needs and who stays out: see [`BidderDraw`].
    Bidders => "bidders",
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
        Source::new(self.keys[kind as usize], stream)
    }
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
