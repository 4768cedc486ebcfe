/** The table of all controls: what besides media moves the KPI. */

import type { DescriptionOf } from "../description/kind.js";
import { continuousControl } from "./controls/continuous-control.js";
import { datesControl } from "./controls/dates-control.js";
import { eventControl } from "./controls/event-control.js";
import { holidayControl } from "./controls/holiday-control.js";
import { priceControl } from "./controls/price-control.js";
import { promotionControl } from "./controls/promotion-control.js";

/** Every control by kind. */
export const controlKinds = {
  continuous: continuousControl,
  price: priceControl,
  promotion: promotionControl,
  holiday: holidayControl,
  dates: datesControl,
  event: eventControl,
} as const;

/** Something besides media that moves the KPI. */
export type ControlDescription = DescriptionOf<typeof controlKinds>;
