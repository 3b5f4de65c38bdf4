import { BelongsToMany, Column, DataType, Model, Table } from 'sequelize-typescript';
import { City } from './city.model';

export const Unused = 1;

@Table({ timestamps: false })
export class Line extends Model {
  @Column(DataType.STRING(3))
  code!: string;

  @BelongsToMany(() => City, { through: 'stops', foreignKey: 'lineId', otherKey: 'cityId', as: 'cities' })
  cities!: City[];
}
