/** Edits a feature, with choices that are valid for it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { DomainEditor } from './domain-editor';
import type { Measure } from './edit';
import { measuresOf } from './edit';
import { CheckField, ChoiceField, Field, NumberField } from './fields';
import type { ISchema, ISchemaFeature } from './schema';
import { lifecycleWords, measureWords, valencyWords } from './schema-words';
import type { MakeEdit } from './use-draft';

/** Props of {@link FeatureEditor}. */
export interface IFeatureEditorProps {
  readonly feature: ISchemaFeature;
  readonly schema: ISchema;
  /** Features that have each of the schema's own domains. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** All that the schema speaks of. */
  readonly environments: readonly string[];
  readonly trans: TranslationBundle;
  readonly onEdit: MakeEdit;
}

/** Everything of a feature that can be edited. */
export function FeatureEditor(props: IFeatureEditorProps): React.JSX.Element {
  const { feature, trans, onEdit } = props;
  const { path, type, unique } = feature;
  const [fault, setFault] = React.useState<string | null>(null);
  return (
    <div className="jp-TfxSchema-editor">
      {type !== 'STRUCT' && (
        <Field label={trans.__('Type')}>
          <ChoiceField
            label={trans.__('Type')}
            value={type ?? 'TYPE_UNKNOWN'}
            choices={[
              ...(type === null || type === 'TYPE_UNKNOWN'
                ? ([['TYPE_UNKNOWN', trans.__('not known')]] as const)
                : []),
              ['BYTES', trans.__('BYTES: strings, or bytes')],
              ['INT', trans.__('INT: integers')],
              ['FLOAT', trans.__('FLOAT: numbers')]
            ]}
            onChoose={chosen =>
              chosen === 'BYTES' || chosen === 'INT' || chosen === 'FLOAT'
                ? onEdit({ kind: 'set-type', path, type: chosen })
                : null
            }
          />
        </Field>
      )}
      <PresenceFields {...props} />
      <ValencyFields {...props} />
      {type !== 'STRUCT' && <DomainEditor {...props} />}
      <EnvironmentFields {...props} />
      <ComparatorFields {...props} which="drift" />
      <ComparatorFields {...props} which="skew" />
      {type !== 'STRUCT' && (
        <Field label={trans.__('Different values')}>
          <div className="jp-TfxSchema-range">
            <NumberField
              label={trans.__('Different values, at least')}
              placeholder={trans.__('at least')}
              value={unique?.min ?? null}
              whole
              trans={trans}
              onCommit={min =>
                onEdit({ kind: 'set-unique', path, unique: { min, max: unique?.max ?? null } })
              }
            />
            <span>{trans.__('to')}</span>
            <NumberField
              label={trans.__('Different values, at most')}
              placeholder={trans.__('at most')}
              value={unique?.max ?? null}
              whole
              trans={trans}
              onCommit={max =>
                onEdit({ kind: 'set-unique', path, unique: { min: unique?.min ?? null, max } })
              }
            />
          </div>
        </Field>
      )}
      <LifecycleField {...props} />
      <div>
        <Button
          small
          className="jp-mod-styled"
          onClick={() => setFault(onEdit({ kind: 'remove-feature', path }))}
        >
          {trans.__('Remove Feature')}
        </Button>
        {fault !== null && (
          <span className="jp-TfxSchema-fault" role="alert">
            {fault}
          </span>
        )}
      </div>
    </div>
  );
}

function PresenceFields({ feature, trans, onEdit }: IFeatureEditorProps): React.JSX.Element {
  const { path, presence, required } = feature;
  const { minFraction = null, minCount = null } = presence ?? {};
  if (required !== null) {
    return (
      <Field label={trans.__('Presence')}>
        {required ? trans.__('wherever its group is') : trans.__('optional in its group')}
      </Field>
    );
  }
  return (
    <Field label={trans.__('Presence')}>
      <div className="jp-TfxSchema-range">
        <NumberField
          label={trans.__('Share of the examples that must have it, from 0 to 1')}
          placeholder={trans.__('share, 0 to 1')}
          value={minFraction}
          trans={trans}
          onCommit={value =>
            onEdit({
              kind: 'set-presence',
              path,
              presence: { minFraction: value === null ? null : Number(value), minCount }
            })
          }
        />
        <span>{trans.__('and')}</span>
        <NumberField
          label={trans.__('Number of examples that must have it')}
          placeholder={trans.__('examples')}
          value={minCount}
          whole
          trans={trans}
          onCommit={value =>
            onEdit({ kind: 'set-presence', path, presence: { minFraction, minCount: value } })
          }
        />
      </div>
    </Field>
  );
}

