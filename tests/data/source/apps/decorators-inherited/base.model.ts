import { Column, CreatedAt, DataType, Default, IsUUID, Model, PrimaryKey } from 'sequelize-typescript';

export abstract class BaseModel extends Model {
  @IsUUID(4)
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  override id!: string;

  @CreatedAt
  @Column({ type: DataType.DATE(3) })
  recordedAt!: Date;
}
