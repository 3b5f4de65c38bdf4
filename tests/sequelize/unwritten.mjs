// What nobody writes: random projects go without it, so that no check has to be about it. Each in one line.
//
// Where they are made (strange.mjs) there are none of these:
//   names with quotes, dots, signs or line breaks in them, empty ones, and those that JavaScript, Sequelize or a database use
//   inside ("$a$", "constructor", "_changed", "dataValues", "rowid") or as methods ("get"); letters that look like others;
//   types out of all measure (DECIMAL(2000,2), DATE(9), FLOAT(2,5), ENUM('a','a')), and NOW, "" and "serial" as one;
//   defaults that do not even resemble their type; words that no database knows as an engine, a charset, an action, a method;
//   times, truths, documents and lists as a key; a key that counts up though it refers;
//   an index without columns, over one column twice, or named like a table; two attributes or aliases that differ in case;
//   both timestamps in one column; `tableName`, `name` or `uniqueKeys` in `define`.

import { columnOf } from './random.mjs';

const isObject = (value) => typeof value === 'object' && value !== null;
const throughOf = ({ through }) => (isObject(through) ? through.model : through);

const plain = (text) => String(text).replaceAll('_', '').toLowerCase();
const isColumn = ({ name, field = name }, indexed) => plain(field) === plain(indexed.name ?? indexed);

/** What has no order, or none that says anything. */
const isUncomparable = ({ type }) => /^(ARRAY|RANGE|JSON|HSTORE|TSVECTOR|GEO|BLOB)/.test(type);

const isUnique = (index) => index.unique || /^unique$/i.test(index.type);
const makeRepeated = (index) => {
  delete index.unique;
  if (/^unique$/i.test(index.type)) delete index.type;
};

