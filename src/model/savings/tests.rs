//! Savings plans worked by hand.

use super::*;

const MILLION: i64 = 1_000_000;

/// A line of one unit, in millions: saving a year, one-off cost, start and ramp in months.
fn line(saving: i64, one_off: i64, start_month: f64, ramp_months: f64) -> SavingsLine {
    SavingsLine {
        units: 1.0,
        saving_per_unit: Money::from_units(saving * MILLION),
        one_off_per_unit: Money::from_units(one_off * MILLION),
        start_month,
        ramp_months,
        realisation: Rate::ONE,
        ..SavingsLine::default()
    }
}

fn programme(savings_lines: Vec<SavingsLine>) -> Programme {
    Programme {
        savings: Savings { reinvestment: Rate::per_mille(200), country_share: Rate::ONE },
        savings_lines: savings_lines.into(),
        ..Programme::default()
    }
}

/// A figure of each fiscal year, in millions.
fn by_year(plan: &SavingsPlan, years: usize, figure: impl Fn(SavingsMonth) -> Money) -> Vec<f64> {
    let year = |y: usize| (12 * y..12 * y + 12).map(|month| figure(plan.month(month))).sum::<Money>();
    (0..years).map(|y| year(y).to_units() / MILLION as f64).collect()
}

/// The run-rate at the end of each fiscal year, in millions.
fn exits(plan: &SavingsPlan, years: usize) -> Vec<f64> {
    (0..years).map(|y| plan.month(12 * y + 11).exit_run_rate.to_units() / MILLION as f64).collect()
}

/// 384 of charges in year 1, 690 in year 2, 253 in year 3 (a vendor's accounts, 2020 to 2022).
fn three_waves() -> Vec<SavingsLine> {
    vec![line(200, 384, 6.0, 6.0), line(400, 690, 12.0, 12.0), line(400, 253, 24.0, 12.0)]
}

/// Net savings less one-off costs, from the first month to the end of each.
fn cash(plan: &SavingsPlan) -> Vec<Money> {
    let mut sum = Money::ZERO;
    let so_far = plan.by_month.iter().map(|month| {
        sum += month.net - month.one_off;
        sum
    });
    so_far.collect()
}

#[test]
fn linear_exits_from_the_middle_of_year_1_to_the_end_of_year_3() {
    // Months of full saving up to the year ends: 6^2/60 = 0.6, 18^2/60 = 5.4, 30 - 15 = 15, 27; by year, in years:
    // 0.05, 0.40, 0.80, 1. At the year ends 6/30, 18/30 and all have gone.
    let plan = SavingsPlan::new(&programme(vec![line(1_000, 0, 6.0, 30.0)]), 48, 0);
    assert_eq!(by_year(&plan, 4, |month| month.gross), [50.0, 400.0, 800.0, 1_000.0]);
    assert_eq!(by_year(&plan, 4, |month| month.net), [40.0, 320.0, 640.0, 800.0]);
    assert_eq!(exits(&plan, 4), [200.0, 600.0, 1_000.0, 1_000.0]);
}

#[test]
fn three_waves_have_the_same_shape_and_their_charges_by_year() {
    // Year 1: 200 x 1/4. Year 2: 200 + 400 x 1/2. Year 3: 200 + 400 + 400 x 1/2.
    let plan = SavingsPlan::new(&programme(three_waves()), 48, 0);
    assert_eq!(by_year(&plan, 4, |month| month.gross), [50.0, 400.0, 800.0, 1_000.0]);
    assert_eq!(exits(&plan, 4), [200.0, 600.0, 1_000.0, 1_000.0]);
    assert_eq!(by_year(&plan, 4, |month| month.one_off), [384.0, 690.0, 253.0, 0.0]);
    // 384 + 690 + 253 = 1,327; net to the end of year 3: 0.8 x (50 + 400 + 800) = 1,000.
    assert_eq!(cash(&plan)[35], Money::from_units(-327 * MILLION));
    // 800 a year, 66 2/3 a month, make up for 327 in 4.905 months: by the end of month 41.
    assert_eq!(payback_month(&cash(&plan)), Some(41));
}

#[test]
fn five_hundred_jobs_are_a_sixteenth_of_a_billion() {
    // 500 x 125,000 = 62.5 M, 6.25 % of 1 bn.
    let mut jobs = line(0, 0, 0.0, 0.0);
    jobs.units = 500.0;
    jobs.saving_per_unit = Money::from_units(125_000);
    let whole = Savings { reinvestment: Rate::ZERO, country_share: Rate::ONE };
    assert_eq!(run_rate(&jobs, &whole), Money::from_units(62_500_000));
    // 80 % achieved in a country with 4 % of the plan: 2 M; the cost of 50 M x 4 % is spent in full.
    jobs.realisation = Rate::per_mille(800);
    jobs.one_off_per_unit = Money::from_units(100_000);
    let country = Savings { country_share: Rate::per_mille(40), ..whole };
    assert_eq!(run_rate(&jobs, &country), Money::from_units(2_000_000));
    assert_eq!(one_off(&jobs, &country), Money::from_units(2_000_000));
}

#[test]
fn a_step_begins_with_its_month() {
    // Two months pass; the third has a full month of 12 M / 12 and all the cost.
    let plan = SavingsPlan::new(&programme(vec![line(12, 7, 2.0, 0.0)]), 12, 0);
    assert_eq!(plan.month(1), SavingsMonth::default());
    let third = plan.line(0, 2);
    assert_eq!((third.gross, third.one_off), (Money::from_units(MILLION), Money::from_units(7 * MILLION)));
    assert_eq!(third.exit_run_rate, Money::from_units(12 * MILLION));
    assert_eq!(plan.month(3).one_off, Money::ZERO);
}

