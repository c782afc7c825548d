/** What the browser tests do in the panel: press, answer the plan, select, read. */
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { expect } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

import { CommandIDs } from '../../src/commands';
import type { CauseKind, ICause, IPipelineNode, NodeState } from '../../src/pipeline/pipeline';
import { describe, describeNode, execute, openPanel, settled } from './pipeline';

/** The panel. */
export function panelOf(page: IJupyterLabPageFixture): Locator {
  return page.locator('#jupyterlab-tfx-panel');
}

/** A component's row in the panel's list. */
export function row(page: IJupyterLabPageFixture, id: string): Locator {
  return panelOf(page).locator(`.jp-TfxPanel-row[data-tfx-component=${JSON.stringify(id)}]`);
}

/** A component's card in the panel's graph. */
export function card(page: IJupyterLabPageFixture, id: string): Locator {
  return panelOf(page).locator(`.jp-TfxGraph-node[data-tfx-component=${JSON.stringify(id)}]`);
}

/** The plan in the panel, where there is one: waiting, running or stopped. */
export function planCard(
  page: IJupyterLabPageFixture,
  state: 'pending' | 'running' | 'stopped'
): Locator {
  return panelOf(page).locator(`[data-tfx-plan="${state}"]`);
}

/** The Step button of the panel's toolbar: an element of its own kind, which tells by `aria-disabled`. */
export function stepButton(page: IJupyterLabPageFixture): Locator {
  return panelOf(page).locator(`[data-command="${CommandIDs.step}"]`).first();
}

/** Waits until the panel is attached to the kernel. */
export async function attached(page: IJupyterLabPageFixture): Promise<void> {
  await expect(panelOf(page).locator('.jp-TfxPanel-kernel')).toHaveText(/^(attached|TFX [\d.]+)$/, {
    timeout: 60_000
  });
}

/**
 * Presses Step, runs the plan where one is shown, and waits until the component has ended.
 *
 * @returns The component, and whether a plan was shown.
 */
export async function step(
  page: IJupyterLabPageFixture,
  id: string,
  timeout: number
): Promise<{ node: IPipelineNode; planned: boolean }> {
  const button = stepButton(page);
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await button.click();
  const accept = planCard(page, 'pending').locator('.jp-mod-accept');
  let planned = false;
  await expect
    .poll(
      async () => {
        if (await accept.isVisible()) {
          planned = true;
          await accept.click();
        }
        return (await describeNode(page, id)).state;
      },
      { message: `${id} ends`, timeout, intervals: [200] }
    )
    .toMatch(new RegExp(`^(${settled.join('|')})$`));
  await planEnds(page);
  return { node: await describeNode(page, id), planned };
}

/** Runs a command that makes a plan, without asking, and waits until the plan has ended. */
export async function runPlan(
  page: IJupyterLabPageFixture,
  command: string,
  component?: string
): Promise<void> {
  await execute<void>(page, command, {
    confirmed: true,
    ...(component === undefined ? {} : { component })
  });
  await planEnds(page);
}

/** Waits until no plan runs and the kernel is free. */
export async function planEnds(page: IJupyterLabPageFixture): Promise<void> {
  await expect(planCard(page, 'running')).toHaveCount(0, { timeout: 240_000 });
}

/** Each component's state, by id. */
export async function states(page: IJupyterLabPageFixture): Promise<Record<string, NodeState>> {
  const { nodes } = await describe(page);
  return Object.fromEntries(nodes.map(node => [node.id, node.state]));
}

/** Waits until the components are in these states. */
export async function expectStates(
  page: IJupyterLabPageFixture,
  wanted: Readonly<Record<string, NodeState>>,
  timeout = 30_000
): Promise<void> {
  await expect.poll(() => states(page), { timeout, intervals: [200] }).toMatchObject(wanted);
}

/** Waits until a component is stale for a reason, and gives the reason. */
export async function expectCause(
  page: IJupyterLabPageFixture,
  id: string,
  kind: CauseKind
): Promise<ICause> {
  const causes = async (): Promise<readonly ICause[]> => (await describeNode(page, id)).causes;
  await expect
    .poll(async () => (await causes()).map(cause => cause.kind), {
      message: `${id} is stale as ${kind}`,
      timeout: 30_000,
      intervals: [200]
    })
    .toContain(kind);
  return (await causes()).find(cause => cause.kind === kind)!;
}

/** Loads the page anew, and waits until its notebook is there again: Galata would wait for a launcher. */
export async function reload(page: IJupyterLabPageFixture): Promise<void> {
  // Galata's own option, which the type does not have.
  const options = { waitUntil: 'load', waitForIsReady: false } as const;
  await page.reload(options);
  await page.waitForFunction(() => {
    const app = window.jupyterapp as typeof window.jupyterapp | undefined;
    const widgets = app ? [...app.shell.widgets('main')] : [];
    return widgets.some(
      widget =>
        (widget as { context?: { isReady: boolean; path: string } }).context?.isReady === true
    );
  });
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
}

/** The text of a cell of the current notebook. */
export async function source(page: IJupyterLabPageFixture, cellId: string): Promise<string> {
  return page.evaluate(id => {
    const { content } = window.jupyterapp.shell.currentWidget as unknown as {
      content: {
        widgets: readonly { model: { id: string; sharedModel: { getSource(): string } } }[];
      };
    };
    const cell = content.widgets.find(widget => widget.model.id === id);
    if (cell === undefined) {
      throw new Error(`No cell ${id}.`);
    }
    return cell.model.sharedModel.getSource();
  }, cellId);
}

/** Id of the notebook's active cell. */
export function activeCell(page: IJupyterLabPageFixture): Promise<string | null> {
  return page.evaluate(() => {
    const { content } = window.jupyterapp.shell.currentWidget as unknown as {
      content: { activeCell: { model: { id: string } } | null };
    };
    return content.activeCell?.model.id ?? null;
  });
}

/** Restarts the kernel, as the Kernel menu does. */
export async function restart(page: IJupyterLabPageFixture): Promise<void> {
  await page.evaluate(() => {
    const { sessionContext } = window.jupyterapp.shell.currentWidget as unknown as {
      sessionContext: { session: { kernel: { restart(): Promise<void> } } };
    };
    return sessionContext.session.kernel.restart();
  });
}

/** A second window on a notebook, with the panel open and attached. It has nothing of Galata but its type. */
export async function secondWindow(
  page: IJupyterLabPageFixture,
  path: string
): Promise<IJupyterLabPageFixture> {
  const other = (await page.context().newPage()) as IJupyterLabPageFixture;
  await other.goto(`${new URL(page.url()).origin}/lab/workspaces/second/tree/${path}`);
  await other.waitForFunction(
    file => {
      const app = window.jupyterapp as typeof window.jupyterapp | undefined;
      const current = app?.shell.currentWidget as { context?: { path: string } } | null | undefined;
      return current?.context?.path === file;
    },
    path,
    { timeout: 60_000 }
  );
  await openPanel(other);
  await attached(other);
  return other;
}
