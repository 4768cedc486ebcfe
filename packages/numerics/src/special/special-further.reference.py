"""Writes special-further.reference.json: the later special functions at exact doubles, by mpmath with 50 digits.

Run: python3 special-further.reference.py > special-further.reference.json
Each row is [arguments…, nearest double of the value, nearest double of what that lost].
An argument after the name multiplies the number of points, for measuring stated errors.
"""
import json
import math
import random
import sys

import mpmath as mp

mp.mp.dps = 50
rng = random.Random(20240503)
MANY = int(sys.argv[1]) if len(sys.argv) > 1 else 1


def uniform(low, high, count):
    return [rng.uniform(low, high) for _ in range(count * MANY)]


def log10(low, high, count):
    return [10 ** rng.uniform(low, high) for _ in range(count * MANY)]


def integers(low, high, count):
    return [float(rng.randint(low, high)) for _ in range(count * MANY)]


def pairs(*lists):
    return list(zip(*lists))


def normal_cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def with_digits(f, digits):
    def g(*args):
        with mp.workdps(digits):
            return f(*args)

    return g


def erf_inverse(x):
    return mp.erfinv(x)


def erfc_inverse(x):
    # Newton's method from a rough start, for arguments that mpmath's own inverse can not tell from 0.
    y = mp.erfinv(1 - x) if x > 1e-3 else mp.sqrt(-mp.log(x))
    for _ in range(60):
        step = (mp.erfc(y) - x) / (2 / mp.sqrt(mp.pi) * mp.exp(-y * y))
        y += step
        if abs(step) < mp.mpf(10) ** -45 * max(abs(y), mp.mpf(10) ** -20):
            break
    return y


def lambert_w(x):
    return mp.re(mp.lambertw(x))


def owens_t(h, a):
    h = abs(h)
    top = min(abs(a), 40 / h) if h > 0 else abs(a)
    knots = [top * k / 8 for k in range(9)] if top <= 1 or h > 0 else [0, 1, 10, top] if top > 10 else [0, top / 2, top]
    value = mp.quad(lambda x: mp.exp(-h * h * x * x / 2) / (1 + x * x), knots)
    return mp.exp(-h * h / 2) * value / (2 * mp.pi) * mp.sign(a)


def log_choose(n, k):
    return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)


def log_multigamma(x, p):
    return p * (p - 1) / 4 * mp.log(mp.pi) + mp.fsum(mp.loggamma(x - mp.mpf(j) / 2) for j in range(int(p)))


def gamma_upper(x, a):
    return mp.gammainc(a, x, mp.inf, regularized=True)


def beta_upper(x, a, b):
    def lower(x, a, b):
        log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
        return mp.exp(a * mp.log(x) + b * mp.log(1 - x) - log_beta) / a * mp.hyp2f1(1, a + b, a + 1, x)

    return 1 - lower(x, a, b) if x * (a + b + 2) < a + 1 else lower(1 - x, b, a)


def around(shapes):
    for a in shapes:
        x = rng.choice([a * 10 ** rng.uniform(-1, 0.3), a + rng.uniform(-5, 8) * math.sqrt(a)])
        if x > 0:
            yield x, a


def around_beta(shapes):
    for a, b in shapes:
        m = a / (a + b)
        x = rng.choice([rng.random(), m + rng.uniform(-5, 5) * math.sqrt(m * (1 - m) / (a + b + 1))])
        if 0 < x < 1:
            yield x, a, b


half_exp = with_digits(lambda x: mp.log(-mp.expm1(x)), 400)
choose_points = [(n, float(rng.randint(0, int(n)))) for n in integers(1, 60, 20) + integers(1, 10**6, 20)]
multigamma_points = [(x + (p - 1) / 2, p) for x, p in pairs(log10(-2, 4, 20), integers(1, 12, 20))]

