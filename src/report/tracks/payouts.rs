//! Payouts old and new by level and by track, and the size from which a dearer track pays.

use crate::measures::ratio;
use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::partner::PartnerField;
use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::report::tracks::difference;
use crate::report::words::percent;
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table, Total};
use crate::say;
use crate::summary::UNASSIGNED;

/// The part of the page about payouts of a programme.
pub fn blocks(story: &Story<'_>, at: usize) -> Vec<Block> {
    let name = story.summary.programmes[at].shown();
    vec![
        Block::Heading(say!("{name}: payouts by level and by track", name)),
        Block::Table(by_level(story, at)),
        Block::Charts(vec![
            chart(story, at, say!("Level"), level_table(at), &say!("by level")),
            chart(story, at, say!("Track"), track_table(at), &say!("by track")),
        ]),
        Block::Table(by_track(story, at)),
    ]
}

fn level_table(at: usize) -> String {
    format!("payout_by_level_{at}")
}

fn track_table(at: usize) -> String {
    format!("payout_by_track_{at}")
}

/// Fiscal years that end under tracks: those with a score.
fn scored_years(plans: &Plans, at: usize) -> usize {
    let chain = &plans.chains[plans.plans[at].chain];
    let ends = (1..=plans.months.div_ceil(YEAR_MONTHS)).map(|years| (years * YEAR_MONTHS).min(plans.months));
    ends.filter(|end| plans.offices[chain.office(end - 1)].tracks.is_some()).count()
}

/// Mean score of enrolled partners by first level.
fn scores(story: &Story<'_>, at: usize) -> Vec<f64> {
    let enrolled = story.programme(at).compensation.enrolled.to_f64();
    let mut sums = vec![(0.0, 0.0); story.plans.shape.levels];
    for (member, means) in story.members.iter().zip(&story.summary.programmes[at].partners) {
        let (score, partners) = &mut sums[member.level];
        *score += means[PartnerField::Score] / 1e6;
        *partners += 1.0;
    }
    let years = scored_years(story.plans, at) as f64 * enrolled;
    sums.into_iter().map(|(score, partners)| ratio(score, partners * years)).collect()
}

/// Budget-neutral changes add up to nothing, but for what floating point leaves of it.
fn change_total(story: &Story<'_>, at: usize) -> Total {
    let total = story.summary.programmes[at].total(story.summary);
    let change = difference(total[Field::TrackPayouts] / 100.0, total[Field::LegacyRebates] / 100.0);
    if change == 0.0 { Total::Empty } else { Total::Sum }
}

fn by_level(story: &Story<'_>, at: usize) -> Table {
    let programme = &story.summary.programmes[at];
    let scores = scores(story, at);
    let levels = story.summary.rows_of(Dimension::Level).filter(|(_, row)| row.name != UNASSIGNED);
    let rows = levels.enumerate().map(|(level, (place, row))| {
        let amounts = &programme.by_row[place];
        let (old, new) = (amounts[Field::LegacyRebates] / 100.0, amounts[Field::TrackPayouts] / 100.0);
        let partners = story.members.iter().filter(|member| member.level == level).count();
        vec![
            Cell::text(row.shown()),
            Cell::Number(partners as f64),
            Cell::Number(old),
            Cell::Number(new),
            Cell::Number(new - old),
            if old > 0.0 { Cell::Number(new / old) } else { Cell::Empty },
            Cell::Number(amounts[Field::TrackCosts] / 100.0),
            scores.get(level).map_or(Cell::Empty, |score| Cell::Number(*score)),
        ]
    });
    Table {
        id: level_table(at),
        rows: rows.collect(),
        columns: vec![
            Column::new(say!("Level"), Format::Plain, 28).note(say!("Held in the year that is paid for.")),
            Column::new(say!("Partners at first"), Format::Count, 14).note(say!("At the start of the horizon.")),
            Column::new(say!("Rebates by level"), Format::Money, 14)
                .note(say!("What the enrolled would have been paid before.")),
            Column::new(say!("Payouts of tracks"), Format::Money, 14),
            Column::new(say!("Change"), Format::MoneyChange, 14),
            Column::new(say!("New as share of old"), Format::Percent, 14),
            Column::new(say!("Cost of tracks to partners"), Format::Money, 14),
            Column::new(say!("Mean score"), Format::Percent, 14)
                .note(say!("Of enrolled partners by the level they had at first, all years.")),
        ],
        totals: Some(vec![
            Total::Label(say!("Total")),
            Total::Sum,
            Total::Sum,
            Total::Sum,
            change_total(story, at),
            Total::Ratio(say!("Payouts of tracks"), say!("Rebates by level")),
            Total::Sum,
            Total::Empty,
        ]),
    }
}

