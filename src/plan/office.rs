//! The rules that settle a fiscal year with partners: trade, rebates or tracks, payment terms, services and levels.

use crate::model::behaviour::{Response, Stretch};
use crate::model::cliff::Cliffs;
use crate::model::field::FieldRules;
use crate::model::financing::FinancingRules;
use crate::model::indicators::{PartnerYear, Scorecard};
use crate::model::levels::Ladder;
use crate::model::population::{Columns, Member, key};
use crate::model::rebates::RebateRules;
use crate::model::run_rate::{RunRate, Season};
use crate::model::services::{ServicePartners, ServiceRules, ServiceYear, capability, standings, tickets_up_to};
use crate::model::terms::TermsRules;
use crate::model::tracks::TrackRules;
use crate::programme::{CompensationModel, CountsAs, Programme};
use crate::units::Money;

/// The year-end rules of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// Its run-rate demand, by place.
    pub demand: usize,
    /// How a year is spread over its months.
    pub season: Season,
    /// What run-rate purchases are sold for and cost.
    pub run_rate: RunRate,
    /// Who holds which level.
    pub ladder: Ladder,
    /// Whether nobody falls for revenue, by fiscal year; one year more than a horizon has.
    pub suspended: [bool; 6],
    /// Back-end rebates.
    pub rebates: RebateRules,
    /// What stands at a threshold; none where tracks pay, so that no rebate does.
    pub cliffs: Option<Cliffs>,
    /// Payment terms.
    pub terms: TermsRules,
    /// What each partner gains a year by deferred payments, and what that costs the vendor; empty where nothing is
    /// financed.
    pub financing: Vec<(Money, Money)>,
    /// Compensation by tracks, where that is the model.
    pub tracks: Option<TrackSystem>,
    /// Services, where there are any.
    pub services: Option<ServiceSystem>,
    /// How partners stretch to reach a threshold, if they do.
    pub stretch: Option<Stretch>,
    /// What of won deals counts for levels, indicators and tracks.
    pub counting: Counting,
}

/// What of won deals counts for levels, indicators and tracks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    /// Whether won deals count at all.
    pub deals: bool,
    /// What a contract counts for.
    pub contracts: Contracts,
}

/// What a pay-per-use contract counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contracts {
    /// As the deal would have counted if it had been sold outright.
    Outright,
    /// The whole contract when it is signed.
    Whole,
    /// What is billed.
    Billed,
}

/// Compensation by tracks.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackSystem {
    /// The tracks.
    pub rules: TrackRules,
    /// How many there are.
    pub tracks: usize,
    /// The indicators.
    pub card: Scorecard,
    /// Whether payouts are scaled to what the rebates would cost.
    pub neutral: bool,
    /// The track of each partner, by place: where it does not share its data, and where it does.
    pub of_partner: Vec<[u8; 2]>,
}

/// The services programme and the field force.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceSystem {
    /// The partners that may sell services, by place, and what their year brings.
    pub sellers: Vec<(usize, ServiceYear)>,
    /// How far up the service levels each partner stands, 0 to 1.
    pub capability: Vec<f64>,
    /// Whether each partner meets the need for services of a track.
    pub serves: Vec<bool>,
    /// Share of the partners' tickets that falls to those up to each partner, by place.
    pub tickets_up_to: Vec<f64>,
    /// Tickets and who takes them.
    pub field: FieldRules,
    /// What keys the draws of each class of tickets.
    pub classes: Vec<u64>,
}

impl Office {
    /// The rules of a programme, in the answer that people give to it.
    pub fn new(
        programme: &Programme,
        response: &Response,
        demand: usize,
        (members, columns): (&[Member], &Columns),
    ) -> Office {
        let mut suspended = [false; 6];
        for year in &programme.years {
            suspended[(year.year - 1) as usize] = year.thresholds_suspended;
        }
        let services = service_system(programme, columns);
        Office {
            demand,
            season: Season::new(programme),
            run_rate: RunRate::new(programme),
            ladder: Ladder::new(programme),
            suspended,
            rebates: RebateRules::new(programme),
            cliffs: (programme.compensation.model == CompensationModel::Legacy).then(|| Cliffs::new(programme)),
            terms: TermsRules::new(programme),
            financing: financed(&FinancingRules::new(programme), members),
            tracks: track_system(programme, response, members, services.as_ref()),
            services,
            stretch: response.stretch,
            counting: Counting {
                deals: programme.links.quotations_levels,
                contracts: match programme.pay_per_use.counts_as {
                    _ if !programme.links.aas_levels => Contracts::Outright,
                    CountsAs::Tcv => Contracts::Whole,
                    CountsAs::Billings => Contracts::Billed,
                },
            },
        }
    }

