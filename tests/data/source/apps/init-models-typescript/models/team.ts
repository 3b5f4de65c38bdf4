import * as Sequelize from 'sequelize';
import { DataTypes, Model, Optional } from 'sequelize';
import type { player } from './player';

export interface teamAttributes {
  id: number;
  name?: string;
}

export type teamPk = "id";
export type teamId = team[teamPk];
export type teamOptionalAttributes = "id" | "name";
export type teamCreationAttributes = Optional<teamAttributes, teamOptionalAttributes>;

export class team extends Model<teamAttributes, teamCreationAttributes> implements teamAttributes {
  id!: number;
  name?: string;

  // team hasMany player via team_id
  players!: player[];
  getPlayers!: Sequelize.HasManyGetAssociationsMixin<player>;

  static initModel(sequelize: Sequelize.Sequelize): typeof team {
    return team.init({
    id: {
      autoIncrement: true,
      type: DataTypes.INTEGER,
      allowNull: false,
      primaryKey: true
    },
    name: {
      type: DataTypes.STRING(50),
      allowNull: true
    }
  }, {
    sequelize,
    tableName: 'team',
    timestamps: false,
  });
  }
}
