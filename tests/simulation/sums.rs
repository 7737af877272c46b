//! What adds up over horizons of one to five fiscal years, with every system: payouts, partners, accounts.

use super::{edited, over, play};
use partnersim::measures::{Amounts, MEASURES};
use partnersim::outcome::account::{CONTRIBUTION, NET_MARGIN};
use partnersim::outcome::partner::{PARTNER_FIELDS, PartnerField};
use partnersim::outcome::{Dimension, Field};
use partnersim::programme::CompensationModel;
use partnersim::summary::{Names, Summary};
use partnersim::units::{Money, Rate};

const TRIALS: usize = 5;

#[test]
fn budget_neutral_payouts_cost_what_the_rebates_would_in_every_trial() {
    for months in [12, 18, 36] {
        let baseline = over(months);
        let neutral = edited(&baseline, |p| p.compensation.budget_neutral = true);
        let whole_years = edited(&neutral, |p| p.from_month = 13.min(months));
        let all = edited(&neutral, |p| p.compensation.enrolled = Rate::ONE);
        let legacy = edited(&baseline, |p| p.compensation.model = CompensationModel::Legacy);
        let game = play(&baseline, &[&neutral, &all, &legacy, &whole_years], TRIALS);
        for trial in 0..TRIALS {
            let total = |programme| game.trials.total(trial, programme);
            assert_eq!(total(1)[Field::TrackPayouts], total(1)[Field::LegacyRebates]);
            assert_ne!(total(0)[Field::TrackPayouts], total(0)[Field::LegacyRebates], "scaling has to do something");
            // Nobody is left out: the rebates of the same year by the old model, to the cent.
            assert_eq!(total(2)[Field::TrackPayouts], total(3)[Field::Rebates]);
            assert_eq!(total(2)[Field::Rebates], 0);
        }
        if months == 36 {
            for year in 1..3 {
                let of_year = |field| -> i128 {
                    (year * 12..(year + 1) * 12).map(|at| game.sum(4, Dimension::Month, at, field)).sum()
                };
                assert_eq!(of_year(Field::TrackPayouts), of_year(Field::LegacyRebates), "year {}", year + 1);
            }
        }
    }
}

#[test]
fn every_partner_is_at_one_level() {
    for months in [12, 18, 24, 60] {
        let baseline = over(months);
        let unsuspended = edited(&baseline, |p| p.years.clear());
        let game = play(&baseline, &[&unsuspended], TRIALS);
        let members = game.plans.members.len();
        for programme in 0..2 {
            for held in game.held(programme) {
                assert_eq!(held.iter().sum::<u32>() as usize, members);
            }
            let migration = &game.trials.partners[programme].migration;
            let levels = game.plans.shape.levels;
            for (first, row) in migration.chunks(levels).enumerate() {
                let count = game.plans.columns.levels.iter().filter(|level| usize::from(**level) == first).count();
                assert_eq!(row.iter().sum::<i64>() as usize, count * TRIALS, "partners of level {first} at first");
            }
            for last in 0..levels {
                let came: i64 = migration.chunks(levels).map(|row| row[last]).sum();
                let held: u32 = game.held(programme).iter().map(|held| held[last]).sum();
                assert_eq!(came, i64::from(held), "partners of level {last} in the end");
            }
        }
        let moved = game.values(0, Field::Demoted).iter().sum::<i64>();
        assert!(moved > 0, "somebody falls in {months} months");
    }
}

