"""Largest errors of the elementwise kernels, in units in the last place, against mpmath 1.3 (100 digits less 70).

    python3 measure-accuracy.py [POINTS]

Each range gets POINTS random doubles (default 20,000): even in value, and even in the logarithm of the size."""

import math
import random
import struct
import subprocess
import sys
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.prec = 140
HERE = Path(__file__).parent
POINTS = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000


def even(low, high):
    return lambda: random.uniform(low, high)


def any_size(low, high, sign=0):
    """Both signs, or one; the exponent even between those of low and high."""

    def draw():
        size = math.ldexp(random.uniform(1, 2), random.randint(math.frexp(low)[1] - 1, math.frexp(high)[1] - 2))
        return size * (sign or random.choice([-1, 1]))

    return draw


TINY = 5e-324
FUNCTIONS = {
    "exp": (mpmath.exp, [even(-708, 709.7), even(-745, -708), any_size(TINY, 700)]),
    "log": (mpmath.log, [any_size(TINY, 1.7e308, 1), even(0.5, 2), even(0.99, 1.01)]),
    "log1p": (mpmath.log1p, [any_size(TINY, 0.99), any_size(1, 1.7e308, 1), even(-0.999999, 3)]),
    "expm1": (mpmath.expm1, [any_size(TINY, 700), even(-40, 709), even(-1, 1)]),
    "tanh": (mpmath.tanh, [any_size(TINY, 30), even(-22, 22), even(-0.5, 0.5)]),
    "logistic": (lambda x: 1 / (1 + mpmath.exp(-x)), [even(-745, -708), even(-708, 40), even(-5, 5), any_size(TINY, 700)]),
    "softplus": (lambda x: mpmath.log1p(mpmath.exp(x)), [even(-745, -708), even(-708, 700), even(-5, 5), any_size(TINY, 700)]),
    "sin": (mpmath.sin, [any_size(TINY, 1.7e308), even(-10, 10), even(-1e5, 1e5)]),
    "cos": (mpmath.cos, [any_size(TINY, 1.7e308), even(-10, 10), even(-1e5, 1e5)]),
    "logGamma": (mpmath.loggamma, [any_size(1e-300, 1e300, 1), even(0.01, 3), even(3, 30), even(0.99, 1.01)]),
    "digamma": (mpmath.digamma, [any_size(1e-300, 1e300, 1), even(0.01, 3), even(3, 30), even(1.4, 1.5)]),
    "trigamma": (lambda x: mpmath.psi(1, x), [any_size(1e-150, 1e150, 1), even(0.01, 3), even(3, 30)]),
}


def unit(value):
    """One unit in the last place of the double next to value."""
    return mpf(max(math.ulp(float(value)), TINY))


def apply(name, values):
    data = struct.pack(f"<{len(values)}d", *values)
    output = subprocess.run(["node", HERE / "run-kernel.mjs", name], input=data, stdout=subprocess.PIPE, check=True)
    return struct.unpack(f"<{len(values)}d", output.stdout)


random.seed(1)
for name, (exact, ranges) in FUNCTIONS.items():
    report = []
    for draw in ranges:
        values = [draw() for _ in range(POINTS)]
        worst, where = mpf(0), 0.0
        for x, y in zip(values, apply(name, values)):
            want = exact(mpf(x))
            if abs(want) > mpf("1.7976e308"):
                continue
            error = abs(mpf(y) - want) / unit(want)
            if error > worst:
                worst, where = error, x
        report.append(f"{float(worst):.2f} (x = {where:.17g})")
    print(f"{name:10}", "; ".join(report), flush=True)
