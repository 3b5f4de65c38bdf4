import {
  Association, CreationOptional, DataTypes, HasManyGetAssociationsMixin, InferAttributes,
  InferCreationAttributes, Model, NonAttribute,
} from 'sequelize';
import { sequelize } from '../sequelize';
import { Role, STATUSES } from '../constants';
import type { Project } from './project';

export class User extends Model<InferAttributes<User, { omit: 'projects' }>, InferCreationAttributes<User, { omit: 'projects' }>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare preferredName: string | null;
  declare role: Role;
  declare createdAt: CreationOptional<Date>;

  declare getProjects: HasManyGetAssociationsMixin<Project>;
  declare projects?: NonAttribute<Project[]>;

  declare static associations: {
    projects: Association<User, Project>;
  };

  get fullName(): NonAttribute<string> {
    return this.name;
  }
}

User.init(
  {
    id: { type: DataTypes.INTEGER.UNSIGNED, autoIncrement: true, primaryKey: true },
    name: { type: new DataTypes.STRING(128), allowNull: false },
    preferredName: { type: new DataTypes.STRING(128), allowNull: true },
    role: { type: DataTypes.ENUM(...Object.values(Role)), defaultValue: Role.Member },
    status: { type: DataTypes.ENUM, values: STATUSES as unknown as string[] },
    createdAt: DataTypes.DATE,
  } as any,
  { sequelize, tableName: 'users' },
);
