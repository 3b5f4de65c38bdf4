// Things that nobody should do to a project, each alone enough to make a database, Sequelize or a reader stumble.
import { columnOf } from './random.mjs';

export const everyType = ['STRING', 'STRING(0)', 'STRING(20000)', 'STRING(70000)', 'STRING.BINARY', 'CHAR', 'CHAR(300)', 'CHAR(4).BINARY', 'TEXT', "TEXT('tiny')",
  "TEXT('medium')", "TEXT('long')", "TEXT('huge')", 'CITEXT', 'TINYINT', 'TINYINT(1)', 'SMALLINT', 'SMALLINT.UNSIGNED', 'MEDIUMINT', 'INTEGER', 'INTEGER(11)',
  'INTEGER.UNSIGNED', 'INTEGER.ZEROFILL', 'INTEGER(300)', 'BIGINT', 'BIGINT(20)', 'BIGINT.UNSIGNED', 'FLOAT', 'FLOAT(11)', 'FLOAT(60)', 'FLOAT(11,2)', 'FLOAT(2,5)',
  'FLOAT.UNSIGNED', 'REAL', 'REAL(11,2)', 'DOUBLE', 'DOUBLE(11,2)', 'DECIMAL', 'DECIMAL(10)', 'DECIMAL(10,2)', 'DECIMAL(2,5)', 'DECIMAL(70,2)', 'DECIMAL(2000,2)',
  'DECIMAL(40,35)', 'BOOLEAN', 'DATE', 'DATE(3)', 'DATE(6)', 'DATE(9)', 'DATEONLY', 'TIME', 'NOW', 'BLOB', "BLOB('tiny')", "BLOB('long')", 'UUID', 'UUIDV1',
  'UUIDV4', 'JSON', 'JSONB', 'HSTORE', "ENUM('a','b')", "ENUM('a','a')", "ENUM('')", "ENUM('x y','é','\\'\"')", 'ENUM', 'ARRAY(INTEGER)', 'ARRAY(STRING(10))',
  'ARRAY(ARRAY(TEXT))', "ARRAY(ENUM('x','y'))", 'ARRAY(DATE)', 'ARRAY', 'RANGE', 'RANGE(INTEGER)', 'RANGE(DATE)', 'RANGE(TEXT)', 'GEOMETRY', "GEOMETRY('POINT')",
  "GEOMETRY('POINT',4326)", "GEOMETRY('CIRCLE')", 'GEOGRAPHY', 'CIDR', 'INET', 'MACADDR', 'TSVECTOR', 'VIRTUAL', 'VIRTUAL(STRING)', { $raw: 'VARCHAR(7)' }, { $raw: 'DATE' },
  { $raw: 'nonsense' }, { $raw: 'int unsigned' }, { $raw: 'serial' }, { $raw: '' }, { $raw: 'POINTLESS' }, 'money', 'INT'];

export const everyDefault = ['abc', 'a', '', '5', 5, 0, -1, 1.5, 1e10, 300, true, false, null, { a: 1 }, {}, [1], [], ['x'], { $fn: ['now'] }, { $fn: ['abs', -1] }, { $fn: ['nonsense'] },
  { $literal: 'CURRENT_TIMESTAMP' }, { $literal: "'x'" }, { $literal: 'nonsense(' }, { $literal: '1 + 1' }, { $literal: '(1 + 1)' }, { $literal: 'other' }, { $literal: 'NOW()' },
  { $date: '2020-01-02T03:04:05.678Z' }, '2020-01-02', '2020-01-02 03:04:05', '03:04:05', { $hex: '6869' }, { $value: { a: 1 } }, { $value: [1] },
  { $default: 'NOW' }, { $default: 'UUIDV1' }, { $default: 'UUIDV4' }, "it's", 'x'.repeat(300), 'é', '00000000-0000-4000-8000-000000000000', '{}', 9007199254740993];

