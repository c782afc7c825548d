/** Steps a pipeline through the panel, as a person does: a press on Step, a look, the next press. */

/** Ids of src/commands.ts. */
const commands = {
  openPanel: 'tfx:open-panel',
  step: 'tfx:run-next',
  describe: 'tfx:describe-pipeline'
};
/** Seconds: for JupyterLab to open the notebook, for Step to be there, and for one component to end. */
const limits = { open: 120, begin: 60, component: 900 };
const upToDate = ['done', 'cached'];
const underWay = ['running', 'queued'];

/**
 * Steps until no component is left.
 *
 * @param {import('@playwright/test').Page} page - JupyterLab, on its way to a notebook.
 * @param {(line: string) => void} print - Is given a line for each component as it ends.
 * @throws An Error whose message is a sentence, where a component fails or nothing goes on.
 */
export async function stepThrough(page, print) {
  await opened(page);
  await page.evaluate(id => window.jupyterapp.commands.execute(id), commands.openPanel);
  const first = await until(
    page,
    limits.open,
    pipeline => pipeline.nodes.length > 0,
    'The panel shows no component.'
  );
  const width = Math.max(...first.nodes.map(node => node.id.length));
  const start = Date.now();
  print(`${first.nodes.length} components: ${first.nodes.map(node => node.id).join(' → ')}`);

  const reported = new Set();
  const report = pipeline => {
    for (const node of pipeline.nodes) {
      if (!reported.has(node.id) && [...upToDate, 'failed'].includes(node.state)) {
        reported.add(node.id);
        print(describeNode(node, width));
      }
    }
  };

  for (let pressed = 0; ; pressed++) {
    const before = await describe(page);
    const left = before.nodes.filter(node => !upToDate.includes(node.state));
    if (left.length === 0) {
      break;
    }
    if (pressed > 2 * before.nodes.length) {
      throw new Error(
        `After ${pressed} steps ${left.map(node => node.id).join(', ')} are not done.`
      );
    }
    await pressStep(page);
    await stepEnds(page, before, report);
  }
  print(
    `All ${first.nodes.length} components are up to date, after ${seconds(Date.now() - start)}.`
  );
}

/** Waits until the notebook is there and its kernel idle. */
export async function opened(page) {
  await page.waitForFunction(
    () =>
      window.jupyterapp?.shell.currentWidget?.context?.isReady === true &&
      window.jupyterapp.shell.currentWidget.sessionContext?.session?.kernel?.status === 'idle',
    undefined,
    { timeout: limits.open * 1000 }
  );
}

/** Presses the panel's Step button. */
async function pressStep(page) {
  const timeout = limits.begin * 1000;
  await page.waitForFunction(id => window.jupyterapp.commands.isEnabled(id), commands.step, {
    timeout
  });
  await page.locator(`[data-command="${commands.step}"]`).first().click({ timeout });
}

/** Waits until the step that was begun has ended; where a plan is shown first, runs it. */
async function stepEnds(page, before, report) {
  const was = new Map(before.nodes.map(node => [node.id, `${node.state} ${node.endedAt}`]));
  const moved = node => was.get(node.id) !== `${node.state} ${node.endedAt}`;
  const accept = page.locator('[data-tfx-plan="pending"] .jp-mod-accept').first();
  await until(
    page,
    limits.component,
    async pipeline => {
      if (await accept.isVisible()) {
        await accept.click();
        return false;
      }
      report(pipeline);
      const failed = pipeline.nodes.find(node => node.state === 'failed');
      if (failed) {
        throw new Error(`${failed.id}: ${failed.error?.sentence ?? 'no error was reported.'}`);
      }
      return !pipeline.nodes.some(isUnderWay) && pipeline.nodes.some(moved);
    },
    `A step took longer than ${limits.component} s, or did nothing.`
  );
}

const isUnderWay = node => underWay.includes(node.state);

/** The pipeline of the current notebook. */
async function describe(page) {
  const pipeline = await page.evaluate(
    id => window.jupyterapp.commands.execute(id),
    commands.describe
  );
  return pipeline ?? { nodes: [], edges: [] };
}

/** Looks twice a second until the pipeline is as wished, and gives it. */
async function until(page, limit, wish, sentence) {
  const end = Date.now() + limit * 1000;
  while (Date.now() < end) {
    const pipeline = await describe(page);
    if (await wish(pipeline)) {
      return pipeline;
    }
    await new Promise(resume => setTimeout(resume, 500));
  }
  throw new Error(sentence);
}

/** A node's line: state, seconds, cached or not. */
function describeNode(node, width) {
  const took =
    node.startedAt === null || node.endedAt === null ? '' : seconds(node.endedAt - node.startedAt);
  const cached = node.cache === null ? 'not cached' : 'from cache';
  return `  ${node.id.padEnd(width)}  ${node.state.padEnd(7)}  ${took.padStart(8)}  ${cached}`;
}

const seconds = milliseconds => `${(milliseconds / 1000).toFixed(1)} s`;
