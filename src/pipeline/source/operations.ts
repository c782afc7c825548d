/** What a statement does, as plain data: imports, bindings, calls, and what stands inside of it. */
import type { SyntaxNode } from '@lezer/common';

import { children, isExpression, readExpression } from './expressions';
import type { Expression } from './expressions';

/** One thing that a statement does, in order. */
export type Operation =
  /** `name` stands for an imported module or member, given by its dotted path. */
  | { readonly kind: 'import'; readonly name: string; readonly path: string }
  | { readonly kind: 'bind'; readonly targets: readonly Expression[]; readonly value: Expression }
  | { readonly kind: 'evaluate'; readonly value: Expression }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly bases: readonly Expression[];
      readonly body: readonly Operation[];
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly decorators: readonly Expression[];
      /** What its body does, should it be called. */
      readonly body: readonly Operation[];
    }
  /** A loop: its body may run many times; `while` has neither target nor items. */
  | {
      readonly kind: 'loop';
      readonly target: Expression | null;
      readonly items: Expression | null;
      readonly body: readonly Operation[];
    }
  | {
      readonly kind: 'with';
      readonly items: readonly { value: Expression; target: Expression | null }[];
      readonly body: readonly Operation[];
    };

/** Operations of a statement. */
export function readOperations(statement: SyntaxNode, source: string): Operation[] {
  const read = (node: SyntaxNode): Expression => readExpression(node, source);
  const bodyOf = (node: SyntaxNode): Operation[] =>
    node
      .getChildren('Body')
      .flatMap(body => children(body).flatMap(child => readOperations(child, source)));
  switch (statement.name) {
    case 'StatementGroup':
      return children(statement).flatMap(child => readOperations(child, source));
    case 'ImportStatement':
      return readImport(statement, source);
    case 'AssignStatement':
      return readAssignment(statement, read);
    case 'ExpressionStatement':
    case 'ReturnStatement':
      return children(statement)
        .filter(isExpression)
        .map(child => ({ kind: 'evaluate', value: read(child) }));
    case 'UpdateStatement':
      return readUpdate(statement, source, read);
    case 'ClassDefinition': {
      const name = statement.getChild('VariableName');
      const args = statement.getChild('ArgList');
      const bases = args ? children(args).filter(isExpression).map(read) : [];
      return name
        ? [
            {
              kind: 'class',
              name: source.slice(name.from, name.to),
              bases,
              body: bodyOf(statement)
            }
          ]
        : [];
    }
    case 'FunctionDefinition':
    case 'DecoratedStatement':
      return readDefinition(statement, source, bodyOf);
    case 'ForStatement':
      return readFor(statement, read, bodyOf);
    case 'WhileStatement':
      return [
        ...tested(statement, read),
        { kind: 'loop', target: null, items: null, body: bodyOf(statement) }
      ];
    case 'WithStatement':
      return readWith(statement, read, bodyOf);
    case 'IfStatement':
    case 'TryStatement':
    case 'MatchStatement':
      return [
        ...tested(statement, read),
        ...bodyOf(statement),
        ...children(statement)
          .filter(child => child.name === 'MatchBody')
          .flatMap(body => body.getChildren('MatchClause').flatMap(bodyOf))
      ];
    default:
      return [];
  }
}

/** What a statement looks at before its bodies. */
function tested(statement: SyntaxNode, read: (node: SyntaxNode) => Expression): Operation[] {
  return children(statement)
    .filter(child => isExpression(child) && !/Body$/.test(child.name))
    .filter(child => child.prevSibling?.name !== 'as')
    .map(child => ({ kind: 'evaluate', value: read(child) }));
}

function readFor(
  statement: SyntaxNode,
  read: (node: SyntaxNode) => Expression,
  bodyOf: (node: SyntaxNode) => Operation[]
): Operation[] {
  const parts = children(statement);
  const at = parts.findIndex(child => child.name === 'in');
  const group = (nodes: readonly SyntaxNode[]): Expression | null =>
    sequence(nodes.filter(child => isExpression(child) && child.name !== 'Body').map(read));
  return [
    {
      kind: 'loop',
      target: group(parts.slice(0, Math.max(at, 0))),
      items: at < 0 ? null : group(parts.slice(at + 1)),
      body: bodyOf(statement)
    }
  ];
}

