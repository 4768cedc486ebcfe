/** The door of words alone: what messages of every floor need, without tables, schemas and parsers. */
export { didYouMean, nearestName } from "./issue/nearest-name.js";
