//! The size from which a dearer track pays.

use crate::model::tracks::TrackRules;
use crate::programme::Programme;
use crate::report::alike::{groups, names};
use crate::report::tracks::payouts::mean_score;
use crate::report::words::percent;
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;
use crate::units::Money;

/// Purchases a year from which each track pays more than the first, net of fixed costs, and who has them.
pub fn blocks(story: &Story<'_>, programmes: &[usize]) -> Vec<Block> {
    let several = programmes.iter().filter(|at| story.programme(**at).tracks.len() > 1);
    let tables = groups(several.map(|at| (*at, break_even_table(story, *at))));
    let blocks = tables.into_iter().flat_map(|(group, mut table)| {
        let names = names(story, &group);
        table.id = format!("track_break_even_{}", group[0]);
        [
            Block::Heading(say!("{names}: from which purchases a track pays more than the first", names)),
            Block::Table(table),
        ]
    });
    blocks.collect()
}

/// The table of a programme, its name still to be given.
fn break_even_table(story: &Story<'_>, at: usize) -> Table {
    let programme = story.programme(at);
    let rules = TrackRules::new(programme);
    let score = mean_score(story, at);
    let rows = (1..programme.tracks.len()).map(|track| {
        let [mean, half, full] = [score, 0.5, 1.0].map(|score| rules.break_even_purchases(0, track, score));
        let above = mean.map_or(0, |from| story.members.iter().filter(|member| member.purchases > from).count());
        let cell = |from: Option<Money>| from.map_or(Cell::text(say!("never")), |from| Cell::Number(from.to_units()));
        vec![
            Cell::text(&*programme.tracks[track].track),
            Cell::text(needs(programme, track)),
            cell(mean),
            Cell::Number(above as f64),
            cell(half),
            cell(full),
        ]
    });
    let at_mean = say!("At the mean score of {score}", score = percent(score));
    Table {
        id: String::new(),
        rows: rows.collect(),
        columns: vec![
            Column::new(say!("Track"), Format::Plain, 28),
            Column::new(say!("Needs"), Format::Plain, 20),
            Column::new(at_mean, Format::Money, 16)
                .note(say!("Purchases a year: fixed cost over the difference of rates.")),
            Column::new(say!("Partners above"), Format::Count, 14).note(say!(
                "Partners with more entered purchases than at the mean score, whether or not they meet the needs."
            )),
            Column::new(say!("At half the score"), Format::Money, 16),
            Column::new(say!("At the full score"), Format::Money, 16),
        ],
        totals: None,
    }
}

fn needs(programme: &Programme, track: usize) -> String {
    match (programme.tracks[track].needs_services, programme.tracks[track].needs_data_sharing) {
        (true, true) => say!("services, shared data"),
        (true, false) => say!("services"),
        (false, true) => say!("shared data"),
        (false, false) => say!("nothing"),
    }
}