#[test]
fn a_start_within_a_month_saves_the_rest_of_it() {
    // From the middle of month 0 over one month: 0.5^2/2 = 1/8 of a month of 1 M, then 1/2 - 1/8 + 1/2 = 7/8.
    let plan = SavingsPlan::new(&programme(vec![line(12, 0, 0.5, 1.0)]), 12, 0);
    assert_eq!(plan.month(0).gross, Money::from_units(125_000));
    assert_eq!(plan.month(1).gross, Money::from_units(875_000));
}

#[test]
fn months_and_lines_add_up_to_the_cent() {
    let mut odd = line(0, 0, 1.3, 7.7);
    (odd.saving_per_unit, odd.one_off_per_unit) = (Money::from_minor(1_000_001), Money::from_minor(333_333));
    let plan = SavingsPlan::new(&programme(vec![odd.clone(), line(1, 1, 0.0, 60.0), odd]), 60, 0);
    // 60 months less 1.3 less half of 7.7: 54.85 months of 10,000.01 / 12 are 45,708.38 (45,708.379...).
    let gross: Money = (0..60).map(|month| plan.line(0, month).gross).sum();
    assert_eq!(gross, Money::from_minor(4_570_838));
    assert_eq!((0..60).map(|month| plan.line(0, month).one_off).sum::<Money>(), Money::from_minor(333_333));
    for month in 0..60 {
        let lines: Money = (0..3).map(|at| plan.line(at, month).net).sum();
        assert_eq!(plan.month(month).net, lines);
    }
}

#[test]
fn a_plan_paid_at_once_is_back_after_cost_over_net_run_rate() {
    // 1.3 bn / 0.8 bn a year = 1.625 years = 19.5 months: at the end of month 20 it is back, of month 19 not.
    let plan = SavingsPlan::new(&programme(vec![line(1_000, 1_300, 0.0, 0.0)]), 36, 0);
    assert_eq!(payback_month(&cash(&plan)), Some(20));
    assert_eq!(payback_month(&cash(&SavingsPlan::new(&programme(vec![line(1_000, 1_300, 0.0, 0.0)]), 19, 0))), None);
    // Without a cost it pays from its first month on; without lines never.
    assert_eq!(payback_month(&cash(&SavingsPlan::new(&programme(vec![line(1, 0, 3.0, 0.0)]), 12, 0))), Some(4));
    assert_eq!(payback_month(&cash(&SavingsPlan::new(&programme(vec![]), 12, 0))), None);
}

#[test]
fn a_plan_that_goes_back_into_debt_has_not_paid() {
    // 0.8 M a month from the start make 4.8 M in six months; the seventh adds 0.8 and costs 9: -3.4 M.
    let plan = SavingsPlan::new(&programme(vec![line(12, 0, 0.0, 0.0), line(0, 9, 6.0, 0.0)]), 24, 0);
    assert_eq!(cash(&plan)[5], Money::from_units(4_800_000));
    assert_eq!(cash(&plan)[6], Money::from_units(-3_400_000));
    // 3.4 M at 0.8 M a month take 4.25 months, so the twelfth.
    assert_eq!(payback_month(&cash(&plan)), Some(12));
}

#[test]
fn a_late_scenario_starts_its_own_lines_and_leaves_the_others_on_their_way() {
    let mut baseline = programme(vec![line(12, 6, 0.0, 24.0), line(12, 3, 6.0, 0.0)]);
    baseline.savings_lines[1].units = 0.0;
    let mut own = baseline.clone();
    assert_eq!(SavingsPlan::late(&baseline, &own, 36, 12), SavingsPlan::new(&baseline, 36, 0));
    own.savings_lines[1].units = 1.0;
    let late = SavingsPlan::late(&baseline, &own, 36, 12);
    // Six months after the start in month 12: month 18. What ran before goes on.
    assert_eq!(late.line(1, 17), SavingsMonth::default());
    assert_eq!(late.line(1, 18).gross, Money::from_units(MILLION));
    for month in 0..36 {
        assert_eq!(late.line(0, month), SavingsPlan::new(&baseline, 36, 0).line(0, month));
    }
    // From the first month on it is the scenario's own plan.
    assert_eq!(SavingsPlan::late(&baseline, &own, 36, 0), SavingsPlan::new(&own, 36, 0));
}

#[test]
fn jobs_are_told_from_the_rest() {
    // 500 jobs at 125,000 beside sites of 937.5 M: 62.5 M of 1 bn a year, half of it in a ramp of a year.
    let jobs = SavingsLine { units: 500.0, saving_per_unit: Money::from_units(125_000), ..line(0, 0, 0.0, 12.0) };
    let saving_per_unit = Money::from_units(937_500_000);
    let sites = SavingsLine { kind: SavingsKind::RealEstate, saving_per_unit, ..line(0, 0, 0.0, 12.0) };
    let plan = SavingsPlan::new(&programme(vec![jobs, sites]), 24, 0);
    assert_eq!(by_year(&plan, 2, |month| month.gross), [500.0, 1_000.0]);
    assert_eq!(by_year(&plan, 2, |month| month.from_jobs), [31.25, 62.5]);
}
