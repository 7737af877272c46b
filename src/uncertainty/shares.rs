//! Shares that make 100 % together, some of them drawn.

use crate::programme::Programme;
use crate::schema::{Column, Table, Value};
use crate::units::Rate;

/// Whether a column's values make 100 % in a table of [`crate::schema::SHARED_OUT`].
pub fn is_share(column: &Column) -> bool {
    column.key == "share"
}

/// Scales the shares of a table so that they make 100 % again: each keeps its proportion to the others, and what
/// rounding leaves goes to the largest. Shares that are all nothing stay.
pub fn rescale(table: &Table, programme: &mut Programme) {
    let Some(column) = table.columns.iter().find(|column| is_share(column)) else { return };
    let shares: Vec<i64> = (0..(table.len)(programme))
        .map(|row| match (column.get)(programme, row) {
            Value::Rate(rate) => rate.ppb(),
            _ => 0,
        })
        .collect();
    let whole: i64 = shares.iter().sum();
    if whole == 0 || whole == Rate::ONE.ppb() {
        return;
    }
    let part = |share: i64| (i128::from(share) * i128::from(Rate::ONE.ppb()) / i128::from(whole)) as i64;
    let mut scaled: Vec<i64> = shares.iter().map(|share| part(*share)).collect();
    let left = Rate::ONE.ppb() - scaled.iter().sum::<i64>();
    if let Some(largest) = scaled.iter_mut().max() {
        *largest += left;
    }
    for (row, share) in scaled.into_iter().enumerate() {
        (column.set)(programme, row, Value::Rate(Rate::from_ppb(share)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{defaults, segments::SEGMENTS};

    #[test]
    fn shares_keep_their_proportions_and_make_the_whole() {
        let mut programme = defaults();
        let before: Vec<Rate> = programme.segments.iter().map(|segment| segment.share).collect();
        rescale(&SEGMENTS, &mut programme);
        assert_eq!(programme.segments.iter().map(|segment| segment.share).collect::<Vec<_>>(), before);
        // One more half of the first: all are divided by 1 + half of it.
        programme.segments[0].share = Rate::from_ppb(before[0].ppb() * 3 / 2);
        let whole = 1e9 + before[0].ppb() as f64 / 2.0;
        rescale(&SEGMENTS, &mut programme);
        let after: Vec<i64> = programme.segments.iter().map(|segment| segment.share.ppb()).collect();
        assert_eq!(after.iter().sum::<i64>(), Rate::ONE.ppb());
        for (after, before) in after[1..].iter().zip(&before[1..]) {
            // Rounded down, and what is left, less than one a row, goes to the largest.
            let left = *after as f64 - before.ppb() as f64 / whole * 1e9;
            assert!((-1.0..programme.segments.len() as f64).contains(&left));
        }
    }
}