function ValencyFields({ feature, trans, onEdit }: IFeatureEditorProps): React.JSX.Element {
  const { path, shape, valueCounts } = feature;
  if (valueCounts.length > 1) {
    return <Field label={trans.__('Values')}>{valencyWords(feature, trans)}</Field>;
  }
  const [bounds = null] = valueCounts;
  const one = shape?.length === 1 && Number(shape[0].size) === 1;
  const kind = shape ? (one ? 'one' : 'shape') : bounds ? 'range' : 'any';
  const range = (min: typeof bounds) =>
    onEdit({
      kind: 'set-valency',
      path,
      valency: { kind: 'range', min: min?.min ?? null, max: min?.max ?? null }
    });
  return (
    <Field label={trans.__('Values')} title={trans.__('How many values an example may have')}>
      <ChoiceField
        label={trans.__('How many values an example may have')}
        value={kind}
        choices={[
          ['one', trans.__('1 value (fixed shape)')],
          ['range', trans.__('a number of values')],
          ['any', trans.__('any number of values')],
          ...(kind === 'shape' ? ([['shape', valencyWords(feature, trans)]] as const) : [])
        ]}
        onChoose={chosen => {
          switch (chosen) {
            case 'one':
              return onEdit({
                kind: 'set-valency',
                path,
                valency: { kind: 'shape', sizes: [1] }
              });
            case 'range':
              return range({ min: 1, max: shape ? 1 : null });
            default:
              return onEdit({ kind: 'set-valency', path, valency: { kind: 'any' } });
          }
        }}
      />
      {bounds && (
        <div className="jp-TfxSchema-range">
          <NumberField
            label={trans.__('Values in an example, at least')}
            placeholder={trans.__('at least')}
            value={bounds.min}
            whole
            trans={trans}
            onCommit={min => range({ min, max: bounds.max })}
          />
          <span>{trans.__('to')}</span>
          <NumberField
            label={trans.__('Values in an example, at most')}
            placeholder={trans.__('at most')}
            value={bounds.max}
            whole
            trans={trans}
            onCommit={max => range({ min: bounds.min, max })}
          />
        </div>
      )}
    </Field>
  );
}

function EnvironmentFields({
  feature,
  schema,
  environments,
  trans,
  onEdit
}: IFeatureEditorProps): React.JSX.Element | null {
  const { path, inEnvironments, notInEnvironments } = feature;
  if (environments.length === 0) {
    return null;
  }
  const isIn = (name: string) =>
    !notInEnvironments.includes(name) &&
    (inEnvironments.includes(name) || schema.defaultEnvironments.includes(name));
  const put = (name: string, into: boolean) => {
    const byDefault = schema.defaultEnvironments.includes(name);
    const without = (names: readonly string[]) => names.filter(each => each !== name);
    onEdit({
      kind: 'set-environments',
      path,
      inEnvironments: [...without(inEnvironments), ...(into && !byDefault ? [name] : [])],
      notInEnvironments: [...without(notInEnvironments), ...(!into && byDefault ? [name] : [])]
    });
  };
  return (
    <Field label={trans.__('Environments')}>
      {environments.map(name => (
        <CheckField
          key={name}
          label={<bdi>{name}</bdi>}
          value={isIn(name)}
          onChange={into => put(name, into)}
        />
      ))}
    </Field>
  );
}

function ComparatorFields({
  feature,
  which,
  trans,
  onEdit
}: IFeatureEditorProps & { readonly which: 'drift' | 'skew' }): React.JSX.Element | null {
  const { path, type, domain } = feature;
  const comparator = feature[which];
  const categorical = domain?.kind === 'int' && domain.categorical;
  const allowed = measuresOf(type, categorical);
  const all: readonly Measure[] = ['infinityNorm', 'jensenShannon', 'normalizedAbsDifference'];
  // What is set already can be taken away, though it could not be chosen.
  const measures = all.filter(
    measure => allowed.includes(measure) || (comparator?.[measure] ?? null) !== null
  );
  if (measures.length === 0) {
    return null;
  }
  const label = which === 'drift' ? trans.__('Drift') : trans.__('Skew');
  return (
    <Field
      label={label}
      title={
        which === 'drift'
          ? trans.__('How far the data may be from the data before')
          : trans.__('How far training data may be from serving data')
      }
    >
      {measures.map(measure => (
        <div key={measure} className="jp-TfxSchema-limit">
          <span>{trans.__('%1, at most', measureWords(measure, trans))}</span>
          <NumberField
            label={trans.__('%1: %2, at most', label, measureWords(measure, trans))}
            placeholder={trans.__('no limit')}
            value={comparator?.[measure] ?? null}
            trans={trans}
            onCommit={value =>
              onEdit({
                kind: 'set-comparator',
                path,
                which,
                measure,
                threshold: value === null ? null : Number(value)
              })
            }
          />
        </div>
      ))}
    </Field>
  );
}

const STAGES = ['PLANNED', 'ALPHA', 'BETA', 'PRODUCTION', 'DEPRECATED', 'DEBUG_ONLY', 'DISABLED'];

function LifecycleField({ feature, trans, onEdit }: IFeatureEditorProps): React.JSX.Element {
  const { path, lifecycleStage, deprecated } = feature;
  const now = deprecated ? 'DEPRECATED' : (lifecycleStage ?? '');
  const stages = now === '' || STAGES.includes(now) ? STAGES : [...STAGES, now];
  return (
    <Field
      label={trans.__('Lifecycle')}
      title={trans.__(
        'Features that are planned, alpha, deprecated, disabled or for debugging are not validated.'
      )}
    >
      <ChoiceField
        label={trans.__('Lifecycle')}
        value={now}
        choices={[
          ['', trans.__('in use')],
          ...stages.map(
            stage =>
              [stage, lifecycleWords({ lifecycleStage: stage, deprecated: false }, trans)] as const
          )
        ]}
        onChoose={stage =>
          onEdit({ kind: 'set-lifecycle', path, stage: stage === '' ? null : stage })
        }
      />
    </Field>
  );
}
