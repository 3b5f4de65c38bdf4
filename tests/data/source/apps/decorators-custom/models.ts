import { BelongsTo, Column, createIndexDecorator, DataType, ForeignKey, HasMany, Model, Sequelize, Table } from 'sequelize-typescript';

const Money = () => Column({ type: DataType.DECIMAL(10, 2), allowNull: false, defaultValue: 0 });
const Traced: any = (target: any, key: string) => { Column({ type: DataType.STRING(36) })(target, key); };
const ByDay = createIndexDecorator({ name: 'by_day', unique: true });
function Documented(text: string): any {
  return (target: any, key?: string) => { void text; void target; void key; };
}

@Documented('what is owed')
@Table
export class Invoice extends Model {
  @Documented('how much')
  @Money()
  total!: number;

  @Traced
  trace!: string;

  @ByDay
  @Column(DataType.DATEONLY)
  day!: string;

  @ByDay({ order: 'DESC' })
  @Column
  serial!: number;

  @HasMany(() => Payment, 'invoiceId')
  payments!: Payment[];
}

@Table({ underscored: true })
export class Payment extends Model {
  @ForeignKey(() => Invoice)
  @Column
  invoiceId!: number;

  @Money()
  amount!: number;

  @BelongsTo(() => Invoice)
  invoice!: Invoice;
}

export const sequelize = new Sequelize({ dialect: 'sqlite', storage: ':memory:', logging: false, models: [Invoice, Payment] });
