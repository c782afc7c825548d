/** Slices to look at together. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** Slices that are listed at once. */
const MOST = 100;

/** Props of {@link SliceChooser}. */
export interface ISliceChooserProps {
  readonly label: string;
  /** By index. */
  readonly names: readonly string[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
  readonly trans: TranslationBundle;
}

/** A list that folds away: chosen ones first. */
export function SliceChooser(props: ISliceChooserProps): React.JSX.Element {
  const { label, names, chosen, onChange, trans } = props;
  const [words, setWords] = React.useState('');
  const wanted = words.trim().toLowerCase();
  const found = names
    .map((_name, index) => index)
    .filter(index => chosen.includes(index) || names[index].toLowerCase().includes(wanted))
    .sort((a, b) => Number(chosen.includes(b)) - Number(chosen.includes(a)) || a - b);
  return (
    <details className="jp-TfxEvaluation-chooser">
      <summary>{trans.__('%1: %2 of %3', label, chosen.length, names.length)}</summary>
      <div>
        {names.length > 10 && (
          <input
            type="search"
            className="jp-mod-styled"
            value={words}
            placeholder={trans.__('Find')}
            aria-label={trans.__('Find in %1', label)}
            onChange={event => setWords(event.target.value)}
          />
        )}
        <ul>
          {found.slice(0, MOST).map(index => (
            <li key={index}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(index)}
                  onChange={() =>
                    onChange(
                      chosen.includes(index)
                        ? chosen.filter(each => each !== index)
                        : [...chosen, index]
                    )
                  }
                />
                <bdi>{names[index]}</bdi>
              </label>
            </li>
          ))}
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
