import { Model } from 'sequelize';
import db = require('@db');
import { name } from '#shared/columns';

export class Plant extends Model {}
Plant.init({ name }, { sequelize: db as any });