export const words = ['a"b', 'a`b', 'a.b', 'a b', 'é ü', '日本', "it's", 'a\\b', 'a->b', 'a:b', '$a$', 'a$b', '%a', '', ' ', 'order', 'select', 'user', 'table', 'group', 'index', 'constructor',
  'toString', 'length', 'get', 'set', 'save', 'where', 'dataValues', '_previousDataValues', '_changed', '_options', 'isNewRecord', 'sequelize', 'rawAttributes', 'validators',
  'uniqno', 'toJSON', 'update', 'destroy', 'changed', 'validate', 'getDataValue', 'setDataValue', 'DataValue', 'Attributes', 'attributes', 'include', 'model', 'as', 'through', 'count', 'id', 'name', '0', '12',
  'createdAt', 'updatedAt', 'deletedAt', 'version', 'undefined', 'null', 'rowid', 'oid', 'ctid', 'xmin', 'x_', '_x', 'a-b', '-', '_', 'Á', 'user.name', 'a,b', '(a)', 'a;b', 'a--b', '/*', 'a\nb', 'a\tb', '😀', 'ſ',
  'isSoftDeleted', 'equals', 'reload', 'previous', 'then', 'inspect', 'null ', 'STRING', '_attributes', '_schema', 'prototype', 'associations', 'options', 'tableName', 'primaryKeys'];
const longWord = (random) => random.pick(['long', 'é', 'Long_']).repeat(30).slice(0, random.pick([50, 58, 60, 63, 64, 65, 70]));
const word = (random) => (random.is(0.25) ? longWord(random) : random.pick(words));
const name = (random) => word(random) || 'x';

const actions = ['CASCADE', 'SET NULL', 'RESTRICT', 'NO ACTION', 'SET DEFAULT', 'set null', 'nonsense', ''];

const anyModel = (random, project) => random.pick(project.models);
const anyAttribute = (random, model) => {
  model.attributes ??= [];
  if (model.attributes.length === 0) model.attributes.push({ name: 'extra', type: 'STRING' });
  return random.pick(model.attributes);
};
const optionsOf = (model) => (model.options ??= {});
const addIndex = (model, index) => (model.indexes ??= []).push(index);
const anyAssociation = (random, project, kind) => random.pick(project.associations.filter((each) => !kind || each.kind === kind));
const tableOf = (model) => model.options?.tableName ?? (model.options?.freezeTableName ? model.name : `${model.name}s`);
const addAttribute = (random, model, attribute) => {
  const list = (model.attributes ??= []);
  if (list.some((other) => other.name === attribute.name)) return;
  list.splice(random.int(0, list.length), 0, attribute);
};
const keyAsObject = (association, key) => {
  const given = association[key];
  return (association[key] = typeof given === 'object' ? given : given === undefined ? {} : { name: given });
};
const manyToMany = (random, models) => ({ kind: 'belongsToMany', source: random.pick(models).name, target: random.pick(models).name, through: 'Extra' });

/** A default that is not altogether beside the type: lists and objects go where they can. */
const valueFor = (random, type) => {
  const given = typeof type === 'string' ? type : '';
  const fits = (value) => {
    const bare = value?.$value ?? value;
    if (typeof bare === 'object' && bare !== null && !Object.keys(bare).some((key) => key.startsWith('$'))) return Array.isArray(bare) ? /^(JSONB?|ARRAY|RANGE)/.test(given) : /^JSONB?/.test(given);
    return !(/^DATE/.test(given) && ['5', 5, -1, 1.5, 300, 1e10].includes(value));
  };
  return random.pick(everyDefault.filter(fits));
};

