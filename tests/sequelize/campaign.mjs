// Projects on real databases: the documented ones, then random ones from a seed.
//   node campaign.mjs [--cases N] [--seed S] [--dialects sqlite,postgres,mysql,mariadb] [--record]
// Prints, for each cause of a difference, the smallest project that shows it; fails if there is any. With --record it
// writes down what the documented ones and some random ones gave, but for those that differ.
import { parseArgs } from 'node:util';
import { products } from './databases.mjs';
import { anyProject } from './random.mjs';
import { documented, expectationOf, record } from './recorded.mjs';
import { compareSchema } from './schemas.mjs';
import { shrink } from './shrink.mjs';
import { signatureOf, verdictOf } from './verdict.mjs';

const { values } = parseArgs({ options: {
  cases: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  dialects: { type: 'string', default: Object.keys(products).join(',') },
  documented: { type: 'string', default: 'yes' }, // whether the documented examples are compared too
  shrink: { type: 'string', default: '4' }, // how many causes are made small
  record: { type: 'boolean', default: false },
} });
const recordedCases = 60; // on each dialect
console.warn = () => {}; // Sequelize's advice on types is not the question here

/** A comparison that cannot be made is a verdict too. */
const judged = async (project, database) => {
  try {
    const outcome = await compareSchema(project, database);
    return { outcome, verdict: verdictOf(outcome) };
  } catch (error) {
    return { outcome: {}, verdict: { kind: 'broken', text: String(error.stack ?? error) } };
  }
};

/** What is to be compared on a dialect: `{ about, project, isDocumented }`. */
const casesOf = function* (dialect) {
  if (values.documented === 'yes' || values.record) for (const example of documented()) yield { ...example, isDocumented: true };
  const first = Number(values.seed);
  const count = values.record ? recordedCases : Number(values.cases);
  for (let seed = first; seed < first + count; seed += 1) yield { about: `random ${seed} on ${dialect}`, project: anyProject(seed, dialect) };
};

const reportCause = async ({ verdict, names, project }, database, isShrunk) => {
  console.log(`\n${database.dialect} ${verdict.kind}: ${verdict.text}\n  ${names.slice(0, 12).join('; ')}${names.length > 12 ? ` … (${names.length})` : ''}`);
  if (!isShrunk) return;
  const signature = signatureOf(verdict);
  const smallest = await shrink(project, async (candidate) => {
    const again = await judged(candidate, database);
    return again.verdict && signatureOf(again.verdict) === signature;
  });
  const found = (await judged(smallest, database)).verdict ?? verdict;
  console.log(`  ${found.kind}: ${found.text}\n${JSON.stringify(smallest, null, 1)}`);
};

const recorded = new Map();

const campaign = async (dialect) => {
  const database = await products[dialect]();
  const causes = new Map();
  const count = { all: 0, accepted: 0, refused: 0, working: 0, differences: 0 };
  for (const { about, project, isDocumented } of casesOf(dialect)) {
    const { outcome, verdict } = await judged(project, database);
    count.all += 1;
    count[outcome.refused ? 'refused' : 'accepted'] += 1;
    if (outcome.trial?.works) count.working += 1;
    if (!verdict) {
      if (!recorded.has(about)) recorded.set(about, { about, project, isDocumented, outcomes: {} });
      recorded.get(about).outcomes[dialect] = expectationOf(outcome);
      continue;
    }
    count.differences += 1;
    const signature = signatureOf(verdict);
    if (causes.has(signature)) causes.get(signature).names.push(about);
    else causes.set(signature, { verdict, names: [about], project });
  }
  console.log(`${dialect}: ${count.all} projects: ${count.accepted} accepted, ${count.refused} refused, ${count.working} work, ${count.differences} differences`);
  let small = Number(values.shrink);
  for (const cause of [...causes.values()].sort((a, b) => b.names.length - a.names.length)) {
    await reportCause(cause, database, small > 0);
    small -= 1;
  }
  await database.close();
  return count.differences;
};

let differences = 0;
for (const dialect of values.dialects.split(',')) differences += await campaign(dialect);
if (values.record) record([...recorded.values()]);
process.exit(differences > 0 ? 1 : 0);
