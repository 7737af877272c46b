//! Every measure: what it is called, whose it is, and how it is read off an outcome (docs/model.md, "Measures").

use std::ops::Index;

use crate::outcome::account::{
    Account, CONTRIBUTION, FINANCE_COST, FINANCE_GAIN, NET_MARGIN, PROGRAMME_COST, SERVICE_COST, SERVICE_MARGIN,
};
use crate::outcome::{FIELDS, Field, Tally};
use crate::schema::Text;
use crate::schema::value::text;
use crate::sim::run::Totals;

/// The fields of a trial, or their means over trials, as numbers: cents and pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amounts(pub [f64; FIELDS]);

impl From<&Tally> for Amounts {
    fn from(tally: &Tally) -> Amounts {
        // Every measure of every trial is read from such amounts; `map` goes through an array several times as slowly.
        let mut amounts = [0.0; FIELDS];
        for (amount, value) in amounts.iter_mut().zip(&tally.0) {
            *amount = *value as f64;
        }
        Amounts(amounts)
    }
}

impl Amounts {
    /// An account in currency units.
    pub fn account(&self, account: &Account) -> f64 {
        account.number(|field| self[field]) / CENTS
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
    /// What the result calls it.
    pub fn label(self) -> Text {
        match self {
            Owner::Partner => text("partner", "partenaires"),
            Owner::Vendor => text("vendor", "constructeur"),
            Owner::Customer => text("customer", "clients"),
            Owner::Operations => text("operations", "opérations"),
        }
    }
}

/// How the figures of a measure's rows make its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sums {
    /// They add up.
    Flow,
    /// Over time they run up to it: the figure of a year is where things stand at its end.
    Stock,
    /// They do not: it is a ratio.
    Ratio,
}

/// One measure.
#[derive(Debug)]
pub struct Measure {
    /// The id of the JSON and the result.
    pub id: &'static str,
    /// What it is called.
    pub label: Text,
    /// What it is, in a sentence.
    pub help: Text,
    /// What it is counted in.
    pub unit: Unit,
    /// Whose it is.
    pub owner: Owner,
    /// Whether its owner wants more of it.
    pub more_is_better: bool,
    /// How its rows make its total.
    pub sums: Sums,
    /// Reads it off an outcome, in its unit.
    pub read: fn(&Amounts) -> f64,
}

/// Cents to currency units.
const CENTS: f64 = 100.0;

/// A ratio, 0 where there is nothing to divide by.
pub fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

/// The break-even uplift where supported deals earn nothing at all: no number of wins repays the support.
const NEVER_REPAID: f64 = 10.0;

macro_rules! measure {
    ($id:literal, $en:literal, $fr:literal, $help:literal, $help_fr:literal, $unit:ident, $owner:ident, $better:literal, $sums:ident, $read:expr) => {
        Measure {
            id: $id,
            label: text($en, $fr),
            help: text($help, $help_fr),
            unit: Unit::$unit,
            owner: Owner::$owner,
            more_is_better: $better,
            sums: Sums::$sums,
            read: $read,
        }
    };
}

