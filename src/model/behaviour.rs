//! How partners respond to the rules of a programme (docs/model.md, "Behaviour").

use crate::model::pilot::Pilot;
use crate::programme::{Behaviour, Programme, Segment};
use crate::units::Rate;

/// What a programme's rules make of people, in one reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// Share of eligible opportunities whose originator registers.
    pub propensity: Rate,
    /// Share of requests, duplicates apart, that are approved.
    pub approval: Rate,
    /// Factor on requests from gaming the indicator "registrations", 1 or more; `propensity` has it already.
    pub requests_factor: f64,
    /// Factor on the competing vendor's ask from the originator's effort, 1 or more.
    pub ask_gain: f64,
    /// Mean number of rivals by row of `Segments`, if rivals enter while it pays.
    pub rivals_mean: Option<Vec<f64>>,
    /// How far partners stretch to a threshold, if they do.
    pub stretch: Option<Stretch>,
    /// Whether partners choose the compensation track that pays most.
    pub track_choice: bool,
}

/// Buying up to a threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Purchases that can be stretched, as a multiple of the threshold.
    pub capacity: f64,
    /// Share of the stretch that is missing the next year.
    pub pull_forward: Rate,
}

/// The most rivals a deal has on average, as in the table `Segments`.
const MOST_RIVALS: f64 = 7.0;

impl Response {
    /// No response: the static reading.
    pub fn none(programme: &Programme) -> Response {
        Response {
            propensity: programme.registration.propensity,
            approval: programme.registration.approval_rate,
            requests_factor: 1.0,
            ask_gain: 1.0,
            rivals_mean: None,
            stretch: None,
            track_choice: false,
        }
    }
}

/// The behavioural reading of a programme, from what partners expect under the baseline and under its `own` rules.
/// `registrations_weight` is the share of all indicators' weights that stands on registrations, 0 to 1; 0 where
/// compensation does not go by tracks.
pub fn respond(programme: &Programme, baseline: &Pilot, own: &Pilot, registrations_weight: f64) -> Response {
    let behaviour = &programme.behaviour;
    let mut response = Response::none(programme);
    if behaviour.registration {
        let factor = propensity_factor(behaviour.registration_elasticity, baseline, own);
        response.propensity = scaled(response.propensity, factor);
    }
    if behaviour.effort {
        response.ask_gain = 1.0 + behaviour.effort_gain.to_f64() * effort(behaviour, own);
    }
    if behaviour.entry {
        response.rivals_mean = Some(rivals_mean(programme, own));
    }
    if behaviour.stretch {
        response.stretch = Some(Stretch { capacity: behaviour.stretch_capacity, pull_forward: behaviour.pull_forward });
    }
    response.track_choice = behaviour.track_choice;
    response.game(behaviour.gaming * registrations_weight);
    response
}

/// The programme as its own rules have people play it. Effort, stretch and the choice of tracks are no parameters and
/// stay with the response.
pub fn apply(programme: &Programme, response: &Response) -> Programme {
    let mut played = programme.clone();
    played.registration.propensity = response.propensity;
    played.registration.approval_rate = response.approval;
    for (segment, mean) in played.segments.iter_mut().zip(response.rivals_mean.iter().flatten()) {
        segment.rivals_mean = *mean;
    }
    played
}

impl Response {
    /// Requests made for the indicator alone: none of them adds a grant. Once every eligible opportunity is
    /// registered there is nothing left to add, and approval falls no further.
    fn game(&mut self, gaming: f64) {
        if gaming > 0.0 && self.propensity > Rate::ZERO {
            let honest = self.propensity.to_f64();
            self.requests_factor = (1.0 + gaming).min(1.0 / honest);
            self.propensity = scaled(self.propensity, self.requests_factor);
            self.approval = scaled(self.approval, 1.0 / self.requests_factor);
        }
    }
}

