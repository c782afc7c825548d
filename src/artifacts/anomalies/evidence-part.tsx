/** What an anomaly looks like in the data: the feature's values, those it is compared with, and rows. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactAddress, IArtifactHost } from '../artifact-view';
import { Chart } from '../chart';
import { LoadedPart } from '../loaded-part';
import { plainSchema } from '../schema/decode-schema';
import { drawFeature } from '../statistics/draw-feature';
import { Swatch } from '../statistics/feature-cells';
import type { IDistance } from './anomalies';
import type { IOfDataset } from './compute-compared';
import { ofSplit, pairOf } from './compute-compared';
import type { IShownBy } from './compute-shown-by';
import { shownBy } from './compute-shown-by';
import type { IAnomalyRow } from './compute-verdicts';
import type { IComparedFeature } from './contribution-table';
import { ContributionTable } from './contribution-table';
import type { IEvidence } from './decode-evidence';
import { decodeEvidence } from './decode-evidence';

/** Pixels of a chart. */
const CHART = { width: 340, height: 160, axes: true };

/** Props of {@link EvidencePart}. */
export interface IEvidencePartProps {
  readonly row: IAnomalyRow;
  /** Two splits were compared. */
  readonly pairs: boolean;
  /** URI of the anomalies. */
  readonly uri: string;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}

/** Nothing where other artifacts are out of reach, as in a notebook that is only looked at. */
export function EvidencePart(props: IEvidencePartProps): React.JSX.Element | null {
  const { uri, host } = props;
  const load = React.useCallback(
    (signal: AbortSignal) => decodeEvidence(uri, host, signal),
    [uri, host]
  );
  return host.source === null ? null : (
    <LoadedPart load={load} trans={props.trans}>
      {evidence => <Evidence {...props} evidence={evidence} />}
    </LoadedPart>
  );
}

function Evidence(props: IEvidencePartProps & { readonly evidence: IEvidence }): React.JSX.Element {
  const { row, pairs, evidence, trans, host } = props;
  const { statistics, examples, problems } = evidence;
  const { name } = row.anomaly;
  const { comparisons, values, split, rows } = React.useMemo(
    () => shownOf(row, pairs, evidence, trans),
    [row, pairs, evidence, trans]
  );
  return (
    <div className="jp-TfxAnomalies-evidence">
      {problems.map(problem => (
        <p key={problem} className="jp-TfxArtifact-problem" role="status">
          {problem}
        </p>
      ))}
      {!statistics && problems.length === 0 && (
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'The values are not shown: no open notebook’s pipeline says which statistics were validated.'
          )}
        </p>
      )}
      <Values drawn={values} {...{ name, trans }} />
      {comparisons.map(({ which, distances, drawn, isKnown }) => (
        <React.Fragment key={which}>
          <Values {...{ drawn, name, trans }} />
          {!isKnown && (
            <p className="jp-TfxArtifact-note">
              {trans.__(
                'The other dataset is not known: it does not follow from what the run took that made these anomalies.'
              )}
            </p>
          )}
          {drawn.length === 2 &&
            distances.map((distance, index) => (
              <ContributionTable key={index} {...{ distance, drawn, trans }} />
            ))}
        </React.Fragment>
      ))}
      {examples && host.open && rows.length > 0 && (
        <RowLinks {...{ rows, split, examples, trans }} open={host.open} />
      )}
    </div>
  );
}

