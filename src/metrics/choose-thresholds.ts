/** Thresholds that cost least, for all slices or for each, and as fair as a person asks for. */
import type { ICounts, ICurves } from './curves';
import { countsAt, thresholdAt, totalsOf } from './curves';

/** One threshold; one for each slice; or such that a rate is the same for all slices. */
export type ThresholdRule = 'one' | 'each' | 'equal-opportunity' | 'demographic-parity';

/** Thresholds by a rule. */
export interface IChoice {
  readonly rule: ThresholdRule;
  /** By slice, in the order in which they were given. */
  readonly counts: readonly ICounts[];
  /** False positives, and false negatives times what one costs more. */
  readonly cost: number;
  /** The rate that is the same for all, where a rule wants one. */
  readonly rate: number | null;
}

/** Rates that are tried for a rule that wants them equal. */
const RATES = 200;

/** A place of a curve that counts; one before the start where nothing is positive. */
interface IPlace {
  readonly at: number;
  readonly counts: ICounts;
}

/**
 * Chooses thresholds by each rule.
 *
 * Hardt, Price and Srebro, "Equality of Opportunity in Supervised Learning" (2016): thresholds by group that give all
 * the same true positive rate. Without chance, so that rates are equal as far as the scores allow.
 *
 * @param slices - Those of the curves that thresholds are chosen for.
 * @param costRatio - What a false negative costs, where a false positive costs 1; above 0.
 */
export function chooseThresholds(
  curves: ICurves,
  slices: readonly number[],
  costRatio: number
): readonly IChoice[] {
  const cost = ({ falsePositives, falseNegatives }: ICounts): number =>
    falsePositives + costRatio * falseNegatives;
  const places = slices.map(slice => placesOf(curves, slice));
  const total = (counts: readonly ICounts[]): number =>
    counts.reduce((sum, each) => sum + cost(each), 0);
  const chosen = (
    rule: ThresholdRule,
    counts: readonly ICounts[],
    rate: number | null
  ): IChoice => ({ ...{ rule, counts, rate }, cost: total(counts) });
  return [
    chosen('one', oneForAll(places, costRatio), null),
    chosen(
      'each',
      places.map(
        own =>
          own.reduce((best, each) => (cost(each.counts) < cost(best.counts) ? each : best)).counts
      ),
      null
    ),
    ...(['equal-opportunity', 'demographic-parity'] as const).map(rule => {
      const { counts, rate } = equalRates(places, rule, total);
      return chosen(rule, counts, rate);
    })
  ];
}

/** From nothing positive to all. */
function placesOf(curves: ICurves, slice: number): readonly IPlace[] {
  const places: IPlace[] = [];
  for (let at = curves.starts[slice] - 1; at < curves.starts[slice + 1]; at++) {
    places.push({ at, counts: countsAt(curves, slice, at, thresholdAt(curves, slice, at)) });
  }
  return places;
}

/** The threshold at which all slices together cost least. */
function oneForAll(places: readonly (readonly IPlace[])[], costRatio: number): readonly ICounts[] {
  // What changes when a threshold goes down past a step.
  const changes = new Map<number, number>();
  for (const own of places) {
    for (let i = 1; i < own.length; i++) {
      const { counts } = own[i];
      const before = own[i - 1].counts;
      const change =
        counts.falsePositives -
        before.falsePositives -
        costRatio * (counts.truePositives - before.truePositives);
      changes.set(counts.threshold, (changes.get(counts.threshold) ?? 0) + change);
    }
  }
  let [best, least, sum] = [1, 0, 0];
  for (const [threshold, change] of [...changes].sort(([a], [b]) => b - a)) {
    sum += change;
    if (sum < least) {
      [best, least] = [threshold, sum];
    }
  }
  return places.map(own => atThreshold(own, best));
}

/** Counts of a slice at a threshold: of the last place that is not below. */
function atThreshold(own: readonly IPlace[], threshold: number): ICounts {
  let [low, high] = [0, own.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (own[middle].counts.threshold >= threshold) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return { ...own[low].counts, threshold };
}

function equalRates(
  places: readonly (readonly IPlace[])[],
  rule: 'equal-opportunity' | 'demographic-parity',
  total: (counts: readonly ICounts[]) => number
): { readonly counts: readonly ICounts[]; readonly rate: number } {
  const rateOf = ({ truePositives: tp, falsePositives: fp, ...rest }: ICounts): number =>
    rule === 'equal-opportunity'
      ? tp / (tp + rest.falseNegatives || 1)
      : (tp + fp) / (tp + fp + rest.trueNegatives + rest.falseNegatives || 1);
  const rates = places.map(own => own.map(({ counts }) => rateOf(counts)));
  let best: { counts: readonly ICounts[]; rate: number } | null = null;
  let least = Infinity;
  for (let i = 0; i <= RATES; i++) {
    const rate = i / RATES;
    const counts = places.map((own, slice) => own[nearest(rates[slice], rate)].counts);
    const cost = total(counts);
    if (cost < least) {
      least = cost;
      best = { counts, rate };
    }
  }
  return best ?? { counts: [], rate: NaN };
}

/** The place of the nearest of ascending numbers. */
function nearest(ascending: readonly number[], wanted: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && wanted - ascending[low - 1] <= ascending[low] - wanted ? low - 1 : low;
}

/** Slices that have examples of both classes, and so many of them: for others no rate can be made equal. */
export function canChoose(curves: ICurves, slice: number, least: number): boolean {
  const { positives, negatives } = totalsOf(curves, slice);
  return positives > 0 && negatives > 0 && positives + negatives >= least;
}
