/** What is known of something, as names and values. */
import * as React from 'react';

/** One fact; it is left out where its value is null. */
export interface IFact {
  readonly name: string;
  readonly value: React.ReactNode;
}

/** A table of two columns; nothing where there is nothing to say. */
export function Facts(props: {
  readonly label: string;
  readonly facts: readonly IFact[];
}): React.JSX.Element | null {
  const known = props.facts.filter(({ value }) => value !== null);
  return known.length === 0 ? null : (
    <table className="jp-TfxArtifact-table jp-TfxFacts" aria-label={props.label}>
      <tbody>
        {known.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
