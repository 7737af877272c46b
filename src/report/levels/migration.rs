//! From which level to which: the migration matrix.

use super::View;
use crate::report::{Cell, Column, Format, Story, Table, Total};

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

/// The matrix of a programme, shaded by where the partners of a level go.
pub fn table(story: &Story<'_>, view: &View<'_>) -> Table {
    let levels = &story.inputs.programme.levels;
    let mut columns = vec![Column::new("Level at the start", Format::Plain, 28)];
    columns.extend(levels.iter().map(|level| {
        Column::new(format!("To {}", level.name), Format::Decimal, 13)
            .note("Mean partners; the darker, the more of those that began at the row's level.")
            .heat()
    }));
    columns.push(Column::new("Partners", Format::Count, 11));
    columns
        .push(Column::new("Keep it", Format::Percent, 11).note("Share that holds the level at the start in the end."));
    let migration = &view.figures.shared.migration;
    let rows = levels.iter().zip(migration).enumerate().map(|(at, (level, row))| {
        let partners: f64 = row.iter().sum();
        let mut cells = vec![Cell::text(&*level.name)];
        cells.extend(row.iter().map(|partners| Cell::Number(*partners)));
        cells.push(Cell::Number(partners));
        cells.push(if partners > 0.0 { Cell::Number(row[at] / partners) } else { Cell::Empty });
        cells
    });
    let mut totals = vec![Total::Label("In the end".to_owned())];
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
