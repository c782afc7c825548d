/** A table of transformed features: what each is made from, and how. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ViewSize } from '../artifact-view';
import type { IChosenFeature } from './compute-selection';
import { relatedTo, unusedOf } from './compute-selection';
import type { IVocabularyFile } from './decode';
import type { IDistributions } from './decode-distributions';
import type { ILineage } from './lineage';
import { MappingRow } from './mapping-row';

/** Rows before more are asked for, and how many more there are then. */
const FEW = { compact: 8, full: 60 };
const MORE = 200;
/** Names in a sentence. */
const NAMES = 8;

/** A row per transformed feature; choosing a feature marks those that go with it. */
export function Mapping(props: {
  readonly lineage: ILineage;
  readonly vocabularies: readonly IVocabularyFile[];
  readonly distributions: IDistributions;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { lineage, vocabularies, distributions, size, trans } = props;
  const { features } = lineage;
  const [chosen, setChosen] = React.useState<IChosenFeature | null>(null);
  const [most, setMost] = React.useState(FEW[size]);
  const related = React.useMemo(() => chosen && relatedTo(lineage, chosen), [lineage, chosen]);
  const vocabularyNames = React.useMemo(
    () => new Map(vocabularies.map(({ name, file }) => [file.path.split('/').at(-1) ?? '', name])),
    [vocabularies]
  );
  const choose = React.useCallback(
    (next: IChosenFeature) =>
      setChosen(now => (now?.side === next.side && now.name === next.name ? null : next)),
    []
  );
  const { before, after } = distributions;
  const hasCharts = before.size > 0 || after.size > 0;
  return (
    <>
      <p className="jp-TfxTransform-chosen" role="status">
        {chosen
          ? chosenWords(lineage, chosen, trans)
          : trans.__('Choose a feature to see what goes with it.')}
      </p>
      {/* The roles are said: a table whose rows are no table rows on a narrow screen would lose them. */}
      <table
        className={`jp-TfxTransform-mapping${hasCharts ? ' jp-mod-charts' : ''}`}
        role="table"
        aria-label={trans.__('What transformed features are made from')}
        aria-rowcount={features.length + 1}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader">{trans.__('Made from')}</th>
            <th role="columnheader">{trans.__('By')}</th>
            <th role="columnheader">{trans.__('Transformed')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {features.slice(0, most).map((feature, index) => (
            <MappingRow
              key={index}
              {...{ feature, index, related, chosen, before, after, vocabularyNames, trans }}
              onChoose={choose}
            />
          ))}
        </tbody>
      </table>
      {most < features.length && (
        <button className="jp-TfxArtifact-link" onClick={() => setMost(most + MORE)}>
          {trans._n(
            'Show %1 more feature',
            'Show %1 more features',
            Math.min(MORE, features.length - most)
          )}
        </button>
      )}
      <p className="jp-TfxArtifact-note">
        {unusedWords(lineage, trans)}{' '}
        {trans.__(
          'This is what a row’s values are computed from. Vocabularies, means and bounds were computed before, from the whole data, and are fixed in the graph.'
        )}
      </p>
    </>
  );
}

function chosenWords(
  lineage: ILineage,
  { side, name }: IChosenFeature,
  trans: TranslationBundle
): React.ReactNode {
  const { features } = lineage;
  const { raw, made } = relatedTo(lineage, { side, name });
  if (side === 'raw') {
    return made.size === 0
      ? trans.__('Nothing is made from %1.', short(name))
      : trans.__('%1 goes into %2.', short(name), listOf([...made], trans));
  }
  const others = [...made].filter(each => each !== name);
  const feature = features.find(each => each.name === name);
  const from =
    raw.size === 0
      ? trans.__('%1 is made from no raw feature.', short(name))
      : trans.__('%1 is made from %2.', short(name), listOf([...raw], trans));
  return (
    <>
      {from} {others.length > 0 && trans.__('So are, in part, %1.', listOf(others, trans))}{' '}
      {feature && feature.operations.length > 0 && (
        <>
          {trans.__('Operations:')}{' '}
          <code>
            {feature.operations
              .slice(0, 40)
              .map(([operation, many]) => (many > 1 ? `${many} × ${operation}` : operation))
              .join(', ')
              .slice(0, 1000)}
          </code>
        </>
      )}
    </>
  );
}

function unusedWords(lineage: ILineage, trans: TranslationBundle): string {
  const { unused, shapeOnly } = unusedOf(lineage);
  return [
    unused.length > 0 ? trans.__('Nothing is made from %1.', listOf(unused, trans)) : '',
    shapeOnly.length > 0
      ? trans.__('Of %1 only the number of values is used.', listOf(shapeOnly, trans))
      : ''
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

/** Names in a sentence, each within marks that keep its direction to itself. */
function listOf(names: readonly string[], trans: TranslationBundle): string {
  const listed = names.slice(0, NAMES).map(short).join(', ');
  return names.length > NAMES ? trans.__('%1 and %2 more', listed, names.length - NAMES) : listed;
}

function short(name: string): string {
  return `\u2068${name.slice(0, 100) || '∅'}\u2069`;
}
