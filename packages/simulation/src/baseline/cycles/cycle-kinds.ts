/** The table of all seasonalities. */

import type { DescriptionOf } from "../../description/kind.js";
import { otherCycle } from "./other-cycle.js";
import { weekdayCycle } from "./weekday-cycle.js";
import { yearlyCycle } from "./yearly-cycle.js";

/** Every seasonality by kind. */
export const cycleKinds = { yearly: yearlyCycle, weekday: weekdayCycle, cycle: otherCycle } as const;

/** A cycle; a market may have several. */
export type SeasonalityDescription = DescriptionOf<typeof cycleKinds>;
