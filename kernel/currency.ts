/**
 * The currencies of ISO 4217 and the number of decimals of each.
 *
 * Source: ISO 4217 List One (current currencies and funds) as published by the maintenance agency SIX on 2026-01-01
 * (up to amendment 180): 178 codes, of which 17 have no decimals, 139 have two, 7 have three and 2 have four.
 * The 13 codes without a minor unit (metals, bond units, XDR, XSU, XUA, XTS, XXX) are not money that one can owe in
 * minor units, so they are left out. `Intl` is no source here: CLDR shows 15 of these currencies (HUF, IDR, IQD ...)
 * with fewer decimals than the standard gives them.
 */
import { refuse } from './refusal.ts'

/** Codes by exponent; an exponent of 3 means 1,000 minor units to one unit. */
const codesByExponent: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY ' +
    'COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS ' +
    'INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR ' +
    'MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
    'STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, +exponent])),
)

/** All currency codes, in alphabetical order. */
export const currencies: readonly string[] = [...exponents.keys()].sort()

/** Whether the text is the code of a current currency, in capitals as the standard writes it. */
export const isCurrency = (code: string): boolean => exponents.has(code)

/** The number of decimals of a currency: 0, 2, 3 or 4. Refuses an unknown code with VALIDATION_FAILED. */
export function exponentOf(code: string): number {
  const exponent = exponents.get(code)
  if (exponent !== undefined) return exponent
  const message = `${JSON.stringify(code)} is not a currency. Use a code of ISO 4217 in capitals, such as GBP.`
  throw refuse('VALIDATION_FAILED', [{ field: 'currency', message }])
}
