//! `Ledger` and `Ledger totals`: every deal of one fiscal year of one trial, from what was drawn to what it brought, in
//! formulas on the sheet Inputs; and the totals beside what the trial was booked (docs/model.md, "The ledger").

use crate::measures;
use crate::report::words::{count, money_change};
use crate::report::{Block, CellName, Page, Story, headline, inputs};
use crate::say;
use crate::study::audit::Audit;

mod columns;
mod deals;
mod row;
mod terms;
mod totals;

use deals::Deals;
use terms::Terms;

/// The pages and the names that their formulas use; `None` where nothing is audited or no deal is to be listed.
pub fn pages(story: &Story<'_>) -> Option<([Page; 2], Vec<CellName>)> {
    let audit = story.audit?;
    let named = inputs::names(story.inputs);
    let terms = Terms::new(story, audit, &named);
    let deals = Deals::new(story, audit, &terms);
    if deals.is_empty() {
        return None;
    }
    let mut names = terms.names();
    names.extend(deals.names());
    names.extend(named.into_iter().map(|(_, name)| name));
    let currency = story.inputs.programme.settings.currency.as_str();
    let ledger = Page {
        name: say!("Ledger"),
        title: title(story, audit),
        subtitle: say!(
            "Blue: drawn, or decided by a draw. Black: a formula that refers to the sheets Inputs and Ledger totals. Amounts \
             in {currency}.",
            currency
        ),
        one_page: false,
        blocks: vec![Block::Table(deals.table())],
    };
    let totals = Page {
        name: say!("Ledger totals"),
        title: say!("What the ledger adds up to"),
        subtitle: title(story, audit),
        one_page: false,
        blocks: vec![
            Block::Answer(chosen(story, audit)),
            Block::Text(listed(audit, &deals)),
            Block::Heading(say!("Totals beside what the trial was booked")),
            Block::Table(totals::table(audit, &deals)),
            Block::Heading(say!("Terms")),
            Block::Text(say!(
                "What the formulas of the ledger calculate with. A value that the scenario does not set follows the sheet \
                 Inputs: change it there, and the ledger changes as the program would calculate these deals."
            )),
            Block::Table(terms.table()),
        ],
    };
    Some(([ledger, totals], names))
}

fn title(story: &Story<'_>, audit: &Audit) -> String {
    say!(
        "{programme}: the deals of fiscal year {year} in trial {trial}",
        programme = story.summary.programmes[audit.subject.programme].shown(),
        year = audit.subject.year + 1,
        trial = count(audit.subject.trial as f64 + 1.0),
    )
}

/// Why it is this trial.
fn chosen(story: &Story<'_>, audit: &Audit) -> String {
    let Some(nearest) = &audit.nearest else { return say!("This trial was asked for.") };
    let currency = &story.inputs.programme.settings.currency;
    let name = measures::measure(headline::lead(story).id).map_or("", |(_, measure)| measure.label.said());
    let (value, median) = (money_change(nearest.value, currency), money_change(nearest.median, currency));
    match audit.subject.programme {
        0 => say!(
            "Of all trials this one is nearest the median of {name}: {value}, with a median of {median}.",
            name,
            value,
            median
        ),
        _ => say!(
            "Of all trials this one is nearest the median of the difference with the baseline in {name}: {value}, with a \
             median of {median}.",
            name,
            value,
            median
        ),
    }
}

/// What is listed and what is not.
fn listed(audit: &Audit, deals: &Deals<'_>) -> String {
    let all = audit.trace.of_year(audit.subject.year).count();
    let mut text = say!(
        "The ledger lists {listed} of the year's {all} opportunities: every deal that a partner won, and every request that was \
         granted. The others were neither won nor granted, so that no support could win them; what was spent on them stands in \
         a column of its own. Who meets whom, own needs, the competing offer, the grant, the wait and its protection are drawn; \
         cost, reserve, ceiling, price, margin and support are formulas, rounded to the cent as the program rounds.",
        listed = count(deals.len() as f64),
        all = count(all as f64),
    );
    if audit.own.quotation.budget > crate::units::Money::ZERO {
        text.push(' ');
        text.push_str(&say!("Whether the year's budget still had room for a support is as it was drawn, too."));
    }
    text
}
