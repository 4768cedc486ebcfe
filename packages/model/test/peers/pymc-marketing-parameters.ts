/** PyMC-Marketing's parameters at a position of ours: those of a cell lie side by side, as its dims (geo, …) say. */

import { arrange, axis, type Expression, stack } from "@mmm/autodiff";
import type { ModelTerms } from "../../src/terms/model-terms.js";
import { fromBlock, type PeerParameter } from "./peer-parameter.js";

/** Every parameter of PyMC-Marketing's model with its default priors. */
export function pymcMarketingParameters(terms: ModelTerms): readonly PeerParameter[] {
  const { baseline, panel } = terms;
  const cells = panel.cells.length === 1 ? [] : [axis("cell", panel.cells.length)];
  const columnsOf = (part: string): readonly { readonly name: string; readonly value: Expression }[] =>
    baseline.columns.flatMap((column, i) =>
      column.part === part ? [{ name: column.coordinate ?? part, value: baseline.coefficients[i]! }] : [],
    );
  const table = (columns: readonly { readonly value: Expression }[]): Expression => {
    const row = axis("column", columns.length);
    return arrange(
      stack(
        columns.map(({ value }) => value),
        row,
      ),
      [...cells, row],
    );
  };
  const ofChannels = (block: string, name: string): PeerParameter => {
    const own = fromBlock(terms, block, name);
    const channel = own.value.axes.find((each) => each.name === "channel")!;
    return { ...own, value: arrange(own.value, [...cells, channel]) };
  };
  // Its Fourier columns are sin_1, sin_2, …, cos_1, cos_2, …; ours alternate.
  const waves = columnsOf("seasonality");
  const sines = waves.filter(({ name }) => name.includes("sin"));
  const cosines = waves.filter(({ name }) => name.includes("cos"));
  return [
    { name: "intercept_contribution", value: columnsOf("intercept")[0]!.value },
    ofChannels("retention", "adstock_alpha"),
    ofChannels("saturation_rate", "saturation_lam"),
    ofChannels("coefficient", "saturation_beta"),
    { name: "gamma_control", value: table(columnsOf("control")) },
    { name: "gamma_fourier", value: table([...sines, ...cosines]) },
    fromBlock(terms, "noise_scale", "y_sigma"),
  ];
}
