/** Which metrics are columns, and in what order. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** Metrics that are listed at once. */
const MOST = 200;

/** Props of {@link MetricChooser}. */
export interface IMetricChooserProps {
  /** By column. */
  readonly names: readonly string[];
  /** Columns in their order. */
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
  readonly trans: TranslationBundle;
}

/** A list that folds away: chosen metrics first, which the arrows move. */
export function MetricChooser(props: IMetricChooserProps): React.JSX.Element {
  const { names, chosen, onChange, trans } = props;
  const [words, setWords] = React.useState('');
  const others = names.flatMap((_name, column) => (chosen.includes(column) ? [] : [column]));
  const found = [...chosen, ...others].filter(column =>
    names[column].toLowerCase().includes(words.trim().toLowerCase())
  );
  const move = (column: number, by: number): void => {
    const at = chosen.indexOf(column);
    const next = chosen.filter(each => each !== column);
    next.splice(Math.max(0, at + by), 0, column);
    onChange(next);
  };
  return (
    <details className="jp-TfxEvaluation-chooser">
      <summary>{trans.__('Metrics: %1 of %2', chosen.length, names.length)}</summary>
      <div>
        <input
          type="search"
          className="jp-mod-styled"
          value={words}
          placeholder={trans.__('Find metrics')}
          aria-label={trans.__('Find metrics')}
          onChange={event => setWords(event.target.value)}
        />
        <button className="jp-TfxArtifact-link" onClick={() => onChange([...chosen, ...others])}>
          {trans.__('All')}
        </button>
        <button className="jp-TfxArtifact-link" onClick={() => onChange([])}>
          {trans.__('None')}
        </button>
        <ul>
          {found.slice(0, MOST).map(column => {
            const at = chosen.indexOf(column);
            return (
              <li key={column}>
                <label>
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    onChange={() =>
                      onChange(
                        at < 0 ? [...chosen, column] : chosen.filter(each => each !== column)
                      )
                    }
                  />
                  <bdi>{names[column]}</bdi>
                </label>
                {at >= 0 && (
                  <>
                    <button
                      aria-label={trans.__('Move %1 to the left', names[column])}
                      disabled={at === 0}
                      onClick={() => move(column, -1)}
                    >
                      ↑
                    </button>
                    <button
                      aria-label={trans.__('Move %1 to the right', names[column])}
                      disabled={at === chosen.length - 1}
                      onClick={() => move(column, 1)}
                    >
                      ↓
                    </button>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {found.length > MOST && (
          <p className="jp-TfxArtifact-note">
            {trans.__('%1 more: find them by name.', found.length - MOST)}
          </p>
        )}
      </div>
    </details>
  );
}
