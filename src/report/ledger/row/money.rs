//! What a deal brings to everyone, outright and as it is booked in its fiscal year.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::{DealTally, Field};
use crate::report::Cell;
use crate::report::ledger::row::{Row, yes};
use crate::sim::trace::DealTrace;
use crate::units::Money;

impl Row<'_> {
    /// What the deal brings if it is sold outright.
    pub(super) fn brought(&self, id: &str) -> Option<Cell> {
        let (deal, terms, side) = (self.deal, self.terms, self.side);
        let of = |read: fn(&crate::sim::accounts::Won) -> Money| deal.won.as_ref().map_or(Money::ZERO, read);
        let reserves = self.columns.of_bidders("reserve");
        Some(match id {
            "price" => self.amount("=IF([slot]=0,0,MIN([second],[ceiling]))", of(|won| won.price)),
            "purchase" => {
                let costs = self.columns.of_bidders("cost");
                self.amount(&format!("=IF([slot]=0,0,INDEX({costs},1,[slot]))"), of(|won| won.price - won.margin))
            }
            "support" if deal.grant.is_none() => Cell::Number(0.0),
            "support" => {
                let paid = "ROUND([list]*IF([slot]=1,[support_first],[support_rivals]),2)";
                let paid = match deal.by_use {
                    // A contract's margin is its own: it takes no support, unless it keeps the auction's.
                    true => format!("IF({}=\"{}\",{paid},0)", terms.parameter(side, "link.aas_margin"), yes(false)),
                    false => paid.to_owned(),
                };
                self.amount(&format!("=IF([slot]=0,0,{paid})"), of(|won| won.support))
            }
            "margin" => self.amount("=[price]-[purchase]", of(|won| won.margin)),
            "rent" if deal.by_use => Cell::Number(0.0),
            "rent" => self.amount("=IF([slot]=0,0,[price]-[lowest])", of(|won| won.rent)),
            "distributor" => {
                let rate = terms.derived(side, "distribution");
                self.amount(&format!("=ROUND([purchase]*{rate},2)"), of(|won| won.distributor))
            }
            "revenue" => self.amount("=[purchase]-[distributor]", of(|won| won.revenue)),
            "goods" => {
                let cost = terms.segment(side, deal.segment, "unit_cost");
                self.amount(&format!("=IF([slot]=0,0,ROUND([list]*{cost},2))"), of(|won| won.goods()))
            }
            "profit" => self.amount("=[revenue]-[goods]", of(|won| won.profit)),
            "presales" => {
                let spent = deal.bidders.iter().map(|bidder| bidder.presales).sum();
                let rival = terms.parameter(side, "presales.rival");
                self.amount(&format!("={}+{rival}*(COUNT({reserves})-1)", self.originators_presales()), spent)
            }
            "wasted" => {
                let spent: Money = deal.bidders.iter().map(|bidder| bidder.presales).sum();
                let rival = terms.parameter(side, "presales.rival");
                let formula =
                    format!("=[presales]-IF([slot]=0,0,IF([slot]=1,{},{rival}))", self.originators_presales());
                self.amount(&formula, spent - of(|won| won.presales))
            }
            "rebate" => {
                let rates: Vec<String> =
                    deal.bidders.iter().map(|bidder| terms.level(side, bidder.level, "rebate")).collect();
                let bought = if deal.by_use { "([booked_spend]-[booked_margin])" } else { "[purchase]" };
                let formula = format!("=IF([slot]=0,0,ROUND({bought}*CHOOSE([slot],{}),2))", rates.join(","));
                self.amount(&formula, self.rebate())
            }
            _ => return None,
        })
    }

    /// The rebate on what the winner bought in the year, by the level that it holds.
    pub fn rebate(&self) -> Money {
        let Some(won) = self.deal.won else { return Money::ZERO };
        let booked = booked(self.deal, self.months);
        let bought = booked.money(Field::CustomerSpend) - booked.money(Field::FrontMargin);
        bought.times(self.programme.levels[self.deal.bidders[won.slot].level].rebate)
    }

    fn originators_presales(&self) -> String {
        let [fixed, rate] =
            ["presales.originator", "presales.originator_rate"].map(|key| self.terms.parameter(self.side, key));
        format!("{fixed}+ROUND([list]*{rate},2)")
    }

    /// What is booked of the deal in the fiscal year: of a contract, what is recognised.
    pub(super) fn booked(&self, id: &str) -> Option<Cell> {
        let (deal, terms, side) = (self.deal, self.terms, self.side);
        let contract = deal.contract.map(|contract| contract.signature.contract);
        let of = |read: fn(&crate::model::pay_per_use::Contract) -> Money| contract.as_ref().map_or(Money::ZERO, read);
        let booked = booked(deal, self.months);
        // Whole cents each month, and the cents that are left over in the month of the signature.
        let term = format!("(12*{})", terms.parameter(side, "aas.term_years"));
        let recognised =
            |whole: &str| format!("ROUND({whole}-({term}-[months])*INT(ROUND({whole}*100,0)/{term})/100,2)");
        let year = |outright: &str, whole: &str, field: Field| match deal.by_use {
            true => self.amount(&format!("={}", recognised(whole)), booked.money(field)),
            false => self.amount(&format!("={outright}"), booked.money(field)),
        };
        Some(match id {
            "contract" | "contract_margin" | "fee" | "months" if !deal.by_use => Cell::Empty,
            "contract" => {
                let uplift = terms.parameter(side, "aas.uplift");
                self.amount(&format!("=ROUND([price]*(1+{uplift}),2)"), of(|contract| contract.spend))
            }
            "contract_margin" => {
                let [uplift, margin, link] =
                    ["aas.uplift", "aas.partner_margin", "link.aas_margin"].map(|key| terms.parameter(side, key));
                let formula = format!(
                    "=IF({link}=\"{}\",ROUND([margin]*(1+{uplift}),2),ROUND([contract]*{margin},2))",
                    yes(false)
                );
                self.amount(&formula, of(|contract| contract.margin))
            }
            "fee" => {
                let fee = terms.parameter(side, "aas.marketplace_fee");
                let formula = format!("=IF([marketplace]=\"{}\",ROUND([contract]*{fee},2),0)", yes(true));
                self.amount(&formula, of(|contract| contract.distributor))
            }
            "months" => Cell::Number(months_billed(deal, self.months) as f64),
            "booked_spend" => year("[price]", "[contract]", Field::CustomerSpend),
            "booked_margin" => year("[margin]", "[contract_margin]", Field::FrontMargin),
            "booked_distributor" => year("[distributor]", "[fee]", Field::DistributorMargin),
            "booked_revenue" => {
                let formula = "=[booked_spend]-[booked_margin]-[booked_distributor]";
                self.amount(formula, booked.money(Field::NetRevenue))
            }
            "booked_profit" => {
                let goods = if deal.by_use { recognised("[goods]") } else { "[goods]".to_owned() };
                self.amount(&format!("=[booked_revenue]-{goods}"), booked.money(Field::GrossProfit))
            }
            _ => return None,
        })
    }
}

/// Months of the deal's fiscal year in which a contract that it became is billed.
fn months_billed(deal: &DealTrace, months: usize) -> usize {
    months.min((deal.month / YEAR_MONTHS + 1) * YEAR_MONTHS) - deal.month
}

/// What is booked of a deal in the fiscal year in which it is won.
pub fn booked(deal: &DealTrace, months: usize) -> DealTally {
    let mut tally = deal.tally();
    (deal.month..deal.month + months_billed(deal, months)).for_each(|month| tally += &deal.recognised(month));
    tally
}
