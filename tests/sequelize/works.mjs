// Whether a project works with the real Sequelize: every model takes a row, every n:m a link, every association can be
// included, and each row can be deleted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from './oracle.mjs';
import { written } from './program.mjs';
import { valueOf } from './values.mjs';

/** What went wrong, with what the database said of it. */
export const messageOf = (error) => [...new Set([error?.message, error?.original?.message].filter(Boolean)
  .map((text) => text.replace(/\(conn[^)]*\) |\nsql: [^]*/g, '')))].join(': ') || String(error);

class Failure extends Error {
  constructor(step, subject, error) {
    super(`${step} ${subject}: ${messageOf(error)}`);
    this.step = step;
    this.subject = subject;
    this.cause = error;
  }
}

const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

/**
 * Primary keys that are given to rows. They go down, from what is small enough for a TINYINT that refers to it: the first is
 * where a database begins to count on, also after that row is taken back, and it comes to none of the others.
 */
const keysOfTrial = {
  count: 0,
  next() {
    this.count += 1;
    return 99 - 2 * (this.count % 20);
  },
};

/** Rows to be: which values they must have, and which rows must be there before. */
class Rows {
  constructor(sequelize, dialect) {
    this.models = Object.values(sequelize.models);
    this.dialect = dialect;
    this.count = 0;
    this.counts = new Map();
  }

  /** Numbers the rows of each model, so that few values suffice where they must differ. */
  next(model) {
    const n = this.counts.get(model) ?? 0;
    this.counts.set(model, n + 1);
    this.count += 1;
    return n;
  }

  /** The model of a table that an attribute refers to. */
  referred({ references }) {
    const given = typeof references === 'string' ? references : references.model;
    const table = typeof given === 'object' ? given.tableName : given;
    const schema = typeof given === 'object' ? given.schema || null : null;
    const sameCase = this.dialect === 'sqlite' ? (name) => name.toLowerCase() : (name) => name;
    return this.models.find((model) => sameCase(model.tableName) === sameCase(table) && (model._schema || null) === schema);
  }

  keyOf(model, { references }) {
    const column = references.key ?? 'id';
    return Object.keys(model.rawAttributes).find((name) => model.rawAttributes[name].field === column);
  }

  isRequired(model, name) {
    const attribute = model.rawAttributes[name];
    if (model._readOnlyAttributes.has(name)) return false;
    if (own(attribute, 'defaultValue') && attribute.defaultValue !== undefined && attribute.defaultValue !== null) return false;
    if (attribute.autoIncrement && !attribute.references) return false;
    return attribute.allowNull === false || attribute.primaryKey === true;
  }

  isUnique(model, name) {
    const attribute = model.rawAttributes[name];
    return Boolean(attribute.unique) || (attribute.primaryKey && model.primaryKeyAttributes.length === 1) || model._indexes.some(({ unique, fields }) => unique && fields.some((field) => (field.name ?? field) === attribute.field));
  }

  /** Unique, with a default that is the same for every row. */
  isRepeated(model, name) {
    const attribute = model.rawAttributes[name];
    return this.isUnique(model, name) && !attribute.autoIncrement && !model._readOnlyAttributes.has(name) && !attribute.references
      && own(attribute, 'defaultValue');
  }

  /** A row that is planned, where the model cannot have another: of a unique ENUM there are but so many. */
  lastOne(model, rows) {
    const isFull = Object.entries(model.rawAttributes).some(([name, { type }]) => type?.key === 'ENUM' && this.isUnique(model, name) && this.counts.get(model) >= type.values.length);
    return isFull ? rows.find((row) => row.model === model) : undefined;
  }

  /** The value of an attribute of a model's n-th row; it differs from that of other rows as long as its type can. */
  valueFor(model, name, n) {
    const { type, primaryKey, defaultValue } = model.rawAttributes[name];
    if (type.key === 'ENUM') return [...new Set([defaultValue ?? type.values[0], ...type.values])][n % type.values.length];
    if (n > 0 && typeof defaultValue === 'boolean' && this.isRepeated(model, name)) return !defaultValue;
    // Two keys, of a row or of two models, must not be equal by chance, nor one and what a database counts, or what
    // refers to the one is found by the other.
    return valueOf(type, n + (primaryKey ? 24 + 4 * this.models.indexOf(model) : 240), this.dialect);
  }

