// Mistakes and rarities, each alone enough to make a database, Sequelize or a reader stumble: what authors do write, by
// accident or because their database is old. What nobody writes is not here (unwritten.mjs says what that is).
import { Utils } from 'sequelize';
import { columnOf, isKeyable, text } from './random.mjs';

const everyType = ['STRING', 'STRING(64)', 'STRING(2000)', 'STRING(20000)', 'STRING.BINARY', 'CHAR', 'CHAR(300)', 'CHAR(4).BINARY', 'TEXT', "TEXT('tiny')",
  "TEXT('medium')", "TEXT('long')", 'CITEXT', 'TINYINT', 'TINYINT(1)', 'SMALLINT', 'SMALLINT.UNSIGNED', 'MEDIUMINT', 'INTEGER', 'INTEGER(11)',
  'INTEGER.UNSIGNED', 'INTEGER.ZEROFILL', 'BIGINT', 'BIGINT(20)', 'BIGINT.UNSIGNED', 'FLOAT', 'FLOAT(11)', 'FLOAT(11,2)', 'FLOAT.UNSIGNED', 'REAL', 'REAL(11,2)',
  'DOUBLE', 'DOUBLE(11,2)', 'DECIMAL', 'DECIMAL(10)', 'DECIMAL(10,2)', 'DECIMAL(30,15)', 'BOOLEAN', 'DATE', 'DATE(3)', 'DATE(6)', 'DATEONLY', 'TIME', 'BLOB',
  "BLOB('tiny')", "BLOB('long')", 'UUID', 'UUIDV1', 'UUIDV4', 'JSON', 'JSONB', 'HSTORE', "ENUM('a','b')", "ENUM('x y','é','it\\'s')", 'ENUM', 'ARRAY(INTEGER)',
  'ARRAY(STRING(10))', 'ARRAY(ARRAY(TEXT))', "ARRAY(ENUM('x','y'))", 'ARRAY(DATE)', 'ARRAY', 'RANGE', 'RANGE(INTEGER)', 'RANGE(DATE)', 'GEOMETRY', "GEOMETRY('POINT')",
  "GEOMETRY('POINT',4326)", 'GEOGRAPHY', 'CIDR', 'INET', 'MACADDR', 'TSVECTOR', 'VIRTUAL', 'VIRTUAL(STRING)', { $raw: 'VARCHAR(7)' }, { $raw: 'DATE' },
  { $raw: 'nonsense' }, { $raw: 'int unsigned' }, 'money', 'INT'];
/** What a row is known by, or unique in. */
const keyTypes = ['INTEGER', 'INTEGER.UNSIGNED', 'SMALLINT', 'BIGINT', 'BIGINT.UNSIGNED', 'UUID', 'UUIDV4', 'STRING', 'STRING(20)', 'STRING(2000)', 'CHAR(4)', 'CHAR(300)', 'TEXT', 'CITEXT',
  'DATE', 'DATEONLY', 'INET', 'DECIMAL(10,2)', { $raw: 'VARCHAR(7)' }, 'INT'];
const countedTypes = ['INTEGER', 'INTEGER(11)', 'INTEGER.UNSIGNED', 'BIGINT', 'BIGINT.UNSIGNED', 'SMALLINT', 'MEDIUMINT'];

/** Defaults that somebody gives to a type, if not always rightly. */
const defaults = [
  [/^(STRING|CHAR|CITEXT|TEXT|VARCHAR)/, ['abc', 'a', '', '5', 5, 0, "it's", 'x'.repeat(300), 'é', { $literal: "'x'" }, { $literal: "('x')" }]],
  [/^((TINY|SMALL|MEDIUM|BIG)?INT|int)/, [5, 0, -1, 1.5, true, '5', { $literal: '1 + 1' }, { $literal: '(1 + 1)' }, { $fn: ['abs', -1] }]],
  [/^(FLOAT|DOUBLE|REAL|DECIMAL|money)/, [5, 0, -1, 1.5, '1.5', { $literal: '(1 + 1)' }, { $fn: ['abs', -1] }]],
  [/^BOOLEAN/, [true, false, 0, 1, 'true']],
  [/^DATE/, [{ $default: 'NOW' }, { $fn: ['now'] }, { $literal: 'CURRENT_TIMESTAMP' }, { $literal: 'NOW()' }, { $date: '2020-01-02T03:04:05.678Z' }, '2020-01-02', '2020-01-02 03:04:05']],
  [/^TIME/, ['03:04:05', { $literal: 'CURRENT_TIMESTAMP' }, { $literal: 'CURRENT_TIME' }]],
  [/^UUID/, [{ $default: 'UUIDV1' }, { $default: 'UUIDV4' }, '00000000-0000-4000-8000-000000000000']],
  [/^JSON/, [{ a: 1 }, {}, [1], [], ['x'], { $value: { a: 1 } }, { $value: [1] }, '{}']],
  [/^HSTORE/, [{ a: '1' }, {}]],
  [/^ENUM/, ['a', 'b', 'c', 'x y']],
  [/^ARRAY/, [[1], [], ['x'], '{}', { $value: [1] }]],
  [/^BLOB/, [{ $hex: '6869' }, 'abc']],
];
const defaultFor = (random, type) => random.pick([null, ...(defaults.find(([types]) => types.test(text(type)))?.[1] ?? [])]);

