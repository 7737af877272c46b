//! Terms that are made of others, by formula.

use crate::model::market::Market;
use crate::programme::{Programme, Regime};
use crate::report::ledger::terms::{Side, Term, Terms};
use crate::report::{Cell, Format};
use crate::say;
use crate::schema::{self, Value};
use crate::study::audit::Audit;

/// Adds them.
pub fn add(terms: &mut Terms, audit: &Audit) {
    let mut found = vec![
        term(terms, audit, "support_first", say!("Support of a registered originator"), support_of_originator),
        term(terms, audit, "support_rivals", say!("Support of its rivals"), support_of_rivals),
        term(terms, audit, "distribution", say!("Distributor margin on all purchases"), distribution),
    ];
    let label = say!("Left of the competing offer by coverage and effort");
    let attention =
        term(terms, audit, "attention", label, |_, _, _, market| Cell::Figure(market.ask_factor, Format::FinePercent));
    found.push(Term { own: (attention.own.0, say!("worked out by the program")), ..attention });
    for (level, row) in audit.own.levels.iter().enumerate() {
        let label = say!("Left of the purchase price to bid from, {level}", level = row.name.as_str());
        let name = format!("bid_{}", level + 1);
        found.push(term(terms, audit, &name, label, |terms, side, _, market| left_to_bid(terms, side, level, market)));
    }
    terms.terms.extend(found);
}

/// A term on the sides that the ledger has.
fn term(
    terms: &Terms,
    audit: &Audit,
    name: &str,
    label: String,
    of: impl Fn(&Terms, Side, &Programme, &Market) -> Cell,
) -> Term {
    let plan = &audit.plans.plans[audit.subject.programme];
    let market = |plan: usize| &audit.plans.markets[audit.plans.plans[plan].market];
    let before = || of(terms, Side::Before, &audit.baseline, market(plan.baseline));
    let own = of(terms, Side::Own, &audit.own, market(audit.subject.programme));
    Term {
        name: name.to_owned(),
        label,
        key: String::new(),
        entered: Cell::Empty,
        own: (own, String::new()),
        before: terms.mixed.then(before),
    }
}

fn rate(formula: String, value: f64) -> Cell {
    Cell::Formula(formula, value, Format::Percent)
}

/// The word of a regime as the sheet Inputs shows it.
fn word(regime: &'static str) -> String {
    let value = Value::Choice(regime);
    schema::parameter("registration.regime").map_or_else(|| value.shown(), |parameter| parameter.kind.shown(&value))
}

fn support_of_originator(terms: &Terms, side: Side, programme: &Programme, _: &Market) -> Cell {
    let quotation = &programme.quotation;
    let value = match programme.registration.regime {
        Regime::None => 0.0,
        Regime::Restricted => quotation.support.to_f64(),
        Regime::Open => (quotation.open_support + quotation.originator_topup).to_f64(),
    };
    let [regime, support, open, topup] =
        ["registration.regime", "quotation.support", "quotation.open_support", "quotation.originator_topup"]
            .map(|key| terms.parameter(side, key));
    let [restricted, all] = ["restricted", "open"].map(word);
    rate(format!("=IF({regime}=\"{restricted}\",{support},IF({regime}=\"{all}\",{open}+{topup},0))"), value)
}

fn support_of_rivals(terms: &Terms, side: Side, programme: &Programme, _: &Market) -> Cell {
    let open = programme.registration.regime == Regime::Open;
    let value = if open { programme.quotation.open_support.to_f64() } else { 0.0 };
    let [regime, support] = ["registration.regime", "quotation.open_support"].map(|key| terms.parameter(side, key));
    rate(format!("=IF({regime}=\"{}\",{support},0)", word("open")), value)
}

fn distribution(terms: &Terms, side: Side, _: &Programme, market: &Market) -> Cell {
    let [margin, share] = ["distribution.margin", "distribution.share"].map(|key| terms.parameter(side, key));
    rate(format!("=ROUND({margin}*{share},9)"), market.distributor.to_f64())
}

/// What is left once bidders give away their part of the rebate that they expect.
fn left_to_bid(terms: &Terms, side: Side, level: usize, market: &Market) -> Cell {
    let [earns, part] = ["rebates.on_quotations", "rebates.pass_through"].map(|key| terms.parameter(side, key));
    let (yes, rebate) = (Value::YesNo(true).shown(), terms.level(side, level, "rebate"));
    rate(format!("=1-IF({earns}=\"{yes}\",ROUND({part}*{rebate},9),0)"), market.bid_left[level].to_f64())
}