/** All that is shown of an anomaly. */
function shownOf(
  { anomaly, split }: IAnomalyRow,
  pairs: boolean,
  evidence: IEvidence,
  trans: TranslationBundle
): {
  readonly comparisons: readonly {
    readonly which: 'drift' | 'skew';
    readonly distances: readonly IDistance[];
    readonly drawn: readonly IComparedFeature[];
    /** The other dataset is. */
    readonly isKnown: boolean;
  }[];
  /** Where nothing is compared. */
  readonly values: readonly IComparedFeature[];
  /** Of the rows. */
  readonly split: string;
  readonly rows: readonly IShownBy[];
} {
  const { statistics } = evidence;
  const { path, name } = anomaly;
  const measured = split.distances.find(each => each.name === name);
  const alone = pairs ? null : ofSplit(statistics, split.split, path);
  const comparisons = (['drift', 'skew'] as const).flatMap(which => {
    const distances = measured?.[which] ?? [];
    if (statistics === null || distances.length === 0) {
      return [];
    }
    const other = evidence[which];
    // Without a pair to take the names from, it is the split of the same name.
    const both = pairs
      ? pairOf(statistics, other, split.split, path)
      : ([alone, ofSplit(other, split.split, path)] as const);
    const drawn = drawnOf(both ?? [null, null], which, trans);
    return [{ which, distances, drawn, isKnown: (both?.[1] ?? null) !== null }];
  });
  return {
    comparisons,
    values: comparisons.length === 0 ? drawnOf([alone, null], null, trans) : [],
    split: alone?.dataset.split ?? '',
    rows:
      alone?.feature && split.baseline
        ? shownBy(anomaly, plainSchema(split.baseline), alone.feature)
        : []
  };
}

/** Those that have the feature: what was validated, and what that was compared with. */
function drawnOf(
  [now, other]: readonly [IOfDataset | null, IOfDataset | null],
  which: 'drift' | 'skew' | null,
  trans: TranslationBundle
): readonly IComparedFeature[] {
  const named = (one: IOfDataset, word: string, color: number): IComparedFeature[] =>
    one.feature
      ? [
          {
            ...{ dataset: one.dataset, feature: one.feature, color },
            label: one.dataset.split === '' ? word : `${one.dataset.split} · ${word}`
          }
        ]
      : [];
  return [
    ...(now ? named(now, trans.__('validated'), 1) : []),
    ...(other
      ? named(other, which === 'skew' ? trans.__('serving') : trans.__('the data before'), 2)
      : [])
  ];
}

/** How they are spread, over each other. */
function Values(props: {
  readonly drawn: readonly IComparedFeature[];
  readonly name: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { drawn, name, trans } = props;
  const share = drawn.length > 1;
  const draw = React.useCallback(() => {
    const weighted = drawn.every(({ dataset }) => dataset.weightedNumExamples > 0);
    const label = trans.__('%1: distribution of its values', name.slice(0, 200));
    return drawFeature(
      drawn.map(({ label: series, color, feature }) => ({ name: series, color, feature })),
      { kind: 'standard', log: false, share, weighted },
      { ...CHART, label },
      trans
    );
  }, [drawn, share, name, trans]);
  if (drawn.length === 0) {
    return null;
  }
  return (
    <figure>
      <figcaption>
        {drawn.map(({ label, color }) => (
          <span key={color}>
            <Swatch color={color} /> <bdi>{label}</bdi>
          </span>
        ))}
        {share && <span>{trans.__('in shares')}</span>}
      </figcaption>
      <Chart draw={draw} />
    </figure>
  );
}

function RowLinks(props: {
  readonly rows: readonly IShownBy[];
  readonly split: string;
  readonly examples: IArtifactAddress;
  readonly trans: TranslationBundle;
  readonly open: NonNullable<IArtifactHost['open']>;
}): React.JSX.Element {
  const { rows, split, examples, trans, open } = props;
  return (
    <p className="jp-TfxAnomalies-rows">
      {trans.__('Rows that show it:')}{' '}
      {rows.map(({ kind, value, filter }) => (
        <button
          key={filter}
          className="jp-TfxArtifact-link"
          title={trans.__('Show the rows: %1', filter.slice(0, 1000))}
          onClick={() => open([examples], { rows: { split, filter } })}
        >
          <bdi>{linkWords(kind, value.slice(0, 100), trans)}</bdi>
        </button>
      ))}
    </p>
  );
}

function linkWords(kind: IShownBy['kind'], value: string, trans: TranslationBundle): string {
  switch (kind) {
    case 'value':
      return value;
    case 'below':
      return trans.__('below %1', value);
    case 'above':
      return trans.__('above %1', value);
    case 'missing':
      return trans.__('without a value');
    case 'there':
      return trans.__('with a value');
  }
}
