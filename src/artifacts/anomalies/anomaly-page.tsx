/** One anomaly: everything that is known of it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactHost } from '../artifact-view';
import { partText } from '../schema/compute-text';
import { AcceptPart } from './accept-part';
import { longWords, shortWords, subjectWord } from './anomaly-words';
import type { IAnomalyRow } from './compute-verdicts';
import { DiffRegions } from './diff-regions';
import { DistanceTable, distanceRows } from './distance-table';
import { EvidencePart } from './evidence-part';
import { SeverityIcon, severityWord } from './severity-icon';

/** Characters of text on the page, at most. */
const LONGEST = 20_000;

/** Beside the table, or below it. */
export function AnomalyPage(props: {
  readonly row: IAnomalyRow;
  /** Two splits were compared, by limits that are not the schema's. */
  readonly pairs: boolean;
  /** URI of the anomalies. */
  readonly uri: string;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { row, pairs, uri, trans, host, onClose } = props;
  const { anomaly, split } = row;
  const { severity, reasons, diff, path, name } = anomaly;
  const subject = subjectWord(anomaly, trans);
  const distances = React.useMemo(
    () =>
      name === ''
        ? []
        : distanceRows({ splits: [split], problems: [] }).filter(each => each.name === name),
    [split, name]
  );
  const lines = React.useMemo(
    () =>
      split.baseline && path.length > 0
        ? partText({ message: split.baseline, unknown: [] }, 'feature', path)
        : '',
    [split, path]
  );
  return (
    <section className="jp-TfxAnomalies-page" aria-label={subject}>
      <header>
        <h4>
          <SeverityIcon verdict={severity} title={severityWord(severity, trans)} />{' '}
          <bdi title={subject}>{subject}</bdi>
          {split.split !== '' && (
            <small>
              {' '}
              <bdi>{split.split}</bdi>
            </small>
          )}
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
      <p>
        <strong>{shortWords(anomaly, trans)}</strong>
      </p>
      {reasons.length === 0 && <p>{longWords(anomaly).slice(0, LONGEST)}</p>}
      <ul className="jp-TfxAnomalies-reasons">
        {reasons.map(({ type, shortDescription, description }, index) => (
          <li key={index}>
            {reasons.length > 1 && <strong>{shortDescription.replace(/\.$/, '')}: </strong>}
            {description.slice(0, LONGEST)}
            <div>
              <code>{type}</code>
            </div>
          </li>
        ))}
      </ul>
      {distances.length > 0 && (
        <DistanceTable
          rows={distances}
          one
          trans={trans}
          height={28 * (distances.length + 1) + 14}
        />
      )}
      {path.length > 0 && <EvidencePart {...{ row, pairs, uri, trans, host }} />}
      <AcceptPart key={row.key} {...{ anomaly, split, pairs, uri, trans, host }} />
      {diff.length > 0 && (
        <>
          <h4>{trans.__('Change of the schema that TensorFlow Data Validation suggests')}</h4>
          <DiffRegions regions={diff} trans={trans} />
        </>
      )}
      {lines !== '' && (
        <>
          <h4>{trans.__('In the schema')}</h4>
          <pre>{lines.slice(0, LONGEST)}</pre>
        </>
      )}
    </section>
  );
}
