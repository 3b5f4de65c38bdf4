// One place for each database product where two schemas can stand side by side: `a` is Sequelize's, `b` the program's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mysql from 'mysql2/promise';
import pg from 'pg';
import sqlite3 from 'sqlite3';
import { mysqlCatalog, postgresCatalog, sqliteCatalog } from './catalog.mjs';

const servers = fileURLToPath(new URL('../support/servers', import.meta.url));
const folder = process.env.THROUGHLINE_DATABASES ?? mkdtempSync(join(tmpdir(), 'throughline-databases-'));
const started = [];

const start = (product) => {
  const home = join(folder, product);
  const url = execFileSync(servers, ['start', product, home], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  started.push(home);
  return new URL(url);
};

process.on('exit', () => {
  for (const home of started) execFileSync(servers, ['stop', home]);
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const openSqlite = async () => {
  const path = (which) => join(folder, `${which}.db`);
  const withFile = async (which, work) => {
    const database = await new Promise((done, fail) => {
      const opened = new sqlite3.Database(path(which), (fault) => (fault ? fail(fault) : done(opened)));
    });
    try {
      return await work(database);
    } finally {
      await new Promise((done) => { database.close(done); });
    }
  };
  const all = (database) => (sql) => new Promise((done, fail) => { database.all(sql, (fault, rows) => (fault ? fail(fault) : done(rows))); });
  return {
    dialect: 'sqlite',
    reset: async (which) => rmSync(path(which), { force: true }),
    url: (which) => `sqlite:${path(which)}`,
    options: (which) => ({ dialect: 'sqlite', storage: path(which) }),
    apply: (which, script) => withFile(which, (database) => new Promise((done, fail) => { database.exec(script, (fault) => (fault ? fail(fault) : done())); })),
    ask: (which, sql) => withFile(which, (database) => all(database)(sql)),
    catalog: (which) => withFile(which, (database) => sqliteCatalog(all(database))),
    close: async () => {},
  };
};

const openPostgres = async () => {
  const url = start('postgres');
  const connect = async (database) => {
    const client = new pg.Client({ host: url.hostname, port: Number(url.port), user: url.username, database });
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  const clients = { test: await connect('test') };
  for (const which of ['a', 'b']) {
    await clients.test.query(`CREATE DATABASE ${which}`);
    clients[which] = await connect(which);
    await clients[which].query('CREATE EXTENSION citext; CREATE EXTENSION hstore;');
  }
  return {
    dialect: 'postgres',
    reset: async (which) => {
      const client = clients[which];
      await client.query('ROLLBACK').catch(() => {});
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
      const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'");
      const drop = rows.map(({ nspname }) => `DROP SCHEMA "${nspname}" CASCADE;`).join('');
      await client.query(`${drop} CREATE SCHEMA public; CREATE EXTENSION citext; CREATE EXTENSION hstore;`);
    },
    url: (which) => `postgres://${url.username}@${url.host}/${which}`,
    options: (which) => ({ dialect: 'postgres', host: url.hostname, port: Number(url.port), username: url.username, database: which, pool: { max: 2 } }),
    prepare: async (which, schemas) => { for (const schema of schemas) await clients[which].query(`CREATE SCHEMA IF NOT EXISTS "${schema.replace(/"/g, '')}"`); },
    apply: async (which, script) => { await clients[which].query(script); },
    ask: async (which, sql) => (await clients[which].query(sql)).rows,
    catalog: (which) => postgresCatalog(async (sql) => (await clients[which].query(sql)).rows),
    close: async () => { for (const client of Object.values(clients)) await client.end(); },
  };
};

let mariadbUrl;

const openMysql = (dialect) => async () => {
  mariadbUrl ??= start('mariadb');
  const url = mariadbUrl;
  const login = { host: url.hostname, port: Number(url.port), user: url.username, password: url.password };
  const client = await mysql.createConnection({ ...login, multipleStatements: true });
  const name = (which) => `${dialect}_${which}`;
  return {
    dialect,
    reset: async (which) => {
      const [rows] = await client.query("SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME NOT IN ('mysql','sys','information_schema','performance_schema','test','mysql_a','mysql_b','mariadb_a','mariadb_b')");
      for (const row of rows) await client.query(`SET foreign_key_checks = 0; DROP DATABASE \`${row.name}\`; SET foreign_key_checks = 1`);
      const [open] = await client.query('SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()', [name(which)]);
      for (const { id } of open) await client.query(`KILL ${Number(id)}`).catch(() => {});
      await client.query(`DROP DATABASE IF EXISTS ${name(which)}; CREATE DATABASE ${name(which)} CHARACTER SET utf8mb4;`);
    },
    url: (which) => `${dialect}://${url.username}:${url.password}@${url.host}/${name(which)}`,
    options: (which) => ({ dialect, host: url.hostname, port: Number(url.port), username: url.username, password: url.password, database: name(which), pool: { max: 2 } }),
    apply: async (which, script) => { await client.query(`USE ${name(which)}; ${script}`); },
    ask: async (which, sql) => { await client.query(`USE ${name(which)}`); return (await client.query(sql))[0]; },
    catalog: (which) => mysqlCatalog(async (sql) => (await client.query(sql))[0], name(which)),
    close: () => client.end(),
  };
};

export const products = { sqlite: openSqlite, postgres: openPostgres, mysql: openMysql('mysql'), mariadb: openMysql('mariadb') };
