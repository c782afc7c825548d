import { SchemaSchema } from '../../../proto/generated/schema_pb';
import { parseText } from '../../../proto/text-format';
import { filesIn } from '../../__tests__/folder-source';
import { domainUsers, environmentsOf, featureKey, foundRows, schemaRows } from '../compute-rows';
import { partText, schemaText } from '../compute-text';
import { plainSchema } from '../decode-schema';
import { namedIn } from '../diff-domain';

const rich = new TextDecoder().decode(filesIn('schema-rich').get('schema.pbtxt'));
const parsed = (text: string) => parseText(SchemaSchema, text);
const schema = plainSchema(parsed(rich).message);
const rows = schemaRows(schema);
const found = (text: string) =>
  foundRows(rows, text, namedIn(schema)).map(({ path }) => path.join('.'));

describe('schemaRows', () => {
  it('has nested ones below their struct, then sparse and weighted ones', () => {
    expect(rows.map(({ what, path }) => `${what} ${path.join('.')}`)).toEqual(
      expect.arrayContaining([
        'feature tree',
        'feature tree.leaf',
        'feature tree.branch.twig',
        'sparse tree.inner',
        'sparse sparse',
        'weighted weighed'
      ])
    );
    const names = rows.map(({ path }) => path.join('.'));
    expect(names.indexOf('tree.leaf')).toBe(names.indexOf('tree') + 1);
    expect(rows.find(({ key }) => key === featureKey(['tree', 'leaf']))?.path).toEqual([
      'tree',
      'leaf'
    ]);
  });

  it('has a key for each, also of two with one name', () => {
    const twice = plainSchema(parsed('feature { name: "a" } feature { name: "a" }').message);
    const keys = schemaRows(twice).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('foundRows', () => {
  it('finds by name, type, domain, values, and parts', () => {
    expect(found('')).toHaveLength(rows.length);
    expect(found('LEAF')).toEqual(['tree.leaf']);
    expect(found('chinstrap')).toEqual(['species']);
    expect(found(' struct ')).toEqual(['tree', 'tree.branch']);
    expect(found('weight')).toEqual(['weighed']);
    expect(found('index')).toEqual(['sparse']);
    expect(found('nowhere')).toEqual([]);
  });
});

describe('what features share', () => {
  it('knows who has a domain, and all environments', () => {
    expect(domainUsers(rows)).toEqual(new Map([['species', ['species']]]));
    expect(environmentsOf(schema, rows)).toEqual(['TRAINING', 'SERVING', 'LOCAL']);
  });
});

describe('partText', () => {
  const draft = parsed(rich);

  it('has the lines of each part that stand in the whole file', () => {
    const whole = schemaText(draft).replace(/\n +/g, '\n');
    for (const { what, path } of rows) {
      const lines = partText(draft, what, path);
      expect(lines).not.toBe('');
      expect(whole).toContain(lines.replace(/\n +/g, '\n'));
    }
  });

  it('is empty for what is not there', () => {
    expect(partText(draft, 'feature', ['nowhere'])).toBe('');
    expect(partText(draft, 'feature', ['species', 'below'])).toBe('');
    expect(partText(draft, 'sparse', ['species', 'below'])).toBe('');
    expect(partText(draft, 'weighted', [])).toBe('');
  });
});
