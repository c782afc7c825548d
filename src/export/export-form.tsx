/** What a person chooses of an export. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ExportReply } from '../protocol';
import type { ExportModel } from './export-model';

/** What every part of an export gets. */
export interface IExportPartProps {
  readonly model: ExportModel;
  readonly trans: TranslationBundle;
}

/** Orchestrators, name, places, Beam arguments, runtime parameters, constants, and the button that writes. */
export function ExportForm({ model, trans }: IExportPartProps): React.JSX.Element {
  const { choices, reply, folder } = model;
  return (
    <form
      className="jp-TfxExport-form"
      aria-label={trans.__('Choices of the export')}
      onSubmit={event => {
        event.preventDefault();
        void model.write();
      }}
    >
      <fieldset>
        <legend>{trans.__('Orchestrators')}</legend>
        {(reply?.targets ?? []).map(({ name, title }) => (
          <Check
            key={name}
            label={title}
            checked={choices.targets.includes(name)}
            onChange={checked =>
              model.choose({ targets: toggled(choices.targets, name, checked, order(reply)) })
            }
          />
        ))}
      </fieldset>
      {(reply?.contexts.length ?? 0) > 1 && (
        <label>
          {trans.__('Pipeline')}
          <select
            className="jp-mod-styled"
            value={choices.context ?? ''}
            onChange={({ target }) => model.choose({ context: target.value || null })}
          >
            <option value="">{trans.__('Choose a context')}</option>
            {reply?.contexts.map(name => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <Text
        label={trans.__('Name')}
        value={choices.name}
        otherwise={reply?.name ?? ''}
        onChange={name => model.choose({ name })}
      />
      <Text
        label={trans.__('Pipeline root')}
        value={choices.root}
        otherwise={reply?.root ?? ''}
        onChange={root => model.choose({ root })}
      />
      <Text
        label={trans.__('Metadata store')}
        value={choices.metadata}
        otherwise={trans.__('metadata.sqlite in the root')}
        onChange={metadata => model.choose({ metadata })}
      />
      <BeamArguments model={model} trans={trans} />
      <Parameters model={model} trans={trans} />
      <Constants model={model} trans={trans} />
      <Text
        label={trans.__('Folder')}
        value={folder}
        otherwise={reply?.folder ?? ''}
        onChange={value => model.chooseFolder(value ?? '')}
      />
      <WriteButton model={model} trans={trans} />
    </form>
  );
}

/** Those of all components, and what the notebook's choices of Beam runners add. */
function BeamArguments({ model, trans }: IExportPartProps): React.JSX.Element {
  const { choices, reply } = model;
  const { chosen = false, arguments: taken = [], components = [] } = reply?.beam ?? {};
  const otherwise = choices.beamArguments === null ? taken : [];
  return (
    <>
      <label>
        {trans.__('Beam arguments, one a line')}
        <textarea
          className="jp-mod-styled"
          rows={Math.max(2, otherwise.length)}
          spellCheck={false}
          placeholder={otherwise.join('\n')}
          value={choices.beamArguments?.join('\n') ?? ''}
          onChange={({ target: { value } }) =>
            model.choose({ beamArguments: value.trim() === '' ? null : value.split('\n') })
          }
        />
      </label>
      {chosen && (
        <div className="jp-TfxExport-beam">
          <Check
            label={trans.__('As chosen under Beam runner')}
            checked={choices.beamChoice}
            onChange={beamChoice => model.choose({ beamChoice })}
          />
          {components.map(({ id, arguments: own }) => (
            <details key={id}>
              <summary>{trans.__('Beam arguments of %1 (%2)', id, own.length)}</summary>
              <pre tabIndex={0}>{own.join('\n')}</pre>
            </details>
          ))}
        </div>
      )}
    </>
  );
}

function WriteButton({ model, trans }: IExportPartProps): React.JSX.Element {
  const { isWritten, written } = model;
  return (
    <div className="jp-TfxExport-write">
      <button
        type="submit"
        className="jp-mod-styled jp-mod-accept"
        disabled={!model.canWrite}
        title={trans.__('Write the files into the folder, and prove that the pipeline is the same')}
      >
        {trans.__('Write Files')}
      </button>
      <span role="status">
        {model.state === 'writing'
          ? trans.__('Writing…')
          : written !== null && written.length > 0
            ? trans._n('%1 file was written.', '%1 files were written.', written.length)
            : isWritten && trans.__('The files are there, as they should be.')}
      </span>
    </div>
  );
}

/** Arguments of components; those that are chosen get their value when a run is started. */
function Parameters({ model, trans }: IExportPartProps): React.JSX.Element | null {
  const offered = model.reply?.arguments ?? [];
  if (offered.length === 0) {
    return null;
  }
  const chosen = offered.filter(each => each.chosen).map(each => each.argument);
  const all = offered.map(each => each.argument);
  return (
    <details className="jp-TfxExport-parameters" open={chosen.length > 0}>
      <summary>{trans.__('Runtime parameters (%1)', chosen.length)}</summary>
      {offered.map(({ argument, text, chosen: checked }) => (
        <Check
          key={argument}
          label={argument}
          more={text}
          checked={checked}
          onChange={now => model.choose({ parameters: toggled(chosen, argument, now, all) })}
        />
      ))}
    </details>
  );
}

/** Values that were taken from the kernel. */
function Constants({ model, trans }: IExportPartProps): React.JSX.Element | null {
  const { constants } = model.choices;
  const names = Object.keys(constants).sort();
  if (names.length === 0) {
    return null;
  }
  return (
    <fieldset>
      <legend>{trans.__('Constants from the kernel')}</legend>
      {names.map(name => (
        <Check
          key={name}
          label={name}
          more={constants[name]}
          checked
          onChange={() => {
            const others = Object.entries(constants).filter(([each]) => each !== name);
            model.choose({ constants: Object.fromEntries(others) });
          }}
        />
      ))}
    </fieldset>
  );
}

function Text(props: {
  readonly label: string;
  readonly value: string | null;
  /** What is taken where nothing is chosen. */
  readonly otherwise: string;
  readonly onChange: (value: string | null) => void;
}): React.JSX.Element {
  return (
    <label>
      {props.label}
      <input
        className="jp-mod-styled"
        type="text"
        spellCheck={false}
        value={props.value ?? ''}
        placeholder={props.otherwise}
        title={props.value ?? props.otherwise}
        onChange={({ target: { value } }) => props.onChange(value === '' ? null : value)}
      />
    </label>
  );
}

function Check(props: {
  readonly label: string;
  readonly more?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): React.JSX.Element {
  return (
    <label className="jp-TfxExport-check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      <span>
        {props.label}
        {props.more !== undefined && <code title={props.more}>{props.more}</code>}
      </span>
    </label>
  );
}

/** The names of a list with one more or less, in an order that does not depend on who came first. */
function toggled(
  names: readonly string[],
  name: string,
  wanted: boolean,
  order: readonly string[]
): string[] {
  const now = new Set(names);
  if (wanted) {
    now.add(name);
  } else {
    now.delete(name);
  }
  return order.filter(each => now.has(each));
}

function order(reply: ExportReply | null): string[] {
  return (reply?.targets ?? []).map(({ name }) => name);
}
