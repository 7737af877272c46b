//! A partner's fiscal years: the level it held, what it bought, what it was paid, and the level it holds next.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field;
use crate::outcome::partner::PartnerField;
use crate::plan::Office;
use crate::report::explain::{Rules, Step, Telling, money, text};
use crate::report::words::fiscal_years;
use crate::say;
use crate::schema::calendar::YEARS;
use crate::schema::levels::LEVELS;
use crate::sim::trace::PartnerYear;
use crate::units::Money;

mod back_end;

/// Deals of a partner that are listed.
const LARGEST: usize = 5;

/// Tells of the partner at a place of the population.
pub fn partner(of: &Telling<'_>, place: usize) -> Option<String> {
    let member = of.plans.members.get(place)?;
    let mut last = member.purchases;
    let mut steps = Vec::new();
    for year in of.programme.trace.years.iter().filter(|year| year.partner == place) {
        let month = year.year * YEAR_MONTHS + year.months.0;
        let chain = of.plans.chains.get(of.plans.plans.get(of.programme.plan)?.chain)?;
        let office = of.plans.offices.get(chain.office(month))?;
        let rules = if month < chain.from { &of.baseline.rules } else { &of.programme.rules };
        let case = Case { of, year, rules, office, last };
        steps.extend([case.bought(), case.back_end(), case.kept()]);
        steps.extend(case.level());
        if year.months.1 == YEAR_MONTHS {
            last = year.purchases.run_rate;
        }
    }
    steps.push(total(of, place));
    steps.extend(deals(of, place));
    let heading = match member.name == member.id {
        true => say!("Partner {id}", id = member.id),
        false => say!("Partner {id}, {name}", id = member.id, name = member.name),
    };
    Some(text(&heading, &of.setting(), &steps))
}

struct Case<'a> {
    of: &'a Telling<'a>,
    year: &'a PartnerYear,
    rules: &'a Rules<'a>,
    office: &'a Office,
    /// Run-rate purchases of the year before, or as entered.
    last: Money,
}

