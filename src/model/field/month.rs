//! A month's tickets by route, and what they cost (docs/model.md, "Tickets and the field force").

use super::{Class, FieldRules};
use crate::units::{Money, Rate};

/// The tickets of a month by route, and what they cost.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FieldMonth {
    /// Tickets that partners handled.
    pub partner: u64,
    /// Tickets that the vendor's technicians handled, late ones included.
    pub in_house: u64,
    /// Tickets that subcontractors handled.
    pub subcontracted: u64,
    /// Tickets that found no technician free and may not be subcontracted: they wait for one.
    pub late: u64,
    /// Tickets that partners took and handed back; they are counted in another route.
    pub handed_back: u64,
    /// Tickets that the route they were first sent to handled in time.
    pub served_first: u64,
    /// Offered load of the technicians, in technicians in use.
    pub offered_load: f64,
    /// Share of the technicians' tickets that find nobody free, 0 to 1.
    pub overflow_share: f64,
    /// Fees, from the vendor to partners.
    pub partner_fee: Money,
    /// What partners' tickets cost them.
    pub partner_cost: Money,
    /// What the vendor's technicians cost it.
    pub in_house_cost: Money,
    /// What the vendor pays subcontractors.
    pub subcontract_cost: Money,
}

/// Where the tickets of a class are sent, before anything overflows.
struct Routes {
    partner: u64,
    handed_back: u64,
    in_house: u64,
    subcontracted: u64,
}

impl FieldRules {
    /// Routes a month's tickets, given by class.
    pub fn month(&self, tickets: &[u64]) -> FieldMonth {
        let mut month = FieldMonth { in_house_cost: self.in_house_cost, ..FieldMonth::default() };
        let (mut sent_in_house, mut all) = (0, 0);
        for (class, count) in self.classes.iter().zip(tickets) {
            let routes = self.routes(class, *count);
            month.partner += routes.partner;
            month.handed_back += routes.handed_back;
            month.subcontracted += routes.subcontracted;
            sent_in_house += routes.in_house;
            month.offered_load += routes.in_house as f64 * class.load;
            all += count;
        }
        month.overflow_share = blocked(self.servers, month.offered_load);
        // Each class overflows alike; rounded on the running total, so that the classes add up.
        let overflow_of = |calls: u64| (calls as f64 * month.overflow_share + 0.5) as u64;
        let mut before = 0;
        for (class, count) in self.classes.iter().zip(tickets) {
            let calls = self.routes(class, *count).in_house;
            let overflow = overflow_of(before + calls) - overflow_of(before);
            if class.subcontract {
                month.subcontracted += overflow;
            } else {
                month.late += overflow;
            }
            before += calls;
        }
        month.in_house = all - month.partner - month.subcontracted;
        month.served_first = all - overflow_of(sent_in_house);
        month.partner_fee = times(self.partner_fee, month.partner);
        month.partner_cost = times(self.partner_cost, month.partner);
        month.subcontract_cost = times(self.subcontract_price, month.subcontracted);
        month
    }

    fn routes(&self, class: &Class, count: u64) -> Routes {
        let taken = part(count, class.partner_share);
        let handed_back = part(taken, self.handback);
        let partner = taken - handed_back;
        let rest = count - partner;
        let (in_house, subcontracted) = if class.in_house { (rest, 0) } else { (0, rest) };
        Routes { partner, handed_back, in_house, subcontracted }
    }
}

/// A rate of a number of tickets, to the nearest ticket, halves up.
fn part(count: u64, rate: Rate) -> u64 {
    let billion = Rate::ONE.ppb() as u64;
    (count * rate.ppb() as u64 + billion / 2) / billion
}

fn times(price: Money, count: u64) -> Money {
    Money::from_minor(price.minor() * count as i64)
}

