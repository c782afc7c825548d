/** What would have to change in the schema for an anomaly to pass: shown, not made. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { ChangeList } from '../schema/change-list';
import { schemaChanges } from '../schema/compute-diff';
import { partText } from '../schema/compute-text';
import { plainSchema } from '../schema/decode-schema';
import type { ISchemaDraft } from '../schema/edit';
import { EditError } from '../schema/edit';
import { applyEdits } from '../schema/edit-apply';
import type { IAnomaly, ISplitAnomalies } from './anomalies';
import { acceptance } from './compute-accept';

/** Made up when it is asked for. */
export function AcceptPart(props: {
  readonly anomaly: IAnomaly;
  readonly split: ISplitAnomalies;
  /** The limits are those of DistributionValidator's configuration. */
  readonly pairs: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { anomaly, split, pairs, trans } = props;
  const [open, setOpen] = React.useState(false);
  if (!split.baseline) {
    return null;
  }
  return (
    <div className="jp-TfxAnomalies-accept">
      <Button
        small
        className="jp-mod-styled"
        aria-expanded={open}
        title={trans.__('Show the change of the schema that would make this pass')}
        onClick={() => setOpen(!open)}
      >
        {trans.__('Accept…')}
      </Button>
      {open && (
        <Proposal
          {...{ anomaly, split, pairs, trans }}
          draft={{ message: split.baseline, unknown: [] }}
        />
      )}
    </div>
  );
}

function Proposal(props: {
  readonly anomaly: IAnomaly;
  readonly split: ISplitAnomalies;
  readonly draft: ISchemaDraft;
  readonly pairs: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { anomaly, split, draft, pairs, trans } = props;
  const schema = plainSchema(draft.message);
  const distances = split.distances.find(({ name }) => name === anomaly.name) ?? null;
  const { edits, left } = acceptance(anomaly, schema, distances);
  let after: ISchemaDraft;
  try {
    after = applyEdits(draft, edits);
  } catch (error) {
    if (!(error instanceof EditError)) {
      throw error;
    }
    return <p className="jp-TfxArtifact-note">{error.message}</p>;
  }
  const changes = schemaChanges(schema, plainSchema(after.message), trans);
  const text = anomaly.path.length > 0 ? partText(after, 'feature', anomaly.path) : '';
  return (
    <>
      {changes.length > 0 && (
        <>
          <p>{trans.__('With this change of the schema the data would pass:')}</p>
          <ChangeList changes={changes} trans={trans} />
          {text !== '' && (
            <details>
              <summary>{trans.__('The feature in the changed file')}</summary>
              <pre>{text.slice(0, 20_000)}</pre>
            </details>
          )}
          <p className="jp-TfxArtifact-note">
            {pairs
              ? trans.__(
                  'Nothing is changed here. The limits are those of the configuration of DistributionValidator: set them there, if the data are right.'
                )
              : trans.__(
                  'Nothing is changed here. Open the schema and edit it, if the data are right.'
                )}
          </p>
        </>
      )}
      {left.map(({ type, shortDescription }) => (
        <p key={type} className="jp-TfxArtifact-note">
          {type === 'SCHEMA_NEW_COLUMN'
            ? trans.__(
                'The schema does not have this feature. Infer the schema again, or add the feature with the type that the statistics have.'
              )
            : trans.__('No change of the schema follows from this: %1', shortDescription || type)}
        </p>
      ))}
    </>
  );
}
