/** What would have to change in the schema for an anomaly to pass: shown, then made in a tab where it can be undone. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactHost } from '../artifact-view';
import { ChangeList } from '../schema/change-list';
import { schemaChanges } from '../schema/compute-diff';
import { partText, schemaText } from '../schema/compute-text';
import { decodeSchema } from '../schema/decode';
import { plainSchema } from '../schema/decode-schema';
import type { ISchemaDraft, SchemaEdit } from '../schema/edit';
import { EditError } from '../schema/edit';
import { applyEdits } from '../schema/edit-apply';
import type { IAnomaly, ISplitAnomalies } from './anomalies';
import { acceptance } from './compute-accept';
import { relatedOf } from './find-related';

/** Props of {@link AcceptPart}. */
export interface IAcceptPartProps {
  readonly anomaly: IAnomaly;
  readonly split: ISplitAnomalies;
  /** The limits are those of DistributionValidator's configuration. */
  readonly pairs: boolean;
  /** URI of the anomalies. */
  readonly uri: string;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}

/** Made up when it is asked for. */
export function AcceptPart(props: IAcceptPartProps): React.JSX.Element | null {
  const { split, trans } = props;
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
      {open && <Proposal {...props} draft={{ message: split.baseline, unknown: [] }} />}
    </div>
  );
}

function Proposal(
  props: IAcceptPartProps & {
    /** The schema that was validated against. */
    readonly draft: ISchemaDraft;
  }
): React.JSX.Element {
  const { anomaly, split, draft, pairs, uri, trans, host } = props;
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
          {pairs ? (
            <p className="jp-TfxArtifact-note">
              {trans.__(
                'Nothing is changed here. The limits are those of the configuration of DistributionValidator: set them there, if the data are right.'
              )}
            </p>
          ) : (
            <MakeChange {...{ edits, uri, trans, host }} />
          )}
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

/** Opens the schema with the change made: to be validated, undone, saved. */
function MakeChange(props: {
  readonly edits: readonly SchemaEdit[];
  readonly uri: string;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element {
  const { edits, uri, trans, host } = props;
  const [state, setState] = React.useState({ busy: false, problem: '' });
  const stop = React.useRef<AbortController | null>(null);
  React.useEffect(() => () => stop.current?.abort(), []);
  const { open, source } = host;
  if (!open || !source) {
    return (
      <p className="jp-TfxArtifact-note">
        {trans.__(
          'Nothing is changed here. To make the change, open the anomalies from the notebook of the pipeline.'
        )}
      </p>
    );
  }
  const make = async (signal: AbortSignal): Promise<void> => {
    const { schema, statistics } = await relatedOf(uri, host);
    if (schema === null) {
      throw new Error(
        trans.__(
          'It is not known which schema this is. Open the panel on the notebook that made the anomalies, or open the schema and edit it there.'
        )
      );
    }
    const file = await decodeSchema(await source(schema, signal), signal);
    const text = schemaText(applyEdits(file, edits));
    if (!signal.aborted) {
      open([schema], { edited: { text, statistics: statistics?.uri ?? null } });
    }
  };
  const start = (): void => {
    stop.current?.abort();
    const { signal } = (stop.current = new AbortController());
    const end = (problem: string): void => {
      if (!signal.aborted) {
        setState({ busy: false, problem });
      }
    };
    setState({ busy: true, problem: '' });
    make(signal).then(
      () => end(''),
      (error: unknown) => end(error instanceof Error ? error.message : String(error))
    );
  };
  return (
    <>
      <Button
        small
        className="jp-mod-styled jp-mod-accept"
        disabled={state.busy}
        title={trans.__('Open the schema with this change made; nothing is saved before you do')}
        onClick={start}
      >
        {trans.__('Make the Change…')}
      </Button>
      {state.problem !== '' && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {state.problem}
        </p>
      )}
    </>
  );
}
