//! From which level to which: the migration matrix.

use super::View;
use crate::report::words::percent;
use crate::report::{Cell, Column, Format, Story, Table, Total};
use crate::say;

/// How many partners keep, raise and lower their level between the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moves {
    /// They hold the level they began with.
    pub kept: f64,
    /// A higher one.
    pub higher: f64,
    /// A lower one.
    pub lower: f64,
}

impl Moves {
    /// The moves of a matrix: first level by row, last level by column, lowest first.
    pub fn of(migration: &[Vec<f64>]) -> Moves {
        let mut moves = Moves::default();
        for (first, row) in migration.iter().enumerate() {
            for (last, partners) in row.iter().enumerate() {
                match last.cmp(&first) {
                    std::cmp::Ordering::Equal => moves.kept += partners,
                    std::cmp::Ordering::Greater => moves.higher += partners,
                    std::cmp::Ordering::Less => moves.lower += partners,
                }
            }
        }
        moves
    }

    /// All partners.
    pub fn partners(&self) -> f64 {
        self.kept + self.higher + self.lower
    }
}

/// The finding over a matrix: at which level the fewest stay.
pub fn finding(story: &Story<'_>, view: &View<'_>, names: &str) -> String {
    let migration = view.figures.shared.migration.iter().enumerate();
    let kept = migration.filter_map(|(at, row)| {
        let all: f64 = row.iter().sum();
        (all > 0.0).then(|| (at, row[at] / all))
    });
    match kept.reduce(|least, next| if next.1 < least.1 { next } else { least }) {
        Some((at, share)) if share < 1.0 => say!(
            "{names}: of those that begin at {level}, {share} hold it in the end, the smallest share of any level",
            names,
            level = story.inputs.programme.levels[at].name,
            share = percent(share)
        ),
        _ => say!("{names}: every partner holds in the end the level at which it began", names),
    }
}

/// The matrix of a programme, shaded by where the partners of a level go.
pub fn table(story: &Story<'_>, view: &View<'_>) -> Table {
    let levels = &story.inputs.programme.levels;
    let mut columns = vec![Column::new(say!("Level at the start"), Format::Plain, 28)];
    columns.extend(levels.iter().map(|level| {
        Column::new(say!("To {level}", level = level.name), Format::Decimal, 13)
            .note(say!("Mean partners; the darker, the more of those that began at the row's level."))
            .heat()
    }));
    columns.push(Column::new(say!("Partners"), Format::Count, 11));
    columns.push(
        Column::new(say!("Keep it"), Format::Percent, 11)
            .note(say!("Share that holds the level at the start in the end.")),
    );
    let migration = &view.figures.shared.migration;
    let rows = levels.iter().zip(migration).enumerate().map(|(at, (level, row))| {
        let partners: f64 = row.iter().sum();
        let mut cells = vec![Cell::text(&*level.name)];
        cells.extend(row.iter().map(|partners| Cell::Number(*partners)));
        cells.push(Cell::Number(partners));
        cells.push(if partners > 0.0 { Cell::Number(row[at] / partners) } else { Cell::Empty });
        cells
    });
    let mut totals = vec![Total::Label(say!("In the end"))];
    totals.extend(levels.iter().map(|_| Total::Sum));
    totals.extend([Total::Sum, Total::Empty]);
    Table {
        id: format!("migration_{}_{}", view.figures.reading.word(), view.place),
        columns,
        rows: rows.collect(),
        totals: Some(totals),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_are_counted_on_either_side_of_the_diagonal() {
        // From the lowest 90 stay, 8 rise one and 2 two levels; from the middle 3 fall; from the top 1 and 0.5 fall.
        let matrix = [vec![90.0, 8.0, 2.0], vec![3.0, 10.0, 0.0], vec![0.5, 1.0, 4.0]];
        let moves = Moves::of(&matrix);
        assert_eq!(moves, Moves { kept: 104.0, higher: 10.0, lower: 4.5 });
        assert_eq!(moves.partners(), 118.5);
    }
}
