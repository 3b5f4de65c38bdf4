import { DataTypes } from 'sequelize';

export const define = {};

export default (sequelize) => {
  const User = sequelize.define('User', {
    id: { type: DataTypes.UUID, allowNull: false, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
    name: { type: DataTypes.STRING(64), allowNull: false },
    email: { type: DataTypes.STRING, allowNull: false, unique: true },
  }, {
    tableName: 'tbl_user',
  });

  const Project = sequelize.define('Project', {
    title: { type: DataTypes.STRING, allowNull: false },
    budget: { type: DataTypes.DECIMAL(10, 2) },
    dueDate: { type: DataTypes.DATEONLY },
  });

  const Group = sequelize.define('Group', {
    code: { type: DataTypes.STRING(16), unique: true },
    name: { type: DataTypes.STRING, allowNull: false },
  }, {
    tableName: 'tbl_group',
    timestamps: false,
  });

  const Comment = sequelize.define('Comment', {
    body: { type: DataTypes.TEXT, allowNull: false },
  });

  const UserProjects = sequelize.define('UserProjects', {
    status: { type: DataTypes.ENUM('open', 'started', 'done'), allowNull: false, defaultValue: 'open' },
    completed: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
    finishedAt: { type: DataTypes.DATE },
  }, {
    timestamps: false,
  });

  User.belongsToMany(Project, { as: 'Tasks', through: UserProjects, foreignKey: 'userId', otherKey: 'projectId' });
  Project.belongsToMany(User, { as: 'Workers', through: UserProjects, foreignKey: 'projectId', otherKey: 'userId' });
  User.belongsToMany(Group, { through: 'usergroups', foreignKey: 'userId', otherKey: 'groupCode', targetKey: 'code', timestamps: false });
  Group.belongsToMany(User, { through: 'usergroups', foreignKey: 'groupCode', otherKey: 'userId', sourceKey: 'code' });
  User.belongsToMany(User, { as: 'Followers', through: 'follows', foreignKey: 'followedId', otherKey: 'followerId', timestamps: false });
  User.belongsToMany(User, { as: 'Following', through: 'follows', foreignKey: 'followerId', otherKey: 'followedId' });
  Project.hasMany(Comment, { foreignKey: 'projectId' });
  Comment.belongsTo(Project, { foreignKey: 'projectId' });

  return { User, Project, Group, Comment, UserProjects };
};
