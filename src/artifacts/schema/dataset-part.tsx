/** What a schema says of the dataset as a whole. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Field, NumberField } from './fields';
import type { ISchema } from './schema';
import { annotationWords, boundsWords, fractionsWords, shapeWords } from './schema-words';
import type { MakeEdit } from './use-draft';
import { ValueList } from './value-list';

/** Constraints, environments, annotations, tensors. */
export function DatasetPart(props: {
  readonly schema: ISchema;
  readonly trans: TranslationBundle;
  /** null where it is only looked at. */
  readonly onEdit: MakeEdit | null;
}): React.JSX.Element {
  const { schema, trans, onEdit } = props;
  const { constraints, defaultEnvironments, annotation, tensorGroups } = schema;
  const { min = null, max = null } = constraints?.examples ?? {};
  const nothing = trans.__('not set');
  return (
    <div className="jp-TfxSchema-dataset">
      <Field
        label={trans.__('Default environments')}
        title={trans.__('Features are in these unless they say otherwise')}
      >
        {onEdit || defaultEnvironments.length > 0 ? (
          <ValueList
            values={defaultEnvironments}
            label={trans.__('Find or add an environment')}
            trans={trans}
            onAdd={
              onEdit &&
              (name =>
                onEdit({
                  kind: 'set-default-environments',
                  names: [...defaultEnvironments, name]
                }))
            }
            onRemove={
              onEdit &&
              (name =>
                onEdit({
                  kind: 'set-default-environments',
                  names: defaultEnvironments.filter(each => each !== name)
                }))
            }
          />
        ) : (
          nothing
        )}
      </Field>
      <Field label={trans.__('Number of examples')}>
        {onEdit ? (
          <div className="jp-TfxSchema-range">
            <NumberField
              label={trans.__('Examples, at least')}
              placeholder={trans.__('at least')}
              value={min}
              whole
              trans={trans}
              onCommit={value => onEdit({ kind: 'set-examples', examples: { min: value, max } })}
            />
            <span>{trans.__('to')}</span>
            <NumberField
              label={trans.__('Examples, at most')}
              placeholder={trans.__('at most')}
              value={max}
              whole
              trans={trans}
              onCommit={value => onEdit({ kind: 'set-examples', examples: { min, max: value } })}
            />
          </div>
        ) : (
          boundsWords({ min, max }, trans) || nothing
        )}
      </Field>
      <Field label={trans.__('Compared with the span before')}>
        {fractionsWords(constraints?.drift ?? null, trans) || nothing}
      </Field>
      <Field label={trans.__('Compared with the version before')}>
        {fractionsWords(constraints?.version ?? null, trans) || nothing}
      </Field>
      <Field label={trans.__('Annotation')}>{annotationWords(annotation, trans) || nothing}</Field>
      <Field label={trans.__('Columns of variable length')}>
        {schema.variableLengthAsRagged
          ? trans.__('become ragged tensors')
          : trans.__('become sparse tensors')}
      </Field>
      {tensorGroups.map(({ name, tensors }) => (
        <Field
          key={name}
          label={name === '' ? trans.__('Tensors') : trans.__('Tensors of the group %1', name)}
        >
          <table className="jp-TfxArtifact-table">
            <tbody>
              {tensors.map(tensor => (
                <tr key={tensor.name}>
                  <th scope="row">
                    <bdi>{tensor.name}</bdi>
                  </th>
                  <td>{tensor.kind}</td>
                  <td>
                    <bdi>{tensor.columns.join(', ')}</bdi>
                  </td>
                  <td>{tensor.shape ? shapeWords(tensor.shape) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Field>
      ))}
    </div>
  );
}
