/** How a command ends: the exit codes that scripts can rely on. */

export const exitCodes = {
  /** Done, and the verdict passed where there was one. */
  done: 0,
  /** Done, but the verdict failed: the numbers are not to be trusted. */
  verdictFailed: 1,
  /** Wrong input; nothing was written. */
  wrongInput: 2,
  /** Interrupted; what was drawn is kept. */
  interrupted: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
