"""What both peers report: the measures of every programme, their statistics, the result workbook and the JSON."""
import argparse
import json
from copy import copy
from pathlib import Path

import numpy as np
from openpyxl import Workbook

from model import World
from workbook import MONTHS, read_workbook

# measure: (unit, +1 more is better / -1 less is better)
MEASURES = {
    "partner_front_margin": ("money", 1), "partner_rent": ("money", 1), "partner_presales": ("money", -1),
    "partner_presales_wasted": ("money", -1),
    "vendor_net_revenue": ("money", 1), "vendor_gross_profit": ("money", 1), "vendor_support_cost": ("money", -1),
    "vendor_deadweight": ("money", -1), "distributor_margin": ("money", 1), "opportunities": ("count", 1),
    "quotation_requests": ("count", 1), "quotations_granted": ("count", 1), "quotations_won": ("count", 1),
    "deals_won": ("count", 1), "win_rate": ("rate", 1), "desk_wait_days": ("days", -1), "desk_cost": ("money", -1),
    "requests_first_13_days": ("count", 1), "customer_spend": ("money", -1), "pass_through": ("rate", 1),
}
BROKEN_DOWN = ("partner_front_margin", "customer_spend", "quotation_requests", "quotations_granted", "deals_won")


class Sums:
    """Totals of some trials' deals by (trial, month) and, over the trials, by (partner of the pool, segment).

    Beside the measures they hold `winners_presales` (spent by the winners), `made` (vendor's cost of the goods), `waited`
    (days, over all requests) and `passed_on` (what customers paid less on supported deals that are won either way).
    """

    def __init__(self, trials, world):
        self.shape, self.grid = (trials, MONTHS), (len(world.pool), world.segment_count)
        self.by_time, self.by_whom = {}, {}

    def copy(self):
        twin = copy(self)
        twin.by_time, twin.by_whom = dict(self.by_time), dict(self.by_whom)
        return twin

    def add(self, measure, when, weight=None, whom=None, sign=1):
        """`when` is trial x 12 + month, `whom` partner x segments + segment."""
        for table, shape, index in ((self.by_time, self.shape, when), (self.by_whom, self.grid, whom)):
            if index is not None:
                sums = np.bincount(index, weight, shape[0] * shape[1]).reshape(shape)
                table[measure] = table.get(measure, 0) + sign * sums


class Result:
    """What is kept of a programme: a figure a trial for every measure, and sums over the trials for the breakdowns."""

    def __init__(self, programme, trials, world):
        self.programme, self.trials = programme, {m: np.empty(trials) for m in MEASURES}
        by = {"level": len(programme.levels["level"]), "segment": world.segment_count + 1, "month": MONTHS}
        self.by = {what: {m: np.zeros(size) for m in BROKEN_DOWN} for what, size in by.items()}
        self.partner_margin = np.zeros(len(world.purchases))

    def add(self, rules, sums, trade, world, part):
        """Take in some trials: what the deals summed to, and the run-rate business."""
        t = {m: s.sum(1) for m, s in sums.by_time.items()}
        values = rules.values
        own = {"partner_front_margin": trade.margin, "customer_spend": trade.spend}
        t["vendor_net_revenue"] = t["customer_spend"] - t["partner_front_margin"] - t["distributor_margin"]
        t["vendor_net_revenue"] += trade.purchases - trade.distributor
        t["vendor_gross_profit"] = t["vendor_net_revenue"] - t["made"] - trade.cost
        t["distributor_margin"] = t["distributor_margin"] + trade.distributor
        for m, by_level in own.items():
            t[m] = t[m] + by_level.sum(1)
        t["partner_presales_wasted"] = t["partner_presales"] - t["winners_presales"]
        t["desk_cost"] = t["quotation_requests"] * 100 * values["desk.minutes_per_request"] / 60 * values["desk.hourly_cost"]
        for m, over, under in (("win_rate", "deals_won", "opportunities"), ("desk_wait_days", "waited", "quotation_requests"),
                               ("pass_through", "passed_on", "vendor_deadweight")):
            t[m] = np.divide(t[over], t[under], out=np.zeros(len(t[under])), where=t[under] != 0)
        for m, (unit, _) in MEASURES.items():
            self.trials[m][part] = t[m] / 100 if unit == "money" else t[m]
        for m in BROKEN_DOWN:
            cents = 100 if MEASURES[m][0] == "money" else 1
            pool = sums.by_whom[m].sum(1) / cents
            run_rate = own[m].sum(0) / cents if m in own else np.zeros(len(self.by["level"][m]))
            self.by["level"][m] += np.bincount(world.pool_level, pool, len(run_rate)) + run_rate
            self.by["segment"][m] += np.append(sums.by_whom[m].sum(0) / cents, run_rate.sum())
            self.by["month"][m] += sums.by_time[m].sum(0) / cents + world.season * run_rate.sum()
        self.partner_margin += trade.partner_margin / 100
        self.partner_margin[world.pool] += sums.by_whom["partner_front_margin"].sum(1) / 100


