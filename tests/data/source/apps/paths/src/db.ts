import { Sequelize } from 'sequelize';
import settings = require('./settings.json');

export = new Sequelize({ ...(settings as any), dialect: 'sqlite', storage: ':memory:', logging: false });
