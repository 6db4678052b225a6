/** Which codes are barcodes of a kind: length and check digit (GS1 General Specifications, section 7.9). */

/** `upc` is UPC-A. `code128` carries any ASCII text and checks itself on the label, `other` is not checked. */
export const barcodeKinds = ['ean13', 'ean8', 'upc', 'code128', 'other'] as const
export type BarcodeKind = (typeof barcodeKinds)[number]

const lengths = { ean13: 13, ean8: 8, upc: 12 } as const

/**
 * The check digit of the digits that stand in front of it: from the right they weigh 3, 1, 3, 1 ..., and the check
 * digit completes the sum to a multiple of ten. Anything but digits is a RangeError.
 */
export function checkDigitOf(digits: string): number {
  if (!/^[0-9]+$/.test(digits)) throw new RangeError('A check digit is computed from digits only.')
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const fromRight = digits.length - 1 - index
    sum += Number(digits.charAt(index)) * (fromRight % 2 === 0 ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10
}

/** The kind that a code has by its length and check digit; `other` when it is none of the GS1 kinds. */
export function barcodeKindOf(code: string): BarcodeKind {
  const kind = (['ean13', 'ean8', 'upc'] as const).find((each) => lengths[each] === code.length)
  return kind && barcodeProblem(code, kind) === undefined ? kind : 'other'
}

/** Why a code is not a barcode of the kind, as a sentence with the fix; undefined when it is one. */
export function barcodeProblem(code: string, kind: BarcodeKind): string | undefined {
  if (kind === 'code128' || kind === 'other') return undefined
  const length = lengths[kind]
  if (code.length !== length || !/^[0-9]+$/.test(code)) return `A code of kind ${kind} has ${length} digits.`
  const expected = checkDigitOf(code.slice(0, -1))
  if (expected === Number(code.at(-1))) return undefined
  return `The check digit of ${code} should be ${expected}. Scan it again, or correct the digits.`
}
