//! An independent, plain simulator: every programme by itself, deal by deal, nothing shared, nothing booked as a
//! difference. It reads the same draws, and must come to the same cent.

use self::deals::{Deal, Trial, deals};
use super::{SEED, edited, play, small};
use partnersim::model::auction::auction;
use partnersim::model::market::Market;
use partnersim::model::population::{Member, population};
use partnersim::model::treatment::{Support, Treatment};
use partnersim::outcome::{Business, Dimension, FIELDS, Field, Tally};
use partnersim::programme::{Programme, Regime};
use partnersim::sim::draws::Draws;
use partnersim::units::{Money, Rate};

mod deals;

/// Fields that are no deal's: the desk's, run-rate business, the comparison with the baseline.
const APART: &[Field] = &[
    Field::RunRateSpend,
    Field::RunRateMargin,
    Field::DeskWork,
    Field::DeskCapacity,
    Field::WaitedMicroDays,
    Field::WorseOff,
];

/// How a deal ends under a treatment.
struct End {
    won: bool,
    price: Money,
    support: Money,
    tally: Tally,
}

fn end(programme: &Programme, members: &[Member], deal: &Deal, treatment: &Treatment) -> End {
    let support_of = |slot| if slot == 0 { treatment.originator_support } else { treatment.rival_support };
    let cost = |slot: usize, support| {
        let discount = programme.levels[members[deal.bidders[slot]].level].base_discount;
        deal.list.times(Rate::ONE - discount - support)
    };
    let spending = |slot| match slot {
        0 => programme.presales.originator + deal.list.times(programme.presales.originator_rate),
        _ => programme.presales.rival,
    };
    let mut tally = Tally::default();
    let mut reserves = Vec::new();
    for slot in 0..deal.bidders.len() {
        let stays = slot == 0 || !treatment.drop_out.hits(deal.drop_out[slot]);
        reserves.push(if stays { cost(slot, support_of(slot)) + deal.needs[slot] } else { Money::MAX });
        tally[Field::Presales] += if stays { spending(slot).minor() } else { 0 };
    }
    let ask = Money::round_minor(deal.list.minor() as f64 * deal.ask * treatment.ask_factor);
    let Some(sale) = auction(&reserves, ask.min(deal.list)) else {
        return End { won: false, price: Money::ZERO, support: Money::ZERO, tally };
    };
    let slot = sale.winner;
    let kept = |cost: Money| cost.times(programme.distribution.margin.of(programme.distribution.share));
    let (own, unsupported) = (cost(slot, support_of(slot)), cost(slot, Rate::ZERO));
    let unit_cost = deal.list.times(segment(programme, deal.segment).unit_cost);
    let profit = own - kept(own) - unit_cost;
    let support = deal.list.times(support_of(slot));
    for (field, amount) in [
        (Field::CustomerSpend, sale.price),
        (Field::FrontMargin, sale.price - own),
        (Field::Rent, sale.price - reserves[slot]),
        (Field::DistributorMargin, kept(own)),
        (Field::NetRevenue, own - kept(own)),
        (Field::GrossProfit, profit),
        (Field::ListWon, deal.list),
        (Field::WinnersPresales, spending(slot)),
        (Field::SupportCost, support),
        (Field::SupportedProfit, if support > Money::ZERO { profit } else { Money::ZERO }),
        (Field::SupportedLoss, (unsupported - kept(unsupported)) - (own - kept(own))),
    ] {
        tally[field] = amount.minor();
    }
    tally[Field::DealsWon] = 1;
    End { won: true, price: sale.price, support, tally }
}

/// Segments by name, as draws fall on them.
fn segment(programme: &Programme, at: usize) -> &partnersim::programme::Segment {
    let mut segments: Vec<_> = programme.segments.iter().collect();
    segments.sort_by(|a, b| a.name.cmp(&b.name));
    segments[at]
}

