//! What fewer channel managers do (docs/model.md, "Coverage").

use crate::programme::Coverage;
use crate::units::Rate;

impl Coverage {
    /// Partners per manager after the cut against before: 1 without a cut, and without managers to cut.
    pub fn load_ratio(&self) -> f64 {
        if self.managers == 0 { 1.0 } else { self.managers as f64 / self.managers_left() as f64 }
    }

    /// Whole people who are left, halves rounded up: somebody always is.
    fn managers_left(&self) -> i64 {
        let whole = Rate::ONE.ppb();
        ((self.managers * self.cut.complement().ppb() + whole / 2) / whole).max(1)
    }

    /// Factor on the competing vendor's ask, 0 to 1: customers with less attention settle for the other vendor sooner.
    pub fn ask_factor(&self) -> f64 {
        (1.0 - self.win_elasticity * (self.load_ratio() - 1.0)).max(0.0)
    }

    /// Factor on the minutes of a request, 1 or more: what managers prepared is left to the desk.
    pub fn minutes_factor(&self) -> f64 {
        1.0 + self.desk_elasticity * (self.load_ratio() - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coverage(managers: i64, cut: i64) -> Coverage {
        Coverage { managers, cut: Rate::per_mille(cut), win_elasticity: 0.1, desk_elasticity: 0.2 }
    }

    #[test]
    fn a_fifth_fewer_managers_have_a_quarter_more_partners_each() {
        // 40 - 8 = 32 are left; 40 / 32 = 1.25; 1 - 0.1 x 0.25 = 0.975; 1 + 0.2 x 0.25 = 1.05.
        let cut = coverage(40, 200);
        assert_eq!(cut.load_ratio(), 1.25);
        assert!((cut.ask_factor() - 0.975).abs() < 1e-15);
        assert!((cut.minutes_factor() - 1.05).abs() < 1e-15);
    }

    #[test]
    fn without_a_cut_or_without_managers_nothing_changes() {
        for unchanged in [coverage(40, 0), coverage(0, 500)] {
            assert_eq!((unchanged.load_ratio(), unchanged.ask_factor(), unchanged.minutes_factor()), (1.0, 1.0, 1.0));
        }
    }

    #[test]
    fn people_are_whole_and_one_stays() {
        // 40 x 95 % = 38; 10 x 95 % = 9.5, so 10; of 40 x 0 % one stays: the ask falls by 0.1 x 39, held at 0.
        assert_eq!(coverage(40, 50).load_ratio(), 40.0 / 38.0);
        assert_eq!(coverage(10, 50).load_ratio(), 1.0);
        assert_eq!(coverage(40, 1_000).load_ratio(), 40.0);
        assert_eq!(coverage(40, 1_000).ask_factor(), 0.0);
    }
}
