// Schemas: Sequelize syncs one database, the program fills another, and the two catalogs must be equal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { QueryTypes } from 'sequelize';
import { sqliteCatalog } from './catalog.mjs';
import { connect } from './oracle.mjs';
import { run, written } from './program.mjs';

const folder = mkdtempSync(join(tmpdir(), 'throughline-schemas-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const catalogOf = (sequelize) => sqliteCatalog((sql) => sequelize.query(sql, { type: QueryTypes.SELECT, raw: true }));

/** `{ equal, refused, error, theirs, ours, problems }` for one project on SQLite. */
export const compareSchema = async (project) => {
  const path = written(folder, project);
  const problems = JSON.parse(run(['check', path, '--json', '--dialect', 'sqlite']).out || '[]');
  const hasError = problems.some(({ severity }) => severity === 'error');
  let theirs;
  let refused;
  let sequelize;
  try {
    sequelize = connect(path, { dialect: 'sqlite', storage: ':memory:' });
    await sequelize.sync();
    theirs = await catalogOf(sequelize);
  } catch (error) {
    refused = error;
  } finally {
    await sequelize?.close();
  }
  const { out } = run(['ddl', path]);
  let ours;
  let error;
  const other = connect(written(folder, { format: 'throughline/1', models: [] }, 'empty'), { dialect: 'sqlite', storage: ':memory:' });
  try {
    const connection = await other.connectionManager.getConnection({});
    await new Promise((done, fail) => { connection.exec(out, (fault) => (fault ? fail(fault) : done())); });
    ours = await catalogOf(other);
  } catch (fault) {
    error = fault;
  } finally {
    await other.close();
  }
  return { equal: isDeepStrictEqual(theirs, ours), refused, error, theirs, ours, problems, hasError };
};
