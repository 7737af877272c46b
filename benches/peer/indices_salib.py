#!/usr/bin/env python3
"""Sobol indices of the g function as SALib's manual has them: its sampler, its test function, its analysis.

    indices_salib.py INPUTS POINTS SEED

The sampler gives points and rows in one. The intervals come from SALib's bootstrap of 100 resamples. SALib has no
Iman-Conover.
"""
import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import latin, sobol
from SALib.test_functions import Sobol_G

from indices_work import BATCH, CONFIDENCE, WARM_UP, Stages, arguments, g_weights, report


def study(inputs, points, seed):
    """The stages' seconds and the indices with half the widths of their intervals."""
    problem = {"num_vars": inputs, "names": [f"input {i}" for i in range(inputs)], "bounds": [[0.0, 1.0]] * inputs}
    rng, stages = np.random.default_rng(seed), Stages()
    rows = stages.time("points and rows", lambda: sobol.sample(problem, points, calc_second_order=False, seed=seed))
    outputs = stages.time("outputs", Sobol_G.evaluate, rows, g_weights(inputs))
    found = stages.time("indices", lambda: analysis.analyze(
        problem, outputs, calc_second_order=False, num_resamples=100, conf_level=CONFIDENCE, seed=seed))
    sizes = [min(BATCH, points - first) for first in range(0, points, BATCH)]
    stages.time("latin", lambda: [latin.sample(problem, size, seed=rng) for size in sizes])
    return stages, np.column_stack([found[key] for key in ("S1", "S1_conf", "ST", "ST_conf")])


def main():
    inputs, points, seed = arguments()
    study(inputs, WARM_UP, seed)
    report(*study(inputs, points, seed))


if __name__ == "__main__":
    main()
