/** Checkpoints that know their model: one of other data, of another spec or of another release is refused. */

import { hashDataset, type Issue, IssueError, makeIssue } from "@mmm/data";
import type { CheckpointOptions, Trace } from "@mmm/sampler";
import type { CompiledModel } from "../compile-model.js";

/** What is kept beside a trace. */
interface ModelIdentity {
  readonly datasetHash: string;
  /** The complete spec as JSON. */
  readonly spec: string;
}

type BoundTrace = Trace & { readonly model?: ModelIdentity };

/** The same checkpoints, with the model's identity written beside each trace and asked for when one is read. */
export function bindCheckpoint(checkpoint: CheckpointOptions, model: CompiledModel): CheckpointOptions {
  const { store } = checkpoint;
  const identity = identityOf(model);
  return {
    ...checkpoint,
    store: {
      write: (chain, trace) => store.write(chain, { ...trace, model: identity } as BoundTrace),
      read: async (chain) => {
        const stored = (await store.read(chain)) as BoundTrace | undefined;
        if (stored === undefined) return undefined;
        const { model: kept, ...trace } = stored;
        const fault = faultOf(kept, identity) ?? densityFault(trace, model);
        if (fault !== undefined) throw new IssueError([refusal(chain, fault)]);
        return trace;
      },
    },
  };
}

function identityOf({ dataset, spec }: CompiledModel): ModelIdentity {
  return { datasetHash: hashDataset(dataset), spec: JSON.stringify(spec) };
}

function faultOf(kept: ModelIdentity | undefined, own: ModelIdentity): string | undefined {
  if (kept === undefined) return "one that no fit wrote";
  if (kept.datasetHash !== own.datasetHash) return "one of other data";
  return kept.spec === own.spec ? undefined : "one of another spec";
}

/** A release that samples the same spec in other coordinates gives another density: its draws must not be mixed with ours. */
function densityFault({ resumePoint }: Trace, { logDensity }: CompiledModel): string | undefined {
  if (resumePoint === undefined) return undefined;
  const { position, logDensity: kept } = resumePoint.point;
  const other = "one whose log density this release does not reproduce";
  if (position.length !== logDensity.dimension) return other;
  const found = logDensity.evaluate(position, new Float64Array(position.length));
  return Object.is(found, kept) ? undefined : other;
}

function refusal(chain: number, got: string): Issue {
  return makeIssue({
    code: "fit.other-checkpoint",
    place: { path: `checkpoint, chain ${chain}` },
    rule: "must be a checkpoint of this model",
    got,
    advice: "Give the data and the spec of the interrupted run, or start anew.",
  });
}
