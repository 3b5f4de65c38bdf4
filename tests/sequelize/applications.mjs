// What the small applications of tests/data/source/apps declare to the real Sequelize, as text: a model, its attributes,
// indexes, scopes and associations, one a line. `node applications.mjs --record` writes tests/data/source/declared.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, '../data/source');
const work = mkdtempSync(join(tmpdir(), 'applications-'));
const require = createRequire(import.meta.url);

/** Where each application keeps its instance; `make` gives one to those that wait for it. */
const applications = {
  'associations-apart': { file: 'index.js' },
  'base-classes': { file: 'models.js' },
  'class-init': { file: 'src/index.js' },
  'cli-factories': { file: 'models/index.js' },
  cycles: { file: 'store.js' },
  'database-class': { file: 'database/index.js', instance: (exports) => exports.connection },
  decorators: { file: 'src/database.ts' },
  'decorators-by-path': { file: 'index.ts' },
  'decorators-custom': { file: 'models.ts' },
  'decorators-inherited': { file: 'index.ts' },
  'define-one-file': { file: 'app.js' },
  'egg-application': { egg: true },
  'esm-cycles': { file: 'main.js' },
  'esm-files': { file: 'models/index.js', instance: (exports) => exports.default.sequelize },
  'every-association': { file: 'model.js' },
  'every-default': { file: 'model.js' },
  'every-option': { file: 'model.js' },
  'every-type': { file: 'model.js' },
  'feathers-service': { feathers: true },
  'functions-and-loops': { file: 'models.js' },
  'init-models': { file: 'models/init-models.js', make: (exports, sequelize) => exports(sequelize) },
  'init-models-typescript': { file: 'models/init-models.ts', make: (exports, sequelize) => exports.initModels(sequelize) },
  'instance-given': { file: 'tables.js', make: (exports, sequelize) => exports(sequelize) },
  'old-style': { file: 'models/index.js' },
  paths: { file: 'src/models/bed.ts' },
  'required-by-name': { file: 'models/index.js' },
  'static-init': { file: 'models/index.js' },
  'typescript-init': { file: 'src/index.ts' },
};

// Loading ------------------------------------------------------------------------------------------------

/** Compiles what is TypeScript, as a whole program: decorators are told the types that the checker knows. */
function compile(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  const sources = files.filter((name) => extname(name) === '.ts');
  if (sources.length === 0) return;
  const program = ts.createProgram(sources, {
    module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2021, experimentalDecorators: true, emitDecoratorMetadata: true,
    esModuleInterop: true, useDefineForClassFields: false, strict: true, skipLibCheck: true, resolveJsonModule: true,
    moduleResolution: ts.ModuleResolutionKind.Node10, baseUrl: folder, paths: { '@models/*': ['src/models/*'], '@db': ['src/db'] },
    types: ['node'], typeRoots: [join(here, 'node_modules/@types')],
  });
  program.emit(undefined, (name, text) => writeFileSync(name, text));
  for (const name of sources) rmSync(name);
}

/** What tsconfig.json of "paths" says, for Node. */
function addPaths(folder) {
  const Module = require('node:module');
  const original = Module._resolveFilename;
  Module._resolveFilename = function resolve(name, ...rest) {
    const mapped = name === '@db' ? join(folder, 'paths/src/db') : name.startsWith('@models/') ? join(folder, 'paths/src/models', name.slice(8)) : name;
    return original.call(this, mapped, ...rest);
  };
}

async function load(folder, file) {
  const path = join(folder, file.replace(/\.ts$/, '.js'));
  const isModule = (() => {
    try {
      return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).type === 'module';
    } catch {
      return false;
    }
  })();
  return isModule ? import(pathToFileURL(path).href) : createRequire(path)(path);
}

/** As egg-sequelize loads app/model. */
function loadEgg(folder, Sequelize) {
  const { createRequire: at } = { createRequire };
  const requireHere = at(join(folder, 'index.js'));
  const config = requireHere('./config/config.default.js')({ name: 'egg' }).sequelize;
  const app = { Sequelize, model: new Sequelize('', '', '', { logging: false, ...config }) };
  const models = {};
  for (const name of readdirSync(join(folder, 'app/model')).sort()) {
    const upper = name.replace(/\.js$/, '').replace(/(^|_)([a-z])/g, (all, before, letter) => letter.toUpperCase());
    models[upper] = requireHere(`./app/model/${name}`)(app);
  }
  Object.assign(app.model, models);
  for (const model of Object.values(models)) model.associate?.();
  return app.model;
}

