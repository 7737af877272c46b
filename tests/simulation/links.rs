//! Each link between systems does what docs/model.md, "Interactions", says, and nothing else.

use super::{Game, difference, edited, play, rich, small};
use partnersim::outcome::partner::PartnerField;
use partnersim::outcome::{Business, Dimension, Field};
use partnersim::programme::{CompensationModel, CountsAs, Programme};
use partnersim::units::{Money, Rate};

/// What counts partners against the baseline of a run.
const COMPARED: &[Field] = &[Field::WorseOff];
const TRIALS: usize = 6;

/// Three years with as many deals as by default, so that they decide on levels.
fn three_years() -> Programme {
    edited(&small(), |p| {
        p.settings.months = 36;
        p.expected_per_year = 1_000.0;
    })
}

/// Everything that deals bring, month by month of the horizon.
fn deals(game: &Game, programme: usize) -> Vec<i128> {
    game.row(programme, Dimension::Business, Business::Opportunities as usize, COMPARED)
}

/// What partners are paid by tracks or rebates, by partner.
fn paid(game: &Game, programme: usize) -> Vec<i128> {
    let partners = &game.trials.partners[programme].partners;
    partners.iter().map(|partner| partner[PartnerField::BackEnd as usize]).collect()
}

#[test]
fn without_the_link_won_deals_do_not_count_for_levels() {
    let linked = edited(&three_years(), |p| p.rebates.on_quotations = false);
    let apart = edited(&linked, |p| p.links.quotations_levels = false);
    // The other vendor gives everything away: no deal is won.
    let lost = edited(&linked, |p| {
        for segment in &mut p.segments {
            (segment.rival_price_mean, segment.rival_price_sd) = (Rate::ZERO, Rate::ZERO);
        }
    });
    let game = play(&linked, &[&apart, &lost], TRIALS);
    assert_eq!(game.values(2, Field::DealsWon), [0; TRIALS]);
    assert!(game.values(1, Field::DealsWon).iter().all(|won| *won > 0));
    assert_eq!(game.held(1), game.held(2));
    for field in [Field::Promoted, Field::Demoted, Field::Rebates, Field::RunRateSpend] {
        assert_eq!(game.values(1, field), game.values(2, field), "{field:?}");
    }
    assert_ne!(game.held(0), game.held(1), "linked, deals lift partners");
}

#[test]
fn without_the_link_the_first_level_decides_on_quotations_for_ever() {
    let linked = three_years();
    let apart = edited(&linked, |p| p.links.level_quotations = false);
    // Everybody is certified for the own level and none above, so that without thresholds nobody moves.
    let frozen = edited(&linked, |p| {
        for (cents, level) in p.levels.iter_mut().enumerate() {
            level.threshold = Money::from_minor(cents as i64);
        }
    });
    let game = play(&linked, &[&apart, &frozen], TRIALS);
    assert_eq!(game.values(2, Field::Promoted), [0; TRIALS]);
    assert_eq!(game.values(2, Field::Demoted), [0; TRIALS]);
    let won = |programme, month| game.sum(programme, Dimension::Month, month, Field::ListWon);
    for month in 0..36 {
        assert_eq!(won(1, month), won(2, month), "month {}", month + 1);
        assert!(month >= 12 || won(0, month) == won(1, month), "levels are the first ones in the first year");
    }
    assert_eq!(deals(&game, 1), deals(&game, 2));
    assert_ne!(deals(&game, 0), deals(&game, 1), "linked, levels decide");
    assert_eq!(game.held(0).len(), game.held(1).len());
    assert!(game.values(1, Field::Demoted).iter().all(|demoted| *demoted > 0), "levels still change");
}

#[test]
fn without_the_link_fewer_managers_change_nothing() {
    let baseline = small();
    let cut = edited(&baseline, |p| p.coverage.cut = Rate::per_mille(400));
    let apart = edited(&cut, |p| p.links.coverage_quotations = false);
    let game = play(&baseline, &[&cut, &apart], TRIALS);
    assert_eq!(difference((&game, 0), (&game, 2), &[]), None);
    for field in [Field::DealsWon, Field::DeskWork] {
        assert_ne!(game.values(0, field), game.values(1, field), "{field:?}");
    }
    assert_eq!(game.values(0, Field::Requests), game.values(1, Field::Requests));
}

/// Every won deal becomes a contract.
fn all_contracts(p: &mut Programme) {
    (p.pay_per_use.share_start, p.pay_per_use.share_end) = (Rate::ONE, Rate::ONE);
}

