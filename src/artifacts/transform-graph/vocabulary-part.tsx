/** Vocabularies: one at a time, its terms searched. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactSource } from '../artifact-source';
import type { ViewSize } from '../artifact-view';
import { count, figure, fileSize } from '../format';
import { LoadedPart } from '../loaded-part';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IVocabularyFile } from './decode';
import type { ITerm, IVocabulary } from './decode-vocabulary';
import { decodeVocabulary } from './decode-vocabulary';

/** Pixels. */
const ROW = 22;
const HEIGHT = { compact: 160, full: 320 };

/** A choice of vocabularies, and the chosen one. */
export function VocabularyPart(props: {
  readonly vocabularies: readonly IVocabularyFile[];
  readonly source: IArtifactSource;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { vocabularies, source, size, trans } = props;
  const [chosen, setChosen] = React.useState(0);
  const [words, setWords] = React.useState('');
  const { file } = vocabularies[chosen] ?? vocabularies[0];
  const load = React.useCallback(
    (signal: AbortSignal) => decodeVocabulary(source, file.path, signal),
    [source, file.path]
  );
  return (
    <>
      <div className="jp-TfxTransform-bar">
        <select
          className="jp-mod-styled"
          value={chosen}
          aria-label={trans.__('Vocabulary')}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {vocabularies.map(({ name, file: { size: bytes } }, index) => (
            <option key={index} value={index}>
              {`${name.slice(0, 200)} (${fileSize(bytes, trans)})`}
            </option>
          ))}
        </select>
        <input
          type="search"
          className="jp-mod-styled"
          value={words}
          placeholder={trans.__('Find terms')}
          aria-label={trans.__('Find terms')}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <LoadedPart {...{ load, trans }}>
        {vocabulary => <Terms {...{ vocabulary, words, size, trans }} />}
      </LoadedPart>
    </>
  );
}

function Terms(props: {
  readonly vocabulary: IVocabulary;
  readonly words: string;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { vocabulary, words, size, trans } = props;
  const { terms, hasCounts, cut } = vocabulary;
  const needle = React.useDeferredValue(words.trim().toLowerCase());
  const found = React.useMemo(
    () => (needle === '' ? terms : terms.filter(({ text }) => text.toLowerCase().includes(needle))),
    [terms, needle]
  );
  const columns = React.useMemo(() => columnsOf(hasCounts, trans), [hasCounts, trans]);
  return (
    <>
      <VirtualTable
        label={trans.__('Terms')}
        rows={found}
        columns={columns}
        rowKey={keyOf}
        rowHeight={ROW}
        height={Math.min(HEIGHT[size], (Math.max(1, found.length) + 1) * (ROW + 2) + 18)}
        empty={
          needle === '' ? trans.__('The vocabulary is empty.') : trans.__('No term is like it.')
        }
      />
      <p className="jp-TfxArtifact-note" role="status">
        {needle === ''
          ? trans._n('%1 term.', '%1 terms.', terms.length)
          : trans.__('%1 of %2 terms.', count(found.length), count(terms.length))}{' '}
        {!hasCounts &&
          terms.length > 0 &&
          trans.__('The file has no counts: store_frequency was not on.')}{' '}
        {cut}
      </p>
    </>
  );
}

function keyOf({ index }: ITerm): string {
  return String(index);
}

function columnsOf(hasCounts: boolean, trans: TranslationBundle): readonly ITableColumn<ITerm>[] {
  const columns: ITableColumn<ITerm>[] = [
    {
      id: 'index',
      header: trans.__('Number'),
      title: trans.__('What the transform puts in the place of the term'),
      width: 76,
      numeric: true,
      cell: ({ index }) => count(index),
      sortBy: ({ index }) => -index
    },
    {
      id: 'term',
      header: trans.__('Term'),
      width: hasCounts ? 260 : 340,
      cell: ({ text }) => (
        <bdi title={text.slice(0, 1000)}>{text === '' ? '∅' : text.slice(0, 500)}</bdi>
      ),
      sortBy: ({ text }) => text
    }
  ];
  return hasCounts
    ? [
        ...columns,
        {
          id: 'count',
          header: trans.__('Count'),
          width: 90,
          numeric: true,
          cell: ({ count: many }) =>
            many === null ? '–' : Number.isInteger(many) ? count(many) : figure(many),
          sortBy: ({ count: many }) => many ?? NaN
        }
      ]
    : columns;
}
