//! The columns of the ledger: what each is called and where formulas find it.

use crate::model::auction::BIDDERS;
use crate::report::{Column, Family, Format};
use crate::say;

/// The columns of a ledger, in order, each with an id that is the same in every language.
pub struct Columns {
    columns: Vec<(String, Column)>,
    /// The most bidders of a deal.
    bidders: usize,
}

/// What a ledger has columns for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The most bidders of a listed deal, 1 to [`BIDDERS`].
    pub bidders: usize,
    /// Whether some are released by a launch.
    pub launch: bool,
    /// Whether some may become pay-per-use contracts.
    pub by_use: bool,
    /// Whether a rebate is due on a deal by the winner's level.
    pub rebates: bool,
}

impl Columns {
    /// The columns of a ledger.
    pub fn new(shown: Shown) -> Columns {
        let mut columns = Columns { columns: Vec::new(), bidders: shown.bidders.min(BIDDERS) };
        columns.facts(shown);
        columns.bids();
        columns.money(shown);
        columns
    }

    fn put(&mut self, id: impl Into<String>, family: Family, column: Column) {
        self.columns.push((id.into(), column.family(family)));
    }

    fn facts(&mut self, shown: Shown) {
        let plain = |heading: String, width| Column::new(heading, Format::Plain, width);
        self.put(
            "deal",
            Family::Facts,
            Column::new(say!("Deal"), Format::Count, 8).note(say!(
                "Its place among all opportunities of the trial; partnersim explain knows it by this number."
            )),
        );
        self.put("day", Family::Facts, Column::new(say!("Day"), Format::Count, 6).note(say!("Of the fiscal year.")));
        if shown.launch {
            self.put("launch", Family::Facts, plain(say!("Waited"), 9).note(say!("Whether it waited for the rule.")));
        }
        self.put("segment", Family::Facts, plain(say!("Segment"), 14));
        self.put("list", Family::Facts, Column::new(say!("List value"), Format::Cents, 14));
        self.put("account", Family::Facts, plain(say!("Account"), 11));
        self.put("offer", Family::Facts, Column::new(say!("Competing offer"), Format::FinePercent, 11).note(say!(
            "Of list, before the installed customer's loyalty and before what coverage, effort and wait take off it."
        )));
        if shown.by_use {
            self.put(
                "by_use",
                Family::Facts,
                plain(say!("Pay per use"), 9).note(say!("Whether it becomes a contract if it is won.")),
            );
            self.put(
                "marketplace",
                Family::Facts,
                plain(say!("Marketplace"), 12)
                    .note(say!("Whether the contract goes through a distributor's marketplace.")),
            );
        }
        self.put("request", Family::Terms, plain(say!("Request"), 15));
        self.put("wait", Family::Terms, Column::new(say!("Wait"), Format::Hundredths, 7).note(say!("Working days.")));
        self.put("grant", Family::Terms, plain(say!("Grant"), 12).note(say!(
            "Whether wait and sales cycle were within the protection, or it was extended. A grant that lapsed, or that the \
             budget could not pay, gives no support."
        )));
        let rate = |heading: String| Column::new(heading, Format::Percent, 11);
        self.put("support_first", Family::Terms, rate(say!("Support of the originator")).note(say!("Of list.")));
        self.put("support_rivals", Family::Terms, rate(say!("Support of rivals")).note(say!("Of list.")));
        self.put(
            "waited",
            Family::Terms,
            Column::new(say!("Left by the wait"), Format::FinePercent, 10)
                .note(say!("What the wait leaves of the competing offer.")),
        );
    }