/// The deals of a trial of a programme that starts at once and releases no backlog.
fn replay(programme: &Programme, draws: &Draws, trial: u64) -> Tally {
    let members = population(programme);
    let market = Market::new(programme, &members, programme.registration.propensity);
    let deals = deals(programme, &members, &market, &Trial { draws, trial });
    let (desk, support) = (&programme.desk, Support::new(programme));
    let mut total = Tally::default();
    let (mut backlog, mut left) = (0.0, Money::ZERO);
    for month in 0..programme.settings.months as usize {
        let of_month = || deals.iter().filter(|deal| deal.month == month);
        let requests = of_month().filter(|deal| deal.requested).count() as u64;
        let review = desk.month(requests, backlog);
        backlog = review.backlog;
        if month % 12 == 0 {
            left = support.budget;
        }
        total[Field::DeskCost] += desk.cost(requests).minor();
        let granted = support.granted(programme.registration.regime, desk.ask_factor(review.wait));
        for deal in of_month() {
            let without = end(programme, &members, deal, &Treatment::NONE);
            total[Field::Opportunities] += 1;
            total[Field::SpendWithout] += without.price.minor();
            total[Field::ListWithout] += without.tally[Field::ListWon];
            total[Field::Requests] += i64::from(deal.requested);
            total[Field::EarlyRequests] += i64::from(deal.requested && deal.early);
            total[Field::Granted] += i64::from(deal.granted);
            if !deal.granted {
                total += &without.tally;
                continue;
            }
            let kept = support.in_time(review.wait).hits(deal.cycle) || support.extension.hits(deal.extension);
            let mut with = end(programme, &members, deal, &if kept { granted } else { granted.lapsed() });
            if support.budget > Money::ZERO && with.support > left {
                with = end(programme, &members, deal, &granted.lapsed());
            }
            left -= with.support;
            total += &with.tally;
            total[Field::QuotationsWon] += i64::from(with.won);
            if without.won && with.support > Money::ZERO {
                total[Field::Deadweight] += with.support.minor();
                total[Field::PriceCut] += (without.price - with.price).minor();
            }
        }
    }
    total
}

#[test]
fn a_plain_simulator_comes_to_the_same_cent() {
    let baseline = edited(&small(), |p| p.settings.months = 24);
    let programmes = [
        baseline.clone(),
        edited(&baseline, |p| p.registration.regime = Regime::Open),
        edited(&baseline, |p| {
            p.registration.installed_base = true;
            p.quotation.support = Rate::per_mille(100);
            p.bidding.drop_out = Rate::per_mille(300);
        }),
        edited(&baseline, |p| p.quotation.budget = Money::from_units(300_000)),
        edited(&baseline, |p| (p.desk.reviewers, p.desk.minutes_per_request) = (1, 800.0)),
        edited(&baseline, |p| {
            p.levels[1].base_discount = Rate::per_mille(215);
            p.presales.originator_rate = Rate::per_mille(3);
            p.segments[0].rival_price_mean = Rate::per_mille(800);
        }),
        edited(&baseline, |p| p.bidding.pool_level = "Gold".into()),
    ];
    let scenarios: Vec<&Programme> = programmes[1..].iter().collect();
    let game = play(&baseline, &scenarios, 6);
    let draws = Draws::new(SEED);
    for (at, programme) in programmes.iter().enumerate() {
        let mut plain = [0; FIELDS];
        for trial in 0..game.trials.count as u64 {
            let deals = replay(programme, &draws, trial);
            plain.iter_mut().zip(deals.0).for_each(|(sum, value)| *sum += i128::from(value));
        }
        for field in Field::ALL.iter().filter(|field| !APART.contains(field)) {
            // The desk belongs to no business.
            let rows = [Business::Opportunities as usize, Business::ALL.len()];
            let shared: i128 = rows.iter().map(|row| game.sum(at, Dimension::Business, *row, *field)).sum();
            assert_eq!(shared, plain[*field as usize], "programme {at}: {field:?}");
            assert!(shared != 0 || *field == Field::Deadweight, "programme {at}: {field:?} is tested");
        }
    }
}
