/** The real inputs of the examples: data of others, our configuration, and how long a fit may take on two quiet cores. */

/** One input. */
export interface RealInput {
  readonly name: string;
  readonly csv: string;
  readonly configuration: string;
  readonly goalSeconds: number;
  /** Draws per chain where the usual 1,000 leave some spread with fewer than 400 effective ones. */
  readonly draws?: number;
  /** How often it is timed; the median counts. */
  readonly runs: number;
}

const data = "../shared/data";

export const realInputs: readonly RealInput[] = [
  {
    ...{ name: "pymc-marketing", csv: `${data}/pymc-marketing/mmm_example.csv` },
    ...{ configuration: "examples/pymc-marketing/mmm.yaml", goalSeconds: 5, runs: 3 },
  },
  {
    ...{ name: "robyn", csv: `${data}/robyn/dt_simulated_weekly.csv` },
    ...{ configuration: "examples/robyn/mmm.yaml", goalSeconds: 5, runs: 3 },
  },
  {
    ...{ name: "retailer", csv: `${data}/retailer/data.csv` },
    ...{ configuration: "examples/retailer/mmm.yaml", goalSeconds: 5, runs: 3 },
  },
  {
    ...{ name: "meridian-national", csv: `${data}/meridian/national_all_channels.csv` },
    ...{ configuration: "examples/meridian/national.yaml", goalSeconds: 5, runs: 3 },
  },
  {
    ...{ name: "meridian-geo", csv: `${data}/meridian/geo_all_channels.csv` },
    ...{ configuration: "examples/meridian/geo.yaml", goalSeconds: 300, runs: 1, draws: 1500 },
  },
];