  /** A row with what it needs, its parents first; `given` are values, `rows` takes what must be inserted, in order. */
  plan(model, given, rows, open = []) {
    const n = this.next(model);
    const row = { model, n, values: { ...given } };
    for (const name of Object.keys(model.rawAttributes)) {
      const attribute = model.rawAttributes[name];
      if (own(row.values, name)) continue;
      const isUnique = n > 0 && this.isRepeated(model, name);
      const refersByDefault = attribute.references && own(attribute, 'defaultValue') && attribute.defaultValue != null;
      const isEnum = attribute.type?.key === 'ENUM' && !attribute.references && !this.isUnique(model, name) && !Object.values(model._timestampAttributes).includes(name);
      if (!this.isRequired(model, name) && !isUnique && !refersByDefault && !isEnum) continue;
      row.values[name] = attribute.references ? this.parentKey(row, attribute, rows, [...open, row]) : this.valueFor(model, name, n);
    }
    rows.push(row);
    return row;
  }

  /** The value of a row's attribute, settled now if it is not yet. */
  settled(row, name) {
    if (!own(row.values, name)) {
      const { type, primaryKey } = row.model.rawAttributes[name];
      const isFew = type.key === 'ENUM' && row.n !== undefined;
      row.values[name] = isFew ? this.valueFor(row.model, name, row.n) : valueOf(type, primaryKey ? keysOfTrial.next() : 90 + this.count, this.dialect);
      this.count += 1;
    }
    return row.values[name];
  }

  parentKey(row, attribute, rows, open) {
    const parent = this.referred(attribute);
    const key = parent && this.keyOf(parent, attribute);
    if (!key) return valueOf(attribute.type, this.count, this.dialect);
    // Round in a circle: a row that is still being planned is the forebear; of what is unique, the last one.
    const isOpen = (each) => each.model === parent;
    const circle = attribute.unique ? open.findLast(isOpen) : open.find(isOpen);
    const forebear = circle ?? this.lastOne(parent, rows) ?? this.plan(parent, {}, rows, open);
    if (circle && circle.model.rawAttributes[key] === attribute) return valueOf(attribute.type, this.count, this.dialect);
    return this.settled(forebear, key);
  }
}

const insert = async (rows, transaction) => {
  for (const row of rows) {
    try {
      row.instance = await row.model.create(row.values, { transaction });
    } catch (error) {
      throw new Failure('create', row.model.name, error);
    }
  }
};

/** Whether a delete was refused because a reference that says so forbids it. */
const isDeclaredRefusal = (models, error) => error?.name === 'SequelizeForeignKeyConstraintError'
  && models.some((model) => Object.values(model.rawAttributes).some(({ references, onDelete }) => references
    && (!onDelete || /^(RESTRICT|NO ACTION)$/i.test(onDelete))));

/** A key of an n:m, or an attribute that is meant for it: of its column, or its name in other letters. Nobody gives it. */
const isForKey = ({ foreignKey, otherKey, through: { model: { rawAttributes } } }, name) => {
  const plain = (text) => text.replaceAll('_', '').toLowerCase();
  // A key without a name is called "undefined".
  return [foreignKey, otherKey].map(String).some((key) => key === name
    || (rawAttributes[name].allowNull === false && (plain(key) === plain(name) || rawAttributes[key].field === rawAttributes[name].field)));
};

class Trial {
  constructor(sequelize, dialect) {
    this.sequelize = sequelize;
    this.dialect = dialect;
    this.models = Object.values(sequelize.models);
  }

  /** Runs something and takes it back. */
  async tried(work) {
    const transaction = await this.sequelize.transaction();
    try {
      return await work(transaction, new Rows(this.sequelize, this.dialect));
    } finally {
      await transaction.rollback().catch(() => {});
      await this.clear();
    }
  }

