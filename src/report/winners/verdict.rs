//! Who gains and who loses: the dead band, groups of partners, deciles.

use crate::outcome::partner::PartnerField;
use crate::summary::{PartnerChange, PartnerMeans};

/// A change within this share of the baseline's net margin is hardly one.
pub const BAND_SHARE: f64 = 0.005;
/// Nor is one within this amount, in currency units over the horizon.
pub const BAND_AMOUNT: f64 = 100.0;
/// Nor is one that so many standard errors of the simulation could make up.
pub const BAND_ERRORS: f64 = 2.0;
/// Loss of net margin on spend that is counted by itself: 1 point.
const POINT: f64 = 0.01;

/// What becomes of a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Its expected change is above the dead band.
    Gains,
    /// Below it.
    Loses,
    /// Within it.
    HardlyChanges,
}

/// One partner under a programme and its baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Case {
    /// Net margin in the baseline, in currency units.
    pub baseline: f64,
    /// Expected change of it, in currency units.
    pub change: f64,
    /// Standard error of that change.
    pub se: f64,
    /// Change of net margin as a share of what its customers pay; `None` where they pay nothing.
    pub rate_change: Option<f64>,
    /// Whether it wins a deal in any future of the baseline, rather than run-rate business alone.
    pub wins_deals: bool,
}

impl Case {
    /// The case of a partner.
    pub fn new(baseline: &PartnerMeans, own: &PartnerMeans, change: &PartnerChange) -> Case {
        let rate = |means: &PartnerMeans| {
            let spend = means[PartnerField::Spend] / 100.0;
            (spend > 0.0).then(|| means.net_margin() / spend)
        };
        let rate_change = rate(own).zip(rate(baseline)).map(|(own, baseline)| own - baseline);
        Case {
            baseline: baseline.net_margin(),
            change: change.mean,
            se: change.se,
            rate_change,
            wins_deals: baseline[PartnerField::DealsWon] > 0.0,
        }
    }

    /// How large a change may be and still hardly be one.
    pub fn band(&self) -> f64 {
        self.worthwhile().max(BAND_ERRORS * self.se)
    }

    /// What becomes of the partner.
    pub fn verdict(&self) -> Verdict {
        match self.change {
            change if change > self.band() => Verdict::Gains,
            change if change < -self.band() => Verdict::Loses,
            _ => Verdict::HardlyChanges,
        }
    }

    /// Whether net margin falls by more than 1 point of what customers pay.
    pub fn loses_a_point(&self) -> bool {
        self.rate_change.is_some_and(|change| change < -POINT)
    }

    /// The part of the band that does not depend on the number of trials.
    fn worthwhile(&self) -> f64 {
        (BAND_SHARE * self.baseline.abs()).max(BAND_AMOUNT)
    }
}

/// Partners together.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Group {
    /// How many there are.
    pub partners: usize,
    /// Their net margin in the baseline.
    pub baseline: f64,
    /// Its expected change.
    pub change: f64,
    /// Those that gain.
    pub gain: usize,
    /// Those that lose.
    pub lose: usize,
    /// What the first gain.
    pub gained: f64,
    /// What the second lose, as a positive amount.
    pub lost: f64,
    /// Those within the dead band only because there are too few trials to tell.
    pub untold: usize,
    /// Those whose net margin falls by more than 1 point of what their customers pay.
    pub points: usize,
}

impl Group {
    /// The sums over partners.
    pub fn of(cases: impl IntoIterator<Item = Case>) -> Group {
        let mut group = Group::default();
        for case in cases {
            group.partners += 1;
            group.baseline += case.baseline;
            group.change += case.change;
            match case.verdict() {
                Verdict::Gains => {
                    group.gain += 1;
                    group.gained += case.change;
                }
                Verdict::Loses => {
                    group.lose += 1;
                    group.lost -= case.change;
                }
                Verdict::HardlyChanges => {
                    group.untold += usize::from(case.change.abs() > case.worthwhile());
                }
            }
            group.points += usize::from(case.loses_a_point());
        }
        group
    }

    /// Those within the dead band.
    pub fn hardly(&self) -> usize {
        self.partners - self.gain - self.lose
    }

    /// The change as a share of the baseline; `None` where that is not above 0 or less than the change, so that a share would
    /// say nothing.
    pub fn share(&self) -> Option<f64> {
        (self.baseline > 0.0 && self.change.abs() <= self.baseline).then(|| self.change / self.baseline)
    }
}

/// Partners by the tenth in which their net margin in the baseline stands, the lowest first, and those that stand in none.
#[derive(Debug, Clone, PartialEq)]
pub struct Deciles {
    /// Ten groups; none is empty where there are ten partners or more.
    pub tenths: Vec<Vec<Case>>,
    /// Those without deals, who would fill nine tenths of most programmes; nobody where fewer than ten have deals.
    pub others: Vec<Case>,
}

