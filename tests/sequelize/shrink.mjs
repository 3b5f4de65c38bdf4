// The smallest project, or query, that still shows a difference.

const withoutKey = (object, key) => {
  const copy = { ...object };
  delete copy[key];
  return copy;
};
const withoutAt = (list, index) => list.filter((_, i) => i !== index);
const replacedAt = (list, index, item) => list.map((each, i) => (i === index ? item : each));

const needed = (path) => (path.length === 0 ? ['format', 'models', 'associations'] : ['name', 'type', 'kind', 'source', 'target']);

/** Every object that is one thing smaller, at any depth; some keys at the end of a path have to stay. */
const lesser = function* (value, path = [], kept = undefined) {
  if (Array.isArray(value)) {
    for (let i = value.length - 1; i >= 0; i -= 1) yield withoutAt(value, i);
    for (let i = 0; i < value.length; i += 1) for (const item of lesser(value[i], [...path, i], kept)) yield replacedAt(value, i, item);
  } else if (value && typeof value === 'object') {
    const stays = kept ?? needed(path);
    for (const key of Object.keys(value)) if (!stays.includes(key) || (path.includes('options') && key === 'name')) yield withoutKey(value, key);
    for (const key of Object.keys(value)) for (const item of lesser(value[key], [...path, key], kept)) yield { ...value, [key]: item };
  }
};

/** A project without one of its models, and without what names it. */
const lessModels = function* (project) {
  for (const { name } of [...project.models].reverse()) {
    yield { ...project,
      models: project.models.filter((model) => model.name !== name),
      associations: project.associations.filter(({ source, target }) => source !== name && target !== name) };
  }
};

/**
 * Takes away whatever can go while `shows(it)` holds; at most `tries` questions are asked. With `kept`, the keys that have to stay
 * at any depth, it is no project.
 */
export const shrink = async (whole, shows, tries = 400, kept = undefined) => {
  let smallest = whole;
  let left = tries;
  const ways = kept ? [(value) => lesser(value, [], kept)] : [lessModels, lesser];
  for (let found = true; found && left > 0;) {
    found = false;
    for (const candidates of ways) {
      for (const candidate of candidates(smallest)) {
        if (left <= 0) return smallest;
        left -= 1;
        // eslint-disable-next-line no-await-in-loop
        if (!(await shows(candidate))) continue;
        smallest = candidate;
        found = true;
        break;
      }
      if (found) break;
    }
  }
  return smallest;
};
