/** The bounds of the configuration, to be moved. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IBound } from './compute-thresholds';
import type { IVerdict } from './compute-verdict';
import { boundSliceWords, boundWords } from './validation-words';

/** Props of {@link BoundList}. */
export interface IBoundListProps {
  readonly verdict: IVerdict;
  /** Bounds as the Evaluator had them, by id. */
  readonly original: ReadonlyMap<string, number>;
  readonly onChange: (id: string, value: number) => void;
  readonly trans: TranslationBundle;
}

/** A line per bound: what it is about, its value, how many slices pass. */
export function BoundList(props: IBoundListProps): React.JSX.Element {
  const { verdict, original, onChange, trans } = props;
  return (
    <ul className="jp-TfxEvaluation-bounds" aria-label={trans.__('Bounds')}>
      {verdict.bounds.map(bound => {
        const about = verdict.checks.filter(check => check.bound.id === bound.id);
        const passing = about.filter(({ passes }) => passes).length;
        const moved = original.get(bound.id) !== bound.value;
        return (
          <li key={bound.id} className={moved ? 'jp-mod-moved' : undefined}>
            <label>
              <span>
                <bdi>{bound.metric}</bdi> {leadWords(bound, trans)}
              </span>
              <BoundInput
                bound={bound}
                label={`${bound.metric}: ${boundWords(bound, trans)}`}
                onChange={value => onChange(bound.id, value)}
              />
            </label>
            <span>{boundSliceWords(bound, trans)}</span>
            <span role="status">
              {verdict.unknown.includes(bound)
                ? trans.__('not found among the metrics')
                : trans.__('%1 of %2 pass', passing, about.length)}
              {moved && ` · ${trans.__('was %1', original.get(bound.id) ?? '–')}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function leadWords({ kind, up }: IBound, trans: TranslationBundle): string {
  switch (kind) {
    case 'lower':
      return '≥';
    case 'upper':
      return '≤';
    case 'absolute':
      return trans.__('change %1', up === false ? '≤' : '≥');
    case 'relative':
      return trans.__('change as a share of the baseline %1', up === false ? '≤' : '≥');
  }
}

/** What is typed may be no number yet: the bound moves when it is one. */
function BoundInput(props: {
  readonly bound: IBound;
  readonly label: string;
  readonly onChange: (value: number) => void;
}): React.JSX.Element {
  const { bound, label, onChange } = props;
  const [text, setText] = React.useState(String(bound.value));
  React.useEffect(() => {
    setText(before => (Number(before) === bound.value ? before : String(bound.value)));
  }, [bound.value]);
  return (
    <input
      type="number"
      step="any"
      className="jp-mod-styled"
      aria-label={label}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        if (Number.isFinite(target.valueAsNumber)) {
          onChange(target.valueAsNumber);
        }
      }}
    />
  );
}