FUNCTIONS = {
    "trigamma": (lambda x: mp.polygamma(1, x), log10(-10, 0, 12) + log10(0, 6, 12) + uniform(0, 14, 25)),
    "tetragamma": (lambda x: mp.polygamma(2, x), log10(-10, 0, 12) + log10(0, 6, 12) + uniform(0, 14, 25)),
    "erfcx": (lambda x: mp.exp(x * x) * mp.erfc(x), uniform(-26, 0.5, 20) + uniform(-1, 1, 20) + uniform(0, 30, 10) + log10(1, 150, 8)),
    "erfInverse": (with_digits(erf_inverse, 60), uniform(-1, 1, 25) + uniform(0.8, 1, 10) + log10(-300, 0, 10)),
    "erfcInverse": (with_digits(erfc_inverse, 400), uniform(0, 2, 25) + log10(-300, 0, 20)),
    "inverseMillsRatio": (lambda x: mp.npdf(x) / normal_cdf(x), uniform(-3, 3, 20) + uniform(-40, 37, 20) + [-1e10, -1e100]),
    "log1mExp": (half_exp, [-x for x in log10(-300, -1, 10) + uniform(0, 2, 25) + uniform(0, 40, 15) + uniform(40, 700, 5)]),
    "logSubtractExp": (lambda a, b: a + half_exp(b - a), [(a, a - d) for a, d in pairs(uniform(-50, 50, 25), log10(-8, 2, 25))]),
    "logLogistic": (lambda x: -mp.log1p(mp.exp(-x)), uniform(-40, 40, 20) + uniform(-3, 3, 20) + uniform(40, 700, 5)),
    "log1pMinus": (with_digits(lambda x: mp.log1p(x) - x, 400), uniform(-1, 3, 25) + uniform(-0.5, 0.7, 25) + log10(-100, 0, 10)),
    "logBesselI0": (with_digits(lambda x: mp.log(mp.besseli(0, x)), 120), log10(-9, 0, 10) + uniform(0, 25, 25) + log10(1, 5, 15)),
    "besselI0LogSlope": (lambda x: mp.besseli(1, x) / mp.besseli(0, x), log10(-9, 0, 10) + uniform(-25, 25, 25) + log10(1, 5, 15)),
    "lambertW": (lambert_w, uniform(-0.3678, 0.5, 25) + [-0.36787944117144233 + e for e in log10(-16, -1, 20)] + log10(-300, -1, 8) + log10(0, 300, 15)),
    "owensT": (with_digits(owens_t, 30), pairs(uniform(-4, 4, 25), uniform(-3, 3, 25)) + pairs(uniform(0, 20, 10), log10(-3, 3, 10)) + [(0.0, 0.7), (3.0, 1.0)]),
    "logChoose": (log_choose, choose_points),
    "logFactorial": (lambda n: mp.loggamma(n + 1), integers(2, 200, 20) + integers(200, 10**6, 10)),
    "logMultivariateGamma": (log_multigamma, multigamma_points),
    "incompleteGammaUpper": (gamma_upper, list(around(log10(-8, 4, 60)))),
    "incompleteBetaUpper": (beta_upper, list(around_beta(pairs(log10(-1, 3.5, 50), log10(-1, 3.5, 50))))),
}


def row(args, value):
    high = float(value)
    return [*args, high, float(value - mp.mpf(high))]


def rows(name):
    f, points = FUNCTIONS[name]
    for point in points:
        args = point if isinstance(point, tuple) else (point,)
        value = f(*map(mp.mpf, args))
        if 1e-290 < abs(value) < 1e300:
            yield row(args, value)


if __name__ == "__main__":
    table = {name: list(rows(name)) for name in FUNCTIONS}
    lines = (f'    "{name}": [\n' + ",\n".join("      " + json.dumps(r) for r in table[name]) + "\n    ]" for name in table)
    print('{\n  "source": "mpmath ' + mp.__version__ + ', 50 digits",\n  "functions": {\n' + ",\n".join(lines) + "\n  }\n}")
