/** A log that grows while somebody looks at it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** Milliseconds between looks at a log that may grow. */
const LOOK = 2000;
/** Characters that are kept: the end of a longer log. */
const KEPT = 400_000;

/** A part of a log. */
export interface ILogPart {
  readonly text: string;
  /** Where the next part begins. */
  readonly next: number;
}

/**
 * The end of a log. It stays at the end, until a person scrolls up.
 *
 * Another log needs another `key`.
 */
export function GrowingLog(props: {
  readonly read: (from: number) => Promise<ILogPart>;
  /** Changes where there may be more to read: asked for anew while it says `live`, and once more after that. */
  readonly state: string;
  readonly live: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { text, problem } = useLog(props.read, props.state, props.live);
  const place = React.useRef<HTMLPreElement>(null);
  const follows = React.useRef(true);
  React.useLayoutEffect(() => {
    if (place.current && follows.current) {
      place.current.scrollTop = place.current.scrollHeight;
    }
  }, [text]);
  return (
    <>
      {problem !== '' && <p role="alert">{problem}</p>}
      <pre
        ref={place}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          follows.current = scrollTop + clientHeight > scrollHeight - 8;
        }}
      >
        {text === '' ? props.trans.__('Nothing has been written yet.') : text}
      </pre>
    </>
  );
}

/** The text so far, and why it cannot be read. */
function useLog(
  read: (from: number) => Promise<ILogPart>,
  state: string,
  live: boolean
): { readonly text: string; readonly problem: string } {
  const [log, setLog] = React.useState({ text: '', problem: '' });
  const next = React.useRef(0);
  const reader = React.useRef(read);
  reader.current = read;
  React.useEffect(() => {
    let isOver = false;
    let timer = 0;
    const look = async (): Promise<void> => {
      try {
        const from = next.current;
        const part = document.hidden ? null : await reader.current(from);
        if (isOver) {
          return;
        }
        if (part && part.next !== from) {
          next.current = part.next;
          setLog(old => ({ text: (old.text + part.text).slice(-KEPT), problem: '' }));
        }
      } catch (error) {
        if (!isOver) {
          setLog(old => ({
            ...old,
            problem: error instanceof Error ? error.message : String(error)
          }));
        }
      }
      if (live && !isOver) {
        timer = window.setTimeout(() => void look(), LOOK);
      }
    };
    void look();
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [state, live]);
  return log;
}
