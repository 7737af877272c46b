//! What one sees while waiting: what is done, how much of it is, and the time left. Nothing where nobody looks.

use std::fmt;
use std::time::Duration;

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::commands::interrupt;
use crate::language::{speaking, spoken};
use crate::say;

/// How often the bar moves where the work does not.
const TICK: Duration = Duration::from_millis(200);

/// A bar for work that is measured in trials of a family of programmes in one reading; it is gone when this is dropped.
#[derive(Debug)]
pub struct Waiting {
    bar: ProgressBar,
}

impl Waiting {
    /// A bar on a terminal, and nothing elsewhere or where quiet is wanted.
    pub fn new(quiet: bool) -> Waiting {
        // Standard error that is no terminal, or a dumb one, shows nothing.
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {state}  {msg}") {
            let language = spoken();
            // The bar draws on a thread of its own.
            let state = move |state: &ProgressState, out: &mut dyn fmt::Write| {
                // What cannot be written to the terminal is not shown.
                let _ = out.write_str(&speaking(language, || share(state.fraction(), state.eta())));
            };
            bar.set_style(style.progress_chars("##-").with_key("state", state));
        }
        if !bar.is_hidden() {
            bar.enable_steady_tick(TICK);
            let shown = bar.downgrade();
            interrupt::shows(move || {
                if let Some(bar) = shown.upgrade() {
                    bar.finish_and_clear();
                }
            });
        }
        Waiting { bar }
    }

    /// About how much work there is in all.
    pub fn expect(&self, work: usize) {
        self.bar.set_length(work.max(1) as u64);
    }

    /// What is done from now on, in words.
    pub fn phase(&self, words: String) {
        self.bar.set_message(words);
    }

    /// So much more is done. What was expected is an estimate, and may turn out short.
    pub fn advance(&self, work: usize) {
        self.bar.inc(work as u64);
        if self.bar.length().is_some_and(|length| length < self.bar.position()) {
            self.bar.set_length(self.bar.position());
        }
    }

    /// Does something that writes to the terminal, where the bar makes room for it.
    pub fn aside(&self, task: impl FnOnce()) {
        self.bar.suspend(task);
    }

    /// So many parts of the work are done, of so many.
    pub fn reach(&self, done: usize, of: usize) {
        self.bar.set_length(of as u64);
        self.bar.set_position(done as u64);
    }
}

/// How much is done, in words; the time left where something tells it.
fn share(fraction: f32, left: Duration) -> String {
    let percent = format!("{:3.0}", 100.0 * fraction);
    if fraction > 0.0 && fraction < 1.0 {
        say!("{percent} %, {time} left", percent, time = format!("{:#}", HumanDuration(left)))
    } else {
        say!("{percent} %", percent)
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_told_only_where_it_is_known() {
        let minutes = Duration::from_secs(125);
        assert_eq!(share(0.416, minutes), " 42 %, 2m left");
        assert_eq!([0.0, 1.0].map(|done| share(done, minutes)), ["  0 %", "100 %"]);
    }

    #[test]
    fn work_that_takes_longer_than_expected_stretches_the_bar() {
        let waiting = Waiting::new(true);
        waiting.expect(10);
        assert!(waiting.bar.is_hidden());
        waiting.advance(4);
        assert_eq!((waiting.bar.position(), waiting.bar.length()), (4, Some(10)));
        waiting.advance(9);
        assert_eq!((waiting.bar.position(), waiting.bar.length()), (13, Some(13)));
        waiting.phase("writing r.xlsx".to_owned());
        assert_eq!(waiting.bar.message(), "writing r.xlsx");
    }
}
