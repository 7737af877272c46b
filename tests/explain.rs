//! What `explain` tells of a trial: the kernel's own amounts, from which a reader gets there by hand.

use partnersim::diagnostic::Diagnostics;
use partnersim::inputs::{self, Inputs};
use partnersim::measures::{MEASURES, value};
use partnersim::plan::{Plans, Reading};
use partnersim::report::explain::{Rules, Telling, Told, deal, measure, partner};
use partnersim::scenario::{self, Scenario};
use partnersim::sheet::read::read;
use partnersim::sim::run::{Trials, run};
use partnersim::sim::trace::{Request, trace};
use partnersim::sim::trial::Setting;
use partnersim::uncertainty::Uncertainty;
use partnersim::units::{Money, Rate};

use crate::errors::workbook::from_text;

mod command;

const SEED: u64 = 7;

/// A small market over two years, with a gate on rebates, and a scenario that admits installed accounts with less support.
const WORKBOOK: &str = "[Settings]
Key | Value
settings.months | 24
settings.readings | static
[Parameters]
Key | Value
quotations.expected_per_year | 60
rebates.gate | 80 %
levels.training_pass_rate | 70 %
[Partner groups]
group | level | count | distribution | low | high | shape | certifications
Gold | Gold | 20 | pareto | 600000 | 5000000 | 1 | 7
Silver | Silver | 30 | pareto | 150000 | 900000 | 1 | 3
[Scenarios]
Scenario | Parameter | Set to
Open | registration.installed_base | yes
 | quotation.support | 6 %
 | scenario.from_month | 4
";

struct Case {
    inputs: Inputs,
    scenarios: Vec<Scenario>,
    uncertainty: Uncertainty,
    plans: Plans,
    trials: Trials,
}

fn case() -> Case {
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&read(&from_text(WORKBOOK)).expect("a grid"), &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    assert!(!found.has_errors(), "{found:?}");
    let plans = Plans::new(&inputs.programme, &[&scenarios[0].programme]);
    let trials = run(&plans, SEED, 2, &|_| {}).expect("every trial passes its checks");
    Case { inputs, scenarios, uncertainty: Uncertainty::default(), plans, trials }
}

impl Case {
    /// The second trial of the scenario.
    fn telling(&self) -> Telling<'_> {
        let setting = Setting::new(&self.plans, SEED);
        let tell = |plan: usize| {
            let scenario = plan.checked_sub(1).map(|at| &self.scenarios[at]);
            let programme = scenario.map_or(&self.inputs.programme, |scenario| &scenario.programme);
            let (inputs, uncertainty) = (&self.inputs, &self.uncertainty);
            let rules = Rules { inputs, scenario, uncertainty, asked: programme, played: programme };
            let name = scenario.map_or("Baseline", |scenario| &scenario.name).to_owned();
            Told { name, plan, rules, trace: trace(&setting, None, 1, plan) }
        };
        let (programme, baseline) = (tell(1), tell(0));
        Telling {
            inputs: &self.inputs,
            plans: &self.plans,
            reading: Reading::Static,
            trial: 2,
            seed: SEED,
            programme,
            baseline,
        }
    }
}

/// The amount that follows some words in a text, in cents.
fn after(text: &str, words: &str) -> Option<i64> {
    let (_, rest) = text.split_once(words)?;
    let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || ",.-".contains(*c)).collect();
    digits.trim_end_matches([',', '.']).replace([',', '.'], "").parse().ok()
}

/// Halves away from zero, as Excel's `ROUND` does.
fn share(cents: i64, rate: Rate) -> i64 {
    Money::from_minor(cents).times(rate).minor()
}

