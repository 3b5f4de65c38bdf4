import { DataTypes, Model } from 'sequelize';
import db = require('@db');
import { Plant } from '@models/plant';

export class Bed extends Model {}
Bed.init({ length: { type: DataTypes.INTEGER.UNSIGNED.ZEROFILL } }, { sequelize: db as any });
Bed.hasMany(Plant, { foreignKey: { name: 'bedId', field: 'bed' } });
export { Plant };
export const sequelize = db;