    /// Whether what a partner is paid depends on what all others are.
    pub fn pays_neutral(&self) -> bool {
        self.tracks.as_ref().is_some_and(|tracks| tracks.neutral)
    }
}

/// The financed amount is shared by purchases, each partner gaining at its own cost of money.
fn financed(rules: &FinancingRules, members: &[Member]) -> Vec<(Money, Money)> {
    if rules.none() {
        return Vec::new();
    }
    let all: f64 = members.iter().map(|member| member.purchases.minor() as f64).sum();
    let share = |member: &Member| if all > 0.0 { member.purchases.minor() as f64 / all } else { 0.0 };
    members
        .iter()
        .map(|member| {
            let financed = Money::round_minor(rules.financed().minor() as f64 * share(member));
            (rules.partner_gain(financed, member.cost_of_capital), rules.vendor_cost(financed))
        })
        .collect()
}

fn track_system(
    programme: &Programme,
    response: &Response,
    members: &[Member],
    services: Option<&ServiceSystem>,
) -> Option<TrackSystem> {
    if programme.compensation.model == CompensationModel::Legacy {
        return None;
    }
    let rules = TrackRules::new(programme);
    let card = Scorecard::new(programme, programme.links.service_indicator);
    let rebates = RebateRules::new(programme);
    let track = |(place, member): (usize, &Member), shares_data: bool| {
        let serves = services.map_or(member.delivers_services, |services| services.serves[place]);
        if response.track_choice {
            let capability = services.map_or(0.0, |services| services.capability[place]);
            let score = card.expected_score(&expected_year(&rebates, member.purchases, capability));
            return rules.choose(member.purchases, score, serves, shares_data);
        }
        rules.held(rules.index(&member.track).unwrap_or(0), serves, shares_data)
    };
    let of_partner =
        members.iter().enumerate().map(|member| [false, true].map(|shares| track(member, shares) as u8)).collect();
    Some(TrackSystem { tracks: programme.tracks.len(), neutral: rules.budget_neutral, of_partner, card, rules })
}

/// The year a partner expects when it chooses a track: its entered purchases, no deals.
fn expected_year(rebates: &RebateRules, purchases: Money, service_capability: f64) -> PartnerYear {
    PartnerYear {
        service_capability,
        purchases,
        entered: purchases,
        run_rate: purchases,
        target: rebates.target(purchases),
        ..PartnerYear::default()
    }
}

fn service_system(programme: &Programme, partners: &Columns) -> Option<ServiceSystem> {
    let (sales, delivers) = (&partners.service_sales, &partners.delivers_services);
    if !partners.sell_services && FieldRules::new(programme, 0, 0).is_none() {
        return None;
    }
    let standings = standings(programme, sales, delivers);
    let rows = programme.service_levels.len();
    let partners = ServicePartners::count(&standings, rows);
    let field = FieldRules::new(programme, partners.delivering, partners.experts);
    if partners.eligible == 0 && field.is_none() {
        return None;
    }
    let rules = ServiceRules::new(programme);
    let sellers = standings.iter().zip(sales).enumerate().filter(|(_, (standing, _))| standing.is_some());
    let linked = programme.links.service_indicator;
    let served = |(standing, delivers): (&Option<u8>, &bool)| match linked {
        true => standing.is_some_and(|level| level > 0),
        false => *delivers,
    };
    Some(ServiceSystem {
        sellers: sellers.map(|(member, (standing, sales))| (member, rules.year(*standing, *sales))).collect(),
        capability: standings.iter().map(|level| capability(*level, rows)).collect(),
        serves: standings.iter().zip(delivers).map(served).collect(),
        tickets_up_to: tickets_up_to(&standings, sales),
        field,
        classes: programme.ticket_classes.iter().map(|class| key(&class.class)).collect(),
    })
}
