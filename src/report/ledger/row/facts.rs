//! What was drawn, and what the rules made of it.

use crate::model::horizon::YEAR_DAYS;
use crate::outcome::Business;
use crate::report::ledger::row::{Row, yes};
use crate::report::{Cell, Format};
use crate::say;
use crate::sim::trace::Request;
use crate::sim::witness::Protection;
use crate::units::Rate;

impl Row<'_> {
    /// What was drawn, and what the rules made of it.
    pub(super) fn fact(&self, id: &str) -> Option<Cell> {
        let (deal, side) = (self.deal, self.side);
        let grant = deal.grant.as_ref();
        let in_force = grant.is_some_and(|grant| grant.protection != Protection::Lapsed && !grant.unpaid);
        Some(match id {
            "deal" => Cell::Number(self.number as f64),
            "day" => Cell::Number((deal.day % YEAR_DAYS + 1) as f64),
            "launch" => Cell::text(yes(deal.business == Business::Launch)),
            "segment" => Cell::text(&*self.programme.segments[deal.segment].name),
            "list" => Cell::Number(deal.list.to_units()),
            "account" => Cell::text(if deal.new_account { say!("new") } else { say!("installed") }),
            "offer" => Cell::Number(deal.ask),
            "by_use" => Cell::text(yes(deal.by_use)),
            "marketplace" => Cell::text(yes(deal.contract.is_some_and(|contract| contract.marketplace))),
            "request" => Cell::text(request(deal.request)),
            "wait" => grant.map_or(Cell::Empty, |grant| Cell::Number(grant.wait)),
            "grant" => grant.map_or(Cell::Empty, |grant| {
                Cell::text(match grant.protection {
                    _ if grant.unpaid => say!("not paid"),
                    Protection::InTime => say!("in time"),
                    Protection::Extended => say!("extended"),
                    Protection::Lapsed => say!("lapsed"),
                })
            }),
            "support_first" | "support_rivals" if grant.is_none() => Cell::Empty,
            "support_first" | "support_rivals" if !in_force => Cell::Number(0.0),
            "support_first" => self.rate(format!("={}", self.terms.derived(side, id)), self.support(0)),
            "support_rivals" => {
                let value = grant.map_or(Rate::ZERO, |grant| grant.treatment.rival_support);
                self.rate(format!("={}", self.terms.derived(side, id)), value)
            }
            "waited" => match grant {
                None => Cell::Empty,
                Some(grant) => {
                    let loss = self.terms.parameter(side, "desk.win_loss_per_day");
                    let free = self.terms.parameter(side, "desk.free_days");
                    let formula = format!("=MAX(0,1-{loss}*MAX(0,[wait]-{free}))");
                    self.formula(&formula, grant.treatment.ask_factor, Format::FinePercent)
                }
            },
            _ => return None,
        })
    }
}

/// What became of a registration, in words.
pub fn request(request: Request) -> String {
    match request {
        Request::NotEligible => say!("not eligible"),
        Request::NotRegistered => say!("not registered"),
        Request::Duplicate => say!("duplicate"),
        Request::NotApproved => say!("not approved"),
        Request::Granted => say!("granted"),
    }
}