impl Case<'_> {
    /// The fiscal year, with its months if they are not all.
    fn name(&self) -> String {
        let (first, end) = self.year.months;
        let name = fiscal_years(self.of.plans.months).into_iter().nth(self.year.year).unwrap_or_default();
        match (first, end) {
            (0, YEAR_MONTHS) => name,
            _ if end == self.of.plans.months - self.year.year * YEAR_MONTHS && first == 0 => name,
            _ => say!("{year}, months {first} to {end}", year = name, first = first + 1, end),
        }
    }

    fn bought(&self) -> Step {
        let (year, bought) = (self.year, &self.year.purchases);
        let deals = &year.deals;
        let spent = deals.money(Field::CustomerSpend) - deals.money(Field::FrontMargin);
        let title = say!("{year}: holds {level}", year = self.name(), level = self.of.level(year.held));
        let stretch = (bought.stretch != Money::ZERO)
            .then(|| say!("of it added to reach a threshold: {stretch}", stretch = money(bought.stretch)));
        let member = self.of.plans.members.get(year.partner);
        let size = member.map(|member| self.rules.of_member(member, "purchases"));
        let programme = self.rules.played;
        let demand = programme.years.iter().position(|row| row.year == year.year as i64 + 1);
        Step::new(title, "Run-rate business")
            .line(say!(
                "run-rate purchases of the year: {run_rate}, where {entered} a year were entered",
                run_rate = money(bought.run_rate),
                entered = money(member.map_or(Money::ZERO, |member| member.purchases))
            ))
            .lines(stretch)
            .line(say!(
                "deals won: {won}, bought for them {spent}, of which {counted} counts for levels",
                won = deals[Field::DealsWon],
                spent = money(spent),
                counted = money(bought.counted)
            ))
            .from(size.unwrap_or_default())
            .from(demand.map(|row| self.rules.cell(&YEARS, row, "demand_change")))
            .parameters(self.rules, &["demand.common_sd", "demand.own_sd", "link.quotations_levels"])
    }

    fn kept(&self) -> Step {
        use PartnerField::{BackEnd, FinanceGain, FrontMargin, Presales, ProgrammeCosts, ServiceMargin};
        let tally = &self.year.tally;
        let amount = |field: PartnerField| money(Money::from_minor(tally[field]));
        let net = Money::from_minor(tally.net_margin());
        let step = Step::new(say!("{year}: net margin {net}", year = self.name(), net = money(net)), "Measures")
            .line(say!(
                "front margin {front} + back-end {back} + services {services} + finance {finance} - pre-sales \
                 {presales} - programme {programme}",
                front = amount(FrontMargin),
                back = amount(BackEnd),
                services = amount(ServiceMargin),
                finance = amount(FinanceGain),
                presales = amount(Presales),
                programme = amount(ProgrammeCosts)
            ))
            .from([self.rules.cell(&LEVELS, self.year.held, "run_rate_margin")]);
        match tally[FinanceGain] {
            0 => step,
            _ => step.parameters(
                self.rules,
                &["terms.days_before", "terms.days_after", "terms.early_uptake", "financing.envelope"],
            ),
        }
    }

    /// The level of the next year; nothing where none is decided.
    fn level(&self) -> Option<Step> {
        let (year, ladder) = (self.year, &self.office.ladder);
        if year.months.1 != YEAR_MONTHS {
            return None;
        }
        let member = self.of.plans.members.get(year.partner)?;
        let purchases = year.purchases.run_rate + year.purchases.counted;
        let suspended = *self.office.suspended.get(year.year + 1)?;
        let judged =
            |passed: bool| ladder.evaluate(year.held, purchases, member.certifications, passed, suspended).level;
        let failed = year.next != judged(true) && year.next == judged(false);
        let certified = ladder.certified(year.held, member.certifications, !failed);
        let title = say!("{year}: holds {level} next", year = self.name(), level = self.of.level(year.next));
        let reached = ladder.reached(purchases);
        let step = Step::new(title, "Levels")
            .line(say!(
                "purchases that count {purchases}: the threshold of {level}",
                purchases = money(purchases),
                level = self.of.level(reached)
            ))
            .line(say!(
                "certifications {number}: those of {level}",
                number = member.certifications,
                level = self.of.level(certified)
            ));
        let step =
            if failed { step.line(say!("failed its training, so that fewer certifications count")) } else { step };
        let step = match suspended {
            true => step.line(say!("thresholds are suspended for the next year: nobody falls for revenue")),
            false => step,
        };
        let mut levels = vec![reached, (reached + 1).min(self.of.plans.shape.levels - 1), year.held];
        levels.sort_unstable();
        levels.dedup();
        let thresholds = levels.iter().map(|level| self.rules.cell(&LEVELS, *level, "threshold"));
        let needed = levels.iter().map(|level| self.rules.cell(&LEVELS, *level, "certifications"));
        let next = self.rules.played.years.iter().position(|row| row.year == year.year as i64 + 2);
        Some(
            step.from(thresholds)
                .from(needed)
                .from(self.rules.of_member(member, "certifications"))
                .from(next.map(|row| self.rules.cell(&YEARS, row, "thresholds_suspended")))
                .parameters(self.rules, &["levels.training_pass_rate"]),
        )
    }
}

/// What all years came to, beside the baseline.
fn total(of: &Telling<'_>, place: usize) -> Step {
    let sum = |years: &[PartnerYear]| -> Money {
        let own = years.iter().filter(|year| year.partner == place);
        Money::from_minor(own.map(|year| year.tally.net_margin()).sum())
    };
    let (own, baseline) = (sum(&of.programme.trace.years), sum(&of.baseline.trace.years));
    let step = Step::new(say!("Net margin of the whole horizon {net}", net = money(own)), "Measures");
    match of.is_baseline() {
        true => step,
        false => step.line(say!(
            "the baseline's {baseline}, difference {change}",
            baseline = money(baseline),
            change = money(own - baseline)
        )),
    }
}

/// The deals that brought it the most front margin.
fn deals(of: &Telling<'_>, place: usize) -> Option<Step> {
    let mut won: Vec<(usize, Money, Money)> = Vec::new();
    for (at, deal) in of.programme.trace.deals.iter().enumerate() {
        let Some(end) = &deal.won else { continue };
        if deal.bidders.get(end.slot).is_some_and(|bidder| bidder.partner == place) {
            won.push((at, end.margin, end.price));
        }
    }
    won.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    won.truncate(LARGEST);
    let line = |(at, margin, price): &(usize, Money, Money)| {
        say!(
            "--deal {number}: front margin {margin} at a price of {price}",
            number = at + 1,
            margin = money(*margin),
            price = money(*price)
        )
    };
    let step = Step::new(say!("The deals it won with the largest front margin"), "Money of a deal");
    (!won.is_empty()).then(|| step.lines(won.iter().map(line)))
}