    fn bids(&mut self) {
        let who = |slot: usize| match slot {
            0 => say!("Originator"),
            _ => say!("Rival {number}", number = slot),
        };
        for slot in 0..self.bidders {
            self.put(
                format!("partner{slot}"),
                Family::Facts,
                Column::new(who(slot), Format::Plain, 16).note(say!("The partner and the level it held.")),
            );
        }
        for slot in 0..self.bidders {
            let heading = say!("Need: {who}", who = who(slot));
            self.put(
                format!("need{slot}"),
                Family::Facts,
                Column::new(heading, Format::FinePercent, 10)
                    .note(say!("Its own cost-and-margin need as a share of the spread.")),
            );
        }
        for slot in 0..self.bidders {
            let heading = say!("Cost: {who}", who = who(slot));
            self.put(
                format!("cost{slot}"),
                Family::Bids,
                Column::new(heading, Format::Cents, 13)
                    .note(say!("What it would pay for the goods: list less its level's discount and its support.")),
            );
        }
        for slot in 0..self.bidders {
            let heading = say!("Reserve: {who}", who = who(slot));
            self.put(format!("reserve{slot}"), Family::Bids, Column::new(heading, Format::Cents, 13).note(say!(
                "The least it sells for: its cost, less the rebate that it bids away, and its own need. \"out\": it stays out \
                 because another is registered."
            )));
        }
        let amount = |heading: String| Column::new(heading, Format::Cents, 13);
        self.put(
            "ceiling",
            Family::Bids,
            amount(say!("Ceiling"))
                .note(say!("The most the customer pays: the competing offer, and never more than list.")),
        );
        self.put("lowest", Family::Bids, amount(say!("Lowest reserve")));
        self.put(
            "second",
            Family::Bids,
            amount(say!("Second reserve")).note(say!("The ceiling where nobody else bids.")),
        );
        self.put(
            "slot",
            Family::Bids,
            Column::new(say!("Won by"), Format::Count, 8).note(say!(
                "1 is the originator, 2 the first rival; 0: the competing vendor. Of equal reserves the first wins."
            )),
        );
        self.put("winner", Family::Bids, Column::new(say!("Winner"), Format::Plain, 16));
    }

    fn money(&mut self, shown: Shown) {
        let amount = |heading: String| Column::new(heading, Format::Cents, 14);
        let mut put = |id: &str, column: Column| self.put(id, Family::Money, column);
        put("price", amount(say!("Price")).note(say!("The second reserve or the ceiling, whichever is less.")));
        put("purchase", amount(say!("Purchase price")));
        put("support", amount(say!("Support paid")).note(say!("To the winner.")));
        put("margin", amount(say!("Front margin")).note(say!("Price less purchase price.")));
        put("rent", amount(say!("Rent")).note(say!("Price less the winner's reserve; a part of its front margin.")));
        put("distributor", amount(say!("Distributor margin")));
        put(
            "revenue",
            amount(say!("Net revenue")).note(say!("Of the vendor: purchase price less distributor margin.")),
        );
        put("goods", amount(say!("Cost of goods")));
        put("profit", amount(say!("Gross profit")).note(say!("Of the vendor: net revenue less cost of goods.")));
        if shown.by_use {
            put("contract", amount(say!("Contract value")).note(say!("Over its first term.")));
            put("contract_margin", amount(say!("Contract margin")).note(say!("Of the winner, over the first term.")));
            put("fee", amount(say!("Marketplace fee")).note(say!("Over the first term.")));
            put("months", Column::new(say!("Months billed"), Format::Count, 9).note(say!("Within the fiscal year.")));
            put(
                "booked_spend",
                amount(say!("Spend of the year"))
                    .note(say!("The price; of a contract, what is recognised within the fiscal year.")),
            );
            put("booked_margin", amount(say!("Front margin of the year")));
            put("booked_distributor", amount(say!("Distributor margin of the year")));
            put("booked_revenue", amount(say!("Net revenue of the year")));
            put("booked_profit", amount(say!("Gross profit of the year")));
        }
        put("presales", amount(say!("Pre-sales")).note(say!("Of the originator and of every rival that bids.")));
        put("wasted", amount(say!("Pre-sales wasted")).note(say!("Spent by anyone but the winner.")));
        if shown.rebates {
            put("rebate", amount(say!("Rebate")).note(say!("Due on the purchase by the level of the winner.")));
        }
    }

    /// The place of a column.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|(known, _)| known == id)
    }

    /// The ids in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(id, _)| id.as_str())
    }

    /// The columns in order.
    pub fn columns(&self) -> Vec<Column> {
        self.columns.iter().map(|(_, column)| column.clone()).collect()
    }

    /// A formula in which columns of the row stand as `[id]`, in the form that tables take.
    pub fn formula(&self, with_ids: &str) -> String {
        let mut out = String::with_capacity(with_ids.len() * 2);
        let mut rest = with_ids;
        while let Some((before, after)) = rest.split_once('[') {
            out.push_str(before);
            let Some((id, tail)) = after.split_once(']') else { break };
            let heading = self.columns.iter().find(|(known, _)| known == id).map_or(id, |(_, column)| &column.heading);
            out.push_str("[@");
            out.push_str(heading);
            out.push(']');
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    /// The cells of a row in the columns of all bidders, such as `reserve`.
    pub fn of_bidders(&self, what: &str) -> String {
        format!("[{what}0]:[{what}{}]", self.bidders - 1)
    }
}
