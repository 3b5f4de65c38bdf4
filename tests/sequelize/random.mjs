// Random projects: from a seed, always the same.
import { estrange } from './strange.mjs';
import { withoutUnwritten } from './unwritten.mjs';

/** A small generator (mulberry32) with the choices that the rest needs. */
export const chance = (seed) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  const is = (probability) => next() < probability;
  const pick = (list) => list[int(0, list.length - 1)];
  const some = (list, most) => [...list].sort(() => next() - 0.5).slice(0, int(1, Math.min(most, list.length)));
  return { next, int, is, pick, some };
};

const modelNames = ['User', 'Project', 'Task', 'Role', 'Person', 'Category', 'Datum', 'Address', 'Box', 'Leaf', 'Focus', 'News',
  'order_item', 'blogPost', 'Tag', 'Company', 'Child', 'Status', 'Media', 'Quiz'];
export const attributeNames = ['name', 'title', 'body', 'amount', 'isDone', 'firstName', 'unit_price', 'fooID', 'kind', 'position',
  'score', 'startedAt', 'note', 'status', 'level', 'email', 'total', 'color'];
const actions = ['CASCADE', 'RESTRICT', 'NO ACTION', 'cascade', 'restrict'];

const common = ['STRING', 'STRING(64)', 'CHAR(2)', 'TEXT', 'INTEGER', 'BIGINT', 'SMALLINT', 'FLOAT', 'DOUBLE', 'DECIMAL', 'DECIMAL(10,2)',
  'BOOLEAN', 'DATE', 'DATEONLY', 'TIME', 'UUID', 'BLOB', "ENUM('a','b','it\\'s')", 'REAL', 'DECIMAL(10)', 'STRING.BINARY', 'STRING(8).BINARY'];
const typesOf = {
  sqlite: [...common, "TEXT('medium')", 'INTEGER(11)', 'INTEGER.UNSIGNED', 'TINYINT', 'TINYINT(1)', 'MEDIUMINT', 'BIGINT.UNSIGNED', 'DATE(3)',
    'FLOAT(11,2)', 'FLOAT(11,2).UNSIGNED.ZEROFILL', 'DOUBLE(11,2)', 'DECIMAL(10,2).UNSIGNED', 'DECIMAL(10,0)', "BLOB('long')", 'JSON', 'JSONB',
    'CITEXT', 'CHAR', 'CHAR(4).BINARY', 'RANGE(DATE)', 'INET', 'GEOMETRY', { $raw: 'VARCHAR(7)' }, 'VIRTUAL', 'HSTORE', 'TSVECTOR', 'NOW', 'UUIDV4'],
  postgres: [...common, 'INTEGER(11)', 'INTEGER.UNSIGNED', 'JSON', 'JSONB', 'ARRAY(INTEGER)', 'ARRAY(STRING(10))', 'ARRAY(ARRAY(TEXT))',
    "ARRAY(ENUM('x','y'))", 'RANGE', 'RANGE(DATE)', 'RANGE(BIGINT)', 'INET', 'CIDR', 'MACADDR', 'TSVECTOR', 'DATE(3)', 'CHAR', 'CITEXT',
    'FLOAT(11)', { $raw: 'VARCHAR(7)' }, 'VIRTUAL'],
  mysql: [...common, "TEXT('tiny')", "TEXT('long')", 'INTEGER(11)', 'INTEGER.UNSIGNED', 'INTEGER.UNSIGNED.ZEROFILL', 'TINYINT', 'TINYINT(1)',
    'MEDIUMINT', 'BIGINT.UNSIGNED', 'DATE(3)', 'DATE(6)', 'FLOAT(11,2)', 'DOUBLE(11,2)', 'DECIMAL(10,2).UNSIGNED', "BLOB('tiny')", "BLOB('long')",
    'JSON', 'CHAR', 'CHAR(4).BINARY', "GEOMETRY('POINT')", { $raw: 'VARCHAR(7)' }, 'VIRTUAL'],
};
typesOf.mariadb = typesOf.mysql;

