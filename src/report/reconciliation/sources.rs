//! Where a gain of partners comes from: accounts whose differences add up to it.

use crate::measures::Amounts;
use crate::outcome::Field;
use crate::outcome::account::{Account, CONTRIBUTION, MONEY_GAP, NET_MARGIN, RESOURCES};
use crate::schema::Text;
use crate::schema::value::text;

/// What customers pay, as an account.
const SPEND: Account = Account(&[(1, Field::CustomerSpend)]);
/// What distributors keep.
const DISTRIBUTORS: Account = Account(&[(1, Field::DistributorMargin)]);

/// What goods cost the vendor.
const GOODS_COST: Account = Account(&[(1, Field::NetRevenue), (-1, Field::GrossProfit)]);

/// A flow between vendor and partners: an income of one and a cost of the other.
pub const TRANSFERS: [(Text, Text, Account); 5] = [
    (PAID, text("Rebates", "Remises"), Account(&[(1, Field::Rebates)])),
    (PAID, text("Payouts of tracks", "Versements des voies"), Account(&[(1, Field::TrackPayouts)])),
    (PAID, text("Kick-backs on services", "Rétrocessions sur services"), Account(&[(1, Field::Kickbacks)])),
    (PAID, text("Fees for tickets", "Forfaits de tickets"), Account(&[(1, Field::TicketFees)])),
    (
        PAID,
        text("Discounts for early payment", "Escomptes pour paiement anticipé"),
        Account(&[(1, Field::EarlyDiscounts)]),
    ),
];
const PAID: Text = text("Vendor to partners", "Du constructeur aux partenaires");

/// What a real saving and the cost of money are made of.
pub const PARTS: [(Text, Text, Account); 17] = [
    (GOODS, text("Cost of goods", "Coût des produits"), GOODS_COST),
    (WORK, text("Pre-sales", "Avant-vente"), Account(&[(1, Field::Presales)])),
    (WORK, text("Quotation desk", "Cellule de cotation"), Account(&[(1, Field::DeskCost)])),
    (WORK, text("Being on a track", "Coût d'une voie"), Account(&[(1, Field::TrackCosts)])),
    (
        WORK,
        text("Training paid by the vendor", "Formation payée par le constructeur"),
        Account(&[(1, Field::TrainingVendor)]),
    ),
    (
        WORK,
        text("Training paid by partners", "Formation payée par les partenaires"),
        Account(&[(1, Field::TrainingPartner)]),
    ),
    (WORK, text("Tickets taken by partners", "Tickets pris par les partenaires"), Account(&[(1, Field::TicketCosts)])),
    (WORK, text("Field force", "Techniciens d'intervention"), Account(&[(1, Field::FieldCost)])),
    (WORK, text("Subcontracted tickets", "Tickets sous-traités"), Account(&[(1, Field::SubcontractCost)])),
    (WORK, text("Stretching to a threshold", "Forçage vers un seuil"), Account(&[(1, Field::StretchCosts)])),
    (
        MONEY,
        text("Longer terms, vendor's money", "Délais allongés, argent du constructeur"),
        Account(&[(1, Field::TermsCapital)]),
    ),
    (
        MONEY,
        text("Longer terms, partners' money", "Délais allongés, argent des partenaires"),
        Account(&[(-1, Field::TermsGain)]),
    ),
    (MONEY, text("Loss on credit", "Perte de crédit"), Account(&[(1, Field::CreditLoss)])),
    (
        MONEY,
        text("Early payment, vendor's money", "Paiement anticipé, argent du constructeur"),
        Account(&[(-1, Field::EarlyVendorCapital)]),
    ),
    (
        MONEY,
        text("Early payment, partners' money", "Paiement anticipé, argent des partenaires"),
        Account(&[(1, Field::EarlyPartnerCapital)]),
    ),
    (
        MONEY,
        text("Financing, vendor's cost", "Financement, coût du constructeur"),
        Account(&[(1, Field::FinancingCost)]),
    ),
    (
        MONEY,
        text("Financing, partners' gain", "Financement, gain des partenaires"),
        Account(&[(-1, Field::FinancingGain)]),
    ),
];
const GOODS: Text = text("Goods", "Produits");
const WORK: Text = text("Work", "Travail");
const MONEY: Text = text("Cost of money", "Coût de l'argent");

