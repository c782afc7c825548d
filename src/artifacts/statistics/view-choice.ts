/** What a person chose to see. */
import type { FeatureOrder } from './compute-order';
import type { FeatureKind } from './compute-rows';
import type { ChartKind } from './draw-feature';

/** The choices of the bar above the table. */
export interface IViewChoice {
  readonly pattern: string;
  readonly kind: FeatureKind | 'all';
  readonly flagged: boolean;
  readonly order: FeatureOrder;
  readonly chart: ChartKind;
  readonly log: boolean;
  readonly share: boolean;
  readonly weighted: boolean;
  readonly large: boolean;
}

/** As it is at first. */
export const firstChoice: IViewChoice = {
  pattern: '',
  kind: 'all',
  flagged: false,
  order: 'order',
  chart: 'standard',
  log: false,
  share: false,
  weighted: false,
  large: false
};
