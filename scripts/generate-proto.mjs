/**
 * Makes the messages in `src/proto/generated` from `src/proto/messages/*.proto`. With `--check`: fails where they were
 * made from other `.proto` files. The compiler is fetched when it is needed (it is 140 MB), so the check goes without it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const SOURCES = new URL('../src/proto/messages/', import.meta.url);
const OUT = new URL('../src/proto/generated/', import.meta.url);
const DIGEST = new URL('sources.sha256', OUT);
const TOOLS = ['@bufbuild/buf@1.73.0', '@bufbuild/protoc-gen-es@2.13.0'];

const digest = createHash('sha256');
for (const name of readdirSync(SOURCES).sort()) {
  digest.update(`${name}\n${readFileSync(new URL(name, SOURCES), 'utf8')}`);
}
const wanted = `${digest.digest('hex')}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(DIGEST, 'utf8') !== wanted) {
    console.error('The messages are out of date: run `npm run proto` and commit what it changes.');
    process.exit(1);
  }
} else {
  rmSync(OUT, { recursive: true, force: true });
  const template = {
    version: 'v2',
    plugins: [{ local: 'protoc-gen-es', out: OUT.pathname, opt: ['target=ts'] }]
  };
  execFileSync(
    'npx',
    [
      '--yes',
      '--loglevel=error',
      ...TOOLS.map(tool => `--package=${tool}`),
      ...['buf', 'generate', SOURCES.pathname, '--template', JSON.stringify(template)]
    ],
    { stdio: 'inherit' }
  );
  writeFileSync(DIGEST, wanted);
}
