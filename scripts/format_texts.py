"""Texts in protobuf's text format, good and bad ones, for scripts/make_format_fixtures.py."""
# ruff: noqa: E501

_SCHEMA = "tensorflow.metadata.v0.Schema"
_ANOMALIES = "tensorflow.metadata.v0.Anomalies"
_STATISTICS = "tensorflow.metadata.v0.DatasetFeatureStatisticsList"
_EXAMPLE = "tensorflow.Example"

#: As a person writes it: comments, both quotes, both brackets, lists, separators.
SCHEMA = r"""# Schema with everything in it.
feature {
  name: "species"
  type: BYTES
  domain: "species"
  presence { min_fraction: 1.0 min_count: 1 }
  shape { dim { size: 1 name: "batch" } }
  distribution_constraints { min_domain_mass: 0.95 }
  skew_comparator { infinity_norm { threshold: 0.01 } }
  drift_comparator: {
    jensen_shannon_divergence: < threshold: .02, source { type: QUANTILES } >;
  }
  not_in_environment: ["SERVING", 'LOCAL']
  annotation {
    tag: "a tag"
    comment: "one "  # of two parts
             'comment'
    extra_metadata { type_url: "type.example.com/made.up.Type" value: "\001\xff" }
  }
}
feature: {
  name: 'bill'
  type: FLOAT
  value_count { min: 1 max: 2 }
  float_domain {
    name: "bill" min: -inf max: 1e3 disallow_nan: true disallow_inf: t is_embedding: false
    is_categorical: True embedding_dim: 8 embedding_type: "glove"
  }
  group_presence { required: true }
  in_environment: "TRAINING"
  lifecycle_stage: BETA
  drift_comparator { normalized_abs_difference { threshold: 1e-05 } }
}
feature {
  name: "count" type: INT
  int_domain { name: "count" min: -9223372036854775808 max: 9223372036854775807 is_categorical: true }
  unique_constraints { min: 1 max: 0x10 }
  lifecycle_stage: DEPRECATED
  deprecated: true
}
feature { name: "flag" type: BYTES bool_domain { name: "flag" true_value: "yes" false_value: "no" } }
feature {
  name: "tree" type: STRUCT
  value_counts { value_count { min: 1 } value_count { min: 0 max: 3 } }
  struct_domain {
    feature { name: "leaf" type: INT int_domain { min: 0 } }
    feature { name: "branch" type: STRUCT struct_domain { feature { name: "twig" type: BYTES } } }
    sparse_feature { name: "inner" index_feature { name: "i" } value_feature { name: "v" } }
  }
}
feature {
  name: "text" type: BYTES
  natural_language_domain {
    vocabulary: "words"
    coverage {
      min_coverage: 0.5 min_avg_token_length: 2.5 excluded_string_tokens: "the"
      excluded_int_tokens: [1, 2, 3] oov_string_tokens: "<unk>"
    }
    token_constraints { string_value: "[CLS]" min_per_sequence: 1 max_per_sequence: 1 }
    token_constraints { int_value: 7 min_fraction_of_sequences: 0.25 max_fraction_of_sequences: 0.75 }
    sequence_length_constraints { excluded_int_value: 0 min_sequence_length: 1 max_sequence_length: 512 }
  }
  sequence_metadata { sequential_status: SEQUENTIAL_YES joint_group: "g" sequence_truncation_limit: 10 }
}
feature {
  name: "picture" type: BYTES
  image_domain { minimum_supported_image_fraction: 0.9 max_image_byte_size: 1000000 }
}
feature { name: "mid" mid_domain {} }
feature { name: "url" url_domain < > }
feature { name: "day" type: BYTES time_domain { string_format: "%Y-%m-%d" } }
feature { name: "when" type: INT time_domain { integer_format: UNIX_MILLISECONDS } }
feature { name: "hour" type: INT time_of_day_domain { integer_format: PACKED_64_NANOS } }
feature {
  name: "derived" type: INT lifecycle_stage: VALIDATION_DERIVED
  validation_derived_source {
    deriver_name: "slice" source_path { step: "tree" step: "leaf" } declaratively_configured: true
    config { slice_sql { expression: "SELECT \"x\"" feature_value_type: VALUE_TYPE_INTEGER
                         int64_default_feature_value: -1 } }
  }
}
feature { name: "\303\274n\303\257c\303\266de \342\202\254 <b>not bold</b> 'single' \"double\" \\ \t\n" type: BYTES }
sparse_feature {
  name: "sparse" dense_shape { dim { size: 100 } }
  index_feature { name: "index" } value_feature { name: "value" } is_sorted: true
}
weighted_feature { name: "weighed" feature { step: "bill" } weight_feature { step: "weight" } lifecycle_stage: ALPHA }
string_domain { name: "species" value: ["Adelie", "Chinstrap", "Gentoo"] is_categorical: CATEGORICAL_YES }
string_domain { name: "empty" }
float_domain { name: "shared_float" min: 0 max: 1 }
int_domain { name: "shared_int" min: 0 max: 0777 }
default_environment: "TRAINING"
default_environment: "SERVING"
annotation { tag: "dataset" }
dataset_constraints {
  num_examples_drift_comparator { min_fraction_threshold: 0.5 max_fraction_threshold: 2 }
  num_examples_version_comparator { min_fraction_threshold: 0.9 }
  min_examples_count: 10 max_examples_count: 1000000
}
tensor_representation_group {
  key: ""
  value {
    tensor_representation {
      key: "dense"
      value { dense_tensor { column_name: "bill" shape { dim { size: 1 } } default_value { float_value: -1 } } }
    }
    tensor_representation { key: "var" value { varlen_sparse_tensor { column_name: "count" } } }
    tensor_representation {
      key: "sparse"
      value { sparse_tensor { dense_shape { dim { size: 100 } } index_column_names: "index"
                              value_column_name: "value" already_sorted: true } }
    }
    tensor_representation {
      key: "ragged"
      value { ragged_tensor { feature_path { step: "tree" step: "leaf" } row_partition_dtype: INT32
                              partition { uniform_row_length: 2 } partition { row_length: "len" } } }
    }
  }
}
represent_variable_length_as_ragged: true
"""

