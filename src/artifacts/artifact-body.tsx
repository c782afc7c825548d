/** An artifact as a person sees it: read, then drawn; or a sentence that says why not. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { ArtifactDocument } from '../protocol';
import type { IArtifactSource } from './artifact-source';
import type { IArtifactAddress, IArtifactHost, IOpening, ViewSize } from './artifact-view';
import type { ArtifactViews } from './artifact-views';
import { Reading } from './reading';

/** Props of {@link ArtifactBody}. */
export interface IArtifactBodyProps {
  readonly views: ArtifactViews;
  /** Gets the artifacts; anew at each try. */
  readonly load: (signal: AbortSignal) => Promise<readonly IArtifactSource[]>;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
  readonly opening?: IOpening;
}

type Place = React.ComponentType<{
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
  readonly opening?: IOpening;
}>;

type Stage =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'failed';
      readonly sentence: string;
      /** What could not be shown; none where not even that was found. */
      readonly documents: readonly ArtifactDocument[];
    }
  | {
      readonly kind: 'read';
      readonly documents: readonly ArtifactDocument[];
      readonly places: readonly Place[];
    };

/** Reads when it is first drawn. */
export function ArtifactBody(props: IArtifactBodyProps): React.JSX.Element {
  const { views, load, size, trans, host, opening } = props;
  const [stage, setStage] = React.useState<Stage>({ kind: 'reading' });
  const [attempt, setAttempt] = React.useState(0);
  React.useEffect(() => {
    const stop = new AbortController();
    setStage({ kind: 'reading' });
    void read(views, load, stop.signal)
      .catch((error: unknown): Stage => failed(error, []))
      .then(next => {
        if (!stop.signal.aborted) {
          setStage(next);
        }
      });
    return () => stop.abort();
  }, [views, load, attempt]);
  const again = (): void => setAttempt(attempt + 1);
  switch (stage.kind) {
    case 'reading':
      return <Reading trans={trans} />;
    case 'failed':
      return (
        <>
          {stage.documents.length > 0 && (
            <Heading documents={stage.documents} views={views} {...{ size, trans, host }} />
          )}
          <Failure sentence={stage.sentence} trans={trans} onRetry={again} />
        </>
      );
    case 'read':
      return (
        <>
          <Heading documents={stage.documents} views={views} {...{ size, trans, host }} />
          <div className="jp-TfxArtifact-views" data-tfx-count={stage.places.length}>
            {stage.places.map((View, index) => (
              <ViewGuard key={index} trans={trans} onRetry={again}>
                <View {...{ size, trans, host, opening }} />
              </ViewGuard>
            ))}
          </div>
        </>
      );
  }
}

async function read(
  views: ArtifactViews,
  load: IArtifactBodyProps['load'],
  signal: AbortSignal
): Promise<Stage> {
  const sources = await load(signal);
  const documents = sources.map(source => source.document);
  try {
    return { kind: 'read', documents, places: await prepare(views, sources, signal) };
  } catch (error) {
    return failed(error, documents);
  }
}

async function prepare(
  views: ArtifactViews,
  sources: readonly IArtifactSource[],
  signal: AbortSignal
): Promise<readonly Place[]> {
  const types = new Set(sources.map(({ document }) => document.type));
  if (types.size > 1) {
    throw new Error(
      `Only artifacts of one type can be compared: these are ${[...types].join(', ')}.`
    );
  }
  const [type = ''] = types;
  const view = await views.find(type).load();
  const labelled = sources.map(source => ({ label: labelOf(source.document), source }));
  return view.compares || labelled.length < 2
    ? [await view.prepare(labelled, signal)]
    : Promise.all(labelled.map(one => view.prepare([one], signal)));
}

/** The sentence says all that is the matter: what the documents say of it would be said twice. */
function failed(error: unknown, documents: readonly ArtifactDocument[]): Stage {
  return {
    kind: 'failed',
    sentence: error instanceof Error ? error.message : String(error),
    documents: documents.map(document => ({ ...document, problem: null }))
  };
}

/** Tells artifacts of one type apart. */
function labelOf({ id, name, uri }: ArtifactDocument): string {
  const tail = uri.replace(/\/+$/, '').split('/').slice(-3).join('/');
  return id === null ? name || tail : `${tail.split('/')[0] || name} ${id}`;
}

/** What it is and where; in a cell with a way to a tab. */
function Heading(props: {
  readonly documents: readonly ArtifactDocument[];
  readonly views: ArtifactViews;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element {
  const { documents, views, size, trans, host } = props;
  const { type } = documents[0];
  return (
    <header className="jp-TfxArtifact-heading">
      <h3>{views.has(type) ? views.find(type).label(trans) : type}</h3>
      {documents.map(document => (
        <span key={document.uri} className="jp-TfxArtifact-where" title={document.uri}>
          {documents.length > 1 && `${labelOf(document)} · `}
          <bdi>{document.uri}</bdi>
        </span>
      ))}
      {size === 'compact' && host.open && (
        <Button
          small
          className="jp-mod-styled"
          onClick={() => host.open?.(documents.map(addressOf))}
        >
          {trans.__('Open')}
        </Button>
      )}
      {documents
        .filter(({ problem }) => problem !== null)
        .map(({ uri, problem }) => (
          <p key={uri} className="jp-TfxArtifact-problem" role="status">
            {problem}
          </p>
        ))}
    </header>
  );
}

/** How a document is asked for again. */
export function addressOf({ uri, type, name, id }: ArtifactDocument): IArtifactAddress {
  return { uri, type, name, id };
}

function Failure(props: {
  readonly sentence: string;
  readonly trans: TranslationBundle;
  readonly onRetry: () => void;
}): React.JSX.Element {
  return (
    <div className="jp-TfxArtifact-problem" role="alert">
      <p>{props.sentence}</p>
      <Button small className="jp-mod-styled" onClick={props.onRetry}>
        {props.trans.__('Try Again')}
      </Button>
    </div>
  );
}

/** A view that fails while it draws leaves a sentence, and the rest of the page whole. */
class ViewGuard extends React.Component<
  React.PropsWithChildren<{ readonly trans: TranslationBundle; readonly onRetry: () => void }>,
  { readonly error: Error | null }
> {
  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override state: { readonly error: Error | null } = { error: null };

  override render(): React.ReactNode {
    const { trans, onRetry, children } = this.props;
    const { error } = this.state;
    return error ? (
      <Failure
        sentence={trans.__('This view failed: %1', error.message)}
        trans={trans}
        onRetry={onRetry}
      />
    ) : (
      children
    );
  }
}
