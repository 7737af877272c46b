#!/usr/bin/env python3
"""The deal-registration simulation as an analyst states it from the model page, in vectorised NumPy.

For some trials at a time, all facts of all opportunities are drawn into columns: one value a deal, or, where each bidder
has its own, one row a bidding slot (8 x deals, the originator in row 0; in this order of axes every operation runs along
memory). Then each programme plays every deal from eligibility to price, and once more without support, since the
deadweight asks for that. Programmes share the drawn facts and nothing else.

Not simulated, because no deal-registration workbook needs it: more than one fiscal year, support budgets, late starts,
rebates, behaviour, and edits that change the drawn facts (who meets whom, deal sizes). Such an edit is refused.
"""
import sys
from dataclasses import dataclass, fields

import numpy as np

from model import (DAYS, EARLY_DAYS, MAX_RIVALS, MONTH_OF_DAY, Trade, at, column, desk_wait, draw_purchases,
                   draw_uncertain, in_trials)
from results import Result, Sums, main
from workbook import MONTHS

CHUNK = 24  # fastest of 1 to 48: arrays of 8 x deals are large enough for huge pages, and the rest for the caches
SLOTS = MAX_RIVALS + 1
ROUNDS = 1_000  # of drawing again, for deals that must fit a launch


# ---------------------------------------------------------------- the facts
@dataclass
class Accounts:
    """Who asks for what, in one column each: what eligibility looks at."""
    trial: np.ndarray
    segment: np.ndarray
    list_value: np.ndarray
    newest: np.ndarray  # newest technology
    new_account: np.ndarray
    last_order: np.ndarray  # months ago
    originator: np.ndarray  # place in the pool

    def put(self, places, other):
        for field in fields(self):
            getattr(self, field.name)[places] = getattr(other, field.name)


@dataclass
class Deals(Accounts):
    """Opportunities with all their facts and marks."""
    day: np.ndarray
    when: np.ndarray  # trial x 12 + month
    launch: np.ndarray  # waited for the rule: requested whatever else
    rival_offer: np.ndarray  # the competing vendor's, a standard normal
    cycle: np.ndarray  # in means
    register: np.ndarray  # this mark and those below are uniform
    conflict: np.ndarray
    approve: np.ndarray
    extend: np.ndarray
    bidders: np.ndarray  # 8 x deals: place in the pool, 0 where nobody bids
    present: np.ndarray  # 8 x deals
    need: np.ndarray  # 8 x deals, of the cost spread
    stay: np.ndarray  # 8 x deals: 1 for the originator

    def and_also(self, others):
        return Deals(*(np.concatenate([getattr(deals, f.name) for deals in (self, others)], axis=-1) for f in fields(self)))


def draw_pool(rng, world, size):
    """Partners of the pool by weight."""
    return np.searchsorted(world.pool_up_to[:-1], rng.random(size) * world.pool_up_to[-1], "right")


def draw_accounts(rng, world, trial):
    segments, values, n = world.base.segments, world.base.values, len(trial)
    segment = np.searchsorted(np.cumsum(segments["share"])[:-1], rng.random(n), "right")
    list_value = np.exp(segments["deal_sigma"].take(segment) * rng.standard_normal(n, dtype=np.float32))
    list_value *= 100 * segments["deal_median"].take(segment)
    return Accounts(trial, segment, np.rint(list_value, out=list_value),
                    rng.random(n, dtype=np.float32) < segments["new_generation"].take(segment),
                    rng.random(n, dtype=np.float32) < segments["new_account"].take(segment),
                    rng.standard_exponential(n, dtype=np.float32) * np.float32(values["accounts.months_between_orders"]),
                    draw_pool(rng, world, n))


def draw_bidders(rng, world, accounts):
    """Originator and rivals, all different: where a rival is there already, another is drawn."""
    n = len(accounts.trial)
    rivals = rng.poisson(world.base.segments["rivals_mean"].take(accounts.segment))
    present = np.arange(SLOTS)[:, None] <= np.minimum(rivals, world.most_rivals)
    bidders = np.zeros((SLOTS, n), np.intp)
    bidders[0] = accounts.originator
    for slot in range(1, SLOTS):
        places = np.flatnonzero(present[slot])
        while places.size:
            drawn = draw_pool(rng, world, places.size)
            bidders[slot, places] = drawn
            places = places[(bidders[:slot, places] == drawn).any(axis=0)]
    return bidders, present


def complete(rng, world, accounts, day, launch):
    """All other facts of deals whose accounts and days are known."""
    n = len(day)
    uniform = lambda *shape: rng.random(shape, dtype=np.float32)
    bidders, present = draw_bidders(rng, world, accounts)
    stay = uniform(SLOTS, n)
    stay[0] = 1
    return Deals(**vars(accounts), day=day, when=accounts.trial * MONTHS + MONTH_OF_DAY.take(day), launch=np.full(n, launch),
                 rival_offer=rng.standard_normal(n, dtype=np.float32), cycle=rng.standard_exponential(n, dtype=np.float32),
                 register=uniform(n), conflict=uniform(n), approve=uniform(n), extend=uniform(n), bidders=bidders,
                 present=present, need=uniform(SLOTS, n), stay=stay)


