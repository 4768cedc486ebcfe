/** From weights over lags to stock: what all adstocks with a window have in common. */

import { causalConvolution, exp, type Expression, logSumExp, subtract } from "@mmm/autodiff";
import { withLead } from "./with-lead.js";

/** Weights from their logarithms [rows…, lag]; if asked, shares of their sum, which hold where all weights underflow. */
export function lagWeights(logWeights: Expression, normalize: boolean): Expression {
  return exp(normalize ? subtract(logWeights, logSumExp(logWeights, ["lag"])) : logWeights);
}

/**
 * stock[t] = Σ_l weights[l] · x[t + lead − l], with x = 0 outside the series.
 *
 * @param x        [rows…, time]
 * @param weights  [rows…, lag]
 * @param lead     by how many periods the window begins before the media
 */
export function windowedStock(x: Expression, weights: Expression, lead: number): Expression {
  return withLead(x, lead, (media, time) => causalConvolution(media, weights, time, "lag"));
}
