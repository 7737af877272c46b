//! A partner programme: the full set of parameters of the baseline or of a scenario, typed and in the field's
//! terms. What each one means, its range and its default are declared once, in [`crate::schema`].

use crate::language::Language;
use crate::units::{Money, Rate};

pub mod behaviour;
pub mod compensation;
pub mod levels;
pub mod partners;
pub mod pay_per_use;
pub mod quotations;
mod rows;
pub mod savings;
pub mod services;
pub mod terms;
pub mod uncertainty;

pub use behaviour::{Behaviour, Links, Readings};
pub use compensation::{Compensation, CompensationModel, Indicator, Track};
pub use levels::{LevelRules, RateBy, RebateBasis, Rebates};
pub use partners::{Partner, PartnerGroup, PartnerTraits, SizeDistribution, SizeFamily};
pub use pay_per_use::{CountsAs, PayPerUse};
pub use quotations::{Bidding, Desk, Launch, Presales, Quotation, Regime, Registration};
pub use rows::Rows;
pub use savings::{Coverage, Savings, SavingsKind, SavingsLine};
pub use services::{Field, Preventive, ServiceLevel, Services, Subcontract, TicketClass, Tickets};
pub use terms::{Financing, Terms};
pub use uncertainty::{Correlating, Sampling, Tails, UncertaintySettings};

/// A full set of parameters. A scenario is the baseline's with named edits.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Programme {
    /// How the simulation is run; the same for every scenario.
    pub settings: Settings,
    /// First month, from 1, in which a scenario's own rules hold.
    pub from_month: i64,
    /// Requests expected a year at cruising speed if every deal were eligible (docs/model.md, "Arrivals").
    pub expected_per_year: f64,
    /// Who may register what.
    pub registration: Registration,
    /// What a granted quotation gives.
    pub quotation: Quotation,
    /// How rivals and the originator come to a deal and bid.
    pub bidding: Bidding,
    /// What bidders spend before the sale.
    pub presales: Presales,
    /// The vendor's quotation desk.
    pub desk: Desk,
    /// Requests released when a scenario opens new eligibility.
    pub launch: Launch,
    /// What distributors keep.
    pub distribution: Distribution,
    /// Business outside quotations.
    pub run_rate: RunRate,
    /// How levels are held.
    pub level_rules: LevelRules,
    /// Back-end rebates.
    pub rebates: Rebates,
    /// Payment terms.
    pub terms: Terms,
    /// Contracts with deferred payments.
    pub financing: Financing,
    /// Who sells the vendor's services, and what they cost.
    pub services: Services,
    /// Tickets, and what delivering partners take of them.
    pub tickets: Tickets,
    /// The vendor's own technicians.
    pub field: Field,
    /// Subcontractors of the field force.
    pub subcontract: Subcontract,
    /// Contracts that prevent tickets.
    pub preventive: Preventive,
    /// How partners are paid for performance.
    pub compensation: Compensation,
    /// What holds for the whole savings plan.
    pub savings: Savings,
    /// Managers who look after partners.
    pub coverage: Coverage,
    /// Deals that are paid as they are used.
    pub pay_per_use: PayPerUse,
    /// How people respond to the rules.
    pub behaviour: Behaviour,
    /// Which systems act on each other.
    pub links: Links,
    /// Levels, lowest first.
    pub levels: Rows<Level>,
    /// Partners listed by name.
    pub partners: Rows<Partner>,
    /// Partners given as groups.
    pub groups: Rows<PartnerGroup>,
    /// Market segments.
    pub segments: Rows<Segment>,
    /// Levels of the services programme, lowest first.
    pub service_levels: Rows<ServiceLevel>,
    /// Classes of tickets by complexity.
    pub ticket_classes: Rows<TicketClass>,
    /// Tracks of the compensation model, the one open to all first.
    pub tracks: Rows<Track>,
    /// Indicators of the score.
    pub indicators: Rows<Indicator>,
    /// Lines of the savings plan.
    pub savings_lines: Rows<SavingsLine>,
    /// Fiscal years.
    pub years: Rows<Year>,
    /// Months of the fiscal year.
    pub seasonality: Rows<Season>,
}

impl Programme {
    /// The weight of each month of the fiscal year; a month that is not listed weighs 1.
    pub fn season_weights(&self) -> [f64; 12] {
        let mut weights = [1.0; 12];
        for season in &self.seasonality {
            weights[(season.month - 1) as usize] = season.weight;
        }
        weights
    }

    /// How many partners there are: those by name and those of the groups.
    pub fn partner_count(&self) -> i64 {
        self.groups.iter().map(|group| group.count).sum::<i64>() + self.partners.len() as i64
    }
}

impl Distribution {
    /// What distributors keep of all purchases.
    pub fn of_all_purchases(&self) -> Rate {
        self.margin.of(self.share)
    }
}

/// How the simulation is run.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// Number of trials.
    pub trials: i64,
    /// Seed of every draw.
    pub seed: i64,
    /// First day of fiscal year 1.
    pub start: Date,
    /// Horizon in months, 12 to 60.
    pub months: i64,
    /// What a later payment loses a year in present values.
    pub discount_rate: Rate,
    /// ISO code of the currency.
    pub currency: String,
    /// Language of what is written.
    pub language: Language,
    /// With or without people's responses.
    pub readings: Readings,
    /// How uncertain inputs are sampled, and when a run has played enough.
    pub uncertainty: UncertaintySettings,
}

/// A calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Date {
    /// Year, such as 2017.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

/// Distributors between vendor and partners.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distribution {
    /// What a distributor keeps of the purchase price.
    pub margin: Rate,
    /// Share of purchases that go through distributors.
    pub share: Rate,
}

/// Business outside quotations.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RunRate {
    /// Vendor's cost of goods, of purchases.
    pub unit_cost: Rate,
    /// Standard deviation of the yearly shock all partners share (of the logarithm).
    pub common_sd: f64,
    /// Standard deviation of each partner's own yearly shock (of the logarithm).
    pub own_sd: f64,
}

/// One level of the programme.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Level {
    /// Name.
    pub name: String,
    /// Trailing 12-month purchases it takes.
    pub threshold: Money,
    /// Certifications it takes.
    pub certifications: i64,
    /// Discount off list.
    pub base_discount: Rate,
    /// Back-end rate on purchases.
    pub rebate: Rate,
    /// Margin on run-rate sales.
    pub run_rate_margin: Rate,
}

/// A market segment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Segment {
    /// Name.
    pub name: String,
    /// Share of opportunities.
    pub share: Rate,
    /// Share of its deals on newest technology.
    pub new_generation: Rate,
    /// Share of its deals at new accounts.
    pub new_account: Rate,
    /// Median list value.
    pub deal_median: Money,
    /// Sigma of the logarithm of list value.
    pub deal_sigma: f64,
    /// Mean number of rivals.
    pub rivals_mean: f64,
    /// Mean of the competing vendor's ask, of list.
    pub rival_price_mean: Rate,
    /// Its standard deviation, of list.
    pub rival_price_sd: Rate,
    /// Vendor's cost, of list.
    pub unit_cost: Rate,
    /// What installed customers accept more.
    pub loyalty: Rate,
}

/// A fiscal year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Year {
    /// Number, from 1.
    pub year: i64,
    /// Mean change of run-rate purchases against `purchases`.
    pub demand_change: Rate,
    /// Whether nobody falls for missing the revenue threshold.
    pub thresholds_suspended: bool,
}

/// A month of the fiscal year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Season {
    /// Month of the fiscal year, 1 to 12.
    pub month: i64,
    /// Weight of the month; only the proportions count.
    pub weight: f64,
}
