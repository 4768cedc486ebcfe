/** When the metric forgets: the calendar of warm-up. */

/**
 *     0                30 %                                     85 %          100 %
 *     | early            | main                                   | step size |
 *     | 10 10 10 10 …    | 80      | 120         | …  no room left |           |
 *
 * Early windows forget the way from the start within ten draws. Main windows grow by half each time; the last one is kept
 * where another would not fit before the end of metric adaptation. In the last part only the step size learns.
 */
export interface WindowSchedule {
  readonly earlyEnd: number;
  readonly metricEnd: number;
  /** Draws in the present main window. */
  readonly window: number;
}

const earlyShare = 0.3;
const stepSizeShare = 0.15;
const earlyWindow = 10;
const firstMainWindow = 80;
const windowGrowth = 1.5;

/** The calendar of a warm-up of `length` draws: nutpie's numbers. */
export function startSchedule(length: number): WindowSchedule {
  return {
    earlyEnd: Math.floor(earlyShare * length),
    metricEnd: length - Math.floor(stepSizeShare * length),
    window: firstMainWindow,
  };
}

/**
 * What to do after draw number `draw` (from 0) when the background window holds `background` good draws.
 *
 * @returns whether the windows switch; whether it is late, i.e. no further window fits before metric adaptation ends
 */
export function updateSchedule(
  schedule: WindowSchedule,
  draw: number,
  background: number,
): { schedule: WindowSchedule; switches: boolean; late: boolean } {
  const { earlyEnd, metricEnd } = schedule;
  const early = draw < earlyEnd;
  const window = draw === earlyEnd ? Math.max(schedule.window, background) : schedule.window;
  const next = early ? earlyWindow : Math.max(window + 1, Math.round(windowGrowth * window));
  const late = draw + next > metricEnd;
  const switches = !late && background >= (early ? earlyWindow : window);
  return { schedule: { ...schedule, window: switches && !early ? next : window }, switches, late };
}
