/** The table of slices as text: for a spreadsheet, and for a cell of a notebook. */
import type { IMetricRows } from './metric-rows';

/** What is copied. */
export interface ICopiedTable {
  readonly table: IMetricRows;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Of the slice and of each column. */
  readonly headers: readonly string[];
  readonly nameOf: (row: number) => string;
}

/** Comma-separated values, as RFC 4180 has them. What is no number is left empty. */
export function csvOf({ table, rows, columns, headers, nameOf }: ICopiedTable): string {
  const lines = rows.map(row => [
    nameOf(row),
    ...columns.map(column => numberText(table.number(row, column)))
  ]);
  return [headers, ...lines].map(line => `${line.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  // A spreadsheet takes what begins so for a formula.
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** A line of Python that makes a pandas data frame of the same figures; it needs `import pandas as pd`. */
export function pythonOf({ table, rows, columns, headers, nameOf }: ICopiedTable): string {
  const values = columns.map(
    column => `[${rows.map(row => literal(table.number(row, column))).join(', ')}]`
  );
  const pairs = columns.map((_column, index) => `${quoted(headers[index + 1])}: ${values[index]}`);
  const index = `pd.Index([${rows.map(row => quoted(nameOf(row))).join(', ')}], name=${quoted(headers[0])})`;
  return `pd.DataFrame({${pairs.join(', ')}}, index=${index})\n`;
}

function literal(value: number): string {
  return Number.isNaN(value)
    ? "float('nan')"
    : Number.isFinite(value)
      ? String(value)
      : `float('${value > 0 ? '' : '-'}inf')`;
}

/** JSON's texts are Python's, but for these two line ends, and halves of characters. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
