/** The currencies and their decimals, for pages that show and take money. */
export { currencies, exponentOf, isCurrency } from '../kernel/currency.ts'
