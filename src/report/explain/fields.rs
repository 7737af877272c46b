//! What the fields of a tally are called, and which of them a measure reads.

use crate::measures::{Amounts, Measure, Sums};
use crate::outcome::{Field, Tally};
use crate::report::explain::money;
use crate::report::words::count;
use crate::schema::Text;
use crate::schema::value::text;

/// What a field is called within a line.
pub fn label(field: Field) -> Text {
    use Field::*;
    match field {
        CustomerSpend => text("what customers pay", "ce que paient les clients"),
        FrontMargin => text("front margin", "marge avant"),
        DistributorMargin => text("distributor margin", "marge des grossistes"),
        NetRevenue => text("vendor's net revenue", "chiffre d'affaires net du constructeur"),
        DealsWon => text("deals won", "affaires gagnées"),
        Presales => text("pre-sales", "avant-vente"),
        SupportCost => text("support paid", "soutien versé"),
        QuotationsWon => text("quotations won", "cotations gagnées"),
        Opportunities => text("opportunities", "affaires"),
        Requests => text("requests", "demandes"),
        Granted => text("granted requests", "demandes accordées"),
        ContractSpend => text("billed on contracts", "facturé sur contrats"),
        ContractMargin => text("margin on contracts", "marge sur contrats"),
        ContractPurchases => text("purchases for contracts, whole terms", "achats pour contrats, durées entières"),
        ContractPrice => text("price of deals that became contracts", "prix des affaires devenues contrats"),
        OutrightMargin => text(
            "margin that those deals would have brought outright",
            "marge que ces affaires auraient rapportée en vente ferme",
        ),
        Rent => text("rent", "rente"),
        GrossProfit => text("vendor's gross profit", "marge brute du constructeur"),
        ListWon => text("list value of won deals", "montant catalogue des affaires gagnées"),
        WinnersPresales => text("winners' pre-sales", "avant-vente des gagnants"),
        Deadweight => text("deadweight", "effet d'aubaine"),
        PriceCut => text("support passed on to customers", "soutien répercuté aux clients"),
        SupportedProfit => text("gross profit of supported deals", "marge brute des affaires soutenues"),
        SupportedLoss => text(
            "gross profit that support cost at the same deals",
            "marge brute que le soutien a coûtée sur ces affaires",
        ),
        PriceWithout => {
            text("price of won deals without any quotation", "prix des affaires gagnées sans aucune cotation")
        }
        ListWithout => text(
            "list value of deals won without any quotation",
            "montant catalogue des affaires gagnées sans aucune cotation",
        ),
        EarlyRequests => text("requests of the first 13 days", "demandes des 13 premiers jours"),
        Contracts => text("pay-per-use contracts", "contrats à l'usage"),
        ContractValue => text("value of contracts signed", "valeur des contrats signés"),
        ContractWorth => text("worth of contracts to partners", "valeur des contrats pour les partenaires"),
        MarginAdvanced => text("margin paid ahead", "marge versée d'avance"),
        RunRateSpend => text("what customers pay outside deals", "ce que paient les clients hors affaires"),
        RunRateMargin => text("front margin outside deals", "marge avant hors affaires"),
        ServiceSpend => text("what customers pay for services", "ce que paient les clients pour les services"),
        Rebates => text("back-end rebates", "remises arrière"),
        TrackPayouts => text("payouts of tracks", "versements des voies"),
        LegacyRebates => text("rebates of the old model", "remises de l'ancien modèle"),
        TrackCosts => text("cost of being in a track", "coût de la voie"),
        TermsGain => text("gain of longer terms", "gain des délais allongés"),
        TermsCapital => text("vendor's cost of longer terms", "coût des délais allongés pour le constructeur"),
        CreditLoss => text("expected credit loss", "perte de crédit attendue"),
        ReceivableShift => text("receivables left with partners", "créances laissées aux partenaires"),
        EarlyDiscounts => text("discounts for paying early", "escomptes pour paiement anticipé"),
        EarlyPartnerCapital => text("partners' cost of paying early", "coût du paiement anticipé pour les partenaires"),
        EarlyVendorCapital => {
            text("what being paid early spares the vendor", "ce que le paiement anticipé épargne au constructeur")
        }
        FinancingGain => text("gain of deferred payments", "gain des paiements différés"),
        FinancingCost => text("vendor's cost of deferred payments", "coût des paiements différés pour le constructeur"),
        Kickbacks => text("kick-backs", "rétrocessions"),
        ServiceGoods => text("cost of services sold", "coût des services vendus"),
        TrainingVendor => text("training, vendor's part", "formation, part du constructeur"),
        TrainingPartner => text("training, partners' part", "formation, part des partenaires"),
        TicketFees => text("fees for tickets", "forfaits de tickets"),
        TicketCosts => text("partners' cost of tickets", "coût des tickets pour les partenaires"),
        FieldCost => text("cost of the field force", "coût des techniciens"),
        SubcontractCost => text("price of subcontracted tickets", "prix des tickets sous-traités"),
        Tickets => text("tickets", "tickets"),
        TicketsPartner => text("tickets by partners", "tickets pris par les partenaires"),
        TicketsInHouse => text("tickets in-house", "tickets en interne"),
        TicketsSubcontracted => text("tickets subcontracted", "tickets sous-traités"),
        TicketsHandedBack => text("tickets handed back", "tickets rendus"),
        TicketsLate => text("late tickets", "tickets en retard"),
        TicketsOverflow => {
            text("tickets that found the field force busy", "tickets qui ont trouvé les techniciens occupés")
        }
        ServiceEligible => text("partners that may sell services", "partenaires éligibles aux services"),
        StretchPurchases => text("purchases added to reach a threshold", "achats ajoutés pour atteindre un seuil"),
        StretchCosts => text("cost of stretching to a threshold", "coût du forçage de seuil"),
        Held => text("partners at the level", "partenaires au niveau"),
        Promoted => text("partners that rose", "partenaires promus"),
        Demoted => text("partners that fell", "partenaires déclassés"),
        Saved => text("partners saved by suspension", "partenaires sauvés par la suspension"),
        FreeRiders => text("partners riding free", "partenaires passagers clandestins"),
        FreeRiderRebates => text("back-end of free riders", "remises arrière des passagers clandestins"),
        CliffCost => text("cost of crossing thresholds", "coût du franchissement des seuils"),
        SavingsGross => text("gross savings", "économies brutes"),
        SavingsFromJobs => text("gross savings from jobs", "économies brutes sur les postes"),
        SavingsReinvested => text("savings spent again", "économies réinvesties"),
        SavingsOneOff => text("one-off cost of savings", "coût unique des économies"),
        SavingsExitRunRate => text("exit run-rate of savings", "rythme annuel des économies en sortie"),
        PaybackMonth => text("payback month", "mois de retour"),
        DeskCost => text("cost of the desk", "coût de la cellule"),
        DeskWork => text("thousandths of a minute worked at the desk", "millièmes de minute passés à la cellule"),
        DeskCapacity => {
            text("thousandths of a minute the desk can work", "millièmes de minute disponibles à la cellule")
        }
        WaitedMicroDays => text("millionths of a working day waited", "millionièmes de jour ouvré d'attente"),
        WorseOff => text("partners below the baseline", "partenaires sous la référence"),
    }
}

