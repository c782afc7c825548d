/** What names of the notebook stand for, as far as the source tells. */
import type { ISourceChannel, ISourceNode } from '../source-graph';

/** A node while the graph is being made. */
export interface IDraftNode {
  componentId: string;
  readonly type: string;
  readonly kind: ISourceNode['kind'];
  variable: string | null;
  readonly definedIn: IPlace;
  readonly configuredIn: IPlace[];
  readonly runIn: (IPlace & { context: string | null; enableCache: boolean | null })[];
  readonly inputs: Map<string, readonly IDraftChannel[]>;
  /** Producers without data: order and conditions. */
  readonly after: IDraftNode[];
  readonly execProperties: Map<string, string>;
  readonly modules: { argument: string; path: string | null }[];
  dynamic: boolean;
  readonly condition: string | null;
  /** False for a call that may be anything, until it is run or its outputs are read. */
  used: boolean;
}

/** A context while its variable is not known. */
export interface IDraftContext extends IPlace {
  variable: string;
  readonly pipelineName: string | null;
  readonly pipelineRoot: string | null;
  readonly storePath: string | null;
}

/** A channel while its producer has no id yet. */
export interface IDraftChannel {
  readonly producer: IDraftNode;
  readonly output: ISourceChannel['output'];
}

/** A statement of the notebook, by its place in the order of all. */
export interface IPlace {
  readonly cellId: string;
  readonly statement: number;
}

/** What an expression stands for. */
export type Value =
  | { readonly kind: 'unknown' }
  /** Something imported, by its dotted path; its members, once they were asked for. */
  | { readonly kind: 'path'; readonly path: string; readonly members: Map<string, Value> }
  | { readonly kind: 'string'; readonly value: string }
  /** True where it is `pathlib`'s: `/` joins. */
  | { readonly kind: 'file'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A class or decorated function whose call makes a node. */
  | { readonly kind: 'maker'; readonly type: string; readonly node: ISourceNode['kind'] }
  | { readonly kind: 'context-class' }
  | { readonly kind: 'context'; readonly context: IDraftContext }
  | { readonly kind: 'node'; readonly node: IDraftNode }
  | { readonly kind: 'outputs'; readonly node: IDraftNode }
  | { readonly kind: 'channels'; readonly channels: readonly IDraftChannel[] }
  | { readonly kind: 'list'; readonly items: Value[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> };

/** An argument of a call, evaluated. */
export interface IArgumentValue {
  readonly name: string | null;
  /** `*` or `**` stands before it. */
  readonly star: boolean;
  readonly text: string;
  readonly value: Value;
}

/** What is longer is not followed: items of a list. */
export const MAX_ITEMS = 1000;
/** What is longer is not followed: characters of a text. */
export const MAX_TEXT = 10_000;

/** Nothing is known. */
export const UNKNOWN: Value = { kind: 'unknown' };

/** The text of a value, where it is one. */
export function textOf(value: Value): string | null {
  return value.kind === 'string' || value.kind === 'file' ? value.value : null;
}

const NO_CHANNELS: readonly IDraftChannel[] = [];

/** All channels that a value holds, also in lists and dictionaries. */
export function channelsOf(value: Value): readonly IDraftChannel[] {
  switch (value.kind) {
    case 'channels':
      return value.channels;
    case 'outputs':
      return [{ producer: value.node, output: null }];
    case 'list':
    case 'map': {
      const channels: IDraftChannel[] = [];
      visit(value, leaf => channels.push(...channelsOf(leaf)));
      return channels;
    }
    default:
      return NO_CHANNELS;
  }
}

/** All nodes that a value holds. */
export function nodesOf(value: Value): readonly IDraftNode[] {
  const nodes: IDraftNode[] = [];
  visit(value, leaf => leaf.kind === 'node' && nodes.push(leaf.node));
  return nodes;
}

/** Calls back for everything in lists and dictionaries, each of which is entered once: they may hold themselves. */
function visit(value: Value, leaf: (value: Value) => unknown, seen = new Set<Value>()): void {
  if (value.kind !== 'list' && value.kind !== 'map') {
    leaf(value);
  } else if (!seen.has(value) && seen.size < MAX_ITEMS) {
    seen.add(value);
    const items = value.kind === 'list' ? value.items : value.entries.values();
    for (const item of items) {
      visit(item, leaf, seen);
    }
  }
}
