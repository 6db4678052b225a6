/** What a till needs of the kernel: exact decimals, ids that rise, the trading date, and what the engines refuse. */
export {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimalProblem,
  digitsOf,
  multiplyDecimal,
  subtractDecimal,
} from '../kernel/decimal.ts'
export { type IdSource, makeIdSource } from '../kernel/id.ts'
export { isRefusal, type Refusal } from '../kernel/refusal.ts'
export { divideRounded } from '../kernel/rounding.ts'
export { businessDate, clockOf } from '../kernel/time.ts'
