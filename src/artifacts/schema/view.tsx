/** Schemas: one, or several compared by meaning. */
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import type { ISchemaFile } from './decode';
import { SchemaDiff } from './schema-diff';
import { SchemaPage } from './schema-page';

/** See the parts. */
export function SchemaView({
  items,
  size,
  trans,
  host,
  opening
}: IArtifactViewProps<ISchemaFile>): React.JSX.Element {
  const [{ data, source }] = items;
  // Edits are those of one file: with another one, the page begins anew.
  const page = React.useRef({ data, key: 0 });
  if (page.current.data !== data) {
    page.current = { data, key: page.current.key + 1 };
  }
  return items.length > 1 ? (
    <SchemaDiff {...{ items, size, trans }} />
  ) : (
    <SchemaPage
      key={page.current.key}
      file={data}
      uri={source.document.uri}
      edited={opening?.edited ?? null}
      {...{ size, trans, host }}
    />
  );
}
