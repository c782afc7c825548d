/** One row, with all of its values. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { count } from '../format';
import type { BytesMode } from './compute-text';
import type { FieldGroup, IField, IRow } from './field-value';
import { FIELD_GROUPS, fieldKey } from './field-value';
import { ValueList } from './value';

/** Fields that are drawn before the person asks for more. */
const FEW = 200;

/** Props of {@link RowPage}. */
export interface IRowPageProps {
  readonly row: IRow;
  readonly mode: BytesMode;
  readonly trans: TranslationBundle;
  /** null at the first and the last row. */
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}

/** With a way to the rows before and after. */
export function RowPage(props: IRowPageProps): React.JSX.Element {
  const { row, mode, trans, onPrevious, onNext, onClose } = props;
  const [all, setAll] = React.useState(false);
  const fields = React.useMemo(
    () => [...row.fields().values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    [row]
  );
  const shown = all ? fields : fields.slice(0, FEW);
  const groups = new Set(shown.map(({ group }) => group));
  return (
    <section
      className="jp-TfxRecords-page"
      aria-label={trans.__('Row %1', count(row.index + 1))}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <header>
        <h4>{trans.__('Row %1', count(row.index + 1))}</h4>
        <Button small disabled={!onPrevious} onClick={() => onPrevious?.()}>
          {trans.__('Previous')}
        </Button>
        <Button small disabled={!onNext} onClick={() => onNext?.()}>
          {trans.__('Next')}
        </Button>
        <Button small onClick={onClose}>
          {trans.__('Close')}
        </Button>
      </header>
      {fields.length === 0 && (
        <p className="jp-TfxArtifact-note">{trans.__('This row has no features.')}</p>
      )}
      {FIELD_GROUPS.filter(group => groups.has(group)).map(group => (
        <FieldTable
          key={group}
          title={groups.size > 1 || group === 'record' ? groupTitle(group, trans) : null}
          fields={shown.filter(field => field.group === group)}
          {...{ mode, trans }}
        />
      ))}
      {shown.length < fields.length && (
        <button className="jp-TfxRecords-link" onClick={() => setAll(true)}>
          {trans.__('Show all %1 features', count(fields.length))}
        </button>
      )}
    </section>
  );
}

function groupTitle(group: FieldGroup, trans: TranslationBundle): string {
  switch (group) {
    case 'record':
      return trans.__('A record that is not read as an example');
    case 'output':
      return trans.__('Outputs');
    case 'input':
      return trans.__('Inputs');
    case 'feature':
      return trans.__('Features');
    case 'steps':
      return trans.__('Steps');
  }
}

function FieldTable(props: {
  readonly title: string | null;
  readonly fields: readonly IField[];
  readonly mode: BytesMode;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { title, fields, mode, trans } = props;
  return (
    <>
      {title !== null && <h4>{title}</h4>}
      <table className="jp-TfxArtifact-table">
        <tbody>
          {fields.map(({ group, name, value }) => (
            <tr key={fieldKey(group, name)}>
              <th scope="row" title={name}>
                <bdi>{shortName(name, trans)}</bdi>{' '}
                <small>
                  {value.kind}
                  {value.shape
                    ? ` ${value.shape.join(' × ')}`
                    : value.count > 1 && ` × ${count(value.count)}`}
                </small>
              </th>
              <td>
                <ValueList value={value} mode={mode} trans={trans} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function shortName(name: string, trans: TranslationBundle): string {
  return name === '' ? trans.__('(no name)') : name.length > 100 ? `${name.slice(0, 100)}…` : name;
}
