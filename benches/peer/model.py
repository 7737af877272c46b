"""What both peers take over unchanged: the world that no programme decides, the desk, the run-rate business.

Money is in cents, held in double precision and rounded with `np.rint`; it differs from rounding half away from zero by a
cent, and only where an amount ends in exactly half a cent.
"""
from dataclasses import dataclass, replace

import numpy as np

from workbook import MONTHS, Uncertain

MAX_RIVALS, DAYS, WORKING_DAYS, EARLY_DAYS = 7, 365, 21, 13
MONTH_STARTS = (DAYS * np.arange(MONTHS + 1) + MONTHS // 2) // MONTHS  # the first day of each month, from 0
MONTH_OF_DAY = np.repeat(np.arange(MONTHS), np.diff(MONTH_STARTS))


class World:
    """What is fixed for the run: the partners, those who meet opportunities, the season."""

    def __init__(self, programmes, season, names, level, purchases):
        self.base, self.season, self.names, self.level, self.purchases = programmes[0], season, names, level, purchases
        self.segment_count = len(self.base.segments["segment"])
        self.is_of_level = np.eye(len(self.base.levels["level"]))[level]
        weight = purchases ** self.base.values["origination.size_elasticity"]
        self.pool = np.flatnonzero((level >= self.base.level_rank(self.base.values["origination.pool_level"])) & (weight > 0))
        self.pool_level, self.pool_weight = level[self.pool], weight[self.pool]
        self.pool_up_to = np.cumsum(self.pool_weight)
        self.most_rivals = min(MAX_RIVALS, len(self.pool) - 1)
        of_day = season[MONTH_OF_DAY]  # a weight holds for each day of its month
        self.days_up_to = np.cumsum(of_day / of_day.sum())
        self.even = np.ptp(season) == 0

    def draw_days(self, rng, size):
        """Days of arrival, from 0."""
        if self.even:
            return rng.integers(DAYS, size=size)
        return np.minimum(np.searchsorted(self.days_up_to, rng.random(size), "right"), DAYS - 1)


def draw_uncertain(programme, rng, trials):
    """One value a trial for each parameter that is not known."""
    return {v.key: v.sample(rng, trials) for v in programme.values.values() if isinstance(v, Uncertain)}


def in_trials(programme, drawn):
    """A programme whose uncertain parameters hold their draws, one a trial."""
    values = {k: drawn[k] * v.scale + v.shift if isinstance(v, Uncertain) else v for k, v in programme.values.items()}
    return replace(programme, values=values)


def at(value, trial):
    """A parameter for each deal: the same for all, or its trial's draw."""
    return value.take(trial) if isinstance(value, np.ndarray) else value


def column(value):
    """A parameter to be held against one row a trial."""
    return value[:, None] if isinstance(value, np.ndarray) else value


def desk_wait(values, requests):
    """Mean wait in days by trial and month: the backlog carried, as a fluid, and the M/M/c wait at a load of at most 0.95."""
    reviewers = int(np.max(values["desk.reviewers"]))
    daily = reviewers * column(values["desk.hours_per_day"]) * 60 / column(values["desk.minutes_per_request"])
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


def draw_purchases(rng, trials, world):
    """Yearly run-rate purchases by trial and partner."""
    values = world.base.values
    common, own = values["demand.common_sd"], values["demand.own_sd"]
    shocks = rng.standard_normal((trials, len(world.purchases)), dtype=np.float32)
    shocks *= np.float32(own)
    mean = np.log1p(values["demand_change"]) - (common**2 + own**2) / 2
    shocks += (mean + common * rng.standard_normal((trials, 1))).astype(np.float32)
    bought = np.exp(shocks, out=shocks).astype(float)
    bought *= 100 * world.purchases
    return np.rint(bought, out=bought)


@dataclass
class Trade:
    """Run-rate business: totals by trial, by trial and level, and by partner over the trials."""
    purchases: np.ndarray
    distributor: np.ndarray
    cost: np.ndarray
    spend: np.ndarray  # trial, level
    margin: np.ndarray  # trial, level
    partner_margin: np.ndarray
