"""Prints the descriptors of Google's installed packages as one FileDescriptorSet in hex.

Run in a process of its own: packages whose `__init__` imports all of TensorFlow are replaced by bare ones,
so that only their generated modules are loaded.
"""

import importlib
import sys
import sysconfig
import types
from pathlib import Path

from google.protobuf import descriptor_pb2

BARE = (
    "tensorflow.core.example",
    "tensorflow.core.framework",
    "tensorflow.core.protobuf",
    "tensorflow.core.util",
    "tensorflow.tsl.protobuf",
    "tensorflow_data_validation.skew.protos",
    "tensorflow_model_analysis.proto",
    "tensorflow_serving.apis",
    "tf_keras.protobuf",
)

MODULES = (
    "tensorflow.core.example.example_pb2",
    "tensorflow.core.example.feature_pb2",
    "tensorflow.core.framework.attr_value_pb2",
    "tensorflow.core.framework.function_pb2",
    "tensorflow.core.framework.graph_pb2",
    "tensorflow.core.framework.node_def_pb2",
    "tensorflow.core.framework.op_def_pb2",
    "tensorflow.core.framework.summary_pb2",
    "tensorflow.core.framework.tensor_pb2",
    "tensorflow.core.framework.tensor_shape_pb2",
    "tensorflow.core.framework.tensor_slice_pb2",
    "tensorflow.core.framework.types_pb2",
    "tensorflow.core.framework.variable_pb2",
    "tensorflow.core.framework.versions_pb2",
    "tensorflow.core.protobuf.fingerprint_pb2",
    "tensorflow.core.protobuf.meta_graph_pb2",
    "tensorflow.core.protobuf.saved_model_pb2",
    "tensorflow.core.protobuf.saved_object_graph_pb2",
    "tensorflow.core.protobuf.struct_pb2",
    "tensorflow.core.protobuf.tensor_bundle_pb2",
    "tensorflow.core.protobuf.trackable_object_graph_pb2",
    "tensorflow.core.util.event_pb2",
    "tensorflow.tsl.protobuf.histogram_pb2",
    "tensorflow_data_validation.skew.protos.feature_skew_results_pb2",
    "tensorflow_metadata.proto.v0.anomalies_pb2",
    "tensorflow_metadata.proto.v0.derived_feature_pb2",
    "tensorflow_metadata.proto.v0.path_pb2",
    "tensorflow_metadata.proto.v0.schema_pb2",
    "tensorflow_metadata.proto.v0.statistics_pb2",
    "tensorflow_model_analysis.proto.config_pb2",
    "tensorflow_model_analysis.proto.metrics_for_slice_pb2",
    "tensorflow_model_analysis.proto.validation_result_pb2",
    "tensorflow_serving.apis.classification_pb2",
    "tensorflow_serving.apis.inference_pb2",
    "tensorflow_serving.apis.input_pb2",
    "tensorflow_serving.apis.logging_pb2",
    "tensorflow_serving.apis.model_pb2",
    "tensorflow_serving.apis.predict_pb2",
    "tensorflow_serving.apis.prediction_log_pb2",
    "tensorflow_serving.apis.regression_pb2",
    "tf_keras.protobuf.saved_metadata_pb2",
    "tf_keras.protobuf.versions_pb2",
)


def main() -> None:
    """Prints the set."""
    packages = Path(sysconfig.get_paths()["purelib"])
    for name in BARE:
        parts = name.split(".")
        for end in range(1, len(parts) + 1):
            module = types.ModuleType(".".join(parts[:end]))
            module.__path__ = [str(packages.joinpath(*parts[:end]))]
            sys.modules.setdefault(module.__name__, module)
    files = descriptor_pb2.FileDescriptorSet()
    for name in MODULES:
        importlib.import_module(name).DESCRIPTOR.CopyToProto(files.file.add())
    print(files.SerializeToString().hex())


if __name__ == "__main__":
    main()
