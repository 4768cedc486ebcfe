"""Meridian on geo_all_channels.csv with its default specification, for the comparison of presets.

    meridian-peer.py FILE density < points.json      log density and gradient at parameters by name
    meridian-peer.py FILE fit ADAPT BURN KEEP SEED   draws of four chains

Paid media and controls only. Out goes one JSON. A point is {name: flat array} of Meridian's own parameters in natural units; log density and gradient
are those of `_get_joint_dist_sampling`, what its sampler walks, without the Jacobians of bijectors.
"""

import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
out = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # whatever a library prints is no message

import jax
import jax.numpy as jnp
import numpy as np
import pandas as pd
from meridian.data import data_frame_input_data_builder as builder
from meridian.model import model, spec

data = pd.read_csv(sys.argv[1])
channels = [f"Channel{i}" for i in range(5)]
inputs = (
    builder.DataFrameInputDataBuilder(
        kpi_type="non_revenue", default_kpi_column="conversions",
        default_revenue_per_kpi_column="revenue_per_conversion",
    )
    .with_kpi(data)
    .with_revenue_per_kpi(data)
    .with_population(data)
    .with_controls(data, control_cols=["competitor_sales_control", "sentiment_score_control"])
    .with_media(
        data, media_channels=channels, media_cols=[f"{c}_impression" for c in channels],
        media_spend_cols=[f"{c}_spend" for c in channels],
    )
    .build()
)
meridian = model.Meridian(input_data=inputs, model_spec=spec.ModelSpec())


def densities(cells, points):
    """Log density and gradient of each point, whose geos stand in the order of `cells`; Meridian sorts them by name."""
    joint = meridian.posterior_sampler_callable._get_joint_dist_sampling()
    shapes = joint.event_shape._asdict()
    geos = list(inputs.geo.values)
    baseline = geos[meridian.baseline_geo_idx]
    rows = {n: ([g for g in geos if g != baseline], [c for c in cells if c != baseline]) for n in ["tau_g_excl_baseline"]}
    rows |= {n: (geos, cells) for n in ["beta_gm_dev", "gamma_gc_dev"]}
    fixed = {"slope_m": jnp.ones(shapes["slope_m"])}
    both = jax.jit(jax.value_and_grad(lambda values: joint.log_prob(**values, **fixed)))
    answers = []
    for point in points:
        values = {n: np.reshape(np.asarray(v, float), shapes[n]) for n, v in point.items()}
        for n, (own, given) in rows.items():
            values[n] = values[n][[given.index(g) for g in own]]
        log_density, gradient = both(values)
        assert log_density.dtype == jnp.float64
        gradient = {n: np.asarray(g) for n, g in gradient.items()}
        for n, (own, given) in rows.items():
            gradient[n] = gradient[n][[own.index(c) for c in given]]
        answers.append({"logDensity": float(log_density), "gradient": {n: np.ravel(g).tolist() for n, g in gradient.items()}})
    return answers


def draws(adapt, burn, keep, seed):
    """[chain][draw][element] of what is compared."""
    meridian.sample_posterior(n_chains=4, n_adapt=adapt, n_burnin=burn, n_keep=keep, seed=seed)
    posterior = meridian.inference_data.posterior
    names = ["roi_m", "alpha_m", "ec_m", "eta_m", "sigma", "gamma_c", "xi_c"]
    return {n: np.reshape(posterior[n].values, (4, keep, -1)).tolist() for n in names}


if sys.argv[2] == "density":
    asked = json.load(sys.stdin)
    json.dump(densities(asked["cells"], asked["points"]), out)
else:
    json.dump(draws(*map(int, sys.argv[3:7])), out)
out.flush()