const columns = {
  type: (random, model) => { anyAttribute(random, model).type = random.pick(everyType); },
  typeOfKey: (random, model) => {
    const key = model.attributes?.find(({ primaryKey }) => primaryKey);
    if (key) key.type = random.pick(everyType);
    else addAttribute(random, model, { name: 'key', type: random.pick(everyType), primaryKey: true });
  },
  value: (random, model) => { const attribute = anyAttribute(random, model); attribute.defaultValue = valueFor(random, attribute.type); },
  typeAndValue: (random, model) => { const type = random.pick(everyType); Object.assign(anyAttribute(random, model), { type, defaultValue: valueFor(random, type) }); },
  valueOfRequired: (random, model) => { const attribute = anyAttribute(random, model); Object.assign(attribute, { defaultValue: valueFor(random, attribute.type), allowNull: false }); },
  required: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(everyType), allowNull: false }); },
  unique: (random, model) => { anyAttribute(random, model).unique = random.pick([true, 'pair', { name: 'pair' }, { msg: 'x' }, {}, { name: '' }, '', longWord(random), word(random)]); },
  uniqueType: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(everyType), unique: random.pick([true, 'pair']) }); },
  serial: (random, model) => { anyAttribute(random, model).autoIncrement = true; },
  identity: (random, model) => { Object.assign(anyAttribute(random, model), { autoIncrement: random.is(0.8), autoIncrementIdentity: true, ...(random.is(0.5) ? { type: random.pick(['INTEGER', 'BIGINT', 'STRING', 'DECIMAL']) } : {}) }); },
  serialType: (random, model) => { Object.assign(anyAttribute(random, model), { autoIncrement: true, type: random.pick(everyType), ...(random.is(0.5) ? { unique: true } : {}) }); },
  serialWithDefault: (random, model) => { Object.assign(anyAttribute(random, model), { autoIncrement: true, type: 'INTEGER', defaultValue: random.pick([1, null, 'x']) }); },
  anotherKey: (random, model) => { anyAttribute(random, model).primaryKey = true; },
  keyNullable: (random, model) => { Object.assign(anyAttribute(random, model), { primaryKey: true, allowNull: true }); },
  keyUnique: (random, model) => { Object.assign(anyAttribute(random, model), { primaryKey: true, unique: random.pick([true, 'u']) }); },
  idAlone: (random, model) => { if (!model.attributes?.some(({ primaryKey }) => primaryKey)) addAttribute(random, model, { name: 'id', type: 'INTEGER' }); },
  typeless: (random, model) => { addAttribute(random, model, { name: 'typeless' }); },
  field: (random, model) => { anyAttribute(random, model).field = word(random); },
  sameField: (random, model) => { anyAttribute(random, model).field = columnOf(model, anyAttribute(random, model)); },
  fieldOfImplicit: (random, model) => { anyAttribute(random, model).field = random.pick(['id', 'createdAt', 'ID', 'created_at']); },
  fieldByCase: (random, model) => { const first = anyAttribute(random, model); addAttribute(random, model, { name: first.name.toUpperCase(), type: 'STRING' }); },
  name: (random, model) => { addAttribute(random, model, { name: name(random), type: random.pick(['STRING', 'INTEGER', 'DATE', 'JSON', 'BOOLEAN']) }); },
  nameOfKey: (random, model) => { addAttribute(random, model, { name: name(random), type: random.pick(['STRING(10)', 'INTEGER']), primaryKey: true }); },
  comment: (random, model) => { anyAttribute(random, model).comment = random.pick(['', "it's", 'a\nb', 'x'.repeat(1100), '" COMMENT', 'é', 'a -- b']); },
  enumNames: (random, model) => { addAttribute(random, model, { name: name(random), type: "ENUM('a','b')" }); },
  action: (random, model) => { anyAttribute(random, model).onDelete = random.pick(actions); },
};

