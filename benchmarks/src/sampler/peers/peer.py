"""Runs a sampler of Python on a density that the other end of the pipe evaluates.

    peer.py ENGINE DIMENSION SEED WARMUP DRAWS CHAINS

Out goes a byte and doubles: "E" and a position, whose answer is the log density and its gradient; at the end "D", evaluations,
divergences, and the draws, chain × draw × dimension.
"""

import os
import struct
import sys
import threading

import numpy as np

engine = sys.argv[1]
dimension, seed, warmup, draws, chains = map(int, sys.argv[2:])
out = os.fdopen(os.dup(1), "wb", buffering=0)
os.dup2(2, 1)  # whatever a library prints is no message
answers = os.fdopen(0, "rb", buffering=8 * (dimension + 1))
lock = threading.Lock()
evaluations = 0


def evaluate(position):
    """Log density and gradient in one array."""
    global evaluations
    with lock:
        evaluations += 1
        out.write(b"E" + np.asarray(position, dtype="<f8").tobytes())
        return np.frombuffer(answers.read(8 * (dimension + 1)), dtype="<f8").copy()


def run_nutpie(low_rank):
    import nutpie
    from nutpie.compiled_pyfunc import from_pyfunc

    def make_logp():
        def logp(x):
            answer = evaluate(x)
            if not np.isfinite(answer).all():
                answer[0] = -np.inf
                answer[1:] = 0
            return float(answer[0]), answer[1:]

        return logp

    def make_expand(*_):
        return lambda x: {"x": np.asarray(x)}

    model = from_pyfunc(dimension, make_logp, make_expand, [np.dtype("float64")], [(dimension,)], ["x"])
    trace = nutpie.sample(
        model, draws=draws, tune=warmup, chains=chains, cores=1, seed=seed, progress_bar=False,
        low_rank_modified_mass_matrix=low_rank, save_warmup=False,
    )
    return trace.posterior["x"].values, int(trace.sample_stats["diverging"].values.sum())


def run_numpyro():
    import jax
    import jax.numpy as jnp
    from numpyro.infer import MCMC, NUTS

    jax.config.update("jax_enable_x64", True)
    shape = jax.ShapeDtypeStruct((dimension + 1,), jnp.float64)

    def negative(x):
        answer = evaluate(x)
        return np.where(np.isfinite(answer), -answer, np.inf if not np.isfinite(answer[0]) else 0.0)

    @jax.custom_vjp
    def potential(x):
        return jax.pure_callback(negative, shape, x)[0]

    def forward(x):
        answer = jax.pure_callback(negative, shape, x)
        return answer[0], answer[1:]

    potential.defvjp(forward, lambda gradient, weight: (gradient * weight,))
    mcmc = MCMC(
        NUTS(potential_fn=potential), num_warmup=warmup, num_samples=draws, num_chains=chains,
        chain_method="sequential", progress_bar=False,
    )
    start = np.random.default_rng(seed).uniform(-2, 2, (chains, dimension))
    mcmc.run(jax.random.PRNGKey(seed), init_params=jnp.asarray(start), extra_fields=("diverging",))
    divergences = int(mcmc.get_extra_fields()["diverging"].sum())
    return np.asarray(mcmc.get_samples(group_by_chain=True)), divergences


if engine == "numpyro":
    values, divergences = run_numpyro()
else:
    values, divergences = run_nutpie(low_rank=engine == "nutpie-low-rank")
message = b"D" + struct.pack("<2d", evaluations, divergences) + np.asarray(values, dtype="<f8").tobytes()
view = memoryview(message)
while len(view) > 0:
    view = view[out.write(view):]
