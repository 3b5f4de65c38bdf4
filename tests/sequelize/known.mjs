// Queries that once differed from Sequelize's, each for a reason of its own, on one project.
const text = (name) => ({ name, type: 'STRING' });
const kind = { name: 'kind', type: 'INTEGER', field: 'kind_col' };

export const project = {
  format: 'throughline/1',
  name: 'known',
  define: { timestamps: false },
  models: [
    { name: 'Person', attributes: [text('name'), { name: 'rank', type: 'INTEGER', field: 'rank_col' }] },
    { name: 'Task', attributes: [text('title')] },
    { name: 'Note', attributes: [text('line'), kind], options: { defaultScope: { where: { kind: 1 } } } },
    { name: 'Remark', attributes: [text('line'), kind] },
    { name: 'Team', attributes: [text('name')] },
    { name: 'Grant', attributes: [{ name: 'id', type: 'INTEGER', primaryKey: true, autoIncrement: true }, { name: 'level', type: 'INTEGER' }] },
    { name: 'Friendship', attributes: [{ name: 'since', type: 'INTEGER' }] },
  ],
  associations: [
    { kind: 'hasMany', source: 'Person', target: 'Task', foreignKey: { name: 'PersonId', field: 'person_id' } },
    { kind: 'belongsTo', source: 'Task', target: 'Person', foreignKey: { name: 'PersonId', field: 'person_id' } },
    { kind: 'hasMany', source: 'Task', target: 'Note' },
    { kind: 'hasMany', source: 'Task', target: 'Remark', scope: { kind: 1 } },
    { kind: 'belongsToMany', source: 'Person', target: 'Person', as: 'Friends', through: 'Friendship', foreignKey: 'one', otherKey: 'other' },
    { kind: 'belongsToMany', source: 'Person', target: 'Person', as: 'Admirers', through: 'Friendship', foreignKey: 'other', otherKey: 'one' },
    { kind: 'hasOne', source: 'Person', target: 'Friendship', foreignKey: 'one' },
    { kind: 'belongsToMany', source: 'Task', target: 'Person', as: 'Helpers', through: 'Grant', foreignKey: 'taskId', otherKey: 'personId' },
    { kind: 'belongsToMany', source: 'Person', target: 'Task', as: 'Helped', through: 'Grant', foreignKey: 'personId', otherKey: 'taskId' },
    { kind: 'hasMany', source: 'Person', target: 'Grant', foreignKey: 'personId' },
    { kind: 'belongsToMany', source: 'Person', target: 'Team', through: 'Memberships' },
    { kind: 'belongsToMany', source: 'Team', target: 'Person', through: 'Memberships' },
    { kind: 'belongsTo', source: 'Person', target: 'Team' },
    { kind: 'hasMany', source: 'Team', target: 'Task', as: { singular: 'Duty', plural: 'Duties' } },
    { kind: 'hasMany', source: 'Team', target: 'Note', as: 'Minutes' },
  ],
};

const id = ['id', 'ASC'];
const separate = (association, more = {}) => ({ association, separate: true, order: [id], ...more });

