// What nobody writes: random projects go without it, so that no check has to be about it. Each with its reason.

const isObject = (value) => typeof value === 'object' && value !== null;
const throughOf = ({ through }) => (isObject(through) ? through.model : through);

const plain = (text) => String(text).replaceAll('_', '').toLowerCase();
const isColumn = ({ name, field = name }, indexed) => plain(field) === plain(indexed.name ?? indexed);

const rules = [
  // The number of versions counts: an attribute of its name counts too, and is no key or timestamp.
  (project) => {
    for (const { attributes = [], options = {} } of project.models) {
      const own = attributes.find(({ name }) => name === options.version);
      const isCounter = own ? ['INTEGER', 'BIGINT'].includes(own.type) && !own.primaryKey && !own.references : !['id', 'createdAt', 'updatedAt'].includes(options.version);
      if (typeof options.version === 'string' && !isCounter) options.version = true;
    }
  },
  // What counts up is no list and has no default, nor has anything a list or an object that is neither JSON nor made of such.
  (project) => {
    for (const attribute of project.models.flatMap(({ attributes = [] }) => attributes)) {
      const { type, defaultValue: value } = attribute;
      if (/^(ARRAY|RANGE)/.test(type)) delete attribute.autoIncrement;
      const isTree = isObject(value) && !Object.keys(value).some((key) => /^\$(?!value$)/.test(key)) && isObject(value.$value ?? value);
      if (attribute.autoIncrement || (isTree && !/^(JSONB?|HSTORE|ARRAY|RANGE)/.test(type))) delete attribute.defaultValue;
    }
  },
  // What has two or three values, with which the table would be full, is not unique.
  (project) => {
    for (const { attributes = [], indexes = [] } of project.models) {
      const few = attributes.filter(({ type }) => /^(BOOLEAN|ENUM)/.test(type));
      for (const attribute of few) delete attribute.unique;
      const isFew = (field) => few.some((each) => isColumn(each, field));
      for (const index of indexes) {
        if (!index.fields.every(isFew)) continue;
        delete index.unique;
        if (/^unique$/i.test(index.type)) delete index.type;
      }
    }
  },
  // A key to many is not unique.
  (project) => {
    for (const { kind, foreignKey, otherKey } of project.associations) {
      if (/Many$/.test(kind)) for (const key of [foreignKey, otherKey]) if (isObject(key)) delete key.unique;
    }
  },
  // An index over places has no other column.
  (project) => {
    for (const { attributes = [], indexes = [] } of project.models) {
      const isPlace = (field) => attributes.some((each) => /^GEO/.test(each.type) && isColumn(each, field));
      for (const index of indexes) if (index.fields.length > 1 && index.fields.some(isPlace)) index.fields = [index.fields.find(isPlace)];
    }
  },
  // An association leads to a column, and to no time.
  (project) => {
    for (const each of project.associations) {
      for (const [key, end] of [['sourceKey', each.source], ['targetKey', each.target]]) {
        const attribute = project.models.find(({ name }) => name === end).attributes?.find(({ name }) => name === each[key]);
        if (/^(VIRTUAL|DATE|TIME)/.test(attribute?.type)) delete each[key];
      }
    }
  },
  // A through is none of the ends that it links.
  (project) => { project.associations = project.associations.filter((each) => each.kind !== 'belongsToMany' || ![each.source, each.target].includes(throughOf(each))); },
  // A link is not validated by what makes no column, as a password is.
  (project) => {
    const throughs = new Set(project.associations.map(throughOf));
    for (const { name, attributes = [] } of project.models) {
      if (throughs.has(name)) for (const attribute of attributes) if (/^VIRTUAL/.test(attribute.type)) delete attribute.allowNull;
    }
  },
];

/** The project, which it changes. */
export const withoutUnwritten = (project) => {
  for (const rule of rules) rule(project);
  return project;
};
