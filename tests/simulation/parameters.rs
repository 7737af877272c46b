//! No parameter is dead: each one, changed where it can matter, moves some measure.

use std::collections::BTreeSet;

use super::{Game, SEED, edited, listed, play, rich, small};
use partnersim::check::programme_problems;
use partnersim::embedded::Extent;
use partnersim::inputs::Inputs;
use partnersim::measures::{Amounts, MEASURES};
use partnersim::outcome::Dimension;
use partnersim::programme::{
    CompensationModel, CountsAs, Programme, Readings, Regime, SizeDistribution, SizeFamily, Year,
};
use partnersim::report::{Block, Cell, RunFacts, Story, report};
use partnersim::scenario::Scenario;
use partnersim::schema::{self, Kind, Parameter, Value};
use partnersim::summary::{Names, Summary};
use partnersim::units::{Money, Rate};

/// Where a parameter can matter: what a scenario has besides.
type Context = fn(&mut Programme);

/// The shipped rules: restricted, narrow.
fn narrow(_: &mut Programme) {}

fn open(p: &mut Programme) {
    p.registration.regime = Regime::Open;
}

/// A scenario that opens new eligibility to a backlog.
fn launch(p: &mut Programme) {
    p.registration.installed_base = true;
    p.launch.backlog = 60.0;
}

/// More requests than one person can review.
fn overload(p: &mut Programme) {
    (p.desk.reviewers, p.desk.minutes_per_request) = (1, 700.0);
}

/// A sales cycle that the protection hardly covers.
fn slow(p: &mut Programme) {
    p.quotation.cycle_days = 120.0;
}

/// Something that differs from the baseline, so that the start of it matters.
fn deeper_support(p: &mut Programme) {
    p.quotation.support = Rate::per_mille(150);
}

fn uneven(p: &mut Programme) {
    p.seasonality[0].weight = 4.0;
}

fn year(year: i64, thousandths: i64, thresholds_suspended: bool) -> Year {
    Year { year, demand_change: Rate::per_mille(thousandths), thresholds_suspended }
}

fn recession(p: &mut Programme) {
    p.settings.months = 24;
    p.years = vec![year(1, -160, false), year(2, 0, false)].into();
}

fn recession_alone(p: &mut Programme) {
    recession(p);
    p.years.truncate(1);
}

/// Two years, so that what happened in the first decides on levels in the second.
fn two_years(p: &mut Programme) {
    p.settings.months = 24;
}

/// Many contracts are won.
fn many_deals(p: &mut Programme) {
    two_years(p);
    p.expected_per_year = 2_000.0;
}

fn uniform_sizes(p: &mut Programme) {
    for group in &mut p.groups {
        group.purchases.family = SizeFamily::Uniform;
    }
}

fn a_listed_partner(p: &mut Programme) {
    two_years(p);
    terms(p);
    tickets(p);
    p.compensation.model = CompensationModel::Tracks;
    p.partners = vec![listed("Northern", "Gold", 3_000_000)].into();
    p.partners[0].service_sales = Money::from_units(80_000);
    p.partners[0].traits.delivers_services = true;
    p.partners[0].traits.compensation_track = "Power Services".into();
}

fn target(p: &mut Programme) {
    p.rebates.gate = Rate::per_mille(900);
}

/// Longer terms through a factor.
fn terms(p: &mut Programme) {
    (p.terms.days_after, p.terms.factored) = (90.0, true);
}

/// Longer terms as the law lets them stand.
fn lawful_terms(p: &mut Programme) {
    (p.terms.days_before, p.terms.days_after) = (30.0, 90.0);
}

fn early_payment(p: &mut Programme) {
    p.terms.early_uptake = Rate::per_mille(300);
}

fn financed(p: &mut Programme) {
    p.financing.envelope = Money::from_units(10_000_000);
}

/// Every system, as partners answer to it.
fn everything(p: &mut Programme) {
    *p = rich();
    p.settings.readings = Readings::Behavioural;
}

/// Rebates by level, as partners answer to them.
fn behavioural(p: &mut Programme) {
    two_years(p);
    p.settings.readings = Readings::Behavioural;
}

fn behavioural_support(p: &mut Programme) {
    behavioural(p);
    deeper_support(p);
}