/// All measures, in the order of the result.
#[rustfmt::skip]
pub static MEASURES: &[Measure] = &[
    measure!("partner_front_margin", "Partner front margin", "Marge avant des partenaires",
        "What customers pay partners less what partners pay for the goods.",
        "Ce que les clients paient aux partenaires, moins ce que les partenaires paient pour les produits.",
        Money, Partner, true, Flow, |a| a[Field::FrontMargin] / CENTS),
    measure!("partner_rent", "Partner rent", "Rente des partenaires",
        "The part of the front margin on deals beyond the winner's own need; a reading of the margin, not added to it.",
        "Part de la marge avant sur affaires au-delà du besoin propre du gagnant\u{a0}; une lecture de la marge, qui \
         ne s'y ajoute pas.",
        Money, Partner, true, Flow, |a| a[Field::Rent] / CENTS),
    measure!("partner_rebates", "Partner back-end", "Remises arrière des partenaires",
        "Back-end rebates, or the payouts of the compensation tracks.",
        "Remises arrière, ou versements des voies de rémunération.",
        Money, Partner, true, Flow, |a| back_end(a) / CENTS),
    measure!("partner_back_end_share", "Back-end share of margin", "Part arrière de la marge",
        "Back-end as a share of front margin and back-end together.",
        "Remises arrière en part de la marge avant et des remises arrière réunies.",
        Fraction, Partner, true, Ratio, |a| ratio(back_end(a), a[Field::FrontMargin] + back_end(a))),
    measure!("partner_service_margin", "Partner service margin", "Marge de services des partenaires",
        "Kick-backs on services sold, and fees for tickets less what the tickets cost the partners.",
        "Rétrocessions sur services vendus, et forfaits de tickets moins ce que les tickets coûtent aux partenaires.",
        Money, Partner, true, Flow, |a| a.account(&SERVICE_MARGIN)),
    measure!("partner_finance_gain", "Partner finance gain", "Gain financier des partenaires",
        "Gain of longer payment terms, of early payment and of deferred payments, at the partners' own cost of money.",
        "Gain des délais de paiement allongés, du paiement anticipé et des paiements différés, au coût de l'argent des \
         partenaires.",
        Money, Partner, true, Flow, |a| a.account(&FINANCE_GAIN)),
    measure!("partner_programme_costs", "Partner programme costs", "Coûts de programme des partenaires",
        "What partners spend on their track, on training and on stretching to a threshold.",
        "Ce que les partenaires dépensent pour leur voie, pour la formation et pour forcer un seuil.",
        Money, Partner, false, Flow,
        |a| (a[Field::TrackCosts] + a[Field::TrainingPartner] + a[Field::StretchCosts]) / CENTS),
    measure!("partner_presales", "Partner pre-sales", "Avant-vente des partenaires",
        "What all bidders spend before the sale.",
        "Ce que tous les soumissionnaires dépensent avant la vente.",
        Money, Partner, false, Flow, |a| a[Field::Presales] / CENTS),
    measure!("partner_presales_wasted", "Wasted pre-sales", "Avant-vente perdue",
        "The part of pre-sales spent by anyone but the winner.",
        "Part de l'avant-vente dépensée par d'autres que le gagnant.",
        Money, Partner, false, Flow, |a| (a[Field::Presales] - a[Field::WinnersPresales]) / CENTS),
    measure!("partner_net_margin", "Partner net margin", "Marge nette des partenaires",
        "Front margin, back-end, service margin and finance gain less pre-sales and what the programme costs partners.",
        "Marge avant, remises arrière, marge de services et gain financier, moins l'avant-vente et ce que le programme \
         coûte aux partenaires.",
        Money, Partner, true, Flow, |a| a.account(&NET_MARGIN)),
    measure!("partner_margin_rate", "Partner net margin rate", "Taux de marge nette",
        "Net margin as a share of what customers pay.",
        "Marge nette en part de ce que paient les clients.",
        Fraction, Partner, true, Ratio, |a| ratio(NET_MARGIN.number(|field| a[field]), a[Field::CustomerSpend])),
    measure!("partner_deal_margin_rate", "Front margin rate on deals", "Taux de marge avant sur affaires",
        "Front margin on deals as a share of what customers pay for them.",
        "Marge avant sur affaires en part de ce que les clients paient pour elles.",
        Fraction, Partner, true, Ratio, |a| ratio(deal_margin(a), deal_spend(a))),
    measure!("partners_worse_off", "Partners worse off", "Partenaires perdants",
        "Partners whose net margin is below the baseline's in the same future.",
        "Partenaires dont la marge nette est inférieure à celle de la référence dans le même futur.",
        Count, Partner, false, Flow, |a| a[Field::WorseOff]),
    measure!("partner_cash_margin", "Partner front margin, as paid", "Marge avant encaissée",
        "Front margin by the day it is paid: contracts pay a part of theirs at signature.",
        "Marge avant au jour où elle est payée\u{a0}: les contrats en paient une partie à la signature.",
        Money, Partner, true, Flow, |a| (a[Field::FrontMargin] + a[Field::MarginAdvanced]) / CENTS),
    measure!("contracts_signed", "Pay-per-use contracts", "Contrats à l'usage",
        "Won deals that became pay-per-use contracts.",
        "Affaires gagnées devenues des contrats à l'usage.",
        Count, Vendor, true, Flow, |a| a[Field::Contracts]),
    measure!("contract_value", "Value of contracts signed", "Valeur des contrats signés",
        "What customers will pay over the first term of the contracts signed.",
        "Ce que les clients paieront sur la première durée des contrats signés.",
        Money, Vendor, true, Flow, |a| a[Field::ContractValue] / CENTS),
    measure!("partner_contract_worth", "Worth of contracts to partners", "Valeur des contrats pour les partenaires",
        "Present value of the partners' margin on the contracts signed, first term.",
        "Valeur actuelle de la marge des partenaires sur les contrats signés, première durée.",
        Money, Partner, true, Flow, |a| a[Field::ContractWorth] / CENTS),
    measure!("vendor_net_revenue", "Vendor net revenue", "Chiffre d'affaires net du constructeur",
        "What partners pay for the goods less what distributors keep.",
        "Ce que les partenaires paient pour les produits, moins ce que gardent les grossistes.",
        Money, Vendor, true, Flow, |a| a[Field::NetRevenue] / CENTS),
    measure!("vendor_gross_profit", "Vendor gross profit", "Marge brute du constructeur",
        "Net revenue less cost of goods.",
        "Chiffre d'affaires net moins le coût des produits.",
        Money, Vendor, true, Flow, |a| a[Field::GrossProfit] / CENTS),
    measure!("vendor_support_cost", "Support paid", "Soutien versé",
        "Extra discounts paid on granted quotations that were won.",
        "Remises supplémentaires versées sur les cotations accordées et gagnées.",
        Money, Vendor, false, Flow, |a| a[Field::SupportCost] / CENTS),
    measure!("vendor_deadweight", "Deadweight", "Effet d'aubaine",
        "Support paid on deals that partners would have won without it.",
        "Soutien versé sur des affaires que les partenaires auraient gagnées sans lui.",
        Money, Vendor, false, Flow, |a| a[Field::Deadweight] / CENTS),
    measure!("vendor_rebate_cost", "Back-end paid", "Remises arrière versées",
        "Back-end rebates, or the payouts of the compensation tracks.",
        "Remises arrière, ou versements des voies de rémunération.",
        Money, Vendor, false, Flow, |a| back_end(a) / CENTS),
    measure!("vendor_programme_cost", "Programme cost", "Coût du programme",
        "Back-end, kick-backs and the vendor's part of training.",
        "Remises arrière, rétrocessions et part du constructeur dans la formation.",
        Money, Vendor, false, Flow, |a| a.account(&PROGRAMME_COST)),
    measure!("vendor_finance_cost", "Finance cost", "Coût financier",
        "What payment terms, early payment and deferred payments cost the vendor, expected credit loss included.",
        "Ce que les délais de paiement, le paiement anticipé et les paiements différés coûtent au constructeur, perte \
         de crédit attendue comprise.",
        Money, Vendor, false, Flow, |a| a.account(&FINANCE_COST)),
    measure!("vendor_receivables", "Receivables left with partners", "Créances laissées aux partenaires",
        "Money that longer payment terms leave with partners, once.",
        "Argent que des délais de paiement allongés laissent une fois aux partenaires.",
        Money, Vendor, false, Stock, |a| a[Field::ReceivableShift] / CENTS),
    measure!("vendor_service_cost", "Service cost", "Coût de service",
        "Fees to partners for tickets, the field force and subcontracted tickets.",
        "Forfaits des partenaires pour les tickets, techniciens d'intervention et tickets sous-traités.",
        Money, Vendor, false, Flow, |a| a.account(&SERVICE_COST)),
    measure!("vendor_contribution", "Vendor contribution", "Contribution du constructeur",
        "Gross profit less programme, finance, service and desk cost.",
        "Marge brute moins les coûts de programme, de financement, de service et de la cellule.",
        Money, Vendor, true, Flow, |a| a.account(&CONTRIBUTION)),
    measure!("break_even_win_uplift", "Break-even uplift of wins", "Hausse de victoires au point mort",
        "How many more supported deals must be won for the support to repay itself; held at 1,000 % where it never \
         does.",
        "Combien d'affaires soutenues de plus il faut gagner pour que le soutien se rembourse\u{a0}; plafonné à 1 \
         000\u{a0}% s'il ne le fait jamais.",
        Fraction, Vendor, false, Ratio, break_even),
    measure!("distributor_margin", "Distributor margin", "Marge des grossistes",
        "What distributors keep.",
        "Ce que gardent les grossistes.",
        Money, Vendor, false, Flow, |a| a[Field::DistributorMargin] / CENTS),
    measure!("savings_gross", "Gross savings", "Économies brutes",
        "What the savings plan spares, and subcontracting that is avoided.",
        "Ce qu'épargne le plan d'économies, et la sous-traitance évitée.",
        Money, Vendor, true, Flow, |a| a[Field::SavingsGross] / CENTS),
    measure!("savings_from_jobs", "Gross savings from jobs", "Économies brutes sur les postes",
        "The part of gross savings that lines of the kind jobs bring.",
        "Part des économies brutes apportée par les lignes de nature postes.",
        Money, Vendor, true, Flow, |a| a[Field::SavingsFromJobs] / CENTS),
    measure!("savings_net", "Net savings", "Économies nettes",
        "Gross savings less what is spent again.",
        "Économies brutes moins ce qui est réinvesti.",
        Money, Vendor, true, Flow, |a| net_savings(a) / CENTS),
    measure!("savings_one_off", "One-off cost of savings", "Coût unique des économies",
        "What the savings cost once.",
        "Ce que les économies coûtent une fois.",
        Money, Vendor, false, Flow, |a| a[Field::SavingsOneOff] / CENTS),
    measure!("savings_cumulative", "Cumulative savings", "Économies cumulées",
        "Net savings less one-off cost since the start.",
        "Économies nettes moins le coût unique, depuis le début.",
        Money, Vendor, true, Stock, |a| (net_savings(a) - a[Field::SavingsOneOff]) / CENTS),
    measure!("savings_exit_run_rate", "Exit run-rate of savings", "Rythme annuel en sortie",
        "What gross savings run at, a year, at the end.",
        "Rythme annuel des économies brutes à la fin.",
        Money, Vendor, true, Stock, |a| a[Field::SavingsExitRunRate] / CENTS),
    measure!("savings_payback_month", "Payback month", "Mois de retour",
        "Month in which cumulative savings have left debt for good; 0 without savings or where they do not in the \
         horizon.",
        "Mois où les économies cumulées quittent définitivement le négatif\u{a0}; 0 sans économies ou si cela n'arrive \
         pas dans l'horizon.",
        Count, Vendor, false, Stock, |a| a[Field::PaybackMonth]),
    measure!("opportunities", "Opportunities", "Affaires",
        "Opportunities that arrive.",
        "Affaires qui se présentent.",
        Count, Operations, true, Flow, |a| a[Field::Opportunities]),
    measure!("quotation_requests", "Quotation requests", "Demandes de cotation",
        "Requests that partners make.",
        "Demandes que font les partenaires.",
        Count, Operations, true, Flow, |a| a[Field::Requests]),
    measure!("quotations_granted", "Quotations granted", "Cotations accordées",
        "Requests that are neither duplicates nor refused.",
        "Demandes qui ne sont ni des doublons ni refusées.",
        Count, Operations, true, Flow, |a| a[Field::Granted]),
    measure!("quotations_won", "Quotations won", "Cotations gagnées",
        "Granted requests whose deal the vendor won.",
        "Demandes accordées dont le constructeur a gagné l'affaire.",
        Count, Vendor, true, Flow, |a| a[Field::QuotationsWon]),
    measure!("deals_won", "Deals won", "Affaires gagnées",
        "Opportunities that any of the vendor's partners won.",
        "Affaires gagnées par l'un des partenaires du constructeur.",
        Count, Vendor, true, Flow, |a| a[Field::DealsWon]),
    measure!("win_rate", "Win rate", "Taux de victoire",
        "Deals won as a share of opportunities.",
        "Affaires gagnées en part des affaires.",
        Fraction, Vendor, true, Ratio, |a| ratio(a[Field::DealsWon], a[Field::Opportunities])),
    measure!("desk_wait_days", "Wait at the desk", "Attente à la cellule",
        "Mean wait of a request, in working days.",
        "Attente moyenne d'une demande, en jours ouvrés.",
        Days, Operations, false, Ratio, |a| ratio(a[Field::WaitedMicroDays] / 1e6, a[Field::Requests])),
    measure!("desk_load", "Load of the desk", "Charge de la cellule",
        "Time worked on requests as a share of the time there is.",
        "Temps passé sur les demandes en part du temps disponible.",
        Fraction, Operations, false, Ratio, |a| ratio(a[Field::DeskWork], a[Field::DeskCapacity])),
    measure!("desk_cost", "Cost of the desk", "Coût de la cellule",
        "Hours worked on requests at their cost.",
        "Heures passées sur les demandes, à leur coût.",
        Money, Vendor, false, Flow, |a| a[Field::DeskCost] / CENTS),
    measure!("requests_first_13_days", "Requests in the first 13 days", "Demandes des 13 premiers jours",
        "Requests in the first 13 days of the programme's own rules.",
        "Demandes des 13 premiers jours des règles propres du programme.",
        Count, Operations, true, Flow, |a| a[Field::EarlyRequests]),
    measure!("partners_promoted", "Partners promoted", "Partenaires promus",
        "Partners that rose to a higher level at a year's end.",
        "Partenaires montés à un niveau supérieur en fin d'exercice.",
        Count, Partner, true, Flow, |a| a[Field::Promoted]),
    measure!("partners_demoted", "Partners demoted", "Partenaires déclassés",
        "Partners that fell to a lower level at a year's end.",
        "Partenaires descendus à un niveau inférieur en fin d'exercice.",
        Count, Partner, false, Flow, |a| a[Field::Demoted]),
    measure!("partners_saved_by_suspension", "Partners saved by suspension", "Partenaires sauvés par la suspension",
        "Partners that kept a higher level only because thresholds were suspended for the next year.",
        "Partenaires qui n'ont gardé un niveau supérieur que parce que les seuils étaient suspendus l'exercice suivant.",
        Count, Partner, true, Flow, |a| a[Field::Saved]),
    measure!("partners_free_riding", "Partners riding free", "Partenaires passagers clandestins",
        "Partners that held a level through a suspended year and missed its threshold in it.",
        "Partenaires qui ont gardé un niveau durant un exercice suspendu et en ont manqué le seuil.",
        Count, Vendor, false, Flow, |a| a[Field::FreeRiders]),
    measure!("free_rider_rebates", "Back-end of free riders", "Remises des passagers clandestins",
        "Back-end paid to partners for a suspended year whose threshold they missed.",
        "Remises arrière versées aux partenaires pour un exercice suspendu dont ils ont manqué le seuil.",
        Money, Vendor, false, Flow, |a| a[Field::FreeRiderRebates] / CENTS),
    measure!("cliff_cost", "Cost of crossing thresholds", "Coût du franchissement des seuils",
        "What the vendor would pay a year more if every partner near a threshold crossed it, added over the year ends.",
        "Ce que le constructeur paierait de plus par an si tous les partenaires proches d'un seuil le franchissaient, \
         cumulé sur les fins d'exercice.",
        Money, Vendor, false, Flow, |a| a[Field::CliffCost] / CENTS),
    measure!("service_eligible_partners", "Partners that may sell services", "Partenaires éligibles aux services",
        "Partners whose service sales reach the threshold.",
        "Partenaires dont les ventes de services atteignent le seuil.",
        Count, Operations, true, Stock, |a| a[Field::ServiceEligible]),
    measure!("tickets_inhouse", "Tickets in-house", "Tickets en interne",
        "Tickets that the vendor's field force takes.",
        "Tickets pris par les techniciens du constructeur.",
        Count, Operations, true, Flow, |a| a[Field::TicketsInHouse]),
    measure!("tickets_partner", "Tickets by partners", "Tickets par partenaires",
        "Tickets that delivering partners take.",
        "Tickets pris par les partenaires qui délivrent.",
        Count, Operations, true, Flow, |a| a[Field::TicketsPartner]),
    measure!("tickets_subcontracted", "Tickets subcontracted", "Tickets sous-traités",
        "Tickets that subcontractors take.",
        "Tickets pris par des sous-traitants.",
        Count, Operations, false, Flow, |a| a[Field::TicketsSubcontracted]),
    measure!("cost_per_ticket", "Cost per ticket", "Coût par ticket",
        "Service cost divided by the number of tickets.",
        "Coût de service divisé par le nombre de tickets.",
        Money, Operations, false, Ratio,
        |a| ratio(SERVICE_COST.number(|field| a[field]) / CENTS, a[Field::Tickets])),
    measure!("service_level", "Service level", "Niveau de service",
        "Share of tickets that did not find the field force busy.",
        "Part des tickets qui n'ont pas trouvé les techniciens occupés.",
        Fraction, Operations, true, Ratio,
        |a| if a[Field::Tickets] == 0.0 { 0.0 } else { 1.0 - a[Field::TicketsOverflow] / a[Field::Tickets] }),
    measure!("customer_spend", "Customer spend", "Dépense des clients",
        "What customers pay partners.",
        "Ce que les clients paient aux partenaires.",
        Money, Customer, false, Flow, |a| a[Field::CustomerSpend] / CENTS),
    measure!("customer_price_index", "Customer price index", "Indice des prix clients",
        "Price of won deals against list, where no quotation at all is 100.",
        "Prix des affaires gagnées rapporté au catalogue, où l'absence de toute cotation vaut 100.",
        Index, Customer, false, Ratio, price_index),
    measure!("pass_through", "Support passed on", "Soutien répercuté",
        "Share of the support that reaches the customer, on deals that are won with and without it.",
        "Part du soutien qui atteint le client, sur les affaires gagnées avec et sans lui.",
        Fraction, Customer, true, Ratio, |a| ratio(a[Field::PriceCut], a[Field::Deadweight])),
];

