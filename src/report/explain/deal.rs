//! A deal, from what is drawn to what it brings.

use crate::language::number;
use crate::model::market::{Market, MarketSegment};
use crate::outcome::Business;
use crate::programme::Regime;
use crate::report::explain::{Rules, Step, Telling, factor, money, rate, text};
use crate::report::words::count;
use crate::say;
use crate::schema::segments::SEGMENTS;
use crate::sim::trace::{BidderTrace, DealTrace, GrantTrace, Request};
use crate::sim::witness::Protection;
use crate::units::Rate;

mod sale;

/// Tells of the deal with a number, from 1; nothing where there is none.
pub fn deal(of: &Telling<'_>, number: usize) -> Option<String> {
    let deal = of.programme.trace.deals.get(number.checked_sub(1)?)?;
    let market = &of.plans.markets[of.plans.plans[deal.rules].market];
    let segment = market.segments.iter().find(|segment| segment.row == deal.segment)?;
    let case = Case { of, deal, market, segment, rules: of.rules(deal.rules) };
    let mut steps = vec![case.arrives(), case.is(), case.eligible()];
    if deal.request != Request::NotEligible {
        steps.push(case.requested());
    }
    if let Some(grant) = &deal.grant {
        steps.extend([case.waited(grant), case.protected(grant), case.supported(grant)]);
    }
    steps.extend([case.bids(), case.ceiling(), case.sold(), case.presales()]);
    steps.extend(case.money());
    steps.extend(case.contract());
    steps.extend(deal.grant.map(|_| case.without()));
    let [number, all] = [number, of.programme.trace.deals.len()].map(|deals| count(deals as f64));
    Some(text(&say!("Deal {number} of {all}", number, all), &of.setting(), &steps))
}

/// A deal with what it was played by.
struct Case<'a> {
    of: &'a Telling<'a>,
    deal: &'a DealTrace,
    market: &'a Market,
    segment: &'a MarketSegment,
    rules: &'a Rules<'a>,
}

