/** Expressions as plain data: what recognising components needs of them, independent of the syntax tree. */
import type { SyntaxNode } from '@lezer/common';

/** An argument of a call. */
export interface IArgument {
  /** Keyword; null for a positional one. */
  readonly name: string | null;
  /** `*` or `**` stands before it. */
  readonly star: boolean;
  readonly value: Expression;
}

/** An expression, with its text. */
export type Expression = { readonly text: string } & (
  | { readonly kind: 'string'; readonly value: string }
  /** An f-string: pieces that are text or expressions. */
  | { readonly kind: 'format'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'literal' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly object: Expression; readonly key: Expression | null }
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly IArgument[] }
  /** `name := value`. */
  | { readonly kind: 'named'; readonly target: Expression; readonly value: Expression }
  /** `*value` in a list. */
  | { readonly kind: 'spread'; readonly value: Expression }
  /** Lists, tuples, sets, and parentheses around one value. */
  | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'dictionary';
      /** A key of null: `**value`. */
      readonly entries: readonly { key: Expression | null; value: Expression }[];
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** A comprehension or a lambda: its parts may be made many times, or never. */
  | { readonly kind: 'repeated'; readonly parts: readonly Expression[] }
  | { readonly kind: 'other'; readonly parts: readonly Expression[] }
);

const MAX_DEPTH = 200;

/** Reads an expression node. */
export function readExpression(node: SyntaxNode, source: string, depth = 0): Expression {
  const text = source.slice(node.from, node.to);
  if (depth > MAX_DEPTH) {
    return { kind: 'other', text, parts: [] };
  }
  const read = (child: SyntaxNode): Expression => readExpression(child, source, depth + 1);
  const parts = (): Expression[] => children(node).filter(isExpression).map(read);
  switch (node.name) {
    case 'String':
      return { kind: 'string', text, value: stringValue(text) };
    case 'ContinuedString': {
      const pieces = children(node).map(read);
      return { kind: 'format', text, parts: pieces };
    }
    case 'FormatString':
      return { kind: 'format', text, parts: formatParts(node, source, read) };
    case 'Number':
    case 'Boolean':
    case 'None':
      return { kind: 'literal', text };
    case 'VariableName':
      return { kind: 'name', text, name: text };
    case 'MemberExpression': {
      const object = read(node.firstChild!);
      const last = node.lastChild!;
      if (last.name === 'PropertyName') {
        return { kind: 'attribute', text, object, name: source.slice(last.from, last.to) };
      }
      const key = children(node).slice(1).find(isExpression);
      return { kind: 'item', text, object, key: key ? read(key) : null };
    }
    case 'CallExpression': {
      const list = node.getChild('ArgList');
      return {
        kind: 'call',
        text,
        callee: read(node.firstChild!),
        args: list ? readArguments(list, read, source) : []
      };
    }
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const inner = children(node).find(isExpression);
      return inner ? { ...read(inner), text } : { kind: 'other', text, parts: [] };
    }
    case 'ArrayExpression':
    case 'TupleExpression':
    case 'SetExpression':
      return {
        kind: 'sequence',
        text,
        items: children(node)
          .filter(isExpression)
          .map(child => (child.prevSibling?.name === '*' ? spread(read(child)) : read(child)))
      };
    case 'DictionaryExpression':
      return { kind: 'dictionary', text, entries: dictionaryEntries(node, read) };
    case 'NamedExpression':
      return {
        kind: 'named',
        text,
        target: read(node.firstChild!),
        value: read(node.lastChild!)
      };
    case 'BinaryExpression': {
      const [left, operator, right] = children(node);
      return right
        ? {
            kind: 'binary',
            text,
            operator: source.slice(operator.from, operator.to),
            left: read(left),
            right: read(right)
          }
        : { kind: 'other', text, parts: parts() };
    }
    default:
      return /Comprehension|Lambda/.test(node.name)
        ? { kind: 'repeated', text, parts: parts() }
        : { kind: 'other', text, parts: parts() };
  }
}

function spread(value: Expression): Expression {
  return { kind: 'spread', text: `*${value.text}`, value };
}

/** Reads a call's arguments. */
export function readArguments(
  list: SyntaxNode,
  read: (node: SyntaxNode) => Expression,
  source: string
): IArgument[] {
  const args: IArgument[] = [];
  let name: string | null = null;
  let star = false;
  let target: Expression | null = null;
  for (const child of children(list)) {
    const next = child.nextSibling;
    if (child.name === '*' || child.name === '**') {
      star = true;
    } else if (child.name === 'VariableName' && next?.name === 'AssignOp') {
      // The grammar has `f(a := 1)` look like `f(a=1)`.
      const isNamed = source.slice(next.from, next.to) === ':=';
      target = isNamed ? read(child) : null;
      name = isNamed ? null : source.slice(child.from, child.to);
    } else if (isExpression(child)) {
      const value = read(child);
      args.push({
        name,
        star,
        value: target ? { kind: 'named', text: value.text, target, value } : value
      });
      name = null;
      target = null;
      star = false;
    }
  }
  return args;
}

/** A dotted name such as `a.b.c`; null for anything else. */
export function dottedName(expression: Expression): string | null {
  if (expression.kind === 'name') {
    return expression.name;
  }
  if (expression.kind === 'attribute') {
    const object = dottedName(expression.object);
    return object === null ? null : `${object}.${expression.name}`;
  }
  return null;
}

/** Direct children, tokens included. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    list.push(child);
  }
  return list;
}

const NOT_EXPRESSIONS: ReadonlySet<string> = new Set([
  ...['AssignOp', 'ArithOp', 'BitOp', 'CompareOp', 'LogicOp', 'UpdateOp'],
  ...['Comment', 'TypeDef', 'ParamList', 'PropertyName']
]);

/** Not a bracket, an operator, a keyword or a comment. */
export function isExpression({ name }: SyntaxNode): boolean {
  return /^[A-Z]/.test(name) && !NOT_EXPRESSIONS.has(name);
}

function dictionaryEntries(
  node: SyntaxNode,
  read: (node: SyntaxNode) => Expression
): { key: Expression | null; value: Expression }[] {
  const entries: { key: Expression | null; value: Expression }[] = [];
  let key: SyntaxNode | null = null;
  for (const child of children(node)) {
    if (isExpression(child)) {
      if (child.prevSibling?.name === '**') {
        entries.push({ key: null, value: read(child) });
      } else if (child.prevSibling?.name === ':' && key) {
        entries.push({ key: read(key), value: read(child) });
        key = null;
      } else {
        key = child;
      }
    }
  }
  return entries;
}

function formatParts(
  node: SyntaxNode,
  source: string,
  read: (node: SyntaxNode) => Expression
): (string | Expression)[] {
  const quote = /^\w*("""|'''|"|')/.exec(source.slice(node.from, node.from + 6));
  const parts: (string | Expression)[] = [];
  let at = node.from + (quote?.[0].length ?? 1);
  for (const child of node.getChildren('FormatReplacement')) {
    parts.push(source.slice(at, child.from));
    const inner = children(child).find(isExpression);
    if (inner) {
      parts.push(read(inner));
    }
    at = child.to;
  }
  parts.push(source.slice(at, node.to - (quote?.[1].length ?? 1)));
  return parts;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  '\n': ''
};

/** The value of a plain string literal. */
function stringValue(text: string): string {
  const match = /^(\w*)("""|'''|"|')([\s\S]*)\2$/.exec(text);
  if (!match) {
    return text;
  }
  const [, prefix, , body] = match;
  return /r/i.test(prefix)
    ? body
    : body.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);
}
