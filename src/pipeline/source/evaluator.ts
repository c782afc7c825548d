/** Walks the notebook's statements in order and recognises what TFX objects they make and use. */
import { CallReader } from './calls';
import type { ICallHost, ICondition } from './calls';
import type { Expression } from './expressions';
import type { Operation } from './operations';
import { isComponentBase, isComponentDecorator, isCondition, isContextClass } from './tfx-names';
import { attributeOf, binaryOf, itemOf, listOf, pathValue } from './value-operations';
import type { IDraftContext, IDraftNode, IPlace, Value } from './values';
import { channelsOf, MAX_TEXT, nodesOf, textOf, UNKNOWN } from './values';

/** Rounds of the loops in one statement; then what is in them is read once more at most. */
const MAX_ROUNDS = 200;

/** Literals whose value matters. */
const LITERALS: ReadonlyMap<string, Value> = new Map([
  ['True', { kind: 'boolean', value: true }],
  ['False', { kind: 'boolean', value: false }]
]);

/** Reads statements one after the other; what it found is in `nodes` and `contexts`. */
export class Evaluator implements ICallHost {
  readonly nodes: IDraftNode[] = [];
  readonly contexts: IDraftContext[] = [];
  usesTfx = false;
  place: IPlace = { cellId: '', statement: 0 };
  depth = 0;
  conditions: readonly ICondition[] = [];

  /** Take the next statement in. */
  statement(operations: readonly Operation[], place: IPlace): void {
    this.place = place;
    this._rounds = 0;
    operations.forEach(operation => this._operate(operation));
  }

  /** The text of a path with `{name}` and `$name` put in; null where a name is not known. */
  expand(path: string): string | null {
    let known = true;
    const text = path.replace(
      /\{([^{}]+)\}|\$(\w+)/g,
      (_, braced: string | undefined, plain: string | undefined) => {
        const value = textOf(this._lookup((braced ?? plain ?? '').trim()));
        known = known && value !== null;
        return value ?? '';
      }
    );
    return known ? text : null;
  }

  private _operate(operation: Operation): void {
    switch (operation.kind) {
      case 'import':
        this.usesTfx ||= operation.path === 'tfx' || operation.path.startsWith('tfx.');
        this._scope.set(operation.name, pathValue(operation.path));
        return;
      case 'evaluate':
        this.evaluate(operation.value);
        return;
      case 'bind': {
        const value = this.evaluate(operation.value);
        operation.targets.forEach(target => this._bind(target, value));
        return;
      }
      case 'class':
        this._scope.set(operation.name, this._classValue(operation.name, operation.bases));
        this._inner(() => operation.body.forEach(inner => this._operate(inner)));
        return;
      case 'function': {
        const isComponent = operation.decorators.some(decorator =>
          isComponentDecorator(this._path(decorator) ?? '')
        );
        if (isComponent) {
          this._scope.set(operation.name, {
            kind: 'maker',
            type: operation.name,
            node: 'function'
          });
        } else {
          this._scope.set(operation.name, UNKNOWN);
          this._inner(() => operation.body.forEach(inner => this._operate(inner)));
        }
        return;
      }
      case 'loop':
        this._loop(operation);
        return;
      case 'with': {
        const before = this.conditions;
        for (const { value, target } of operation.items) {
          const made = this.evaluate(value);
          if (target) {
            this._bind(target, made);
          }
          if (value.kind === 'call' && isCondition(this._path(value.callee) ?? '')) {
            const predicate = value.args[0]?.value;
            const producers = channelsOf(this._evaluateAll(predicate ? [predicate] : []));
            this.conditions = [
              ...this.conditions,
              { text: predicate?.text ?? '', producers: producers.map(channel => channel.producer) }
            ];
          }
        }
        operation.body.forEach(inner => this._operate(inner));
        this.conditions = before;
      }
    }
  }

  /** A loop over components that are known goes through them; any other one is gone through once. */
  private _loop({ target, items, body }: Operation & { kind: 'loop' }): void {
    const over = items === null ? UNKNOWN : this.evaluate(items);
    const known =
      over.kind === 'list' &&
      (nodesOf(over).length > 0 || over.items.some(item => item.kind === 'context'))
        ? over.items.slice(0, Math.max(1, MAX_ROUNDS - this._rounds))
        : [UNKNOWN];
    this._rounds += known.length;
    for (const item of known) {
      this._repeated(() => {
        if (target) {
          this._bind(target, item);
        }
        body.forEach(inner => this._operate(inner));
      });
    }
  }