#[test]
fn without_the_link_a_contract_keeps_the_margin_of_the_auction() {
    let baseline = edited(&small(), all_contracts);
    let apart = edited(&baseline, |p| p.links.aas_margin = false);
    let dearer = edited(&apart, |p| p.pay_per_use.partner_margin = Rate::per_mille(400));
    let game = play(&baseline, &[&apart, &dearer], TRIALS);
    for total in game.totals(1) {
        assert_eq!(total[Field::ContractValue], total[Field::ContractPrice], "no uplift");
        assert_eq!(total[Field::ContractValue] - total[Field::ContractPurchases], total[Field::OutrightMargin]);
    }
    assert_eq!(difference((&game, 1), (&game, 2), &[]), None, "the contract's own margin has no say");
    for total in game.totals(0) {
        // 28 % of each contract, each rounded to the cent.
        let margin = total[Field::ContractValue] - total[Field::ContractPurchases];
        let off = margin as f64 - 0.28 * total[Field::ContractValue] as f64;
        assert!(off.abs() <= 0.5 * total[Field::Contracts] as f64, "{off}");
    }
    // With an uplift the auction's margin grows along, rate unchanged.
    let uplifted = edited(&apart, |p| p.pay_per_use.uplift = Rate::per_mille(200));
    let game = play(&baseline, &[&uplifted], TRIALS);
    for total in game.totals(1) {
        let margin = total[Field::ContractValue] - total[Field::ContractPurchases];
        let off = margin as f64 - 1.2 * total[Field::OutrightMargin] as f64;
        assert!(off.abs() <= 0.5 * total[Field::Contracts] as f64, "{off}");
    }
}

#[test]
fn without_the_link_contracts_count_for_levels_as_if_sold_outright() {
    let outright = edited(&three_years(), |p| p.rebates.on_quotations = false);
    let contracts = edited(&outright, |p| {
        all_contracts(p);
        p.pay_per_use.counts_as = CountsAs::Billings;
    });
    let apart = edited(&contracts, |p| p.links.aas_levels = false);
    let whole = edited(&apart, |p| p.pay_per_use.counts_as = CountsAs::Tcv);
    let game = play(&outright, &[&contracts, &apart, &whole], TRIALS);
    assert_eq!(difference((&game, 2), (&game, 3), COMPARED), None, "what contracts count for has no say");
    assert_eq!(game.held(0), game.held(2));
    for field in [Field::Promoted, Field::Demoted, Field::DealsWon, Field::Rebates] {
        assert_eq!(game.values(0, field), game.values(2, field), "{field:?}");
    }
    assert_ne!(game.held(0), game.held(1), "linked, billings lift nobody in the year of signing");
}

#[test]
fn without_the_link_service_levels_have_no_say_in_tracks() {
    let linked = rich();
    let apart = edited(&linked, |p| p.links.service_indicator = false);
    // Only the very largest sellers are left.
    let fewer = |p: &mut Programme| p.services.threshold = Money::from_units(80_000);
    let [linked_fewer, apart_fewer] = [edited(&linked, fewer), edited(&apart, fewer)];
    let game = play(&linked, &[&apart, &linked_fewer, &apart_fewer], TRIALS);
    assert_eq!(paid(&game, 1), paid(&game, 3), "payouts without the link");
    assert_eq!(game.trials.partners[1].tracks, game.trials.partners[3].tracks);
    assert_eq!(game.trials.partners[1].indicators, game.trials.partners[3].indicators);
    assert_ne!(paid(&game, 0), paid(&game, 2), "linked, they have");
    // Without the link Power Services asks for delivery alone: all of the first group deliver.
    let on_power_services = |programme: usize| game.trials.partners[programme].tracks[2][0];
    assert!(on_power_services(1) > on_power_services(0));
}

#[test]
fn subcontracting_that_is_avoided_is_a_saving_only_by_the_link() {
    let baseline = rich();
    let staffed = edited(&baseline, |p| p.field.new_staff = 30);
    let apart = edited(&staffed, |p| p.links.subcontract_savings = false);
    let game = play(&baseline, &[&staffed, &apart], TRIALS);
    let savings = [Field::SavingsGross, Field::SavingsExitRunRate, Field::PaybackMonth];
    assert_eq!(difference((&game, 1), (&game, 2), &savings), None, "nothing but savings");
    for trial in 0..TRIALS {
        let [before, with, without] = [0, 1, 2].map(|programme| game.trials.total(trial, programme));
        let avoided = before[Field::SubcontractCost] - with[Field::SubcontractCost];
        assert!(avoided > 0, "more people of its own take tickets");
        assert_eq!(with[Field::SavingsGross] - without[Field::SavingsGross], avoided);
        assert_eq!(without[Field::SavingsGross], before[Field::SavingsGross], "the plan is the baseline's");
    }
}

#[test]
fn links_of_systems_that_are_not_used_change_nothing() {
    let baseline = edited(&small(), |p| {
        p.settings.months = 24;
        p.compensation.model = CompensationModel::Legacy;
    });
    let apart = edited(&baseline, |p| {
        p.links.coverage_quotations = false;
        p.links.aas_margin = false;
        p.links.aas_levels = false;
        p.links.service_indicator = false;
        p.links.subcontract_savings = false;
    });
    let game = play(&baseline, &[&apart], TRIALS);
    assert_eq!(difference((&game, 0), (&game, 1), &[]), None);
}
