//! Payment terms and financing: what is only moved must come to nothing in all.

use super::calm::{FEW, calm, group, money, out_of_the_pool, pareto, partner};
use super::{KnownAnswer, answer, bounded};
use crate::outcome::Field;
use crate::outcome::account::MONEY_GAP;
use crate::plan::Plans;
use crate::programme::{Programme, Terms};
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::{Money, Rate};

/// Trials in which transfers of a whole population are held against each other.
const TRIALS: usize = 50;
/// Partners of that population.
const PARTNERS: usize = 200;
/// Cost of money of partners, and of the vendor where nothing else is said.
const PARTNERS_MONEY: Rate = Rate::per_mille(50);
const VENDORS_MONEY: Rate = Rate::per_mille(20);
/// What the vendor finances, what is paid of it a month at first and for how long, and in how many months in all.
const FINANCED: f64 = 1_000_000.0;
const LOW_PAYMENT: f64 = 0.01;
const LOW_MONTHS: i32 = 8;
const TERM: i32 = 36;
/// Cost of money at which the deferral is worked out.
const DEFERRAL_MONEY: f64 = 0.04;

/// Plays one partner under several terms, and a population whose gain the vendor pays.
pub fn answers(seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = longer_terms(seed)?;
    answers.extend(paid_early(seed)?);
    answers.extend(deferred(seed)?);
    answers.extend(transfers(seed)?);
    Ok(answers)
}

/// 60 to 90 days through a factor on 40 % of purchases; losses of 1 % x 60 %.
fn ninety_days() -> Terms {
    Terms {
        days_after: 90.0,
        factored: true,
        scope: Rate::per_mille(400),
        vendor_capital_cost: VENDORS_MONEY,
        default_hazard: Rate::per_mille(10),
        loss_given_default: Rate::per_mille(600),
        ..schema::defaults().terms
    }
}

fn alone(terms: Terms, purchases: i64) -> Programme {
    let mut programme = Programme { terms, ..calm() };
    programme.partners.push(partner("Gold", purchases));
    programme
}

fn longer_terms(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let thirty = alone(ninety_days(), 3_650_000);
    let mut sixty = thirty.clone();
    sixty.terms.days_after = 120.0;
    let run = run(&Plans::new(&thirty, &[&sixty]), seed, FEW, &|_| {})?;
    let owed = 3_650_000.0 * 0.4 * 30.0 / 365.0;
    let known =
        |name: String, known, plan, field| answer("Payment terms", name, known, (money(&run, plan, field), 0.0));
    Ok(vec![
        known(say!("30 days more on 1.46 M: owed more"), owed, 0, Field::ReceivableShift),
        known(say!("30 days more: the partner's gain at 5 %"), owed * 0.05, 0, Field::TermsGain),
        known(say!("30 days more: the vendor's cost at 2 %"), owed * 0.02, 0, Field::TermsCapital),
        known(say!("30 days more: expected loss at 1 % x 60 %"), owed * 0.006, 0, Field::CreditLoss),
        known(say!("60 days more: twice the gain"), 2.0 * owed * 0.05, 1, Field::TermsGain),
    ])
}

/// 2 % for paying 20 days earlier (2/10 net 30), by a partner whose money costs what makes it indifferent.
fn paid_early(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let (discount, days, bought) = (0.02, 20.0, 365_000.0);
    let rate = discount / (1.0 - discount) * 365.0 / days;
    let terms = Terms {
        early_discount: Rate::per_mille(20),
        early_days: days,
        early_uptake: Rate::ONE,
        vendor_capital_cost: VENDORS_MONEY,
        ..schema::defaults().terms
    };
    let mut programme = alone(terms, bought as i64);
    programme.partners[0].traits.cost_of_capital = Rate::from_ppb((rate * 1e9).round() as i64);
    let run = run(&Plans::new(&programme, &[]), seed, FEW, &|_| {})?;
    let gain = money(&run, 0, Field::EarlyDiscounts) - money(&run, 0, Field::EarlyPartnerCapital);
    let spared = bought * (1.0 - discount) * days / 365.0 * 0.02;
    Ok(vec![
        answer("Payment terms", say!("2/10 net 30 at 37.24 % a year: what it leaves the partner"), 0.0, (gain, 0.0)),
        answer(
            "Payment terms",
            say!("2/10 net 30: what being paid early spares the vendor at 2 %"),
            spared,
            (money(&run, 0, Field::EarlyVendorCapital), 0.0),
        ),
    ])
}