export const finds = [
  // A key that the attributes leave out
  { model: 'Person', attributes: ['name', ['id', 'number']], include: [separate('Tasks')], order: [id] },
  { model: 'Person', attributes: ['name', ['id', 'number']], include: [separate('Tasks', { limit: 1 })], order: [id] },
  { model: 'Person', include: [{ association: 'Tasks', attributes: ['title'], include: [separate('Notes')] }], order: [id, ['Tasks', ...id]] },
  { model: 'Person', include: [separate('Tasks', { attributes: ['title'], include: [separate('Notes')] })], order: [id] },
  { model: 'Task', include: [{ association: 'Person', attributes: [], include: [separate('Tasks', { limit: 1 })] }], order: [id] },
  // A limit for each record beside a page
  { model: 'Person', include: [separate('Tasks', { required: true, limit: 1, include: ['Person'] })], order: [id], limit: 3 },
  // What the filter of a page looks at
  { model: 'Person', include: [{ association: 'Friends', required: true, on: { name: 'x' } }], order: [id, ['Friends', ...id]], limit: 2 },
  { model: 'Person', where: [{ id: { $gt: 0 } }, { id: { $lt: 9 } }], include: [{ association: 'Friends', required: true }], order: [id, ['Friends', ...id]], limit: 3 },
  { model: 'Person', include: [{ association: 'Tasks', required: true, include: [{ association: 'Remarks', required: true }] }], order: [id, ['Tasks', ...id], ['Tasks', 'Remarks', ...id]], limit: 2 },
  // Scopes and columns of other names
  { model: 'Task', include: [{ association: 'Notes', where: { kind: 2 } }], order: [id, ['Notes', ...id]] },
  { model: 'Task', include: [separate('Notes', { where: { line: { $ne: null }, kind: 2 } })], order: [id] },
  // Steps of an order
  { model: 'Task', include: [{ association: 'Helpers', include: [separate('Grants')] }], order: [['Helpers', { model: 'Grant' }, 'level', 'DESC'], id, ['Helpers', ...id], ['Helpers', { model: 'Grant' }, ...id]] },
  { model: 'Person', include: ['Friends'], order: [['Friends', { model: 'Friendship' }, 'since', 'ASC'], id] },
  { model: 'Task', include: [{ association: 'Helpers', through: { as: 'link' } }], order: [id, ['Helpers', { model: 'Grant' }, 'level', 'ASC']] },
  { model: 'Person', include: ['Team'], order: [[{ model: 'Team' }, 'name', 'ASC'], id] },
  // All associations
  { model: 'Person', include: [{ all: 'One' }], order: [id, ['Teams', ...id], ['Friendship', 'other', 'ASC']] },
  { model: 'Person', include: [{ all: [] }], order: [id] },
  { model: 'Team', include: [{ all: true, attributes: ['id'] }, { all: 'HasMany' }], order: [id, ['Duties', ...id], ['Minutes', ...id]] },
  { model: 'Team', include: [{ all: ['HasMany'] }, { all: ['BelongsTo'] }], order: [id, ['Duties', ...id], ['Minutes', ...id]] },
  { model: 'Team', include: ['Duties', { all: 'HasMany' }], order: [id] },
  { model: 'Team', include: ['Minutes', { all: 'HasMany' }], order: [id, ['Minutes', ...id], ['Duties', ...id]] },
  // One include in two entries
  { model: 'Person', include: [{ model: 'Team', where: { id: 1 } }, { model: 'Team', attributes: ['name'] }], order: [id] },
  { model: 'Person', include: ['Team', { model: 'Team' }], order: [id] },
  { model: 'Team', include: [{ model: 'Note', as: 'Minutes', where: { id: { $gt: 1 } } }, { association: 'Minutes', attributes: ['line'] }, 'Minutes'], order: [id, ['Minutes', ...id]] },
  { model: 'Person', include: [{ association: 'Tasks', include: [{ model: 'Note' }, { all: true }, { model: 'Note' }] }], order: [id, ['Tasks', ...id], ['Tasks', 'Notes', ...id], ['Tasks', 'Remarks', ...id], ['Tasks', 'Helpers', ...id]] },
  // An operator where a value is expected
  { model: 'Person', where: { id: { $not: { $in: [1, 2] } } }, order: [id] },
  { model: 'Person', where: { name: { $not: { $like: 'x%' } } }, order: [id] },
  // Two columns of one name
  { model: 'Person', attributes: { include: [[{ $fn: ['ABS', -1] }, 'name']] }, order: [id] },
  { model: 'Team', attributes: { include: [[{ $fn: ['ABS', -3] }, 'three'], [{ $fn: ['ABS', -3] }, 'three']] }, include: ['Duties'], order: [id, ['Duties', ...id]], limit: 2 },
];