fn contracts(p: &mut Programme) {
    two_years(p);
    (p.pay_per_use.share_start, p.pay_per_use.share_end) = (Rate::per_mille(200), Rate::per_mille(800));
    p.pay_per_use.term_years = 1;
}

fn many_contracts(p: &mut Programme) {
    contracts(p);
    p.expected_per_year = 2_000.0;
    p.pay_per_use.term_years = 4;
}

fn billed_contracts(p: &mut Programme) {
    many_contracts(p);
    p.pay_per_use.counts_as = CountsAs::Billings;
}

fn coverage_cut(p: &mut Programme) {
    p.coverage.cut = Rate::per_mille(300);
}

/// Tickets for a field force that they keep busy.
fn tickets(p: &mut Programme) {
    p.tickets.per_year = 30_000.0;
    (p.field.staff, p.field.new_staff) = (60, 10);
    for group in &mut p.groups {
        group.services.low = Money::from_units(40_000);
        group.traits.delivers_services = true;
    }
}

fn preventive(p: &mut Programme) {
    tickets(p);
    (p.preventive.coverage, p.preventive.ticket_cut) = (Rate::per_mille(500), Rate::per_mille(400));
    p.preventive.partners = 30;
}

fn uniform_services(p: &mut Programme) {
    for group in &mut p.groups {
        group.services = SizeDistribution {
            family: SizeFamily::Uniform,
            low: Money::from_units(2_000),
            high: Money::from_units(60_000),
            shape: 1.0,
        };
    }
}

fn pareto_services(p: &mut Programme) {
    uniform_services(p);
    for group in &mut p.groups {
        group.services.family = SizeFamily::Pareto;
    }
}

/// Partners on all tracks, with the standings that they ask for.
fn tracks(p: &mut Programme) {
    two_years(p);
    tickets(p);
    p.compensation.model = CompensationModel::Tracks;
    for (group, track) in p.groups.iter_mut().zip(["Power Services", "Power", "-"]) {
        group.traits.compensation_track = track.into();
    }
}

/// Partners of all sizes deliver services.
fn delivering(p: &mut Programme) {
    tickets(p);
    pareto_services(p);
}

/// Service capability is drawn.
fn drawn_capability(p: &mut Programme) {
    tracks(p);
    p.links.service_indicator = false;
}

fn savings_lines(p: &mut Programme) {
    *p = Programme { savings_lines: rich().savings_lines, ..p.clone() };
}

const fn rate(thousandths: i64) -> Value {
    Value::Rate(Rate::per_mille(thousandths))
}

const fn money(units: i64) -> Value {
    Value::Money(Money::from_units(units))
}

const fn number(number: f64) -> Value {
    Value::Number(number)
}

const ON: Value = Value::YesNo(true);
const OFF: Value = Value::YesNo(false);

/// Columns that name something and are no parameters, with the page of the result on which the words stand.
const LABELS: &[(&str, &str)] = &[("Partners.name", "Winners and losers"), ("Indicators.unit", "Tracks")];

