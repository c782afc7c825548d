/** What the rows of the component list show, and which of them a filter lets through. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IPipeline, IPipelineNode, NodeState } from '../pipeline/pipeline';
import { inputWords } from '../states/input-words';
import { stateWord } from '../states/state-icons';
import { stateWords } from '../states/state-words';
import { age, duration } from '../states/times';

/** What a row shows: plain values, so that a row that does not change is not drawn again. */
export interface IRow {
  readonly id: string;
  /** Where the id does not say it. */
  readonly type: string;
  readonly state: NodeState;
  /** The state as a word. */
  readonly word: string;
  /** Why it is so, with the word; empty where the word says all. */
  readonly why: string;
  /** What it takes from which other components; empty where it takes nothing. */
  readonly inputs: string;
  readonly runningSince: number | null;
  readonly took: string;
}

/** A row for each component, in notebook order. */
export function listRows(pipeline: IPipeline, trans: TranslationBundle): IRow[] {
  const inputs = inputWords(pipeline, trans);
  return pipeline.nodes.map(node => rowOf(node, inputs.get(node.id) ?? '', trans));
}

/** Rows in which all that is shown, or the state's own name, has some text. */
export function filteredRows(rows: readonly IRow[], text: string): readonly IRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ id, type, state, word, why }) =>
    [id, type, state, word, why].some(shown => shown.toLowerCase().includes(wanted))
  );
}

function rowOf(node: IPipelineNode, inputs: string, trans: TranslationBundle): IRow {
  const { startedAt, endedAt, cache, state } = node;
  const word = stateWord(state, trans);
  const words = stateWords(node, trans);
  const cachedAt = state === 'cached' ? (cache?.finishedAt ?? null) : null;
  return {
    id: node.id,
    type: node.dynamic ? trans.__('known when run') : node.type === node.id ? '' : node.type,
    state,
    word: cachedAt === null ? word : trans.__('%1 from %2', word, age(cachedAt, trans)),
    why: words === word ? '' : words,
    inputs,
    runningSince: state === 'running' ? startedAt : null,
    // Beside "queued" it would read as the time that it has waited.
    took:
      startedAt === null || endedAt === null || state === 'queued'
        ? ''
        : duration(endedAt - startedAt, trans)
  };
}
