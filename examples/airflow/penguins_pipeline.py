"""The pipeline of penguins.ipynb as a file, for orchestrators: `create_pipeline` says how it is laid out."""

import os

import tensorflow_model_analysis as tfma
from tfx import v1 as tfx

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = 'penguins'


def create_pipeline(root: str, data: str) -> tfx.dsl.Pipeline:
    """The eight components, from a folder with a CSV file to the pushed model.

    Args:
        root: Folder of the artifacts, of the metadata store and of the pushed models.
        data: Folder with the CSV file; the default of the runtime parameter `data`.
    """
    example_gen = tfx.components.CsvExampleGen(
        input_base=tfx.dsl.experimental.RuntimeParameter(name='data', ptype=str, default=data)
    )
    statistics_gen = tfx.components.StatisticsGen(examples=example_gen.outputs['examples'])
    schema_gen = tfx.components.SchemaGen(
        statistics=statistics_gen.outputs['statistics'], infer_feature_shape=True
    )
    example_validator = tfx.components.ExampleValidator(
        statistics=statistics_gen.outputs['statistics'], schema=schema_gen.outputs['schema']
    )
    transform = tfx.components.Transform(
        examples=example_gen.outputs['examples'],
        schema=schema_gen.outputs['schema'],
        module_file=os.path.join(HERE, '..', 'penguin_transform.py'),
    )
    trainer = tfx.components.Trainer(
        module_file=os.path.join(HERE, '..', 'penguin_trainer.py'),
        examples=transform.outputs['transformed_examples'],
        transform_graph=transform.outputs['transform_graph'],
        train_args=tfx.dsl.experimental.RuntimeParameter(
            name='train_args', ptype=str, default='{"num_steps": 300}'
        ),
        eval_args=tfx.proto.EvalArgs(num_steps=7),
    )
    evaluator = tfx.components.Evaluator(
        examples=example_gen.outputs['examples'],
        model=trainer.outputs['model'],
        eval_config=eval_config(),
    )
    pusher = tfx.components.Pusher(
        model=trainer.outputs['model'],
        model_blessing=evaluator.outputs['blessing'],
        push_destination=tfx.proto.PushDestination(
            filesystem=tfx.proto.PushDestination.Filesystem(base_directory=os.path.join(root, 'serving'))
        ),
    )
    return tfx.dsl.Pipeline(
        pipeline_name=NAME,
        pipeline_root=os.path.join(root, 'artifacts'),
        metadata_connection_config=tfx.orchestration.metadata.sqlite_metadata_connection_config(
            os.path.join(root, 'metadata.sqlite')
        ),
        components=[
            example_gen,
            statistics_gen,
            schema_gen,
            example_validator,
            transform,
            trainer,
            evaluator,
            pusher,
        ],
        enable_cache=True,
    )


def eval_config() -> tfma.EvalConfig:
    """At least 90 % of all penguins told right, and at least 80 % within every species."""
    return tfma.EvalConfig(
        model_specs=[
            tfma.ModelSpec(
                signature_name='serving_default',
                preprocessing_function_names=['transform_features'],
                label_key='species_xf',
                prediction_key='probabilities',
            )
        ],
        slicing_specs=[tfma.SlicingSpec(), tfma.SlicingSpec(feature_keys=['species'])],
        metrics_specs=[
            tfma.MetricsSpec(
                metrics=[
                    tfma.MetricConfig(class_name='ExampleCount'),
                    tfma.MetricConfig(
                        class_name='SparseCategoricalAccuracy',
                        per_slice_thresholds=[
                            at_least(0.9, tfma.SlicingSpec()),
                            at_least(0.8, tfma.SlicingSpec(feature_keys=['species'])),
                        ],
                    ),
                ]
            )
        ],
    )


def at_least(value: float, slices: tfma.SlicingSpec) -> tfma.PerSliceMetricThreshold:
    """A lower bound of a metric, in every one of these slices."""
    bound = tfma.GenericValueThreshold(lower_bound={'value': value})
    return tfma.PerSliceMetricThreshold(
        slicing_specs=[slices], threshold=tfma.MetricThreshold(value_threshold=bound)
    )
