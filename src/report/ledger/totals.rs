//! The totals of the ledger beside what the trial was booked: row by row, what is deal by deal in formulas and what is not
//! as the program has it.

use crate::measures::{self, Amounts, Unit};
use crate::outcome::account::{Account, CONTRIBUTION, NET_MARGIN};
use crate::outcome::{Business, Field, Tally};
use crate::report::ledger::deals::Deals;
use crate::report::ledger::row::request;
use crate::report::{Cell, Column, Family, Format, Table};
use crate::say;
use crate::sim::trace::{BUSINESSES, Request};
use crate::study::audit::Audit;

/// A measure that is reconciled: the fields it is made of, and its formula over the ledger's columns.
struct Line {
    id: &'static str,
    account: Account,
    formula: String,
}

/// The table.
pub fn table(audit: &Audit, deals: &Deals<'_>) -> Table {
    let year = audit.subject.year;
    let total = audit.trace.total(&audit.plans, year);
    let businesses = audit.trace.businesses.get(year).copied().unwrap_or([Tally::default(); BUSINESSES]);
    let mut listed = Tally::default();
    listed += &deals.booked();
    let mut dues = businesses[BUSINESSES - 1];
    // What the ledger says deal by deal of rebates is not said again.
    listed[Field::Rebates] = deals.rebates();
    dues[Field::Rebates] -= deals.rebates();
    let [mut others, mut earlier] = [Tally::default(); 2];
    others += &deals.others;
    earlier += &deals.earlier;
    let parts =
        [&others, &earlier, &businesses[Business::RunRate as usize], &businesses[Business::Services as usize], &dues];
    let rows = lines(deals).into_iter().filter_map(|line| {
        let (_, measure) = measures::measure(line.id)?;
        let (scale, format) = match measure.unit {
            Unit::Money => (100.0, Format::Cents),
            _ => (1.0, Format::Count),
        };
        let read = |tally: &Tally| line.account.whole(|field| tally[field]) as f64 / scale;
        let told = (measure.read)(&Amounts::from(&total));
        let sum = read(&listed) + parts.iter().map(|part| read(part)).sum::<f64>();
        let mut cells = vec![Cell::text(measure.label.said())];
        cells.push(Cell::Formula(line.formula, read(&listed), format));
        cells.extend(parts.iter().map(|part| Cell::Figure(read(part), format)));
        let added = PARTS.map(|heading| format!("[@{}]", heading())).join("+");
        cells.push(Cell::Formula(format!("=ROUND({added},2)"), (sum * 100.0).round() / 100.0, format));
        cells.push(Cell::Figure(told, format));
        let difference = format!("=ROUND([@{}]-[@{}],2)", total_heading(), trial_heading());
        cells.push(Cell::Formula(difference, ((sum - told) * 100.0).round() / 100.0, format));
        Some(cells)
    });
    Table { id: "ledger_totals".to_owned(), rows: rows.collect(), columns: columns(), totals: None }
}

/// The headings of what is added up.
const PARTS: [fn() -> String; 6] = [
    || say!("Deals listed"),
    || say!("Not listed"),
    || say!("Earlier contracts"),
    || say!("Run-rate business"),
    || say!("Services business"),
    || say!("Dues and desk"),
];

fn total_heading() -> String {
    say!("All together")
}

fn trial_heading() -> String {
    say!("The trial's measure")
}

fn columns() -> Vec<Column> {
    let notes = [
        say!("The sum over the ledger, by formula."),
        say!("Opportunities that were neither won nor granted: what was spent on them."),
        say!("What is recognised in the year of pay-per-use contracts signed before it."),
        say!("Business outside quotations, from partners' purchases of the year."),
        say!("Services sold, tickets and field force."),
        say!(
            "What is settled partner by partner at the year's end: rebates and payouts, payment terms, financing, costs of the \
             programme; and the desk."
        ),
    ];
    let mut columns = vec![Column::new(say!("Measure"), Format::Plain, 34)];
    for (heading, note) in PARTS.iter().zip(notes) {
        columns.push(Column::new(heading(), Format::Cents, 17).family(Family::Terms).note(note));
    }
    columns.push(Column::new(total_heading(), Format::Cents, 17).family(Family::Money));
    columns.push(
        Column::new(trial_heading(), Format::Cents, 17)
            .family(Family::Money)
            .note(say!("Of the fiscal year, as the simulation booked it.")),
    );
    columns.push(
        Column::new(say!("Difference"), Format::Cents, 12)
            .family(Family::Money)
            .note(say!("0 as long as nothing is changed on the sheet Inputs.")),
    );
    columns
}

/// What is reconciled.
fn lines(deals: &Deals<'_>) -> Vec<Line> {
    let sum = |column: &'static str| format!("SUM({})", deals.column(column));
    let simple = |id, account, formula: String| Line { id, account, formula: format!("={formula}") };
    let count = |wanted: Request| format!("COUNTIF(deals_request,\"{}\")", request(wanted));
    let asked = [Request::Duplicate, Request::NotApproved, Request::Granted].map(count).join("+");
    let granted = request(Request::Granted);
    let rebates = if deals.shown.rebates { "+SUM(deals_rebate)" } else { "" };
    let dues = if deals.shown.rebates { "-SUM(deals_rebate)" } else { "" };
    use Field::*;
    vec![
        simple("opportunities", Account(&[(1, Opportunities)]), "ROWS(deals_slot)".to_owned()),
        simple("quotation_requests", Account(&[(1, Requests)]), asked),
        simple("quotations_granted", Account(&[(1, Granted)]), count(Request::Granted)),
        simple(
            "quotations_won",
            Account(&[(1, QuotationsWon)]),
            format!("SUMPRODUCT((deals_request=\"{granted}\")*(deals_slot>0))"),
        ),
        simple("deals_won", Account(&[(1, DealsWon)]), "COUNTIF(deals_slot,\">0\")".to_owned()),
        simple("customer_spend", Account(&[(1, CustomerSpend)]), sum("price")),
        simple("partner_front_margin", Account(&[(1, FrontMargin)]), sum("margin")),
        simple("partner_rent", Account(&[(1, Rent)]), sum("rent")),
        simple("distributor_margin", Account(&[(1, DistributorMargin)]), sum("distributor")),
        simple("vendor_support_cost", Account(&[(1, SupportCost)]), sum("support")),
        simple("vendor_net_revenue", Account(&[(1, NetRevenue)]), sum("revenue")),
        simple("vendor_gross_profit", Account(&[(1, GrossProfit)]), sum("profit")),
        simple("partner_presales", Account(&[(1, Presales)]), sum("presales")),
        simple("partner_presales_wasted", Account(&[(1, Presales), (-1, WinnersPresales)]), sum("wasted")),
        simple(
            "partner_rebates",
            Account(&[(1, Rebates), (1, TrackPayouts)]),
            if deals.shown.rebates { "SUM(deals_rebate)".to_owned() } else { "0".to_owned() },
        ),
        simple("partner_net_margin", NET_MARGIN, format!("{}-{}{rebates}", sum("margin"), sum("presales"))),
        simple("vendor_contribution", CONTRIBUTION, format!("{}{dues}", sum("profit"))),
    ]
}
