/** Which names of the notebook a top-level statement binds, reads and changes in place. */
import type { SyntaxNode } from '@lezer/common';

/** Names of one statement. */
export interface INames {
  readonly defines: readonly string[];
  readonly uses: readonly string[];
  readonly mutates: readonly string[];
  /** Modules that it imports, by their first word. */
  readonly imports: readonly string[];
}

/** Methods that change their object, wherever they are called for that alone. */
const MUTATORS = new Set([
  ...[
    'append',
    'extend',
    'insert',
    'update',
    'add',
    'setdefault',
    'pop',
    'popitem',
    'remove',
    'discard',
    'clear'
  ],
  ...['sort', 'reverse', 'appendleft', 'putenv', 'reload', 'register']
]);
const MUTATOR_PREFIX = /^(set|add)(_|[A-Z])/;

type ScopeKind = 'module' | 'function' | 'class';

interface IScope {
  readonly kind: ScopeKind;
  readonly bound: Set<string>;
  readonly parent: IScope | null;
}

/** Names of a statement; `text` is the cell's Python. */
export function statementNames(statement: SyntaxNode, text: string): INames {
  return new NameVisitor(text).read(statement);
}

class NameVisitor {
  constructor(private readonly _text: string) {}

  read(statement: SyntaxNode): INames {
    const module: IScope = { kind: 'module', bound: new Set(), parent: null };
    this._visit(statement, module);
    return {
      defines: [...module.bound],
      uses: [...this._uses],
      mutates: [...this._mutates],
      imports: [...this._imports]
    };
  }

  private _visit(node: SyntaxNode, scope: IScope): void {
    switch (node.name) {
      case 'VariableName':
        this._use(this._textOf(node), scope);
        return;
      case 'AssignStatement':
        this._assign(node, scope);
        return;
      case 'UpdateStatement': {
        const target = node.firstChild!;
        this._children(node, scope);
        this._bind(target, scope);
        return;
      }
      case 'NamedExpression': {
        const name = node.firstChild!;
        for (let child = name.nextSibling; child; child = child.nextSibling) {
          this._visit(child, scope);
        }
        this._bind(name, nearestHolder(scope));
        return;
      }
      case 'DeleteStatement':
        for (let child = node.firstChild; child; child = child.nextSibling) {
          if (child.name === 'MemberExpression') {
            this._bind(child, scope);
          } else if (child.name === 'VariableName') {
            this._use(this._textOf(child), scope);
          }
        }
        return;
      case 'ImportStatement':
        this._import(node, scope);
        return;
      case 'FunctionDefinition':
        this._function(node, scope);
        return;
      case 'LambdaExpression':
        this._lambda(node, scope);
        return;
      case 'ClassDefinition':
        this._class(node, scope);
        return;
      case 'ForStatement':
        this._for(node, scope);
        return;
      case 'WithStatement':
      case 'TryStatement':
        this._asTargets(node, scope);
        return;
      case 'ScopeStatement':
        return;
      case 'CapturePattern':
        this._bind(node.firstChild!, scope);
        return;
      case 'AsPattern': {
        const name = node.lastChild!;
        for (
          let child = node.firstChild;
          child && child.from < name.from;
          child = child.nextSibling
        ) {
          this._visit(child, scope);
        }
        this._bind(name, scope);
        return;
      }
      case 'KeywordPattern':
        for (let child = node.firstChild?.nextSibling; child; child = child.nextSibling) {
          this._visit(child, scope);
        }
        return;
      case 'ArgList':
        this._arguments(node, scope);
        return;
      case 'ExpressionStatement':
        this._children(node, scope);
        this._mutatingCall(node.firstChild, scope);
        return;
      default:
        if (node.name.endsWith('ComprehensionExpression')) {
          this._comprehension(node, scope);
        } else {
          this._children(node, scope);
        }
    }
  }

