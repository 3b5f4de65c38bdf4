// Queries that once differed from Sequelize's, each for a reason of its own.
const text = (name) => ({ name, type: 'STRING' });
const kind = { name: 'kind', type: 'INTEGER', field: 'kind_col' };

const project = {
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

const finds = [
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

const plain = (name, attributes = [text('name')], more = {}) => ({ name, attributes, ...more });
const nothing = { name: 'two', type: 'VIRTUAL' };

/** Columns that are no attributes, and what else a literal brings into rows and orders. */
const literals = (dialect) => {
  const quote = dialect === 'postgres' ? '"' : '`';
  const two = (path) => ({ $literal: path ? `1 + 1 AS ${quote}${path}.two${quote}` : '1 + 1 AS two' });
  const order = [id];
  const find = (model, attributes, include, more = {}) => ({ model, ...(attributes ? { attributes } : {}), ...(include ? { include } : {}), order, ...more });
  const insert = (table, columns, ...values) => `INSERT INTO ${quote}${table}${quote} (${columns.map((each) => `${quote}${each}${quote}`).join(', ')}) VALUES ${values.map((each) => `(${each})`).join(', ')}`;
  return {
    project: {
      format: 'throughline/1',
      name: 'literals',
      define: { timestamps: false },
      models: [plain('User', [text('name'), nothing]), plain('Task', [text('title'), nothing]), plain('Role', [text('title'), nothing]), plain('House'), plain('Room'),
        plain('Door', [{ name: 'open', type: 'BOOLEAN' }])],
      associations: [
        { kind: 'hasMany', source: 'User', target: 'Task' },
        { kind: 'belongsTo', source: 'Task', target: 'User', as: 'Owner', foreignKey: 'UserId' },
        { kind: 'belongsToMany', source: 'User', target: 'Role', through: 'UserRoles' },
        { kind: 'belongsToMany', source: 'Role', target: 'User', through: 'UserRoles' },
        { kind: 'hasMany', source: 'House', target: 'Room' },
        { kind: 'belongsTo', source: 'Room', target: 'House' },
      ],
    },
    rows: [insert('Users', ['id', 'name'], "1, 'a'", "2, 'b'"), insert('Tasks', ['id', 'title', 'UserId'], "1, 't', 1"), insert('Roles', ['id', 'title'], "1, 'r'"),
      insert('UserRoles', ['UserId', 'RoleId'], '1, 1'), insert('Houses', ['id', 'name'], "1, 'h'"), insert('Rooms', ['id', 'name', 'HouseId'], "1, 'x', 1"),
      insert('Doors', ['id'], '1')],
    finds: [
      // A name of a virtual attribute
      find('User', ['id', two()]), find('User', ['id', 'two']), find('User', { include: [two()] }), find('User', ['id', two()], ['Tasks']), find('User', ['id', two()], ['Tasks'], { limit: 1 }),
      find('User', undefined, [{ association: 'Tasks', attributes: ['id', two('Tasks')] }]), find('User', undefined, [{ association: 'Tasks', attributes: { include: [two('Tasks')] } }]),
      find('User', undefined, [{ association: 'Roles', attributes: ['id', two('Roles')] }]), find('User', undefined, [{ association: 'Roles', attributes: { include: [two('Roles')] } }]),
      find('User', undefined, [{ association: 'Tasks', separate: true, attributes: ['id', two()] }]), find('User', undefined, [{ association: 'Tasks', separate: true, attributes: { include: [two()] } }]),
      find('User', undefined, [{ association: 'Tasks', separate: true, include: [{ association: 'Owner', attributes: ['id', two('Owner')] }] }]),
      find('User', undefined, [{ association: 'Tasks', attributes: ['id', two('Tasks')], include: [{ association: 'Owner', attributes: ['id', two('Tasks.Owner')] }] }]),
      find('User', ['id', two('Tasks')], ['Tasks']), find('User', ['id', two('Tasks')], [{ association: 'Tasks', attributes: ['title'] }]), find('User', ['id', two('Roles')], ['Roles']),
      // A name of none
      find('House', ['id', two()]), find('House', { include: [two()] }), find('House', ['id', two()], ['Rooms']), find('Door', { include: [two()] }),
      find('House', ['id', two('Rooms')], ['Rooms']), find('House', ['id', [{ $literal: '1 + 1' }, 'Rooms.two']], ['Rooms']), find('House', ['id', [{ $literal: '1 + 1' }, 'Rooms.name']], ['Rooms']),
      find('House', ['id', two('Rooms')], [{ association: 'Rooms', attributes: ['name'] }]), find('House', undefined, [{ association: 'Rooms', attributes: ['id', { $literal: '1 + 1 AS two' }] }]),
      find('House', undefined, [{ association: 'Rooms', separate: true, attributes: { include: [two()] } }]), find('House', undefined, [{ association: 'Rooms', separate: true, include: [{ association: 'House', attributes: ['id', two()] }] }]),
      find('User', ['id', two('Roles.UserRoles')], ['Roles']), find('User', ['id', [{ $literal: '1 + 1' }, 'Roles.UserRoles.two']], ['Roles']),
      find('Room', ['id', [{ $literal: '1 + 1' }, 'House.two']], ['House']), find('House', ['id', two('Nothing')], ['Rooms']), find('House', ['id', two('Nothing')]),
      find('House', ['id', [{ $literal: '1 + 1' }, 'a.b']]), find('House', ['id', [{ $literal: '1 + 1' }, 'a.b']], ['Rooms']),
      // An order that goes on as SQL
      ...['DESC', ' DESC'].map(($literal) => ({ model: 'User', order: [['id', { $literal }]] })),
      { model: 'User', include: ['Tasks'], order: [['Tasks', 'title', { $literal: 'DESC' }], id] }, { model: 'User', include: ['Tasks'], order: [['id', { $literal: 'DESC' }]], limit: 1 },
      { model: 'User', order: [['id', { $literal: '+ 1' }, 'DESC']] }, { model: 'User', order: [[{ $fn: ['ABS', { $col: 'id' }] }, { $literal: ' DESC' }]] },
      { model: 'User', attributes: ['id', ['name', 'n']], order: [['n', { $literal: 'DESC' }]] }, { model: 'User', order: [['id', 'name']] },
      // An alias of singular and plural
      ...[{ singular: 'Owner' }, { singular: 'Owner', plural: 'x' }, { plural: 'Owner' }, {}].map((as) => find('Task', undefined, [{ model: 'User', as }])),
      ...[{ plural: 'Tasks' }, { singular: 'Task', plural: 'Tasks' }, { singular: 'Tasks' }].map((as) => find('User', undefined, [{ model: 'Task', as }])),
      { model: 'Task', include: [{ model: 'User', as: { singular: 'Owner' } }], order: [[{ model: 'User', as: { singular: 'Owner' } }, 'id', 'DESC']] },
    ],
  };
};

/** Values that a column holds and its attribute does not expect. */
const values = (dialect) => {
  const instant = '2020-01-01T10:00:00.000Z';
  const quote = dialect === 'postgres' ? '"' : '`';
  const on = `${quote}on${quote}`;
  const table = `${quote}Readings${quote}`;
  const insert = (columns, text) => `INSERT INTO ${table} (${columns}) VALUES ${text}`;
  const isPostgres = dialect === 'postgres';
  const booleans = {
    sqlite: [insert(on, "(X'01'), (X'00'), (X'02'), (X'0100'), (1.0), (0.0), (2.5), ('true'), (3)")],
    postgres: [`ALTER TABLE ${table} ALTER ${on} TYPE BYTEA USING NULL`, insert(on, "('\\x01'), ('\\x00'), ('\\x02'), ('\\x0100')")],
    mysql: [`ALTER TABLE ${table} MODIFY ${on} BIT(1)`, insert(on, "(b'1'), (b'0')")],
  };
  const when = (condition) => ({ model: 'Reading', attributes: ['id'], where: { json: { t: condition } }, order: [id] });
  const date = { $date: instant };
  const dates = [date, { $gt: { $date: '2019-01-01T00:00:00.000Z' } }, { $between: [{ $date: '2019-01-01T00:00:00.000Z' }, { $date: '2021-01-01T00:00:00.000Z' }] }, { $in: [date] }, { $ne: date }, { $notIn: [date] }];
  return {
    project: {
      format: 'throughline/1',
      name: 'values',
      define: { timestamps: false },
      models: [
        plain('Reading', [{ name: 'real', type: 'REAL' }, { name: 'float', type: 'FLOAT' }, { name: 'double', type: 'DOUBLE' }, { name: 'day', type: 'DATEONLY' }, { name: 'at', type: 'DATE' },
          { name: 'on', type: 'BOOLEAN' }, { name: 'json', type: 'JSON' },
          ...(isPostgres ? [{ name: 'days', type: 'ARRAY(DATEONLY)' }, { name: 'numbers', type: 'ARRAY(DOUBLE)' }, { name: 'span', type: 'RANGE(DATEONLY)' }] : [])]),
        plain('Note', [text('line')]),
      ],
      associations: [{ kind: 'hasMany', source: 'Reading', target: 'Note' }, { kind: 'belongsTo', source: 'Note', target: 'Reading' }],
    },
    rows: [...booleans[dialect === 'mariadb' ? 'mysql' : dialect],
      insert('json', `('{"t":"${instant}"}'), ('{"t":null}'), ('{"n":1}')`),
      ...(isPostgres ? ['NaN', 'Infinity', '-Infinity'].map((each) => insert('real, "float", "double"', `('${each}', '${each}', '${each}')`)) : []),
      ...(isPostgres ? [insert('day, at', "('infinity', 'infinity'), ('-infinity', '-infinity'), ('2020-01-01', '2020-01-01')"), insert('days', "('{infinity,2020-01-01,-infinity}')"),
        insert('numbers', "('{NaN,1.5,-Infinity}')"), insert('span', "('[2020-01-01,infinity)')")] : []),
      `INSERT INTO ${quote}Notes${quote} (line, ${quote}ReadingId${quote}) VALUES ('x', 1), ('y', 2)`],
    finds: [{ model: 'Reading', order: [id] }, { model: 'Note', include: ['Reading'], order: [id] }, { model: 'Reading', include: ['Notes'], order: [id] }, ...dates.map(when),
      { model: 'Reading', attributes: ['id'], where: { 'json.t': date }, order: [id] }],
  };
};

const long = 'a_root_model_whose_name_is_longer_than_a_name_of_PostgreSQL_can_be';

/** Names that a product cuts, or of which Sequelize takes something away. */
const names = {
  project: {
    format: 'throughline/1',
    name: 'names',
    define: { timestamps: false },
    models: [plain(long, undefined, { options: { tableName: 'long' } }), plain('Part'), plain('Mark'), plain('Other')],
    associations: [
      { kind: 'hasMany', source: long, target: 'Part', foreignKey: 'longId' },
      { kind: 'belongsTo', source: 'Part', target: long, as: 'Whole', foreignKey: 'longId' },
      { kind: 'belongsToMany', source: long, target: 'Mark', through: 'LongMarks', foreignKey: 'longId' },
      { kind: 'belongsToMany', source: 'Mark', target: long, as: 'Longs', through: 'LongMarks', otherKey: 'longId' },
      { kind: 'belongsToMany', source: 'Part', target: 'Other', through: 'part`"other', foreignKey: 'partId', otherKey: 'otherId' },
      { kind: 'hasMany', source: 'Other', target: 'Part', as: 'p`a"rts', foreignKey: 'otherOfPart' },
    ],
  },
  finds: [
    { model: long, include: ['Parts'], order: [id, ['Parts', ...id]] }, { model: long, include: ['Parts'], order: [id], limit: 2 }, { model: long, include: ['Marks'], order: [id, ['Marks', ...id]] },
    { model: long, include: [{ association: 'Marks', required: true, where: { id: { $gt: 0 } } }], order: [id, ['Marks', ...id]], limit: 2 },
    { model: long, include: [{ association: 'Parts', where: { name: { $ne: null } } }], where: { [`$${long}.id$`]: { $gt: 0 } }, order: [id, ['Parts', ...id]] },
    { model: 'Part', include: [{ association: 'Whole', include: ['Marks'] }], order: [id, ['Whole', 'Marks', ...id]] },
    { model: 'Part', include: ['Others'], order: [id] }, { model: 'Part', include: [{ association: 'Others', through: { attributes: [] } }], order: [id, ['Others', ...id]] },
    { model: 'Other', include: ['p`a"rts'], order: [id] },
  ],
};

/** Projects with their queries, and with rows where random ones will not do, for a dialect. */
export const worlds = (dialect) => [{ project, finds }, literals(dialect), values(dialect), names];