const rules = [
  // The number of versions counts: an attribute of its name counts too, and is no key or timestamp.
  (project) => {
    for (const { attributes = [], options = {} } of project.models) {
      const own = attributes.find(({ name }) => name === options.version);
      const isCounter = own ? ['INTEGER', 'BIGINT'].includes(own.type) && !own.primaryKey && !own.references : !['id', 'createdAt', 'updatedAt'].includes(options.version);
      if (typeof options.version === 'string' && !isCounter) options.version = true;
    }
  },
  // A column has a letter.
  (project) => { for (const model of project.models) if (model.attributes) model.attributes = model.attributes.filter(({ name }) => !/^_+$/.test(name)); },
  // What counts up is a whole number and has no default; no other type than JSON, HSTORE, ARRAY and RANGE has a list or an object.
  (project) => {
    for (const attribute of project.models.flatMap(({ attributes = [] }) => attributes)) {
      const { type, defaultValue: value } = attribute;
      if (!/^(SMALL|MEDIUM|BIG)?INT/.test(type)) for (const key of ['autoIncrement', 'autoIncrementIdentity']) delete attribute[key];
      const isTree = isObject(value) && !Object.keys(value).some((key) => /^\$(?!value$)/.test(key)) && isObject(value.$value ?? value);
      if (attribute.autoIncrement || (isTree && !/^(JSONB?|HSTORE|ARRAY|RANGE)/.test(type))) delete attribute.defaultValue;
    }
  },
  // What must be given has no NULL for a default.
  (project) => {
    for (const attribute of project.models.flatMap(({ attributes = [] }) => attributes)) if (attribute.allowNull === false && attribute.defaultValue === null) delete attribute.defaultValue;
  },
  // Two attributes share a column by mistake where they are plain ones: nobody oversees it in a key, a default or what is unique.
  (project) => {
    for (const model of project.models) {
      const hasOwnKey = model.attributes?.some(({ name, primaryKey }) => primaryKey || name === 'id');
      const seen = new Map(hasOwnKey ? [] : [['id', { name: 'id' }]]);
      for (const attribute of model.attributes ?? []) {
        const twin = seen.get(plain(columnOf(model, attribute)));
        const isPlain = (each) => !['primaryKey', 'unique', 'autoIncrement', 'references'].some((key) => each[key]) && (each.defaultValue ?? null) === null;
        if (twin && !(isPlain(twin) && isPlain(attribute))) delete attribute.field;
        seen.set(plain(columnOf(model, attribute)), attribute);
      }
    }
  },
  // A primary key is no truth, no fraction, no moment, no document and no list.
  (project) => {
    for (const attribute of project.models.flatMap(({ attributes = [] }) => attributes)) {
      if (!attribute.primaryKey || !(isUncomparable(attribute) || /^(BOOLEAN|DECIMAL|FLOAT|REAL|DOUBLE|VIRTUAL|DATE(\(|$))/.test(attribute.type))) continue;
      attribute.type = 'INTEGER';
      delete attribute.defaultValue;
    }
  },
  // What has two or three values, with which the table would be full, is not unique.
  (project) => {
    for (const { attributes = [], indexes = [] } of project.models) {
      const few = attributes.filter(({ type }) => /^(BOOLEAN|ENUM)/.test(type));
      for (const attribute of few) delete attribute.unique;
      const isFew = (field) => few.some((each) => isColumn(each, field));
      for (const index of indexes) {
        if (!index.fields.every(isFew)) continue;
        makeRepeated(index);
      }
    }
  },
  // Lists, ranges, documents, places and bytes are not unique, and what counts up is so by itself, not together with others.
  (project) => {
    for (const { attributes = [], indexes = [], options } of project.models) {
      for (const attribute of attributes) if (isUncomparable(attribute) || (attribute.autoIncrement && attribute.unique !== true)) delete attribute.unique;
      const isOdd = (fields) => fields.some((field) => attributes.some((each) => isColumn(each, field) && (isUncomparable(each) || (each.autoIncrement && fields.length > 1)))
        || (fields.length > 1 && plain(field.name ?? field) === 'id'));
      for (const index of indexes) if (isUnique(index) && isOdd(index.fields)) makeRepeated(index);
      for (const [name, { fields }] of Object.entries(options?.uniqueKeys ?? {})) if (isOdd(fields)) delete options.uniqueKeys[name];
    }
  },
  // A key to many is not unique.
  (project) => {
    for (const { kind, foreignKey, otherKey } of project.associations) {
      if (/Many$/.test(kind)) for (const key of [foreignKey, otherKey]) if (isObject(key)) delete key.unique;
    }
  },
  // What is unique is no HASH.
  (project) => { for (const index of project.models.flatMap(({ indexes = [] }) => indexes)) if (index.using === 'HASH' && (index.unique || /^unique$/i.test(index.type))) delete index.using; },
  // Where an engine has no foreign keys, nobody declares references by hand.
  (project) => {
    for (const { attributes = [], options } of project.models) {
      if (/^(innodb)?$/i.test(options?.engine ?? project.define?.engine ?? '')) continue;
      for (const attribute of attributes) delete attribute.references;
    }
  },
  // An index over places has no other column.
  (project) => {
    for (const { attributes = [], indexes = [] } of project.models) {
      const isPlace = (field) => attributes.some((each) => /^GEO/.test(each.type) && isColumn(each, field));
      for (const index of indexes) if (index.fields.length > 1 && index.fields.some(isPlace)) index.fields = [index.fields.find(isPlace)];
    }
  },
  // An association is by columns that name rows: no times, truths, fractions, documents or lists.
  (project) => {
    for (const each of project.associations) {
      const given = isObject(each.foreignKey) ? each.foreignKey.name : each.foreignKey;
      const holder = each.kind === 'belongsTo' ? each.source : each.target;
      for (const [key, end, called] of [['sourceKey', each.source, each.sourceKey], ['targetKey', each.target, each.targetKey], ['foreignKey', holder, given]]) {
        const attribute = project.models.find(({ name }) => name === end).attributes?.find(({ name }) => name === called);
        if (attribute && (isUncomparable(attribute) || /^(VIRTUAL|DATE|TIME|BOOLEAN|ENUM|FLOAT|DOUBLE|REAL|DECIMAL)/.test(attribute.type))) delete each[key];
      }
    }
  },
  // Two models are not called the same.
  (project) => {
    const names = new Set();
    for (const { options } of project.models) {
      if (!options?.name) continue;
      if (names.has(options.name.singular) || names.has(options.name.plural)) delete options.name;
      else for (const name of Object.values(options.name)) names.add(name);
    }
  },
  // Two n:m between the same models have two aliases: with one, the second is lost (S32), and nobody asks what else fails.
  (project) => {
    const isPlain = (each) => /Many$/.test(each.kind) && each.as === undefined;
    project.associations = project.associations.filter((each, i, all) => !isPlain(each) || !all.slice(0, i).some((other) => isPlain(other)
      && other.source === each.source && other.target === each.target && [each.kind, other.kind].includes('belongsToMany')));
  },
  // An index by the beginning of a column is by few characters.
  (project) => { for (const field of project.models.flatMap(({ indexes = [] }) => indexes).flatMap(({ fields }) => fields)) if (field.length > 10 && isObject(field)) field.length = 5; },
  // The key of a link has no default, and rows of one model are linked by one key.
  (project) => {
    for (const each of project.associations) {
      if (each.kind !== 'belongsToMany') continue;
      for (const action of ['onDelete', 'onUpdate']) if (/^set default$/i.test(each[action])) delete each[action];
      if (each.source === each.target) for (const key of ['sourceKey', 'targetKey']) delete each[key];
    }
  },
  // A through is none of the ends that it links.
  (project) => { project.associations = project.associations.filter((each) => each.kind !== 'belongsToMany' || ![each.source, each.target].includes(throughOf(each))); },
  // A through is not called as a table in other letters.
  (project) => {
    const isUnderscored = (model) => model.options?.underscored ?? project.define?.underscored;
    const tables = new Set(project.models.filter(isUnderscored).map(({ name }) => `${plain(name)}s`));
    const models = new Set(project.models.map(({ name }) => name));
    project.associations = project.associations.filter((each) => each.kind !== 'belongsToMany' || models.has(throughOf(each)) || !tables.has(plain(throughOf(each))));
  },
  // A through has no default scope, which would hide links that are there.
  (project) => {
    const throughs = new Set(project.associations.map(throughOf));
    for (const { name, options } of project.models) if (throughs.has(name)) delete options?.defaultScope;
  },
  // A link is not validated by what makes no column, as a password is.
  (project) => {
    const throughs = new Set(project.associations.map(throughOf));
    for (const { name, attributes = [] } of project.models) {
      if (throughs.has(name)) for (const attribute of attributes) if (/^VIRTUAL/.test(attribute.type)) delete attribute.allowNull;
    }
  },
];

/** The project, which it changes. */
export const withoutUnwritten = (project) => {
  for (const rule of rules) rule(project);
  return project;
};
