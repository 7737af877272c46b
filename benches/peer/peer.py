#!/usr/bin/env python3
"""The deal-registration simulation in vectorised NumPy, as a peer to time and check the Rust program against.

It reads the same input workbook, plays the same model (docs: sections 4 and 10 of the model), and writes a result
workbook with the statistics of every measure. Where this file and the Rust program agree within Monte Carlo error, two
independent statements of the model agree.

How it is made fast, all within plain NumPy:
- Poisson splitting: the numbers of deals of one trial with r rivals in segment s are independent Poisson counts. They are
  drawn as one small table, and deals come out sorted by number of bidders, so that "the deals with a k-th bidder" is a
  slice, never an index; the auction is a handful of passes over slices that keep the two lowest reserves.
- Bidders are drawn by Walker's alias method; the few repeats are drawn again, which is drawing without replacement.
- The facts, and the play of every deal without support, are shared by all programmes; a programme then plays only the
  deals it supports, and its totals are the shared ones plus the difference on those deals.
- Sums are bincounts over the won deals by (trial, month) and by (partner, segment); other breakdowns follow from these.

Not simulated, because no deal-registration workbook needs it: more than one fiscal year, support budgets, late starts,
rebates, behaviour, and edits that change the drawn facts (who meets whom, deal sizes). Such an edit is refused.
"""
import argparse
import json
import sys
from copy import copy
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from workbook import MONTHS, Uncertain, read_workbook, write_workbook

MAX_RIVALS, DAYS, WORKING_DAYS, FAR = 7, 365.0, 21, 1e15

# measure: (unit, +1 more is better / -1 less is better)
MEASURES = {
    "partner_front_margin": ("money", 1), "partner_rent": ("money", 1), "partner_presales": ("money", -1),
    "partner_presales_wasted": ("money", -1), "partner_net_margin": ("money", 1), "partner_margin_rate": ("rate", 1),
    "vendor_net_revenue": ("money", 1), "vendor_gross_profit": ("money", 1), "vendor_support_cost": ("money", -1),
    "vendor_deadweight": ("money", -1), "distributor_margin": ("money", 1), "opportunities": ("count", 1),
    "quotation_requests": ("count", 1), "quotations_granted": ("count", 1), "quotations_won": ("count", 1),
    "deals_won": ("count", 1), "win_rate": ("rate", 1), "desk_wait_days": ("days", -1), "desk_cost": ("money", -1),
    "requests_first_13_days": ("count", 1), "customer_spend": ("money", -1), "pass_through": ("rate", 1),
}
BROKEN_DOWN = ("partner_front_margin", "customer_spend", "quotation_requests", "quotations_granted", "deals_won")


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


