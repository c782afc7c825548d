/** Reads protobuf's text format, as in schema.pbtxt, by the descriptor of its message. */
import type { DescField, DescMessage, Message, MessageShape } from '@bufbuild/protobuf';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import { reflect, scalarZeroValue } from '@bufbuild/protobuf/reflect';

import { partsOf } from './count-parts';
import { takeEnum, takeScalar, wanted } from './text-scalars';
import { Tokens, shortened } from './text-tokens';

export { TextFormatError } from './text-tokens';

/** A field that the message's descriptor does not have, an extension, or a value that its enum does not have. */
export interface IUnknownText {
  /** The message that it stands in. */
  readonly parent: Message;
  /** As it stands there, such as `new_field`, `[some.extension]` or `14`. */
  readonly name: string;
  /** Name and value, as they stand there. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A text, read. */
export interface ITextMessage<T> {
  readonly message: T;
  /** What is not in the message, in the order of the text. */
  readonly unknown: readonly IUnknownText[];
}

/** Parts that any text may hold, and characters that each must have on average in longer ones; see `countParts`. */
const ALWAYS = 150_000;
const CHARACTERS_PER_PART = 40;

/** As deep as Google's own readers go. */
const DEEPEST = 100;

type ListField = DescField & { fieldKind: 'list' };
type MapField = DescField & { fieldKind: 'map' };

/**
 * Reads a text. Comments are passed over; what the descriptor does not know is kept apart.
 *
 * @throws TextFormatError, a sentence with line and column.
 */
export function parseText<Desc extends DescMessage>(
  desc: Desc,
  text: string
): ITextMessage<MessageShape<Desc>> {
  const parser = new Parser(new Tokens(text));
  const root = made(desc);
  parser.readFields(root, null, 1);
  return { message: root.message as MessageShape<Desc>, unknown: parser.unknown };
}

/** Values are of the right type when they are read: the library need not check them again. */
function made(desc: DescMessage): ReflectMessage {
  return reflect(desc, undefined, false);
}

class Parser {
  readonly unknown: IUnknownText[] = [];
  private _parts = 0;

  constructor(private readonly _tokens: Tokens) {}

  /** Reads the fields of a message up to `close`, or to the end of the text. */
  readFields(target: ReflectMessage, close: string | null, depth: number): void {
    const fields = fieldsOf(target.desc);
    const seen = new Set<string>();
    while (!this._atEnd(close)) {
      const { kind, start, text } = this._tokens.next;
      const field = kind === 'name' ? fields.get(text) : undefined;
      if (field) {
        this._tokens.take();
        this._once(field, target.desc, seen, start);
        this._readField(target, field, start, depth);
      } else {
        this._keep(target.message, this._skipField(depth), start);
      }
      this._separator();
    }
  }

  private _readField(target: ReflectMessage, field: DescField, start: number, depth: number): void {
    const { _tokens: tokens } = this;
    const isMessage = field.fieldKind === 'map' || field.message !== undefined;
    if (!tokens.takeSymbol(':') && !isMessage) {
      wanted(tokens, 'a ":"');
    }
    if (field.fieldKind === 'list' || field.fieldKind === 'map') {
      const one = () =>
        field.fieldKind === 'list'
          ? this._readItem(target, field, start, depth)
          : this._readEntry(target, field, depth);
      if (tokens.next.text === '[') {
        this._readList(one);
      } else {
        one();
      }
      return;
    }
    const value = this._readValue(field, depth);
    if (value !== null) {
      target.set(field, value);
    } else {
      this._keep(target.message, field.name, start);
    }
  }

  /** Values between brackets, with commas between them. */
  private _readList(one: () => void): void {
    const { _tokens: tokens } = this;
    tokens.take();
    if (tokens.takeSymbol(']')) {
      return;
    }
    do {
      one();
    } while (tokens.takeSymbol(','));
    this._close(']');
  }

  private _readItem(target: ReflectMessage, field: ListField, start: number, depth: number): void {
    const at = this._tokens.next.start;
    const value = this._readValue(field, depth);
    if (value !== null) {
      target.get(field).add(value);
    } else {
      const text = `${field.name}: ${this._tokens.text.slice(at, this._tokens.lastEnd)}`;
      this._keep(target.message, field.name, start, text);
    }
  }

  private _readEntry(target: ReflectMessage, field: MapField, depth: number): void {
    const { _tokens: tokens } = this;
    const start = tokens.next.start;
    this._nest(depth, close => {
      let key: unknown = scalarZeroValue(field.mapKey, false);
      let value: unknown;
      while (!this._atEnd(close)) {
        const name = tokens.next.text;
        if (name === 'key') {
          tokens.take();
          this._colon();
          key = takeScalar(tokens, field.mapKey);
        } else if (name === 'value') {
          tokens.take();
          if (!tokens.takeSymbol(':') && field.mapKind !== 'message') {
            wanted(tokens, 'a ":"');
          }
          value = this._readValue(field, depth + 1);
        } else {
          wanted(tokens, '"key" or "value"');
        }
        this._separator();
      }
      if (value === null) {
        const text = `${field.name} ${tokens.text.slice(start, tokens.lastEnd)} ${close}`;
        this._keep(target.message, field.name, start, text);
      } else {
        target.get(field).set(key, value ?? zero(field));
      }
    });
  }