export const text = (type) => (typeof type === 'string' ? type : type.$raw);
export const isKeyable = (type) => /^(STRING(\(\d+\))?$|CHAR|INTEGER|BIGINT|SMALLINT|UUID|DATEONLY)/.test(text(type)) && !/BINARY/.test(text(type));
export const isIndexable = (type) => isKeyable(type) || /^(BOOLEAN|DATE|DECIMAL|ENUM|FLOAT|DOUBLE)/.test(text(type));

const defaultOf = (random, type) => {
  const name = text(type);
  if (/^(INTEGER|BIGINT|SMALLINT|MEDIUMINT)/.test(name)) return random.pick([0, 7, 42]);
  if (/^TINYINT/.test(name)) return random.pick([0, 1]);
  if (/^(FLOAT|DOUBLE|REAL|DECIMAL)/.test(name)) return random.pick([1.5, 0, 100]);
  if (/BINARY/.test(name)) return undefined;
  if (/^(STRING|CHAR\b)/.test(name)) return random.pick(["x", "it", '', '5']);
  if (/^TEXT/.test(name)) return random.pick(["it's", 'x']);
  if (name === 'BOOLEAN') return random.is(0.5);
  if (/^ENUM/.test(name)) return 'a';
  if (name === 'DATE') return random.pick([{ $default: 'NOW' }, { $date: '2020-01-02T03:04:05.678Z' }]);
  if (name === 'UUID') return { $default: random.pick(['UUIDV1', 'UUIDV4']) };
  if (/^JSONB?$/.test(name)) return random.pick([{ a: 1 }, []]);
  return undefined;
};

const randomAttribute = (random, name, dialect) => {
  const type = random.pick(random.is(0.7) ? common : typesOf[dialect]);
  const attribute = { name, type };
  if (random.is(0.15)) attribute.field = random.pick([`${name}_col`, `c_${name}`, name.toUpperCase()]);
  if (random.is(0.3)) attribute.allowNull = random.is(0.3);
  if (isIndexable(type) && random.is(0.12)) {
    attribute.unique = random.pick([true, true, 'pair', { name: 'named' }, { msg: 'taken' }]);
  }
  if (random.is(0.2)) {
    const value = defaultOf(random, type);
    if (value !== undefined) attribute.defaultValue = value;
    else if (random.is(0.2) && attribute.allowNull !== false) attribute.defaultValue = null;
  }
  if (random.is(0.08)) attribute.comment = random.pick(['a note', "it's", 'with "quotes"']);
  return attribute;
};

const primaryKey = (random) => {
  const kind = random.int(0, 5);
  if (kind <= 1) return [];
  if (kind === 2) return [{ name: 'id', type: 'UUID', primaryKey: true, defaultValue: { $default: 'UUIDV4' } }];
  if (kind === 3) return [{ name: random.pick(['id', 'no', 'userNo']), type: random.pick(['INTEGER', 'BIGINT']), primaryKey: true, autoIncrement: true }];
  if (kind === 4) return [{ name: 'code', type: random.pick(['STRING(20)', 'CHAR(4)']), primaryKey: true, ...(random.is(0.3) ? { field: 'c_code' } : {}) }];
  return random.is(0.4)
    ? [{ name: 'a', type: 'INTEGER', primaryKey: true }, { name: 'b', type: 'STRING(10)', primaryKey: true }]
    : [{ name: 'id', type: 'INTEGER', primaryKey: true, autoIncrement: true, allowNull: false }];
};

