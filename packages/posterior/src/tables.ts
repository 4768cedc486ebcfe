/** The entry `@mmm/posterior/tables`: draws as Arrow and Parquet, and from tables of arquero. */
export { fromArrow } from "./tables/from-arrow.js";
export { fromParquet } from "./tables/from-parquet.js";
export { type ColumnTable, fromTable } from "./tables/from-table.js";
export { toArrow } from "./tables/to-arrow.js";
export { toParquet } from "./tables/to-parquet.js";
