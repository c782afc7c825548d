/** Filters: which rows are sliced at all. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IFeatureSummary, ITableSummary } from '../../metrics/questions';
import type { IRowFilter } from '../../metrics/slicing';
import { FeatureSelect } from './feature-select';

/** Props of {@link ExploreFilters}. */
export interface IExploreFiltersProps {
  readonly summary: ITableSummary;
  readonly filters: readonly IRowFilter[];
  readonly onFilters: (filters: readonly IRowFilter[]) => void;
  readonly trans: TranslationBundle;
}

/** A line for each; a row has to meet all. */
export function ExploreFilters(props: IExploreFiltersProps): React.JSX.Element {
  const { summary, filters, onFilters, trans } = props;
  return (
    <div className="jp-TfxEvaluation-bar jp-TfxExplore-filters">
      {filters.map((filter, place) => {
        const feature = summary.features.find(({ name }) => name === filter.feature);
        return (
          <span key={place} role="group" aria-label={trans.__('Filter of %1', filter.feature)}>
            <bdi>{filter.feature}</bdi>{' '}
            {feature && (
              <Values
                {...{ feature, filter, trans }}
                onChange={next =>
                  onFilters(filters.map((each, at) => (at === place ? next : each)))
                }
              />
            )}
            <button
              className="jp-TfxArtifact-link"
              aria-label={trans.__('Remove the filter of %1', filter.feature)}
              onClick={() => onFilters(filters.filter((_, at) => at !== place))}
            >
              ✕
            </button>
          </span>
        );
      })}
      <label>
        {trans.__('Only where')}{' '}
        <FeatureSelect
          features={summary.features}
          chosen=""
          taken={filters.map(({ feature }) => feature)}
          onChoose={feature => feature && onFilters([...filters, first(feature)])}
          trans={trans}
        />
      </label>
    </div>
  );
}

/** The first value; all numbers. */
function first({ name, kind, values }: IFeatureSummary): IRowFilter {
  return {
    feature: name,
    values: kind === 'category' ? values.slice(0, 1) : null,
    low: -Infinity,
    high: Infinity
  };
}

function Values(props: {
  readonly feature: IFeatureSummary;
  readonly filter: IRowFilter;
  readonly onChange: (filter: IRowFilter) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { feature, filter, onChange, trans } = props;
  if (filter.values !== null) {
    return (
      <>
        ={' '}
        <select
          className="jp-mod-styled"
          aria-label={trans.__('Value of %1', feature.name)}
          value={filter.values[0]}
          onChange={event => onChange({ ...filter, values: [event.target.value] })}
        >
          {feature.values.map(value => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      </>
    );
  }
  const bound = (which: 'low' | 'high', label: string): React.JSX.Element => (
    <input
      type="number"
      className="jp-mod-styled"
      aria-label={label}
      placeholder={String(Number(feature[which].toPrecision(4)))}
      value={Number.isFinite(filter[which]) ? filter[which] : ''}
      onChange={event => {
        const value = event.target.valueAsNumber;
        const none = which === 'low' ? -Infinity : Infinity;
        onChange({ ...filter, [which]: Number.isNaN(value) ? none : value });
      }}
    />
  );
  return (
    <>
      {trans.__('from')} {bound('low', trans.__('%1 from', feature.name))} {trans.__('to below')}{' '}
      {bound('high', trans.__('%1 to below', feature.name))}
    </>
  );
}
