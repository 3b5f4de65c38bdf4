import { Column, DataType, ForeignKey, BelongsTo, Table } from 'sequelize-typescript';
import { BaseModel } from './base.model';
import { Owner } from './owner.model';
import { Kind, Plate } from './enums';

const { ENUM, DECIMAL } = DataType;

@Table({ modelName: 'Vehicle', indexes: [{ fields: ['plate'], unique: true }] })
export default class VehicleModel extends BaseModel {
  @Column({ type: ENUM(...Object.values(Kind)), defaultValue: Kind.Bike })
  kind!: Kind;

  @Column
  plate!: Plate;

  @Column(DECIMAL(8, 2))
  price!: number;

  @ForeignKey(() => Owner)
  @Column({ type: DataType.UUID, allowNull: false })
  ownerId!: string;

  @BelongsTo(() => Owner, { onDelete: 'CASCADE' })
  owner!: Owner;
}
