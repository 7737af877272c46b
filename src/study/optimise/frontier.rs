//! The trade-off between what partners and the vendor get.

use crate::stats::interval::Estimate;
use crate::study::evidence::Evidence;
use crate::study::levers::{Judged, Setting, estimate};

/// The measures of the trade-off, by id: the partners' and the vendor's.
pub const PARTNERS: &str = "partner_net_margin";
/// See [`PARTNERS`].
pub const VENDOR: &str = "vendor_contribution";

/// The most settings that are played again for the frontier.
pub const MOST_POINTS: usize = 16;

/// A setting in the trade-off: differences with the baseline, in currency units.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The setting.
    pub setting: Setting,
    /// Of partner net margin.
    pub partners: Estimate,
    /// Of vendor contribution.
    pub vendor: Estimate,
    /// Whether it keeps every guardrail.
    pub keeps_all: bool,
    /// Whether no other setting that keeps every guardrail is better for both: for one at least, and for the other no
    /// worse.
    pub on_frontier: bool,
}

/// The places of pairs that no other pair beats in both, in the order of the first.
pub fn undominated(pairs: &[(f64, f64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by(|a, b| pairs[*b].0.total_cmp(&pairs[*a].0).then(pairs[*b].1.total_cmp(&pairs[*a].1)).then(a.cmp(b)));
    let mut best = f64::NEG_INFINITY;
    let mut kept = Vec::new();
    for place in order {
        if pairs[place].1 > best {
            best = pairs[place].1;
            kept.push(place);
        }
    }
    kept.reverse();
    kept
}

/// The settings that look best for one side without loss to the other, spread over the frontier where there are many.
pub(super) fn edge(tried: &[(&Setting, &Evidence)], [partners, vendor]: [usize; 2]) -> Vec<Setting> {
    let mean = |evidence: &Evidence, measure| estimate(evidence.differences(measure)).value;
    let pairs: Vec<(f64, f64)> =
        tried.iter().map(|(_, evidence)| (mean(evidence, partners), mean(evidence, vendor))).collect();
    let edge = undominated(&pairs);
    let count = edge.len().min(MOST_POINTS);
    let spread = (0..count).map(|at| if count > 1 { at * (edge.len() - 1) / (count - 1) } else { 0 });
    spread.map(|at| tried[edge[at]].0.clone()).collect()
}

/// The settings of the confirmation as points, by what partners get.
pub(super) fn points<'a>(judged: impl Iterator<Item = &'a Judged>, [partners, vendor]: [usize; 2]) -> Vec<Point> {
    let point = |judged: &Judged| Point {
        setting: judged.setting.clone(),
        partners: judged.difference(partners),
        vendor: judged.difference(vendor),
        keeps_all: judged.keeps_all(),
        on_frontier: false,
    };
    let mut points: Vec<Point> = judged.map(point).collect();
    points.sort_by(|a, b| a.partners.value.total_cmp(&b.partners.value).then_with(|| a.setting.cmp(&b.setting)));
    let keeping: Vec<usize> = (0..points.len()).filter(|at| points[*at].keeps_all).collect();
    let pairs: Vec<(f64, f64)> =
        keeping.iter().map(|at| (points[*at].partners.value, points[*at].vendor.value)).collect();
    for place in undominated(&pairs) {
        points[keeping[place]].on_frontier = true;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beaten_in_both_is_left_out() {
        let pairs = [(1.0, 9.0), (2.0, 7.0), (3.0, 8.0), (4.0, 2.0), (4.0, 3.0), (0.0, 9.0)];
        assert_eq!(undominated(&pairs), [0, 2, 4]);
        assert_eq!(undominated(&[(1.0, 1.0), (1.0, 1.0)]), [0], "equals stand for each other");
        assert!(undominated(&[]).is_empty());
    }
}
