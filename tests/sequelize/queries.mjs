// Queries: what findAll of the real Sequelize returns on a database, and what the program returns on the same one.
//   node queries.mjs [--cases N] [--seed S | --seeds S,S,…] [--dialect D] [--per N] [--only INDEX] [--record FILE]
// Prints the smallest query that shows each of the first differences, and fails if there is any.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import { pathToFileURL } from 'node:url';
import { products } from './databases.mjs';
import * as known from './known.mjs';
import { connect, findAll } from './oracle.mjs';
import { run, written } from './program.mjs';
import { chance, randomProject } from './random.mjs';
import { randomQuery } from './randomquery.mjs';
import { insertRandomRows, withScopes } from './randomrows.mjs';
import { shrink } from './shrink.mjs';

const folder = mkdtempSync(join(tmpdir(), 'throughline-queries-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** One session: what it is told about foreign keys and time zones holds for all its statements. */
const oneConnection = { max: 1, min: 1, idle: 1e9, evict: 1e9 };

/** A project on a database, a random one unless it is given, with random rows unless those are; undefined where Sequelize refuses it. */
const prepare = async (database, seed, given = undefined, rows = undefined) => {
  const random = chance(seed * 31 + 7);
  const project = given ?? withScopes(random, randomProject(seed, database.dialect));
  const path = written(folder, project);
  await database.reset('a');
  let sequelize;
  try {
    sequelize = connect(path, { ...database.options('a'), pool: oneConnection });
    await database.prepare?.('a', new Set(Object.values(sequelize.models).map((model) => model._schema).filter(Boolean)));
    await sequelize.sync();
  } catch {
    await sequelize?.close();
    return undefined;
  }
  for (const sql of rows ?? []) await sequelize.query(sql, { raw: true, type: 'RAW' });
  const inserts = rows ?? await insertRandomRows(random, sequelize);
  return { random, project, path, url: database.url('a'), sequelize, inserts };
};

/** Both answers to each query: a case has `find`, and `theirs` and `ours`, each `{ rows }` or `{ error }`. */
const ask = async ({ sequelize, path, url }, finds) => {
  const cases = [];
  for (const find of finds) {
    try {
      cases.push({ find, theirs: { rows: await findAll(sequelize, find) } });
    } catch (error) {
      cases.push({ find, theirs: { error: String(error.message || error) } });
    }
  }
  const { out, err } = run(['query', path, '--database', url, '--query', '-'], JSON.stringify(finds));
  const ours = out ? JSON.parse(out) : finds.map(() => ({ error: err }));
  ours.forEach((answer, i) => { cases[i].ours = answer.error === undefined ? { rows: JSON.stringify(answer.rows) } : answer; });
  return cases;
};

/** Whether the query says of all that it finds in which order; not of what `all` adds, nor of lists joined to a UNION. */
const isOrdered = (node) => (node.include === undefined ? true : [node.include].flat().every((each) => typeof each === 'string'
  || (!each.all && isOrdered(each) && !(each.limit && each.separate !== false && each.include?.length > 0))));

/** Lists as sets. */
export const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)])) : value;
};

/** `equal`, `both fail`, `without a code`, `only Sequelize fails`, `only we fail`, `different`. */
export const verdict = ({ find, theirs, ours }) => {
  if (theirs.error !== undefined && ours.error !== undefined) return /^Q\d\d: /.test(ours.error) ? 'both fail' : 'without a code';
  if (theirs.error !== undefined) return 'only Sequelize fails';
  if (ours.error !== undefined) return 'only we fail';
  if (JSON.stringify(JSON.parse(theirs.rows)) === ours.rows) return 'equal';
  return !isOrdered(find) && JSON.stringify(sorted(JSON.parse(theirs.rows))) === JSON.stringify(sorted(JSON.parse(ours.rows))) ? 'equal' : 'different';
};

