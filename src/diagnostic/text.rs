//! Diagnostics as the terminal shows them.

use super::{Diagnostic, Diagnostics, Severity};
use crate::say;

/// Renders all diagnostics of one file, a blank line between two of them.
pub fn render(file: &str, diagnostics: &Diagnostics) -> String {
    let blocks: Vec<String> = diagnostics.iter().map(|d| render_one(file, d)).collect();
    blocks.join("\n")
}

fn render_one(file: &str, diagnostic: &Diagnostic) -> String {
    let word = match diagnostic.severity {
        Severity::Error => say!("error"),
        Severity::Note => say!("note"),
    };
    let mut text = say!("{word}[{id}]: {message}", word, id = diagnostic.id, message = diagnostic.message);
    text.push('\n');
    match &diagnostic.at {
        Some(cell) => text.push_str(&format!("  --> {file}: {cell}\n")),
        None => text.push_str(&format!("  --> {file}\n")),
    }
    if let Some(hint) = &diagnostic.hint {
        text.push_str(&say!("hint: {hint}", hint));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::CellRef;
    use super::*;

    #[test]
    fn a_located_error_reads_as_the_contract_says() {
        let cell = CellRef { sheet: "Parameters".into(), row: 13, column: 2 };
        let error = Diagnostic::error("percentage-range", "support must be between 0 % and 60 %, found 75 %")
            .at(&cell)
            .hint("write 7.5 % if that is what was meant");
        assert_eq!(
            render("programme.xlsx", &error.into()),
            "error[percentage-range]: support must be between 0 % and 60 %, found 75 %\n  --> programme.xlsx: \
             Parameters!C14\nhint: write 7.5 % if that is what was meant\n"
        );
    }
}
