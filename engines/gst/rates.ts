/** The rates of a document by its supply: CGST with SGST or UTGST, or IGST, and cess. Pure. */
import { type Decimal, isZeroDecimal, multiplyDecimal } from '../../kernel/decimal.ts'
import type { TaxComponent, TaxRate } from '../tax.ts'
import type { GoodsForGst, Supply } from './shapes.ts'

/** A rate of the table: `percent` is all of GST, `cess` stands beside it. */
export type GstRate = TaxRate & { readonly cess?: Decimal | null }

/** The rate as it is charged for goods under the supply; components are the heads. */
export function rateUnder(supply: Supply, rate: GstRate, goods: GoodsForGst | undefined): TaxRate {
  const uncharged = whyUncharged(supply, goods)
  if (uncharged !== undefined) return { ...rate, percent: '0', label: uncharged, components: [] }
  const cess = rate.cess && !isZeroDecimal(rate.cess) ? [component('cess', 'Cess', rate.cess)] : []
  return { ...rate, components: [...headsOf(supply, rate.percent), ...cess] }
}

/** Why nothing is charged, as it stands on the document; undefined where tax is. */
function whyUncharged(supply: Supply, goods: GoodsForGst | undefined): string | undefined {
  if (supply.scheme === 'composition') return 'Composition: no tax is charged'
  if (goods?.supply === 'nil') return 'Nil rated'
  if (goods?.supply === 'exempt') return 'Exempt'
  if (goods?.supply === 'non_gst') return 'Outside of GST'
  if (supply.scheme === 'lut') return 'Zero-rated under a letter of undertaking'
  return isReversed(supply, goods) ? 'Tax is payable on reverse charge' : undefined
}

/** Of notified goods and services a registered recipient pays the tax (CGST Act s. 9(3)). */
export const isReversed = ({ buyerKind }: Pick<Supply, 'buyerKind'>, goods: GoodsForGst | undefined): boolean =>
  goods?.reverseCharge === true && goods.supply === 'taxable' && buyerKind !== 'unregistered' && buyerKind !== 'sez'

function headsOf({ scheme, stateHead }: Supply, percent: Decimal): TaxComponent[] {
  if (scheme !== 'intra') return [component('igst', 'IGST', percent)]
  const half = multiplyDecimal(percent, '0.5')
  return [component('cgst', 'CGST', half), component(stateHead, stateHead.toUpperCase(), half)]
}

const component = (code: string, name: string, percent: Decimal): TaxComponent => ({
  code,
  label: `${name} ${percent} %`,
  percent,
})