def draw_market(rng, world, trials, expected):
    """The opportunities of the market: a Poisson number a trial."""
    counts = rng.poisson(expected / world.base.values["propensity_entered"], trials)
    trial = np.repeat(np.arange(trials), counts)
    return complete(rng, world, draw_accounts(rng, world, trial), world.draw_days(rng, len(trial)), False)


def draw_launch(rng, world, rules, base, trials):
    """The requests that waited for a rule: opportunities that are eligible under it and not under the baseline."""
    values = rules.values
    trial = np.repeat(np.arange(trials), rng.poisson(values["launch.backlog"], trials))
    day = values["launch.day"] + rng.exponential(values["launch.half_life_days"] / np.log(2), len(trial))
    trial, day = trial[day < DAYS], day[day < DAYS].astype(np.intp)
    accounts = draw_accounts(rng, world, trial)
    candidates, places = accounts, np.arange(len(trial))
    for _ in range(ROUNDS):
        places = places[~eligible(candidates, rules, world) | eligible(candidates, base, world)]
        if not places.size:
            return complete(rng, world, accounts, day, True)
        candidates = draw_accounts(rng, world, trial[places])
        accounts.put(places, candidates)
    sys.exit(f"peer: {rules.name}: the launch opens next to nothing that the baseline does not")


# ---------------------------------------------------------------- one programme
def eligible(deals, rules, world):
    values = rules.values
    if values["registration.regime"] == "none":
        return np.zeros(len(deals.trial), bool)
    allowed = world.pool_level >= rules.level_rank(values["registration.min_level"])
    ok = allowed.take(deals.originator)
    ok &= deals.list_value >= 100 * at(values["registration.min_deal"], deals.trial)
    if not values["registration.installed_base"]:
        long_ago = deals.last_order >= at(values["registration.lookback_months"], deals.trial)
        ok &= deals.newest | deals.new_account | long_ago
    return ok


@dataclass
class Outcome:
    won: np.ndarray
    winner: np.ndarray  # bidding slot
    price: np.ndarray
    lowest: np.ndarray  # reserve
    costs: np.ndarray  # 8 x deals: purchase prices
    bids: np.ndarray  # 8 x deals


def auction(deals, shares, needs, offer, own=0.0, others=0.0, stays_out=None):
    """The reverse auction: the lowest reserve wins if it is within the ceiling, and is paid the second-lowest or the
    ceiling. `shares`: purchase prices without support, of list; supports and the rivals' chance to stay out: one a deal."""
    bids = deals.present if stays_out is None else deals.present & (deals.stay >= stays_out)
    costs = np.empty_like(shares)
    np.subtract(shares[0], own, out=costs[0])
    np.subtract(shares[1:], others, out=costs[1:])
    costs *= deals.list_value
    np.rint(costs, out=costs)
    reserves = costs + needs
    np.putmask(reserves, ~bids, np.inf)
    lowest, second, winner = reserves[0].copy(), np.full(len(offer), np.inf), np.zeros(len(offer), np.int8)
    for slot in range(1, SLOTS):
        reserve = reserves[slot]
        np.maximum(winner, (reserve < lowest) * np.int8(slot), out=winner)
        np.minimum(second, np.maximum(lowest, reserve), out=second)
        np.minimum(lowest, reserve, out=lowest)
    ceiling = np.minimum(np.rint(offer), deals.list_value)
    return Outcome(lowest <= ceiling, winner, np.minimum(second, ceiling), lowest, costs, bids)


