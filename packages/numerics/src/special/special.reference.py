"""Writes special.reference.json: special functions at exact doubles, by mpmath with 50 digits.

Run: python3 special.reference.py > special.reference.json   
Each row is [arguments…, nearest double of the value, nearest double of what that lost].
"""
import json
import math
import random

import mpmath as mp

mp.mp.dps = 50
rng = random.Random(20240502)


def uniform(low, high, count):
    return [rng.uniform(low, high) for _ in range(count)]


def log10(low, high, count):
    return [10 ** rng.uniform(low, high) for _ in range(count)]


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def normal_cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def gamma_cdf(x, a):
    return mp.gammainc(a, 0, x, regularized=True)


def beta_cdf(x, a, b):
    if x * (a + b + 2) > a + 1:
        return 1 - beta_cdf(1 - x, b, a)
    return mp.exp(a * mp.log(x) + b * mp.log(1 - x) - log_beta(a, b)) / a * mp.hyp2f1(1, a + b, a + 1, x)


def t_cdf(x, nu):
    tail = beta_cdf(nu / (nu + x * x), nu / 2, mp.mpf(1) / 2) / 2 if x else mp.mpf(1) / 2
    return tail if x <= 0 else 1 - tail


def gamma_points(count):
    for _ in range(count):
        a = 10 ** rng.uniform(-2, 4)
        x = rng.choice([a * 10 ** rng.uniform(-1, 0.3), a + rng.uniform(-5, 5) * math.sqrt(a)])
        if x > 0:
            yield x, a


def beta_points(count):
    for _ in range(count):
        a, b = log10(-1, 3.5, 2)
        m = a / (a + b)
        x = rng.choice([rng.random(), m + rng.uniform(-5, 5) * math.sqrt(m * (1 - m) / (a + b + 1))])
        if 0 < x < 1:
            yield x, a, b


FUNCTIONS = {
    "logGamma": (mp.loggamma, log10(-10, 0, 12) + log10(0, 6, 12) + uniform(0.9, 1.1, 8) + uniform(1.9, 2.1, 8) + uniform(0, 12, 25) + [1e-310, 1e305]),
    "digamma": (mp.digamma, log10(-10, 0, 12) + log10(0, 6, 12) + uniform(1.4, 1.5, 8) + uniform(0, 14, 25)),
    "logBeta": (log_beta, list(zip(log10(-3, 6, 30), log10(-3, 6, 30))) + list(zip(uniform(0.1, 15, 25), uniform(0.1, 15, 25)))),
    "erf": (mp.erf, uniform(-1.2, 1.2, 20) + uniform(-6, 6, 10) + log10(-300, 0, 8)),
    "erfc": (mp.erfc, uniform(-1.2, 1.2, 20) + uniform(-6, 6, 10) + uniform(0, 26.5, 20)),
    "normalCdf": (normal_cdf, uniform(-2, 2, 20) + uniform(-37, 8, 25)),
    "normalLogCdf": (lambda x: mp.log(normal_cdf(x)), uniform(-2, 2, 20) + uniform(-37, 8, 20) + [-100.5, -5000.25]),
    "incompleteGamma": (gamma_cdf, list(gamma_points(50))),
    "incompleteBeta": (beta_cdf, list(beta_points(50))),
    "studentTCdf": (t_cdf, list(zip(uniform(-30, 5, 30), log10(-1, 4, 30)))),
}
# Inverses are judged at the double nearest to an exact quantile: the true value there comes from one Newton step.
INVERSES = {
    "normalQuantile": (normal_cdf, lambda x: mp.npdf(x), [(x,) for x in uniform(-37, 5, 40) + uniform(-0.1, 0.1, 10)]),
    "gammaQuantile": (gamma_cdf, lambda x, a: mp.exp((a - 1) * mp.log(x) - x - mp.loggamma(a)), list(gamma_points(40))),
    "betaQuantile": (beta_cdf, lambda x, a, b: mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) - log_beta(a, b)), list(beta_points(40))),
    "studentTQuantile": (
        t_cdf,
        lambda x, nu: mp.exp(mp.loggamma((nu + 1) / 2) - mp.loggamma(nu / 2) - mp.log(nu * mp.pi) / 2 - (nu + 1) / 2 * mp.log(1 + x * x / nu)),
        list(zip(uniform(-30, 3, 30), log10(-0.3, 4, 30))),
    ),
}


def row(args, value):
    high = float(value)
    return [*args, high, float(value - mp.mpf(high))]


def rows(name):
    if name in FUNCTIONS:
        f, points = FUNCTIONS[name]
        for point in points:
            args = point if isinstance(point, tuple) else (point,)
            value = f(*map(mp.mpf, args))
            if abs(value) > 1e-290 and value < 1:
                yield row(args, value)
            elif name in ("logGamma", "digamma", "logBeta", "erfc"):
                yield row(args, value)
        return
    cdf, density, points = INVERSES[name]
    for x, *shapes in points:
        exact = [mp.mpf(s) for s in shapes]
        p = float(cdf(mp.mpf(x), *exact))
        # Beyond, a double p does not determine the quantile any more.
        if 1e-290 < p < 0.99:
            value = mp.mpf(x) + (mp.mpf(p) - cdf(mp.mpf(x), *exact)) / density(mp.mpf(x), *exact)
            yield row((p, *shapes), value)


if __name__ == "__main__":
    table = {name: list(rows(name)) for name in [*FUNCTIONS, *INVERSES]}
    lines = (f'    "{name}": [\n' + ",\n".join("      " + json.dumps(r) for r in table[name]) + "\n    ]" for name in table)
    print('{\n  "source": "mpmath ' + mp.__version__ + ', 50 digits",\n  "functions": {\n' + ",\n".join(lines) + "\n  }\n}")
