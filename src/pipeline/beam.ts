/** Which components are Beam jobs, and which choice of a runner is for them. */
import type { BeamChoice, BeamChoices } from '../protocol';
import type { IPipelineNode } from './pipeline';

/** TFX's own components whose executors are no Beam jobs, as of TFX 1.16. */
const WITHOUT_BEAM = new Set([
  'DistributionValidator',
  'ExampleValidator',
  'ImportSchemaGen',
  'InfraValidator',
  'Pusher',
  'SchemaGen',
  'Trainer',
  'Tuner'
]);

/** Nothing is chosen. */
export const NO_CHOICES: BeamChoices = { notebook: null, components: {} };

/** Whether a component is a Beam job, or may be one for all that is known. */
export function mayUseBeam(node: IPipelineNode): boolean {
  return node.beam !== null || (node.kind === 'component' && !WITHOUT_BEAM.has(node.type));
}

/** The choice that a component would run with; null where there is none. */
export function choiceFor(choices: BeamChoices, componentId: string): BeamChoice | null {
  return Object.hasOwn(choices.components, componentId)
    ? choices.components[componentId]
    : choices.notebook;
}

/** Whether two choices, or two notebooks', are the same. */
export function isSameBeam<T extends BeamChoice | BeamChoices>(
  one: T | null,
  other: T | null
): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
