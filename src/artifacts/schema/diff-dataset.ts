/** What differs between schemas beside features and domains. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IProperty } from './diff-property';
import { propertySentences } from './diff-property';
import type { ISchema, ITensorGroup } from './schema';
import { annotationWords, boundsWords, fractionsWords, quotedList } from './schema-words';

const PROPERTIES: readonly IProperty<ISchema>[] = [
  {
    label: trans => trans.__('Default environments'),
    of: ({ defaultEnvironments }) => [...defaultEnvironments].sort(),
    words: ({ defaultEnvironments }, trans) => quotedList(defaultEnvironments, trans)
  },
  {
    label: trans => trans.__('Number of examples'),
    of: ({ constraints }) => [constraints?.examples.min ?? null, constraints?.examples.max ?? null],
    words: ({ constraints }, trans) =>
      constraints && (constraints.examples.min !== null || constraints.examples.max !== null)
        ? boundsWords(constraints.examples, trans)
        : ''
  },
  {
    label: trans => trans.__('Examples, compared with the span before'),
    of: ({ constraints }) => constraints?.drift ?? null,
    words: ({ constraints }, trans) => fractionsWords(constraints?.drift ?? null, trans)
  },
  {
    label: trans => trans.__('Examples, compared with the version before'),
    of: ({ constraints }) => constraints?.version ?? null,
    words: ({ constraints }, trans) => fractionsWords(constraints?.version ?? null, trans)
  },
  {
    label: trans => trans.__('Tensors'),
    of: ({ tensorGroups }) => [...tensorGroups].sort(byName).map(sortedGroup),
    words: ({ tensorGroups }, trans) =>
      quotedList(
        tensorGroups.flatMap(({ tensors }) => tensors.map(({ name }) => name)),
        trans
      )
  },
  {
    label: trans => trans.__('Columns of variable length as ragged tensors'),
    of: ({ variableLengthAsRagged }) => variableLengthAsRagged,
    words: ({ variableLengthAsRagged }, trans) =>
      variableLengthAsRagged ? trans.__('yes') : trans.__('no')
  },
  {
    label: trans => trans.__('Annotation'),
    of: ({ annotation }) => annotation,
    words: ({ annotation }, trans) => annotationWords(annotation, trans)
  }
];

/** A sentence for each. */
export function datasetSentences(
  before: ISchema,
  after: ISchema,
  trans: TranslationBundle
): readonly string[] {
  return propertySentences(PROPERTIES, before, after, trans);
}

function sortedGroup(group: ITensorGroup): ITensorGroup {
  return { ...group, tensors: [...group.tensors].sort(byName) };
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}
