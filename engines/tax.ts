/**
 * Tax on the lines of one document: pure, the same on server and till. Rates are data with dates, never constants.
 * Kernel files are imported one by one so that a browser receives these values and not the definition language.
 */
import { type Decimal, digitsOf } from '../kernel/decimal.ts'
import { addMoney, amountOf, type Money, moneyOf, subtractMoney, zeroMoney } from '../kernel/money.ts'
import { compareText } from '../kernel/order.ts'
import { defineRefusals, refuse } from '../kernel/refusal.ts'
import { divideRounded, type Rounding, shareOut } from '../kernel/rounding.ts'
import type { CalendarDate } from '../kernel/time.ts'

export const taxRefusals = defineRefusals({
  TAX_RATE_MISSING: { status: 422, says: 'There is no tax rate for this category on this date. Add a dated rate.' },
})

/** A part of a rate with a percent of its own, such as CGST 9 and SGST 9, or state, county and city of a sales tax. */
export type TaxComponent = { readonly code: string; readonly label: string; readonly percent: Decimal }

/**
 * A rate in percent (at least "0"), in force from `validFrom` to `validTo`, both days included; no `validTo` means
 * until further. Where it has components their percents are what is taxed, each rounded on its own, so that equal
 * percents are equal amounts; `percent` then only names the rate.
 */
export type TaxRate = {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly percent: Decimal
  readonly validFrom: CalendarDate
  readonly validTo?: CalendarDate | null
  readonly components?: readonly TaxComponent[]
}

/** The dated rates of each tax category, by the category's id. */
export type RatesByCategory = Readonly<Record<string, readonly TaxRate[]>>

/**
 * `key` is unique in the document. `amount` contains tax when `includesTax` says so (default: the document's
 * `pricesInclude`). `taxCategory` null means outside the scope of tax, which differs from a rate of "0".
 */
export type TaxableLine = {
  readonly key: string
  readonly amount: Money
  readonly taxCategory: string | null
  readonly includesTax?: boolean
}

/** `line`: tax is rounded on each line. `document`: tax is rounded once per rate, and the lines share that sum. */
export type TaxRounding = 'line' | 'document'

export type TaxInput = {
  readonly lines: readonly TaxableLine[]
  readonly rates: RatesByCategory
  readonly currency: string
  readonly date: CalendarDate
  readonly pricesInclude: boolean
  readonly rounding: TaxRounding
  /** What happens to an exact half of a minor unit; `half-up` unless said otherwise. */
  readonly mode?: Rounding
}

/** The rate as it was applied, kept in the document because the table of rates moves on. */
export type AppliedRate = Pick<TaxRate, 'id' | 'code' | 'label' | 'percent'>
export type Amounts = { readonly net: Money; readonly tax: Money; readonly gross: Money }
export type ComponentAmount = { readonly code: string; readonly label: string; readonly tax: Money }
/** The tax of a component in minor units, with its percent. */
export type LineComponent = { readonly code: string; readonly percent: Decimal; readonly amount: number }
/** `components` in the order of the rate's; they add up to the tax, where there are any. */
export type TaxedLine = {
  readonly key: string
  readonly rate: AppliedRate | null
  readonly components: readonly LineComponent[]
} & Amounts
export type TaxSummary = { readonly rate: AppliedRate | null; readonly components: ComponentAmount[] } & Amounts

/** Lines in the order given; the summary by code and id, lines outside the scope last. net + tax = gross everywhere. */
export type TaxResult = {
  readonly rounding: TaxRounding
  readonly mode: Rounding
  readonly lines: TaxedLine[]
  readonly summary: TaxSummary[]
  readonly totals: Amounts
}

/**
 * Net, tax and gross of each line and their sums per rate and document. A price that includes tax keeps its gross:
 * net = gross x 100 / (100 + rate), rounded, and tax is the rest. Negative lines (returns) give the same figures
 * negated. What a line gets does not depend on the order of the lines: under `document` rounding equal remainders
 * are served by key. Refuses TAX_RATE_MISSING, CURRENCY_MISMATCH, and a repeated key with VALIDATION_FAILED.
 */
