import { DataTypes } from 'sequelize';

export const define = {};

export default (sequelize) => {
  const user = sequelize.define('user', {
    name: { type: DataTypes.STRING, allowNull: false },
  });

  const project = sequelize.define('project', {
    title: { type: DataTypes.STRING, allowNull: false },
  });

  const userProjects = sequelize.define('userProjects', {
    id: { type: DataTypes.INTEGER, allowNull: false, primaryKey: true, autoIncrement: true },
    status: { type: DataTypes.STRING },
    completed: { type: DataTypes.BOOLEAN, defaultValue: false },
    startedAt: { type: DataTypes.DATE },
    finishedAt: { type: DataTypes.DATE },
  });

  user.belongsToMany(project, { through: userProjects });
  project.belongsToMany(user, { through: userProjects });

  return { user, project, userProjects };
};