fn back_end(a: &Amounts) -> f64 {
    a[Field::Rebates] + a[Field::TrackPayouts]
}

fn net_savings(a: &Amounts) -> f64 {
    a[Field::SavingsGross] - a[Field::SavingsReinvested]
}

fn deal_spend(a: &Amounts) -> f64 {
    a[Field::CustomerSpend] - a[Field::RunRateSpend] - a[Field::ServiceSpend]
}

/// Price of won deals, those that became contracts included.
fn price_of_won(a: &Amounts) -> f64 {
    deal_spend(a) - a[Field::ContractSpend] + a[Field::ContractPrice]
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
    let with = ratio(price_of_won(a), a[Field::ListWon]);
    let without = ratio(a[Field::PriceWithout], a[Field::ListWithout]);
    if without == 0.0 { 100.0 } else { 100.0 * with / without }
}

/// The measure with an id.
pub fn measure(id: &str) -> Option<(usize, &'static Measure)> {
    MEASURES.iter().enumerate().find(|(_, measure)| measure.id == id)
}

/// The value of a measure in a trial of a programme: by place among [`MEASURES`], and after them the partners at each
/// level, the lowest first.
pub fn value(place: usize, totals: &Totals, trial: usize, programme: usize) -> f64 {
    match MEASURES.get(place) {
        Some(measure) => (measure.read)(&Amounts::from(totals.total(trial, programme))),
        None => f64::from(totals.held(trial, programme)[place - MEASURES.len()]),
    }
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
            (Field::PriceWithout, 160),
            (Field::ListWithout, 200),
        ]);
        assert!((read("customer_price_index", &dearer) - 97.5).abs() < 1e-12);
    }
}
