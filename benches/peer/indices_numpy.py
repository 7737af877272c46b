#!/usr/bin/env python3
"""What a sensitivity study adds to its trials, in vectorised NumPy with SciPy's designs.

    indices_numpy.py INPUTS POINTS SEED [OUTPUTS]

States the program's own formulas: indices with errors by linearisation, Iman and Conover's method on normal scores.
With OUTPUTS, also the indices of the outputs that the program wrote there.
"""
import sys

import numpy as np
from scipy.stats import norm, qmc, spearmanr

from indices_work import BATCH, CONFIDENCE, NEXT, WARM_UP, Stages, arguments, g_weights, report

BLOCK = 1_024  # base points: fastest of 16 to 16,384


def crossed(base, inputs):
    """For each base point the first sample, the first with each input in turn from the second, and the second."""
    first, second = base[:, :inputs], base[:, inputs:]
    rows = np.repeat(first[:, None, :], inputs + 2, axis=1)
    each = np.arange(inputs)
    rows[:, each + 1, each] = second
    rows[:, -1] = second
    return rows


def g_of(rows, weights):
    """Saltelli and Sobol's g function (1995), input by input over blocks that the cache holds."""
    outputs = np.ones(rows.shape[:-1])
    for first in range(0, len(rows), BLOCK):
        block = rows[first:first + BLOCK]
        for at, weight in enumerate(weights):
            outputs[first:first + BLOCK] *= (np.abs(4 * block[..., at] - 2) + weight) / (1 + weight)
    return outputs


def estimated(outputs):
    """First-order (Saltelli et al. 2010) and total (Jansen 1999) indices, each with half the width of its interval."""
    a, ab, b = outputs[:, :1], outputs[:, 1:-1], outputs[:, -1:]
    n, mean = len(outputs), (a.mean() + b.mean()) / 2
    variances = ((a - mean) ** 2 + (b - mean) ** 2) / 2
    variance, columns = variances.mean(), []
    for parts in ((b - mean) * (ab - a), (a - ab) ** 2 / 2):
        value = parts.mean(axis=0) / variance
        error = np.sqrt(((parts - value * variances) ** 2).sum(axis=0) / (n - 1) / n) / variance
        columns += [value, norm.ppf(0.5 + CONFIDENCE / 2) * error]
    return np.column_stack(columns)


def latin(rng, inputs, points):
    """Latin hypercubes, batch by batch."""
    return [qmc.LatinHypercube(inputs, rng=rng).random(min(BATCH, points - first)) for first in range(0, points, BATCH)]


def reordered(sample, factor):
    """Iman and Conover (1982): the values of each input in the order of scores that have the wanted correlations."""
    order = sample.argsort(axis=0)
    own, result = np.empty_like(sample), np.empty_like(sample)
    np.put_along_axis(own, order, norm.ppf(np.arange(1, len(sample) + 1) / (len(sample) + 1))[:, None], axis=0)
    found = np.linalg.cholesky(np.corrcoef(own, rowvar=False))
    target = own @ np.linalg.solve(found.T, factor.T)
    np.put_along_axis(result, target.argsort(axis=0), np.take_along_axis(sample, order, axis=0), axis=0)
    return result


def linked(rng, inputs, points, wanted):
    """Latin hypercubes with wanted rank correlations; the scores behind them are normal (Pearson 1907)."""
    factor = np.linalg.cholesky(2 * np.sin(np.pi / 6 * wanted))
    return [reordered(sample, factor) for sample in latin(rng, inputs, points)]


def study(inputs, points, seed):
    """The stages' seconds, the indices with half the widths of their intervals, the gap of the rank correlations."""
    rng, stages = np.random.default_rng(seed), Stages()
    base = stages.time("points", lambda: qmc.Sobol(2 * inputs, rng=rng).random(points))
    rows = stages.time("rows", crossed, base, inputs)
    outputs = stages.time("outputs", g_of, rows, g_weights(inputs))
    found = stages.time("indices", estimated, outputs)
    stages.time("latin", latin, rng, inputs, points)
    wanted = NEXT ** np.abs(np.subtract.outer(np.arange(inputs), np.arange(inputs)))
    batches = stages.time("linked", linked, rng, inputs, points, wanted)
    gap = np.abs(np.mean([spearmanr(batch).statistic for batch in batches], axis=0) - wanted).max()
    return stages, found, gap


def main():
    inputs, points, seed = arguments()
    study(inputs, WARM_UP, seed)
    stages, found, gap = study(inputs, points, seed)
    of_the_program = [estimated(np.fromfile(file, "<f8").reshape(points, inputs + 2)).tolist() for file in sys.argv[4:]]
    report(stages, found, correlation_gap=gap, of_the_program=of_the_program)


if __name__ == "__main__":
    main()
