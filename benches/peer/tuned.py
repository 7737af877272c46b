#!/usr/bin/env python3
"""The deal-registration simulation reformulated for speed, within plain NumPy: what an expert makes of `direct.py`.

- Poisson splitting: the numbers of deals of one trial with r rivals in segment s are independent Poisson counts. They are
  drawn as one small table, and deals come out sorted by number of bidders, so that "the deals with a k-th bidder" is a
  slice, never an index; the auction is a handful of passes over slices that keep the two lowest reserves.
- Bidders are drawn by Walker's alias method; the few repeats are drawn again, which is drawing without replacement.
- The facts, and the play of every deal without support, are shared by all programmes; a programme then plays only the
  deals it supports, and its totals are the shared ones plus the difference on those deals.

Not simulated: what `direct.py` does not, and launches that open anything but the installed base or the look-back to all of
the pool and all deal sizes, or that open in different ways.
"""
from dataclasses import dataclass, fields

import numpy as np

from model import Trade, at, desk_wait, draw_purchases, draw_uncertain, in_trials
from results import Result, Sums, main
from tuned_facts import Facts

CHUNK = 32  # fastest of 8 to 64; from 64 on, a small matrix product starts threads that cost more than they bring
FAR = 1e15


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
    values, segments, when, trial = rules.values, sums.grid[1], deals.when, deals.trial
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


def requested(deals, asking, programme, facts):
    """Positions of the deals that a programme sees requests for."""
    values, regime = programme.values, programme.values["registration.regime"]
    if regime == "none":
        return np.empty(0, np.intp)
    asked = asking.register < at(values["registration.propensity"], deals.trial)
    if not values["registration.installed_base"]:
        asked &= asking.always | (asking.last_order >= at(values["registration.lookback_months"], deals.trial))
    allowed = facts.allowed(values)
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
    asked = requested(deals, asking, programme, facts)
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
