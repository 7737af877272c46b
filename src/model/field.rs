//! Tickets and who handles them: delivering partners, the vendor's own technicians, subcontractors (docs/model.md,
//! "Tickets and the field force").

use crate::model::staffing::Demand;
use crate::programme::{Programme, TicketClass};
use crate::units::{Money, Rate};

mod month;

pub use month::FieldMonth;

/// Months of a year.
const MONTHS: f64 = 12.0;

/// The field service of a programme, ready for the tickets of a month.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldRules {
    classes: Vec<Class>,
    /// Share of what partners took that they hand back.
    handback: Rate,
    /// Technicians in use at the same time.
    servers: usize,
    partner_fee: Money,
    partner_cost: Money,
    subcontract_price: Money,
    /// Technicians on site for a month, in use or not.
    in_house_cost: Money,
}

/// A class of tickets.
#[derive(Debug, Clone, PartialEq)]
struct Class {
    /// Expected tickets a month.
    mean: f64,
    /// What partners take of them.
    partner_share: Rate,
    in_house: bool,
    subcontract: bool,
    /// Part of a technician's month in use that one ticket takes.
    load: f64,
}

impl FieldRules {
    /// Whether there are no tickets.
    pub fn is_none(&self) -> bool {
        self.classes.is_empty()
    }

    /// No tickets and no field force.
    pub fn none() -> FieldRules {
        FieldRules {
            classes: Vec::new(),
            handback: Rate::ZERO,
            servers: 0,
            partner_fee: Money::ZERO,
            partner_cost: Money::ZERO,
            subcontract_price: Money::ZERO,
            in_house_cost: Money::ZERO,
        }
    }

    /// The field service of a programme in which so many partners deliver services, and so many of these are experts.
    pub fn new(programme: &Programme, delivering_partners: usize, experts: usize) -> FieldRules {
        if programme.tickets.per_year == 0.0 {
            return FieldRules::none();
        }
        let field = &programme.field;
        let a_month = programme.tickets.per_year / MONTHS * (1.0 - prevented(programme, experts));
        let mean_minutes: f64 = programme.ticket_classes.iter().map(|class| class.share.to_f64() * class.minutes).sum();
        let class = |class: &TicketClass| Class {
            mean: a_month * class.share.to_f64(),
            partner_share: match class.partner && delivering_partners > 0 {
                true => programme.tickets.partner_share,
                false => Rate::ZERO,
            },
            in_house: class.in_house,
            subcontract: class.subcontract,
            load: class.minutes / mean_minutes / (field.calls_per_year() / MONTHS),
        };
        FieldRules {
            classes: programme.ticket_classes.iter().map(class).collect(),
            handback: programme.tickets.partner_handback,
            servers: field.in_use(),
            partner_fee: programme.tickets.partner_fee,
            partner_cost: programme.tickets.partner_cost,
            subcontract_price: programme.subcontract.price,
            in_house_cost: Money::round_minor(field.on_site() * field.cost.minor() as f64 / MONTHS),
        }
    }

    /// Number of classes, in the order of the table `Tickets`; 0 where there are no tickets.
    pub fn classes(&self) -> usize {
        self.classes.len()
    }

    /// Expected tickets of a class in a month.
    pub fn mean(&self, class: usize) -> f64 {
        self.classes[class].mean
    }

    /// What the field force is asked for in a year of expected tickets.
    pub fn demand(&self) -> Demand {
        let kept = 1.0 - self.handback.to_f64();
        let mut demand = Demand::default();
        for class in self.classes.iter().filter(|class| class.in_house) {
            let a_month = class.mean * (1.0 - class.partner_share.to_f64() * kept);
            demand.calls += MONTHS * a_month;
            demand.own += if class.subcontract { 0.0 } else { MONTHS * a_month };
            demand.load += a_month * class.load;
        }
        demand
    }
}

/// Share of tickets that preventive contracts prevent.
fn prevented(programme: &Programme, experts: usize) -> f64 {
    let preventive = &programme.preventive;
    let served = if preventive.partners > 0 { (experts as f64 / preventive.partners as f64).min(1.0) } else { 1.0 };
    preventive.coverage.to_f64() * preventive.ticket_cut.to_f64() * served
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    /// 300,000 tickets a year, all else as by default.
    fn programme() -> Programme {
        let mut programme = schema::defaults();
        programme.tickets.per_year = 300_000.0;
        programme
    }

    #[test]
    fn without_tickets_nothing_happens() {
        let rules = FieldRules::new(&schema::defaults(), 30, 20);
        assert_eq!((&rules, rules.classes()), (&FieldRules::none(), 0));
        assert_eq!(rules.month(&[]), FieldMonth::default());
    }

    #[test]
    fn classes_have_their_share_of_what_is_not_prevented() {
        // 25,000 a month; simple ones are half.
        assert_eq!(FieldRules::new(&programme(), 30, 20).mean(0), 12_500.0);
        let mut contracts = programme();
        let preventive = &mut contracts.preventive;
        (preventive.partners, preventive.coverage, preventive.ticket_cut) =
            (40, Rate::per_mille(200), Rate::per_mille(250));
        // 20 of 40 experts serve half of it: 1 - 0.2 x 0.25 / 2 = 0.975. 80 serve all: 0.95. None needed: the same.
        let mean = |experts| FieldRules::new(&contracts, 30, experts).mean(0);
        assert!((mean(20) - 12_187.5).abs() < 1e-9);
        assert!((mean(80) - 11_875.0).abs() < 1e-9);
        contracts.preventive.partners = 0;
        assert!((FieldRules::new(&contracts, 30, 0).mean(0) - 11_875.0).abs() < 1e-9);
    }

    #[test]
    fn a_years_demand_is_what_partners_leave() {
        // 25,000 a month: 12,500 simple, 8,750 standard, 3,750 complex, of 60, 120 and 320 minutes, 120 on average.
        // Partners keep 30 % x 80 % of the first two: 9,500 + 6,650 + 3,750 = 19,900 are left, the complex ones
        // theirs alone; they weigh 4,750 + 6,650 + 10,000 = 21,400 calls of mean length, 55 a technician.
        let demand = FieldRules::new(&programme(), 30, 20).demand();
        assert!((demand.calls - 12.0 * 19_900.0).abs() < 1e-6);
        assert!((demand.own - 12.0 * 3_750.0).abs() < 1e-6);
        assert!((demand.load - 21_400.0 / 55.0).abs() < 1e-9);
        // The field force is asked for nothing of a class that it may not take.
        let mut sent_away = programme();
        sent_away.ticket_classes.iter_mut().for_each(|class| class.in_house = false);
        assert_eq!(FieldRules::new(&sent_away, 30, 20).demand(), Demand::default());
    }
}
