import { RunsModel } from '../runs-model';
import { runsServer, STATE, WATCH } from './runs-server';

const models: RunsModel[] = [];

afterEach(() => models.splice(0).forEach(model => model.dispose()));

/** A model that somebody sees. */
function follow(server = runsServer(), isSeen = () => true) {
  const model = new RunsModel(server.client, isSeen);
  models.push(model);
  return { model, ...server };
}

/** Waits until it is so. */
async function until(model: RunsModel, isSo: () => boolean): Promise<void> {
  if (!isSo()) {
    await new Promise<void>(resolve => {
      const look = (): void => {
        if (isSo()) {
          model.changed.disconnect(look);
          resolve();
        }
      };
      model.changed.connect(look);
    });
  }
}

it('asks nothing before it is seen', () => {
  const { model, asked } = follow();
  expect(model.state).toBeNull();
  expect(asked).toEqual([]);
});

it('follows the notebook’s pipeline where Airflow has it, else the first', async () => {
  const { model, asked } = follow();
  model.preferred = 'flights';
  model.refresh();
  await until(model, () => model.watch !== null);
  expect(model.state).toEqual(STATE);
  expect(asked).toContain('GET /watch?pipeline=flights');

  const other = follow();
  other.model.preferred = 'nowhere';
  other.model.refresh();
  await until(other.model, () => other.model.watch !== null);
  expect(other.asked).toContain('GET /watch?pipeline=penguins');
});

it('keeps what it knew while Airflow is away', async () => {
  const { model, answers } = follow();
  model.refresh();
  await until(model, () => model.watch !== null);
  answers.state = { ...STATE, state: 'away', message: 'Airflow does not answer.', pipelines: [] };
  model.refresh();
  await until(model, () => model.state?.state === 'away');
  expect(model.watch).toEqual(WATCH);
  answers.state = STATE;
  model.refresh();
  await until(model, () => model.state?.state === 'connected');
  expect(model.problem).toBe('');
});

it('says why it was refused, until it is not', async () => {
  const { model, answers } = follow(runsServer({ watch: 503 }));
  model.refresh();
  await until(model, () => model.problem !== '');
  expect(model.problem).toBe('Airflow does not answer.');
  answers.watch = WATCH;
  model.refresh();
  await until(model, () => model.problem === '');
  expect(model.watch).toEqual(WATCH);
});

it('follows a run that it begins, and draws it on the graph', async () => {
  const { model, bodies, asked, answers } = follow();
  model.refresh();
  await until(model, () => model.watch !== null);
  answers.watch = { ...WATCH, run: 'r2' };
  expect(await model.act({ action: 'trigger', parameters: { rate: 0.5 } })).toBe(true);
  expect(bodies).toEqual([
    { action: 'trigger', pipeline: 'penguins', run: null, task: null, parameters: { rate: 0.5 } }
  ]);
  expect(model.onGraph).toBe(true);
  await until(model, () => model.watch?.run === 'r2');
  expect(asked).toContain('GET /watch?pipeline=penguins&run=r2');
});

it('sends credentials once', async () => {
  const { model, bodies } = follow();
  const request = { url: 'http://localhost:8080', user: 'ada', password: 'secret', token: '' };
  await model.connect(request);
  expect(bodies).toEqual([{ values: request }]);
  await until(model, () => model.watch !== null);
  expect(bodies).toHaveLength(1);
});
