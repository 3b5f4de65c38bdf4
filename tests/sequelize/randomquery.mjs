// Random queries over the models of a Sequelize instance, and random rows to ask about.
import { DataTypes } from 'sequelize';
import { chance } from './random.mjs';

const words = ['x', "it's", 'a"b', 'Ada', 'é😀', '%_', 'back\\slash', 'ünïcode', '', '10', 'a`b', 'line\nbreak', 'O\'\'Neill; --'];

const key = ({ type }) => type.key;
const isOn = (model, ...dialects) => dialects.includes(model.sequelize.options.dialect);
const instant = (random) => `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}T0${random.int(0, 9)}:00:0${random.int(0, 9)}.${random.int(100, 999)}Z`;
const day = (random) => `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}`;

const rangeFor = (random, subtype) => {
  switch (subtype) {
    case 'TIMESTAMP WITH TIME ZONE': case 'DATE': return [`2020-0${random.int(1, 9)}-01T00:00:00.000Z`, random.is(0.1) ? null : `2021-0${random.int(1, 9)}-01T10:20:30.000Z`];
    case 'DATEONLY': return ['2020-01-01', '2020-02-03'];
    default: return [random.int(-3, 2), random.is(0.15) ? null : random.int(3, 9)];
  }
};

/** A value that fits an attribute, as JSON of a query file. */
export const valueFor = (random, attribute) => {
  const kind = key(attribute);
  const { type } = attribute;
  switch (kind) {
    case 'INTEGER': case 'SMALLINT': case 'MEDIUMINT': return random.int(type._unsigned ? 0 : -2, 6);
    case 'TINYINT': return random.int(0, 3);
    case 'BIGINT': return random.pick([1, 2, 3, 5, 4294967296]);
    case 'FLOAT': case 'DOUBLE PRECISION': case 'DOUBLE': case 'REAL': return random.pick([0.5, 1.25, type._unsigned ? 3 : -3, 2]);
    case 'DECIMAL': return random.pick([1, 12.5, 3.25]);
    case 'BOOLEAN': return random.is(0.5);
    case 'DATE': return instant(random);
    case 'DATEONLY': return day(random);
    case 'TIME': return `1${random.int(0, 9)}:0${random.int(0, 9)}:00`;
    case 'UUID': return `00000000-0000-4000-8000-00000000000${random.int(0, 9)}`;
    case 'ENUM': return random.pick(type.values);
    case 'JSON': case 'JSONB': return random.pick([{ a: 1, b: { c: 'x' } }, { a: random.int(0, 3), list: [1, 'two', null] }, { a: "it's", t: true }]);
    case 'BLOB': return { $hex: '00ff61' };
    case 'STRING': return type._binary ? { $hex: '6162' } : random.pick(words).slice(0, type._length ?? 255);
    case 'CHAR': return type._binary ? { $hex: '6162' } : random.pick(['ab', 'x', 'é']).slice(0, type._length ?? 255);
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

const isPlain = (attribute) => !['BLOB', 'JSON', 'JSONB', 'VIRTUAL', 'ARRAY', 'RANGE', 'TSVECTOR', 'GEOMETRY', 'HSTORE'].includes(key(attribute)) && !attribute.type._binary;
const isJson = (attribute) => ['JSON', 'JSONB'].includes(key(attribute));
const isText = (attribute) => ['STRING', 'CHAR', 'TEXT', 'CITEXT'].includes(key(attribute)) && !attribute.type._binary;
const isNumber = (attribute) => ['INTEGER', 'SMALLINT', 'MEDIUMINT', 'BIGINT', 'DOUBLE PRECISION', 'FLOAT', 'DECIMAL', 'REAL'].includes(key(attribute));

const stored = (model) => Object.entries(model.rawAttributes).filter(([, attribute]) => key(attribute) !== 'VIRTUAL')
  .map(([name, attribute]) => ({ name, attribute, type: attribute.type }));

/** Conditions that only columns of some types, on some databases, understand. */
const specialComparison = (random, attribute, model) => {
  const value = () => valueFor(random, attribute);
  const postgres = isOn(model, 'postgres');
  switch (key(attribute)) {
    case 'JSON': case 'JSONB': return random.pick([{ a: random.int(0, 2) }, { b: { c: 'x' } }, { a: { $ne: 1 } }, { b: { c: { $in: ['x', 'y'] } } },
      { t: true }, { a: { $gt: 0 }, t: null }, ...(postgres && key(attribute) === 'JSONB' ? [{ $contains: { a: 1 } }, { $contained: { a: 1, t: true, list: [] } }] : [])]);
    case 'ARRAY': return postgres && attribute.type.type.key !== 'ENUM' ? random.pick([{ $contains: value() }, { $overlap: value() }, { $contained: value() }, value(), { $ne: value() }]) : null;
    case 'RANGE': return postgres ? random.pick([{ $overlap: value() }, { $contains: value() }, { $strictLeft: value() }, { $adjacent: value() }, { $noExtendRight: value() }, null]) : null;
    case 'TSVECTOR': return postgres ? { $match: { $fn: ['to_tsquery', 'x'] } } : null;
    default: return null;
  }
};

const comparison = (random, attribute, model) => {
  const value = () => valueFor(random, attribute);
  if (!isPlain(attribute)) return random.is(0.6) ? specialComparison(random, attribute, model) : random.pick([null, { $ne: null }, { $not: null }]);
  const choices = [value, () => ({ $eq: value() }), () => ({ $ne: value() }), () => null, () => ({ $ne: null }), () => [value(), value()],
    () => ({ $in: [value(), value(), value()] }), () => ({ $notIn: random.pick([[value()], []]) }), () => ({ $gt: value() }),
    () => ({ $gte: value(), $lt: value() }), () => ({ $between: [value(), value()] }), () => ({ $or: [value(), { $gt: value() }, null] }),
    () => ({ $and: [{ $ne: value() }, { $ne: value() }] }), () => ({ $not: value() }), () => ({ $not: [value(), value()] }), () => ({ $in: [] }),
    () => ({ $notBetween: [value(), value()] }), () => ({ $or: { $lt: value(), $eq: null } })];
  if (isText(attribute)) {
    choices.push(() => ({ $like: `%${value()}%` }), () => ({ $notLike: 'a%' }), () => ({ $startsWith: value() }), () => ({ $endsWith: value() }),
      () => ({ $substring: value() }));
    if (isOn(model, 'postgres')) {
      choices.push(() => ({ $iLike: '%A%' }), () => ({ $notILike: 'x%' }), () => ({ $regexp: '^[A-Za-z]' }), () => ({ $notRegexp: 'd' }), () => ({ $iRegexp: 'ADA' }),
        () => ({ $notIRegexp: '^X' }), () => ({ $like: { $any: ['%a%', 'x%'] } }), () => ({ $iLike: { $all: ['%A%', '%d%'] } }));
    }
    if (isOn(model, 'mysql', 'mariadb')) choices.push(() => ({ $regexp: '^[A-Za-z]' }), () => ({ $notRegexp: 'd' }));
  }
  if (key(attribute) === 'BOOLEAN') choices.push(() => ({ $is: value() }), () => ({ $not: value() }));
  return random.pick(choices)();
};

/** SQL that stands where a condition does; `alias` is what the model is called there. */
const expressionCondition = (random, model, alias) => {
  const { name, attribute } = random.pick(stored(model).filter((each) => isPlain(each.attribute)).concat(stored(model)));
  const column = { $col: `${alias}.${attribute.field}` };
  const others = stored(model).filter((each) => key(each.attribute) === key(attribute));
  return random.pick([
    () => ({ $where: [{ $fn: ['LENGTH', { $cast: [column, isOn(model, 'postgres', 'sqlite') ? 'TEXT' : 'CHAR'] }] }, random.pick(['$gt', '$lte']), 3] }),
    () => ({ $where: [{ $fn: ['COALESCE', { $cast: [column, isOn(model, 'postgres', 'sqlite') ? 'TEXT' : 'CHAR'] }, '-$-'] }, '-$-'] }),
    () => ({ $literal: random.pick(['1 = 1', '(1 = 0 OR 2 > 1)']) }),
    () => ({ [name]: { [isPlain(attribute) ? random.pick(['$col', '$col']) : '$col']: `${alias}.${random.pick(others).attribute.field}` } }),
    () => ({ [name]: { $ne: { $literal: 'NULL' } } }),
  ])();
};

const where = (random, model, depth = 0, alias = undefined) => {
  const attributes = stored(model);
  const out = {};
  for (const { name, attribute } of random.some(attributes, 2)) {
    if (isJson(attribute) && random.is(0.3)) out[`${name}.${random.pick(['a', 'b.c', 't'])}`] = random.pick([1, 'x', true, { $ne: null }]);
    else out[name] = comparison(random, attribute, model);
  }
  if (depth < 2 && random.is(0.25)) {
    const group = random.pick(['$or', '$and', '$not']);
    out[group] = random.is(0.6) ? [where(random, model, depth + 1, alias), where(random, model, depth + 1, alias)] : where(random, model, depth + 1, alias);
  }
  if (alias && random.is(0.12)) out.$and = [...(Array.isArray(out.$and) ? out.$and : out.$and ? [out.$and] : []), expressionCondition(random, model, alias)];
  if (random.is(0.05)) return [out, where(random, model, depth + 1, alias)];
  return out;
};

const attributesOf = (random, model, inInclude) => {
  const names = stored(model).map(({ name }) => name);
  switch (random.int(0, 4)) {
    case 0: return { exclude: random.some(names, 2) };
    case 1: return { include: [[{ $fn: ['COALESCE', null, 7] }, 'seven']] };
    case 2: return [...random.some(names, 3), ...(random.is(0.3) ? [[random.pick(names), 'renamed']] : [])];
    case 3: return random.is(0.2) && inInclude ? [] : random.some(names, 4);
    default: return random.some(names, 2);
  }
};

const include = (random, association, depth, features) => {
  const model = association.target;
  const out = { association: association.as };
  if (random.is(0.4)) out.attributes = attributesOf(random, model, true);
  if (random.is(0.3)) out.where = where(random, model);
  if (random.is(0.3)) out.required = random.is(0.5);
  if (association.associationType === 'BelongsToMany' && random.is(0.5)) {
    const through = association.through.model;
    out.through = {};
    const names = stored(through).map(({ name }) => name);
    if (random.is(0.6)) out.through.attributes = random.is(0.4) ? [] : random.some(names, 3);
    if (random.is(0.3)) out.through.where = where(random, through, 2);
    if (random.is(0.1)) out.through.as = 'link';
    if (random.is(0.1)) out.through.paranoid = false;
  }
  if (features.all && random.is(0.05)) out.right = true;
  if (features.all && random.is(0.05) && out.where) out.or = true;
  if (features.all && random.is(0.05)) out.duplicating = random.is(0.5);
  if (features.all && random.is(0.04)) out.subQuery = random.is(0.5);
  if (random.is(0.05)) out.paranoid = false;
  if (features.all && association.associationType === 'HasMany' && random.is(0.25)) {
    out.separate = true;
    if (random.is(0.5)) out.limit = random.int(1, 2);
    const { name } = random.pick(stored(model).filter(({ attribute }) => isPlain(attribute)));
    out.order = [...(random.is(0.3) ? [[name, 'DESC']] : []), ...totalOrder(model, [])];
  }
  if (depth < 3 && random.is(depth === 1 ? 0.45 : 0.2)) out.include = includes(random, model, depth + 1, features);
  if (out.separate && out.include) out.order = [...out.order, ...totalOrder(model, out.include).slice(Object.keys(model.primaryKeys).length)];
  if (features.all && depth === 1 && random.is(0.03)) return { all: random.pick([true, 'HasMany', 'One', ['BelongsTo', 'Has']]), ...(random.is(0.2) ? { nested: true } : {}) };
  return out;
};

const includes = (random, model, depth, features) => {
  const associations = Object.values(model.associations);
  if (associations.length === 0) return [];
  return random.some(associations, depth === 1 ? 3 : 2).map((association) => (random.is(0.2) ? association.as : include(random, association, depth, features)));
};

/** The keys of everything included, so that the order is total. */
const totalOrder = (model, list, path = []) => {
  const order = Object.keys(model.primaryKeys).map((name) => [...path, name, 'ASC']);
  for (const item of list ?? []) {
    const association = model.associations[typeof item === 'string' ? item : item.association];
    if (!association || item.separate || (item.limit && item.separate === undefined)) continue;
    order.push(...totalOrder(association.target, item.include, [...path, association.as]));
    const through = association.associationType === 'BelongsToMany' && !item.through?.as && association.through.model;
    if (through) order.push(...Object.keys(through.primaryKeys).map((name) => [...path, association.as, { model: through.name }, name, 'ASC']));
  }
  return order;
};

/** Included models with the path that leads to each. */
const reached = (model, list, path = []) => (list ?? []).flatMap((item) => {
  const association = model.associations[typeof item === 'string' ? item : item.association];
  if (!association || item.separate || item.limit) return [];
  const own = [...path, association.as];
  return [{ path: own, model: association.target }, ...reached(association.target, item.include, own)];
});

const grouped = (random, model, find) => {
  const plain = stored(model).filter(({ attribute }) => isPlain(attribute));
  const { name } = random.pick(plain);
  const number = plain.find(({ attribute }) => isNumber(attribute));
  const of = (attribute) => ({ $col: `${model.name}.${attribute.field}` });
  find.attributes = [name, [{ $fn: ['COUNT', of(model.rawAttributes[name])] }, 'amountOfThem']];
  if (number) find.attributes.push([{ $fn: [random.pick(['MAX', 'MIN', 'SUM']), of(number.attribute)] }, 'summary']);
  find.group = random.is(0.5) ? [`${model.name}.${model.rawAttributes[name].field}`] : `${model.name}.${model.rawAttributes[name].field}`;
  if (random.is(0.4)) find.having = { $where: [{ $fn: ['COUNT', { $literal: '*' }] }, '$gte', random.int(1, 2)] };
  find.order = [[name, random.pick(['ASC', 'DESC'])]];
  if (random.is(0.3)) find.limit = random.int(1, 3);
  return find;
};

export const randomQuery = (random, sequelize, features = {}) => {
  const models = Object.values(sequelize.models);
  const model = random.pick(models);
  const find = { model: model.name };
  if (random.is(0.4)) find.where = where(random, model, 0, features.all ? model.name : undefined);
  if (features.all && random.is(0.06)) return grouped(random, model, find);
  if (random.is(0.4)) find.attributes = attributesOf(random, model, false);
  if (random.is(0.75)) {
    const list = includes(random, model, 1, features);
    if (list.length > 0) find.include = list;
  }
  const below = features.all ? reached(model, find.include) : [];
  if (below.length > 0 && random.is(0.12)) {
    const { path, model: target } = random.pick(below);
    const plain = stored(target).filter(({ attribute }) => isPlain(attribute));
    const { attribute } = random.pick(plain);
    const path$ = `$${[...path, attribute.field].join('.')}$`;
    const condition = { [path$]: comparison(random, attribute, target) };
    find.where = find.where ? { [random.pick(['$or', '$and'])]: [find.where, condition] } : condition;
  }
  const names = stored(model).filter(({ attribute }) => isPlain(attribute)).map(({ name }) => name);
  const first = [];
  if (random.is(0.3)) first.push([random.pick(names), random.pick(['ASC', 'DESC'])]);
  if (below.length > 0 && random.is(0.2)) {
    const { path, model: target } = random.pick(below);
    first.push([...path, random.pick(stored(target).filter(({ attribute }) => isPlain(attribute))).name, random.pick(['ASC', 'DESC'])]);
  }
  const json = stored(model).find(({ attribute }) => key(attribute) === 'JSONB' || (key(attribute) === 'JSON' && isOn(model, 'sqlite', 'mysql', 'mariadb')));
  if (features.all && json && random.is(0.3)) first.push([`${json.name}.${random.pick(['a', 'b.c'])}`, 'DESC']);
  if (features.all && random.is(0.05)) first.push([{ $fn: ['LENGTH', { $cast: [{ $col: `${model.name}.${model.rawAttributes[random.pick(names)].field}` }, isOn(model, 'postgres', 'sqlite') ? 'TEXT' : 'CHAR'] }] }, 'DESC']);
  find.order = [...first, ...totalOrder(model, find.include)];
  if (random.is(0.35)) find.limit = random.int(1, 4);
  if (random.is(0.15)) find.offset = random.int(0, 2);
  if (random.is(0.05)) find.subQuery = random.is(0.5);
  if (random.is(0.05)) find.paranoid = false;
  return find;
};

/** A project with default scopes, and with scopes on its associations, here and there. */
export const withScopes = (random, project) => {
  const isScopable = ({ type }) => /^(INTEGER|STRING|BOOLEAN|SMALLINT)\b(?!.*BINARY)/.test(type);
  const condition = (model) => {
    const usable = (model?.attributes ?? []).filter(isScopable);
    if (usable.length === 0) return undefined;
    const { name, type } = random.pick(usable);
    return { [name]: /^BOOL/.test(type) ? random.is(0.5) : /^STR/.test(type) ? random.pick(words).slice(0, 8) : random.int(0, 4) };
  };
  for (const model of project.models) {
    if (!random.is(0.08)) continue;
    const scope = { where: random.is(0.7) ? condition(model) : undefined, attributes: random.is(0.3) ? { exclude: [random.pick(model.attributes.concat([{ name: 'id' }])).name] } : undefined };
    for (const each of Object.keys(scope)) if (!scope[each] || (each === 'attributes' && !model.attributes.some(({ name }) => name === scope.attributes.exclude[0]))) delete scope[each];
    if (Object.keys(scope).length > 0) model.options = { ...model.options, defaultScope: scope };
  }
  for (const association of project.associations) {
    if (association.kind === 'belongsTo' || !random.is(0.08)) continue;
    const scope = condition(project.models.find(({ name }) => name === association.target));
    if (scope) association.scope = scope;
  }
  return project;
};

const withoutForeignKeys = { sqlite: 'PRAGMA foreign_keys = OFF', postgres: 'SET session_replication_role = replica', mysql: 'SET FOREIGN_KEY_CHECKS = 0', mariadb: 'SET FOREIGN_KEY_CHECKS = 0' };
const stringKinds = ['STRING', 'CHAR', 'TEXT', 'CITEXT'];

/**
 * Rows for every table by plain INSERTs through Sequelize's own types, on one connection whose foreign keys are not
 * watched; a row that fails keeps its keys and what must not be NULL. Gives the statements that succeeded.
 */
export const insertRandomRows = async (random, sequelize) => {
  await sequelize.query(withoutForeignKeys[sequelize.options.dialect]);
  const statements = [];
  const insert = async (model, row) => {
    const fields = Object.fromEntries(Object.values(model.rawAttributes).map((each) => [each.field, each]));
    const record = Object.fromEntries(Object.entries(row).map(([name, value]) => [model.rawAttributes[name].field, value]));
    let sql;
    await sequelize.getQueryInterface().bulkInsert(model.getTableName(), [record], { logging: (text) => { sql = text.replace(/^Executing \([^)]*\): /, ''); } }, fields);
    statements.push(sql);
  };
  for (const model of Object.values(sequelize.models)) {
    for (let i = 1; i <= 5; i += 1) {
      const row = {};
      for (const { name, attribute } of stored(model)) {
        const points = attribute.references;
        if ((attribute.primaryKey || points) && isNumber(attribute)) row[name] = points ? random.int(1, 5) : i;
        else if ((attribute.primaryKey || points) && key(attribute) === 'UUID') row[name] = `00000000-0000-4000-8000-00000000000${points ? random.int(1, 5) : i}`;
        else if ((attribute.primaryKey || points) && stringKinds.includes(key(attribute)) && !attribute.type._binary) row[name] = `k${points ? random.int(1, 5) : i}`;
        else if (attribute.allowNull !== false && random.is(0.2)) row[name] = null;
        else row[name] = valueFor(random, attribute);
        if (row[name] && row[name].$hex) row[name] = Buffer.from(row[name].$hex, 'hex');
        if (key(attribute) === 'DATE' && typeof row[name] === 'string') row[name] = new Date(row[name]);
        if (key(attribute) === 'RANGE' && row[name] && typeof row[name][0] === 'string') row[name] = row[name].map((bound) => bound && new Date(bound));
      }
      const kept = ([name, value]) => {
        const attribute = model.rawAttributes[name];
        return [name, attribute.primaryKey || attribute.references || attribute.allowNull === false || isPlain(attribute) ? value : null];
      };
      await insert(model, row).catch(() => insert(model, Object.fromEntries(Object.entries(row).map(kept)))).catch(() => {});
    }
  }
  return statements;
};

export { chance, DataTypes };
