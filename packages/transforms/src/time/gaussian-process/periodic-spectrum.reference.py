"""Deviations of the periodic Gaussian process and their slope, with 50 digits; mpmath 1.4.

    python periodic-spectrum.reference.py > periodic-spectrum.reference.json
"""

import json

from mpmath import besseli, diff, exp, mp, mpf, sin, sqrt

mp.dps = 50


def deviation(order, length_scale):
    z = 1 / length_scale**2
    return sqrt(exp(-z) * besseli(order, z))


cases = []
for length_scale in ("0.1", "0.3", "1", "3", "30"):
    scale = mpf(length_scale)
    orders = [0, 1, 2, 3, 7, 20, 37]
    slope = diff(lambda s: sum(sin(i + 1) * deviation(j, s) for i, j in enumerate(orders)), scale)
    cases.append(
        {
            "lengthScale": float(scale),
            "orders": orders,
            "deviations": [float(deviation(j, scale)) for j in orders],
            "slope": float(slope),
        }
    )
print(json.dumps({"source": "mpmath, 50 digits: periodic-spectrum.reference.py", "cases": cases}))
