import { DataTypes, ForeignKey, InferAttributes, InferCreationAttributes, Model, CreationOptional } from 'sequelize';
import { sequelize } from '../sequelize';
import { User } from './user';

export class Project extends Model<InferAttributes<Project>, InferCreationAttributes<Project>> {
  declare id: CreationOptional<number>;
  declare ownerId: ForeignKey<User['id']>;
  declare name: string;
}

Project.init(
  {
    id: { type: DataTypes.INTEGER.UNSIGNED, autoIncrement: true, primaryKey: true },
    name: { type: new DataTypes.STRING(128), allowNull: false },
    settings: { type: DataTypes.JSON, defaultValue: { theme: 'dark', tags: [1, 2] } },
  } as any,
  { sequelize, tableName: 'projects' },
);

User.hasMany(Project, { sourceKey: 'id', foreignKey: 'ownerId', as: 'projects' });
Project.belongsTo(User, { targetKey: 'id', foreignKey: 'ownerId' });
