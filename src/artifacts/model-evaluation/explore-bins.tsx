/** Bins of a number, whose edges are dragged, or moved with the arrow keys. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IFeatureSummary } from '../../metrics/questions';
import { figure } from '../format';

/** Steps from end to end, of the arrow keys; ten of them for Page Up and Down. */
const STEPS = 100;
const MOST_EDGES = 12;
/** Values that may be slices of their own. */
const MOST_VALUES = 1000;

/** Props of {@link ExploreBins}. */
export interface IExploreBinsProps {
  readonly feature: IFeatureSummary;
  /** Ascending; null where each value is for itself. */
  readonly edges: readonly number[] | null;
  readonly onEdges: (edges: readonly number[] | null) => void;
  readonly trans: TranslationBundle;
}

/** A track with a handle for each edge. */
export function ExploreBins(props: IExploreBinsProps): React.JSX.Element {
  const { feature, edges, onEdges, trans } = props;
  const { name, low, high } = feature;
  const track = React.useRef<HTMLDivElement>(null);
  const move = (place: number, to: number): void => {
    const before = edges?.[place - 1] ?? low;
    const after = edges?.[place + 1] ?? high;
    const value = Math.min(after, Math.max(before, rounded(to, feature)));
    if (edges && value > before && value < after) {
      onEdges(edges.map((edge, at) => (at === place ? value : edge)));
    }
  };
  const valueAt = (x: number): number => {
    const box = track.current?.getBoundingClientRect();
    const share = box && box.width > 0 ? (x - box.left) / box.width : 0;
    return low + Math.min(1, Math.max(0, share)) * (high - low);
  };
  return (
    <div className="jp-TfxExplore-bins" role="group" aria-label={trans.__('Bins of %1', name)}>
      <span className="jp-TfxExplore-name">
        <bdi>{name}</bdi>
      </span>
      {feature.distinct <= MOST_VALUES && (
        <label>
          <input
            type="checkbox"
            checked={edges !== null}
            onChange={event => onEdges(event.target.checked ? firstEdges(feature) : null)}
          />{' '}
          {trans.__('in bins')}
        </label>
      )}
      {edges !== null && (
        <>
          <span>{figure(low)}</span>
          <div
            ref={track}
            className="jp-TfxExplore-track"
            title={trans.__('Double-click for another edge')}
            onDoubleClick={event => {
              if (edges.length < MOST_EDGES && event.target === event.currentTarget) {
                const edge = rounded(valueAt(event.clientX), feature);
                onEdges([...new Set([...edges, edge])].sort((a, b) => a - b));
              }
            }}
          >
            {edges.map((edge, place) => (
              <Handle
                // An edge keeps its handle while it is moved.
                key={place}
                edge={edge}
                feature={feature}
                label={trans.__('Edge %1 of %2', place + 1, name)}
                onMove={to => move(place, to)}
                onDrag={x => move(place, valueAt(x))}
                onRemove={() => onEdges(edges.filter((_, at) => at !== place))}
              />
            ))}
          </div>
          <span>{figure(high)}</span>
          <button
            className="jp-TfxArtifact-link"
            disabled={edges.length >= MOST_EDGES}
            onClick={() => onEdges(withAnother(edges, feature))}
          >
            {trans.__('Add an edge')}
          </button>
          <button
            className="jp-TfxArtifact-link"
            disabled={edges.length < 2}
            onClick={() => onEdges(edges.slice(0, -1))}
          >
            {trans.__('Remove one')}
          </button>
        </>
      )}
    </div>
  );
}

function Handle(props: {
  readonly edge: number;
  readonly feature: IFeatureSummary;
  readonly label: string;
  readonly onMove: (to: number) => void;
  /** With a place on the page, in pixels from the left. */
  readonly onDrag: (x: number) => void;
  readonly onRemove: () => void;
}): React.JSX.Element {
  const { edge, feature, label, onMove, onDrag, onRemove } = props;
  const { low, high } = feature;
  const step = stepOf(feature);
  return (
    <span
      className="jp-TfxExplore-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={edge}
      style={{ left: `${((edge - low) / (high - low || 1)) * 100}%` }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) {
          onDrag(event.clientX);
        }
      }}
      onKeyDown={event => {
        const by: Readonly<Record<string, number>> = {
          ...{ ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step },
          ...{ PageUp: step * 10, PageDown: -step * 10 }
        };
        if (event.key in by) {
          event.preventDefault();
          onMove(edge + by[event.key]);
        } else if (event.key === 'Delete') {
          event.preventDefault();
          onRemove();
        }
      }}
    >
      <output>{figure(edge)}</output>
    </span>
  );
}

/** Whole numbers stay whole. */
function isWhole({ low, high, values }: IFeatureSummary): boolean {
  return [low, high, ...values.slice(0, 50).map(Number)].every(Number.isInteger);
}

function stepOf(feature: IFeatureSummary): number {
  const step = (feature.high - feature.low) / STEPS;
  return isWhole(feature) ? Math.max(1, Math.round(step)) : step;
}

/** Three digits of the way from end to end are enough. */
function rounded(value: number, feature: IFeatureSummary): number {
  if (isWhole(feature)) {
    return Math.round(value);
  }
  const size = 10 ** Math.floor(Math.log10((feature.high - feature.low) / 1000 || 1));
  return Number((Math.round(value / size) * size).toPrecision(12));
}

function firstEdges(feature: IFeatureSummary): readonly number[] {
  const { edges, low, high } = feature;
  return edges.length > 0 ? edges : [rounded((low + high) / 2, feature)];
}

/** An edge in the middle of the widest bin. */
function withAnother(edges: readonly number[], feature: IFeatureSummary): readonly number[] {
  const all = [feature.low, ...edges, feature.high];
  const widths = edges.concat(feature.high).map((edge, at) => edge - all[at]);
  const widest = widths.indexOf(Math.max(...widths));
  const edge = rounded((all[widest] + all[widest + 1]) / 2, feature);
  return [...new Set([...edges, edge])].sort((a, b) => a - b);
}