#[test]
fn partners_add_up_to_their_totals() {
    for months in [18, 36] {
        let baseline = over(months);
        let late = edited(&baseline, |p| {
            p.from_month = 8;
            p.terms.days_after = 120.0;
            p.compensation.model = CompensationModel::Legacy;
        });
        let game = play(&baseline, &[&late], TRIALS);
        for programme in 0..2 {
            let mut partners = [0_i128; PARTNER_FIELDS];
            for partner in &game.trials.partners[programme].partners {
                partners.iter_mut().zip(partner).for_each(|(sum, value)| *sum += value);
            }
            let sum = |field: Field| game.values(programme, field).into_iter().map(i128::from).sum::<i128>();
            for (field, total) in [
                (PartnerField::Spend, sum(Field::CustomerSpend) - sum(Field::ServiceSpend)),
                (PartnerField::FrontMargin, sum(Field::FrontMargin)),
                (PartnerField::Presales, sum(Field::Presales)),
                (PartnerField::Saved, sum(Field::Saved)),
                (PartnerField::RidesFree, sum(Field::FreeRiders)),
                (PartnerField::BackEnd, sum(Field::Rebates) + sum(Field::TrackPayouts)),
                (PartnerField::LegacyRebates, sum(Field::LegacyRebates)),
                (PartnerField::ServiceMargin, sum(Field::Kickbacks) + sum(Field::TicketFees) - sum(Field::TicketCosts)),
                (PartnerField::Requests, sum(Field::Requests)),
                (PartnerField::Granted, sum(Field::Granted)),
                (PartnerField::DealsWon, sum(Field::DealsWon)),
            ] {
                assert_eq!(partners[field as usize], total, "{field:?} over {months} months");
            }
        }
    }
}

#[test]
fn what_the_world_gains_is_what_all_gain() {
    // Customers, distributors, partners and the vendor: what one pays another receives, so that all of them together
    // are left with the goods, people and risks that were paid for.
    let game = play(&over(36), &[], TRIALS);
    for total in game.totals(0) {
        let read = |field: Field| total[field];
        let all = NET_MARGIN.whole(read) + CONTRIBUTION.whole(read) + read(Field::DistributorMargin);
        let goods = read(Field::NetRevenue) - read(Field::GrossProfit);
        let spent = goods
            + read(Field::Presales)
            + read(Field::TrackCosts)
            + read(Field::TrainingPartner)
            + read(Field::TrainingVendor)
            + read(Field::StretchCosts)
            + read(Field::TicketCosts)
            + read(Field::FieldCost)
            + read(Field::SubcontractCost)
            + read(Field::DeskCost);
        let money = read(Field::TermsGain) - read(Field::EarlyPartnerCapital) + read(Field::FinancingGain)
            - read(Field::TermsCapital)
            + read(Field::EarlyVendorCapital)
            - read(Field::CreditLoss)
            - read(Field::FinancingCost);
        assert_eq!(all, read(Field::CustomerSpend) - spent + money);
        assert!(read(Field::FinancingCost) > 0 && read(Field::FinancingGain) > 0, "financing costs and brings");
    }
}

#[test]
fn a_scenario_made_of_others_has_an_interaction_term() {
    let baseline = edited(&over(24), |p| p.years.clear());
    let support = edited(&baseline, |p| p.quotation.support = Rate::per_mille(150));
    let levels = edited(&baseline, |p| p.levels[2].threshold = Money::from_units(1_200_000));
    let both = edited(&support, |p| p.levels[2].threshold = Money::from_units(1_200_000));
    let game = play(&baseline, &[&support, &levels, &both], TRIALS);
    let name = |name: &str| name.to_owned();
    let names = Names {
        programmes: ["Baseline", "Support", "Levels", "Both"].map(name).into(),
        includes: vec![vec![], vec![], vec![], vec![1, 2]],
        levels: baseline.levels.iter().map(|level| level.name.clone()).collect(),
        segments: baseline.segments.iter().map(|segment| segment.name.clone()).collect(),
    };
    let summary = Summary::new(&game.trials, &game.plans, &names);
    assert!(summary.programmes[1].interactions.is_empty() && summary.programmes[2].interactions.is_empty());
    let mut interact = 0;
    for (at, measure) in MEASURES.iter().enumerate() {
        let read = |programme: usize| -> f64 {
            let values = game.totals(programme).into_iter().map(|total| (measure.read)(&Amounts::from(total)));
            values.sum::<f64>() / TRIALS as f64
        };
        let [baseline, support, levels, both] = [0, 1, 2, 3].map(read);
        let joint = both - baseline;
        let expected = joint - (support - baseline) - (levels - baseline);
        let term = summary.programmes[3].interactions[at].mean;
        let scale = baseline.abs().max(1.0);
        assert!((term - expected).abs() <= 1e-9 * scale, "{}: {term} and {expected}", measure.id);
        interact += usize::from(term.abs() > 1e-6 * scale);
    }
    assert!(interact > 5, "levels decide on quotations, and quotations on levels");
}