const tables = {
  name: (random, model) => { optionsOf(model).tableName = word(random); },
  plural: (random, model) => { optionsOf(model).name = random.pick([{ singular: 'x' }, { plural: 'x' }, { singular: '', plural: '' }, { singular: 'get', plural: 'set' }, { singular: word(random), plural: word(random) }]); },
  schema: (random, model) => { optionsOf(model).schema = random.pick(['acme', 'a.b', 'a"b', '', 'public', longWord(random)]); },
  charset: (random, model) => { optionsOf(model).charset = random.pick(['utf8mb4', 'latin1', 'utf8', 'ascii', 'binary', 'nonsense', 'utf8mb4; DROP', '']); },
  collate: (random, model) => { optionsOf(model).collate = random.pick(['utf8mb4_bin', 'utf8mb4_unicode_ci', 'latin1_swedish_ci', 'utf8_general_ci', 'binary', 'nonsense', 'NOCASE', '']); },
  charsetAndCollate: (random, model) => { Object.assign(optionsOf(model), { charset: random.pick(['utf8mb4', 'latin1', 'utf8mb3']), collate: random.pick(['utf8mb4_bin', 'latin1_general_ci', 'utf8_bin']) }); },
  engine: (random, model) => { optionsOf(model).engine = random.pick(['InnoDB', 'MyISAM', 'MEMORY', 'Aria', 'innodb', 'nonsense', 'ARCHIVE', 'CSV', 'BLACKHOLE', '']); },
  rowFormat: (random, model) => { optionsOf(model).rowFormat = random.pick(['DYNAMIC', 'COMPRESSED', 'COMPACT', 'REDUNDANT', 'FIXED', 'nonsense', '']); },
  start: (random, model) => { optionsOf(model).initialAutoIncrement = random.pick([1, 1000, 0, -1, 1.5, 1e12]); },
  comment: (random, model) => { optionsOf(model).comment = random.pick(['', "it's", 'a\nb', 'x'.repeat(2100), 'é"']); },
  timestamp: (random, model) => { optionsOf(model)[random.pick(['createdAt', 'updatedAt', 'deletedAt'])] = random.pick(['', true, false, 'id', 'stamp', anyAttribute(random, model).name, word(random)]); },
  oneTimestamp: (random, model) => { Object.assign(optionsOf(model), { createdAt: 'stamp', updatedAt: 'stamp', timestamps: true }); },
  version: (random, model) => { optionsOf(model).version = random.pick([true, false, 'id', 'createdAt', '', anyAttribute(random, model).name, word(random)]); },
  paranoid: (random, model) => { Object.assign(optionsOf(model), { paranoid: true, timestamps: random.is(0.5) }); },
  uniqueKeys: (random, model) => {
    const columns = random.some(model.attributes?.length ? model.attributes : [{ name: 'id' }], 2).map((attribute) => columnOf(model, attribute));
    optionsOf(model).uniqueKeys = { [random.is(0.5) ? 'uk' : name(random)]: { fields: random.pick([columns, columns, columns, ['nowhere'], [], [...columns, ...columns]]) } };
  },
  scope: (random, model) => { optionsOf(model).defaultScope = random.pick([{ where: { nowhere: 1 } }, { where: { [anyAttribute(random, model).name]: null } }, { attributes: [anyAttribute(random, model).name] }, { attributes: ['nowhere'] }, { limit: 1 }, {}]); },
  underscored: (random, model) => { optionsOf(model).underscored = true; },
};

