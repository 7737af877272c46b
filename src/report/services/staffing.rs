//! How many technicians are worth having, beside how many there are.

use crate::model::staffing::{Crew, Demand};
use crate::programme::Field;
use crate::report::alike::{groups, names};
use crate::report::words::{count, money, percent};
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;
use crate::units::Money;

/// The field force as it is entered, and the one that costs least with what it leaves.
#[derive(Debug, Clone, PartialEq)]
struct Staffing {
    demand: Demand,
    price: Money,
    field: Field,
    entered: Crew,
    /// `None` where nobody is ever in use.
    best: Option<Crew>,
}

impl Staffing {
    fn new(field: Field, price: Money, demand: Demand) -> Staffing {
        let (entered, best) = (demand.crew(field.in_use()), field.crew_worth_having(demand, price));
        // Who is there stays unless whole people cost less.
        let better = |crew: &Crew| {
            field.yearly_cost(demand, field.people_for(*crew), *crew, price)
                < field.yearly_cost(demand, field.on_site(), entered, price)
        };
        let best = best.map(|crew| if better(&crew) { crew } else { entered });
        Staffing { demand, price, field, entered, best }
    }

    /// Under the rules that a programme ends with.
    fn of(story: &Story<'_>, at: usize) -> Staffing {
        let office = story.plans.chains[story.plans.plans[at].chain].own;
        let services = story.plans.offices[office].services.as_ref();
        let demand = services.map_or_else(Demand::default, |services| services.field.demand());
        let programme = story.programme(at);
        Staffing::new(programme.field.clone(), programme.subcontract.price, demand)
    }

    /// People on site for the best crew: those who are there, if it is theirs.
    fn people(&self, best: Crew) -> f64 {
        if best == self.entered { self.field.on_site() } else { self.field.people_for(best) }
    }

    /// What moving to the best crew saves a year, in currency units.
    fn saving(&self, best: Crew) -> f64 {
        let cost = |people, crew| self.field.yearly_cost(self.demand, people, crew, self.price);
        cost(self.field.on_site(), self.entered) - cost(self.people(best), best)
    }

    /// The finding; `None` where nobody ever pays, whatever there is to do.
    fn said(&self, currency: &str) -> Option<String> {
        let best = self.best?;
        self.field.busy_to_pay(self.demand, self.price)?;
        let (people, entered) = (count(self.people(best)), count(self.field.on_site()));
        let found = if best.in_use == 0 {
            say!(
                "nobody on site is worth having: subcontractors would take all calls for less. Without the {entered} entered \
                 the vendor would save {saving} a year.",
                entered,
                saving = money(self.saving(best), currency)
            )
        } else if best == self.entered {
            say!("{entered} people on site are about as many as pay: one more would cost more than it spares.", entered)
        } else {
            say!(
                "{people} people on site are worth having, where {entered} are entered: one more would cost more than it \
                 spares. Moving there would save {saving} a year; {then} of the calls sent to them would overflow instead \
                 of {now}.",
                people,
                entered,
                saving = money(self.saving(best), currency),
                then = percent(best.overflow),
                now = percent(self.entered.overflow)
            )
        };
        Some(found)
    }

    fn row(&self, name: &str) -> Vec<Cell> {
        let of_best = |value: &dyn Fn(Crew) -> f64| self.best.map_or(Cell::Empty, |best| Cell::Number(value(best)));
        vec![
            Cell::text(name),
            Cell::Number(self.demand.calls),
            Cell::Number(self.demand.load),
            Cell::Number(self.field.on_site()),
            Cell::Number(self.entered.overflow),
            Cell::Number(self.entered.next_busy),
            self.field.busy_to_pay(self.demand, self.price).map_or(Cell::Empty, Cell::Number),
            of_best(&|best| self.people(best)),
            of_best(&|best| best.overflow),
            of_best(&|best| self.saving(best)),
        ]
    }
}

