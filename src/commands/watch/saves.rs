//! The saves of a file, however an editor makes them: in place, or by a file beside it that takes its name.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::commands::Failure;
use crate::commands::load::bytes;

/// A file at rest for so long is taken for saved, unless the system tells that it is.
const REST: Duration = Duration::from_millis(30);
/// A file that is no whole workbook yet is given so long to become one.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// The file is looked at this often beside what the system tells: network drives tell nothing.
const LOOK: Duration = Duration::from_secs(1);
/// The same where the system tells nothing at all.
const LOOK_UNTOLD: Duration = Duration::from_millis(150);
/// The signature with which a workbook's archive ends, but for a comment.
const END: &[u8] = b"PK\x05\x06";
/// The most bytes from it to the end.
const LONGEST_END: usize = 22 + u16::MAX as usize;

/// What the system knows of a file without reading it.
type Stamp = (u64, Option<SystemTime>);

/// What the system tells of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It is being written.
    Written,
    /// Whoever wrote it has closed it, or given it its name.
    Closed,
}

/// The saves of a file.
#[derive(Debug)]
pub struct Saves {
    file: PathBuf,
    told: Receiver<Told>,
    /// Held so that `told` never ends.
    _teller: Sender<Told>,
    /// What watches the folder, for the file itself goes when another takes its name; `None` where the system cannot.
    watcher: Option<RecommendedWatcher>,
    /// The file when it was read last.
    stamp: Option<Stamp>,
    /// What it held, or that it could not be read.
    last: Option<Result<Vec<u8>, Failure>>,
}

impl Saves {
    /// Those of a file that is there. The first is the file as it is.
    ///
    /// # Errors
    /// [`Failure::Refused`] where it cannot be read.
    pub fn of(file: &Path) -> Result<Saves, Failure> {
        bytes(file)?;
        // A link is followed: what it points to is what changes.
        let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        let (teller, told) = mpsc::channel();
        let watcher = watcher(&file, teller.clone()).ok();
        Ok(Saves { file, told, _teller: teller, watcher, stamp: None, last: None })
    }

    /// Waits for the next save with another content, and reads it.
    ///
    /// # Errors
    /// [`Failure::Refused`] where the file cannot be read, once.
    pub fn newest(&mut self) -> Result<Vec<u8>, Failure> {
        loop {
            let told = if self.last.is_some() { self.wait() } else { None };
            let now = self.read(told);
            // A file that is not there is about to come back under its name.
            if let Some(now) = now.filter(|now| self.last.as_ref() != Some(now)) {
                self.last = Some(now.clone());
                return now;
            }
        }
    }

    /// Waits until there is something to read; `None` if nothing was told of it.
    fn wait(&self) -> Option<Told> {
        let look = if self.watcher.is_some() { LOOK } else { LOOK_UNTOLD };
        loop {
            match self.told.recv_timeout(look) {
                Ok(told) => return Some(told),
                Err(RecvTimeoutError::Timeout) if stamp(&self.file).is_none_or(|now| self.stamp == Some(now)) => {}
                Err(_) => return None,
            }
        }
    }

    /// Gives the file time to come to rest, unless it is told that it was closed.
    fn rest(&self) -> Option<Told> {
        loop {
            match self.told.recv_timeout(REST) {
                Ok(Told::Written) => {}
                Ok(Told::Closed) => return Some(Told::Closed),
                Err(_) => return None,
            }
        }
    }

    /// Reads the file when it has come to rest, of which something was `told`; `None` if it is not there.
    fn read(&mut self, mut told: Option<Told>) -> Option<Result<Vec<u8>, Failure>> {
        let begun = Instant::now();
        loop {
            told = self.told.try_iter().last().or(told);
            let before = stamp(&self.file);
            let content = bytes(&self.file);
            let whole = content.as_ref().is_ok_and(|bytes| is_whole(bytes));
            // What was read after it was closed is all of it, unless it is being written again.
            if told != Some(Told::Closed) || !whole {
                told = self.rest();
                if told.is_some() {
                    continue;
                }
            }
            let at_rest = before == stamp(&self.file);
            if at_rest && (whole || begun.elapsed() > PATIENCE) {
                self.stamp = before;
                return before.map(|_| content);
            }
        }
    }
}

