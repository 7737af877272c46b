//! How a deal ends under a treatment, and who books what of it.

use partnersim::model::auction::auction;
use partnersim::model::treatment::Treatment;
use partnersim::outcome::{Field, Tally};
use partnersim::programme::{Level, Programme, Segment};
use partnersim::units::{Money, Rate};

use super::deals::Deal;

/// How a deal ends: what each bidder books, and what a comparison of two ends asks for.
pub struct End {
    pub by_slot: Vec<Tally>,
    pub winner: Option<usize>,
    pub price: Money,
    pub support: Money,
}

/// Plays a deal among bidders who hold `levels`.
pub fn end(programme: &Programme, levels: &[usize], deal: &Deal, treatment: &Treatment) -> End {
    let level = |slot: usize| &programme.levels[levels[deal.bidders[slot]]];
    let support_of = |slot| if slot == 0 { treatment.originator_support } else { treatment.rival_support };
    let share = |slot, support| Rate::ONE - level(slot).base_discount - support;
    let cost = |slot, support| deal.list.times(share(slot, support));
    // In the auction bidders take off what they give away of the rebate they expect.
    let bid = |slot: usize| deal.list.times(kept(programme, level(slot)).of(share(slot, support_of(slot))));
    let spending = |slot| match slot {
        0 => programme.presales.originator + deal.list.times(programme.presales.originator_rate),
        _ => programme.presales.rival,
    };
    let mut by_slot = vec![Tally::default(); deal.bidders.len()];
    let mut reserves = Vec::new();
    for (slot, tally) in by_slot.iter_mut().enumerate() {
        let stays = slot == 0 || !treatment.drop_out.hits(deal.drop_out[slot]);
        reserves.push(if stays { bid(slot) + deal.needs[slot] } else { Money::MAX });
        tally[Field::Presales] = if stays { spending(slot).minor() } else { 0 };
    }
    let ask = Money::round_minor(deal.list.minor() as f64 * deal.ask * treatment.ask_factor);
    let Some(sale) = auction(&reserves, ask.min(deal.list)) else {
        return End { by_slot, winner: None, price: Money::ZERO, support: Money::ZERO };
    };
    let slot = sale.winner;
    let distributor = |cost: Money| cost.times(programme.distribution.margin.of(programme.distribution.share));
    let (own, unsupported) = (cost(slot, support_of(slot)), cost(slot, Rate::ZERO));
    let profit = own - distributor(own) - deal.list.times(segment(programme, deal.segment).unit_cost);
    let support = deal.list.times(support_of(slot));
    for (field, amount) in [
        (Field::CustomerSpend, sale.price),
        (Field::FrontMargin, sale.price - own),
        (Field::Rent, sale.price - reserves[slot]),
        (Field::DistributorMargin, distributor(own)),
        (Field::NetRevenue, own - distributor(own)),
        (Field::GrossProfit, profit),
        (Field::ListWon, deal.list),
        (Field::WinnersPresales, spending(slot)),
        (Field::SupportCost, support),
        (Field::SupportedProfit, if support > Money::ZERO { profit } else { Money::ZERO }),
        (Field::SupportedLoss, (unsupported - distributor(unsupported)) - (own - distributor(own))),
    ] {
        by_slot[slot][field] += amount.minor();
    }
    by_slot[slot][Field::DealsWon] = 1;
    End { by_slot, winner: Some(slot), price: sale.price, support }
}

/// What is left of a purchase price once a bidder has given away its part of the rebate.
fn kept(programme: &Programme, level: &Level) -> Rate {
    match programme.rebates.on_quotations {
        true => Rate::ONE - programme.rebates.pass_through.of(level.rebate),
        false => Rate::ONE,
    }
}

/// Segments by name, as draws fall on them.
fn segment(programme: &Programme, at: usize) -> &Segment {
    let mut segments: Vec<_> = programme.segments.iter().collect();
    segments.sort_by(|a, b| a.name.cmp(&b.name));
    segments[at]
}