/// The part of the page about the number of technicians.
pub fn blocks(story: &Story<'_>, serving: &[usize]) -> Vec<Block> {
    let currency = &story.inputs.programme.settings.currency;
    let asked: Vec<(usize, Staffing)> = serving.iter().map(|at| (*at, Staffing::of(story, *at))).collect();
    let asked: Vec<(usize, Staffing)> = asked.into_iter().filter(|(_, of)| of.demand.calls > 0.0).collect();
    if asked.is_empty() {
        return Vec::new();
    }
    let said = groups(asked.iter().filter_map(|(at, of)| Some((*at, of.said(currency)?))));
    let mut blocks = vec![Block::Heading(say!("How many technicians are worth having"))];
    blocks.extend(
        said.iter().map(|(group, said)| Block::Answer(say!("{name}: {text}", name = names(story, group), text = said))),
    );
    blocks.push(Block::Table(Table {
        id: "staffing".to_owned(),
        columns: columns(),
        rows: asked.iter().map(|(at, of)| of.row(story.summary.programmes[*at].shown())).collect(),
        totals: None,
    }));
    if asked.iter().any(|(_, of)| of.demand.own > 0.0) {
        blocks.push(Block::Text(say!(
            "Calls that only they may take wait instead of overflowing to subcontractors; they are counted at their price \
             all the same, as waiting has none."
        )));
    }
    blocks
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(say!("Programme"), Format::Plain, 28),
        Column::new(say!("Calls sent to them"), Format::Count, 14)
            .note(say!("Expected in a year, after what partners keep.")),
        Column::new(say!("Offered load"), Format::Count, 14)
            .note(say!("Technicians in use that these calls would keep busy all the time.")),
        Column::new(say!("People on site"), Format::Count, 14),
        Column::new(say!("Share that overflows"), Format::Percent, 14)
            .note(say!("Of calls sent to them, at the expected load (Erlang B).")),
        Column::new(say!("One more is on calls"), Format::Percent, 14)
            .note(say!("Share of its time in use: it is sent only what the others have no time for.")),
        Column::new(say!("Pays if on calls"), Format::Percent, 14).note(say!(
            "Break-even utilisation over the utilisation assumed, at the mean length of the calls sent to them."
        )),
        Column::new(say!("People worth having"), Format::Count, 14)
            .note(say!("As many as pay: the next one in use would be on calls too little.")),
        Column::new(say!("Overflow with them"), Format::Percent, 14),
        Column::new(say!("Saved a year by moving"), Format::MoneyChange, 14).note(say!(
            "Cost of people on site and of calls that overflow; calls that wait are counted at the price, too."
        )),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;
    use crate::units::Rate;

    /// So many new people at 20,000 each, always in use, at a load of one with calls of 150: two pay.
    fn staffing(people: i64) -> Staffing {
        let (staff, cost, utilisation) = (0, Money::from_units(20_000), Rate::ONE);
        let field = Field { staff, new_staff: people, cost, utilisation, ..schema::defaults().field };
        let demand = Demand { calls: 660.0, own: 0.0, load: 1.0 };
        Staffing::new(field, Money::from_units(150), demand)
    }

    #[test]
    fn too_many_and_too_few_are_told_what_moving_saves() {
        // Two cost 40,000 and leave 1/5 of 99,000: 59,800. Four cost 80,000 and leave 1/65: 81,523.08. One: 69,500.
        let saved = |people| {
            let staffing = staffing(people);
            staffing.best.map(|best| (staffing.people(best), (staffing.saving(best) * 100.0).round() / 100.0))
        };
        assert_eq!(saved(4), Some((2.0, 21_723.08)));
        assert_eq!(saved(1), Some((2.0, 9_700.0)));
        assert_eq!(saved(2), Some((2.0, 0.0)));
        let said = staffing(4).said("EUR").unwrap_or_default();
        assert!(said.starts_with("2 people on site are worth having, where 4 are entered"), "{said}");
        // One call in five overflows from two at a load of one, one in 65 from four.
        assert!(said.contains("20.0 % of the calls sent to them would overflow instead of 1.5 %"), "{said}");
        let stay = staffing(2).said("EUR").unwrap_or_default();
        assert!(stay.starts_with("2 people on site are about as many as pay"), "{stay}");
    }

    #[test]
    fn nobody_may_be_worth_having() {
        let staffing = staffing(4);
        // The first would take half of 99,000; at 60,000 it does not pay. Four cost 240,000 and leave 1/65 of 99,000.
        let dear = Field { cost: Money::from_units(60_000), ..staffing.field };
        let said = Staffing::new(dear, staffing.price, staffing.demand).said("EUR").unwrap_or_default();
        assert!(said.starts_with("nobody on site is worth having"), "{said}");
        assert!(said.contains("Without the 4 entered the vendor would save 143 k EUR a year."), "{said}");
    }

    #[test]
    fn nothing_is_said_where_nobody_ever_pays() {
        let staffing = staffing(2);
        let free = Staffing::new(staffing.field, Money::ZERO, staffing.demand);
        assert_eq!(free.said("EUR"), None);
        assert_eq!(free.best.map(|best| free.people(best)), Some(0.0));
    }
}
