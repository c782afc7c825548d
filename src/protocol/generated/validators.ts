// @ts-nocheck
// Made by scripts/generate-protocol.mjs from protocol.json: change that, then run `npm run protocol`.
export const isReply = validate241;
const schema26 = {
  description: 'Kernel to browser: the answer to the request with the same id.',
  oneOf: [{ $ref: '#/definitions/OkReply' }, { $ref: '#/definitions/ErrorReply' }]
};
const schema27 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'ok', 'value'],
  properties: {
    id: { type: 'integer' },
    ok: { const: true },
    value: {
      anyOf: [
        { $ref: '#/definitions/HelloValue' },
        { $ref: '#/definitions/Snapshot' },
        { $ref: '#/definitions/FilesValue' },
        { $ref: '#/definitions/ValidateValue' },
        { $ref: '#/definitions/PredictionJob' },
        { $ref: '#/definitions/Proof' },
        { $ref: '#/definitions/ValuesValue' },
        { $ref: '#/definitions/AskModelValue' },
        { $ref: '#/definitions/BeamCheck' },
        { $ref: '#/definitions/EmptyValue' }
      ]
    }
  }
};
const schema28 = {
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'version', 'python', 'executable', 'pid', 'snapshot'],
  properties: {
    protocol: { type: 'integer' },
    version: {
      description: "Version of jupyterlab_tfx in the kernel's environment.",
      type: 'string'
    },
    python: { type: 'string' },
    executable: { type: 'string' },
    pid: { type: 'integer' },
    snapshot: { $ref: '#/definitions/Snapshot' }
  }
};
const schema29 = {
  description:
    'All that the kernel side knows: what a browser needs to show the state after a reload, or in a second window.',
  type: 'object',
  additionalProperties: false,
  required: ['session', 'seq', 'tfx', 'cwd', 'contexts', 'components', 'runs', 'files', 'cells'],
  properties: {
    session: { description: 'A new random id in every kernel process.', type: 'string' },
    seq: {
      description: 'Sequence number of the last event that the snapshot includes.',
      type: 'integer'
    },
    tfx: { $ref: '#/definitions/TfxState' },
    cwd: { type: 'string' },
    contexts: { type: 'array', items: { $ref: '#/definitions/Context' } },
    components: { type: 'array', items: { $ref: '#/definitions/Component' } },
    runs: { description: 'Oldest first.', type: 'array', items: { $ref: '#/definitions/Run' } },
    files: {
      description: 'Every file that a run read, as it is now.',
      type: 'array',
      items: { $ref: '#/definitions/FileFingerprint' }
    },
    cells: {
      description:
        'Every execution of a cell in this kernel, in order, the newest 2,000 at most (a cell that ran twice is in it twice).',
      type: 'array',
      items: { $ref: '#/definitions/ExecutedCell' }
    }
  }
};
const func2 = Object.prototype.hasOwnProperty;
const schema30 = {
  description: 'What the kernel knows of TFX, without importing it.',
  type: 'object',
  additionalProperties: false,
  required: ['state', 'version'],
  properties: {
    state: { enum: ['absent', 'installed', 'importing', 'imported'] },
    version: { type: ['string', 'null'] }
  }
};
function validate66(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.state === undefined && (missing0 = 'state')) ||
        (data.version === undefined && (missing0 = 'version'))
      ) {
        validate66.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'state' || key0 === 'version')) {
            validate66.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.state !== undefined) {
            let data0 = data.state;
            const _errs2 = errors;
            if (!(
              data0 === 'absent' ||
              data0 === 'installed' ||
              data0 === 'importing' ||
              data0 === 'imported'
            )) {
              validate66.errors = [
                {
                  instancePath: instancePath + '/state',
                  schemaPath: '#/properties/state/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema30.properties.state.enum },
                  message: 'must be equal to one of the allowed values'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.version !== undefined) {
              let data1 = data.version;
              const _errs3 = errors;
              if (typeof data1 !== 'string' && data1 !== null) {
                validate66.errors = [
                  {
                    instancePath: instancePath + '/version',
                    schemaPath: '#/properties/version/type',
                    keyword: 'type',
                    params: { type: schema30.properties.version.type },
                    message: 'must be string,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate66.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
const schema31 = {
  description: 'An InteractiveContext object of the kernel.',
  type: 'object',
  additionalProperties: false,
  required: ['key', 'variables', 'pipelineName', 'pipelineRoot', 'store'],
  properties: {
    key: { description: 'Names the object for as long as the kernel lives.', type: 'string' },
    variables: { type: 'array', items: { type: 'string' } },
    pipelineName: { type: 'string' },
    pipelineRoot: { type: 'string' },
    store: { $ref: '#/definitions/StoreAddress' }
  }
};
const schema32 = {
  description: 'Where a metadata store is, with no secret in it.',
  type: 'object',
  additionalProperties: false,
  required: ['kind', 'uri'],
  properties: {
    kind: { enum: ['sqlite', 'mysql', 'postgresql', 'grpc', 'memory', 'unknown'] },
    uri: {
      description:
        "A file's absolute path (sqlite), or host, port and database without user and password.",
      type: 'string'
    }
  }
};
function validate69(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.kind === undefined && (missing0 = 'kind')) ||
        (data.uri === undefined && (missing0 = 'uri'))
      ) {
        validate69.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'kind' || key0 === 'uri')) {
            validate69.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.kind !== undefined) {
            let data0 = data.kind;
            const _errs2 = errors;
            if (!(
              data0 === 'sqlite' ||
              data0 === 'mysql' ||
              data0 === 'postgresql' ||
              data0 === 'grpc' ||
              data0 === 'memory' ||
              data0 === 'unknown'
            )) {
              validate69.errors = [
                {
                  instancePath: instancePath + '/kind',
                  schemaPath: '#/properties/kind/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema32.properties.kind.enum },
                  message: 'must be equal to one of the allowed values'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.uri !== undefined) {
              const _errs3 = errors;
              if (typeof data.uri !== 'string') {
                validate69.errors = [
                  {
                    instancePath: instancePath + '/uri',
                    schemaPath: '#/properties/uri/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate69.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate69.errors = vErrors;
  return errors === 0;
}
function validate68(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.key === undefined && (missing0 = 'key')) ||
        (data.variables === undefined && (missing0 = 'variables')) ||
        (data.pipelineName === undefined && (missing0 = 'pipelineName')) ||
        (data.pipelineRoot === undefined && (missing0 = 'pipelineRoot')) ||
        (data.store === undefined && (missing0 = 'store'))
      ) {
        validate68.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'key' ||
            key0 === 'variables' ||
            key0 === 'pipelineName' ||
            key0 === 'pipelineRoot' ||
            key0 === 'store'
          )) {
            validate68.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.key !== undefined) {
            const _errs2 = errors;
            if (typeof data.key !== 'string') {
              validate68.errors = [
                {
                  instancePath: instancePath + '/key',
                  schemaPath: '#/properties/key/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.variables !== undefined) {
              let data1 = data.variables;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs6 = errors;
                    if (typeof data1[i0] !== 'string') {
                      validate68.errors = [
                        {
                          instancePath: instancePath + '/variables/' + i0,
                          schemaPath: '#/properties/variables/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate68.errors = [
                    {
                      instancePath: instancePath + '/variables',
                      schemaPath: '#/properties/variables/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.pipelineName !== undefined) {
                const _errs8 = errors;
                if (typeof data.pipelineName !== 'string') {
                  validate68.errors = [
                    {
                      instancePath: instancePath + '/pipelineName',
                      schemaPath: '#/properties/pipelineName/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.pipelineRoot !== undefined) {
                  const _errs10 = errors;
                  if (typeof data.pipelineRoot !== 'string') {
                    validate68.errors = [
                      {
                        instancePath: instancePath + '/pipelineRoot',
                        schemaPath: '#/properties/pipelineRoot/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.store !== undefined) {
                    const _errs12 = errors;
                    if (
                      !validate69(data.store, {
                        instancePath: instancePath + '/store',
                        parentData: data,
                        parentDataProperty: 'store',
                        rootData
                      })
                    ) {
                      vErrors =
                        vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate68.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate68.errors = vErrors;
  return errors === 0;
}
const schema33 = {
  description:
    "A TFX node object (component, resolver, importer) that the kernel's namespace holds.",
  type: 'object',
  additionalProperties: false,
  required: [
    'key',
    'id',
    'type',
    'kind',
    'variables',
    'cellId',
    'doc',
    'inputs',
    'outputs',
    'execProperties',
    'context'
  ],
  properties: {
    key: { description: 'Names the object for as long as the kernel lives.', type: 'string' },
    id: { description: 'The node id as TFX gives it.', type: 'string' },
    type: {
      description: "The class's full name, such as tfx.components.trainer.component.Trainer.",
      type: 'string'
    },
    kind: { enum: ['component', 'resolver', 'importer'] },
    variables: {
      description:
        "Names it has in the notebook; items of lists and dictionaries as name[0], name['k'].",
      type: 'array',
      items: { type: 'string' }
    },
    cellId: {
      description: 'The cell after whose run the object was first seen.',
      type: ['string', 'null']
    },
    doc: { description: "The first sentence of the class's docstring.", type: 'string' },
    inputs: {
      type: 'object',
      additionalProperties: { type: 'array', items: { $ref: '#/definitions/InputChannel' } }
    },
    outputs: {
      description: 'Artifact type name by output key.',
      type: 'object',
      additionalProperties: { type: 'string' }
    },
    execProperties: { $ref: '#/definitions/Properties' },
    context: { description: 'Key of the context that ran it last.', type: ['string', 'null'] }
  }
};
const schema34 = {
  description: 'One channel that feeds an input.',
  type: 'object',
  additionalProperties: false,
  required: ['producer', 'producerKey', 'output', 'type'],
  properties: {
    producer: {
      description: "The producing component's id; null for a channel that no component makes.",
      type: ['string', 'null']
    },
    producerKey: {
      description: "The producing object's key, where the kernel still has it.",
      type: ['string', 'null']
    },
    output: { type: ['string', 'null'] },
    type: { type: 'string' }
  }
};
function validate73(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.producer === undefined && (missing0 = 'producer')) ||
        (data.producerKey === undefined && (missing0 = 'producerKey')) ||
        (data.output === undefined && (missing0 = 'output')) ||
        (data.type === undefined && (missing0 = 'type'))
      ) {
        validate73.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'producer' ||
            key0 === 'producerKey' ||
            key0 === 'output' ||
            key0 === 'type'
          )) {
            validate73.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.producer !== undefined) {
            let data0 = data.producer;
            const _errs2 = errors;
            if (typeof data0 !== 'string' && data0 !== null) {
              validate73.errors = [
                {
                  instancePath: instancePath + '/producer',
                  schemaPath: '#/properties/producer/type',
                  keyword: 'type',
                  params: { type: schema34.properties.producer.type },
                  message: 'must be string,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.producerKey !== undefined) {
              let data1 = data.producerKey;
              const _errs4 = errors;
              if (typeof data1 !== 'string' && data1 !== null) {
                validate73.errors = [
                  {
                    instancePath: instancePath + '/producerKey',
                    schemaPath: '#/properties/producerKey/type',
                    keyword: 'type',
                    params: { type: schema34.properties.producerKey.type },
                    message: 'must be string,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.output !== undefined) {
                let data2 = data.output;
                const _errs6 = errors;
                if (typeof data2 !== 'string' && data2 !== null) {
                  validate73.errors = [
                    {
                      instancePath: instancePath + '/output',
                      schemaPath: '#/properties/output/type',
                      keyword: 'type',
                      params: { type: schema34.properties.output.type },
                      message: 'must be string,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.type !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.type !== 'string') {
                    validate73.errors = [
                      {
                        instancePath: instancePath + '/type',
                        schemaPath: '#/properties/type/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate73.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate73.errors = vErrors;
  return errors === 0;
}
const schema35 = {
  description: 'Named scalar values.',
  type: 'object',
  additionalProperties: { $ref: '#/definitions/Json' }
};
const schema36 = {
  description: 'A value of a property: what JSON holds, as a scalar or as JSON text.',
  type: ['string', 'number', 'boolean', 'null']
};
function validate76(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (
    typeof data !== 'string' &&
    !(typeof data == 'number') &&
    typeof data !== 'boolean' &&
    data !== null
  ) {
    validate76.errors = [
      {
        instancePath,
        schemaPath: '#/type',
        keyword: 'type',
        params: { type: schema36.type },
        message: 'must be string,number,boolean,null'
      }
    ];
    return false;
  }
  validate76.errors = vErrors;
  return errors === 0;
}
function validate75(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs2 = errors;
        if (
          !validate76(data[key0], {
            instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
            parentData: data,
            parentDataProperty: key0,
            rootData
          })
        ) {
          vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate75.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate75.errors = vErrors;
  return errors === 0;
}
function validate72(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.key === undefined && (missing0 = 'key')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.type === undefined && (missing0 = 'type')) ||
        (data.kind === undefined && (missing0 = 'kind')) ||
        (data.variables === undefined && (missing0 = 'variables')) ||
        (data.cellId === undefined && (missing0 = 'cellId')) ||
        (data.doc === undefined && (missing0 = 'doc')) ||
        (data.inputs === undefined && (missing0 = 'inputs')) ||
        (data.outputs === undefined && (missing0 = 'outputs')) ||
        (data.execProperties === undefined && (missing0 = 'execProperties')) ||
        (data.context === undefined && (missing0 = 'context'))
      ) {
        validate72.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema33.properties, key0)) {
            validate72.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.key !== undefined) {
            const _errs2 = errors;
            if (typeof data.key !== 'string') {
              validate72.errors = [
                {
                  instancePath: instancePath + '/key',
                  schemaPath: '#/properties/key/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.id !== undefined) {
              const _errs4 = errors;
              if (typeof data.id !== 'string') {
                validate72.errors = [
                  {
                    instancePath: instancePath + '/id',
                    schemaPath: '#/properties/id/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.type !== undefined) {
                const _errs6 = errors;
                if (typeof data.type !== 'string') {
                  validate72.errors = [
                    {
                      instancePath: instancePath + '/type',
                      schemaPath: '#/properties/type/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.kind !== undefined) {
                  let data3 = data.kind;
                  const _errs8 = errors;
                  if (!(data3 === 'component' || data3 === 'resolver' || data3 === 'importer')) {
                    validate72.errors = [
                      {
                        instancePath: instancePath + '/kind',
                        schemaPath: '#/properties/kind/enum',
                        keyword: 'enum',
                        params: { allowedValues: schema33.properties.kind.enum },
                        message: 'must be equal to one of the allowed values'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.variables !== undefined) {
                    let data4 = data.variables;
                    const _errs9 = errors;
                    if (errors === _errs9) {
                      if (Array.isArray(data4)) {
                        var valid1 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs11 = errors;
                          if (typeof data4[i0] !== 'string') {
                            validate72.errors = [
                              {
                                instancePath: instancePath + '/variables/' + i0,
                                schemaPath: '#/properties/variables/items/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid1 = _errs11 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      } else {
                        validate72.errors = [
                          {
                            instancePath: instancePath + '/variables',
                            schemaPath: '#/properties/variables/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array'
                          }
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cellId !== undefined) {
                      let data6 = data.cellId;
                      const _errs13 = errors;
                      if (typeof data6 !== 'string' && data6 !== null) {
                        validate72.errors = [
                          {
                            instancePath: instancePath + '/cellId',
                            schemaPath: '#/properties/cellId/type',
                            keyword: 'type',
                            params: { type: schema33.properties.cellId.type },
                            message: 'must be string,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.doc !== undefined) {
                        const _errs15 = errors;
                        if (typeof data.doc !== 'string') {
                          validate72.errors = [
                            {
                              instancePath: instancePath + '/doc',
                              schemaPath: '#/properties/doc/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.inputs !== undefined) {
                          let data8 = data.inputs;
                          const _errs17 = errors;
                          if (errors === _errs17) {
                            if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
                              for (const key1 in data8) {
                                let data9 = data8[key1];
                                const _errs20 = errors;
                                if (errors === _errs20) {
                                  if (Array.isArray(data9)) {
                                    var valid3 = true;
                                    const len1 = data9.length;
                                    for (let i1 = 0; i1 < len1; i1++) {
                                      const _errs22 = errors;
                                      if (
                                        !validate73(data9[i1], {
                                          instancePath:
                                            instancePath +
                                            '/inputs/' +
                                            key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                                            '/' +
                                            i1,
                                          parentData: data9,
                                          parentDataProperty: i1,
                                          rootData
                                        })
                                      ) {
                                        vErrors =
                                          vErrors === null
                                            ? validate73.errors
                                            : vErrors.concat(validate73.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid3 = _errs22 === errors;
                                      if (!valid3) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate72.errors = [
                                      {
                                        instancePath:
                                          instancePath +
                                          '/inputs/' +
                                          key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                                        schemaPath: '#/properties/inputs/additionalProperties/type',
                                        keyword: 'type',
                                        params: { type: 'array' },
                                        message: 'must be array'
                                      }
                                    ];
                                    return false;
                                  }
                                }
                                var valid2 = _errs20 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            } else {
                              validate72.errors = [
                                {
                                  instancePath: instancePath + '/inputs',
                                  schemaPath: '#/properties/inputs/type',
                                  keyword: 'type',
                                  params: { type: 'object' },
                                  message: 'must be object'
                                }
                              ];
                              return false;
                            }
                          }
                          var valid0 = _errs17 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.outputs !== undefined) {
                            let data11 = data.outputs;
                            const _errs23 = errors;
                            if (errors === _errs23) {
                              if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                                for (const key2 in data11) {
                                  const _errs26 = errors;
                                  if (typeof data11[key2] !== 'string') {
                                    validate72.errors = [
                                      {
                                        instancePath:
                                          instancePath +
                                          '/outputs/' +
                                          key2.replace(/~/g, '~0').replace(/\//g, '~1'),
                                        schemaPath:
                                          '#/properties/outputs/additionalProperties/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string'
                                      }
                                    ];
                                    return false;
                                  }
                                  var valid4 = _errs26 === errors;
                                  if (!valid4) {
                                    break;
                                  }
                                }
                              } else {
                                validate72.errors = [
                                  {
                                    instancePath: instancePath + '/outputs',
                                    schemaPath: '#/properties/outputs/type',
                                    keyword: 'type',
                                    params: { type: 'object' },
                                    message: 'must be object'
                                  }
                                ];
                                return false;
                              }
                            }
                            var valid0 = _errs23 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.execProperties !== undefined) {
                              const _errs28 = errors;
                              if (
                                !validate75(data.execProperties, {
                                  instancePath: instancePath + '/execProperties',
                                  parentData: data,
                                  parentDataProperty: 'execProperties',
                                  rootData
                                })
                              ) {
                                vErrors =
                                  vErrors === null
                                    ? validate75.errors
                                    : vErrors.concat(validate75.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs28 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.context !== undefined) {
                                let data14 = data.context;
                                const _errs29 = errors;
                                if (typeof data14 !== 'string' && data14 !== null) {
                                  validate72.errors = [
                                    {
                                      instancePath: instancePath + '/context',
                                      schemaPath: '#/properties/context/type',
                                      keyword: 'type',
                                      params: { type: schema33.properties.context.type },
                                      message: 'must be string,null'
                                    }
                                  ];
                                  return false;
                                }
                                var valid0 = _errs29 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate72.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate72.errors = vErrors;
  return errors === 0;
}
const schema37 = {
  description: 'One call of InteractiveContext.run in this kernel.',
  type: 'object',
  additionalProperties: false,
  required: [
    'run',
    'componentKey',
    'componentId',
    'type',
    'variables',
    'cellId',
    'count',
    'context',
    'state',
    'startedAt',
    'endedAt',
    'enableCache',
    'executionId',
    'cache',
    'oldCode',
    'inputs',
    'outputs',
    'execProperties',
    'files',
    'progress',
    'error',
    'beam'
  ],
  properties: {
    run: { description: 'Counts up from 1 in this kernel.', type: 'integer' },
    componentKey: { type: 'string' },
    componentId: { type: 'string' },
    type: { type: 'string' },
    variables: { type: 'array', items: { type: 'string' } },
    cellId: { type: ['string', 'null'] },
    count: {
      description:
        "IPython's execution count of the cell that called it: with Snapshot.cells it tells which code each cell had executed by then.",
      type: ['integer', 'null']
    },
    context: { type: 'string' },
    state: { enum: ['running', 'done', 'cached', 'failed', 'interrupted'] },
    startedAt: { type: 'number' },
    endedAt: { type: ['number', 'null'] },
    enableCache: { type: 'boolean' },
    executionId: { type: ['integer', 'null'] },
    cache: { anyOf: [{ $ref: '#/definitions/CacheMatch' }, { type: 'null' }] },
    oldCode: {
      description:
        'Path of a module file that changed after this object froze its code: TFX ran (or matched) the old code.',
      type: ['string', 'null']
    },
    inputs: { $ref: '#/definitions/ArtifactMap' },
    outputs: {
      description: 'Published outputs only.',
      allOf: [{ $ref: '#/definitions/ArtifactMap' }]
    },
    execProperties: { $ref: '#/definitions/Properties' },
    files: {
      description: 'Module files and data as they were when the run began.',
      type: 'array',
      items: { $ref: '#/definitions/FileFingerprint' }
    },
    progress: { anyOf: [{ $ref: '#/definitions/Progress' }, { type: 'null' }] },
    error: { anyOf: [{ $ref: '#/definitions/RunError' }, { type: 'null' }] },
    beam: {
      description: 'Where its Beam jobs run; null where it has none.',
      anyOf: [{ $ref: '#/definitions/BeamRun' }, { type: 'null' }]
    }
  }
};
const schema38 = {
  description: 'Which earlier execution answered a cached run.',
  type: 'object',
  additionalProperties: false,
  required: ['executionId', 'finishedAt', 'newestExecutionId', 'newestFinishedAt'],
  properties: {
    executionId: {
      description: 'The execution whose outputs were used.',
      type: ['integer', 'null']
    },
    finishedAt: { type: ['number', 'null'] },
    newestExecutionId: {
      description:
        'The newest complete execution with the same inputs and properties; differs from executionId after a run without the cache, since TFX takes the oldest.',
      type: ['integer', 'null']
    },
    newestFinishedAt: { type: ['number', 'null'] }
  }
};
function validate81(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.executionId === undefined && (missing0 = 'executionId')) ||
        (data.finishedAt === undefined && (missing0 = 'finishedAt')) ||
        (data.newestExecutionId === undefined && (missing0 = 'newestExecutionId')) ||
        (data.newestFinishedAt === undefined && (missing0 = 'newestFinishedAt'))
      ) {
        validate81.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'executionId' ||
            key0 === 'finishedAt' ||
            key0 === 'newestExecutionId' ||
            key0 === 'newestFinishedAt'
          )) {
            validate81.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.executionId !== undefined) {
            let data0 = data.executionId;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0)) && data0 !== null) {
              validate81.errors = [
                {
                  instancePath: instancePath + '/executionId',
                  schemaPath: '#/properties/executionId/type',
                  keyword: 'type',
                  params: { type: schema38.properties.executionId.type },
                  message: 'must be integer,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.finishedAt !== undefined) {
              let data1 = data.finishedAt;
              const _errs4 = errors;
              if (!(typeof data1 == 'number') && data1 !== null) {
                validate81.errors = [
                  {
                    instancePath: instancePath + '/finishedAt',
                    schemaPath: '#/properties/finishedAt/type',
                    keyword: 'type',
                    params: { type: schema38.properties.finishedAt.type },
                    message: 'must be number,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.newestExecutionId !== undefined) {
                let data2 = data.newestExecutionId;
                const _errs6 = errors;
                if (
                  !(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2)) &&
                  data2 !== null
                ) {
                  validate81.errors = [
                    {
                      instancePath: instancePath + '/newestExecutionId',
                      schemaPath: '#/properties/newestExecutionId/type',
                      keyword: 'type',
                      params: { type: schema38.properties.newestExecutionId.type },
                      message: 'must be integer,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.newestFinishedAt !== undefined) {
                  let data3 = data.newestFinishedAt;
                  const _errs8 = errors;
                  if (!(typeof data3 == 'number') && data3 !== null) {
                    validate81.errors = [
                      {
                        instancePath: instancePath + '/newestFinishedAt',
                        schemaPath: '#/properties/newestFinishedAt/type',
                        keyword: 'type',
                        params: { type: schema38.properties.newestFinishedAt.type },
                        message: 'must be number,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate81.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate81.errors = vErrors;
  return errors === 0;
}
const schema39 = {
  description:
    "Artifacts by channel key (an input's or an output's name in the component's specification).",
  type: 'object',
  additionalProperties: { type: 'array', items: { $ref: '#/definitions/Artifact' } }
};
const schema40 = {
  description: 'One ML Metadata artifact, as read from a channel or from the metadata store.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'uri', 'name', 'state', 'splits', 'properties', 'customProperties'],
  properties: {
    id: {
      description: "The artifact's id in the metadata store; null where it is not published.",
      type: ['integer', 'null']
    },
    type: { description: "The artifact type's name, such as Examples or Model.", type: 'string' },
    uri: { type: 'string' },
    name: { type: 'string' },
    state: {
      description: "ML Metadata's Artifact.State; published is LIVE.",
      enum: [
        'unknown',
        'pending',
        'published',
        'marked-for-deletion',
        'deleted',
        'abandoned',
        'reference'
      ]
    },
    splits: {
      description: 'The names in the property split_names.',
      type: 'array',
      items: { type: 'string' }
    },
    properties: { $ref: '#/definitions/Properties' },
    customProperties: { $ref: '#/definitions/Properties' }
  }
};
function validate84(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.type === undefined && (missing0 = 'type')) ||
        (data.uri === undefined && (missing0 = 'uri')) ||
        (data.name === undefined && (missing0 = 'name')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.splits === undefined && (missing0 = 'splits')) ||
        (data.properties === undefined && (missing0 = 'properties')) ||
        (data.customProperties === undefined && (missing0 = 'customProperties'))
      ) {
        validate84.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'id' ||
            key0 === 'type' ||
            key0 === 'uri' ||
            key0 === 'name' ||
            key0 === 'state' ||
            key0 === 'splits' ||
            key0 === 'properties' ||
            key0 === 'customProperties'
          )) {
            validate84.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            let data0 = data.id;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0)) && data0 !== null) {
              validate84.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: schema40.properties.id.type },
                  message: 'must be integer,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.type !== undefined) {
              const _errs4 = errors;
              if (typeof data.type !== 'string') {
                validate84.errors = [
                  {
                    instancePath: instancePath + '/type',
                    schemaPath: '#/properties/type/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.uri !== undefined) {
                const _errs6 = errors;
                if (typeof data.uri !== 'string') {
                  validate84.errors = [
                    {
                      instancePath: instancePath + '/uri',
                      schemaPath: '#/properties/uri/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.name !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.name !== 'string') {
                    validate84.errors = [
                      {
                        instancePath: instancePath + '/name',
                        schemaPath: '#/properties/name/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.state !== undefined) {
                    let data4 = data.state;
                    const _errs10 = errors;
                    if (!(
                      data4 === 'unknown' ||
                      data4 === 'pending' ||
                      data4 === 'published' ||
                      data4 === 'marked-for-deletion' ||
                      data4 === 'deleted' ||
                      data4 === 'abandoned' ||
                      data4 === 'reference'
                    )) {
                      validate84.errors = [
                        {
                          instancePath: instancePath + '/state',
                          schemaPath: '#/properties/state/enum',
                          keyword: 'enum',
                          params: { allowedValues: schema40.properties.state.enum },
                          message: 'must be equal to one of the allowed values'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.splits !== undefined) {
                      let data5 = data.splits;
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (Array.isArray(data5)) {
                          var valid1 = true;
                          const len0 = data5.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs13 = errors;
                            if (typeof data5[i0] !== 'string') {
                              validate84.errors = [
                                {
                                  instancePath: instancePath + '/splits/' + i0,
                                  schemaPath: '#/properties/splits/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string'
                                }
                              ];
                              return false;
                            }
                            var valid1 = _errs13 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate84.errors = [
                            {
                              instancePath: instancePath + '/splits',
                              schemaPath: '#/properties/splits/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.properties !== undefined) {
                        const _errs15 = errors;
                        if (
                          !validate75(data.properties, {
                            instancePath: instancePath + '/properties',
                            parentData: data,
                            parentDataProperty: 'properties',
                            rootData
                          })
                        ) {
                          vErrors =
                            vErrors === null
                              ? validate75.errors
                              : vErrors.concat(validate75.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.customProperties !== undefined) {
                          const _errs16 = errors;
                          if (
                            !validate75(data.customProperties, {
                              instancePath: instancePath + '/customProperties',
                              parentData: data,
                              parentDataProperty: 'customProperties',
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate75.errors
                                : vErrors.concat(validate75.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate84.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate84.errors = vErrors;
  return errors === 0;
}
function validate83(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      for (const key0 in data) {
        let data0 = data[key0];
        const _errs2 = errors;
        if (errors === _errs2) {
          if (Array.isArray(data0)) {
            var valid1 = true;
            const len0 = data0.length;
            for (let i0 = 0; i0 < len0; i0++) {
              const _errs4 = errors;
              if (
                !validate84(data0[i0], {
                  instancePath:
                    instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/' + i0,
                  parentData: data0,
                  parentDataProperty: i0,
                  rootData
                })
              ) {
                vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs4 === errors;
              if (!valid1) {
                break;
              }
            }
          } else {
            validate83.errors = [
              {
                instancePath: instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'),
                schemaPath: '#/additionalProperties/type',
                keyword: 'type',
                params: { type: 'array' },
                message: 'must be array'
              }
            ];
            return false;
          }
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate83.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate83.errors = vErrors;
  return errors === 0;
}
const schema41 = {
  description:
    "A file or folder that a run read, with what tells one content from another: for a module file a digest of its bytes, for data the names, sizes and times (as TFX's own span fingerprint).",
  type: 'object',
  additionalProperties: false,
  required: ['path', 'role', 'fingerprint'],
  properties: {
    path: { type: 'string' },
    role: { enum: ['module', 'data'] },
    fingerprint: { description: 'null: the file is not there.', type: ['string', 'null'] }
  }
};
function validate91(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.path === undefined && (missing0 = 'path')) ||
        (data.role === undefined && (missing0 = 'role')) ||
        (data.fingerprint === undefined && (missing0 = 'fingerprint'))
      ) {
        validate91.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'path' || key0 === 'role' || key0 === 'fingerprint')) {
            validate91.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== undefined) {
            const _errs2 = errors;
            if (typeof data.path !== 'string') {
              validate91.errors = [
                {
                  instancePath: instancePath + '/path',
                  schemaPath: '#/properties/path/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.role !== undefined) {
              let data1 = data.role;
              const _errs4 = errors;
              if (!(data1 === 'module' || data1 === 'data')) {
                validate91.errors = [
                  {
                    instancePath: instancePath + '/role',
                    schemaPath: '#/properties/role/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema41.properties.role.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.fingerprint !== undefined) {
                let data2 = data.fingerprint;
                const _errs5 = errors;
                if (typeof data2 !== 'string' && data2 !== null) {
                  validate91.errors = [
                    {
                      instancePath: instancePath + '/fingerprint',
                      schemaPath: '#/properties/fingerprint/type',
                      keyword: 'type',
                      params: { type: schema41.properties.fingerprint.type },
                      message: 'must be string,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate91.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate91.errors = vErrors;
  return errors === 0;
}
const schema42 = {
  description: 'How far a run is. done and total count units.',
  type: 'object',
  additionalProperties: false,
  required: ['phase', 'done', 'total', 'unit', 'elements', 'metrics'],
  properties: {
    phase: {
      description: "What is going on, such as a Beam stage's name or 'training'.",
      type: 'string'
    },
    done: { type: ['integer', 'null'] },
    total: { type: ['integer', 'null'] },
    unit: { enum: ['stages', 'epochs', 'steps', 'trials', null] },
    elements: { description: 'Elements that Beam has read so far.', type: ['integer', 'null'] },
    metrics: { type: 'object', additionalProperties: { type: 'number' } }
  }
};
function validate93(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.phase === undefined && (missing0 = 'phase')) ||
        (data.done === undefined && (missing0 = 'done')) ||
        (data.total === undefined && (missing0 = 'total')) ||
        (data.unit === undefined && (missing0 = 'unit')) ||
        (data.elements === undefined && (missing0 = 'elements')) ||
        (data.metrics === undefined && (missing0 = 'metrics'))
      ) {
        validate93.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'phase' ||
            key0 === 'done' ||
            key0 === 'total' ||
            key0 === 'unit' ||
            key0 === 'elements' ||
            key0 === 'metrics'
          )) {
            validate93.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.phase !== undefined) {
            const _errs2 = errors;
            if (typeof data.phase !== 'string') {
              validate93.errors = [
                {
                  instancePath: instancePath + '/phase',
                  schemaPath: '#/properties/phase/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.done !== undefined) {
              let data1 = data.done;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1)) && data1 !== null) {
                validate93.errors = [
                  {
                    instancePath: instancePath + '/done',
                    schemaPath: '#/properties/done/type',
                    keyword: 'type',
                    params: { type: schema42.properties.done.type },
                    message: 'must be integer,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.total !== undefined) {
                let data2 = data.total;
                const _errs6 = errors;
                if (
                  !(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2)) &&
                  data2 !== null
                ) {
                  validate93.errors = [
                    {
                      instancePath: instancePath + '/total',
                      schemaPath: '#/properties/total/type',
                      keyword: 'type',
                      params: { type: schema42.properties.total.type },
                      message: 'must be integer,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.unit !== undefined) {
                  let data3 = data.unit;
                  const _errs8 = errors;
                  if (!(
                    data3 === 'stages' ||
                    data3 === 'epochs' ||
                    data3 === 'steps' ||
                    data3 === 'trials' ||
                    data3 === null
                  )) {
                    validate93.errors = [
                      {
                        instancePath: instancePath + '/unit',
                        schemaPath: '#/properties/unit/enum',
                        keyword: 'enum',
                        params: { allowedValues: schema42.properties.unit.enum },
                        message: 'must be equal to one of the allowed values'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.elements !== undefined) {
                    let data4 = data.elements;
                    const _errs9 = errors;
                    if (
                      !(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4)) &&
                      data4 !== null
                    ) {
                      validate93.errors = [
                        {
                          instancePath: instancePath + '/elements',
                          schemaPath: '#/properties/elements/type',
                          keyword: 'type',
                          params: { type: schema42.properties.elements.type },
                          message: 'must be integer,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.metrics !== undefined) {
                      let data5 = data.metrics;
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
                          for (const key1 in data5) {
                            const _errs14 = errors;
                            if (!(typeof data5[key1] == 'number')) {
                              validate93.errors = [
                                {
                                  instancePath:
                                    instancePath +
                                    '/metrics/' +
                                    key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                                  schemaPath: '#/properties/metrics/additionalProperties/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number'
                                }
                              ];
                              return false;
                            }
                            var valid1 = _errs14 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate93.errors = [
                            {
                              instancePath: instancePath + '/metrics',
                              schemaPath: '#/properties/metrics/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate93.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate93.errors = vErrors;
  return errors === 0;
}
const schema43 = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'message', 'sentence', 'cellId', 'line', 'frames'],
  properties: {
    name: { description: "The exception's class.", type: 'string' },
    message: { type: 'string' },
    sentence: {
      description: 'What it means and what to do; null where the message is all there is to say.',
      type: ['string', 'null']
    },
    cellId: { type: ['string', 'null'] },
    line: { description: '1-based line in the cell.', type: ['integer', 'null'] },
    frames: { type: 'array', items: { $ref: '#/definitions/Frame' } }
  }
};
const schema44 = {
  description: 'One frame of a traceback, outermost first.',
  type: 'object',
  additionalProperties: false,
  required: ['file', 'line', 'function', 'text', 'cellId'],
  properties: {
    file: { type: 'string' },
    line: { type: ['integer', 'null'] },
    function: { type: 'string' },
    text: { type: 'string' },
    cellId: {
      description: 'The notebook cell, where the frame is in one.',
      type: ['string', 'null']
    }
  }
};
function validate96(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.file === undefined && (missing0 = 'file')) ||
        (data.line === undefined && (missing0 = 'line')) ||
        (data.function === undefined && (missing0 = 'function')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.cellId === undefined && (missing0 = 'cellId'))
      ) {
        validate96.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'file' ||
            key0 === 'line' ||
            key0 === 'function' ||
            key0 === 'text' ||
            key0 === 'cellId'
          )) {
            validate96.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.file !== undefined) {
            const _errs2 = errors;
            if (typeof data.file !== 'string') {
              validate96.errors = [
                {
                  instancePath: instancePath + '/file',
                  schemaPath: '#/properties/file/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.line !== undefined) {
              let data1 = data.line;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1)) && data1 !== null) {
                validate96.errors = [
                  {
                    instancePath: instancePath + '/line',
                    schemaPath: '#/properties/line/type',
                    keyword: 'type',
                    params: { type: schema44.properties.line.type },
                    message: 'must be integer,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.function !== undefined) {
                const _errs6 = errors;
                if (typeof data.function !== 'string') {
                  validate96.errors = [
                    {
                      instancePath: instancePath + '/function',
                      schemaPath: '#/properties/function/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.text !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.text !== 'string') {
                    validate96.errors = [
                      {
                        instancePath: instancePath + '/text',
                        schemaPath: '#/properties/text/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.cellId !== undefined) {
                    let data4 = data.cellId;
                    const _errs10 = errors;
                    if (typeof data4 !== 'string' && data4 !== null) {
                      validate96.errors = [
                        {
                          instancePath: instancePath + '/cellId',
                          schemaPath: '#/properties/cellId/type',
                          keyword: 'type',
                          params: { type: schema44.properties.cellId.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate96.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate96.errors = vErrors;
  return errors === 0;
}
function validate95(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.name === undefined && (missing0 = 'name')) ||
        (data.message === undefined && (missing0 = 'message')) ||
        (data.sentence === undefined && (missing0 = 'sentence')) ||
        (data.cellId === undefined && (missing0 = 'cellId')) ||
        (data.line === undefined && (missing0 = 'line')) ||
        (data.frames === undefined && (missing0 = 'frames'))
      ) {
        validate95.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'name' ||
            key0 === 'message' ||
            key0 === 'sentence' ||
            key0 === 'cellId' ||
            key0 === 'line' ||
            key0 === 'frames'
          )) {
            validate95.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== undefined) {
            const _errs2 = errors;
            if (typeof data.name !== 'string') {
              validate95.errors = [
                {
                  instancePath: instancePath + '/name',
                  schemaPath: '#/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.message !== undefined) {
              const _errs4 = errors;
              if (typeof data.message !== 'string') {
                validate95.errors = [
                  {
                    instancePath: instancePath + '/message',
                    schemaPath: '#/properties/message/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.sentence !== undefined) {
                let data2 = data.sentence;
                const _errs6 = errors;
                if (typeof data2 !== 'string' && data2 !== null) {
                  validate95.errors = [
                    {
                      instancePath: instancePath + '/sentence',
                      schemaPath: '#/properties/sentence/type',
                      keyword: 'type',
                      params: { type: schema43.properties.sentence.type },
                      message: 'must be string,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cellId !== undefined) {
                  let data3 = data.cellId;
                  const _errs8 = errors;
                  if (typeof data3 !== 'string' && data3 !== null) {
                    validate95.errors = [
                      {
                        instancePath: instancePath + '/cellId',
                        schemaPath: '#/properties/cellId/type',
                        keyword: 'type',
                        params: { type: schema43.properties.cellId.type },
                        message: 'must be string,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.line !== undefined) {
                    let data4 = data.line;
                    const _errs10 = errors;
                    if (
                      !(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4)) &&
                      data4 !== null
                    ) {
                      validate95.errors = [
                        {
                          instancePath: instancePath + '/line',
                          schemaPath: '#/properties/line/type',
                          keyword: 'type',
                          params: { type: schema43.properties.line.type },
                          message: 'must be integer,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.frames !== undefined) {
                      let data5 = data.frames;
                      const _errs12 = errors;
                      if (errors === _errs12) {
                        if (Array.isArray(data5)) {
                          var valid1 = true;
                          const len0 = data5.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs14 = errors;
                            if (
                              !validate96(data5[i0], {
                                instancePath: instancePath + '/frames/' + i0,
                                parentData: data5,
                                parentDataProperty: i0,
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate96.errors
                                  : vErrors.concat(validate96.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs14 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate95.errors = [
                            {
                              instancePath: instancePath + '/frames',
                              schemaPath: '#/properties/frames/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate95.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate95.errors = vErrors;
  return errors === 0;
}
const schema45 = {
  description: "How a run's Beam jobs were started.",
  type: 'object',
  additionalProperties: false,
  required: ['origin', 'choice', 'arguments'],
  properties: {
    origin: {
      description:
        "Who said so: cell: context.run(…, beam_pipeline_args=…); choice: a BeamChoice; context: the context's beam_pipeline_args; none: nobody, so they run in the kernel.",
      enum: ['cell', 'choice', 'context', 'none']
    },
    choice: { anyOf: [{ $ref: '#/definitions/BeamChoice' }, { type: 'null' }] },
    arguments: {
      description: 'As they were given, without values that may be secrets.',
      type: 'array',
      items: { type: 'string' }
    }
  }
};
const schema23 = {
  description:
    "A Beam runner with its arguments, as a person chose it in the panel. The notebook's metadata hold it.",
  type: 'object',
  additionalProperties: false,
  required: ['runner', 'options'],
  properties: {
    runner: { enum: ['direct', 'prism', 'flink', 'spark', 'dataflow'] },
    options: {
      description:
        'What was filled in: mode, workers (direct); prismLocation; endpoint, master, environment, environmentConfig, parallelism (flink, spark); project, region, tempLocation, stagingLocation, jobName, maxWorkers, machineType, serviceAccount, image (dataflow); more: further arguments, as a shell takes them apart.',
      type: 'object',
      additionalProperties: { type: 'string' }
    }
  }
};
function validate51(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.runner === undefined && (missing0 = 'runner')) ||
        (data.options === undefined && (missing0 = 'options'))
      ) {
        validate51.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'runner' || key0 === 'options')) {
            validate51.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.runner !== undefined) {
            let data0 = data.runner;
            const _errs2 = errors;
            if (!(
              data0 === 'direct' ||
              data0 === 'prism' ||
              data0 === 'flink' ||
              data0 === 'spark' ||
              data0 === 'dataflow'
            )) {
              validate51.errors = [
                {
                  instancePath: instancePath + '/runner',
                  schemaPath: '#/properties/runner/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema23.properties.runner.enum },
                  message: 'must be equal to one of the allowed values'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.options !== undefined) {
              let data1 = data.options;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                  for (const key1 in data1) {
                    const _errs6 = errors;
                    if (typeof data1[key1] !== 'string') {
                      validate51.errors = [
                        {
                          instancePath:
                            instancePath +
                            '/options/' +
                            key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath: '#/properties/options/additionalProperties/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate51.errors = [
                    {
                      instancePath: instancePath + '/options',
                      schemaPath: '#/properties/options/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate51.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate51.errors = vErrors;
  return errors === 0;
}
function validate99(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.origin === undefined && (missing0 = 'origin')) ||
        (data.choice === undefined && (missing0 = 'choice')) ||
        (data.arguments === undefined && (missing0 = 'arguments'))
      ) {
        validate99.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'origin' || key0 === 'choice' || key0 === 'arguments')) {
            validate99.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.origin !== undefined) {
            let data0 = data.origin;
            const _errs2 = errors;
            if (!(
              data0 === 'cell' ||
              data0 === 'choice' ||
              data0 === 'context' ||
              data0 === 'none'
            )) {
              validate99.errors = [
                {
                  instancePath: instancePath + '/origin',
                  schemaPath: '#/properties/origin/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema45.properties.origin.enum },
                  message: 'must be equal to one of the allowed values'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.choice !== undefined) {
              let data1 = data.choice;
              const _errs3 = errors;
              const _errs4 = errors;
              let valid1 = false;
              const _errs5 = errors;
              if (
                !validate51(data1, {
                  instancePath: instancePath + '/choice',
                  parentData: data,
                  parentDataProperty: 'choice',
                  rootData
                })
              ) {
                vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                errors = vErrors.length;
              }
              var _valid0 = _errs5 === errors;
              valid1 = valid1 || _valid0;
              if (!valid1) {
                const _errs6 = errors;
                if (data1 !== null) {
                  const err0 = {
                    instancePath: instancePath + '/choice',
                    schemaPath: '#/properties/choice/anyOf/1/type',
                    keyword: 'type',
                    params: { type: 'null' },
                    message: 'must be null'
                  };
                  if (vErrors === null) {
                    vErrors = [err0];
                  } else {
                    vErrors.push(err0);
                  }
                  errors++;
                }
                var _valid0 = _errs6 === errors;
                valid1 = valid1 || _valid0;
              }
              if (!valid1) {
                const err1 = {
                  instancePath: instancePath + '/choice',
                  schemaPath: '#/properties/choice/anyOf',
                  keyword: 'anyOf',
                  params: {},
                  message: 'must match a schema in anyOf'
                };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
                validate99.errors = vErrors;
                return false;
              } else {
                errors = _errs4;
                if (vErrors !== null) {
                  if (_errs4) {
                    vErrors.length = _errs4;
                  } else {
                    vErrors = null;
                  }
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.arguments !== undefined) {
                let data2 = data.arguments;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (Array.isArray(data2)) {
                    var valid2 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs10 = errors;
                      if (typeof data2[i0] !== 'string') {
                        validate99.errors = [
                          {
                            instancePath: instancePath + '/arguments/' + i0,
                            schemaPath: '#/properties/arguments/items/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string'
                          }
                        ];
                        return false;
                      }
                      var valid2 = _errs10 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  } else {
                    validate99.errors = [
                      {
                        instancePath: instancePath + '/arguments',
                        schemaPath: '#/properties/arguments/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate99.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate99.errors = vErrors;
  return errors === 0;
}
function validate80(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.run === undefined && (missing0 = 'run')) ||
        (data.componentKey === undefined && (missing0 = 'componentKey')) ||
        (data.componentId === undefined && (missing0 = 'componentId')) ||
        (data.type === undefined && (missing0 = 'type')) ||
        (data.variables === undefined && (missing0 = 'variables')) ||
        (data.cellId === undefined && (missing0 = 'cellId')) ||
        (data.count === undefined && (missing0 = 'count')) ||
        (data.context === undefined && (missing0 = 'context')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt')) ||
        (data.endedAt === undefined && (missing0 = 'endedAt')) ||
        (data.enableCache === undefined && (missing0 = 'enableCache')) ||
        (data.executionId === undefined && (missing0 = 'executionId')) ||
        (data.cache === undefined && (missing0 = 'cache')) ||
        (data.oldCode === undefined && (missing0 = 'oldCode')) ||
        (data.inputs === undefined && (missing0 = 'inputs')) ||
        (data.outputs === undefined && (missing0 = 'outputs')) ||
        (data.execProperties === undefined && (missing0 = 'execProperties')) ||
        (data.files === undefined && (missing0 = 'files')) ||
        (data.progress === undefined && (missing0 = 'progress')) ||
        (data.error === undefined && (missing0 = 'error')) ||
        (data.beam === undefined && (missing0 = 'beam'))
      ) {
        validate80.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema37.properties, key0)) {
            validate80.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.run !== undefined) {
            let data0 = data.run;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate80.errors = [
                {
                  instancePath: instancePath + '/run',
                  schemaPath: '#/properties/run/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.componentKey !== undefined) {
              const _errs4 = errors;
              if (typeof data.componentKey !== 'string') {
                validate80.errors = [
                  {
                    instancePath: instancePath + '/componentKey',
                    schemaPath: '#/properties/componentKey/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.componentId !== undefined) {
                const _errs6 = errors;
                if (typeof data.componentId !== 'string') {
                  validate80.errors = [
                    {
                      instancePath: instancePath + '/componentId',
                      schemaPath: '#/properties/componentId/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.type !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.type !== 'string') {
                    validate80.errors = [
                      {
                        instancePath: instancePath + '/type',
                        schemaPath: '#/properties/type/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.variables !== undefined) {
                    let data4 = data.variables;
                    const _errs10 = errors;
                    if (errors === _errs10) {
                      if (Array.isArray(data4)) {
                        var valid1 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs12 = errors;
                          if (typeof data4[i0] !== 'string') {
                            validate80.errors = [
                              {
                                instancePath: instancePath + '/variables/' + i0,
                                schemaPath: '#/properties/variables/items/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid1 = _errs12 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      } else {
                        validate80.errors = [
                          {
                            instancePath: instancePath + '/variables',
                            schemaPath: '#/properties/variables/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array'
                          }
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cellId !== undefined) {
                      let data6 = data.cellId;
                      const _errs14 = errors;
                      if (typeof data6 !== 'string' && data6 !== null) {
                        validate80.errors = [
                          {
                            instancePath: instancePath + '/cellId',
                            schemaPath: '#/properties/cellId/type',
                            keyword: 'type',
                            params: { type: schema37.properties.cellId.type },
                            message: 'must be string,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs14 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.count !== undefined) {
                        let data7 = data.count;
                        const _errs16 = errors;
                        if (
                          !(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7)) &&
                          data7 !== null
                        ) {
                          validate80.errors = [
                            {
                              instancePath: instancePath + '/count',
                              schemaPath: '#/properties/count/type',
                              keyword: 'type',
                              params: { type: schema37.properties.count.type },
                              message: 'must be integer,null'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.context !== undefined) {
                          const _errs18 = errors;
                          if (typeof data.context !== 'string') {
                            validate80.errors = [
                              {
                                instancePath: instancePath + '/context',
                                schemaPath: '#/properties/context/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid0 = _errs18 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.state !== undefined) {
                            let data9 = data.state;
                            const _errs20 = errors;
                            if (!(
                              data9 === 'running' ||
                              data9 === 'done' ||
                              data9 === 'cached' ||
                              data9 === 'failed' ||
                              data9 === 'interrupted'
                            )) {
                              validate80.errors = [
                                {
                                  instancePath: instancePath + '/state',
                                  schemaPath: '#/properties/state/enum',
                                  keyword: 'enum',
                                  params: { allowedValues: schema37.properties.state.enum },
                                  message: 'must be equal to one of the allowed values'
                                }
                              ];
                              return false;
                            }
                            var valid0 = _errs20 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.startedAt !== undefined) {
                              const _errs21 = errors;
                              if (!(typeof data.startedAt == 'number')) {
                                validate80.errors = [
                                  {
                                    instancePath: instancePath + '/startedAt',
                                    schemaPath: '#/properties/startedAt/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number'
                                  }
                                ];
                                return false;
                              }
                              var valid0 = _errs21 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.endedAt !== undefined) {
                                let data11 = data.endedAt;
                                const _errs23 = errors;
                                if (!(typeof data11 == 'number') && data11 !== null) {
                                  validate80.errors = [
                                    {
                                      instancePath: instancePath + '/endedAt',
                                      schemaPath: '#/properties/endedAt/type',
                                      keyword: 'type',
                                      params: { type: schema37.properties.endedAt.type },
                                      message: 'must be number,null'
                                    }
                                  ];
                                  return false;
                                }
                                var valid0 = _errs23 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.enableCache !== undefined) {
                                  const _errs25 = errors;
                                  if (typeof data.enableCache !== 'boolean') {
                                    validate80.errors = [
                                      {
                                        instancePath: instancePath + '/enableCache',
                                        schemaPath: '#/properties/enableCache/type',
                                        keyword: 'type',
                                        params: { type: 'boolean' },
                                        message: 'must be boolean'
                                      }
                                    ];
                                    return false;
                                  }
                                  var valid0 = _errs25 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.executionId !== undefined) {
                                    let data13 = data.executionId;
                                    const _errs27 = errors;
                                    if (
                                      !(
                                        typeof data13 == 'number' &&
                                        !(data13 % 1) &&
                                        !isNaN(data13)
                                      ) &&
                                      data13 !== null
                                    ) {
                                      validate80.errors = [
                                        {
                                          instancePath: instancePath + '/executionId',
                                          schemaPath: '#/properties/executionId/type',
                                          keyword: 'type',
                                          params: { type: schema37.properties.executionId.type },
                                          message: 'must be integer,null'
                                        }
                                      ];
                                      return false;
                                    }
                                    var valid0 = _errs27 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.cache !== undefined) {
                                      let data14 = data.cache;
                                      const _errs29 = errors;
                                      const _errs30 = errors;
                                      let valid2 = false;
                                      const _errs31 = errors;
                                      if (
                                        !validate81(data14, {
                                          instancePath: instancePath + '/cache',
                                          parentData: data,
                                          parentDataProperty: 'cache',
                                          rootData
                                        })
                                      ) {
                                        vErrors =
                                          vErrors === null
                                            ? validate81.errors
                                            : vErrors.concat(validate81.errors);
                                        errors = vErrors.length;
                                      }
                                      var _valid0 = _errs31 === errors;
                                      valid2 = valid2 || _valid0;
                                      if (!valid2) {
                                        const _errs32 = errors;
                                        if (data14 !== null) {
                                          const err0 = {
                                            instancePath: instancePath + '/cache',
                                            schemaPath: '#/properties/cache/anyOf/1/type',
                                            keyword: 'type',
                                            params: { type: 'null' },
                                            message: 'must be null'
                                          };
                                          if (vErrors === null) {
                                            vErrors = [err0];
                                          } else {
                                            vErrors.push(err0);
                                          }
                                          errors++;
                                        }
                                        var _valid0 = _errs32 === errors;
                                        valid2 = valid2 || _valid0;
                                      }
                                      if (!valid2) {
                                        const err1 = {
                                          instancePath: instancePath + '/cache',
                                          schemaPath: '#/properties/cache/anyOf',
                                          keyword: 'anyOf',
                                          params: {},
                                          message: 'must match a schema in anyOf'
                                        };
                                        if (vErrors === null) {
                                          vErrors = [err1];
                                        } else {
                                          vErrors.push(err1);
                                        }
                                        errors++;
                                        validate80.errors = vErrors;
                                        return false;
                                      } else {
                                        errors = _errs30;
                                        if (vErrors !== null) {
                                          if (_errs30) {
                                            vErrors.length = _errs30;
                                          } else {
                                            vErrors = null;
                                          }
                                        }
                                      }
                                      var valid0 = _errs29 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.oldCode !== undefined) {
                                        let data15 = data.oldCode;
                                        const _errs34 = errors;
                                        if (typeof data15 !== 'string' && data15 !== null) {
                                          validate80.errors = [
                                            {
                                              instancePath: instancePath + '/oldCode',
                                              schemaPath: '#/properties/oldCode/type',
                                              keyword: 'type',
                                              params: { type: schema37.properties.oldCode.type },
                                              message: 'must be string,null'
                                            }
                                          ];
                                          return false;
                                        }
                                        var valid0 = _errs34 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.inputs !== undefined) {
                                          const _errs36 = errors;
                                          if (
                                            !validate83(data.inputs, {
                                              instancePath: instancePath + '/inputs',
                                              parentData: data,
                                              parentDataProperty: 'inputs',
                                              rootData
                                            })
                                          ) {
                                            vErrors =
                                              vErrors === null
                                                ? validate83.errors
                                                : vErrors.concat(validate83.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs36 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.outputs !== undefined) {
                                            const _errs37 = errors;
                                            if (
                                              !validate83(data.outputs, {
                                                instancePath: instancePath + '/outputs',
                                                parentData: data,
                                                parentDataProperty: 'outputs',
                                                rootData
                                              })
                                            ) {
                                              vErrors =
                                                vErrors === null
                                                  ? validate83.errors
                                                  : vErrors.concat(validate83.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs37 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.execProperties !== undefined) {
                                              const _errs39 = errors;
                                              if (
                                                !validate75(data.execProperties, {
                                                  instancePath: instancePath + '/execProperties',
                                                  parentData: data,
                                                  parentDataProperty: 'execProperties',
                                                  rootData
                                                })
                                              ) {
                                                vErrors =
                                                  vErrors === null
                                                    ? validate75.errors
                                                    : vErrors.concat(validate75.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs39 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.files !== undefined) {
                                                let data19 = data.files;
                                                const _errs40 = errors;
                                                if (errors === _errs40) {
                                                  if (Array.isArray(data19)) {
                                                    var valid4 = true;
                                                    const len1 = data19.length;
                                                    for (let i1 = 0; i1 < len1; i1++) {
                                                      const _errs42 = errors;
                                                      if (
                                                        !validate91(data19[i1], {
                                                          instancePath:
                                                            instancePath + '/files/' + i1,
                                                          parentData: data19,
                                                          parentDataProperty: i1,
                                                          rootData
                                                        })
                                                      ) {
                                                        vErrors =
                                                          vErrors === null
                                                            ? validate91.errors
                                                            : vErrors.concat(validate91.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid4 = _errs42 === errors;
                                                      if (!valid4) {
                                                        break;
                                                      }
                                                    }
                                                  } else {
                                                    validate80.errors = [
                                                      {
                                                        instancePath: instancePath + '/files',
                                                        schemaPath: '#/properties/files/type',
                                                        keyword: 'type',
                                                        params: { type: 'array' },
                                                        message: 'must be array'
                                                      }
                                                    ];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs40 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.progress !== undefined) {
                                                  let data21 = data.progress;
                                                  const _errs43 = errors;
                                                  const _errs44 = errors;
                                                  let valid5 = false;
                                                  const _errs45 = errors;
                                                  if (
                                                    !validate93(data21, {
                                                      instancePath: instancePath + '/progress',
                                                      parentData: data,
                                                      parentDataProperty: 'progress',
                                                      rootData
                                                    })
                                                  ) {
                                                    vErrors =
                                                      vErrors === null
                                                        ? validate93.errors
                                                        : vErrors.concat(validate93.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var _valid1 = _errs45 === errors;
                                                  valid5 = valid5 || _valid1;
                                                  if (!valid5) {
                                                    const _errs46 = errors;
                                                    if (data21 !== null) {
                                                      const err2 = {
                                                        instancePath: instancePath + '/progress',
                                                        schemaPath:
                                                          '#/properties/progress/anyOf/1/type',
                                                        keyword: 'type',
                                                        params: { type: 'null' },
                                                        message: 'must be null'
                                                      };
                                                      if (vErrors === null) {
                                                        vErrors = [err2];
                                                      } else {
                                                        vErrors.push(err2);
                                                      }
                                                      errors++;
                                                    }
                                                    var _valid1 = _errs46 === errors;
                                                    valid5 = valid5 || _valid1;
                                                  }
                                                  if (!valid5) {
                                                    const err3 = {
                                                      instancePath: instancePath + '/progress',
                                                      schemaPath: '#/properties/progress/anyOf',
                                                      keyword: 'anyOf',
                                                      params: {},
                                                      message: 'must match a schema in anyOf'
                                                    };
                                                    if (vErrors === null) {
                                                      vErrors = [err3];
                                                    } else {
                                                      vErrors.push(err3);
                                                    }
                                                    errors++;
                                                    validate80.errors = vErrors;
                                                    return false;
                                                  } else {
                                                    errors = _errs44;
                                                    if (vErrors !== null) {
                                                      if (_errs44) {
                                                        vErrors.length = _errs44;
                                                      } else {
                                                        vErrors = null;
                                                      }
                                                    }
                                                  }
                                                  var valid0 = _errs43 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.error !== undefined) {
                                                    let data22 = data.error;
                                                    const _errs48 = errors;
                                                    const _errs49 = errors;
                                                    let valid6 = false;
                                                    const _errs50 = errors;
                                                    if (
                                                      !validate95(data22, {
                                                        instancePath: instancePath + '/error',
                                                        parentData: data,
                                                        parentDataProperty: 'error',
                                                        rootData
                                                      })
                                                    ) {
                                                      vErrors =
                                                        vErrors === null
                                                          ? validate95.errors
                                                          : vErrors.concat(validate95.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var _valid2 = _errs50 === errors;
                                                    valid6 = valid6 || _valid2;
                                                    if (!valid6) {
                                                      const _errs51 = errors;
                                                      if (data22 !== null) {
                                                        const err4 = {
                                                          instancePath: instancePath + '/error',
                                                          schemaPath:
                                                            '#/properties/error/anyOf/1/type',
                                                          keyword: 'type',
                                                          params: { type: 'null' },
                                                          message: 'must be null'
                                                        };
                                                        if (vErrors === null) {
                                                          vErrors = [err4];
                                                        } else {
                                                          vErrors.push(err4);
                                                        }
                                                        errors++;
                                                      }
                                                      var _valid2 = _errs51 === errors;
                                                      valid6 = valid6 || _valid2;
                                                    }
                                                    if (!valid6) {
                                                      const err5 = {
                                                        instancePath: instancePath + '/error',
                                                        schemaPath: '#/properties/error/anyOf',
                                                        keyword: 'anyOf',
                                                        params: {},
                                                        message: 'must match a schema in anyOf'
                                                      };
                                                      if (vErrors === null) {
                                                        vErrors = [err5];
                                                      } else {
                                                        vErrors.push(err5);
                                                      }
                                                      errors++;
                                                      validate80.errors = vErrors;
                                                      return false;
                                                    } else {
                                                      errors = _errs49;
                                                      if (vErrors !== null) {
                                                        if (_errs49) {
                                                          vErrors.length = _errs49;
                                                        } else {
                                                          vErrors = null;
                                                        }
                                                      }
                                                    }
                                                    var valid0 = _errs48 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.beam !== undefined) {
                                                      let data23 = data.beam;
                                                      const _errs53 = errors;
                                                      const _errs54 = errors;
                                                      let valid7 = false;
                                                      const _errs55 = errors;
                                                      if (
                                                        !validate99(data23, {
                                                          instancePath: instancePath + '/beam',
                                                          parentData: data,
                                                          parentDataProperty: 'beam',
                                                          rootData
                                                        })
                                                      ) {
                                                        vErrors =
                                                          vErrors === null
                                                            ? validate99.errors
                                                            : vErrors.concat(validate99.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var _valid3 = _errs55 === errors;
                                                      valid7 = valid7 || _valid3;
                                                      if (!valid7) {
                                                        const _errs56 = errors;
                                                        if (data23 !== null) {
                                                          const err6 = {
                                                            instancePath: instancePath + '/beam',
                                                            schemaPath:
                                                              '#/properties/beam/anyOf/1/type',
                                                            keyword: 'type',
                                                            params: { type: 'null' },
                                                            message: 'must be null'
                                                          };
                                                          if (vErrors === null) {
                                                            vErrors = [err6];
                                                          } else {
                                                            vErrors.push(err6);
                                                          }
                                                          errors++;
                                                        }
                                                        var _valid3 = _errs56 === errors;
                                                        valid7 = valid7 || _valid3;
                                                      }
                                                      if (!valid7) {
                                                        const err7 = {
                                                          instancePath: instancePath + '/beam',
                                                          schemaPath: '#/properties/beam/anyOf',
                                                          keyword: 'anyOf',
                                                          params: {},
                                                          message: 'must match a schema in anyOf'
                                                        };
                                                        if (vErrors === null) {
                                                          vErrors = [err7];
                                                        } else {
                                                          vErrors.push(err7);
                                                        }
                                                        errors++;
                                                        validate80.errors = vErrors;
                                                        return false;
                                                      } else {
                                                        errors = _errs54;
                                                        if (vErrors !== null) {
                                                          if (_errs54) {
                                                            vErrors.length = _errs54;
                                                          } else {
                                                            vErrors = null;
                                                          }
                                                        }
                                                      }
                                                      var valid0 = _errs53 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate80.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate80.errors = vErrors;
  return errors === 0;
}
const schema46 = {
  description: 'One execution of a cell in this kernel.',
  type: 'object',
  additionalProperties: false,
  required: ['cellId', 'count', 'ok', 'source'],
  properties: {
    cellId: {
      description:
        'null where the cell ran before the kernel side was there (its execution count still tells which it is).',
      type: ['string', 'null']
    },
    count: { description: "IPython's execution count.", type: ['integer', 'null'] },
    ok: { description: 'null where it is not known.', type: ['boolean', 'null'] },
    source: { type: 'string' }
  }
};
function validate104(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.cellId === undefined && (missing0 = 'cellId')) ||
        (data.count === undefined && (missing0 = 'count')) ||
        (data.ok === undefined && (missing0 = 'ok')) ||
        (data.source === undefined && (missing0 = 'source'))
      ) {
        validate104.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'cellId' || key0 === 'count' || key0 === 'ok' || key0 === 'source')) {
            validate104.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.cellId !== undefined) {
            let data0 = data.cellId;
            const _errs2 = errors;
            if (typeof data0 !== 'string' && data0 !== null) {
              validate104.errors = [
                {
                  instancePath: instancePath + '/cellId',
                  schemaPath: '#/properties/cellId/type',
                  keyword: 'type',
                  params: { type: schema46.properties.cellId.type },
                  message: 'must be string,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.count !== undefined) {
              let data1 = data.count;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1)) && data1 !== null) {
                validate104.errors = [
                  {
                    instancePath: instancePath + '/count',
                    schemaPath: '#/properties/count/type',
                    keyword: 'type',
                    params: { type: schema46.properties.count.type },
                    message: 'must be integer,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.ok !== undefined) {
                let data2 = data.ok;
                const _errs6 = errors;
                if (typeof data2 !== 'boolean' && data2 !== null) {
                  validate104.errors = [
                    {
                      instancePath: instancePath + '/ok',
                      schemaPath: '#/properties/ok/type',
                      keyword: 'type',
                      params: { type: schema46.properties.ok.type },
                      message: 'must be boolean,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.source !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.source !== 'string') {
                    validate104.errors = [
                      {
                        instancePath: instancePath + '/source',
                        schemaPath: '#/properties/source/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate104.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate104.errors = vErrors;
  return errors === 0;
}
function validate65(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.session === undefined && (missing0 = 'session')) ||
        (data.seq === undefined && (missing0 = 'seq')) ||
        (data.tfx === undefined && (missing0 = 'tfx')) ||
        (data.cwd === undefined && (missing0 = 'cwd')) ||
        (data.contexts === undefined && (missing0 = 'contexts')) ||
        (data.components === undefined && (missing0 = 'components')) ||
        (data.runs === undefined && (missing0 = 'runs')) ||
        (data.files === undefined && (missing0 = 'files')) ||
        (data.cells === undefined && (missing0 = 'cells'))
      ) {
        validate65.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema29.properties, key0)) {
            validate65.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.session !== undefined) {
            const _errs2 = errors;
            if (typeof data.session !== 'string') {
              validate65.errors = [
                {
                  instancePath: instancePath + '/session',
                  schemaPath: '#/properties/session/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.seq !== undefined) {
              let data1 = data.seq;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1))) {
                validate65.errors = [
                  {
                    instancePath: instancePath + '/seq',
                    schemaPath: '#/properties/seq/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.tfx !== undefined) {
                const _errs6 = errors;
                if (
                  !validate66(data.tfx, {
                    instancePath: instancePath + '/tfx',
                    parentData: data,
                    parentDataProperty: 'tfx',
                    rootData
                  })
                ) {
                  vErrors =
                    vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cwd !== undefined) {
                  const _errs7 = errors;
                  if (typeof data.cwd !== 'string') {
                    validate65.errors = [
                      {
                        instancePath: instancePath + '/cwd',
                        schemaPath: '#/properties/cwd/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.contexts !== undefined) {
                    let data4 = data.contexts;
                    const _errs9 = errors;
                    if (errors === _errs9) {
                      if (Array.isArray(data4)) {
                        var valid1 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs11 = errors;
                          if (
                            !validate68(data4[i0], {
                              instancePath: instancePath + '/contexts/' + i0,
                              parentData: data4,
                              parentDataProperty: i0,
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate68.errors
                                : vErrors.concat(validate68.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs11 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      } else {
                        validate65.errors = [
                          {
                            instancePath: instancePath + '/contexts',
                            schemaPath: '#/properties/contexts/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array'
                          }
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.components !== undefined) {
                      let data6 = data.components;
                      const _errs12 = errors;
                      if (errors === _errs12) {
                        if (Array.isArray(data6)) {
                          var valid2 = true;
                          const len1 = data6.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            const _errs14 = errors;
                            if (
                              !validate72(data6[i1], {
                                instancePath: instancePath + '/components/' + i1,
                                parentData: data6,
                                parentDataProperty: i1,
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate72.errors
                                  : vErrors.concat(validate72.errors);
                              errors = vErrors.length;
                            }
                            var valid2 = _errs14 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        } else {
                          validate65.errors = [
                            {
                              instancePath: instancePath + '/components',
                              schemaPath: '#/properties/components/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.runs !== undefined) {
                        let data8 = data.runs;
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (Array.isArray(data8)) {
                            var valid3 = true;
                            const len2 = data8.length;
                            for (let i2 = 0; i2 < len2; i2++) {
                              const _errs17 = errors;
                              if (
                                !validate80(data8[i2], {
                                  instancePath: instancePath + '/runs/' + i2,
                                  parentData: data8,
                                  parentDataProperty: i2,
                                  rootData
                                })
                              ) {
                                vErrors =
                                  vErrors === null
                                    ? validate80.errors
                                    : vErrors.concat(validate80.errors);
                                errors = vErrors.length;
                              }
                              var valid3 = _errs17 === errors;
                              if (!valid3) {
                                break;
                              }
                            }
                          } else {
                            validate65.errors = [
                              {
                                instancePath: instancePath + '/runs',
                                schemaPath: '#/properties/runs/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array'
                              }
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.files !== undefined) {
                          let data10 = data.files;
                          const _errs18 = errors;
                          if (errors === _errs18) {
                            if (Array.isArray(data10)) {
                              var valid4 = true;
                              const len3 = data10.length;
                              for (let i3 = 0; i3 < len3; i3++) {
                                const _errs20 = errors;
                                if (
                                  !validate91(data10[i3], {
                                    instancePath: instancePath + '/files/' + i3,
                                    parentData: data10,
                                    parentDataProperty: i3,
                                    rootData
                                  })
                                ) {
                                  vErrors =
                                    vErrors === null
                                      ? validate91.errors
                                      : vErrors.concat(validate91.errors);
                                  errors = vErrors.length;
                                }
                                var valid4 = _errs20 === errors;
                                if (!valid4) {
                                  break;
                                }
                              }
                            } else {
                              validate65.errors = [
                                {
                                  instancePath: instancePath + '/files',
                                  schemaPath: '#/properties/files/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array'
                                }
                              ];
                              return false;
                            }
                          }
                          var valid0 = _errs18 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.cells !== undefined) {
                            let data12 = data.cells;
                            const _errs21 = errors;
                            if (errors === _errs21) {
                              if (Array.isArray(data12)) {
                                var valid5 = true;
                                const len4 = data12.length;
                                for (let i4 = 0; i4 < len4; i4++) {
                                  const _errs23 = errors;
                                  if (
                                    !validate104(data12[i4], {
                                      instancePath: instancePath + '/cells/' + i4,
                                      parentData: data12,
                                      parentDataProperty: i4,
                                      rootData
                                    })
                                  ) {
                                    vErrors =
                                      vErrors === null
                                        ? validate104.errors
                                        : vErrors.concat(validate104.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid5 = _errs23 === errors;
                                  if (!valid5) {
                                    break;
                                  }
                                }
                              } else {
                                validate65.errors = [
                                  {
                                    instancePath: instancePath + '/cells',
                                    schemaPath: '#/properties/cells/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array'
                                  }
                                ];
                                return false;
                              }
                            }
                            var valid0 = _errs21 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate65.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate65.errors = vErrors;
  return errors === 0;
}
function validate64(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.version === undefined && (missing0 = 'version')) ||
        (data.python === undefined && (missing0 = 'python')) ||
        (data.executable === undefined && (missing0 = 'executable')) ||
        (data.pid === undefined && (missing0 = 'pid')) ||
        (data.snapshot === undefined && (missing0 = 'snapshot'))
      ) {
        validate64.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'protocol' ||
            key0 === 'version' ||
            key0 === 'python' ||
            key0 === 'executable' ||
            key0 === 'pid' ||
            key0 === 'snapshot'
          )) {
            validate64.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate64.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.version !== undefined) {
              const _errs4 = errors;
              if (typeof data.version !== 'string') {
                validate64.errors = [
                  {
                    instancePath: instancePath + '/version',
                    schemaPath: '#/properties/version/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.python !== undefined) {
                const _errs6 = errors;
                if (typeof data.python !== 'string') {
                  validate64.errors = [
                    {
                      instancePath: instancePath + '/python',
                      schemaPath: '#/properties/python/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.executable !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.executable !== 'string') {
                    validate64.errors = [
                      {
                        instancePath: instancePath + '/executable',
                        schemaPath: '#/properties/executable/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.pid !== undefined) {
                    let data4 = data.pid;
                    const _errs10 = errors;
                    if (!(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4))) {
                      validate64.errors = [
                        {
                          instancePath: instancePath + '/pid',
                          schemaPath: '#/properties/pid/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.snapshot !== undefined) {
                      const _errs12 = errors;
                      if (
                        !validate65(data.snapshot, {
                          instancePath: instancePath + '/snapshot',
                          parentData: data,
                          parentDataProperty: 'snapshot',
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate64.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate64.errors = vErrors;
  return errors === 0;
}
const schema47 = {
  type: 'object',
  additionalProperties: false,
  required: ['files'],
  properties: { files: { type: 'array', items: { $ref: '#/definitions/FileFingerprint' } } }
};
function validate109(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.files === undefined && (missing0 = 'files')) {
        validate109.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'files')) {
            validate109.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.files !== undefined) {
            let data0 = data.files;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs4 = errors;
                  if (
                    !validate91(data0[i0], {
                      instancePath: instancePath + '/files/' + i0,
                      parentData: data0,
                      parentDataProperty: i0,
                      rootData
                    })
                  ) {
                    vErrors =
                      vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs4 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              } else {
                validate109.errors = [
                  {
                    instancePath: instancePath + '/files',
                    schemaPath: '#/properties/files/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array'
                  }
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate109.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate109.errors = vErrors;
  return errors === 0;
}
const schema48 = {
  type: 'object',
  additionalProperties: false,
  required: ['splits'],
  properties: {
    splits: {
      description: 'One for each split that has statistics, by name.',
      type: 'array',
      items: { $ref: '#/definitions/SplitAnomalies' }
    }
  }
};
const schema49 = {
  description: 'Where the statistics of a split and the schema disagree.',
  type: 'object',
  additionalProperties: false,
  required: ['split', 'anomalies'],
  properties: {
    split: { description: 'Empty where there are no splits.', type: 'string' },
    anomalies: {
      description: "tensorflow_metadata's Anomalies without its baseline, serialized, in base64.",
      type: 'string'
    }
  }
};
function validate113(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.split === undefined && (missing0 = 'split')) ||
        (data.anomalies === undefined && (missing0 = 'anomalies'))
      ) {
        validate113.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'split' || key0 === 'anomalies')) {
            validate113.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.split !== undefined) {
            const _errs2 = errors;
            if (typeof data.split !== 'string') {
              validate113.errors = [
                {
                  instancePath: instancePath + '/split',
                  schemaPath: '#/properties/split/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.anomalies !== undefined) {
              const _errs4 = errors;
              if (typeof data.anomalies !== 'string') {
                validate113.errors = [
                  {
                    instancePath: instancePath + '/anomalies',
                    schemaPath: '#/properties/anomalies/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate113.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate113.errors = vErrors;
  return errors === 0;
}
function validate112(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.splits === undefined && (missing0 = 'splits')) {
        validate112.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'splits')) {
            validate112.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.splits !== undefined) {
            let data0 = data.splits;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs4 = errors;
                  if (
                    !validate113(data0[i0], {
                      instancePath: instancePath + '/splits/' + i0,
                      parentData: data0,
                      parentDataProperty: i0,
                      rootData
                    })
                  ) {
                    vErrors =
                      vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs4 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              } else {
                validate112.errors = [
                  {
                    instancePath: instancePath + '/splits',
                    schemaPath: '#/properties/splits/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array'
                  }
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate112.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate112.errors = vErrors;
  return errors === 0;
}
const schema50 = {
  description: 'How far predictions are.',
  type: 'object',
  additionalProperties: false,
  required: ['job', 'state', 'done', 'total', 'path', 'message'],
  properties: {
    job: { type: 'string' },
    state: {
      description: 'canceled follows the cancel after at most a batch of examples.',
      enum: ['running', 'done', 'failed', 'canceled']
    },
    done: { description: 'Examples that were predicted.', type: 'integer' },
    total: {
      description: 'All examples; null where they are not counted yet.',
      type: ['integer', 'null']
    },
    path: {
      description: 'Where the file is, once it is whole; else null.',
      type: ['string', 'null']
    },
    message: {
      description: 'Why it failed, in a sentence that says what to do; else null.',
      type: ['string', 'null']
    }
  }
};
function validate116(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.job === undefined && (missing0 = 'job')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.done === undefined && (missing0 = 'done')) ||
        (data.total === undefined && (missing0 = 'total')) ||
        (data.path === undefined && (missing0 = 'path')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate116.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'job' ||
            key0 === 'state' ||
            key0 === 'done' ||
            key0 === 'total' ||
            key0 === 'path' ||
            key0 === 'message'
          )) {
            validate116.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.job !== undefined) {
            const _errs2 = errors;
            if (typeof data.job !== 'string') {
              validate116.errors = [
                {
                  instancePath: instancePath + '/job',
                  schemaPath: '#/properties/job/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(
                data1 === 'running' ||
                data1 === 'done' ||
                data1 === 'failed' ||
                data1 === 'canceled'
              )) {
                validate116.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema50.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.done !== undefined) {
                let data2 = data.done;
                const _errs5 = errors;
                if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2))) {
                  validate116.errors = [
                    {
                      instancePath: instancePath + '/done',
                      schemaPath: '#/properties/done/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.total !== undefined) {
                  let data3 = data.total;
                  const _errs7 = errors;
                  if (
                    !(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3)) &&
                    data3 !== null
                  ) {
                    validate116.errors = [
                      {
                        instancePath: instancePath + '/total',
                        schemaPath: '#/properties/total/type',
                        keyword: 'type',
                        params: { type: schema50.properties.total.type },
                        message: 'must be integer,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.path !== undefined) {
                    let data4 = data.path;
                    const _errs9 = errors;
                    if (typeof data4 !== 'string' && data4 !== null) {
                      validate116.errors = [
                        {
                          instancePath: instancePath + '/path',
                          schemaPath: '#/properties/path/type',
                          keyword: 'type',
                          params: { type: schema50.properties.path.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.message !== undefined) {
                      let data5 = data.message;
                      const _errs11 = errors;
                      if (typeof data5 !== 'string' && data5 !== null) {
                        validate116.errors = [
                          {
                            instancePath: instancePath + '/message',
                            schemaPath: '#/properties/message/type',
                            keyword: 'type',
                            params: { type: schema50.properties.message.type },
                            message: 'must be string,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate116.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate116.errors = vErrors;
  return errors === 0;
}
const schema51 = {
  description: "Whether an exported pipeline is the notebook's.",
  type: 'object',
  additionalProperties: false,
  required: ['proof', 'state', 'against', 'nodes', 'differences', 'missing', 'message'],
  properties: {
    proof: { description: 'Id of the proof.', type: 'string' },
    state: { enum: ['running', 'same', 'different', 'failed', 'canceled'] },
    against: {
      description:
        "What it is compared with: the components that the kernel has, or those that the notebook's cells declare when nothing runs.",
      enum: ['kernel', 'notebook']
    },
    nodes: {
      description: 'Nodes of the exported pipeline; 0 until it is compiled.',
      type: 'integer'
    },
    differences: {
      description: 'What is different, a sentence each.',
      type: 'array',
      items: { type: 'string' }
    },
    missing: {
      description:
        'Ids of nodes that the kernel does not have yet, since their cells have not run.',
      type: 'array',
      items: { type: 'string' }
    },
    message: { description: 'Why it failed, in a sentence; else null.', type: ['string', 'null'] }
  }
};
function validate118(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.proof === undefined && (missing0 = 'proof')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.against === undefined && (missing0 = 'against')) ||
        (data.nodes === undefined && (missing0 = 'nodes')) ||
        (data.differences === undefined && (missing0 = 'differences')) ||
        (data.missing === undefined && (missing0 = 'missing')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate118.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'proof' ||
            key0 === 'state' ||
            key0 === 'against' ||
            key0 === 'nodes' ||
            key0 === 'differences' ||
            key0 === 'missing' ||
            key0 === 'message'
          )) {
            validate118.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.proof !== undefined) {
            const _errs2 = errors;
            if (typeof data.proof !== 'string') {
              validate118.errors = [
                {
                  instancePath: instancePath + '/proof',
                  schemaPath: '#/properties/proof/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(
                data1 === 'running' ||
                data1 === 'same' ||
                data1 === 'different' ||
                data1 === 'failed' ||
                data1 === 'canceled'
              )) {
                validate118.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema51.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.against !== undefined) {
                let data2 = data.against;
                const _errs5 = errors;
                if (!(data2 === 'kernel' || data2 === 'notebook')) {
                  validate118.errors = [
                    {
                      instancePath: instancePath + '/against',
                      schemaPath: '#/properties/against/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema51.properties.against.enum },
                      message: 'must be equal to one of the allowed values'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.nodes !== undefined) {
                  let data3 = data.nodes;
                  const _errs6 = errors;
                  if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3))) {
                    validate118.errors = [
                      {
                        instancePath: instancePath + '/nodes',
                        schemaPath: '#/properties/nodes/type',
                        keyword: 'type',
                        params: { type: 'integer' },
                        message: 'must be integer'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.differences !== undefined) {
                    let data4 = data.differences;
                    const _errs8 = errors;
                    if (errors === _errs8) {
                      if (Array.isArray(data4)) {
                        var valid1 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs10 = errors;
                          if (typeof data4[i0] !== 'string') {
                            validate118.errors = [
                              {
                                instancePath: instancePath + '/differences/' + i0,
                                schemaPath: '#/properties/differences/items/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid1 = _errs10 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      } else {
                        validate118.errors = [
                          {
                            instancePath: instancePath + '/differences',
                            schemaPath: '#/properties/differences/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array'
                          }
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.missing !== undefined) {
                      let data6 = data.missing;
                      const _errs12 = errors;
                      if (errors === _errs12) {
                        if (Array.isArray(data6)) {
                          var valid2 = true;
                          const len1 = data6.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            const _errs14 = errors;
                            if (typeof data6[i1] !== 'string') {
                              validate118.errors = [
                                {
                                  instancePath: instancePath + '/missing/' + i1,
                                  schemaPath: '#/properties/missing/items/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string'
                                }
                              ];
                              return false;
                            }
                            var valid2 = _errs14 === errors;
                            if (!valid2) {
                              break;
                            }
                          }
                        } else {
                          validate118.errors = [
                            {
                              instancePath: instancePath + '/missing',
                              schemaPath: '#/properties/missing/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.message !== undefined) {
                        let data8 = data.message;
                        const _errs16 = errors;
                        if (typeof data8 !== 'string' && data8 !== null) {
                          validate118.errors = [
                            {
                              instancePath: instancePath + '/message',
                              schemaPath: '#/properties/message/type',
                              keyword: 'type',
                              params: { type: schema51.properties.message.type },
                              message: 'must be string,null'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate118.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate118.errors = vErrors;
  return errors === 0;
}
const schema52 = {
  description: 'Values of the kernel.',
  type: 'object',
  additionalProperties: false,
  required: ['values'],
  properties: {
    values: {
      description:
        'Python text of each value, by name; null where it cannot be written as a literal. A name that has no value is left out.',
      type: 'object',
      additionalProperties: { type: ['string', 'null'] }
    }
  }
};
function validate120(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.values === undefined && (missing0 = 'values')) {
        validate120.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'values')) {
            validate120.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.values !== undefined) {
            let data0 = data.values;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
                for (const key1 in data0) {
                  let data1 = data0[key1];
                  const _errs5 = errors;
                  if (typeof data1 !== 'string' && data1 !== null) {
                    validate120.errors = [
                      {
                        instancePath:
                          instancePath + '/values/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                        schemaPath: '#/properties/values/additionalProperties/type',
                        keyword: 'type',
                        params: { type: schema52.properties.values.additionalProperties.type },
                        message: 'must be string,null'
                      }
                    ];
                    return false;
                  }
                  var valid1 = _errs5 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              } else {
                validate120.errors = [
                  {
                    instancePath: instancePath + '/values',
                    schemaPath: '#/properties/values/type',
                    keyword: 'type',
                    params: { type: 'object' },
                    message: 'must be object'
                  }
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate120.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate120.errors = vErrors;
  return errors === 0;
}
const schema53 = {
  description: 'What the model says of each row.',
  type: 'object',
  additionalProperties: false,
  required: ['predictions'],
  properties: {
    predictions: {
      description:
        'By row, a number for each class; one of a model of two classes, or of a number.',
      type: 'array',
      items: { type: 'array', items: { type: 'number' } }
    }
  }
};
function validate122(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (data.predictions === undefined && (missing0 = 'predictions')) {
        validate122.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'predictions')) {
            validate122.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.predictions !== undefined) {
            let data0 = data.predictions;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0];
                  const _errs4 = errors;
                  if (errors === _errs4) {
                    if (Array.isArray(data1)) {
                      var valid2 = true;
                      const len1 = data1.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        const _errs6 = errors;
                        if (!(typeof data1[i1] == 'number')) {
                          validate122.errors = [
                            {
                              instancePath: instancePath + '/predictions/' + i0 + '/' + i1,
                              schemaPath: '#/properties/predictions/items/items/type',
                              keyword: 'type',
                              params: { type: 'number' },
                              message: 'must be number'
                            }
                          ];
                          return false;
                        }
                        var valid2 = _errs6 === errors;
                        if (!valid2) {
                          break;
                        }
                      }
                    } else {
                      validate122.errors = [
                        {
                          instancePath: instancePath + '/predictions/' + i0,
                          schemaPath: '#/properties/predictions/items/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array'
                        }
                      ];
                      return false;
                    }
                  }
                  var valid1 = _errs4 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              } else {
                validate122.errors = [
                  {
                    instancePath: instancePath + '/predictions',
                    schemaPath: '#/properties/predictions/type',
                    keyword: 'type',
                    params: { type: 'array' },
                    message: 'must be array'
                  }
                ];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate122.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate122.errors = vErrors;
  return errors === 0;
}
const schema54 = {
  description: 'What came of the look.',
  type: 'object',
  additionalProperties: false,
  required: ['beam', 'arguments', 'problems'],
  properties: {
    beam: {
      description: "Version of Apache Beam in the kernel's environment; null where it has none.",
      type: ['string', 'null']
    },
    arguments: {
      description: 'The Beam arguments that the choice stands for; empty for the kernel itself.',
      type: 'array',
      items: { type: 'string' }
    },
    problems: { type: 'array', items: { $ref: '#/definitions/BeamProblem' } }
  }
};
const schema55 = {
  description: 'What is wrong with a BeamChoice.',
  type: 'object',
  additionalProperties: false,
  required: ['option', 'severity', 'message'],
  properties: {
    option: {
      description: 'The option that it is about; null for the choice as a whole.',
      type: ['string', 'null']
    },
    severity: { description: 'error: it is not used like this.', enum: ['error', 'warning'] },
    message: { description: 'Sentences that say what to do.', type: 'string' }
  }
};
function validate125(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.option === undefined && (missing0 = 'option')) ||
        (data.severity === undefined && (missing0 = 'severity')) ||
        (data.message === undefined && (missing0 = 'message'))
      ) {
        validate125.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'option' || key0 === 'severity' || key0 === 'message')) {
            validate125.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.option !== undefined) {
            let data0 = data.option;
            const _errs2 = errors;
            if (typeof data0 !== 'string' && data0 !== null) {
              validate125.errors = [
                {
                  instancePath: instancePath + '/option',
                  schemaPath: '#/properties/option/type',
                  keyword: 'type',
                  params: { type: schema55.properties.option.type },
                  message: 'must be string,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.severity !== undefined) {
              let data1 = data.severity;
              const _errs4 = errors;
              if (!(data1 === 'error' || data1 === 'warning')) {
                validate125.errors = [
                  {
                    instancePath: instancePath + '/severity',
                    schemaPath: '#/properties/severity/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema55.properties.severity.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.message !== undefined) {
                const _errs5 = errors;
                if (typeof data.message !== 'string') {
                  validate125.errors = [
                    {
                      instancePath: instancePath + '/message',
                      schemaPath: '#/properties/message/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate125.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate125.errors = vErrors;
  return errors === 0;
}
function validate124(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.beam === undefined && (missing0 = 'beam')) ||
        (data.arguments === undefined && (missing0 = 'arguments')) ||
        (data.problems === undefined && (missing0 = 'problems'))
      ) {
        validate124.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'beam' || key0 === 'arguments' || key0 === 'problems')) {
            validate124.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.beam !== undefined) {
            let data0 = data.beam;
            const _errs2 = errors;
            if (typeof data0 !== 'string' && data0 !== null) {
              validate124.errors = [
                {
                  instancePath: instancePath + '/beam',
                  schemaPath: '#/properties/beam/type',
                  keyword: 'type',
                  params: { type: schema54.properties.beam.type },
                  message: 'must be string,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.arguments !== undefined) {
              let data1 = data.arguments;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs6 = errors;
                    if (typeof data1[i0] !== 'string') {
                      validate124.errors = [
                        {
                          instancePath: instancePath + '/arguments/' + i0,
                          schemaPath: '#/properties/arguments/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate124.errors = [
                    {
                      instancePath: instancePath + '/arguments',
                      schemaPath: '#/properties/arguments/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.problems !== undefined) {
                let data3 = data.problems;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (Array.isArray(data3)) {
                    var valid2 = true;
                    const len1 = data3.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      const _errs10 = errors;
                      if (
                        !validate125(data3[i1], {
                          instancePath: instancePath + '/problems/' + i1,
                          parentData: data3,
                          parentDataProperty: i1,
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null
                            ? validate125.errors
                            : vErrors.concat(validate125.errors);
                        errors = vErrors.length;
                      }
                      var valid2 = _errs10 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  } else {
                    validate124.errors = [
                      {
                        instancePath: instancePath + '/problems',
                        schemaPath: '#/properties/problems/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate124.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate124.errors = vErrors;
  return errors === 0;
}
const schema56 = { type: 'object', additionalProperties: false, maxProperties: 0 };
function validate128(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (Object.keys(data).length > 0) {
        validate128.errors = [
          {
            instancePath,
            schemaPath: '#/maxProperties',
            keyword: 'maxProperties',
            params: { limit: 0 },
            message: 'must NOT have more than 0 properties'
          }
        ];
        return false;
      } else {
        for (const key0 in data) {
          validate128.errors = [
            {
              instancePath,
              schemaPath: '#/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key0 },
              message: 'must NOT have additional properties'
            }
          ];
          return false;
          break;
        }
      }
    } else {
      validate128.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate128.errors = vErrors;
  return errors === 0;
}
function validate63(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.ok === undefined && (missing0 = 'ok')) ||
        (data.value === undefined && (missing0 = 'value'))
      ) {
        validate63.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'id' || key0 === 'ok' || key0 === 'value')) {
            validate63.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            let data0 = data.id;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate63.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.ok !== undefined) {
              const _errs4 = errors;
              if (true !== data.ok) {
                validate63.errors = [
                  {
                    instancePath: instancePath + '/ok',
                    schemaPath: '#/properties/ok/const',
                    keyword: 'const',
                    params: { allowedValue: true },
                    message: 'must be equal to constant'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.value !== undefined) {
                let data2 = data.value;
                const _errs5 = errors;
                const _errs6 = errors;
                let valid1 = false;
                const _errs7 = errors;
                if (
                  !validate64(data2, {
                    instancePath: instancePath + '/value',
                    parentData: data,
                    parentDataProperty: 'value',
                    rootData
                  })
                ) {
                  vErrors =
                    vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                  errors = vErrors.length;
                }
                var _valid0 = _errs7 === errors;
                valid1 = valid1 || _valid0;
                if (!valid1) {
                  const _errs8 = errors;
                  if (
                    !validate65(data2, {
                      instancePath: instancePath + '/value',
                      parentData: data,
                      parentDataProperty: 'value',
                      rootData
                    })
                  ) {
                    vErrors =
                      vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
                    errors = vErrors.length;
                  }
                  var _valid0 = _errs8 === errors;
                  valid1 = valid1 || _valid0;
                  if (!valid1) {
                    const _errs9 = errors;
                    if (
                      !validate109(data2, {
                        instancePath: instancePath + '/value',
                        parentData: data,
                        parentDataProperty: 'value',
                        rootData
                      })
                    ) {
                      vErrors =
                        vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
                      errors = vErrors.length;
                    }
                    var _valid0 = _errs9 === errors;
                    valid1 = valid1 || _valid0;
                    if (!valid1) {
                      const _errs10 = errors;
                      if (
                        !validate112(data2, {
                          instancePath: instancePath + '/value',
                          parentData: data,
                          parentDataProperty: 'value',
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null
                            ? validate112.errors
                            : vErrors.concat(validate112.errors);
                        errors = vErrors.length;
                      }
                      var _valid0 = _errs10 === errors;
                      valid1 = valid1 || _valid0;
                      if (!valid1) {
                        const _errs11 = errors;
                        if (
                          !validate116(data2, {
                            instancePath: instancePath + '/value',
                            parentData: data,
                            parentDataProperty: 'value',
                            rootData
                          })
                        ) {
                          vErrors =
                            vErrors === null
                              ? validate116.errors
                              : vErrors.concat(validate116.errors);
                          errors = vErrors.length;
                        }
                        var _valid0 = _errs11 === errors;
                        valid1 = valid1 || _valid0;
                        if (!valid1) {
                          const _errs12 = errors;
                          if (
                            !validate118(data2, {
                              instancePath: instancePath + '/value',
                              parentData: data,
                              parentDataProperty: 'value',
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate118.errors
                                : vErrors.concat(validate118.errors);
                            errors = vErrors.length;
                          }
                          var _valid0 = _errs12 === errors;
                          valid1 = valid1 || _valid0;
                          if (!valid1) {
                            const _errs13 = errors;
                            if (
                              !validate120(data2, {
                                instancePath: instancePath + '/value',
                                parentData: data,
                                parentDataProperty: 'value',
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate120.errors
                                  : vErrors.concat(validate120.errors);
                              errors = vErrors.length;
                            }
                            var _valid0 = _errs13 === errors;
                            valid1 = valid1 || _valid0;
                            if (!valid1) {
                              const _errs14 = errors;
                              if (
                                !validate122(data2, {
                                  instancePath: instancePath + '/value',
                                  parentData: data,
                                  parentDataProperty: 'value',
                                  rootData
                                })
                              ) {
                                vErrors =
                                  vErrors === null
                                    ? validate122.errors
                                    : vErrors.concat(validate122.errors);
                                errors = vErrors.length;
                              }
                              var _valid0 = _errs14 === errors;
                              valid1 = valid1 || _valid0;
                              if (!valid1) {
                                const _errs15 = errors;
                                if (
                                  !validate124(data2, {
                                    instancePath: instancePath + '/value',
                                    parentData: data,
                                    parentDataProperty: 'value',
                                    rootData
                                  })
                                ) {
                                  vErrors =
                                    vErrors === null
                                      ? validate124.errors
                                      : vErrors.concat(validate124.errors);
                                  errors = vErrors.length;
                                }
                                var _valid0 = _errs15 === errors;
                                valid1 = valid1 || _valid0;
                                if (!valid1) {
                                  const _errs16 = errors;
                                  if (
                                    !validate128(data2, {
                                      instancePath: instancePath + '/value',
                                      parentData: data,
                                      parentDataProperty: 'value',
                                      rootData
                                    })
                                  ) {
                                    vErrors =
                                      vErrors === null
                                        ? validate128.errors
                                        : vErrors.concat(validate128.errors);
                                    errors = vErrors.length;
                                  }
                                  var _valid0 = _errs16 === errors;
                                  valid1 = valid1 || _valid0;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
                if (!valid1) {
                  const err0 = {
                    instancePath: instancePath + '/value',
                    schemaPath: '#/properties/value/anyOf',
                    keyword: 'anyOf',
                    params: {},
                    message: 'must match a schema in anyOf'
                  };
                  if (vErrors === null) {
                    vErrors = [err0];
                  } else {
                    vErrors.push(err0);
                  }
                  errors++;
                  validate63.errors = vErrors;
                  return false;
                } else {
                  errors = _errs6;
                  if (vErrors !== null) {
                    if (_errs6) {
                      vErrors.length = _errs6;
                    } else {
                      vErrors = null;
                    }
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate63.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate63.errors = vErrors;
  return errors === 0;
}
const schema57 = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'ok', 'error'],
  properties: {
    id: { description: 'null where the request could not be read.', type: ['integer', 'null'] },
    ok: { const: false },
    error: {
      type: 'object',
      additionalProperties: false,
      required: ['kind', 'message'],
      properties: {
        kind: { enum: ['version', 'bad-request', 'internal'] },
        message: { type: 'string' }
      }
    }
  }
};
function validate131(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.ok === undefined && (missing0 = 'ok')) ||
        (data.error === undefined && (missing0 = 'error'))
      ) {
        validate131.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'id' || key0 === 'ok' || key0 === 'error')) {
            validate131.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            let data0 = data.id;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0)) && data0 !== null) {
              validate131.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: schema57.properties.id.type },
                  message: 'must be integer,null'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.ok !== undefined) {
              const _errs4 = errors;
              if (false !== data.ok) {
                validate131.errors = [
                  {
                    instancePath: instancePath + '/ok',
                    schemaPath: '#/properties/ok/const',
                    keyword: 'const',
                    params: { allowedValue: false },
                    message: 'must be equal to constant'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.error !== undefined) {
                let data2 = data.error;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
                    let missing1;
                    if (
                      (data2.kind === undefined && (missing1 = 'kind')) ||
                      (data2.message === undefined && (missing1 = 'message'))
                    ) {
                      validate131.errors = [
                        {
                          instancePath: instancePath + '/error',
                          schemaPath: '#/properties/error/required',
                          keyword: 'required',
                          params: { missingProperty: missing1 },
                          message: "must have required property '" + missing1 + "'"
                        }
                      ];
                      return false;
                    } else {
                      const _errs7 = errors;
                      for (const key1 in data2) {
                        if (!(key1 === 'kind' || key1 === 'message')) {
                          validate131.errors = [
                            {
                              instancePath: instancePath + '/error',
                              schemaPath: '#/properties/error/additionalProperties',
                              keyword: 'additionalProperties',
                              params: { additionalProperty: key1 },
                              message: 'must NOT have additional properties'
                            }
                          ];
                          return false;
                          break;
                        }
                      }
                      if (_errs7 === errors) {
                        if (data2.kind !== undefined) {
                          let data3 = data2.kind;
                          const _errs8 = errors;
                          if (!(
                            data3 === 'version' ||
                            data3 === 'bad-request' ||
                            data3 === 'internal'
                          )) {
                            validate131.errors = [
                              {
                                instancePath: instancePath + '/error/kind',
                                schemaPath: '#/properties/error/properties/kind/enum',
                                keyword: 'enum',
                                params: {
                                  allowedValues: schema57.properties.error.properties.kind.enum
                                },
                                message: 'must be equal to one of the allowed values'
                              }
                            ];
                            return false;
                          }
                          var valid1 = _errs8 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data2.message !== undefined) {
                            const _errs9 = errors;
                            if (typeof data2.message !== 'string') {
                              validate131.errors = [
                                {
                                  instancePath: instancePath + '/error/message',
                                  schemaPath: '#/properties/error/properties/message/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string'
                                }
                              ];
                              return false;
                            }
                            var valid1 = _errs9 === errors;
                          } else {
                            var valid1 = true;
                          }
                        }
                      }
                    }
                  } else {
                    validate131.errors = [
                      {
                        instancePath: instancePath + '/error',
                        schemaPath: '#/properties/error/type',
                        keyword: 'type',
                        params: { type: 'object' },
                        message: 'must be object'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate131.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate131.errors = vErrors;
  return errors === 0;
}
function validate241(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs1 = errors;
  if (!validate63(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs2 = errors;
  if (!validate131(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
  }
  if (!valid0) {
    const err0 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      message: 'must match exactly one schema in oneOf'
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate241.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate241.errors = vErrors;
  return errors === 0;
}
export const isEvent = validate244;
const schema58 = {
  description:
    'Kernel to browser, to every open comm, in order of seq. A gap in seq means: ask for a snapshot.',
  oneOf: [
    { $ref: '#/definitions/RunEvent' },
    { $ref: '#/definitions/CellEvent' },
    { $ref: '#/definitions/FilesEvent' },
    { $ref: '#/definitions/TfxEvent' }
  ]
};
const schema59 = {
  description:
    'A run began, moved or ended: the whole record each time, so that a later one replaces an earlier one.',
  type: 'object',
  additionalProperties: false,
  required: ['event', 'seq', 'run'],
  properties: {
    event: { const: 'run' },
    seq: { type: 'integer' },
    run: { $ref: '#/definitions/Run' }
  }
};
function validate135(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.event === undefined && (missing0 = 'event')) ||
        (data.seq === undefined && (missing0 = 'seq')) ||
        (data.run === undefined && (missing0 = 'run'))
      ) {
        validate135.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'event' || key0 === 'seq' || key0 === 'run')) {
            validate135.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.event !== undefined) {
            const _errs2 = errors;
            if ('run' !== data.event) {
              validate135.errors = [
                {
                  instancePath: instancePath + '/event',
                  schemaPath: '#/properties/event/const',
                  keyword: 'const',
                  params: { allowedValue: 'run' },
                  message: 'must be equal to constant'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.seq !== undefined) {
              let data1 = data.seq;
              const _errs3 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1))) {
                validate135.errors = [
                  {
                    instancePath: instancePath + '/seq',
                    schemaPath: '#/properties/seq/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer'
                  }
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.run !== undefined) {
                const _errs5 = errors;
                if (
                  !validate80(data.run, {
                    instancePath: instancePath + '/run',
                    parentData: data,
                    parentDataProperty: 'run',
                    rootData
                  })
                ) {
                  vErrors =
                    vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate135.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate135.errors = vErrors;
  return errors === 0;
}
const schema60 = {
  description: 'A cell ended: what the namespace holds now.',
  type: 'object',
  additionalProperties: false,
  required: ['event', 'seq', 'cell', 'contexts', 'components', 'tfx'],
  properties: {
    event: { const: 'cell' },
    seq: { type: 'integer' },
    cell: { $ref: '#/definitions/ExecutedCell' },
    contexts: { type: 'array', items: { $ref: '#/definitions/Context' } },
    components: {
      description: 'null: as before.',
      anyOf: [{ type: 'array', items: { $ref: '#/definitions/Component' } }, { type: 'null' }]
    },
    tfx: { $ref: '#/definitions/TfxState' }
  }
};
function validate138(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.event === undefined && (missing0 = 'event')) ||
        (data.seq === undefined && (missing0 = 'seq')) ||
        (data.cell === undefined && (missing0 = 'cell')) ||
        (data.contexts === undefined && (missing0 = 'contexts')) ||
        (data.components === undefined && (missing0 = 'components')) ||
        (data.tfx === undefined && (missing0 = 'tfx'))
      ) {
        validate138.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'event' ||
            key0 === 'seq' ||
            key0 === 'cell' ||
            key0 === 'contexts' ||
            key0 === 'components' ||
            key0 === 'tfx'
          )) {
            validate138.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.event !== undefined) {
            const _errs2 = errors;
            if ('cell' !== data.event) {
              validate138.errors = [
                {
                  instancePath: instancePath + '/event',
                  schemaPath: '#/properties/event/const',
                  keyword: 'const',
                  params: { allowedValue: 'cell' },
                  message: 'must be equal to constant'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.seq !== undefined) {
              let data1 = data.seq;
              const _errs3 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1))) {
                validate138.errors = [
                  {
                    instancePath: instancePath + '/seq',
                    schemaPath: '#/properties/seq/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer'
                  }
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.cell !== undefined) {
                const _errs5 = errors;
                if (
                  !validate104(data.cell, {
                    instancePath: instancePath + '/cell',
                    parentData: data,
                    parentDataProperty: 'cell',
                    rootData
                  })
                ) {
                  vErrors =
                    vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.contexts !== undefined) {
                  let data3 = data.contexts;
                  const _errs6 = errors;
                  if (errors === _errs6) {
                    if (Array.isArray(data3)) {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        const _errs8 = errors;
                        if (
                          !validate68(data3[i0], {
                            instancePath: instancePath + '/contexts/' + i0,
                            parentData: data3,
                            parentDataProperty: i0,
                            rootData
                          })
                        ) {
                          vErrors =
                            vErrors === null
                              ? validate68.errors
                              : vErrors.concat(validate68.errors);
                          errors = vErrors.length;
                        }
                        var valid1 = _errs8 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    } else {
                      validate138.errors = [
                        {
                          instancePath: instancePath + '/contexts',
                          schemaPath: '#/properties/contexts/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array'
                        }
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.components !== undefined) {
                    let data5 = data.components;
                    const _errs9 = errors;
                    const _errs10 = errors;
                    let valid2 = false;
                    const _errs11 = errors;
                    if (errors === _errs11) {
                      if (Array.isArray(data5)) {
                        var valid3 = true;
                        const len1 = data5.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          const _errs13 = errors;
                          if (
                            !validate72(data5[i1], {
                              instancePath: instancePath + '/components/' + i1,
                              parentData: data5,
                              parentDataProperty: i1,
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate72.errors
                                : vErrors.concat(validate72.errors);
                            errors = vErrors.length;
                          }
                          var valid3 = _errs13 === errors;
                          if (!valid3) {
                            break;
                          }
                        }
                      } else {
                        const err0 = {
                          instancePath: instancePath + '/components',
                          schemaPath: '#/properties/components/anyOf/0/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array'
                        };
                        if (vErrors === null) {
                          vErrors = [err0];
                        } else {
                          vErrors.push(err0);
                        }
                        errors++;
                      }
                    }
                    var _valid0 = _errs11 === errors;
                    valid2 = valid2 || _valid0;
                    if (!valid2) {
                      const _errs14 = errors;
                      if (data5 !== null) {
                        const err1 = {
                          instancePath: instancePath + '/components',
                          schemaPath: '#/properties/components/anyOf/1/type',
                          keyword: 'type',
                          params: { type: 'null' },
                          message: 'must be null'
                        };
                        if (vErrors === null) {
                          vErrors = [err1];
                        } else {
                          vErrors.push(err1);
                        }
                        errors++;
                      }
                      var _valid0 = _errs14 === errors;
                      valid2 = valid2 || _valid0;
                    }
                    if (!valid2) {
                      const err2 = {
                        instancePath: instancePath + '/components',
                        schemaPath: '#/properties/components/anyOf',
                        keyword: 'anyOf',
                        params: {},
                        message: 'must match a schema in anyOf'
                      };
                      if (vErrors === null) {
                        vErrors = [err2];
                      } else {
                        vErrors.push(err2);
                      }
                      errors++;
                      validate138.errors = vErrors;
                      return false;
                    } else {
                      errors = _errs10;
                      if (vErrors !== null) {
                        if (_errs10) {
                          vErrors.length = _errs10;
                        } else {
                          vErrors = null;
                        }
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.tfx !== undefined) {
                      const _errs16 = errors;
                      if (
                        !validate66(data.tfx, {
                          instancePath: instancePath + '/tfx',
                          parentData: data,
                          parentDataProperty: 'tfx',
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs16 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate138.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate138.errors = vErrors;
  return errors === 0;
}
const schema61 = {
  type: 'object',
  additionalProperties: false,
  required: ['event', 'seq', 'files'],
  properties: {
    event: { const: 'files' },
    seq: { type: 'integer' },
    files: { type: 'array', items: { $ref: '#/definitions/FileFingerprint' } }
  }
};
function validate144(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.event === undefined && (missing0 = 'event')) ||
        (data.seq === undefined && (missing0 = 'seq')) ||
        (data.files === undefined && (missing0 = 'files'))
      ) {
        validate144.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'event' || key0 === 'seq' || key0 === 'files')) {
            validate144.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.event !== undefined) {
            const _errs2 = errors;
            if ('files' !== data.event) {
              validate144.errors = [
                {
                  instancePath: instancePath + '/event',
                  schemaPath: '#/properties/event/const',
                  keyword: 'const',
                  params: { allowedValue: 'files' },
                  message: 'must be equal to constant'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.seq !== undefined) {
              let data1 = data.seq;
              const _errs3 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1))) {
                validate144.errors = [
                  {
                    instancePath: instancePath + '/seq',
                    schemaPath: '#/properties/seq/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer'
                  }
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.files !== undefined) {
                let data2 = data.files;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (Array.isArray(data2)) {
                    var valid1 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs7 = errors;
                      if (
                        !validate91(data2[i0], {
                          instancePath: instancePath + '/files/' + i0,
                          parentData: data2,
                          parentDataProperty: i0,
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                        errors = vErrors.length;
                      }
                      var valid1 = _errs7 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  } else {
                    validate144.errors = [
                      {
                        instancePath: instancePath + '/files',
                        schemaPath: '#/properties/files/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate144.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate144.errors = vErrors;
  return errors === 0;
}
const schema62 = {
  description: 'TFX is being imported, or has been.',
  type: 'object',
  additionalProperties: false,
  required: ['event', 'seq', 'tfx'],
  properties: {
    event: { const: 'tfx' },
    seq: { type: 'integer' },
    tfx: { $ref: '#/definitions/TfxState' }
  }
};
function validate147(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.event === undefined && (missing0 = 'event')) ||
        (data.seq === undefined && (missing0 = 'seq')) ||
        (data.tfx === undefined && (missing0 = 'tfx'))
      ) {
        validate147.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'event' || key0 === 'seq' || key0 === 'tfx')) {
            validate147.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.event !== undefined) {
            const _errs2 = errors;
            if ('tfx' !== data.event) {
              validate147.errors = [
                {
                  instancePath: instancePath + '/event',
                  schemaPath: '#/properties/event/const',
                  keyword: 'const',
                  params: { allowedValue: 'tfx' },
                  message: 'must be equal to constant'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.seq !== undefined) {
              let data1 = data.seq;
              const _errs3 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1))) {
                validate147.errors = [
                  {
                    instancePath: instancePath + '/seq',
                    schemaPath: '#/properties/seq/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer'
                  }
                ];
                return false;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.tfx !== undefined) {
                const _errs5 = errors;
                if (
                  !validate66(data.tfx, {
                    instancePath: instancePath + '/tfx',
                    parentData: data,
                    parentDataProperty: 'tfx',
                    rootData
                  })
                ) {
                  vErrors =
                    vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate147.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate147.errors = vErrors;
  return errors === 0;
}
function validate244(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs1 = errors;
  if (!validate135(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs2 = errors;
  if (!validate138(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs3 = errors;
    if (!validate144(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs3 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs4 = errors;
      if (!validate147(data, { instancePath, parentData, parentDataProperty, rootData })) {
        vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
        errors = vErrors.length;
      }
      var _valid0 = _errs4 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
      }
    }
  }
  if (!valid0) {
    const err0 = {
      instancePath,
      schemaPath: '#/oneOf',
      keyword: 'oneOf',
      params: { passingSchemas: passing0 },
      message: 'must match exactly one schema in oneOf'
    };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate244.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate244.errors = vErrors;
  return errors === 0;
}
export const isStoreReply = validate249;
const schema63 = {
  description: 'GET <base_url>/jupyterlab-tfx/store: the executions of one pipeline.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'uri', 'pipelineName', 'pipelines', 'executions', 'truncated'],
  properties: {
    protocol: { type: 'integer' },
    uri: { type: 'string' },
    pipelineName: {
      description:
        'The pipeline that executions belong to; null where the store holds none of that name.',
      type: ['string', 'null']
    },
    pipelines: {
      description: 'Names of all pipelines in the store.',
      type: 'array',
      items: { type: 'string' }
    },
    executions: {
      description: 'Oldest first; the newest ones where truncated.',
      type: 'array',
      items: { $ref: '#/definitions/Execution' }
    },
    truncated: { type: 'boolean' }
  }
};
const schema64 = {
  description: "One ML Metadata execution of a pipeline's node, as the metadata store has it.",
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'componentId',
    'type',
    'state',
    'runId',
    'startedAt',
    'endedAt',
    'inputs',
    'outputs',
    'execProperties',
    'error'
  ],
  properties: {
    id: { type: 'integer' },
    componentId: { type: 'string' },
    type: {
      description: "The execution type's name, such as tfx.components.trainer.component.Trainer.",
      type: 'string'
    },
    state: {
      description:
        "ML Metadata's Execution.State. running can also mean that it ended without a word: an InteractiveContext publishes no failure.",
      enum: ['unknown', 'new', 'running', 'done', 'failed', 'cached', 'canceled']
    },
    runId: { type: 'string' },
    startedAt: { type: ['number', 'null'] },
    endedAt: { type: ['number', 'null'] },
    inputs: { $ref: '#/definitions/ArtifactMap' },
    outputs: { $ref: '#/definitions/ArtifactMap' },
    execProperties: { $ref: '#/definitions/Properties' },
    error: { type: ['string', 'null'] }
  }
};
function validate152(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.componentId === undefined && (missing0 = 'componentId')) ||
        (data.type === undefined && (missing0 = 'type')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.runId === undefined && (missing0 = 'runId')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt')) ||
        (data.endedAt === undefined && (missing0 = 'endedAt')) ||
        (data.inputs === undefined && (missing0 = 'inputs')) ||
        (data.outputs === undefined && (missing0 = 'outputs')) ||
        (data.execProperties === undefined && (missing0 = 'execProperties')) ||
        (data.error === undefined && (missing0 = 'error'))
      ) {
        validate152.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema64.properties, key0)) {
            validate152.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            let data0 = data.id;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate152.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.componentId !== undefined) {
              const _errs4 = errors;
              if (typeof data.componentId !== 'string') {
                validate152.errors = [
                  {
                    instancePath: instancePath + '/componentId',
                    schemaPath: '#/properties/componentId/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.type !== undefined) {
                const _errs6 = errors;
                if (typeof data.type !== 'string') {
                  validate152.errors = [
                    {
                      instancePath: instancePath + '/type',
                      schemaPath: '#/properties/type/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.state !== undefined) {
                  let data3 = data.state;
                  const _errs8 = errors;
                  if (!(
                    data3 === 'unknown' ||
                    data3 === 'new' ||
                    data3 === 'running' ||
                    data3 === 'done' ||
                    data3 === 'failed' ||
                    data3 === 'cached' ||
                    data3 === 'canceled'
                  )) {
                    validate152.errors = [
                      {
                        instancePath: instancePath + '/state',
                        schemaPath: '#/properties/state/enum',
                        keyword: 'enum',
                        params: { allowedValues: schema64.properties.state.enum },
                        message: 'must be equal to one of the allowed values'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.runId !== undefined) {
                    const _errs9 = errors;
                    if (typeof data.runId !== 'string') {
                      validate152.errors = [
                        {
                          instancePath: instancePath + '/runId',
                          schemaPath: '#/properties/runId/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.startedAt !== undefined) {
                      let data5 = data.startedAt;
                      const _errs11 = errors;
                      if (!(typeof data5 == 'number') && data5 !== null) {
                        validate152.errors = [
                          {
                            instancePath: instancePath + '/startedAt',
                            schemaPath: '#/properties/startedAt/type',
                            keyword: 'type',
                            params: { type: schema64.properties.startedAt.type },
                            message: 'must be number,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.endedAt !== undefined) {
                        let data6 = data.endedAt;
                        const _errs13 = errors;
                        if (!(typeof data6 == 'number') && data6 !== null) {
                          validate152.errors = [
                            {
                              instancePath: instancePath + '/endedAt',
                              schemaPath: '#/properties/endedAt/type',
                              keyword: 'type',
                              params: { type: schema64.properties.endedAt.type },
                              message: 'must be number,null'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.inputs !== undefined) {
                          const _errs15 = errors;
                          if (
                            !validate83(data.inputs, {
                              instancePath: instancePath + '/inputs',
                              parentData: data,
                              parentDataProperty: 'inputs',
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate83.errors
                                : vErrors.concat(validate83.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs15 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.outputs !== undefined) {
                            const _errs16 = errors;
                            if (
                              !validate83(data.outputs, {
                                instancePath: instancePath + '/outputs',
                                parentData: data,
                                parentDataProperty: 'outputs',
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate83.errors
                                  : vErrors.concat(validate83.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs16 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.execProperties !== undefined) {
                              const _errs17 = errors;
                              if (
                                !validate75(data.execProperties, {
                                  instancePath: instancePath + '/execProperties',
                                  parentData: data,
                                  parentDataProperty: 'execProperties',
                                  rootData
                                })
                              ) {
                                vErrors =
                                  vErrors === null
                                    ? validate75.errors
                                    : vErrors.concat(validate75.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs17 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.error !== undefined) {
                                let data10 = data.error;
                                const _errs18 = errors;
                                if (typeof data10 !== 'string' && data10 !== null) {
                                  validate152.errors = [
                                    {
                                      instancePath: instancePath + '/error',
                                      schemaPath: '#/properties/error/type',
                                      keyword: 'type',
                                      params: { type: schema64.properties.error.type },
                                      message: 'must be string,null'
                                    }
                                  ];
                                  return false;
                                }
                                var valid0 = _errs18 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate152.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate152.errors = vErrors;
  return errors === 0;
}
function validate249(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.uri === undefined && (missing0 = 'uri')) ||
        (data.pipelineName === undefined && (missing0 = 'pipelineName')) ||
        (data.pipelines === undefined && (missing0 = 'pipelines')) ||
        (data.executions === undefined && (missing0 = 'executions')) ||
        (data.truncated === undefined && (missing0 = 'truncated'))
      ) {
        validate249.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'protocol' ||
            key0 === 'uri' ||
            key0 === 'pipelineName' ||
            key0 === 'pipelines' ||
            key0 === 'executions' ||
            key0 === 'truncated'
          )) {
            validate249.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate249.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.uri !== undefined) {
              const _errs4 = errors;
              if (typeof data.uri !== 'string') {
                validate249.errors = [
                  {
                    instancePath: instancePath + '/uri',
                    schemaPath: '#/properties/uri/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.pipelineName !== undefined) {
                let data2 = data.pipelineName;
                const _errs6 = errors;
                if (typeof data2 !== 'string' && data2 !== null) {
                  validate249.errors = [
                    {
                      instancePath: instancePath + '/pipelineName',
                      schemaPath: '#/properties/pipelineName/type',
                      keyword: 'type',
                      params: { type: schema63.properties.pipelineName.type },
                      message: 'must be string,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.pipelines !== undefined) {
                  let data3 = data.pipelines;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (Array.isArray(data3)) {
                      var valid1 = true;
                      const len0 = data3.length;
                      for (let i0 = 0; i0 < len0; i0++) {
                        const _errs10 = errors;
                        if (typeof data3[i0] !== 'string') {
                          validate249.errors = [
                            {
                              instancePath: instancePath + '/pipelines/' + i0,
                              schemaPath: '#/properties/pipelines/items/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string'
                            }
                          ];
                          return false;
                        }
                        var valid1 = _errs10 === errors;
                        if (!valid1) {
                          break;
                        }
                      }
                    } else {
                      validate249.errors = [
                        {
                          instancePath: instancePath + '/pipelines',
                          schemaPath: '#/properties/pipelines/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array'
                        }
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.executions !== undefined) {
                    let data5 = data.executions;
                    const _errs12 = errors;
                    if (errors === _errs12) {
                      if (Array.isArray(data5)) {
                        var valid2 = true;
                        const len1 = data5.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          const _errs14 = errors;
                          if (
                            !validate152(data5[i1], {
                              instancePath: instancePath + '/executions/' + i1,
                              parentData: data5,
                              parentDataProperty: i1,
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate152.errors
                                : vErrors.concat(validate152.errors);
                            errors = vErrors.length;
                          }
                          var valid2 = _errs14 === errors;
                          if (!valid2) {
                            break;
                          }
                        }
                      } else {
                        validate249.errors = [
                          {
                            instancePath: instancePath + '/executions',
                            schemaPath: '#/properties/executions/type',
                            keyword: 'type',
                            params: { type: 'array' },
                            message: 'must be array'
                          }
                        ];
                        return false;
                      }
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.truncated !== undefined) {
                      const _errs15 = errors;
                      if (typeof data.truncated !== 'boolean') {
                        validate249.errors = [
                          {
                            instancePath: instancePath + '/truncated',
                            schemaPath: '#/properties/truncated/type',
                            keyword: 'type',
                            params: { type: 'boolean' },
                            message: 'must be boolean'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs15 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate249.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate249.errors = vErrors;
  return errors === 0;
}
export const isArtifactDocument = validate251;
const schema65 = {
  description:
    "An artifact with the files that its view needs. The kernel makes it for a cell's output (mime type application/vnd.jupyterlab-tfx.artifact.v1+json), the server for GET <base_url>/jupyterlab-tfx/artifacts/document. As JSON it has 256,000 bytes at most.",
  type: 'object',
  additionalProperties: false,
  required: [
    'version',
    'id',
    'type',
    'uri',
    'name',
    'state',
    'splits',
    'properties',
    'customProperties',
    'files',
    'fileCount',
    'truncated',
    'problem'
  ],
  properties: {
    version: {
      description: "The document's version: it outlives the protocol's in saved notebooks.",
      const: 1
    },
    id: { $ref: '#/definitions/Artifact/properties/id' },
    type: {
      description:
        "The artifact type's name; Unknown where nobody gave it and the files do not tell it.",
      type: 'string'
    },
    uri: { $ref: '#/definitions/Artifact/properties/uri' },
    name: { $ref: '#/definitions/Artifact/properties/name' },
    state: { $ref: '#/definitions/Artifact/properties/state' },
    splits: {
      description:
        'The names in the property split_names; without it, those of the Split- folders.',
      type: 'array',
      items: { type: 'string' }
    },
    properties: { $ref: '#/definitions/Properties' },
    customProperties: { $ref: '#/definitions/Properties' },
    files: {
      description:
        "What the type's view needs, most important first; the first files below the URI for a type that is not TFX's own.",
      type: 'array',
      items: { $ref: '#/definitions/ArtifactFile' }
    },
    fileCount: {
      description: 'Files below the URI, counted to 10,000 (below gs:// and s3://, to 1,000).',
      type: 'integer'
    },
    truncated: {
      description:
        "Something that the view needs is not in the document: a file's bytes or a part of them, the names of further files, or the end of a long property.",
      type: 'boolean'
    },
    problem: {
      description:
        'A sentence where the document could not be made whole, such as files that are gone; null where it could.',
      type: ['string', 'null']
    }
  }
};
const schema66 = {
  description: "The artifact's id in the metadata store; null where it is not published.",
  type: ['integer', 'null']
};
function validate159(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == 'number' && !(data % 1) && !isNaN(data)) && data !== null) {
    validate159.errors = [
      {
        instancePath,
        schemaPath: '#/type',
        keyword: 'type',
        params: { type: schema66.type },
        message: 'must be integer,null'
      }
    ];
    return false;
  }
  validate159.errors = vErrors;
  return errors === 0;
}
const schema67 = { type: 'string' };
function validate161(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate161.errors = [
      {
        instancePath,
        schemaPath: '#/type',
        keyword: 'type',
        params: { type: 'string' },
        message: 'must be string'
      }
    ];
    return false;
  }
  validate161.errors = vErrors;
  return errors === 0;
}
const schema68 = { type: 'string' };
function validate163(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== 'string') {
    validate163.errors = [
      {
        instancePath,
        schemaPath: '#/type',
        keyword: 'type',
        params: { type: 'string' },
        message: 'must be string'
      }
    ];
    return false;
  }
  validate163.errors = vErrors;
  return errors === 0;
}
const schema69 = {
  description: "ML Metadata's Artifact.State; published is LIVE.",
  enum: [
    'unknown',
    'pending',
    'published',
    'marked-for-deletion',
    'deleted',
    'abandoned',
    'reference'
  ]
};
function validate165(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (!(
    data === 'unknown' ||
    data === 'pending' ||
    data === 'published' ||
    data === 'marked-for-deletion' ||
    data === 'deleted' ||
    data === 'abandoned' ||
    data === 'reference'
  )) {
    validate165.errors = [
      {
        instancePath,
        schemaPath: '#/enum',
        keyword: 'enum',
        params: { allowedValues: schema69.enum },
        message: 'must be equal to one of the allowed values'
      }
    ];
    return false;
  }
  validate165.errors = vErrors;
  return errors === 0;
}
const schema70 = {
  description: "A file below an artifact's URI.",
  type: 'object',
  additionalProperties: false,
  required: ['path', 'size', 'encoding', 'data'],
  properties: {
    path: {
      description:
        "Relative to the URI, with slashes; the file's own name where the URI is a file.",
      type: 'string'
    },
    size: { description: "The file's own size in bytes.", type: 'integer' },
    encoding: {
      description: 'How the bytes are in data; null where they are not.',
      enum: ['gzip+base64', 'base64', null]
    },
    data: {
      description:
        "The file's bytes; its first bytes, fewer than size, only of a file that is read from its start (TFRecord, text); null where they did not fit or are not needed at first: the server has them.",
      type: ['string', 'null']
    }
  }
};
function validate169(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.path === undefined && (missing0 = 'path')) ||
        (data.size === undefined && (missing0 = 'size')) ||
        (data.encoding === undefined && (missing0 = 'encoding')) ||
        (data.data === undefined && (missing0 = 'data'))
      ) {
        validate169.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'path' || key0 === 'size' || key0 === 'encoding' || key0 === 'data')) {
            validate169.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== undefined) {
            const _errs2 = errors;
            if (typeof data.path !== 'string') {
              validate169.errors = [
                {
                  instancePath: instancePath + '/path',
                  schemaPath: '#/properties/path/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.size !== undefined) {
              let data1 = data.size;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1))) {
                validate169.errors = [
                  {
                    instancePath: instancePath + '/size',
                    schemaPath: '#/properties/size/type',
                    keyword: 'type',
                    params: { type: 'integer' },
                    message: 'must be integer'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.encoding !== undefined) {
                let data2 = data.encoding;
                const _errs6 = errors;
                if (!(data2 === 'gzip+base64' || data2 === 'base64' || data2 === null)) {
                  validate169.errors = [
                    {
                      instancePath: instancePath + '/encoding',
                      schemaPath: '#/properties/encoding/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema70.properties.encoding.enum },
                      message: 'must be equal to one of the allowed values'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.data !== undefined) {
                  let data3 = data.data;
                  const _errs7 = errors;
                  if (typeof data3 !== 'string' && data3 !== null) {
                    validate169.errors = [
                      {
                        instancePath: instancePath + '/data',
                        schemaPath: '#/properties/data/type',
                        keyword: 'type',
                        params: { type: schema70.properties.data.type },
                        message: 'must be string,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate169.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate169.errors = vErrors;
  return errors === 0;
}
function validate251(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.version === undefined && (missing0 = 'version')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.type === undefined && (missing0 = 'type')) ||
        (data.uri === undefined && (missing0 = 'uri')) ||
        (data.name === undefined && (missing0 = 'name')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.splits === undefined && (missing0 = 'splits')) ||
        (data.properties === undefined && (missing0 = 'properties')) ||
        (data.customProperties === undefined && (missing0 = 'customProperties')) ||
        (data.files === undefined && (missing0 = 'files')) ||
        (data.fileCount === undefined && (missing0 = 'fileCount')) ||
        (data.truncated === undefined && (missing0 = 'truncated')) ||
        (data.problem === undefined && (missing0 = 'problem'))
      ) {
        validate251.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema65.properties, key0)) {
            validate251.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.version !== undefined) {
            const _errs2 = errors;
            if (1 !== data.version) {
              validate251.errors = [
                {
                  instancePath: instancePath + '/version',
                  schemaPath: '#/properties/version/const',
                  keyword: 'const',
                  params: { allowedValue: 1 },
                  message: 'must be equal to constant'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.id !== undefined) {
              const _errs3 = errors;
              if (
                !validate159(data.id, {
                  instancePath: instancePath + '/id',
                  parentData: data,
                  parentDataProperty: 'id',
                  rootData
                })
              ) {
                vErrors =
                  vErrors === null ? validate159.errors : vErrors.concat(validate159.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.type !== undefined) {
                const _errs4 = errors;
                if (typeof data.type !== 'string') {
                  validate251.errors = [
                    {
                      instancePath: instancePath + '/type',
                      schemaPath: '#/properties/type/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.uri !== undefined) {
                  const _errs6 = errors;
                  if (
                    !validate161(data.uri, {
                      instancePath: instancePath + '/uri',
                      parentData: data,
                      parentDataProperty: 'uri',
                      rootData
                    })
                  ) {
                    vErrors =
                      vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.name !== undefined) {
                    const _errs7 = errors;
                    if (
                      !validate163(data.name, {
                        instancePath: instancePath + '/name',
                        parentData: data,
                        parentDataProperty: 'name',
                        rootData
                      })
                    ) {
                      vErrors =
                        vErrors === null ? validate163.errors : vErrors.concat(validate163.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.state !== undefined) {
                      const _errs8 = errors;
                      if (
                        !validate165(data.state, {
                          instancePath: instancePath + '/state',
                          parentData: data,
                          parentDataProperty: 'state',
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null
                            ? validate165.errors
                            : vErrors.concat(validate165.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs8 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.splits !== undefined) {
                        let data6 = data.splits;
                        const _errs9 = errors;
                        if (errors === _errs9) {
                          if (Array.isArray(data6)) {
                            var valid1 = true;
                            const len0 = data6.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              const _errs11 = errors;
                              if (typeof data6[i0] !== 'string') {
                                validate251.errors = [
                                  {
                                    instancePath: instancePath + '/splits/' + i0,
                                    schemaPath: '#/properties/splits/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string'
                                  }
                                ];
                                return false;
                              }
                              var valid1 = _errs11 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          } else {
                            validate251.errors = [
                              {
                                instancePath: instancePath + '/splits',
                                schemaPath: '#/properties/splits/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array'
                              }
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs9 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.properties !== undefined) {
                          const _errs13 = errors;
                          if (
                            !validate75(data.properties, {
                              instancePath: instancePath + '/properties',
                              parentData: data,
                              parentDataProperty: 'properties',
                              rootData
                            })
                          ) {
                            vErrors =
                              vErrors === null
                                ? validate75.errors
                                : vErrors.concat(validate75.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs13 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.customProperties !== undefined) {
                            const _errs14 = errors;
                            if (
                              !validate75(data.customProperties, {
                                instancePath: instancePath + '/customProperties',
                                parentData: data,
                                parentDataProperty: 'customProperties',
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate75.errors
                                  : vErrors.concat(validate75.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs14 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.files !== undefined) {
                              let data10 = data.files;
                              const _errs15 = errors;
                              if (errors === _errs15) {
                                if (Array.isArray(data10)) {
                                  var valid2 = true;
                                  const len1 = data10.length;
                                  for (let i1 = 0; i1 < len1; i1++) {
                                    const _errs17 = errors;
                                    if (
                                      !validate169(data10[i1], {
                                        instancePath: instancePath + '/files/' + i1,
                                        parentData: data10,
                                        parentDataProperty: i1,
                                        rootData
                                      })
                                    ) {
                                      vErrors =
                                        vErrors === null
                                          ? validate169.errors
                                          : vErrors.concat(validate169.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid2 = _errs17 === errors;
                                    if (!valid2) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate251.errors = [
                                    {
                                      instancePath: instancePath + '/files',
                                      schemaPath: '#/properties/files/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                      message: 'must be array'
                                    }
                                  ];
                                  return false;
                                }
                              }
                              var valid0 = _errs15 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.fileCount !== undefined) {
                                let data12 = data.fileCount;
                                const _errs18 = errors;
                                if (!(
                                  typeof data12 == 'number' &&
                                  !(data12 % 1) &&
                                  !isNaN(data12)
                                )) {
                                  validate251.errors = [
                                    {
                                      instancePath: instancePath + '/fileCount',
                                      schemaPath: '#/properties/fileCount/type',
                                      keyword: 'type',
                                      params: { type: 'integer' },
                                      message: 'must be integer'
                                    }
                                  ];
                                  return false;
                                }
                                var valid0 = _errs18 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.truncated !== undefined) {
                                  const _errs20 = errors;
                                  if (typeof data.truncated !== 'boolean') {
                                    validate251.errors = [
                                      {
                                        instancePath: instancePath + '/truncated',
                                        schemaPath: '#/properties/truncated/type',
                                        keyword: 'type',
                                        params: { type: 'boolean' },
                                        message: 'must be boolean'
                                      }
                                    ];
                                    return false;
                                  }
                                  var valid0 = _errs20 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.problem !== undefined) {
                                    let data14 = data.problem;
                                    const _errs22 = errors;
                                    if (typeof data14 !== 'string' && data14 !== null) {
                                      validate251.errors = [
                                        {
                                          instancePath: instancePath + '/problem',
                                          schemaPath: '#/properties/problem/type',
                                          keyword: 'type',
                                          params: { type: schema65.properties.problem.type },
                                          message: 'must be string,null'
                                        }
                                      ];
                                      return false;
                                    }
                                    var valid0 = _errs22 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate251.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate251.errors = vErrors;
  return errors === 0;
}
export const isTensorBoardReply = validate259;
const schema73 = {
  description:
    'Server to browser: TensorBoards, oldest first; one, or none after it was stopped, where one was asked about.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'boards'],
  properties: {
    protocol: { type: 'integer' },
    boards: { type: 'array', items: { $ref: '#/definitions/TensorBoard' } }
  }
};
const schema74 = {
  description: 'A TensorBoard process of the Jupyter server.',
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'state',
    'doing',
    'message',
    'detail',
    'missing',
    'logdirs',
    'withoutEvents',
    'eventsAt',
    'startedAt'
  ],
  properties: {
    id: {
      description: 'Names it in addresses: its page is below jupyterlab-tfx/tensorboard/<id>/.',
      type: 'string'
    },
    state: { enum: ['starting', 'running', 'failed'] },
    doing: {
      description: 'What it does while it starts, as a part of a sentence.',
      type: 'string'
    },
    message: { description: 'Why it failed, in a sentence; else empty.', type: 'string' },
    detail: {
      description: 'The end of what the process wrote to stderr; else empty.',
      type: 'string'
    },
    missing: { description: 'It failed because no environment has TensorBoard.', type: 'boolean' },
    logdirs: { type: 'array', items: { $ref: '#/definitions/TensorBoardLogdir' } },
    withoutEvents: {
      description: 'Names of logdirs with no event file in them yet.',
      type: 'array',
      items: { type: 'string' }
    },
    eventsAt: {
      description:
        'When an event file was last written to, in milliseconds since the epoch; null where there is none, or where that is not looked at: in buckets.',
      type: ['number', 'null']
    },
    startedAt: { type: 'number' }
  }
};
const schema72 = {
  description: 'A folder with event files, and what it is called in the board.',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'uri'],
  properties: {
    name: { description: "Empty: the folder's own name.", type: 'string' },
    uri: { type: 'string' }
  }
};
function validate173(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.name === undefined && (missing0 = 'name')) ||
        (data.uri === undefined && (missing0 = 'uri'))
      ) {
        validate173.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'name' || key0 === 'uri')) {
            validate173.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== undefined) {
            const _errs2 = errors;
            if (typeof data.name !== 'string') {
              validate173.errors = [
                {
                  instancePath: instancePath + '/name',
                  schemaPath: '#/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.uri !== undefined) {
              const _errs4 = errors;
              if (typeof data.uri !== 'string') {
                validate173.errors = [
                  {
                    instancePath: instancePath + '/uri',
                    schemaPath: '#/properties/uri/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate173.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate173.errors = vErrors;
  return errors === 0;
}
function validate177(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.doing === undefined && (missing0 = 'doing')) ||
        (data.message === undefined && (missing0 = 'message')) ||
        (data.detail === undefined && (missing0 = 'detail')) ||
        (data.missing === undefined && (missing0 = 'missing')) ||
        (data.logdirs === undefined && (missing0 = 'logdirs')) ||
        (data.withoutEvents === undefined && (missing0 = 'withoutEvents')) ||
        (data.eventsAt === undefined && (missing0 = 'eventsAt')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt'))
      ) {
        validate177.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema74.properties, key0)) {
            validate177.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (typeof data.id !== 'string') {
              validate177.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(data1 === 'starting' || data1 === 'running' || data1 === 'failed')) {
                validate177.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema74.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.doing !== undefined) {
                const _errs5 = errors;
                if (typeof data.doing !== 'string') {
                  validate177.errors = [
                    {
                      instancePath: instancePath + '/doing',
                      schemaPath: '#/properties/doing/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.message !== undefined) {
                  const _errs7 = errors;
                  if (typeof data.message !== 'string') {
                    validate177.errors = [
                      {
                        instancePath: instancePath + '/message',
                        schemaPath: '#/properties/message/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.detail !== undefined) {
                    const _errs9 = errors;
                    if (typeof data.detail !== 'string') {
                      validate177.errors = [
                        {
                          instancePath: instancePath + '/detail',
                          schemaPath: '#/properties/detail/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.missing !== undefined) {
                      const _errs11 = errors;
                      if (typeof data.missing !== 'boolean') {
                        validate177.errors = [
                          {
                            instancePath: instancePath + '/missing',
                            schemaPath: '#/properties/missing/type',
                            keyword: 'type',
                            params: { type: 'boolean' },
                            message: 'must be boolean'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.logdirs !== undefined) {
                        let data6 = data.logdirs;
                        const _errs13 = errors;
                        if (errors === _errs13) {
                          if (Array.isArray(data6)) {
                            var valid1 = true;
                            const len0 = data6.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              const _errs15 = errors;
                              if (
                                !validate173(data6[i0], {
                                  instancePath: instancePath + '/logdirs/' + i0,
                                  parentData: data6,
                                  parentDataProperty: i0,
                                  rootData
                                })
                              ) {
                                vErrors =
                                  vErrors === null
                                    ? validate173.errors
                                    : vErrors.concat(validate173.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs15 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          } else {
                            validate177.errors = [
                              {
                                instancePath: instancePath + '/logdirs',
                                schemaPath: '#/properties/logdirs/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array'
                              }
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.withoutEvents !== undefined) {
                          let data8 = data.withoutEvents;
                          const _errs16 = errors;
                          if (errors === _errs16) {
                            if (Array.isArray(data8)) {
                              var valid2 = true;
                              const len1 = data8.length;
                              for (let i1 = 0; i1 < len1; i1++) {
                                const _errs18 = errors;
                                if (typeof data8[i1] !== 'string') {
                                  validate177.errors = [
                                    {
                                      instancePath: instancePath + '/withoutEvents/' + i1,
                                      schemaPath: '#/properties/withoutEvents/items/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string'
                                    }
                                  ];
                                  return false;
                                }
                                var valid2 = _errs18 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            } else {
                              validate177.errors = [
                                {
                                  instancePath: instancePath + '/withoutEvents',
                                  schemaPath: '#/properties/withoutEvents/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array'
                                }
                              ];
                              return false;
                            }
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.eventsAt !== undefined) {
                            let data10 = data.eventsAt;
                            const _errs20 = errors;
                            if (!(typeof data10 == 'number') && data10 !== null) {
                              validate177.errors = [
                                {
                                  instancePath: instancePath + '/eventsAt',
                                  schemaPath: '#/properties/eventsAt/type',
                                  keyword: 'type',
                                  params: { type: schema74.properties.eventsAt.type },
                                  message: 'must be number,null'
                                }
                              ];
                              return false;
                            }
                            var valid0 = _errs20 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.startedAt !== undefined) {
                              const _errs22 = errors;
                              if (!(typeof data.startedAt == 'number')) {
                                validate177.errors = [
                                  {
                                    instancePath: instancePath + '/startedAt',
                                    schemaPath: '#/properties/startedAt/type',
                                    keyword: 'type',
                                    params: { type: 'number' },
                                    message: 'must be number'
                                  }
                                ];
                                return false;
                              }
                              var valid0 = _errs22 === errors;
                            } else {
                              var valid0 = true;
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate177.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate177.errors = vErrors;
  return errors === 0;
}
function validate259(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.boards === undefined && (missing0 = 'boards'))
      ) {
        validate259.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'protocol' || key0 === 'boards')) {
            validate259.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate259.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.boards !== undefined) {
              let data1 = data.boards;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs6 = errors;
                    if (
                      !validate177(data1[i0], {
                        instancePath: instancePath + '/boards/' + i0,
                        parentData: data1,
                        parentDataProperty: i0,
                        rootData
                      })
                    ) {
                      vErrors =
                        vErrors === null ? validate177.errors : vErrors.concat(validate177.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate259.errors = [
                    {
                      instancePath: instancePath + '/boards',
                      schemaPath: '#/properties/boards/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate259.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate259.errors = vErrors;
  return errors === 0;
}
export const isRunsState = validate261;
const schema83 = {
  description:
    "Server to browser: how the server's connection to an orchestrator is, and the pipelines there.",
  type: 'object',
  additionalProperties: false,
  required: [
    'protocol',
    'state',
    'message',
    'url',
    'user',
    'version',
    'values',
    'actions',
    'pipelines',
    'importErrors',
    'warnings'
  ],
  properties: {
    protocol: { type: 'integer' },
    state: {
      description: 'off: somebody has to connect; away: the orchestrator does not answer just now.',
      enum: ['off', 'away', 'connected']
    },
    message: { description: 'What is wrong, in a sentence; else empty.', type: 'string' },
    url: {
      description: "The orchestrator's address, or the configured one; empty where there is none.",
      type: 'string'
    },
    user: { description: 'Who is connected; empty with a token.', type: 'string' },
    version: {
      description: 'Of the orchestrator, such as 3.3.2; empty where it is not known.',
      type: 'string'
    },
    values: {
      description: 'What the form to connect begins with, by field; never a secret.',
      type: 'object',
      additionalProperties: { type: 'string' }
    },
    actions: {
      description: 'What can be done there.',
      type: 'array',
      items: { enum: ['trigger', 'pause', 'stop', 'clear', 'log', 'artifacts', 'deploy'] }
    },
    pipelines: { type: 'array', items: { $ref: '#/definitions/RunsPipeline' } },
    importErrors: { type: 'array', items: { $ref: '#/definitions/RunsImportError' } },
    warnings: {
      description: 'What keeps runs from going on, as sentences.',
      type: 'array',
      items: { type: 'string' }
    }
  }
};
const schema84 = {
  description: 'A pipeline on an orchestrator; in Airflow a DAG with the tag tfx.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'description', 'paused', 'file', 'broken', 'url'],
  properties: {
    id: { type: 'string' },
    description: { type: 'string' },
    paused: { description: 'Nothing of it runs.', type: 'boolean' },
    file: {
      description:
        'Path of its file, where the orchestrator reads one: in Airflow in the DAGs folder.',
      type: 'string'
    },
    broken: { description: 'The orchestrator cannot read its file as it is now.', type: 'boolean' },
    url: {
      description: "Its page of the orchestrator's own; empty where there is none.",
      type: 'string'
    }
  }
};
function validate198(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.description === undefined && (missing0 = 'description')) ||
        (data.paused === undefined && (missing0 = 'paused')) ||
        (data.file === undefined && (missing0 = 'file')) ||
        (data.broken === undefined && (missing0 = 'broken')) ||
        (data.url === undefined && (missing0 = 'url'))
      ) {
        validate198.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'id' ||
            key0 === 'description' ||
            key0 === 'paused' ||
            key0 === 'file' ||
            key0 === 'broken' ||
            key0 === 'url'
          )) {
            validate198.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (typeof data.id !== 'string') {
              validate198.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.description !== undefined) {
              const _errs4 = errors;
              if (typeof data.description !== 'string') {
                validate198.errors = [
                  {
                    instancePath: instancePath + '/description',
                    schemaPath: '#/properties/description/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.paused !== undefined) {
                const _errs6 = errors;
                if (typeof data.paused !== 'boolean') {
                  validate198.errors = [
                    {
                      instancePath: instancePath + '/paused',
                      schemaPath: '#/properties/paused/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                      message: 'must be boolean'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.file !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.file !== 'string') {
                    validate198.errors = [
                      {
                        instancePath: instancePath + '/file',
                        schemaPath: '#/properties/file/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.broken !== undefined) {
                    const _errs10 = errors;
                    if (typeof data.broken !== 'boolean') {
                      validate198.errors = [
                        {
                          instancePath: instancePath + '/broken',
                          schemaPath: '#/properties/broken/type',
                          keyword: 'type',
                          params: { type: 'boolean' },
                          message: 'must be boolean'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.url !== undefined) {
                      const _errs12 = errors;
                      if (typeof data.url !== 'string') {
                        validate198.errors = [
                          {
                            instancePath: instancePath + '/url',
                            schemaPath: '#/properties/url/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate198.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate198.errors = vErrors;
  return errors === 0;
}
const schema85 = {
  description: 'A file that the orchestrator cannot read.',
  type: 'object',
  additionalProperties: false,
  required: ['file', 'text'],
  properties: {
    file: { type: 'string' },
    text: { description: "The orchestrator's own text: a traceback.", type: 'string' }
  }
};
function validate200(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.file === undefined && (missing0 = 'file')) ||
        (data.text === undefined && (missing0 = 'text'))
      ) {
        validate200.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'file' || key0 === 'text')) {
            validate200.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.file !== undefined) {
            const _errs2 = errors;
            if (typeof data.file !== 'string') {
              validate200.errors = [
                {
                  instancePath: instancePath + '/file',
                  schemaPath: '#/properties/file/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.text !== undefined) {
              const _errs4 = errors;
              if (typeof data.text !== 'string') {
                validate200.errors = [
                  {
                    instancePath: instancePath + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate200.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate200.errors = vErrors;
  return errors === 0;
}
function validate261(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.message === undefined && (missing0 = 'message')) ||
        (data.url === undefined && (missing0 = 'url')) ||
        (data.user === undefined && (missing0 = 'user')) ||
        (data.version === undefined && (missing0 = 'version')) ||
        (data.values === undefined && (missing0 = 'values')) ||
        (data.actions === undefined && (missing0 = 'actions')) ||
        (data.pipelines === undefined && (missing0 = 'pipelines')) ||
        (data.importErrors === undefined && (missing0 = 'importErrors')) ||
        (data.warnings === undefined && (missing0 = 'warnings'))
      ) {
        validate261.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema83.properties, key0)) {
            validate261.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate261.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(data1 === 'off' || data1 === 'away' || data1 === 'connected')) {
                validate261.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema83.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.message !== undefined) {
                const _errs5 = errors;
                if (typeof data.message !== 'string') {
                  validate261.errors = [
                    {
                      instancePath: instancePath + '/message',
                      schemaPath: '#/properties/message/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.url !== undefined) {
                  const _errs7 = errors;
                  if (typeof data.url !== 'string') {
                    validate261.errors = [
                      {
                        instancePath: instancePath + '/url',
                        schemaPath: '#/properties/url/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.user !== undefined) {
                    const _errs9 = errors;
                    if (typeof data.user !== 'string') {
                      validate261.errors = [
                        {
                          instancePath: instancePath + '/user',
                          schemaPath: '#/properties/user/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.version !== undefined) {
                      const _errs11 = errors;
                      if (typeof data.version !== 'string') {
                        validate261.errors = [
                          {
                            instancePath: instancePath + '/version',
                            schemaPath: '#/properties/version/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.values !== undefined) {
                        let data6 = data.values;
                        const _errs13 = errors;
                        if (errors === _errs13) {
                          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
                            for (const key1 in data6) {
                              const _errs16 = errors;
                              if (typeof data6[key1] !== 'string') {
                                validate261.errors = [
                                  {
                                    instancePath:
                                      instancePath +
                                      '/values/' +
                                      key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                                    schemaPath: '#/properties/values/additionalProperties/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string'
                                  }
                                ];
                                return false;
                              }
                              var valid1 = _errs16 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          } else {
                            validate261.errors = [
                              {
                                instancePath: instancePath + '/values',
                                schemaPath: '#/properties/values/type',
                                keyword: 'type',
                                params: { type: 'object' },
                                message: 'must be object'
                              }
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.actions !== undefined) {
                          let data8 = data.actions;
                          const _errs18 = errors;
                          if (errors === _errs18) {
                            if (Array.isArray(data8)) {
                              var valid2 = true;
                              const len0 = data8.length;
                              for (let i0 = 0; i0 < len0; i0++) {
                                let data9 = data8[i0];
                                const _errs20 = errors;
                                if (!(
                                  data9 === 'trigger' ||
                                  data9 === 'pause' ||
                                  data9 === 'stop' ||
                                  data9 === 'clear' ||
                                  data9 === 'log' ||
                                  data9 === 'artifacts' ||
                                  data9 === 'deploy'
                                )) {
                                  validate261.errors = [
                                    {
                                      instancePath: instancePath + '/actions/' + i0,
                                      schemaPath: '#/properties/actions/items/enum',
                                      keyword: 'enum',
                                      params: {
                                        allowedValues: schema83.properties.actions.items.enum
                                      },
                                      message: 'must be equal to one of the allowed values'
                                    }
                                  ];
                                  return false;
                                }
                                var valid2 = _errs20 === errors;
                                if (!valid2) {
                                  break;
                                }
                              }
                            } else {
                              validate261.errors = [
                                {
                                  instancePath: instancePath + '/actions',
                                  schemaPath: '#/properties/actions/type',
                                  keyword: 'type',
                                  params: { type: 'array' },
                                  message: 'must be array'
                                }
                              ];
                              return false;
                            }
                          }
                          var valid0 = _errs18 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.pipelines !== undefined) {
                            let data10 = data.pipelines;
                            const _errs21 = errors;
                            if (errors === _errs21) {
                              if (Array.isArray(data10)) {
                                var valid3 = true;
                                const len1 = data10.length;
                                for (let i1 = 0; i1 < len1; i1++) {
                                  const _errs23 = errors;
                                  if (
                                    !validate198(data10[i1], {
                                      instancePath: instancePath + '/pipelines/' + i1,
                                      parentData: data10,
                                      parentDataProperty: i1,
                                      rootData
                                    })
                                  ) {
                                    vErrors =
                                      vErrors === null
                                        ? validate198.errors
                                        : vErrors.concat(validate198.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid3 = _errs23 === errors;
                                  if (!valid3) {
                                    break;
                                  }
                                }
                              } else {
                                validate261.errors = [
                                  {
                                    instancePath: instancePath + '/pipelines',
                                    schemaPath: '#/properties/pipelines/type',
                                    keyword: 'type',
                                    params: { type: 'array' },
                                    message: 'must be array'
                                  }
                                ];
                                return false;
                              }
                            }
                            var valid0 = _errs21 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.importErrors !== undefined) {
                              let data12 = data.importErrors;
                              const _errs24 = errors;
                              if (errors === _errs24) {
                                if (Array.isArray(data12)) {
                                  var valid4 = true;
                                  const len2 = data12.length;
                                  for (let i2 = 0; i2 < len2; i2++) {
                                    const _errs26 = errors;
                                    if (
                                      !validate200(data12[i2], {
                                        instancePath: instancePath + '/importErrors/' + i2,
                                        parentData: data12,
                                        parentDataProperty: i2,
                                        rootData
                                      })
                                    ) {
                                      vErrors =
                                        vErrors === null
                                          ? validate200.errors
                                          : vErrors.concat(validate200.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid4 = _errs26 === errors;
                                    if (!valid4) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate261.errors = [
                                    {
                                      instancePath: instancePath + '/importErrors',
                                      schemaPath: '#/properties/importErrors/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                      message: 'must be array'
                                    }
                                  ];
                                  return false;
                                }
                              }
                              var valid0 = _errs24 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.warnings !== undefined) {
                                let data14 = data.warnings;
                                const _errs27 = errors;
                                if (errors === _errs27) {
                                  if (Array.isArray(data14)) {
                                    var valid5 = true;
                                    const len3 = data14.length;
                                    for (let i3 = 0; i3 < len3; i3++) {
                                      const _errs29 = errors;
                                      if (typeof data14[i3] !== 'string') {
                                        validate261.errors = [
                                          {
                                            instancePath: instancePath + '/warnings/' + i3,
                                            schemaPath: '#/properties/warnings/items/type',
                                            keyword: 'type',
                                            params: { type: 'string' },
                                            message: 'must be string'
                                          }
                                        ];
                                        return false;
                                      }
                                      var valid5 = _errs29 === errors;
                                      if (!valid5) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate261.errors = [
                                      {
                                        instancePath: instancePath + '/warnings',
                                        schemaPath: '#/properties/warnings/type',
                                        keyword: 'type',
                                        params: { type: 'array' },
                                        message: 'must be array'
                                      }
                                    ];
                                    return false;
                                  }
                                }
                                var valid0 = _errs27 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate261.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate261.errors = vErrors;
  return errors === 0;
}
export const isRunsWatch = validate264;
const schema86 = {
  description: 'Server to browser: a pipeline, its last runs, and the tasks of one of them.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'pipeline', 'parameters', 'runs', 'run', 'tasks', 'warnings'],
  properties: {
    protocol: { type: 'integer' },
    pipeline: { $ref: '#/definitions/RunsPipeline' },
    parameters: { type: 'array', items: { $ref: '#/definitions/RunsParameter' } },
    runs: {
      description: 'The newest first.',
      type: 'array',
      items: { $ref: '#/definitions/PipelineRun' }
    },
    run: { description: 'Id of the run that the tasks are of.', type: ['string', 'null'] },
    tasks: { type: 'array', items: { $ref: '#/definitions/PipelineTask' } },
    warnings: { type: 'array', items: { type: 'string' } }
  }
};
const schema87 = {
  description: 'A runtime parameter of a pipeline.',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'kind', 'value'],
  properties: {
    name: { type: 'string' },
    kind: { enum: ['string', 'integer', 'number'] },
    value: { description: 'The default, as text; null for none.', type: ['string', 'null'] }
  }
};
function validate205(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.name === undefined && (missing0 = 'name')) ||
        (data.kind === undefined && (missing0 = 'kind')) ||
        (data.value === undefined && (missing0 = 'value'))
      ) {
        validate205.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'name' || key0 === 'kind' || key0 === 'value')) {
            validate205.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== undefined) {
            const _errs2 = errors;
            if (typeof data.name !== 'string') {
              validate205.errors = [
                {
                  instancePath: instancePath + '/name',
                  schemaPath: '#/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.kind !== undefined) {
              let data1 = data.kind;
              const _errs4 = errors;
              if (!(data1 === 'string' || data1 === 'integer' || data1 === 'number')) {
                validate205.errors = [
                  {
                    instancePath: instancePath + '/kind',
                    schemaPath: '#/properties/kind/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema87.properties.kind.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.value !== undefined) {
                let data2 = data.value;
                const _errs5 = errors;
                if (typeof data2 !== 'string' && data2 !== null) {
                  validate205.errors = [
                    {
                      instancePath: instancePath + '/value',
                      schemaPath: '#/properties/value/type',
                      keyword: 'type',
                      params: { type: schema87.properties.value.type },
                      message: 'must be string,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate205.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate205.errors = vErrors;
  return errors === 0;
}
const schema88 = {
  description: 'A run of a pipeline on an orchestrator.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'state', 'message', 'queuedAt', 'startedAt', 'endedAt', 'parameters', 'url'],
  properties: {
    id: { type: 'string' },
    state: { enum: ['queued', 'running', 'success', 'failed', 'stopped'] },
    message: {
      description: 'Why it failed, where the orchestrator says so here; else empty.',
      type: 'string'
    },
    queuedAt: { type: ['number', 'null'] },
    startedAt: { type: ['number', 'null'] },
    endedAt: { type: ['number', 'null'] },
    parameters: { description: 'What it was triggered with, as a JSON object.', type: 'string' },
    url: {
      description: "Its page of the orchestrator's own; empty where there is none.",
      type: 'string'
    }
  }
};
function validate207(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.message === undefined && (missing0 = 'message')) ||
        (data.queuedAt === undefined && (missing0 = 'queuedAt')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt')) ||
        (data.endedAt === undefined && (missing0 = 'endedAt')) ||
        (data.parameters === undefined && (missing0 = 'parameters')) ||
        (data.url === undefined && (missing0 = 'url'))
      ) {
        validate207.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'id' ||
            key0 === 'state' ||
            key0 === 'message' ||
            key0 === 'queuedAt' ||
            key0 === 'startedAt' ||
            key0 === 'endedAt' ||
            key0 === 'parameters' ||
            key0 === 'url'
          )) {
            validate207.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (typeof data.id !== 'string') {
              validate207.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(
                data1 === 'queued' ||
                data1 === 'running' ||
                data1 === 'success' ||
                data1 === 'failed' ||
                data1 === 'stopped'
              )) {
                validate207.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema88.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.message !== undefined) {
                const _errs5 = errors;
                if (typeof data.message !== 'string') {
                  validate207.errors = [
                    {
                      instancePath: instancePath + '/message',
                      schemaPath: '#/properties/message/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.queuedAt !== undefined) {
                  let data3 = data.queuedAt;
                  const _errs7 = errors;
                  if (!(typeof data3 == 'number') && data3 !== null) {
                    validate207.errors = [
                      {
                        instancePath: instancePath + '/queuedAt',
                        schemaPath: '#/properties/queuedAt/type',
                        keyword: 'type',
                        params: { type: schema88.properties.queuedAt.type },
                        message: 'must be number,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.startedAt !== undefined) {
                    let data4 = data.startedAt;
                    const _errs9 = errors;
                    if (!(typeof data4 == 'number') && data4 !== null) {
                      validate207.errors = [
                        {
                          instancePath: instancePath + '/startedAt',
                          schemaPath: '#/properties/startedAt/type',
                          keyword: 'type',
                          params: { type: schema88.properties.startedAt.type },
                          message: 'must be number,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.endedAt !== undefined) {
                      let data5 = data.endedAt;
                      const _errs11 = errors;
                      if (!(typeof data5 == 'number') && data5 !== null) {
                        validate207.errors = [
                          {
                            instancePath: instancePath + '/endedAt',
                            schemaPath: '#/properties/endedAt/type',
                            keyword: 'type',
                            params: { type: schema88.properties.endedAt.type },
                            message: 'must be number,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.parameters !== undefined) {
                        const _errs13 = errors;
                        if (typeof data.parameters !== 'string') {
                          validate207.errors = [
                            {
                              instancePath: instancePath + '/parameters',
                              schemaPath: '#/properties/parameters/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.url !== undefined) {
                          const _errs15 = errors;
                          if (typeof data.url !== 'string') {
                            validate207.errors = [
                              {
                                instancePath: instancePath + '/url',
                                schemaPath: '#/properties/url/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid0 = _errs15 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate207.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate207.errors = vErrors;
  return errors === 0;
}
const schema89 = {
  description:
    "A node in a run; its id is the node's, in Airflow with _ for what that does not take.",
  type: 'object',
  additionalProperties: false,
  required: ['id', 'state', 'message', 'tries', 'maxTries', 'startedAt', 'endedAt', 'url'],
  properties: {
    id: { type: 'string' },
    state: {
      description: 'none: it waits for others; retry: it has failed and will be tried again.',
      enum: [
        'none',
        'queued',
        'running',
        'retry',
        'success',
        'cached',
        'failed',
        'upstream-failed',
        'skipped',
        'stopped',
        'removed'
      ]
    },
    message: {
      description: 'Why it failed, where the orchestrator says so here; else empty.',
      type: 'string'
    },
    tries: { description: 'Tries so far, the running one included.', type: 'integer' },
    maxTries: { type: 'integer' },
    startedAt: { type: ['number', 'null'] },
    endedAt: { type: ['number', 'null'] },
    url: {
      description: "Its page of the orchestrator's own; empty where there is none.",
      type: 'string'
    }
  }
};
function validate209(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.message === undefined && (missing0 = 'message')) ||
        (data.tries === undefined && (missing0 = 'tries')) ||
        (data.maxTries === undefined && (missing0 = 'maxTries')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt')) ||
        (data.endedAt === undefined && (missing0 = 'endedAt')) ||
        (data.url === undefined && (missing0 = 'url'))
      ) {
        validate209.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'id' ||
            key0 === 'state' ||
            key0 === 'message' ||
            key0 === 'tries' ||
            key0 === 'maxTries' ||
            key0 === 'startedAt' ||
            key0 === 'endedAt' ||
            key0 === 'url'
          )) {
            validate209.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (typeof data.id !== 'string') {
              validate209.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(
                data1 === 'none' ||
                data1 === 'queued' ||
                data1 === 'running' ||
                data1 === 'retry' ||
                data1 === 'success' ||
                data1 === 'cached' ||
                data1 === 'failed' ||
                data1 === 'upstream-failed' ||
                data1 === 'skipped' ||
                data1 === 'stopped' ||
                data1 === 'removed'
              )) {
                validate209.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema89.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.message !== undefined) {
                const _errs5 = errors;
                if (typeof data.message !== 'string') {
                  validate209.errors = [
                    {
                      instancePath: instancePath + '/message',
                      schemaPath: '#/properties/message/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.tries !== undefined) {
                  let data3 = data.tries;
                  const _errs7 = errors;
                  if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3))) {
                    validate209.errors = [
                      {
                        instancePath: instancePath + '/tries',
                        schemaPath: '#/properties/tries/type',
                        keyword: 'type',
                        params: { type: 'integer' },
                        message: 'must be integer'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.maxTries !== undefined) {
                    let data4 = data.maxTries;
                    const _errs9 = errors;
                    if (!(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4))) {
                      validate209.errors = [
                        {
                          instancePath: instancePath + '/maxTries',
                          schemaPath: '#/properties/maxTries/type',
                          keyword: 'type',
                          params: { type: 'integer' },
                          message: 'must be integer'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.startedAt !== undefined) {
                      let data5 = data.startedAt;
                      const _errs11 = errors;
                      if (!(typeof data5 == 'number') && data5 !== null) {
                        validate209.errors = [
                          {
                            instancePath: instancePath + '/startedAt',
                            schemaPath: '#/properties/startedAt/type',
                            keyword: 'type',
                            params: { type: schema89.properties.startedAt.type },
                            message: 'must be number,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.endedAt !== undefined) {
                        let data6 = data.endedAt;
                        const _errs13 = errors;
                        if (!(typeof data6 == 'number') && data6 !== null) {
                          validate209.errors = [
                            {
                              instancePath: instancePath + '/endedAt',
                              schemaPath: '#/properties/endedAt/type',
                              keyword: 'type',
                              params: { type: schema89.properties.endedAt.type },
                              message: 'must be number,null'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.url !== undefined) {
                          const _errs15 = errors;
                          if (typeof data.url !== 'string') {
                            validate209.errors = [
                              {
                                instancePath: instancePath + '/url',
                                schemaPath: '#/properties/url/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid0 = _errs15 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate209.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate209.errors = vErrors;
  return errors === 0;
}
function validate264(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.pipeline === undefined && (missing0 = 'pipeline')) ||
        (data.parameters === undefined && (missing0 = 'parameters')) ||
        (data.runs === undefined && (missing0 = 'runs')) ||
        (data.run === undefined && (missing0 = 'run')) ||
        (data.tasks === undefined && (missing0 = 'tasks')) ||
        (data.warnings === undefined && (missing0 = 'warnings'))
      ) {
        validate264.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'protocol' ||
            key0 === 'pipeline' ||
            key0 === 'parameters' ||
            key0 === 'runs' ||
            key0 === 'run' ||
            key0 === 'tasks' ||
            key0 === 'warnings'
          )) {
            validate264.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate264.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.pipeline !== undefined) {
              const _errs4 = errors;
              if (
                !validate198(data.pipeline, {
                  instancePath: instancePath + '/pipeline',
                  parentData: data,
                  parentDataProperty: 'pipeline',
                  rootData
                })
              ) {
                vErrors =
                  vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.parameters !== undefined) {
                let data2 = data.parameters;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (Array.isArray(data2)) {
                    var valid1 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs7 = errors;
                      if (
                        !validate205(data2[i0], {
                          instancePath: instancePath + '/parameters/' + i0,
                          parentData: data2,
                          parentDataProperty: i0,
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null
                            ? validate205.errors
                            : vErrors.concat(validate205.errors);
                        errors = vErrors.length;
                      }
                      var valid1 = _errs7 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  } else {
                    validate264.errors = [
                      {
                        instancePath: instancePath + '/parameters',
                        schemaPath: '#/properties/parameters/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.runs !== undefined) {
                  let data4 = data.runs;
                  const _errs8 = errors;
                  if (errors === _errs8) {
                    if (Array.isArray(data4)) {
                      var valid2 = true;
                      const len1 = data4.length;
                      for (let i1 = 0; i1 < len1; i1++) {
                        const _errs10 = errors;
                        if (
                          !validate207(data4[i1], {
                            instancePath: instancePath + '/runs/' + i1,
                            parentData: data4,
                            parentDataProperty: i1,
                            rootData
                          })
                        ) {
                          vErrors =
                            vErrors === null
                              ? validate207.errors
                              : vErrors.concat(validate207.errors);
                          errors = vErrors.length;
                        }
                        var valid2 = _errs10 === errors;
                        if (!valid2) {
                          break;
                        }
                      }
                    } else {
                      validate264.errors = [
                        {
                          instancePath: instancePath + '/runs',
                          schemaPath: '#/properties/runs/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array'
                        }
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.run !== undefined) {
                    let data6 = data.run;
                    const _errs11 = errors;
                    if (typeof data6 !== 'string' && data6 !== null) {
                      validate264.errors = [
                        {
                          instancePath: instancePath + '/run',
                          schemaPath: '#/properties/run/type',
                          keyword: 'type',
                          params: { type: schema86.properties.run.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.tasks !== undefined) {
                      let data7 = data.tasks;
                      const _errs13 = errors;
                      if (errors === _errs13) {
                        if (Array.isArray(data7)) {
                          var valid3 = true;
                          const len2 = data7.length;
                          for (let i2 = 0; i2 < len2; i2++) {
                            const _errs15 = errors;
                            if (
                              !validate209(data7[i2], {
                                instancePath: instancePath + '/tasks/' + i2,
                                parentData: data7,
                                parentDataProperty: i2,
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate209.errors
                                  : vErrors.concat(validate209.errors);
                              errors = vErrors.length;
                            }
                            var valid3 = _errs15 === errors;
                            if (!valid3) {
                              break;
                            }
                          }
                        } else {
                          validate264.errors = [
                            {
                              instancePath: instancePath + '/tasks',
                              schemaPath: '#/properties/tasks/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.warnings !== undefined) {
                        let data9 = data.warnings;
                        const _errs16 = errors;
                        if (errors === _errs16) {
                          if (Array.isArray(data9)) {
                            var valid4 = true;
                            const len3 = data9.length;
                            for (let i3 = 0; i3 < len3; i3++) {
                              const _errs18 = errors;
                              if (typeof data9[i3] !== 'string') {
                                validate264.errors = [
                                  {
                                    instancePath: instancePath + '/warnings/' + i3,
                                    schemaPath: '#/properties/warnings/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string'
                                  }
                                ];
                                return false;
                              }
                              var valid4 = _errs18 === errors;
                              if (!valid4) {
                                break;
                              }
                            }
                          } else {
                            validate264.errors = [
                              {
                                instancePath: instancePath + '/warnings',
                                schemaPath: '#/properties/warnings/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array'
                              }
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs16 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate264.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate264.errors = vErrors;
  return errors === 0;
}
export const isRunsLog = validate269;
const schema90 = {
  description: "Server to browser: a part of a task's log.",
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'text', 'next'],
  properties: {
    protocol: { type: 'integer' },
    text: { type: 'string' },
    next: { description: 'The character at which the next part begins.', type: 'integer' }
  }
};
function validate269(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.next === undefined && (missing0 = 'next'))
      ) {
        validate269.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'protocol' || key0 === 'text' || key0 === 'next')) {
            validate269.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate269.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.text !== undefined) {
              const _errs4 = errors;
              if (typeof data.text !== 'string') {
                validate269.errors = [
                  {
                    instancePath: instancePath + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.next !== undefined) {
                let data2 = data.next;
                const _errs6 = errors;
                if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2))) {
                  validate269.errors = [
                    {
                      instancePath: instancePath + '/next',
                      schemaPath: '#/properties/next/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate269.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate269.errors = vErrors;
  return errors === 0;
}
export const isRunsArtifacts = validate270;
const schema91 = {
  description:
    'Server to browser: what a task of a run has made; nothing where it has not succeeded.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'artifacts'],
  properties: {
    protocol: { type: 'integer' },
    artifacts: { type: 'array', items: { $ref: '#/definitions/TaskArtifact' } }
  }
};
const schema92 = {
  description: 'An artifact that a task has made, as its NodeResult tells it.',
  type: 'object',
  additionalProperties: false,
  required: ['key', 'id', 'type', 'uri'],
  properties: {
    key: { description: "The component's name for the output.", type: 'string' },
    id: { description: 'Id in the metadata store.', type: ['integer', 'null'] },
    type: { description: "Its type's name, such as ExampleStatistics.", type: 'string' },
    uri: { type: 'string' }
  }
};
function validate215(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.key === undefined && (missing0 = 'key')) ||
        (data.id === undefined && (missing0 = 'id')) ||
        (data.type === undefined && (missing0 = 'type')) ||
        (data.uri === undefined && (missing0 = 'uri'))
      ) {
        validate215.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'key' || key0 === 'id' || key0 === 'type' || key0 === 'uri')) {
            validate215.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.key !== undefined) {
            const _errs2 = errors;
            if (typeof data.key !== 'string') {
              validate215.errors = [
                {
                  instancePath: instancePath + '/key',
                  schemaPath: '#/properties/key/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.id !== undefined) {
              let data1 = data.id;
              const _errs4 = errors;
              if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1)) && data1 !== null) {
                validate215.errors = [
                  {
                    instancePath: instancePath + '/id',
                    schemaPath: '#/properties/id/type',
                    keyword: 'type',
                    params: { type: schema92.properties.id.type },
                    message: 'must be integer,null'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.type !== undefined) {
                const _errs6 = errors;
                if (typeof data.type !== 'string') {
                  validate215.errors = [
                    {
                      instancePath: instancePath + '/type',
                      schemaPath: '#/properties/type/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.uri !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.uri !== 'string') {
                    validate215.errors = [
                      {
                        instancePath: instancePath + '/uri',
                        schemaPath: '#/properties/uri/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate215.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate215.errors = vErrors;
  return errors === 0;
}
function validate270(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.artifacts === undefined && (missing0 = 'artifacts'))
      ) {
        validate270.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'protocol' || key0 === 'artifacts')) {
            validate270.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate270.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.artifacts !== undefined) {
              let data1 = data.artifacts;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs6 = errors;
                    if (
                      !validate215(data1[i0], {
                        instancePath: instancePath + '/artifacts/' + i0,
                        parentData: data1,
                        parentDataProperty: i0,
                        rootData
                      })
                    ) {
                      vErrors =
                        vErrors === null ? validate215.errors : vErrors.concat(validate215.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate270.errors = [
                    {
                      instancePath: instancePath + '/artifacts',
                      schemaPath: '#/properties/artifacts/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate270.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate270.errors = vErrors;
  return errors === 0;
}
export const isRunsDone = validate272;
const schema96 = {
  description: 'Server to browser: what was asked for was done.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'pipeline', 'run', 'notes', 'changes'],
  properties: {
    protocol: { type: 'integer' },
    pipeline: { type: 'string' },
    notes: {
      description: 'What a person should know of it, as sentences.',
      type: 'array',
      items: { type: 'string' }
    },
    changes: {
      description: 'What of a compiled pipeline is other than at the last time: a unified diff.',
      type: 'string'
    },
    run: { description: 'The run that it was done to, or that began.', type: ['string', 'null'] }
  }
};
function validate272(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.pipeline === undefined && (missing0 = 'pipeline')) ||
        (data.run === undefined && (missing0 = 'run')) ||
        (data.notes === undefined && (missing0 = 'notes')) ||
        (data.changes === undefined && (missing0 = 'changes'))
      ) {
        validate272.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'protocol' ||
            key0 === 'pipeline' ||
            key0 === 'notes' ||
            key0 === 'changes' ||
            key0 === 'run'
          )) {
            validate272.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate272.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.pipeline !== undefined) {
              const _errs4 = errors;
              if (typeof data.pipeline !== 'string') {
                validate272.errors = [
                  {
                    instancePath: instancePath + '/pipeline',
                    schemaPath: '#/properties/pipeline/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.notes !== undefined) {
                let data2 = data.notes;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (Array.isArray(data2)) {
                    var valid1 = true;
                    const len0 = data2.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      const _errs8 = errors;
                      if (typeof data2[i0] !== 'string') {
                        validate272.errors = [
                          {
                            instancePath: instancePath + '/notes/' + i0,
                            schemaPath: '#/properties/notes/items/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string'
                          }
                        ];
                        return false;
                      }
                      var valid1 = _errs8 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  } else {
                    validate272.errors = [
                      {
                        instancePath: instancePath + '/notes',
                        schemaPath: '#/properties/notes/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.changes !== undefined) {
                  const _errs10 = errors;
                  if (typeof data.changes !== 'string') {
                    validate272.errors = [
                      {
                        instancePath: instancePath + '/changes',
                        schemaPath: '#/properties/changes/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.run !== undefined) {
                    let data5 = data.run;
                    const _errs12 = errors;
                    if (typeof data5 !== 'string' && data5 !== null) {
                      validate272.errors = [
                        {
                          instancePath: instancePath + '/run',
                          schemaPath: '#/properties/run/type',
                          keyword: 'type',
                          params: { type: schema96.properties.run.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate272.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate272.errors = vErrors;
  return errors === 0;
}
export const isExportReply = validate273;
const schema77 = {
  description: 'What an export writes, or has written.',
  type: 'object',
  additionalProperties: false,
  required: [
    'protocol',
    'folder',
    'absoluteFolder',
    'base',
    'refused',
    'targets',
    'contexts',
    'name',
    'root',
    'arguments',
    'beam',
    'names',
    'files',
    'problems',
    'written'
  ],
  properties: {
    protocol: { type: 'integer' },
    folder: { description: "Folder of the files, below the server's root.", type: 'string' },
    absoluteFolder: { type: 'string' },
    base: { description: "The notebook's folder, absolute.", type: 'string' },
    refused: {
      description: 'Why there is nothing to export, in a sentence; else null.',
      type: ['string', 'null']
    },
    targets: {
      description: 'All that there are.',
      type: 'array',
      items: { $ref: '#/definitions/ExportTarget' }
    },
    contexts: {
      description: "Variables of the notebook's contexts.",
      type: 'array',
      items: { type: 'string' }
    },
    name: { description: 'Name of the pipeline.', type: 'string' },
    root: {
      description:
        'Its root as the notebook has it, or its Python text where the source does not tell.',
      type: 'string'
    },
    arguments: { type: 'array', items: { $ref: '#/definitions/ExportArgument' } },
    beam: { $ref: '#/definitions/ExportBeam' },
    names: {
      description: 'Names whose values the kernel may tell.',
      type: 'array',
      items: { type: 'string' }
    },
    files: { type: 'array', items: { $ref: '#/definitions/ExportFile' } },
    problems: { type: 'array', items: { $ref: '#/definitions/ExportProblem' } },
    written: {
      description: 'Paths that were written; files that were as they should be are not.',
      type: 'array',
      items: { type: 'string' }
    }
  }
};
const schema78 = {
  description: 'An orchestrator that a pipeline can be exported for.',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'title'],
  properties: { name: { type: 'string' }, title: { type: 'string' } }
};
function validate186(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.name === undefined && (missing0 = 'name')) ||
        (data.title === undefined && (missing0 = 'title'))
      ) {
        validate186.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'name' || key0 === 'title')) {
            validate186.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== undefined) {
            const _errs2 = errors;
            if (typeof data.name !== 'string') {
              validate186.errors = [
                {
                  instancePath: instancePath + '/name',
                  schemaPath: '#/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.title !== undefined) {
              const _errs4 = errors;
              if (typeof data.title !== 'string') {
                validate186.errors = [
                  {
                    instancePath: instancePath + '/title',
                    schemaPath: '#/properties/title/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate186.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate186.errors = vErrors;
  return errors === 0;
}
const schema79 = {
  description: 'An argument of a component that may become a runtime parameter.',
  type: 'object',
  additionalProperties: false,
  required: ['argument', 'text', 'chosen'],
  properties: {
    argument: { description: '`component.argument`.', type: 'string' },
    text: { description: 'Its Python text.', type: 'string' },
    chosen: { type: 'boolean' }
  }
};
function validate188(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.argument === undefined && (missing0 = 'argument')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.chosen === undefined && (missing0 = 'chosen'))
      ) {
        validate188.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'argument' || key0 === 'text' || key0 === 'chosen')) {
            validate188.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.argument !== undefined) {
            const _errs2 = errors;
            if (typeof data.argument !== 'string') {
              validate188.errors = [
                {
                  instancePath: instancePath + '/argument',
                  schemaPath: '#/properties/argument/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.text !== undefined) {
              const _errs4 = errors;
              if (typeof data.text !== 'string') {
                validate188.errors = [
                  {
                    instancePath: instancePath + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.chosen !== undefined) {
                const _errs6 = errors;
                if (typeof data.chosen !== 'boolean') {
                  validate188.errors = [
                    {
                      instancePath: instancePath + '/chosen',
                      schemaPath: '#/properties/chosen/type',
                      keyword: 'type',
                      params: { type: 'boolean' },
                      message: 'must be boolean'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate188.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate188.errors = vErrors;
  return errors === 0;
}
const schema80 = {
  description: 'The Beam arguments of an exported pipeline.',
  type: 'object',
  additionalProperties: false,
  required: ['chosen', 'arguments', 'components'],
  properties: {
    chosen: { description: 'The notebook has BeamChoices, taken over or not.', type: 'boolean' },
    arguments: {
      description: 'Of all components; one Python text where the notebook computes them.',
      type: 'array',
      items: { type: 'string' }
    },
    components: {
      description: 'More of single components.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'arguments'],
        properties: {
          id: { type: 'string' },
          arguments: { type: 'array', items: { type: 'string' } }
        }
      }
    }
  }
};
function validate190(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.chosen === undefined && (missing0 = 'chosen')) ||
        (data.arguments === undefined && (missing0 = 'arguments')) ||
        (data.components === undefined && (missing0 = 'components'))
      ) {
        validate190.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'chosen' || key0 === 'arguments' || key0 === 'components')) {
            validate190.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.chosen !== undefined) {
            const _errs2 = errors;
            if (typeof data.chosen !== 'boolean') {
              validate190.errors = [
                {
                  instancePath: instancePath + '/chosen',
                  schemaPath: '#/properties/chosen/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                  message: 'must be boolean'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.arguments !== undefined) {
              let data1 = data.arguments;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs6 = errors;
                    if (typeof data1[i0] !== 'string') {
                      validate190.errors = [
                        {
                          instancePath: instancePath + '/arguments/' + i0,
                          schemaPath: '#/properties/arguments/items/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate190.errors = [
                    {
                      instancePath: instancePath + '/arguments',
                      schemaPath: '#/properties/arguments/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.components !== undefined) {
                let data3 = data.components;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (Array.isArray(data3)) {
                    var valid2 = true;
                    const len1 = data3.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data4 = data3[i1];
                      const _errs10 = errors;
                      if (errors === _errs10) {
                        if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
                          let missing1;
                          if (
                            (data4.id === undefined && (missing1 = 'id')) ||
                            (data4.arguments === undefined && (missing1 = 'arguments'))
                          ) {
                            validate190.errors = [
                              {
                                instancePath: instancePath + '/components/' + i1,
                                schemaPath: '#/properties/components/items/required',
                                keyword: 'required',
                                params: { missingProperty: missing1 },
                                message: "must have required property '" + missing1 + "'"
                              }
                            ];
                            return false;
                          } else {
                            const _errs12 = errors;
                            for (const key1 in data4) {
                              if (!(key1 === 'id' || key1 === 'arguments')) {
                                validate190.errors = [
                                  {
                                    instancePath: instancePath + '/components/' + i1,
                                    schemaPath:
                                      '#/properties/components/items/additionalProperties',
                                    keyword: 'additionalProperties',
                                    params: { additionalProperty: key1 },
                                    message: 'must NOT have additional properties'
                                  }
                                ];
                                return false;
                                break;
                              }
                            }
                            if (_errs12 === errors) {
                              if (data4.id !== undefined) {
                                const _errs13 = errors;
                                if (typeof data4.id !== 'string') {
                                  validate190.errors = [
                                    {
                                      instancePath: instancePath + '/components/' + i1 + '/id',
                                      schemaPath:
                                        '#/properties/components/items/properties/id/type',
                                      keyword: 'type',
                                      params: { type: 'string' },
                                      message: 'must be string'
                                    }
                                  ];
                                  return false;
                                }
                                var valid3 = _errs13 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data4.arguments !== undefined) {
                                  let data6 = data4.arguments;
                                  const _errs15 = errors;
                                  if (errors === _errs15) {
                                    if (Array.isArray(data6)) {
                                      var valid4 = true;
                                      const len2 = data6.length;
                                      for (let i2 = 0; i2 < len2; i2++) {
                                        const _errs17 = errors;
                                        if (typeof data6[i2] !== 'string') {
                                          validate190.errors = [
                                            {
                                              instancePath:
                                                instancePath +
                                                '/components/' +
                                                i1 +
                                                '/arguments/' +
                                                i2,
                                              schemaPath:
                                                '#/properties/components/items/properties/arguments/items/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                              message: 'must be string'
                                            }
                                          ];
                                          return false;
                                        }
                                        var valid4 = _errs17 === errors;
                                        if (!valid4) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate190.errors = [
                                        {
                                          instancePath:
                                            instancePath + '/components/' + i1 + '/arguments',
                                          schemaPath:
                                            '#/properties/components/items/properties/arguments/type',
                                          keyword: 'type',
                                          params: { type: 'array' },
                                          message: 'must be array'
                                        }
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid3 = _errs15 === errors;
                                } else {
                                  var valid3 = true;
                                }
                              }
                            }
                          }
                        } else {
                          validate190.errors = [
                            {
                              instancePath: instancePath + '/components/' + i1,
                              schemaPath: '#/properties/components/items/type',
                              keyword: 'type',
                              params: { type: 'object' },
                              message: 'must be object'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid2 = _errs10 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  } else {
                    validate190.errors = [
                      {
                        instancePath: instancePath + '/components',
                        schemaPath: '#/properties/components/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate190.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate190.errors = vErrors;
  return errors === 0;
}
const schema81 = {
  description: 'A file of an export.',
  type: 'object',
  additionalProperties: false,
  required: ['path', 'text', 'before'],
  properties: {
    path: { description: 'Below the folder.', type: 'string' },
    text: { type: 'string' },
    before: {
      description: 'What the file holds now; null where there is none.',
      type: ['string', 'null']
    }
  }
};
function validate192(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.path === undefined && (missing0 = 'path')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.before === undefined && (missing0 = 'before'))
      ) {
        validate192.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'path' || key0 === 'text' || key0 === 'before')) {
            validate192.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.path !== undefined) {
            const _errs2 = errors;
            if (typeof data.path !== 'string') {
              validate192.errors = [
                {
                  instancePath: instancePath + '/path',
                  schemaPath: '#/properties/path/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.text !== undefined) {
              const _errs4 = errors;
              if (typeof data.text !== 'string') {
                validate192.errors = [
                  {
                    instancePath: instancePath + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.before !== undefined) {
                let data2 = data.before;
                const _errs6 = errors;
                if (typeof data2 !== 'string' && data2 !== null) {
                  validate192.errors = [
                    {
                      instancePath: instancePath + '/before',
                      schemaPath: '#/properties/before/type',
                      keyword: 'type',
                      params: { type: schema81.properties.before.type },
                      message: 'must be string,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate192.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate192.errors = vErrors;
  return errors === 0;
}
const schema82 = {
  description: 'What stands in the way of an export.',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'severity', 'message', 'cellId', 'cell', 'line', 'name', 'offer'],
  properties: {
    code: {
      description:
        '`undefined-name`, `kernel-only`, `magic-name`, `run-result`, `local-path`, `secret`, `defined-twice`, `syntax`, `parameter`, `beam-image`.',
      type: 'string'
    },
    severity: {
      description: 'An error keeps the files from being written.',
      enum: ['error', 'warning']
    },
    message: { type: 'string' },
    cellId: { type: ['string', 'null'] },
    cell: { description: 'Number of the cell in the notebook, from 1.', type: ['integer', 'null'] },
    line: { type: ['integer', 'null'] },
    name: { description: 'The name that it is about.', type: ['string', 'null'] },
    offer: {
      description: "Python text of the kernel's value, offered as a constant.",
      type: ['string', 'null']
    }
  }
};
function validate194(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.code === undefined && (missing0 = 'code')) ||
        (data.severity === undefined && (missing0 = 'severity')) ||
        (data.message === undefined && (missing0 = 'message')) ||
        (data.cellId === undefined && (missing0 = 'cellId')) ||
        (data.cell === undefined && (missing0 = 'cell')) ||
        (data.line === undefined && (missing0 = 'line')) ||
        (data.name === undefined && (missing0 = 'name')) ||
        (data.offer === undefined && (missing0 = 'offer'))
      ) {
        validate194.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'code' ||
            key0 === 'severity' ||
            key0 === 'message' ||
            key0 === 'cellId' ||
            key0 === 'cell' ||
            key0 === 'line' ||
            key0 === 'name' ||
            key0 === 'offer'
          )) {
            validate194.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.code !== undefined) {
            const _errs2 = errors;
            if (typeof data.code !== 'string') {
              validate194.errors = [
                {
                  instancePath: instancePath + '/code',
                  schemaPath: '#/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.severity !== undefined) {
              let data1 = data.severity;
              const _errs4 = errors;
              if (!(data1 === 'error' || data1 === 'warning')) {
                validate194.errors = [
                  {
                    instancePath: instancePath + '/severity',
                    schemaPath: '#/properties/severity/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema82.properties.severity.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.message !== undefined) {
                const _errs5 = errors;
                if (typeof data.message !== 'string') {
                  validate194.errors = [
                    {
                      instancePath: instancePath + '/message',
                      schemaPath: '#/properties/message/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.cellId !== undefined) {
                  let data3 = data.cellId;
                  const _errs7 = errors;
                  if (typeof data3 !== 'string' && data3 !== null) {
                    validate194.errors = [
                      {
                        instancePath: instancePath + '/cellId',
                        schemaPath: '#/properties/cellId/type',
                        keyword: 'type',
                        params: { type: schema82.properties.cellId.type },
                        message: 'must be string,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.cell !== undefined) {
                    let data4 = data.cell;
                    const _errs9 = errors;
                    if (
                      !(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4)) &&
                      data4 !== null
                    ) {
                      validate194.errors = [
                        {
                          instancePath: instancePath + '/cell',
                          schemaPath: '#/properties/cell/type',
                          keyword: 'type',
                          params: { type: schema82.properties.cell.type },
                          message: 'must be integer,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.line !== undefined) {
                      let data5 = data.line;
                      const _errs11 = errors;
                      if (
                        !(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5)) &&
                        data5 !== null
                      ) {
                        validate194.errors = [
                          {
                            instancePath: instancePath + '/line',
                            schemaPath: '#/properties/line/type',
                            keyword: 'type',
                            params: { type: schema82.properties.line.type },
                            message: 'must be integer,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.name !== undefined) {
                        let data6 = data.name;
                        const _errs13 = errors;
                        if (typeof data6 !== 'string' && data6 !== null) {
                          validate194.errors = [
                            {
                              instancePath: instancePath + '/name',
                              schemaPath: '#/properties/name/type',
                              keyword: 'type',
                              params: { type: schema82.properties.name.type },
                              message: 'must be string,null'
                            }
                          ];
                          return false;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.offer !== undefined) {
                          let data7 = data.offer;
                          const _errs15 = errors;
                          if (typeof data7 !== 'string' && data7 !== null) {
                            validate194.errors = [
                              {
                                instancePath: instancePath + '/offer',
                                schemaPath: '#/properties/offer/type',
                                keyword: 'type',
                                params: { type: schema82.properties.offer.type },
                                message: 'must be string,null'
                              }
                            ];
                            return false;
                          }
                          var valid0 = _errs15 === errors;
                        } else {
                          var valid0 = true;
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate194.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate194.errors = vErrors;
  return errors === 0;
}
function validate273(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.folder === undefined && (missing0 = 'folder')) ||
        (data.absoluteFolder === undefined && (missing0 = 'absoluteFolder')) ||
        (data.base === undefined && (missing0 = 'base')) ||
        (data.refused === undefined && (missing0 = 'refused')) ||
        (data.targets === undefined && (missing0 = 'targets')) ||
        (data.contexts === undefined && (missing0 = 'contexts')) ||
        (data.name === undefined && (missing0 = 'name')) ||
        (data.root === undefined && (missing0 = 'root')) ||
        (data.arguments === undefined && (missing0 = 'arguments')) ||
        (data.beam === undefined && (missing0 = 'beam')) ||
        (data.names === undefined && (missing0 = 'names')) ||
        (data.files === undefined && (missing0 = 'files')) ||
        (data.problems === undefined && (missing0 = 'problems')) ||
        (data.written === undefined && (missing0 = 'written'))
      ) {
        validate273.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func2.call(schema77.properties, key0)) {
            validate273.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate273.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.folder !== undefined) {
              const _errs4 = errors;
              if (typeof data.folder !== 'string') {
                validate273.errors = [
                  {
                    instancePath: instancePath + '/folder',
                    schemaPath: '#/properties/folder/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.absoluteFolder !== undefined) {
                const _errs6 = errors;
                if (typeof data.absoluteFolder !== 'string') {
                  validate273.errors = [
                    {
                      instancePath: instancePath + '/absoluteFolder',
                      schemaPath: '#/properties/absoluteFolder/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.base !== undefined) {
                  const _errs8 = errors;
                  if (typeof data.base !== 'string') {
                    validate273.errors = [
                      {
                        instancePath: instancePath + '/base',
                        schemaPath: '#/properties/base/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.refused !== undefined) {
                    let data4 = data.refused;
                    const _errs10 = errors;
                    if (typeof data4 !== 'string' && data4 !== null) {
                      validate273.errors = [
                        {
                          instancePath: instancePath + '/refused',
                          schemaPath: '#/properties/refused/type',
                          keyword: 'type',
                          params: { type: schema77.properties.refused.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.targets !== undefined) {
                      let data5 = data.targets;
                      const _errs12 = errors;
                      if (errors === _errs12) {
                        if (Array.isArray(data5)) {
                          var valid1 = true;
                          const len0 = data5.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs14 = errors;
                            if (
                              !validate186(data5[i0], {
                                instancePath: instancePath + '/targets/' + i0,
                                parentData: data5,
                                parentDataProperty: i0,
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate186.errors
                                  : vErrors.concat(validate186.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs14 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate273.errors = [
                            {
                              instancePath: instancePath + '/targets',
                              schemaPath: '#/properties/targets/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.contexts !== undefined) {
                        let data7 = data.contexts;
                        const _errs15 = errors;
                        if (errors === _errs15) {
                          if (Array.isArray(data7)) {
                            var valid2 = true;
                            const len1 = data7.length;
                            for (let i1 = 0; i1 < len1; i1++) {
                              const _errs17 = errors;
                              if (typeof data7[i1] !== 'string') {
                                validate273.errors = [
                                  {
                                    instancePath: instancePath + '/contexts/' + i1,
                                    schemaPath: '#/properties/contexts/items/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string'
                                  }
                                ];
                                return false;
                              }
                              var valid2 = _errs17 === errors;
                              if (!valid2) {
                                break;
                              }
                            }
                          } else {
                            validate273.errors = [
                              {
                                instancePath: instancePath + '/contexts',
                                schemaPath: '#/properties/contexts/type',
                                keyword: 'type',
                                params: { type: 'array' },
                                message: 'must be array'
                              }
                            ];
                            return false;
                          }
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.name !== undefined) {
                          const _errs19 = errors;
                          if (typeof data.name !== 'string') {
                            validate273.errors = [
                              {
                                instancePath: instancePath + '/name',
                                schemaPath: '#/properties/name/type',
                                keyword: 'type',
                                params: { type: 'string' },
                                message: 'must be string'
                              }
                            ];
                            return false;
                          }
                          var valid0 = _errs19 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.root !== undefined) {
                            const _errs21 = errors;
                            if (typeof data.root !== 'string') {
                              validate273.errors = [
                                {
                                  instancePath: instancePath + '/root',
                                  schemaPath: '#/properties/root/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string'
                                }
                              ];
                              return false;
                            }
                            var valid0 = _errs21 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.arguments !== undefined) {
                              let data11 = data.arguments;
                              const _errs23 = errors;
                              if (errors === _errs23) {
                                if (Array.isArray(data11)) {
                                  var valid3 = true;
                                  const len2 = data11.length;
                                  for (let i2 = 0; i2 < len2; i2++) {
                                    const _errs25 = errors;
                                    if (
                                      !validate188(data11[i2], {
                                        instancePath: instancePath + '/arguments/' + i2,
                                        parentData: data11,
                                        parentDataProperty: i2,
                                        rootData
                                      })
                                    ) {
                                      vErrors =
                                        vErrors === null
                                          ? validate188.errors
                                          : vErrors.concat(validate188.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid3 = _errs25 === errors;
                                    if (!valid3) {
                                      break;
                                    }
                                  }
                                } else {
                                  validate273.errors = [
                                    {
                                      instancePath: instancePath + '/arguments',
                                      schemaPath: '#/properties/arguments/type',
                                      keyword: 'type',
                                      params: { type: 'array' },
                                      message: 'must be array'
                                    }
                                  ];
                                  return false;
                                }
                              }
                              var valid0 = _errs23 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.beam !== undefined) {
                                const _errs26 = errors;
                                if (
                                  !validate190(data.beam, {
                                    instancePath: instancePath + '/beam',
                                    parentData: data,
                                    parentDataProperty: 'beam',
                                    rootData
                                  })
                                ) {
                                  vErrors =
                                    vErrors === null
                                      ? validate190.errors
                                      : vErrors.concat(validate190.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs26 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.names !== undefined) {
                                  let data14 = data.names;
                                  const _errs27 = errors;
                                  if (errors === _errs27) {
                                    if (Array.isArray(data14)) {
                                      var valid4 = true;
                                      const len3 = data14.length;
                                      for (let i3 = 0; i3 < len3; i3++) {
                                        const _errs29 = errors;
                                        if (typeof data14[i3] !== 'string') {
                                          validate273.errors = [
                                            {
                                              instancePath: instancePath + '/names/' + i3,
                                              schemaPath: '#/properties/names/items/type',
                                              keyword: 'type',
                                              params: { type: 'string' },
                                              message: 'must be string'
                                            }
                                          ];
                                          return false;
                                        }
                                        var valid4 = _errs29 === errors;
                                        if (!valid4) {
                                          break;
                                        }
                                      }
                                    } else {
                                      validate273.errors = [
                                        {
                                          instancePath: instancePath + '/names',
                                          schemaPath: '#/properties/names/type',
                                          keyword: 'type',
                                          params: { type: 'array' },
                                          message: 'must be array'
                                        }
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs27 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.files !== undefined) {
                                    let data16 = data.files;
                                    const _errs31 = errors;
                                    if (errors === _errs31) {
                                      if (Array.isArray(data16)) {
                                        var valid5 = true;
                                        const len4 = data16.length;
                                        for (let i4 = 0; i4 < len4; i4++) {
                                          const _errs33 = errors;
                                          if (
                                            !validate192(data16[i4], {
                                              instancePath: instancePath + '/files/' + i4,
                                              parentData: data16,
                                              parentDataProperty: i4,
                                              rootData
                                            })
                                          ) {
                                            vErrors =
                                              vErrors === null
                                                ? validate192.errors
                                                : vErrors.concat(validate192.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid5 = _errs33 === errors;
                                          if (!valid5) {
                                            break;
                                          }
                                        }
                                      } else {
                                        validate273.errors = [
                                          {
                                            instancePath: instancePath + '/files',
                                            schemaPath: '#/properties/files/type',
                                            keyword: 'type',
                                            params: { type: 'array' },
                                            message: 'must be array'
                                          }
                                        ];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs31 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.problems !== undefined) {
                                      let data18 = data.problems;
                                      const _errs34 = errors;
                                      if (errors === _errs34) {
                                        if (Array.isArray(data18)) {
                                          var valid6 = true;
                                          const len5 = data18.length;
                                          for (let i5 = 0; i5 < len5; i5++) {
                                            const _errs36 = errors;
                                            if (
                                              !validate194(data18[i5], {
                                                instancePath: instancePath + '/problems/' + i5,
                                                parentData: data18,
                                                parentDataProperty: i5,
                                                rootData
                                              })
                                            ) {
                                              vErrors =
                                                vErrors === null
                                                  ? validate194.errors
                                                  : vErrors.concat(validate194.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid6 = _errs36 === errors;
                                            if (!valid6) {
                                              break;
                                            }
                                          }
                                        } else {
                                          validate273.errors = [
                                            {
                                              instancePath: instancePath + '/problems',
                                              schemaPath: '#/properties/problems/type',
                                              keyword: 'type',
                                              params: { type: 'array' },
                                              message: 'must be array'
                                            }
                                          ];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs34 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.written !== undefined) {
                                        let data20 = data.written;
                                        const _errs37 = errors;
                                        if (errors === _errs37) {
                                          if (Array.isArray(data20)) {
                                            var valid7 = true;
                                            const len6 = data20.length;
                                            for (let i6 = 0; i6 < len6; i6++) {
                                              const _errs39 = errors;
                                              if (typeof data20[i6] !== 'string') {
                                                validate273.errors = [
                                                  {
                                                    instancePath: instancePath + '/written/' + i6,
                                                    schemaPath: '#/properties/written/items/type',
                                                    keyword: 'type',
                                                    params: { type: 'string' },
                                                    message: 'must be string'
                                                  }
                                                ];
                                                return false;
                                              }
                                              var valid7 = _errs39 === errors;
                                              if (!valid7) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate273.errors = [
                                              {
                                                instancePath: instancePath + '/written',
                                                schemaPath: '#/properties/written/type',
                                                keyword: 'type',
                                                params: { type: 'array' },
                                                message: 'must be array'
                                              }
                                            ];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs37 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate273.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate273.errors = vErrors;
  return errors === 0;
}
export const isBeamChoice = validate279;
function validate279(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.runner === undefined && (missing0 = 'runner')) ||
        (data.options === undefined && (missing0 = 'options'))
      ) {
        validate279.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'runner' || key0 === 'options')) {
            validate279.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.runner !== undefined) {
            let data0 = data.runner;
            const _errs2 = errors;
            if (!(
              data0 === 'direct' ||
              data0 === 'prism' ||
              data0 === 'flink' ||
              data0 === 'spark' ||
              data0 === 'dataflow'
            )) {
              validate279.errors = [
                {
                  instancePath: instancePath + '/runner',
                  schemaPath: '#/properties/runner/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema23.properties.runner.enum },
                  message: 'must be equal to one of the allowed values'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.options !== undefined) {
              let data1 = data.options;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                  for (const key1 in data1) {
                    const _errs6 = errors;
                    if (typeof data1[key1] !== 'string') {
                      validate279.errors = [
                        {
                          instancePath:
                            instancePath +
                            '/options/' +
                            key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                          schemaPath: '#/properties/options/additionalProperties/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string'
                        }
                      ];
                      return false;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate279.errors = [
                    {
                      instancePath: instancePath + '/options',
                      schemaPath: '#/properties/options/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate279.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate279.errors = vErrors;
  return errors === 0;
}
export const isBeamChoices = validate280;
const schema22 = {
  description: 'The choices of a notebook.',
  type: 'object',
  additionalProperties: false,
  required: ['notebook', 'components'],
  properties: {
    notebook: {
      description:
        "For every component that has no choice of its own; null: as the notebook's code says.",
      anyOf: [{ $ref: '#/definitions/BeamChoice' }, { type: 'null' }]
    },
    components: {
      description: 'By component id.',
      type: 'object',
      additionalProperties: { $ref: '#/definitions/BeamChoice' }
    }
  }
};
function validate280(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.notebook === undefined && (missing0 = 'notebook')) ||
        (data.components === undefined && (missing0 = 'components'))
      ) {
        validate280.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'notebook' || key0 === 'components')) {
            validate280.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.notebook !== undefined) {
            let data0 = data.notebook;
            const _errs2 = errors;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            if (
              !validate51(data0, {
                instancePath: instancePath + '/notebook',
                parentData: data,
                parentDataProperty: 'notebook',
                rootData
              })
            ) {
              vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const _errs5 = errors;
              if (data0 !== null) {
                const err0 = {
                  instancePath: instancePath + '/notebook',
                  schemaPath: '#/properties/notebook/anyOf/1/type',
                  keyword: 'type',
                  params: { type: 'null' },
                  message: 'must be null'
                };
                if (vErrors === null) {
                  vErrors = [err0];
                } else {
                  vErrors.push(err0);
                }
                errors++;
              }
              var _valid0 = _errs5 === errors;
              valid1 = valid1 || _valid0;
            }
            if (!valid1) {
              const err1 = {
                instancePath: instancePath + '/notebook',
                schemaPath: '#/properties/notebook/anyOf',
                keyword: 'anyOf',
                params: {},
                message: 'must match a schema in anyOf'
              };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
              validate280.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.components !== undefined) {
              let data1 = data.components;
              const _errs7 = errors;
              if (errors === _errs7) {
                if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
                  for (const key1 in data1) {
                    const _errs10 = errors;
                    if (
                      !validate51(data1[key1], {
                        instancePath:
                          instancePath +
                          '/components/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                        parentData: data1,
                        parentDataProperty: key1,
                        rootData
                      })
                    ) {
                      vErrors =
                        vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
                      errors = vErrors.length;
                    }
                    var valid2 = _errs10 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                } else {
                  validate280.errors = [
                    {
                      instancePath: instancePath + '/components',
                      schemaPath: '#/properties/components/type',
                      keyword: 'type',
                      params: { type: 'object' },
                      message: 'must be object'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate280.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate280.errors = vErrors;
  return errors === 0;
}
export const isBackgroundState = validate283;
const schema97 = {
  description: 'Server to browser: the runs of an exported pipeline, and the nodes of one of them.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'runners', 'parameters', 'runs', 'run', 'nodes'],
  properties: {
    protocol: { type: 'integer' },
    runners: {
      description: 'What the pipeline was exported for.',
      type: 'array',
      items: { enum: ['local', 'beam'] }
    },
    parameters: {
      description:
        'Runtime parameters that a run may be given; a default that Python computes is null.',
      type: 'array',
      items: { $ref: '#/definitions/RunsParameter' }
    },
    runs: {
      description: 'The newest first.',
      type: 'array',
      items: { $ref: '#/definitions/BackgroundRun' }
    },
    run: { description: 'Id of the run that the nodes are of.', type: ['string', 'null'] },
    nodes: {
      description: "In the pipeline's order.",
      type: 'array',
      items: { $ref: '#/definitions/BackgroundNode' }
    }
  }
};
const schema98 = {
  description: "A run of an exported pipeline by one of TFX's own runners.",
  type: 'object',
  additionalProperties: false,
  required: ['id', 'runner', 'state', 'startedAt', 'endedAt', 'reason'],
  properties: {
    id: { type: 'string' },
    runner: { enum: ['local', 'beam'] },
    state: {
      description: 'starting: TFX is being imported.',
      enum: ['starting', 'running', 'done', 'failed', 'canceled']
    },
    startedAt: { type: ['number', 'null'] },
    endedAt: { type: ['number', 'null'] },
    reason: { description: 'Why it failed.', type: ['string', 'null'] }
  }
};
function validate229(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.runner === undefined && (missing0 = 'runner')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt')) ||
        (data.endedAt === undefined && (missing0 = 'endedAt')) ||
        (data.reason === undefined && (missing0 = 'reason'))
      ) {
        validate229.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'id' ||
            key0 === 'runner' ||
            key0 === 'state' ||
            key0 === 'startedAt' ||
            key0 === 'endedAt' ||
            key0 === 'reason'
          )) {
            validate229.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (typeof data.id !== 'string') {
              validate229.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.runner !== undefined) {
              let data1 = data.runner;
              const _errs4 = errors;
              if (!(data1 === 'local' || data1 === 'beam')) {
                validate229.errors = [
                  {
                    instancePath: instancePath + '/runner',
                    schemaPath: '#/properties/runner/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema98.properties.runner.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.state !== undefined) {
                let data2 = data.state;
                const _errs5 = errors;
                if (!(
                  data2 === 'starting' ||
                  data2 === 'running' ||
                  data2 === 'done' ||
                  data2 === 'failed' ||
                  data2 === 'canceled'
                )) {
                  validate229.errors = [
                    {
                      instancePath: instancePath + '/state',
                      schemaPath: '#/properties/state/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema98.properties.state.enum },
                      message: 'must be equal to one of the allowed values'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.startedAt !== undefined) {
                  let data3 = data.startedAt;
                  const _errs6 = errors;
                  if (!(typeof data3 == 'number') && data3 !== null) {
                    validate229.errors = [
                      {
                        instancePath: instancePath + '/startedAt',
                        schemaPath: '#/properties/startedAt/type',
                        keyword: 'type',
                        params: { type: schema98.properties.startedAt.type },
                        message: 'must be number,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.endedAt !== undefined) {
                    let data4 = data.endedAt;
                    const _errs8 = errors;
                    if (!(typeof data4 == 'number') && data4 !== null) {
                      validate229.errors = [
                        {
                          instancePath: instancePath + '/endedAt',
                          schemaPath: '#/properties/endedAt/type',
                          keyword: 'type',
                          params: { type: schema98.properties.endedAt.type },
                          message: 'must be number,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs8 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.reason !== undefined) {
                      let data5 = data.reason;
                      const _errs10 = errors;
                      if (typeof data5 !== 'string' && data5 !== null) {
                        validate229.errors = [
                          {
                            instancePath: instancePath + '/reason',
                            schemaPath: '#/properties/reason/type',
                            keyword: 'type',
                            params: { type: schema98.properties.reason.type },
                            message: 'must be string,null'
                          }
                        ];
                        return false;
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate229.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate229.errors = vErrors;
  return errors === 0;
}
const schema99 = {
  description: 'A node of a run in the background.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'state', 'startedAt', 'endedAt', 'reason', 'artifacts'],
  properties: {
    id: { type: 'string' },
    state: {
      description: 'queued: it waits for its turn; waiting: the run ended before that.',
      enum: ['queued', 'running', 'done', 'cached', 'skipped', 'failed', 'canceled', 'waiting']
    },
    startedAt: { type: ['number', 'null'] },
    endedAt: { type: ['number', 'null'] },
    reason: { description: 'Why it failed, was skipped or canceled.', type: ['string', 'null'] },
    artifacts: { type: 'array', items: { $ref: '#/definitions/TaskArtifact' } }
  }
};
function validate231(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.id === undefined && (missing0 = 'id')) ||
        (data.state === undefined && (missing0 = 'state')) ||
        (data.startedAt === undefined && (missing0 = 'startedAt')) ||
        (data.endedAt === undefined && (missing0 = 'endedAt')) ||
        (data.reason === undefined && (missing0 = 'reason')) ||
        (data.artifacts === undefined && (missing0 = 'artifacts'))
      ) {
        validate231.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'id' ||
            key0 === 'state' ||
            key0 === 'startedAt' ||
            key0 === 'endedAt' ||
            key0 === 'reason' ||
            key0 === 'artifacts'
          )) {
            validate231.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.id !== undefined) {
            const _errs2 = errors;
            if (typeof data.id !== 'string') {
              validate231.errors = [
                {
                  instancePath: instancePath + '/id',
                  schemaPath: '#/properties/id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.state !== undefined) {
              let data1 = data.state;
              const _errs4 = errors;
              if (!(
                data1 === 'queued' ||
                data1 === 'running' ||
                data1 === 'done' ||
                data1 === 'cached' ||
                data1 === 'skipped' ||
                data1 === 'failed' ||
                data1 === 'canceled' ||
                data1 === 'waiting'
              )) {
                validate231.errors = [
                  {
                    instancePath: instancePath + '/state',
                    schemaPath: '#/properties/state/enum',
                    keyword: 'enum',
                    params: { allowedValues: schema99.properties.state.enum },
                    message: 'must be equal to one of the allowed values'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.startedAt !== undefined) {
                let data2 = data.startedAt;
                const _errs5 = errors;
                if (!(typeof data2 == 'number') && data2 !== null) {
                  validate231.errors = [
                    {
                      instancePath: instancePath + '/startedAt',
                      schemaPath: '#/properties/startedAt/type',
                      keyword: 'type',
                      params: { type: schema99.properties.startedAt.type },
                      message: 'must be number,null'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.endedAt !== undefined) {
                  let data3 = data.endedAt;
                  const _errs7 = errors;
                  if (!(typeof data3 == 'number') && data3 !== null) {
                    validate231.errors = [
                      {
                        instancePath: instancePath + '/endedAt',
                        schemaPath: '#/properties/endedAt/type',
                        keyword: 'type',
                        params: { type: schema99.properties.endedAt.type },
                        message: 'must be number,null'
                      }
                    ];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.reason !== undefined) {
                    let data4 = data.reason;
                    const _errs9 = errors;
                    if (typeof data4 !== 'string' && data4 !== null) {
                      validate231.errors = [
                        {
                          instancePath: instancePath + '/reason',
                          schemaPath: '#/properties/reason/type',
                          keyword: 'type',
                          params: { type: schema99.properties.reason.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.artifacts !== undefined) {
                      let data5 = data.artifacts;
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (Array.isArray(data5)) {
                          var valid1 = true;
                          const len0 = data5.length;
                          for (let i0 = 0; i0 < len0; i0++) {
                            const _errs13 = errors;
                            if (
                              !validate215(data5[i0], {
                                instancePath: instancePath + '/artifacts/' + i0,
                                parentData: data5,
                                parentDataProperty: i0,
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate215.errors
                                  : vErrors.concat(validate215.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs13 === errors;
                            if (!valid1) {
                              break;
                            }
                          }
                        } else {
                          validate231.errors = [
                            {
                              instancePath: instancePath + '/artifacts',
                              schemaPath: '#/properties/artifacts/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate231.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate231.errors = vErrors;
  return errors === 0;
}
function validate283(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.runners === undefined && (missing0 = 'runners')) ||
        (data.parameters === undefined && (missing0 = 'parameters')) ||
        (data.runs === undefined && (missing0 = 'runs')) ||
        (data.run === undefined && (missing0 = 'run')) ||
        (data.nodes === undefined && (missing0 = 'nodes'))
      ) {
        validate283.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(
            key0 === 'protocol' ||
            key0 === 'runners' ||
            key0 === 'parameters' ||
            key0 === 'runs' ||
            key0 === 'run' ||
            key0 === 'nodes'
          )) {
            validate283.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate283.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.runners !== undefined) {
              let data1 = data.runners;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (Array.isArray(data1)) {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data2 = data1[i0];
                    const _errs6 = errors;
                    if (!(data2 === 'local' || data2 === 'beam')) {
                      validate283.errors = [
                        {
                          instancePath: instancePath + '/runners/' + i0,
                          schemaPath: '#/properties/runners/items/enum',
                          keyword: 'enum',
                          params: { allowedValues: schema97.properties.runners.items.enum },
                          message: 'must be equal to one of the allowed values'
                        }
                      ];
                      return false;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                } else {
                  validate283.errors = [
                    {
                      instancePath: instancePath + '/runners',
                      schemaPath: '#/properties/runners/type',
                      keyword: 'type',
                      params: { type: 'array' },
                      message: 'must be array'
                    }
                  ];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.parameters !== undefined) {
                let data3 = data.parameters;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (Array.isArray(data3)) {
                    var valid2 = true;
                    const len1 = data3.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      const _errs9 = errors;
                      if (
                        !validate205(data3[i1], {
                          instancePath: instancePath + '/parameters/' + i1,
                          parentData: data3,
                          parentDataProperty: i1,
                          rootData
                        })
                      ) {
                        vErrors =
                          vErrors === null
                            ? validate205.errors
                            : vErrors.concat(validate205.errors);
                        errors = vErrors.length;
                      }
                      var valid2 = _errs9 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  } else {
                    validate283.errors = [
                      {
                        instancePath: instancePath + '/parameters',
                        schemaPath: '#/properties/parameters/type',
                        keyword: 'type',
                        params: { type: 'array' },
                        message: 'must be array'
                      }
                    ];
                    return false;
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.runs !== undefined) {
                  let data5 = data.runs;
                  const _errs10 = errors;
                  if (errors === _errs10) {
                    if (Array.isArray(data5)) {
                      var valid3 = true;
                      const len2 = data5.length;
                      for (let i2 = 0; i2 < len2; i2++) {
                        const _errs12 = errors;
                        if (
                          !validate229(data5[i2], {
                            instancePath: instancePath + '/runs/' + i2,
                            parentData: data5,
                            parentDataProperty: i2,
                            rootData
                          })
                        ) {
                          vErrors =
                            vErrors === null
                              ? validate229.errors
                              : vErrors.concat(validate229.errors);
                          errors = vErrors.length;
                        }
                        var valid3 = _errs12 === errors;
                        if (!valid3) {
                          break;
                        }
                      }
                    } else {
                      validate283.errors = [
                        {
                          instancePath: instancePath + '/runs',
                          schemaPath: '#/properties/runs/type',
                          keyword: 'type',
                          params: { type: 'array' },
                          message: 'must be array'
                        }
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.run !== undefined) {
                    let data7 = data.run;
                    const _errs13 = errors;
                    if (typeof data7 !== 'string' && data7 !== null) {
                      validate283.errors = [
                        {
                          instancePath: instancePath + '/run',
                          schemaPath: '#/properties/run/type',
                          keyword: 'type',
                          params: { type: schema97.properties.run.type },
                          message: 'must be string,null'
                        }
                      ];
                      return false;
                    }
                    var valid0 = _errs13 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.nodes !== undefined) {
                      let data8 = data.nodes;
                      const _errs15 = errors;
                      if (errors === _errs15) {
                        if (Array.isArray(data8)) {
                          var valid4 = true;
                          const len3 = data8.length;
                          for (let i3 = 0; i3 < len3; i3++) {
                            const _errs17 = errors;
                            if (
                              !validate231(data8[i3], {
                                instancePath: instancePath + '/nodes/' + i3,
                                parentData: data8,
                                parentDataProperty: i3,
                                rootData
                              })
                            ) {
                              vErrors =
                                vErrors === null
                                  ? validate231.errors
                                  : vErrors.concat(validate231.errors);
                              errors = vErrors.length;
                            }
                            var valid4 = _errs17 === errors;
                            if (!valid4) {
                              break;
                            }
                          }
                        } else {
                          validate283.errors = [
                            {
                              instancePath: instancePath + '/nodes',
                              schemaPath: '#/properties/nodes/type',
                              keyword: 'type',
                              params: { type: 'array' },
                              message: 'must be array'
                            }
                          ];
                          return false;
                        }
                      }
                      var valid0 = _errs15 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate283.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate283.errors = vErrors;
  return errors === 0;
}
export const isBackgroundLog = validate287;
const schema100 = {
  description: 'Server to browser: a part of a log.',
  type: 'object',
  additionalProperties: false,
  required: ['protocol', 'text', 'next'],
  properties: {
    protocol: { type: 'integer' },
    text: { type: 'string' },
    next: { description: 'The byte at which the next part begins.', type: 'integer' }
  }
};
function validate287(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data } = {}
) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.protocol === undefined && (missing0 = 'protocol')) ||
        (data.text === undefined && (missing0 = 'text')) ||
        (data.next === undefined && (missing0 = 'next'))
      ) {
        validate287.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'"
          }
        ];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === 'protocol' || key0 === 'text' || key0 === 'next')) {
            validate287.errors = [
              {
                instancePath,
                schemaPath: '#/additionalProperties',
                keyword: 'additionalProperties',
                params: { additionalProperty: key0 },
                message: 'must NOT have additional properties'
              }
            ];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.protocol !== undefined) {
            let data0 = data.protocol;
            const _errs2 = errors;
            if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0))) {
              validate287.errors = [
                {
                  instancePath: instancePath + '/protocol',
                  schemaPath: '#/properties/protocol/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer'
                }
              ];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.text !== undefined) {
              const _errs4 = errors;
              if (typeof data.text !== 'string') {
                validate287.errors = [
                  {
                    instancePath: instancePath + '/text',
                    schemaPath: '#/properties/text/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string'
                  }
                ];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.next !== undefined) {
                let data2 = data.next;
                const _errs6 = errors;
                if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2))) {
                  validate287.errors = [
                    {
                      instancePath: instancePath + '/next',
                      schemaPath: '#/properties/next/type',
                      keyword: 'type',
                      params: { type: 'integer' },
                      message: 'must be integer'
                    }
                  ];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate287.errors = [
        {
          instancePath,
          schemaPath: '#/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object'
        }
      ];
      return false;
    }
  }
  validate287.errors = vErrors;
  return errors === 0;
}
