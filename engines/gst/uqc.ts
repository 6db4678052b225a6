/**
 * Unit quantity codes of returns by our units: the list of the GST portal, from memory. Others are OTH, services NA.
 */
const codes: Readonly<Record<string, string>> = {
  piece: 'PCS',
  box: 'BOX',
  pack: 'PAC',
  pair: 'PRS',
  dozen: 'DOZ',
  kg: 'KGS',
  g: 'GMS',
  l: 'LTR',
  ml: 'MLT',
  m: 'MTR',
}

export const uqcOf = (unit: string, kind: 'goods' | 'service' | 'charge'): string =>
  kind === 'service' ? 'NA' : ((Object.hasOwn(codes, unit) ? codes[unit] : undefined) ?? 'OTH')
