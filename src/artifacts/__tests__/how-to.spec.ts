/** The guide to adding a view shows the code of the extension in examples/, which the flights' browser test uses. */
import { readFileSync } from 'node:fs';

const EXTENSION = 'examples/delay-report-view';
const page = readFileSync('docs/how-to/add-an-artifact-view.md', 'utf8');

/** The first block of code in a language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(page)?.[1] ?? '';
}

describe('docs/how-to/add-an-artifact-view.md', () => {
  it('shows the source of the extension', () => {
    expect(block('tsx')).toBe(readFileSync(`${EXTENSION}/src/index.tsx`, 'utf8'));
  });

  it('shows what its package.json says', () => {
    const shown = JSON.parse(block('json')) as object;
    const own: unknown = JSON.parse(readFileSync(`${EXTENSION}/package.json`, 'utf8'));
    expect(Object.keys(shown)).toEqual(['main', 'dependencies', 'devDependencies', 'jupyterlab']);
    expect(own).toMatchObject(shown);
  });
});
