/** Where a test draws views: a page with room, though jsdom lays nothing out. */
import * as React from 'react';
import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';

/** What is there for one test. */
export interface IStage {
  readonly root: Root;
  /** The root's element, in the document. */
  readonly node: HTMLElement;
}

/** Pixels: of a table's row, and of everything else. */
export interface IRoom {
  readonly row?: number;
  readonly height?: number;
}

/**
 * Sets a stage before each test of the file, and clears it afterwards.
 *
 * @param enter - Gets each one.
 */
export function useStage(
  enter: (stage: IStage) => void,
  { row = 26, height = 5000 }: IRoom = {}
): void {
  let stage: IStage;

  beforeAll(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    // A table must think that it has room.
    jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (
      this: HTMLElement
    ) {
      return this.classList.contains('jp-TfxTable-row') ? row : height;
    });
    jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600);
  });

  afterAll(() => {
    jest.restoreAllMocks();
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: undefined });
  });

  beforeEach(() => {
    const node = document.createElement('div');
    document.body.append(node);
    stage = { root: createRoot(node), node };
    enter(stage);
  });

  afterEach(() => {
    React.act(() => stage.root.unmount());
    stage.node.remove();
  });
}
