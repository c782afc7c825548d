import { nullTranslator } from '@jupyterlab/translation';

import { orchestrators } from '../orchestrators';
import { RunsChoice } from '../runs-choice';
import { RunsModel } from '../runs-model';
import { type IAnswers, runsServer, STATE } from './runs-server';

const all = orchestrators(nullTranslator.load('jupyterlab_tfx'));
let choice: RunsChoice;

afterEach(() => choice.dispose());

/** A choice of servers that give these answers, by the orchestrator's name; with what each was asked. */
function choose(answers: Readonly<Record<string, Partial<IAnswers>>> = {}) {
  const asked: Record<string, string[]> = {};
  choice = new RunsChoice(all, ({ name }, isChosen) => {
    const server = runsServer({ state: { ...STATE, state: 'off' }, ...answers[name] });
    asked[name] = server.asked;
    return new RunsModel(server.client, isChosen);
  });
  return asked;
}

it('sees the one that the server is connected to', async () => {
  choose({ vertex: { state: STATE } });
  await choice.refresh();
  expect(choice.chosen.orchestrator.name).toBe('vertex');
});

it('sees the first where there is none, or nobody says', async () => {
  choose({ airflow: { state: 500 } });
  await choice.refresh();
  expect(choice.chosen.orchestrator.name).toBe('airflow');
});

it('keeps what the person has chosen, and takes its run from the graph when another is seen', async () => {
  choose({ vertex: { state: STATE } });
  const sought = choice.refresh();
  choice.choose('kubeflow');
  await sought;
  expect(choice.chosen.orchestrator.name).toBe('kubeflow');
  choice.chosen.model.onGraph = true;
  choice.choose('airflow');
  expect(choice.all.map(({ model }) => model.onGraph)).toEqual([false, false, false]);
});

it('tells of the one that is seen alone', () => {
  choose();
  let told = 0;
  choice.changed.connect(() => (told += 1));
  choice.all[1].model.onGraph = true;
  expect(told).toBe(0);
  choice.all[0].model.onGraph = true;
  expect(told).toBe(1);
});