  private _children(node: SyntaxNode, scope: IScope): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      this._visit(child, scope);
    }
  }

  /** `a = b.c = value`: the value first, then every target. */
  private _assign(node: SyntaxNode, scope: IScope): void {
    const parts: SyntaxNode[][] = [[]];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp') {
        parts.push([]);
      } else if (child.name === 'TypeDef') {
        this._children(child, scope);
      } else {
        parts[parts.length - 1].push(child);
      }
    }
    const value = parts.length > 1 ? parts.pop()! : [];
    value.forEach(child => this._visit(child, scope));
    parts.flat().forEach(target => this._bind(target, scope));
  }

  /** Bind what a target names; a member or an item of it is a change in place. */
  private _bind(target: SyntaxNode, scope: IScope): void {
    switch (target.name) {
      case 'VariableName':
        scope.bound.add(this._textOf(target));
        return;
      case 'MemberExpression': {
        this._children(target, scope);
        this._mutate(target, scope);
        return;
      }
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'ParenthesizedExpression':
        for (let child = target.firstChild; child; child = child.nextSibling) {
          this._bind(child, scope);
        }
    }
  }

  private _mutate(expression: SyntaxNode, scope: IScope): void {
    let base: SyntaxNode | null = expression;
    while (base && (base.name === 'MemberExpression' || base.name === 'CallExpression')) {
      base = base.firstChild;
    }
    if (
      base?.name === 'VariableName' &&
      scope.kind === 'module' &&
      !scope.bound.has(this._textOf(base))
    ) {
      this._mutates.add(this._textOf(base));
    }
  }

  private _mutatingCall(call: SyntaxNode | null, scope: IScope): void {
    const callee = call?.name === 'CallExpression' ? call.firstChild : null;
    const method = callee?.name === 'MemberExpression' ? callee.lastChild : null;
    if (method?.name === 'PropertyName') {
      const name = this._textOf(method);
      if (MUTATORS.has(name) || MUTATOR_PREFIX.test(name)) {
        this._mutate(callee!, scope);
      }
    }
  }

  /** Keyword names are not reads; the grammar has `f(a := 1)` look like one. */
  private _arguments(node: SyntaxNode, scope: IScope): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const next = child.nextSibling;
      if (child.name !== 'VariableName' || next?.name !== 'AssignOp') {
        this._visit(child, scope);
      } else if (this._textOf(next) === ':=') {
        this._bind(child, nearestHolder(scope));
      }
    }
  }

  private _import(node: SyntaxNode, scope: IScope): void {
    const words: string[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name !== 'Comment') {
        words.push(this._textOf(child));
      }
    }
    const from = words[0] === 'from';
    const names = from ? words.slice(words.indexOf('import') + 1) : words.slice(1);
    if (from) {
      this._imports.add(words[1]);
    }
    const list = names
      .filter(word => word !== '(' && word !== ')')
      .join(' ')
      .split(',');
    for (const item of list) {
      const [path, alias] = item.split(/\bas\b/).map(part => part.replace(/\s/g, ''));
      if (!from && path) {
        this._imports.add(path.split('.')[0]);
      }
      const name = alias ?? (from ? path : path.split('.')[0]);
      if (name && name !== '*') {
        scope.bound.add(name);
      }
    }
  }

  private _function(node: SyntaxNode, scope: IScope): void {
    const name = node.getChild('VariableName');
    const params = node.getChild('ParamList');
    const body = node.getChild('Body');
    node.getChildren('TypeDef').forEach(type => this._children(type, scope));
    const inner: IScope = { kind: 'function', bound: new Set(), parent: scope };
    if (params) {
      this._params(params, scope, inner);
    }
    if (name) {
      scope.bound.add(this._textOf(name));
    }
    if (body) {
      this._hoist(body, inner);
      this._children(body, inner);
    }
  }

  private _lambda(node: SyntaxNode, scope: IScope): void {
    const inner: IScope = { kind: 'function', bound: new Set(), parent: scope };
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'ParamList') {
        this._params(child, scope, inner);
      } else {
        this._visit(child, inner);
      }
    }
  }

  /** Parameters bind inside; defaults and annotations are read outside. */
  private _params(params: SyntaxNode, outer: IScope, inner: IScope): void {
    let isDefault = false;
    for (let child = params.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp') {
        isDefault = true;
      } else if (child.name === 'TypeDef') {
        this._children(child, outer);
      } else if (isDefault) {
        this._visit(child, outer);
        isDefault = false;
      } else if (child.name === 'VariableName') {
        inner.bound.add(this._textOf(child));
      }
    }
  }

  private _class(node: SyntaxNode, scope: IScope): void {
    const name = node.getChild('VariableName');
    const args = node.getChild('ArgList');
    const body = node.getChild('Body');
    if (args) {
      this._visit(args, scope);
    }
    if (name) {
      scope.bound.add(this._textOf(name));
    }
    if (body) {
      this._children(body, { kind: 'class', bound: new Set(), parent: scope });
    }
  }

  /** `for targets in value: …`: what stands before `in` is bound once the value was read. */
  private _for(node: SyntaxNode, scope: IScope): void {
    const targets: SyntaxNode[] = [];
    let inTargets = true;
    let bound = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'in') {
        inTargets = false;
      } else if (inTargets) {
        targets.push(child);
      } else {
        if (child.name === 'Body' && !bound) {
          targets.forEach(target => this._bind(target, scope));
          bound = true;
        }
        this._visit(child, scope);
      }
    }
  }

  /** `with a as b`, `except A as e`. */
  private _asTargets(node: SyntaxNode, scope: IScope): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.prevSibling?.name === 'as') {
        this._bind(child, scope);
      } else {
        this._visit(child, scope);
      }
    }
  }

  private _comprehension(node: SyntaxNode, scope: IScope): void {
    const inner: IScope = { kind: 'function', bound: new Set(), parent: scope };
    let binding = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'for') {
        binding = true;
      } else if (child.name === 'in') {
        binding = false;
      } else if (binding) {
        this._bind(child, inner);
      }
    }
    binding = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      binding = child.name === 'for' ? true : child.name === 'in' ? false : binding;
      if (!binding) {
        this._visit(child, inner);
      }
    }
  }

  /** A function's own names: everything bound in its body but what it declares global. */
  private _hoist(body: SyntaxNode, inner: IScope): void {
    const probe = new NameVisitor(this._text);
    const found: IScope = { kind: 'function', bound: new Set(), parent: null };
    const globals = new Set<string>();
    const cursor = body.cursor();
    const end = body.to;
    do {
      if (cursor.from >= end) {
        break;
      }
      if (cursor.name === 'ScopeStatement') {
        const first = cursor.node.firstChild;
        for (let child = first?.nextSibling; child; child = child.nextSibling) {
          if (child.name === 'VariableName') {
            globals.add(this._textOf(child));
            if (first?.name === 'global') {
              this._mutates.add(this._textOf(child));
            }
          }
        }
      }
    } while (cursor.next());
    for (let child = body.firstChild; child; child = child.nextSibling) {
      probe._visit(child, found);
    }
    found.bound.forEach(name => !globals.has(name) && inner.bound.add(name));
  }

  private _use(name: string, scope: IScope): void {
    for (let at: IScope | null = scope; at; at = at.parent) {
      // A class body's names are its own: functions inside do not see them.
      if ((at === scope || at.kind !== 'class') && at.bound.has(name)) {
        return;
      }
    }
    this._uses.add(name);
  }

  private _textOf(node: SyntaxNode): string {
    return this._text.slice(node.from, node.to);
  }

  private readonly _uses = new Set<string>();
  private readonly _mutates = new Set<string>();
  private readonly _imports = new Set<string>();
}

/** A walrus in a comprehension binds outside of it; near enough for a notebook. */
function nearestHolder(scope: IScope): IScope {
  return scope;
}