  /** Engines without transactions keep what was written. */
  async clear() {
    if (!/^m/.test(this.dialect) || this.models.every(({ options }) => /^(innodb)?$/i.test(options.engine ?? ''))) return;
    const transaction = await this.sequelize.transaction();
    await this.sequelize.query('SET foreign_key_checks = 0', { transaction });
    for (const model of this.models) await model.unscoped().destroy({ where: {}, force: true, transaction }).catch(() => {});
    await this.sequelize.query('SET foreign_key_checks = 1', { transaction });
    await transaction.commit();
  }

  async settle(transaction) {
    if (this.dialect === 'postgres') await this.sequelize.query('SET CONSTRAINTS ALL IMMEDIATE', { transaction });
  }

  async createEach() {
    for (const model of this.models) {
      await this.tried(async (transaction, rows) => {
        const list = [];
        rows.plan(model, {}, list);
        await insert(list, transaction);
        try {
          await this.settle(transaction);
          await model.findAll({ transaction });
        } catch (error) {
          throw new Failure('create', model.name, error);
        }
        await this.deleteEach(list.map(({ instance }) => instance), transaction, model.name);
      });
    }
  }

  /** What a join row needs besides its two keys; `list` takes what must be there before. */
  linkValues(association, rows, list) {
    const through = association.through.model;
    const values = {};
    const n = rows.next(through);
    const row = { model: through, n, values };
    for (const name of Object.keys(through.rawAttributes)) {
      if (isForKey(association, name) || own(association.through.scope ?? {}, name)
        || !(rows.isRequired(through, name) || rows.isRepeated(through, name))) continue;
      const attribute = through.rawAttributes[name];
      values[name] = attribute.references ? rows.parentKey(row, attribute, list, [row]) : rows.valueFor(through, name, n);
    }
    return values;
  }

  /** Each end of an n:m leads to a second row too, where its model can have one. */
  async linkMore(association, a, b, scope, transaction, rows) {
    const { source, target } = association;
    for (const isSource of [true, false]) {
      const list = [];
      const more = isSource ? rows.plan(source, {}, list) : rows.plan(target, scope, list);
      rows.settled(more, isSource ? association.sourceKey : association.targetKey);
      const values = this.linkValues(association, rows, list);
      const savepoint = await this.savepoint(transaction);
      const isThere = await insert(list, savepoint ?? transaction).then(() => true, () => false);
      await (isThere ? savepoint?.commit() : savepoint?.rollback());
      if (!isThere) continue;
      const [from, to] = isSource ? [more.instance, b] : [a, more.instance];
      await from[association.accessors.add](to, { through: values, transaction });
    }
  }

  /** A link of another kind by the same two keys: the through's scope tells them apart. */
  async linkOtherKind(association, a, b, transaction, rows) {
    const { foreignKey, otherKey, through: { model: through, scope } } = association;
    const isOther = (each) => each !== association && each.associationType === 'BelongsToMany' && each.through.model === through
      && each.target === association.target && each.foreignKey === foreignKey && each.otherKey === otherKey
      && scope && each.through.scope && JSON.stringify(each.through.scope) !== JSON.stringify(scope);
    const other = this.models.flatMap(({ associations }) => Object.values(associations)).find(isOther);
    if (!other) return;
    let from = a;
    if (other.source !== association.source) {
      const list = [];
      const row = rows.plan(other.source, { [other.sourceKey]: a.get(association.sourceKey) }, list);
      await insert(list, transaction);
      from = row.instance;
    }
    await from[other.accessors.add](b, { through: this.linkValues(other, rows, []), transaction });
  }

  /** Two rows and what links them; the instances. */
  async linked(association, transaction, rows) {
    const { source, target } = association;
    const list = [];
    const scope = Object.fromEntries(Object.entries(association.scope ?? {}).filter(([name, value]) => own(target.rawAttributes, name) && typeof value !== 'object'));
    if (association.associationType === 'BelongsToMany') {
      const a = rows.plan(source, {}, list);
      const b = rows.plan(target, scope, list);
      rows.settled(a, association.sourceKey);
      rows.settled(b, association.targetKey);
      const values = this.linkValues(association, rows, list);
      await insert(list, transaction);
      if (association.foreignKey === association.otherKey) throw new Error('both ends have the same key');
      await a.instance[association.accessors.add](b.instance, { through: values, transaction });
      await this.linkMore(association, a.instance, b.instance, scope, transaction, rows);
      await a.instance[association.accessors.add](b.instance, { through: values, transaction });
      await this.linkOtherKind(association, a.instance, b.instance, transaction, rows);
      return [a.instance, b.instance];
    }
    const holdsKey = association.associationType === 'BelongsTo';
    const parent = rows.plan(holdsKey ? target : source, holdsKey ? scope : {}, list);
    const key = rows.settled(parent, holdsKey ? association.targetKey : association.sourceKey);
    const child = rows.plan(holdsKey ? source : target, { ...(holdsKey ? {} : scope), [association.foreignKey]: key }, list, [parent]);
    await insert(list, transaction);
    return holdsKey ? [child.instance, parent.instance] : [parent.instance, child.instance];
  }

