/** The table of all trends. */

import type { DescriptionOf } from "../../description/kind.js";
import { linearTrend } from "./linear-trend.js";
import { noTrend } from "./no-trend.js";
import { piecewiseTrend } from "./piecewise-trend.js";

/** Every trend by kind. */
export const trendKinds = { linear: linearTrend, piecewise: piecewiseTrend, none: noTrend } as const;

/** How the baseline moves over the window. */
export type TrendDescription = DescriptionOf<typeof trendKinds>;