class World:
    """What is fixed for the run: the population, the cells of the Poisson splitting, the season."""

    def __init__(self, programmes, season, names, level, purchases):
        self.base, self.season, self.names, self.level, self.purchases = programmes[0], season, names, level, purchases
        values, segments = self.base.values, self.base.segments
        pool_level = list(self.base.levels["level"]).index(values["origination.pool_level"])
        self.pool = np.flatnonzero(level >= pool_level)
        self.pool_level = level[self.pool]
        self.alias = AliasTable(purchases[self.pool] ** values["origination.size_elasticity"])
        most = min(MAX_RIVALS, len(self.pool) - 1)
        r = np.arange(most + 1)
        factorial = np.cumprod(np.maximum(r, 1.0))
        rivals = segments["rivals_mean"][:, None] ** r * np.exp(-segments["rivals_mean"][:, None]) / factorial
        rivals[:, -1] += 1 - rivals.sum(1)
        # The launch backlog: eligible under the scenario that opens, not under the baseline.
        openers = [p.values for p in programmes if p.values["launch.backlog"]]
        self.backlog = max((v["launch.backlog"] for v in openers), default=0)
        if len({(v["launch.day"], v["launch.half_life_days"]) for v in openers}) > 1:
            sys.exit("peer: the launches of all scenarios must share their day and half-life")
        self.launch_day, self.half_life = next(((v["launch.day"], v["launch.half_life_days"]) for v in openers), (0, 1))
        opened = [0 if v["registration.installed_base"] else v["registration.lookback_months"] for v in openers]
        mean = values["accounts.months_between_orders"]
        self.recent = np.exp(-np.array([min(opened, default=0), values["registration.lookback_months"]], float) / mean)
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
        day = uniform(n)
        if np.ptp(self.season) < 1e-12:
            month = (day * np.float32(MONTHS)).astype(np.intp)
            day *= np.float32(DAYS)
        else:
            ends = np.concatenate([[0], np.cumsum(self.season)])
            month = np.minimum(np.searchsorted(ends, day, "right") - 1, MONTHS - 1)
            day = ((day - ends[month]) / self.season[month] + month) * (DAYS / MONTHS)
        day[launched] = self.launch_day + rng.exponential(self.half_life / np.log(2), len(launched))
        launch[launched[day[launched] >= DAYS]] = 2  # released after the horizon: no deal of any programme
        month[launched] = np.minimum(day[launched] * (MONTHS / DAYS), MONTHS - 1).astype(np.intp)
        size = rng.standard_normal(n, dtype=np.float32)
        size *= segments["deal_sigma"].astype(np.float32).take(segment)
        list_value = np.exp(size, out=size).astype(float)
        list_value *= 100 * segments["deal_median"].take(segment)
        np.rint(list_value, out=list_value)
        new_account = uniform(n) < segments["new_account"].take(segment)
        new_generation = uniform(n) < segments["new_generation"].take(segment)
        new_account[launched] = new_generation[launched] = False
        last_order = rng.standard_exponential(n, dtype=np.float32)
        last_order *= self.base.values["accounts.months_between_orders"]
        recent = rng.uniform(*self.recent[::-1], len(launched))
        last_order[launched] = -self.base.values["accounts.months_between_orders"] * np.log(recent)
        bidders = self.draw_bidders(rng, np.cumsum(counts.sum((1, 2, 3))))
        deals = Deals(trial, trial * MONTHS + month, segment, list_value, ~new_account, rng.standard_normal(n, dtype=np.float32),
                      bidders, [uniform(len(b)) for b in bidders], [uniform(len(b)) for b in bidders[1:]])
        return deals, Asking(day < 13, launch, new_account | new_generation, last_order, uniform(n), uniform(n), uniform(n),
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


def at(value, trial):
    """A parameter for each deal: the same for all, or its trial's draw."""
    return value.take(trial) if isinstance(value, np.ndarray) else value


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


class Sums:
    """Totals by (trial, month) and, over the trials, by (partner of the pool, segment)."""

    def __init__(self, trials, world):
        self.shape, self.grid = (trials, MONTHS), (len(world.pool), len(world.base.segments["share"]))
        self.by_time, self.by_whom = {}, {}

    def copy(self):
        twin = copy(self)
        twin.by_time, twin.by_whom = dict(self.by_time), dict(self.by_whom)
        return twin

    def add(self, measure, when, weight=None, whom=None, sign=1):
        for table, shape, index in ((self.by_time, self.shape, when), (self.by_whom, self.grid, whom)):
            if index is not None:
                sums = np.bincount(index, weight, shape[0] * shape[1]).reshape(shape)
                table[measure] = table.get(measure, 0) + sign * sums


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


def desk(values, requests):
    """Mean wait in days by trial and month: the backlog carried, as a fluid, and the M/M/c wait at a load of at most 0.95."""
    column = lambda key: values[key][:, None] if np.ndim(values[key]) else values[key]
    reviewers = int(np.max(values["desk.reviewers"]))
    daily = reviewers * column("desk.hours_per_day") * 60 / column("desk.minutes_per_request")
    monthly = daily * WORKING_DAYS + np.zeros(requests.shape)
    flow = requests - monthly
    backlog, carried = np.zeros(len(requests)), np.empty(requests.shape)
    for m in range(MONTHS):
        end = np.maximum(backlog + flow[:, m], 0)
        drained = backlog**2 / np.maximum(-2 * flow[:, m], 1e-9)
        carried[:, m] = np.where(end > 0, (backlog + end) / 2, drained)
        backlog = end
    load = np.minimum(requests / monthly, 0.95)
    erlang_b = np.ones_like(load)
    for c in range(1, reviewers + 1):
        erlang_b = load * reviewers * erlang_b / (c + load * reviewers * erlang_b)
    erlang_c = erlang_b / (1 - load * (1 - erlang_b))
    return carried / daily + erlang_c / (daily * (1 - load))


def backlogged(asking, programme, world):
    """The deals of the launch backlog that a programme releases."""
    return (asking.launch >= 0) & (asking.launch < programme.values["launch.backlog"] / (world.backlog or 1))


def requested(deals, asking, programme, world):
    """Positions of the deals that a programme sees requests for."""
    values, regime = programme.values, programme.values["registration.regime"]
    if regime == "none":
        return np.empty(0, np.intp)
    asked = asking.register < at(values["registration.propensity"], deals.trial)
    if not values["registration.installed_base"]:
        asked &= asking.always | (asking.last_order >= at(values["registration.lookback_months"], deals.trial))
    allowed = world.pool_level >= list(programme.levels["level"]).index(values["registration.min_level"])
    if not allowed.all():
        asked &= allowed.take(deals.bidders[0])
    if np.any(values["registration.min_deal"]):
        asked &= deals.list_value >= 100 * at(values["registration.min_deal"], deals.trial)
    asked &= asking.launch < 0
    if values["launch.backlog"]:
        asked |= backlogged(asking, programme, world)
    return np.flatnonzero(asked)


def play(programme, world, deals, asking, offer, unsupported, without):
    """A programme's totals: those without any support, and the difference on the deals that it supports."""
    values, sums, segments = programme.values, without.copy(), len(programme.segments["share"])
    if values["launch.backlog"]:
        here = np.flatnonzero(backlogged(asking, programme, world))
        sums.add("opportunities", deals.when.take(here))
        tally(sums, deals.take(here), unsupported.take(here), programme)
    asked = requested(deals, asking, programme, world)
    when, whom = deals.when.take(asked), deals.bidders[0].take(asked) * segments + deals.segment.take(asked)
    sums.add("quotation_requests", when, None, whom)
    sums.add("requests_first_13_days", when, asking.early.take(asked))
    wait = desk(values, sums.by_time["quotation_requests"])
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
    sums.add("vendor_deadweight", supported.when, paid * (before.lowest <= before.ceiling))
    sums.add("passed_on", supported.when, (before.price - after.price) * (paid > 0))
    return sums


# ---------------------------------------------------------------- the run
class Result:
    """What is kept of a programme: a figure a trial for every measure, and sums over the trials for the breakdowns."""

    def __init__(self, programme, trials, world):
        self.programme, self.trials = programme, {m: np.empty(trials) for m in MEASURES}
        by = {"level": len(programme.levels["level"]), "segment": len(programme.segments["segment"]) + 1, "month": MONTHS}
        self.by = {what: {m: np.zeros(size) for m in BROKEN_DOWN} for what, size in by.items()}
        self.partner_margin = np.zeros(len(world.purchases))

    def add(self, rules, sums, run_rate, partner_run_rate, world, part):
        """Take in some trials: what the deals summed to (in cents), and the run-rate purchases by level and by partner."""
        t = {m: s.sum(1) for m, s in sums.by_time.items()}
        values = rules.values
        level_margin = rules.levels["run_rate_margin"] / (1 - rules.levels["run_rate_margin"])
        bought = run_rate.sum(1)
        own = {"partner_front_margin": run_rate * level_margin, "customer_spend": run_rate * (1 + level_margin)}
        distributor = bought * values["distribution.margin"] * values["distribution.share"]
        t["vendor_net_revenue"] = t["customer_spend"] - t["partner_front_margin"] - t["distributor_margin"] + bought - distributor
        t["vendor_gross_profit"] = t["vendor_net_revenue"] - t["made"] - bought * values["run_rate.unit_cost"]
        t["distributor_margin"] = t["distributor_margin"] + distributor
        for m, by_level in own.items():
            t[m] = t[m] + by_level.sum(1)
        t["partner_presales_wasted"] = t["partner_presales"] - t["winners_presales"]
        t["partner_net_margin"] = t["partner_front_margin"] - t["partner_presales"]
        t["desk_cost"] = t["quotation_requests"] * 100 * values["desk.minutes_per_request"] / 60 * values["desk.hourly_cost"]
        for m, over, under in (("partner_margin_rate", "partner_net_margin", "customer_spend"),
                               ("win_rate", "deals_won", "opportunities"), ("desk_wait_days", "waited", "quotation_requests"),
                               ("pass_through", "passed_on", "vendor_support_cost")):
            t[m] = np.divide(t[over], t[under], out=np.zeros(len(bought)), where=t[under] != 0)
        for m, (unit, _) in MEASURES.items():
            self.trials[m][part] = t[m] / 100 if unit == "money" else t[m]
        for m in BROKEN_DOWN:
            cents = 100 if MEASURES[m][0] == "money" else 1
            pool = sums.by_whom[m].sum(1) / cents
            own_levels = own[m].sum(0) / cents if m in own else np.zeros(run_rate.shape[1])
            self.by["level"][m] += np.bincount(world.pool_level, pool, len(own_levels)) + own_levels
            self.by["segment"][m] += np.append(sums.by_whom[m].sum(0) / cents, own_levels.sum())
            self.by["month"][m] += sums.by_time[m].sum(0) / cents + world.season * own_levels.sum()
        self.partner_margin += partner_run_rate * level_margin[world.level] / 100
        self.partner_margin[world.pool] += sums.by_whom["partner_front_margin"].sum(1) / 100


def draw_run_rate(rng, trials, world):
    """Yearly run-rate purchases in cents: by trial and level, and by partner over the trials."""
    values = world.base.values
    common, own = values["demand.common_sd"], values["demand.own_sd"]
    shocks = rng.standard_normal((trials, len(world.purchases)), dtype=np.float32)
    shocks *= np.float32(own)
    mean = np.log1p(values["demand_change"]) - (common**2 + own**2) / 2
    shocks += (mean + common * rng.standard_normal((trials, 1))).astype(np.float32)
    bought = np.exp(shocks, out=shocks).astype(float)
    bought *= 100 * world.purchases
    np.rint(bought, out=bought)
    return bought @ np.eye(len(world.base.levels["level"]))[world.level], bought.sum(0)


def simulate(programmes, world, trials, seed, chunk):
    rng = np.random.Generator(np.random.SFC64(seed))
    results = [Result(p, trials, world) for p in programmes]
    for start in range(0, trials, chunk):
        n = min(chunk, trials - start)
        drawn = {v.key: v.sample(rng, n) for v in world.base.values.values() if isinstance(v, Uncertain)}
        expected = "quotations.expected_per_year"
        deals, asking = world.draw(rng, n, drawn.get(expected, world.base.values[expected]))
        run_rate = draw_run_rate(rng, n, world)
        launched, shared = np.flatnonzero(asking.launch >= 0), {}
        for result in results:
            given = result.programme
            rules = replace(given, values={k: drawn[k] * v.scale + v.shift if isinstance(v, Uncertain) else v
                                           for k, v in given.values.items()})
            key = given.auction_rules()
            if key not in shared:
                offer, without = competing_offer(deals, rules), Sums(n, world)
                unsupported = auction(deals, rules, world, offer)
                without.add("opportunities", deals.when)
                without.add("opportunities", deals.when.take(launched), sign=-1)
                tally(without, deals, unsupported, rules)
                tally(without, deals.take(launched), unsupported.take(launched), rules, -1)
                shared[key] = offer, unsupported, without
            result.add(rules, play(rules, world, deals, asking, *shared[key]), *run_rate, world, slice(start, start + n))
    return results


# ---------------------------------------------------------------- statistics and result files
def statistics(x):
    sd = x.std(ddof=1) if len(x) > 1 else 0.0
    p = np.percentile(x, (5, 25, 50, 75, 95))
    return dict(zip(("mean", "sd", "se", "p05", "p25", "p50", "p75", "p95"), map(float, (x.mean(), sd, sd / len(x) ** 0.5, *p))))


def report(results):
    """The scenarios in the layout of the program's own JSON."""
    scenarios, base = [], results[0].trials
    for result in results:
        count, rules = len(result.trials["win_rate"]), result.programme
        entry = {"name": rules.name, "reading": "static", "measures": {m: statistics(x) for m, x in result.trials.items()}}
        if result is not results[0]:
            entry["difference"] = {}
            for m, x in result.trials.items():
                gain = (x - base[m]) * MEASURES[m][1]
                better = float(np.mean(gain > 0) + np.mean(gain == 0) / 2)
                entry["difference"][m] = statistics(x - base[m]) | {"probability_better": better}
        names = {"level": rules.levels["level"], "segment": [*rules.segments["segment"], "Run-rate"],
                 "month": range(1, MONTHS + 1)}
        entry["by"] = {what: {str(name): {m: {"mean": float(sums[m][i] / count)} for m in BROKEN_DOWN}
                              for i, name in enumerate(names[what])} for what, sums in result.by.items()}
        scenarios.append(entry)
    return scenarios


def main():
    parser = argparse.ArgumentParser(description="The deal-registration simulation in NumPy.")
    parser.add_argument("input", type=Path)
    parser.add_argument("-o", dest="result", type=Path, help="result workbook")
    parser.add_argument("--json", type=Path, help="also write the statistics as JSON")
    parser.add_argument("--trials", type=int, help="default: settings.trials of the workbook")
    parser.add_argument("--seed", type=int, help="default: settings.seed of the workbook")
    parser.add_argument("--chunk", type=int, default=32, help="trials played at a time")
    args = parser.parse_args()
    settings, programmes, *facts = read_workbook(args.input)
    trials, seed = args.trials or int(settings.get("settings.trials") or 10_000), args.seed
    seed = int(settings.get("settings.seed") or 1) if seed is None else seed
    world = World(programmes, *facts)
    results = simulate(programmes, world, trials, seed, args.chunk)
    scenarios, run = report(results), {"input": args.input.name, "seed": seed, "trials": trials, "months": MONTHS}
    means = np.column_stack([r.partner_margin for r in results]) / trials
    levels = world.base.levels["level"][world.level].tolist()
    partners = ([name, level, *line] for name, level, line in zip(world.names, levels, means.round(2).tolist()))
    target = args.result or Path(f"{args.input.stem} - peer result.xlsx")
    write_workbook(target, scenarios, {m: unit for m, (unit, _) in MEASURES.items()}, partners, run)
    if args.json:
        args.json.write_text(json.dumps(run | {"scenarios": scenarios}, indent=1))


if __name__ == "__main__":
    main()
