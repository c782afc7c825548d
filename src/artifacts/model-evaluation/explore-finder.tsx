/** The finder: slices where the model is worst, over all features and pairs of them. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IMetricOptions } from '../../metrics/compute-figures';
import type { IFoundSlice } from '../../metrics/find-slices';
import type { MetricsClient } from '../../metrics/metrics-client';
import type { ITableSummary } from '../../metrics/questions';
import type { ISliceValue } from '../../metrics/slicing';
import type { ViewSize } from '../artifact-view';
import { CopyButton } from '../copy-button';
import { count, figure, percent } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { specOfSlice } from './compute-slicing-spec';
import { keyOf, sliceOf } from './computed-rows';
import { figureWords, sliceWords } from './evaluation-words';
import { useAnswer } from './explore-answer';
import { LeastField } from './least-field';

/** Rows of a slice, as a share of all, at first. */
const LEAST = 0.005;
const LEAST_ROWS = 30;
/** Pixels. */
const ROW = 26;
const DRAWN = 90;

/** Props of {@link ExploreFinder}. */
export interface IExploreFinderProps {
  readonly client: MetricsClient;
  readonly summary: ITableSummary;
  readonly options: IMetricOptions;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  /** Slices by the features of a slice. */
  readonly onExplore: (slice: readonly ISliceValue[]) => void;
  /** Shows the rows of a slice. */
  readonly onOpen: (slice: readonly ISliceValue[]) => void;
}

/** Looks again whenever the question changes. */
export function ExploreFinder(props: IExploreFinderProps): React.JSX.Element {
  const { client, summary, options, size, trans, onExplore, onOpen } = props;
  const [place, setPlace] = React.useState(0);
  const measure = summary.measures[place];
  const [least, setLeast] = React.useState(Math.max(LEAST_ROWS, Math.ceil(summary.rows * LEAST)));
  const { answer, busy, done, failure } = useAnswer(client, 'find', { measure, options, least });
  const telling = { model: false, weighted: false, classes: summary.classes };
  const columns = useColumns(answer?.found ?? [], trans, onExplore, onOpen);
  return (
    <>
      <div className="jp-TfxEvaluation-bar">
        <label>
          {trans.__('Worst by')}{' '}
          <select
            className="jp-mod-styled"
            value={place}
            onChange={event => setPlace(Number(event.target.value))}
          >
            {summary.measures.map((each, at) => (
              <option key={at} value={at}>
                {figureWords(keyOf(each, false), telling, trans)}
              </option>
            ))}
          </select>
        </label>
        <LeastField lowest={2} {...{ least, trans }} onChange={setLeast} />
        {busy && <progress aria-label={trans.__('Slices are looked at')} value={done} />}
      </div>
      {failure !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {failure}
        </p>
      )}
      {answer && (
        <>
          <p className="jp-TfxArtifact-note" role="status">
            {foundWords(answer.found.length, answer.tested, answer.left, trans)}
          </p>
          <div className="jp-TfxEvaluation-table">
            <VirtualTable
              label={trans.__('Slices where the model is worst')}
              rows={answer.found}
              columns={columns}
              rowKey={idOf}
              rowHeight={ROW}
              height={size === 'compact' ? 236 : undefined}
              empty={trans.__('No slice is worse than the rest but by chance.')}
            />
          </div>
        </>
      )}
    </>
  );
}

function idOf({ slice }: IFoundSlice): string {
  return JSON.stringify(slice.map(({ feature, value }) => [feature, value]));
}

function foundWords(
  found: number,
  tested: number,
  left: readonly string[],
  trans: TranslationBundle
): string {
  const words = [
    trans.__(
      'Of %1 slices that were held against all other examples, %2 are worse, with less than 5 % false discoveries; those of nearly the same examples are shown once.',
      count(tested),
      count(found)
    )
  ];
  if (left.length > 0) {
    words.push(trans.__('Not looked at, with too many values: %1.', left.slice(0, 10).join(', ')));
  }
  return words.join(' ');
}

function useColumns(
  found: readonly IFoundSlice[],
  trans: TranslationBundle,
  onExplore: (slice: readonly ISliceValue[]) => void,
  onOpen: (slice: readonly ISliceValue[]) => void
): readonly ITableColumn<IFoundSlice>[] {
  return React.useMemo(() => {
    const most = Math.max(...found.map(({ high }) => high), Number.MIN_VALUE);
    const name = (slice: readonly ISliceValue[]): string =>
      sliceWords({ slice: sliceOf(slice), against: null }, trans);
    const number = (
      id: string,
      header: string,
      of: (row: IFoundSlice) => number,
      write: (value: number) => string,
      width = 96
    ): ITableColumn<IFoundSlice> => ({
      ...{ id, header, width, numeric: true, title: header },
      cell: row => write(of(row)),
      sortBy: of
    });
    return [
      {
        ...{ id: 'slice', header: trans.__('Slice'), width: 230 },
        cell: ({ slice, alike }) => (
          <span className="jp-TfxEvaluation-slice" title={alike.map(name).join('\n')}>
            <button className="jp-TfxArtifact-link" onClick={() => onOpen(slice)}>
              <bdi>{name(slice)}</bdi>
            </button>
            {alike.length > 0 && (
              <small>
                {trans._n('and %2 like it', 'and %2 like it', alike.length, alike.length)}
              </small>
            )}
          </span>
        ),
        sortBy: ({ slice }) => name(slice)
      },
      number('rows', trans.__('examples'), row => row.rows, count, 84),
      number('value', trans.__('in it'), row => row.value, figure),
      number('rest', trans.__('elsewhere'), row => row.rest, figure),
      {
        ...number('gap', trans.__('worse by'), row => row.gap, figure, 176),
        cell: ({ gap, low, high }) => (
          <span className="jp-TfxEvaluation-figure" title={`${figure(low)} – ${figure(high)}`}>
            <svg width={DRAWN} height="12" viewBox={`0 0 ${DRAWN} 12`} aria-hidden="true">
              <path d={`M${drawnAt(low, most)},3v6m0,-3H${drawnAt(high, most)}m0,-3v6`} />
              <circle cx={drawnAt(gap, most)} cy="6" r="2.5" />
            </svg>
            {figure(gap)}
          </span>
        )
      },
      number('share', trans.__('share'), row => row.share, percent, 70),
      number('harm', trans.__('gap × share'), row => row.harm, figure),
      number('q', trans.__('q'), row => row.q, figure, 80),
      {
        ...{ id: 'spec', header: '', width: 218, fixed: true },
        cell: ({ slice }) => (
          <span className="jp-TfxExplore-actions">
            <button className="jp-TfxArtifact-link" onClick={() => onExplore(slice)}>
              {trans.__('Slice by it')}
            </button>
            <CopyButton
              label={trans.__('Copy SlicingSpec')}
              title={trans.__('The line that puts the slice into the Evaluator')}
              text={() => specOfSlice(slice)}
              trans={trans}
            />
          </span>
        )
      }
    ];
  }, [found, trans, onExplore, onOpen]);
}

function drawnAt(value: number, most: number): number {
  return 3 + (Math.max(0, value) / most) * (DRAWN - 6);
}
