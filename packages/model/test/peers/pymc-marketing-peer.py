"""PyMC-Marketing with its default priors on its example data, for the comparison of presets.

    pymc-marketing-peer.py FILE density < points.json   log density and gradient at parameters by name
    pymc-marketing-peer.py FILE fit TUNE DRAWS SEED     draws of four chains, by NumPyro's NUTS

FILE is mmm_example.csv (controls event_1, event_2 and the trend t, as in the example notebook) or mmm_multidimensional_example.csv
(dims geo, controls event_1 and event_2). Out goes one JSON. A point is {name: flat array} of PyMC-Marketing's own parameters in natural
units; log density and gradient are in them too, without the Jacobians of value transforms.
"""

import json
import os
import sys

# Each graph is evaluated a few times: compiling it to C would take minutes.
if sys.argv[2] == "density":
    os.environ["PYTENSOR_FLAGS"] = "mode=FAST_COMPILE"

out = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # whatever a library prints is no message

import numpy as np
import pandas as pd
from pymc.model.transform.conditioning import remove_value_transforms
from pymc_marketing.mmm import GeometricAdstock, LogisticSaturation
from pymc_marketing.mmm.multidimensional import MMM

data = pd.read_csv(sys.argv[1])
panel = "geo" in data.columns
date = "date" if panel else "date_week"
data[date] = pd.to_datetime(data[date])
mmm = MMM(
    date_column=date, target_column="y", channel_columns=["x1", "x2"],
    control_columns=["event_1", "event_2"] + ([] if panel else ["t"]), dims=("geo",) if panel else None,
    adstock=GeometricAdstock(l_max=8), saturation=LogisticSaturation(), yearly_seasonality=2,
)
X, y = data.drop(columns="y"), data["y"]
mmm.build_model(X, y)


def densities(points):
    """Log density and gradient of each point."""
    natural = remove_value_transforms(mmm.model)
    names = [value.name for value in natural.value_vars]
    log_density, gradient = natural.compile_logp(), natural.compile_dlogp()
    shapes = {n: v.shape for n, v in natural.initial_point().items()}
    answers = []
    for point in points:
        values = {n: np.reshape(point[n], shapes[n]).astype(float) for n in names}
        slopes, at = gradient(values), 0
        parts = {}
        for n in names:
            parts[n] = slopes[at : at + values[n].size].tolist()
            at += values[n].size
        answers.append({"logDensity": float(log_density(values)), "gradient": parts})
    return answers


def draws(tune, count, seed):
    """[chain][draw][element] of parameters, and of each channel's return on all its spend: contribution / spend."""
    mmm.fit(
        X, y, nuts_sampler="numpyro", chains=4, tune=tune, draws=count, random_seed=seed, target_accept=0.9,
        progressbar=False, nuts_sampler_kwargs={"chain_method": "sequential"},
    )
    posterior = mmm.idata.posterior
    drawn = {v.name: posterior[v.name].transpose("chain", "draw", ...).values for v in mmm.model.free_RVs}
    total = posterior["channel_contribution"].sum([d for d in ["date", "geo"] if d in posterior["channel_contribution"].dims])
    earned = total.transpose("chain", "draw", "channel").values * mmm.model["target_scale"].get_value()
    drawn["roas"] = earned / data[["x1", "x2"]].sum().to_numpy()
    return {n: np.reshape(v, (4, count, -1)).tolist() for n, v in drawn.items()}


if sys.argv[2] == "density":
    asked = json.load(sys.stdin)
    assert asked["cells"] == list(mmm.model.coords.get("geo", asked["cells"])), "cells must stand in the order of the model"
    json.dump(densities(asked["points"]), out)
else:
    json.dump(draws(*map(int, sys.argv[3:6])), out)
out.flush()
