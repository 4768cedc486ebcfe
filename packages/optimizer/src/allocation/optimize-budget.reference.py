"""Optimal budgets by SciPy's SLSQP, the reference of optimize-budget.test.ts.

    python packages/optimizer/src/allocation/optimize-budget.reference.py

Written with Python 3.11, NumPy 2.x and SciPy 1.17.1. Responses are Hill curves of slope 1 (concave) over geometric adstock, as in
analytic-surface.contract.ts: stock[t] = retention * stock[t - 1] + (1 - retention) * spend[t], twelve periods after the window.
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize

TAIL = 12
rng = np.random.default_rng(20261126)


def outcome_and_slope(items, share, x):
    """[draw] outcome and [draw, item] derivative of every draw's total."""
    draws = len(items)
    total = np.zeros(draws)
    slope = np.zeros((draws, len(x)))
    for d, drawn in enumerate(items):
        for i, item in enumerate(drawn):
            unit = np.concatenate([share[i], np.zeros(TAIL)])
            stock = np.zeros_like(unit)
            carried = 0.0
            for t, value in enumerate(unit):
                carried = item["retention"] * carried + (1 - item["retention"]) * value
                stock[t] = carried
            s = stock * x[i]
            total[d] += item["effect"] * np.sum(s / (s + item["half"]))
            slope[d, i] = item["effect"] * np.sum(stock * item["half"] / (s + item["half"]) ** 2)
    return total, slope


def objective(kind, total, slope, scale):
    if kind == "mean":
        return total.mean(), slope.mean(axis=0)
    # The corner of a standard deviation at 0 is rounded off over 2 % of today's.
    sd = np.sqrt(total.var(ddof=1) + (0.02 * scale) ** 2)
    weights = 1 / len(total) - (total - total.mean()) / ((len(total) - 1) * sd)
    return total.mean() - sd, weights @ slope


def problem(k):
    channels = int(rng.integers(4 if k % 4 == 3 else 2, 9))
    periods = int(rng.integers(1, 7))
    draws = int(rng.integers(2, 7))
    spend = np.round(rng.uniform(5, 60, (channels, periods)), 3)
    items = [
        [
            {
                "effect": float(round(rng.lognormal(4.5, 0.5), 6)),
                "half": float(round(rng.lognormal(3.5, 0.5), 6)),
                "slope": 1,
                "retention": float(round(rng.uniform(0, 0.7), 6)),
            }
            for _ in range(channels)
        ]
        for _ in range(draws)
    ]
    kind = "mean" if k % 3 else "mean-minus-risk"
    budget = float(round(spend.sum() * rng.uniform(0.5, 1.6), 3))
    limits = []
    bounds = [[0.0, budget] for _ in range(channels)]
    rows = []
    if k % 2:
        share = 0.35
        limits.append({"channel": ["channel0", "channel1"], "shareAtMost": share})
        a = np.zeros(channels)
        a[:2] = 1
        rows.append((a, share * budget))
    if k % 4 >= 2 and channels > 2:
        limits.append({"channel": "channel2", "atLeast": round(0.2 * budget, 3), "atMost": round(0.5 * budget, 3)})
        bounds[2] = [round(0.2 * budget, 3), round(0.5 * budget, 3)]
    if channels == 2 and rows:
        rows, limits = [], []
    share = spend / spend.sum(axis=1, keepdims=True)

    today = outcome_and_slope(items, share, spend.sum(axis=1))[0]
    scale = max(today.std(ddof=1), 0.05 * today.mean())

    def loss(x):
        total, slope = outcome_and_slope(items, share, x * budget)
        value, gradient = objective(kind, total, slope, scale)
        return -value / 1000, -gradient * budget / 1000

    constraints = [{"type": "eq", "fun": lambda x: x.sum() - 1, "jac": lambda x: np.ones_like(x)}]
    for a, b in rows:
        constraints.append({"type": "ineq", "fun": lambda x, a=a, b=b: b / budget - a @ x, "jac": lambda x, a=a: -a})
    start = np.full(channels, 1 / channels)
    best = None
    for _ in range(6):
        found = minimize(
            loss, start, jac=True, method="SLSQP", bounds=[(low / budget, high / budget) for low, high in bounds],
            constraints=constraints, options={"ftol": 1e-16, "maxiter": 1000},
        )
        feasible = abs(found.x.sum() - 1) < 1e-10 and all(a @ found.x <= b / budget + 1e-10 for a, b in rows)
        if feasible and (best is None or found.fun < best.fun):
            best = found
        start = found.x
    x = best.x * budget
    return {
        "names": [f"channel{i}" for i in range(channels)],
        "periods": periods,
        "spend": spend.ravel().tolist(),
        "items": items,
        "objective": {"kind": kind, "aversion": 1} if kind != "mean" else "mean",
        "budget": budget,
        "limits": limits,
        "x": x.tolist(),
        "value": float(-loss(best.x)[0] * 1000),
    }


path = pathlib.Path(__file__).with_suffix("").with_suffix(".reference.json")
path.write_text(json.dumps([problem(k) for k in range(24)], indent=1) + "\n")