impl Deciles {
    /// From this many partners on there are deciles.
    pub const LEAST: usize = 10;

    /// The deciles of partners that win deals; of all where those are too few.
    pub fn of(cases: &[Case]) -> Deciles {
        let (mut counted, mut others): (Vec<Case>, Vec<Case>) = cases.iter().partition(|case| case.wins_deals);
        if counted.len() < Deciles::LEAST {
            (counted, others) = (cases.to_vec(), Vec::new());
        }
        let margins: Vec<f64> = counted.iter().map(|case| case.baseline).collect();
        let mut tenths = vec![Vec::new(); 10];
        for (case, decile) in counted.into_iter().zip(deciles(&margins)) {
            tenths[decile].push(case);
        }
        Deciles { tenths, others }
    }

    /// How many partners stand in a tenth.
    pub fn counted(&self) -> usize {
        self.tenths.iter().map(Vec::len).sum()
    }
}

/// The tenth, from 0 for the lowest values, in which each value stands. Tenths differ by one in size at most; equal
/// values keep their order.
fn deciles(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]).then(a.cmp(b)));
    let mut deciles = vec![0; values.len()];
    for (rank, place) in order.into_iter().enumerate() {
        deciles[place] = rank * 10 / values.len();
    }
    deciles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(baseline: f64, change: f64, se: f64) -> Case {
        Case { baseline, change, se, rate_change: None, wins_deals: true }
    }

    #[test]
    fn the_dead_band_is_the_widest_of_three() {
        // 0.5 % of 10,000 is 50: the amount of 100 holds.
        assert_eq!(case(10_000.0, 100.0, 10.0).verdict(), Verdict::HardlyChanges);
        assert_eq!(case(10_000.0, 101.0, 10.0).verdict(), Verdict::Gains);
        // 0.5 % of 1 million is 5,000, of a loss as well.
        assert_eq!(case(-1e6, -5_000.0, 10.0).verdict(), Verdict::HardlyChanges);
        assert_eq!(case(1e6, -5_001.0, 10.0).verdict(), Verdict::Loses);
        // Two errors of 400 hide 800.
        assert_eq!(case(10_000.0, 800.0, 400.0).verdict(), Verdict::HardlyChanges);
        assert_eq!(case(10_000.0, 801.0, 400.0).verdict(), Verdict::Gains);
    }

    #[test]
    fn a_group_counts_each_partner_once() {
        let mut sinking = case(20_000.0, -300.0, 0.0);
        sinking.rate_change = Some(-0.011);
        let mut falling = case(20_000.0, -90.0, 0.0);
        falling.rate_change = Some(-0.01);
        let group = Group::of([case(10_000.0, 500.0, 0.0), sinking, falling, case(10_000.0, 700.0, 400.0)]);
        let expected = Group {
            partners: 4,
            baseline: 60_000.0,
            change: 810.0,
            gain: 1,
            lose: 1,
            gained: 500.0,
            lost: 300.0,
            untold: 1,
            points: 1,
        };
        assert_eq!((group, group.hardly()), (expected, 2));
        assert_eq!(group.share(), Some(0.0135));
        assert_eq!(Group::of([case(-1.0, 500.0, 0.0)]).share(), None);
        assert_eq!(Group::of([case(500.0, -500.0, 0.0)]).share(), Some(-1.0));
        assert_eq!(Group::of([case(499.0, -500.0, 0.0)]).share(), None);
    }

    #[test]
    fn deciles_are_of_those_with_deals_and_lose_nobody() {
        // 12 with deals among 30: tenths of one or two, and 18 others.
        let mixed = |with: usize| -> Vec<Case> {
            (0..30).map(|at| Case { wins_deals: at < with, ..case(at as f64, 0.0, 0.0) }).collect()
        };
        let found = Deciles::of(&mixed(12));
        assert_eq!((found.counted(), found.others.len()), (12, 18));
        assert!(found.tenths.iter().all(|tenth| [1, 2].contains(&tenth.len())));
        assert_eq!(found.tenths[9].last().map(|case| case.baseline), Some(11.0));
        // 9 are too few for tenths.
        let found = Deciles::of(&mixed(9));
        assert_eq!((found.counted(), found.others.len()), (30, 0));
    }

    #[test]
    fn deciles_are_as_even_as_can_be() {
        let values: Vec<f64> = (0..23).map(|at| f64::from(22 - at)).collect();
        let deciles = deciles(&values);
        assert_eq!((deciles[22], deciles[0]), (0, 9), "the lowest value is in the first tenth");
        let sizes: Vec<usize> = (0..10).map(|tenth| deciles.iter().filter(|at| **at == tenth).count()).collect();
        // Tenth d begins at rank 2.3 d, rounded up: 0, 3, 5, 7, 10, 12, 14, 17, 19, 21.
        assert_eq!(sizes, [3, 2, 2, 3, 2, 2, 3, 2, 2, 2]);
        assert_eq!(super::deciles(&[1.0; 10]), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