#[test]
fn the_steps_of_every_deal_lead_by_hand_to_its_price_and_margin() {
    let case = case();
    let telling = case.telling();
    let deals = &telling.programme.trace.deals;
    let (mut won, mut granted) = (0, 0);
    for (at, told) in deals.iter().enumerate() {
        let text = deal(&telling, at + 1).expect("a deal");
        assert!(text.starts_with(&format!(
            "Deal {} of {}\nOpen, static reading, trial 2 of seed 7",
            at + 1,
            deals.len()
        )));
        // Four rules decide whether a deal may be registered.
        let eligible = told.request != Request::NotEligible;
        assert_eq!(text.matches(": yes\n").count() == 4, eligible, "{text}");
        let asks: Vec<i64> = text.lines().filter_map(|line| after(line, "asks for ")).collect();
        let ceiling = after(&text, "The customer pays ").expect("a ceiling");
        let lowest = *asks.iter().min().expect("an ask");
        let Some(end) = &told.won else {
            assert!(text.contains("The competing vendor wins it") && lowest > ceiling, "{text}");
            continue;
        };
        won += 1;
        // The second-lowest ask or the ceiling, whichever is less.
        let mut sorted = asks.clone();
        sorted.sort_unstable();
        let price = sorted.get(1).map_or(ceiling, |second| (*second).min(ceiling));
        assert_eq!(after(&text, " wins it at "), Some(price), "{text}");
        // Purchase price: list less the discount of the level and the support of the winner, by the rules of the month.
        let programme = if told.month < 3 { &case.inputs.programme } else { &case.scenarios[0].programme };
        let winner = &told.bidders[end.slot];
        let supported = winner.support != Rate::ZERO;
        granted += usize::from(supported);
        let support = if supported { programme.quotation.support } else { Rate::ZERO };
        let left = Rate::ONE - programme.levels[winner.level].base_discount - support;
        let list = after(&text, "list value ").expect("a list value");
        let cost = share(list, left);
        assert_eq!(after(&text, "Front margin "), Some(price - cost), "{text}");
        // Distributors keep 2 % of the 30 % that go through them; the segment's unit cost is the vendor's.
        let revenue = cost - share(cost, Rate::per_mille(6));
        let goods = share(list, programme.segments[told.segment].unit_cost);
        assert_eq!(after(&text, "vendor's net revenue "), Some(revenue));
        assert_eq!(after(&text, ", gross profit "), Some(revenue - goods));
        assert_eq!(after(&text, "support paid "), supported.then(|| share(list, support)));
    }
    assert!(won > 20 && granted > 3, "{won} won, {granted} with support");
    assert_eq!(deal(&telling, 0), None);
    assert_eq!(deal(&telling, deals.len() + 1), None);
}

#[test]
fn a_deal_before_the_scenario_starts_goes_by_the_baselines_cells() {
    let case = case();
    let telling = case.telling();
    let granted = |late: bool| {
        let mut deals = telling.programme.trace.deals.iter();
        let at = deals.position(|deal| deal.grant.is_some() && (deal.month >= 3) == late).expect("a granted deal");
        deal(&telling, at + 1).expect("a deal")
    };
    let early = granted(false);
    assert!(early.contains("before the scenario's own rules begin: the baseline's hold"), "{early}");
    assert!(early.contains("< scenario.from_month = 4 (set by Open at Scenarios!C4)"), "{early}");
    assert!(early.contains("< quotation.support = 8 % (default)"), "{early}");
    let late = granted(true);
    assert!(late.contains("< quotation.support = 6 % (set by Open at Scenarios!C3)"), "{late}");
    assert!(late.contains("< quotations.expected_per_year = 60 (Parameters!B2)"), "{late}");
}

