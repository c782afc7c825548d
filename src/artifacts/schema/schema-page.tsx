/** One schema: looked at, searched, and in a tab edited. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactHost, ISchemaChoice, ViewSize } from '../artifact-view';
import { count } from '../format';
import type { SchemaRow } from './compute-rows';
import { domainUsers, environmentsOf, featureKey, foundRows, schemaRows } from './compute-rows';
import { schemaText } from './compute-text';
import type { ISplitValidation } from './compute-validation';
import { CuratePanel } from './curate-panel';
import { DatasetPart } from './dataset-part';
import type { ISchemaFile } from './decode';
import { parseSchema } from './decode';
import { namedIn } from './diff-domain';
import { DomainTable } from './domain-table';
import type { ISchemaDraft } from './edit';
import { FeaturePage } from './feature-page';
import { FeatureTable } from './feature-table';
import type { ISchema } from './schema';
import type { IDraftState } from './use-draft';
import { useDraft } from './use-draft';
import type { IValidationRequest } from './use-validation';
import { useValidation } from './use-validation';

/** Props of {@link SchemaPage}. */
export interface ISchemaPageProps {
  readonly file: ISchemaFile;
  readonly uri: string;
  /** What the file is opened with, where it was opened with edits. */
  readonly edited: ISchemaChoice | null;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}

const NOTHING = { validate: null, find: null };
const NO_REQUEST = { environment: null, previous: null, serving: null };

type Part = 'features' | 'domains' | 'dataset' | 'file';

/** Characters of the file on the page, at most. */
const LONGEST = 200_000;

/** In a cell's output the features alone. */
export function SchemaPage(props: ISchemaPageProps): React.JSX.Element {
  const { file, uri, edited, size, trans, host } = props;
  const full = size === 'full';
  const [first] = React.useState(() => firstEdit(edited));
  const state = useDraft(file, first.draft, trans);
  const { schema, draft, make } = state;
  const [curates, setCurates] = React.useState(edited !== null);
  const [part, setPart] = React.useState<Part>('features');
  const [text, setText] = React.useState('');
  const [selected, setSelected] = React.useState<string | null>(() => changedFeature(state));
  const validation = useValidation(curates ? host : NOTHING, file, draft, first.request);
  const rows = React.useMemo(() => schemaRows(schema), [schema]);
  const named = React.useMemo(() => namedIn(schema), [schema]);
  const users = React.useMemo(() => domainUsers(rows), [rows]);
  const environments = React.useMemo(() => environmentsOf(schema, rows), [schema, rows]);
  const found = React.useMemo(() => foundRows(rows, text, named), [rows, text, named]);
  const anomalies = React.useMemo(
    () => (curates ? findingsByName(validation.splits) : undefined),
    [curates, validation.splits]
  );
  const row = rows.find(({ key }) => key === selected) ?? null;
  const onEdit = curates ? make : null;
  return (
    <div className={`jp-TfxSchema jp-mod-${size}`}>
      <div className="jp-TfxSchema-bar">
        {full ? (
          <Parts {...{ part, schema, rows, trans }} onChoose={setPart} />
        ) : (
          <span>{trans._n('%1 feature', '%1 features', rows.length)}</span>
        )}
        {part === 'features' && (full || rows.length > 8) && (
          <input
            type="search"
            className="jp-mod-styled"
            value={text}
            placeholder={trans.__('Find features and values')}
            aria-label={trans.__('Find features and values')}
            onChange={event => setText(event.target.value)}
          />
        )}
        {text !== '' && part === 'features' && (
          <span role="status">{trans.__('%1 of %2', count(found.length), count(rows.length))}</span>
        )}
        {full && (
          <Button
            small
            className="jp-mod-styled"
            aria-pressed={curates}
            title={trans.__('Edit a copy of this schema, validate it, and save it')}
            onClick={() => setCurates(!curates)}
          >
            {curates ? trans.__('Stop Editing') : trans.__('Edit')}
          </Button>
        )}
      </div>
      {file.unknown.length > 0 && (
        <p className="jp-TfxArtifact-note">
          {trans._n(
            '%1 field is not known here. It is kept as it is in the file.',
            '%1 fields are not known here. They are kept as they are in the file.',
            file.unknown.length
          )}
        </p>
      )}
      {first.problem !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {trans.__('The edits could not be read, and are not made: %1', first.problem)}
        </p>
      )}
      <div className="jp-TfxSchema-columns">
        <div className="jp-TfxSchema-part">
          {part === 'features' && (
            <div className="jp-TfxSchema-main">
              <div className="jp-TfxSchema-table">
                <FeatureTable
                  rows={found}
                  all={rows}
                  {...{ named, anomalies, size, trans, selected }}
                  onSelect={setSelected}
                />
              </div>
              {row && (
                <FeaturePage
                  {...{ row, draft, schema, named, users, environments, trans, onEdit }}
                  onClose={() => setSelected(null)}
                />
              )}
            </div>
          )}
          {part === 'domains' && <DomainTable {...{ schema, users, trans, onEdit }} />}
          {part === 'dataset' && <DatasetPart {...{ schema, trans, onEdit }} />}
          {part === 'file' && <FileText text={schemaText(draft)} trans={trans} />}
        </div>
        {curates && (
          <CuratePanel
            {...{ uri, state, validation, host, trans }}
            onSelect={({ path }) => {
              setPart('features');
              setText('');
              setSelected(featureKey(path));
            }}
          />
        )}
      </div>
    </div>
  );
}

