//! How a deal is sold, and what it brings.

use super::Case;
use crate::report::explain::{Step, factor, money, rate};
use crate::report::words::percent;
use crate::say;
use crate::schema::levels::LEVELS;
use crate::schema::segments::SEGMENTS;
use crate::sim::trace::BidderTrace;
use crate::units::Rate;

impl Case<'_> {
    pub(super) fn bids(&self) -> Step {
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

    pub(super) fn ceiling(&self) -> Step {
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

    pub(super) fn sold(&self) -> Step {
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

    pub(super) fn presales(&self) -> Step {
        let spent = self.deal.bidders.iter().map(|bidder| bidder.presales).sum();
        let title = say!("Bidders spend {spent} before the sale", spent = money(spent));
        let keys = ["presales.originator", "presales.originator_rate", "presales.rival"];
        Step::new(title, "Pre-sales").parameters(self.rules, &keys)
    }

    pub(super) fn money(&self) -> Option<Step> {
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

    pub(super) fn contract(&self) -> Option<Step> {
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

    pub(super) fn without(&self) -> Step {
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
