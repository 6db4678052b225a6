/**
 * The price book in memory: goods by id and by code, and a search over all of them that keeps up with typing. Goods are
 * added page by page, so that nothing stops the page from answering.
 */
import type { BookGoods } from '#web/till/values.ts'

/** What a scanner or a hand may mean by a code; `unit` null is the stock unit. */
export type CodeMatch = { goods: BookGoods; unit: string | null }
export type Search = { words: string; categoryIds?: ReadonlySet<string> | undefined; limit?: number }

export class BookIndex {
  readonly #goods: (BookGoods | undefined)[] = []
  /** At the place of its goods: its name and SKU as they are searched. */
  readonly #texts: string[] = []
  readonly #places = new Map<string, number>()
  readonly #codes = new Map<string, { place: number; unit: string | null }>()

  get size(): number {
    return this.#places.size
  }

  get(productId: string): BookGoods | undefined {
    const place = this.#places.get(productId)
    return place === undefined ? undefined : this.#goods[place]
  }

  /** Goods that are known already are replaced where they stand. */
  add(goods: Iterable<BookGoods>): void {
    for (const each of goods) {
      const known = this.#places.get(each.productId)
      const place = known ?? this.#goods.length
      if (known !== undefined) this.#forgetCodes(known)
      this.#goods[place] = each
      this.#texts[place] = searchable(`${each.name} ${each.sku}`)
      this.#places.set(each.productId, place)
      // A SKU that is somebody's barcode too stays theirs: barcodes are what is scanned.
      const sku = foldCode(each.sku)
      if (!this.#codes.has(sku)) this.#codes.set(sku, { place, unit: null })
      for (const { code, unit } of each.barcodes) this.#codes.set(foldCode(code), { place, unit: unit ?? null })
    }
  }

  remove(productIds: Iterable<string>): void {
    for (const id of productIds) {
      const place = this.#places.get(id)
      if (place === undefined) continue
      this.#forgetCodes(place)
      this.#places.delete(id)
      this.#goods[place] = undefined
      this.#texts[place] = ''
    }
  }

  clear(): void {
    this.#goods.length = 0
    this.#texts.length = 0
    this.#places.clear()
    this.#codes.clear()
  }

  /** A barcode or an SKU, whole. */
  byCode(code: string): CodeMatch | undefined {
    const match = this.#codes.get(foldCode(code))
    const goods = match && this.#goods[match.place]
    return goods && { goods, unit: match.unit }
  }

  /**
   * Goods that have every word, best first: those whose name begins with what was typed, then those with words that do,
   * then the others; within each as they are in the book. Without words, the first ones of the categories.
   */
  search({ words, categoryIds, limit = 120 }: Search): BookGoods[] {
    const typed = searchable(words).trim()
    const exact = typed ? this.byCode(words.trim())?.goods : undefined
    const parts = typed.split(' ').filter(Boolean)
    const starts = parts.map((part) => ` ${part}`)
    const ranks: BookGoods[][] = [exact ? [exact] : [], [], [], []]
    for (let place = 0; place < this.#texts.length; place++) {
      const text = this.#texts[place] ?? ''
      if (text === '' || !hasAll(text, parts)) continue
      const goods = this.#goods[place]
      if (!goods || goods === exact) continue
      if (categoryIds && !goods.categoryIds.some((id) => categoryIds.has(id))) continue
      const found = ranks[rankOf(text, typed, starts)]
      if (found && found.length < limit) found.push(goods)
      if (parts.length === 0 && ranks[1]?.length === limit) break
    }
    return ranks.flat().slice(0, limit)
  }

  #forgetCodes(place: number): void {
    const goods = this.#goods[place]
    if (!goods) return
    for (const code of [goods.sku, ...goods.barcodes.map((barcode) => barcode.code)].map(foldCode))
      if (this.#codes.get(code)?.place === place) this.#codes.delete(code)
  }
}

function hasAll(text: string, parts: readonly string[]): boolean {
  for (const part of parts) if (!text.includes(part)) return false
  return true
}

/** `starts` are the words with the space before them. */
function rankOf(text: string, typed: string, starts: readonly string[]): 1 | 2 | 3 {
  if (text.startsWith(typed)) return 1
  for (const start of starts) if (!text.includes(start) && !text.startsWith(start.slice(1))) return 3
  return 2
}

/** Without case, accents and marks: "Café" is found by "cafe", "ISIK" by "ışık". */
export const searchable = (text: string): string =>
  (/^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i'))
    .toLowerCase()
    .replace(/\s+/g, ' ')

const foldCode = (code: string): string => code.trim().toLowerCase()