/// Every parameter with another value and a context in which it matters.
#[rustfmt::skip]
const PARAMETERS: &[(&str, Context, Value)] = &[
    ("scenario.from_month",               deeper_support,              Value::Count(7)),
    ("quotations.expected_per_year",      narrow,                      number(260.0)),
    ("registration.regime",               narrow,                      Value::Choice("open")),
    ("registration.installed_base",       narrow,                      ON),
    ("registration.lookback_months",      narrow,                      number(6.0)),
    ("registration.min_level",            narrow,                      Value::named("Gold")),
    ("registration.min_deal",             narrow,                      money(40_000)),
    ("registration.propensity",           narrow,                      rate(700)),
    ("registration.conflict_rate",        narrow,                      rate(200)),
    ("registration.approval_rate",        narrow,                      rate(900)),
    ("quotation.support",                 narrow,                      rate(100)),
    ("quotation.open_support",            open,                        rate(80)),
    ("quotation.originator_topup",        open,                        rate(30)),
    ("quotation.budget",                  narrow,                      money(100_000)),
    ("protection.days",                   slow,                        number(30.0)),
    ("protection.extension_rate",         slow,                        rate(200)),
    ("cycle.mean_days",                   slow,                        number(40.0)),
    ("rivals.drop_out",                   narrow,                      rate(200)),
    ("bidding.cost_spread",               narrow,                      rate(90)),
    ("accounts.months_between_orders",    narrow,                      number(30.0)),
    ("origination.size_elasticity",       narrow,                      number(0.2)),
    ("origination.pool_level",            narrow,                      Value::named("Gold")),
    ("presales.originator",               narrow,                      money(2_000)),
    ("presales.originator_rate",          narrow,                      rate(10)),
    ("presales.rival",                    narrow,                      money(500)),
    ("desk.reviewers",                    overload,                    Value::Count(2)),
    ("desk.minutes_per_request",          overload,                    number(500.0)),
    ("desk.hours_per_day",                overload,                    number(5.0)),
    ("desk.hourly_cost",                  narrow,                      money(60)),
    ("desk.free_days",                    overload,                    number(20.0)),
    ("desk.win_loss_per_day",             overload,                    rate(10)),
    ("launch.backlog",                    launch,                      number(90.0)),
    ("launch.day",                        launch,                      number(60.0)),
    ("launch.half_life_days",             launch,                      number(10.0)),
    ("distribution.margin",               narrow,                      rate(40)),
    ("distribution.share",                narrow,                      rate(800)),
    ("run_rate.unit_cost",                narrow,                      rate(600)),
    ("demand.common_sd",                  narrow,                      number(0.1)),
    ("demand.own_sd",                     narrow,                      number(0.4)),
    ("levels.training_pass_rate",         two_years,                   rate(500)),
    ("levels.cliff_window",               narrow,                      rate(300)),
    ("rebates.rate_by",                   narrow,                      Value::Choice("reached")),
    ("rebates.basis",                     narrow,                      Value::Choice("marginal")),
    ("rebates.gate",                      narrow,                      rate(900)),
    ("rebates.cap",                       narrow,                      rate(1_100)),
    ("rebates.target_growth",             target,                      rate(100)),
    ("rebates.on_quotations",             narrow,                      OFF),
    ("rebates.pass_through",              narrow,                      rate(500)),
    ("terms.days_before",                 lawful_terms,                number(45.0)),
    ("terms.days_after",                  terms,                       number(75.0)),
    ("terms.scope",                       terms,                       rate(600)),
    ("terms.vendor_capital_cost",         terms,                       rate(30)),
    ("terms.default_hazard",              terms,                       rate(20)),
    ("terms.loss_given_default",          terms,                       rate(300)),
    ("terms.legal_cap_days",              lawful_terms,                number(45.0)),
    ("terms.factored",                    lawful_terms,                ON),
    ("terms.early_discount",              early_payment,               rate(20)),
    ("terms.early_days",                  early_payment,               number(30.0)),
    ("terms.early_uptake",                narrow,                      rate(300)),
    ("financing.envelope",                narrow,                      money(10_000_000)),
    ("financing.uptake",                  financed,                    rate(800)),
    ("financing.deferral_months",         financed,                    Value::Count(12)),
    ("financing.deferral_rate",           financed,                    rate(5)),
    ("financing.term_months",             financed,                    Value::Count(48)),
    ("savings.reinvestment",              savings_lines,               rate(400)),
    ("savings.country_share",             savings_lines,               rate(40)),
    ("coverage.managers",                 coverage_cut,                Value::Count(3)),
    ("coverage.cut",                      narrow,                      rate(300)),
    ("coverage.win_elasticity",           coverage_cut,                number(0.3)),
    ("coverage.desk_elasticity",          coverage_cut,                number(0.5)),
    ("aas.share_start",                   contracts,                   rate(600)),
    ("aas.share_end",                     contracts,                   rate(300)),
    ("aas.ramp_months",                   contracts,                   number(6.0)),
    ("aas.term_years",                    contracts,                   Value::Count(3)),
    ("aas.uplift",                        contracts,                   rate(100)),
    ("aas.partner_margin",                contracts,                   rate(220)),
    ("aas.upfront",                       contracts,                   rate(50)),
    ("aas.renewal",                       contracts,                   rate(200)),
    ("aas.marketplace_share",             contracts,                   rate(900)),
    ("aas.marketplace_fee",               contracts,                   rate(80)),
    ("aas.counts_as",                     many_contracts,              Value::Choice("billings")),
    ("compensation.model",                narrow,                      Value::Choice("tracks")),
    ("compensation.enrolled",             tracks,                      rate(500)),
    ("data_sharing.opt_in",               tracks,                      rate(300)),
    ("compensation.budget_neutral",       tracks,                      ON),
    ("services.threshold",                uniform_services,            money(30_000)),
    ("services.unit_cost",                uniform_services,            rate(600)),
    ("services.training_share",           tickets,                     rate(700)),
    ("tickets.per_year",                  tickets,                     number(20_000.0)),
    ("tickets.partner_share",             tickets,                     rate(500)),
    ("tickets.partner_handback",          tickets,                     rate(400)),
    ("tickets.partner_fee",               tickets,                     money(130)),
    ("tickets.partner_cost",              tickets,                     money(70)),
    ("field.staff",                       tickets,                     Value::Count(40)),
    ("field.new_staff",                   tickets,                     Value::Count(20)),
    ("field.share_on_site",               tickets,                     rate(700)),
    ("field.calls_per_day",               tickets,                     number(2.0)),
    ("field.days",                        tickets,                     number(180.0)),
    ("field.utilisation",                 tickets,                     rate(600)),
    ("field.cost",                        tickets,                     money(80_000)),
    ("subcontract.price",                 tickets,                     money(200)),
    ("preventive.partners",               preventive,                  Value::Count(60)),
    ("preventive.coverage",               preventive,                  rate(800)),
    ("preventive.ticket_cut",             preventive,                  rate(100)),
    ("behaviour.registration",            behavioural_support,         OFF),
    ("behaviour.registration_elasticity", behavioural_support,         number(2.0)),
    ("behaviour.effort",                  behavioural,                 OFF),
    ("behaviour.effort_theta",            behavioural,                 number(0.6)),
    ("behaviour.effort_cost",             behavioural,                 money(800)),
    ("behaviour.effort_gain",             behavioural,                 rate(60)),
    ("behaviour.entry",                   behavioural,                 ON),
    ("behaviour.stretch",                 behavioural,                 OFF),
    ("behaviour.stretch_capacity",        behavioural,                 number(1.0)),
    ("behaviour.pull_forward",            behavioural,                 rate(1_000)),
    ("behaviour.track_choice",            everything, OFF),
    ("behaviour.gaming",                  everything, number(2.0)),
    ("link.level_quotations",             recession,                   OFF),
    ("link.quotations_levels",            many_deals,                  OFF),
    ("link.coverage_quotations",          coverage_cut,                OFF),
    ("link.aas_margin",                   contracts,                   OFF),
    ("link.aas_levels",                   billed_contracts,            OFF),
    ("link.service_indicator",            tracks,                      OFF),
    ("link.subcontract_savings",          tickets,                  OFF),
];

