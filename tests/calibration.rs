//! Calibration: a log that was simulated with known parameters gives them back, within their intervals.

use std::sync::OnceLock;

use partnersim::calibrate::{Calibration, calibrate, log, page};
use partnersim::diagnostic::{Diagnostic, Diagnostics};
use partnersim::inputs::{self, Inputs, Target};
use partnersim::language::Language;
use partnersim::programme::Programme;
use partnersim::schema;
use partnersim::sheet::{Grid, read::read, write::input::input_workbook};
use partnersim::template::book::Content;
use partnersim::template::calibrated::{add_page, calibrated};
use partnersim::template::{self, UNCERTAIN_REGISTRATION};
use partnersim::units::{Money, Rate};

pub mod simulated;

/// The defaults, read as the program reads a workbook that says nothing.
fn defaults() -> Inputs {
    inputs::read(&Grid::default(), &mut Diagnostics::default())
}

/// A programme whose every estimated figure differs from the defaults; 2,000 opportunities a year.
pub fn truth() -> Programme {
    let mut programme = schema::defaults();
    programme.expected_per_year = 1_200.0;
    programme.registration.propensity = Rate::per_mille(600);
    programme.registration.approval_rate = Rate::per_mille(820);
    programme.bidding.cost_spread = Rate::per_mille(130);
    programme.bidding.months_between_orders = 11.0;
    for (segment, figures) in programme.segments.iter_mut().zip([
        (450, 300, 36_000, 1.0, 2.0, 790, 70),
        (150, 200, 110_000, 0.9, 1.2, 800, 80),
        (180, 350, 60_000, 1.2, 1.6, 790, 100),
        (220, 150, 25_000, 1.05, 2.3, 770, 75),
    ]) {
        let (share, new_account, median, sigma, rivals, ask, sd) = figures;
        segment.share = Rate::per_mille(share);
        segment.new_account = Rate::per_mille(new_account);
        segment.deal_median = Money::from_units(median);
        (segment.deal_sigma, segment.rivals_mean) = (sigma, rivals);
        (segment.rival_price_mean, segment.rival_price_sd) = (Rate::per_mille(ask), Rate::per_mille(sd));
    }
    programme
}

/// The value of a programme that an estimate is of.
fn value(programme: &Programme, target: &Target) -> f64 {
    let value = match target {
        Target::Parameter(key) => (schema::parameter(key).expect("a parameter").get)(programme),
        Target::Cell(_, row, key) => {
            let column = schema::segments::SEGMENTS.columns.iter().find(|column| column.key == *key);
            (column.expect("a column").get)(programme, *row)
        }
    };
    value.as_number().expect("a number")
}

fn of_log(programme: &Programme, seed: u64, months: usize) -> Calibration {
    calibrate(&simulated::log(&simulated::deals(programme, seed, months), programme), &defaults(), false, "log.xlsx")
}

/// Two years of 2,000 opportunities.
fn two_years() -> &'static Calibration {
    static CALIBRATION: OnceLock<Calibration> = OnceLock::new();
    CALIBRATION.get_or_init(|| of_log(&truth(), 2_017, 24))
}

#[test]
fn a_simulated_log_gives_its_parameters_back() {
    let calibration = two_years();
    let truth = truth();
    assert_eq!(calibration.estimates.len(), 5 + 4 * 7, "everything is estimated: {:?}", calibration.remarks);
    for estimate in &calibration.estimates {
        let known = value(&truth, &estimate.quantity.target());
        let off = (estimate.value - known) / estimate.se;
        // 3.29 standard errors: 99.9 % for each of the 33, so that one in thirty seeds breaks it; this one does not.
        assert!(off.abs() < 3.29, "{}: {} against {known}, {off:.1} standard errors", estimate.name, estimate.value);
        assert!(estimate.range.0 < estimate.value && estimate.value < estimate.range.1, "{estimate:?}");
    }
    // A log of so many deals says something about each of them: no error is above a fifth of its figure.
    assert!(calibration.estimates.iter().all(|estimate| estimate.se < 0.2 * estimate.value));
}

#[test]
fn the_laws_that_made_a_log_fit_it() {
    let fits = &two_years().agreement.fits;
    assert_eq!(fits.len(), 1 + 4 + 4 + 1 + 2);
    // Each fails at 0.1 % by chance, one log in eighty; this one does not.
    for fit in fits {
        assert!(fit.chance > 0.001, "{fit:?}");
    }
    for curve in [&two_years().agreement.sizes, &two_years().agreement.bidders, &two_years().agreement.prices] {
        let sums = curve.bands.iter().fold((0.0, 0.0), |sums, band| (sums.0 + band.1, sums.1 + band.2));
        assert!((sums.0 - sums.1).abs() < 1e-3 * sums.0, "{sums:?}");
    }
}

#[test]
fn another_law_is_found_out() {
    let mut deals = simulated::deals(&truth(), 3, 24);
    // All list values of the first segment between half and one and a half of the median: not log-normal.
    for (i, deal) in deals.iter_mut().enumerate().filter(|(_, deal)| deal.segment == "Servers") {
        deal.list = Money::from_units(18_000 + (i as i64 * 7_919) % 36_000);
        deal.price = deal.price.map(|_| deal.list.times(Rate::per_mille(800)));
    }
    let calibration = calibrate(&simulated::log(&deals, &truth()), &defaults(), false, "log.xlsx");
    let sizes = calibration.agreement.fits.iter().find(|fit| fit.what == "Log-normal list values, Servers");
    assert_eq!(sizes.expect("a test").words(), "does not fit");
}

