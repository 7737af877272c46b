//! Who the partners are.

use crate::check::{Problem, count_words, problem};
use crate::inputs::Target;
use crate::model::population::{level_index, member_id};
use crate::programme::{PartnerGroup, Programme, SizeDistribution, SizeFamily};
use crate::say;
use crate::schema::kind::{Kind, quoted};
use crate::schema::words::nearest;
use crate::units::Money;

/// Tells a level that there is not, where something names it.
pub(super) fn known_level(programme: &Programme, target: Target, name: &str, problems: &mut Vec<Problem>) {
    if level_index(programme, name).is_none() {
        let names = programme.levels.iter().map(|level| level.name.as_str());
        let hint = match nearest(name, names.clone()) {
            Some(near) => say!("did you mean {near}?", near),
            None => say!("the levels are {names}", names = names.collect::<Vec<_>>().join(", ")),
        };
        problems.push(problem("unknown-level", target, Kind::Level.not_allowed(&quoted(name)), hint));
    }
}

/// The most partners of a programme.
const MOST_PARTNERS: i64 = 200_000;

/// The partners, listed or in groups.
pub(super) fn population(programme: &Programme, problems: &mut Vec<Problem>) {
    for (row, partner) in programme.partners.iter().enumerate() {
        known_level(programme, Target::Cell("Partners", row, "level"), &partner.traits.level, problems);
        if let Some(group) = programme.groups.iter().find(|group| is_member(group, &partner.id)) {
            problems.push(problem(
                "duplicate-partner",
                Target::Cell("Partners", row, "id"),
                say!("\"{name}\" is also a partner of the group {group}", name = partner.id, group = group.name),
                say!("rename the partner or the group"),
            ));
        }
    }
    for (row, group) in programme.groups.iter().enumerate() {
        known_level(programme, Target::Cell("Partner groups", row, "level"), &group.traits.level, problems);
        size(&group.purchases, ["low", "high", "shape"], row, problems);
        size(&group.services, ["service_low", "service_high", "service_shape"], row, problems);
    }
    let count = programme.partner_count();
    if !(1..=MOST_PARTNERS).contains(&count) {
        problems.push(problem(
            "number-of-partners",
            Target::Cell("Partner groups", 0, "count"),
            say!(
                "makes {number} partners in all; there must be 1 to {most}",
                number = count_words(count),
                most = count_words(MOST_PARTNERS)
            ),
            say!("list partners on the sheet Partners or give groups with a count"),
        ));
        return;
    }
    let floor = level_index(programme, &programme.bidding.pool_level).unwrap_or(0);
    let meets = |level: &str, purchases: Money| {
        level_index(programme, level).is_some_and(|level| level >= floor) && purchases > Money::ZERO
    };
    let anyone = programme.partners.iter().any(|partner| meets(&partner.traits.level, partner.purchases))
        || programme.groups.iter().any(|group| group.count > 0 && meets(&group.traits.level, group.purchases.low));
    if !anyone {
        problems.push(problem(
            "empty-pool",
            Target::Parameter("origination.pool_level"),
            say!("leaves no partner with purchases to meet an opportunity"),
            say!("choose a lower level, or give a partner of that level purchases"),
        ));
    }
}

fn is_member(group: &PartnerGroup, id: &str) -> bool {
    id.strip_prefix(group.name.as_str())
        .and_then(|rest| rest.trim_start().parse::<i64>().ok())
        .is_some_and(|number| (1..=group.count).contains(&number) && member_id(group, number as usize - 1) == id)
}

fn size(size: &SizeDistribution, [low, high, shape]: [&'static str; 3], row: usize, problems: &mut Vec<Problem>) {
    let mut refuse = |column, message: String, hint: String| {
        problems.push(problem("size-distribution", Target::Cell("Partner groups", row, column), message, hint));
    };
    let limited = size.high != Money::ZERO;
    match size.family {
        SizeFamily::Fixed => {}
        SizeFamily::Uniform if size.high < size.low => {
            refuse(high, say!("is below the low"), say!("enter the most a partner buys"))
        }
        SizeFamily::Uniform => {}
        SizeFamily::Pareto | SizeFamily::Lognormal if size.low == Money::ZERO => {
            refuse(
                low,
                say!("must be above 0 for this distribution"),
                say!("enter the least (pareto) or the median (lognormal)"),
            );
        }
        SizeFamily::Pareto | SizeFamily::Lognormal if limited && size.high <= size.low => {
            refuse(high, say!("is not above the low"), say!("enter the most a partner buys, or 0 for no limit"));
        }
        SizeFamily::Pareto if size.shape == 0.0 => {
            refuse(shape, say!("must be above 0 for this distribution"), say!("enter the tail index, such as 1"));
        }
        SizeFamily::Pareto if !limited && size.shape < 0.2 => {
            refuse(high, say!("must be given for so heavy a tail"), say!("enter the most a partner buys"));
        }
        SizeFamily::Pareto | SizeFamily::Lognormal => {}
    }
}
