//! What of a programme can be estimated from a log, and what is said of the rest.

use super::Estimator;
use crate::calibrate::quantity::Quantity;
use crate::model::auction::BIDDERS;
use crate::say;
use crate::schema::Value;

/// The fewest opportunities that a figure is estimated from.
const FEWEST: usize = 10;

impl Estimator<'_> {
    /// Decides what can be estimated.
    pub(super) fn choose(&mut self) {
        let rows = &self.log.opportunities;
        let count = |wanted: &dyn Fn(usize) -> bool| (0..rows.len()).filter(|i| wanted(*i)).count();
        let add = |quantity: Quantity, used: usize, what: String, own: &mut Estimator<'_>| {
            if used >= FEWEST {
                own.quantities.push((quantity, used));
            } else {
                own.remarks.push(say!(
                    "{what}: only {number} opportunities tell, so the base's value is kept.",
                    what,
                    number = used
                ));
            }
        };
        let asked = count(&|i| rows[i].requested);
        let may = if asked == 0 { 0 } else { count(&|i| self.eligible[i] > 0.0) };
        self.quantities.push((Quantity::Expected, rows.len()));
        add(Quantity::Propensity, may, say!("Propensity to register"), self);
        add(Quantity::Approval, asked, say!("Approval rate"), self);
        let installed = count(&|i| rows[i].months_since_order.is_some_and(|months| months > 0.0));
        add(Quantity::Months, installed, say!("Months between orders"), self);
        if self.prices.spread {
            let several = self.prices.segments.clone();
            let used = count(&|i| !rows[i].granted && several.contains(&rows[i].segment));
            self.quantities.push((Quantity::Spread, used));
        } else {
            self.remarks.push(say!(
                "Spread of partners' own costs: too few deals without a grant were won against another partner, \
                     so the base's value is kept."
            ));
        }
        let mut shares_told = true;
        for (segment, name) in self.log.segments.iter().enumerate() {
            let of = |i: usize| rows[i].segment == segment;
            let all = count(&of);
            self.quantities.push((Quantity::Share(segment), all));
            shares_told &= all >= FEWEST;
            if all < FEWEST {
                self.remarks.push(say!(
                    "{name}: only {number} opportunities, so nothing but its share is taken from the log.",
                    name,
                    number = all
                ));
                continue;
            }
            self.quantities
                .extend([Quantity::NewAccount, Quantity::Median, Quantity::Sigma].map(|of| (of(segment), all)));
            let open = count(&|i| of(i) && !rows[i].granted);
            add(Quantity::Rivals(segment), open, say!("{name}, number of rivals", name), self);
            if self.prices.segments.contains(&segment) {
                self.quantities.extend([Quantity::AskMean, Quantity::AskSd].map(|of| (of(segment), open)));
            } else {
                self.remarks.push(say!(
                    "{name}, competing ask: it takes 10 deals won and 10 lost without a grant, so the base's values \
                     are kept.",
                    name
                ));
            }
        }
        if !shares_told {
            self.remarks.push(say!("Shares of segments with few opportunities are uncertain."));
        }
        let outside = count(&|i| rows[i].requested && self.eligible[i] == 0.0);
        if outside > 0 {
            self.remarks.push(say!(
                "{number} requests were made for opportunities that the base's rules do not admit: they count for \
                 the approval rate and not for the propensity.",
                number = count_words(outside)
            ));
        }
        let crowded = count(&|i| rows[i].bidders > BIDDERS);
        if crowded > 0 {
            self.remarks.push(say!(
                "{number} deals had more than {most} bidders and count as having {most}.",
                number = count_words(crowded),
                most = BIDDERS
            ));
        }
        let dear = count(&|i| rows[i].price.is_some_and(|price| price > rows[i].list));
        if dear > 0 {
            self.remarks
                .push(say!("{number} deals were won above list and count as won at list.", number = count_words(dear)));
        }
    }
}

/// A number of opportunities, for a remark.
fn count_words(number: usize) -> String {
    Value::Count(number as i64).shown()
}
