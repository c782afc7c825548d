/** Variables of a model. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, fileSize } from '../format';
import type { ITableColumn } from '../virtual-table';
import { VirtualTable } from '../virtual-table';
import type { IVariable } from './saved-model';
import { parametersOf } from './saved-model';
import { shapeText } from './shape-text';

/** Pixels. */
const ROW = 22;
const MOST_HEIGHT = 300;

interface IRow extends IVariable {
  /** Names need not differ. */
  readonly key: string;
  readonly parameters: number | null;
}

/** A row per variable, as many as there are. */
export function VariableTable(props: {
  readonly variables: readonly IVariable[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { variables, trans } = props;
  const rows = React.useMemo(
    () =>
      variables.map((variable, index) => ({
        ...variable,
        key: String(index),
        parameters: parametersOf(variable)
      })),
    [variables]
  );
  const columns = React.useMemo(() => columnsOf(variables, trans), [variables, trans]);
  return (
    <VirtualTable
      label={trans.__('Variables')}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      rowHeight={ROW}
      height={Math.min(MOST_HEIGHT, (rows.length + 1) * (ROW + 2) + 20)}
      empty={trans.__('It has no variables.')}
    />
  );
}

function keyOf({ key }: IRow): string {
  return key;
}

function columnsOf(
  variables: readonly IVariable[],
  trans: TranslationBundle
): readonly ITableColumn<IRow>[] {
  const columns: ITableColumn<IRow>[] = [
    {
      id: 'name',
      header: trans.__('Name'),
      width: 260,
      cell: ({ name }) => <bdi title={name.slice(0, 1000)}>{name}</bdi>,
      sortBy: ({ name }) => name
    },
    {
      id: 'parameters',
      header: trans.__('Values'),
      width: 90,
      numeric: true,
      cell: ({ parameters }) => (parameters === null ? '–' : count(parameters)),
      sortBy: ({ parameters }) => parameters ?? NaN
    },
    {
      id: 'shape',
      header: trans.__('Shape'),
      width: 110,
      cell: ({ shape }) => shapeText(shape, trans)
    },
    {
      id: 'type',
      header: trans.__('Type'),
      width: 80,
      cell: ({ type }) => type,
      sortBy: ({ type }) => type
    }
  ];
  if (variables.some(({ trainable }) => trainable !== null)) {
    columns.push({
      id: 'trainable',
      header: trans.__('Trained'),
      width: 80,
      cell: ({ trainable }) => (trainable ? trans.__('yes') : trans.__('no')),
      sortBy: ({ trainable }) => Number(trainable)
    });
  }
  if (variables.some(({ size }) => size !== null)) {
    columns.push({
      id: 'size',
      header: trans.__('Size'),
      width: 90,
      numeric: true,
      cell: ({ size }) => (size === null ? '–' : fileSize(size, trans)),
      sortBy: ({ size }) => size ?? NaN
    });
  }
  return columns;
}