export function taxOn(input: TaxInput): TaxResult {
  const { rounding, mode = 'half-up', currency } = input
  const groups = groupByRate(input).map((group) => ({ rate: group.rate, lines: taxGroup(group, rounding, mode) }))
  const byKey = new Map(groups.flatMap(({ lines }) => lines.map((line) => [line.key, line])))
  const lines = input.lines.map(({ key }) => byKey.get(key)).filter((line) => line !== undefined)
  return { rounding, mode, lines, summary: summarise(groups, currency), totals: sumAmounts(lines, currency) }
}

/**
 * The rate in force on a date: the one that started last, then by id. Refuses TAX_RATE_MISSING; `field` names the
 * place in the refusal.
 */
export function rateOn(rates: readonly TaxRate[], date: CalendarDate, field = 'taxCategory'): TaxRate {
  let found: TaxRate | undefined
  for (const rate of rates) {
    if (rate.validFrom > date || (rate.validTo && rate.validTo < date)) continue
    if (!found || rate.validFrom > found.validFrom) found = rate
    else if (rate.validFrom === found.validFrom && rate.id < found.id) found = rate
  }
  if (found) return found
  const message = `There is no tax rate on ${date}. Add one that is valid on that day.`
  throw taxRefusals.refuse('TAX_RATE_MISSING', [{ field, message }])
}

/** Lines of one rate that state their price the same way: what is rounded together under `document` rounding. */
type Group = { rate: TaxRate | null; includesTax: boolean; lines: TaxableLine[] }

function groupByRate({ lines, rates, currency, date, pricesInclude }: TaxInput): Group[] {
  const groups = new Map<string, Group>()
  const keys = new Set<string>()
  for (const [index, line] of lines.entries()) {
    checkLine(line, index, currency, keys)
    const rate = rateOfCategory(rates, line.taxCategory, date, `lines.${index}.taxCategory`)
    const includesTax = line.includesTax ?? pricesInclude
    const name = `${includesTax} ${nameOf(rate)}`
    const group = groups.get(name)
    if (group) group.lines.push(line)
    else groups.set(name, { rate, includesTax, lines: [line] })
  }
  return [...groups.values()].sort(byRate)
}

function rateOfCategory(rates: RatesByCategory, category: string | null, date: CalendarDate, field: string) {
  if (category === null) return null
  return rateOn(Object.hasOwn(rates, category) ? (rates[category] ?? []) : [], date, field)
}

/** The percent belongs to the name, so that rates which wrongly share an id are not taxed as one. */
const nameOf = (rate: AppliedRate | null): string => (rate ? `${rate.id} ${rate.percent}` : '')

function checkLine({ key, amount }: TaxableLine, index: number, currency: string, keys: Set<string>): void {
  if (keys.has(key)) {
    throw refuse('VALIDATION_FAILED', [{ field: `lines.${index}.key`, message: `The key ${key} occurs twice.` }])
  }
  keys.add(key)
  if (amount.currency === currency) return
  const message = `The line is in ${amount.currency}, the document in ${currency}.`
  throw refuse('CURRENCY_MISMATCH', [{ field: `lines.${index}.amount`, message }])
}

function byRate(a: Group, b: Group): number {
  if (a.rate === null || b.rate === null) return Number(a.rate === null) - Number(b.rate === null)
  return compareText(a.rate.code, b.rate.code) || compareText(a.rate.id, b.rate.id)
}

type TaxedGroup = { rate: TaxRate | null; lines: TaxedLine[] }

const applied = ({ id, code, label, percent }: TaxRate): AppliedRate => ({ id, code, label, percent })

