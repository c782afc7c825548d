/**
 * The pipeline as a person sees it: the notebook's source, the kernel and the metadata store in one graph.
 *
 * Plain data that views draw and `tfx:describe-pipeline` returns; the model makes a new one at each change.
 */
import type { Artifact, BeamRun, CacheMatch, Progress, RunError, StoreAddress } from '../protocol';

/** State of a node. `running`, `queued` win over the rest; `stale` always has a cause. */
export type NodeState = 'not-run' | 'queued' | 'running' | 'done' | 'cached' | 'failed' | 'stale';

/** Why a node is not up to date. */
export type CauseKind =
  /** A statement that it depends on reads otherwise than when it ran. */
  | 'code-edited'
  /** An input artifact is not the one it ran with. */
  | 'input-changed'
  /** A producer ran again since and made other artifacts. */
  | 'upstream-reran'
  /** A producer is itself stale. */
  | 'upstream-stale'
  /** A module file is not what it was. */
  | 'module-changed'
  /** Source data are not what they were. */
  | 'data-changed'
  /** The kernel no longer has its objects; the results are in the metadata store. */
  | 'kernel-restarted'
  /** TFX answered from its cache with code that is no longer in the module file. */
  | 'old-code';

/** One cause, with what it names. */
export interface ICause {
  readonly kind: CauseKind;
  /** What changed: a statement's label, a node id, a path. */
  readonly what: string;
  /** Cell to look at, where there is one. */
  readonly cellId: string | null;
}

/** Something to say about a node that does not make it stale. */
export interface INotice {
  readonly kind:
    /** The cache answered with an execution that is not the newest. */
    | 'cache-not-newest'
    /** An upstream component never ran. */
    | 'upstream-not-run'
    /** The metadata store says running, the kernel does not. */
    | 'ended-without-word';
  readonly what: string;
  readonly executionId: number | null;
}

/** One execution, newest known first in a node's history. */
export interface INodeExecution {
  readonly id: number | null;
  readonly state: 'running' | 'done' | 'cached' | 'failed' | 'interrupted';
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** What it took, by the component's names for it. */
  readonly inputs: Readonly<Record<string, readonly Artifact[]>>;
  /** What it published. */
  readonly outputs: readonly Artifact[];
  readonly source: 'kernel' | 'store';
}

/** A channel of a node, with what it holds. */
export interface INodeChannel {
  readonly key: string;
  /** Artifact type's name, where known. */
  readonly type: string | null;
  readonly artifacts: readonly Artifact[];
  /** For an input: who makes it. */
  readonly producers: readonly { readonly node: string; readonly output: string | null }[];
}

/** Which cells of the notebook belong to a node. */
export interface INodeCells {
  readonly defined: string | null;
  readonly configured: readonly string[];
  readonly run: readonly string[];
}

/** A node of the pipeline. */
export interface IPipelineNode {
  /** Unique in the graph; what `data-tfx-component` carries. */
  readonly id: string;
  readonly componentId: string;
  /** Class without its module. */
  readonly type: string;
  readonly kind: 'component' | 'function' | 'resolver' | 'importer';
  readonly variable: string | null;
  /** What it is for, one line; empty where unknown. */
  readonly purpose: string;
  /** Its documentation, where it is one of TFX's own. */
  readonly docsUrl: string | null;
  readonly state: NodeState;
  /** All causes, most telling first; empty unless the state is stale. */
  readonly causes: readonly ICause[];
  readonly notices: readonly INotice[];
  readonly cells: INodeCells;
  readonly inputs: readonly INodeChannel[];
  readonly outputs: readonly INodeChannel[];
  /** Readable values by name. */
  readonly execProperties: Readonly<Record<string, string>>;
  readonly moduleFiles: readonly { readonly path: string; readonly cellId: string | null }[];
  /** Newest first. */
  readonly executions: readonly INodeExecution[];
  /** Milliseconds since the epoch; of the last or the running run. */
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly cache: CacheMatch | null;
  readonly progress: Progress | null;
  readonly error: RunError | null;
  /** Where the Beam jobs of its last run in this kernel ran; null where it has none, or has not run. */
  readonly beam: BeamRun | null;
  /** Declared where only a run tells what it is. */
  readonly dynamic: boolean;
  readonly condition: string | null;
  /** Where the node is known from. */
  readonly from: { readonly source: boolean; readonly kernel: boolean; readonly store: boolean };
}

/** An edge of the pipeline; `output` and `input` are null for an order without data. */
export interface IPipelineEdge {
  readonly from: string;
  readonly to: string;
  readonly output: string | null;
  readonly input: string | null;
}

/** A cell that does not parse. */
export interface IProblem {
  readonly cellId: string;
  readonly line: number;
  readonly message: string;
}

/** An InteractiveContext: as the kernel has it or, where no kernel tells, as the source declares it. */
export interface IPipelineContext {
  readonly key: string;
  readonly variables: readonly string[];
  /** The rest is null where only a kernel can tell. */
  readonly pipelineName: string | null;
  readonly pipelineRoot: string | null;
  readonly store: StoreAddress | null;
}

/** The whole, in notebook order. */
export interface IPipeline {
  readonly usesTfx: boolean;
  readonly nodes: readonly IPipelineNode[];
  readonly edges: readonly IPipelineEdge[];
  readonly contexts: readonly IPipelineContext[];
  readonly problems: readonly IProblem[];
}

/** A cell that a plan needs and the notebook has not. */
export interface INewCell {
  /** Cell to put it below; null: at the end. */
  readonly below: string | null;
  readonly source: string;
}

/** What a plan would do: cells in order, and why each is in it. */
export interface IPlanStep {
  /** Empty where the cell is yet to be put in. */
  readonly cellId: string;
  /** To be put in once the plan is accepted. */
  readonly newCell?: INewCell;
  /** Left out where the plan has run its nodes by then, and the cache had no answer. */
  readonly onlyIfCached?: boolean;
  /** Nodes that this cell runs; empty for a cell that only prepares. */
  readonly nodes: readonly string[];
  /** Names or files for which a preparing cell is needed. */
  readonly provides: readonly string[];
  /** Milliseconds that it took last time; null where it never ran. */
  readonly lastDuration: number | null;
}

/** Cells to run for a wish such as "run to here". */
export interface IPlan {
  readonly targets: readonly string[];
  readonly steps: readonly IPlanStep[];
  /** Why it cannot be done as wished, in a sentence; null where it can. */
  readonly problem: string | null;
}