fn by_track(story: &Story<'_>, at: usize) -> Table {
    let programme = story.programme(at);
    let shared = &story.summary.programmes[at].shared;
    // As the tracks are assigned: once in every fiscal year that the programme's own rules reach.
    let years = scored_years(story.plans, at).max(1) as f64;
    let rows = programme.tracks.iter().zip(&shared.tracks).map(|(track, means)| {
        vec![
            Cell::text(&*track.track),
            Cell::Number(means.partners / years),
            Cell::Number(means.purchases),
            Cell::Number(means.rebates),
            Cell::Number(means.payouts),
            Cell::Number(means.payouts - means.rebates),
            Cell::Number(ratio(means.rebates, means.purchases)),
            Cell::Number(ratio(means.payouts, means.purchases)),
            Cell::Number(means.partners * track.fixed_cost.to_units()),
        ]
    });
    let purchases = || say!("Purchases paid for");
    Table {
        id: track_table(at),
        rows: rows.collect(),
        columns: vec![
            Column::new(say!("Track"), Format::Plain, 28),
            Column::new(say!("Partners"), Format::Decimal, 14)
                .note(say!("Enrolled partners on the track, mean over years and trials.")),
            Column::new(purchases(), Format::Money, 14)
                .note(say!("Whole fiscal years, also where the tracks begin within one.")),
            Column::new(say!("Rebates by level"), Format::Money, 14),
            Column::new(say!("Payouts of tracks"), Format::Money, 14),
            Column::new(say!("Change"), Format::MoneyChange, 14),
            Column::new(say!("Rate before"), Format::Percent, 14).note(say!("Rebates over purchases.")),
            Column::new(say!("Rate now"), Format::Percent, 14).note(say!("Payouts over purchases.")),
            Column::new(say!("Cost of tracks to partners"), Format::Money, 14),
        ],
        totals: Some(vec![
            Total::Label(say!("Total")),
            Total::Sum,
            Total::Sum,
            Total::Sum,
            Total::Sum,
            change_total(story, at),
            Total::Ratio(say!("Rebates by level"), purchases()),
            Total::Ratio(say!("Payouts of tracks"), purchases()),
            Total::Sum,
        ]),
    }
}

fn chart(story: &Story<'_>, at: usize, categories: String, table: String, how: &str) -> Chart {
    let programme = &story.summary.programmes[at];
    let total = programme.total(story.summary);
    let rate = ratio(total[Field::TrackPayouts], total[Field::LegacyRebates]);
    let title = if total[Field::LegacyRebates] == 0.0 {
        say!("{name}: payouts {how}", name = programme.shown(), how)
    } else {
        say!("{name}: payouts {how}, {rate} of the rebates in all", name = programme.shown(), how, rate = percent(rate))
    };
    Chart {
        kind: ChartKind::Columns,
        alt: say!("{title}. Columns show rebates by level and payouts of tracks.", title),
        title,
        table,
        categories,
        series: vec![Series::column(say!("Rebates by level"), 0), Series::column(say!("Payouts of tracks"), 1)],
        x_title: String::new(),
        y_title: story.inputs.programme.settings.currency.clone(),
        format: Format::Money,
    }
}

/// Mean score of all enrolled partners.
pub fn mean_score(story: &Story<'_>, at: usize) -> f64 {
    let all = story.members.len() as f64;
    let scores = scores(story, at);
    let of = |level: usize| story.members.iter().filter(|member| member.level == level).count() as f64;
    scores.iter().enumerate().map(|(level, score)| score * of(level)).sum::<f64>() / all.max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{CompensationModel, Readings};
    use crate::schema;

    #[test]
    fn a_year_is_scored_by_the_rules_at_its_end() {
        let mut baseline = schema::defaults();
        baseline.settings.months = 30;
        baseline.settings.readings = Readings::Static;
        let mut late = baseline.clone();
        late.compensation.model = CompensationModel::Tracks;
        let mut next_year = late.clone();
        // From month 6 all three years end under the tracks; from month 13 two of them do.
        (late.from_month, next_year.from_month) = (6, 13);
        let plans = Plans::new(&baseline, &[&late, &next_year]);
        assert_eq!([1, 2].map(|at| scored_years(&plans, at)), [3, 2]);
    }
}
