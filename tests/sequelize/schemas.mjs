// Schemas: Sequelize syncs one database, the program's script fills another, and the two catalogs must be equal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { connect } from './oracle.mjs';
import { run, written } from './program.mjs';
import { tryModels } from './works.mjs';

const folder = mkdtempSync(join(tmpdir(), 'throughline-schemas-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const patience = 30_000; // ms

/** Names that Sequelize trips over can keep it from ever answering. */
const within = (ms, promise, what) => {
  let timer;
  const late = new Promise((_, refuse) => { timer = setTimeout(() => refuse(new Error(`${what} does not end`)), ms); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/**
 * One project on one database product:
 * `refused`: what Sequelize, or the database under it, threw; `trial`: whether what it made works; `failed`: what our
 * script met; `script`: ours; `problems`: of `check`; `equal`, with `theirs` and `ours`, where both stand.
 */
export const compareSchema = async (project, database) => {
  const path = written(folder, project);
  const checked = run(['check', path, '--json', '--dialect', database.dialect]);
  if (checked.status > 1) throw new Error(`check: ${checked.err}`);
  const problems = JSON.parse(checked.out || '[]');
  await database.reset('a');
  await database.reset('b');
  const outcome = { problems, hasError: problems.some(({ severity }) => severity === 'error') };
  let sequelize;
  try {
    sequelize = connect(path, database.options('a'));
    const schemas = Object.values(sequelize.models).map((model) => model._schema).filter(Boolean);
    await database.prepare?.('a', new Set(schemas));
    await within(patience, sequelize.sync(), 'sync');
    outcome.theirs = await database.catalog('a');
    outcome.trial = await within(patience, tryModels(sequelize, database.dialect), 'a row')
      .catch((error) => ({ works: false, message: error.message }));
  } catch (error) {
    outcome.refused = error;
  } finally {
    // What hangs is cut off when the database is reset.
    if (sequelize) await within(patience / 6, sequelize.close(), 'close').catch(() => {});
  }
  try {
    outcome.script = run(['ddl', path, '--dialect', database.dialect]).out;
    await database.apply('b', outcome.script);
    outcome.ours = await database.catalog('b');
  } catch (error) {
    outcome.failed = error;
  }
  outcome.equal = !outcome.refused && !outcome.failed && isDeepStrictEqual(comparable(outcome.theirs), comparable(outcome.ours));
  return outcome;
};

/** Without the databases' own names, and without the unique constraints that Sequelize's second pass makes again. */
const comparable = (catalog) => {
  const copy = JSON.parse(JSON.stringify(catalog).replace(/\b(mysql|mariadb)_[ab]\b/g, 'database'));
  for (const table of Object.values(copy.tables ?? copy)) {
    // PostgreSQL cuts a name in its middle to have room for the number.
    const isNumbered = (name, first) => (name.startsWith(first) ? /^_?\d+$/.test(name.slice(first.length))
      : Buffer.byteLength(name) >= 62 && /_key\d+$/.test(name) && first.endsWith('_key'));
    const again = (list, body) => list.filter((item) => !list.some((other) => other !== item && body(other) === body(item)
      && isNumbered(item.name, other.name)));
    if (table.constraints) {
      const kept = again(table.constraints, ({ kind, definition }) => `${kind} ${definition}`);
      const gone = table.constraints.filter((item) => !kept.includes(item)).map(({ name }) => name);
      table.constraints = kept;
      table.indexes = table.indexes.filter((definition) => !gone.some((name) => definition.includes(` ${name} `) || definition.includes(` "${name}" `)));
    } else if (table.options) {
      table.indexes = again(table.indexes, ({ columns, repeats, type }) => `${columns} ${repeats} ${type}`);
    }
  }
  return copy;
};
