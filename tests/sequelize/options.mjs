// Query files (the options of findAll as JSON) as the options that Sequelize takes.
import { Op, Sequelize } from 'sequelize';

const operators = Object.fromEntries(Object.entries(Op).map(([name, symbol]) => [`$${name}`, symbol]));

const onlyKey = (value) => {
  const keys = value && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
  return keys.length === 1 && keys[0].startsWith('$') ? keys[0] : undefined;
};

/** `{ $literal }`, `{ $fn }`, `{ $cast }`, `{ $where }`, `{ $col }`; undefined for anything else. */
const expression = (value) => {
  switch (onlyKey(value)) {
    case '$literal': return Sequelize.literal(value.$literal);
    case '$col': return Sequelize.col(value.$col);
    case '$fn': return Sequelize.fn(value.$fn[0], ...value.$fn.slice(1).map(argument));
    case '$cast': return Sequelize.cast(argument(value.$cast[0]), value.$cast[1]);
    case '$where': {
      const [what, operator, right] = value.$where;
      return value.$where.length === 2
        ? Sequelize.where(argument(what), condition(operator))
        : Sequelize.where(argument(what), operators[operator], condition(right));
    }
    default: return undefined;
  }
};

const argument = (value) => expression(value) ?? condition(value);

/** A condition or a value in one; `whole` where it is the whole value of an attribute. */
export const condition = (value, whole = false) => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => condition(item));
  switch (onlyKey(value)) {
    case '$date': return new Date(value.$date);
    case '$hex': return Buffer.from(value.$hex, 'hex');
    case '$value': return value.$value;
    case '$col': return whole ? { [Op.col]: value.$col } : Sequelize.col(value.$col);
    case '$literal': case '$fn': case '$cast': case '$where': return expression(value);
  }
  const out = {};
  for (const [key, inner] of Object.entries(value)) {
    const symbol = operators[key];
    if (symbol) out[symbol] = condition(inner);
    else out[key] = condition(inner, true);
  }
  return out;
};

const selection = (item) => {
  if (Array.isArray(item)) return [expression(item[0]) ?? item[0], item[1]];
  return expression(item) ?? item;
};

const attributes = (value) => (Array.isArray(value)
  ? value.map(selection)
  : Object.fromEntries(Object.entries(value).map(([key, list]) => [key, list.map(selection)])));

/** The options of findAll, of an include or of a through, on the models of a Sequelize instance. */
export const findOptions = (find, models) => {
  const orderStep = (step) => {
    const made = expression(step);
    if (made) return made;
    if (step && typeof step === 'object' && step.model) return step.as ? { model: models[step.model], as: step.as } : models[step.model];
    return step;
  };
  const include = (item) => {
    if (typeof item === 'string') return item;
    const out = options(item);
    if (item.model) out.model = models[item.model];
    return out;
  };
  const convert = {
    attributes,
    where: (value) => condition(value),
    on: (value) => condition(value),
    having: (value) => condition(value),
    order: (value) => (Array.isArray(value)
      ? value.map((item) => (Array.isArray(item) ? item.map(orderStep) : orderStep(item)))
      : expression(value)),
    group: (value) => (Array.isArray(value) ? value.map((item) => expression(item) ?? item) : expression(value) ?? value),
    include: (value) => (Array.isArray(value) ? value.map(include) : include(value)),
    through: (value) => options(value),
  };
  const options = (given) => {
    const out = {};
    for (const [key, value] of Object.entries(given)) {
      if (key !== 'model') out[key] = convert[key] ? convert[key](value) : value;
    }
    return out;
  };
  return options(find);
};
