/**
 * Makes the TypeScript side of the protocol from `jupyterlab_tfx/protocol/protocol.json`: types, validators that
 * need no schema compiler at run time, and the tables of docs/protocol.md. With `--check`: fails where what is there is out of date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import * as prettier from 'prettier';

import { protocolPage } from './protocol-page.mjs';

const SOURCE = new URL('../jupyterlab_tfx/protocol/protocol.json', import.meta.url);
const PAGE = new URL('../docs/protocol.md', import.meta.url);
const FOLDER = new URL('../src/protocol/generated/', import.meta.url);
/** What comes in from another process, and so is checked. */
const CHECKED = [
  'Reply',
  'Event',
  'StoreReply',
  'ArtifactDocument',
  'TensorBoardReply',
  'RunsState',
  'RunsWatch',
  'RunsLog',
  'RunsArtifacts',
  'RunsDone',
  'ExportReply',
  'BeamChoice',
  'BeamChoices',
  'BackgroundState',
  'BackgroundLog'
];

const schema = JSON.parse(await readFile(SOURCE, 'utf8'));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const note =
  '// Made by scripts/generate-protocol.mjs from protocol.json: change that, then run `npm run protocol`.\n';

const types = await compile(schema, 'Protocol', {
  additionalProperties: false,
  bannerComment: '',
  format: false
});

const ajv = new Ajv.default({
  strict: false,
  inlineRefs: false,
  code: { source: true, esm: true, lines: false },
  schemas: [schema]
});
const validators = standaloneCode.default(
  ajv,
  Object.fromEntries(CHECKED.map(name => [`is${name}`, `protocol.json#/definitions/${name}`]))
);

const files = {
  'types.ts':
    note +
    types +
    `\n/** Raised by one with every change of the messages. */\nexport const PROTOCOL_VERSION = ${schema.version};\n` +
    `\n/** Of the front end; the package in a kernel's environment should have the same one. */\nexport const PACKAGE_VERSION = '${version}';\n`,
  'validators.ts': `// @ts-nocheck\n${note}${validators.replace('"use strict";', '')}`
};

let stale = false;
await mkdir(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  await put(new URL(name, FOLDER), text, 'typescript');
}
await put(PAGE, protocolPage(await readFile(PAGE, 'utf8'), schema), 'markdown');
if (stale && process.argv.includes('--check')) {
  console.error(
    'What is made from the protocol is out of date: run `npm run protocol` and commit.'
  );
  process.exit(1);
}

/** Writes a file where it is not what it should be; with `--check`, only notes that. */
async function put(url, text, parser) {
  const formatted = await prettier.format(text, {
    ...(await prettier.resolveConfig(url.pathname)),
    parser
  });
  const old = await readFile(url, 'utf8').catch(() => '');
  if (old !== formatted) {
    stale = true;
    if (!process.argv.includes('--check')) {
      await writeFile(url, formatted);
    }
  }
}
