// Scripts beside Sequelize's createTableQuery over all models, without a database:
//   node tests/benchmarks/ddl.mjs [--models 100,1000,5000] [--rounds 5]
// As many n:m edges as models. It needs a release build with the target ddl-benchmark, and the packages of tests/sequelize
// (tests/sequelize/run installs them). Prints the table of the README.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.env.THROUGHLINE ??= join(root, 'build/app/throughline');
process.env.TZ = 'UTC';

const types = ['STRING', 'INTEGER', 'TEXT', 'BOOLEAN', 'DATE', 'DECIMAL(10,2)'];

/** Models of six attributes, and for each a link to one of the next ten, with both sides. */
const projectOf = (count) => ({
  format: 'throughline/1',
  models: Array.from({ length: count }, (_, i) => ({ name: `Model${i}`, attributes: types.map((type, n) => ({ name: `attribute${n}`, type, ...(n === 0 ? { allowNull: false } : {}) })) })),
  associations: Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const [source, target, through] = [`Model${i}`, `Model${(i + 1 + (i % 10)) % count}`, `Link${i}`];
    return [{ kind: 'belongsToMany', source, target, as: `fore${i}s`, through }, { kind: 'belongsToMany', source: target, target: source, as: `aft${i}s`, through }];
  }),
});

/** In a process of its own: what Sequelize needs from definitions to statements. */
const generate = async (path, isWhole) => {
  const { createRequire } = await import('node:module');
  const require = createRequire(path);
  const { Sequelize } = require('sequelize');
  const module = require(path);
  const start = performance.now();
  const sequelize = new Sequelize({ dialect: 'postgres', logging: false, define: module.define });
  module(sequelize);
  const generator = sequelize.getQueryInterface().queryGenerator;
  const statements = Object.values(sequelize.models).map((model) => {
    const attributes = Object.fromEntries(Object.entries(model.tableAttributes).map(([name, each]) => [name, sequelize.normalizeAttribute(each)]));
    return generator.createTableQuery(model.getTableName(), generator.attributesToSQL(attributes, { table: model.getTableName(), context: 'createTable' }), { ...model.options });
  });
  const ms = performance.now() - start;
  if (isWhole) process.stdout.write(statements.join('\n'));
  else console.log(JSON.stringify({ ms }));
};

const ran = (command, args) => {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const ms = performance.now() - start;
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error ?? stderr}`);
  return { ms, out: stdout };
};

const best = (rounds, measure) => Math.min(...Array.from({ length: rounds }, measure));
const text = (ms) => (ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'));

const { values } = parseArgs({ options: { models: { type: 'string', default: '100,1000,5000' }, rounds: { type: 'string', default: '5' }, generate: { type: 'string' }, whole: { type: 'boolean' } } });
if (values.generate) {
  await generate(values.generate, values.whole);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-benchmark-'));
  symlinkSync(join(root, 'tests/sequelize/node_modules'), join(folder, 'node_modules'));
  const self = fileURLToPath(import.meta.url);
  console.log('| models and n:m edges | Sequelize | resolve + text | | node, whole | `ddl`, whole | |\n|---|---|---|---|---|---|---|');
  try {
    for (const count of values.models.split(',').map(Number)) {
      const path = join(folder, `p${count}.throughline`);
      const module = join(folder, `p${count}.cjs`);
      writeFileSync(path, JSON.stringify(projectOf(count)));
      writeFileSync(module, ran(process.env.THROUGHLINE, ['code', path]).out);
      const rounds = Number(values.rounds);
      const theirs = best(rounds, () => JSON.parse(ran(process.execPath, [self, '--generate', module]).out).ms);
      const ours = best(rounds, () => {
        const { resolve, text: writing } = JSON.parse(ran(process.env.DDL_BENCHMARK ?? join(root, 'build/tests/ddl-benchmark'), [path]).out);
        return resolve + writing;
      });
      const theirWhole = best(rounds, () => ran(process.execPath, [self, '--generate', module, '--whole']).ms);
      const ourWhole = best(rounds, () => ran(process.env.THROUGHLINE, ['ddl', path, '--dialect', 'postgres']).ms);
      console.log(`| ${count.toLocaleString('en')} | ${text(theirs)} ms | ${text(ours)} ms | ${Math.round(theirs / ours)} × | ${text(theirWhole)} ms | ${text(ourWhole)} ms | ${Math.round(theirWhole / ourWhole)} × |`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
