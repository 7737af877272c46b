//! One deal of the ledger: each cell a value or a formula, with what the program made of it.

use crate::model::horizon::{YEAR_DAYS, YEAR_MONTHS};
use crate::model::market::Market;
use crate::outcome::{Business, DealTally, Field};
use crate::programme::Programme;
use crate::report::ledger::columns::Columns;
use crate::report::ledger::terms::{Side, Terms};
use crate::report::{Cell, Format, Story};
use crate::say;
use crate::schema::Value;
use crate::sim::trace::{DealTrace, Request};
use crate::sim::witness::Protection;
use crate::units::{Money, Rate};

/// What the cells of a deal are made from.
pub struct Row<'a> {
    pub story: &'a Story<'a>,
    pub columns: &'a Columns,
    pub terms: &'a Terms,
    /// The programme whose rules held.
    pub programme: &'a Programme,
    /// Its market.
    pub market: &'a Market,
    /// Which terms hold.
    pub side: Side,
    /// Months of the horizon.
    pub months: usize,
    /// The deal's number in the trial, from 1.
    pub number: usize,
    pub deal: &'a DealTrace,
}

impl Row<'_> {
    /// The cells, in the order of the columns.
    pub fn cells(&self) -> Vec<Cell> {
        self.columns.ids().map(|id| self.cell(id)).collect()
    }

    fn cell(&self, id: &str) -> Cell {
        let slot = |what: &str| id.strip_prefix(what).and_then(|slot| slot.parse::<usize>().ok());
        for (what, of) in [
            ("partner", Row::partner as fn(&Self, usize) -> Cell),
            ("need", Row::need),
            ("cost", Row::cost),
            ("reserve", Row::reserve),
        ] {
            if let Some(slot) = slot(what) {
                return if slot < self.deal.bidders.len() { of(self, slot) } else { Cell::Empty };
            }
        }
        self.fact(id)
            .or_else(|| self.bid(id))
            .or_else(|| self.brought(id))
            .or_else(|| self.booked(id))
            .unwrap_or(Cell::Empty)
    }

    /// What was drawn, and what the rules made of it.
    fn fact(&self, id: &str) -> Option<Cell> {
        let (deal, side) = (self.deal, self.side);
        let grant = deal.grant.as_ref();
        let in_force = grant.is_some_and(|grant| grant.protection != Protection::Lapsed && !grant.unpaid);
        Some(match id {
            "deal" => Cell::Number(self.number as f64),
            "day" => Cell::Number((deal.day % YEAR_DAYS + 1) as f64),
            "launch" => Cell::text(yes(deal.business == Business::Launch)),
            "segment" => Cell::text(&*self.programme.segments[deal.segment].name),
            "list" => Cell::Number(deal.list.to_units()),
            "account" => Cell::text(if deal.new_account { say!("new") } else { say!("installed") }),
            "offer" => Cell::Number(deal.ask),
            "by_use" => Cell::text(yes(deal.by_use)),
            "marketplace" => Cell::text(yes(deal.contract.is_some_and(|contract| contract.marketplace))),
            "request" => Cell::text(request(deal.request)),
            "wait" => grant.map_or(Cell::Empty, |grant| Cell::Number(grant.wait)),
            "grant" => grant.map_or(Cell::Empty, |grant| {
                Cell::text(match grant.protection {
                    _ if grant.unpaid => say!("not paid"),
                    Protection::InTime => say!("in time"),
                    Protection::Extended => say!("extended"),
                    Protection::Lapsed => say!("lapsed"),
                })
            }),
            "support_first" | "support_rivals" if grant.is_none() => Cell::Empty,
            "support_first" | "support_rivals" if !in_force => Cell::Number(0.0),
            "support_first" => self.rate(format!("={}", self.terms.derived(side, id)), self.support(0)),
            "support_rivals" => {
                let value = grant.map_or(Rate::ZERO, |grant| grant.treatment.rival_support);
                self.rate(format!("={}", self.terms.derived(side, id)), value)
            }
            "waited" => match grant {
                None => Cell::Empty,
                Some(grant) => {
                    let loss = self.terms.parameter(side, "desk.win_loss_per_day");
                    let free = self.terms.parameter(side, "desk.free_days");
                    let formula = format!("=MAX(0,1-{loss}*MAX(0,[wait]-{free}))");
                    self.formula(&formula, grant.treatment.ask_factor, Format::FinePercent)
                }
            },
            _ => return None,
        })
    }

    fn partner(&self, slot: usize) -> Cell {
        Cell::text(self.partner_name(slot))
    }

    fn partner_name(&self, slot: usize) -> String {
        let bidder = &self.deal.bidders[slot];
        let (id, level) = (&self.story.members[bidder.partner].id, &self.programme.levels[bidder.level].name);
        // Partners of a group are called by its name, which is most often that of their level.
        if id.starts_with(level.as_str()) { id.clone() } else { format!("{id}, {level}") }
    }

    fn need(&self, slot: usize) -> Cell {
        Cell::Number(self.deal.bidders[slot].need)
    }

    fn support(&self, slot: usize) -> Rate {
        self.deal.bidders[slot].support
    }

    fn cost(&self, slot: usize) -> Cell {
        let bidder = &self.deal.bidders[slot];
        if bidder.reserve.is_none() {
            return Cell::Empty;
        }
        let discount = self.terms.level(self.side, bidder.level, "base_discount");
        let formula = format!("=ROUND([list]*(1-{discount}{}),2)", self.less_support(slot));
        self.amount(&formula, self.deal.list.times(self.market.price_shares[bidder.level] - bidder.support))
    }

    /// What a formula takes off for support; nothing where there is no grant.
    fn less_support(&self, slot: usize) -> &'static str {
        match (&self.deal.grant, slot) {
            (None, _) => "",
            (Some(_), 0) => "-[support_first]",
            (Some(_), _) => "-[support_rivals]",
        }
    }

    fn reserve(&self, slot: usize) -> Cell {
        let bidder = &self.deal.bidders[slot];
        let Some(reserve) = bidder.reserve else { return Cell::text(say!("out")) };
        let discount = self.terms.level(self.side, bidder.level, "base_discount");
        let (bid, spread) =
            (self.terms.bid(self.side, bidder.level), self.terms.parameter(self.side, "bidding.cost_spread"));
        let formula = format!(
            "=ROUND([list]*ROUND((1-{discount}{})*{bid},9),2)+ROUND([list]*{spread}*[need{slot}],2)",
            self.less_support(slot)
        );
        self.amount(&formula, reserve)
    }

    /// The auction.
    fn bid(&self, id: &str) -> Option<Cell> {
        let deal = self.deal;
        let reserves = self.columns.of_bidders("reserve");
        let mut ordered: Vec<Money> = deal.bidders.iter().filter_map(|bidder| bidder.reserve).collect();
        ordered.sort_unstable();
        let lowest = ordered.first().copied().unwrap_or(deal.ceiling);
        Some(match id {
            "ceiling" => {
                let attention = self.terms.derived(self.side, "attention");
                let loyalty = match deal.new_account {
                    true => String::new(),
                    false => format!("*(1+{})", self.terms.segment(self.side, deal.segment, "loyalty")),
                };
                let waited = if deal.grant.is_some() { "*[waited]" } else { "" };
                self.amount(&format!("=MIN(ROUND([list]*[offer]{loyalty}*{attention}{waited},2),[list])"), deal.ceiling)
            }
            "lowest" => self.amount(&format!("=MIN({reserves})"), lowest),
            "second" => {
                let second = ordered.get(1).copied().unwrap_or(deal.ceiling);
                self.amount(&format!("=IF(COUNT({reserves})>1,SMALL({reserves},2),[ceiling])"), second)
            }
            "slot" => {
                let slot = deal.won.map_or(0, |won| won.slot + 1);
                let formula = format!("=IF([lowest]<=[ceiling],MATCH([lowest],{reserves},0),0)");
                self.formula(&formula, slot as f64, Format::Count)
            }
            "winner" => {
                let other = say!("other vendor");
                let partners = self.columns.of_bidders("partner");
                let formula = format!("=IF([slot]=0,\"{other}\",INDEX({partners},1,[slot]))");
                let name = deal.won.map_or(other, |won| self.partner_name(won.slot));
                Cell::Words(self.columns.formula(&formula), name)
            }
            _ => return None,
        })
    }

    /// What the deal brings if it is sold outright.
    fn brought(&self, id: &str) -> Option<Cell> {
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
    fn booked(&self, id: &str) -> Option<Cell> {
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

    fn amount(&self, formula: &str, value: Money) -> Cell {
        self.formula(formula, value.to_units(), Format::Cents)
    }

    fn rate(&self, formula: String, value: Rate) -> Cell {
        self.formula(&formula, value.to_f64(), Format::Percent)
    }

    fn formula(&self, formula: &str, value: f64, format: Format) -> Cell {
        Cell::Formula(self.columns.formula(formula), value, format)
    }
}

fn yes(is: bool) -> String {
    Value::YesNo(is).shown()
}

/// What became of a registration, in words.
pub fn request(request: Request) -> String {
    match request {
        Request::NotEligible => say!("not eligible"),
        Request::NotRegistered => say!("not registered"),
        Request::Duplicate => say!("duplicate"),
        Request::NotApproved => say!("not approved"),
        Request::Granted => say!("granted"),
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
