//! How a deal of a block is booked.

use crate::outcome::{Book, Both, Field};
use crate::sim::accounts::Books;
use crate::sim::deals::deal::Deal;
use crate::sim::deals::ends::End;
use crate::sim::deals::fate::Fate;
use crate::sim::witness::Supported;
use crate::units::Money;

impl Deal<'_> {
    /// Where something of the bidder in a slot is booked.
    #[inline(always)]
    fn tally<'b>(&self, slot: usize, accounts: &'b mut Books<'_>) -> Both<'b> {
        accounts.of(self.level(slot), self.segment(), self.partner(slot))
    }

    /// Books a request of the originator `times` times: -1 takes it back.
    #[inline(always)]
    pub fn book_request(&self, fate: Fate, times: i64, accounts: &mut Books<'_>) {
        let mut tally = self.tally(0, accounts);
        tally.book(Field::Requests, times);
        tally.book(Field::EarlyRequests, times * i64::from(fate.is_early()));
        tally.book(Field::Granted, times * i64::from(fate.is_granted()));
    }

    /// Books how the deal, which a partner wins, ends without any quotation.
    #[inline(always)]
    pub fn book(&self, end: &End, accounts: &mut Books<'_>) {
        if self.is_by_use() {
            self.book_contract(end, 1, accounts);
        } else {
            let mut tally = self.tally(end.slot, accounts);
            book_more(end, &End::LOST, &mut tally);
            self.count(end.slot, 1, &mut tally);
            accounts.buy(self.partner(end.slot), end.purchase());
        }
    }

    /// Books what a granted quotation changes, from one end to another, `times` times: -1 takes it back.
    #[inline(always)]
    pub fn book_difference(&self, (before, end): (&End, &End), stayed_out: u8, times: i64, accounts: &mut Books<'_>) {
        if self.is_by_use() {
            self.book_contract_difference((before, end), times, accounts);
        } else {
            let same = before.slot == end.slot;
            if before.is_won() & !same {
                let mut tally = self.tally(before.slot, accounts);
                book_more(&End::LOST, before, &mut Times { times, tally: &mut tally });
                self.count(before.slot, -times, &mut tally);
                accounts.buy(self.partner(before.slot), times_of(-before.purchase(), times));
            }
            if end.is_won() {
                let less = if same { before } else { &End::LOST };
                let mut tally = self.tally(end.slot, accounts);
                book_more(end, less, &mut Times { times, tally: &mut tally });
                if !same {
                    self.count(end.slot, times, &mut tally);
                }
                tally.book(Field::QuotationsWon, times);
                Supported::of(before, end).book(&mut Times { times, tally: &mut tally });
                accounts.buy(self.partner(end.slot), times_of(end.purchase() - less.purchase(), times));
            }
        }
        let mut left = stayed_out;
        while left != 0 {
            let slot = left.trailing_zeros() as usize;
            left &= left - 1;
            self.tally(slot, accounts).book(Field::Presales, -times * self.spending(slot).minor());
        }
    }

    /// Counts the deal `times` times for the bidder in a slot.
    #[inline(always)]
    fn count(&self, slot: usize, times: i64, tally: &mut Both<'_>) {
        tally.book(Field::DealsWon, times);
        tally.book(Field::ListWon, times * self.list().minor());
        tally.book(Field::WinnersPresales, times * self.spending(slot).minor());
    }

    #[cold]
    fn book_contract_difference(&self, (before, end): (&End, &End), times: i64, accounts: &mut Books<'_>) {
        self.book_contract(before, -times, accounts);
        self.book_contract(end, times, accounts);
        if end.is_won() {
            let mut tally = self.tally(end.slot, accounts);
            tally.book(Field::QuotationsWon, times);
            Supported::of(before, end).book(&mut Times { times, tally: &mut tally });
        }
    }

    /// Books a contract `times` times, if a partner wins it: -1 takes it back.
    #[inline(never)]
    fn book_contract(&self, end: &End, times: i64, accounts: &mut Books<'_>) {
        let Some(contract) = self.contracted(end.price, end.margin).filter(|_| end.is_won()) else { return };
        // What is recognised of it comes month by month.
        let mut tally = self.tally(end.slot, accounts);
        self.count(end.slot, times, &mut tally);
        contract.book(end.price, end.margin, times, &mut tally);
        accounts.contract(self.partner(end.slot), |own| contract.book(end.price, end.margin, times, own));
        let place = (self.level(end.slot), self.segment(), self.partner(end.slot));
        accounts.sign(place, &contract.signature, times);
    }
}

/// Books what one end of a deal brings the winner more than another.
#[inline(always)]
fn book_more(end: &End, less: &End, tally: &mut impl Book) {
    tally.book(Field::CustomerSpend, (end.price - less.price).minor());
    tally.book(Field::FrontMargin, (end.margin - less.margin).minor());
    tally.book(Field::DistributorMargin, (end.distributor - less.distributor).minor());
    tally.book(Field::NetRevenue, (end.revenue - less.revenue).minor());
    tally.book(Field::Rent, (end.rent - less.rent).minor());
    tally.book(Field::GrossProfit, (end.profit - less.profit).minor());
}

/// A tally that is booked into several times, or taken back from.
struct Times<'a, B> {
    times: i64,
    tally: &'a mut B,
}

impl<B: Book> Book for Times<'_, B> {
    #[inline(always)]
    fn book(&mut self, field: Field, amount: i64) {
        self.tally.book(field, self.times * amount);
    }
}

#[inline(always)]
fn times_of(amount: Money, times: i64) -> Money {
    Money::from_minor(amount.minor() * times)
}
