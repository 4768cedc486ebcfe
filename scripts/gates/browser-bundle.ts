/** Gate: the main entry of every package that is not an application loads in a browser, as it is published. */
import { root } from "../workspace-packages.js";
import { browserFaults } from "./browser-faults.js";

const packages = [
  "numerics",
  "autodiff",
  "posterior",
  "sampler",
  "data",
  "distributions",
  "transforms",
  "simulation",
  "model",
  "optimizer",
];

for (const name of packages) {
  for (const fault of await browserFaults(`export * from "@mmm/${name}";`, root)) {
    process.stdout.write(`@mmm/${name}: ${fault}\n`);
    process.exitCode = 1;
  }
}
