/** A posterior that worker threads can load, for tests of how chains are run. */
import type { TargetModule } from "./target.js";

/** Normals with deviations `data`, with a quartic term so that the draws are not trivial; plain JavaScript for plain Node. */
const source = `
  export const make = (deviations) => ({
    dimension: deviations.length,
    evaluate(x, g) {
      let value = 0;
      for (let i = 0; i < deviations.length; i++) {
        const z = x[i] / deviations[i];
        g[i] = -(z + 0.1 * z * z * z) / deviations[i];
        value -= 0.5 * z * z + 0.025 * z * z * z * z;
      }
      return value;
    },
  });`;

export const quarticNormals: TargetModule = {
  module: `data:text/javascript,${encodeURIComponent(source)}`,
  export: "make",
  data: [1, 20, 0.1],
};
