/** What components take from each other, for those who cannot see the lines of the graph. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IPipeline } from '../pipeline/pipeline';

/** By node: `examples from CsvExampleGen, schema from SchemaGen`. A node that takes nothing has no entry. */
export function inputWords(
  { edges }: Pick<IPipeline, 'edges'>,
  trans: TranslationBundle
): Map<string, string> {
  const words = new Map<string, Set<string>>();
  for (const { from, to, output, input } of edges) {
    const channel = output ?? input;
    const all = words.get(to) ?? new Set();
    words.set(to, all);
    all.add(channel === null ? trans.__('after %1', from) : trans.__('%1 from %2', channel, from));
  }
  return new Map([...words].map(([id, all]) => [id, [...all].join(', ')]));
}
