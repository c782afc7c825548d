import { DagViewport } from '../dag-viewport';

/** A viewport of 200 × 100 pixels over content that is larger; fingers and mice are made of plain events. */
function viewport() {
  Object.defineProperty(navigator, 'maxTouchPoints', { value: 5, configurable: true });
  const create = <K extends 'svg' | 'g'>(name: K) =>
    document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', name));
  const svg = create('svg');
  const group = svg.appendChild(create('g'));
  const view = new DagViewport(svg, group);
  view.size = { width: 200, height: 100 };
  view.content = { width: 2000, height: 1000 };
  view.fit(0.5);
  const touch = (type: string, ...at: [number, number][]): void => {
    const touches = at.map(([clientX, clientY], identifier) => ({ clientX, clientY, identifier }));
    const event = new Event(type, { bubbles: true, cancelable: true });
    svg.dispatchEvent(Object.assign(event, { touches, changedTouches: touches }));
  };
  return { svg, group, view, touch };
}

describe('DagViewport', () => {
  it('pans with a finger', () => {
    const { view, group, touch } = viewport();
    const before = group.getAttribute('transform');
    touch('touchstart', [100, 50]);
    touch('touchmove', [60, 30]);
    expect(group.getAttribute('transform')).not.toBe(before);
    expect(view.moved).toBe(true);
  });

  it('zooms with two', () => {
    const { view, touch } = viewport();
    const before = view.scale;
    touch('touchstart', [90, 50], [110, 50]);
    touch('touchmove', [60, 50], [140, 50]);
    expect(view.scale).toBeGreaterThan(2 * before);
  });

  it.each([
    [0, true],
    [1, false],
    [2, false]
  ])('pans with the mouse’s button %d: %p', (button, pans) => {
    const { view, svg } = viewport();
    const mouse = (target: EventTarget, type: string, clientX: number): boolean =>
      target.dispatchEvent(
        new MouseEvent(type, { button, clientX, clientY: 50, bubbles: true, view: window })
      );
    mouse(svg, 'mousedown', 100);
    mouse(window, 'mousemove', 40);
    mouse(window, 'mouseup', 40);
    expect(view.moved).toBe(pans);
  });
});
