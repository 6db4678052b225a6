/** Value added tax of Germany: § 12 UStG, with the half year of 2020 in which both rates were lower. */
import type { StandardRate, StandardTax } from './standard-taxes.ts'

const act = 'UStG § 12'
const relief = 'UStG § 28 Abs. 1 bis 3, put in by the Zweites Corona-Steuerhilfegesetz of 29-06-2020 (BGBl. I S. 1512)'

const rate = (percent: string, validFrom: string, validTo: string | null, source: string): StandardRate => ({
  ...{ code: `UST${percent}`, label: `USt ${percent} %`, percent, validFrom, validTo, source },
})

export const germany: readonly StandardTax[] = [
  {
    code: 'standard',
    name: 'Regelsteuersatz',
    isDefault: true,
    rates: [
      rate('19', '2007-01-01', '2020-06-30', `${act} Abs. 1, Haushaltsbegleitgesetz 2006 (BGBl. I S. 1402)`),
      rate('16', '2020-07-01', '2020-12-31', relief),
      rate('19', '2021-01-01', null, `${act} Abs. 1`),
    ],
  },
  {
    code: 'reduced',
    name: 'Ermäßigter Steuersatz',
    isDefault: false,
    rates: [
      rate('7', '1983-07-01', '2020-06-30', `${act} Abs. 2`),
      rate('5', '2020-07-01', '2020-12-31', relief),
      rate('7', '2021-01-01', null, `${act} Abs. 2`),
    ],
  },
  {
    code: 'exempt',
    name: 'Steuerfrei',
    isDefault: false,
    rates: [rate('0', '1980-01-01', null, 'UStG § 4')],
  },
]