/// Factor on the propensity to register: what a granted registration earns against the baseline's, to the power of the
/// elasticity. Where it earns nothing in the baseline there is nothing to compare with, and the factor is 1.
fn propensity_factor(elasticity: f64, baseline: &Pilot, own: &Pilot) -> f64 {
    match baseline.registered_rent > 0.0 {
        true => libm::pow(own.registered_rent / baseline.registered_rent, elasticity),
        false => 1.0,
    }
}

/// The originator's effort, 0 to 1.
fn effort(behaviour: &Behaviour, own: &Pilot) -> f64 {
    let expected = own.rewarded * own.rent;
    (behaviour.effort_theta * expected / behaviour.effort_cost.minor() as f64).min(1.0)
}

/// Mean rivals by segment; as entered where a bid costs nothing or the pilot met no deal of the segment.
fn rivals_mean(programme: &Programme, own: &Pilot) -> Vec<f64> {
    let spread = programme.bidding.cost_spread.to_f64();
    let bid_cost = programme.presales.rival.minor() as f64;
    let expected = own.win_rates.iter().zip(&own.mean_list);
    let mean = |(segment, (win_rate, list)): (&Segment, (&f64, &f64))| {
        if bid_cost == 0.0 || *list == 0.0 {
            return segment.rivals_mean;
        }
        (bidders(win_rate * list * spread, bid_cost) - 1.0).clamp(0.0, MOST_RIVALS)
    };
    programme.segments.iter().zip(expected).map(mean).collect()
}

/// The number of bidders n at which the rent of one of them, `prize` / (n (n + 1)), just covers what a bid costs.
fn bidders(prize: f64, bid_cost: f64) -> f64 {
    (libm::sqrt(1.0 + 4.0 * prize / bid_cost) - 1.0) / 2.0
}

