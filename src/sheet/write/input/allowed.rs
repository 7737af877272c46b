//! What is allowed in a cell, as the spreadsheet program enforces it.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula};

use crate::sheet::write::WriteError;
use crate::template::book::{Check, Rule};

/// The engine's form of a check.
pub(super) fn validation(check: &Check) -> Result<DataValidation, WriteError> {
    let rule = DataValidation::new();
    let formula = |number: i64| Formula::new(number.to_string());
    let rule = match &check.rule {
        Rule::Whole(min, max) => {
            rule.allow_whole_number_formula(DataValidationRule::Between(formula(*min), formula(*max)))
        }
        Rule::Between(min, max) => rule.allow_decimal_number(DataValidationRule::Between(*min, *max)),
        Rule::Days(min, max) => rule.allow_date(DataValidationRule::Between(super::day(*min)?, super::day(*max)?)),
        Rule::List(words) => rule.allow_list_strings(words)?,
        Rule::Column { sheet, column, rows, gaps } => {
            let sheet = quoted(sheet);
            let first = row_col_to_cell_absolute(rows.0, *column);
            let range = format!("{sheet}!{first}:{}", row_col_to_cell_absolute(rows.1, *column));
            // Blanks at the end would be offered as well, so the list ends with the last word.
            let end = format!("OFFSET({sheet}!{first},0,0,MAX(1,COUNTA({range})),1)");
            rule.allow_list_formula(Formula::new(if *gaps { range } else { end }))
        }
        Rule::Length(min, max) => rule.allow_text_length(DataValidationRule::Between(*min, *max)),
    };
    Ok(match &check.refusal {
        Some(refusal) => rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(check.title.as_str())?
            .set_error_message(refusal.as_str())?,
        None => rule.show_error_message(false),
    })
}

/// A sheet's name as formulas write it.
pub(super) fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}
