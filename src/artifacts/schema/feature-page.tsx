/** One feature: its lines in the file, its values, and where it is edited the editor. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { SchemaRow } from './compute-rows';
import { partText } from './compute-text';
import type { ISchemaDraft } from './edit';
import { FeatureEditor } from './feature-editor';
import type { IDomain, ISchema } from './schema';
import type { MakeEdit } from './use-draft';
import { ValueList } from './value-list';

/** Props of {@link FeaturePage}. */
export interface IFeaturePageProps {
  readonly row: SchemaRow;
  readonly draft: ISchemaDraft;
  readonly schema: ISchema;
  readonly named: (name: string) => IDomain | null;
  readonly users: ReadonlyMap<string, readonly string[]>;
  readonly environments: readonly string[];
  readonly trans: TranslationBundle;
  /** null where it is only looked at. */
  readonly onEdit: MakeEdit | null;
  readonly onClose: () => void;
}

/** Characters of a feature's lines on the page, at most. */
const LONGEST = 20_000;

/** Beside the table, or below it. */
export function FeaturePage(props: IFeaturePageProps): React.JSX.Element {
  const { row, draft, schema, named, users, environments, trans, onEdit, onClose } = props;
  const text = React.useMemo(() => partText(draft, row.what, row.path), [draft, row]);
  const domain = row.what === 'feature' ? row.feature.domain : null;
  const held = domain?.kind === 'named' ? named(domain.name) : domain;
  return (
    <section className="jp-TfxSchema-page" aria-label={row.path.join('.')}>
      <header>
        <h4>
          <bdi title={row.path.join('.')}>{row.path.join('.')}</bdi>
        </h4>
        <Button
          small
          minimal
          title={trans.__('Close')}
          aria-label={trans.__('Close')}
          onClick={onClose}
        >
          ×
        </Button>
      </header>
      {onEdit && row.what === 'feature' && (
        <FeatureEditor
          key={row.key}
          feature={row.feature}
          {...{ schema, users, environments, trans, onEdit }}
        />
      )}
      {onEdit && row.what !== 'feature' && (
        <p className="jp-TfxArtifact-note">
          {trans.__('Sparse and weighted features are edited in the file.')}
        </p>
      )}
      {!onEdit && held?.kind === 'string' && (
        <ValueList values={held.values} trans={trans} onAdd={null} onRemove={null} />
      )}
      <pre aria-label={trans.__('In the file')}>
        {text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text}
      </pre>
    </section>
  );
}
