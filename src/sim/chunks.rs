//! How the trials of a batch are dealt out: in chunks, which each thread takes one after another.

use std::mem;
use std::sync::{Mutex, PoisonError};
use std::vec;

/// The most trials of a chunk: they are played together on one thread, their partners drawn at once.
pub const CHUNK: usize = 64;
/// The last chunks of a long batch: whoever takes them up late has little left that the others would wait for.
const LAST: [usize; 7] = [32, 32, 16, 16, 16, 8, 8];
/// A batch is long from so many trials on.
const LONG: usize = 8 * CHUNK;

/// The trials of each chunk of a batch.
pub fn sizes(count: usize) -> Vec<usize> {
    let last: &[usize] = if count < LONG { &[] } else { &LAST };
    let before = count - last.iter().sum::<usize>();
    let mut sizes = vec![CHUNK; before / CHUNK];
    sizes.extend(Some(before % CHUNK).filter(|rest| *rest > 0));
    sizes.extend(last);
    sizes
}

/// The first trial of each chunk.
pub fn firsts(sizes: &[usize]) -> impl Iterator<Item = usize> {
    sizes.iter().scan(0, |next, trials| Some(mem::replace(next, *next + trials)))
}

/// How many chunks, one after the other, it takes for the first `trials`.
pub fn for_first(sizes: impl IntoIterator<Item = usize>, trials: usize) -> usize {
    let mut left = trials;
    let is_wanted = |size: &usize| {
        let wanted = left > 0;
        left = left.saturating_sub(*size);
        wanted
    };
    sizes.into_iter().take_while(is_wanted).count()
}

/// Cuts the first parts off a slice, in order, of so many entries each.
pub fn cut<T>(mut slice: &mut [T], sizes: impl IntoIterator<Item = usize>) -> Vec<&mut [T]> {
    let part = |size| slice.split_off_mut(..size).unwrap_or_default();
    sizes.into_iter().map(part).collect()
}

/// Chunks that several threads take, in order.
#[derive(Debug)]
pub struct Dealt<T>(Mutex<vec::IntoIter<T>>);

impl<T> Dealt<T> {
    /// All of them are there to be taken.
    pub fn new(chunks: Vec<T>) -> Dealt<T> {
        Dealt(Mutex::new(chunks.into_iter()))
    }

    /// Takes the next one.
    pub fn next(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).next()
    }

    /// Takes away what is left.
    pub fn end(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).by_ref().for_each(drop);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_dealt_out_whole_in_chunks_that_become_small() {
        assert_eq!(sizes(0), Vec::<usize>::new());
        assert_eq!(sizes(2), [2]);
        assert_eq!(sizes(2 * CHUNK + 3), [CHUNK, CHUNK, 3]);
        assert_eq!(sizes(LONG - 1), [[CHUNK; 7].as_slice(), &[CHUNK - 1]].concat());
        assert_eq!(sizes(LONG + 5), [[CHUNK; 6].as_slice(), &[5], &LAST].concat());
        for count in 0..3 * LONG {
            let sizes = sizes(count);
            assert_eq!(sizes.iter().sum::<usize>(), count);
            assert!(sizes.iter().all(|size| (1..=CHUNK).contains(size)));
        }
    }

    #[test]
    fn a_slice_is_cut_in_order() {
        assert_eq!(firsts(&[2, 3, 1]).collect::<Vec<_>>(), [0, 2, 5]);
        assert_eq!([0, 1, 2, 3, 5, 6, 9].map(|trials| for_first([2, 3, 1], trials)), [0, 1, 1, 2, 2, 3, 3]);
        let mut numbers = [1, 2, 3, 4, 5];
        assert_eq!(cut(&mut numbers, [2, 0, 1]), [&[1, 2][..], &[], &[3]]);
    }

    #[test]
    fn what_was_dealt_out_is_taken_once() {
        let dealt = Dealt::new(vec![1, 2, 3]);
        assert_eq!((dealt.next(), dealt.next()), (Some(1), Some(2)));
        dealt.end();
        assert_eq!(dealt.next(), None);
    }
}
