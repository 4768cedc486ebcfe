/** How a command ends: the exit codes that scripts can rely on. */

/** The exit codes by name. */
export const exitCodes = {
  /** Done, and the verdict passed where there was one. */
  done: 0,
  /** Done, but the draws did not pass their verdict. */
  verdictFailed: 1,
  /** Wrong input; nothing was written. */
  wrongInput: 2,
  /** Interrupted; what was drawn is kept. */
  interrupted: 3,
  /** The command itself failed. */
  fault: 4,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** How a command says that it ended otherwise than done. */
export type Report = (code: ExitCode) => void;

const meanings: { readonly [C in keyof typeof exitCodes]: string } = {
  done: "done, and the verdict passed where there was one",
  verdictFailed: "done, but the draws did not pass their verdict: do not use the numbers",
  wrongInput: "wrong input: every fault is told, nothing is written",
  interrupted: "interrupted: what was drawn is judged and saved",
  fault: "mmm itself failed",
};

/** The exit codes as lines of a help text. */
export function describeExitCodes(): string {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  return ["Exit codes:", ...names.map((name) => `  ${exitCodes[name]}  ${meanings[name]}`)].join("\n");
}
