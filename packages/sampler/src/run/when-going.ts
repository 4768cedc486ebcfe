/** Waits out a pause. */
import type { RunControl } from "./chain-runner.js";

/** Resolves at once if the run is not paused or is cancelled, else as soon as it goes on or is cancelled. */
export async function whenGoing(
  control: RunControl | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  while (control?.paused && !signal?.aborted) {
    let forget = (): void => {};
    await new Promise<void>((resolve) => {
      const wake = (): void => resolve();
      const stopListening = control.onChange(wake);
      signal?.addEventListener("abort", wake);
      forget = () => {
        stopListening();
        signal?.removeEventListener("abort", wake);
      };
    });
    forget();
  }
}
