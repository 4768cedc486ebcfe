"""Prints the polynomial coefficients of log-gamma, digamma, erf and scaled-erfc: Chebyshev interpolants, by mpmath.

Run: python3 polynomials.reference.py
"""
import mpmath as mp

mp.mp.dps = 60


def chebyshev(f, low, high, degree):
    count = degree + 1
    angles = [mp.pi * (k + mp.mpf(1) / 2) / count for k in range(count)]
    values = [f((low + high) / 2 + (high - low) / 2 * mp.cos(angle)) for angle in angles]
    return [
        (2 if j else 1) * mp.fsum(v * mp.cos(j * a) for v, a in zip(values, angles)) / count for j in range(count)
    ]


def monomial(series):
    """Chebyshev series in t to powers of t."""
    basis = [[mp.mpf(1)], [mp.mpf(0), mp.mpf(1)]]
    while len(basis) < len(series):
        following = [mp.mpf(0)] + [2 * c for c in basis[-1]]
        for i, c in enumerate(basis[-2]):
            following[i] -= c
        basis.append(following)
    return [mp.fsum(s * b[i] for s, b in zip(series, basis) if i < len(b)) for i in range(len(series))]


def substitute(coefficients, scale, shift):
    """Powers of t to powers of x, where t = scale · x + shift."""
    result, power = [mp.mpf(0)] * len(coefficients), [mp.mpf(1)]
    for c in coefficients:
        for i, p in enumerate(power):
            result[i] += c * p
        power = [scale * a + shift * b for a, b in zip([mp.mpf(0)] + power, power + [mp.mpf(0)])]
    return result


def show(name, coefficients):
    print(name + ": " + ", ".join(repr(float(c)) for c in coefficients))


half = mp.mpf(1) / 2
zero = mp.findroot(mp.digamma, 1.46)


def scaled_erfc(t):
    x = 3 * (1 + t) / (1 - t)
    if x > 1e4:
        return (1 + 2 * x) / (x * mp.sqrt(mp.pi)) * (1 - 1 / (2 * x**2) + 3 / (4 * x**4) - 15 / (8 * x**6))
    return (1 + 2 * x) * mp.erfc(x) * mp.exp(x * x)


show("log-gamma", substitute(monomial(chebyshev(lambda z: mp.loggamma(2 + z) / z, -half, half, 17)), 2, 0))
show("digamma zero", [mp.mpf(float(zero)), zero - mp.mpf(float(zero))])
show(
    "digamma",
    substitute(monomial(chebyshev(lambda x: mp.digamma(x) / (x - zero), mp.mpf(1), mp.mpf(2), 21)), 2, 0),
)
show(
    "erf", substitute(monomial(chebyshev(lambda s: mp.erf(mp.sqrt(s)) / mp.sqrt(s), mp.mpf(0), mp.mpf(1), 13)), 2, -1)
)
show("scaled-erfc", monomial(chebyshev(scaled_erfc, mp.mpf(-5) / 7, mp.mpf(1), 25)))
