/**
 * Which texts a printer's fonts can show. Printers know 256 signs at a time, in code pages that they number as they
 * like; the library numbers and switches them. Signs whose byte is below 20h are kept from it: code page 437 has an
 * arrow at 1Bh, so that a name with that arrow would reach the printer as a command.
 */
import CodepageEncoder, { type Codepage } from '@point-of-sale/codepage-encoder'

/** How makers number their code pages; `epson` is what most others follow. */
export const codePageMappings = [
  'epson',
  'epson/legacy',
  'bixolon',
  'bixolon/legacy',
  'citizen',
  'fujitsu',
  'hp',
  'metapace',
  'mpt',
  'pos-5890',
  'pos-8360',
  'star',
  'sunmi',
  'xprinter',
  'youku',
] as const
export type CodePageMapping = (typeof codePageMappings)[number]

/** Scripts that are written from left to right, a sign in each column: those of Europe, Turkish among them. */
export const codePages: readonly Codepage[] = [
  'cp437',
  'cp858',
  'cp850',
  'windows1252',
  'cp857',
  'windows1254',
  'cp852',
  'windows1250',
  'cp737',
  'windows1253',
  'cp866',
  'windows1251',
  'cp775',
  'windows1257',
]

export type PageSigns = { readonly page: Codepage; readonly signs: ReadonlySet<number> }

/** What a table has where its page has nothing. */
const undefinedSign = 0xfffd
const known = new Map<Codepage, PageSigns>()
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index)

/** The signs of a page that a printer may be sent. They never change, so each page is read once. */
export function signsOf(page: Codepage): PageSigns {
  const found = known.get(page)
  if (found) return found
  const upper = CodepageEncoder.getCodepoints(page, true).slice(0x80)
  const made = { page, signs: new Set([...ascii, ...upper.filter((sign) => sign >= 0xa0 && sign !== undefinedSign)]) }
  known.set(page, made)
  return made
}

/** The first page that has all of the text, so that the printer changes its page seldom; undefined where none does. */
export const pageFor = (text: string, pages: readonly PageSigns[]): Codepage | undefined =>
  pages.find(({ signs }) => [...text].every((sign) => signs.has(sign.codePointAt(0) ?? 0)))?.page

/** What stands for signs that print as well otherwise, where the printer has them not. */
const stands: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '×': 'x',
  '€': 'EUR',
  '₹': 'Rs',
  '₺': 'TL',
  '←': '<-',
  '→': '->',
  '™': '(TM)',
}

/**
 * The text as the printer can show it: spaces of all kinds become the one, control characters and pictures go. Signs
 * that stay and are not on any of the pages are answered as `missing`.
 */
export function printable(text: string, pages: readonly PageSigns[]): { text: string; missing: string[] } {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Emoji_Presentation}\p{Variation_Selector}]/gu, '')
  const missing = new Set<string>()
  const shown = [...plain].map((sign) => {
    const codePoint = sign.codePointAt(0) ?? 0
    if (pages.some(({ signs }) => signs.has(codePoint))) return sign
    const stand = stands[sign]
    if (stand === undefined) missing.add(sign)
    return stand ?? '?'
  })
  return { text: shown.join(''), missing: [...missing] }
}
