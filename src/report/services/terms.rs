//! What own technicians cost and spare, whoever they are.

use crate::programme::{Field, Programme};
use crate::units::{Money, Rate};

/// What own technicians cost and spare.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// The field force.
    pub field: Field,
    /// What a ticket costs at a subcontractor.
    pub price: Money,
}

impl Terms {
    /// Those of a programme.
    pub fn of(programme: &Programme) -> Terms {
        Terms { field: programme.field.clone(), price: programme.subcontract.price }
    }

    /// What the money depends on, without the rest: the same for programmes with the same course over utilisations.
    pub fn course(mut self) -> Terms {
        self.field.staff = 0;
        (self.field.share_on_site, self.field.utilisation) = (Rate::ZERO, Rate::ZERO);
        self
    }

    /// The people asked about: those who are added, or one more where nobody is.
    pub fn people(&self) -> i64 {
        self.field.new_staff.max(1)
    }

    /// What they save in a year at a utilisation, in currency units.
    pub fn saving(&self, utilisation: f64) -> f64 {
        self.field.saving(self.people(), utilisation, self.price).to_units()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn new_people_are_asked_about_and_else_one() {
        let mut programme = schema::defaults();
        programme.field.new_staff = 200;
        // 200 x (660 x 85 % x 150 - 70,000) = 2,830,000.
        assert_eq!(Terms::of(&programme).saving(0.85), 2_830_000.0);
        programme.field.new_staff = 0;
        assert_eq!(Terms::of(&programme).saving(0.85), 14_150.0);
    }
}
