#!/usr/bin/env python3
"""The deal-registration simulation reformulated for speed, within plain NumPy: what an expert makes of `direct.py`.

- Poisson splitting: the numbers of deals of one trial with r rivals in segment s are independent Poisson counts. They are
  drawn as one small table, and deals come out sorted by number of bidders, so that "the deals with a k-th bidder" is a
  slice, never an index; the auction is a handful of passes over slices that keep the two lowest reserves.
- Bidders are drawn by Walker's alias method; the few repeats are drawn again, which is drawing without replacement.
- The facts, and the play of every deal without support, are shared by all programmes; a programme then plays only the
  deals it supports, and its totals are the shared ones plus the difference on those deals.

Not simulated: what `direct.py` does not, and launches that open anything but the installed base or the look-back, or not
all in the same way.
"""
import sys
from dataclasses import dataclass, fields

import numpy as np

from model import (DAYS, EARLY_DAYS, MONTH_OF_DAY, Trade, at, desk_wait, draw_purchases, draw_uncertain, in_trials)
from results import Result, Sums, main
from workbook import MONTHS

CHUNK = 32  # fastest of 8 to 64; from 64 on, a small matrix product starts threads that cost more than they bring
FAR = 1e15
OPENING = ("launch.day", "launch.half_life_days", "registration.installed_base", "registration.lookback_months")


# ---------------------------------------------------------------- the facts that no programme decides
class AliasTable:
    """Draws from a discrete distribution in constant time (Walker, Vose)."""

    def __init__(self, weights):
        n = len(weights)
        self.keep, self.step = weights * (n / weights.sum()), np.zeros(n, np.intp)  # keep a cell, or step to another
        small, large = (list(np.flatnonzero(m)) for m in (self.keep < 1, self.keep >= 1))
        while small and large:
            low, high = small.pop(), large[-1]
            self.step[low] = high - low
            self.keep[high] -= 1 - self.keep[low]
            if self.keep[high] < 1:
                small.append(large.pop())
        self.keep[small + large] = 1.0

    def draw(self, rng, size):
        part = rng.random(size)
        part *= len(self.keep)
        index = part.astype(np.intp)
        part -= index
        index += (part >= self.keep.take(index)) * self.step.take(index)
        return index


@dataclass
class Deals:
    """Deals in columns, sorted by falling number of bidders. `bidders` and `need` hold one array a bidding slot, over the
    deals that have such a bidder, which are the first ones; slot 0 is the originator. `out` is the same for the rivals."""
    trial: np.ndarray
    when: np.ndarray  # trial x 12 + month
    segment: np.ndarray
    list_value: np.ndarray  # in cents, like all money here
    installed: np.ndarray
    rival_offer: np.ndarray  # the competing vendor's, a standard normal
    bidders: list
    need: list
    out: list

    def take(self, index):
        """The deals at these rising positions."""
        ends = np.searchsorted(index, [len(b) for b in self.bidders])
        slots = [index[:end] for k, end in enumerate(ends) if end or k == 0]
        return Deals(*(getattr(self, f.name).take(index) for f in fields(self)[:-3]),
                     *([array.take(i) for array, i in zip(arrays, positions)] for arrays, positions in
                       ((self.bidders, slots), (self.need, slots), (self.out, slots[1:]))))


@dataclass
class Asking:
    """What decides whether a deal is registered, granted and protected in time; `launch` is -1 but for the launch backlog."""
    early: np.ndarray  # within the first 13 days
    launch: np.ndarray  # the mark that a backlog smaller than the largest thins by
    always: np.ndarray  # eligible whatever the age of the account's last order
    last_order: np.ndarray  # months ago
    register: np.ndarray
    conflict: np.ndarray
    approve: np.ndarray
    extend: np.ndarray
    cycle: np.ndarray  # in means