/// Every other simulated column of a table: sheet, column, row, context, another value.
#[rustfmt::skip]
const COLUMNS: &[(&str, &str, usize, Context, Value)] = &[
    ("Levels",         "threshold",            1, two_years,        money(300_000)),
    ("Levels",         "certifications",       2, two_years,        Value::Count(9)),
    ("Levels",         "base_discount",        2, narrow,           rate(240)),
    ("Levels",         "rebate",               2, narrow,           rate(35)),
    ("Levels",         "run_rate_margin",      1, narrow,           rate(50)),
    ("Partners",       "level",                0, a_listed_partner, Value::named("Platinum")),
    ("Partners",       "purchases",            0, a_listed_partner, money(5_000_000)),
    ("Partners",       "service_sales",        0, a_listed_partner, money(60_000)),
    ("Partners",       "certifications",       0, a_listed_partner, Value::Count(3)),
    ("Partners",       "cost_of_capital",      0, a_listed_partner, rate(90)),
    ("Partners",       "delivers_services",    0, a_listed_partner, OFF),
    ("Partners",       "shares_data",          0, a_listed_partner, OFF),
    ("Partners",       "compensation_track",   0, a_listed_partner, Value::named("Power")),
    ("Partner groups", "level",                2, narrow,           Value::named("Gold")),
    ("Partner groups", "count",                1, narrow,           Value::Count(60)),
    ("Partner groups", "certifications",       1, two_years,        Value::Count(3)),
    ("Partner groups", "distribution",         1, narrow,           Value::Choice("uniform")),
    ("Partner groups", "low",                  1, narrow,           money(900_000)),
    ("Partner groups", "high",                 1, uniform_sizes,    money(6_000_000)),
    ("Partner groups", "shape",                1, narrow,           number(1.5)),
    ("Partner groups", "service_distribution", 1, uniform_services, Value::Choice("pareto")),
    ("Partner groups", "service_low",          1, uniform_services, money(20_000)),
    ("Partner groups", "service_high",         1, uniform_services, money(90_000)),
    ("Partner groups", "service_shape",        1, pareto_services,  number(2.0)),
    ("Partner groups", "cost_of_capital",      1, terms,            rate(90)),
    ("Partner groups", "delivers_services",    1, delivering,          OFF),
    ("Partner groups", "shares_data",          1, tracks,           OFF),
    ("Partner groups", "compensation_track",   1, tracks,           Value::named("-")),
    ("Segments",       "share",                0, narrow,           rate(430)),
    ("Segments",       "new_generation",       0, narrow,           rate(500)),
    ("Segments",       "new_account",          0, narrow,           rate(600)),
    ("Segments",       "deal_median",          0, narrow,           money(60_000)),
    ("Segments",       "deal_sigma",           0, narrow,           number(0.7)),
    ("Segments",       "rivals_mean",          0, narrow,           number(1.0)),
    ("Segments",       "rival_price_mean",     0, narrow,           rate(800)),
    ("Segments",       "rival_price_sd",       0, narrow,           rate(30)),
    ("Segments",       "unit_cost",            0, narrow,           rate(500)),
    ("Segments",       "loyalty",              0, narrow,           rate(60)),
    ("Savings lines",  "kind",                 0, savings_lines,    Value::Choice("process")),
    ("Savings lines",  "units",                0, savings_lines,    number(7.0)),
    ("Savings lines",  "saving_per_unit",      0, savings_lines,    money(90_000)),
    ("Savings lines",  "one_off_per_unit",     0, savings_lines,    money(10_000)),
    ("Savings lines",  "start_month",          0, savings_lines,    number(1.5)),
    ("Savings lines",  "ramp_months",          0, savings_lines,    number(9.0)),
    ("Savings lines",  "realisation",          0, savings_lines,    rate(500)),
    ("Tracks",         "base_rate",            1, tracks,           rate(18)),
    ("Tracks",         "bonus_rate",           1, tracks,           rate(30)),
    ("Tracks",         "fixed_cost",           1, tracks,           money(41_000)),
    ("Tracks",         "needs_services",       1, tracks,           ON),
    ("Tracks",         "needs_data_sharing",   1, tracks,           OFF),
    ("Indicators",     "weight",               1, tracks,           number(0.3)),
    ("Indicators",     "floor",                1, tracks,           number(0.9)),
    ("Indicators",     "target",               1, tracks,           number(1.5)),
    ("Indicators",     "mean",                 0, drawn_capability, number(0.9)),
    ("Indicators",     "sd",                   0, drawn_capability, number(0.4)),
    ("Service levels", "partners",             1, tickets,          Value::Count(25)),
    ("Service levels", "kickback",             1, tickets,          rate(50)),
    ("Service levels", "training_cost",        1, tickets,          money(30_000)),
    ("Tickets",        "share",                0, tickets,          rate(400)),
    ("Tickets",        "minutes",              0, tickets,          number(200.0)),
    ("Tickets",        "partner",              0, tickets,          OFF),
    ("Tickets",        "in_house",             0, tickets,          OFF),
    ("Tickets",        "subcontract",          0, tickets,          OFF),
    ("Years",          "year",                 0, recession_alone,  Value::Count(2)),
    ("Years",          "demand_change",        0, recession,        rate(200)),
    ("Years",          "thresholds_suspended", 1, recession,        ON),
    ("Seasonality",    "month",                0, uneven,           Value::Count(6)),
    ("Seasonality",    "weight",               3, narrow,           number(2.5)),
];

