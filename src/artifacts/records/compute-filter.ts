/** What a person writes to find rows, and which rows it finds. */
import { valueText } from './compute-text';
import type { Fields, FieldValue } from './field-value';

/** Whether a row is one of those looked for. */
export type RowTest = (fields: Fields) => boolean;

/** How a field and what is written after it are compared; `:` is "contains". */
export type FilterOperator = ':' | '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Characters of a value that are searched. */
const SEARCHED = 20_000;

const QUOTED = '"(?:[^"]|"")*"';
const TERM = new RegExp(
  `(?:(${QUOTED}|[^\\s"<>=!:]+)(<=|>=|!=|[=<>:])(${QUOTED}|\\S*))|(${QUOTED}|\\S+)`,
  'g'
);

/**
 * Reads what a person wrote: words that any value of a row contains, and terms such as `species:Adelie`,
 * `"body mass">4000`, `island=` (no value); a row has to meet all. Case does not matter, nor whether a number is
 * written 1 or 1.0.
 *
 * @param names - Of all fields, and looked at with each row, as it may grow; what stands before a sign and is none
 *   of them is part of a word.
 * @returns null where there is nothing to look for.
 */
export function parseFilter(text: string, names: ReadonlySet<string>): RowTest | null {
  const tests: RowTest[] = [];
  for (const [whole, name, operator, operand, word] of text.matchAll(TERM)) {
    const asWord = wordTest(unquoted(word ?? whole));
    if (name === undefined) {
      tests.push(asWord);
    } else {
      const field = unquoted(name);
      const asTerm = termTest(field, operator as FilterOperator, unquoted(operand));
      tests.push(fields => (names.has(field) ? asTerm : asWord)(fields));
    }
  }
  return tests.length === 0 ? null : fields => tests.every(test => test(fields));
}

/** A term for {@link parseFilter}: how other views ask for rows. */
export function filterTerm(name: string, operator: FilterOperator, value: string): string {
  return `${quoted(name)}${operator}${quoted(value)}`;
}

function quoted(text: string): string {
  return /^[^\s"<>=!:]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
}

function wordTest(word: string): RowTest {
  const wanted = word.toLowerCase();
  return fields => {
    for (const { value } of fields.values()) {
      if (some(value, one => contains(one, wanted))) {
        return true;
      }
    }
    return false;
  };
}

function termTest(name: string, operator: FilterOperator, operand: string): RowTest {
  if (operand === '' && (operator === '=' || operator === '!=')) {
    return fields => isEmpty(fields, name) === (operator === '=');
  }
  if (operator === '!=') {
    const equal = termTest(name, '=', operand);
    return fields => !equal(fields);
  }
  const test = valueTest(operator, operand);
  return fields => {
    for (const field of fields.values()) {
      if (field.name === name && some(field.value, test)) {
        return true;
      }
    }
    return false;
  };
}

function isEmpty(fields: Fields, name: string): boolean {
  for (const field of fields.values()) {
    if (field.name === name && field.value.count > 0) {
      return false;
    }
  }
  return true;
}

type Scalar = Uint8Array | string | number | bigint | boolean;

function valueTest(operator: FilterOperator, operand: string): (value: Scalar) => boolean {
  if (operator === ':') {
    const wanted = operand.toLowerCase();
    return value => contains(value, wanted);
  }
  if (operator === '=') {
    const number = operand.trim() === '' ? NaN : Number(operand);
    const whole = /^-?\d+$/.test(operand) ? BigInt(operand) : null;
    const wanted = operand.toLowerCase();
    return value => {
      switch (typeof value) {
        case 'bigint':
          return whole === null ? Number(value) === number : value === whole;
        case 'number':
          return value === number || value === Math.fround(number) || textOf(value) === wanted;
        default:
          return textOf(value) === wanted;
      }
    };
  }
  const limit = operand.trim() === '' ? NaN : Number(operand);
  return value => {
    const number = numberOf(value);
    switch (operator) {
      case '<':
        return number < limit;
      case '<=':
        return number <= limit;
      case '>':
        return number > limit;
      default:
        return number >= limit;
    }
  };
}

function some(value: FieldValue, test: (value: Scalar) => boolean): boolean {
  return value.kind === 'steps'
    ? value.values.some(step => some(step, test))
    : value.values.some(test);
}

function contains(value: Scalar, wanted: string): boolean {
  return textOf(value).includes(wanted);
}

function textOf(value: Scalar): string {
  return valueText(value, 'auto', SEARCHED).toLowerCase();
}

/** NaN, which no comparison meets, where it is no number. */
function numberOf(value: Scalar): number {
  switch (typeof value) {
    case 'number':
      return value;
    case 'bigint':
    case 'boolean':
      return Number(value);
    default: {
      const text = textOf(value).trim();
      return text === '' ? NaN : Number(text);
    }
  }
}
