/** What an address says of artifacts. Each value is a type and a URI, with a blank between. */

/** Name of the parameter, once for each artifact (see `airflow_dag.py`). */
export const PARAMETER = 'tfx-artifact';
/** Artifacts of one link that are opened, at most: one component has no more outputs. */
const MOST = 20;

/** Types and URIs in the query of an address. */
export function linkedArtifacts(search: string): readonly { type: string; uri: string }[] {
  return new URLSearchParams(search)
    .getAll(PARAMETER)
    .map(value => /^(\S+) (.+)$/.exec(value))
    .flatMap(match => (match ? [{ type: match[1], uri: match[2] }] : []))
    .slice(0, MOST);
}

/** The query without them. */
export function withoutLinks(search: string): string {
  const rest = new URLSearchParams(search);
  rest.delete(PARAMETER);
  const text = rest.toString();
  return text === '' ? '' : `?${text}`;
}
