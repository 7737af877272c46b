"""The facts of the tuned peer: what no programme decides, drawn by Poisson splitting and alias tables."""
import sys
from dataclasses import dataclass, fields

import numpy as np

from model import DAYS, EARLY_DAYS, MONTH_OF_DAY
from workbook import MONTHS

OPENING = ("launch.day", "launch.half_life_days", "registration.installed_base", "registration.lookback_months")


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
        limited = values["registration.regime"] == "none" or values["registration.installed_base"] or any(
            v["registration.min_deal"] or not self.allowed(v).all() for v in (values, *openers))
        if others or openers and limited:
            sys.exit("peer: a launch may only open the installed base or the look-back, to all of the pool and all sizes")
        self.backlog = max((v["launch.backlog"] for v in openers), default=0)
        self.mean_gap = values["accounts.months_between_orders"]
        opened = 0 if all_accounts else lookback
        self.recent = np.exp(-np.array([values["registration.lookback_months"], opened], float) / self.mean_gap)
        closed = segments["share"] * (1 - segments["new_generation"]) * (1 - segments["new_account"])
        self.cells = np.stack([segments["share"], closed / max(closed.sum(), 1e-300)])[:, None] * rivals.T[::-1]
        self.cells = self.cells.transpose(1, 0, 2)[..., None]  # bidders (most first), launch or not, segment, trial

    def allowed(self, values):
        """Which partners of the pool may register."""
        return self.world.pool_level >= self.base.level_rank(values["registration.min_level"])

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
        marks = [uniform(n) for _ in range(4)]
        return deals, Asking(day < EARLY_DAYS, launch, new_account | new_generation, last_order, *marks,
                             rng.standard_exponential(n, dtype=np.float32))

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