const indexes = {
  unknown: (random, model) => addIndex(model, { fields: [random.pick(['nowhere', 'id', 'ID', anyAttribute(random, model).name])] }),
  none: (random, model) => addIndex(model, { fields: [] }),
  kind: (random, model) => addIndex(model, { fields: [columnOf(model, anyAttribute(random, model))], type: random.pick(['FULLTEXT', 'SPATIAL', 'UNIQUE', 'unique', 'nonsense', '']) }),
  using: (random, model) => addIndex(model, { fields: [columnOf(model, anyAttribute(random, model))], using: random.pick(['BTREE', 'HASH', 'GIN', 'GIST', 'gin', 'BRIN', 'RTREE', 'nonsense', '']) }),
  usingUnique: (random, model) => addIndex(model, { fields: [columnOf(model, anyAttribute(random, model))], unique: true, using: random.pick(['BTREE', 'HASH', 'GIN']) }),
  operator: (random, model) => addIndex(model, { fields: [columnOf(model, anyAttribute(random, model))], operator: random.pick(['text_pattern_ops', 'varchar_pattern_ops', 'int4_ops', 'nonsense', '']) }),
  length: (random, model) => addIndex(model, { name: `ix${random.int(1, 99)}`, fields: [{ name: columnOf(model, anyAttribute(random, model)), length: random.pick([0, 1, 5, 10, 300, 5000]) }] }),
  collate: (random, model) => addIndex(model, { name: `ix${random.int(1, 99)}`, fields: [{ name: columnOf(model, anyAttribute(random, model)), collate: random.pick(['C', 'NOCASE', 'nonsense', 'utf8mb4_bin', '']) }] }),
  order: (random, model) => addIndex(model, { name: `ix${random.int(1, 99)}`, fields: [{ name: columnOf(model, anyAttribute(random, model)), order: random.pick(['ASC', 'DESC', 'asc', 'DESC NULLS LAST', 'nonsense', '']) }] }),
  literal: (random, model) => addIndex(model, { ...(random.is(0.8) ? { name: `ix${random.int(1, 99)}` } : {}), fields: [{ $literal: random.pick(['lower(name)', '(lower(name))', 'nonsense', '1', '(1)', `(${columnOf(model, anyAttribute(random, model))})`]) }] }),
  where: (random, model) => {
    const column = columnOf(model, anyAttribute(random, model));
    addIndex(model, { name: `ix${random.int(1, 99)}`, unique: random.is(0.4), fields: [column],
      where: random.pick([{ [column]: { $ne: null } }, { nowhere: 1 }, { [anyAttribute(random, model).name]: 'x' }, { [column]: { $in: [1, 2] } }, { [column]: true }, {}, { $or: [{ [column]: 1 }, { [column]: null }] }]) });
  },
  name: (random, model) => addIndex(model, { name: name(random), fields: [columnOf(model, anyAttribute(random, model))] }),
  sameName: (random, model, project) => {
    const other = anyModel(random, project);
    for (const each of [model, other]) addIndex(each, { name: 'same_name', fields: [columnOf(each, anyAttribute(random, each))] });
  },
  tableName: (random, model, project) => addIndex(model, { name: tableOf(anyModel(random, project)), fields: [columnOf(model, anyAttribute(random, model))] }),
  type: (random, model) => { const attribute = anyAttribute(random, model); attribute.type = random.pick(everyType); addIndex(model, { fields: [columnOf(model, attribute)], unique: random.is(0.3) }); },
  twice: (random, model) => { const column = columnOf(model, anyAttribute(random, model)); addIndex(model, { name: 'twice', fields: [column, column] }); },
  wide: (random, model) => {
    const made = [1, 2, 3, 4, 5].map((n) => ({ name: `wide${n}`, type: random.pick(['STRING', 'STRING(200)', 'TEXT', 'STRING(1000)']) }));
    for (const attribute of made) addAttribute(random, model, attribute);
    addIndex(model, { fields: made.map((attribute) => columnOf(model, attribute)), unique: random.is(0.5) });
  },
  implicit: (random, model) => addIndex(model, { fields: [random.pick(['createdAt', 'created_at', 'updatedAt'])] }),
};

