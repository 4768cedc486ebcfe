/** PinnedTerm: a part of the baseline as the sampler moves it, with its prior and the way from a draw of it to a position. */

import type { Expression } from "@mmm/autodiff";
import type { RandomStream } from "@mmm/numerics";

/** Coordinates θ = (linear map of coefficients) + shift, where the shift depends on earlier parameters alone. */
export interface PinnedTerm {
  /** What the sampler moves. */
  readonly theta: Expression;
  /** [axes of θ] */
  readonly shift: Expression;
  /** Scalar: log prior density of the coefficients, up to the constant Jacobian of their map. */
  readonly logPrior: Expression;
  /** Values of other parameters that a draw from the prior needs, by name. */
  readonly needs: Readonly<Record<string, Expression>>;
  /** θ without its shift for coefficients drawn from their priors; `read` gives the values of `needs`. */
  readonly draw: (stream: RandomStream, read: (need: string) => Float64Array) => Float64Array;
}
