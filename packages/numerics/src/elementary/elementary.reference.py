"""Writes elementary.reference.json: elementary functions at exact doubles, by mpmath with 60 digits.

Run: python3 elementary.reference.py > elementary.reference.json
Each row is [arguments…, nearest double of the value, nearest double of what that lost].
"""
import json
import math
import random

import mpmath as mp

mp.mp.dps = 60
# Enough digits for the arguments reduced modulo pi: the largest double has 309 digits before the point.
TRIG_DPS = 400

rng = random.Random(20240501)


def uniform(low, high, count):
    return [rng.uniform(low, high) for _ in range(count)]


def signed_log(low, high, count):
    return [rng.choice((-1, 1)) * math.exp(rng.uniform(low, high)) for _ in range(count)]


def positive_log(low, high, count):
    return [math.exp(rng.uniform(low, high)) for _ in range(count)]


def trig(f):
    def g(x):
        with mp.workdps(TRIG_DPS):
            return f(x)

    return g


FUNCTIONS = {
    "exp": (mp.exp, uniform(-708, 709.7, 25) + uniform(-1, 1, 15) + signed_log(-30, 0, 10) + uniform(-745, -708.4, 10)),
    "expm1": (mp.expm1, uniform(-40, 45, 15) + uniform(-1, 1, 15) + uniform(-0.04, 0.04, 15) + signed_log(-45, 0, 10)),
    "log": (mp.log, positive_log(-740, 709, 25) + uniform(0.5, 2, 15) + uniform(0.97, 1.03, 15) + [1 - 2**-53, 1 + 2**-52, 5e-324, 1.7976931348623157e308]),
    "log1p": (mp.log1p, uniform(-1, 3, 15) + uniform(-0.03, 0.03, 15) + signed_log(-45, -0.01, 15) + positive_log(-5, 700, 10)),
    "sin": (trig(mp.sin), uniform(-10, 10, 15) + uniform(-1e5, 1e5, 10) + uniform(-2e6, 2e6, 10) + signed_log(-20, 709, 15) + [math.pi, 6381956970095103.0 * 2.0**797]),
    "cos": (trig(mp.cos), uniform(-10, 10, 15) + uniform(-1e5, 1e5, 10) + uniform(-2e6, 2e6, 10) + signed_log(-20, 709, 15) + [math.pi / 2, 6381956970095103.0 * 2.0**797]),
    "tanh": (mp.tanh, uniform(-20, 20, 15) + uniform(-1, 1, 20) + signed_log(-25, 0, 15)),
    "logistic": (lambda x: 1 / (1 + mp.exp(-x)), uniform(-40, 40, 20) + uniform(-3, 3, 20) + uniform(-744, -40, 10)),
    "logit": (lambda p: mp.log(p) - mp.log1p(-p), uniform(0, 1, 25) + uniform(0.49, 0.51, 15) + positive_log(-700, -1, 10)),
    "softplus": (lambda x: mp.log1p(mp.exp(x)), uniform(-40, 40, 20) + uniform(-3, 3, 20) + uniform(-744, -40, 10)),
    "pow": (
        lambda x, y: x**y,
        [(math.exp(x), y) for x, y in zip(uniform(-30, 30, 25), uniform(-23, 23, 25))]
        + list(zip(uniform(0.999, 1.001, 15), uniform(-5e5, 5e5, 15)))
        + list(zip(uniform(0.5, 2, 15), uniform(-2, 2, 15)))
        + [(5e-324, 0.5), (1e-310, -0.9), (1.7976931348623157e308, 0.001), (2.0, -1074.0), (2.0, 1023.999)],
    ),
}


def rows(f, points):
    for point in points:
        args = point if isinstance(point, tuple) else (point,)
        value = f(*(mp.mpf(a) for a in args))
        high = float(value)
        yield [*args, high, float(value - mp.mpf(high))]


if __name__ == "__main__":
    table = {name: list(rows(f, points)) for name, (f, points) in FUNCTIONS.items()}
    lines = (f'    "{name}": [\n' + ",\n".join("      " + json.dumps(row) for row in table[name]) + "\n    ]" for name in table)
    print('{\n  "source": "mpmath ' + mp.__version__ + ', 60 digits",\n  "functions": {\n' + ",\n".join(lines) + "\n  }\n}")
