/** The notebook's source, the kernel and the metadata store, made one graph. */
import type { Artifact, Execution, Run } from '../protocol';
import type { ICatalogEntry } from './catalog';
import { declaredContexts } from './declared-contexts';
import type { IKernelFacts } from './kernel-facts';
import type { INodeFacts } from './match';
import { className } from './match';
import { groupBy } from './order';
import type {
  INodeChannel,
  INodeExecution,
  IPipeline,
  IPipelineEdge,
  IPipelineNode
} from './pipeline';
import type { ISourceGraph } from './source-graph';
import type { ICondition } from './staleness';
import { succeeded } from './staleness';

/** Edges of the source, and those that only the kernel's objects tell. */
export function mergeEdges(graph: ISourceGraph, nodes: readonly INodeFacts[]): IPipelineEdge[] {
  const ids = new Set(nodes.map(node => node.id));
  const byKey = new Map<string, string>();
  const byComponentId = new Map<string, string>();
  for (const node of nodes) {
    byComponentId.set(node.componentId, node.id);
    if (node.component) {
      byKey.set(node.component.key, node.id);
    }
  }
  const edges: IPipelineEdge[] = graph.edges
    .filter(edge => ids.has(edge.from) && ids.has(edge.to))
    .map(edge => ({ ...edge }));
  for (const node of nodes) {
    if (node.source !== null && !node.source.dynamic) {
      continue;
    }
    for (const [input, channels] of Object.entries(node.component?.inputs ?? {})) {
      for (const channel of channels) {
        const from =
          (channel.producerKey === null ? undefined : byKey.get(channel.producerKey)) ??
          (channel.producer === null ? undefined : byComponentId.get(channel.producer));
        if (from !== undefined && from !== node.id) {
          edges.push({ from, to: node.id, output: channel.output, input });
        }
      }
    }
  }
  return edges;
}

/** What {@link mergePipeline} puts together. */
export interface IMergeInput {
  readonly graph: ISourceGraph;
  readonly kernel: IKernelFacts | null;
  readonly nodes: readonly INodeFacts[];
  readonly edges: readonly IPipelineEdge[];
  readonly conditions: ReadonlyMap<string, ICondition>;
  readonly catalog: ReadonlyMap<string, ICatalogEntry>;
}

/** The pipeline as views and `tfx:describe-pipeline` take it. */
export function mergePipeline(input: IMergeInput): IPipeline {
  const { graph, kernel } = input;
  const incoming = groupBy(input.edges, edge => edge.to);
  const outputs = new Map(input.nodes.map(node => [node.id, outputArtifacts(node)]));
  return {
    usesTfx: graph.usesTfx,
    nodes: input.nodes.map(node => mergeNode(node, input, incoming.get(node.id) ?? [], outputs)),
    edges: input.edges,
    contexts: kernel?.contexts.length ? kernel.contexts : declaredContexts(graph.contexts),
    problems: graph.cells.flatMap(cell =>
      cell.problem === null
        ? []
        : [{ cellId: cell.id, line: cell.problem.line, message: cell.problem.message }]
    )
  };
}

type ArtifactsByKey = Readonly<Record<string, readonly Artifact[]>>;

function mergeNode(
  node: INodeFacts,
  input: IMergeInput,
  incoming: readonly IPipelineEdge[],
  outputs: ReadonlyMap<string, ArtifactsByKey>
): IPipelineNode {
  const { source, component } = node;
  const run = node.runs.at(-1);
  const stored = node.executions.at(-1);
  const condition = input.conditions.get(node.id)!;
  const type = source?.type ?? className(component?.type ?? run?.type ?? node.id);
  const entry = input.catalog.get(type);
  return {
    id: node.id,
    componentId: node.componentId,
    type,
    kind: source?.kind ?? component?.kind ?? 'component',
    variable: (source?.dynamic ? null : source?.variable) ?? component?.variables[0] ?? null,
    purpose: entry?.purpose ?? component?.doc ?? '',
    docsUrl: entry?.docsUrl ?? null,
    state: condition.state,
    causes: condition.causes,
    notices: condition.notices,
    cells: {
      defined: source?.definedIn.cellId ?? component?.cellId ?? null,
      configured: unique(source?.configuredIn.map(ref => ref.cellId) ?? []),
      run: unique(source?.runIn.map(ref => ref.cellId) ?? (run?.cellId ? [run.cellId] : []))
    },
    inputs: inputChannels(node, incoming, outputs),
    outputs: outputChannels(node, entry, outputs.get(node.id)!),
    execProperties: execProperties(node),
    moduleFiles:
      source?.modules.map(module => ({
        path: module.path ?? module.argument,
        cellId: module.cellId
      })) ?? [],
    executions: history(node),
    startedAt: run?.startedAt ?? stored?.startedAt ?? null,
    endedAt: run ? run.endedAt : (stored?.endedAt ?? null),
    cache: run?.cache ?? null,
    progress: run?.state === 'running' ? run.progress : null,
    error: run?.error ?? null,
    beam: run?.beam ?? null,
    dynamic: source !== null && source.dynamic && component === null,
    condition: source?.condition ?? null,
    from: {
      source: source !== null,
      kernel: component !== null || run !== undefined,
      store: node.executions.length > 0
    }
  };
}