/** As the generator of Feathers loads its models. */
function loadFeathers(folder, Sequelize) {
  const sequelize = new Sequelize('sqlite::memory:', { logging: false });
  const requireHere = createRequire(join(folder, 'index.js'));
  for (const name of readdirSync(join(folder, 'models')).sort()) requireHere(`./models/${name}`)({ get: () => sequelize });
  for (const model of Object.values(sequelize.models)) model.associate?.(sequelize.models);
  return sequelize;
}

async function instanceOf(name, folder) {
  const { file, instance, make, egg, feathers } = applications[name];
  const { Sequelize } = require('sequelize');
  if (egg) return loadEgg(folder, Sequelize);
  if (feathers) return loadFeathers(folder, Sequelize);
  const exports = await load(folder, file);
  if (make) {
    const sequelize = new Sequelize('sqlite::memory:', { logging: false });
    make(exports, sequelize);
    return sequelize;
  }
  if (instance) return instance(exports);
  return exports.sequelize ?? exports.default?.sequelize ?? exports;
}

// Describing ----------------------------------------------------------------------------------------------

const { DataTypes, Sequelize, Utils } = require('sequelize');

// Types as they are declared, not as SQLite would have them.
Sequelize.prototype.normalizeDataType = (type) => (typeof type === 'function' ? new type() : type);

/** A value as the project file writes it. */
function valueText(value) {
  const plain = (inner) => {
    if (inner instanceof DataTypes.ABSTRACT || inner?.prototype instanceof DataTypes.ABSTRACT) return { $default: inner.key };
    if (inner instanceof Utils.Literal) return { $literal: inner.val };
    if (inner instanceof Utils.Fn) return { $fn: [inner.fn, ...inner.args.map(plain)] };
    if (inner instanceof Utils.Col) return { $col: inner.col };
    if (inner instanceof Date) return { $date: inner.toISOString() };
    if (Buffer.isBuffer(inner)) return { $hex: inner.toString('hex') };
    if (Array.isArray(inner)) return inner.map(plain);
    if (inner && typeof inner === 'object') {
      return Object.fromEntries(Reflect.ownKeys(inner).filter((key) => inner[key] !== undefined).map((key) => [typeof key === 'symbol' ? `$${key.description}` : key, plain(inner[key])]));
    }
    return inner;
  };
  return JSON.stringify(plain(value));
}

