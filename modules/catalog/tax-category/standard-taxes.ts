/**
 * Tax categories that a new company starts with, by country (ISO 3166-1 alpha-2). Only figures that were looked up
 * stand here, each with its source; a company of another country starts with one category at 0 percent.
 */
import type { SupplyKind } from '#engines/gst'
import { germany } from './standard-taxes.de.ts'
import { india } from './standard-taxes.in.ts'

export type StandardRate = {
  code: string
  label: string
  percent: string
  validFrom: string
  validTo: string | null
  source: string
}
export type StandardTax = {
  code: string
  name: string
  isDefault: boolean
  supply?: SupplyKind
  rates: readonly StandardRate[]
}

const unitedKingdom: readonly StandardTax[] = [
  {
    code: 'standard',
    name: 'Standard rate',
    isDefault: true,
    rates: [
      {
        code: 'VAT17.5',
        label: 'VAT 17.5 %',
        percent: '17.5',
        validFrom: '2010-01-01',
        validTo: '2011-01-03',
        source: 'Value Added Tax Act 1994 s. 2(1), after the end of SI 2008/3020 as extended by Finance Act 2009 s. 9',
      },
      {
        code: 'VAT20',
        label: 'VAT 20 %',
        percent: '20',
        validFrom: '2011-01-04',
        validTo: null,
        source: 'Finance (No. 2) Act 2010 s. 3, https://www.legislation.gov.uk/ukpga/2010/31/section/3',
      },
    ],
  },
  {
    code: 'zero',
    name: 'Zero rate',
    isDefault: false,
    rates: [
      {
        code: 'VAT0',
        label: 'VAT 0 %',
        percent: '0',
        // The first day for which the standard rate is known here; the zero rate is older.
        validFrom: '2010-01-01',
        validTo: null,
        source: 'Value Added Tax Act 1994 s. 30 and schedule 8',
      },
    ],
  },
]

const untaxed: readonly StandardTax[] = [
  {
    code: 'untaxed',
    name: 'Untaxed',
    isDefault: true,
    rates: [
      {
        code: 'TAX0',
        label: 'No tax',
        percent: '0',
        validFrom: '1900-01-01',
        validTo: null,
        source: 'Made with the company: no rates are known for its country. Enter them before trading with tax.',
      },
    ],
  },
]

const byCountry: Readonly<Record<string, readonly StandardTax[]>> = {
  DE: germany,
  GB: unitedKingdom,
  IN: india,
}

/** What a company of the country starts with. */
export const standardTaxesOf = (country: string | null): readonly StandardTax[] =>
  (country !== null && Object.hasOwn(byCountry, country) && byCountry[country]) || untaxed