/** Published outputs of the last run that made some: the kernel's word first, the store's else. */
function outputArtifacts(node: INodeFacts): ArtifactsByKey {
  const run = node.runs.filter(succeeded).at(-1);
  const stored = node.executions.filter(e => e.state === 'done' || e.state === 'cached').at(-1);
  return run?.outputs ?? stored?.outputs ?? {};
}

function inputChannels(
  node: INodeFacts,
  incoming: readonly IPipelineEdge[],
  outputs: ReadonlyMap<string, ArtifactsByKey>
): INodeChannel[] {
  const run: Run | Execution | undefined = node.runs.at(-1) ?? node.executions.at(-1);
  const edges = incoming.filter(edge => edge.input !== null);
  const keys = unique([
    ...Object.keys(node.source?.inputs ?? {}),
    ...edges.map(edge => edge.input!),
    ...Object.keys(node.component?.inputs ?? {}),
    ...Object.keys(run?.inputs ?? {})
  ]);
  return keys.map(key => {
    const producers = edges
      .filter(edge => edge.input === key)
      .map(edge => ({ node: edge.from, output: edge.output }));
    const used = run?.inputs[key];
    const artifacts =
      used ??
      producers.flatMap(from =>
        from.output === null ? [] : (outputs.get(from.node)?.[from.output] ?? [])
      );
    const type = artifacts[0]?.type ?? node.component?.inputs[key]?.[0]?.type ?? null;
    return { key, type, artifacts, producers };
  });
}

function outputChannels(
  node: INodeFacts,
  entry: ICatalogEntry | undefined,
  artifacts: ArtifactsByKey
): INodeChannel[] {
  const types: Readonly<Record<string, string>> = node.component?.outputs ?? entry?.outputs ?? {};
  return unique([...Object.keys(types), ...Object.keys(artifacts)]).map(key => ({
    key,
    type: types[key] ?? artifacts[key]?.[0]?.type ?? null,
    artifacts: artifacts[key] ?? [],
    producers: []
  }));
}

function execProperties(node: INodeFacts): Record<string, string> {
  const values: Record<string, string> = { ...node.source?.execProperties };
  const known =
    node.runs.at(-1)?.execProperties ??
    node.component?.execProperties ??
    node.executions.at(-1)?.execProperties;
  for (const [key, value] of Object.entries(known ?? {})) {
    if (value !== null) {
      values[key] = String(value);
    }
  }
  return values;
}

/** Runs of this kernel and what the store has beside them, newest first. */
function history(node: INodeFacts): INodeExecution[] {
  const runs: INodeExecution[] = node.runs.map(run => ({
    id: run.executionId,
    state: run.state,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    inputs: run.inputs,
    outputs: Object.values(run.outputs).flat(),
    source: 'kernel'
  }));
  const known = new Set(runs.map(run => run.id));
  const stored: INodeExecution[] = node.executions
    .filter(execution => !known.has(execution.id))
    .map(execution => ({
      id: execution.id,
      state: storedState(execution),
      startedAt: execution.startedAt,
      endedAt: execution.endedAt,
      inputs: execution.inputs,
      outputs: Object.values(execution.outputs).flat(),
      source: 'store'
    }));
  return [...stored, ...runs].sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
}

/** The store says RUNNING of an execution that ended without a word; no run of this kernel is behind it. */
function storedState(execution: Execution): INodeExecution['state'] {
  switch (execution.state) {
    case 'done':
    case 'cached':
      return execution.state;
    case 'canceled':
      return 'interrupted';
    default:
      return 'failed';
  }
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
