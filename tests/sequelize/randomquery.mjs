// Random queries over the models of a Sequelize instance, and random rows to ask about.
import { DataTypes } from 'sequelize';
import { chance } from './random.mjs';

const words = ['x', "it's", 'a"b', 'Ada', 'é😀', '%_', 'back\\slash', 'ünïcode', '', '10', 'a`b', 'line\nbreak', 'O\'\'Neill; --'];

const key = ({ type }) => type.key;

/** A value that fits an attribute, as JSON of a query file. */
export const valueFor = (random, attribute) => {
  const kind = key(attribute);
  switch (kind) {
    case 'INTEGER': case 'SMALLINT': case 'MEDIUMINT': return random.int(-2, 6);
    case 'TINYINT': return random.int(0, 3);
    case 'BIGINT': return random.pick([1, 2, 3, 5, 4294967296]);
    case 'FLOAT': case 'DOUBLE PRECISION': case 'DOUBLE': case 'REAL': return random.pick([0.5, 1.25, -3, 2]);
    case 'DECIMAL': return random.pick([1, 12.5, 3.25]);
    case 'BOOLEAN': return random.is(0.5);
    case 'DATE': return `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}T0${random.int(0, 9)}:00:0${random.int(0, 9)}.${random.int(100, 999)}Z`;
    case 'DATEONLY': return `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}`;
    case 'TIME': return `1${random.int(0, 9)}:0${random.int(0, 9)}:00`;
    case 'UUID': return `00000000-0000-4000-8000-00000000000${random.int(0, 9)}`;
    case 'ENUM': return random.pick(attribute.type.values);
    case 'JSON': case 'JSONB': return random.pick([{ a: 1, b: { c: 'x' } }, { a: random.int(0, 3), list: [1, 'two', null] }, { a: "it's", t: true }]);
    case 'BLOB': return { $hex: '00ff61' };
    case 'STRING': return attribute.type._binary ? { $hex: '6162' } : random.pick(words).slice(0, attribute.type._length ?? 255);
    case 'CHAR': return attribute.type._binary ? { $hex: '6162' } : random.pick(['ab', 'x', 'é']).slice(0, attribute.type._length ?? 255);
    default: return random.pick(words);
  }
};

const isPlain = (attribute) => !['BLOB', 'JSON', 'JSONB', 'VIRTUAL'].includes(key(attribute)) && !attribute.type._binary;
const isText = (attribute) => ['STRING', 'CHAR', 'TEXT', 'CITEXT'].includes(key(attribute)) && !attribute.type._binary;
const isNumber = (attribute) => ['INTEGER', 'SMALLINT', 'MEDIUMINT', 'BIGINT', 'DOUBLE PRECISION', 'FLOAT', 'DECIMAL', 'REAL'].includes(key(attribute));

const stored = (model) => Object.entries(model.rawAttributes).filter(([, attribute]) => key(attribute) !== 'VIRTUAL')
  .map(([name, attribute]) => ({ name, attribute, type: attribute.type }));

const comparison = (random, attribute) => {
  const value = () => valueFor(random, attribute);
  if (!isPlain(attribute)) return random.pick([null, { $ne: null }, { $not: null }]);
  const choices = [value, () => ({ $eq: value() }), () => ({ $ne: value() }), () => null, () => ({ $ne: null }), () => [value(), value()],
    () => ({ $in: [value(), value(), value()] }), () => ({ $notIn: random.pick([[value()], []]) }), () => ({ $gt: value() }),
    () => ({ $gte: value(), $lt: value() }), () => ({ $between: [value(), value()] }), () => ({ $or: [value(), { $gt: value() }, null] }),
    () => ({ $and: [{ $ne: value() }, { $ne: value() }] }), () => ({ $not: value() }), () => ({ $not: [value(), value()] }), () => ({ $in: [] })];
  if (isText(attribute)) {
    choices.push(() => ({ $like: `%${value()}%` }), () => ({ $notLike: 'a%' }), () => ({ $startsWith: value() }), () => ({ $endsWith: value() }),
      () => ({ $substring: value() }));
  }
  return random.pick(choices)();
};

