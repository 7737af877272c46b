//! Money at several utilisations of technicians.

use crate::report::alike::names;
use crate::report::services::terms::Terms;
use crate::report::words::{count, percent, whole_percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Story, Table};
use crate::say;

const UTILISATIONS: [f64; 9] = [0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95];
const GRID: &str = "technicians_by_utilisation";

/// How many people a column is about.
fn people(terms: &Terms) -> String {
    match terms.field.new_staff {
        0 => say!("one more"),
        new => say!("{new} people", new = count(new as f64)),
    }
}

/// The heading of a group's column, with the group's names only where the number of people does not tell it apart.
fn heading(story: &Story<'_>, groups: &[(Vec<usize>, Terms)], (group, terms): &(Vec<usize>, Terms)) -> String {
    let same = groups.iter().filter(|(_, other)| other.field.new_staff == terms.field.new_staff).count();
    match same {
        1 => people(terms),
        _ => say!("{name}: {text}", name = names(story, group), text = people(terms)),
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
        whole_percent(utilisation)
    } else {
        say!("{share}, break-even", share = percent(utilisation))
    }
}

/// What the people asked about save by utilisation, a column for programmes with the same terms.
pub fn grid(story: &Story<'_>, groups: &[(Vec<usize>, Terms)]) -> Table {
    let even = groups.iter().filter_map(|(_, terms)| terms.field.break_even_utilisation(terms.price));
    let rows = utilisations(even).into_iter().map(|utilisation| {
        let mut row = vec![Cell::text(utilisation_name(utilisation))];
        row.extend(groups.iter().map(|(_, terms)| Cell::Number(terms.saving(utilisation))));
        row
    });
    let mut columns = vec![
        Column::new(say!("Utilisation"), Format::Plain, 28)
            .note(say!("Share of their days that technicians are in use; the break-even is among them.")),
    ];
    columns.extend(
        groups.iter().map(|group| {
            Column::new(heading(story, groups, group), Format::MoneyChange, 18).note(names(story, &group.0))
        }),
    );
    Table { id: GRID.to_owned(), rows: rows.collect(), columns, totals: None }
}

/// The same of the most people.
pub fn chart(story: &Story<'_>, groups: &[(Vec<usize>, Terms)]) -> Chart {
    let currency = &story.inputs.programme.settings.currency;
    // The largest number of people is the one worth a look.
    let most = groups.iter().max_by_key(|(_, terms)| terms.people());
    let even = most.and_then(|(_, terms)| terms.field.break_even_utilisation(terms.price));
    let title = match even {
        Some(even) => say!("New technicians pay from a utilisation of {even} on", even = percent(even)),
        None => say!("New technicians never pay"),
    };
    Chart {
        kind: ChartKind::Columns,
        alt: say!("{title}. Columns show what they save in a year by utilisation.", title),
        title,
        table: GRID.to_owned(),
        categories: say!("Utilisation"),
        series: most.iter().map(|group| Series::column(heading(story, groups, group), group.0[0])).collect(),
        x_title: "utilisation".to_owned(),
        y_title: say!("{currency} a year", currency),
        format: Format::Money,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_break_even_stands_among_the_usual_utilisations() {
        assert_eq!(utilisations([0.707].into_iter())[2..6], [0.65, 0.70, 0.707, 0.75]);
        assert_eq!(utilisations([0.70, 1.2].into_iter()).len(), 9);
    }
}