  /** A value; null where it is none that its enum has. */
  private _readValue(field: DescField, depth: number): unknown {
    if (field.message) {
      this._count(field.message);
      const child = made(field.message);
      this._nest(depth, close => this.readFields(child, close, depth + 1));
      return child;
    }
    if (field.enum) {
      return takeEnum(this._tokens, field.enum);
    }
    return takeScalar(this._tokens, field.scalar);
  }

  /** Before a message is made: each becomes an object that is larger than its text. */
  private _count(desc: DescMessage): void {
    const { _tokens: tokens } = this;
    this._parts += partsOf(desc);
    if (this._parts > Math.max(ALWAYS, tokens.text.length / CHARACTERS_PER_PART)) {
      tokens.fail('there are too many messages with next to nothing in them.');
    }
  }

  /** What stands between braces, `{}` or `<>`. */
  private _nest(depth: number, inside: (close: string) => void): void {
    const { _tokens: tokens } = this;
    if (depth >= DEEPEST) {
      tokens.fail(`messages are nested more than ${DEEPEST} deep, which is not read.`);
    }
    const close = tokens.takeSymbol('{') ? '}' : tokens.takeSymbol('<') ? '>' : null;
    if (close === null) {
      wanted(tokens, 'a "{"');
      return;
    }
    inside(close);
    this._close(close);
  }

  /** Passes over a field that is not known; its name. */
  private _skipField(depth: number): string {
    const { _tokens: tokens } = this;
    const { kind, start, text } = tokens.next;
    if (text === '[') {
      this._skipBracketedName();
    } else if (kind === 'name' || kind === 'number') {
      tokens.take();
    } else {
      wanted(tokens, "a field's name");
    }
    const name = tokens.text.slice(start, tokens.lastEnd);
    if (!tokens.takeSymbol(':') && !'{<['.includes(tokens.next.text)) {
      wanted(tokens, `a ":" after ${shortened(name)}`);
    }
    this._skipValue(depth);
    return name;
  }

  /** `[package.extension]` or `[type.googleapis.com/package.Message]`. */
  private _skipBracketedName(): void {
    const { _tokens: tokens } = this;
    tokens.take();
    while (tokens.next.kind !== 'end' && !tokens.takeSymbol(']')) {
      if (tokens.next.kind === 'string' || '{}<>[:,;'.includes(tokens.next.text)) {
        wanted(tokens, 'a "]"');
      }
      tokens.take();
    }
  }

  private _skipValue(depth: number, inList = false): void {
    const { _tokens: tokens } = this;
    const { kind, text } = tokens.next;
    if (kind === 'string') {
      tokens.bytesOf(tokens.takeStrings());
    } else if (text === '[' && !inList) {
      this._readList(() => this._skipValue(depth, true));
    } else if (text === '{' || text === '<') {
      this._nest(depth, close => {
        while (!this._atEnd(close)) {
          this._skipField(depth + 1);
          this._separator();
        }
      });
    } else {
      tokens.takeSymbol('-');
      if (tokens.next.kind !== 'name' && tokens.next.kind !== 'number') {
        wanted(tokens, 'a value');
      }
      tokens.take();
    }
  }

  private _keep(parent: Message, name: string, start: number, text?: string): void {
    const { _tokens: tokens } = this;
    const kept = text ?? tokens.text.slice(start, tokens.lastEnd);
    this.unknown.push({ parent, name, text: kept, ...tokens.place(start) });
  }

  /** A single field is there once, and one of a oneof. */
  private _once(field: DescField, desc: DescMessage, seen: Set<string>, start: number): void {
    if (field.fieldKind === 'list' || field.fieldKind === 'map') {
      return;
    }
    if (seen.has(field.name)) {
      this._tokens.fail(`"${field.name}" is there twice in one ${desc.name}. Keep one.`, start);
    }
    seen.add(field.name);
    const other = field.oneof?.fields.find(({ name }) => name !== field.name && seen.has(name));
    if (other) {
      this._tokens.fail(
        `"${field.name}" and "${other.name}" cannot both be in one ${desc.name}. Keep one.`,
        start
      );
    }
  }

  private _atEnd(close: string | null): boolean {
    const { kind, text } = this._tokens.next;
    if (kind === 'end') {
      return close === null || wanted(this._tokens, `a "${close}"`);
    }
    return kind === 'symbol' && text === close;
  }

  private _close(symbol: string): void {
    if (!this._tokens.takeSymbol(symbol)) {
      wanted(this._tokens, `a "${symbol}"`);
    }
  }

  private _colon(): void {
    if (!this._tokens.takeSymbol(':')) {
      wanted(this._tokens, 'a ":"');
    }
  }

  private _separator(): void {
    if (!this._tokens.takeSymbol(',')) {
      this._tokens.takeSymbol(';');
    }
  }
}

const fieldsByName = new WeakMap<DescMessage, Map<string, DescField>>();

function fieldsOf(desc: DescMessage): ReadonlyMap<string, DescField> {
  let fields = fieldsByName.get(desc);
  if (!fields) {
    fields = new Map(desc.fields.map(field => [field.name, field]));
    fieldsByName.set(desc, fields);
  }
  return fields;
}

/** What an entry of a map has where its value is left out. */
function zero(field: MapField): unknown {
  switch (field.mapKind) {
    case 'message':
      return made(field.message);
    case 'enum':
      return field.enum.values[0].number;
    case 'scalar':
      return scalarZeroValue(field.scalar, false);
  }
}