  private _classValue(name: string, bases: readonly Expression[]): Value {
    for (const base of bases) {
      const value = this.evaluate(base);
      if (value.kind === 'context-class' || (value.kind === 'path' && isContextClass(value.path))) {
        return { kind: 'context-class' };
      }
      if (value.kind === 'maker' || (value.kind === 'path' && isComponentBase(value.path))) {
        return { kind: 'maker', type: name, node: 'component' };
      }
    }
    return UNKNOWN;
  }

  private _bind(target: Expression, value: Value): void {
    switch (target.kind) {
      case 'name':
        this._scope.set(target.name, value);
        if (value.kind === 'node' && value.node.variable === null && this.depth === 0) {
          value.node.variable = target.name;
        } else if (value.kind === 'context' && value.context.variable === '') {
          value.context.variable = target.name;
        }
        return;
      case 'sequence':
        target.items.forEach((item, i) =>
          this._bind(item, value.kind === 'list' ? (value.items[i] ?? UNKNOWN) : UNKNOWN)
        );
        return;
      case 'attribute': {
        const object = this.evaluate(target.object);
        if (object.kind === 'node') {
          object.node.configuredIn.push(this.place);
        }
        return;
      }
      case 'item':
        this.evaluate(target.object);
        return;
      default:
        return; // Python binds nothing else.
    }
  }

  /** What an expression stands for. */
  evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case 'string':
        return expression; // It is what it stands for.
      case 'format':
        return this._format(expression.parts);
      case 'literal':
        return LITERALS.get(expression.text) ?? UNKNOWN;
      case 'name':
        return this._lookup(expression.name);
      case 'attribute':
        return attributeOf(this.evaluate(expression.object), expression.name);
      case 'item':
        return itemOf(
          this.evaluate(expression.object),
          expression.key && this.evaluate(expression.key),
          expression.key?.text ?? ''
        );
      case 'call':
        return this._calls.call(expression.callee, expression.args);
      case 'sequence':
        return listOf(expression.items.flatMap(item => this._items(item)));
      case 'spread':
        return this.evaluate(expression.value);
      case 'dictionary': {
        const entries = new Map<string, Value>();
        for (const { key, value } of expression.entries) {
          const made = this.evaluate(value);
          if (key !== null) {
            entries.set(textOf(this.evaluate(key)) ?? key.text, made);
          } else if (made.kind === 'map') {
            made.entries.forEach((entry, name) => entries.set(name, entry));
          }
        }
        return { kind: 'map', entries };
      }
      case 'named': {
        const value = this.evaluate(expression.value);
        this._bind(expression.target, value);
        return value;
      }
      case 'binary':
        return binaryOf(
          expression.operator,
          this.evaluate(expression.left),
          this.evaluate(expression.right)
        );
      case 'repeated':
        this._repeated(() => this._evaluateAll(expression.parts));
        return UNKNOWN;
      case 'other':
        return this._evaluateAll(expression.parts);
    }
  }

  /** What stands for an item of a list: several for `*others`. */
  private _items(expression: Expression): readonly Value[] {
    const value = this.evaluate(expression);
    return expression.kind === 'spread' && value.kind === 'list' ? value.items : [value];
  }

  /** Values of which only the channels matter. */
  private _evaluateAll(parts: readonly Expression[]): Value {
    const channels = parts.flatMap(part => channelsOf(this.evaluate(part)));
    return channels.length > 0 ? { kind: 'channels', channels } : UNKNOWN;
  }

  private _format(parts: readonly (string | Expression)[]): Value {
    let text = '';
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : textOf(this.evaluate(part));
      if (piece === null) {
        return UNKNOWN;
      }
      text += piece;
      if (text.length > MAX_TEXT) {
        return UNKNOWN;
      }
    }
    return { kind: 'string', value: text };
  }

  /** The dotted path that an expression stands for; null where it is none. */
  private _path(expression: Expression): string | null {
    const value = this.evaluate(expression);
    return value.kind === 'path' ? value.path : null;
  }

  private _lookup(name: string): Value {
    for (let scope: Scope | null = this._scope; scope; scope = scope.parent) {
      const value = scope.get(name);
      if (value) {
        return value;
      }
    }
    return UNKNOWN;
  }

  private _repeated(body: () => void): void {
    this.depth++;
    body();
    this.depth--;
  }

  /** In a scope of its own: what a function would do. */
  private _inner(body: () => void): void {
    this._scope = new Scope(this._scope);
    this._repeated(body);
    this._scope = this._scope.parent!;
  }

  private _rounds = 0;
  private _scope: Scope = new Scope(null);
  private readonly _calls = new CallReader(this);
}

class Scope extends Map<string, Value> {
  constructor(readonly parent: Scope | null) {
    super();
  }
}
