// Notes: for each code, what Sequelize answers, that the program answers the same and says so, and that the query that it
// proposes gives what was meant.
//   node notes.mjs [--record FILE]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pathToFileURL } from 'node:url';
import { products } from './databases.mjs';
import { connect, findAll } from './oracle.mjs';
import { run, written } from './program.mjs';
import { sorted } from './queries.mjs';

const folder = mkdtempSync(join(tmpdir(), 'throughline-notes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const text = (name) => ({ name, type: 'STRING' });
const number = (name) => ({ name, type: 'INTEGER' });

export const project = {
  format: 'throughline/1',
  name: 'notes',
  define: { timestamps: false },
  models: [
    { name: 'User', attributes: [text('name'), { name: 'code', type: 'STRING', allowNull: false, unique: true }] },
    { name: 'Meter', attributes: [{ name: 'count', type: 'BIGINT' }] },
    { name: 'Project', attributes: [text('name')] },
    { name: 'Task', attributes: [text('title')] },
    { name: 'Comment', attributes: [text('body')] },
    { name: 'Profile', attributes: [text('bio')] },
    { name: 'Role', attributes: [text('title')] },
    { name: 'Badge', attributes: [text('title')] },
  ],
  associations: [
    { kind: 'hasMany', source: 'User', target: 'Task' },
    { kind: 'belongsTo', source: 'Task', target: 'User' },
    { kind: 'belongsTo', source: 'Task', target: 'Project' },
    { kind: 'hasMany', source: 'Project', target: 'Task' },
    { kind: 'belongsTo', source: 'Task', target: 'User', as: 'theOneWhoIsResponsibleForTheWholeOfThisTask', foreignKey: 'UserId' },
    { kind: 'hasMany', source: 'Task', target: 'Comment' },
    { kind: 'hasOne', source: 'User', target: 'Profile' },
    { kind: 'belongsToMany', source: 'User', target: 'Role', through: 'UserRoles' },
    { kind: 'belongsToMany', source: 'Role', target: 'User', through: 'UserRoles' },
    { kind: 'belongsToMany', source: 'User', target: 'Badge', through: 'UserBadges', sourceKey: 'code', foreignKey: 'userCode' },
    { kind: 'belongsToMany', source: 'Badge', target: 'User', through: 'UserBadges', targetKey: 'code', otherKey: 'userCode' },
    { kind: 'belongsToMany', source: 'User', target: 'User', as: 'Friends', through: 'Friendships', foreignKey: 'UserId', otherKey: 'FriendId' },
  ],
};

export const rows = {
  Users: [[1, 'Ann', 'c9'], [2, 'Bob', 'c8'], [3, 'Cyd', 'c7'], [4, '10% of Dan', 'c6'], [5, '100 Eves', 'c5']],
  Meters: [[1, 5], [2, '9007199254740993']],
  Projects: [[1, 'Zoo'], [2, 'Ark']],
  Tasks: [[1, 'b', 1, 1], [2, 'a', 1, 2], [3, 'd', 2, 1], [4, 'a', 3, null], [5, 'z', 4, 2], [6, 'c', 4, 1]],
  Comments: [[1, 'x', 1], [2, 'y', 3], [3, 'x', 6]],
  Profiles: [[1, 'first', 1], [2, 'second', 1], [3, 'only', 2]],
  Roles: [[1, 'r1'], [2, 'r2']],
  UserRoles: [[1, 1], [1, 2], [3, 2]],
  Badges: [[1, 'gold'], [2, 'tin']],
  UserBadges: [['c9', 1], ['c7', 2]],
  Friendships: [[1, 2], [2, 3], [4, 1]],
};
export const columns = { Users: ['id', 'name', 'code'], Meters: ['id', 'count'], Projects: ['id', 'name'], Tasks: ['id', 'title', 'UserId', 'ProjectId'], Comments: ['id', 'body', 'TaskId'],
  Profiles: ['id', 'bio', 'UserId'], Roles: ['id', 'title'], UserRoles: ['UserId', 'RoleId'], Badges: ['id', 'title'], UserBadges: ['userCode', 'BadgeId'],
  Friendships: ['UserId', 'FriendId'] };

const byId = [['id', 'ASC']];
const tasks = { association: 'Tasks' };
const count = (column) => ({ $fn: ['COUNT', { $col: column }] });
/** Includes one below the other. */
const chain = ([association, ...below]) => ({ association, ...(below.length > 0 ? { include: [chain(below)] } : {}) });
const longPath = ['Tasks', 'theOneWhoIsResponsibleForTheWholeOfThisTask', 'Tasks', 'Project'];
const page = (find) => async (ask) => {
  const { limit, offset = 0, subQuery, ...whole } = find;
  const all = await ask(whole);
  return all.slice(offset, limit === undefined ? undefined : offset + limit);
};

/** `meant`: what the proposed query must give, asked from Sequelize in other words. */
const cases = [
  ['Q04', { model: 'User', include: [{ association: 'Badges', required: true }], order: byId, limit: 2 }, page],
  ['Q19', { model: 'User', include: [{ ...tasks, separate: false, limit: 1 }], order: byId }, () => (ask) => ask({ model: 'User', include: [{ ...tasks, separate: true, limit: 1 }], order: byId }), ['sqlite']],
  ['Q20', { model: 'User', include: [{ association: 'Roles', on: { title: 'r2' } }], order: byId }, () => (ask) => ask({ model: 'User', include: [{ association: 'Roles', where: { title: 'r2' }, required: false }], order: byId })],
  ['Q21', { model: 'User', where: { '$Tasks.title$': 'a' }, include: [tasks], order: byId, limit: 1 }, page],
  ['Q22', { model: 'User', include: [tasks], order: [...byId, ['Tasks', 'id', 'ASC']], limit: 2, subQuery: false }, page],
  ['Q22', { model: 'User', include: [{ ...tasks, duplicating: false }], order: [...byId, ['Tasks', 'id', 'ASC']], limit: 2 }, page],
  ['Q23', { model: 'User', include: [tasks], order: [...byId, ['Tasks', 'id', 'ASC']], offset: 1 }, page],
  ['Q24', { model: 'User', include: [{ ...tasks, required: true, include: [{ association: 'Project', required: true }] }], order: [...byId, ['Tasks', 'id', 'ASC']], limit: 2 }, page],
  ['Q25', { model: 'User', include: [{ ...tasks, required: false, include: [{ association: 'Comments', where: { body: 'y' } }] }], order: byId, limit: 2 }, page],
  ['Q26', { model: 'User', include: [tasks], order: [['Tasks', 'title', 'DESC'], ['id', 'ASC']], limit: 2, offset: 1 }, page],
  ['Q27', { model: 'Task', include: [{ association: 'Project', required: true }, 'Comments'], order: [['Project', 'name', 'ASC'], ['id', 'ASC']], limit: 2 }, page],
  ['Q28', { model: 'User', attributes: ['id', [{ $fn: ['LENGTH', { $col: 'User.name' }] }, 'len']], include: [tasks], order: [['len', 'DESC'], ['id', 'ASC'], ['Tasks', 'id', 'ASC']], limit: 2 }, page],
  ['Q29', { model: 'User', attributes: [[count('User.id'), 'amount']], include: [{ ...tasks, attributes: [] }] }, () => (ask) => ask({ model: 'User', attributes: [[count('User.id'), 'amount']] }), ['sqlite', 'mariadb']],
  ['Q29', { model: 'User', attributes: ['id', [count('Tasks.id'), 'amount']], include: [{ ...tasks, attributes: [] }, { association: 'Roles', attributes: [], through: { attributes: [] } }], group: ['User.id'], order: byId },
    () => async (ask) => (await ask({ model: 'User', include: [tasks], order: byId })).map(({ id, Tasks }) => ({ id, amount: Tasks.length })), ['sqlite', 'mariadb']],
  ['Q30', { model: 'User', include: [{ ...tasks, separate: true, limit: 2, order: [['title', 'DESC']] }], order: byId }, () => async (ask) => {
    const all = await ask({ model: 'User', include: [{ ...tasks, separate: true, order: [['title', 'DESC']] }], order: byId });
    return all.map((user) => ({ ...user, Tasks: user.Tasks.slice(0, 2) }));
  }],
  ['Q31', { model: 'User', include: ['Roles', tasks], order: [...byId, ['Roles', 'id', 'ASC'], ['Tasks', 'id', 'ASC']] }, (find) => async (ask) => {
    const all = await ask(find);
    return all.map(({ Tasks, ...user }) => ({ ...user, Tasks }));
  }],
  ['Q32', { model: 'User', include: ['Profile'], order: byId }, () => async (ask) => {
    const all = await ask({ model: 'User', include: ['Profile'], order: [...byId, ['Profile', 'id', 'ASC']] });
    return all.filter(({ id }, at) => at === 0 || all[at - 1].id !== id);
  }],
  ['Q32', { model: 'User', include: ['Profile', tasks], order: [...byId, ['Profile', 'id', 'ASC'], ['Tasks', 'id', 'ASC']] }, () => async (ask) => {
    const first = { 1: 1, 2: 3 };
    const all = await ask({ model: 'User', include: ['Profile', tasks], order: [...byId, ['Profile', 'id', 'DESC'], ['Tasks', 'id', 'ASC']] });
    return all.map((user) => ({ ...user, Profile: user.Profile && { ...user.Profile, id: first[user.id], bio: user.id === 1 ? 'first' : user.Profile.bio } }));
  }],
  ['Q34', { model: 'User', include: [chain(longPath)], where: { id: 3 }, order: [[...longPath.slice(0, 3), 'id', 'ASC']] }, undefined, ['postgres']],
  ['Q35', { model: 'User', attributes: ['id', [{ $fn: ['COUNT', { $col: 'Roles.id' }] }, 'amount']], include: [{ association: 'Roles', attributes: [] }], group: ['User.id'], order: byId },
    (find) => (ask) => ask({ ...find, include: [{ association: 'Roles', attributes: [], through: { attributes: [] } }] }), ['postgres']],
  ['Q36', { model: 'User', where: { name: { $startsWith: '10%' } }, order: byId }, () => async (ask) => (await ask({ model: 'User', order: byId })).filter(({ name }) => name.startsWith('10%'))],
  ['Q36', { model: 'User', include: [{ ...tasks, where: { title: { $iLike: 'A' } } }], order: byId }, (find) => (ask) => ask({ ...find, include: [{ ...tasks, where: { title: { $like: 'A' } } }] }), ['sqlite', 'mariadb']],
  ['Q36', { model: 'User', where: { name: { $regexp: '^A' } }, order: byId }, undefined, ['sqlite']],
  ['Q36', { model: 'User', where: { id: { $not: { $in: [1, 2] } } }, order: byId }, () => (ask) => ask({ model: 'User', where: { id: { $notIn: [1, 2] } }, order: byId })],
  ['Q36', { model: 'User', where: { id: { $gt: 1 }, name: { $not: { $like: 'B%' } } }, order: byId }, () => (ask) => ask({ model: 'User', where: { id: { $gt: 1 }, name: { $notLike: 'B%' } }, order: byId })],
  ['Q37', { model: 'Meter', where: { id: 2 } }, () => async () => [{ id: 2, count: '9007199254740993' }], ['sqlite']],
  ['Q38', { model: 'User', include: [{ ...tasks, order: [['title', 'DESC']] }], order: byId }, (find) => (ask) => ask({ ...find, include: [tasks], order: [...byId, ['Tasks', 'title', 'DESC']] })],
  ['Q38', { model: 'User', limit: 2 }, (find) => (ask) => ask({ ...find, order: byId })],
  ['Q39', { model: 'User', attributes: ['name', ['id', 'number']], include: [{ ...tasks, separate: true, order: byId }], order: byId },
    (find) => (ask) => ask({ ...find, attributes: ['id', 'name', ['id', 'number']] })],
  ['Q39', { model: 'User', include: [{ ...tasks, attributes: ['title'], include: [{ association: 'Comments', separate: true }] }], order: [...byId, ['Tasks', 'id', 'ASC']] },
    (find) => (ask) => ask({ ...find, include: [{ ...tasks, attributes: ['id', 'title'], include: [{ association: 'Comments', separate: true }] }] })],
  ['Q40', { model: 'User', include: [{ association: 'Friends', required: true }], order: byId, limit: 2 }, page],
  ['Q40', { model: 'User', include: [{ association: 'Friends', where: { name: 'Cyd' } }], order: byId, limit: 2 }, page],
  ['Q41', { model: 'Badge', include: [{ association: 'Users', required: true }], order: byId, limit: 2 }, page],
  ['Q42', { model: 'User', include: [{ ...tasks, required: true, limit: 1, where: { title: 'a' } }], order: byId },
    (find) => async (ask) => (await ask(find)).filter(({ Tasks }) => Tasks.length > 0)],
  ['Q42', { model: 'Project', include: [{ association: 'Tasks', include: [{ association: 'User', include: [{ ...tasks, separate: true, required: true, where: { title: 'd' } }] }] }],
    order: [...byId, ['Tasks', 'id', 'ASC']] },
    (find) => async (ask) => (await ask(find)).map(({ Tasks, ...project }) => ({ ...project, Tasks: Tasks.map(({ User, ...task }) => ({ ...task, User: User?.Tasks.length > 0 ? User : null })) }))],
];

/** Where the answer is another on purpose: what it must be. Names have no limit on SQLite. */
const otherwise = { Q37: JSON.stringify([{ id: 2, count: '9007199254740993' }]) };

/** Codes of queries that do not say in which order their rows come. */
const unordered = ['Q32', 'Q38'];

const compare = async (database) => {
  const path = written(folder, project);
  await database.reset('a');
  const sequelize = connect(path, { ...database.options('a'), pool: { max: 1 } });
  await sequelize.sync();
  const inserts = [];
  for (const [table, list] of Object.entries(rows)) {
    for (const row of list) {
      await sequelize.getQueryInterface().bulkInsert(table, [Object.fromEntries(row.map((value, at) => [columns[table][at], value]))],
        { logging: (sql) => inserts.push(sql.replace(/^Executing \([^)]*\): /, '')) });
    }
  }
  const ask = async (find) => JSON.parse(await findAll(sequelize, find));
  const recorded = [];
  const faults = [];
  for (const [code, find, meaning, only] of cases) {
    if (code === 'Q34' && database.dialect === 'sqlite') otherwise.Q34 = await findAll(sequelize, find);
    if ((only ?? ['sqlite', 'postgres', 'mariadb']).includes(database.dialect) === false || (code === 'Q30' && database.dialect !== 'sqlite')) continue;
    const theirs = await findAll(sequelize, find).catch((error) => ({ error: error.message }));
    const { out, err, status } = run(['query', path, '--database', database.url('a'), '--query', '-'], JSON.stringify(find));
    const line = err.split('\n').find((each) => each.includes(`${code}: `)) ?? '';
    const proposal = /Try: (\{.*?\})(?: \(|$)/.exec(line)?.[1];
    const fault = (what) => faults.push(`${database.dialect} ${code} ${JSON.stringify(find)}: ${what}`);
    if (!line) fault(`no note: ${err}`);
    const expected = otherwise[code] ?? theirs;
    const comparable = (json) => (unordered.includes(code) ? sorted(JSON.parse(json)) : JSON.parse(json));
    const same = expected.error ? status !== 0 : status === 0 && isDeepStrictEqual(comparable(out), comparable(expected));
    if (!same) fault(`another answer\n  theirs ${JSON.stringify(theirs)}\n  ours   ${out}${err}`);
    let meant;
    if (meaning) {
      if (!proposal) { fault('no proposal'); continue; }
      meant = await meaning(find)(ask);
      const proposed = await ask(JSON.parse(proposal)).catch((error) => error.message);
      const ours = run(['query', path, '--database', database.url('a'), '--query', '-'], proposal);
      if (!isDeepStrictEqual(proposed, meant)) fault(`the proposal gives Sequelize ${JSON.stringify(proposed)}, meant is ${JSON.stringify(meant)}`);
      if (JSON.stringify(meant) !== ours.out.trim()) fault(`the proposal gives us ${ours.out}${ours.err}, meant is ${JSON.stringify(meant)}`);
    }
    recorded.push({ code, dialect: database.dialect, find, ...(theirs.error ? { fails: true } : { theirs }), ...(otherwise[code] ? { ours: expected } : {}),
      ...(meaning ? { proposal: JSON.parse(proposal), meant: JSON.stringify(meant) } : {}) });
  }
  await sequelize.close();
  return { faults, recorded: { project, inserts, cases: recorded } };
};

export const compareNotes = compare;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.env.TZ = 'UTC';
  const record = process.argv.indexOf('--record');
  let failed = false;
  let all;
  for (const dialect of ['sqlite', 'postgres', 'mariadb']) {
    const database = await products[dialect]();
    const { faults, recorded } = await compare(database);
    await database.close();
    for (const fault of faults) console.log(fault);
    console.log(dialect, JSON.stringify({ notes: recorded.cases.length, faults: faults.length }));
    failed ||= faults.length > 0;
    if (dialect === 'sqlite') all = recorded;
    else if (dialect === 'postgres') all.cases.push(...recorded.cases.filter(({ code }) => !all.cases.some((each) => each.code === code)));
  }
  if (record > 0) writeFileSync(process.argv[record + 1], `${JSON.stringify(all, null, 1)}\n`);
  process.exit(failed ? 1 : 0);
}
