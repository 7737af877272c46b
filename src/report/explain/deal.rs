//! A deal, from what is drawn to what it brings.

use crate::language::number;
use crate::model::market::{Market, MarketSegment};
use crate::outcome::Business;
use crate::programme::Regime;
use crate::report::explain::{Rules, Step, Telling, factor, money, rate, text};
use crate::report::words::percent;
use crate::say;
use crate::schema::levels::LEVELS;
use crate::schema::segments::SEGMENTS;
use crate::sim::trace::{BidderTrace, DealTrace, GrantTrace, Request};
use crate::sim::witness::Protection;
use crate::units::Rate;

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
    let all = of.programme.trace.deals.len();
    Some(text(&say!("Deal {number} of {all}", number, all), &of.setting(), &steps))
}

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

    fn bids(&self) -> Step {
        let deal = self.deal;
        let bid = |bidder: &BidderTrace| {
            let reserve = bidder.reserve?;
            let share = self.market.bid_share(bidder.level, bidder.support);
            let cost = deal.list.times(share);
            Some(say!(
                "{bidder}: {list} x {share} = {cost}, and a need of {need} ({drawn} of the spread): asks for {reserve}",
                bidder = self.bidder(bidder),
                list = money(deal.list),
                share = rate(share),
                cost = money(cost),
                need = money(reserve - cost),
                drawn = percent(bidder.need),
                reserve = money(reserve)
            ))
        };
        let mut levels: Vec<usize> = deal.bidders.iter().map(|bidder| bidder.level).collect();
        levels.sort_unstable();
        levels.dedup();
        let gives_away = levels.iter().any(|level| self.market.bid_left.get(*level) != Some(&Rate::ONE));
        let step = Step::new(say!("Each bidder asks for its purchase price and its need"), "Price")
            .lines(deal.bidders.iter().filter_map(bid))
            .from(levels.iter().map(|level| self.rules.cell(&LEVELS, *level, "base_discount")))
            .parameters(self.rules, &["bidding.cost_spread"]);
        match gives_away {
            true => step
                .line(say!("the share of list is less by the part of the expected rebate that is bid away"))
                .from(levels.iter().map(|level| self.rules.cell(&LEVELS, *level, "rebate")))
                .parameters(self.rules, &["rebates.pass_through", "rebates.on_quotations"]),
            false => step,
        }
    }

    fn ceiling(&self) -> Step {
        let deal = self.deal;
        let wait = deal.grant.map_or(1.0, |grant| grant.treatment.ask_factor);
        let loyalty = if deal.new_account { 1.0 } else { self.segment.loyalty };
        let line = say!(
            "{list} x {ask} (ask) x {loyalty} (loyalty) x {market} (coverage, effort) x {wait} (wait), at most {list}",
            list = money(deal.list),
            ask = factor(deal.ask),
            loyalty = factor(loyalty),
            market = factor(self.market.ask_factor),
            wait = factor(wait)
        );
        let title = say!("The customer pays {ceiling} at most", ceiling = money(deal.ceiling));
        Step::new(title, "Price").line(line).from(
            ["rival_price_mean", "rival_price_sd", "loyalty"].map(|key| self.rules.cell(&SEGMENTS, deal.segment, key)),
        )
    }

    fn sold(&self) -> Step {
        let deal = self.deal;
        let reserves = || deal.bidders.iter().enumerate().filter_map(|(slot, bidder)| Some((slot, bidder.reserve?)));
        let Some(won) = &deal.won else {
            let least = reserves().map(|(_, reserve)| reserve).min();
            let line = least.map(|least| {
                say!("the lowest ask {least} is above {ceiling}", least = money(least), ceiling = money(deal.ceiling))
            });
            return Step::new(say!("The competing vendor wins it"), "Price").lines(line);
        };
        let second = reserves().filter(|(slot, _)| *slot != won.slot).map(|(_, reserve)| reserve).min();
        let line = match second {
            Some(second) if second <= deal.ceiling => {
                say!("the second-lowest ask, {second}", second = money(second))
            }
            _ => say!("the most that the customer pays: nobody else asks for less"),
        };
        let winner = deal.bidders.get(won.slot).map_or_else(String::new, |bidder| self.bidder(bidder));
        Step::new(say!("{winner} wins it at {price}", winner, price = money(won.price)), "Price").line(line)
    }

    fn presales(&self) -> Step {
        let spent = self.deal.bidders.iter().map(|bidder| bidder.presales).sum();
        let title = say!("Bidders spend {spent} before the sale", spent = money(spent));
        let keys = ["presales.originator", "presales.originator_rate", "presales.rival"];
        Step::new(title, "Pre-sales").parameters(self.rules, &keys)
    }

    fn money(&self) -> Option<Step> {
        let (deal, won) = (self.deal, self.deal.won.as_ref()?);
        let cost = won.price - won.margin;
        let winner = deal.bidders.get(won.slot)?;
        let goods = won.revenue - won.profit;
        let share = *self.market.price_shares.get(winner.level)? - winner.support;
        let title = say!(
            "Front margin {margin}, vendor's net revenue {revenue}, gross profit {profit}",
            margin = money(won.margin),
            revenue = money(won.revenue),
            profit = money(won.profit)
        );
        let step = Step::new(title, "Money of a deal")
            .line(say!(
                "purchase price {list} x {share} = {cost}",
                list = money(deal.list),
                share = rate(share),
                cost = money(cost)
            ))
            .line(say!(
                "distributor {cost} x {share} = {kept}",
                cost = money(cost),
                share = rate(self.market.distributor),
                kept = money(won.distributor)
            ))
            .line(say!(
                "front margin {price} - {cost} = {margin}, of it rent {rent}",
                price = money(won.price),
                cost = money(cost),
                margin = money(won.margin),
                rent = money(won.rent)
            ))
            .line(say!(
                "net revenue {cost} - {kept} = {revenue}",
                cost = money(cost),
                kept = money(won.distributor),
                revenue = money(won.revenue)
            ))
            .line(say!(
                "gross profit {revenue} - {list} x {share} = {profit}",
                revenue = money(won.revenue),
                list = money(deal.list),
                share = rate(self.segment.unit_cost),
                profit = money(won.revenue - goods)
            ));
        let support = say!("support paid {support}", support = money(won.support));
        Some(
            step.lines((won.support.minor() > 0).then_some(support))
                .from([
                    self.rules.cell(&LEVELS, winner.level, "base_discount"),
                    self.rules.cell(&SEGMENTS, deal.segment, "unit_cost"),
                ])
                .parameters(self.rules, &["distribution.margin", "distribution.share"]),
        )
    }

    fn contract(&self) -> Option<Step> {
        let signed = self.deal.contract.as_ref()?;
        let contract = &signed.signature.contract;
        let title = say!(
            "Becomes a pay-per-use contract over {term} months, worth {spend}",
            term = signed.signature.term,
            spend = money(contract.spend)
        );
        Some(
            Step::new(title, "Pay-per-use")
                .line(say!(
                    "in place of the sale outright, month by month: partner {margin}, distributor {kept}, goods {goods}",
                    margin = money(contract.margin),
                    kept = money(contract.distributor),
                    goods = money(contract.goods)
                ))
                .line(say!("paid to the partner when it is signed: {upfront}", upfront = money(signed.signature.upfront)))
                .parameters(
                    self.rules,
                    &[
                        "aas.share_start",
                        "aas.share_end",
                        "aas.term_years",
                        "aas.uplift",
                        "aas.partner_margin",
                        "aas.upfront",
                        "aas.renewal",
                    ],
                ),
        )
    }

    fn without(&self) -> Step {
        let deal = self.deal;
        let title = match deal.without.as_ref().and_then(|won| Some((won, deal.bidders.get(won.slot)?))) {
            None => say!("Without any quotation the competing vendor would have won it"),
            Some((won, winner)) => say!(
                "Without any quotation {winner} would have won it at {price}",
                winner = self.bidder(winner),
                price = money(won.price)
            ),
        };
        let worth = deal.supported.as_ref().map(|supported| {
            say!(
                "deadweight {deadweight}, passed on to the customer {cut}, vendor's revenue that it cost {lost}",
                deadweight = money(supported.deadweight),
                cut = money(supported.price_cut),
                lost = money(supported.lost)
            )
        });
        Step::new(title, "Deadweight").lines(worth)
    }
}
