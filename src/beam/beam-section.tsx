/** The panel's section on Beam runners. */
import { ReactWidget } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { BeamChoices } from '../protocol';
import { choiceWords } from '../states/beam-words';
import type { IBeamDefaults, IBeamSource } from './beam-source';
import { ChoiceForm } from './choice-form';

/** What the section needs of its surroundings. */
export interface IBeamSectionOptions {
  readonly defaults: IBeamDefaults;
  readonly trans: TranslationBundle;
}

/** Shows the choices of one notebook at a time. */
export class BeamSection extends ReactWidget {
  constructor(private readonly _options: IBeamSectionOptions) {
    super();
    this.addClass('jp-TfxBeam');
    this.title.label = _options.trans.__('Beam runner');
  }

  /** The notebook that it is about; null for none. */
  get source(): IBeamSource | null {
    return this._source;
  }
  set source(source: IBeamSource | null) {
    if (source !== this._source) {
      this._source?.changed.disconnect(this._onChanged, this);
      this._source = source;
      this._source?.changed.connect(this._onChanged, this);
      this._subject = null;
      this._shown += 1;
      this.update();
    }
  }

  /** What is chosen for: a component's id; null for all. */
  get subject(): string | null {
    return this._subject;
  }
  set subject(subject: string | null) {
    this._subject = subject;
    this.update();
  }

  override dispose(): void {
    this.source = null;
    super.dispose();
  }

  protected override render(): React.JSX.Element {
    const { trans, defaults } = this._options;
    if (this._source === null) {
      return <p>{trans.__('Open a notebook with a TFX pipeline.')}</p>;
    }
    return (
      <BeamView
        key={this._shown}
        source={this._source}
        defaults={defaults}
        subject={this._subject}
        onSubject={subject => (this.subject = subject)}
        trans={trans}
      />
    );
  }

  private _onChanged(): void {
    this.update();
  }

  private _source: IBeamSource | null = null;
  private _subject: string | null = null;
  /** Counts the notebooks: what was typed for one is not for the next. */
  private _shown = 0;
}

/** What is chosen, and a form for the subject. */
export function BeamView(props: {
  readonly source: IBeamSource;
  readonly defaults: IBeamDefaults;
  readonly subject: string | null;
  readonly onSubject: (subject: string | null) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { source, defaults, subject, onSubject, trans } = props;
  const { choices, components } = source;
  const known = [...new Set([...components, ...Object.keys(choices.components)])];
  const chosen = subject === null ? choices.notebook : (choices.components[subject] ?? null);
  return (
    <>
      <p>
        {trans.__(
          'Components that are Apache Beam jobs can run elsewhere than in the kernel. The notebook keeps the choice, and its cells stay as they are.'
        )}
      </p>
      <Chosen choices={choices} subject={subject} onSubject={onSubject} trans={trans} />
      <label className="jp-TfxBeam-field">
        <span>{trans.__('For')}</span>
        <select
          value={subject === null ? '' : `c:${subject}`}
          onChange={({ target: { value } }) => onSubject(value === '' ? null : value.slice(2))}
        >
          <option value="">{trans.__('all components')}</option>
          {known.map(id => (
            <option key={id} value={`c:${id}`}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <ChoiceForm
        key={subject}
        source={source}
        defaults={defaults}
        subject={subject}
        chosen={chosen}
        trans={trans}
      />
    </>
  );
}

/** All choices of the notebook at a glance; nothing where there is none. */
function Chosen(props: {
  readonly choices: BeamChoices;
  readonly subject: string | null;
  readonly onSubject: (subject: string | null) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { choices, onSubject, trans } = props;
  const rows = [
    ...(choices.notebook ? [{ id: null, choice: choices.notebook }] : []),
    ...Object.entries(choices.components).map(([id, choice]) => ({ id, choice }))
  ];
  return rows.length === 0 ? null : (
    <ul className="jp-TfxBeam-chosen" aria-label={trans.__('Chosen Beam runners')}>
      {rows.map(({ id, choice }) => (
        <li key={id ?? ''} data-tfx-subject={id ?? ''}>
          <button className="jp-TfxPanel-link" onClick={() => onSubject(id)}>
            {id ?? trans.__('all components')}
          </button>{' '}
          <span>{choiceWords(choice, trans)}</span>
        </li>
      ))}
    </ul>
  );
}
