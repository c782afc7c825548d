/** A schema that was edited becomes a file, and a cell that brings it into the pipeline. */
import type { IArtifactHost } from '../artifact-view';

/**
 * What a cell has that imports a schema from a file.
 *
 * @param variable - What the rest of the notebook takes the schema from; null where that is not known.
 */
export function importCell(path: string, variable: string | null): string {
  const name = variable ?? 'schema_gen';
  return [
    'from tfx.v1.components import ImportSchemaGen',
    '',
    `${name} = ImportSchemaGen(schema_file=${pythonString(path)})`,
    `context.run(${name})`
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
 * Saves where the person says; then puts a cell into the notebook, unless one for the same file was. Below the cell
 * that made the schema, and with its variable: what comes after uses the new one.
 *
 * @param uri - Of the schema that was edited.
 * @param cells - Files that have a cell; the new one is added.
 * @returns null where the person did not say where.
 * @throws what the host throws: an Error whose message is a sentence.
 */
export async function saveSchema(
  text: string,
  uri: string,
  { saveText, insertCell }: IArtifactHost,
  cells: Set<string>
): Promise<ISavedSchema | null> {
  const path = (await saveText?.('schema.pbtxt', text)) ?? null;
  if (path === null) {
    return null;
  }
  const cell = insertCell !== null && !cells.has(path);
  if (cell) {
    insertCell(variable => importCell(path, variable), uri);
    cells.add(path);
  }
  return { path, cell };
}
