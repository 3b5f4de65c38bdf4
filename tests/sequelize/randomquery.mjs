// Random queries over the models of a Sequelize instance: the grammar of a query file.
import { comparison, expressionCondition, where } from './randomconditions.mjs';
import { isNumber, isOn, isPlain, kindOf, plain, stored } from './randomvalues.mjs';

const textType = (model) => (isOn(model, 'postgres', 'sqlite') ? 'TEXT' : 'CHAR');

/** An expression with an alias; `alias` is what the model is called in the statement. */
const aliased = (random, model, alias) => {
  const { name, attribute } = random.pick(plain(model));
  const column = { $col: `${alias}.${attribute.field}` };
  return random.pick([
    [{ $fn: ['COALESCE', null, 7] }, 'seven'],
    [{ $fn: ['COALESCE', { $cast: [column, textType(model)] }, "it's"] }, 'orText'],
    [{ $fn: ['UPPER', { $cast: [column, textType(model)] }] }, 'loud'],
    [{ $literal: random.pick(['1 + 1', "'it''s'", 'NULL', "'é😀'", '(SELECT 5)']) }, 'literally'],
    [{ $cast: [column, textType(model)] }, random.pick(['casted', name])],
    [{ $cast: [column, textType(model)] }, 'a "quoted" `name`'],
    [attribute.field, 'renamed'],
    [name, random.pick(['renamed', 'Other'])],
    [{ $col: attribute.field }, 'column'],
    [{ $fn: ['ABS', -3] }, 'three'],
  ]);
};

const attributesOf = (random, model, alias, inInclude) => {
  const names = stored(model).map(({ name }) => name);
  const more = () => aliased(random, model, alias);
  switch (random.int(0, 6)) {
    case 0: return { exclude: random.some(names, 2) };
    case 1: return { include: [more(), ...(random.is(0.3) ? [more()] : [])] };
    case 2: return [...random.some(names, 3), ...(random.is(0.3) ? [[random.pick(names), 'renamed']] : []), ...(random.is(0.4) ? [more()] : [])];
    case 3: return random.is(0.2) && inInclude ? [] : random.some(names, 4);
    case 4: return { include: [more()], exclude: random.some(names, 2) };
    case 5: return random.is(0.3) ? [more()] : random.some(names, 2);
    default: return random.some(names, 2);
  }
};

const throughOptions = (random, through) => {
  const out = {};
  if (random.is(0.6)) out.attributes = random.is(0.4) ? [] : random.some(stored(through).map(({ name }) => name), 3);
  if (random.is(0.3)) out.where = where(random, through, 2);
  if (random.is(0.1)) out.as = 'link';
  if (random.is(0.1)) out.paranoid = false;
  return out;
};

/** A condition in place of the keys of an include. */
const joinCondition = (random, association, parentAlias) => {
  const own = random.pick(plain(association.target));
  const above = random.pick(plain(association.source).filter(({ attribute }) => kindOf(attribute) === kindOf(own.attribute)).concat([undefined]));
  if (!above) return where(random, association.target, 2);
  return { [own.name]: { $col: `${parentAlias}.${above.attribute.field}` }, ...(random.is(0.3) ? where(random, association.target, 2) : {}) };
};

const include = (random, association, depth, features, parentAlias) => {
  const model = association.target;
  const alias = parentAlias.top ? association.as : `${parentAlias.name}->${association.as}`;
  const out = random.is(0.15) ? { model: model.name, ...(association.isAliased ? { as: association.as } : {}) } : { association: association.as };
  if (random.is(0.4)) out.attributes = attributesOf(random, model, alias, true);
  if (random.is(0.3)) out.where = where(random, model, 0, features.all ? alias : undefined);
  if (random.is(0.3)) out.required = random.is(0.5);
  if (association.associationType === 'BelongsToMany' && random.is(0.5)) out.through = throughOptions(random, association.through.model);
  if (random.is(0.05)) out.paranoid = false;
  if (features.all) {
    if (random.is(0.05)) out.right = true;
    if (random.is(0.05) && out.where) out.or = true;
    if (random.is(0.05)) out.duplicating = random.is(0.5);
    if (random.is(0.04)) out.subQuery = random.is(0.5);
    if (random.is(0.05)) out.on = joinCondition(random, association, parentAlias.name);
    if (random.is(0.03)) out.order = [[random.pick(plain(model)).name, 'DESC']];
    if (association.associationType === 'HasMany' && random.is(0.3)) separate(random, model, out);
    else if (random.is(0.02)) Object.assign(out, { separate: random.is(0.5), limit: 1 });
  }
  if (depth < 4 && random.is([0, 0.5, 0.35, 0.2][depth])) out.include = includes(random, model, depth + 1, features, { name: alias });
  // Which rows a page of a right join holds is for chance to say: nobody asks for that.
  if (out.limit) for (const each of out.include ?? []) if (each.right) delete each.right;
  if (out.separate && out.include && out.order) out.order = [...out.order, ...totalOrder(model, out.include).slice(Object.keys(model.primaryKeys).length)];
  if (features.all && depth === 1 && random.is(0.03)) return random.is(0.2) ? { all: 'HasMany', nested: true } : { all: random.pick([true, 'HasMany', 'One', 'Many', ['BelongsTo', 'Has']]) };
  return out;
};

