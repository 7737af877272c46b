//! The even set of points behind the pilot's opportunities (docs/model.md, "Behaviour").

/// Opportunities in the set, as a power of 2.
const LOG_COUNT: u32 = 12;
/// Opportunities in the set.
pub const COUNT: u32 = 1 << LOG_COUNT;
/// Half the width of one of as many equal cells between 0 and 1.
pub const HALF_CELL: f64 = 0.5 / COUNT as f64;

/// A rank-1 lattice: in dimension `d`, opportunity `i` stands in the middle of cell `i LATTICE[d] mod 4096` of 4,096
/// equal ones. Each cell of each dimension is met once, which leaves means of a single quantity without noise; the
/// numbers were chosen one after the other for the least error of products (criterion P2, weight 1/d), which keeps what
/// pairs of quantities add small. The dimensions that move rents most stand first.
const LATTICE: [u32; 27] = [
    1, 1557, 1087, 701, 89, 1499, 1163, 901, 1279, 2035, 851, 1255, 1827, 1523, 21, 1213, 1977, 205, 1775, 911, 1439,
    953, 625, 223, 785, 1515, 331,
];
/// Segment and, within it, list value: one dimension, so that each segment has its list values evenly too.
pub const SEGMENT_AND_VALUE: usize = 0;
/// Own need of the originator.
pub const NEED: usize = 1;
/// Competing vendor's ask.
pub const ASK: usize = 2;
/// Number of rivals.
pub const RIVALS: usize = 3;
/// New or installed account.
pub const ACCOUNT: usize = 4;
/// Who the originator is.
pub const ORIGINATOR: usize = 5;
/// The first rival's need, whether it stays out and who it is; then the same for the next.
pub const RIVAL: usize = 6;

/// The mark of an opportunity in a dimension.
pub fn mark(i: u32, dimension: usize) -> u32 {
    let cell = 32 - LOG_COUNT;
    (i.wrapping_mul(LATTICE[dimension]) << cell) | 1 << (cell - 1)
}

/// The middle of the cell behind a mark, between 0 and 1.
pub fn middle(mark: u32) -> f64 {
    f64::from(mark) / 4_294_967_296.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dimension_meets_each_cell_once() {
        for dimension in 0..LATTICE.len() {
            let mut marks: Vec<u32> = (0..COUNT).map(|i| mark(i, dimension)).collect();
            marks.sort_unstable();
            // The middles of the cells: half a cell, one and a half, ...
            let middles = (0..COUNT).map(|cell| (f64::from(cell) + 0.5) / f64::from(COUNT));
            assert!(marks.into_iter().map(middle).eq(middles), "{dimension}");
        }
        assert_eq!(middle(mark(0, 0)), HALF_CELL);
    }
}
