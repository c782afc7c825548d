/** The files of an export: which there are, and what is in each, or what changes in it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ExportFile } from '../protocol';
import { CodeLine, type IColours, useColours } from './code-line';
import { type IDiffGap, type IDiffLine, lineDiff, plainLines, withoutSame } from './line-diff';
import type { Highlight } from './token-lines';

/** Props of {@link ExportFiles}. */
export interface IExportFilesProps {
  readonly files: readonly ExportFile[];
  /** null where nothing can colour code. */
  readonly highlight: Highlight | null;
  readonly trans: TranslationBundle;
}

type Change = 'new' | 'changed' | 'same';

/** A list of the files; the chosen one below it. */
export function ExportFiles(props: IExportFilesProps): React.JSX.Element | null {
  const { trans } = props;
  const files = React.useMemo(() => inOrder(props.files), [props.files]);
  const [chosen, choose] = React.useState('pipeline.py');
  const [isWhole, setWhole] = React.useState(false);
  const file = files.find(({ path }) => path === chosen) ?? files.at(0);
  const lines = React.useMemo(() => file && fileLines(file, isWhole), [file, isWhole]);
  const colours = useColours(file, props.highlight);
  if (!file || !lines) {
    return null;
  }
  const words: Readonly<Record<Change, string>> = {
    new: trans.__('new'),
    changed: trans.__('changed'),
    same: trans.__('unchanged')
  };
  const move = (event: React.KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      const index = files.indexOf(file) + step;
      const next = files.at(index % files.length);
      choose(next?.path ?? file.path);
      const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]');
      tabs.item((index + files.length) % files.length)?.focus();
      event.preventDefault();
    }
  };
  return (
    <div className="jp-TfxExport-files">
      <div
        role="tablist"
        aria-label={trans.__('Files of the pipeline')}
        className="jp-TfxExport-tabs"
        onKeyDown={move}
      >
        {files.map(each => (
          <button
            key={each.path}
            type="button"
            role="tab"
            aria-selected={each === file}
            tabIndex={each === file ? 0 : -1}
            data-change={changeOf(each)}
            onClick={() => choose(each.path)}
          >
            {each.path} <small>{words[changeOf(each)]}</small>
          </button>
        ))}
      </div>
      {changeOf(file) === 'changed' && (
        <label className="jp-TfxExport-whole">
          <input
            type="checkbox"
            checked={isWhole}
            onChange={({ target }) => setWhole(target.checked)}
          />
          {trans.__('Show the whole file')}
        </label>
      )}
      <div
        role="tabpanel"
        aria-label={file.path}
        tabIndex={0}
        className="jp-TfxExport-text"
        data-change={changeOf(file)}
      >
        <table>
          <tbody>
            {lines.map((line, index) => (
              <Line key={index} line={line} colours={colours} trans={trans} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Line(props: {
  readonly line: IDiffLine | IDiffGap;
  readonly colours: IColours | null;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { line, colours, trans } = props;
  if (line.kind === 'gap') {
    return (
      <tr className="jp-mod-gap">
        <td colSpan={3}>{trans._n('%1 line is the same', '%1 lines are the same', line.count)}</td>
      </tr>
    );
  }
  const sign = { same: ' ', added: '+', removed: '−' }[line.kind];
  const word = {
    same: undefined,
    added: trans.__('added'),
    removed: trans.__('removed')
  }[line.kind];
  return (
    <tr className={`jp-mod-${line.kind}`}>
      <td className="jp-TfxExport-number">{line.after ?? line.before}</td>
      <td className="jp-TfxExport-sign" aria-label={word}>
        {sign}
      </td>
      <td>
        <CodeLine line={line} colours={colours} />
      </td>
    </tr>
  );
}

/** What a person wants to see first, first. */
function inOrder(files: readonly ExportFile[]): ExportFile[] {
  const ranks = [/^pipeline\.py$/, /^components\.py$/, /_(runner|dag)\.py$/, /\.py$/, /./];
  const rank = ({ path }: ExportFile): number => ranks.findIndex(pattern => pattern.test(path));
  return [...files].sort((a, b) => rank(a) - rank(b));
}

/** How a file differs from the one that is there. */
export function changeOf({ before, text }: ExportFile): Change {
  if (before === null) {
    return 'new';
  }
  return before === text ? 'same' : 'changed';
}

function fileLines(file: ExportFile, isWhole: boolean): readonly (IDiffLine | IDiffGap)[] {
  if (changeOf(file) !== 'changed') {
    return plainLines(file.text);
  }
  const lines = lineDiff(file.before ?? '', file.text);
  return isWhole ? lines : withoutSame(lines);
}
