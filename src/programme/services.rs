//! The services programme and the vendor's own field force, as a workbook says them.

use crate::units::{Money, Rate};

/// One level of the services programme, such as seller, delivery or expert.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServiceLevel {
    /// Name.
    pub level: String,
    /// Most partners that may hold this level or a higher one; 0 is no limit.
    pub partners: i64,
    /// What the vendor pays back of a partner's service sales.
    pub kickback: Rate,
    /// What a year's training of a partner of the level costs, whoever pays it.
    pub training_cost: Money,
}

/// A class of tickets by complexity, and the routes it may take.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TicketClass {
    /// Name.
    pub class: String,
    /// Share of all tickets.
    pub share: Rate,
    /// Minutes on site of one ticket.
    pub minutes: f64,
    /// Whether delivering partners may take it.
    pub partner: bool,
    /// Whether the vendor's own technicians may take it.
    pub in_house: bool,
    /// Whether subcontractors may take it.
    pub subcontract: bool,
}

/// Who sells the vendor's services, and what they cost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Services {
    /// Service sales a year from which a partner is in the programme.
    pub threshold: Money,
    /// Vendor's cost of the services sold, of service sales.
    pub unit_cost: Rate,
    /// Share of the training cost that the vendor pays.
    pub training_share: Rate,
}

/// Tickets, and what delivering partners take of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tickets {
    /// Expected tickets a year; 0 is no field service at all.
    pub per_year: f64,
    /// Share of the tickets open to partners that they take.
    pub partner_share: Rate,
    /// Share of what they took that they hand back.
    pub partner_handback: Rate,
    /// What the vendor pays a partner for a ticket.
    pub partner_fee: Money,
    /// What a ticket costs the partner that delivers it.
    pub partner_cost: Money,
}

/// The vendor's own technicians.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Field {
    /// People employed already.
    pub staff: i64,
    /// People added; all of them work on site.
    pub new_staff: i64,
    /// Share of `staff` that works on site.
    pub share_on_site: Rate,
    /// Calls a technician makes on a day in use, at the mean length of a ticket.
    pub calls_per_day: f64,
    /// Working days a year.
    pub days: f64,
    /// Share of their days that technicians are in use.
    pub utilisation: Rate,
    /// Loaded cost of a person a year.
    pub cost: Money,
}

/// Subcontractors.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Subcontract {
    /// What a ticket costs at a subcontractor.
    pub price: Money,
}

/// Contracts that prevent tickets, carried by expert partners.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preventive {
    /// Expert partners it takes to serve the whole coverage; 0 is none.
    pub partners: i64,
    /// Share of the tickets at customers that such a contract covers.
    pub coverage: Rate,
    /// Share of the covered tickets that are prevented.
    pub ticket_cut: Rate,
}