const references = {
  table: (random, model, project) => {
    const other = anyModel(random, project);
    addAttribute(random, model, {
      name: `ref${random.int(1, 9)}`,
      type: random.pick(['INTEGER', 'BIGINT', 'UUID', 'STRING', 'STRING(20)', 'INTEGER.UNSIGNED', 'SMALLINT', 'CHAR(4)', 'TEXT', 'VIRTUAL']),
      references: { model: random.is(0.15) ? 'Nowhere' : random.is(0.3) ? { tableName: tableOf(other), ...(random.is(0.3) ? { schema: 'acme' } : {}) } : tableOf(other),
        ...(random.is(0.7) ? { key: random.pick(['id', 'code', 'nowhere', other.attributes?.length ? columnOf(other, anyAttribute(random, other)) : 'id']) } : {}),
        ...(random.is(0.2) ? { deferrable: random.pick(['INITIALLY_DEFERRED', 'INITIALLY_IMMEDIATE', 'NOT']) } : {}) },
      ...(random.is(0.4) ? { onDelete: random.pick(actions) } : {}),
      ...(random.is(0.2) ? { onUpdate: random.pick(actions) } : {}),
      ...(random.is(0.3) ? { allowNull: false } : {}),
    });
  },
  circle: (random, model, project) => {
    const other = anyModel(random, project);
    const key = (as) => (random.is(0.4) ? { name: `${as}Key`, allowNull: random.is(0.5), ...(random.is(0.3) ? { defaultValue: 1 } : {}), ...(random.is(0.3) ? { unique: true } : {}) } : undefined);
    const call = (source, target, as) => ({ kind: 'belongsTo', source: source.name, target: target.name, as, ...(key(as) ? { foreignKey: { name: `${as}Key`, allowNull: random.is(0.5) } } : {}) });
    project.associations.push(call(model, other, 'there'), call(other, model, 'back'));
  },
  circleWithUnique: (random, model, project) => {
    references.circle(random, model, project);
    Object.assign(anyAttribute(random, model), random.pick([{ type: 'STRING', unique: true, defaultValue: 'q' }, { type: "ENUM('a','b')", defaultValue: 'a' }, { type: 'BOOLEAN', defaultValue: true },
      { type: 'INTEGER', autoIncrement: true }, { type: 'ARRAY(INTEGER)' }, { type: 'DATE(3)' }, { unique: 'pair' }, { comment: "it's" }, { type: 'JSON' }, { field: 'a"b' }, { field: 'a.b' }]));
  },
  self: (random, model, project) => {
    project.associations.push({ kind: random.pick(['belongsTo', 'hasMany', 'hasOne']), source: model.name, target: model.name, as: 'selves',
      foreignKey: { name: random.pick(['selfId', 'id', anyAttribute(random, model).name]), ...(random.is(0.5) ? { allowNull: false } : {}) } });
  },
};

