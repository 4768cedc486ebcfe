/** ScalingSpec: the units in which a model thinks, and with which its priors are stated. */

import { z } from "zod";

/** Which units; the data fill in the numbers. */
export interface ScalingSpec {
  /**
   * What makes cells comparable: KPI and media are counted per head of the `"population"`, per unit of the cell's mean
   * `"kpi"`, or as they stand (`"none"`). `"auto"`: population where it is known, otherwise KPI; for a single cell none.
   */
  readonly size: "auto" | "population" | "kpi" | "none";
  /**
   * The unit of the KPI: its mean; its maximum (PyMC-Marketing); or the mean is taken away and the standard deviation is
   * the unit (Meridian).
   */
  readonly kpi: "mean" | "max" | "standardized";
  /** The unit of each channel's media: mean or median of its non-zero values, or its maximum. */
  readonly media: "mean-active" | "median-active" | "max";
  /**
   * Controls are standardised, kept as they are, or standardised unless they are 0/1 indicators (`"auto"`), whose
   * coefficient then is the effect of the event.
   */
  readonly controls: "auto" | "standardized" | "none";
}

export const scalingSchema = z.strictObject({
  size: z.enum(["auto", "population", "kpi", "none"]).optional(),
  kpi: z.enum(["mean", "max", "standardized"]).optional(),
  media: z.enum(["mean-active", "median-active", "max"]).optional(),
  controls: z.enum(["auto", "standardized", "none"]).optional(),
});

/** Writes the defaults: in units of means, a prior of 1 is easy to think about. */
export function completeScaling(given: z.input<typeof scalingSchema> = {}): ScalingSpec {
  const { size = "auto", kpi = "mean", media = "mean-active", controls = "auto" } = given;
  return { size, kpi, media, controls };
}