const words = ['a b', 'Größe', '日本', 'unit-price', 'order', 'select', 'user', 'table', 'group', 'index', 'key', 'desc', 'from', 'check', 'default', 'Order', 'Group', 'length', 'attributes', 'model',
  'count', 'id', 'name', 'type', 'value', 'createdAt', 'updatedAt', 'deletedAt', 'version', 'options', 'schema',
  'ID', 'userID', 'URL', 'address2', '2fa', 'data', 'datum', 'people', 'news', 'status'];
const longWord = (random) => random.pick(['long', 'Long_']).repeat(30).slice(0, random.pick([50, 58, 60, 63, 64, 65, 70]));
const word = (random) => (random.is(0.25) ? longWord(random) : random.pick(words));

const actions = ['CASCADE', 'SET NULL', 'RESTRICT', 'NO ACTION', 'SET DEFAULT', 'set null'];

const anyModel = (random, project) => random.pick(project.models);
const anyAttribute = (random, model) => {
  model.attributes ??= [];
  if (model.attributes.length === 0) model.attributes.push({ name: 'extra', type: 'STRING' });
  return random.pick(model.attributes);
};
/** An attribute of such types, which is added where there is none. */
const attributeOf = (random, model, types, added) => {
  const fitting = (model.attributes ??= []).filter(({ type }) => type && types.test(text(type)));
  if (fitting.length > 0) return random.pick(fitting);
  addAttribute(random, model, added);
  return model.attributes.find(({ name }) => name === added.name);
};
const anyKeyable = (random, model) => {
  const fitting = (model.attributes ?? []).filter(({ type }) => type && isKeyable(type));
  return fitting.length > 0 ? random.pick(fitting) : anyAttribute(random, model);
};
const anyText = (random, model) => attributeOf(random, model, /^(STRING|TEXT|CHAR|CITEXT)(?!.*BINARY)/, { name: 'remark', type: 'STRING' });
const anyTime = (random, model) => attributeOf(random, model, /^DATE(\(|$)/, { name: 'stampedAt', type: 'DATE' });
const optionsOf = (model) => (model.options ??= {});
const addIndex = (model, index) => (model.indexes ??= []).push(index);
const anyAssociation = (random, project, kind) => random.pick(project.associations.filter((each) => !kind || each.kind === kind));
const modelOf = (project, name) => project.models.find((model) => model.name === name);
const tableOf = (project, model) => {
  const { tableName, freezeTableName, name, underscored } = { ...project.define, ...model.options };
  return tableName ?? (freezeTableName ? model.name : Utils.underscoredIf(name?.plural ?? Utils.pluralize(model.name), underscored));
};
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

const columns = {
  type: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(everyType), defaultValue: undefined }); },
  typeOfKey: (random, model) => {
    const key = model.attributes?.find(({ primaryKey }) => primaryKey);
    if (key) Object.assign(key, { type: random.pick(keyTypes), defaultValue: undefined });
    else addAttribute(random, model, { name: 'key', type: random.pick(keyTypes), primaryKey: true });
  },
  value: (random, model) => { const attribute = anyAttribute(random, model); attribute.defaultValue = defaultFor(random, attribute.type); },
  typeAndValue: (random, model) => { const type = random.pick(everyType); Object.assign(anyAttribute(random, model), { type, defaultValue: defaultFor(random, type) }); },
  valueOfRequired: (random, model) => { const attribute = anyAttribute(random, model); Object.assign(attribute, { defaultValue: defaultFor(random, attribute.type), allowNull: false }); },
  required: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(everyType), allowNull: false, defaultValue: undefined }); },
  unique: (random, model) => { anyAttribute(random, model).unique = random.pick([true, 'pair', { name: 'pair' }, { msg: 'x' }, longWord(random), word(random)]); },
  uniqueType: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(keyTypes), unique: random.pick([true, 'pair']), defaultValue: undefined }); },
  serial: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(countedTypes), autoIncrement: true, defaultValue: undefined, ...(random.is(0.5) ? { unique: true } : {}) }); },
  identity: (random, model) => { Object.assign(anyAttribute(random, model), { type: random.pick(['INTEGER', 'BIGINT']), defaultValue: undefined, autoIncrement: random.is(0.8), autoIncrementIdentity: true }); },
  anotherKey: (random, model) => { anyAttribute(random, model).primaryKey = true; },
  keyNullable: (random, model) => { Object.assign(anyAttribute(random, model), { primaryKey: true, allowNull: true }); },
  keyUnique: (random, model) => { Object.assign(anyAttribute(random, model), { primaryKey: true, unique: random.pick([true, 'u']) }); },
  idAlone: (random, model) => { if (!model.attributes?.some(({ primaryKey }) => primaryKey)) addAttribute(random, model, { name: 'id', type: 'INTEGER' }); },
  typeless: (random, model) => { addAttribute(random, model, { name: 'typeless' }); },
  field: (random, model) => { anyAttribute(random, model).field = word(random); },
  sameField: (random, model) => { const other = anyAttribute(random, model); Object.assign(anyAttribute(random, model), { type: other.type, defaultValue: other.defaultValue, field: columnOf(model, other) }); },
  fieldOfImplicit: (random, model) => { addAttribute(random, model, { name: random.pick(['created', 'createdAt']), type: 'DATE', field: random.pick(['createdAt', 'created_at']) }); },
  name: (random, model) => { addAttribute(random, model, { name: word(random), type: random.pick(['STRING', 'INTEGER', 'DATE', 'JSON', 'BOOLEAN']) }); },
  nameOfKey: (random, model) => { addAttribute(random, model, { name: word(random), type: random.pick(['STRING(10)', 'INTEGER']), primaryKey: true }); },
  comment: (random, model) => { anyAttribute(random, model).comment = random.pick(['', "it's", 'a\nb', 'x'.repeat(1100), 'é', 'a -- b', 'with "quotes"']); },
  enumNames: (random, model) => { addAttribute(random, model, { name: word(random), type: "ENUM('a','b')" }); },
  action: (random, model) => { anyAttribute(random, model).onDelete = random.pick(actions); },
};

