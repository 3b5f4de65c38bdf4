// The samples beside the real Sequelize: accessor methods, catalogs, and what the saved queries return.
//   node samples.mjs            compares
//   node samples.mjs --record   also writes what Sequelize says to tests/data/sequelize/samples.json
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { products } from './databases.mjs';
import { connect, findAll } from './oracle.mjs';
import { run } from './program.mjs';
import { compareSchema } from './schemas.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'throughline-samples-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const faults = [];
const expect = (what, ours, theirs) => {
  if (!isDeepStrictEqual(ours, theirs)) faults.push(`${what}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(theirs)}`);
};

const inOrder = (list) => list.sort((a, b) => (`${a.model}.${a.association}` < `${b.model}.${b.association}` ? -1 : 1));

/** The accessors of every association, as Sequelize names them. */
const methodsOf = (sequelize) => inOrder(Object.values(sequelize.models).flatMap((model) => Object.entries(model.associations)
  .filter(([, { associationType: type }]) => type === 'BelongsToMany')
  .map(([association, { accessors }]) => ({ model: model.name, association, methods: Object.values(accessors).sort() }))));

const done = async (args) => {
  const { status, err } = run(args);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${err}`);
};

const recorded = {};
const database = await products.sqlite();
for (const file of readdirSync(join(root, 'resources/samples')).sort()) {
  const path = join(root, 'resources/samples', file);
  const name = file.replace('.throughline', '');
  const project = JSON.parse(readFileSync(path, 'utf8'));
  const outcome = await compareSchema(project, database);
  if (!outcome.equal) faults.push(`${name}: ${outcome.refused ?? outcome.failed ?? 'catalogs differ'}`);

  const storage = join(folder, `${name}.db`);
  await done(['deploy', path, '--database', `sqlite:${storage}`]);
  await done(['sample', path, '--database', `sqlite:${storage}`]);
  const sequelize = connect(path, { dialect: 'sqlite', storage });
  const methods = methodsOf(sequelize);
  const ours = inOrder(JSON.parse(run(['methods', path, '--json']).out).filter(({ kind }) => kind === 'belongsToMany')
    .map(({ model, association, methods: each }) => ({ model, association, methods: Object.values(each).sort() })));
  expect(`${name}: methods`, ours, methods);
  const queries = [];
  for (const { name: query, find } of project.queries ?? []) {
    const theirs = await findAll(sequelize, find);
    const { out, err } = run(['query', path, '--name', query, '--database', `sqlite:${storage}`]);
    if (out.trim() !== theirs) faults.push(`${name}: ${query}\n  ours:   ${out || err}  theirs: ${theirs}`);
    queries.push({ name: query, rows: theirs });
  }
  await sequelize.close();
  recorded[name] = { methods, queries };
}
await database.close?.();
if (process.argv.includes('--record')) writeFileSync(join(root, 'tests/data/sequelize/samples.json'), `${JSON.stringify(recorded, null, 1)}\n`);
for (const fault of faults) console.error(fault);
console.log(`${Object.keys(recorded).length} samples, ${faults.length} differences`);
process.exitCode = faults.length ? 1 : 0;
