// What a database says of itself, in a form that two databases can be compared by.

const rowsOf = (query) => (sql) => query(sql);

/** SQLite, by its PRAGMAs; `all(sql)` gives rows. */
export const sqliteCatalog = async (all) => {
  const ask = rowsOf(all);
  const quote = (name) => `"${name.replace(/"/g, '""')}"`;
  const tables = await ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
  const catalog = {};
  for (const { name } of tables) {
    const columns = await ask(`PRAGMA table_info(${quote(name)})`);
    const keys = await ask(`PRAGMA foreign_key_list(${quote(name)})`);
    const indexes = [];
    for (const index of await ask(`PRAGMA index_list(${quote(name)})`)) {
      const parts = await ask(`PRAGMA index_xinfo(${quote(index.name)})`);
      const [{ sql } = {}] = await ask(`SELECT sql FROM sqlite_master WHERE type = 'index' AND name = '${index.name.replace(/'/g, "''")}'`);
      indexes.push({
        name: index.origin === 'c' ? index.name : undefined,
        origin: index.origin,
        unique: index.unique,
        partial: index.partial,
        where: sql ? (/ WHERE (.*)$/s.exec(sql) ?? [])[1] : undefined,
        parts: parts.filter((part) => part.key).map(({ name: column, desc, coll }) => ({ column, desc, coll })),
      });
    }
    const [{ sql }] = await ask(`SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '${name.replace(/'/g, "''")}'`);
    catalog[name] = {
      columns: columns.map(({ name: column, type, notnull, dflt_value: value, pk }) => ({ column, type, notnull, value, pk })),
      autoIncrement: /AUTOINCREMENT/.test(sql.replace(/'(?:[^']|'')*'|`[^`]*`|--[^\n]*/g, '')),
      keys: keys.map(({ table, from, to, on_update: update, on_delete: remove }) => ({ table, from, to, update, remove }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
      indexes: indexes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    };
  }
  return catalog;
};