const difference = ({ theirs, ours }) => {
  if (theirs.error !== undefined || ours.error !== undefined) return `  theirs ${JSON.stringify(theirs).slice(0, 400)}\n  ours   ${JSON.stringify(ours).slice(0, 400)}`;
  let at = 0;
  while (theirs.rows[at] === ours.rows[at]) at += 1;
  const part = (text) => text.slice(Math.max(0, at - 80), at + 160);
  return `  theirs …${part(theirs.rows)}\n  ours   …${part(ours.rows)}`;
};

/** The smallest query on the same rows that is judged the same. */
const smallest = (world, found, kind) => shrink(found, async (find) => verdict((await ask(world, [find]))[0]) === kind, 400, ['model', 'association', 'order']);

/** Whether the program is to blame. */
const isFault = (kind) => kind !== 'equal' && kind !== 'both fail';

/**
 * Runs the queries that are known to be hard, then `cases` random ones from a seed on, or those of `seeds`; `{ projects, counts, faults }`, and with `record` what a test needs
 * to ask again.
 */
export const campaign = async (database, { cases, seed, seeds, per = 10, record = false, only, shrinks = 5 }) => {
  const counts = {};
  const faults = [];
  const recorded = [];
  let projects = 0;
  let left = cases;
  const worlds = known.worlds(database.dialect);
  for (let i = -worlds.length; i < 0 || (seeds ? i < seeds.length : left > 0); i += 1) {
    const isKnown = i < 0;
    const given = worlds.at(i);
    const at = isKnown ? given.project.name : seeds ? seeds[i] : seed + i;
    const world = await prepare(database, isKnown ? 1 : at, isKnown ? given.project : undefined, isKnown ? given.rows : undefined);
    if (isKnown && !world) throw new Error(`Sequelize refuses the project ${at}`);
    if (!world) continue;
    const finds = isKnown ? given.finds
      : Array.from({ length: seeds ? per : Math.min(per, left) }, () => randomQuery(world.random, world.sequelize, { all: true }));
    const answers = await ask(world, finds);
    projects += 1;
    if (!isKnown) left -= finds.length;
    for (const [index, each] of answers.entries()) {
      const kind = verdict(each);
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (each.theirs.rows && each.theirs.rows !== '[]') counts['with rows'] = (counts['with rows'] ?? 0) + 1;
      if (only === undefined ? !isFault(kind) : only !== index) continue;
      const find = isFault(kind) && faults.length < shrinks ? await smallest(world, each.find, kind) : each.find;
      console.log(`${database.dialect} ${at}/${index} ${kind}\n  ${JSON.stringify(find)}\n${difference((await ask(world, [find]))[0])}`);
      if (isFault(kind)) faults.push({ seed: at, index, kind, find });
    }
    await world.sequelize.close();
    if (record) {
      recorded.push({ project: world.project, inserts: world.inserts,
        cases: answers.map(({ find, theirs }) => ({ find, ...(theirs.error === undefined ? { rows: theirs.rows } : { fails: true }) })) });
    }
  }
  return { projects, counts, faults, recorded };
};

/** Qt's qCompress: the size of the text, then deflate. */
const packed = (value) => {
  const text = Buffer.from(JSON.stringify(value));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  return Buffer.concat([size, deflateSync(text, { level: 9 })]);
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.env.TZ = 'UTC';
  const { values } = parseArgs({ options: { cases: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' }, seeds: { type: 'string' },
    dialect: { type: 'string', default: 'sqlite' }, per: { type: 'string', default: '10' }, only: { type: 'string' }, record: { type: 'string' } } });
  console.warn = () => {}; // Sequelize's advice on types is not the question here
  const database = await products[values.dialect]();
  const { projects, counts, faults, recorded } = await campaign(database, { cases: Number(values.cases), seed: Number(values.seed), per: Number(values.per),
    seeds: values.seeds?.split(',').map(Number), record: Boolean(values.record), only: values.only === undefined ? undefined : Number(values.only) });
  await database.close();
  if (values.record) writeFileSync(values.record, packed({ dialect: values.dialect, projects: recorded }));
  console.log(values.dialect, JSON.stringify({ projects, ...counts }));
  process.exit(faults.length > 0 ? 1 : 0);
}
