/** Words for what the report names by codes. */
const tables = {
  '4A': 'gstTable.t4A',
  '4B': 'gstTable.t4B',
  '5': 'gstTable.t5',
  '6A': 'gstTable.t6A',
  '6B': 'gstTable.t6B',
  '6C': 'gstTable.t6C',
  '7': 'gstTable.t7',
  '8': 'gstTable.t8',
  '9B': 'gstTable.t9B',
  none: 'gstTable.tnone',
} as const
type Table = keyof typeof tables

/** The name of a table of GSTR-1; that of none for a code that is none. */
export const tableWord = (table: string): (typeof tables)[Table] => tables[(table in tables ? table : 'none') as Table]

export const supplyWords = { intra: 'gstSupply.intra', inter: 'gstSupply.inter' } as const
export const buyerWords = {
  registered: 'gstBuyer.registered',
  unregistered: 'gstBuyer.unregistered',
  composition: 'gstBuyer.composition',
  uin: 'gstBuyer.uin',
} as const
export const rowWords = {
  taxable: 'gstRow.taxable',
  zeroRated: 'gstRow.zeroRated',
  exempt: 'gstRow.exempt',
  nonGst: 'gstRow.nonGst',
  reversed: 'gstRow.reversed',
} as const
