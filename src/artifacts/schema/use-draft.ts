/** The schema that is being edited, with its history. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ISchemaChange } from './compute-diff';
import { schemaChanges } from './compute-diff';
import type { ISchemaFile } from './decode';
import { plainSchema } from './decode-schema';
import type { ISchemaDraft, SchemaEdit } from './edit';
import { EditError } from './edit';
import { applyEdit } from './edit-apply';
import type { IHistory } from './edit-history';
import { begin, proceed, redo, undo } from './edit-history';
import type { ISchema } from './schema';

/** Makes an edit; the sentence that says why not, or null where it was made. */
export type MakeEdit = (edit: SchemaEdit) => string | null;

/** A schema as it is after the edits so far. */
export interface IDraftState {
  readonly draft: ISchemaDraft;
  readonly schema: ISchema;
  /** From the file to here. */
  readonly changes: readonly ISchemaChange[];
  readonly make: MakeEdit;
  /** null where there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/**
 * Begins with the file, which stays the same one.
 *
 * @param edited - What the first edit makes of it; null for none.
 */
export function useDraft(
  file: ISchemaFile,
  edited: ISchemaDraft | null,
  trans: TranslationBundle
): IDraftState {
  const [history, setHistory] = React.useState<IHistory<ISchemaDraft>>(() =>
    edited ? proceed(begin(file), edited) : begin(file)
  );
  const { present } = history;
  const schema = React.useMemo(
    () => (present === file ? file.schema : plainSchema(present.message)),
    [present, file]
  );
  const changes = React.useMemo(
    () => schemaChanges(file.schema, schema, trans),
    [file, schema, trans]
  );
  const make = React.useCallback(
    (edit: SchemaEdit): string | null => {
      try {
        setHistory(proceed(history, applyEdit(history.present, edit)));
        return null;
      } catch (error) {
        if (error instanceof EditError) {
          return error.message;
        }
        throw error;
      }
    },
    [history]
  );
  return {
    draft: present,
    schema,
    changes,
    make,
    undo: history.past.length > 0 ? () => setHistory(undo(history)) : null,
    redo: history.future.length > 0 ? () => setHistory(redo(history)) : null
  };
}