/** The edits that a schema is opened with, and what they are held against. */
function firstEdit(edited: ISchemaChoice | null): {
  readonly draft: ISchemaDraft | null;
  readonly request: IValidationRequest | null;
  readonly problem: string | null;
} {
  if (edited === null) {
    return { draft: null, request: null, problem: null };
  }
  const { text, statistics } = edited;
  try {
    return {
      draft: parseSchema(text),
      request: statistics === null ? null : { ...NO_REQUEST, statistics },
      problem: null
    };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { draft: null, request: null, problem };
  }
}

/** The first feature that an edit has changed; null for none. */
function changedFeature({ changes }: IDraftState): string | null {
  const change = changes.find(({ what }) => what !== 'domain' && what !== 'dataset');
  return change ? featureKey(change.path) : null;
}

function Parts(props: {
  readonly part: Part;
  readonly schema: ISchema;
  readonly rows: readonly SchemaRow[];
  readonly trans: TranslationBundle;
  readonly onChoose: (part: Part) => void;
}): React.JSX.Element {
  const { part, schema, rows, trans, onChoose } = props;
  const parts: readonly (readonly [Part, string])[] = [
    ['features', trans._n('%1 feature', '%1 features', rows.length)],
    ['domains', trans._n('%1 domain', '%1 domains', schema.domains.length)],
    ['dataset', trans.__('Dataset')],
    ['file', trans.__('File')]
  ];
  return (
    <div className="jp-TfxSchema-parts" role="group" aria-label={trans.__('Parts of the schema')}>
      {parts.map(([name, label]) => (
        <button key={name} aria-pressed={name === part} onClick={() => onChoose(name)}>
          {label}
        </button>
      ))}
    </div>
  );
}

function FileText(props: {
  readonly text: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { text, trans } = props;
  return (
    <div className="jp-TfxSchema-file">
      <pre>{text.slice(0, LONGEST)}</pre>
      {text.length > LONGEST && (
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'The first %1 of %2 characters. Choose a feature to see its lines.',
            count(LONGEST),
            count(text.length)
          )}
        </p>
      )}
    </div>
  );
}

/** What validation finds of each feature after the edits. */
function findingsByName(
  splits: readonly ISplitValidation[] | null
): ReadonlyMap<string, ISplitValidation['stayed']> {
  const found = new Map<string, ISplitValidation['stayed'][number][]>();
  for (const { appeared, stayed } of splits ?? []) {
    for (const finding of [...appeared, ...stayed]) {
      const known = found.get(finding.name) ?? [];
      if (!known.some(({ description }) => description === finding.description)) {
        known.push(finding);
      }
      found.set(finding.name, known);
    }
  }
  return found;
}
