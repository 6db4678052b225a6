/** Which table of GSTR-1 tells of a document. Decided when it is posted, by the figures of its day, and kept. Pure. */
import type { CalendarDate } from '../../kernel/time.ts'
import { largeAbove } from './dated.ts'
import { isReversed } from './rates.ts'
import type { GoodsForGst, Section, Supply, Table } from './shapes.ts'
import { abroad } from './states.ts'

/** `total` in paise, tax included. */
export function sectionOf(
  { scheme, place, buyerGstin }: Pick<Supply, 'scheme' | 'place' | 'buyerGstin'>,
  { total, date }: { total: number; date: CalendarDate },
): Section {
  if (scheme === 'composition') return 'none'
  if (place === abroad) return 'exp'
  if (buyerGstin !== null) return 'b2b'
  return scheme === 'inter' && total > largeAbove(date) ? 'b2cl' : 'b2cs'
}

/** The table of a credit note, by that of its invoice; a note that reduces no tax is in none. */
export function noteSection(invoice: Section, reducesTax: boolean): Section {
  if (!reducesTax) return 'none'
  if (invoice === 'b2b') return 'cdnr'
  return invoice === 'b2cl' || invoice === 'exp' ? 'cdnur' : invoice
}

/** The table that a line of the document is summed in. */
export function tableOf(
  document: Pick<Supply, 'buyerKind' | 'deemedExport'> & { readonly section: Section },
  goods: GoodsForGst,
): Table {
  const { section, buyerKind, deemedExport } = document
  if (section === 'none') return 'none'
  if (section === 'exp') return '6A'
  if (goods.supply !== 'taxable') return '8'
  if (section === 'b2cl') return '5'
  if (section !== 'b2b') return '7'
  if (buyerKind === 'sez') return '6B'
  if (deemedExport) return '6C'
  return isReversed(document, goods) ? '4B' : '4A'
}

/** The table of a line that comes back: tables 7 and 8 are told net of what came back, the others by their notes. */
export const noteTable = (sold: Table, section: Section): Table => {
  if (section === 'none') return 'none'
  return sold === '7' || sold === '8' ? sold : '9B'
}