const associations = {
  action: (random, project) => { anyAssociation(random, project)[random.pick(['onDelete', 'onDelete', 'onUpdate'])] = random.pick(actions); },
  nullAction: (random, project) => { const each = anyAssociation(random, project); each.onDelete = 'SET NULL'; keyAsObject(each, 'foreignKey').allowNull = false; },
  alias: (random, project) => { anyAssociation(random, project).as = random.is(0.8) ? word(random) : { singular: word(random), plural: word(random) }; },
  aliasOfAttribute: (random, project) => {
    const each = anyAssociation(random, project);
    each.as = anyAttribute(random, project.models.find((model) => model.name === each.source)).name;
  },
  sameAlias: (random, project) => { const each = anyAssociation(random, project); project.associations.push({ ...each, ...(random.is(0.5) ? { as: undefined } : {}), foreignKey: 'againId' }); },
  aliasByCase: (random, project) => { const each = anyAssociation(random, project); if (typeof each.as === 'string') project.associations.push({ ...each, as: each.as[0].toLowerCase() + each.as.slice(1), foreignKey: 'caseId' }); },
  key: (random, project) => { const each = anyAssociation(random, project); each.foreignKey = random.pick([word(random), { name: word(random) }, { field: word(random) }, {}, 'id', 'createdAt']); },
  otherKey: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) each.otherKey = random.pick([word(random), { name: 'ok', type: 'BIGINT' }, { field: 'x' }, each.foreignKey ?? 'same']); },
  keyOfModel: (random, project) => { const each = anyAssociation(random, project); each.foreignKey = anyAttribute(random, project.models.find((model) => model.name === (each.kind === 'belongsTo' ? each.source : each.target))).name; },
  keyField: (random, project) => { keyAsObject(anyAssociation(random, project), 'foreignKey').field = word(random); },
  keyOptions: (random, project) => { Object.assign(keyAsObject(anyAssociation(random, project), 'foreignKey'), random.pick([{ primaryKey: true }, { unique: true }, { autoIncrement: true }, { defaultValue: 1 }, { type: random.pick(everyType) }, { unique: 'pair' }, { references: { model: 'Nowhere' } }, { comment: 'x' }, { allowNull: true }])); },
  keyType: (random, project) => { anyAssociation(random, project).keyType = random.pick(everyType); },
  sourceKey: (random, project) => { const each = anyAssociation(random, project); each.sourceKey = random.pick(['nowhere', anyAttribute(random, project.models.find((model) => model.name === each.source)).name, 'createdAt']); },
  targetKey: (random, project) => { const each = anyAssociation(random, project); each.targetKey = random.pick(['nowhere', anyAttribute(random, project.models.find((model) => model.name === each.target)).name]); },
  through: (random, project) => { const each = anyAssociation(random, project); each.through = random.pick([word(random), { model: word(random) }, {}, each.source, each.target, tableOf(anyModel(random, project)), anyModel(random, project).name]); },
  sameThrough: (random, project) => { for (const each of project.associations) if (each.kind === 'belongsToMany' && random.is(0.6)) each.through = 'shared'; },
  threeThrough: (random, project) => {
    if (project.models.some(({ name }) => name === 'Bond')) return;
    project.models.push({ name: 'Bond', attributes: random.is(0.6) ? [{ name: 'id', type: 'INTEGER', primaryKey: true, autoIncrement: true }] : [] });
    for (let i = 0; i < 3; i += 1) project.associations.push({ ...manyToMany(random, project.models.filter((model) => model.name !== 'Bond')), as: `bonds${i}`, through: { model: 'Bond', ...(random.is(0.5) ? { unique: false } : {}) } });
  },
  noThrough: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) delete each.through; },
  throughOptions: (random, project) => {
    const each = anyAssociation(random, project, 'belongsToMany');
    if (each) each.through = { model: typeof each.through === 'string' ? each.through : each.through?.model ?? 'X', ...random.pick([{ unique: false }, { paranoid: true }, { scope: { kind: 'x' } }, { scope: { nowhere: 1 } }, { unique: true }]) };
  },
  throughKeys: (random, project) => {
    const each = anyAssociation(random, project, 'belongsToMany');
    if (!each) return;
    const own = `Own${random.int(1, 9)}`;
    if (project.models.some((model) => model.name === own)) return;
    const key = each.foreignKey === undefined || typeof each.foreignKey === 'object' ? 'ownId' : each.foreignKey;
    project.models.push({ name: own, attributes: random.pick([[{ name: key, type: 'INTEGER', primaryKey: true }], [{ name: key, type: 'INTEGER' }, { name: 'otherId', type: 'INTEGER' }], [{ name: key, type: 'STRING', primaryKey: true }, { name: 'otherId', type: 'UUID', primaryKey: true }],
      [{ name: 'must', type: 'STRING', allowNull: false }], [{ name: key, type: 'INTEGER', unique: true }], [{ name: 'own', type: 'UUID', primaryKey: true }]]) });
    Object.assign(each, { through: own, foreignKey: key, otherKey: 'otherId' });
  },
  joinCalls: (random, project) => {
    const each = anyAssociation(random, project, 'belongsToMany');
    const model = project.models.find(({ name: own }) => own === (each?.through?.model ?? each?.through));
    if (model) project.associations.unshift({ kind: 'hasMany', source: each.source, target: model.name, ...(each.foreignKey ? { foreignKey: each.foreignKey } : {}) });
  },
  throughNamedLikeAttribute: (random, project) => {
    const each = anyAssociation(random, project, 'belongsToMany');
    if (each) addAttribute(random, project.models.find((model) => model.name === each.target), { name: each.through?.model ?? each.through ?? 'x', type: 'INTEGER' });
  },
  scope: (random, project) => { const each = anyAssociation(random, project); each.scope = random.pick([{ nowhere: 1 }, { [anyAttribute(random, project.models.find((model) => model.name === each.target)).name]: 'x' }, {}]); },
  constraints: (random, project) => { anyAssociation(random, project).constraints = false; },
  uniqueKey: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) each.uniqueKey = random.pick(['uk', longWord(random), '', word(random)]); },
  timestamps: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) each.timestamps = random.is(0.5); },
  selfMany: (random, project) => {
    const model = anyModel(random, project);
    const key = () => (random.is(0.5) ? { foreignKey: random.pick(['aId', 'bId']), ...(random.is(0.5) ? { otherKey: random.pick(['aId', 'bId']) } : {}) } : {});
    for (const as of random.some(['Fore', 'Aft'], 2)) project.associations.push({ kind: 'belongsToMany', source: model.name, target: model.name, ...(random.is(0.9) ? { as } : {}), through: 'Selves', ...key() });
  },
  oneKeyTwoTargets: (random, project) => {
    const model = anyModel(random, project);
    for (const target of random.some(project.models, 2)) project.associations.push({ kind: 'belongsTo', source: model.name, target: target.name, as: `one${target.name}`, foreignKey: 'oneKey' });
  },
  twoOwners: (random, project) => {
    const target = anyModel(random, project);
    for (const model of random.some(project.models, 2)) project.associations.push({ kind: random.pick(['hasMany', 'hasOne']), source: model.name, target: target.name, foreignKey: 'ownersKey', as: `owned${model.name}`,
      ...(random.is(0.5) ? { constraints: false } : {}), ...(random.is(0.4) ? { sourceKey: anyAttribute(random, model).name } : {}) });
  },
  required: (random, project) => {
    const each = anyAssociation(random, project);
    keyAsObject(each, 'foreignKey').allowNull = false;
    keyAsObject(each, 'foreignKey').name ??= 'mustId';
  },
};