_DEEP = "feature { struct_domain { " * 45 + "feature { name: 'x' }" + " } }" * 45

#: Name, message, text. What Python says of each goes into fixtures/formats/text/cases.json.
TEXTS: tuple[tuple[str, str, str], ...] = (
    ("a schema with everything", _SCHEMA, SCHEMA),
    ("nothing", _SCHEMA, ""),
    ("white space and comments alone", _SCHEMA, " \t\r\n # a comment\n\n#"),
    ("one line", _SCHEMA, "feature{name:'a'type:INT}feature<name:\"b\">"),
    ("separators", _SCHEMA, "default_environment:'a';default_environment:'b', feature{name:'a';},"),
    (
        "lists",
        _SCHEMA,
        "default_environment: [] feature [{name: 'a'}, <name: 'b'>] default_environment: ['x']",
    ),
    ("adjacent strings", _SCHEMA, "feature { name: 'a' \"b\"\n 'c' }"),
    ("escapes", _SCHEMA, r"""feature { name: "\a\b\f\n\r\t\v\\\'\"\x41\101\7\x7" }"""),
    ("bytes", _SCHEMA, r"""annotation { extra_metadata { value: "\x00\xff\377\200abc" } }"""),
    ("characters", _SCHEMA, "feature { name: 'gr\u00fc\u00dfe \u20ac \U0001f427 \u202e' }"),
    ("enum by number", _SCHEMA, "feature { type: 2 lifecycle_stage: 0x3 }"),
    (
        "numbers",
        _SCHEMA,
        "feature { int_domain { min: -0x1F max: 017 } } int_domain { min: -5 max: 0 } float_domain { min: 1 }",
    ),
    (
        "floats",
        _SCHEMA,
        "float_domain { min: -1.5f max: 1e3 } float_domain { min: .5 max: 5. } float_domain { min: inf max: nan }"
        "float_domain { min: -infinity max: 0.1 } float_domain { min: 3.4028235e38 max: 1.17549435e-38 }"
        "float_domain { min: 16777216 max: 123456.789 } float_domain { min: -0.0 max: 1E+2f }",
    ),
    (
        "doubles",
        _STATISTICS,
        "datasets { features { name: 'x' num_stats { mean: 1e16 std_dev: 1e15 min: 0.0001 max: 0.00001 median: -0.0 } }"
        " features { name: 'y' num_stats { mean: 0.1 std_dev: 12345678901234567890 min: 5e-324 max: 1.7976931348623157e308"
        " median: 1.5e300 } } weighted_num_examples: 9007199254740993 num_examples: 18446744073709551615 }",
    ),
    ("booleans", _SCHEMA, "sparse_feature { is_sorted: 1 } sparse_feature { is_sorted: f }"),
    (
        "a map",
        _EXAMPLE,
        "features { feature { key: 'b' value { int64_list { value: [1, -2] } } } feature { key: 'a' } }",
    ),
    (
        "a map's key twice",
        _EXAMPLE,
        "features { feature { key: 'a' value { float_list { value: 1 } } } feature { key: 'a' } }",
    ),
    (
        "a map in a list",
        _EXAMPLE,
        "features { feature: [{ key: 'b' }, { key: 'c' value { bytes_list { value: '\\377' } } }] }",
    ),
    ("ninety deep", _SCHEMA, _DEEP),
    (
        "anomalies",
        _ANOMALIES,
        "anomaly_info { key: 'x' value { severity: ERROR reason { type: 82 } } } data_missing: true",
    ),
    ("a field twice", _SCHEMA, "feature { name: 'a' name: 'b' }"),
    ("two of a oneof", _SCHEMA, "feature { domain: 'a' bool_domain {} }"),
    ("a brace too few", _SCHEMA, "feature { name: 'a'"),
    ("a brace too many", _SCHEMA, "feature { name: 'a' } }"),
    ("the wrong bracket", _SCHEMA, "feature { name: 'a' >"),
    ("no colon", _SCHEMA, "feature { name 'a' }"),
    ("no value", _SCHEMA, "feature { name: }"),
    ("an open string", _SCHEMA, "feature { name: 'a }\n'"),
    ("a string for a number", _SCHEMA, "feature { int_domain { min: 'a' } }"),
    ("a number for a string", _SCHEMA, "feature { name: 1 }"),
    ("a fraction for a whole number", _SCHEMA, "feature { int_domain { min: 1.5 } }"),
    ("a number that is too large", _SCHEMA, "feature { int_domain { max: 9223372036854775808 } }"),
    ("no boolean", _SCHEMA, "sparse_feature { is_sorted: maybe }"),
    ("no UTF-8", _SCHEMA, r"feature { name: '\377' }"),
    ("not an escape", _SCHEMA, r"feature { name: '\xzz' }"),
    ("a list that ends in a comma", _SCHEMA, "default_environment: ['a',]"),
    ("a list for one value", _SCHEMA, "feature { name: ['a'] }"),
    ("binary", _SCHEMA, "\n\x0b\n\x07species0\x01"),
    ("JSON", _SCHEMA, '{"feature": [{"name": "a"}]}'),
)