/// Where the gain of partners comes from, in currency units: each a difference with the baseline, a plus for what adds
/// to the gain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sources {
    /// What partners gain: the difference of their net margin.
    pub gain: f64,
    /// What the vendor gives: its contribution falls by it.
    pub vendor: f64,
    /// What customers pay more.
    pub customers: f64,
    /// What distributors keep less.
    pub distributors: f64,
    /// What goods cost less, mostly because fewer are sold.
    pub goods: f64,
    /// Work that is spent less: a real saving.
    pub saved: f64,
    /// What the same money costs less in all, losses on credit included.
    pub money: f64,
}

impl Sources {
    /// The sources of a programme's gain against a baseline.
    pub fn of(own: &Amounts, baseline: &Amounts) -> Sources {
        let more = |account: &Account| own.account(account) - baseline.account(account);
        let less = |account: &Account| baseline.account(account) - own.account(account);
        Sources {
            gain: more(&NET_MARGIN),
            vendor: less(&CONTRIBUTION),
            customers: more(&SPEND),
            distributors: less(&DISTRIBUTORS),
            goods: less(&GOODS_COST),
            saved: less(&RESOURCES) - less(&GOODS_COST),
            money: less(&MONEY_GAP),
        }
    }

    /// All sources together.
    pub fn sum(&self) -> f64 {
        self.vendor + self.customers + self.distributors + self.goods + self.saved + self.money
    }

    /// What the sources leave unexplained, to the cent: 0, unless a flow is counted on one side only.
    pub fn residual(&self) -> f64 {
        ((self.gain - self.sum()) * 100.0).round() / 100.0 + 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Tally;

    fn amounts(fields: &[(Field, i64)]) -> Amounts {
        let mut tally = Tally::default();
        for (field, cents) in fields {
            tally[*field] = *cents;
        }
        Amounts::from(&tally)
    }

    const NOTHING: Sources =
        Sources { gain: 0.0, vendor: 0.0, customers: 0.0, distributors: 0.0, goods: 0.0, saved: 0.0, money: 0.0 };

    /// Customers pay 1,000 for goods that cost 600: partners keep 100, the distributor 50, the vendor 850 - 600 = 250.
    fn before() -> Amounts {
        amounts(&[
            (Field::CustomerSpend, 100_000),
            (Field::FrontMargin, 10_000),
            (Field::DistributorMargin, 5_000),
            (Field::NetRevenue, 85_000),
            (Field::GrossProfit, 25_000),
            (Field::Presales, 2_000),
        ])
    }

    #[test]
    fn a_rebate_comes_from_the_vendor_alone() {
        let mut after = before();
        after.0[Field::Rebates as usize] = 3_000.0;
        let of = Sources::of(&after, &before());
        assert_eq!(of, Sources { gain: 30.0, vendor: 30.0, ..NOTHING });
        assert_eq!(of.residual(), 0.0);
    }

    #[test]
    fn a_gain_is_traced_to_all_its_sources() {
        // Customers pay 40 more, the distributor keeps 10 less, partners spend 5 less before sales; the vendor lends at
        // a cost of 8 what is worth 6 to partners: 100 - 20 becomes 150 - 15 + 6, a gain of 61.
        let after = amounts(&[
            (Field::CustomerSpend, 104_000),
            (Field::FrontMargin, 15_000),
            (Field::DistributorMargin, 4_000),
            (Field::NetRevenue, 85_000),
            (Field::GrossProfit, 25_000),
            (Field::Presales, 1_500),
            (Field::TermsCapital, 800),
            (Field::TermsGain, 600),
        ]);
        let of = Sources::of(&after, &before());
        let expected = Sources {
            gain: 61.0,
            vendor: 8.0,
            customers: 40.0,
            distributors: 10.0,
            saved: 5.0,
            money: -2.0,
            ..NOTHING
        };
        assert_eq!(of, expected);
        assert_eq!((of.sum(), of.residual()), (61.0, 0.0));
    }

    #[test]
    fn a_flow_with_one_end_leaves_a_residual() {
        // Front margin that no customer paid.
        let mut after = before();
        after.0[Field::FrontMargin as usize] = 10_100.0;
        assert_eq!(Sources::of(&after, &before()).residual(), 1.0);
    }

    #[test]
    fn the_parts_make_the_accounts() {
        for field in Field::ALL {
            let one = |other: Field| i64::from(other as usize == *field as usize);
            let parts = |groups: &[Text]| -> i64 {
                PARTS.iter().filter(|part| groups.contains(&part.0)).map(|part| part.2.whole(one)).sum()
            };
            assert_eq!(parts(&[GOODS, WORK]), RESOURCES.whole(one), "{field:?}");
            assert_eq!(parts(&[MONEY]), MONEY_GAP.whole(one), "{field:?}");
        }
    }
}