class Facts:
    """What the draws of every trial have in common: the cells of the Poisson splitting and the launch backlog."""

    def __init__(self, programmes, world):
        self.base, self.world = programmes[0], world
        values, segments = self.base.values, self.base.segments
        self.alias = AliasTable(world.pool_weight)
        r = np.arange(world.most_rivals + 1)
        factorial = np.cumprod(np.maximum(r, 1.0))
        rivals = segments["rivals_mean"][:, None] ** r * np.exp(-segments["rivals_mean"][:, None]) / factorial
        rivals[:, -1] += 1 - rivals.sum(1)
        # The launch backlog: what the scenarios that open take in and the baseline does not.
        openers = [p.values for p in programmes if p.values["launch.backlog"]]
        terms = {tuple(v[k] for k in OPENING) for v in openers} or {(0, 1, False, values["registration.lookback_months"])}
        (self.launch_day, self.half_life, all_accounts, lookback), *others = terms
        if others or openers and (values["registration.regime"] == "none" or values["registration.installed_base"] or any(
                v[k] != values[k] for v in openers for k in ("registration.min_level", "registration.min_deal"))):
            sys.exit("peer: launches may open the installed base or the look-back only, all in the same way")
        self.backlog = max((v["launch.backlog"] for v in openers), default=0)
        self.mean_gap = values["accounts.months_between_orders"]
        opened = 0 if all_accounts else lookback
        self.recent = np.exp(-np.array([values["registration.lookback_months"], opened], float) / self.mean_gap)
        closed = segments["share"] * (1 - segments["new_generation"]) * (1 - segments["new_account"])
        self.cells = np.stack([segments["share"], closed / max(closed.sum(), 1e-300)])[:, None] * rivals.T[::-1]
        self.cells = self.cells.transpose(1, 0, 2)[..., None]  # bidders (most first), launch or not, segment, trial

    def draw(self, rng, trials, expected):
        """All facts of some trials."""
        segments, uniform = self.base.segments, lambda n: rng.random(n, dtype=np.float32)
        rate = np.empty((2, 1, trials))
        rate[0], rate[1] = expected / self.base.values["propensity_entered"], self.backlog
        counts = rng.poisson(rate * self.cells)
        flat, shape = counts.ravel(), counts.shape
        cell = np.repeat(np.arange(flat.size), flat)
        trial, kind = cell % trials, cell // trials % (2 * shape[2])
        segment = kind % shape[2]
        n = len(cell)
        launched = np.flatnonzero(kind >= shape[2])
        launch = np.full(n, -1, np.float32)
        launch[launched] = uniform(len(launched))
        day = self.world.draw_days(rng, n)
        released = self.launch_day + rng.exponential(self.half_life / np.log(2), len(launched))
        launch[launched[released >= DAYS]] = 2  # released after the horizon: no deal of any programme
        day[launched] = np.minimum(released, DAYS - 1)
        size = rng.standard_normal(n, dtype=np.float32)
        size *= segments["deal_sigma"].astype(np.float32).take(segment)
        list_value = np.exp(size, out=size).astype(float)
        list_value *= 100 * segments["deal_median"].take(segment)
        np.rint(list_value, out=list_value)
        new_account = uniform(n) < segments["new_account"].take(segment)
        new_generation = uniform(n) < segments["new_generation"].take(segment)
        new_account[launched] = new_generation[launched] = False
        last_order = rng.standard_exponential(n, dtype=np.float32)
        last_order *= self.mean_gap
        last_order[launched] = -self.mean_gap * np.log(rng.uniform(*self.recent, len(launched)))
        bidders = self.draw_bidders(rng, np.cumsum(counts.sum((1, 2, 3))))
        when = trial * MONTHS + MONTH_OF_DAY.take(day)
        deals = Deals(trial, when, segment, list_value, ~new_account, rng.standard_normal(n, dtype=np.float32), bidders,
                      [uniform(len(b)) for b in bidders], [uniform(len(b)) for b in bidders[1:]])
        return deals, Asking(day < EARLY_DAYS, launch, new_account | new_generation, last_order, uniform(n), uniform(n), uniform(n),
                             uniform(n), rng.standard_exponential(n, dtype=np.float32))

    def draw_bidders(self, rng, ends):
        """Successive draws without replacement: slot by slot, a repeat is drawn again."""
        slots = []
        for end in ends[::-1]:
            chosen = self.alias.draw(rng, end)
            repeat = np.zeros(end, bool)
            for earlier in slots:
                repeat |= chosen == earlier[:end]
            again = np.flatnonzero(repeat)
            while again.size:
                fresh = self.alias.draw(rng, again.size)
                chosen[again] = fresh
                again = again[np.any([fresh == earlier.take(again) for earlier in slots], axis=0)]
            slots.append(chosen)
        return slots


# ---------------------------------------------------------------- one deal, many at a time
@dataclass
class Outcome:
    """What became of some deals; a deal is won if the lowest reserve is within the ceiling."""
    ceiling: np.ndarray
    price: np.ndarray
    lowest: np.ndarray
    cost: np.ndarray
    winner: np.ndarray
    slot: np.ndarray  # the winner's bidding slot
    bidding: np.ndarray  # rivals that spent on a bid

    def take(self, index):
        return Outcome(*(getattr(self, f.name).take(index) for f in fields(self)))


def competing_offer(deals, rules):
    """What the competing vendor asks, before any loss of ours."""
    segments = rules.segments
    offer = segments["rival_price_sd"].take(deals.segment)
    offer *= deals.rival_offer
    offer += segments["rival_price_mean"].take(deals.segment)
    offer *= 1 + segments["loyalty"].take(deals.segment) * deals.installed
    np.maximum(offer, 0, out=offer)
    offer *= deals.list_value
    return offer


