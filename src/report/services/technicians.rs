//! When own technicians pay: the break-even utilisation, and money at several utilisations.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field as Total;
use crate::programme::{Field, Programme};
use crate::report::alike::{groups, names};
use crate::report::services::share;
use crate::report::words::{count, money, money_range, percent};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table};
use crate::units::Money;

const UTILISATIONS: [f64; 9] = [0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95];
const GRID: &str = "technicians_by_utilisation";

/// What own technicians cost and spare.
#[derive(Debug, Clone, PartialEq)]
struct Terms {
    field: Field,
    price: Money,
}

impl Terms {
    fn of(programme: &Programme) -> Terms {
        Terms { field: programme.field.clone(), price: programme.subcontract.price }
    }

    /// The people asked about: those who are added, or one more where nobody is.
    fn people(&self) -> i64 {
        self.field.new_staff.max(1)
    }

    fn saving(&self, utilisation: f64) -> f64 {
        self.field.saving(self.people(), utilisation, self.price).to_units()
    }
}

/// The part of the page about technicians.
pub fn blocks(story: &Story<'_>, serving: &[usize]) -> Vec<Block> {
    let terms = groups(serving.iter().map(|at| (*at, Terms::of(story.programme(*at)))));
    if terms.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading("When the in-house field force pays".to_owned())];
    let said = groups(serving.iter().map(|at| (*at, sentence(story, *at))));
    blocks.extend(said.iter().map(|(group, said)| Block::Answer(format!("{}: {said}", names(story, group)))));
    blocks.push(Block::Table(pays(story, serving)));
    blocks.push(Block::Heading(
        "What the new technicians save in a year by utilisation, if every call they make would be subcontracted"
            .to_owned(),
    ));
    blocks.push(Block::Table(grid(story, &terms)));
    blocks.push(Block::Charts(vec![chart(story, &terms)]));
    blocks
}

/// Calls that a technician made, as a share of those of days always in use; calls count alike, whatever their length.
fn used(story: &Story<'_>, at: usize) -> f64 {
    let total = story.summary.programmes[at].total(story.summary);
    let field = &story.programme(at).field;
    let years = story.plans.months as f64 / YEAR_MONTHS as f64;
    share(total[Total::TicketsInHouse], field.on_site() * field.calls_per_year() * years)
}

fn sentence(story: &Story<'_>, at: usize) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let terms = Terms::of(story.programme(at));
    let assumed = terms.field.utilisation.to_f64();
    let price = money(terms.price.to_units(), currency);
    let rule = match terms.field.break_even_utilisation(terms.price) {
        None => return "subcontractors cost nothing, so that own technicians never pay.".to_owned(),
        Some(even) if even > 1.0 => {
            format!(
                "own technicians never pay: even always in use one costs more a call than the {price} of subcontractors."
            )
        }
        Some(even) => {
            let saving = terms.saving(assumed);
            let (who, verb) = match (terms.field.new_staff, saving < 0.0) {
                (0, false) => ("one more".to_owned(), "saves"),
                (0, true) => ("one more".to_owned(), "loses"),
                (new, false) => (format!("the {} new ones", count(new as f64)), "save"),
                (new, true) => (format!("the {} new ones", count(new as f64)), "lose"),
            };
            format!(
                "an own technician pays from a utilisation of {} on, as long as every call would be subcontracted \
                 otherwise. At the {} assumed {who} {verb} {} a year.",
                percent(even),
                percent(assumed),
                money(saving, currency),
            )
        }
    };
    format!("{rule}{}", simulated(story, at, &terms, &price))
}

/// What came of it: a ticket in-house may cost more than the rule says where too few of them come.
fn simulated(story: &Story<'_>, at: usize, terms: &Terms, price: &str) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let total = story.summary.programmes[at].total(story.summary);
    let tickets = total[Total::TicketsInHouse];
    if tickets == 0.0 {
        return String::new();
    }
    let cost = total[Total::FieldCost] / 100.0 / tickets;
    let pays = if cost < terms.price.to_units() { "pays" } else { "does not pay" };
    let change = match story.summary.programmes[at].difference("vendor_service_cost") {
        Some(change) if change.statistics.mean != 0.0 => format!(
            " Service costs {} {} than under the baseline over the horizon (90 % range of the difference {}).",
            money(change.statistics.mean, currency),
            if change.statistics.mean > 0.0 { "more" } else { "less" },
            money_range(change.statistics.range(), currency)
        ),
        _ => String::new(),
    };
    format!(
        " In the simulation technicians make {} of the calls they could always in use: a ticket in-house costs {} and a \
         subcontracted one {price}, the field force as a whole {pays}.{change}",
        percent(used(story, at)),
        money(cost, currency),
    )
}

