"""Coefficients of the Hill kernels, by mpmath 1.3: prints them, with their errors, and writes assembly/log2-table.ts.

Polynomials and quotients are interpolated at Chebyshev nodes, which is within a factor of two of the best ones."""

from pathlib import Path

from mpmath import cos, exp, log, lu_solve, matrix, mp, mpf, pi, sqrt, tanh

mp.dps = 60
LN2 = log(mpf(2))
INTERVALS = 128


def chebyshev_nodes(count, low, high):
    return [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def power_of_two():
    """A = a0 + a1 t + t², B = b0 + b1 t + b2 t², t = f²: f B / A = tanh(f ln 2 / 2) on |f| ≤ 1/2."""
    limit = mpf(1) / 4
    system, right = matrix(5, 5), matrix(5, 1)
    for row, t in enumerate(chebyshev_nodes(5, mpf(0), limit)):
        value = tanh(LN2 * sqrt(t) / 2) / sqrt(t)
        for column, entry in enumerate([value, value * t, -1, -t, -t * t]):
            system[row, column] = entry
        right[row] = -value * t * t
    a0, a1, b0, b1, b2 = map(float, lu_solve(system, right))
    worst = mpf(0)
    for i in range(-500, 501):
        f = mpf(i) / 1000
        a, b = a0 + mpf(a1) * f**2 + f**4, b0 + mpf(b1) * f**2 + mpf(b2) * f**4
        worst = max(worst, abs((a + f * b) / (a - f * b) / exp(LN2 * f) - 1))
    print("powerOfTwo", [a0, a1, b0, b1, b2], f"relative error 2^{float(log(worst, 2)):.1f}")


def logarithm():
    """log2(1 + q) / q on |q| ≤ 1 / 256."""
    limit = mpf(1) / (2 * INTERVALS)
    nodes = [q if q != 0 else mpf("1e-40") for q in chebyshev_nodes(5, -limit, limit)]
    system, right = matrix(5, 5), matrix(5, 1)
    for row, q in enumerate(nodes):
        for column in range(5):
            system[row, column] = q**column
        right[row] = log(1 + q) / q / LN2 if abs(q) > mpf("1e-30") else 1 / LN2
    coefficients = [float(c) for c in lu_solve(system, right)]
    worst = mpf(0)
    for i in range(-500, 501):
        q = limit * i / 500
        worst = max(worst, abs(sum(mpf(c) * q ** (k + 1) for k, c in enumerate(coefficients)) - log(1 + q) / LN2))
    print("LOG2", coefficients, f"absolute error 2^{float(log(worst, 2)):.1f}")


def table():
    numbers = []
    for i in range(INTERVALS):
        middle = 1 + mpf(2 * i + 1) / (2 * INTERVALS)
        numbers += [repr(float(1 / middle)), repr(float(log(middle) / LN2))]
    text = (
        "/** Written by scripts/coefficients.py: for the middle c of each 128th of [1, 2): 1 / c, log2 c. */\n"
        f"export const log2Table: usize = memory.data<f64>([{', '.join(numbers)}], 16);\n"
    )
    (Path(__file__).parent.parent / "assembly" / "log2-table.ts").write_text(text)


power_of_two()
logarithm()
table()