const quoted = (text) => `'${String(text).replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

/** A type as the project file writes it, with its defaults left out. */
function typeText(type) {
  if (!(type instanceof DataTypes.ABSTRACT)) return type === undefined ? 'none' : `raw ${quoted(type)}`;
  const { key } = type;
  const options = type.options ?? {};
  const given = [];
  const flags = [];
  if (key === 'STRING' || key === 'CHAR') {
    if (type._length !== 255) given.push(type._length);
    if (type._binary) flags.push('BINARY');
  } else if (key === 'TEXT' || key === 'BLOB') {
    if (type._length) given.push(quoted(type._length.toLowerCase()));
  } else if (key === 'ENUM') {
    given.push(...type.values.map(quoted));
  } else if (key === 'ARRAY') {
    given.push(typeText(typeof type.type === 'function' ? new type.type() : type.type));
  } else if (key === 'RANGE') {
    given.push(typeof type._subtype === 'string' ? type._subtype : typeText(type._subtype));
  } else if (key === 'VIRTUAL') {
    if (type.returnType) given.push(typeText(typeof type.returnType === 'function' ? new type.returnType() : type.returnType));
    if (type.fields?.length) given.push(`[${type.fields.map(quoted).join(', ')}]`);
  } else if (key === 'GEOMETRY' || key === 'GEOGRAPHY') {
    if (type.type) given.push(quoted(type.type));
    if (type.srid) given.push(type.srid);
  } else if (key === 'DECIMAL') {
    for (const each of [type._precision, type._scale]) if (each !== undefined && each !== null) given.push(each);
  } else {
    for (const each of [type._length, type._decimals]) if (each !== undefined && each !== null && each !== '') given.push(each);
  }
  if (type._unsigned) flags.push('UNSIGNED');
  if (type._zerofill) flags.push('ZEROFILL');
  return [`${key === 'DOUBLE PRECISION' ? 'DOUBLE' : key}${given.length ? `(${given.join(', ')})` : ''}`, ...flags].join('.');
}

function tableText(table) {
  return typeof table === 'object' ? (table.schema ? `${table.schema}.${table.tableName}` : table.tableName) : String(table);
}

function attributeLine(name, attribute) {
  const parts = [`  ${name} ${typeText(attribute.type)}`];
  if (!(attribute.type instanceof DataTypes.VIRTUAL)) parts.push(`field=${attribute.field}`);
  if (attribute.allowNull !== undefined) parts.push(`allowNull=${attribute.allowNull}`);
  if (attribute.primaryKey) parts.push('primaryKey');
  if (attribute.autoIncrement) parts.push('autoIncrement');
  // What a through's keys are together is said by its associations.
  if (attribute.unique && !/_unique$/.test(attribute.unique)) parts.push(`unique=${typeof attribute.unique === 'object' ? attribute.unique.name : attribute.unique}`);
  if (attribute.defaultValue !== undefined && typeof attribute.defaultValue !== 'function') parts.push(`default=${valueText(attribute.defaultValue)}`);
  else if (attribute.defaultValue?.prototype instanceof DataTypes.ABSTRACT) parts.push(`default=${valueText(attribute.defaultValue)}`);
  if (attribute.references) parts.push(`references=${tableText(attribute.references.model)}(${attribute.references.key})`);
  if (attribute.onDelete) parts.push(`onDelete=${attribute.onDelete}`);
  if (attribute.onUpdate) parts.push(`onUpdate=${attribute.onUpdate}`);
  if (attribute.comment) parts.push(`comment=${attribute.comment}`);
  return parts.join(' ');
}

function indexLine(index) {
  const fields = index.fields.map((field) => (field instanceof Utils.SequelizeMethod || (field && typeof field === 'object' && !field.name) ? valueText(field)
    : typeof field === 'object' ? [field.name, field.length && `length=${field.length}`, field.order, field.collate && `collate=${field.collate}`].filter(Boolean).join(' ') : field));
  return [`  index ${index.name}`, index.unique && 'unique', index.type && `type=${index.type}`, index.using && `using=${index.using}`,
    index.operator && `operator=${index.operator}`, index.concurrently && 'concurrently', `(${fields.join(', ')})`, index.where && `where=${valueText(index.where)}`].filter(Boolean).join(' ');
}

function associationLine(alias, association) {
  const kind = association.associationType;
  const parts = [`  ${kind[0].toLowerCase()}${kind.slice(1)} ${association.target.name} as ${alias}`, `foreignKey=${association.foreignKey}`];
  if (kind === 'BelongsToMany') {
    parts.push(`otherKey=${association.otherKey}`, `through=${association.through.model.name}`);
    parts.push(`sourceKey=${association.sourceKey}`, `targetKey=${association.targetKey}`);
    if (association.through.scope) parts.push(`throughScope=${valueText(association.through.scope)}`);
  } else {
    parts.push(kind === 'BelongsTo' ? `targetKey=${association.targetKey}` : `sourceKey=${association.sourceKey}`);
  }
  if (association.scope) parts.push(`scope=${valueText(association.scope)}`);
  return parts.join(' ');
}

/** Models in scopes, by name. */
function scopeText(scope) {
  const named = (value) => {
    if (typeof value === 'function' && value.rawAttributes) return { model: value.name };
    if (Array.isArray(value)) return value.map(named);
    if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Reflect.ownKeys(value).map((key) => [key, key === 'model' && value[key].rawAttributes ? value[key].name : named(value[key])]));
    }
    return value;
  };
  return valueText(named(scope));
}

function describe(sequelize) {
  const lines = [];
  for (const model of sequelize.modelManager.models) {
    const table = model.getTableName();
    lines.push(`model ${model.name} -> ${tableText(table)}${model.options.paranoid ? ' paranoid' : ''}`);
    for (const [name, attribute] of Object.entries(model.rawAttributes)) lines.push(attributeLine(name, attribute));
    for (const index of model._indexes) lines.push(indexLine(index));
    const { defaultScope, scopes } = { defaultScope: model.options.defaultScope, scopes: model.options.scopes ?? {} };
    if (defaultScope && typeof defaultScope !== 'function' && Object.keys(defaultScope).length) lines.push(`  defaultScope ${scopeText(defaultScope)}`);
    for (const [name, scope] of Object.entries(scopes)) if (typeof scope !== 'function') lines.push(`  scope ${name} ${scopeText(scope)}`);
    for (const [alias, association] of Object.entries(model.associations)) lines.push(associationLine(alias, association));
  }
  return `${lines.join('\n')}\n`;
}

// ---------------------------------------------------------------------------------------------------------

const record = process.argv.includes('--record');
let differences = 0;
cpSync(join(data, 'apps'), work, { recursive: true });
symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));
addPaths(work);
mkdirSync(join(data, 'declared'), { recursive: true });
for (const name of Object.keys(applications)) {
  const folder = join(work, name);
  compile(folder);
  const text = describe(await instanceOf(name, folder));
  const golden = join(data, 'declared', `${name}.txt`);
  if (record) {
    writeFileSync(golden, text);
  } else if (readFileSync(golden, 'utf8') !== text) {
    console.error(`${name} declares something else than is recorded`);
    differences += 1;
  }
}
rmSync(work, { recursive: true });
if (!record) console.log(`${Object.keys(applications).length} applications, ${differences} differ`);
process.exit(differences ? 1 : 0);
