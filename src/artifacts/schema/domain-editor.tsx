/** Edits what a feature's values may be. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Integer } from '../decode-integer';
import type { DomainChoice, DomainPlace } from './edit';
import { domainsOf } from './edit';
import { CheckField, ChoiceField, Field, NumberField, TextField } from './fields';
import type { IDomain, ISchema, ISchemaFeature } from './schema';
import { domainWords, quoted, shortestSingle } from './schema-words';
import type { MakeEdit } from './use-draft';
import { ValueList } from './value-list';

/** Begins the choice of one of the schema's own domains. */
const NAMED = 'named:';

/** Which domain, and what is in it. */
export function DomainEditor(props: {
  readonly feature: ISchemaFeature;
  readonly schema: ISchema;
  /** Features that have each of the schema's own domains. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  readonly trans: TranslationBundle;
  readonly onEdit: MakeEdit;
}): React.JSX.Element {
  const { feature, schema, users, trans, onEdit } = props;
  const { domain, path, type } = feature;
  const value =
    domain === null ? 'none' : domain.kind === 'named' ? NAMED + domain.name : domain.kind;
  const held =
    domain?.kind === 'named'
      ? (schema.domains.find(each => 'name' in each && each.name === domain.name) ?? null)
      : domain;
  const place: DomainPlace =
    domain?.kind === 'named' ? { kind: 'schema', name: domain.name } : { kind: 'feature', path };
  const others =
    domain?.kind === 'named'
      ? (users.get(domain.name) ?? []).filter(name => name !== path.join('.'))
      : [];
  return (
    <>
      <Field label={trans.__('Domain')}>
        <ChoiceField
          label={trans.__('Domain')}
          value={value}
          choices={choicesFor(feature, schema, trans)}
          onChoose={kind => onEdit({ kind: 'set-domain', path, domain: begun(kind, held) })}
        />
        {others.length > 0 && (
          <p className="jp-TfxArtifact-note">
            {trans._n(
              'Shared with %1 other feature: %2',
              'Shared with %1 other features: %2',
              others.length,
              others.slice(0, 5).map(quoted).join(', ')
            )}
          </p>
        )}
        {held && <DomainContent {...{ held, place, trans, onEdit }} />}
      </Field>
      {type !== 'STRUCT' && domain !== null && (
        <Field
          label={trans.__('In the domain')}
          title={trans.__('Share of the values that must be in the domain, from 0 to 1')}
        >
          <NumberField
            label={trans.__('Share of the values that must be in the domain, from 0 to 1')}
            value={feature.minDomainMass}
            placeholder="1"
            trans={trans}
            onCommit={min =>
              onEdit({ kind: 'set-domain-mass', path, min: min === null ? null : Number(min) })
            }
          />
        </Field>
      )}
    </>
  );
}

/** What a domain holds. Shown by the table of domains too. */
export function DomainContent(props: {
  readonly held: IDomain;
  readonly place: DomainPlace;
  readonly trans: TranslationBundle;
  readonly onEdit: MakeEdit;
}): React.JSX.Element | null {
  const { held, place, trans, onEdit } = props;
  const bound = (name: 'min' | 'max') => (value: Integer | null) =>
    onEdit({ kind: 'set-range', place, range: { [name]: value } });
  switch (held.kind) {
    case 'int':
    case 'float': {
      const whole = held.kind === 'int';
      return (
        <>
          <div className="jp-TfxSchema-range">
            <NumberField
              label={trans.__('Minimum')}
              placeholder={trans.__('minimum')}
              value={held.min === null || whole ? held.min : shortestSingle(held.min)}
              onCommit={bound('min')}
              {...{ whole, trans }}
            />
            <span>{trans.__('to')}</span>
            <NumberField
              label={trans.__('Maximum')}
              placeholder={trans.__('maximum')}
              value={held.max === null || whole ? held.max : shortestSingle(held.max)}
              onCommit={bound('max')}
              {...{ whole, trans }}
            />
          </div>
          {held.kind === 'float' && (
            <>
              <CheckField
                label={trans.__('NaN allowed')}
                value={!held.disallowNaN}
                onChange={allowed =>
                  onEdit({ kind: 'set-range', place, range: { disallowNaN: !allowed } })
                }
              />
              <CheckField
                label={trans.__('Infinities allowed')}
                value={!held.disallowInf}
                onChange={allowed =>
                  onEdit({ kind: 'set-range', place, range: { disallowInf: !allowed } })
                }
              />
            </>
          )}
        </>
      );
    }
    case 'string':
      return (
        <ValueList
          values={held.values}
          trans={trans}
          onAdd={value => onEdit({ kind: 'add-values', place, values: [value] })}
          onRemove={value => onEdit({ kind: 'remove-values', place, values: [value] })}
        />
      );
    case 'bool': {
      if (place.kind !== 'feature') {
        return null;
      }
      const words = (change: { trueValue?: string; falseValue?: string }) => {
        const { trueValue, falseValue } = { ...held, ...change };
        return onEdit({
          kind: 'set-domain',
          path: place.path,
          domain: { kind: 'bool', trueValue: trueValue || null, falseValue: falseValue || null }
        });
      };
      return (
        <div className="jp-TfxSchema-range">
          <TextField
            label={trans.__('Word for true')}
            placeholder={trans.__('true')}
            value={held.trueValue ?? ''}
            onCommit={trueValue => words({ trueValue })}
          />
          <TextField
            label={trans.__('Word for false')}
            placeholder={trans.__('false')}
            value={held.falseValue ?? ''}
            onCommit={falseValue => words({ falseValue })}
          />
        </div>
      );
    }
    default:
      return null;
  }
}

/** A domain as it is when it is chosen: with what the one before has that goes with it. */
function begun(kind: string, held: IDomain | null): DomainChoice {
  if (kind.startsWith(NAMED)) {
    return { kind: 'named', name: kind.slice(NAMED.length) };
  }
  switch (kind) {
    case 'int':
      return { kind, ...(held?.kind === 'int' ? boundsOf(held) : NO_BOUNDS) };
    case 'float':
      return { kind, ...(held?.kind === 'float' ? boundsOf(held) : NO_BOUNDS) };
    case 'string':
      return { kind, values: held?.kind === 'string' ? held.values : [] };
    case 'bool':
      return { kind, trueValue: null, falseValue: null };
    case 'language':
    case 'image':
    case 'mid':
    case 'url':
      return { kind };
    default:
      return { kind: 'none' };
  }
}

const NO_BOUNDS = { min: null, max: null } as const;

function boundsOf<T>({ min, max }: { readonly min: T; readonly max: T }): {
  readonly min: T;
  readonly max: T;
} {
  return { min, max };
}

/** What the feature's type allows, and what it has now. */
function choicesFor(
  { type, domain }: ISchemaFeature,
  schema: ISchema,
  trans: TranslationBundle
): readonly (readonly [string, string])[] {
  const kinds = domainsOf(type);
  const words: Readonly<Record<DomainChoice['kind'], string>> = {
    none: trans.__('any value'),
    named: '',
    int: trans.__('integers in a range'),
    float: trans.__('numbers in a range'),
    string: trans.__('values of its own'),
    bool: trans.__('true or false'),
    language: trans.__('natural language'),
    image: trans.__('images'),
    mid: trans.__('identifiers of the Knowledge Graph'),
    url: trans.__('URLs')
  };
  const choices: (readonly [string, string])[] = [['none', words.none]];
  for (const each of schema.domains) {
    if ('name' in each && (kinds as readonly string[]).includes(each.kind)) {
      choices.push([NAMED + each.name, trans.__('the domain %1', quoted(each.name))]);
    }
  }
  choices.push(...kinds.map(kind => [kind, words[kind]] as const));
  const now = domain && (domain.kind === 'named' ? NAMED + domain.name : domain.kind);
  if (domain && now !== null && !choices.some(([value]) => value === now)) {
    choices.push([now, domainWords(domain, () => null, trans)]);
  }
  return choices;
}
