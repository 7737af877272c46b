//! What must hold in every trial, to the cent (docs/model.md, "What must hold").

use std::fmt;

use crate::outcome::account::NET_MARGIN;
use crate::outcome::{Business, Dimension, Field, PARTNER_DEAL_FIELDS, PartnerContracts, Shape, Tally, sum};
use crate::plan::Plans;
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
use crate::sim::trial::{ChainState, PlanState};
use crate::units::{Money, column};

/// The identities that are checked, as the Checks sheet names them.
pub const CHECKS: &[Text] = &[
    text(
        "customer spend = partner front margin + distributor margin + vendor net revenue, in every row",
        "dépense des clients = marge avant des partenaires + marge des grossistes + chiffre d'affaires net du \
         constructeur, dans chaque ligne",
    ),
    text("the rows of every breakdown add up to the total", "les lignes de chaque ventilation s'additionnent au total"),
    text(
        "deals by partner add up to the total of deals",
        "les affaires par partenaire s'additionnent au total des affaires",
    ),
    text(
        "net margins of all partners add up to the partners' net margin",
        "les marges nettes de tous les partenaires s'additionnent à la marge nette des partenaires",
    ),
    text(
        "granted <= requested <= opportunities, and deals won <= opportunities",
        "accordées <= demandées <= affaires, et affaires gagnées <= affaires",
    ),
    text("every partner holds exactly one level", "chaque partenaire détient exactement un niveau"),
    text(
        "budget-neutral payouts cost exactly what the rebates would",
        "les versements à budget constant coûtent exactement ce que coûteraient les remises",
    ),
    text(
        "the baseline played again gives the baseline, to the cent",
        "la référence simulée de nouveau donne la référence, au centime près",
    ),
];

/// An identity that a trial broke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFailed {
    /// The trial, from 0.
    pub trial: usize,
    /// The plan, 0 for the baseline.
    pub plan: usize,
    /// What does not hold.
    pub check: Text,
}

impl CheckFailed {
    /// A check that failed.
    pub fn new(trial: usize, plan: usize, check: Text) -> CheckFailed {
        CheckFailed { trial, plan, check }
    }
}

impl fmt::Display for CheckFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!(
            "a conservation check failed in trial {trial} of programme {programme}: {check}",
            trial = self.trial + 1,
            programme = self.plan,
            check = self.check.said()
        ))
    }
}

impl std::error::Error for CheckFailed {}

/// Checks a trial of all plans; `totals` are those of their rows by month.
///
/// # Errors
/// The first identity that does not hold.
pub fn trial(
    plans: &Plans,
    trial: usize,
    (states, totals): (&[PlanState], &[Tally]),
    chains: &[ChainState],
) -> Result<(), CheckFailed> {
    // The partners that meet no deals are the same of every plan with the same year-end rules.
    let others: Vec<Money> = chains.iter().map(|chain| column::sum(&chain.roll.net)).collect();
    for (plan, (state, all)) in states.iter().zip(totals).enumerate() {
        let failed = |check: usize| Err(CheckFailed::new(trial, plan, CHECKS[check]));
        let shape = &plans.shape;
        if !state.rows.iter().all(spend_is_shared_out) {
            return failed(0);
        }
        let beside_months = [Dimension::Level, Dimension::Segment, Dimension::Business];
        if !beside_months.iter().all(|dimension| sum(&state.rows[shape.rows(*dimension)]) == *all) {
            return failed(1);
        }
        if !deals_add_up(shape, state) {
            return failed(2);
        }
        let rules = &plans.plans[plan];
        let by_partner = column::sum(&state.roll.net).wrapping_add(others[rules.chain]);
        if by_partner.minor() != NET_MARGIN.whole(|field| all[field]) {
            return failed(3);
        }
        let (requests, granted) = (all[Field::Requests], all[Field::Granted]);
        let opportunities = all[Field::Opportunities];
        if granted > requests || requests > opportunities || all[Field::DealsWon] > opportunities {
            return failed(4);
        }
        if all[Field::Held] != plans.members.len() as i64 {
            return failed(5);
        }
        let neutral = |office: usize| plans.offices[office].pays_neutral();
        let chain = &plans.chains[rules.chain];
        if neutral(chain.own) && all[Field::TrackPayouts] != all[Field::LegacyRebates] && chain.from == 0 {
            return failed(6);
        }
    }
    match (states.first(), states.last()) {
        (Some(first), Some(replay)) if first.rows != replay.rows || first.roll.net != replay.roll.net => {
            Err(CheckFailed::new(trial, states.len() - 1, CHECKS[7]))
        }
        _ => Ok(()),
    }
}

fn spend_is_shared_out(tally: &Tally) -> bool {
    tally.money(Field::CustomerSpend)
        == tally.money(Field::FrontMargin) + tally.money(Field::DistributorMargin) + tally.money(Field::NetRevenue)
}

/// Everything of a deal belongs to some partner.
fn deals_add_up(shape: &Shape, state: &PlanState) -> bool {
    let mut deals = Tally::default();
    for business in [Business::Opportunities, Business::Launch] {
        deals += &state.rows[shape.row(Dimension::Business, business as usize)];
    }
    state.by_partner.0 == deals.0[..PARTNER_DEAL_FIELDS] && state.contracts_by_partner == PartnerContracts::of(&deals)
}

#[cfg(test)]
mod tests;