/// The amount of a field of a tally, in currency units or pieces.
pub fn shown(field: Field, tally: &Tally) -> String {
    if is_pieces(field) { count(tally[field] as f64) } else { money(tally.money(field)) }
}

/// Whether a field counts pieces: deals, partners, tickets, time.
fn is_pieces(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        DealsWon
            | QuotationsWon
            | Opportunities
            | Requests
            | Granted
            | EarlyRequests
            | Contracts
            | Tickets
            | TicketsPartner
            | TicketsInHouse
            | TicketsSubcontracted
            | TicketsHandedBack
            | TicketsLate
            | TicketsOverflow
            | ServiceEligible
            | Held
            | Promoted
            | Demoted
            | Saved
            | FreeRiders
            | PaybackMonth
            | DeskWork
            | DeskCapacity
            | WaitedMicroDays
            | WorseOff
    )
}

/// The fields that a measure reads and that hold something, as they stand in a tally: each with its sign where the measure
/// is a sum of fields, and with 0 where it is not.
///
/// They are found by asking the measure, so that no list beside it can go stale: a field is read if the measure has another
/// value without it.
pub fn read(measure: &Measure, tally: &Tally) -> Vec<(i8, Field)> {
    let all = Amounts::from(tally);
    let value = (measure.read)(&all);
    let without = |field: Field| {
        let mut others = all;
        others.0[field as usize] = 0.0;
        (measure.read)(&others)
    };
    let held = Field::ALL.iter().copied().filter(|field| tally[*field] != 0);
    held.filter(|field| without(*field) != value).map(|field| (sign(measure, field), field)).collect()
}

/// How a field counts in a measure: 1 or -1 in a sum, 0 in a ratio.
fn sign(measure: &Measure, field: Field) -> i8 {
    let mut alone = Tally::default();
    alone[field] = 1;
    match measure.sums {
        Sums::Ratio => 0,
        Sums::Flow | Sums::Stock => (measure.read)(&Amounts::from(&alone)).signum() as i8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{MEASURES, measure};
    use crate::outcome::{FIELDS, Totals};

    #[test]
    fn measures_that_are_no_ratios_are_sums_of_fields() {
        for measure in MEASURES.iter().filter(|measure| measure.sums != Sums::Ratio) {
            // A different amount in each field, so that no two make up for each other.
            let mut tally = Tally::default();
            Field::ALL.iter().zip(1..).for_each(|(field, at)| tally[*field] = 1_000 * at * at);
            let parts = read(measure, &tally);
            let sum: i64 = parts.iter().map(|(sign, field)| i64::from(*sign) * tally[*field]).sum();
            let money = parts.iter().filter(|(_, field)| !is_pieces(*field)).count();
            let value = (measure.read)(&Amounts::from(&tally));
            assert!(money == 0 || money == parts.len(), "{}", measure.id);
            assert_eq!(value, if money == 0 { sum as f64 } else { sum as f64 / 100.0 }, "{}", measure.id);
        }
    }

    #[test]
    fn the_fields_of_a_measure_are_those_that_its_definition_names() {
        let mut tally = Totals([7; FIELDS]);
        tally[Field::TrackPayouts] = 0;
        let fields = |id: &str| measure(id).map(|(_, measure)| read(measure, &tally)).unwrap_or_default();
        assert_eq!(fields("partner_presales_wasted"), [(1, Field::Presales), (-1, Field::WinnersPresales)]);
        assert_eq!(fields("partner_rebates"), [(1, Field::Rebates)], "a field that holds nothing is left out");
        assert_eq!(fields("win_rate"), [(0, Field::DealsWon), (0, Field::Opportunities)]);
    }

    #[test]
    fn amounts_and_pieces_are_told_apart() {
        let tally = Totals([123_456; FIELDS]);
        assert_eq!([Field::Rebates, Field::DealsWon].map(|field| shown(field, &tally)), ["1,234.56", "123,456"]);
    }
}
