import type { Sequelize } from "sequelize";
import { team as _team } from "./team";
import type { teamAttributes, teamCreationAttributes } from "./team";
import { player as _player } from "./player";
import type { playerAttributes } from "./player";

export {
  _team as team,
  _player as player,
};

export type {
  teamAttributes,
  teamCreationAttributes,
  playerAttributes,
};

export function initModels(sequelize: Sequelize) {
  const team = _team.initModel(sequelize);
  const player = _player.initModel(sequelize);

  player.belongsTo(team, { as: "team", foreignKey: "team_id"});
  team.hasMany(player, { as: "players", foreignKey: "team_id"});

  return {
    team: team,
    player: player,
  };
}