const randomOptions = (random) => {
  const options = {};
  if (random.is(0.15)) options.tableName = random.pick(['tbl_x', 'The Table', 'items']) + random.int(1, 99);
  if (random.is(0.3)) options.timestamps = random.is(0.3);
  if (random.is(0.2)) options.underscored = true;
  if (random.is(0.1)) options.freezeTableName = true;
  if (random.is(0.15)) options.paranoid = true;
  if (random.is(0.08)) options.createdAt = random.pick([false, 'made']);
  if (random.is(0.08)) options.updatedAt = random.pick([false, 'changed_at']);
  if (random.is(0.05)) options.deletedAt = 'gone';
  if (random.is(0.1)) options.version = random.pick([true, 'rev']);
  if (random.is(0.08)) options.comment = random.pick(['a table', "it's"]);
  if (random.is(0.08)) options.name = { singular: 'Thing', plural: 'Things' };
  return options;
};

export const columnOf = (model, attribute) => attribute.field
  ?? (model.options?.underscored ? attribute.name.replace(/[A-Z]/g, '_$&').replace(/^_/, '').toLowerCase() : attribute.name);

const randomIndex = (random, model, dialect) => {
  const usable = model.attributes.filter((attribute) => isIndexable(attribute.type));
  if (usable.length === 0) return undefined;
  const fields = random.some(usable, 3).map((attribute) => columnOf(model, attribute))
    .map((column) => (random.is(0.2) ? { name: column, order: random.pick(['ASC', 'DESC']) } : column));
  const index = { fields };
  if (random.is(0.4)) index.name = `ix_${random.int(1, 9999)}`;
  if (random.is(0.3)) index.unique = true;
  else if (random.is(0.1)) index.type = 'UNIQUE';
  if (dialect !== 'mysql' && dialect !== 'mariadb' && random.is(0.15)) {
    const numeric = usable.find((attribute) => text(attribute.type) === 'INTEGER');
    if (numeric) index.where = { [columnOf(model, numeric)]: { $gt: 3 } };
  }
  if (dialect !== 'sqlite' && random.is(0.1)) index.using = 'BTREE';
  return index;
};

const keyOf = (random, model) => {
  const attribute = random.pick(model.attributes.filter(({ type }) => isKeyable(type)).concat([undefined]));
  return attribute?.name;
};

const foreignKey = (random, name) => {
  if (random.is(0.6)) return name;
  const key = { name };
  if (random.is(0.5)) key.field = `${name}_f`;
  if (random.is(0.4)) key.allowNull = random.is(0.3);
  if (random.is(0.1)) key.unique = true;
  return key;
};

const randomAssociations = (random, models, strange) => {
  const associations = [];
  const count = random.int(1, models.length + 2);
  let joins = 0;
  for (let i = 0; i < count; i += 1) {
    const source = random.pick(models);
    const target = random.pick(models);
    const isSelf = source === target;
    const kind = random.pick(['belongsToMany', 'belongsToMany', 'belongsToMany', 'hasMany', 'hasOne', 'belongsTo']);
    const base = { kind, source: source.name, target: target.name };
    const actionsFor = (association) => {
      if (random.is(0.15)) association.onDelete = random.pick(actions);
      if (random.is(0.1)) association.onUpdate = random.pick(actions);
      if (random.is(0.06)) association.constraints = false;
      return association;
    };
    if (kind !== 'belongsToMany') {
      const association = actionsFor({ ...base });
      if (isSelf || random.is(0.4)) association.as = `${random.pick(['owner', 'parts', 'Parent', 'main_thing'])}${i}`;
      if (random.is(0.3)) association.foreignKey = foreignKey(random, random.pick(['ownerId', 'ref_id', `key${i}`]));
      associations.push(association);
      if (kind === 'hasMany' && random.is(0.5)) {
        associations.push({ kind: 'belongsTo', source: target.name, target: source.name,
          ...(association.foreignKey ? { foreignKey: typeof association.foreignKey === 'string' ? association.foreignKey : association.foreignKey.name } : {}),
          ...(isSelf ? { as: `up${i}` } : {}) });
      }
      continue;
    }
    joins += 1;
    const throughModels = models.filter((model) => model.isThrough);
    const through = throughModels.length > 0 && random.is(0.4) ? random.pick(throughModels).name
      : random.is(strange ? 0.2 : 0.02) ? 'links' : `${random.pick(['Join', 'user_things', 'Links'])}${joins}`;
    const wrap = (name) => (random.is(0.1) ? { model: name, ...(random.is(0.4) ? { unique: false } : {}) } : name);
    const first = actionsFor({ ...base, through: wrap(through) });
    const second = actionsFor({ kind, source: target.name, target: source.name, through: wrap(through) });
    if (isSelf || random.is(0.4)) {
      first.as = `Fore${i}s`;
      second.as = random.is(0.2) ? { singular: `aft${i}`, plural: `afts${i}` } : `Afts${i}`;
    }
    if (isSelf ? !strange || random.is(0.7) : random.is(0.5)) {
      first.foreignKey = foreignKey(random, `fk${i}`);
      if (random.is(0.5)) first.otherKey = foreignKey(random, `ok${i}`);
      if (random.is(0.8) || isSelf) second.foreignKey = foreignKey(random, random.is(strange ? 0.8 : 1) ? `ok${i}` : `zk${i}`);
      if (random.is(0.4)) second.otherKey = `fk${i}`;
    }
    if (random.is(0.15)) first.sourceKey = keyOf(random, source);
    if (random.is(0.1)) first.targetKey = keyOf(random, target);
    if (random.is(0.1)) second.sourceKey = keyOf(random, target);
    if (random.is(0.1)) first.timestamps = random.is(0.4);
    if (random.is(0.06)) first.uniqueKey = `uk_${i}`;
    for (const side of [first, second]) {
      for (const key of Object.keys(side)) if (side[key] === undefined) delete side[key];
    }
    associations.push(first);
    if (random.is(0.8)) associations.push(second);
  }
  if (random.is(0.2)) associations.sort(() => random.next() - 0.5);
  return associations;
};

