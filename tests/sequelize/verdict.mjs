// What a comparison found out, in one word and one line.
import { isDeepStrictEqual } from 'node:util';
import { messageOf } from './works.mjs';

/** The first place where two catalogs differ: its path, theirs and ours. */
const firstDifference = (theirs, ours, path = '') => {
  if (isDeepStrictEqual(theirs, ours)) return undefined;
  const isTree = (value) => typeof value === 'object' && value !== null;
  if (!isTree(theirs) || !isTree(ours)) return `${path}: ${JSON.stringify(theirs)} ↔ ${JSON.stringify(ours)}`;
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const found = firstDifference(theirs[key], ours[key], `${path}/${key}`);
    if (found) return found;
  }
  return `${path}: ${JSON.stringify(theirs)} ↔ ${JSON.stringify(ours)}`;
};

/**
 * What is wrong about an outcome of compareSchema, or undefined:
 * `unnoticed`: Sequelize or the database refuses it, and no error of ours says so;
 * `different`: both stand, and are not the same; `failed`: only Sequelize's stands;
 * `unforeseen`: it is synced, but a row, a link, an include or a delete fails, and no error says so;
 * `false alarm`: all of that works, and there is an error.
 */
export const verdictOf = (outcome) => {
  const codes = outcome.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code).join(' ');
  if (outcome.refused) return outcome.hasError ? undefined : { kind: 'unnoticed', text: messageOf(outcome.refused) };
  if (outcome.failed) return { kind: 'failed', text: `${messageOf(outcome.failed)} [${codes}]` };
  if (!outcome.equal) return { kind: 'different', text: `${firstDifference(outcome.theirs, outcome.ours)} [${codes}]` };
  if (outcome.trial.works && outcome.hasError) return { kind: 'false alarm', text: codes };
  if (!outcome.trial.works && !outcome.hasError) return { kind: 'unforeseen', text: outcome.trial.message };
  return undefined;
};

/** Verdicts of one cause look alike without their names and numbers. */
export const signatureOf = ({ kind, text }) => `${kind}: ${text.replace(/(["'`]).*?\1/g, '…').replace(/\d+/g, '0').replace(/\b[A-Z]\w*\.\w+/g, '…').slice(0, 90)}`;
