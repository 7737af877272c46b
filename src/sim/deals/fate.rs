//! What becomes of the requests of a block under a programme's rules.

use crate::quantile::Chance;
use crate::sim::deals::hand::{Block, Hand, Status};
use crate::sim::facts::BLOCK;

/// What becomes of a request. A byte, so that blocks of it are worked out and compared many at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fate(u8);

/// The fates of a block's opportunities, by place.
pub type Fates = [Fate; BLOCK];

impl Fate {
    /// There is no request.
    pub const NONE: Fate = Fate(0);
    const REQUESTED: u8 = 1;
    const GRANTED: u8 = 1 << 1;
    const LAPSED: u8 = 1 << 2;
    const EARLY: u8 = 1 << 3;

    #[inline(always)]
    fn new(status: Status, lapses: bool, early: bool) -> Fate {
        let requested = status != Status::NO_REQUEST;
        let granted = status == Status::GRANTED;
        Fate(
            (u8::from(requested) * Fate::REQUESTED)
                | (u8::from(granted) * Fate::GRANTED)
                | (u8::from(granted & lapses) * Fate::LAPSED)
                | (u8::from(requested & early) * Fate::EARLY),
        )
    }

    /// Whether there is a request.
    #[inline(always)]
    pub fn is_requested(self) -> bool {
        self != Fate::NONE
    }

    /// Whether it is granted.
    #[inline(always)]
    pub fn is_granted(self) -> bool {
        self.0 & Fate::GRANTED != 0
    }

    /// Whether its protection ends before the deal does.
    #[inline(always)]
    pub fn is_lapsed(self) -> bool {
        self.0 & Fate::LAPSED != 0
    }

    /// Whether it is granted and protected to the end.
    #[inline(always)]
    pub fn is_supported(self) -> bool {
        self.0 & (Fate::GRANTED | Fate::LAPSED) == Fate::GRANTED
    }

    /// Whether it falls into the first days of the programme's own rules.
    #[inline(always)]
    pub fn is_early(self) -> bool {
        self.0 & Fate::EARLY != 0
    }
}

/// What becomes of the requests of a block in a programme's hand.
pub fn read(block: &Block<'_>, hand: &Hand<'_>, fates: &mut Fates) {
    let marks = (&block.drawn.cycle, &block.drawn.extension);
    join(hand.status, marks, (hand.in_time, hand.extension), (hand.early, block.count), fates);
}

/// Whether requests fare as the first of others do.
pub fn are_alike(fates: &[Fate], others: &Fates) -> bool {
    // Without leaving early many are compared at a time.
    fates.iter().zip(others).fold(true, |alike, (own, other)| alike & (own == other))
}

/// Joins the first `count` statuses, of which `early` are early, with the marks of sales cycles and extensions.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn join(
    statuses: &[Status; BLOCK],
    (cycles, extensions): (&[u32; BLOCK], &[u32; BLOCK]),
    (in_time, extension): (Chance, Chance),
    (early, count): (usize, usize),
    fates: &mut Fates,
) {
    for i in 0..count.min(BLOCK) {
        let lapses = !in_time.hits(cycles[i]) & !extension.hits(extensions[i]);
        fates[i] = Fate::new(statuses[i], lapses, i < early);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fate_tells_what_became_of_a_request() {
        let told = |fate: Fate| [fate.is_requested(), fate.is_granted(), fate.is_lapsed(), fate.is_early()];
        let mut statuses = [Status::NO_REQUEST; BLOCK];
        statuses[1..4].fill(Status::REFUSED);
        statuses[4..].fill(Status::GRANTED);
        let mut marks = ([u32::MAX; BLOCK], [u32::MAX; BLOCK]);
        // The fifth is over in time, the sixth is extended.
        (marks.0[5], marks.1[6]) = (0, 0);
        let mut fates = [Fate::NONE; BLOCK];
        join(&statuses, (&marks.0, &marks.1), (Chance::new(0.5), Chance::new(0.5)), (2, 7), &mut fates);
        assert_eq!(fates[0], Fate::NONE);
        assert_eq!(
            [1, 2, 4].map(|i| told(fates[i])),
            [[true, false, false, true], [true, false, false, false], [true, true, true, false],]
        );
        assert_eq!([5, 6].map(|i| told(fates[i])), [[true, true, false, false]; 2]);
        let mut others = [Fate::NONE; BLOCK];
        others[..4].copy_from_slice(&fates[..4]);
        assert!(are_alike(&fates[..4], &others) && !are_alike(&fates[..5], &others));
    }
}
