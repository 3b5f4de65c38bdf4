import { Sequelize } from 'sequelize-typescript';
import { Owner } from './owner.model';
import VehicleModel from './vehicle.model';

export const sequelize = new Sequelize('sqlite::memory:', { logging: false });
sequelize.addModels([Owner, VehicleModel]);
