// Expectations that were once met live, so that they can be checked where there is neither Sequelize nor a server:
// which projects Sequelize takes on which database, and the script that made the same catalog.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../data/sequelize', import.meta.url));

const lines = (name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));

/** The documented examples, and the projects of tests/data/projects: `{ about, project }`. */
export const documented = () => [...lines('documented.jsonl'),
  ...readdirSync(join(folder, '../projects')).sort().map((name) => ({ about: name, project: JSON.parse(readFileSync(join(folder, '../projects', name), 'utf8')) }))];

/** A script without its comments and its layout, as twelve digits. */
export const fingerprint = (script) => createHash('sha1')
  .update(script.replace(/ {2}-- [^\n]*|^-- [^\n]*/gm, '').replace(/[ \n]+/g, ' ').trim()).digest('hex').slice(0, 12);

/** What is recorded of an outcome: "refused", or whether it works, and the script. */
export const expectationOf = (outcome) => (outcome.refused ? 'refused' : `${outcome.trial.works ? 'works' : 'fails'} ${fingerprint(outcome.script)}`);

/** Writes expectations by name; documented projects are not repeated. */
export const record = (entries) => {
  const text = entries.map(({ about, project, isDocumented, outcomes }) => JSON.stringify({ about, ...(isDocumented ? {} : { project }), ...outcomes }));
  writeFileSync(join(folder, 'recorded.jsonl'), `${text.join('\n')}\n`);
};