/// Watches the folder of a file, and tells when something was done to the file.
fn watcher(file: &Path, teller: Sender<Told>) -> notify::Result<RecommendedWatcher> {
    let name = file.file_name().map(ToOwned::to_owned);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        let told = match event {
            Ok(event) if event.paths.iter().all(|path| path.file_name() != name.as_deref()) => None,
            Ok(event) => told(&event.kind),
            // What cannot be told apart may be a save.
            Err(_) => Some(Told::Written),
        };
        if let Some(told) = told {
            // Nobody listens any more when the program ends.
            let _ = teller.send(told);
        }
    })?;
    let folder = file.parent().ok_or_else(|| notify::Error::io(io::Error::from(io::ErrorKind::NotFound)))?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

/// What an event tells; `None` for those of reading, and reading is what we do.
fn told(kind: &EventKind) -> Option<Told> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => Some(Told::Closed),
        EventKind::Access(_) => None,
        _ => Some(Told::Written),
    }
}

/// The stamp of a file; `None` if it is not there.
fn stamp(file: &Path) -> Option<Stamp> {
    std::fs::metadata(file).ok().map(|known| (known.len(), known.modified().ok()))
}

/// Whether an archive has its end: one that is still being written has not.
fn is_whole(bytes: &[u8]) -> bool {
    let end = &bytes[bytes.len().saturating_sub(LONGEST_END)..];
    end.windows(END.len()).any(|four| four == END)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The smallest archive: an empty one.
    fn archive(comment: &str) -> Vec<u8> {
        let mut bytes = b"PK\x05\x06".to_vec();
        bytes.extend([0; 16]);
        bytes.extend((comment.len() as u16).to_le_bytes());
        bytes.extend(comment.bytes());
        bytes
    }

    #[test]
    fn a_save_is_seen_in_place_and_by_another_file_that_takes_the_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("in.xlsx");
        std::fs::write(&file, archive("one")).expect("written");
        let mut saves = Saves::of(&file).expect("a file");
        assert_eq!(saves.newest(), Ok(archive("one")));
        std::fs::write(&file, archive("two")).expect("written");
        assert_eq!(saves.newest(), Ok(archive("two")));
        // The lock of an editor, and a save of the same: neither is a new content.
        std::fs::write(folder.path().join("~$in.xlsx"), "me").expect("written");
        std::fs::write(&file, archive("two")).expect("written");
        let beside = folder.path().join("tmp0815");
        std::fs::write(&beside, archive("three")).expect("written");
        std::fs::remove_file(&file).expect("removed");
        std::fs::rename(&beside, &file).expect("renamed");
        assert_eq!(saves.newest(), Ok(archive("three")));
    }

    #[test]
    fn a_file_is_whole_when_its_writer_has_closed_or_renamed_it() {
        let renamed = |mode| told(&EventKind::Modify(ModifyKind::Name(mode)));
        assert_eq!(told(&EventKind::Access(AccessKind::Close(AccessMode::Write))), Some(Told::Closed));
        assert_eq!([renamed(RenameMode::To), renamed(RenameMode::From)], [Some(Told::Closed), Some(Told::Written)]);
        assert_eq!(told(&EventKind::Modify(ModifyKind::Any)), Some(Told::Written));
        assert_eq!(told(&EventKind::Access(AccessKind::Close(AccessMode::Read))), None);
    }

    #[test]
    fn half_a_file_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("in.xlsx");
        std::fs::write(&file, archive("one")).expect("written");
        let mut saves = Saves::of(&file).expect("a file");
        assert_eq!(saves.newest(), Ok(archive("one")));
        let whole = archive("two");
        let writer = std::thread::spawn({
            let (file, whole) = (file.clone(), whole.clone());
            move || {
                std::fs::write(&file, b"PK\x03\x04").expect("written");
                std::thread::sleep(3 * REST);
                std::fs::write(&file, whole).expect("written");
            }
        });
        assert_eq!(saves.newest(), Ok(whole));
        writer.join().expect("written");
    }

    #[test]
    fn a_file_that_is_no_workbook_is_handed_on_to_be_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("in.xlsx");
        std::fs::write(&file, "Key,Value").expect("written");
        assert_eq!(Saves::of(&file).expect("a file").newest(), Ok(b"Key,Value".to_vec()));
        assert!(Saves::of(&folder.path().join("none.xlsx")).is_err());
        assert!(is_whole(&archive("a comment")) && !is_whole(b"PK\x03\x04") && !is_whole(b""));
    }
}