/** A project for a dialect; `strange` ones do what nobody should. */
export const randomProject = (seed, dialect) => {
  const random = chance(seed * 7919 + 17);
  const strange = random.is(0.35);
  const names = random.some(modelNames, 5);
  const models = names.map((name) => {
    const model = { name, attributes: primaryKey(random), isThrough: false };
    for (const attribute of random.some(attributeNames, 5)) {
      if (!model.attributes.some((other) => other.name === attribute)) model.attributes.push(randomAttribute(random, attribute, dialect));
    }
    const options = randomOptions(random);
    if (Object.keys(options).length > 0) model.options = options;
    return model;
  });
  if (random.is(0.6)) {
    const own = random.is(0.5) ? [{ name: 'id', type: 'INTEGER', primaryKey: true, autoIncrement: true }] : [];
    const attributes = [...own, ...random.some(attributeNames, 3).map((name) => randomAttribute(random, name, dialect))];
    models.push({ name: 'Grant', attributes, isThrough: true, options: random.is(0.5) ? { timestamps: false } : randomOptions(random) });
  }
  for (const model of models) {
    const indexes = [];
    if (random.is(0.3)) indexes.push(randomIndex(random, model, dialect));
    if (random.is(0.1)) indexes.push(randomIndex(random, model, dialect));
    const made = indexes.filter(Boolean);
    if (made.length > 0) model.indexes = made;
  }
  const associations = randomAssociations(random, models, strange);
  const define = {};
  if (random.is(0.1)) define.underscored = true;
  if (random.is(0.1)) define.timestamps = false;
  if (random.is(0.05)) define.freezeTableName = true;
  return withoutUnwritten({
    format: 'throughline/1',
    name: `random ${seed}`,
    ...(Object.keys(define).length > 0 ? { define } : {}),
    models: models.map(({ isThrough, ...model }) => model),
    associations,
  });
};

/** Three of five are what somebody might draw; the others have one to three mistakes or rarities besides (strange.mjs). */
export const anyProject = (seed, dialect) => {
  const project = randomProject(seed, dialect);
  const random = chance(seed * 104729 + 5);
  if (random.is(0.4)) project.name += `: ${estrange(random, project).join(', ')}`;
  return withoutUnwritten(project);
};
