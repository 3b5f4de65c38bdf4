import { Model, DataTypes } from 'sequelize';
import { sequelize } from '../db.js';

class Artist extends Model {}

Artist.init({
  id: { type: DataTypes.BIGINT.UNSIGNED, primaryKey: true, autoIncrement: true },
  name: { type: DataTypes.STRING(100), allowNull: false },
  born: DataTypes.DATEONLY,
}, { sequelize, modelName: 'artist' });

export default Artist;
