/** Values of a domain of strings: found, and where it is edited added and taken away. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { count } from '../format';

/** Values that are on the page, at most. */
const SHOWN = 200;

/** Props of {@link ValueList}. */
export interface IValueListProps {
  readonly values: readonly string[];
  /** What the field is for, where it is not values of a domain. */
  readonly label?: string;
  readonly trans: TranslationBundle;
  /** null where it is only looked at. A sentence where the value cannot be added. */
  readonly onAdd: ((value: string) => string | null) | null;
  readonly onRemove: ((value: string) => void) | null;
}

/** The field finds values, and adds what it holds. */
export function ValueList(props: IValueListProps): React.JSX.Element {
  const { values, trans, onAdd, onRemove } = props;
  const [text, setText] = React.useState('');
  const [fault, setFault] = React.useState<string | null>(null);
  const wanted = text.toLowerCase();
  const found = text === '' ? values : values.filter(each => each.toLowerCase().includes(wanted));
  const add = (): void => {
    const sentence = onAdd?.(text) ?? null;
    setFault(sentence);
    if (sentence === null) {
      setText('');
    }
  };
  const label = props.label ?? (onAdd ? trans.__('Find or add a value') : trans.__('Find a value'));
  return (
    <div className="jp-TfxSchema-values">
      {(onAdd !== null || values.length > 10) && (
        <div className="jp-TfxSchema-input">
          <input
            className="jp-mod-styled"
            value={text}
            placeholder={label}
            aria-label={label}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && onAdd !== null) {
                event.preventDefault();
                add();
              }
            }}
          />
          {onAdd !== null && (
            <Button small className="jp-mod-styled" disabled={values.includes(text)} onClick={add}>
              {trans.__('Add')}
            </Button>
          )}
          {fault !== null && (
            <span className="jp-TfxSchema-fault" role="alert">
              {fault}
            </span>
          )}
        </div>
      )}
      <ul aria-label={trans.__('Values')}>
        {found.slice(0, SHOWN).map(value => (
          <li key={value}>
            <bdi title={value}>{value === '' ? trans.__('(empty)') : value}</bdi>
            {onRemove !== null && (
              <button
                title={trans.__('Remove this value')}
                aria-label={trans.__('Remove %1', value)}
                onClick={() => onRemove(value)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p className="jp-TfxArtifact-note">
          {trans.__('%1 of %2 values', count(SHOWN), count(found.length))}
        </p>
      )}
      {found.length === 0 && (
        <p className="jp-TfxArtifact-note">
          {values.length === 0 ? trans.__('No values.') : trans.__('No value has this text.')}
        </p>
      )}
    </div>
  );
}
