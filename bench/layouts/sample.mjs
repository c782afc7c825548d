/** Graphs in the shape of pipelines, the same at each call. */

/**
 * Layers of one to a few nodes; each node reads from the layer above, some from one further up as well.
 *
 * @param {number} count - Nodes.
 * @param {number} [seed]
 * @returns {{ nodes: { id: string, layer: number }[], edges: { from: string, to: string }[] }} About 1.5 edges a node.
 */
export function sampleDag(count, seed = 1) {
  const random = mulberry32(seed);
  const below = limit => Math.floor(random() * limit);
  const widest = Math.max(3, Math.round(Math.sqrt(count) / 2));
  const layers = [];
  const nodes = [];
  const edges = new Map();
  while (nodes.length < count) {
    const width = Math.min(1 + below(widest), count - nodes.length);
    const above = layers.at(-1);
    const layer = Array.from({ length: width }, (_, i) => `n${nodes.length + i}`);
    for (const [at, id] of layer.entries()) {
      nodes.push({ id, layer: layers.length });
      if (!above) {
        continue;
      }
      const link = from => edges.set(`${from}>${id}`, { from, to: id });
      // Where the node stands in its layer, give or take one: branches keep to their side.
      const near = other => {
        const place = Math.round(((at + 0.5) / width) * other.length - 0.5) + below(3) - 1;
        return other[Math.min(other.length - 1, Math.max(0, place))];
      };
      link(near(above));
      if (random() < 0.6) {
        link(near(layers[Math.max(0, layers.length - 1 - below(4))]));
      }
    }
    layers.push(layer);
  }
  return { nodes, edges: [...edges.values()] };
}

/** A small random generator with a seed. */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