const tables = {
  name: (random, model) => { optionsOf(model).tableName = word(random); },
  plural: (random, model) => { optionsOf(model).name = random.pick([{ singular: 'x' }, { plural: 'x' }, { singular: word(random), plural: word(random) }]); },
  schema: (random, model) => { optionsOf(model).schema = random.pick(['acme', 'public', 'a_rather_long_schema']); },
  charset: (random, model) => { optionsOf(model).charset = random.pick(['utf8mb4', 'latin1', 'utf8', 'ascii']); },
  collate: (random, model) => { optionsOf(model).collate = random.pick(['utf8mb4_bin', 'utf8mb4_unicode_ci', 'latin1_swedish_ci', 'utf8_general_ci', 'NOCASE']); },
  charsetAndCollate: (random, model) => { Object.assign(optionsOf(model), { charset: random.pick(['utf8mb4', 'latin1', 'utf8mb3']), collate: random.pick(['utf8mb4_bin', 'latin1_general_ci', 'utf8_bin']) }); },
  engine: (random, model) => { optionsOf(model).engine = random.pick(['InnoDB', 'MyISAM', 'MEMORY', 'Aria', 'innodb']); },
  rowFormat: (random, model) => { optionsOf(model).rowFormat = random.pick(['DYNAMIC', 'COMPRESSED', 'COMPACT', 'REDUNDANT']); },
  start: (random, model) => { optionsOf(model).initialAutoIncrement = random.pick([1, 1000, 10000]); },
  comment: (random, model) => { optionsOf(model).comment = random.pick(['', "it's", 'a\nb', 'x'.repeat(2100), 'é"']); },
  timestamp: (random, model) => { optionsOf(model)[random.pick(['createdAt', 'updatedAt', 'deletedAt'])] = random.pick([true, false, 'stamp', word(random), anyTime(random, model).name]); },
  version: (random, model) => { optionsOf(model).version = random.pick([true, false, anyAttribute(random, model).name, word(random)]); },
  paranoid: (random, model) => { Object.assign(optionsOf(model), { paranoid: true, timestamps: random.is(0.5) }); },
  uniqueKeys: (random, model) => {
    const fields = random.some(model.attributes?.length ? model.attributes : [{ name: 'id' }], 2).map((attribute) => columnOf(model, attribute));
    optionsOf(model).uniqueKeys = { [random.is(0.5) ? 'uk' : word(random)]: { fields: random.pick([fields, fields, fields, ['nowhere']]) } };
  },
  scope: (random, model) => { optionsOf(model).defaultScope = random.pick([{ where: { nowhere: 1 } }, { where: { [anyAttribute(random, model).name]: null } }, { attributes: [anyAttribute(random, model).name] }, { attributes: ['nowhere'] }, { limit: 1 }, {}]); },
  underscored: (random, model) => { optionsOf(model).underscored = true; },
};