/// A share times a factor, at most 100 %.
fn scaled(share: Rate, factor: f64) -> Rate {
    let ppb = (share.ppb() as f64 * factor).round();
    Rate::from_ppb(ppb.min(Rate::ONE.ppb() as f64) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;
    use crate::units::Money;

    /// A mean deal of 90,000 that the vendor wins with 40 %, its originator with 25 % at a rent of 4,800.
    fn pilot(segments: usize) -> Pilot {
        Pilot {
            registered_rent: 400_000.0,
            rewarded: 0.25,
            rent: 480_000.0,
            win_rate: 0.4,
            mean_list: vec![9_000_000.0; segments],
            win_rates: vec![0.4; segments],
        }
    }

    fn response(change: impl Fn(&mut Programme), own: &Pilot, weight: f64) -> Response {
        let mut programme = schema::defaults();
        programme.registration.propensity = Rate::per_mille(500);
        programme.registration.approval_rate = Rate::per_mille(740);
        programme.bidding.cost_spread = Rate::per_mille(120);
        change(&mut programme);
        respond(&programme, &pilot(programme.segments.len()), own, weight)
    }

    #[test]
    fn with_every_switch_off_nothing_changes() {
        let mut programme = schema::defaults();
        programme.behaviour = Behaviour { effort_cost: Money::from_units(1), ..Behaviour::default() };
        let own = Pilot { registered_rent: 1.0, ..pilot(4) };
        let response = respond(&programme, &pilot(4), &own, 1.0);
        assert_eq!(response, Response::none(&programme));
        assert_eq!(apply(&programme, &response), programme);
    }

    #[test]
    fn registering_follows_its_rent() {
        let propensity = |registered_rent| response(|_| {}, &Pilot { registered_rent, ..pilot(4) }, 0.0).propensity;
        assert_eq!(propensity(400_000.0), Rate::per_mille(500), "the baseline itself");
        // Twice the rent: 2^0.3 = 1.231144413, so 61.557 %; a tenfold one 10^0.3 = 1.995, 100 times is capped.
        assert_eq!(propensity(800_000.0), Rate::from_ppb(615_572_207));
        assert_eq!(propensity(40_000_000.0), Rate::ONE);
        assert_eq!(propensity(0.0), Rate::ZERO);
    }

    #[test]
    fn without_a_rent_in_the_baseline_propensity_stays_as_entered() {
        let programme = schema::defaults();
        let none = Pilot { registered_rent: 0.0, ..pilot(4) };
        for own in [&none, &pilot(4)] {
            assert_eq!(respond(&programme, &none, own, 0.0).propensity, programme.registration.propensity);
        }
    }

    #[test]
    fn effort_follows_the_expected_rent() {
        // 0.25 x 0.25 x 4,800 / 1,500 = 0.2 of full effort, which gains 2 %: 0.4 %.
        assert!((response(|_| {}, &pilot(4), 0.0).ask_gain - 1.004).abs() < 1e-12);
        // Nobody works more than fully.
        assert_eq!(response(|p| p.behaviour.effort_theta = 10.0, &pilot(4), 0.0).ask_gain, 1.02);
    }

    #[test]
    fn rivals_enter_while_the_rent_covers_the_bid() {
        let rivals = |cost| {
            let entry = |p: &mut Programme| {
                p.behaviour.entry = true;
                p.presales.rival = Money::from_units(cost);
            };
            response(entry, &pilot(4), 0.0).rivals_mean.unwrap_or_default()
        };
        // 4 W D w / c = 4 x 0.4 x 90,000 x 12 % / 1,500 = 11.52: n = (-1 + 3.538361) / 2 = 1.269181.
        assert!((rivals(1_500)[0] - 0.269_181).abs() < 1e-6);
        // At 300 it is 57.6: n = (-1 + 7.655064) / 2 = 3.327532.
        assert!((rivals(300)[3] - 2.327_532).abs() < 1e-6);
        // At 2,500 not even two bidders pay; at 10 there would be 19 rivals.
        assert_eq!((rivals(2_500)[0], rivals(10)[0]), (0.0, 7.0));
        let entered: Vec<f64> = schema::defaults().segments.iter().map(|segment| segment.rivals_mean).collect();
        assert_eq!(rivals(0), entered, "a bid that costs nothing says nothing");
    }

    #[test]
    fn gaming_adds_requests_and_no_grant() {
        // 0.3 x 20 % = 6 % more requests: 53 %; 74 % / 1.06 = 69.811321 % approved.
        let gamed = response(|_| {}, &pilot(4), 0.2);
        assert_eq!((gamed.propensity, gamed.approval), (Rate::per_mille(530), Rate::from_ppb(698_113_208)));
        assert_eq!(gamed.requests_factor, 1.06);
        // From 98 % only the last 2 % are left to register: approval falls by 1 / 0.98, not 1.06.
        let all = response(|p| p.registration.propensity = Rate::per_mille(980), &pilot(4), 0.2);
        assert_eq!((all.propensity, all.approval), (Rate::ONE, Rate::from_ppb(725_200_000)));
        let nobody = response(|p| p.registration.propensity = Rate::ZERO, &pilot(4), 0.2);
        assert_eq!((nobody.propensity, nobody.approval), (Rate::ZERO, Rate::per_mille(740)));
    }

    #[test]
    fn a_programme_is_played_with_its_response() {
        let programme = schema::defaults();
        let response = Response {
            propensity: Rate::per_mille(530),
            approval: Rate::per_mille(700),
            rivals_mean: Some(vec![1.5; programme.segments.len()]),
            ..Response::none(&programme)
        };
        let played = apply(&programme, &response);
        assert_eq!(played.registration.propensity, Rate::per_mille(530));
        assert_eq!(played.registration.approval_rate, Rate::per_mille(700));
        assert!(played.segments.iter().all(|segment| segment.rivals_mean == 1.5));
        let entered = Programme { registration: programme.registration.clone(), ..played };
        assert_eq!(Programme { segments: programme.segments.clone(), ..entered }, programme);
    }
}
