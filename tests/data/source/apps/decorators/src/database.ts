import { Sequelize } from 'sequelize-typescript';
import { Person } from './person';
import { Hobby } from './hobby';
import { PersonHobby } from './person-hobby';

export const sequelize = new Sequelize({ dialect: 'sqlite', storage: ':memory:', logging: false, define: { underscored: true }, models: [Person, Hobby, PersonHobby] });
