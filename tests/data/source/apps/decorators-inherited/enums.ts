export enum Kind {
  Car = 'car',
  Bike = 'bike',
}

export type Plate = string;
