/**
 * The pipeline graph's layout beside three libraries of the field, on graphs in the shape of pipelines.
 * Decision 2 rests on these lines.
 */
import dagre from '@dagrejs/dagre';
import { coordGreedy, decrossTwoLayer, graphConnect, layeringLongestPath, sugiyama } from 'd3-dag';
import ELK from 'elkjs/lib/elk.bundled.js';

import { load } from './bundle.mjs';
import { sampleDag } from './layouts/sample.mjs';

const SIZES = [50, 1000];
const WIDTH = 160;
const HEIGHT = 40;
/** Rounds of the small graph; the large one is laid out once by each, as some take many seconds. */
const ROUNDS = { 50: 5, 1000: 1 };

/**
 * Milliseconds of one layout, by each, paired in this run.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  const { layoutDag } = await load('src/charts/dag-layout.ts');
  const own = { name: 'own', layout: graph => layoutDag(sized(graph), { direction: 'down' }) };
  const others = [
    { name: 'dagre', layout: byDagre },
    { name: 'elkjs', layout: byElk },
    { name: 'd3-dag', layout: byD3Dag }
  ];
  const lines = [];
  for (const size of SIZES) {
    const graph = sampleDag(size);
    await time(own.layout, graph, 2);
    const mine = await time(own.layout, graph, ROUNDS[size]);
    for (const { name, layout } of others) {
      const value = await time(layout, graph, ROUNDS[size]);
      lines.push({
        id: `layout.${name}-${size}`,
        what: `Layout of ${size} nodes by ${name}, against this project's own`,
        value: round(value),
        unit: 'ms',
        against: round(mine),
        ratio: round(value / mine),
        goal: 'own ≤ the library: ratio ≥ 1',
        met: value >= mine
      });
    }
  }
  return lines;
}

async function time(layout, graph, rounds) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await layout(graph);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

function sized({ nodes, edges }) {
  return { nodes: nodes.map(({ id }) => ({ id, width: WIDTH, height: HEIGHT })), edges };
}

function byDagre({ nodes, edges }) {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB' });
  graph.setDefaultEdgeLabel(() => ({}));
  nodes.forEach(({ id }) => graph.setNode(id, { width: WIDTH, height: HEIGHT }));
  edges.forEach(({ from, to }) => graph.setEdge(from, to));
  dagre.layout(graph);
}

function byElk({ nodes, edges }) {
  return new ELK().layout({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
    children: sized({ nodes, edges }).nodes,
    edges: edges.map(({ from, to }, i) => ({ id: `e${i}`, sources: [from], targets: [to] }))
  });
}

function byD3Dag({ edges }) {
  const connect = graphConnect()
    .sourceId(({ from }) => from)
    .targetId(({ to }) => to);
  // Its best operators are exponential; these are the quickest that it has.
  const layout = sugiyama()
    .nodeSize([WIDTH, HEIGHT])
    .layering(layeringLongestPath())
    .decross(decrossTwoLayer())
    .coord(coordGreedy());
  layout(connect(edges));
}

const round = value => Math.round(value * 10) / 10;