/** `a += b` binds as `a = a + b` does. */
function readUpdate(
  statement: SyntaxNode,
  source: string,
  read: (node: SyntaxNode) => Expression
): Operation[] {
  const operator = statement.getChild('UpdateOp');
  const [target, ...values] = children(statement).filter(isExpression).map(read);
  const right = sequence(values);
  if (!target || !right || !operator) {
    return [];
  }
  const value: Expression = {
    kind: 'binary',
    text: source.slice(statement.from, statement.to),
    operator: source.slice(operator.from, operator.to).replace(/=$/, ''),
    left: target,
    right
  };
  return [{ kind: 'bind', targets: [target], value }];
}

/** One expression as it is; several, with commas between them, as a tuple. */
function sequence(items: readonly Expression[]): Expression | null {
  return items.length < 2
    ? (items[0] ?? null)
    : { kind: 'sequence', text: items.map(item => item.text).join(', '), items };
}

function readImport(statement: SyntaxNode, source: string): Operation[] {
  const words = children(statement)
    .filter(child => child.name !== 'Comment')
    .map(child => source.slice(child.from, child.to));
  const from = words[0] === 'from';
  const at = from ? words.indexOf('import') : 0;
  const base = from ? words.slice(1, at).join('') : '';
  const items = words.slice(at + 1).filter(word => word !== '(' && word !== ')');
  const operations: Operation[] = [];
  for (const item of items.join(' ').split(',')) {
    const [path, alias] = item.split(/\bas\b/).map(part => part.replace(/\s/g, ''));
    if (!path || path === '*') {
      continue;
    }
    if (from) {
      operations.push({ kind: 'import', name: alias ?? path, path: `${base}.${path}` });
    } else {
      const top = path.split('.')[0];
      operations.push({ kind: 'import', name: alias ?? top, path: alias ? path : top });
    }
  }
  return operations;
}

function readAssignment(
  statement: SyntaxNode,
  read: (node: SyntaxNode) => Expression
): Operation[] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children(statement)) {
    if (child.name === 'AssignOp') {
      groups.push([]);
    } else if (isExpression(child)) {
      groups[groups.length - 1].push(child);
    }
  }
  const [value, ...targets] = groups
    .map(nodes => sequence(nodes.map(read)))
    .filter(group => group !== null)
    .reverse();
  return groups.length > 1 && value ? [{ kind: 'bind', targets: targets.reverse(), value }] : [];
}

function readDefinition(
  statement: SyntaxNode,
  source: string,
  bodyOf: (node: SyntaxNode) => Operation[]
): Operation[] {
  const decorators = statement.getChildren('Decorator').map(node => readDecorator(node, source));
  const definition =
    statement.name === 'DecoratedStatement' ? (statement.lastChild ?? statement) : statement;
  const name = definition.getChild('VariableName');
  if (!name) {
    return [];
  }
  if (definition.name === 'ClassDefinition') {
    return readOperations(definition, source);
  }
  return [
    {
      kind: 'function',
      name: source.slice(name.from, name.to),
      decorators,
      body: bodyOf(definition)
    }
  ];
}

/** `@a.b` or `@a.b(c=1)`: the name that is called. */
function readDecorator(node: SyntaxNode, source: string): Expression {
  let expression: Expression | null = null;
  for (const child of children(node)) {
    const text = source.slice(child.from, child.to);
    if (child.name === 'VariableName' || child.name === 'PropertyName') {
      expression = expression
        ? { kind: 'attribute', text: `${expression.text}.${text}`, object: expression, name: text }
        : { kind: 'name', text, name: text };
    }
  }
  return expression ?? { kind: 'other', text: '', parts: [] };
}

function readWith(
  statement: SyntaxNode,
  read: (node: SyntaxNode) => Expression,
  bodyOf: (node: SyntaxNode) => Operation[]
): Operation[] {
  const items: { value: Expression; target: Expression | null }[] = [];
  for (const child of children(statement)) {
    if (child.name === 'Body' || !isExpression(child)) {
      continue;
    }
    if (child.prevSibling?.name === 'as' && items.length > 0) {
      items[items.length - 1].target = read(child);
    } else {
      items.push({ value: read(child), target: null });
    }
  }
  return [{ kind: 'with', items, body: bodyOf(statement) }];
}
