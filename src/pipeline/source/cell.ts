/** One cell, parsed by itself: statements, names, operations. What it means among the others is `link.ts`'s. */
import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';

import type { ICellFacts, IStatement } from '../source-graph';
import { BracketScan, passOverMagics } from './magics';
import { statementNames } from './names';
import { readOperations } from './operations';
import type { Operation } from './operations';

/** A statement with what linking needs of it. */
export interface IParsedStatement extends IStatement {
  readonly imports: readonly string[];
  readonly operations: readonly Operation[];
}

/** A parsed cell. */
export interface IParsedCell {
  readonly source: string;
  readonly statements: readonly IParsedStatement[];
  readonly fingerprint: string;
  readonly writesFile: ICellFacts['writesFile'];
  readonly problem: ICellFacts['problem'];
}

const LABEL_LENGTH = 40;

/** Parses a code cell. Never throws: what cannot be read is in `problem`, the rest stands. */
export function parseCell(source: string): IParsedCell {
  const { python, writesFile, opaque } = passOverMagics(source);
  if (opaque) {
    return opaqueCell(source, writesFile);
  }
  const tree = parser.parse(python);
  const problem = findProblem(tree, python);
  const statements: IParsedStatement[] = [];
  for (const node of topStatements(tree.topNode)) {
    if (problem === null || !hasError(node)) {
      statements.push(readStatement(node, python));
    }
  }
  const fingerprint = hash(statements.map(statement => statement.fingerprint).join('\n'));
  return { source, statements, fingerprint, writesFile, problem };
}

/** Text that is not Python is one statement, equal only to the same text. */
function opaqueCell(source: string, writesFile: IParsedCell['writesFile']): IParsedCell {
  const fingerprint = hash(source);
  const uses = writesFile
    ? [...writesFile.path.matchAll(/\{(\w+)[^}]*\}|\$(\w+)/g)].map(m => m[1] ?? m[2])
    : [];
  const label = writesFile?.path ?? shorten(source.trim());
  const statement: IParsedStatement = {
    from: 0,
    to: source.length,
    fingerprint,
    label,
    defines: [],
    uses,
    mutates: [],
    imports: [],
    operations: []
  };
  return { source, statements: [statement], fingerprint, writesFile, problem: null };
}

function readStatement(node: SyntaxNode, python: string): IParsedStatement {
  const names = statementNames(node, python);
  const isImport = node.name === 'ImportStatement';
  return {
    from: node.from,
    to: node.to,
    fingerprint: fingerprintOf(node, python),
    label:
      !isImport && names.defines.length > 0
        ? names.defines[0]
        : shorten(python.slice(node.from, node.to)),
    ...names,
    operations: readOperations(node, python)
  };
}

function topStatements(top: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = top.firstChild; child; child = child.nextSibling) {
    if (child.name === 'StatementGroup') {
      list.push(...topStatements(child));
    } else if (/Statement$|Definition$/.test(child.name) && child.name !== 'PassStatement') {
      list.push(child);
    }
  }
  return list;
}

/** Equal for statements whose tokens and blocks are equal. */
function fingerprintOf(node: SyntaxNode, python: string): string {
  const tokens: string[] = [];
  const visit = (at: SyntaxNode): void => {
    if (at.name === 'Comment') {
      return;
    }
    let child = at.firstChild;
    // A string is one token, whatever the parser sees in it.
    if (!child || at.name === 'String' || at.name === 'FormatString') {
      tokens.push(python.slice(at.from, at.to));
      return;
    }
    if (at.name === 'Body') {
      tokens.push('{');
    }
    for (; child; child = child.nextSibling) {
      visit(child);
    }
    if (at.name === 'Body') {
      tokens.push('}');
    }
  };
  visit(node);
  return hash(tokens.join('\u0001'));
}

function hasError(node: SyntaxNode): boolean {
  return firstError(node.toTree()) !== null;
}

/** Offset of the first error; null where there is none. */
function firstError(tree: Tree): number | null {
  const cursor = tree.cursor();
  do {
    // `case str():` has an empty error in this grammar, and is right.
    if (
      cursor.type.isError &&
      !(cursor.from === cursor.to && cursor.node.parent?.name === 'LiteralPattern')
    ) {
      return cursor.from;
    }
  } while (cursor.next());
  return null;
}

function findProblem(tree: Tree, python: string): IParsedCell['problem'] {
  const at = firstError(tree);
  if (at === null) {
    return null;
  }
  const scan = new BracketScan();
  python.split('\n').forEach(line => scan.line(line));
  const unclosed = scan.unclosed;
  if (unclosed) {
    return { line: unclosed.line, message: `“${unclosed.text}” is not closed.` };
  }
  const line = python.slice(0, at).split('\n').length;
  return { line, message: 'This line cannot be read as Python.' };
}

function shorten(text: string): string {
  const end = text.indexOf('\n');
  const line = (end < 0 ? text : text.slice(0, end)).trim();
  return line.length > LABEL_LENGTH ? `${line.slice(0, LABEL_LENGTH - 1)}…` : line;
}

/** 64 bits of a text (two rounds of FNV-1a with different seeds), as hexadecimal digits. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
