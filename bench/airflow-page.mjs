/* global MessageChannel */
/** The page that bench/airflow.mjs opens: the panel's section on orchestrators, over a run of many tasks. */
import { nullTranslator } from '@jupyterlab/translation';
import { MessageLoop } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';

import { decodeRunsState, decodeRunsWatch } from '../src/protocol/decode.ts';
import { orchestrators } from '../src/runs/orchestrators.ts';
import { RunsChoice } from '../src/runs/runs-choice.ts';
import { RunsModel } from '../src/runs/runs-model.ts';
import { RunsSection } from '../src/runs/runs-section.tsx';

const url = 'http://localhost:8080/dags/p';
const pipeline = { id: 'p', description: '', paused: false, file: 'p.py', broken: false, url };
const state = {
  protocol: 1,
  state: 'connected',
  message: '',
  url,
  user: 'ada',
  version: '3.3.2',
  values: {},
  actions: ['trigger', 'pause', 'stop', 'clear', 'log', 'artifacts'],
  pipelines: [pipeline],
  importErrors: [],
  warnings: []
};

/** The server's answer on a run of so many tasks, of which so many are done. */
function answer(count, done) {
  const run = {
    state: 'running',
    message: '',
    queuedAt: 0,
    startedAt: 0,
    endedAt: null,
    parameters: '{}',
    url
  };
  const tasks = Array.from({ length: count }, (_, i) => ({
    id: `Component_${i}`,
    state: i < done ? 'success' : i === done ? 'running' : 'none',
    message: '',
    tries: i <= done ? 1 : 0,
    maxTries: 2,
    startedAt: i <= done ? 1000 : null,
    endedAt: i < done ? 2000 : null,
    url
  }));
  const runs = Array.from({ length: 25 }, (_, i) => ({ ...run, id: `r${i}` }));
  return JSON.stringify({
    protocol: 1,
    pipeline,
    parameters: [],
    runs,
    run: 'r0',
    tasks,
    warnings: []
  });
}

window.airflow = {
  /**
   * Milliseconds of each refresh, from the server's text to the page that is laid out.
   *
   * @param {number} count - Tasks of the run.
   * @param {number} rounds - Refreshes; in each, one more task is done.
   */
  async refreshes(count, rounds) {
    let text = answer(count, 0);
    let asked = 0;
    const client = {
      state: async () => decodeRunsState(state),
      watch: async () => {
        asked = performance.now();
        return decodeRunsWatch(JSON.parse(text));
      }
    };
    const trans = nullTranslator.load('jupyterlab_tfx');
    const [airflow] = orchestrators(trans);
    const choice = new RunsChoice([airflow], () => new RunsModel(client, () => true));
    const { model } = choice.chosen;
    const section = new RunsSection({
      choice,
      trans,
      open: () => {},
      place: () => ({ folder: '', kernel: null })
    });
    const main = document.getElementById('main');
    Widget.attach(section, main);
    const times = [];
    for (let done = 0; done < rounds; done++) {
      text = answer(count, done);
      model.refresh();
      await seen(main, `[data-tfx-task="Component_${done}"][data-state="running"]`);
      times.push(performance.now() - asked);
    }
    choice.dispose();
    return times;
  }
};

/** Waits until there is such an element, and what is there is laid out. */
async function seen(main, selector) {
  while (!main.querySelector(selector)) {
    MessageLoop.flush();
    await new Promise(resume => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resume;
      channel.port2.postMessage(null);
    });
  }
  main.getBoundingClientRect();
}
