use std::sync::Arc;

use super::*;
use crate::diagnostic::CellRef;
use crate::measures::{Amounts, measure};
use crate::outcome::Dimension;
use crate::study::evidence::Shift;
use crate::summary::{Row, all_measures, listed_rows};

fn guardrail(id: &str, statistic: Statistic, operator: Operator, limit: f64) -> Guardrail {
    let (place, _) = measure(id).expect("a measure");
    Guardrail {
        place,
        measure: all_measures(&[]).swap_remove(place),
        statistic,
        of_difference: false,
        operator,
        limit,
        scope: Scope::Total,
        allowed: 0.0,
        scenario: None,
        stop: false,
        why: String::new(),
        at: CellRef { sheet: Arc::from("Guardrails"), row: 1, column: 0 },
    }
}

#[test]
fn a_mean_is_held_against_its_limit_with_its_error() {
    // 1, 2, 3, 4 and 5: mean 3, error sqrt(2.5 / 5) = 0.7071, times 2.776: 1.037 to 4.963.
    let of = guardrail("vendor_contribution", Statistic::Mean, Operator::AtLeast, 2.0);
    let evidence = Evidence::sampled(of.place, vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![0.0; 5]);
    let verdict = of.judge(&evidence, &[]);
    assert_eq!((verdict.kept, verdict.value, verdict.short), (true, 3.0, -1.0));
    let interval = verdict.interval.expect("an interval");
    assert!((interval.low - 1.037).abs() < 1e-3 && (interval.high - 4.963).abs() < 1e-3, "{interval:?}");
    assert_eq!(verdict.is_certain(&of), Some(false));
    let low = Guardrail { limit: 1.0, ..of };
    assert_eq!(low.judge(&evidence, &[]).is_certain(&low), Some(true));
}

#[test]
fn operators_differ_at_the_limit() {
    let kept = |operator| {
        let of = guardrail("vendor_contribution", Statistic::Mean, operator, 3.0);
        of.judge(&Evidence::sampled(of.place, vec![3.0, 3.0], vec![0.0; 2]), &[]).kept
    };
    assert_eq!(
        [Operator::AtLeast, Operator::AtMost, Operator::Above, Operator::Below].map(kept),
        [true, true, false, false]
    );
}

#[test]
fn percentiles_and_probabilities_are_those_of_the_trials() {
    // 0 to 100: the 5th percentile is 5. Of differences -1, 0, 1, 1 half a tie counts: 2.5 of 4.
    let p05 = guardrail("vendor_contribution", Statistic::Percentile(0.05), Operator::AtLeast, 6.0);
    let values: Vec<f64> = (0..=100).map(f64::from).collect();
    let verdict = p05.judge(&Evidence::sampled(p05.place, values, vec![0.0; 101]), &[]);
    assert_eq!((verdict.kept, verdict.value, verdict.short), (false, 5.0, 1.0));
    let chance = guardrail("vendor_contribution", Statistic::Probability, Operator::AtLeast, 0.6);
    let evidence = Evidence::sampled(chance.place, vec![1.0, 2.0, 3.0, 3.0], vec![2.0; 4]);
    let verdict = chance.judge(&evidence, &[]);
    assert_eq!((verdict.kept, verdict.value), (true, 0.625));
    // Of a measure whose owner wants less, the other way round: 1.5 of 4.
    let cost = guardrail("vendor_support_cost", Statistic::Probability, Operator::AtLeast, 0.6);
    let evidence = Evidence::sampled(cost.place, vec![1.0, 2.0, 3.0, 3.0], vec![2.0; 4]);
    assert_eq!(cost.judge(&evidence, &[]).value, 0.375);
}

#[test]
fn partners_who_lose_too_much_are_named_worst_first() {
    let mut of = guardrail("partner_net_margin", Statistic::Mean, Operator::AtLeast, -1_000.0);
    (of.of_difference, of.scope) = (true, Scope::Partners);
    let changes = [500.0, -1_500.0, -900.0, -4_000.0, -1_000.0];
    let partners = changes.map(|mean| Shift { mean, se: 100.0 }).to_vec();
    let evidence = Evidence::told(50, Default::default(), partners);
    let verdict = of.judge(&evidence, &[]);
    let named: Vec<(usize, f64)> = verdict.offenders.iter().map(|it| (it.row, it.short)).collect();
    assert_eq!((verdict.kept, verdict.rows, named), (false, 5, vec![(3, 3_000.0), (1, 500.0)]));
    assert_eq!((verdict.value, verdict.is_certain(&of)), (-4_000.0, Some(true)));
    // 2 of 5 may miss it, or 40 %.
    for (allowed, kept) in [(2.0, true), (1.0, false), (0.4, true), (0.39, false)] {
        of.allowed = allowed;
        assert_eq!(of.judge(&evidence, &[]).kept, kept, "{allowed}");
    }
}

#[test]
fn a_year_adds_up_its_months() {
    // 24 months, month m with 100 m cents of contribution's customer spend: year 2 has 13 + ... + 24 = 222.
    let rows = listed_rows(24, &["Gold".to_owned()], &["SMB".to_owned()]);
    let mut of = guardrail("customer_spend", Statistic::Mean, Operator::AtMost, 200.0);
    of.scope = Scope::Years(vec![0, 1]);
    let mut month = 0.0;
    let amounts = |row: &Row| {
        let mut amounts = Amounts([0.0; crate::outcome::FIELDS]);
        if row.dimension == Dimension::Month {
            month += 1.0;
            amounts.0[crate::outcome::Field::CustomerSpend as usize] = 100.0 * month;
        }
        amounts
    };
    let own: Vec<Amounts> = rows.iter().map(amounts).collect();
    let evidence = Evidence::told(10, [own.clone(), own], Vec::new());
    let verdict = of.judge(&evidence, &rows);
    assert_eq!((verdict.value, verdict.offenders.len(), verdict.offenders[0].row), (222.0, 1, 1));
    of.of_difference = true;
    assert_eq!(of.judge(&evidence, &rows).value, 0.0);
}

#[test]
fn what_is_missed_is_measured_by_the_limit() {
    let of = guardrail("vendor_contribution", Statistic::Mean, Operator::AtLeast, 8.0);
    let judged = |value: f64| of.judge(&Evidence::sampled(of.place, vec![value; 2], vec![0.0; 2]), &[]).shortfall(&of);
    assert_eq!([judged(9.0), judged(6.0), judged(-16.0)], [0.0, 0.25, 3.0]);
    let of = Guardrail { limit: 0.0, ..of };
    let judged = |value: f64| of.judge(&Evidence::sampled(of.place, vec![value; 2], vec![0.0; 2]), &[]).shortfall(&of);
    assert_eq!([judged(0.0), judged(-1.0), judged(-3.0)], [0.0, 1.5, 1.75]);
}
