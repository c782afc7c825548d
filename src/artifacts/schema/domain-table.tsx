/** The schema's own domains: what they hold, and which features have them. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { VirtualTable } from '../virtual-table';
import { DomainContent } from './domain-editor';
import type { IDomain, ISchema } from './schema';
import { domainWords, quotedList } from './schema-words';
import type { MakeEdit } from './use-draft';
import { ValueList } from './value-list';

/** A table, and below it the domain that is chosen. */
export function DomainTable(props: {
  readonly schema: ISchema;
  readonly users: ReadonlyMap<string, readonly string[]>;
  readonly trans: TranslationBundle;
  /** null where they are only looked at. */
  readonly onEdit: MakeEdit | null;
}): React.JSX.Element {
  const { schema, users, trans, onEdit } = props;
  const [selected, setSelected] = React.useState<string | null>(null);
  const domain = schema.domains.find(each => nameOf(each) === selected) ?? null;
  return (
    <div className="jp-TfxSchema-main">
      <div className="jp-TfxSchema-table">
        <VirtualTable
          label={trans.__('Domains of the schema')}
          rows={schema.domains}
          columns={[
            {
              id: 'name',
              header: trans.__('Domain'),
              width: 200,
              cell: each => <bdi title={nameOf(each)}>{nameOf(each)}</bdi>,
              sortBy: nameOf
            },
            {
              id: 'holds',
              header: trans.__('Holds'),
              width: 420,
              cell: each => domainWords(each, () => null, trans)
            },
            {
              id: 'users',
              header: trans.__('Features'),
              width: 300,
              cell: each => quotedList(users.get(nameOf(each)) ?? [], trans)
            }
          ]}
          rowKey={(each, index) => `${index} ${nameOf(each)}`}
          rowHeight={26}
          empty={trans.__('The schema has no domains of its own: each feature has its own.')}
          onSelect={each => setSelected(nameOf(each))}
        />
      </div>
      {domain && (
        <section className="jp-TfxSchema-page" aria-label={nameOf(domain)}>
          <h4>
            <bdi>{nameOf(domain)}</bdi>
          </h4>
          {onEdit ? (
            <DomainContent
              key={nameOf(domain)}
              held={domain}
              place={{ kind: 'schema', name: nameOf(domain) }}
              trans={trans}
              onEdit={onEdit}
            />
          ) : domain.kind === 'string' ? (
            <ValueList values={domain.values} trans={trans} onAdd={null} onRemove={null} />
          ) : (
            <p>{domainWords(domain, () => null, trans)}</p>
          )}
        </section>
      )}
    </div>
  );
}

function nameOf(domain: IDomain): string {
  return 'name' in domain ? domain.name : '';
}
