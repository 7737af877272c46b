//! The quotation desk: how long a request waits and what it costs (docs/model.md, "The desk").

use crate::model::horizon::WORKING_DAYS;
use crate::programme::Desk;
use crate::units::Money;

/// The load above which the queue's own wait is held at its value: what is above capacity is carried as backlog.
const FULL_LOAD: f64 = 0.95;

/// A month at the desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeskMonth {
    /// Mean wait of a request, in working days.
    pub wait: f64,
    /// Requests left over at the month's end.
    pub backlog: f64,
}

impl Desk {
    /// Requests the desk can review in a working day.
    pub fn capacity_per_day(&self) -> f64 {
        self.reviewers as f64 * self.hours_per_day * 60.0 / self.minutes_per_request
    }

    /// Plays a month with `requests` new requests on a carried backlog: the mean of the backlog over the month divided
    /// by the daily capacity, plus the M/M/c wait at the month's load.
    pub fn month(&self, requests: u64, carried: f64) -> DeskMonth {
        let capacity = self.capacity_per_day();
        let arrivals = requests as f64 / WORKING_DAYS;
        let growth = arrivals - capacity;
        let end = (carried + growth * WORKING_DAYS).max(0.0);
        let mean_backlog = if end > 0.0 || carried == 0.0 {
            (carried + end) / 2.0
        } else {
            // Worked off before the month ends: a triangle of height `carried`.
            carried * carried / (-2.0 * growth * WORKING_DAYS)
        };
        let load = (arrivals / capacity).min(FULL_LOAD);
        let servers = self.reviewers as usize;
        let queue = erlang_c(servers, load * servers as f64) / (capacity * (1.0 - load));
        DeskMonth { wait: mean_backlog / capacity + queue, backlog: end }
    }

    /// Factor on the competing vendor's ask for deals that waited: 1 within the free days.
    pub fn ask_factor(&self, wait: f64) -> f64 {
        (1.0 - self.win_loss_per_day.to_f64() * (wait - self.free_days).max(0.0)).max(0.0)
    }

    /// Cost of the hours worked on a number of requests.
    pub fn cost(&self, requests: u64) -> Money {
        Money::round_minor(requests as f64 * self.minutes_per_request / 60.0 * self.hourly_cost.minor() as f64)
    }
}

/// Erlang B: the share of arrivals that find all of `servers` busy and are lost, at an offered load in servers' worth.
pub fn erlang_b(servers: usize, offered: f64) -> f64 {
    (1..=servers).fold(1.0, |blocked, c| offered * blocked / (c as f64 + offered * blocked))
}

/// Erlang C: the share of arrivals that have to wait, at an offered load below the number of servers.
pub fn erlang_c(servers: usize, offered: f64) -> f64 {
    let blocked = erlang_b(servers, offered);
    blocked / (1.0 - offered / servers as f64 * (1.0 - blocked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Rate;

    /// One person, one request an hour, eight hours: eight requests a day.
    fn desk() -> Desk {
        Desk {
            reviewers: 1,
            minutes_per_request: 60.0,
            hours_per_day: 8.0,
            hourly_cost: Money::from_units(45),
            free_days: 2.0,
            win_loss_per_day: Rate::per_mille(10),
        }
    }

    #[test]
    fn erlang_formulas_give_the_published_values() {
        // Two servers at an offered load of one: B = 1/5, C = 1/3 (standard tables).
        assert!((erlang_b(2, 1.0) - 0.2).abs() < 1e-15);
        assert!((erlang_c(2, 1.0) - 1.0 / 3.0).abs() < 1e-15);
        // One server waits with the probability of its load.
        assert!((erlang_c(1, 0.7) - 0.7).abs() < 1e-15);
    }

    #[test]
    fn one_server_waits_as_m_m_1() {
        // Load 1/2: 84 requests in 21 days of 8; wait = rho / (capacity (1 - rho)) = 0.5 / 4 = 1/8 day.
        let month = desk().month(84, 0.0);
        assert!((month.wait - 0.125).abs() < 1e-12);
        assert_eq!(month.backlog, 0.0);
    }

    #[test]
    fn what_is_above_capacity_is_carried() {
        // 210 requests against 168: 42 are left, 21 on average in the month, 21/8 days, and the queue at load 0.95.
        let month = desk().month(210, 0.0);
        assert!((month.backlog - 42.0).abs() < 1e-9);
        let queue = 0.95 / (8.0 * 0.05);
        assert!((month.wait - (21.0 / 8.0 + queue)).abs() < 1e-9);
        // An idle month works 42 off in 42/8 days: mean backlog 42 x 5.25 / 2 / 21 = 5.25.
        let next = desk().month(0, 42.0);
        assert_eq!(next.backlog, 0.0);
        assert!((next.wait - 5.25 / 8.0).abs() < 1e-12);
    }

    #[test]
    fn waiting_costs_only_beyond_the_free_days() {
        assert_eq!(desk().ask_factor(2.0), 1.0);
        assert!((desk().ask_factor(5.0) - 0.97).abs() < 1e-15);
        assert_eq!(desk().ask_factor(1e9), 0.0);
        assert_eq!(desk().cost(10), Money::from_units(450));
    }
}
