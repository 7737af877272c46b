//! Notes on headings that the page has in more than one table.

use crate::say;

pub(super) fn edits_of_one() -> String {
    say!("The baseline with the edits of one scenario; they are on the sheet {sheet}.", sheet = say!("Scenarios"))
}

pub(super) fn mean_difference() -> String {
    say!("Mean difference with the baseline in the same future; the bars of a measure have one scale.")
}

pub(super) fn range_from() -> String {
    say!("In one future of twenty the difference is below this.")
}

pub(super) fn range_to() -> String {
    say!("In one future of twenty the difference is above this.")
}

pub(super) fn behavioural_difference() -> String {
    say!(
        "Mean difference with the baseline where people answer to the rules, under the baseline too; its range is on the \
         sheet {sheet}.",
        sheet = say!("Measures")
    )
}
