/** What a till needs of the kernel: exact decimals, ids that rise, the trading date, and the refusals of the engines. */
export {
  addDecimal,
  compareDecimal,
  type Decimal,
  decimalProblem,
  multiplyDecimal,
  subtractDecimal,
} from '../kernel/decimal.ts'
export { type IdSource, makeIdSource } from '../kernel/id.ts'
export { isRefusal, type Refusal } from '../kernel/refusal.ts'
export { businessDate } from '../kernel/time.ts'