const indexes = {
  unknown: (random, model) => addIndex(model, { fields: [random.pick(['nowhere', 'id', anyAttribute(random, model).name])] }),
  unique: (random, model) => addIndex(model, { fields: [columnOf(model, anyAttribute(random, model))], type: 'UNIQUE' }),
  fulltext: (random, model) => addIndex(model, { fields: [columnOf(model, anyText(random, model))], type: 'FULLTEXT' }),
  spatial: (random, model) => addIndex(model, { fields: [columnOf(model, attributeOf(random, model, /^GEOMETRY/, { name: 'place', type: 'GEOMETRY', ...(random.is(0.7) ? { allowNull: false } : {}) }))], type: 'SPATIAL' }),
  using: (random, model) => addIndex(model, { fields: [columnOf(model, anyAttribute(random, model))], using: random.pick(['BTREE', 'HASH', 'GIN', 'GIST', 'gin', 'BRIN']) }),
  operator: (random, model) => addIndex(model, { fields: [columnOf(model, anyText(random, model))], operator: random.pick(['text_pattern_ops', 'varchar_pattern_ops']) }),
  length: (random, model) => addIndex(model, { name: `ix${random.int(1, 99)}`, fields: [{ name: columnOf(model, anyText(random, model)), length: random.pick([1, 5, 10]) }] }),
  collate: (random, model) => addIndex(model, { name: `ix${random.int(1, 99)}`, fields: [{ name: columnOf(model, anyText(random, model)), collate: random.pick(['C', 'NOCASE', 'utf8mb4_bin']) }] }),
  order: (random, model) => addIndex(model, { name: `ix${random.int(1, 99)}`, fields: [{ name: columnOf(model, anyAttribute(random, model)), order: random.pick(['ASC', 'DESC', 'asc', 'DESC NULLS LAST']) }] }),
  literal: (random, model) => addIndex(model, { ...(random.is(0.8) ? { name: `ix${random.int(1, 99)}` } : {}), fields: [{ $literal: random.pick(['lower(name)', '(lower(name))', `lower(${columnOf(model, anyText(random, model))})`, `(${columnOf(model, anyAttribute(random, model))})`]) }] }),
  where: (random, model) => {
    const column = columnOf(model, anyAttribute(random, model));
    addIndex(model, { name: `ix${random.int(1, 99)}`, unique: random.is(0.4), fields: [column],
      where: random.pick([{ [column]: { $ne: null } }, { [anyAttribute(random, model).name]: 'x' }, { [column]: { $in: [1, 2] } }, { [column]: true }, {}, { $or: [{ [column]: 1 }, { [column]: null }] }]) });
  },
  name: (random, model) => addIndex(model, { name: word(random), fields: [columnOf(model, anyAttribute(random, model))] }),
  sameName: (random, model, project) => {
    const other = anyModel(random, project);
    for (const each of [model, other]) addIndex(each, { name: 'same_name', fields: [columnOf(each, anyAttribute(random, each))] });
  },
  type: (random, model) => { const attribute = Object.assign(anyAttribute(random, model), { type: random.pick(everyType), defaultValue: undefined }); addIndex(model, { fields: [columnOf(model, attribute)], unique: random.is(0.3) }); },
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
    const table = tableOf(project, other);
    addAttribute(random, model, {
      name: `ref${random.int(1, 9)}`,
      type: random.pick(['INTEGER', 'BIGINT', 'UUID', 'STRING', 'STRING(20)', 'INTEGER.UNSIGNED', 'SMALLINT', 'CHAR(4)', 'TEXT']),
      references: { model: random.is(0.15) ? 'Nowhere' : random.is(0.3) ? { tableName: table, ...(random.is(0.3) ? { schema: 'acme' } : {}) } : table,
        ...(random.is(0.7) ? { key: random.pick(['id', 'code', 'nowhere', other.attributes?.length ? columnOf(other, anyKeyable(random, other)) : 'id']) } : {}),
        ...(random.is(0.2) ? { deferrable: random.pick(['INITIALLY_DEFERRED', 'INITIALLY_IMMEDIATE', 'NOT']) } : {}) },
      ...(random.is(0.4) ? { onDelete: random.pick(actions) } : {}),
      ...(random.is(0.2) ? { onUpdate: random.pick(actions) } : {}),
      ...(random.is(0.3) ? { allowNull: false } : {}),
    });
  },
  circle: (random, model, project) => {
    const other = anyModel(random, project);
    const call = (source, target, as) => ({ kind: 'belongsTo', source: source.name, target: target.name, as, ...(random.is(0.4) ? { foreignKey: { name: `${as}Key`, allowNull: random.is(0.5) } } : {}) });
    project.associations.push(call(model, other, 'there'), call(other, model, 'back'));
  },
  circleWithUnique: (random, model, project) => {
    references.circle(random, model, project);
    Object.assign(anyAttribute(random, model), { defaultValue: undefined }, random.pick([{ type: 'STRING', unique: true, defaultValue: 'q' }, { type: "ENUM('a','b')", defaultValue: 'a' }, { type: 'BOOLEAN', defaultValue: true },
      { type: 'ARRAY(INTEGER)' }, { type: 'DATE(3)' }, { unique: 'pair' }, { comment: "it's" }, { type: 'JSON' }]));
  },
  self: (random, model, project) => {
    if (random.is(0.3)) addAttribute(random, model, { name: 'selfId', type: random.pick(['INTEGER', 'UUID']) });
    project.associations.push({ kind: random.pick(['belongsTo', 'hasMany', 'hasOne']), source: model.name, target: model.name, as: 'selves', foreignKey: { name: 'selfId', ...(random.is(0.5) ? { allowNull: false } : {}) } });
  },
};

