//! Every measure: what it is called, whose it is, and how it is read off an outcome (docs/model.md, "Measures").

use std::ops::Index;

use crate::outcome::{FIELDS, Field, Tally};
use crate::schema::Text;
use crate::schema::value::text;

/// The fields of a trial, or their means over trials, as numbers: cents and pieces.
#[derive(Debug, Clone, Copy)]
pub struct Amounts(pub [f64; FIELDS]);

impl From<&Tally> for Amounts {
    fn from(tally: &Tally) -> Amounts {
        Amounts(tally.0.map(|value| value as f64))
    }
}

impl Index<Field> for Amounts {
    type Output = f64;
    fn index(&self, field: Field) -> &f64 {
        &self.0[field as usize]
    }
}

/// What a measure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Currency units.
    Money,
    /// A fraction.
    Fraction,
    /// Pieces: deals, requests, partners.
    Count,
    /// Working days.
    Days,
    /// An index, 100 without quotations.
    Index,
}

/// Whose a measure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The partners'.
    Partner,
    /// The vendor's.
    Vendor,
    /// The customers'.
    Customer,
    /// The quotation desk's and the like.
    Operations,
}

impl Owner {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Owner::Partner => "partner",
            Owner::Vendor => "vendor",
            Owner::Customer => "customer",
            Owner::Operations => "operations",
        }
    }
}

/// One measure.
#[derive(Debug)]
pub struct Measure {
    /// The id of the JSON and the result.
    pub id: &'static str,
    /// What it is called.
    pub label: Text,
    /// What it is, in a sentence.
    pub help: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Whose it is.
    pub owner: Owner,
    /// Whether its owner wants more of it.
    pub more_is_better: bool,
    /// Whether it is an amount or a count that adds up over rows; ratios do not.
    pub additive: bool,
    /// Reads it off an outcome, in its unit.
    pub read: fn(&Amounts) -> f64,
}

/// Cents to currency units.
const CENTS: f64 = 100.0;

/// A ratio, 0 where there is nothing to divide by.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// The break-even uplift where supported deals earn nothing at all: no number of wins repays the support.
const NEVER_REPAID: f64 = 10.0;

macro_rules! measure {
    ($id:literal, $en:literal, $fr:literal, $help:literal, $unit:ident, $owner:ident, $better:literal, $additive:literal, $read:expr) => {
        Measure {
            id: $id,
            label: text($en, $fr),
            help: $help,
            unit: Unit::$unit,
            owner: Owner::$owner,
            more_is_better: $better,
            additive: $additive,
            read: $read,
        }
    };
}