const where = (random, model, depth = 0) => {
  const attributes = stored(model);
  const out = {};
  for (const { name, attribute } of random.some(attributes, 2)) out[name] = comparison(random, attribute);
  if (depth < 2 && random.is(0.25)) {
    const group = random.pick(['$or', '$and', '$not']);
    out[group] = random.is(0.6) ? [where(random, model, depth + 1), where(random, model, depth + 1)] : where(random, model, depth + 1);
  }
  if (random.is(0.05)) return [out, where(random, model, depth + 1)];
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
  }
  if (features.all && random.is(0.05)) out.right = true;
  if (random.is(0.05)) out.paranoid = false;
  if (features.all && association.associationType === 'HasMany' && random.is(0.2)) {
    out.separate = true;
    if (random.is(0.5)) { out.limit = random.int(1, 2); }
    const [{ name }] = stored(model);
    out.order = Object.keys(model.primaryKeys).map((each) => [each, 'ASC']).concat(random.is(0.3) ? [[name, 'DESC']] : []);
  }
  if (depth < 3 && random.is(depth === 1 ? 0.45 : 0.2)) out.include = includes(random, model, depth + 1, features);
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
    if (item.separate || item.limit) continue;
    order.push(...totalOrder(association.target, item.include, [...path, association.as]));
  }
  return order;
};

export const randomQuery = (random, sequelize, features = {}) => {
  const models = Object.values(sequelize.models);
  const model = random.pick(models);
  const find = { model: model.name };
  if (random.is(0.4)) find.attributes = attributesOf(random, model, false);
  if (random.is(0.4)) find.where = where(random, model);
  if (random.is(0.75)) {
    const list = includes(random, model, 1, features);
    if (list.length > 0) find.include = list;
  }
  const names = stored(model).filter(({ attribute }) => isPlain(attribute)).map(({ name }) => name);
  find.order = [...(random.is(0.3) ? [[random.pick(names), random.pick(['ASC', 'DESC'])]] : []), ...totalOrder(model, find.include)];
  if (random.is(0.35)) find.limit = random.int(1, 4);
  if (random.is(0.15)) find.offset = random.int(0, 2);
  if (random.is(0.05)) find.subQuery = random.is(0.5);
  if (random.is(0.05)) find.paranoid = false;
  return find;
};

/** Rows for every table by plain INSERTs through Sequelize's own types; keys that fail are passed over. */
export const insertRandomRows = async (random, sequelize) => {
  await sequelize.query('PRAGMA foreign_keys = OFF').catch(() => {});
  for (const model of Object.values(sequelize.models)) {
    for (let i = 1; i <= 5; i += 1) {
      const row = {};
      for (const { name, attribute } of stored(model)) {
        if (attribute.primaryKey && isNumber(attribute)) row[name] = i;
        else if (attribute.references && isNumber(attribute)) row[name] = random.int(1, 5);
        else if (attribute.primaryKey && key(attribute) === 'UUID') row[name] = `00000000-0000-4000-8000-00000000000${i}`;
        else if (attribute.references && key(attribute) === 'UUID') row[name] = `00000000-0000-4000-8000-00000000000${random.int(1, 5)}`;
        else if (attribute.primaryKey && isText(attribute)) row[name] = `k${i}`;
        else if (attribute.references && isText(attribute)) row[name] = `k${random.int(1, 5)}`;
        else if (attribute.allowNull !== false && random.is(0.2)) row[name] = null;
        else row[name] = valueFor(random, attribute);
        if (row[name] && row[name].$hex) row[name] = Buffer.from(row[name].$hex, 'hex');
        if (key(attribute) === 'DATE' && typeof row[name] === 'string') row[name] = new Date(row[name]);
      }
      const link = model.rawAttributes;
      for (const name of Object.keys(link)) if (link[name].primaryKey && link[name].references && isNumber(link[name])) row[name] = random.int(1, 5);
      await sequelize.getQueryInterface().bulkInsert(model.getTableName(), [Object.fromEntries(Object.entries(row)
        .map(([name, value]) => [link[name].field, value]))], {}, Object.fromEntries(Object.values(link).map((each) => [each.field, each])))
        .catch(() => {});
    }
  }
};

export { chance, DataTypes };
