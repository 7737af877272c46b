//! The partners of the programme (docs/model.md, "Population").

use sha2::{Digest, Sha256};

use crate::programme::{PartnerGroup, PartnerTraits, Programme, SizeDistribution, SizeFamily};
use crate::quantile;
use crate::units::{Money, Rate};

/// One partner, listed or expanded from a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Member {
    /// Identifier: a listed partner's own, or `<group> 001`.
    pub id: String,
    /// Name for display.
    pub name: String,
    /// Place of its initial level among the levels, 0 the lowest.
    pub level: usize,
    /// Annual run-rate purchases.
    pub purchases: Money,
    /// Annual service sales.
    pub service_sales: Money,
    /// Certifications held.
    pub certifications: i64,
    /// Cost of capital a year.
    pub cost_of_capital: Rate,
    /// Whether it delivers services.
    pub delivers_services: bool,
    /// Whether it would share data with the vendor.
    pub shares_data: bool,
    /// Name of its compensation track; a dash is the first.
    pub track: String,
    /// What keys its own draws: the same identifier has the same draws in every population.
    pub key: u64,
}

/// What every trial asks of all partners, column by column: whole members are too wide to go through each time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Columns {
    /// The level each holds at first, 0 the lowest.
    pub levels: Vec<u8>,
    /// Annual run-rate purchases.
    pub purchases: Vec<Money>,
    /// Certifications held.
    pub certifications: Vec<i64>,
    /// What each one's money costs it a year.
    pub costs_of_capital: Vec<Rate>,
    /// Whether it is entered as sharing its data.
    pub shares_data: Vec<bool>,
    /// Annual service sales.
    pub service_sales: Vec<Money>,
    /// Whether it delivers services.
    pub delivers_services: Vec<bool>,
    /// Whether anybody sells services.
    pub sell_services: bool,
}

impl Columns {
    /// The columns of some members.
    pub fn new(members: &[Member]) -> Columns {
        Columns {
            levels: members.iter().map(|member| member.level as u8).collect(),
            purchases: members.iter().map(|member| member.purchases).collect(),
            certifications: members.iter().map(|member| member.certifications).collect(),
            costs_of_capital: members.iter().map(|member| member.cost_of_capital).collect(),
            shares_data: members.iter().map(|member| member.shares_data).collect(),
            service_sales: members.iter().map(|member| member.service_sales).collect(),
            delivers_services: members.iter().map(|member| member.delivers_services).collect(),
            sell_services: members.iter().any(|member| member.service_sales != Money::ZERO),
        }
    }
}

/// All partners, ordered by level from the highest, then by identifier: the order of rows in the workbook does not
/// matter, and the partners of a level and above stand first.
///
/// A level that does not exist counts as the lowest; the reader refuses such a workbook before.
pub fn population(programme: &Programme) -> Vec<Member> {
    let level = |name: &str| level_index(programme, name).unwrap_or(0);
    let member = |id: String, name: &str, traits: &PartnerTraits, [purchases, service_sales]: [Money; 2]| Member {
        name: if name == "-" { id.clone() } else { name.to_owned() },
        level: level(&traits.level),
        purchases,
        service_sales,
        certifications: traits.certifications,
        cost_of_capital: traits.cost_of_capital,
        delivers_services: traits.delivers_services,
        shares_data: traits.shares_data,
        track: traits.compensation_track.clone(),
        key: key(&id),
        id,
    };
    let listed = programme.partners.iter().map(|partner| {
        let sizes = [partner.purchases, partner.service_sales];
        member(partner.id.clone(), &partner.name, &partner.traits, sizes)
    });
    let grouped = programme.groups.iter().flat_map(|group| {
        (0..group.count.max(0) as usize).map(move |i| {
            let sizes = [&group.purchases, &group.services].map(|sizes| size(sizes, i, group.count as usize));
            member(member_id(group, i), "-", &group.traits, sizes)
        })
    });
    let mut members: Vec<Member> = listed.chain(grouped).collect();
    members.sort_by(|a, b| b.level.cmp(&a.level).then_with(|| a.id.cmp(&b.id)));
    members
}

/// The place of a level among the levels, 0 the lowest.
pub fn level_index(programme: &Programme, name: &str) -> Option<usize> {
    programme.levels.iter().position(|level| level.name == name)
}

/// What partner `i` (from 0) of a group is called: numbered from 1, with as many digits as the group needs.
pub fn member_id(group: &PartnerGroup, i: usize) -> String {
    let digits = group.count.to_string().len().max(3);
    format!("{} {:0digits$}", group.name, i + 1)
}

/// The size of partner `i` of `count`: the quantile (i + 0.5) / count, so that the population has no sampling noise.
pub fn size(distribution: &SizeDistribution, i: usize, count: usize) -> Money {
    let p = (i as f64 + 0.5) / count as f64;
    let (low, high) = (distribution.low.minor() as f64, distribution.high.minor() as f64);
    Money::round_minor(match distribution.family {
        SizeFamily::Fixed => low,
        SizeFamily::Uniform => low + p * (high - low),
        SizeFamily::Pareto => quantile::pareto(p, low, high, distribution.shape),
        SizeFamily::Lognormal => quantile::lognormal(p, low, high, distribution.shape),
    })
}

/// What keys the draws of whatever bears a name.
pub fn key(id: &str) -> u64 {
    let digest = Sha256::digest(id.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    u64::from_le_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn the_default_population_is_the_one_of_the_model() {
        let members = population(&schema::defaults());
        assert_eq!(members.len(), 4_720);
        let at = |level| members.iter().filter(|m| m.level == level).count();
        assert_eq!((at(3), at(2), at(1), at(0)), (10, 80, 130, 4_500));
        assert_eq!(members[0].id, "Platinum 001");
        // Pareto(1) from 5 M below 100 M, quantile 0.05: 5 / (1 - 0.05 x 0.95) = 5.249344 M.
        assert_eq!(members[0].purchases, Money::from_minor(524_934_383));
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let mut programme = schema::defaults();
        let before = population(&programme);
        programme.groups.reverse();
        assert_eq!(population(&programme), before);
    }

    #[test]
    fn sizes_follow_their_families() {
        let family =
            |family| SizeDistribution { family, low: Money::from_units(100), high: Money::from_units(300), shape: 1.0 };
        assert_eq!(size(&family(SizeFamily::Fixed), 1, 4), Money::from_units(100));
        assert_eq!(size(&family(SizeFamily::Uniform), 0, 4), Money::from_units(125));
        // (1 - 100/x) / (1 - 1/3) = 1/8 gives x = 100 / (1 - 1/12).
        assert_eq!(size(&family(SizeFamily::Pareto), 0, 4), Money::from_minor(10_909));
        let unlimited = SizeDistribution { high: Money::ZERO, ..family(SizeFamily::Lognormal) };
        assert_eq!(size(&unlimited, 0, 1), Money::from_units(100));
    }
}
