// Random conditions on the attributes of a model: every operator that the database knows, and here and there one that it lacks.
import { isJson, isNumber, isOn, isPlain, isText, kindOf, stored, valueFor, words } from './randomvalues.mjs';

const textType = (model) => (isOn(model, 'postgres', 'sqlite') ? 'TEXT' : 'CHAR');

/** Conditions that only columns of some types, on some databases, understand. */
const specialComparison = (random, attribute, model) => {
  const value = () => valueFor(random, attribute);
  const postgres = isOn(model, 'postgres');
  const kind = kindOf(attribute);
  switch (kind) {
    case 'JSON': case 'JSONB': return random.pick([{ a: random.int(0, 2) }, { b: { c: 'x' } }, { a: { $ne: 1 } }, { b: { c: { $in: ['x', 'y'] } } },
      { t: true }, { a: { $gt: 0 }, t: null }, { b: { c: { $like: '%x%' } } }, { 'b.c': 'x' }, { list: { $ne: null } }, { a: { $between: [0, 2] } },
      { $or: [{ a: 1 }, { t: true }] }, { a: { $or: [1, 2] } }, { a: 1.5 }, { a: "it's" }, { b: { c: 'é😀\n' } },
      ...(postgres && kind === 'JSONB' ? [{ $contains: { a: 1 } }, { $contained: { a: 1, t: true, list: [] } }] : [])]);
    case 'ARRAY': return postgres && attribute.type.type.key !== 'ENUM'
      ? random.pick([{ $contains: value() }, { $overlap: value() }, { $contained: value() }, value(), { $ne: value() }, { $eq: value() }]) : null;
    case 'RANGE': return postgres
      ? random.pick([{ $overlap: value() }, { $contains: value() }, { $contained: value() }, { $strictLeft: value() }, { $strictRight: value() }, { $adjacent: value() },
        { $noExtendRight: value() }, { $noExtendLeft: value() }, null]) : null;
    case 'TSVECTOR': return postgres ? { $match: { $fn: ['to_tsquery', 'x'] } } : null;
    default: return null;
  }
};

const textComparisons = (random, model, value) => {
  const choices = [() => ({ $like: `%${value()}%` }), () => ({ $notLike: 'a%' }), () => ({ $startsWith: value() }), () => ({ $endsWith: value() }),
    () => ({ $substring: value() }), () => ({ $or: [{ $like: 'A%' }, { $startsWith: value() }] })];
  if (isOn(model, 'postgres')) {
    choices.push(() => ({ $iLike: '%A%' }), () => ({ $notILike: 'x%' }), () => ({ $regexp: '^[A-Za-z]' }), () => ({ $notRegexp: 'd' }), () => ({ $iRegexp: 'ADA' }),
      () => ({ $notIRegexp: '^X' }), () => ({ $like: { $any: ['%a%', 'x%'] } }), () => ({ $iLike: { $all: ['%A%', '%d%'] } }),
      () => ({ $notLike: { $all: ['%z%', "%'%"] } }), () => ({ $eq: { $any: [value(), value()] } }));
  }
  if (isOn(model, 'mysql', 'mariadb')) choices.push(() => ({ $regexp: '^[A-Za-z]' }), () => ({ $notRegexp: 'd' }));
  if (random.is(0.04)) choices.push(() => ({ [random.pick(['$iLike', '$regexp', '$iRegexp', '$overlap'])]: 'x' }));
  return choices;
};

