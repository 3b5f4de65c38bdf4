export * from './sequelize';
export * from './models/user';
export * from './models/project';
