/** Chooses a runner: its fields, a look whether it can be used, and then its use. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { BeamCheck, BeamChoice } from '../protocol';
import { runnerWord } from '../states/beam-words';
import type { IBeamDefaults, IBeamSource } from './beam-source';
import { type IRunnerField, runnerFields, RUNNERS, wantedOptions } from './runner-fields';

type Runner = BeamChoice['runner'];

/** What the last look has found; `check` is null where there was no kernel to ask. */
interface IFound {
  readonly check: BeamCheck | null;
  readonly problem: string;
  readonly isUsed: boolean;
}

/** The form of one subject. */
export function ChoiceForm(props: {
  readonly source: IBeamSource;
  readonly defaults: IBeamDefaults;
  readonly subject: string | null;
  readonly chosen: BeamChoice | null;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { defaults, subject, chosen, trans } = props;
  const [runner, setRunner] = React.useState<Runner | ''>(chosen?.runner ?? '');
  const [options, setOptions] = React.useState(chosen?.options ?? {});
  const [found, setFound] = React.useState<IFound | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const form = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => {
    form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [found]);
  const kept = JSON.stringify(chosen);
  React.useEffect(() => {
    // It may have been chosen elsewhere, in the notebook's metadata or another window.
    setRunner(chosen?.runner ?? '');
    setOptions(chosen?.options ?? {});
    // `chosen` is made anew with every change of the notebook: its text tells which it is.
  }, [kept]);
  const choose = (next: Runner | ''): void => {
    setRunner(next);
    setOptions(
      next === chosen?.runner ? chosen.options : next === '' ? {} : defaults.options(next)
    );
    setFound(null);
  };
  const look = async (use: boolean): Promise<void> => {
    setBusy(true);
    setFound(await tryOut(props, runner, options, use));
    setBusy(false);
  };
  const fields = runner === '' ? [] : runnerFields(runner, trans);
  return (
    <form
      ref={form}
      className="jp-TfxBeam-form"
      aria-label={trans.__('Beam runner')}
      onSubmit={event => {
        event.preventDefault();
        void look(true);
      }}
    >
      <label className="jp-TfxBeam-field">
        <span>{trans.__('Runner')}</span>
        <select
          value={runner}
          onChange={event => choose(RUNNERS.find(each => each === event.target.value) ?? '')}
        >
          <option value="">
            {subject === null
              ? trans.__('as the notebook’s code says')
              : trans.__('as for all components')}
          </option>
          {RUNNERS.map(each => (
            <option key={each} value={each}>
              {runnerWord(each, trans)}
            </option>
          ))}
        </select>
      </label>
      {fields
        .filter(field => field.isWanted?.(options) ?? true)
        .map(field => (
          <RunnerField
            key={field.name}
            field={field}
            value={options[field.name] ?? ''}
            problems={problemsOf(found, field.name)}
            onChange={value => setOptions({ ...options, [field.name]: value })}
          />
        ))}
      <div className="jp-TfxPanel-buttons">
        <Button small className="jp-mod-styled jp-mod-accept" type="submit" disabled={isBusy}>
          {isBusy ? trans.__('Checking…') : trans.__('Use')}
        </Button>
        {runner !== '' && (
          <Button
            small
            className="jp-mod-styled"
            type="button"
            disabled={isBusy}
            onClick={() => void look(false)}
          >
            {trans.__('Check')}
          </Button>
        )}
      </div>
      <Found found={found} names={fields.map(field => field.name)} trans={trans} />
    </form>
  );
}

/** Look whether a runner can be used and, where that is wanted and nothing is in the way, use it. */
async function tryOut(
  props: React.ComponentProps<typeof ChoiceForm>,
  runner: Runner | '',
  options: BeamChoice['options'],
  use: boolean
): Promise<IFound> {
  const { source, defaults, subject, trans } = props;
  try {
    if (runner === '') {
      await source.choose(subject, null);
      return { check: null, problem: '', isUsed: true };
    }
    const choice = { runner, options: wantedOptions(runner, options, trans) };
    const check = await source.check(choice);
    const isUsed = use && !check?.problems.some(({ severity }) => severity === 'error');
    if (isUsed) {
      defaults.keep(choice);
      await source.choose(subject, choice);
    }
    const problem =
      check === null
        ? trans.__('No kernel is attached that could look. It is checked before a component runs.')
        : '';
    return { check, problem, isUsed };
  } catch (error) {
    return {
      check: null,
      problem: error instanceof Error ? error.message : String(error),
      isUsed: false
    };
  }
}

function problemsOf(found: IFound | null, option: string | null): BeamCheck['problems'] {
  return found?.check?.problems.filter(problem => problem.option === option) ?? [];
}

function RunnerField(props: {
  readonly field: IRunnerField;
  readonly value: string;
  readonly problems: BeamCheck['problems'];
  readonly onChange: (value: string) => void;
}): React.JSX.Element {
  const { field, value, problems, onChange } = props;
  const id = React.useId();
  const isWrong = problems.some(({ severity }) => severity === 'error');
  return (
    <>
      <label className="jp-TfxBeam-field">
        <span>{field.label}</span>
        {field.choices ? (
          <select value={value} onChange={event => onChange(event.target.value)}>
            {field.choices.map(choice => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        ) : (
          <input
            className="jp-mod-styled"
            value={value}
            placeholder={field.placeholder}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={isWrong}
            aria-describedby={problems.length > 0 ? id : undefined}
            onChange={event => onChange(event.target.value)}
          />
        )}
      </label>
      {problems.length > 0 && <Problems id={id} problems={problems} />}
    </>
  );
}

function Problems(props: {
  readonly id?: string;
  readonly problems: BeamCheck['problems'];
}): React.JSX.Element {
  return (
    <div id={props.id}>
      {props.problems.map(({ severity, message }) => (
        <p key={message} className="jp-TfxBeam-problem" data-severity={severity} role="alert">
          {message}
        </p>
      ))}
    </div>
  );
}

/** What came of the look, beside what stands at the fields. */
function Found(props: {
  readonly found: IFound | null;
  readonly names: readonly string[];
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { found, names, trans } = props;
  if (found === null) {
    return null;
  }
  const { check, problem, isUsed } = found;
  const others = check?.problems.filter(({ option }) => !names.includes(option ?? '')) ?? [];
  const isWrong = check?.problems.some(({ severity }) => severity === 'error') ?? problem !== '';
  return (
    <>
      <Problems problems={others} />
      {problem !== '' && (
        <p className="jp-TfxBeam-problem" data-severity="warning" role="alert">
          {problem}
        </p>
      )}
      <p role="status">
        {isUsed
          ? trans.__('Used from now on.')
          : isWrong
            ? trans.__('Not used: see above.')
            : trans.__('It can be used.')}
      </p>
      {check !== null && !isWrong && check.arguments.length > 0 && (
        <details className="jp-TfxBeam-arguments">
          <summary>{trans.__('Beam arguments')}</summary>
          <pre tabIndex={0}>{check.arguments.join('\n')}</pre>
        </details>
      )}
    </>
  );
}
