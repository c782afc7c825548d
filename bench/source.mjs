/** Benchmarks of reading a notebook: cells to graph, cold and after an edit. */
import { load } from './bundle.mjs';

const CELLS = 1000;
const COMPONENTS = 300;
const ROUNDS = 7;

/**
 * Parse and graph of a large notebook, in this Node process.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const { SourceParser } = await load('src/pipeline/source/index.ts');
  const cells = notebook();
  const cold = [];
  const edits = [];
  for (let i = 0; i < ROUNDS; i++) {
    const parser = new SourceParser();
    cold.push(time(() => parser.parse(cells)));
    for (let j = 0; j < ROUNDS; j++) {
      const edited = [...cells];
      edited[500] = { ...cells[500], source: `${cells[500].source}\nextra = ${i * 10 + j}` };
      edits.push(time(() => parser.parse(edited)));
    }
  }
  const line = (id, what, values, limit) => {
    const value = median(values);
    return {
      id,
      what,
      value: round(value),
      unit: 'ms',
      against: limit,
      ratio: round(value / limit),
      goal: `≤ ${limit} ms`,
      met: value <= limit
    };
  };
  const size = `${CELLS} cells, ${COMPONENTS} components`;
  return [
    line('source.cold', `Parse and graph of ${size}, first time in the process`, [cold[0]], 100),
    line(
      'source.again',
      `The same by a new parser, code warm (median of ${ROUNDS - 1})`,
      cold.slice(1),
      100
    ),
    line('source.edit', `After an edit in one cell (median of ${edits.length})`, edits, 5)
  ];
}

/** A notebook in the shape of real ones: a chain of components with plain cells between. */
function notebook() {
  const cells = [
    'from tfx import v1 as tfx\nfrom tfx.orchestration.experimental.interactive.interactive_context import InteractiveContext',
    "context = InteractiveContext(pipeline_name='p', pipeline_root='runs/p')",
    "gen0 = tfx.components.CsvExampleGen(input_base='data')\ncontext.run(gen0)"
  ];
  for (let i = 1; i < COMPONENTS; i++) {
    cells.push(
      `gen${i} = tfx.components.Transform(\n    examples=gen${i - 1}.outputs['transformed_examples'],\n` +
        `    module_file='module.py',\n).with_id('Transform_${i}')\ncontext.run(gen${i})`
    );
  }
  for (let i = 0; cells.length < CELLS; i++) {
    cells.splice(3 + ((i * 7) % (cells.length - 3)), 0, `value_${i} = ${i}\nprint(value_${i})`);
  }
  return cells.map((source, i) => ({ id: `c${i}`, type: 'code', source, executionCount: null }));
}

function time(act) {
  const start = performance.now();
  act();
  return performance.now() - start;
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = value => Math.round(value * 100) / 100;