/// All measures, in the order of the result.
#[rustfmt::skip]
pub static MEASURES: &[Measure] = &[
    measure!("partner_front_margin", "Partner front margin", "Marge avant des partenaires",
        "What customers pay partners less what partners pay for the goods.",
        Money, Partner, true, true, |a| a[Field::FrontMargin] / CENTS),
    measure!("partner_rent", "Partner rent", "Rente des partenaires",
        "The part of the front margin on deals beyond the winner's own need; a reading of the margin, not added to it.",
        Money, Partner, true, true, |a| a[Field::Rent] / CENTS),
    measure!("partner_presales", "Partner pre-sales", "Avant-vente des partenaires",
        "What all bidders spend before the sale.",
        Money, Partner, false, true, |a| a[Field::Presales] / CENTS),
    measure!("partner_presales_wasted", "Wasted pre-sales", "Avant-vente perdue",
        "The part of pre-sales spent by anyone but the winner.",
        Money, Partner, false, true, |a| (a[Field::Presales] - a[Field::WinnersPresales]) / CENTS),
    measure!("partner_net_margin", "Partner net margin", "Marge nette des partenaires",
        "Front margin less pre-sales.",
        Money, Partner, true, true, |a| (a[Field::FrontMargin] - a[Field::Presales]) / CENTS),
    measure!("partner_margin_rate", "Partner net margin rate", "Taux de marge nette",
        "Net margin as a share of what customers pay.",
        Fraction, Partner, true, false, |a| ratio(a[Field::FrontMargin] - a[Field::Presales], a[Field::CustomerSpend])),
    measure!("partner_deal_margin_rate", "Front margin rate on deals", "Taux de marge avant sur affaires",
        "Front margin on deals as a share of what customers pay for them.",
        Fraction, Partner, true, false, |a| ratio(deal_margin(a), deal_spend(a))),
    measure!("partners_worse_off", "Partners worse off", "Partenaires perdants",
        "Partners whose net margin is below the baseline's in the same future.",
        Count, Partner, false, true, |a| a[Field::WorseOff]),
    measure!("vendor_net_revenue", "Vendor net revenue", "Chiffre d'affaires net du constructeur",
        "What partners pay for the goods less what distributors keep.",
        Money, Vendor, true, true, |a| a[Field::NetRevenue] / CENTS),
    measure!("vendor_gross_profit", "Vendor gross profit", "Marge brute du constructeur",
        "Net revenue less cost of goods.",
        Money, Vendor, true, true, |a| a[Field::GrossProfit] / CENTS),
    measure!("vendor_support_cost", "Support paid", "Soutien versé",
        "Extra discounts paid on granted quotations that were won.",
        Money, Vendor, false, true, |a| a[Field::SupportCost] / CENTS),
    measure!("vendor_deadweight", "Deadweight", "Effet d'aubaine",
        "Support paid on deals that partners would have won without it.",
        Money, Vendor, false, true, |a| a[Field::Deadweight] / CENTS),
    measure!("vendor_contribution", "Vendor contribution", "Contribution du constructeur",
        "Gross profit less the cost of the quotation desk.",
        Money, Vendor, true, true, |a| (a[Field::GrossProfit] - a[Field::DeskCost]) / CENTS),
    measure!("break_even_win_uplift", "Break-even uplift of wins", "Hausse de victoires au point mort",
        "How many more supported deals must be won for the support to repay itself; held at 1,000 % where it never does.",
        Fraction, Vendor, false, false, break_even),
    measure!("distributor_margin", "Distributor margin", "Marge des grossistes",
        "What distributors keep.",
        Money, Vendor, false, true, |a| a[Field::DistributorMargin] / CENTS),
    measure!("opportunities", "Opportunities", "Affaires",
        "Opportunities that arrive.",
        Count, Operations, true, true, |a| a[Field::Opportunities]),
    measure!("quotation_requests", "Quotation requests", "Demandes de cotation",
        "Requests that partners make.",
        Count, Operations, true, true, |a| a[Field::Requests]),
    measure!("quotations_granted", "Quotations granted", "Cotations accordées",
        "Requests that are neither duplicates nor refused.",
        Count, Operations, true, true, |a| a[Field::Granted]),
    measure!("quotations_won", "Quotations won", "Cotations gagnées",
        "Granted requests whose deal the vendor won.",
        Count, Vendor, true, true, |a| a[Field::QuotationsWon]),
    measure!("deals_won", "Deals won", "Affaires gagnées",
        "Opportunities that any of the vendor's partners won.",
        Count, Vendor, true, true, |a| a[Field::DealsWon]),
    measure!("win_rate", "Win rate", "Taux de victoire",
        "Deals won as a share of opportunities.",
        Fraction, Vendor, true, false, |a| ratio(a[Field::DealsWon], a[Field::Opportunities])),
    measure!("desk_wait_days", "Wait at the desk", "Attente à la cellule",
        "Mean wait of a request, in working days.",
        Days, Operations, false, false, |a| ratio(a[Field::WaitedMicroDays] / 1e6, a[Field::Requests])),
    measure!("desk_load", "Load of the desk", "Charge de la cellule",
        "Time worked on requests as a share of the time there is.",
        Fraction, Operations, false, false, |a| ratio(a[Field::DeskWork], a[Field::DeskCapacity])),
    measure!("desk_cost", "Cost of the desk", "Coût de la cellule",
        "Hours worked on requests at their cost.",
        Money, Vendor, false, true, |a| a[Field::DeskCost] / CENTS),
    measure!("requests_first_13_days", "Requests in the first 13 days", "Demandes des 13 premiers jours",
        "Requests in the first 13 days of the programme's own rules.",
        Count, Operations, true, true, |a| a[Field::EarlyRequests]),
    measure!("customer_spend", "Customer spend", "Dépense des clients",
        "What customers pay partners.",
        Money, Customer, false, true, |a| a[Field::CustomerSpend] / CENTS),
    measure!("customer_price_index", "Customer price index", "Indice des prix clients",
        "Price of won deals against list, where no quotation at all is 100.",
        Index, Customer, false, false, price_index),
    measure!("pass_through", "Support passed on", "Soutien répercuté",
        "Share of the support that reaches the customer, on deals that are won with and without it.",
        Fraction, Customer, true, false, |a| ratio(a[Field::PriceCut], a[Field::Deadweight])),
];

