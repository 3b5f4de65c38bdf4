// Include queries beside Sequelize and beside the databases' own C libraries, in one run, alternating:
//   node tests/benchmarks/queries.mjs [--users 1000,10000] [--levels 1,3] [--rounds 3] [--postgres URL]
// Milliseconds are the processor's for SQLite, and the clock's for PostgreSQL, whose server works beside.
// It needs a release build with the target query-benchmark, and the packages of tests/sequelize. The URL's database must be empty.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

process.env.TZ = 'UTC';
const root = join(import.meta.dirname, '../..');
const benchmark = process.env.QUERY_BENCHMARK ?? join(root, 'build/tests/query-benchmark');
process.env.THROUGHLINE ??= join(root, 'build/app/throughline');

const finds = { 1: { model: 'User', include: ['Projects'], order: [['id', 'ASC']] },
  3: { model: 'User', include: [{ association: 'Projects', include: [{ association: 'Tasks', include: ['Comments'] }] }], order: [['id', 'ASC']] } };

/** In a process of its own: what Sequelize needs for the same query. */
const askSequelize = async (url, levels, path) => {
  const { connect, findAll } = await import('../sequelize/oracle.mjs');
  const { hostname, port, username, pathname } = url.startsWith('sqlite') ? {} : new URL(url);
  const sequelize = connect(path, hostname ? { dialect: 'postgres', host: hostname, port: Number(port), username, database: pathname.slice(1) }
    : { dialect: 'sqlite', storage: url.slice('sqlite:'.length) });
  await sequelize.authenticate();
  const elapsed = () => (hostname ? performance.now() : Object.values(process.cpuUsage()).reduce((sum, each) => sum + each) / 1000);
  const start = elapsed();
  const text = await findAll(sequelize, finds[levels]);
  const ms = elapsed() - start;
  await sequelize.close();
  console.log(JSON.stringify({ ms, bytes: text.length, megabytes: process.resourceUsage().maxRSS / 1024 }));
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const compare = (title, url, levels, rounds, path) => {
  const results = { sequelize: [], ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of Object.keys(results)) {
      const { stdout, stderr, status } = way === 'sequelize'
        ? spawnSync(process.execPath, ['--max-old-space-size=16000', import.meta.filename, '--ask', url, '--levels', String(levels), '--project', path], { encoding: 'utf8', maxBuffer: 1 << 28 })
        : spawnSync(benchmark, [way, url, String(levels)], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${way}: ${stderr}`);
      results[way].push(JSON.parse(stdout.trim().split('\n').at(-1)));
    }
  }
  const of = (way, key) => median(results[way].map((each) => each[key]));
  const rows = of('ours', 'rows');
  const ms = (value) => value.toFixed(value < 100 ? 1 : 0);
  console.log(`| ${title} | ${rows} | ${ms(of('sequelize', 'ms'))} | ${ms(of('ours', 'ms'))} | ${ms(of('ours', 'folded'))} | ${ms(of('bare', 'ms'))} | `
    + `${(of('sequelize', 'ms') / of('ours', 'ms')).toFixed(1)} × | ${(of('ours', 'folded') / of('bare', 'ms')).toFixed(2)} × | ${Math.round(rows / of('ours', 'ms') * 1000).toLocaleString('en')} | `
    + `${Math.round(of('sequelize', 'megabytes'))} / ${Math.round(of('ours', 'megabytes'))} / ${Math.round(of('bare', 'megabytes'))} |`);
};

const { values } = parseArgs({ options: { users: { type: 'string', default: '1000,10000' }, levels: { type: 'string', default: '1,3' }, rounds: { type: 'string', default: '3' },
  postgres: { type: 'string' }, ask: { type: 'string' }, project: { type: 'string' } } });
if (values.ask) {
  await askSequelize(values.ask, values.levels, values.project);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-benchmark-'));
  try {
    const path = join(folder, 'project.throughline');
    writeFileSync(path, execFileSync(benchmark, ['project', 'sqlite::memory:', '0']));
    console.log('| users × 10 projects | rows | Sequelize ms | Throughline ms | of it rows to records | C library and tree ms | faster than Sequelize | rows to records beside C | rows/s | peak MB: Sequelize / Throughline / C |');
    console.log('|---|---|---|---|---|---|---|---|---|---|');
    for (const users of values.users.split(',').map(Number)) {
      const file = `sqlite:${join(folder, `${users}.db`)}`;
      execFileSync(benchmark, ['make', file, String(users)]);
      for (const levels of values.levels.split(',')) compare(`SQLite, ${users}, ${levels} level${levels === '1' ? '' : 's'}`, file, levels, Number(values.rounds), path);
    }
    if (values.postgres) {
      const users = Number(values.users.split(',').at(-1));
      execFileSync(benchmark, ['make', values.postgres, String(users)]);
      for (const levels of values.levels.split(',')) compare(`PostgreSQL, ${users}, ${levels} level${levels === '1' ? '' : 's'}`, values.postgres, levels, Number(values.rounds), path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
