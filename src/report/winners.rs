//! `Winners and losers`: what each scenario changes for every partner.

use crate::plan::Reading;
use crate::report::words::{count, money, percent, reading};
use crate::report::{Block, Page, Story};
use crate::say;
use crate::summary::ProgrammeSummary;

mod by_decile;
mod tables;
pub mod verdict;

use tables::{ends_table, level_table, overview, partners_table};
use verdict::{BAND_AMOUNT, BAND_ERRORS, BAND_SHARE, Case, Deciles, Group, Verdict};

/// Partners listed at most.
const MOST_PARTNERS: usize = 5_000;

/// The page; `None` where nothing is compared.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let summary = story.summary;
    if summary.programmes.len() < 2 || story.members.is_empty() {
        return None;
    }
    let currency = &story.inputs.programme.settings.currency;
    let sides = sides(story, &summary.programmes);
    let mut blocks: Vec<Block> = sides.iter().map(|side| Block::Answer(sentence(story, side))).collect();
    blocks.push(Block::Text(method(story)));
    let mut both: Vec<(Reading, &Side<'_>)> = sides.iter().map(|side| (summary.reading, side)).collect();
    let answered = summary.behavioural.as_ref().map(|programmes| self::sides(story, programmes)).unwrap_or_default();
    both.extend(answered.iter().map(|side| (Reading::Behavioural, side)));
    blocks.push(Block::Heading(say!("How many gain and lose, amounts in {currency} over the horizon", currency)));
    blocks.push(Block::Table(overview(&both)));
    if !answered.is_empty() {
        blocks.push(Block::Text(say!(
            "In the behavioural reading, where people answer to the rules, each scenario is compared with the baseline \
             in the same reading. Everything below is the static reading."
        )));
    }
    let reading = reading(summary.reading);
    for side in &sides {
        let name = side.name;
        let ends = ends_table(story, side);
        if !ends.rows.is_empty() {
            blocks.push(Block::Heading(say!(
                "{name}: largest gains and losses, {currency}, {reading}",
                name,
                currency,
                reading
            )));
            blocks.push(Block::Table(ends));
        }
        if story.members.len() >= Deciles::LEAST {
            let table = by_decile::table(side);
            blocks.push(Block::Heading(say!(
                "{name}: by decile of net margin in the baseline, 1 the lowest, {currency}, {reading}",
                name,
                currency,
                reading
            )));
            let charts = by_decile::charts(side, &table, currency);
            blocks.push(Block::Text(by_decile::said(&side.deciles)));
            blocks.push(Block::Table(table));
            blocks.push(Block::Charts(charts));
        }
        blocks.push(Block::Heading(say!(
            "{name}: by level at the start, {currency}, {reading}",
            name,
            currency,
            reading
        )));
        blocks.push(Block::Table(level_table(side)));
    }
    let order = listed(story, &sides);
    blocks.push(Block::Heading(say!("Partner by partner, {currency}, {reading}", currency, reading)));
    blocks.push(Block::Text(said(order.len(), story)));
    blocks.push(Block::Table(partners_table(story, &sides, &order)));
    Some(Page {
        name: say!("Winners and losers"),
        title: say!("Who gains and who loses"),
        subtitle: say!(
            "Expected change of each partner's net margin against the baseline over the whole horizon, in {currency}; \
             {reading}, {trials} trials",
            currency,
            reading,
            trials = count(summary.trials as f64)
        ),
        one_page: false,
        blocks,
    })
}

/// A scenario beside its baseline, partner by partner.
struct Side<'a> {
    /// Place among the programmes.
    place: usize,
    name: &'a str,
    baseline: &'a ProgrammeSummary,
    scenario: &'a ProgrammeSummary,
    cases: Vec<Case>,
    deciles: Deciles,
    all: Group,
    /// The partners of each level at the start, lowest first, with the level's name.
    levels: Vec<(&'a str, Group)>,
}

fn sides<'a>(story: &Story<'a>, programmes: &'a [ProgrammeSummary]) -> Vec<Side<'a>> {
    let Some((baseline, scenarios)) = programmes.split_first() else { return Vec::new() };
    let side = |(at, scenario): (usize, &'a ProgrammeSummary)| {
        let means = baseline.partners.iter().zip(&scenario.partners).zip(&scenario.changes);
        let cases: Vec<Case> = means.map(|((base, own), change)| Case::new(base, own, change)).collect();
        let level = |level: usize| {
            let members = story.members.iter().zip(&cases).filter(move |(member, _)| member.level == level);
            Group::of(members.map(|(_, case)| *case))
        };
        let names = story.inputs.programme.levels.iter().enumerate();
        Side {
            place: at + 1,
            name: &scenario.name,
            baseline,
            scenario,
            all: Group::of(cases.iter().copied()),
            deciles: Deciles::of(&cases),
            levels: names.map(|(at, row)| (row.name.as_str(), level(at))).collect(),
            cases,
        }
    };
    scenarios.iter().enumerate().map(side).collect()
}