fn deal_spend(a: &Amounts) -> f64 {
    a[Field::CustomerSpend] - a[Field::RunRateSpend]
}

fn deal_margin(a: &Amounts) -> f64 {
    a[Field::FrontMargin] - a[Field::RunRateMargin]
}

/// With support x of the net price and a margin g before it, wins must rise by g / (g - x) - 1 (docs/model.md,
/// "Known answers"): that is what the support takes over what the supported deals still earn.
fn break_even(a: &Amounts) -> f64 {
    let lost = a[Field::SupportedLoss];
    match a[Field::SupportedProfit] {
        _ if lost == 0.0 => 0.0,
        profit if profit > 0.0 => (lost / profit).min(NEVER_REPAID),
        _ => NEVER_REPAID,
    }
}

fn price_index(a: &Amounts) -> f64 {
    let with = ratio(deal_spend(a), a[Field::ListWon]);
    let without = ratio(a[Field::SpendWithout], a[Field::ListWithout]);
    if without == 0.0 { 100.0 } else { 100.0 * with / without }
}

/// The measure with an id.
pub fn measure(id: &str) -> Option<(usize, &'static Measure)> {
    MEASURES.iter().enumerate().find(|(_, measure)| measure.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts(fields: &[(Field, i64)]) -> Amounts {
        let mut tally = Tally::default();
        for (field, value) in fields {
            tally[*field] = *value;
        }
        Amounts::from(&tally)
    }

    fn read(id: &str, amounts: &Amounts) -> f64 {
        measure(id).map(|(_, measure)| (measure.read)(amounts)).unwrap_or(f64::NAN)
    }

    #[test]
    fn the_break_even_uplift_is_the_published_one() {
        // A margin of 32 % and support of 8 % of the net price need 32 / 24 - 1 = a third more wins: on 100,000 of net
        // price before support, 8,000 are paid and 24,000 still earned.
        let third = amounts(&[(Field::SupportedLoss, 800_000), (Field::SupportedProfit, 2_400_000)]);
        assert!((read("break_even_win_uplift", &third) - 1.0 / 3.0).abs() < 1e-15);
        let lost = amounts(&[(Field::SupportedLoss, 800_000), (Field::SupportedProfit, -1)]);
        assert_eq!(read("break_even_win_uplift", &lost), 10.0);
    }

    #[test]
    fn ratios_of_nothing_are_nothing() {
        let nothing = amounts(&[]);
        for measure in MEASURES {
            let value = (measure.read)(&nothing);
            assert!(value.is_finite(), "{}", measure.id);
        }
        assert_eq!(read("customer_price_index", &nothing), 100.0);
    }

    #[test]
    fn prices_are_compared_by_their_share_of_list() {
        // 78 of 100 with support, 160 of 200 without: 97.5.
        let dearer = amounts(&[
            (Field::CustomerSpend, 178),
            (Field::RunRateSpend, 100),
            (Field::ListWon, 100),
            (Field::SpendWithout, 160),
            (Field::ListWithout, 200),
        ]);
        assert!((read("customer_price_index", &dearer) - 97.5).abs() < 1e-12);
    }
}
