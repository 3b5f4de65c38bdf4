import { Column, HasMany, HasOne, Table } from 'sequelize-typescript';
import { BaseModel } from './base.model';
import VehicleModel from './vehicle.model';

@Table({ paranoid: true })
export class Owner extends BaseModel {
  @Column
  name!: string;

  @HasMany(() => VehicleModel)
  vehicles!: VehicleModel[];

  @HasOne(() => VehicleModel, { as: 'first', foreignKey: 'ownerId' })
  firstVehicle!: VehicleModel;
}
