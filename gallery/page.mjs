/**
 * One page of the gallery, chosen by the address: `?id=Schema/penguins&size=full&theme=dark`. `window.gallery.show`
 * changes it, and resolves when nothing changes any more.
 */
import { showRuns } from './runs-page.mjs';
import { showArtifacts } from './artifact-page.mjs';
import { showCards, showTrainingRuns } from './board-page.mjs';
import { showExport } from './export-page.mjs';
import { showGraph, showStates } from './pipeline-page.mjs';

/** Pages that show no artifact. */
const own = {
  'pipeline/states': showStates,
  'pipeline/graph': showGraph,
  'runs/section': showRuns,
  'export/tab': showExport,
  'tensorboard/cards': showCards,
  'tensorboard/training-runs': showTrainingRuns
};
const main = document.getElementById('main');
let dispose = () => {};

window.gallery = { show };

const asked = new URL(window.location.href).searchParams;
if (asked.has('id')) {
  void show(Object.fromEntries(asked));
}

/** Shows a page in place of the one before. */
async function show({ id, size = 'full', theme = 'light' }) {
  for (const sheet of document.querySelectorAll('link[data-theme]')) {
    sheet.disabled = sheet.dataset.theme !== theme;
  }
  document.body.dataset.jpThemeLight = String(theme === 'light');
  document.documentElement.style.colorScheme = theme; // For the browser’s own controls.
  dispose();
  main.replaceChildren();
  const [page] = (await json('pages.json')).filter(each => each.id === id);
  if (!page) {
    throw new Error(`There is no page ${id}.`);
  }
  dispose = page.artifacts ? await showArtifacts(main, page.artifacts, size, json) : own[id](main);
  await rest(main);
  for (const [selector, text] of page.press ?? []) {
    press(selector, text);
    await rest(main);
  }
}

/** Presses the first element that a selector finds that has a text. */
function press(selector, text) {
  const found = [...main.querySelectorAll(selector)].find(({ textContent }) =>
    textContent.includes(text)
  );
  if (!found) {
    throw new Error(`There is no “${text}” to press.`);
  }
  found.click();
}

async function json(path) {
  return (await fetch(path)).json();
}

/**
 * Resolves when an element has something, nothing in it is busy, and it has not changed for a while; rejects
 * when that takes half a minute.
 */
function rest(element) {
  return new Promise((done, fail) => {
    let timer = 0;
    const until = Date.now() + 30_000;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const busy = element.querySelector('[aria-busy="true"]');
        if (busy === null) {
          observer.disconnect();
          done();
        } else if (Date.now() > until) {
          observer.disconnect();
          fail(new Error(`Still busy: ${busy.textContent}`));
        } else {
          again();
        }
      }, 250);
    };
    const observer = new window.MutationObserver(again);
    observer.observe(element, { childList: true, subtree: true, attributes: true });
    again();
  });
}
