/** Pointwise elpd of several models side by side. */

/** Pointwise elpd per model name: what weights for several models are computed from. */
export type ElpdColumns = Readonly<Record<string, ArrayLike<number>>>;

/** The model names, after checking that every model has a finite elpd for each of the same number of observations. */
export function checkElpdColumns(place: string, elpd: ElpdColumns): readonly string[] {
  const models = Object.keys(elpd);
  const lengths = models.map((model) => elpd[model].length);
  if (models.length === 0 || lengths[0] === 0 || lengths.some((length) => length !== lengths[0])) {
    throw new Error(
      `${place}: every model must have an elpd for each observation, at least 1, got [${lengths.join(", ")}]. ` +
        `Score all models on the same data.`,
    );
  }
  for (const model of models) {
    const fault = Array.from(elpd[model]).findIndex((value) => !Number.isFinite(value));
    if (fault < 0) continue;
    throw new Error(
      `${place}.${model}: elpd must be finite, got ${elpd[model][fault]} for observation ${fault + 1}. ` +
        `Look at the log likelihood of that observation.`,
    );
  }
  return models;
}
