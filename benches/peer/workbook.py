"""Reads the input workbook of the peers as a list of programmes."""
import re
import sys
from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np
from openpyxl import load_workbook

DEFAULTS = {
    "quotations.expected_per_year": 2000, "accounts.months_between_orders": 14,
    "origination.pool_level": "Silver", "origination.size_elasticity": 0.7,
    "registration.regime": "restricted", "registration.installed_base": False, "registration.lookback_months": 24,
    "registration.propensity": 0.50, "registration.approval_rate": 0.74, "registration.conflict_rate": 0.043,
    "registration.min_level": "Silver", "registration.min_deal": 0,
    "quotation.support": 0.08, "quotation.open_support": 0.05, "quotation.originator_topup": 0.01,
    "rivals.drop_out": 0.60, "bidding.cost_spread": 0.10, "presales.originator": 1500, "presales.originator_rate": 0,
    "presales.rival": 300, "protection.days": 90, "protection.extension_rate": 0.8, "cycle.mean_days": 75,
    "launch.backlog": 0, "launch.day": 0, "launch.half_life_days": 30,
    "desk.reviewers": 2, "desk.minutes_per_request": 45, "desk.hours_per_day": 7, "desk.hourly_cost": 45,
    "desk.free_days": 2, "desk.win_loss_per_day": 0.002, "distribution.margin": 0.02, "distribution.share": 0.3,
    "demand.common_sd": 0.05, "demand.own_sd": 0.25, "run_rate.unit_cost": 0.68,
}
SETTINGS = {"settings.trials": 10_000, "settings.seed": 2017, "settings.months": 12}
# The value of a blank cell or an absent column; a column that is not here must be filled.
BLANK = {
    "base_discount": 0.20, "run_rate_margin": 0.03, "new_generation": 0.30, "new_account": 0.25, "deal_median": 49_000,
    "deal_sigma": 1.1, "rivals_mean": 2.0, "rival_price_mean": 0.77, "rival_price_sd": 0.08, "unit_cost": 0.54,
    "loyalty": 0.02, "purchases": 0, "distribution": "fixed", "high": 0, "shape": 1.0, "demand_change": 0, "weight": 1,
}
# The rows of a sheet that is not there.
LEVELS = [dict(level=name, base_discount=discount)
          for name, discount in (("Business", 0.18), ("Silver", 0.20), ("Gold", 0.22), ("Platinum", 0.25))]
GROUPS = [dict(group=level, level=level, count=count, distribution="pareto", low=low, high=high)
          for level, count, low, high in (("Platinum", 10, 5e6, 1e8), ("Gold", 80, 7.5e5, 5e6), ("Silver", 130, 1.75e5, 7.5e5),
                                          ("Business", 4500, 5e3, 1.75e5))]
SEGMENT_COLUMNS = ("segment", "share", "new_generation", "unit_cost", "deal_median", "deal_sigma", "rivals_mean",
                   "rival_price_mean", "rival_price_sd")
SEGMENTS = [dict(zip(SEGMENT_COLUMNS, row)) for row in (
    ("Servers", 0.53, 0.12, 0.55, 42_000, 1.1, 2.4, 0.765, 0.08),
    ("Composable", 0.12, 1.00, 0.49, 90_000, 1.0, 1.4, 0.785, 0.09),
    ("Flash storage", 0.15, 0.70, 0.49, 70_000, 1.1, 1.8, 0.775, 0.09),
    ("Networking", 0.20, 0.06, 0.51, 30_000, 1.1, 2.0, 0.755, 0.08))]
# What a scenario may not edit here: these shape the facts, which are drawn once for all programmes.
FACTS = {"quotations.expected_per_year", "accounts.months_between_orders", "origination.pool_level",
         "origination.size_elasticity", "demand.common_sd", "demand.own_sd"}
# What no peer plays, and the value that says so.
NOT_PLAYED = {"quotation.budget": 0, "scenario.from_month": 1}
PRICED = {"base_discount", "run_rate_margin", "rival_price_mean", "rival_price_sd", "unit_cost", "loyalty"}
MONTHS = 12


@dataclass(frozen=True)
class Uncertain:
    """A parameter that is drawn once a trial, and what a scenario's relative edit makes of it."""
    key: str
    kind: str
    low: float
    mode: float
    high: float
    scale: float = 1.0
    shift: float = 0.0

    def sample(self, rng, trials):
        low, mode, high = self.low, self.mode, self.high
        if self.kind == "uniform":
            return rng.uniform(low, high, trials)
        if self.kind == "triangular":
            return rng.triangular(low, mode, high, trials)
        if self.kind == "pert":
            rise, fall = (mode - low) / (high - low), (high - mode) / (high - low)
            return low + (high - low) * rng.beta(1 + 4 * rise, 1 + 4 * fall, trials)
        sys.exit(f"peer: {self.key}: no distribution {self.kind}")