/// Eight logs of half a year: of their 90 % intervals nine in ten hold the known value.
#[test]
fn intervals_cover_as_often_as_they_say() {
    let truth = truth();
    let (mut inside, mut all) = (0, 0);
    for seed in 0..8 {
        for estimate in of_log(&truth, 100 + seed, 6).estimates {
            let known = value(&truth, &estimate.quantity.target());
            inside += usize::from((estimate.range.0..=estimate.range.1).contains(&known));
            all += 1;
        }
    }
    // Some 260 intervals, nearly independent: a standard error of 1.9 points; small samples cost a little coverage.
    let coverage = inside as f64 / all as f64;
    assert!(all > 240 && (0.84..=0.95).contains(&coverage), "{inside} of {all}");
}

#[test]
fn a_calibrated_workbook_says_what_was_estimated() {
    let calibration = two_years();
    for language in [Language::En, Language::Fr] {
        let bytes = input_workbook(&calibrated(&calibration.inputs, &calibration.laws, language)).expect("a workbook");
        let mut found = Diagnostics::default();
        let again = inputs::read(&read(&bytes).expect("a grid"), &mut found);
        partnersim::check::baseline(&again, &mut found);
        let uncertainty = partnersim::uncertainty::build(&again, &[], &mut found);
        assert_eq!(found.iter().collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
        assert_eq!(uncertainty.inputs.len(), calibration.laws.len());
        assert_eq!(again.programme, calibration.inputs.programme);
    }
}

#[test]
fn the_guide_of_a_calibrated_workbook_leads_to_the_estimates() {
    let calibration = two_years();
    let mut book = calibrated(&calibration.inputs, &calibration.laws, Language::En);
    add_page(&mut book, page::page(calibration), Language::En);
    let names: Vec<&str> = book.sheets[0]
        .rows
        .iter()
        .filter_map(|row| match &row.first()?.content {
            Content::Link { sheet, row: 0, .. } => Some(sheet.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(names[names.len() - 3..], ["Uncertain cells", "Calibration", "Settings"]);
}

#[test]
fn what_a_log_cannot_tell_is_kept_and_said() {
    // Nobody wins and nothing is requested.
    let mut programme = truth();
    programme.registration.propensity = Rate::per_mille(1);
    let mut deals = simulated::deals(&programme, 5, 6);
    deals.truncate(200);
    for deal in &mut deals {
        (deal.requested, deal.granted, deal.price) = (false, false, None);
    }
    let calibration = calibrate(&simulated::log(&deals, &programme), &defaults(), false, "log.xlsx");
    let kept = &calibration.inputs.programme;
    let defaults = schema::defaults();
    assert_eq!(kept.registration, defaults.registration);
    assert_eq!(kept.bidding.cost_spread, defaults.bidding.cost_spread);
    assert_eq!(kept.segments[0].rival_price_mean, defaults.segments[0].rival_price_mean);
    assert!(calibration.estimates.iter().all(|e| e.value.is_finite() && e.se.is_finite()));
    assert!(calibration.remarks.iter().any(|remark| remark.starts_with("Propensity")), "{:?}", calibration.remarks);
}

#[test]
fn what_is_not_carried_over_from_a_base_is_named() {
    let log = simulated::log(&simulated::deals(&truth(), 5, 6), &truth());
    let remarks = |base: &Inputs| calibrate(&log, base, true, "log.xlsx").remarks;
    let names =
        |remarks: &[String]| remarks.iter().filter(|remark| remark.starts_with("Of the base")).cloned().collect();
    let plain: Vec<String> = names(&remarks(&defaults()));
    assert_eq!(plain, [""; 0]);
    let book = input_workbook(&template::book(&UNCERTAIN_REGISTRATION, Language::En)).expect("a workbook");
    let base = inputs::read(&read(&book).expect("a grid"), &mut Diagnostics::default());
    let uncertain: Vec<String> = names(&remarks(&base));
    assert!(
        uncertain[0].starts_with("Of the base, distributions, correlations, levers and guardrails are not"),
        "{uncertain:?}"
    );
}

#[test]
fn segments_of_the_log_alone_take_their_columns_defaults() {
    let mut deals = simulated::deals(&truth(), 5, 6);
    for deal in &mut deals {
        deal.segment = if deal.segment == "Servers" { "SMB".to_owned() } else { "Enterprise".to_owned() };
    }
    let bytes = input_workbook(&simulated::book(&deals, Language::En)).expect("a workbook");
    let mut found = Diagnostics::default();
    let read = log::read(&read(&bytes).expect("a grid"), &schema::defaults(), &mut found);
    assert_eq!(found.iter().next(), None);
    let names = |own_base| -> Vec<String> {
        let segments = calibrate(&read, &defaults(), own_base, "log.xlsx").inputs.programme.segments;
        assert_eq!(segments.iter().map(|segment| segment.share.ppb()).sum::<i64>(), Rate::ONE.ppb());
        segments.iter().map(|segment| segment.name.clone()).collect()
    };
    assert_eq!(names(false).len(), 2);
    assert_eq!(names(true)[2..], ["Servers", "Composable", "Flash storage", "Networking"]);
}

#[test]
fn a_log_that_is_written_is_read_as_it_was() {
    let deals = simulated::deals(&truth(), 9, 12);
    for language in [Language::En, Language::Fr] {
        let bytes = input_workbook(&simulated::book(&deals, language)).expect("a workbook");
        let mut found = Diagnostics::default();
        let log = log::read(&read(&bytes).expect("a grid"), &truth(), &mut found);
        assert_eq!(found.iter().next(), None);
        assert_eq!(log, simulated::log(&deals, &truth()));
    }
}