def statistics(x):
    sd = x.std(ddof=1) if len(x) > 1 else 0.0
    figures = (x.mean(), sd, sd / len(x) ** 0.5, *np.percentile(x, (5, 25, 50, 75, 95)))
    return dict(zip(("mean", "sd", "se", "p05", "p25", "p50", "p75", "p95"), map(float, figures)))


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


def write_workbook(path, scenarios, partners, run):
    """`partners`: name, level and the mean front margin in each scenario, one line a partner."""
    book = Workbook(write_only=True)
    for title, part in (("Measures", "measures"), ("Differences", "difference")):
        sheet = book.create_sheet(title)
        lines = [(s["name"], m, line) for s in scenarios for m, line in s.get(part, {}).items()]
        sheet.append(["Scenario", "Measure", "Unit", *(lines[0][2] if lines else ())])
        for name, m, line in lines:
            sheet.append([name, m, MEASURES[m][0], *line.values()])
    for what in scenarios[0]["by"]:
        sheet = book.create_sheet(f"By {what}")
        sheet.append(["Scenario", what.capitalize(), *BROKEN_DOWN])
        for s in scenarios:
            for name, line in s["by"][what].items():
                sheet.append([s["name"], name, *(line[m]["mean"] for m in BROKEN_DOWN)])
    sheet = book.create_sheet("Partner margin")
    sheet.append(["Partner", "Level", *(s["name"] for s in scenarios)])
    for line in partners:
        sheet.append(line)
    sheet = book.create_sheet("Run")
    for line in run.items():
        sheet.append(line)
    book.save(path)


def main(description, simulate, chunk):
    """The command line of a peer: `simulate` plays programmes in a world, `chunk` trials at a time, and returns results."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("input", type=Path)
    parser.add_argument("-o", dest="result", type=Path, help="result workbook")
    parser.add_argument("--json", type=Path, help="also write the statistics as JSON")
    parser.add_argument("--trials", type=int, help="default: settings.trials of the workbook")
    parser.add_argument("--seed", type=int, help="default: settings.seed of the workbook")
    parser.add_argument("--chunk", type=int, default=chunk, help=f"trials played at a time, {chunk} unless told otherwise")
    args = parser.parse_args()
    settings, programmes, *facts = read_workbook(args.input)
    trials = int(settings["settings.trials"]) if args.trials is None else args.trials
    seed = int(settings["settings.seed"]) if args.seed is None else args.seed
    world = World(programmes, *facts)
    results = simulate(programmes, world, trials, seed, args.chunk)
    scenarios, run = report(results), {"input": args.input.name, "seed": seed, "trials": trials, "months": MONTHS}
    means = np.column_stack([r.partner_margin for r in results]) / trials
    levels = world.base.levels["level"][world.level].tolist()
    partners = ([name, level, *line] for name, level, line in zip(world.names, levels, means.round(2).tolist()))
    write_workbook(args.result or Path(f"{args.input.stem} - peer result.xlsx"), scenarios, partners, run)
    if args.json:
        args.json.write_text(json.dumps(run | {"scenarios": scenarios}, indent=1))
