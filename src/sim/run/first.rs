//! What the first trials of a run came to, heard while the others are still being played.

use std::sync::{Mutex, PoisonError};

use crate::plan::Plans;
use crate::sim::run::Totals;
use crate::sim::run::chunk::Chunk;

/// The first trials of a run, and who hears what they came to as soon as they are played.
pub struct First<'a> {
    /// How many they are.
    pub trials: usize,
    /// Hears it, on whichever thread played the last of them.
    pub hear: &'a mut (dyn FnMut(&Totals) + Send),
}

/// Somebody who waits for the first trials.
pub struct Hearing<'a> {
    trials: usize,
    heard: Mutex<Heard<'a>>,
}

struct Heard<'a> {
    hear: &'a mut (dyn FnMut(&Totals) + Send),
    totals: Totals,
    /// How many of the trials are still to be played.
    missing: usize,
}

impl<'a> Hearing<'a> {
    /// Waits for the first trials of `count`.
    pub fn new(plans: &Plans, First { trials, hear }: First<'a>, count: usize) -> Hearing<'a> {
        let trials = trials.min(count);
        let mut totals = Totals::new(plans);
        totals.grow(&[trials]).for_each(drop);
        Hearing { trials, heard: Mutex::new(Heard { hear, totals, missing: trials }) }
    }

    /// Notes what the trials of a chunk came to that are among the first.
    pub fn note(&self, chunk: &Chunk<'_>) {
        let Some(left) = self.trials.checked_sub(chunk.first).filter(|left| *left > 0) else { return };
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        let Heard { hear, totals, missing } = &mut *heard;
        let trials = (chunk.totals.len() / totals.programmes).min(left);
        let (each, held) = (totals.programmes, totals.programmes * totals.levels);
        totals.totals[chunk.first * each..][..trials * each].copy_from_slice(&chunk.totals[..trials * each]);
        totals.held[chunk.first * held..][..trials * held].copy_from_slice(&chunk.held[..trials * held]);
        *missing -= trials;
        if *missing == 0 {
            hear(totals);
        }
    }
}