impl Case<'_> {
    fn arrives(&self) -> Step {
        let DealTrace { month, day, business, .. } = *self.deal;
        let title = say!("Arrives in month {month}, on day {day} of the horizon", month = month + 1, day = day + 1);
        let own = self.deal.rules == self.of.programme.plan;
        let step = match business {
            Business::Launch => Step::new(title, "Launch")
                .line(say!("released by the launch of what the scenario admits and the baseline does not"))
                .parameters(self.rules, &["launch.backlog", "launch.day", "launch.half_life_days"]),
            _ => Step::new(title, "Arrivals")
                .parameters(self.rules, &["quotations.expected_per_year"])
                .parameters(&self.of.baseline.rules, &["registration.propensity"]),
        };
        match own || self.of.is_baseline() {
            true => step,
            false => step
                .line(say!("before the scenario's own rules begin: the baseline's hold"))
                .parameters(&self.of.programme.rules, &["scenario.from_month"]),
        }
    }

    fn is(&self) -> Step {
        let deal = self.deal;
        let technology = if deal.newest { say!("newest technology") } else { say!("older technology") };
        let account = match deal.new_account {
            true => say!("new account"),
            false => say!("installed account, last order {months} months ago", months = self.months_since_order()),
        };
        let title = say!(
            "{segment}, list value {list}, {technology}, {account}",
            segment = self.of.segment(deal.segment),
            list = money(deal.list),
            technology,
            account
        );
        let keys = ["share", "deal_median", "deal_sigma", "new_generation", "new_account", "rivals_mean"];
        let rivals = deal.bidders.len().saturating_sub(1);
        Step::new(title, "Who meets a deal")
            .line(say!("originator {partner}, rivals: {rivals}", partner = self.originator(), rivals))
            .from(keys.map(|key| self.rules.cell(&SEGMENTS, deal.segment, key)))
            .parameters(
                self.rules,
                &["accounts.months_between_orders", "origination.pool_level", "origination.size_elasticity"],
            )
    }

    /// The originator with its level.
    fn originator(&self) -> String {
        self.deal.bidders.first().map_or_else(String::new, |bidder| self.bidder(bidder))
    }

    fn bidder(&self, bidder: &BidderTrace) -> String {
        let (partner, level) = (self.of.partner(bidder.partner), self.of.level(bidder.level));
        say!("{partner} ({level})", partner, level)
    }

    /// Months since the last order, exponential, to a tenth.
    fn months_since_order(&self) -> String {
        let months = -self.rules.played.bidding.months_between_orders * libm::log1p(-self.deal.last_order);
        number::fixed(months, 1)
    }

    fn eligible(&self) -> Step {
        let deal = self.deal;
        let registration = &self.of.plans.plans[deal.rules].registration;
        let level = deal.bidders.first().map_or(0, |bidder| bidder.level);
        let judged = |holds: bool, rule: String| {
            let word = if holds { say!("yes") } else { say!("no") };
            say!("{rule}: {word}", rule, word)
        };
        let ordered_long_ago =
            deal.last_order >= registration.ordered_lately.probability() && !deal.new_account && !deal.newest;
        let admitted = deal.newest || deal.new_account || registration.installed_base || ordered_long_ago;
        let why = match (deal.newest, deal.new_account, registration.installed_base) {
            (true, _, _) => say!("newest technology"),
            (_, true, _) => say!("new account"),
            (_, _, true) => say!("installed accounts are admitted"),
            _ => say!("last order as long ago as the look-back, or longer"),
        };
        let title = match deal.request {
            Request::NotEligible => say!("May not be registered"),
            _ => say!("May be registered"),
        };
        Step::new(title, "Eligibility and requests")
            .line(judged(registration.regime != Regime::None, say!("there are quotations")))
            .line(judged(
                level >= registration.min_level,
                say!(
                    "{level} is at least {least}",
                    level = self.of.level(level),
                    least = self.of.level(registration.min_level)
                ),
            ))
            .line(judged(
                deal.list >= registration.min_deal,
                say!("{list} is at least {least}", list = money(deal.list), least = money(registration.min_deal)),
            ))
            .line(judged(admitted, why))
            .parameters(
                self.rules,
                &[
                    "registration.regime",
                    "registration.min_level",
                    "registration.min_deal",
                    "registration.lookback_months",
                    "registration.installed_base",
                ],
            )
    }

    fn requested(&self) -> Step {
        let title = match self.deal.request {
            Request::NotEligible | Request::NotRegistered => say!("The originator does not register it"),
            Request::Duplicate => say!("Requested, and lost as a duplicate"),
            Request::NotApproved => say!("Requested, and not approved"),
            Request::Granted => say!("Requested, and granted"),
        };
        let launched = self.deal.business == Business::Launch;
        let keys = ["registration.propensity", "registration.conflict_rate", "registration.approval_rate"];
        // Whoever waited for a rule requests.
        let keys = if launched { &keys[1..] } else { &keys[..] };
        Step::new(title, "Eligibility and requests").parameters(self.rules, keys)
    }

    fn waited(&self, grant: &GrantTrace) -> Step {
        let desk = self.of.programme.trace.desk.get(self.deal.month);
        let title = say!("Waits {days} working days at the desk", days = number::fixed(grant.wait, 3));
        let requests = desk.map(|desk| {
            say!(
                "requests of the month: {requests}, left over at its end: {backlog}",
                requests = desk.requests,
                backlog = number::fixed(desk.backlog, 1)
            )
        });
        Step::new(title, "The desk")
            .lines(requests)
            .line(say!("wait factor on the competing ask: {factor}", factor = factor(grant.treatment.ask_factor)))
            .parameters(
                self.rules,
                &[
                    "desk.reviewers",
                    "desk.hours_per_day",
                    "desk.minutes_per_request",
                    "desk.free_days",
                    "desk.win_loss_per_day",
                ],
            )
    }

    fn protected(&self, grant: &GrantTrace) -> Step {
        let title = match grant.protection {
            Protection::InTime => say!("Ordered within the protection"),
            Protection::Extended => say!("The protection ends first and is extended"),
            Protection::Lapsed => say!("The protection ends first: the support lapses"),
        };
        Step::new(title, "Protection")
            .parameters(self.rules, &["protection.days", "protection.extension_rate", "cycle.mean_days"])
    }

    fn supported(&self, grant: &GrantTrace) -> Step {
        let treatment = &grant.treatment;
        let title = match (grant.unpaid, treatment.originator_support == Rate::ZERO) {
            (true, _) => say!("The year's budget has no room left for its support"),
            (false, true) => say!("No support"),
            (false, false) => say!(
                "Support of list: originator {own}, each rival {rivals}",
                own = rate(treatment.originator_support),
                rivals = rate(treatment.rival_support)
            ),
        };
        let keys: &[&str] = match self.of.plans.plans[self.deal.rules].registration.regime {
            Regime::Open => &["quotation.open_support", "quotation.originator_topup", "quotation.budget"],
            _ => &["quotation.support", "rivals.drop_out", "quotation.budget"],
        };
        let out = self.deal.bidders.iter().filter(|bidder| bidder.reserve.is_none());
        Step::new(title, "Support")
            .lines(out.map(|bidder| say!("{bidder} stays out", bidder = self.bidder(bidder))))
            .parameters(self.rules, &["registration.regime"])
            .parameters(self.rules, keys)
    }
}