/// What must change along with a column so that the programme stays valid.
fn along(sheet: &str, column: &str, p: &mut Programme) {
    match (sheet, column) {
        // Shares and weights add up to one, and each month is there once.
        ("Segments", "share") => p.segments[1].share = p.segments[1].share + Rate::per_mille(100),
        ("Tickets", "share") => p.ticket_classes[1].share = p.ticket_classes[1].share + Rate::per_mille(100),
        ("Indicators", "weight") => {
            let others: f64 = p.indicators.iter().skip(2).map(|indicator| indicator.weight).sum();
            p.indicators[0].weight = 1.0 - p.indicators[1].weight - others;
        }
        ("Seasonality", "month") => p.seasonality[5].month = 1,
        _ => {}
    }
}

/// The measures that differ between two programmes in some trial, or in some month or level of all.
fn moved((one, at): (&Game, usize), (other, as_at): (&Game, usize)) -> BTreeSet<&'static str> {
    let differs = |read: fn(&Amounts) -> f64| {
        let read = |(game, programme): (&Game, usize)| -> Vec<f64> {
            game.totals(programme).into_iter().map(|total| read(&Amounts::from(total))).collect()
        };
        read((one, at)) != read((other, as_at))
    };
    let mut moved: BTreeSet<&'static str> =
        MEASURES.iter().filter(|measure| differs(measure.read)).map(|measure| measure.id).collect();
    if one.held(at) != other.held(as_at) {
        moved.insert("partners_at_<level>");
    }
    moved
}