/// What level payments are worth more than low ones first, month by month.
fn concession() -> f64 {
    let value = |month: i32| libm::pow(1.0 + DEFERRAL_MONEY / 12.0, -f64::from(month));
    let rest = (1.0 - LOW_PAYMENT * f64::from(LOW_MONTHS)) / f64::from(TERM - LOW_MONTHS);
    let paid = |month: i32| if month <= LOW_MONTHS { LOW_PAYMENT } else { rest };
    (1..=TERM).map(|month| (1.0 / f64::from(TERM) - paid(month)) * value(month)).sum()
}

fn financing(programme: &mut Programme) {
    programme.financing.envelope = Money::from_units(2 * FINANCED as i64);
    programme.financing.uptake = Rate::per_mille(500);
    programme.financing.deferral_months = i64::from(LOW_MONTHS);
    programme.financing.deferral_rate = Rate::per_mille((LOW_PAYMENT * 1_000.0) as i64);
    programme.financing.term_months = i64::from(TERM);
}

fn deferred(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut programme = alone(schema::defaults().terms, 1_000_000);
    financing(&mut programme);
    programme.terms.vendor_capital_cost = Rate::per_mille((DEFERRAL_MONEY * 1_000.0) as i64);
    programme.partners[0].traits.cost_of_capital = programme.terms.vendor_capital_cost;
    let run = run(&Plans::new(&programme, &[]), seed, FEW, &|_| {})?;
    let [cost, gain] = [Field::FinancingCost, Field::FinancingGain].map(|field| money(&run, 0, field));
    // The concession is rounded to the part per billion, the amount to the cent.
    let rounded = FINANCED * 0.5e-9 + 0.005;
    Ok(vec![
        bounded(
            "Financing",
            say!("1 % a month for 8 of 36 months at 4 %: cost to the vendor of 1 M"),
            FINANCED * concession(),
            cost,
            rounded,
        ),
        bounded("Financing", say!("the same: gain of a partner"), FINANCED * concession(), gain, rounded),
    ])
}

/// A population with shocks, equal cost of money and no losses.
fn transfers(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let equal = Terms { vendor_capital_cost: PARTNERS_MONEY, default_hazard: Rate::ZERO, ..ninety_days() };
    let mut terms = Programme { terms: equal, ..calm() };
    terms.settings.months = 24;
    terms.terms.early_uptake = Rate::per_mille(300);
    terms.run_rate.own_sd = 0.25;
    terms.groups.push(group("Silver", PARTNERS, pareto(175_000, 1.0)));
    out_of_the_pool(&mut terms);
    let mut financed = terms.clone();
    financing(&mut financed);
    let run = run(&Plans::new(&terms, &[&financed]), seed, TRIALS, &|_| {})?;
    // Each partner's part of the envelope and its gain are rounded to the cent, the vendor's cost once a year.
    let rounded = 2.0 * (PARTNERS as f64 + 2.0) * 0.01;
    let [gain, cost] = [Field::FinancingGain, Field::FinancingCost].map(|field| money(&run, 1, field));
    Ok(vec![
        answer(
            "Payment terms",
            say!("cents between partners' gain and vendor's cost, every trial"),
            0.0,
            (gap(&run, 0), 0.0),
        ),
        bounded("Financing", say!("vendor's cost at equal cost of money: what all partners gain"), gain, cost, rounded),
    ])
}

/// The widest gap of any trial, in cents.
fn gap(run: &Trials, programme: usize) -> f64 {
    let of = |trial| MONEY_GAP.whole(|field| run.total(trial, programme)[field]).abs();
    (0..run.count()).map(of).max().unwrap_or(0) as f64
}
