/** A slice from near: its rows, and how they differ from all others. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { filtersOf } from '../../metrics/compute-rows';
import type { MetricsClient } from '../../metrics/metrics-client';
import type { IContrast, IRowsAnswer } from '../../metrics/questions';
import type { IRowFilter, ISliceValue } from '../../metrics/slicing';
import { CopyButton } from '../copy-button';
import { count, figure, percent } from '../format';
import { Reading } from '../reading';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { specOfSlice } from './compute-slicing-spec';
import { sliceOf } from './computed-rows';
import { sliceWords } from './evaluation-words';
import { useAnswer } from './explore-answer';

/** Rows that are listed. */
const MOST = 1000;
/** Pixels. */
const ROW = 24;
const HEIGHT = 220;

/** Props of {@link ExploreSlice}. */
export interface IExploreSliceProps {
  readonly client: MetricsClient;
  readonly slice: readonly ISliceValue[];
  /** What all rows have to meet. */
  readonly filters: readonly IRowFilter[];
  readonly onClose: () => void;
  readonly trans: TranslationBundle;
}

/** Below the tables. */
export function ExploreSlice(props: IExploreSliceProps): React.JSX.Element {
  const { client, slice, filters, onClose, trans } = props;
  const all = React.useMemo(() => [...filters, ...filtersOf(slice)], [filters, slice]);
  const rows = useAnswer(client, 'rows', { filters: all, most: MOST });
  const contrast = useAnswer(client, 'contrast', { filters: all });
  const [part, setPart] = React.useState<'contrast' | 'rows'>('contrast');
  const name = sliceWords({ slice: sliceOf(slice), against: null }, trans);
  const failure = rows.failure ?? contrast.failure;
  const section = React.useRef<HTMLElement>(null);
  React.useEffect(() => {
    // In newer browsers it has a promise for its end, which would be no clean-up.
    void section.current?.scrollIntoView?.({ block: 'nearest' });
  }, [slice]);
  return (
    <section
      ref={section}
      className="jp-TfxExplore-slice"
      aria-label={trans.__('Rows of %1', name)}
    >
      <div className="jp-TfxEvaluation-bar">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <div className="jp-TfxEvaluation-kinds" role="group" aria-label={trans.__('Of the slice')}>
          <button aria-pressed={part === 'contrast'} onClick={() => setPart('contrast')}>
            {trans.__('Against the rest')}
          </button>
          <button aria-pressed={part === 'rows'} onClick={() => setPart('rows')}>
            {rows.answer ? trans.__('Rows (%1)', count(rows.answer.count)) : trans.__('Rows')}
          </button>
        </div>
        <CopyButton
          label={trans.__('Copy SlicingSpec')}
          title={trans.__('The line that puts the slice into the Evaluator')}
          text={() => specOfSlice(slice)}
          trans={trans}
        />
        <button className="jp-TfxArtifact-link" onClick={onClose}>
          {trans.__('Close')}
        </button>
      </div>
      {failure !== null ? (
        <p className="jp-TfxArtifact-problem" role="alert">
          {failure}
        </p>
      ) : part === 'rows' ? (
        rows.answer ? (
          <Rows answer={rows.answer} trans={trans} />
        ) : (
          <Reading trans={trans} />
        )
      ) : contrast.answer ? (
        <Contrasts contrasts={contrast.answer} trans={trans} />
      ) : (
        <Reading trans={trans} />
      )}
    </section>
  );
}

type Row = IRowsAnswer['rows'][number];

function Rows(props: {
  readonly answer: IRowsAnswer;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { answer, trans } = props;
  const columns = React.useMemo((): readonly ITableColumn<Row>[] => {
    const write = (value: string | number): string =>
      typeof value === 'number' ? figure(value) : value;
    return [
      {
        id: 'row',
        header: trans.__('Row'),
        width: 70,
        numeric: true,
        cell: ({ row }) => count(row)
      },
      {
        ...{ id: 'label', header: trans.__('Label'), width: 90 },
        cell: ({ label }) => write(label),
        sortBy: ({ label }) => label
      },
      {
        ...{ id: 'prediction', header: trans.__('Prediction'), width: 100 },
        cell: ({ prediction }) => write(prediction),
        sortBy: ({ prediction }) => prediction
      },
      ...answer.features.map((name, at): ITableColumn<Row> => ({
        ...{ id: `feature ${name}`, header: name, title: name, width: 110 },
        cell: ({ values }) => <bdi>{values[at]}</bdi>,
        sortBy: ({ values }) => values[at]
      }))
    ];
  }, [answer, trans]);
  return (
    <>
      <VirtualTable
        label={trans.__('Rows of the slice')}
        rows={answer.rows}
        columns={columns}
        rowKey={rowKey}
        rowHeight={ROW}
        height={HEIGHT}
        empty={trans.__('There are none.')}
      />
      {answer.count > answer.rows.length && (
        <p className="jp-TfxArtifact-note">
          {trans.__('Of %1 rows the first %2 are shown.', count(answer.count), count(MOST))}
        </p>
      )}
    </>
  );
}

function rowKey({ row }: Row): string {
  return String(row);
}

function Contrasts(props: {
  readonly contrasts: readonly IContrast[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { contrasts, trans } = props;
  const columns = React.useMemo(
    (): readonly ITableColumn<IContrast>[] => [
      {
        ...{ id: 'value', header: trans.__('Value'), width: 220 },
        cell: ({ value }) => (
          <bdi>{sliceWords({ slice: sliceOf([value]), against: null }, trans)}</bdi>
        ),
        sortBy: ({ value }) => `${value.feature} ${value.value}`
      },
      share('share', trans.__('in the slice'), each => each.share),
      share('rest', trans.__('in all others'), each => each.rest),
      {
        ...{ id: 'times', header: trans.__('times as often'), width: 120, numeric: true },
        cell: ({ share: own, rest }) => figure(own / rest),
        sortBy: ({ share: own, rest }) => own / rest
      }
    ],
    [trans]
  );
  return (
    <VirtualTable
      label={trans.__('How the slice differs')}
      rows={contrasts}
      columns={columns}
      rowKey={contrastKey}
      rowHeight={ROW}
      height={HEIGHT}
      empty={trans.__('It does not.')}
    />
  );
}

function contrastKey({ value }: IContrast): string {
  return JSON.stringify([value.feature, value.value]);
}

function share(
  id: string,
  header: string,
  of: (contrast: IContrast) => number
): ITableColumn<IContrast> {
  return {
    ...{ id, header, width: 170, numeric: true, sortBy: of },
    cell: contrast => (
      <span className="jp-TfxExplore-share">
        <progress max={1} value={of(contrast)} aria-hidden="true" /> {percent(of(contrast))}
      </span>
    )
  };
}
