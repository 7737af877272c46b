//! Writing files so that whoever looks sees the old one or the new one, never a half.

use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::commands::{Failure, error, interrupt};
use crate::say;
use crate::sheet::origin;

/// Writes the content of a file.
pub type Content<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Where what is made from a file goes if nobody says: ` - ` and a word before the ending, in the working folder.
pub fn beside(input: &Path, word: &str) -> PathBuf {
    let stem = input.file_stem().map_or_else(|| "partnersim".into(), |stem| stem.to_string_lossy());
    PathBuf::from(format!("{stem} - {word}.xlsx"))
}

/// Refuses a place where a result cannot or must not go: a folder that is not there or may not be written to, the input
/// itself, a file that this program did not write, or one whose name promises macros. It is asked before the work begins.
///
/// # Errors
/// [`Failure::NotWritten`].
pub fn refuse_foreign(input: Option<&Path>, output: &Path, force: bool) -> Result<(), Failure> {
    let same = |a: &Path, b: &Path| match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    };
    if input.is_some_and(|input| same(input, output)) {
        return Err(Failure::NotWritten(error(say!(
            "{file} is the input workbook: the result must go elsewhere",
            file = output.display()
        ))));
    }
    refuse_folder(output)?;
    if output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsm")) {
        let file = output.display();
        let reason =
            say!("{file} would be refused by Excel, which expects macros in an .xlsm: let the name end in .xlsx", file);
        return Err(Failure::NotWritten(error(reason)));
    }
    if force || !output.exists() {
        return Ok(());
    }
    let bytes = std::fs::read(output).map_err(|error| not_written(output, &error.to_string()))?;
    if origin::is_result(&bytes) {
        return Ok(());
    }
    Err(Failure::NotWritten(error(say!(
        "{file} is there already and is no result of this program: choose another name with -o, or replace it with --force",
        file = output.display()
    ))))
}

/// Writes a file beside its place and moves it there.
///
/// # Errors
/// [`Failure::NotWritten`]; what was there is left whole.
pub fn replace(output: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace_by(output, &|file| file.write_all(bytes))
}

/// The same of what is too long to be kept in memory.
///
/// # Errors
/// [`Failure::NotWritten`]; what was there is left whole.
pub fn replace_by(output: &Path, content: Content<'_>) -> Result<(), Failure> {
    let write = || -> io::Result<()> {
        let file = interrupt::temporary(|| beside_place(output))?;
        let mut buffer = BufWriter::new(file);
        content(&mut buffer)?;
        let file = buffer.into_inner().map_err(IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        interrupt::placed(file, output)
    };
    write().map_err(|error| not_written(output, &error.to_string()))
}

/// Refuses a folder as the result's place, and a place in a folder where nothing can be written.
fn refuse_folder(output: &Path) -> Result<(), Failure> {
    let refused = |said: String| Err(Failure::NotWritten(format!("error: {said}")));
    if output.is_dir() {
        let output = output.display();
        return refused(say!("{output} is a folder: name the file in it that shall be written", output));
    }
    let folder = folder(output);
    if !folder.is_dir() {
        return refused(say!(
            "{file} cannot be written: there is no folder {folder}",
            file = output.display(),
            folder = folder.display()
        ));
    }
    match interrupt::temporary(|| beside_place(output)) {
        // It is gone with its name.
        Ok(_) => Ok(()),
        Err(error) => {
            let reason = match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => say!("you may not write in it"),
                _ => error.to_string(),
            };
            refused(say!("nothing can be written in the folder {folder}: {reason}", folder = folder.display(), reason))
        }
    }
}

/// The folder of a file.
fn folder(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A new file beside a place, under a name that nobody has.
fn beside_place(output: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".partnersim-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's umask leaves of it, as for any new file.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder(output))
}

fn not_written(output: &Path, reason: &str) -> Failure {
    Failure::NotWritten(error(say!("{file} cannot be written: {reason}", file = output.display(), reason)))
}
