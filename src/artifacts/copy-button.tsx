/** A button that puts a text on the clipboard; where the browser lets nobody, the text to copy by hand. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** Props of {@link CopyButton}. */
export interface ICopyButtonProps {
  readonly label: string;
  readonly title?: string;
  /** Made when it is asked for: it may be long. */
  readonly text: () => string;
  readonly trans: TranslationBundle;
}

/** Says when it is done. */
export function CopyButton(props: ICopyButtonProps): React.JSX.Element {
  const { label, title, text, trans } = props;
  const [state, setState] = React.useState<{ readonly byHand: string } | 'copied' | null>(null);
  const copy = async (): Promise<void> => {
    const copied = text();
    try {
      await navigator.clipboard.writeText(copied);
      setState('copied');
    } catch {
      setState({ byHand: copied });
    }
  };
  return (
    <span className="jp-TfxCopy">
      <button className="jp-TfxArtifact-link" title={title} onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{state === 'copied' && trans.__('Copied.')}</span>
      {state !== null && state !== 'copied' && (
        <textarea
          readOnly
          autoFocus
          rows={4}
          aria-label={trans.__('The browser does not let it be copied: copy it from here.')}
          value={state.byHand}
          onFocus={event => event.target.select()}
          onBlur={() => setState(null)}
        />
      )}
    </span>
  );
}
