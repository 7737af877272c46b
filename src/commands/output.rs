//! Writing files so that whoever looks sees the old one or the new one, never a half.

use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

use crate::commands::Failure;
use crate::sheet::origin;

/// Writes the content of a file.
pub type Content<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Where the result of an input goes if nobody says: ` - result` before the ending, in the working folder.
pub fn default_result(input: &Path) -> PathBuf {
    beside(input, "result")
}

/// The name of a file that is made from another: a word before the ending, in the working folder.
pub fn beside(input: &Path, word: &str) -> PathBuf {
    let stem = input.file_stem().map_or_else(|| "partnersim".into(), |stem| stem.to_string_lossy());
    PathBuf::from(format!("{stem} - {word}.xlsx"))
}

/// Where what optimising found goes if nobody says: ` - optimised` before the ending, in the working folder.
pub fn default_optimised(input: &Path) -> PathBuf {
    let stem = input.file_stem().map_or_else(|| "partnersim".into(), |stem| stem.to_string_lossy());
    PathBuf::from(format!("{stem} - optimised.xlsx"))
}

/// Refuses a place where a result must not go: the input itself, or a file that this program did not write.
///
/// # Errors
/// [`Failure::NotWritten`].
pub fn refuse_foreign(input: Option<&Path>, output: &Path, force: bool) -> Result<(), Failure> {
    let same = |a: &Path, b: &Path| match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    };
    if input.is_some_and(|input| same(input, output)) {
        return Err(Failure::NotWritten(format!(
            "error: {} is the input workbook: the result must go elsewhere",
            output.display()
        )));
    }
    if force || !output.exists() {
        return Ok(());
    }
    let bytes = std::fs::read(output).map_err(|error| not_written(output, &error.to_string()))?;
    if origin::is_result(&bytes) {
        return Ok(());
    }
    Err(Failure::NotWritten(format!(
        "error: {} is there already and is no result of this program: choose another name with -o, or replace it with \
         --force",
        output.display()
    )))
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
    let folder = match output.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let write = || -> io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".partnersim-").suffix(".tmp");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // What the user's umask leaves of it, as for any new file.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder)?;
        let mut buffer = BufWriter::new(file);
        content(&mut buffer)?;
        let file = buffer.into_inner().map_err(IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(output)?;
        Ok(())
    };
    write().map_err(|error| not_written(output, &error.to_string()))
}

fn not_written(output: &Path, reason: &str) -> Failure {
    Failure::NotWritten(format!("error: {} cannot be written: {reason}", output.display()))
}
