//! Who is paid more and who less, by name.

use crate::outcome::partner::PartnerField;
use crate::programme::CompensationModel;
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;

/// Partners shown at either end.
const ENDS: usize = 10;
/// Changes over the horizon up to this many currency units are none.
pub const DEAD_BAND: f64 = 1.0;

/// What performance pays a partner, over the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paid {
    /// Place among the partners.
    partner: usize,
    old: f64,
    new: f64,
}

impl Paid {
    /// What it is paid more.
    pub fn change(&self) -> f64 {
        self.new - self.old
    }
}

/// What each partner is paid against the baseline; under a baseline of tracks, against the rebates by level.
pub fn changes(story: &Story<'_>, at: usize) -> Vec<Paid> {
    let programmes = &story.summary.programmes;
    // The rebates that tracks stand for are added up in the futures in which a partner is enrolled.
    let enrolled = story.programme(at).compensation.enrolled.to_f64();
    let rebates = |legacy: f64| if enrolled > 0.0 { legacy / enrolled } else { legacy };
    let of = |partner: usize| {
        let new = programmes[at].partners[partner][PartnerField::BackEnd];
        let old = match at {
            0 => rebates(programmes[0].partners[partner][PartnerField::LegacyRebates]),
            _ => programmes[0].partners[partner][PartnerField::BackEnd],
        };
        Paid { partner, old: old / 100.0, new: new / 100.0 }
    };
    (0..story.members.len()).map(of).collect()
}

/// The largest gains and losses.
pub fn blocks(story: &Story<'_>, at: usize) -> Vec<Block> {
    let name = story.summary.programmes[at].shown();
    let before = match (at, story.inputs.programme.compensation.model) {
        (0, _) => say!("rebates by level (expected)"),
        (_, CompensationModel::Legacy) => say!("the baseline's rebates"),
        (_, CompensationModel::Tracks) => say!("the baseline's payouts"),
    };
    let rows: Vec<Vec<Cell>> = ends(changes(story, at), ENDS).iter().map(|paid| row(story, at, paid)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading(say!("{name}: largest gains and losses of payout by partner, against {before}", name, before)),
        Block::Table(Table {
            id: format!("payout_by_partner_{at}"),
            rows,
            columns: vec![
                Column::new(say!("Partner"), Format::Plain, 28),
                Column::new(say!("Level"), Format::Plain, 14).note(say!("At the start of the horizon.")),
                Column::new(say!("Track"), Format::Plain, 16)
                    .note(say!("As entered; a partner that does not meet its needs is on the first.")),
                Column::new(say!("Run-rate purchases a year"), Format::Money, 14),
                Column::new(say!("Paid before"), Format::Money, 14).note(say!("Over the horizon.")),
                Column::new(say!("Paid now"), Format::Money, 14),
                Column::new(say!("Change"), Format::MoneyChange, 14),
            ],
            totals: None,
        }),
    ]
}

/// The most that gain, the largest gain first, then the most that lose, the largest loss last.
fn ends(mut changes: Vec<Paid>, most: usize) -> Vec<Paid> {
    changes.sort_by(|a, b| b.change().total_cmp(&a.change()).then(a.partner.cmp(&b.partner)));
    let gains = changes.iter().take_while(|paid| paid.change() > DEAD_BAND).take(most);
    let losses = changes.iter().rev().take_while(|paid| paid.change() < -DEAD_BAND).take(most);
    let losses: Vec<&Paid> = losses.collect();
    gains.chain(losses.into_iter().rev()).copied().collect()
}

fn row(story: &Story<'_>, at: usize, paid: &Paid) -> Vec<Cell> {
    let member = &story.members[paid.partner];
    let programme = story.programme(at);
    let track = if crate::model::tracks::is_blank(&member.track) {
        programme.tracks.first().map_or("", |track| track.track.as_str())
    } else {
        &member.track
    };
    vec![
        Cell::text(&*member.name),
        Cell::text(&*programme.levels[member.level].name),
        Cell::text(track),
        Cell::Number(member.purchases.to_units()),
        Cell::Number(paid.old),
        Cell::Number(paid.new),
        Cell::Number(paid.change()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_changes_are_neither_gains_nor_losses() {
        let changes = [5.0, -7.0, 0.9, -1.0, 9.0, -2.0].iter().enumerate();
        let paid = changes.map(|(partner, change)| Paid { partner, old: 10.0, new: 10.0 + change }).collect();
        let shown: Vec<usize> = ends(paid, 2).iter().map(|paid| paid.partner).collect();
        assert_eq!(shown, [4, 0, 5, 1]);
    }
}