#[test]
fn the_years_of_partners_add_up_to_what_a_run_gives_them() {
    use partnersim::outcome::partner::{PARTNER_FIELDS, PartnerField, PartnerTally};
    let case = case();
    let telling = case.telling();
    let first = run(&case.plans, SEED, 1, &|_| {}).expect("every trial passes its checks");
    for (place, member) in case.plans.members.iter().enumerate() {
        let text = partner(&telling, place).expect("a partner");
        // Two trials less the first one are the second one.
        let mut tally = PartnerTally([0; PARTNER_FIELDS]);
        for field in 0..PARTNER_FIELDS {
            let sum = |trials: &Trials| trials.partners[1].partners[place][field];
            tally.0[field] = (sum(&case.trials) - sum(&first)) as i64;
        }
        assert_eq!(after(&text, "Net margin of the whole horizon "), Some(tally.net_margin()), "{text}");
        // Each year is the sum of its line; the years and the parts of the first one are the whole.
        let mut sum = 0;
        for line in text.lines().filter(|line| line.trim_start().starts_with("front margin ")) {
            let part = |words: &str| after(line, words).expect("an amount");
            sum += part("front margin ") + part("back-end ") + part("services ") + part("finance ");
            sum -= part("pre-sales ") + part("programme ");
        }
        assert_eq!(sum, tally.net_margin(), "{text}");
        assert!(text.contains(&format!("< Partner groups[{}].low = ", member.id.split(' ').next().unwrap_or(""))));
        let back: i64 = text.lines().filter_map(|line| after(line.strip_prefix("      ")?, "back-end ")).sum();
        assert_eq!(back, tally[PartnerField::BackEnd]);
    }
}

#[test]
fn a_rebate_is_the_rate_of_the_level_on_what_was_bought_unless_the_gate_is_shut() {
    let case = case();
    let telling = case.telling();
    let (mut paid, mut shut) = (0, 0);
    for place in 0..case.plans.members.len() {
        let text = partner(&telling, place).expect("a partner");
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.contains(": back-end rebate ")) {
            let rebate = after(line, "back-end rebate ").expect("a rebate");
            let eligible = after(lines[at + 1], "that earn it ").expect("purchases");
            let level = case.inputs.programme.levels.iter().find(|level| lines[at + 1].contains(&level.name));
            let target = after(lines[at + 2], "target ").expect("a target");
            let year = lines[..at].iter().rev().find_map(|line| after(line, "run-rate purchases of the year: "));
            let opens = year.expect("purchases") >= share(target, Rate::per_mille(800));
            let due = share(eligible, level.expect("a level").rebate);
            assert_eq!(rebate, if opens { due } else { 0 }, "{text}");
            (paid, shut) = (paid + usize::from(rebate > 0), shut + usize::from(!opens));
        }
    }
    assert!(paid > 20 && shut > 5, "{paid} paid, {shut} shut");
}

#[test]
fn a_measure_is_what_the_run_gives_and_its_fields_make_it() {
    let case = case();
    let telling = case.telling();
    for (place, told) in MEASURES.iter().enumerate() {
        let text = measure(&telling, told);
        let of_run = value(place, &case.trials.totals, 1, 1);
        let shown = match told.unit {
            partnersim::measures::Unit::Money => {
                let cents = after(&text, &format!("Open: {} = ", told.label.en)).expect("an amount");
                assert_eq!(cents, (of_run * 100.0).round() as i64, "{text}");
                continue;
            }
            partnersim::measures::Unit::Fraction => format!(" = {:.1} %\n", of_run * 100.0),
            partnersim::measures::Unit::Count => continue,
            _ => format!(" = {of_run:.3}\n"),
        };
        assert!(text.contains(&shown), "{} is {shown}: {text}", told.id);
    }
    // Net margin: front margin and rebates less pre-sales and nothing else here.
    let net = MEASURES.iter().find(|measure| measure.id == "partner_net_margin").expect("a measure");
    let text = measure(&telling, net);
    let own = text.split("\n 2. ").next().expect("the programme's own");
    let part = |words: &str| after(own, words).expect("a field");
    let sum = part("+ front margin ") + part("+ back-end rebates ") - part("- pre-sales ");
    assert_eq!(after(own, "Partner net margin = "), Some(sum), "{own}");
}