fn pays(story: &Story<'_>, serving: &[usize]) -> Table {
    let row = |at: &usize| {
        let terms = Terms::of(story.programme(*at));
        let field = &terms.field;
        let assumed = field.utilisation.to_f64();
        vec![
            Cell::text(&*story.summary.programmes[*at].name),
            Cell::Number(field.on_site()),
            Cell::Number(field.new_staff as f64),
            Cell::Number(field.in_use() as f64),
            Cell::Number(field.calls_per_year()),
            Cell::Number(field.cost.to_units()),
            Cell::Number(terms.price.to_units()),
            field.break_even_utilisation(terms.price).map_or(Cell::text("never"), Cell::Number),
            Cell::Number(assumed),
            Cell::Number(used(story, *at)),
            Cell::Number(terms.field.saving(field.new_staff, assumed, terms.price).to_units()),
        ]
    };
    Table {
        id: "technicians".to_owned(),
        rows: serving.iter().map(row).collect(),
        columns: vec![
            Column::new("Programme", Format::Plain, 28),
            Column::new("People on site", Format::Count, 14),
            Column::new("Of them new", Format::Count, 14),
            Column::new("In use at a time", Format::Count, 14).note("People on site times utilisation, whole ones."),
            Column::new("Calls a year", Format::Count, 14).note("Of one technician always in use, at the mean length of a ticket."),
            Column::new("Cost a person and year", Format::Money, 14),
            Column::new("Price of a subcontractor", Format::Cents, 14),
            Column::new("Break-even utilisation", Format::Percent, 14)
                .note("Cost over calls times price: above it a technician costs less than subcontractors."),
            Column::new("Utilisation assumed", Format::Percent, 14).note("The most that technicians are in use."),
            Column::new("Calls made, of those possible", Format::Percent, 14)
                .note("Tickets they took over the calls of all people on site always in use; a late ticket counts like any other."),
            Column::new("New staff saves a year", Format::MoneyChange, 14)
                .note("At the utilisation assumed, if every call would be subcontracted otherwise; below 0 it costs more."),
        ],
        totals: None,
    }
}

/// The heading of a group's column.
fn heading(story: &Story<'_>, group: &[usize], terms: &Terms) -> String {
    match terms.field.new_staff {
        0 => format!("{}: one more", names(story, group)),
        new => format!("{}: {} people", names(story, group), count(new as f64)),
    }
}

/// The utilisations shown: the usual ones and each break-even between them.
fn utilisations(even: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut shown: Vec<f64> = UTILISATIONS.into_iter().chain(even.filter(|even| (0.5..=1.0).contains(even))).collect();
    shown.sort_by(f64::total_cmp);
    shown.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    shown
}

/// A utilisation in words: those that are not one of the usual are a break-even.
fn utilisation_name(utilisation: f64) -> String {
    if UTILISATIONS.contains(&utilisation) {
        format!("{:.0} %", utilisation * 100.0)
    } else {
        format!("{}, break-even", percent(utilisation))
    }
}

fn grid(story: &Story<'_>, groups: &[(Vec<usize>, Terms)]) -> Table {
    let even = groups.iter().filter_map(|(_, terms)| terms.field.break_even_utilisation(terms.price));
    let rows = utilisations(even).into_iter().map(|utilisation| {
        let mut row = vec![Cell::text(utilisation_name(utilisation))];
        row.extend(groups.iter().map(|(_, terms)| Cell::Number(terms.saving(utilisation))));
        row
    });
    let mut columns = vec![
        Column::new("Utilisation", Format::Plain, 28)
            .note("Share of their days that technicians are in use; the break-even is among them."),
    ];
    columns
        .extend(groups.iter().map(|(group, terms)| Column::new(heading(story, group, terms), Format::MoneyChange, 18)));
    Table { id: GRID.to_owned(), rows: rows.collect(), columns, totals: None }
}

fn chart(story: &Story<'_>, groups: &[(Vec<usize>, Terms)]) -> Chart {
    let currency = &story.inputs.programme.settings.currency;
    // The largest number of people is the one worth a look.
    let most = groups.iter().max_by_key(|(_, terms)| terms.people());
    let even = most.and_then(|(_, terms)| terms.field.break_even_utilisation(terms.price));
    let title = match even {
        Some(even) => format!("New technicians pay from a utilisation of {} on", percent(even)),
        None => "New technicians never pay".to_owned(),
    };
    Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. Columns show what they save in a year by utilisation."),
        title,
        table: GRID.to_owned(),
        categories: "Utilisation".to_owned(),
        series: most.iter().map(|(group, terms)| Series::column(heading(story, group, terms), group[0])).collect(),
        x_title: "utilisation".to_owned(),
        y_title: format!("{currency} a year"),
        format: Format::Money,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn the_break_even_stands_among_the_usual_utilisations() {
        assert_eq!(utilisations([0.707].into_iter())[2..6], [0.65, 0.70, 0.707, 0.75]);
        assert_eq!(utilisations([0.70, 1.2].into_iter()).len(), 9);
    }

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