/// Enough that a rate of some percent meets a deal.
const TRIALS: usize = 4;

fn is_label(what: &str) -> bool {
    LABELS.iter().any(|(known, _)| *known == what)
}

/// A baseline that is run as a programme is: as long, in its reading, with its partners and tickets.
fn beside(programme: &Programme) -> Programme {
    edited(&small(), |p| {
        p.settings = programme.settings.clone();
        p.groups = programme.groups.clone();
        p.partners = programme.partners.clone();
        p.tickets = programme.tickets.clone();
    })
}

#[test]
fn every_parameter_moves_a_measure() {
    let mut silent = Vec::new();
    for parameter in schema::parameters() {
        let key = parameter.key;
        let (_, context, value) =
            PARAMETERS.iter().find(|(known, ..)| *known == key).unwrap_or_else(|| panic!("no case for {key}"));
        let before = edited(&small(), context);
        let after = set(parameter, &before, value);
        let game = play(&beside(&before), &[&before, &after], TRIALS);
        if moved((&game, 1), (&game, 2)).is_empty() {
            silent.push(format!("{key} = {}", value.shown()));
        }
    }
    assert!(silent.is_empty(), "these move no measure: {silent:?}");
    assert_eq!(PARAMETERS.len(), schema::parameters().count(), "a case for a parameter that there is not");
}

/// A scenario with one parameter changed, and valid.
fn set(parameter: &Parameter, before: &Programme, value: &Value) -> Programme {
    let after = edited(before, |p| (parameter.set)(p, value.clone()));
    assert_eq!(parameter.kind.admits(value), Ok(()), "{}", parameter.key);
    assert_ne!((parameter.get)(before), *value, "{} is to be changed", parameter.key);
    assert_eq!(programme_problems(&after), [], "{}", parameter.key);
    after
}

#[test]
fn every_simulated_column_moves_a_measure() {
    let (mut cases, mut silent) = (0, Vec::new());
    for table in schema::TABLES {
        for (place, column) in table.columns.iter().enumerate() {
            let what = format!("{}.{}", table.sheet.en, column.key);
            // The name of a row is only a name.
            if is_label(&what) || place == 0 && matches!(column.kind, Kind::Name) {
                continue;
            }
            let (sheet, key, row, context, value) = COLUMNS
                .iter()
                .find(|(sheet, key, ..)| *sheet == table.sheet.en && *key == column.key)
                .unwrap_or_else(|| panic!("no case for {what}"));
            let before = edited(&small(), context);
            let after = edited(&before, |p| {
                (column.set)(p, *row, value.clone());
                along(sheet, key, p);
            });
            assert_eq!(column.kind.admits(value), Ok(()), "{what}");
            assert_ne!((column.get)(&before, *row), *value, "{what} is to be changed");
            assert_eq!(programme_problems(&after), [], "{what}");
            // Each plays as a baseline, as no scenario may edit the population.
            let [before, after] = [&before, &after].map(|programme| play(programme, &[], TRIALS));
            if moved((&before, 0), (&after, 0)).is_empty() {
                silent.push(format!("{what} = {}", value.shown()));
            }
            cases += 1;
        }
    }
    assert!(silent.is_empty(), "these move no measure: {silent:?}");
    assert_eq!(COLUMNS.len(), cases, "a case for a column that there is not");
}

