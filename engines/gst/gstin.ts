/**
 * The GSTIN: two digits of the state, the PAN of ten characters, a count, Z, and a check character (rule 10 of the CGST
 * Rules 2017). The check is the portal's: characters as numbers of base 36, every second doubled, quotient and rest by
 * 36 added up, and what is missing to the next 36.
 */
import { isState } from './states.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const shape = /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/
/** UINs of embassies and bodies of the United Nations have another middle, and no published check. */
const uinShape = /^\d{2}\d{2}[A-Z]{3}\d{5}[0-9A-Z]{3}$/

/** Why the text is no GSTIN, with the fix; undefined where it is one. */
export function gstinProblem(gstin: string): string | undefined {
  if (!shape.test(gstin)) return 'A GSTIN is 15 characters, such as 27AAPFU0939F1ZV. Copy it from the certificate.'
  if (!isState(stateOf(gstin))) return `${stateOf(gstin)} is no state code; a GSTIN begins with its state.`
  const check = checkCharacter(gstin.slice(0, 14))
  return gstin[14] === check
    ? undefined
    : `The check character does not match: after ${gstin.slice(0, 14)} comes ${check}.`
}

/** Why the text is no UIN; undefined where it is one. */
export function uinProblem(uin: string): string | undefined {
  if (uinShape.test(uin) && isState(stateOf(uin))) return undefined
  return 'A UIN is 15 characters that begin with a state code, such as 0717UNO00157UNO.'
}

/** The state that a GSTIN or UIN is of. */
export const stateOf = (gstin: string): string => gstin.slice(0, 2)
/** The PAN in a GSTIN; registrations of one company share it. */
export const panOf = (gstin: string): string => gstin.slice(2, 12)

/** The last character of a GSTIN by its first fourteen. */
export function checkCharacter(first: string): string {
  const sum = [...first].reduce((total, character, index) => {
    const product = alphabet.indexOf(character) * (index % 2 === 0 ? 1 : 2)
    return total + Math.floor(product / 36) + (product % 36)
  }, 0)
  return alphabet[(36 - (sum % 36)) % 36] ?? ''
}
