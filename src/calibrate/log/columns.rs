//! The columns of a log of past opportunities.

use crate::schema::value::text;
use crate::schema::{Kind, Text};
use crate::units::Money;

/// A column of the log.
#[derive(Debug)]
pub struct LogColumn {
    /// The key, which is also the English heading.
    pub key: &'static str,
    /// What it is called; both are accepted as headings.
    pub label: Text,
    /// What stands in it, in a sentence.
    pub help: Text,
    /// What is allowed.
    pub kind: Kind,
    /// When the heading or a cell may be left out.
    pub need: Need,
}

/// What must be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Every cell.
    Cells,
    /// The heading; a blank cell means something.
    Heading,
    /// Nothing: the column only says more about the log.
    Nothing,
}

const AMOUNT: Kind = Kind::Money { min: Money::from_units(1), max: Money::from_units(5_000_000_000) };

/// The columns, in the order in which they are read.
pub static COLUMNS: [LogColumn; 12] = [
    LogColumn {
        key: "date",
        label: text("Date", "Date"),
        help: text("Day on which the opportunity arose.", "Jour où l'affaire est apparue."),
        kind: Kind::Date,
        need: Need::Cells,
    },
    LogColumn {
        key: "account",
        label: text("Account", "Compte"),
        help: text("The customer.", "Le client."),
        kind: Kind::Name,
        need: Need::Nothing,
    },
    LogColumn {
        key: "last_order",
        label: text("Last order", "Dernière commande"),
        help: text(
            "Day of the account's last order before; blank for a new account.",
            "Jour de la dernière commande du compte ; vide pour un nouveau compte.",
        ),
        kind: Kind::Date,
        need: Need::Heading,
    },
    LogColumn {
        key: "segment",
        label: text("Segment", "Segment"),
        help: text("Market segment.", "Segment de marché."),
        kind: Kind::Name,
        need: Need::Cells,
    },
    LogColumn {
        key: "list_value",
        label: text("List value", "Montant catalogue"),
        help: text("Value of the deal at list prices.", "Montant de l'affaire au prix catalogue."),
        kind: AMOUNT,
        need: Need::Cells,
    },
    LogColumn {
        key: "partner",
        label: text("Partner", "Partenaire"),
        help: text("The partner that found it.", "Le partenaire qui l'a apportée."),
        kind: Kind::Name,
        need: Need::Nothing,
    },
    LogColumn {
        key: "level",
        label: text("Level", "Niveau"),
        help: text("Level that this partner held.", "Niveau de ce partenaire à cette date."),
        kind: Kind::Level,
        need: Need::Cells,
    },
    LogColumn {
        key: "bidders",
        label: text("Bidders", "Candidats"),
        help: text(
            "How many of the vendor's partners bid, the one that found it included.",
            "Nombre de partenaires candidats, apporteur compris.",
        ),
        kind: Kind::Count { min: 1, max: 1_000 },
        need: Need::Cells,
    },
    LogColumn {
        key: "requested",
        label: text("Requested", "Demandée"),
        help: text("Whether a quotation was requested.", "Si une cotation a été demandée."),
        kind: Kind::YesNo,
        need: Need::Cells,
    },
    LogColumn {
        key: "granted",
        label: text("Granted", "Accordée"),
        help: text("Whether the quotation was granted.", "Si la cotation a été accordée."),
        kind: Kind::YesNo,
        need: Need::Cells,
    },
    LogColumn {
        key: "price",
        label: text("Price", "Prix"),
        help: text(
            "What the customer paid the partner that won; blank if the deal was lost.",
            "Ce que le client a payé au partenaire gagnant ; vide si l'affaire est perdue.",
        ),
        kind: AMOUNT,
        need: Need::Heading,
    },
    LogColumn {
        key: "won",
        label: text("Won", "Gagnée"),
        help: text(
            "Whether one of the vendor's partners won the deal.",
            "Si un partenaire du constructeur a gagné l'affaire.",
        ),
        kind: Kind::YesNo,
        need: Need::Cells,
    },
];

pub(super) const DATE: usize = 0;
pub(super) const ACCOUNT: usize = 1;
pub(super) const LAST_ORDER: usize = 2;
pub(super) const SEGMENT: usize = 3;
pub(super) const LIST: usize = 4;
pub(super) const PARTNER: usize = 5;
pub(super) const LEVEL: usize = 6;
pub(super) const BIDDERS: usize = 7;
pub(super) const REQUESTED: usize = 8;
pub(super) const GRANTED: usize = 9;
pub(super) const PRICE: usize = 10;
pub(super) const WON: usize = 11;