  /** A key to the own table that must be there and be unique: whatever is first can only lead to itself. */
  static isClosed({ source, target, foreignKey, associationType }) {
    const attribute = source.rawAttributes[foreignKey];
    return source === target && associationType !== 'BelongsToMany' && attribute?.unique && attribute.allowNull === false;
  }

  async linkEach() {
    for (const model of this.models) {
      for (const association of Object.values(model.associations)) {
        if (Trial.isClosed(association)) continue;
        const name = `${model.name}.${association.as}`;
        await this.tried(async (transaction, rows) => {
          let ends;
          try {
            ends = await this.linked(association, transaction, rows);
            await this.settle(transaction);
          } catch (error) {
            throw error instanceof Failure ? error : new Failure('link', name, error);
          }
          try {
            JSON.stringify(await model.findAll({ include: [{ association: association.as }], transaction }));
          } catch (error) {
            throw new Failure('include', name, error);
          }
          await this.deleteEach(ends, transaction, name);
        });
      }
    }
  }

  /** None where an engine without transactions keeps one of the tables. */
  savepoint(transaction) {
    return this.sequelize.transaction({ transaction }).catch((error) => {
      if (!/SAVEPOINT/.test(error.message)) throw error;
      return undefined;
    });
  }

  /** Each by itself: the others are there again. */
  async deleteEach(instances, transaction, name) {
    for (const instance of instances) {
      if (instance.constructor.primaryKeyAttributes.length === 0) continue;
      const savepoint = await this.savepoint(transaction);
      try {
        await instance.destroy({ transaction: savepoint ?? transaction });
        await this.settle(savepoint ?? transaction);
      } catch (error) {
        if (!isDeclaredRefusal(this.models, error)) throw new Failure('delete', `${instance.constructor.name} of ${name}`, error);
      } finally {
        await savepoint?.rollback();
      }
    }
  }
}

/** What Sequelize throws where nobody can catch it: a recursion without end, whose other ends come up later. */
let hasCrashed = false;
const crash = (error) => {
  if (hasCrashed || error instanceof RangeError) return;
  console.error(error);
  process.exit(1);
};
let onCrash = crash;
process.on('uncaughtException', (error) => onCrash(error));

const orCrash = (work) => Promise.race([work, new Promise((_, fail) => {
  onCrash = (error) => {
    hasCrashed = true;
    fail(new Failure('run', 'it', error));
  };
})])
  .finally(() => { onCrash = crash; });

/** Decides over models that are defined and synced: `{ works }`, or with `step` and `message` what fails first. */
export const tryModels = async (sequelize, dialect) => {
  const trial = new Trial(sequelize, dialect);
  keysOfTrial.count = 0;
  try {
    await orCrash(trial.createEach());
    await orCrash(trial.linkEach());
    return { works: true };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { works: false, step: error.step, message: error.message, error: error.cause };
  }
};

/** Decides over a project on an open product. */
export const works = async (project, database) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-works-'));
  let sequelize;
  let step = 'define';
  try {
    await database.reset('a');
    sequelize = connect(written(folder, project), database.options('a'));
    step = 'sync';
    await database.prepare?.('a', new Set(Object.values(sequelize.models).map((model) => model._schema).filter(Boolean)));
    await sequelize.sync();
    return await tryModels(sequelize, database.dialect);
  } catch (error) {
    return { works: false, step, message: String(error.message || error), error };
  } finally {
    await sequelize?.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
