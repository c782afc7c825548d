/** Calls: the nodes and contexts that they make, configure and run. */
import { callBuiltin } from './builtins';
import type { Expression, IArgument } from './expressions';
import { dottedName } from './expressions';
import { foldCall } from './folding';
import {
  isContainerFactory,
  isContextClass,
  isUnion,
  madeBy,
  MODULE_ARGUMENTS,
  POSITIONAL
} from './tfx-names';
import { attributeOf, itemOf, mapMethod } from './value-operations';
import type { IArgumentValue, IDraftContext, IDraftNode, IPlace, Value } from './values';
import { channelsOf, MAX_ITEMS, nodesOf, textOf, UNKNOWN } from './values';

/** Arguments of a component that name a function in a module: `'my_module.run_fn'`. */
const FUNCTION_ARGUMENT = /^(run_fn|trainer_fn|tuner_fn|preprocessing_fn|custom_split_fn)$/;

/** A condition that a statement stands under. */
export interface ICondition {
  readonly text: string;
  readonly producers: readonly IDraftNode[];
}

/** What reading a call needs of the walk through the notebook; found nodes and contexts are added to it. */
export interface ICallHost {
  /** The statement that is being read. */
  readonly place: IPlace;
  /** How many functions and loops are around the call. */
  readonly depth: number;
  /** Conditions around the call, outermost first. */
  readonly conditions: readonly ICondition[];
  readonly nodes: IDraftNode[];
  readonly contexts: IDraftContext[];
  evaluate(expression: Expression): Value;
}

/** Reads calls for its host. */
export class CallReader {
  constructor(private readonly _host: ICallHost) {}

  /** What a call gives. Each of its arguments is evaluated once. */
  call(callee: Expression, given: readonly IArgument[]): Value {
    if (callee.kind !== 'attribute') {
      const target = this._host.evaluate(callee);
      return this._callTarget(target, callee, this._values(given));
    }
    const object = this._host.evaluate(callee.object);
    const args = this._values(given);
    return (
      this._method(object, callee.name, args) ??
      this._callTarget(attributeOf(object, callee.name), callee, args)
    );
  }

  private _values(args: readonly IArgument[]): IArgumentValue[] {
    return args.map(({ name, star, value }) => ({
      name,
      star,
      text: value.text,
      value: this._host.evaluate(value)
    }));
  }

  private _callTarget(target: Value, callee: Expression, args: readonly IArgumentValue[]): Value {
    switch (target.kind) {
      case 'maker':
        return this._make(target.type, target.node, args, false);
      case 'context-class':
        return this._context(args);
      case 'path': {
        const made = madeBy(target.path);
        return made
          ? this._make(made.type, made.kind, args, false)
          : this._callPath(target.path, callee, args);
      }
      case 'unknown': {
        const name = dottedName(callee);
        return name === null ? UNKNOWN : (callBuiltin(name, args) ?? this._maybeMake(name, args));
      }
      default:
        return UNKNOWN;
    }
  }

  /** Calls on objects that are known: `context.run(x)`, `x.with_id('a')`, `x.outputs.get('k')`; null for others. */
  private _method(object: Value, method: string, args: readonly IArgumentValue[]): Value | null {
    const first = args[0];
    if (method === 'run' && first && (object.kind === 'context' || object.kind === 'unknown')) {
      const component = args.find(arg => arg.name === 'component') ?? first;
      return this._run(object, component.value, args);
    }
    if (object.kind === 'context') {
      return UNKNOWN;
    }
    if (object.kind === 'node') {
      return this._configure(object, method, args);
    }
    if (object.kind === 'outputs') {
      return method === 'get' && first ? itemOf(object, first.value) : UNKNOWN;
    }
    if (object.kind === 'channels') {
      return object;
    }
    if (object.kind === 'file') {
      return foldCall(`pathlib.Path.${method}`, [
        object.value,
        ...args.map(arg => textOf(arg.value))
      ]);
    }
    if (object.kind === 'list' && method === 'append') {
      object.items.push(...args.map(arg => arg.value).slice(0, MAX_ITEMS - object.items.length));
      return UNKNOWN;
    }
    if (object.kind === 'map') {
      return mapMethod(
        object.entries,
        method,
        args.map(arg => arg.value)
      );
    }
    return null;
  }

  private _run(object: Value, value: Value, args: readonly IArgumentValue[]): Value | null {
    if (value.kind !== 'node') {
      return object.kind === 'context' ? UNKNOWN : null;
    }
    const cache =
      args.find(arg => arg.name === 'enable_cache') ??
      (args[1]?.name === null ? args[1] : undefined);
    const enabled = cache ? cache.value : UNKNOWN;
    value.node.used = true;
    value.node.runIn.push({
      ...this._host.place,
      context:
        object.kind === 'context' && object.context.variable !== ''
          ? object.context.variable
          : null,
      enableCache: enabled.kind === 'boolean' ? enabled.value : null
    });
    return value;
  }

