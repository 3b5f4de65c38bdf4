import fs from 'fs';
import path, { dirname } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';
import Sequelize from 'sequelize';
import { define } from '../settings.js';

const __filename = fileURLToPath(import.meta.url);
const __dirname = dirname(__filename);
const basename = path.basename(__filename);
const db = {};

const sequelize = new Sequelize('sqlite::memory:', { logging: false, define });

const files = fs.readdirSync(__dirname).filter((file) => file !== basename && file.endsWith('.js'));

for (const file of files) {
  const { default: factory } = await import(pathToFileURL(path.join(__dirname, file)).href);
  const model = factory(sequelize, Sequelize.DataTypes);
  db[model.name] = model;
}

for (const name of Object.keys(db)) {
  if ('associate' in db[name]) {
    db[name].associate(db);
  }
}

db.sequelize = sequelize;

export default db;
