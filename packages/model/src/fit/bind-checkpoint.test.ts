import { exampleDataset, IssueError, makeDataset } from "@mmm/data";
import { type CheckpointStore, memoryStore, type Trace } from "@mmm/sampler";
import { beforeAll, expect, it } from "vitest";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { fit, type FitOptions } from "./fit.js";
import { saveFit } from "./saved-fit.js";

const dataset = exampleDataset();
const spec = parseModelSpec({});
const short: FitOptions = { seed: 5, chains: 2, warmup: 60, draws: 60 };
const store = memoryStore();

/** A run that is stopped when its first chain has done so many transitions. */
async function interrupted(done: number, into: CheckpointStore): Promise<void> {
  const abort = new AbortController();
  const onProgress: FitOptions["onProgress"] = (progress) => {
    if (progress.chain === 0 && progress.done >= done) abort.abort();
  };
  await fit(dataset, spec, {
    ...{ ...short, signal: abort.signal, onProgress },
    checkpoint: { store: into, every: 10 },
  }).catch((error: unknown) => expect(error).toMatchObject({ name: "NoDrawsError" }));
}

beforeAll(() => interrupted(100, store));

it.each([30, 100])(
  "a fit stopped after %i transitions goes on with the bits of one that was not",
  async (done) => {
    const own = memoryStore();
    await interrupted(done, own);
    const resumed = await fit(dataset, spec, { ...short, checkpoint: { store: own, resume: true } });
    expect(saveFit(resumed)).toBe(saveFit(await fit(dataset, spec, short)));
  },
);

const refused = async (data: typeof dataset, model: typeof spec, from: CheckpointStore): Promise<string> => {
  try {
    await fit(data, model, { ...short, checkpoint: { store: from, resume: true } });
    return "not refused";
  } catch (error) {
    return error instanceof IssueError ? error.issues[0]!.message : String(error);
  }
};

it("of other data, of another spec, of nobody and of another density is refused", async () => {
  const { cells, kpi } = dataset;
  const other = makeDataset({
    ...dataset,
    cells,
    kpi: { ...kpi, values: kpi.values.map((value) => value + 1) },
  });
  const said = (got: string): string =>
    `checkpoint, chain 0: must be a checkpoint of this model, got ${got}. Give the data and the spec of the interrupted run, or start anew.`;
  expect(await refused(other, spec, store)).toBe(said("one of other data"));
  expect(await refused(dataset, parseModelSpec({ trend: "none" }), store)).toBe(said("one of another spec"));
  const changed = (change: (trace: Trace) => Trace): CheckpointStore => ({
    write: () => undefined,
    read: async (chain) => change((await store.read(chain))!),
  });
  const stranger = changed((trace) => ({ ...trace, model: undefined }) as Trace);
  expect(await refused(dataset, spec, stranger)).toBe(said("one that no fit wrote"));
  const drifted = changed((trace) => {
    const { resumePoint } = trace;
    const point = { ...resumePoint!.point, logDensity: resumePoint!.point.logDensity + 1e-9 };
    return { ...trace, resumePoint: { ...resumePoint!, point } };
  });
  expect(await refused(dataset, spec, drifted)).toBe(
    said("one whose log density this release does not reproduce"),
  );
});
