"""What the sides of `indices` have in common: the arguments, the function, the stages and what is printed."""
import json
import sys
import time

import numpy as np

BATCH = 1_024  # trials that strata and rank correlations are made for at a time, as in the program
CONFIDENCE = 0.95
WARM_UP = 256  # base points played before the clock runs, so that what is loaded on first use is not counted
NEXT = 0.5  # rank correlation of inputs next to each other; of others, its power by how far apart they are


class Stages:
    """Seconds of each stage."""

    def __init__(self):
        self.seconds = {}

    def time(self, stage, work, *args):
        start = time.perf_counter()
        made = work(*args)
        self.seconds[stage] = time.perf_counter() - start
        return made


def arguments():
    inputs, points, seed = map(int, sys.argv[1:4])
    return inputs, points, seed


def g_weights(inputs):
    """How little each input of the g function matters: the published weights, the last one for all others."""
    return np.array([0, 1, 4.5, 9, *[99] * inputs][:inputs])


def report(stages, indices, **others):
    """One line: indices are first order, half-width, total and half-width, by input."""
    print(json.dumps({"seconds": stages.seconds, "indices": np.asarray(indices).tolist(), **others}))