/// A label is no parameter: it moves no figure, and its words stand in the result.
#[test]
fn labels_appear_in_the_result() {
    let before = edited(&rich(), |p| p.partners[0].name = "Northern".into());
    let scenario = edited(&before, deeper_support);
    let game = play(&before, &[&scenario], TRIALS);
    let columns = schema::TABLES.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let labels = columns.filter(|(table, column)| is_label(&format!("{}.{}", table.sheet.en, column.key)));
    let mut found = 0;
    for ((table, column), (what, page)) in labels.zip(LABELS) {
        assert_eq!(format!("{}.{}", table.sheet.en, column.key), *what);
        let named = |programme: &Programme| edited(programme, |p| (column.set)(p, 0, Value::named("Renamed")));
        let (after, scenario_after) = (named(&before), named(&scenario));
        let changed = play(&after, &[&scenario_after], TRIALS);
        assert_eq!(moved((&game, 0), (&changed, 0)), BTreeSet::new(), "{what}");
        for row in 0..before.settings.months as usize {
            let of_month = |game: &Game| game.row(0, Dimension::Month, row, &[]);
            assert_eq!(of_month(&game), of_month(&changed), "{what}, month {}", row + 1);
        }
        let before = words(&game, &before, &scenario, page);
        let after = words(&changed, &after, &scenario_after, page);
        assert!(!before.contains("Renamed") && after.contains("Renamed"), "{what} on the page {page}");
        found += 1;
    }
    assert_eq!(found, LABELS.len(), "a label that there is not");
}

/// The words in the tables of a page of the result.
fn words(game: &Game, baseline: &Programme, scenario: &Programme, page: &str) -> BTreeSet<String> {
    let names = Names {
        programmes: ["Baseline", "Scenario"].map(String::from).into(),
        includes: vec![Vec::new(); 2],
        levels: baseline.levels.iter().map(|level| level.name.clone()).collect(),
        segments: baseline.segments.iter().map(|segment| segment.name.clone()).collect(),
    };
    let scenario = Scenario {
        name: names.programmes[1].clone(),
        edits: Vec::new(),
        steps: Vec::new(),
        programme: scenario.clone(),
        includes: Vec::new(),
    };
    let inputs = Inputs::new(baseline.clone());
    let facts = RunFacts {
        file: "labels.xlsx".into(),
        sha256: String::new(),
        seed: SEED,
        version: "",
        extent: Extent::Whole,
        asked: Readings::Both,
    };
    let result = report(&Story {
        inputs: &inputs,
        scenarios: &[scenario],
        members: &game.plans.members,
        plans: &game.plans,
        summary: &Summary::new(&game.trials, &game.plans, &names),
        run: &facts,
        drawn: None,
        exactness: None,
        guarded: &[],
        brought: &[],
        sensitivity: None,
        audit: None,
    });
    let blocks = result.pages.into_iter().filter(|one| one.name == page).flat_map(|page| page.blocks);
    let cells = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table.rows.into_iter().flatten()),
        _ => None,
    });
    let words = |cell| if let Cell::Text(words) = cell { Some(words) } else { None };
    cells.flatten().filter_map(words).collect()
}

#[test]
fn a_size_is_what_its_family_says() {
    // The families differ in the measures too, not only in the expansion.
    let games: Vec<Game> = [SizeFamily::Fixed, SizeFamily::Uniform, SizeFamily::Pareto, SizeFamily::Lognormal]
        .into_iter()
        .map(|family| {
            let programme = edited(&small(), |p| {
                for group in &mut p.groups {
                    group.purchases = SizeDistribution { family, shape: 0.8, ..group.purchases.clone() };
                }
            });
            play(&programme, &[], 2)
        })
        .collect();
    for (at, game) in games.iter().enumerate() {
        for other in &games[..at] {
            assert!(moved((game, 0), (other, 0)).contains("customer_spend"));
        }
    }
}
