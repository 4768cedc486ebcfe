/** The messages with which something is refused, as tests compare them. */

import { IssueError } from "@mmm/data";

/** The message of each issue, in order; throws where nothing is refused. */
export function refusal(ask: () => unknown): readonly string[] {
  try {
    ask();
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map(({ message }) => message);
    throw error;
  }
  throw new Error("refusal: believed to be refused, got a result");
}