const separate = (random, model, out) => {
  if (random.is(0.85)) out.separate = true;
  if (!out.separate || random.is(0.5)) out.limit = random.int(1, 2);
  out.order = [...(random.is(0.3) ? [[random.pick(plain(model)).name, 'DESC']] : []), ...totalOrder(model, [])];
};

const includes = (random, model, depth, features, parentAlias) => {
  const associations = Object.values(model.associations);
  if (associations.length === 0) return [];
  return random.some(associations, depth === 1 ? 3 : 2).map((association) => (random.is(0.2) ? association.as : include(random, association, depth, features, parentAlias)));
};

/** The association that an entry of `include` means. */
const associationOf = (model, item) => {
  const name = typeof item === 'string' ? item : item.association ?? item.as;
  if (name) return model.associations[name];
  return Object.values(model.associations).find((each) => each.target.name === item.model && !each.isAliased);
};

const kindsOf = { BelongsTo: ['BelongsTo'], HasOne: ['HasOne'], HasMany: ['HasMany'], Many: ['HasMany'], One: ['BelongsTo', 'HasOne'], Has: ['HasOne', 'HasMany'] };

/** What an entry for all associations stands for: of several to one model, the first without an alias of its own. */
const expanded = (model, item) => {
  if (!item.all) return [item];
  const kinds = item.all === true ? undefined : [item.all].flat().flatMap((kind) => kindsOf[kind]);
  const all = Object.values(model.associations).filter((each) => !kinds || kinds.includes(each.associationType));
  return [...new Set(all.map((each) => (each.isAliased ? each.as : Object.values(model.associations).find((other) => other.target === each.target && !other.isAliased).as)))];
};

/** The keys of everything included, so that the order is total. */
const totalOrder = (model, list, path = []) => {
  const order = Object.keys(model.primaryKeys).map((name) => [...path, name, 'ASC']);
  for (const item of (list ?? []).flatMap((each) => expanded(model, each))) {
    const association = associationOf(model, item);
    if (!association || item.separate || (item.limit && item.separate === undefined)) continue;
    order.push(...totalOrder(association.target, item.include, [...path, association.as]));
    const through = association.associationType === 'BelongsToMany' && !item.through?.as && association.through.model;
    if (through) order.push(...Object.keys(through.primaryKeys).map((name) => [...path, association.as, { model: through.name }, name, 'ASC']));
  }
  return order;
};

/** Included models, and throughs, with the path that leads to each. */
const reached = (model, list, path = []) => (list ?? []).flatMap((item) => {
  const association = associationOf(model, item);
  if (!association || item.separate || item.limit) return [];
  const own = [...path, association.as];
  const through = association.associationType === 'BelongsToMany' ? [{ path: [...own, item.through?.as ?? association.through.model.name], model: association.through.model, isThrough: true }] : [];
  return [{ path: own, model: association.target, association }, ...through, ...reached(association.target, item.include, own)];
});

const aggregates = (random, of, number) => [[{ $fn: ['COUNT', of] }, 'amountOfThem'],
  ...(number ? [[{ $fn: [random.pick(['MAX', 'MIN', 'SUM', 'AVG']), number] }, 'summary']] : []), ...(random.is(0.3) ? [[{ $fn: ['COUNT', { $fn: ['DISTINCT', of] }] }, 'kinds']] : [])];

