/** The entry `@mmm/posterior/files`: draws as files and tables that Python, R and JavaScript open. */
export type { AxesByParameter } from "./files/assemble-parameters.js";
export type { DataArray, DataAxis, DataGroup, NamedArray } from "./files/data-group.js";
export {
  columnsFromDraws,
  type ColumnsOptions,
  type DrawsColumns,
  drawsFromColumns,
} from "./files/draws-columns.js";
export { drawsFromInferenceData, observationsFromInferenceData } from "./files/draws-from-inference-data.js";
export {
  type InferenceData,
  type InferenceParts,
  type ObservedData,
  toInferenceData,
} from "./files/inference-data.js";
export { fromStanCsv, toStanCsv } from "./files/stan-csv.js";
export { fromZarr } from "./files/zarr/from-zarr.js";
export { toZarr, type ZarrFiles } from "./files/zarr/to-zarr.js";
export type { ZarrOptions } from "./files/zarr/zarr-array.js";
