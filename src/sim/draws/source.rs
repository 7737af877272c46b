//! A sequence of draws: ChaCha, read from any position.

use chacha20::cipher::array::Array;
use chacha20::cipher::{KeyIvInit, StreamCipherCore};
use chacha20::variants::Ietf;
use chacha20::{ChaChaCore, R8};

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
    /// The stream of that number under a key, from its first draw on.
    pub(super) fn new(key: [u8; 32], stream: u64) -> Source {
        Source { blocks: Blocks::new(key, stream), ahead: [0; AHEAD], taken: AHEAD }
    }

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
    fn positions_go_on_beyond_a_counter_of_32_bits() {
        // The luck of trials that are played again is keyed far out.
        const END: u64 = 1 << 36;
        let from = |position: u64| {
            let mut source = Source::new([9; 32], 3);
            let mut marks = [0; 2_000];
            source.seek(position);
            source.marks(&mut marks);
            marks
        };
        assert_eq!(from(END - 1_000)[1_000..], from(END)[..1_000]);
        assert_ne!(from(END)[..1_000], from(0)[..1_000]);
        assert_ne!(from(END)[..1_000], from(END << 8)[..1_000]);
        let mut back = Source::new([9; 32], 3);
        back.seek(END + 5);
        back.seek(0);
        let mut marks = [0; 16];
        back.marks(&mut marks);
        assert_eq!(marks, from(0)[..16]);
    }

    #[test]
    fn draws_are_those_of_chacha_of_eight_rounds() {
        // The test vector of eight rounds, a key of 256 zero bits and nothing else.
        let mut bytes = [0; 4];
        Source::new([0; 32], 0).marks(&mut bytes);
        assert_eq!(bytes.map(u32::swap_bytes), [0x3E00_EF2F, 0x895F_40D6, 0x7F5B_B8E8, 0x1F09_A5A1]);
    }
}
