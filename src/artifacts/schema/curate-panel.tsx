/** The edits so far: undone, validated, saved. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactHost } from '../artifact-view';
import { ChangeList, changeCounts } from './change-list';
import type { ISchemaChange } from './compute-diff';
import { schemaText } from './compute-text';
import { ChoiceField } from './fields';
import { saveSchema } from './save-schema';
import type { SchemaType } from './schema';
import type { IDraftState, MakeEdit } from './use-draft';
import type { IValidationState } from './use-validation';
import { ValidationPart } from './validation-part';

/** Props of {@link CuratePanel}. */
export interface ICuratePanelProps {
  /** Of the schema that is edited. */
  readonly uri: string;
  readonly state: IDraftState;
  readonly validation: IValidationState;
  readonly host: IArtifactHost;
  readonly trans: TranslationBundle;
  readonly onSelect: (change: ISchemaChange) => void;
}

/** Beside the table. */
export function CuratePanel(props: ICuratePanelProps): React.JSX.Element {
  const { uri, state, validation, host, trans, onSelect } = props;
  const { changes, make, schema } = state;
  return (
    <section className="jp-TfxSchema-curate" aria-label={trans.__('Edits')}>
      <div className="jp-TfxSchema-bar">
        <Button
          small
          className="jp-mod-styled"
          disabled={state.undo === null}
          onClick={() => state.undo?.()}
        >
          {trans.__('Undo')}
        </Button>
        <Button
          small
          className="jp-mod-styled"
          disabled={state.redo === null}
          onClick={() => state.redo?.()}
        >
          {trans.__('Redo')}
        </Button>
        <SavePart {...{ uri, state, host, trans }} />
      </div>
      <h4>
        {trans.__('Changes')}
        {changes.length > 0 && <small> {changeCounts(changes, trans)}</small>}
      </h4>
      {changes.length === 0 ? (
        <p className="jp-TfxArtifact-note">{trans.__('None yet. Choose a feature to edit it.')}</p>
      ) : (
        <ChangeList changes={changes} trans={trans} shown={100} onSelect={onSelect} />
      )}
      <AddFeature trans={trans} onEdit={make} />
      {host.validate ? (
        <ValidationPart
          validation={validation}
          environments={schema.defaultEnvironments}
          trans={trans}
        />
      ) : (
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'To validate statistics against the edited schema, open it from a notebook whose kernel has TFX.'
          )}
        </p>
      )}
    </section>
  );
}

function SavePart(props: {
  readonly uri: string;
  readonly state: IDraftState;
  readonly host: IArtifactHost;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { uri, state, host, trans } = props;
  const [said, setSaid] = React.useState('');
  const cells = React.useRef(new Set<string>());
  if (!host.saveText) {
    return null;
  }
  const save = async (): Promise<void> => {
    try {
      const saved = await saveSchema(schemaText(state.draft), uri, host, cells.current);
      setSaid(
        saved === null
          ? ''
          : saved.cell
            ? trans.__('Saved as %1. A new cell of the notebook imports it.', saved.path)
            : trans.__('Saved as %1.', saved.path)
      );
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <Button small className="jp-mod-styled jp-mod-accept" onClick={() => void save()}>
        {trans.__('Save As…')}
      </Button>
      <span role="status">{said}</span>
    </>
  );
}

function AddFeature(props: {
  readonly trans: TranslationBundle;
  readonly onEdit: MakeEdit;
}): React.JSX.Element {
  const { trans, onEdit } = props;
  const [name, setName] = React.useState('');
  const [type, setType] = React.useState<SchemaType>('BYTES');
  const [fault, setFault] = React.useState<string | null>(null);
  const add = (): void => {
    const sentence = onEdit({ kind: 'add-feature', name, type });
    setFault(sentence);
    if (sentence === null) {
      setName('');
    }
  };
  return (
    <details className="jp-TfxSchema-add">
      <summary>{trans.__('Add a feature')}</summary>
      <div className="jp-TfxSchema-range">
        <input
          className="jp-mod-styled"
          value={name}
          placeholder={trans.__('name')}
          aria-label={trans.__('Name of the new feature')}
          onChange={event => setName(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add();
            }
          }}
        />
        <ChoiceField
          label={trans.__('Type of the new feature')}
          value={type}
          choices={[
            ['BYTES', 'BYTES'],
            ['INT', 'INT'],
            ['FLOAT', 'FLOAT']
          ]}
          onChoose={chosen => {
            setType(chosen === 'INT' || chosen === 'FLOAT' ? chosen : 'BYTES');
            return null;
          }}
        />
        <Button small className="jp-mod-styled" disabled={name === ''} onClick={add}>
          {trans.__('Add')}
        </Button>
      </div>
      {fault !== null && (
        <span className="jp-TfxSchema-fault" role="alert">
          {fault}
        </span>
      )}
    </details>
  );
}
