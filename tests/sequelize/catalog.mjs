// What a database says of itself, in a form that two databases can be compared by.

const sorted = (list) => list.map((item) => JSON.stringify(item)).sort().map((text) => JSON.parse(text));

/** SQLite, by its PRAGMAs; `ask(sql)` gives rows. */
export const sqliteCatalog = async (ask) => {
  const quote = (name) => `"${name.replace(/"/g, '""')}"`;
  const tables = await ask("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
  const catalog = {};
  for (const { name, sql } of tables) {
    const columns = await ask(`PRAGMA table_info(${quote(name)})`);
    const keys = await ask(`PRAGMA foreign_key_list(${quote(name)})`);
    const indexes = [];
    for (const index of await ask(`PRAGMA index_list(${quote(name)})`)) {
      const parts = await ask(`PRAGMA index_xinfo(${quote(index.name)})`);
      const [made] = await ask(`SELECT sql FROM sqlite_master WHERE type = 'index' AND name = '${index.name.replace(/'/g, "''")}'`);
      indexes.push({
        name: index.origin === 'c' ? index.name : undefined,
        origin: index.origin,
        unique: index.unique,
        partial: index.partial,
        where: made?.sql ? (/ WHERE (.*)$/s.exec(made.sql) ?? [])[1] : undefined,
        parts: parts.filter((part) => part.key).map(({ name: column, desc, coll }) => ({ column, desc, coll })),
      });
    }
    catalog[name] = {
      columns: columns.map(({ name: column, type, notnull, dflt_value: value, pk }) => ({ column, type, notnull, value, pk })),
      autoIncrement: /AUTOINCREMENT/.test(sql.replace(/'(?:[^']|'')*'|`[^`]*`|--[^\n]*/g, '')),
      keys: sorted(keys.map(({ table, from, to, on_update: update, on_delete: remove }) => ({ table, from, to, update, remove }))),
      indexes: sorted(indexes),
    };
  }
  return catalog;
};

/** PostgreSQL, by its system catalogs. */
export const postgresCatalog = async (ask) => {
  const catalog = {};
  const entry = (schema, table) => (catalog[`${schema}.${table}`] ??= { columns: [], constraints: [], indexes: [] });
  const own = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'";
  for (const row of await ask(`SELECT n.nspname AS schema, c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND ${own}`)) {
    entry(row.schema, row.name).comment = row.comment;
  }
  for (const row of await ask(`SELECT n.nspname AS schema, c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
      a.attnotnull AS notnull, a.attidentity AS identity, pg_get_expr(d.adbin, d.adrelid) AS value, col_description(c.oid, a.attnum) AS comment,
      (SELECT collname FROM pg_collation WHERE oid = a.attcollation) AS collation
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND ${own} ORDER BY a.attnum`)) {
    const { schema, table, ...column } = row;
    entry(schema, table).columns.push(column);
  }
  for (const row of await ask(`SELECT n.nspname AS schema, c.relname AS table, k.conname AS name, k.contype AS kind, pg_get_constraintdef(k.oid) AS definition
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${own}`)) {
    const { schema, table, ...constraint } = row;
    entry(schema, table).constraints.push(constraint);
  }
  for (const row of await ask(`SELECT schemaname AS schema, tablename AS table, indexdef AS definition FROM pg_indexes
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)) {
    entry(row.schema, row.table).indexes.push(row.definition);
  }
  for (const table of Object.values(catalog)) {
    table.constraints = sorted(table.constraints);
    table.indexes.sort();
  }
  const types = await ask(`SELECT n.nspname AS schema, t.typname AS name, array_to_json(array_agg(e.enumlabel ORDER BY e.enumsortorder))::text AS labels
      FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace WHERE ${own} GROUP BY 1, 2 ORDER BY 1, 2`);
  const sequences = await ask("SELECT schemaname AS schema, sequencename AS name, data_type::text AS type FROM pg_sequences ORDER BY 1, 2");
  return { tables: catalog, types, sequences };
};

/** MySQL and MariaDB, by the information schema of one database. */
export const mysqlCatalog = async (ask, database) => {
  const name = `'${database}'`;
  const catalog = {};
  const entry = (table) => (catalog[table] ??= { columns: [], indexes: [], keys: [] });
  for (const row of await ask(`SELECT TABLE_NAME AS name, ENGINE AS engine, TABLE_COLLATION AS collation, TABLE_COMMENT AS comment, ROW_FORMAT AS format,
      AUTO_INCREMENT AS next FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${name}`)) {
    const { name: table, ...options } = row;
    entry(table).options = options;
  }
  for (const row of await ask(`SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_DEFAULT AS value,
      EXTRA AS extra, COLUMN_COMMENT AS comment, COLLATION_NAME AS collation FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ${name}
      ORDER BY ORDINAL_POSITION`)) {
    const { table, ...column } = row;
    entry(table).columns.push(column);
  }
  for (const row of await ask(`SELECT TABLE_NAME AS \`table\`, INDEX_NAME AS name, NON_UNIQUE AS repeats, INDEX_TYPE AS type,
      GROUP_CONCAT(CONCAT(COLUMN_NAME, ':', IFNULL(SUB_PART, ''), ':', IFNULL(COLLATION, '')) ORDER BY SEQ_IN_INDEX) AS columns
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ${name} GROUP BY BINARY TABLE_NAME, 1, 2, 3, 4`)) {
    const { table, ...index } = row;
    entry(table).indexes.push({ ...index, repeats: Number(index.repeats) });
  }
  for (const row of await ask(`SELECT k.TABLE_NAME AS \`table\`, k.CONSTRAINT_NAME AS name, k.COLUMN_NAME AS \`from\`, k.REFERENCED_TABLE_NAME AS refers,
      k.REFERENCED_COLUMN_NAME AS \`to\`, r.DELETE_RULE AS removes, r.UPDATE_RULE AS updates FROM information_schema.KEY_COLUMN_USAGE k
      JOIN information_schema.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
      AND BINARY r.TABLE_NAME = BINARY k.TABLE_NAME WHERE k.TABLE_SCHEMA = ${name} AND k.REFERENCED_TABLE_NAME IS NOT NULL`)) {
    const { table, ...key } = row;
    entry(table).keys.push(key);
  }
  for (const table of Object.values(catalog)) {
    table.indexes = sorted(table.indexes);
    table.keys = sorted(table.keys);
  }
  return catalog;
};