const associations = {
  action: (random, project) => { anyAssociation(random, project)[random.pick(['onDelete', 'onDelete', 'onUpdate'])] = random.pick(actions); },
  nullAction: (random, project) => { const each = anyAssociation(random, project); each.onDelete = 'SET NULL'; keyAsObject(each, 'foreignKey').allowNull = false; },
  alias: (random, project) => { const each = anyAssociation(random, project); each.as = /Many$/.test(each.kind) && random.is(0.3) ? { singular: word(random), plural: word(random) } : word(random); },
  aliasOfAttribute: (random, project) => {
    const each = anyAssociation(random, project);
    each.as = anyAttribute(random, modelOf(project, each.source)).name;
  },
  sameAlias: (random, project) => { const each = anyAssociation(random, project); project.associations.push({ ...each, ...(random.is(0.5) ? { as: undefined } : {}), foreignKey: 'againId' }); },
  key: (random, project) => { const each = anyAssociation(random, project); each.foreignKey = random.pick([word(random), { name: word(random) }, { field: word(random) }, 'id']); },
  otherKey: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) each.otherKey = random.pick([word(random), { name: 'ok', type: 'BIGINT' }, { field: 'x' }, each.foreignKey ?? 'same']); },
  keyOfModel: (random, project) => { const each = anyAssociation(random, project); each.foreignKey = anyKeyable(random, modelOf(project, each.kind === 'belongsTo' ? each.source : each.target)).name; },
  keyField: (random, project) => { keyAsObject(anyAssociation(random, project), 'foreignKey').field = word(random); },
  keyOptions: (random, project) => { Object.assign(keyAsObject(anyAssociation(random, project), 'foreignKey'), random.pick([{ primaryKey: true }, { unique: true }, { defaultValue: 1 }, { type: random.pick(keyTypes) }, { unique: 'pair' }, { comment: 'x' }, { allowNull: true }])); },
  keyType: (random, project) => { anyAssociation(random, project).keyType = random.pick(keyTypes); },
  sourceKey: (random, project) => { const each = anyAssociation(random, project); each.sourceKey = random.pick(['nowhere', anyKeyable(random, modelOf(project, each.source)).name]); },
  targetKey: (random, project) => { const each = anyAssociation(random, project); each.targetKey = random.pick(['nowhere', anyKeyable(random, modelOf(project, each.target)).name]); },
  through: (random, project) => { const each = anyAssociation(random, project); each.through = random.pick([word(random), { model: word(random) }, tableOf(project, anyModel(random, project)), anyModel(random, project).name]); },
  sameThrough: (random, project) => { for (const each of project.associations) if (each.kind === 'belongsToMany' && random.is(0.6)) each.through = 'shared'; },
  threeThrough: (random, project) => {
    if (project.models.some(({ name }) => name === 'Bond')) return;
    project.models.push({ name: 'Bond', attributes: random.is(0.6) ? [{ name: 'id', type: 'INTEGER', primaryKey: true, autoIncrement: true }] : [] });
    for (let i = 0; i < 3; i += 1) project.associations.push({ ...manyToMany(random, project.models.filter((model) => model.name !== 'Bond')), as: `bonds${i}`, through: { model: 'Bond', ...(random.is(0.5) ? { unique: false } : {}) } });
  },
  noThrough: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) delete each.through; },
  throughOptions: (random, project) => {
    const each = anyAssociation(random, project, 'belongsToMany');
    if (each) each.through = { model: typeof each.through === 'string' ? each.through : each.through?.model ?? 'X', ...random.pick([{ unique: false }, { paranoid: true }, { scope: { kind: 'x' } }, { unique: true }]) };
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
    const model = modelOf(project, each?.through?.model ?? each?.through);
    if (model) project.associations.unshift({ kind: 'hasMany', source: each.source, target: model.name, ...(each.foreignKey ? { foreignKey: each.foreignKey } : {}) });
  },
  throughNamedLikeAttribute: (random, project) => {
    const each = anyAssociation(random, project, 'belongsToMany');
    if (each) addAttribute(random, modelOf(project, each.target), { name: each.through?.model ?? each.through ?? 'x', type: 'INTEGER' });
  },
  scope: (random, project) => { const each = anyAssociation(random, project); each.scope = random.pick([{ nowhere: 1 }, { [anyText(random, modelOf(project, each.target)).name]: 'x' }]); },
  constraints: (random, project) => { anyAssociation(random, project).constraints = false; },
  uniqueKey: (random, project) => { const each = anyAssociation(random, project, 'belongsToMany'); if (each) each.uniqueKey = random.pick(['uk', longWord(random), word(random)]); },
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
      ...(random.is(0.5) ? { constraints: false } : {}), ...(random.is(0.4) ? { sourceKey: anyKeyable(random, model).name } : {}) });
  },
  required: (random, project) => {
    const each = anyAssociation(random, project);
    keyAsObject(each, 'foreignKey').allowNull = false;
    keyAsObject(each, 'foreignKey').name ??= 'mustId';
  },
};

const projects = {
  twoOnOneTable: (random, project) => { const [a, b] = random.some(project.models, 2); if (b) optionsOf(b).tableName = tableOf(project, a); },
  sameTable: (random, project) => { const model = anyModel(random, project); project.models.push({ ...structuredClone(model), name: `${model.name}Again${project.models.length}`, options: { ...model.options, tableName: tableOf(project, model) } }); },
  modelName: (random, project) => {
    const renamed = anyModel(random, project);
    const fresh = word(random);
    if (project.models.some((model) => model.name === fresh)) return;
    for (const each of project.associations) for (const end of ['source', 'target']) if (each[end] === renamed.name) each[end] = fresh;
    renamed.name = fresh;
  },
  define: (random, project) => {
    project.define = { ...project.define, ...random.pick([{ schema: 'acme' }, { charset: 'latin1' }, { engine: 'MyISAM' }, { paranoid: true }, { version: true }, { collate: 'utf8mb4_bin' }, { comment: 'x' },
      { underscored: true }, { createdAt: 'made' }, { initialAutoIncrement: 7 }, { rowFormat: 'COMPRESSED' }]) };
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