  private _configure(
    value: Value & { kind: 'node' },
    method: string,
    args: readonly IArgumentValue[]
  ): Value {
    const { node } = value;
    const others = args.flatMap(arg => nodesOf(arg.value));
    if (method === 'with_id' && args[0]) {
      node.componentId = textOf(args[0].value) ?? node.componentId;
    } else if (/^add_upstream_nodes?$/.test(method)) {
      node.after.push(...others);
    } else if (/^add_downstream_nodes?$/.test(method)) {
      others.forEach(other => other.after.push(node));
    }
    const { cellId, statement } = node.definedIn;
    if (this._host.place.cellId !== cellId || this._host.place.statement !== statement) {
      node.configuredIn.push(this._host.place);
    }
    return value;
  }

  private _callPath(path: string, callee: Expression, args: readonly IArgumentValue[]): Value {
    if (isContextClass(path)) {
      return this._context(args);
    }
    if (isUnion(path)) {
      return {
        kind: 'channels',
        channels: args.flatMap(arg => channelsOf(arg.value))
      };
    }
    if (isContainerFactory(path)) {
      const name = args.find(arg => arg.name === 'name')?.value;
      const type = (name && textOf(name)) ?? 'Container';
      return { kind: 'maker', type, node: 'component' };
    }
    if (path.endsWith('.sqlite_metadata_connection_config') && args[0]) {
      return args[0].value;
    }
    const folded = foldCall(
      path,
      args.map(arg => textOf(arg.value))
    );
    return folded.kind !== 'unknown' || path.startsWith('tfx.')
      ? folded
      : this._maybeMake(dottedName(callee) ?? path, args);
  }

  private _context(args: readonly IArgumentValue[]): Value {
    const read = (name: string, position: number): string | null => {
      const arg =
        args.find(other => other.name === name) ??
        (args[position]?.name === null ? args[position] : undefined);
      return arg ? textOf(arg.value) : null;
    };
    const context: IDraftContext = {
      ...this._host.place,
      variable: '',
      pipelineName: read('pipeline_name', 0),
      pipelineRoot: read('pipeline_root', 1),
      storePath: read('metadata_connection_config', 2)
    };
    if (this._host.depth === 0) {
      this._host.contexts.push(context);
    }
    return { kind: 'context', context };
  }

  /** A call of something that nothing is known of: a component, if it takes channels and is then used as one. */
  private _maybeMake(name: string, args: readonly IArgumentValue[]): Value {
    const takesChannels = args.some(arg => channelsOf(arg.value).length > 0);
    if (!takesChannels || /^(print|len|list|dict|display|type|repr)$/.test(name)) {
      return UNKNOWN;
    }
    const type = name.slice(name.lastIndexOf('.') + 1);
    return this._make(type, /^[A-Z]/.test(type) ? 'component' : 'function', args, true);
  }

  private _make(
    type: string,
    kind: IDraftNode['kind'],
    args: readonly IArgumentValue[],
    tentative: boolean
  ): Value {
    const condition = this._host.conditions.at(-1);
    const node: IDraftNode = {
      componentId: type,
      type,
      kind,
      variable: null,
      definedIn: this._host.place,
      configuredIn: [],
      runIn: [],
      inputs: new Map(),
      after: this._host.conditions.flatMap(other => other.producers),
      execProperties: new Map(),
      modules: [],
      dynamic: this._host.depth > 0,
      condition: condition?.text ?? null,
      used: !tentative
    };
    args.forEach((arg, index) =>
      this._argument(node, arg, arg.name ?? POSITIONAL[type]?.[index] ?? `argument ${index + 1}`)
    );
    this._host.nodes.push(node);
    return { kind: 'node', node };
  }

  private _argument(node: IDraftNode, arg: IArgumentValue, name: string): void {
    const value = arg.value;
    const channels = channelsOf(value);
    const text = textOf(value);
    if (arg.star && value.kind === 'map') {
      value.entries.forEach((entry, key) => {
        const inner = channelsOf(entry);
        if (inner.length > 0) {
          node.inputs.set(key, inner);
        } else {
          node.execProperties.set(key, textOf(entry) ?? '…');
        }
      });
    } else if (name === 'instance_name' && text !== null) {
      node.componentId = `${node.type}.${text}`;
    } else if (channels.length > 0) {
      node.inputs.set(name, channels);
    } else {
      node.execProperties.set(name, text ?? arg.text);
      if (MODULE_ARGUMENTS.has(name)) {
        node.modules.push({ argument: name, path: text });
      } else if (FUNCTION_ARGUMENT.test(name) && text?.includes('.')) {
        node.modules.push({
          argument: name,
          path: `${text.slice(0, text.lastIndexOf('.')).replace(/\./g, '/')}.py`
        });
      }
    }
  }
}
