//! A partner programme: the full set of parameters of the baseline or of a scenario, typed and in the field's
//! terms. What each one means, its range and its default are declared once, in [`crate::schema`].

use crate::units::{Money, Rate};

pub mod behaviour;
pub mod compensation;
pub mod levels;
pub mod pay_per_use;
pub mod savings;
pub mod services;
pub mod terms;

pub use behaviour::{Behaviour, Links, Readings};
pub use compensation::{Compensation, CompensationModel, Indicator, Track};
pub use levels::{LevelRules, RateBy, RebateBasis, Rebates};
pub use pay_per_use::{CountsAs, PayPerUse};
pub use savings::{Coverage, Savings, SavingsKind, SavingsLine};
pub use services::{Field, Preventive, ServiceLevel, Services, Subcontract, TicketClass, Tickets};
pub use terms::{Financing, Terms};

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
    pub levels: Vec<Level>,
    /// Partners listed by name.
    pub partners: Vec<Partner>,
    /// Partners given as groups.
    pub groups: Vec<PartnerGroup>,
    /// Market segments.
    pub segments: Vec<Segment>,
    /// Levels of the services programme, lowest first.
    pub service_levels: Vec<ServiceLevel>,
    /// Classes of tickets by complexity.
    pub ticket_classes: Vec<TicketClass>,
    /// Tracks of the compensation model, the one open to all first.
    pub tracks: Vec<Track>,
    /// Indicators of the score.
    pub indicators: Vec<Indicator>,
    /// Lines of the savings plan.
    pub savings_lines: Vec<SavingsLine>,
    /// Fiscal years.
    pub years: Vec<Year>,
    /// Months of the fiscal year.
    pub seasonality: Vec<Season>,
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

/// The two languages of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// Who gets support on a granted request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Regime {
    /// Nobody: there are no quotations.
    #[default]
    None,
    /// The registered partner alone; rivals may stay out.
    Restricted,
    /// Every bidder, the originator a little more.
    Open,
}

/// Who may register which opportunities (docs/model.md, "Eligibility and requests").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Registration {
    /// Who gets support.
    pub regime: Regime,
    /// Lowest level that may register.
    pub min_level: String,
    /// Smallest list value that may be registered.
    pub min_deal: Money,
    /// Months without an order after which an installed account counts as new.
    pub lookback_months: f64,
    /// Whether installed accounts may be registered whatever they ordered.
    pub installed_base: bool,
    /// Share of eligible opportunities whose originator registers.
    pub propensity: Rate,
    /// Share of requests lost as duplicates.
    pub conflict_rate: Rate,
    /// Share of the other requests that are approved.
    pub approval_rate: Rate,
}

/// What a granted quotation gives and for how long.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quotation {
    /// Support of the registered partner under `restricted`, of list.
    pub support: Rate,
    /// Support of every bidder under `open`, of list.
    pub open_support: Rate,
    /// What the originator gets more under `open`, of list.
    pub originator_topup: Rate,
    /// Yearly support budget; zero is none.
    pub budget: Money,
    /// Days a grant protects.
    pub protection_days: f64,
    /// Share of grants that are extended when they run out.
    pub extension_rate: Rate,
    /// Mean days from opportunity to order.
    pub cycle_days: f64,
}

/// How bidders come to a deal and what they ask.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bidding {
    /// Share of rivals that stay out of a protected deal.
    pub drop_out: Rate,
    /// Width of bidders' own cost-and-margin need, of list.
    pub cost_spread: Rate,
    /// Mean months between orders of an installed account.
    pub months_between_orders: f64,
    /// How strongly a partner's size brings it opportunities.
    pub size_elasticity: f64,
    /// Lowest initial level of the partners that meet opportunities.
    pub pool_level: String,
}

/// What bidders spend on an opportunity before the sale.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Presales {
    /// Fixed spending of the originator.
    pub originator: Money,
    /// Spending of the originator as a share of list.
    pub originator_rate: Rate,
    /// Spending of each bidding rival.
    pub rival: Money,
}

/// The desk that reviews requests.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Desk {
    /// People on the desk.
    pub reviewers: i64,
    /// Minutes one request takes.
    pub minutes_per_request: f64,
    /// Hours a day each person reviews.
    pub hours_per_day: f64,
    /// Cost of an hour of review.
    pub hourly_cost: Money,
    /// Days of wait that cost nothing.
    pub free_days: f64,
    /// What each further day takes off the competing vendor's ask on granted deals.
    pub win_loss_per_day: Rate,
}

/// Requests that waited for a rule (docs/model.md, "Launch").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Launch {
    /// Expected number of extra requests.
    pub backlog: f64,
    /// Day of the horizon, from 0, on which they start to come.
    pub day: f64,
    /// Days in which half of what is left comes.
    pub half_life_days: f64,
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

/// What is said of a partner, or of each partner of a group, besides its purchases.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartnerTraits {
    /// Initial level.
    pub level: String,
    /// Certifications held.
    pub certifications: i64,
    /// Cost of capital a year.
    pub cost_of_capital: Rate,
    /// Whether it delivers services.
    pub delivers_services: bool,
    /// Whether it shares data with the vendor.
    pub shares_data: bool,
    /// Compensation track; blank is the first.
    pub compensation_track: String,
}

/// A partner given by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Partner {
    /// Identifier, unique.
    pub id: String,
    /// Name for display.
    pub name: String,
    /// Annual run-rate purchases.
    pub purchases: Money,
    /// Annual service sales.
    pub service_sales: Money,
    /// The rest.
    pub traits: PartnerTraits,
}

/// A number of partners whose sizes follow a distribution.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartnerGroup {
    /// Name; partner i of it is called `<name> 001`.
    pub name: String,
    /// How many partners.
    pub count: i64,
    /// Distribution of annual run-rate purchases.
    pub purchases: SizeDistribution,
    /// Distribution of annual service sales.
    pub services: SizeDistribution,
    /// The rest.
    pub traits: PartnerTraits,
}

/// Distribution of an amount over the partners of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SizeDistribution {
    /// Shape.
    pub family: SizeFamily,
    /// The amount (fixed), the least (uniform, pareto) or the median (lognormal).
    pub low: Money,
    /// The most; zero is no limit where the family allows it.
    pub high: Money,
    /// Tail index (pareto) or sigma (lognormal).
    pub shape: f64,
}

/// Families of [`SizeDistribution`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SizeFamily {
    /// All the same.
    #[default]
    Fixed,
    /// Even between low and high.
    Uniform,
    /// Pareto from low, truncated at high.
    Pareto,
    /// Log-normal around the median low, truncated at high if given.
    Lognormal,
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