def play(rules, world, deals, trials):
    """All deals under one programme."""
    values, segments, trial, when, listed = rules.values, rules.segments, deals.trial, deals.when, deals.list_value
    value = lambda key: at(values[key], trial)
    of_segment = lambda name: segments[name].take(deals.segment)
    whose = lambda partner, places: partner * world.segment_count + deals.segment[places]
    sums = Sums(trials, world)

    # Who registers, and what the desk says.
    requested = eligible(deals, rules, world) & (deals.register < value("registration.propensity")) | deals.launch
    granted = requested & (deals.conflict >= value("registration.conflict_rate"))
    granted &= deals.approve < value("registration.approval_rate")
    asked, given = np.flatnonzero(requested), np.flatnonzero(granted)
    sums.add("opportunities", when)
    sums.add("quotation_requests", when[asked], None, whose(deals.originator[asked], asked))
    sums.add("requests_first_13_days", when[asked], deals.day[asked] < EARLY_DAYS)
    sums.add("quotations_granted", when[given], None, whose(deals.originator[given], given))
    waits = desk_wait(values, sums.by_time["quotation_requests"])
    sums.by_time["waited"] = waits * sums.by_time["quotation_requests"]

    # What a granted request changes: supports, rivals who stay out, and a competing offer that wins more often.
    wait = waits.take(when)
    live = wait + deals.cycle * value("cycle.mean_days") <= value("protection.days")
    live |= deals.extend < value("protection.extension_rate")
    live &= granted
    if values["registration.regime"] == "open":
        others, stays_out = live * value("quotation.open_support"), None
        own = others + live * value("quotation.originator_topup")
    else:
        own, others = live * value("quotation.support"), np.zeros(len(trial))
        stays_out = (live * value("rivals.drop_out")).astype(np.float32)
    loss = np.minimum(np.maximum(wait - value("desk.free_days"), 0) * value("desk.win_loss_per_day"), 1)

    # The auction as it is, and as it would be without support.
    offer = np.maximum(of_segment("rival_price_mean") + of_segment("rival_price_sd") * deals.rival_offer, 0)
    offer *= listed
    offer *= 1 + of_segment("loyalty") * ~deals.new_account
    shares = (1 - rules.levels["base_discount"])[world.pool_level].take(deals.bidders)
    needs = deals.need * (listed * value("bidding.cost_spread"))
    np.rint(needs, out=needs)
    after = auction(deals, shares, needs, offer * (1 - loss * granted), own, others, stays_out)
    before = auction(deals, shares, needs, offer) if given.size else after

    # Who spent what before the sale.
    spent = np.rint(100 * value("presales.originator") + value("presales.originator_rate") * listed)
    rival = np.full(len(trial), 100 * value("presales.rival"))
    sums.add("partner_presales", when, spent + rival * after.bids[1:].sum(axis=0, dtype=np.int8))

    # What the won deals bring.
    won = np.flatnonzero(after.won)
    month, winner, price = when[won], after.winner[won], after.price[won]
    cost, whom = after.costs[winner, won], whose(deals.bidders[winner, won], won)
    sums.add("winners_presales", month, np.where(winner == 0, spent[won], rival[won]))
    sums.add("deals_won", month, None, whom)
    sums.add("customer_spend", month, price, whom)
    sums.add("partner_front_margin", month, price - cost, whom)
    sums.add("partner_rent", month, price - after.lowest[won])
    kept = at(values["distribution.margin"], trial[won]) * at(values["distribution.share"], trial[won])
    sums.add("distributor_margin", month, np.rint(cost * kept))
    sums.add("made", month, np.rint(of_segment("unit_cost")[won] * listed[won]))

    # What support costs, and what it would not have had to.
    sums.add("quotations_won", month, granted[won])
    paid = np.rint(np.where(winner == 0, own[won], others[won]) * listed[won])
    either_way = (paid > 0) & before.won[won]
    sums.add("vendor_support_cost", month, paid)
    sums.add("vendor_deadweight", month, paid * either_way)
    sums.add("passed_on", month, (before.price[won] - price) * either_way)
    return sums


def run_rate(rules, world, purchases):
    """The run-rate business of one programme, partner by partner."""
    values = rules.values
    spend = np.rint(purchases / (1 - rules.levels["run_rate_margin"])[world.level])
    margin = spend - purchases
    distributor = np.rint(purchases * column(values["distribution.margin"] * values["distribution.share"]))
    cost = np.rint(purchases * column(values["run_rate.unit_cost"]))
    return Trade(purchases.sum(axis=1), distributor.sum(axis=1), cost.sum(axis=1), spend @ world.is_of_level,
                 margin @ world.is_of_level, margin.sum(axis=0))


# ---------------------------------------------------------------- the run
def simulate(programmes, world, trials, seed, chunk):
    rng = np.random.Generator(np.random.SFC64([seed, 1]))
    results = [Result(p, trials, world) for p in programmes]
    for start in range(0, trials, chunk):
        n = min(chunk, trials - start)
        drawn = draw_uncertain(world.base, rng, n)
        rules_of = [in_trials(p, drawn) for p in programmes]
        market = draw_market(rng, world, n, rules_of[0].values["quotations.expected_per_year"])
        purchases, launched = draw_purchases(rng, n, world), {}
        for result, rules in zip(results, rules_of):
            deals = market
            if rules.values["launch.backlog"] and rules.values["registration.regime"] != "none":
                key = tuple(str(v) for k, v in rules.values.items() if k.startswith(("launch.", "registration.")))
                if key not in launched:
                    launched[key] = market.and_also(draw_launch(rng, world, rules, rules_of[0], n))
                deals = launched[key]
            trade = run_rate(rules, world, purchases)
            result.add(rules, play(rules, world, deals, n), trade, world, slice(start, start + n))
    return results


if __name__ == "__main__":
    main("The deal-registration simulation, stated directly in NumPy.", simulate, CHUNK)