export const comparison = (random, attribute, model) => {
  const value = () => valueFor(random, attribute);
  if (!isPlain(attribute)) return random.is(0.6) ? specialComparison(random, attribute, model) : random.pick([null, { $ne: null }, { $not: null }, { $is: null }]);
  const choices = [value, () => ({ $eq: value() }), () => ({ $ne: value() }), () => null, () => ({ $ne: null }), () => [value(), value()],
    () => ({ $in: [value(), value(), value()] }), () => ({ $notIn: random.pick([[value()], []]) }), () => ({ $gt: value() }), () => ({ $lte: value() }),
    () => ({ $gte: value(), $lt: value() }), () => ({ $between: [value(), value()] }), () => ({ $or: [value(), { $gt: value() }, null] }),
    () => ({ $and: [{ $ne: value() }, { $ne: value() }] }), () => ({ $not: value() }), () => ({ $not: [value(), value()] }), () => ({ $in: [] }),
    () => ({ $notBetween: [value(), value()] }), () => ({ $or: { $lt: value(), $eq: null } }), () => ({ $and: { $gte: value(), $ne: value() } }),
    () => ({ $in: [value(), null] }), () => ({ $ne: value(), $or: [{ $gt: value() }, { $lt: value() }] }), () => ({ $is: null }), () => [],
    () => ({ $not: null }), () => ({ $eq: null, $gt: value() })];
  if (isNumber(attribute) || random.is(0.1)) choices.push(() => ({ $not: { $in: [value(), value()] } }));
  if (isText(attribute)) choices.push(...textComparisons(random, model, value));
  if (isNumber(attribute)) choices.push(() => ({ $in: { $literal: '(SELECT 1)' } }), () => ({ $gt: { $literal: '1 + 1' } }));
  if (kindOf(attribute) === 'BOOLEAN') choices.push(() => ({ $is: value() }), () => ({ $not: value() }));
  return random.pick(choices)();
};

/** SQL that stands where a condition does; `alias` is what the model is called there. */
export const expressionCondition = (random, model, alias) => {
  const { name, attribute } = random.pick(stored(model).filter((each) => isPlain(each.attribute)).concat(stored(model)));
  const column = { $col: `${alias}.${attribute.field}` };
  const others = stored(model).filter((each) => kindOf(each.attribute) === kindOf(attribute));
  const casted = { $cast: [column, textType(model)] };
  return random.pick([
    () => ({ $where: [{ $fn: ['LENGTH', casted] }, random.pick(['$gt', '$lte']), 3] }),
    () => ({ $where: [{ $fn: ['COALESCE', casted, '-$-'] }, '-$-'] }),
    () => ({ $where: [{ $fn: ['LOWER', casted] }, { $like: `%${random.pick(words)}%` }] }),
    () => ({ $where: [casted, '$in', ['1', 'x', "it's"]] }),
    () => ({ $where: [column, random.pick(['$ne', '$is']), null] }),
    () => ({ $literal: random.pick(['1 = 1', '(1 = 0 OR 2 > 1)']) }),
    () => ({ [name]: { $col: `${alias}.${random.pick(others).attribute.field}` } }),
    () => ({ [name]: { [isPlain(attribute) ? random.pick(['$gte', '$eq', '$ne', '$lt']) : '$ne']: { $col: `${alias}.${random.pick(others).attribute.field}` } } }),
    () => ({ [name]: { $ne: { $literal: 'NULL' } } }),
  ])();
};

export const where = (random, model, depth = 0, alias = undefined) => {
  const out = {};
  for (const { name, attribute } of random.some(stored(model), 2)) {
    if (isJson(attribute) && random.is(0.3)) out[`${name}.${random.pick(['a', 'b.c', 't', 'list[0]', 'a[1].b'])}`] = random.pick([1, 'x', true, { $ne: null }, null, { $gt: 0 }]);
    else out[name] = comparison(random, attribute, model);
  }
  const again = () => where(random, model, depth + 1, alias);
  if (depth < 2 && random.is(0.25)) {
    const group = random.pick(['$or', '$and', '$not']);
    out[group] = random.is(0.6) ? [again(), again()] : again();
    if (random.is(0.06)) out[group] = random.pick([[], {}, [{}]]);
  }
  if (alias && random.is(0.12)) out.$and = [...(Array.isArray(out.$and) ? out.$and : out.$and ? [out.$and] : []), expressionCondition(random, model, alias)];
  if (random.is(0.05)) return [out, again()];
  return out;
};
