/** Execution properties, readable; long ones folded. */
import * as React from 'react';

import { CommandIDs } from '../commands';
import type { INodeProps } from './model-widget';
import { PathActions } from './panel-header';

/** From this length on a value is folded. */
const LONG = 60;

/** Module files first, then all other properties by name. */
export function InspectorProperties(props: INodeProps): React.JSX.Element | null {
  const { node, model, trans, commands } = props;
  const modules = new Set(node.moduleFiles.map(file => file.path));
  const names = Object.keys(node.execProperties)
    .filter(name => !modules.has(node.execProperties[name]))
    .sort();
  if (names.length === 0 && modules.size === 0) {
    return null;
  }
  return (
    <section>
      <h4>{trans.__('Properties')}</h4>
      <dl className="jp-TfxInspector-properties">
        {node.moduleFiles.map(({ path, cellId }) => (
          <React.Fragment key={path}>
            <dt>{trans.__('module file')}</dt>
            <dd>
              <PathActions path={path} commands={commands} />
              {cellId !== null && (
                <button
                  className="jp-TfxPanel-link"
                  onClick={() => void commands.execute(CommandIDs.showCell, { cellId })}
                >
                  {model.cellLabel(cellId)}
                </button>
              )}
            </dd>
          </React.Fragment>
        ))}
        {names.map(name => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <Value text={readable(node.execProperties[name])} />
            </dd>
          </React.Fragment>
        ))}
      </dl>
    </section>
  );
}

function Value({ text }: { readonly text: string }): React.JSX.Element {
  if (text.length <= LONG && !text.includes('\n')) {
    return <code>{text}</code>;
  }
  return (
    <details>
      <summary>
        <code>{`${text.slice(0, LONG).replace(/\s+/g, ' ')}…`}</code>
      </summary>
      <pre>{text}</pre>
    </details>
  );
}

/** JSON is indented, as TFX keeps its protocol buffers in a single line of it. */
function readable(text: string): string {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
