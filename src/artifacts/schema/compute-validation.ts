/** What an edit of a schema does to the anomalies: which appear, which vanish. */
import type { IAnomaly, ISplitAnomalies, Severity } from '../anomalies/anomalies';

/** One reason of one anomaly. */
export interface IFinding {
  /** Steps joined by dots; empty for the dataset. */
  readonly name: string;
  readonly severity: Severity;
  readonly shortDescription: string;
  readonly description: string;
  /** Such as `SCHEMA_NEW_COLUMN`. */
  readonly type: string;
}

/** Findings of a split before and after. */
export interface ISplitValidation {
  readonly split: string;
  readonly appeared: readonly IFinding[];
  readonly vanished: readonly IFinding[];
  /** As they are after. */
  readonly stayed: readonly IFinding[];
  /** There were no examples. */
  readonly dataMissing: boolean;
}

/** Compares the anomalies of the schema as it was with those of the edited one, split by split. */
export function compareValidations(
  before: readonly ISplitAnomalies[],
  after: readonly ISplitAnomalies[]
): readonly ISplitValidation[] {
  return after.map(now => {
    const was = before.find(({ split }) => split === now.split);
    const old = findings(was);
    const found = findings(now);
    return {
      split: now.split,
      appeared: [...found].filter(([key]) => !old.has(key)).map(([, finding]) => finding),
      vanished: [...old].filter(([key]) => !found.has(key)).map(([, finding]) => finding),
      stayed: [...found].filter(([key]) => old.has(key)).map(([, finding]) => finding),
      dataMissing: now.dataMissing
    };
  });
}

function findings(split: ISplitAnomalies | undefined): ReadonlyMap<string, IFinding> {
  const found = new Map<string, IFinding>();
  const anomalies: readonly IAnomaly[] = [
    ...(split?.features ?? []),
    ...(split?.dataset ? [split.dataset] : [])
  ];
  for (const { name, severity, shortDescription, description, reasons } of anomalies) {
    const whole = { type: '', shortDescription, description };
    for (const reason of reasons.length > 0 ? reasons : [whole]) {
      found.set(JSON.stringify([name, reason.type]), { name, severity, ...reason });
    }
  }
  return found;
}
