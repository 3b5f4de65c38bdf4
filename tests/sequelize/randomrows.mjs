// Random rows for the tables of Sequelize's models, and scopes on random projects.
import { isNumber, isPlain, kindOf, stored, valueFor, words } from './randomvalues.mjs';

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
    const { name } = random.pick(model.attributes.concat([{ name: 'id' }]));
    const scope = { where: random.is(0.7) ? condition(model) : undefined, attributes: random.is(0.3) ? { exclude: [name] } : undefined,
      order: random.is(0.1) ? [[model.attributes.at(-1).name, 'DESC']] : undefined, limit: random.is(0.05) ? 3 : undefined };
    for (const each of Object.keys(scope)) if (!scope[each] || (each === 'attributes' && !model.attributes.some(({ name }) => name === scope.attributes.exclude[0]))) delete scope[each];
    if (Object.keys(scope).length > 0) model.options = { ...model.options, defaultScope: scope };
  }
  for (const association of project.associations) {
    if (association.kind === 'belongsTo' || !random.is(0.08)) continue;
    const scope = condition(project.models.find(({ name }) => name === association.target));
    if (scope) association.scope = scope;
  }
  for (const association of project.associations) {
    const named = typeof association.through === 'string' ? association.through : association.through?.model;
    const join = project.models.find(({ name }) => name === named);
    if (!join || !random.is(0.1)) continue;
    const scope = condition(join);
    if (scope) association.through = { ...(typeof association.through === 'string' ? { model: named } : association.through), scope };
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
    const amount = random.is(0.08) ? 0 : 5;
    for (let i = 1; i <= amount; i += 1) {
      const row = {};
      for (const { name, attribute } of stored(model)) {
        const points = attribute.references;
        if ((attribute.primaryKey || points) && isNumber(attribute)) row[name] = points ? random.int(1, 5) : i;
        else if ((attribute.primaryKey || points) && kindOf(attribute) === 'UUID') row[name] = `00000000-0000-4000-8000-00000000000${points ? random.int(1, 5) : i}`;
        else if ((attribute.primaryKey || points) && stringKinds.includes(kindOf(attribute)) && !attribute.type._binary) row[name] = `k${points ? random.int(1, 5) : i}`;
        else if (attribute.allowNull !== false && random.is(0.2)) row[name] = null;
        else row[name] = valueFor(random, attribute);
        if (row[name] && row[name].$hex) row[name] = Buffer.from(row[name].$hex, 'hex');
        if (kindOf(attribute) === 'DATE' && typeof row[name] === 'string') row[name] = new Date(row[name]);
        if (kindOf(attribute) === 'RANGE' && row[name] && typeof row[name][0] === 'string') row[name] = row[name].map((bound) => bound && new Date(bound));
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
