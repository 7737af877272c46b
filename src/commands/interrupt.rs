//! Ctrl-C: an old result stays whole, nothing half-written is left behind, and a sentence says so.
//!
//! A thread of its own waits for the interrupt and ends the program, so that it ends at once whatever is computed. It shares
//! one lock with whoever writes: a file is moved to its place while the lock is held, so that what the sentence says is true.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use crate::language::{Language, speaking, spoken};
use crate::say;

/// The exit code of a command that was stopped: 128 and the number of the signal, as shells have it.
pub const STOPPED: i32 = 130;

/// What an interrupt finds.
struct UnderWay {
    /// The language of the command.
    language: Language,
    /// The workbook that is watched, if one is: an interrupt is then the way to end.
    watched: Option<PathBuf>,
    /// The result that is being made.
    target: Option<PathBuf>,
    /// Whether it is in its place.
    made: bool,
    /// The file beside its place that is being written.
    temporary: Option<PathBuf>,
    /// What clears the bar on the terminal.
    bar: Option<Box<dyn Fn() + Send>>,
}

static UNDER_WAY: Mutex<UnderWay> = Mutex::new(UnderWay {
    language: Language::En,
    watched: None,
    target: None,
    made: false,
    temporary: None,
    bar: None,
});

fn under_way() -> MutexGuard<'static, UnderWay> {
    UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Minds interrupts from now on. Where whoever started the program has them ignored, as `nohup` does, they stay ignored.
pub fn mind() {
    // Where it cannot be had, an interrupt ends the program as it ends any other.
    let _ = ctrlc::try_set_handler(|| {
        let mut under_way = under_way();
        let (said, code) = under_way.stop();
        eprintln!("{said}");
        // With the lock still held: nobody moves a file any more.
        std::process::exit(code);
    });
}

/// A command begins to make a result.
pub fn makes(target: &Path) {
    let mut under_way = under_way();
    under_way.language = spoken();
    under_way.target = Some(target.to_owned());
    under_way.made = false;
}

/// A command begins to watch a workbook.
pub fn watches(input: &Path) {
    let mut under_way = under_way();
    under_way.language = spoken();
    under_way.watched = Some(input.to_owned());
}

/// A bar is shown, and this clears it.
pub fn shows(clear: impl Fn() + Send + 'static) {
    under_way().bar = Some(Box::new(clear));
}

/// Creates a file that an interrupt removes, unless it was [`placed`].
///
/// # Errors
/// Those of `create`.
pub fn temporary(create: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut under_way = under_way();
    let file = create()?;
    under_way.temporary = Some(file.path().to_owned());
    Ok(file)
}

/// Moves such a file to its place.
///
/// # Errors
/// Those of the move; the file is gone then.
pub fn placed(file: NamedTempFile, place: &Path) -> io::Result<()> {
    let mut under_way = under_way();
    under_way.temporary = None;
    file.persist(place)?;
    if under_way.target.as_deref() == Some(place) {
        under_way.made = true;
    }
    Ok(())
}

impl UnderWay {
    /// Takes back what is half done; what is said of it, and the exit code.
    fn stop(&mut self) -> (String, i32) {
        if let Some(clear) = self.bar.take() {
            clear();
        }
        if let Some(temporary) = self.temporary.take() {
            // It may be gone already.
            let _ = std::fs::remove_file(temporary);
        }
        speaking(self.language, || self.said())
    }

    fn said(&self) -> (String, i32) {
        if let Some(watched) = &self.watched {
            return (say!("stopped watching {file}", file = watched.display()), 0);
        }
        let said = match &self.target {
            Some(target) if self.made => {
                say!("stopped: {file} is complete, other files may be missing", file = target.display())
            }
            Some(target) if target.exists() => say!("stopped: {file} is as it was", file = target.display()),
            Some(_) | None => say!("stopped: nothing was written"),
        };
        (said, STOPPED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn making(target: &Path, made: bool) -> UnderWay {
        let target = Some(target.to_owned());
        UnderWay { language: Language::En, watched: None, target, made, temporary: None, bar: None }
    }

    #[test]
    fn what_is_said_is_what_was_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let target = folder.path().join("r.xlsx");
        assert_eq!(making(&target, false).stop(), ("stopped: nothing was written".to_owned(), 130));
        std::fs::write(&target, "old").expect("written");
        let shown = target.display();
        assert_eq!(making(&target, false).stop(), (format!("stopped: {shown} is as it was"), 130));
        let complete = format!("stopped: {shown} is complete, other files may be missing");
        assert_eq!(making(&target, true).stop(), (complete, 130));
        let watching = UnderWay { watched: Some(PathBuf::from("in.xlsx")), ..making(&target, false) };
        assert_eq!({ watching }.stop(), ("stopped watching in.xlsx".to_owned(), 0));
    }

    #[test]
    fn what_is_half_written_is_removed_and_the_old_result_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let (target, half) = (folder.path().join("r.xlsx"), folder.path().join(".partnersim-1.tmp"));
        std::fs::write(&target, "old").expect("written");
        std::fs::write(&half, "ne").expect("written");
        let mut stopped = UnderWay { temporary: Some(half.clone()), ..making(&target, false) };
        stopped.stop();
        assert!(!half.exists());
        assert_eq!(std::fs::read(&target).expect("a file"), b"old");
    }
}
