/** The second example, from the first press on Step to the last component, with real TFX. */
import { expect, test } from './fixtures';
import { askWhatIf } from './flights-what-if';
import { CommandIDs } from '../../src/commands';
import { attached, panelOf, row, runPlan, states, step } from './panel';
import { describe, openPanel } from './pipeline';

/** Passed over where the machine has no Docker: its cell runs, and the component does not. */
const CONDITIONAL = 'InfraValidator';
/** Milliseconds for one component; the first press imports TFX too. */
const LIMIT = 300_000;

test('The flights are stepped through, from the data to the report', async ({
  page,
  openExample
}) => {
  test.setTimeout(900_000);
  await openExample('flights.ipynb');
  await openPanel(page);
  await expect.poll(async () => (await describe(page)).nodes.length).toBe(14);
  await attached(page);
  const { nodes } = await describe(page);
  expect(nodes.every(node => node.state === 'not-run')).toBe(true);

  const ids = nodes.map(node => node.id);
  let passedOver = false;
  for (;;) {
    const before = await states(page);
    const next = (await describe(page)).nodes.find(
      node => node.id !== CONDITIONAL && !['done', 'cached'].includes(node.state)
    );
    if (next === undefined) {
      break;
    }
    if (!passedOver && ids.indexOf(next.id) > ids.indexOf(CONDITIONAL)) {
      // One press runs the cell; where that leaves the component out, the next press goes on.
      passedOver = true;
      await runPlan(page, CommandIDs.step);
      continue;
    }
    const started = Date.now();
    const { node } = await step(page, next.id, LIMIT);
    expect(node.error?.message ?? null, `${node.id} after ${JSON.stringify(before)}`).toBeNull();
    test.info().annotations.push({
      type: 'seconds',
      description: `${node.id}: ${((Date.now() - started) / 1000).toFixed(1)}`
    });
  }

  const after = await describe(page);
  for (const node of after.nodes) {
    const wanted = node.id === CONDITIONAL ? /^(done|cached|not-run)$/ : /^(done|cached)$/;
    expect(node.state, node.id).toMatch(wanted);
  }
  const reporter = after.nodes.find(node => node.id === 'DelayReporter');
  expect(reporter?.outputs[0].artifacts).toHaveLength(1);
  expect(
    after.nodes.find(node => node.id === 'BulkInferrer')?.inputs.map(({ key }) => key)
  ).toEqual(expect.arrayContaining(['examples', 'model', 'model_blessing']));

  await test.step('An artifact type of the notebook is drawn by a view from another extension', async () => {
    await row(page, 'DelayReporter').click();
    const { uri } = reporter!.outputs[0].artifacts[0];
    await panelOf(page)
      .locator(`[data-tfx-view=${JSON.stringify(uri)}]`)
      .click();
    const preview = panelOf(page).locator('.jp-TfxInspector-preview');
    await expect(preview.getByRole('columnheader', { name: 'Expected' })).toBeVisible();
    for (const airport of ['EWR', 'JFK', 'LGA']) {
      const flights = preview.getByRole('row', { name: airport });
      await expect(flights.getByRole('cell').first()).toHaveText(/^\d+ %$/);
    }
  });

  await test.step('What-if, and slices of carrier × hour', async () => {
    const evaluator = after.nodes.find(node => node.id === 'Evaluator');
    const evaluation = evaluator?.outputs.flatMap(({ artifacts }) =>
      artifacts.filter(({ type }) => type === 'ModelEvaluation')
    );
    expect(evaluation).toHaveLength(1);
    await askWhatIf(page, evaluation![0].uri);
  });
});