def auction(deals, rules, world, offer, own=0.0, others=0.0, stays_out=None):
    """The reverse auction: the lowest reserve wins and is paid the second-lowest, or the competing offer if that is lower.
    Supports and the rivals' chance to stay out are one number or one a deal."""
    listed, n = deals.list_value, len(deals.trial)
    first = lambda x, m: x[:m] if np.ndim(x) else x
    ceiling = np.rint(np.minimum(offer, listed))
    kept = (1 - rules.levels["base_discount"])[world.pool_level]
    spread = listed * at(rules.values["bidding.cost_spread"], deals.trial)
    slot, bidding, costs = np.zeros(n, np.int8), np.zeros(n, np.int8), []
    for k, (bidders, need) in enumerate(zip(deals.bidders, deals.need)):
        m = len(bidders)
        cost = kept.take(bidders)
        cost -= first(others, m) if k else own
        cost *= listed[:m]
        np.rint(cost, out=cost)
        costs.append(cost)
        reserve = need * spread[:m]
        np.rint(reserve, out=reserve)
        reserve += cost
        if k == 0:
            lowest, second = reserve, np.full(n, FAR)
            continue
        if stays_out is None:
            bidding[:m] += 1
        else:
            absent = deals.out[k - 1] < stays_out[:m]
            bidding[:m] += ~absent
            reserve += absent * FAR
        low, next_low = lowest[:m], second[:m]
        np.maximum(slot[:m], (reserve < low) * np.int8(k), out=slot[:m])
        np.minimum(next_low, np.maximum(low, reserve), out=next_low)
        np.minimum(low, reserve, out=low)
    position = np.cumsum([0] + [len(c) for c in costs[:-1]]).take(slot)
    position += np.arange(n)
    cost, winner = (np.concatenate(a).take(position) for a in (costs, deals.bidders))
    return Outcome(ceiling, np.minimum(second, ceiling), lowest, cost, winner, slot, bidding)


def tally(sums, deals, outcome, rules, sign=1):
    """Add the money of some played deals, or take it off again."""
    values, segments, when, trial = rules.values, len(rules.segments["share"]), deals.when, deals.trial
    won = np.flatnonzero(outcome.lowest <= outcome.ceiling)
    spent = at(values["presales.originator_rate"], trial) * deals.list_value
    spent += at(values["presales.originator"], trial) * 100
    np.rint(spent, out=spent)
    rival = at(values["presales.rival"], trial) * 100 + np.zeros(len(trial))
    sums.add("partner_presales", when, spent + rival * outcome.bidding, sign=sign)
    when, segment = when.take(won), deals.segment.take(won)
    rewarded = outcome.slot.take(won) == 0
    sums.add("winners_presales", when, rewarded * spent.take(won) + ~rewarded * rival.take(won), sign=sign)
    price, cost = outcome.price.take(won), outcome.cost.take(won)
    whom = outcome.winner.take(won) * segments + segment
    sums.add("deals_won", when, None, whom, sign)
    sums.add("customer_spend", when, price, whom, sign)
    sums.add("partner_front_margin", when, price - cost, whom, sign)
    sums.add("partner_rent", when, price - outcome.lowest.take(won), sign=sign)
    kept = at(values["distribution.margin"], trial.take(won)) * at(values["distribution.share"], trial.take(won))
    sums.add("distributor_margin", when, np.rint(cost * kept), sign=sign)
    sums.add("made", when, np.rint(deals.list_value.take(won) * rules.segments["unit_cost"].take(segment)), sign=sign)


def backlogged(asking, programme, facts):
    """The deals of the launch backlog that a programme releases."""
    return (asking.launch >= 0) & (asking.launch < programme.values["launch.backlog"] / (facts.backlog or 1))


def requested(deals, asking, programme, world, facts):
    """Positions of the deals that a programme sees requests for."""
    values, regime = programme.values, programme.values["registration.regime"]
    if regime == "none":
        return np.empty(0, np.intp)
    asked = asking.register < at(values["registration.propensity"], deals.trial)
    if not values["registration.installed_base"]:
        asked &= asking.always | (asking.last_order >= at(values["registration.lookback_months"], deals.trial))
    allowed = world.pool_level >= programme.level_rank(values["registration.min_level"])
    if not allowed.all():
        asked &= allowed.take(deals.bidders[0])
    if np.any(values["registration.min_deal"]):
        asked &= deals.list_value >= 100 * at(values["registration.min_deal"], deals.trial)
    asked &= asking.launch < 0
    if values["launch.backlog"]:
        asked |= backlogged(asking, programme, facts)
    return np.flatnonzero(asked)


