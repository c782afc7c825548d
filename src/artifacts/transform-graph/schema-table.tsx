/** Features of one side of a transform. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ISchema, ISchemaFeature } from '../schema/schema';
import { domainWords, valencyWords } from '../schema/schema-words';

/** Rows before more are asked for. */
const FEW = { compact: 5, full: 200 };

/** A row per feature. */
export function SchemaTable(props: {
  readonly schema: ISchema;
  readonly label: string;
  readonly size: 'compact' | 'full';
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { schema, label, size, trans } = props;
  const [all, setAll] = React.useState(false);
  const { features } = schema;
  const shown = all ? features : features.slice(0, FEW[size]);
  const named = (name: string) =>
    schema.domains.find(domain => 'name' in domain && domain.name === name) ?? null;
  return (
    <section className="jp-TfxTransform-side">
      <h4>
        {label} <small>{trans._n('%1 feature', '%1 features', features.length)}</small>
      </h4>
      <table className="jp-TfxTransform-features" aria-label={label}>
        <tbody>
          {shown.map((feature, index) => (
            <tr key={index}>
              <th scope="row" title={feature.name.slice(0, 1000)}>
                <bdi>{feature.name}</bdi>
              </th>
              <td>{typeWords(feature)}</td>
              {size === 'full' && <td>{valencyWords(feature, trans)}</td>}
              <Cut text={domainWords(feature.domain, named, trans)} />
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < features.length && (
        <button className="jp-TfxArtifact-link" onClick={() => setAll(true)}>
          {trans._n(
            'Show %1 more feature',
            'Show %1 more features',
            features.length - shown.length
          )}
        </button>
      )}
    </section>
  );
}

/** A text that may be long: its beginning, and on hover more. */
function Cut({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <td title={text.slice(0, 2000)}>
      <bdi>{text.slice(0, 200)}</bdi>
    </td>
  );
}

function typeWords({ type }: ISchemaFeature): string {
  return type === null || type === 'TYPE_UNKNOWN' ? '' : type.toLowerCase();
}
