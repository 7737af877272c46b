//! Writing files so that whoever looks sees the old one or the new one, never a half.

use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::commands::{Failure, error, error_with_hint, interrupt, is_stdout};
use crate::say;
use crate::sheet::origin;

/// Writes the content of a file.
pub type Content<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Where what is made from a file goes if nobody says: ` - ` and a word before the ending, in the working folder.
pub fn beside(input: &Path, word: &str) -> PathBuf {
    let stem = input.file_stem().map_or_else(|| "partnersim".into(), |stem| stem.to_string_lossy());
    PathBuf::from(format!("{stem} - {word}.xlsx"))
}

/// Refuses, before the work begins, places where what a command writes cannot or must not go: its result, which replaces
/// a file that this program did not write only by `force`, and what is written `beside` it, perhaps to standard output.
///
/// # Errors
/// [`Failure::NotWritten`] for an input, a folder that is not there or may not be written to, and a name that promises
/// macros; [`Failure::Usage`] for a file that two outputs would go to.
pub fn refuse_places(inputs: &[&Path], (result, force): (&Path, bool), beside: &[&Path]) -> Result<(), Failure> {
    refuse_place(inputs, result, force)?;
    let mut taken = vec![result];
    for path in beside.iter().copied().filter(|path| !is_stdout(path)) {
        refuse_place(inputs, path, true)?;
        if taken.iter().any(|other| same(other, path)) {
            let what = say!("{file} is named for two outputs", file = path.display());
            return Err(Failure::Usage(error_with_hint(what, say!("name another file for one of them"))));
        }
        taken.push(path);
    }
    Ok(())
}

/// Whether two names are of one file, which may not be there yet.
fn same(a: &Path, b: &Path) -> bool {
    let place = |path: &Path| {
        let unwritten = || Some(folder(path).canonicalize().ok()?.join(path.file_name()?));
        path.canonicalize().ok().or_else(unwritten)
    };
    place(a).is_some_and(|place_of_a| Some(place_of_a) == place(b))
}

/// The same of one place, where a file of somebody else is replaced only by `force`.
fn refuse_place(inputs: &[&Path], output: &Path, force: bool) -> Result<(), Failure> {
    if inputs.iter().any(|input| same(input, output)) {
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