def play(programme, world, facts, deals, asking, offer, unsupported, without):
    """A programme's totals: those without any support, and the difference on the deals that it supports."""
    values, sums, segments = programme.values, without.copy(), world.segment_count
    if values["launch.backlog"]:
        here = np.flatnonzero(backlogged(asking, programme, facts))
        sums.add("opportunities", deals.when.take(here))
        tally(sums, deals.take(here), unsupported.take(here), programme)
    asked = requested(deals, asking, programme, world, facts)
    when, whom = deals.when.take(asked), deals.bidders[0].take(asked) * segments + deals.segment.take(asked)
    sums.add("quotation_requests", when, None, whom)
    sums.add("requests_first_13_days", when, asking.early.take(asked))
    wait = desk_wait(values, sums.by_time["quotation_requests"])
    sums.by_time["waited"] = wait * sums.by_time["quotation_requests"]
    conflict, trial = asking.conflict.take(asked), deals.trial.take(asked)
    granted = conflict >= at(values["registration.conflict_rate"], trial)
    granted &= asking.approve.take(asked) < at(values["registration.approval_rate"], trial)
    granted = np.flatnonzero(granted)
    sums.add("quotations_granted", when.take(granted), None, whom.take(granted))
    granted = asked.take(granted)
    supported, before = deals.take(granted), unsupported.take(granted)
    value = lambda key: at(values[key], supported.trial)
    wait = wait.take(supported.when)
    live = wait + asking.cycle.take(granted) * value("cycle.mean_days") <= value("protection.days")
    live |= asking.extend.take(granted) < value("protection.extension_rate")
    loss = np.minimum(np.maximum(wait - value("desk.free_days"), 0) * value("desk.win_loss_per_day"), 1)
    if values["registration.regime"] == "open":
        others, stays_out = live * value("quotation.open_support"), None
        own = others + live * value("quotation.originator_topup")
    else:
        own, others, stays_out = live * value("quotation.support"), 0.0, live * value("rivals.drop_out")
    after = auction(supported, programme, world, offer.take(granted) * (1 - loss), own, others, stays_out)
    tally(sums, supported, before, programme, -1)
    tally(sums, supported, after, programme)
    won = after.lowest <= after.ceiling
    paid = np.rint(np.where(after.slot == 0, own, others) * supported.list_value) * won
    sums.add("quotations_won", supported.when, won)
    sums.add("vendor_support_cost", supported.when, paid)
    either_way = (paid > 0) & (before.lowest <= before.ceiling)
    sums.add("vendor_deadweight", supported.when, paid * either_way)
    sums.add("passed_on", supported.when, (before.price - after.price) * either_way)
    return sums


# ---------------------------------------------------------------- the run
def run_rate(rules, world, by_level, by_partner):
    """The run-rate business: in proportion to purchases by trial and level, and by partner over the trials."""
    values, level_margin = rules.values, rules.levels["run_rate_margin"] / (1 - rules.levels["run_rate_margin"])
    bought = by_level.sum(1)
    return Trade(bought, bought * values["distribution.margin"] * values["distribution.share"],
                 bought * values["run_rate.unit_cost"], by_level * (1 + level_margin), by_level * level_margin,
                 by_partner * level_margin[world.level])


def simulate(programmes, world, trials, seed, chunk):
    rng = np.random.Generator(np.random.SFC64([seed, 2]))
    facts, results = Facts(programmes, world), [Result(p, trials, world) for p in programmes]
    for start in range(0, trials, chunk):
        n = min(chunk, trials - start)
        drawn = draw_uncertain(world.base, rng, n)
        expected = "quotations.expected_per_year"
        deals, asking = facts.draw(rng, n, drawn.get(expected, world.base.values[expected]))
        purchases = draw_purchases(rng, n, world)
        bought = purchases @ world.is_of_level, purchases.sum(0)
        launched, shared = np.flatnonzero(asking.launch >= 0), {}
        for result in results:
            rules = in_trials(result.programme, drawn)
            key = result.programme.auction_rules()
            if key not in shared:
                offer, without = competing_offer(deals, rules), Sums(n, world)
                unsupported = auction(deals, rules, world, offer)
                without.add("opportunities", deals.when)
                without.add("opportunities", deals.when.take(launched), sign=-1)
                tally(without, deals, unsupported, rules)
                tally(without, deals.take(launched), unsupported.take(launched), rules, -1)
                shared[key] = offer, unsupported, without
            sums = play(rules, world, facts, deals, asking, *shared[key])
            result.add(rules, sums, run_rate(rules, world, *bought), world, slice(start, start + n))
    return results


if __name__ == "__main__":
    main("The deal-registration simulation in NumPy, reformulated for speed.", simulate, CHUNK)