const grouped = (random, model, find) => {
  const { name, attribute } = random.pick(plain(model));
  const number = plain(model).find((each) => isNumber(each.attribute));
  const column = `${model.name}.${attribute.field}`;
  const associations = Object.values(model.associations);
  find.attributes = [name, ...aggregates(random, { $col: column }, number && { $col: `${model.name}.${number.attribute.field}` })];
  if (associations.length > 0 && random.is(0.4)) {
    const association = random.pick(associations);
    const key = Object.values(association.target.primaryKeys)[0];
    find.include = [{ association: association.as, attributes: [], ...(association.associationType === 'BelongsToMany' && random.is(0.8) ? { through: { attributes: [] } } : {}),
      ...(random.is(0.3) ? { required: true } : {}) }];
    if (key) find.attributes.push([{ $fn: ['COUNT', { $col: `${association.as}.${key.field}` }] }, 'below']);
    find.group = [column, ...(random.is(0.5) ? [] : Object.values(model.primaryKeys).map((each) => `${model.name}.${each.field}`))];
  } else {
    find.group = random.pick([[column], column, [name], [{ $col: column }]]);
  }
  if (random.is(0.4)) find.having = random.pick([{ $where: [{ $fn: ['COUNT', { $literal: '*' }] }, '$gte', random.int(1, 2)] }, { [name]: { $ne: null } }, { $literal: 'COUNT(*) > 1' }]);
  find.order = [[name, random.pick(['ASC', 'DESC'])]];
  if (Array.isArray(find.group) && find.group.length > 1) find.order.push(...Object.keys(model.primaryKeys).map((key) => [key, 'ASC']));
  if (random.is(0.2)) find.order = [[{ $fn: ['COUNT', { $literal: '*' }] }, 'DESC'], ...find.order];
  if (random.is(0.3)) find.limit = random.int(1, 3);
  return find;
};

/** A condition on a column of something included, in the query's own. */
const nestedCondition = (random, model, below, before) => {
  const { path, model: target } = random.pick(below);
  const { attribute } = random.pick(plain(target));
  const path$ = `$${[...path, attribute.field].join('.')}$`;
  const condition = { [path$]: random.is(0.2) ? null : comparison(random, attribute, target) };
  if (!before) return condition;
  return random.is(0.3) && !Array.isArray(before) ? { ...before, ...condition } : { [random.pick(['$or', '$and'])]: [before, condition] };
};

const directions = ['ASC', 'DESC', 'desc', 'DESC NULLS LAST', 'ASC NULLS FIRST', 'NULLS FIRST'];

/** What comes before the keys in an order. */
const firstOrder = (random, model, below, features) => {
  const first = [];
  const direction = () => (random.is(0.85) ? random.pick(['ASC', 'DESC']) : random.pick(directions));
  const names = plain(model).map(({ name }) => name);
  if (random.is(0.3)) first.push(random.is(0.2) ? random.pick(names) : [random.pick(names), direction()]);
  if (below.length > 0 && random.is(0.25)) {
    const { path, model: target, isThrough, association } = random.pick(below);
    const steps = isThrough ? [...path.slice(0, -1), { model: target.name }] : [...path];
    if (association && random.is(0.3)) steps[steps.length - 1] = { model: target.name, ...(association.isAliased ? { as: association.as } : {}) };
    first.push([...steps, random.pick(plain(target)).name, direction()]);
  }
  if (!features.all) return first;
  const json = stored(model).find(({ attribute }) => kindOf(attribute) === 'JSONB' || (kindOf(attribute) === 'JSON' && isOn(model, 'sqlite', 'mysql', 'mariadb')));
  if (json && random.is(0.3)) first.push([`${json.name}.${random.pick(['a', 'b.c'])}`, 'DESC']);
  const column = () => ({ $col: `${model.name}.${model.rawAttributes[random.pick(names)].field}` });
  if (random.is(0.05)) first.push([{ $fn: ['LENGTH', { $cast: [column(), textType(model)] }] }, 'DESC']);
  if (random.is(0.03)) first.push([column(), 'DESC']);
  if (random.is(0.03)) first.push({ $literal: 'NULL' });
  if (random.is(0.01)) first.push(column());
  return first;
};

export const randomQuery = (random, sequelize, features = {}) => {
  const models = Object.values(sequelize.models).filter((each) => plain(each).length > 0);
  const model = random.pick(models);
  const find = { model: model.name };
  if (random.is(0.4)) find.where = where(random, model, 0, features.all ? model.name : undefined);
  if (features.all && random.is(0.02)) find.where = expressionCondition(random, model, model.name);
  if (features.all && random.is(0.08)) return grouped(random, model, find);
  if (random.is(0.4)) find.attributes = attributesOf(random, model, model.name, false);
  if (random.is(0.75)) {
    const list = includes(random, model, 1, features, { name: model.name, top: true });
    if (list.length > 0) find.include = random.is(0.05) && list.length === 1 ? list[0] : list;
  }
  const list = find.include && !Array.isArray(find.include) ? [find.include] : find.include;
  const below = features.all ? reached(model, list).filter((each) => plain(each.model).length > 0) : [];
  if (below.length > 0 && random.is(0.15)) find.where = nestedCondition(random, model, below, find.where);
  find.order = [...firstOrder(random, model, below, features), ...totalOrder(model, list)];
  if (random.is(0.35)) find.limit = random.is(0.04) ? 0 : random.int(1, 4);
  if (random.is(0.15)) find.offset = random.int(0, 2);
  if (random.is(0.07)) find.subQuery = random.is(0.5);
  if (random.is(0.05)) find.paranoid = false;
  return find;
};
