//! What a deal is, and how it ends, without any quotation (docs/model.md, "Opportunities" and "Price"). Programmes
//! that agree on it share every draw's meaning, so it is played once for all of them.

use std::sync::Arc;

use crate::model::horizon::{YEAR_MONTHS, daily_rates};
use crate::model::pay_per_use::PayPerUseRules;
use crate::model::pool::Pool;
use crate::model::population::{Member, level_index};
use crate::model::rebates::RebateRules;
use crate::programme::{Presales, Programme};
use crate::quantile::Chance;
use crate::units::{Money, Rate};

mod segment;

use segment::segments;
pub use segment::{LARGEST_LIST, MarketSegment, list_value};

/// The market of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    /// Expected opportunities on a day of each month of the fiscal year.
    pub daily: [f64; YEAR_MONTHS],
    /// Segments, by name: the order of rows in the workbook does not matter.
    pub segments: Vec<MarketSegment>,
    /// Who can meet a deal.
    pub pool: Arc<Pool>,
    /// Width of bidders' own needs, of list.
    pub cost_spread: Rate,
    /// What each level pays without support, of list.
    pub price_shares: Vec<Rate>,
    /// What a bidder of each level bids from without support, of list.
    pub bid_shares: Vec<Rate>,
    /// What is left of that, as a share, once bidders give away their part of the rebate they expect: what they bid from.
    pub bid_left: Vec<Rate>,
    /// Factor on the competing ask: coverage that was cut, effort of originators.
    pub ask_factor: f64,
    /// How deals become pay-per-use contracts, if any do.
    pub by_use: Option<SellingByUse>,
    /// Spending before the sale.
    pub presales: Presales,
    /// What distributors keep of all purchases.
    pub distributor: Rate,
}

/// How deals of a market become pay-per-use contracts.
#[derive(Debug, Clone, PartialEq)]
pub struct SellingByUse {
    /// The contracts.
    pub rules: PayPerUseRules,
    /// Month of the horizon, from 0, from which the shift counts.
    pub from: usize,
    /// Whether a contract keeps the auction's margin rate.
    pub keeps_auction_margin: bool,
    /// Present value of a currency unit that is paid evenly over a term.
    pub evenly: f64,
}

impl SellingByUse {
    /// Present value of a partner's margin, of which a part is paid at once.
    pub fn worth(&self, margin: Money, at_once: Money) -> Money {
        at_once + Money::round_minor((margin - at_once).minor() as f64 * self.evenly)
    }
}

impl Market {
    /// Chance that a deal won in a month becomes a contract.
    pub fn moves(&self, month: usize) -> Chance {
        self.by_use.as_ref().map_or(Chance::NEVER, |selling| selling.rules.moves(month, selling.from))
    }
}

impl Market {
    /// The market of a programme, among `members`; `entered_propensity` is the baseline's. The programme's own rules
    /// begin in month `from`; `ask_gain` is the factor that the effort of originators puts on the competing ask.
    pub fn new(programme: &Programme, members: &[Member], entered_propensity: Rate, own: (usize, f64)) -> Market {
        let (level, elasticity) = Market::meets(programme);
        Market::with_pool(programme, Arc::new(Pool::new(members, level, elasticity)), entered_propensity, own)
    }

    /// What the pool of a programme depends on beside its members: the lowest level in it, and the elasticity of size.
    pub fn meets(programme: &Programme) -> (usize, f64) {
        let level = level_index(programme, &programme.bidding.pool_level).unwrap_or(0);
        (level, programme.bidding.size_elasticity)
    }

    /// The same as [`Market::new`], whose pool is known.
    pub fn with_pool(
        programme: &Programme,
        pool: Arc<Pool>,
        entered_propensity: Rate,
        (from, ask_gain): (usize, f64),
    ) -> Market {
        let price_shares: Vec<Rate> = programme.levels.iter().map(|level| level.base_discount.complement()).collect();
        let rebates = RebateRules::new(programme);
        let coverage = if programme.links.coverage_quotations { programme.coverage.ask_factor() } else { 1.0 };
        let mut market = Market {
            daily: Market::rates(programme, entered_propensity),
            bid_shares: Vec::new(),
            segments: segments(programme),
            pool,
            cost_spread: programme.bidding.cost_spread,
            bid_left: (0..price_shares.len()).map(|level| rebates.bid_away(level).complement()).collect(),
            price_shares,
            ask_factor: coverage * ask_gain,
            by_use: selling_by_use(programme, from),
            presales: programme.presales.clone(),
            distributor: programme.distribution.of_all_purchases(),
        };
        market.bid_shares = (0..market.price_shares.len()).map(|level| market.bid_share(level, Rate::ZERO)).collect();
        market
    }

    /// Whether draws mean the same in another market: who meets which deal, of what size, against which competing ask.
    /// What bidders make of it may differ.
    pub fn reads_alike(&self, other: &Market) -> bool {
        let ask = |segment: &MarketSegment| (segment.ask_mean, segment.ask_sd, segment.loyalty);
        self.ask_factor == other.ask_factor && self.alike(other, ask) && self.meets_alike(other)
    }

