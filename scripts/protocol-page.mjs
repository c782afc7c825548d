/** The tables of docs/protocol.md, from the schema: a part for each message and record. */

const BEGIN = '<!-- messages: made by `npm run protocol` from protocol.json -->';
const END = '<!-- end of messages -->';

/**
 * The page with its tables made anew; what a person wrote around them stays.
 *
 * @param {string} page - The page as it is.
 * @param {object} schema - `protocol.json`.
 * @throws An Error where the page has lost the marks between which the tables stand.
 */
export function protocolPage(page, schema) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) {
    throw new Error(`docs/protocol.md has lost its marks: ${BEGIN} … ${END}`);
  }
  const parts = Object.entries(schema.definitions).map(([name, definition]) =>
    part(name, definition, schema)
  );
  return `${before}${BEGIN}\n\n${parts.join('\n\n')}\n\n${END}${after}`;
}

function part(name, definition, schema) {
  const text = [`### ${name}`];
  if (definition.description) {
    text.push(escape(definition.description));
  }
  if (definition.properties) {
    const required = new Set(definition.required ?? []);
    const rows = Object.entries(definition.properties).map(([key, property]) => {
      const value = fieldOf(property, schema);
      return `| \`${key}\`${required.has(key) ? '' : ' (optional)'} | ${typeOf(value)} | ${escape(value.description ?? '')} |`;
    });
    text.push(['| field | type | meaning |', '| --- | --- | --- |', ...rows].join('\n'));
  } else {
    text.push(`Type: ${typeOf(definition)}.`);
  }
  return text.join('\n\n');
}

/** The field of another record that a property refers to (`#/definitions/Artifact/properties/id`), or itself. */
function fieldOf(property, schema) {
  const keys = property.$ref?.split('/').slice(1) ?? [];
  return keys.length > 2 ? keys.reduce((part, key) => part[key], schema) : property;
}

/** A type in words; records are links. */
function typeOf(schema) {
  const either = schema.oneOf ?? schema.anyOf;
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if (schema.allOf) {
    return schema.allOf.map(typeOf).join(', ');
  }
  if (either) {
    return either.map(typeOf).join(' or ');
  }
  if ('const' in schema) {
    return `\`${JSON.stringify(schema.const)}\``;
  }
  if (schema.enum) {
    return schema.enum.map(value => `\`${JSON.stringify(value)}\``).join(', ');
  }
  if (schema.type === 'array') {
    return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
  }
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') {
    return `names to ${typeOf(schema.additionalProperties)}`;
  }
  if (schema.type === 'object' && schema.properties) {
    const fields = Object.entries(schema.properties).map(
      ([key, value]) => `\`${key}\`: ${typeOf(value)}`
    );
    return `record of ${fields.join('; ')}`;
  }
  return [schema.type ?? 'anything'].flat().join(' or ');
}

const escape = text => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