function taxGroup({ rate, includesTax, lines }: Group, rounding: TaxRounding, mode: Rounding): TaxedLine[] {
  const appliedRate = rate && applied(rate)
  const sorted = rounding === 'document' ? lines.toSorted((a, b) => compareText(a.key, b.key)) : lines
  const amounts = sorted.map(({ amount }) => BigInt(amount.amount))
  const sharesOf = (fraction: Fraction) => roundedShares(amounts, fraction, { rounding, mode })
  const parts = rate?.components ?? []
  if (parts.length > 0) {
    const shares = partFractions(parts, includesTax).map(sharesOf)
    return sorted.map(({ key, amount }, index) => {
      const components = parts.map(({ code, percent }, part) => {
        return { code, percent, amount: amountOf(shares[part]?.[index] ?? 0n) }
      })
      const sum = components.reduce((total, each) => total + each.amount, 0)
      return { key, rate: appliedRate, components, ...aroundTax(amount, moneyOf(sum, amount.currency), includesTax) }
    })
  }
  const rounded = sharesOf(fractionOf(rate, includesTax))
  return sorted.map(({ key, amount }, index) => {
    const computed: Money = { amount: amountOf(rounded[index] ?? 0n), currency: amount.currency }
    const tax = includesTax ? subtractMoney(amount, computed) : computed
    return { key, rate: appliedRate, components: [], ...aroundTax(amount, tax, includesTax) }
  })
}

/** The amounts of a line whose stated amount contains the tax, or has it added. */
const aroundTax = (amount: Money, tax: Money, includesTax: boolean): Amounts =>
  includesTax
    ? { net: subtractMoney(amount, tax), tax, gross: amount }
    : { net: amount, tax, gross: addMoney(amount, tax) }

type Fraction = { part: bigint; whole: bigint }

/** A fraction of each amount: rounded each, or rounded in sum and shared out. */
function roundedShares(
  amounts: readonly bigint[],
  { part, whole }: Fraction,
  { rounding, mode }: { rounding: TaxRounding; mode: Rounding },
): bigint[] {
  const exact = amounts.map((amount) => amount * part)
  return rounding === 'line'
    ? exact.map((share) => divideRounded(share, whole, mode))
    : shareOut(exact, whole, divideRounded(sumOf(exact), whole, mode))
}

/** What is computed from the price: the net part of a gross price, or the tax on a net one, as part / whole. */
function fractionOf(rate: TaxRate | null, includesTax: boolean): Fraction {
  const { digits, scale } = digitsOf(rate?.percent ?? '0')
  const hundred = 100n * 10n ** BigInt(scale)
  return includesTax ? { part: hundred, whole: hundred + digits } : { part: digits, whole: hundred }
}

/** The tax of each component in the price: of a gross one, what it is of 100 and all the percents together. */
function partFractions(components: readonly TaxComponent[], includesTax: boolean): Fraction[] {
  const percents = components.map(({ percent }) => digitsOf(percent))
  const scale = Math.max(...percents.map((each) => each.scale))
  const scaled = percents.map((each) => each.digits * 10n ** BigInt(scale - each.scale))
  const hundred = 100n * 10n ** BigInt(scale)
  const whole = includesTax ? hundred + sumOf(scaled) : hundred
  return scaled.map((part) => ({ part, whole }))
}

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n)

function summarise(groups: readonly TaxedGroup[], currency: string): TaxSummary[] {
  const byRateName = new Map<string, TaxedGroup>()
  for (const { rate, lines } of groups) {
    const name = nameOf(rate)
    byRateName.set(name, { rate, lines: [...(byRateName.get(name)?.lines ?? []), ...lines] })
  }
  return [...byRateName.values()].map(({ rate, lines }) => ({
    rate: rate && applied(rate),
    components: componentsOf(rate, lines, currency),
    ...sumAmounts(lines, currency),
  }))
}

/** The components of a rate over its lines. */
const componentsOf = (rate: TaxRate | null, lines: readonly TaxedLine[], currency: string): ComponentAmount[] =>
  (rate?.components ?? []).map(({ code, label }, part) => ({
    code,
    label,
    tax: moneyOf(
      lines.reduce((sum, { components }) => sum + (components[part]?.amount ?? 0), 0),
      currency,
    ),
  }))

function sumAmounts(lines: readonly Amounts[], currency: string): Amounts {
  let sum: Amounts = { net: zeroMoney(currency), tax: zeroMoney(currency), gross: zeroMoney(currency) }
  for (const { net, tax, gross } of lines) {
    sum = { net: addMoney(sum.net, net), tax: addMoney(sum.tax, tax), gross: addMoney(sum.gross, gross) }
  }
  return sum
}
