/** Channels are columns, or levels of the channel column of media rows; the two are not mixed. */
import { placeAt, type SchemaSource } from "../issue/check-schema.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { fieldsOf, hasMediaRows, listOf } from "./check-uses.js";

/** Channels that do not fit how the media stand; read leniently, so that these faults show beside the schema's. */
export function checkLayout(input: unknown, source: SchemaSource): readonly Issue[] {
  const inRows = hasMediaRows(input);
  return listOf(fieldsOf(input)["channels"]).flatMap((channel, index) => {
    const fields = fieldsOf(channel);
    const misplaced = inRows
      ? ["spend", "exposure", "totalSpend"].filter((key) => key in fields)
      : ["levels"].filter((key) => key in fields);
    return misplaced.map((key) =>
      makeIssue({
        code: "roles.wrong-layout",
        place: placeAt(source, ["channels", index, key]),
        rule: inRows
          ? "a channel of media rows must be a level, or a name with levels"
          : "a channel of columns must be a column, or a name with columns",
        got: `"${key}"`,
        advice: inRows
          ? "Name the column in `mediaRows`."
          : "Name the channel column in `mediaRows`, or the spend column here.",
      }),
    );
  });
}
