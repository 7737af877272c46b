//! Parameters of pay-per-use (docs/model.md, "Pay-per-use").

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::programme::CountsAs;
use crate::units::Rate;

/// What counts for levels, by key.
pub const COUNTS_AS: &[Choice] = &[
    Choice { key: "tcv", label: text("whole contract", "contrat entier") },
    Choice { key: "billings", label: text("monthly billings", "facturation mensuelle") },
];

/// Which deals move, and the contract they become.
pub static PAY_PER_USE: Group = Group {
    title: text("Pay-per-use", "Paiement à l'usage"),
    parameters: &[
        Parameter {
            key: "aas.share_start",
            label: text("Deals moved at the start", "Affaires basculées au début"),
            help: text(
                "Share of won deals that become pay-per-use contracts when the rules begin.",
                "Part des affaires gagnées qui deviennent des contrats à l'usage au début des règles.",
            ),
            unit: text("% of won deals", "% des affaires gagnées"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text("not used", "non utilisé"),
            get: |p| Value::Rate(p.pay_per_use.share_start),
            set: |p, v| p.pay_per_use.share_start = v.rate(),
        },
        Parameter {
            key: "aas.share_end",
            label: text("Deals moved at the end of the ramp", "Affaires basculées en fin de montée"),
            help: text(
                "Share of won deals that become pay-per-use contracts once the ramp is over.",
                "Part des affaires gagnées qui deviennent des contrats à l'usage après la montée.",
            ),
            unit: text("% of won deals", "% des affaires gagnées"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text(
                "not used; 3 to 30 % in year 3 (chosen)",
                "non utilisé\u{a0}; 3 à 30\u{a0}% en année 3 (choisi)",
            ),
            get: |p| Value::Rate(p.pay_per_use.share_end),
            set: |p, v| p.pay_per_use.share_end = v.rate(),
        },
        Parameter {
            key: "aas.ramp_months",
            label: text("Months of ramp", "Mois de montée"),
            help: text(
                "Months from the first share to the last, evenly; 0 is at once.",
                "Mois de la première part à la dernière, régulièrement ; 0 : d'un coup.",
            ),
            unit: text("months", "mois"),
            kind: Kind::Number { min: 0.0, max: 600.0 },
            default: Value::Number(36.0),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Number(p.pay_per_use.ramp_months),
            set: |p, v| p.pay_per_use.ramp_months = v.number(),
        },
        Parameter {
            key: "aas.term_years",
            label: text("Term of a contract", "Durée d'un contrat"),
            help: text("Years over which a contract is paid.", "Années sur lesquelles un contrat est payé."),
            unit: text("years", "ans"),
            kind: Kind::Count { min: 1, max: 5 },
            default: Value::Count(4),
            basis: Basis::Assumption,
            source: text("3 to 5 (chosen)", "3 à 5 (choisi)"),
            get: |p| Value::Count(p.pay_per_use.term_years),
            set: |p, v| p.pay_per_use.term_years = v.count(),
        },
        Parameter {
            key: "aas.uplift",
            label: text("Contract above the price", "Supplément du contrat"),
            help: text(
                "What a contract is worth above the price of the deal sold at once.",
                "Ce que vaut un contrat de plus que le prix de l'affaire vendue comptant.",
            ),
            unit: text("% of the price", "% du prix"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(2_000) },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.pay_per_use.uplift),
            set: |p, v| p.pay_per_use.uplift = v.rate(),
        },
        Parameter {
            key: "aas.partner_margin",
            label: text("Partner's margin on a contract", "Marge du partenaire sur un contrat"),
            help: text(
                "Takes the place of the margin that the auction left.",
                "Remplace la marge laissée par l'enchère.",
            ),
            unit: text("% of the contract", "% du contrat"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) },
            default: Value::Rate(Rate::per_mille(280)),
            basis: Basis::Assumption,
            source: text(
                "25 to 30 % against 18 to 20 % on a sale (trade press)",
                "25 à 30\u{a0}% contre 18 à 20\u{a0}% sur une vente (presse spécialisée)",
            ),
            get: |p| Value::Rate(p.pay_per_use.partner_margin),
            set: |p, v| p.pay_per_use.partner_margin = v.rate(),
        },
        Parameter {
            key: "aas.upfront",
            label: text("Paid to the partner at signing", "Versé au partenaire à la signature"),
            help: text(
                "Part of the contract, out of the partner's margin; moves cash, not income.",
                "Part du contrat, prise sur la marge du partenaire ; décale la trésorerie, pas le résultat.",
            ),
            unit: text("% of the contract", "% du contrat"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) },
            default: Value::Rate(Rate::per_mille(170)),
            basis: Basis::Assumption,
            source: text(
                "recalled from the trade press, not confirmed",
                "de mémoire, d'après la presse spécialisée, non confirmé",
            ),
            get: |p| Value::Rate(p.pay_per_use.upfront),
            set: |p, v| p.pay_per_use.upfront = v.rate(),
        },
        Parameter {
            key: "aas.renewal",
            label: text("Contracts renewed", "Contrats renouvelés"),
            help: text(
                "Chance that a contract is renewed for another term each time that it ends.",
                "Probabilité qu'un contrat soit renouvelé pour une durée égale à chaque échéance.",
            ),
            unit: text("% of contracts", "% des contrats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(900)),
            basis: Basis::Fact,
            source: text(
                "90 % as a vendor states it (trade press)",
                "90\u{a0}% selon un constructeur (presse spécialisée)",
            ),
            get: |p| Value::Rate(p.pay_per_use.renewal),
            set: |p, v| p.pay_per_use.renewal = v.rate(),
        },
        Parameter {
            key: "aas.marketplace_share",
            label: text("Contracts through marketplaces", "Contrats via places de marché"),
            help: text(
                "Share of contracts that go through a distributor's marketplace.",
                "Part des contrats qui passent par la place de marché d'un grossiste.",
            ),
            unit: text("% of contracts", "% des contrats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(500)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.pay_per_use.marketplace_share),
            set: |p, v| p.pay_per_use.marketplace_share = v.rate(),
        },
        Parameter {
            key: "aas.marketplace_fee",
            label: text("Marketplace fee", "Commission de place de marché"),
            help: text(
                "What the distributor keeps of a contract through its marketplace.",
                "Part d'un contrat que garde le grossiste sur sa place de marché.",
            ),
            unit: text("% of the contract", "% du contrat"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(300) },
            default: Value::Rate(Rate::per_mille(30)),
            basis: Basis::Assumption,
            source: text("1 to 8 % (chosen)", "1 à 8\u{a0}% (choisi)"),
            get: |p| Value::Rate(p.pay_per_use.marketplace_fee),
            set: |p, v| p.pay_per_use.marketplace_fee = v.rate(),
        },
        Parameter {
            key: "aas.counts_as",
            label: text("What counts for levels", "Ce qui compte pour les niveaux"),
            help: text(
                "Whether a contract counts whole at signing or month by month as it is billed.",
                "Un contrat compte-t-il en entier à la signature ou mois par mois, à la facturation ?",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(COUNTS_AS),
            default: Value::Choice("tcv"),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Choice(if p.pay_per_use.counts_as == CountsAs::Billings { "billings" } else { "tcv" }),
            set: |p, v| {
                p.pay_per_use.counts_as = if v.choice() == "billings" { CountsAs::Billings } else { CountsAs::Tcv }
            },
        },
    ],
};
