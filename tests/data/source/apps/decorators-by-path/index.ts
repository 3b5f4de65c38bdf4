import { join } from 'path';
import { Sequelize } from 'sequelize-typescript';

export const sequelize = new Sequelize('sqlite::memory:', {
  logging: false,
  models: [join(__dirname, 'models')],
  modelMatch: (filename: string, member: string) => filename.substring(0, filename.indexOf('.model')) === member.toLowerCase(),
});
