/**
 * State of every node, and why it is not up to date.
 *
 * A cause always names something that really is otherwise than when the node ran: two texts, two digests or two
 * artifact ids were compared. Nothing is guessed stale.
 */
import type { Artifact, Run } from '../protocol';
import type { INodeFacts } from './match';
import { groupBy, producersOf, sortBefore } from './order';
import { isSamePath } from './paths';
import type { CauseKind, ICause, INotice, IPipelineEdge, NodeState } from './pipeline';

/** A statement of a node's slice, by what it says rather than by where it stands. */
export interface ISlicePiece {
  readonly cellId: string;
  readonly label: string;
  readonly fingerprint: string;
  /** Path, where it is a `%%writefile` cell. */
  readonly writesFile: string | null;
}

/** What staleness compares. */
export interface IStalenessInput {
  readonly nodes: readonly INodeFacts[];
  readonly edges: readonly IPipelineEdge[];
  /** Nodes whose cell waits for its turn. */
  readonly queued: ReadonlySet<string>;
  /** Id of an execution that may be running unseen: in a kernel that has not been asked yet. */
  readonly unseen: number | null;
  /** Digests by path, as the kernel last saw them; null for a file that is not there. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The node's slice as the notebook reads now. */
  readonly sliceNow: (id: string) => readonly ISlicePiece[];
  /** The node's slice as it was executed for a run; null where that is not known. */
  readonly sliceThen: (id: string, run: Run) => readonly ISlicePiece[] | null;
  readonly hasCell: (cellId: string) => boolean;
  /** How many statements of the notebook, as it reads now, have a fingerprint. */
  readonly countNow: (fingerprint: string) => number;
  /** How many statements that had been executed for a run have a fingerprint. */
  readonly countThen: (run: Run, fingerprint: string) => number;
}

/** State of one node. */
export interface ICondition {
  readonly state: NodeState;
  /** Empty unless `stale`. */
  readonly causes: readonly ICause[];
  /** What would be causes of a node that failed: tells a plan what a new try must run again. */
  readonly changes: readonly ICause[];
  readonly notices: readonly INotice[];
}

/** The most telling first. */
const ORDER: readonly CauseKind[] = [
  'old-code',
  'code-edited',
  'module-changed',
  'data-changed',
  'upstream-reran',
  'input-changed',
  'upstream-stale',
  'kernel-restarted'
];

/** A run that made outputs. */
export function succeeded(run: Run): boolean {
  return run.state === 'done' || run.state === 'cached';
}

/** Condition of each node, by id. */
export function conditions(input: IStalenessInput): Map<string, ICondition> {
  const producers = producersOf(input.edges);
  const byId = new Map(input.nodes.map(node => [node.id, node]));
  const incoming = groupBy(input.edges, edge => edge.to);
  const result = new Map<string, ICondition>();
  const order = sortBefore([...byId.keys()], id => producers.get(id) ?? []);
  for (const id of order) {
    result.set(id, condition(byId.get(id)!, input, byId, result, incoming.get(id) ?? []));
  }
  return result;
}

function condition(
  node: INodeFacts,
  input: IStalenessInput,
  byId: ReadonlyMap<string, INodeFacts>,
  done: ReadonlyMap<string, ICondition>,
  edges: readonly IPipelineEdge[]
): ICondition {
  const run = node.runs.at(-1);
  const notices: INotice[] = [];
  const plain = (state: NodeState, changes: readonly ICause[] = []): ICondition => ({
    state,
    causes: [],
    changes,
    notices
  });
  if (run?.state === 'running') {
    return plain('running');
  }
  if (input.queued.has(node.id)) {
    return plain('queued');
  }
  if (!run) {
    const stored = fromStore(node, input, notices);
    for (const from of new Set(stored.state === 'not-run' ? edges.map(edge => edge.from) : [])) {
      if (done.get(from)?.state === 'not-run') {
        notices.push({ kind: 'upstream-not-run', what: from, executionId: null });
      }
    }
    return stored;
  }
  if (!succeeded(run)) {
    for (const from of new Set(edges.map(edge => edge.from))) {
      if (byId.get(from)?.runs.length === 0) {
        notices.push({ kind: 'upstream-not-run', what: from, executionId: null });
      }
    }
  }
  const changes = [...ownChanges(node, run, input), ...inputChanges(run, edges, byId, done)];
  changes.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  if (!succeeded(run)) {
    return plain('failed', changes);
  }
  const { cache } = run;
  if (cache && cache.newestExecutionId !== null && cache.newestExecutionId !== cache.executionId) {
    notices.push({ kind: 'cache-not-newest', what: node.id, executionId: cache.newestExecutionId });
  }
  if (changes.length > 0) {
    return { state: 'stale', causes: changes, changes, notices };
  }
  return plain(run.state === 'cached' ? 'cached' : 'done');
}

/** A node that did not run in this kernel: what the metadata store has of it. */
function fromStore(node: INodeFacts, input: IStalenessInput, notices: INotice[]): ICondition {
  const good = node.executions.filter(e => e.state === 'done' || e.state === 'cached').at(-1);
  const last = node.executions.at(-1);
  if (last && last.id === input.unseen && (last.state === 'running' || last.state === 'new')) {
    return { state: 'running', causes: [], changes: [], notices };
  }
  if (last?.state === 'failed' || last?.state === 'running' || last?.state === 'new') {
    if (last.state !== 'failed') {
      // An InteractiveContext leaves a failed execution RUNNING for ever, and no kernel of ours runs it.
      notices.push({ kind: 'ended-without-word', what: node.id, executionId: last.id });
    }
    return { state: 'failed', causes: [], changes: [], notices };
  }
  if (!good) {
    return { state: 'not-run', causes: [], changes: [], notices };
  }
  const causes: ICause[] = [{ kind: 'kernel-restarted', what: node.id, cellId: null }];
  return { state: 'stale', causes, changes: causes, notices };
}

