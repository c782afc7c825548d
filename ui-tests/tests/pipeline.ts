/** What the browser tests do with a pipeline: open an example, open the panel, ask, wait. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { expect } from '@jupyterlab/galata';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';
import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import type { IPipeline, IPipelineNode, NodeState } from '../../src/pipeline/pipeline';

/** States in which a component rests, after a run. */
export const settled: readonly NodeState[] = ['done', 'cached', 'failed'];

/** Executes a command of JupyterLab in the page, and gives back what it returns, as JSON. */
export function execute<T>(
  page: IJupyterLabPageFixture,
  command: string,
  args: ReadonlyPartialJSONObject = {}
): Promise<T> {
  return page.evaluate(
    ([id, options]) => window.jupyterapp.commands.execute(id, options) as Promise<T>,
    [command, args] as const
  );
}

/** Opens the panel on the current notebook. */
export async function openPanel(page: IJupyterLabPageFixture): Promise<void> {
  await execute<void>(page, CommandIDs.openPanel);
}

/** The pipeline of the current notebook, as `tfx:describe-pipeline` tells it. */
export async function describe(page: IJupyterLabPageFixture): Promise<IPipeline> {
  const pipeline = await execute<IPipeline | null>(page, CommandIDs.describePipeline);
  if (pipeline === null) {
    throw new Error('The current document has no pipeline.');
  }
  return pipeline;
}

/** A node of the pipeline; fails with the ids that there are where it has none of that id. */
export async function describeNode(
  page: IJupyterLabPageFixture,
  id: string
): Promise<IPipelineNode> {
  const { nodes } = await describe(page);
  const node = nodes.find(candidate => candidate.id === id);
  if (node === undefined) {
    throw new Error(`No node ${id}: there are ${nodes.map(each => each.id).join(', ') || 'none'}.`);
  }
  return node;
}

/**
 * Waits until a node is in one of the states, and gives it back.
 *
 * @param timeout - Milliseconds. Default: four minutes, as the first run imports TFX.
 */
export async function waitForState(
  page: IJupyterLabPageFixture,
  id: string,
  states: readonly NodeState[] = settled,
  timeout = 240_000
): Promise<IPipelineNode> {
  await expect
    .poll(async () => (await describeNode(page, id)).state, {
      message: `${id} is ${states.join(' or ')}`,
      timeout,
      intervals: [250]
    })
    .toMatch(new RegExp(`^(${states.join('|')})$`));
  return describeNode(page, id);
}

/** All that is drawn for a node, in the panel and elsewhere; `[data-tfx-state]` is its state. */
export function nodeElements(page: IJupyterLabPageFixture, id: string): Locator {
  return page.locator(`[data-tfx-component="${id}"]`);
}

/** Sets the source of a cell as if it were pasted: typing would be indented by the editor. */
export async function setSource(
  page: IJupyterLabPageFixture,
  cellId: string,
  source: string
): Promise<void> {
  await page.evaluate(
    ([id, text]) => {
      const panel = window.jupyterapp.shell.currentWidget as unknown as {
        content: {
          widgets: readonly {
            model: { id: string; sharedModel: { setSource(value: string): void } };
          }[];
        };
      };
      const cell = panel.content.widgets.find(widget => widget.model.id === id);
      if (cell === undefined) {
        throw new Error(`No cell ${id}.`);
      }
      cell.model.sharedModel.setSource(text);
    },
    [cellId, source] as const
  );
}
