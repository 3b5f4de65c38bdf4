import * as Sequelize from 'sequelize';
import { DataTypes, Model } from 'sequelize';
import type { team, teamId } from './team';

export interface playerAttributes {
  id: number;
  team_id?: number;
  born?: string;
}

export class player extends Model<playerAttributes> implements playerAttributes {
  id!: number;
  team_id?: number;
  born?: string;
  team!: team;

  static initModel(sequelize: Sequelize.Sequelize): typeof player {
    return sequelize.define('player', {
    id: {
      autoIncrement: true,
      type: DataTypes.INTEGER,
      allowNull: false,
      primaryKey: true
    },
    team_id: {
      type: DataTypes.INTEGER,
      allowNull: true,
      references: {
        model: 'team',
        key: 'id'
      }
    },
    born: {
      type: DataTypes.DATEONLY,
      allowNull: true,
      defaultValue: Sequelize.Sequelize.fn('now')
    }
  }, {
    tableName: 'player',
    timestamps: false,
    indexes: [
      {
        name: "player_team_id",
        fields: [
          { name: "team_id" },
        ]
      },
    ]
  }) as typeof player;
  }
}
