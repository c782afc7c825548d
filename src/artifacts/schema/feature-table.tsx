/** A schema's features as a table. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IAnomaly } from '../anomalies/anomalies';
import { SeverityIcon, severityWord } from '../anomalies/severity-icon';
import type { ViewSize } from '../artifact-view';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { SchemaRow } from './compute-rows';
import type { IDomain, ISchemaFeature } from './schema';
import {
  annotationWords,
  comparatorWords,
  domainWords,
  environmentWords,
  lifecycleWords,
  massWords,
  presenceWords,
  quoted,
  sequenceWords,
  shapeWords,
  uniqueWords,
  valencyWords
} from './schema-words';

/** Props of {@link FeatureTable}. */
export interface IFeatureTableProps {
  readonly rows: readonly SchemaRow[];
  /** Those that a search left out too: the columns are theirs. */
  readonly all: readonly SchemaRow[];
  readonly named: (name: string) => IDomain | null;
  /** What validation found, by the feature's name. */
  readonly anomalies?: ReadonlyMap<string, readonly Pick<IAnomaly, 'severity' | 'description'>[]>;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}

/** Pixels. */
const ROW = 26;
const COMPACT = 300;

/** One row per feature; columns that say nothing of any feature are left out. */
export function FeatureTable(props: IFeatureTableProps): React.JSX.Element {
  const { rows, all, named, anomalies, size, trans, selected, onSelect } = props;
  const columns = React.useMemo(
    () => columnsFor(all, named, anomalies, size, trans),
    [all, named, anomalies, size, trans]
  );
  return (
    <VirtualTable
      label={trans.__('Features of the schema')}
      rows={rows}
      columns={columns}
      rowKey={row => row.key}
      rowHeight={ROW}
      height={size === 'compact' ? Math.min(COMPACT, (rows.length + 1) * ROW + 12) : undefined}
      empty={
        all.length === 0
          ? trans.__('The schema has no features.')
          : trans.__('No feature has this text.')
      }
      selected={selected}
      onSelect={row => onSelect(row.key)}
    />
  );
}

type Words = (feature: ISchemaFeature) => string;

function columnsFor(
  rows: readonly SchemaRow[],
  named: IFeatureTableProps['named'],
  anomalies: IFeatureTableProps['anomalies'],
  size: ViewSize,
  trans: TranslationBundle
): readonly ITableColumn<SchemaRow>[] {
  const words = (
    id: string,
    header: string,
    width: number,
    of: Words,
    always = false
  ): ITableColumn<SchemaRow>[] => {
    const text = (row: SchemaRow) => (row.what === 'feature' ? of(row.feature) : '');
    return always || rows.some(row => text(row) !== '')
      ? [
          {
            id,
            header,
            width,
            cell: row => {
              const said = text(row);
              return <span title={said}>{said}</span>;
            },
            sortBy: text
          }
        ]
      : [];
  };
  return [
    {
      id: 'name',
      header: trans.__('Feature'),
      width: size === 'compact' ? 140 : 200,
      cell: row => (
        <Name row={row} found={anomalies?.get(row.path.join('.')) ?? []} trans={trans} />
      ),
      sortBy: row => row.path.join('.')
    },
    {
      id: 'type',
      header: trans.__('Type'),
      width: 80,
      cell: row => typeWord(row, trans),
      sortBy: row => typeWord(row, trans)
    },
    ...words('presence', trans.__('Presence'), 150, feature => presenceWords(feature, trans), true),
    ...words('values', trans.__('Values'), 150, feature => valencyWords(feature, trans), true),
    {
      id: 'domain',
      header: trans.__('Domain'),
      width: 300,
      cell: row => {
        const said = domainCell(row, named, trans);
        return <span title={said}>{said}</span>;
      },
      sortBy: row => domainCell(row, named, trans)
    },
    ...words('environments', trans.__('Environments'), 150, feature =>
      environmentWords(feature, trans)
    ),
    ...words('drift', trans.__('Drift'), 220, feature => comparatorWords(feature.drift, trans)),
    ...words('skew', trans.__('Skew'), 220, feature => comparatorWords(feature.skew, trans)),
    ...words('notes', trans.__('Notes'), 260, feature => notes(feature, trans))
  ];
}

function Name(props: {
  readonly row: SchemaRow;
  readonly found: readonly Pick<IAnomaly, 'severity' | 'description'>[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { row, found, trans } = props;
  const { path } = row;
  const own = path[path.length - 1];
  const above = path.slice(0, -1);
  return (
    <span className="jp-TfxSchema-name" title={path.join('.')}>
      {found.length > 0 && (
        <SeverityIcon
          verdict={found[0].severity}
          title={trans.__(
            '%1: %2',
            severityWord(found[0].severity, trans),
            found.map(({ description }) => description).join(' ')
          )}
        />
      )}
      {above.length > 0 && <bdi className="jp-TfxSchema-above">{above.join('.')}.</bdi>}
      <bdi>{own === '' ? trans.__('(no name)') : own}</bdi>
    </span>
  );
}

function typeWord(row: SchemaRow, trans: TranslationBundle): string {
  switch (row.what) {
    case 'feature':
      return row.feature.type === null || row.feature.type === 'TYPE_UNKNOWN'
        ? trans.__('not set')
        : row.feature.type;
    case 'sparse':
      return trans.__('sparse');
    case 'weighted':
      return trans.__('weighted');
  }
}

function domainCell(
  row: SchemaRow,
  named: IFeatureTableProps['named'],
  trans: TranslationBundle
): string {
  switch (row.what) {
    case 'feature': {
      const { domain, features } = row.feature;
      return domain?.kind === 'struct'
        ? trans._n('%1 feature', '%1 features', features.length)
        : domainWords(domain, named, trans);
    }
    case 'sparse': {
      const { indexFeatures, valueFeature, denseShape, sorted } = row.feature;
      return [
        trans.__('value %1', quoted(valueFeature)),
        trans.__('indices %1', indexFeatures.map(quoted).join(', ')),
        denseShape ? trans.__('shape %1', shapeWords(denseShape)) : '',
        sorted ? trans.__('sorted') : ''
      ]
        .filter(each => each !== '')
        .join(', ');
    }
    case 'weighted':
      return trans.__(
        '%1, weighted by %2',
        quoted(row.feature.feature.join('.')),
        quoted(row.feature.weight.join('.'))
      );
  }
}

/** What has no column. */
function notes(feature: ISchemaFeature, trans: TranslationBundle): string {
  return [
    lifecycleWords(feature, trans),
    uniqueWords(feature.unique, trans),
    massWords(feature.minDomainMass === 1 ? null : feature.minDomainMass, trans),
    sequenceWords(feature.sequence, trans),
    feature.derivedFrom
      ? trans.__(
          'derived from %1',
          feature.derivedFrom.paths.map(path => quoted(path.join('.'))).join(', ')
        )
      : '',
    annotationWords(feature.annotation, trans)
  ]
    .filter(each => each !== '')
    .join('; ');
}
