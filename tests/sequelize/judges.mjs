// Comparisons in a process that may be lost.
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, written } from './program.mjs';

const judgeFile = fileURLToPath(new URL('judge.mjs', import.meta.url));
const servers = fileURLToPath(new URL('../support/servers', import.meta.url));
const patience = 180_000; // ms
const memory = 1000; // MB

export class Judge {
  constructor(dialect) {
    this.dialect = dialect;
    this.folder = mkdtempSync(join(tmpdir(), 'throughline-judge-'));
  }

  /** What judge.mjs finds out about a project; one that ends the process is refused: Sequelize never answers. */
  async judge(project) {
    if (!this.child) await this.start();
    this.child.send(project);
    const answer = await this.answer();
    if (answer) return answer;
    this.child = undefined;
    for (const product of ['postgres', 'mariadb']) execFileSync(servers, ['stop', join(this.folder, product)]);
    return { isRefused: true, works: false, expectation: 'refused', verdict: this.hasError(project) ? undefined : { kind: 'unnoticed', text: 'Sequelize never answers' } };
  }

  async start() {
    this.child = fork(judgeFile, [this.dialect], {
      execArgv: ['--no-warnings', `--max-old-space-size=${memory}`],
      env: { ...process.env, THROUGHLINE_DATABASES: this.folder },
    });
    if (!(await this.answer())) throw new Error(`${this.dialect}: its server does not start`);
  }

  /** The next message of the process; undefined if it ends. */
  answer() {
    const { child } = this;
    return new Promise((done) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      const end = (value) => {
        clearTimeout(timer);
        child.removeAllListeners();
        done(value);
      };
      child.once('message', end);
      child.once('exit', () => end(undefined));
    });
  }

  hasError(project) {
    const checked = run(['check', written(this.folder, project), '--json', '--dialect', this.dialect]);
    return JSON.parse(checked.out || '[]').some(({ severity }) => severity === 'error');
  }

  async close() {
    if (this.child) {
      const gone = new Promise((done) => { this.child.once('exit', done); });
      this.child.disconnect();
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
