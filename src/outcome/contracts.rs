//! What pay-per-use contracts add by partner, apart from what all deals add: most programmes have none.

use std::ops::{AddAssign, Index};

use crate::outcome::{Book, Field, PARTNER_DEAL_FIELDS, Totals};
use crate::units::Money;

/// Number of fields that contracts add to by partner beside those of deals: the ones after them.
const FIELDS: usize = Field::LAST_OF_CONTRACTS as usize + 1 - PARTNER_DEAL_FIELDS;

/// Totals of those fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PartnerContracts([i64; FIELDS]);

impl PartnerContracts {
    /// Those of totals that have them.
    pub fn of<const N: usize>(totals: &Totals<N>) -> PartnerContracts {
        PartnerContracts(std::array::from_fn(|at| totals.0[PARTNER_DEAL_FIELDS + at]))
    }

    /// A field that counts money.
    pub fn money(&self, field: Field) -> Money {
        Money::from_minor(self[field])
    }
}

impl Index<Field> for PartnerContracts {
    type Output = i64;
    fn index(&self, field: Field) -> &i64 {
        &self.0[field as usize - PARTNER_DEAL_FIELDS]
    }
}

impl Book for PartnerContracts {
    fn book(&mut self, field: Field, amount: i64) {
        let place = (field as usize).checked_sub(PARTNER_DEAL_FIELDS);
        if let Some(sum) = place.and_then(|place| self.0.get_mut(place)) {
            *sum = sum.wrapping_add(amount);
        }
    }
}

impl AddAssign<&PartnerContracts> for PartnerContracts {
    fn add_assign(&mut self, other: &PartnerContracts) {
        for (sum, value) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_add(*value);
        }
    }
}
