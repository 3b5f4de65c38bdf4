// The program under test, as a black box.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = process.env.THROUGHLINE ?? fileURLToPath(new URL('../../build/app/throughline', import.meta.url));

/** Runs a command; `{ status, out, err }`. */
export const run = (args, input) => {
  const { status, signal, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status === null && !signal) throw new Error(`${program} cannot be run`);
  if (signal) throw new Error(`${program} ${args.join(' ')}: ${signal}`);
  return { status, out: stdout, err: stderr };
};

/** Writes a project into a folder; its path. */
export const written = (folder, project, name = 'project') => {
  const path = join(folder, `${name}.throughline`);
  writeFileSync(path, typeof project === 'string' ? project : JSON.stringify(project, null, 1));
  return path;
};
