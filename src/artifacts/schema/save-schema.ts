/** A schema that was edited becomes a file, and a cell that brings it into the pipeline. */
import type { IArtifactHost } from '../artifact-view';

/** What a cell has that imports a schema from a file. */
export function importCell(path: string): string {
  return [
    'from tfx.components import ImportSchemaGen',
    '',
    `schema_gen = ImportSchemaGen(schema_file=${pythonString(path)})`,
    'context.run(schema_gen)'
  ].join('\n');
}

/** A literal of Python; JSON's escapes are among those of Python. */
function pythonString(text: string): string {
  const json = JSON.stringify(text);
  // Without escapes it may have the quotes that Python's own repr has.
  return json.includes('\\') || text.includes("'") ? json : `'${text}'`;
}

/** How it ended. */
export interface ISavedSchema {
  readonly path: string;
  /** A cell was put into the notebook. */
  readonly cell: boolean;
}

/**
 * Saves where the person says; then puts a cell into the notebook, unless one for the same file was.
 *
 * @param cells - Files that have a cell; the new one is added.
 * @returns null where the person did not say where.
 * @throws what the host throws: an Error whose message is a sentence.
 */
export async function saveSchema(
  text: string,
  { saveText, insertCell }: IArtifactHost,
  cells: Set<string>
): Promise<ISavedSchema | null> {
  const path = (await saveText?.('schema.pbtxt', text)) ?? null;
  if (path === null) {
    return null;
  }
  const cell = insertCell !== null && !cells.has(path);
  if (cell) {
    insertCell(importCell(path));
    cells.add(path);
  }
  return { path, cell };
}
