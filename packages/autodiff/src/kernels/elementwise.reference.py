"""Writes elementwise.reference.json by mpmath 1.3 at 140 bits: for each kernel, doubles x and the nearest doubles of f(x).

Arguments: sizes of every magnitude the function knows, subnormal ones included, and neighbours of zeros and of bounds."""

import json
import math
import random
from pathlib import Path

import mpmath
from mpmath import mp, mpf

mp.prec = 140
random.seed(20240501)


def both_signs(values):
    return [sign * v for v in values for sign in (1, -1)]


def sizes(low, high, count=24):
    """One random double per step of the exponent."""
    return [math.ldexp(random.uniform(1, 2), round(low + (high - 1 - low) * i / (count - 1))) for i in range(count)]


def even(low, high, count=24):
    return [random.uniform(low, high) for _ in range(count)]


SUBNORMAL = [5e-324, 1.7e-310, 2.2250738585072014e-308]
LARGEST = 1.7976931348623157e308

CASES = {
    "exp": (mpmath.exp, both_signs(SUBNORMAL + sizes(-60, 9)) + even(-745, 709) + [709.78, -708.3, -720.5, -745.1]),
    "log": (mpmath.log, SUBNORMAL + sizes(-1022, 1023, 40) + even(0.5, 2) + even(0.999, 1.001) + [LARGEST]),
    "log1p": (mpmath.log1p, both_signs(SUBNORMAL + sizes(-1022, 0)) + sizes(0, 1023) + [-0.9999999999999999, LARGEST]),
    "expm1": (mpmath.expm1, both_signs(SUBNORMAL + sizes(-1022, 9)) + even(-2, 2) + [709.78, -37.4]),
    "tanh": (mpmath.tanh, both_signs(SUBNORMAL + sizes(-1022, 5)) + even(-3, 3)),
    "logistic": (lambda x: 1 / (1 + mpmath.exp(-x)), both_signs(SUBNORMAL + sizes(-60, 9)) + even(-5, 5) + even(-745, -700)),
    "softplus": (lambda x: mpmath.log1p(mpmath.exp(x)), both_signs(SUBNORMAL + sizes(-60, 9)) + even(-5, 5) + even(-745, -700)),
    "sin": (mpmath.sin, both_signs(SUBNORMAL + sizes(-1022, 1023)) + [math.pi, 2 * math.pi, 355.0, 1e22]),
    "cos": (mpmath.cos, both_signs(SUBNORMAL + sizes(-60, 1023)) + [math.pi / 2, 3 * math.pi / 2, 1e22]),
    "logGamma": (mpmath.loggamma, sizes(-1022, 1000) + even(0.1, 3) + even(3, 20) + [0.9999, 1.0001, 1.9999, 2.0001]),
    "digamma": (mpmath.digamma, sizes(-1000, 1000) + even(0.1, 3) + even(3, 20) + [1.46163, 1.46164]),
    "trigamma": (lambda x: mpmath.psi(1, x), sizes(-500, 500) + even(0.1, 3) + even(3, 20)),
}

reference = {name: [[x, float(f(mpf(x)))] for x in values] for name, (f, values) in CASES.items()}
lines = [f'  "{name}": {json.dumps(pairs)}' for name, pairs in reference.items()]
Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
