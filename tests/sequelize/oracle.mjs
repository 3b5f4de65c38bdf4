// The real Sequelize, running the module that the program prints for a project.
import { createRequire } from 'node:module';
import { Sequelize } from 'sequelize';
import { findOptions } from './options.mjs';
import { run } from './program.mjs';

const require = createRequire(import.meta.url);

/** The exported module of a project file: a function from a Sequelize instance to models, with `define`. */
export const moduleOf = (path) => {
  const { status, out, err } = run(['code', path]);
  if (status !== 0) throw new Error(`code: ${err}`);
  const module = { exports: {} };
  new Function('module', 'require', out)(module, require);
  return { define: module.exports, code: out };
};

/** A Sequelize instance with the project's models defined on it; throws what Sequelize throws. */
export const connect = (path, options) => {
  const { define } = moduleOf(path);
  const sequelize = new Sequelize({ logging: false, define: structuredClone(define.define), ...options });
  define(sequelize);
  return sequelize;
};

/** `JSON.stringify(await Model.findAll(options))`. */
export const findAll = async (sequelize, find) => {
  const model = sequelize.models[find.model];
  return JSON.stringify(await model.findAll(findOptions(find, sequelize.models)));
};
