//! The bidders and the auction.

use crate::report::ledger::row::Row;
use crate::report::{Cell, Format};
use crate::say;
use crate::units::{Money, Rate};

impl Row<'_> {
    pub(super) fn partner(&self, slot: usize) -> Cell {
        Cell::text(self.partner_name(slot))
    }

    fn partner_name(&self, slot: usize) -> String {
        let bidder = &self.deal.bidders[slot];
        let (id, level) = (&self.story.members[bidder.partner].id, &self.programme.levels[bidder.level].name);
        // Partners of a group are called by its name, which is most often that of their level.
        if id.starts_with(level.as_str()) { id.clone() } else { format!("{id}, {level}") }
    }

    pub(super) fn need(&self, slot: usize) -> Cell {
        Cell::Number(self.deal.bidders[slot].need)
    }

    pub(super) fn support(&self, slot: usize) -> Rate {
        self.deal.bidders[slot].support
    }

    pub(super) fn cost(&self, slot: usize) -> Cell {
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

    pub(super) fn reserve(&self, slot: usize) -> Cell {
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
    pub(super) fn bid(&self, id: &str) -> Option<Cell> {
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
}
