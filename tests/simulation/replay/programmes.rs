//! The programmes that are played twice: three years with a recession, and what scenarios change in them.

use crate::simulation::{edited, small};
use partnersim::programme::{Programme, RateBy, RebateBasis, Regime, Year};
use partnersim::schema;
use partnersim::units::{Money, Rate};

/// Three years, the second of them suspended in a recession; some partners outside the pool; training that may fail.
fn three_years() -> Programme {
    edited(&small(), |p| {
        p.settings.months = 36;
        let mut outside = schema::defaults().groups.remove(3);
        (outside.count, outside.purchases.high) = (20, Money::from_units(400_000));
        p.groups.push(outside);
        for group in &mut p.groups {
            group.traits.certifications += 3;
        }
        let year = |year, thousandths, thresholds_suspended| Year {
            year,
            demand_change: Rate::per_mille(thousandths),
            thresholds_suspended,
        };
        p.years = vec![year(1, -160, false), year(2, -100, true), year(3, 50, false)].into();
        p.level_rules.training_pass_rate = Rate::per_mille(900);
    })
}

/// The baseline and what each scenario changes.
pub fn programmes() -> Vec<Programme> {
    let baseline = three_years();
    let with = |edit: fn(&mut Programme)| edited(&baseline, edit);
    vec![
        baseline.clone(),
        with(|p| p.registration.regime = Regime::Open),
        with(|p| {
            p.registration.installed_base = true;
            p.quotation.support = Rate::per_mille(100);
            p.bidding.drop_out = Rate::per_mille(300);
        }),
        with(|p| p.quotation.budget = Money::from_units(300_000)),
        with(|p| (p.desk.reviewers, p.desk.minutes_per_request) = (1, 800.0)),
        with(|p| {
            p.levels[1].base_discount = Rate::per_mille(215);
            p.presales.originator_rate = Rate::per_mille(3);
            p.segments[0].rival_price_mean = Rate::per_mille(800);
        }),
        with(|p| p.bidding.pool_level = "Gold".into()),
        with(|p| {
            p.rebates.rate_by = RateBy::Reached;
            p.rebates.basis = RebateBasis::Marginal;
            (p.rebates.gate, p.rebates.cap) = (Rate::per_mille(800), Rate::per_mille(1_200));
            p.rebates.target_growth = Rate::per_mille(50);
        }),
        with(|p| {
            p.rebates.basis = RebateBasis::Marginal;
            p.rebates.on_quotations = false;
        }),
        with(|p| {
            p.rebates.rate_by = RateBy::Reached;
            (p.rebates.gate, p.rebates.cap) = (Rate::per_mille(900), Rate::per_mille(1_100));
            p.rebates.pass_through = Rate::per_mille(500);
        }),
        with(|p| {
            (p.terms.days_after, p.terms.factored) = (90.0, true);
            p.terms.early_uptake = Rate::per_mille(200);
            p.financing.envelope = Money::from_units(5_000_000);
        }),
        with(|p| p.terms.days_before = 30.0),
        with(|p| p.links.level_quotations = false),
        with(|p| p.links.quotations_levels = false),
        with(|p| p.coverage.cut = Rate::per_mille(300)),
        with(|p| p.years[1].thresholds_suspended = false),
        with(|p| p.level_rules.cliff_window = Rate::per_mille(300)),
    ]
}
