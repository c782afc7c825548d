/** The fields of each runner, in the order in which they are asked for. Python's `beam/arguments.py` has their meaning. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { BeamChoice } from '../protocol';

/** A field of a runner's form. */
export interface IRunnerField {
  /** Name of the option. */
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  /** The first one is what an empty option means. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Asked for where this holds. */
  readonly isWanted?: (options: BeamChoice['options']) => boolean;
}

/** Every runner that can be chosen. */
export const RUNNERS: readonly BeamChoice['runner'][] = [
  'direct',
  'prism',
  'flink',
  'spark',
  'dataflow'
];

/** The fields of a runner. */
export function runnerFields(
  runner: BeamChoice['runner'],
  trans: TranslationBundle
): readonly IRunnerField[] {
  const more: IRunnerField = {
    name: 'more',
    label: trans.__('More arguments'),
    placeholder: '--name=value'
  };
  switch (runner) {
    case 'direct':
      return [
        {
          name: 'mode',
          label: trans.__('Workers are'),
          choices: [
            { value: 'in_memory', label: trans.__('the kernel itself, in memory') },
            { value: 'multi_processing', label: trans.__('processes') },
            { value: 'multi_threading', label: trans.__('threads') }
          ]
        },
        {
          name: 'workers',
          label: trans.__('How many'),
          placeholder: trans.__('0: one for each processor'),
          isWanted: ({ mode }) => mode === 'multi_processing' || mode === 'multi_threading'
        },
        more
      ];
    case 'prism':
      return [
        {
          name: 'prismLocation',
          label: trans.__('Program'),
          placeholder: trans.__('path of prism; Beam’s own copy where empty')
        },
        more
      ];
    case 'flink':
    case 'spark':
      return [...engine(runner, trans), more];
    case 'dataflow':
      return [...dataflow(trans), more];
  }
}

/** The options without what is not asked for. */
export function wantedOptions(
  runner: BeamChoice['runner'],
  options: BeamChoice['options'],
  trans: TranslationBundle
): BeamChoice['options'] {
  const wanted = runnerFields(runner, trans).filter(field => field.isWanted?.(options) ?? true);
  return Object.fromEntries(
    wanted.flatMap(({ name, choices }) => {
      const value = (options[name] ?? choices?.[0].value ?? '').trim();
      return value === '' ? [] : [[name, value]];
    })
  );
}

function engine(runner: 'flink' | 'spark', trans: TranslationBundle): readonly IRunnerField[] {
  const isElsewhere = ({ environment }: BeamChoice['options']): boolean =>
    environment !== undefined && environment !== 'LOOPBACK';
  const parallelism: readonly IRunnerField[] =
    runner === 'flink'
      ? [
          {
            name: 'parallelism',
            label: trans.__('Parallelism'),
            placeholder: trans.__('Flink’s own')
          }
        ]
      : [];
  return [
    {
      name: 'endpoint',
      label: trans.__('Beam job server'),
      placeholder: 'localhost:8099'
    },
    {
      name: 'master',
      label: runner === 'flink' ? trans.__('or Flink itself') : trans.__('or Spark itself'),
      placeholder: runner === 'flink' ? 'localhost:8081' : 'spark://localhost:7077'
    },
    {
      name: 'environment',
      label: trans.__('Workers are'),
      choices: [
        { value: 'LOOPBACK', label: trans.__('in the kernel (loopback)') },
        { value: 'DOCKER', label: trans.__('containers') },
        { value: 'PROCESS', label: trans.__('processes of the cluster') },
        { value: 'EXTERNAL', label: trans.__('a worker pool') }
      ]
    },
    {
      name: 'environmentConfig',
      label: trans.__('Their image, program or address'),
      isWanted: isElsewhere
    },
    ...parallelism
  ];
}

function dataflow(trans: TranslationBundle): readonly IRunnerField[] {
  return [
    { name: 'project', label: trans.__('Project'), placeholder: 'my-project' },
    { name: 'region', label: trans.__('Region'), placeholder: 'europe-west4' },
    {
      name: 'tempLocation',
      label: trans.__('Temporary folder'),
      placeholder: 'gs://my-bucket/beam'
    },
    {
      name: 'stagingLocation',
      label: trans.__('Staging folder'),
      placeholder: trans.__('the temporary one')
    },
    { name: 'jobName', label: trans.__('Job name'), placeholder: trans.__('Beam’s own') },
    {
      name: 'maxWorkers',
      label: trans.__('Workers at most'),
      placeholder: trans.__('Dataflow’s own')
    },
    {
      name: 'machineType',
      label: trans.__('Machine type'),
      placeholder: trans.__('Dataflow’s own')
    },
    {
      name: 'serviceAccount',
      label: trans.__('Service account'),
      placeholder: trans.__('the project’s own')
    },
    { name: 'image', label: trans.__('Image of the workers'), placeholder: trans.__('Beam’s own') }
  ];
}
