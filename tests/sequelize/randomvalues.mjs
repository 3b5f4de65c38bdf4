// Random values for the attributes of Sequelize's models: what somebody might keep, and what breaks quoting and formats.
export const words = ['x', "it's", 'a"b', 'Ada', 'é😀', '%_', 'back\\slash', 'ünïcode', '', '10', 'a`b', 'line\nbreak', "O''Neill; --",
  'null', '{"a":1}', '[1]', 'true', ' padded ', '中文', 'tab\there', 'a,b}{', '\u2028', '\u0001', '$1 ?', ':name', 'A'.repeat(60), '1e3', '\\'];

export const kindOf = ({ type }) => type.key;
export const isOn = (model, ...dialects) => dialects.includes(model.sequelize.options.dialect);

const instant = (random) => (random.is(0.85)
  ? `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}T0${random.int(0, 9)}:00:0${random.int(0, 9)}.${random.int(100, 999)}Z`
  : random.pick(['1970-01-01T00:00:01.000Z', '2024-02-29T23:59:59.999Z', '2037-12-31T12:00:00.050Z', '2000-01-01T00:00:00.007Z']));
const day = (random) => (random.is(0.9) ? `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}` : random.pick(['1969-12-31', '2024-02-29', '9999-12-31']));

const rangeFor = (random, subtype) => {
  switch (subtype) {
    case 'TIMESTAMP WITH TIME ZONE': case 'DATE': return [`2020-0${random.int(1, 9)}-01T00:00:00.000Z`, random.is(0.1) ? null : `2021-0${random.int(1, 9)}-01T10:20:30.000Z`];
    case 'DATEONLY': return ['2020-01-01', '2020-02-03'];
    default: return [random.int(-3, 2), random.is(0.15) ? null : random.int(3, 9)];
  }
};

const documents = (random) => [{ a: 1, b: { c: 'x' } }, { a: random.int(0, 3), list: [1, 'two', null] }, { a: "it's", t: true }, { a: 'a"b\\', b: { c: 'é😀\n' } },
  { a: 1.5, b: { c: null }, list: [] }, { a: -0.25, t: false, 'q"k': {} }, { a: [1, { b: 2 }], b: { c: ['x'] } }, {}];

const decimals = (random, type) => {
  const whole = [1, 0, 12, type._unsigned ? 3 : -7];
  return random.pick((type._scale ?? 2) > 0 && (type._precision ?? 10) > (type._scale ?? 0) ? [...whole, 12.5, 3.25, 1234.5, 0.1] : whole);
};

/** A value that fits an attribute, as JSON of a query file; `where` asks for one to compare with. */
export const valueFor = (random, attribute) => {
  const { type } = attribute;
  switch (kindOf(attribute)) {
    case 'INTEGER': case 'SMALLINT': case 'MEDIUMINT': return random.is(0.95) ? random.int(type._unsigned ? 0 : -2, 6) : 32767;
    case 'TINYINT': return random.int(0, 3);
    case 'BIGINT': return random.pick([1, 2, 3, 5, 4294967296, 9007199254740991]);
    case 'FLOAT': case 'DOUBLE PRECISION': case 'DOUBLE': case 'REAL': return random.pick([0.5, 1.25, type._unsigned ? 3 : -3, 2, 0, 1024.125]);
    case 'DECIMAL': return decimals(random, type);
    case 'BOOLEAN': return random.is(0.5);
    case 'DATE': return instant(random);
    case 'DATEONLY': return day(random);
    case 'TIME': return `1${random.int(0, 9)}:0${random.int(0, 9)}:00`;
    case 'UUID': return `00000000-0000-4000-8000-00000000000${random.int(0, 9)}`;
    case 'ENUM': return random.pick(type.values);
    case 'JSON': case 'JSONB': return random.pick(documents(random));
    case 'BLOB': return { $hex: random.pick(['00ff61', '', '27', '5c785c27', 'c3a9f09f9880']) };
    case 'STRING': return type._binary ? { $hex: '6162' } : random.pick(words).slice(0, type._length ?? 255);
    case 'CHAR': return type._binary ? { $hex: '6162' } : random.pick(['ab', 'x', 'é', "'", '中']).slice(0, type._length ?? 255);
    case 'ARRAY': return Array.from({ length: random.int(type.type.key === 'ARRAY' ? 1 : 0, 3) }, () => (type.type.key === 'ARRAY'
      ? [random.pick(words), random.pick(words)] : type.type.key === 'STRING' ? random.pick(words).slice(0, 9) : valueFor(random, type)))
      .map((item) => (Array.isArray(item) || item === null ? item : type.type.key === 'ENUM' ? random.pick(type.type.values) : type.type.key === 'INTEGER' ? random.int(-2, 6) : item));
    case 'RANGE': return rangeFor(random, type._subtype);
    case 'INET': return random.pick(['10.0.0.1', '::1', '192.168.1.0/24']);
    case 'CIDR': return random.pick(['10.0.0.0/8', '192.168.1.0/24']);
    case 'MACADDR': return random.pick(['08:00:2b:01:02:03', 'aa:bb:cc:dd:ee:ff']);
    case 'GEOMETRY': return { type: 'Point', coordinates: [random.int(0, 9), 1.5] };
    default: return random.pick(words);
  }
};

export const isPlain = (attribute) => !['BLOB', 'JSON', 'JSONB', 'VIRTUAL', 'ARRAY', 'RANGE', 'TSVECTOR', 'GEOMETRY', 'HSTORE'].includes(kindOf(attribute)) && !attribute.type._binary;
export const isJson = (attribute) => ['JSON', 'JSONB'].includes(kindOf(attribute));
export const isText = (attribute) => ['STRING', 'CHAR', 'TEXT', 'CITEXT'].includes(kindOf(attribute)) && !attribute.type._binary;
export const isNumber = (attribute) => ['INTEGER', 'SMALLINT', 'MEDIUMINT', 'BIGINT', 'DOUBLE PRECISION', 'FLOAT', 'DECIMAL', 'REAL'].includes(kindOf(attribute));

/** The attributes of a model that have a column: `{ name, attribute, type }`. */
export const stored = (model) => Object.entries(model.rawAttributes).filter(([, attribute]) => kindOf(attribute) !== 'VIRTUAL')
  .map(([name, attribute]) => ({ name, attribute, type: attribute.type }));
export const plain = (model) => stored(model).filter(({ attribute }) => isPlain(attribute));
