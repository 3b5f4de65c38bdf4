// Projects on real databases: the documented ones, then random ones from a seed.
//   node campaign.mjs [--cases N] [--seed S] [--dialects sqlite,postgres,mysql,mariadb] [--record]
// Prints, for each cause of a difference, the smallest project that shows it; fails if there is any. With --record it
// writes down what the documented ones and some random ones gave, but for those that differ.
import { parseArgs } from 'node:util';
import { products } from './databases.mjs';
import { anyProject } from './random.mjs';
import { Judge } from './judges.mjs';
import { documented, record } from './recorded.mjs';
import { shrink } from './shrink.mjs';
import { signatureOf } from './verdict.mjs';

const { values } = parseArgs({ options: {
  cases: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  dialects: { type: 'string', default: Object.keys(products).join(',') },
  documented: { type: 'string', default: 'yes' }, // whether the documented examples are compared too
  shrink: { type: 'string', default: '4' }, // how many causes are made small
  record: { type: 'boolean', default: false },
} });
const recordedCases = 60; // on each dialect
/** What is to be compared on a dialect: `{ about, project, isDocumented }`. */
const casesOf = function* (dialect) {
  if (values.documented === 'yes' || values.record) for (const example of documented()) yield { ...example, isDocumented: true };
  const first = Number(values.seed);
  const count = values.record ? recordedCases : Number(values.cases);
  for (let seed = first; seed < first + count; seed += 1) yield { about: `random ${seed} on ${dialect}`, project: anyProject(seed, dialect) };
};

const reportCause = async ({ verdict, names, project }, judge, isShrunk) => {
  console.log(`\n${judge.dialect} ${verdict.kind}: ${verdict.text}\n  ${names.slice(0, 12).join('; ')}${names.length > 12 ? ` … (${names.length})` : ''}`);
  if (!isShrunk) return;
  const signature = signatureOf(verdict);
  const smallest = await shrink(project, async (candidate) => {
    const again = await judge.judge(candidate);
    return again.verdict && signatureOf(again.verdict) === signature;
  });
  const found = (await judge.judge(smallest)).verdict ?? verdict;
  console.log(`  ${found.kind}: ${found.text}\n${JSON.stringify(smallest, null, 1)}`);
};

const recorded = new Map();

const campaign = async (dialect) => {
  const judge = new Judge(dialect);
  const causes = new Map();
  const count = { all: 0, accepted: 0, refused: 0, working: 0, differences: 0 };
  for (const { about, project, isDocumented } of casesOf(dialect)) {
    const { isRefused, works, verdict, expectation } = await judge.judge(project);
    count.all += 1;
    count[isRefused ? 'refused' : 'accepted'] += 1;
    if (works) count.working += 1;
    if (!verdict) {
      if (!recorded.has(about)) recorded.set(about, { about, project, isDocumented, outcomes: {} });
      recorded.get(about).outcomes[dialect] = expectation;
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
    await reportCause(cause, judge, small > 0);
    small -= 1;
  }
  await judge.close();
  return count.differences;
};

let differences = 0;
for (const dialect of values.dialects.split(',')) differences += await campaign(dialect);
if (values.record) record([...recorded.values()]);
process.exit(differences > 0 ? 1 : 0);
