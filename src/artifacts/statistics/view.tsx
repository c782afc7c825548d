/** Statistics of one artifact, or of several that are compared. */
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { count } from '../format';
import { nameDatasets } from './compute-datasets';
import { filterRows, orderRows, readPattern } from './compute-order';
import { featureRows } from './compute-rows';
import { Controls } from './controls';
import { CorrelationsPage } from './correlations-page';
import { FeaturePage } from './feature-page';
import { FeatureTable } from './feature-table';
import { Legend } from './legend';
import type { IStatistics } from './statistics';
import { useOrder } from './use-order';
import { firstChoice } from './view-choice';

/** Datasets that are shown at first: more of them are a crowd. */
const FEW = 6;

/** A table of features; over it, the page of one of them, or the correlations. */
export function StatisticsView(props: IArtifactViewProps<IStatistics>): React.JSX.Element {
  const { items, size, trans, host } = props;
  const datasets = React.useMemo(() => nameDatasets(items), [items]);
  const rows = React.useMemo(() => featureRows(datasets), [datasets]);
  const uris = React.useMemo(() => items.map(({ source }) => source.document.uri), [items]);
  const [choice, setChoice] = React.useState(() => ({
    ...firstChoice,
    // Sizes of datasets differ; the shape is what is compared.
    share: datasets.length > 1
  }));
  const [hidden, setHidden] = React.useState<ReadonlySet<string>>(
    () => new Set(datasets.slice(FEW).map(({ key }) => key))
  );
  const [page, setPage] = React.useState<string | null>(null);
  const [correlated, setCorrelated] = React.useState(false);

  const shown = React.useMemo(
    () => datasets.flatMap(({ key }, index) => (hidden.has(key) ? [] : [index])),
    [datasets, hidden]
  );
  // What was chosen shows at once, ten thousand features after it.
  const { kind, flagged, weighted, ...settled } = React.useDeferredValue(choice);
  const pattern = React.useMemo(() => readPattern(settled.pattern), [settled.pattern]);
  const problem = typeof pattern === 'string' ? pattern : null;
  const listed = React.useMemo(() => {
    const name = typeof pattern === 'string' ? null : pattern;
    const kinds = kind === 'all' ? [] : [kind];
    return filterRows(rows, { name, kinds, flagged }, shown);
  }, [rows, pattern, kind, flagged, shown]);
  const { by: order, measure } = useOrder(rows, settled.order, shown, weighted);
  const ordered = React.useMemo(() => orderRows(listed, order, measure), [listed, order, measure]);
  const { chart, log, share } = settled;
  const drawn = React.useMemo(
    () => ({ kind: chart, log, share, weighted }),
    [chart, log, share, weighted]
  );
  const kinds = React.useMemo(() => [...new Set(rows.map(row => row.kind))], [rows]);

  const toggle = (key: string): void => {
    const next = new Set(hidden);
    if (!next.delete(key)) {
      next.add(key);
    }
    setHidden(next);
  };
  const at = ordered.findIndex(({ key }) => key === page);
  const row = page === null ? undefined : rows.find(({ key }) => key === page);
  const status =
    order !== choice.order
      ? trans.__('Sorting…')
      : ordered.length === rows.length
        ? trans._n('%2 feature', '%2 features', rows.length, count(rows.length))
        : trans.__('%1 of %2 features', count(ordered.length), count(rows.length));
  return (
    <div className={`jp-TfxStatistics jp-mod-${size}`}>
      {items.flatMap(({ data }) =>
        data.problems.map(sentence => (
          <p key={sentence} className="jp-TfxArtifact-problem" role="status">
            {sentence}
          </p>
        ))
      )}
      <div className="jp-TfxStatistics-top">
        <Legend datasets={datasets} hidden={hidden} onToggle={toggle} trans={trans} />
        {datasets.some(({ dataset }) => dataset.hasCrosses) && (
          <Button
            small
            minimal
            className="jp-TfxStatistics-tab"
            aria-pressed={correlated}
            onClick={() => setCorrelated(!correlated)}
          >
            {correlated ? trans.__('Back to the features') : trans.__('Correlations')}
          </Button>
        )}
      </div>
      {!correlated && (
        <Controls
          {...{ choice, problem, status, kinds, trans }}
          onChange={change => setChoice({ ...choice, ...change })}
          canWeigh={datasets.some(({ dataset }) => dataset.weightedNumExamples > 0)}
          canCompare={datasets.length > 1}
          few={size === 'compact'}
        />
      )}
      <div className="jp-TfxStatistics-body">
        <FeatureTable
          {...{ datasets, shown, order, trans }}
          rows={ordered}
          hasFeatures={rows.length > 0}
          choice={drawn}
          large={choice.large}
          narrow={size === 'compact'}
          selected={page}
          onSelect={setPage}
        />
        {correlated && (
          <div className="jp-TfxStatistics-over">
            <CorrelationsPage datasets={datasets} trans={trans} />
          </div>
        )}
        {row && !correlated && (
          <FeaturePage
            key={row.key}
            {...{ row, datasets, shown, uris, trans, host }}
            choice={drawn}
            onClose={() => setPage(null)}
            onPrevious={at > 0 ? () => setPage(ordered[at - 1].key) : null}
            onNext={at >= 0 && at < ordered.length - 1 ? () => setPage(ordered[at + 1].key) : null}
          />
        )}
      </div>
    </div>
  );
}