/// Erlang B as `1 / B = 1 + c/a + c (c - 1)/a^2 + ...`: the same as [`crate::model::desk::erlang_b`], but the sum can
/// be left when nothing more counts, which for hundreds of servers saves most of the work.
fn blocked(servers: usize, offered: f64) -> f64 {
    /// A share below 1 / this is none.
    const ENOUGH: f64 = 1e15;
    if offered == 0.0 {
        return 0.0;
    }
    let per_load = 1.0 / offered;
    let (mut term, mut sum) = (1.0, 1.0);
    for server in (1..=servers).rev() {
        term *= server as f64 * per_load;
        // Terms grow to one maximum and then fall: the first that changes nothing is past it.
        if sum + term == sum {
            break;
        }
        sum += term;
        if sum > ENOUGH {
            return 0.0;
        }
    }
    1.0 / sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::desk::erlang_b;
    use crate::programme::Programme;
    use crate::schema;

    /// 300,000 tickets a year, all else as by default.
    fn programme() -> Programme {
        let mut programme = schema::defaults();
        programme.tickets.per_year = 300_000.0;
        programme
    }

    #[test]
    fn a_month_goes_its_routes() {
        let rules = FieldRules::new(&programme(), 30, 20);
        // Partners take 30 % of simple and standard, 300 and 150, and hand a fifth back: 240 and 120 are theirs.
        // In-house: 760 + 380 + 200, weighing 60, 120 and 320 minutes against 120: 380 + 380 + 533.3 = 1,293.3 calls
        // of mean length, and a technician in use makes 55 of them a month: a load of 23.5 on 300. None overflows.
        let month = rules.month(&[1_000, 500, 200]);
        assert_eq!((month.partner, month.handed_back, month.in_house, month.subcontracted), (360, 90, 1_340, 0));
        assert!((month.offered_load - (760.0 + 200.0 * 320.0 / 120.0) / 55.0).abs() < 1e-12);
        assert_eq!((month.late, month.served_first, month.overflow_share), (0, 1_700, 0.0));
        // 360 x 110; 360 x 90; 400 people on site at 70,000 / 12.
        assert_eq!(month.partner_fee, Money::from_units(39_600));
        assert_eq!(month.partner_cost, Money::from_units(32_400));
        assert_eq!(month.in_house_cost, Money::from_minor(233_333_333));
        assert_eq!(month.subcontract_cost, Money::ZERO);
    }

    #[test]
    fn what_finds_nobody_free_is_subcontracted_or_late() {
        let mut small = programme();
        // Two technicians in use; each makes 660 / 12 = 55 calls a month.
        (small.field.staff, small.field.new_staff, small.field.utilisation) = (2, 1, Rate::ONE);
        for class in &mut small.ticket_classes {
            class.minutes = 90.0;
        }
        // Nobody delivers: 55 calls are a load of 1 on 2 servers, of which Erlang B blocks 1/5, 11 calls. Running
        // totals: 30 -> 6, 50 -> 10, 55 -> 11. Complex tickets may not be subcontracted: the last one is late.
        let month = FieldRules::new(&small, 0, 0).month(&[30, 20, 5]);
        assert!((month.offered_load - 1.0).abs() < 1e-12 && (month.overflow_share - 0.2).abs() < 1e-12);
        assert_eq!((month.partner, month.in_house, month.subcontracted), (0, 45, 10));
        assert_eq!((month.late, month.served_first), (1, 44));
        assert_eq!(month.subcontract_cost, Money::from_units(1_500));
        // A class that the field force may not take goes straight to subcontractors, and is no overflow.
        small.ticket_classes[0].in_house = false;
        let month = FieldRules::new(&small, 0, 0).month(&[30, 0, 0]);
        assert_eq!((month.subcontracted, month.served_first, month.offered_load), (30, 30, 0.0));
        // Nobody on site: all that is sent in-house overflows.
        (small.field.staff, small.field.new_staff) = (0, 0);
        let month = FieldRules::new(&small, 0, 0).month(&[0, 7, 3]);
        assert_eq!((month.subcontracted, month.late, month.served_first), (7, 3, 0));
    }

    #[test]
    fn the_short_sum_is_erlang_b() {
        assert!((blocked(2, 1.0) - 0.2).abs() < 1e-15);
        for (servers, offered) in
            [(0, 3.0), (1, 0.7), (10, 5.0), (300, 345.0), (300, 300.0), (300, 270.0), (450, 345.0)]
        {
            let known = erlang_b(servers, offered);
            assert!((blocked(servers, offered) - known).abs() <= 1e-12 * known + 1e-15, "{servers}, {offered}");
        }
    }
}