    /// Whether the same partners bid the same for the same deals in another market, whatever the competing ask, and spend the
    /// same on them.
    pub fn bids_alike(&self, other: &Market) -> bool {
        (self.cost_spread, self.distributor) == (other.cost_spread, other.distributor)
            && (&self.price_shares, &self.bid_shares) == (&other.price_shares, &other.bid_shares)
            && self.presales == other.presales
            && self.alike(other, |segment| segment.unit_cost)
            && self.meets_alike(other)
    }

    /// Whether the same partners meet the same deals in another market, whatever the competing ask.
    pub fn meets_alike(&self, other: &Market) -> bool {
        self.daily == other.daily && self.alike(other, |segment| segment.rivals) && self.registers_alike(other)
    }

    /// Whether draws mean the same to registration in another market: which deals there are, and who brings them. One of
    /// the two may have fewer of them.
    pub fn registers_alike(&self, other: &Market) -> bool {
        let traits = |segment: &MarketSegment| (segment.chance, segment.newest, segment.new_account);
        let values = |segment: &MarketSegment| (segment.log_median, segment.sigma);
        self.pool == other.pool && self.alike(other, traits) && self.alike(other, values)
    }

    /// Whether something is the same in all segments of another market.
    fn alike<T: PartialEq>(&self, other: &Market, part: impl Fn(&MarketSegment) -> T) -> bool {
        self.segments.iter().map(&part).eq(other.segments.iter().map(&part))
    }

    /// Expected opportunities on a day of each month of the fiscal year.
    pub fn rates(programme: &Programme, entered_propensity: Rate) -> [f64; YEAR_MONTHS] {
        daily_rates(programme.expected_per_year / entered_propensity.to_f64(), &programme.season_weights())
    }

    /// The widths of the strips in which arrivals are drawn: the baseline's own rates, or their mean in a month where
    /// it has none.
    pub fn strip_widths(baseline: &[f64; YEAR_MONTHS]) -> [f64; YEAR_MONTHS] {
        let mean = baseline.iter().sum::<f64>() / YEAR_MONTHS as f64;
        baseline.map(|rate| if rate > 0.0 { rate } else { mean })
    }

    /// What a bidder of a level with some support bids from, of list.
    #[inline(always)]
    pub fn bid_share(&self, level: usize, support: Rate) -> Rate {
        let share = self.price_shares[level] - support;
        if self.bid_left[level] == Rate::ONE { share } else { self.bid_left[level].of(share) }
    }

    /// The segment a draw falls on.
    #[inline(always)]
    pub fn segment(&self, mark: u32) -> usize {
        let last = self.segments.len() - 1;
        self.segments[..last].iter().map(|segment| usize::from(!segment.chance.hits(mark))).sum()
    }

    /// What the originator spends on an opportunity.
    #[inline(always)]
    pub fn originator_spending(&self, list: Money) -> Money {
        self.presales.originator + list.times(self.presales.originator_rate)
    }
}

fn selling_by_use(programme: &Programme, from: usize) -> Option<SellingByUse> {
    let rules = &programme.pay_per_use;
    let moves = rules.share_start > Rate::ZERO || rules.share_end > Rate::ZERO;
    moves.then(|| {
        let rules = PayPerUseRules::new(programme);
        let evenly = rules.spread_value(programme.settings.discount_rate);
        SellingByUse { rules, evenly, from, keeps_auction_margin: !programme.links.aas_margin }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::population::population;
    use crate::quantile;
    use crate::schema;

    #[test]
    fn the_default_market_has_four_thousand_opportunities_a_year() {
        let programme = schema::defaults();
        let market = Market::new(&programme, &population(&programme), programme.registration.propensity, (0, 1.0));
        let a_day = 4_000.0 / 365.0;
        assert!(market.daily.iter().all(|rate| (rate - a_day).abs() < 1e-12));
        assert_eq!(market.pool.len(), 220);
        assert_eq!(market.distributor, Rate::per_mille(6));
    }

    #[test]
    fn draws_fall_on_segments_by_share_and_name() {
        let mut programme = schema::defaults();
        let members = population(&programme);
        let market = Market::new(&programme, &members, Rate::ONE, (0, 1.0));
        // By name: Composable 12 %, Flash storage 15 %, Networking 20 %, Servers 53 %.
        let at = |share: f64| market.segments[market.segment(quantile::mark(share))].row;
        assert_eq!([at(0.0), at(0.119), at(0.121), at(0.28), at(0.46), at(0.48), at(0.999)], [1, 1, 2, 3, 3, 0, 0]);
        programme.segments.reverse();
        let reversed = Market::new(&programme, &members, Rate::ONE, (0, 1.0));
        assert_eq!(reversed.segments[reversed.segment(quantile::mark(0.46))].row, 0, "still Networking");
    }
}
