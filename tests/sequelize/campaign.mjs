// Random projects on real databases: node campaign.mjs [--cases N] [--seed S] [--dialects sqlite,postgres,mysql,mariadb]
// Prints, for each cause of a difference, the smallest project that shows it; fails if there is any.
import { parseArgs } from 'node:util';
import { products } from './databases.mjs';
import { anyProject } from './random.mjs';
import { compareSchema } from './schemas.mjs';
import { shrink } from './shrink.mjs';
import { signatureOf, verdictOf } from './verdict.mjs';

const { values } = parseArgs({ options: {
  cases: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  dialects: { type: 'string', default: Object.keys(products).join(',') },
  shrink: { type: 'string', default: '4' }, // how many causes are made small
} });

/** A comparison that cannot be made is a verdict too. */
const judged = async (project, database) => {
  try {
    const outcome = await compareSchema(project, database);
    return { outcome, verdict: verdictOf(outcome) };
  } catch (error) {
    return { outcome: {}, verdict: { kind: 'broken', text: String(error.stack ?? error) } };
  }
};

const campaign = async (dialect) => {
  const database = await products[dialect]();
  const causes = new Map();
  const count = { accepted: 0, refused: 0, working: 0, differences: 0 };
  const first = Number(values.seed);
  for (let seed = first; seed < first + Number(values.cases); seed += 1) {
    const project = anyProject(seed, dialect);
    const { outcome, verdict } = await judged(project, database);
    count[outcome.refused ? 'refused' : 'accepted'] += 1;
    if (outcome.trial?.works) count.working += 1;
    if (!verdict) continue;
    count.differences += 1;
    const signature = signatureOf(verdict);
    const known = causes.get(signature);
    if (known) known.seeds.push(seed);
    else causes.set(signature, { verdict, seeds: [seed], project });
  }
  console.log(`${dialect}: ${values.cases} from seed ${first}: ${count.accepted} accepted, ${count.refused} refused, ${count.working} work, ${count.differences} differences`);
  let small = Number(values.shrink);
  for (const { verdict, seeds, project } of [...causes.values()].sort((a, b) => b.seeds.length - a.seeds.length)) {
    console.log(`\n${dialect} ${verdict.kind}: ${verdict.text}\n  seeds ${seeds.slice(0, 12).join(' ')}${seeds.length > 12 ? ` … (${seeds.length})` : ''}`);
    if (small <= 0) continue;
    small -= 1;
    const signature = signatureOf(verdict);
    const smallest = await shrink(project, async (candidate) => {
      const again = await judged(candidate, database);
      return again.verdict && signatureOf(again.verdict) === signature;
    });
    const found = (await judged(smallest, database)).verdict ?? verdict;
    console.log(`  ${found.kind}: ${found.text}\n${JSON.stringify(smallest, null, 1)}`);
  }
  await database.close();
  return count.differences;
};

let differences = 0;
for (const dialect of values.dialects.split(',')) differences += await campaign(dialect);
process.exit(differences > 0 ? 1 : 0);