function ownChanges(node: INodeFacts, run: Run, input: IStalenessInput): ICause[] {
  const causes: ICause[] = [];
  if (run.oldCode !== null) {
    causes.push({
      kind: 'old-code',
      what: run.oldCode,
      cellId: node.source?.definedIn.cellId ?? null
    });
  }
  const then = input.sliceThen(node.id, run);
  if (then !== null) {
    causes.push(...sliceChanges(then, input.sliceNow(node.id), run, input));
  }
  for (const file of run.files) {
    const now = input.files.get(file.path);
    const isNamed = causes.some(
      cause => cause.kind === 'module-changed' && isSamePath(file.path, cause.what)
    );
    if (now !== undefined && now !== file.fingerprint && file.path !== run.oldCode && !isNamed) {
      const kind = file.role === 'module' ? 'module-changed' : 'data-changed';
      const cell = node.source?.modules.find(
        module => module.path !== null && isSamePath(file.path, module.path)
      );
      causes.push({ kind, what: file.path, cellId: cell?.cellId ?? null });
    }
  }
  return causes;
}

/**
 * What stands more often in one slice than in the other, by what it says: moving a statement changes nothing.
 *
 * A statement that the node no longer depends on, or now depends on, and that stands in the notebook as it did, was
 * not edited: what was is the one that uses it. Where there is no such (a name that now means another definition), it
 * is the cause after all; a mere run call changes no result.
 */
function sliceChanges(
  then: readonly ISlicePiece[],
  now: readonly ISlicePiece[],
  run: Run,
  { hasCell, countNow, countThen }: IStalenessInput
): ICause[] {
  const before = countByFingerprint(then);
  const after = countByFingerprint(now);
  const count = (counts: ReadonlyMap<string, number>, { fingerprint }: ISlicePiece): number =>
    counts.get(fingerprint) ?? 0;
  const come = now.filter(piece => count(after, piece) > count(before, piece));
  const gone = then.filter(piece => count(before, piece) > count(after, piece));
  const edited = [
    ...come.filter(piece => countNow(piece.fingerprint) > countThen(run, piece.fingerprint)),
    ...gone.filter(piece => countThen(run, piece.fingerprint) > countNow(piece.fingerprint))
  ];
  const causes = new Map<string, ICause>();
  for (const piece of edited.length > 0 ? edited : come) {
    const kind = piece.writesFile === null ? 'code-edited' : 'module-changed';
    const what = piece.writesFile ?? piece.label;
    const key = `${kind} ${what}`;
    if (!causes.has(key)) {
      causes.set(key, { kind, what, cellId: hasCell(piece.cellId) ? piece.cellId : null });
    }
  }
  return [...causes.values()];
}

/** How often each statement stands in a slice or a notebook. */
export function countByFingerprint(
  pieces: Iterable<{ readonly fingerprint: string }>
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint } of pieces) {
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return counts;
}

/** Causes that come through the channels. */
function inputChanges(
  run: Run,
  edges: readonly IPipelineEdge[],
  byId: ReadonlyMap<string, INodeFacts>,
  done: ReadonlyMap<string, ICondition>
): ICause[] {
  const causes = new Map<string, ICause>();
  const add = (kind: CauseKind, producer: INodeFacts): void => {
    if (!causes.has(producer.id)) {
      causes.set(producer.id, {
        kind,
        what: producer.id,
        cellId: producer.source?.definedIn.cellId ?? null
      });
    }
  };
  for (const edge of edges) {
    const producer = byId.get(edge.from);
    const condition = producer && done.get(producer.id);
    if (!producer || !condition || condition.state === 'running' || condition.state === 'queued') {
      continue;
    }
    const made = producer.runs.filter(succeeded).at(-1);
    const used = edge.input === null ? [] : (run.inputs[edge.input] ?? []);
    const output = edge.output === null ? undefined : made?.outputs[edge.output];
    if (made && output && used.length > 0 && !isAmong(output, used)) {
      add(made.run > run.run ? 'upstream-reran' : 'input-changed', producer);
    } else if (condition.state === 'not-run' && isOfAnother(used, producer, byId.values())) {
      add('input-changed', producer);
    } else if (condition.state === 'stale' || condition.state === 'failed') {
      add('upstream-stale', producer);
    }
  }
  return [...causes.values()];
}

/** An input used what another node than this one has made: the notebook now wires it otherwise. */
function isOfAnother(
  used: readonly Artifact[],
  node: INodeFacts,
  nodes: Iterable<INodeFacts>
): boolean {
  if (used.length === 0) {
    return false;
  }
  const others = [...nodes]
    .filter(other => other !== node)
    .flatMap(({ runs }) => runs.flatMap(run => Object.values(run.outputs).flat()));
  return isAmong(used, others);
}

/** All artifacts of one output are among those that an input used (which may hold those of other producers too). */
function isAmong(output: readonly Artifact[], used: readonly Artifact[]): boolean {
  const key = (artifact: Artifact): string =>
    artifact.id === null ? artifact.uri : String(artifact.id);
  const known = new Set(used.map(key));
  return output.every(artifact => known.has(key(artifact)));
}