const projects = {
  twoOnOneTable: (random, project) => { const [a, b] = random.some(project.models, 2); if (b) optionsOf(b).tableName = tableOf(a); },
  sameTable: (random, project) => { const model = anyModel(random, project); project.models.push({ ...structuredClone(model), name: `${model.name}Again${project.models.length}`, options: { ...model.options, tableName: tableOf(model) } }); },
  modelName: (random, project) => {
    const renamed = anyModel(random, project);
    const fresh = name(random);
    if (project.models.some((model) => model.name === fresh)) return;
    for (const each of project.associations) for (const end of ['source', 'target']) if (each[end] === renamed.name) each[end] = fresh;
    renamed.name = fresh;
  },
  define: (random, project) => {
    project.define = { ...project.define, ...random.pick([{ schema: 'acme' }, { charset: 'latin1' }, { engine: 'MyISAM' }, { paranoid: true }, { version: true }, { tableName: 'one' }, { collate: 'utf8mb4_bin' }, { comment: 'x' },
      { createdAt: '' }, { name: { singular: 'x', plural: 'xs' } }, { uniqueKeys: { u: { fields: ['id'] } } }, { underscored: true }, { createdAt: 'made' }, { initialAutoIncrement: 7 }, { rowFormat: 'COMPRESSED' }]) };
  },
  order: (random, project) => { project.models.sort(() => random.next() - 0.5); },
  reversed: (random, project) => { project.associations.reverse(); },
  longEverything: (random, project) => { for (const model of project.models) if (random.is(0.5)) optionsOf(model).tableName = `${'a_very_long_table_name_'.repeat(3)}${model.name}`.slice(0, random.pick([55, 61, 63, 64, 66])); },
};

const families = [
  [5, columns, (work, random, project) => work(random, anyModel(random, project), project)],
  [3, tables, (work, random, project) => work(random, anyModel(random, project), project)],
  [3, indexes, (work, random, project) => work(random, anyModel(random, project), project)],
  [2, references, (work, random, project) => work(random, anyModel(random, project), project)],
  [5, associations, (work, random, project) => (project.associations.length > 0 ? work(random, project) : undefined)],
  [1, projects, (work, random, project) => work(random, project)],
];
const tickets = families.flatMap(([weight, ...family]) => Array(weight).fill(family));

/** Does one to three such things; the names of what was done. */
export const estrange = (random, project) => {
  const done = [];
  for (let i = random.pick([1, 1, 1, 2, 3]); i > 0; i -= 1) {
    const [family, apply] = random.pick(tickets);
    const key = random.pick(Object.keys(family));
    apply(family[key], random, project);
    done.push(key);
  }
  return done;
};