@dataclass(frozen=True)
class Programme:
    name: str
    values: dict  # parameter -> value
    levels: dict  # column -> array over levels
    segments: dict  # column -> array over segments

    def level_rank(self, name):
        return list(self.levels["level"]).index(name)

    def auction_rules(self):
        """Everything that decides the outcome of a deal that nobody supports."""
        keys = ("bidding.cost_spread", "presales.originator", "presales.originator_rate", "presales.rival",
                "distribution.margin", "distribution.share")
        tables = [tuple(table[c]) for table in (self.levels, self.segments) for c in sorted(PRICED & table.keys())]
        return tuple(self.values[k] for k in keys) + tuple(tables)


def plain(cell):
    """A cell as a number, a truth value or a text."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if text.lower() in ("yes", "no", "oui", "non"):
        return text.lower() in ("yes", "oui")
    number = re.sub(r"\s", "", text).replace(",", ".")
    try:
        return float(number[:-1]) / 100 if number.endswith("%") else float(number)
    except ValueError:
        return text


# Headings that the program's own template uses in place of the keys.
LABELS = {
    "Level": "level", "Base discount": "base_discount", "Run-rate margin": "run_rate_margin",
    "Partner": "id", "Name": "name", "Annual purchases": "purchases", "Group": "group", "Partners": "count",
    "Distribution of purchases": "distribution", "Low purchases": "low", "High purchases": "high",
    "Shape of purchases": "shape", "Segment": "segment", "Share of opportunities": "share",
    "Newest technology": "new_generation", "New accounts": "new_account", "Median list value": "deal_median",
    "Spread of list value": "deal_sigma", "Mean number of rivals": "rivals_mean",
    "Competing vendor's ask": "rival_price_mean", "Spread of the competing ask": "rival_price_sd",
    "Vendor's unit cost": "unit_cost", "Loyalty of installed customers": "loyalty", "Fiscal year": "year",
    "Change of run-rate demand": "demand_change", "Month": "month", "Weight": "weight",
}
FIRST_HEADINGS = {"Key", "Scenario", "level", "id", "group", "segment", "year", "month"}


def rows_of(book, sheet, default=()):
    if sheet not in book.sheetnames:
        return [dict(row) for row in default]
    lines = book[sheet].iter_rows(values_only=True)
    for line in lines:
        headings = [LABELS.get(str(h).strip(), str(h).strip()) if h is not None else "" for h in line]
        if headings[0] in FIRST_HEADINGS:
            break
    rows = (dict(zip(headings, line)) for line in lines if any(cell is not None for cell in line))
    # A group's title has no key.
    return [row for row in rows if "Key" not in row or row["Key"] is not None]


def cell_of(row, column):
    value = plain(row.get(column))
    return BLANK.get(column) if value is None or value == "" else value


def columns_of(rows, names):
    """A table by columns, its first one holding names."""
    return {c: np.array([row[c] if c == names[0] else float(cell_of(row, c)) for row in rows]) for c in names}


def changed(before, setting):
    """The value after an edit: absolute, `+2 pt` or `x 1.1`."""
    relative = re.fullmatch(r"(?:(?P<points>[+-][\d.,]+)\s*pt|x\s*(?P<factor>[\d.,]+))", str(setting).strip())
    if not relative:
        return plain(setting)
    factor = float(relative["factor"].replace(",", ".")) if relative["factor"] else 1.0
    points = float(relative["points"].replace(",", ".")) / 100 if relative["points"] else 0.0
    if isinstance(before, Uncertain):
        return replace(before, scale=before.scale * factor, shift=before.shift * factor + points)
    return before * factor + points


def edited(programme, parameter, setting):
    cell = re.fullmatch(r"(Levels|Segments)\[(.+)\]\.(\w+)", parameter)
    if cell:
        table = programme.levels if cell[1] == "Levels" else programme.segments
        column, row = cell[3], cell[2]
        if column not in PRICED:
            sys.exit(f"peer: a scenario may not edit {parameter} here")
        names = table["level" if cell[1] == "Levels" else "segment"]
        values = [changed(v, setting) if row in ("*", n) else v for n, v in zip(names, table[column])]
        return replace(programme, **{cell[1].lower(): table | {column: np.array(values)}})
    if parameter in NOT_PLAYED and plain(setting) == NOT_PLAYED[parameter]:
        return programme
    if parameter not in DEFAULTS or parameter in FACTS:
        sys.exit(f"peer: a scenario may not edit {parameter} here")
    return replace(programme, values=programme.values | {parameter: changed(programme.values[parameter], setting)})


def read_workbook(path):
    book = load_workbook(path, read_only=True, data_only=True)
    settings = SETTINGS | {r["Key"]: r["Value"] for r in rows_of(book, "Settings") if r["Value"] is not None}
    if settings["settings.months"] != MONTHS:
        sys.exit("peer: simulates one fiscal year of 12 months")
    values, unused = dict(DEFAULTS), []
    for row in rows_of(book, "Parameters"):
        key, kind = row.get("Key"), str(row.get("Distribution") or "fixed").strip().lower()
        if key in NOT_PLAYED:
            if row.get("Value") is not None and plain(row["Value"]) != NOT_PLAYED[key]:
                sys.exit(f"peer: {key} is not simulated here")
        elif key not in DEFAULTS:
            unused.append(key)
        elif kind != "fixed":
            low, mode, high = (plain(row.get(c)) for c in ("Low", "Mode", "High"))
            if key in FACTS - {"quotations.expected_per_year"} or key.startswith("launch."):
                sys.exit(f"peer: {key} may not be uncertain here")
            values[key] = Uncertain(key, kind, low, plain(row["Value"]) if mode is None else mode, high)
        elif row.get("Value") is not None:
            values[key] = plain(row["Value"])
        if key == "registration.propensity" and row.get("Value") is not None:  # as entered: arrivals follow from it
            values["propensity_entered"] = plain(row["Value"])
    if unused:
        print("peer: not simulated here: " + ", ".join(map(str, unused)), file=sys.stderr)
    values.setdefault("propensity_entered", DEFAULTS["registration.propensity"])
    levels = columns_of(rows_of(book, "Levels", LEVELS), ("level", "base_discount", "run_rate_margin"))
    segments = columns_of(rows_of(book, "Segments", SEGMENTS), (*SEGMENT_COLUMNS, "new_account", "loyalty"))
    values["demand_change"] = sum(cell_of(r, "demand_change") for r in rows_of(book, "Years") if plain(r["year"]) == 1)
    seasons = {int(r["month"]): float(cell_of(r, "weight")) for r in rows_of(book, "Seasonality")}
    season = np.array([seasons.get(m + 1, 1.0) for m in range(MONTHS)])
    programmes = {"Baseline": Programme("Baseline", values, levels, segments)}
    name = None
    for row in rows_of(book, "Scenarios"):
        name = row["Scenario"] or name
        current = programmes.get(name, replace(programmes["Baseline"], name=name))
        if row["Parameter"] == "include":
            for parameter, setting in edits_of(book, row["Set to"]):
                current = edited(current, parameter, setting)
        else:
            current = edited(current, row["Parameter"], row["Set to"])
        programmes[name] = current
    names, level, purchases = population(book, levels["level"])
    return settings, list(programmes.values()), season / season.sum(), names, level, purchases


def edits_of(book, wanted):
    """The edits of one scenario, those of the scenarios that it includes first to last."""
    name = None
    for row in rows_of(book, "Scenarios"):
        name = row["Scenario"] or name
        if name == wanted and row["Parameter"] == "include":
            yield from edits_of(book, row["Set to"])
        elif name == wanted:
            yield row["Parameter"], row["Set to"]


def population(book, level_names):
    """Names, levels and yearly purchases of the partners; a group stands at the quantiles of its distribution."""
    rank = {name: i for i, name in enumerate(level_names)}
    listed = rows_of(book, "Partners")
    names = [r["id"] if r.get("name") in (None, "-") else r["name"] for r in listed]
    level = [rank[r["level"]] for r in listed]
    purchases = [np.array([float(cell_of(r, "purchases")) for r in listed])]
    for group in rows_of(book, "Partner groups", [] if listed else GROUPS):
        count, kind = int(group["count"]), cell_of(group, "distribution").strip().lower()
        low, high, shape = (float(cell_of(group, c)) for c in ("low", "high", "shape"))
        q = (np.arange(count) + 0.5) / count
        if kind == "pareto":
            purchases.append(low * (1 - q * (1 - (low / (high or np.inf)) ** shape)) ** (-1 / shape))
        elif kind == "lognormal":
            normal = NormalDist()
            below = normal.cdf(np.log(high / low) / shape) if high else 1.0
            purchases.append(low * np.exp(shape * np.array([normal.inv_cdf(p * below) for p in q])))
        elif kind in ("uniform", "fixed"):
            purchases.append(low + (high - low if kind == "uniform" else 0.0) * q)
        else:
            sys.exit(f"peer: no distribution {kind} of purchases")
        names += [f"{group['group']} {i + 1:0{max(len(str(count)), 3)}}" for i in range(count)]
        level += [rank[group["level"]]] * count
    return names, np.array(level), np.concatenate(purchases)