/// The answer: how many, and who.
fn sentence(story: &Story<'_>, side: &Side<'_>) -> String {
    let all = &side.all;
    let mut text = say!(
        "{name} ({reading}): of {partners} partners {gain} gain, {lose} lose and {hardly} hardly change.",
        name = side.name,
        reading = reading(side.scenario.reading),
        partners = count(all.partners as f64),
        gain = count(all.gain as f64),
        lose = count(all.lose as f64),
        hardly = count(all.hardly() as f64)
    );
    for verdict in [Verdict::Gains, Verdict::Loses] {
        text.extend(clause(story, side, verdict).map(|clause| format!(" {clause}")));
    }
    match all.points {
        0 => text,
        1 => text + " " + &say!("One partner loses more than 1 point of its margin on spend."),
        points => {
            let partners = count(points as f64);
            text + " " + &say!("{partners} partners lose more than 1 point of their margin on spend.", partners)
        }
    }
}

/// Who they are that gain, or that lose; `None` where there are none.
fn clause(story: &Story<'_>, side: &Side<'_>, verdict: Verdict) -> Option<String> {
    let currency = &story.inputs.programme.settings.currency;
    let amount: fn(&Group) -> f64 = match verdict {
        Verdict::Gains => |group| group.gained,
        Verdict::Loses => |group| group.lost,
        Verdict::HardlyChanges => return None,
    };
    let cases = side.cases.iter().enumerate().filter(|(_, case)| case.verdict() == verdict);
    let (partner, case) =
        cases.reduce(|most, next| if next.1.change.abs() > most.1.change.abs() { next } else { most })?;
    let (level, group) =
        side.levels.iter().reduce(|most, next| if amount(&next.1) > amount(&most.1) { next } else { most })?;
    let (together, most) = (money(amount(&side.all), currency), money(case.change, currency));
    let share = percent(amount(group) / amount(&side.all));
    let partner = &story.members[partner].name;
    Some(match verdict {
        Verdict::Gains => say!(
            "Winners gain {together} together, {share} of it at level {level}; {partner} gains most, {most}.",
            together,
            share,
            level,
            partner,
            most
        ),
        _ => say!(
            "Losers lose {together} together, {share} of it at level {level}; {partner} loses most, {most}.",
            together,
            share,
            level,
            partner,
            most
        ),
    })
}

/// What counts as a gain, and what the ranges rest on.
fn method(story: &Story<'_>) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let changes = story.summary.programmes.iter().flat_map(|programme| &programme.changes);
    let kept = changes.map(|change| change.trials).min().unwrap_or(0);
    say!(
        "A partner gains or loses if its expected change over the horizon is larger than the dead band: the largest of \
         {share} of its net margin in the baseline, {amount}, and {errors} standard errors of the simulation. Expected \
         changes are means over all {trials} trials. Ranges and the probability of being worse off rest on the first \
         {kept} trials: a partner is worse off in a future if its net margin is below what it has in the baseline in the \
         same future, by whatever amount.",
        share = percent(BAND_SHARE),
        amount = money(BAND_AMOUNT, currency),
        errors = BAND_ERRORS,
        trials = count(story.summary.trials as f64),
        kept = count(kept as f64)
    )
}

/// What the table of partners holds: so many of them all.
fn said(listed: usize, story: &Story<'_>) -> String {
    let (partners, whole) = (story.members.len(), story.run.extent.is_whole());
    let (some, all) = (count(listed as f64), count(partners as f64));
    match (listed == partners, whole) {
        (true, _) => say!("All {all} partners, by the size of their largest expected change under any scenario.", all),
        (false, true) => say!(
            "The {most} partners that change most of {all}, by the size of their largest expected change under any \
             scenario; the others are in the tables above.",
            most = some,
            all
        ),
        (false, false) => say!(
            "Of {all} partners those are listed that some scenario changes anything for ({some}), by the size of their \
             largest expected change; the others are listed by --whole and by partnersim run.",
            some,
            all
        ),
    }
}

/// The partners that are listed, the one with the largest expected change under any scenario first. For an answer at once
/// they are those that anything changes for, for most of the time that a workbook takes goes into their rows.
fn listed(story: &Story<'_>, sides: &[Side<'_>]) -> Vec<usize> {
    let (partners, whole) = (story.members.len(), story.run.extent.is_whole());
    let cases = |partner: usize| sides.iter().filter_map(move |side| side.cases.get(partner));
    let largest: Vec<f64> =
        (0..partners).map(|partner| cases(partner).fold(0.0, |most: f64, case| most.max(case.change.abs()))).collect();
    let mut order: Vec<usize> = (0..partners).filter(|partner| whole || story.summary.changes_for(*partner)).collect();
    order.sort_by(|a, b| largest[*b].total_cmp(&largest[*a]).then(a.cmp(b)));
    order.truncate(MOST_PARTNERS);
    order
}
