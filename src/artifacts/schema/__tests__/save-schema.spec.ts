import type { IArtifactHost } from '../../artifact-view';
import { importCell, saveSchema } from '../save-schema';
import { NOWHERE } from '../../nowhere';

const host = (change: Partial<IArtifactHost>): IArtifactHost => ({ ...NOWHERE, ...change });

describe('saveSchema', () => {
  it('saves, and puts in a cell once for each file', async () => {
    const cells: string[] = [];
    const saved: [string, string][] = [];
    const paths = ['a/schema.pbtxt', 'a/schema.pbtxt', 'b.pbtxt'];
    const all = host({
      saveText: (suggested, text) => {
        saved.push([suggested, text]);
        return Promise.resolve(paths.shift() ?? null);
      },
      insertCell: (source, madeBy) =>
        cells.push(typeof source === 'string' ? source : source(`of_${madeBy}`))
    });
    const known = new Set<string>();
    expect(await saveSchema('one', '1', all, known)).toEqual({
      path: 'a/schema.pbtxt',
      cell: true
    });
    expect(await saveSchema('two', '1', all, known)).toEqual({
      path: 'a/schema.pbtxt',
      cell: false
    });
    expect(await saveSchema('three', '1', all, known)).toEqual({ path: 'b.pbtxt', cell: true });
    // The person did not say where.
    expect(await saveSchema('four', '1', all, known)).toBeNull();
    expect(saved.map(([path, text]) => [path, text])).toEqual([
      ['schema.pbtxt', 'one'],
      ['schema.pbtxt', 'two'],
      ['schema.pbtxt', 'three'],
      ['schema.pbtxt', 'four']
    ]);
    expect(cells).toEqual([importCell('a/schema.pbtxt', 'of_1'), importCell('b.pbtxt', 'of_1')]);
  });

  it('saves where there is no notebook', async () => {
    const alone = host({ saveText: () => Promise.resolve('schema.pbtxt') });
    expect(await saveSchema('', '1', alone, new Set())).toEqual({
      path: 'schema.pbtxt',
      cell: false
    });
    expect(await saveSchema('', '1', host({}), new Set())).toBeNull();
  });
});

describe('importCell', () => {
  it('is Python, whatever the path', () => {
    expect(importCell('my schema/schema.pbtxt', null)).toBe(
      "from tfx.v1.components import ImportSchemaGen\n\nschema_gen = ImportSchemaGen(schema_file='my schema/schema.pbtxt')\ncontext.run(schema_gen)"
    );
    expect(importCell("it's\\a\n", null)).toContain('schema_file="it\'s\\\\a\\n")');
    expect(importCell('say "a".pbtxt', null)).toContain('schema_file="say \\"a\\".pbtxt")');
  });
});
