// Queries: what findAll of the real Sequelize returns on a database, and what the program returns on the same one.
//   node queries.mjs [--cases N] [--seed S] [--dialect D] [--per N] [--verbose] [--only INDEX] [--record FILE]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateSync } from 'node:zlib';
import { products } from './databases.mjs';
import { connect, findAll } from './oracle.mjs';
import { run, written } from './program.mjs';
import { chance, randomProject } from './random.mjs';
import { randomQuery } from './randomquery.mjs';
import { insertRandomRows, withScopes } from './randomrows.mjs';

const folder = mkdtempSync(join(tmpdir(), 'throughline-queries-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** One session: what it is told about foreign keys and time zones holds for all its statements. */
const oneConnection = { max: 1, min: 1, idle: 1e9, evict: 1e9 };

/**
 * A random project on a database, random rows, random queries, and both answers to each; undefined where Sequelize refuses the project.
 * A case has `find`, and `theirs` and `ours`, each `{ rows }` or `{ error }`.
 */
export const compareQueries = async (database, seed, count, features = { all: true }) => {
  const random = chance(seed * 31 + 7);
  const project = withScopes(random, randomProject(seed, database.dialect));
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
  const inserts = await insertRandomRows(random, sequelize);
  const finds = Array.from({ length: count }, () => randomQuery(random, sequelize, features));
  const cases = [];
  for (const find of finds) {
    try {
      cases.push({ find, theirs: { rows: await findAll(sequelize, find) } });
    } catch (error) {
      cases.push({ find, theirs: { error: String(error.message || error) } });
    }
  }
  await sequelize.close();
  const { out, err } = run(['query', path, '--database', database.url('a'), '--query', '-'], JSON.stringify(finds));
  const ours = out ? JSON.parse(out) : finds.map(() => ({ error: err }));
  ours.forEach((answer, i) => { cases[i].ours = answer.error === undefined ? { rows: JSON.stringify(answer.rows) } : answer; });
  return { project, path, inserts, cases };
};

/** `equal`, `both fail`, `only Sequelize fails`, `only we fail`, `different`. */
export const verdict = ({ theirs, ours }) => {
  if (theirs.error !== undefined) return ours.error === undefined ? 'only Sequelize fails' : 'both fail';
  if (ours.error !== undefined) return 'only we fail';
  return JSON.stringify(JSON.parse(theirs.rows)) === ours.rows ? 'equal' : 'different';
};

const difference = ({ theirs, ours }) => {
  if (theirs.error !== undefined || ours.error !== undefined) return `  theirs ${JSON.stringify(theirs).slice(0, 400)}\n  ours   ${JSON.stringify(ours).slice(0, 400)}`;
  let at = 0;
  while (theirs.rows[at] === ours.rows[at]) at += 1;
  const part = (text) => text.slice(Math.max(0, at - 80), at + 160);
  return `  theirs …${part(theirs.rows)}\n  ours   …${part(ours.rows)}`;
};

/** Runs `cases` queries from a seed on; `{ projects, counts, faults }`, and with `record` what a test needs to ask again. */
export const campaign = async (database, { cases, seed, per = 10, verbose = false, record = false, only }) => {
  const counts = {};
  const faults = [];
  const recorded = [];
  let projects = 0;
  for (let done = 0, at = seed; done < cases; at += 1) {
    const outcome = await compareQueries(database, at, Math.min(per, cases - done));
    if (!outcome) continue;
    projects += 1;
    done += outcome.cases.length;
    outcome.cases.forEach((each, i) => {
      const kind = verdict(each);
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (each.theirs.rows && each.theirs.rows !== '[]') counts['with rows'] = (counts['with rows'] ?? 0) + 1;
      const isFault = kind === 'different' || kind === 'only we fail';
      if (isFault) faults.push({ seed: at, index: i, kind, find: each.find });
      if (only !== undefined ? only === i : verbose && (isFault || kind === 'only Sequelize fails')) {
        console.log(`${database.dialect} ${at}/${i} ${kind}\n  ${JSON.stringify(each.find)}\n${difference(each)}`);
      }
    });
    if (record) {
      recorded.push({ project: outcome.project, inserts: outcome.inserts,
        cases: outcome.cases.map(({ find, theirs }) => ({ find, ...(theirs.error === undefined ? { rows: theirs.rows } : { fails: true }) })) });
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

if (import.meta.filename === process.argv[1]) {
  process.env.TZ = 'UTC';
  const { values } = parseArgs({ options: { cases: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' }, dialect: { type: 'string', default: 'sqlite' },
    per: { type: 'string', default: '10' }, verbose: { type: 'boolean' }, only: { type: 'string' }, record: { type: 'string' } } });
  const database = await products[values.dialect]();
  const { projects, counts, faults, recorded } = await campaign(database, { cases: Number(values.cases), seed: Number(values.seed), per: Number(values.per),
    verbose: values.verbose, record: Boolean(values.record), only: values.only === undefined ? undefined : Number(values.only) });
  await database.close();
  if (values.record) writeFileSync(values.record, packed({ dialect: values.dialect, projects: recorded }));
  console.log(values.dialect, JSON.stringify({ projects, ...counts }));
  process.exit(faults.length > 0 ? 1 : 0);
}
