/** A tuner's trials: parallel coordinates over a table that can be sorted. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { parallelCoordinates } from '../../charts/parallel-coordinates';
import type { IArtifactViewProps } from '../artifact-view';

import { figure } from '../format';
import { hyperText } from '../hyper-parameters/hyper-parameters';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import { WideChart } from '../wide-chart';
import type { ITrial, ITunerResults } from './decode';
import { trialAxes } from './trial-axes';

/** Pixels. */
const ROW = 24;
const COMPACT = { chart: 160, table: 176 };
const FULL_CHART = 260;

/** One artifact: several are put side by side. */
export function TunerResultsView({
  items,
  size,
  trans
}: IArtifactViewProps<ITunerResults>): React.JSX.Element {
  const { data } = items[0];
  const { trials } = data;
  const [selected, setSelected] = React.useState<string | null>(trials.length > 0 ? '1' : null);
  const columns = React.useMemo(() => columnsOf(data, trans), [data, trans]);
  const axes = React.useMemo(() => trialAxes(data, trans.__('score')), [data, trans]);
  const draw = React.useCallback(
    (width: number) =>
      parallelCoordinates(axes, {
        label: trans._n(
          '%1 trial as a line through its hyperparameters and its score; the table has the same.',
          '%1 trials as lines through their hyperparameters and their scores; the table has the same.',
          trials.length
        ),
        width,
        height: size === 'compact' ? COMPACT.chart : FULL_CHART,
        selected,
        onSelect: setSelected
      }),
    [axes, selected, size, trans, trials.length]
  );
  return (
    <div className={`jp-TfxTuner jp-mod-${size}`}>
      <p className="jp-TfxArtifact-note">{summary(trials, trans)}</p>
      {trials.length > 1 && axes.axes.length > 1 && <WideChart draw={draw} />}
      <div className="jp-TfxTuner-table">
        <VirtualTable
          label={trans.__('Trials')}
          rows={trials}
          columns={columns}
          rowKey={keyOf}
          rowHeight={ROW}
          height={size === 'compact' ? tableHeight(trials.length) : undefined}
          empty={trans.__('No trial came to its end.')}
          selected={selected}
          onSelect={trial => setSelected(keyOf(trial))}
        />
      </div>
    </div>
  );
}

/** Ranks are their names: ids of trials need not differ. */
function keyOf({ rank }: ITrial): string {
  return String(rank);
}

function tableHeight(rows: number): number {
  return Math.min(COMPACT.table, (rows + 1) * (ROW + 1) + 18);
}

function columnsOf(
  { names, trials }: ITunerResults,
  trans: TranslationBundle
): readonly ITableColumn<ITrial>[] {
  return [
    {
      id: 'rank',
      header: trans.__('Rank'),
      title: trans.__('As the tuner ordered them, the best first'),
      width: 60,
      numeric: true,
      cell: ({ rank }) => rank,
      sortBy: ({ rank }) => -rank
    },
    {
      id: 'score',
      header: trans.__('Score'),
      width: 84,
      numeric: true,
      cell: ({ score }) => (score === null ? '–' : figure(score)),
      sortBy: ({ score }) => score ?? NaN
    },
    {
      id: 'trial',
      header: trans.__('Trial'),
      width: 80,
      cell: ({ id }) => <bdi title={id.slice(0, 1000)}>{id}</bdi>,
      sortBy: ({ id }) => id
    },
    ...names.map((name): ITableColumn<ITrial> => ({
      id: `value ${name}`,
      header: name.slice(0, 200),
      title: name.slice(0, 1000),
      width: widthOf(name, trials),
      numeric: true,
      cell: ({ values }) => {
        const text = hyperText(values.get(name));
        return <bdi title={text.slice(0, 1000)}>{text}</bdi>;
      },
      sortBy: ({ values }) => {
        const value = values.get(name);
        return typeof value === 'number' ? value : hyperText(value);
      }
    }))
  ];
}

/** Pixels that a name and the first values need. */
function widthOf(name: string, trials: readonly ITrial[]): number {
  const lengths = trials.slice(0, 50).map(({ values }) => hyperText(values.get(name)).length);
  return Math.min(180, Math.max(60, name.length * 8 + 24, ...lengths.map(many => many * 8 + 18)));
}

function summary(trials: readonly ITrial[], trans: TranslationBundle): string {
  const best = trials.at(0)?.score ?? null;
  const count = trans._n('%1 trial', '%1 trials', trials.length);
  return best === null ? count : trans.__('%1; the best score is %2.', count, figure(best));
}
