/** Builds the question: features, bins, filters, and how metrics are reckoned. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IMetricOptions } from '../../metrics/compute-figures';
import type { IFeatureSummary, ITableSummary } from '../../metrics/questions';
import type { ISliceBy, ISlicing } from '../../metrics/slicing';
import { ExploreBins } from './explore-bins';
import { ExploreFilters } from './explore-filters';
import { FeatureSelect } from './feature-select';

/** Features that are crossed, at most. */
const MOST = 3;
/** Numbers with more different values are sliced by bins at first. */
const MANY = 30;

/** Props of {@link ExploreBuilder}. */
export interface IExploreBuilderProps {
  readonly summary: ITableSummary;
  readonly slicing: ISlicing;
  readonly options: IMetricOptions;
  readonly onSlicing: (slicing: ISlicing) => void;
  readonly onOptions: (options: IMetricOptions) => void;
  readonly trans: TranslationBundle;
}

/** A line of choices, the bins of each number below it, and the filters. */
export function ExploreBuilder(props: IExploreBuilderProps): React.JSX.Element {
  const { summary, slicing, options, onSlicing, onOptions, trans } = props;
  const { by, filters } = slicing;
  const change = (place: number, next: ISliceBy | null): void =>
    onSlicing({
      ...slicing,
      by: [...by.slice(0, place), ...(next ? [next] : []), ...by.slice(place + 1)]
    });
  return (
    <section className="jp-TfxExplore-builder" aria-label={trans.__('Which slices')}>
      <div className="jp-TfxEvaluation-bar">
        {Array.from({ length: Math.min(MOST, by.length + 1) }, (_, place) => (
          <label key={place}>
            {place === 0 ? trans.__('Slice by') : trans.__('and')}{' '}
            <FeatureSelect
              features={summary.features}
              chosen={by.at(place)?.feature ?? ''}
              taken={by.map(({ feature }) => feature)}
              onChoose={feature => change(place, feature === null ? null : first(feature))}
              trans={trans}
            />
          </label>
        ))}
        {summary.hasWeights && (
          <label>
            <input
              type="checkbox"
              checked={options.weighted}
              onChange={event => onOptions({ ...options, weighted: event.target.checked })}
            />{' '}
            {trans.__('weighted')}
          </label>
        )}
        {summary.task !== 'regression' && (
          <label className="jp-TfxEvaluation-slider">
            {trans.__('Threshold')}{' '}
            <input
              type="range"
              min={0}
              max={1}
              step={0.01}
              value={options.threshold}
              onChange={event => onOptions({ ...options, threshold: event.target.valueAsNumber })}
            />
            <output>{options.threshold.toFixed(2)}</output>
          </label>
        )}
      </div>
      {by.map((each, place) => {
        const feature = summary.features.find(({ name }) => name === each.feature);
        return (
          feature?.kind === 'number' && (
            <ExploreBins
              key={each.feature}
              feature={feature}
              edges={each.edges}
              onEdges={edges => change(place, { ...each, edges })}
              trans={trans}
            />
          )
        );
      })}
      <ExploreFilters
        {...{ summary, filters, trans }}
        onFilters={next => onSlicing({ ...slicing, filters: next })}
      />
    </section>
  );
}

/** Each value; of numbers with many, bins. */
function first({ name, kind, distinct, edges }: IFeatureSummary): ISliceBy {
  return {
    feature: name,
    edges: kind === 'number' && distinct > MANY && edges.length > 0 ? edges : null
  };
}
