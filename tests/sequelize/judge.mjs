// A process that compares one project after another on one product: `node judge.mjs DIALECT`, over messages. There are
// projects with which Sequelize never answers and takes all memory: a process of its own can be ended.
import { products } from './databases.mjs';
import { expectationOf } from './recorded.mjs';
import { compareSchema } from './schemas.mjs';
import { verdictOf } from './verdict.mjs';

console.warn = () => {}; // Sequelize's advice on types is not the question here

/** A comparison that cannot be made is a verdict too. */
const judged = async (project, database) => {
  try {
    const outcome = await compareSchema(project, database);
    return { isRefused: Boolean(outcome.refused), works: Boolean(outcome.trial?.works), verdict: verdictOf(outcome), expectation: outcome.script === undefined ? undefined : expectationOf(outcome) };
  } catch (error) {
    return { verdict: { kind: 'broken', text: String(error.stack ?? error) } };
  }
};

const database = await products[process.argv[2]]();
process.on('message', async (project) => { process.send(await judged(project, database)); });
process.on('disconnect', () => process.exit(0));
process.send('ready');
