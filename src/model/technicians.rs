//! What the vendor's own technicians can do, and from when on they pay (docs/model.md, "Tickets and the field force").

use crate::programme::Field;
use crate::units::Money;

impl Field {
    /// People on site.
    pub fn on_site(&self) -> f64 {
        self.staff as f64 * self.share_on_site.to_f64() + self.new_staff as f64
    }

    /// Technicians in use at the same time: people on site times utilisation, whole ones.
    pub fn in_use(&self) -> usize {
        // 70 % of 10 people are 7, not 6.999...
        (self.on_site() * self.utilisation.to_f64() + 1e-9) as usize
    }

    /// Calls of mean length that a technician could make in a year if always in use.
    pub fn calls_per_year(&self) -> f64 {
        self.calls_per_day * self.days
    }

    /// The utilisation above which a technician costs less than the same calls at a subcontractor's price; `None`
    /// where subcontractors cost nothing.
    pub fn break_even_utilisation(&self, price: Money) -> Option<f64> {
        (price > Money::ZERO).then(|| self.cost.to_units() / (self.calls_per_year() * price.to_units()))
    }

    /// What a number of further people on site save in a year at a utilisation of 0 to 1, if every call they make would
    /// otherwise be subcontracted; below 0 where they cost more.
    pub fn saving(&self, people: i64, utilisation: f64, price: Money) -> Money {
        let calls = people as f64 * self.calls_per_year() * utilisation;
        Money::round_minor(calls * price.minor() as f64) - Money::from_minor(self.cost.minor() * people)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::desk::erlang_b;
    use crate::schema;
    use crate::units::Rate;

    #[test]
    fn one_pool_is_never_worse_than_two() {
        // 300 and 150 technicians in use (800 and 200 people), each with a load of its own: together fewer are blocked.
        for (first, second) in [(250.0, 120.0), (300.0, 100.0), (345.0, 150.0), (100.0, 200.0), (500.0, 300.0)] {
            let apart = first * erlang_b(300, first) + second * erlang_b(150, second);
            let together = (first + second) * erlang_b(450, first + second);
            assert!(together <= apart, "{first}, {second}: {together} and {apart}");
        }
    }

    #[test]
    fn technicians_pay_above_the_break_even_utilisation() {
        let field = schema::defaults().field;
        let price = Money::from_units(150);
        // 70,000 / (220 x 3 x 150) = 70.7 %.
        let even = field.break_even_utilisation(price).expect("a price");
        assert!((even - 70_000.0 / 99_000.0).abs() < 1e-12);
        // 200 x (660 x 75 % x 150 - 70,000) = 850,000; at 85 % 200 x 14,150 = 2,830,000.
        assert_eq!(field.saving(200, 0.75, price), Money::from_units(850_000));
        assert_eq!(field.saving(200, 0.85, price), Money::from_units(2_830_000));
        assert_eq!(field.saving(200, even, price), Money::ZERO);
        assert_eq!(field.saving(200, 0.0, price), Money::from_units(-14_000_000));
        assert_eq!(field.break_even_utilisation(Money::ZERO), None);
    }

    #[test]
    fn whole_technicians_are_in_use() {
        let mut field = schema::defaults().field;
        assert_eq!((field.on_site(), field.in_use()), (400.0, 300));
        (field.staff, field.new_staff, field.utilisation) = (1, 1, Rate::per_mille(900));
        // 1.5 people on site, 1.35 in use.
        assert_eq!((field.on_site(), field.in_use()), (1.5, 1));
    }
}
