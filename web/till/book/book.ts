/** The price book of this device: loaded page by page, kept, and brought up to date by what has changed. */
import type { AnswerOf } from '#sdk/client'
import { client } from '#web/data/client.ts'
import { makeStore } from '#web/till/core/store.ts'
import type { CategoryFact, TillDatabase } from '#web/till/offline/database.ts'
import type { BookGoods, BookHead } from '#web/till/values.ts'
import { BookIndex } from './book-index.ts'

export type BookState = {
  /** `loading` where nothing can be sold yet. */
  status: 'loading' | 'ready' | 'failed'
  /** Goods so far. */
  loaded: number
  head: BookHead | undefined
  version: string | undefined
  categories: readonly CategoryFact[]
  /** Rises with each change of goods, so that lists look again. */
  revision: number
  error: unknown
}

const pageSize = 2000
type Page = AnswerOf<'GET /pos/price-book'>

export class Book {
  readonly index = new BookIndex()
  readonly state = makeStore<BookState>({
    ...{ status: 'loading', loaded: 0, head: undefined, version: undefined, categories: [], revision: 0 },
    error: undefined,
  })
  readonly #db: TillDatabase
  readonly #shopId: string
  #refreshing: Promise<void> | undefined

  constructor(db: TillDatabase, shopId: string) {
    this.#db = db
    this.#shopId = shopId
  }

  /** What is kept is there at once; the rest comes from the server. Resolves when there is something to sell from. */
  async open(): Promise<void> {
    const [head, book, categories] = await Promise.all([
      this.#db.read('head'),
      this.#db.read('book'),
      this.#db.read('categories'),
    ])
    this.#patch({ categories: categories ?? [] })
    if (head && book?.isComplete && book.shopId === this.#shopId) {
      await this.#readKept()
      this.#patch({ status: 'ready', head, version: book.version })
    }
  }

  /** Asks for what changed; for everything where there is no book yet. Several calls at once are one. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#load()
      .catch((error: unknown) => {
        this.#patch({ error, ...(this.state.get().head ? {} : { status: 'failed' as const }) })
      })
      .finally(() => {
        this.#refreshing = undefined
      })
    return this.#refreshing
  }

  async #load(): Promise<void> {
    const { status, version } = this.state.get()
    if (status === 'failed') this.#patch({ status: 'loading', error: undefined })
    // Without them there are goods all the same; what is kept of them goes on.
    void this.#loadCategories().catch(() => undefined)
    const since = status === 'ready' ? version : undefined
    let page = await this.#page({ since })
    const head = page.head as BookHead | null | undefined
    const isFull = page.isFull
    const first = page.version
    const seen = new Set<string>()
    if (isFull && status !== 'ready') await this.#begin()
    for (;;) {
      await this.#take(page)
      for (const { productId } of page.goods) seen.add(productId)
      if (!page.cursor) break
      page = await this.#page({ cursor: page.cursor })
    }
    if (isFull) await this.#forgetOthers(seen)
    const book = { version: first, shopId: this.#shopId, asOf: page.asOf, isComplete: true }
    await this.#db.transaction('rw', this.#db.facts, async () => {
      if (head) await this.#db.keep('head', head)
      await this.#db.keep('book', book)
    })
    this.#patch({ status: 'ready', version: first, error: undefined, ...(head ? { head } : {}) })
  }

  #page(more: { since?: string | undefined; cursor?: string | undefined }): Promise<Page> {
    const query = { shopId: this.#shopId, limit: pageSize, ...more }
    return client.call('GET /pos/price-book', { query, signal: AbortSignal.timeout(60_000) })
  }

  async #begin(): Promise<void> {
    this.index.clear()
    await Promise.all([this.#db.goods.clear(), this.#db.facts.delete('book')])
  }

  async #take({ goods, removed }: Page): Promise<void> {
    if (goods.length === 0 && removed.length === 0) return
    const kept = goods as BookGoods[]
    await this.#db.transaction('rw', this.#db.goods, async () => {
      await this.#db.goods.bulkPut(kept)
      await this.#db.goods.bulkDelete([...removed])
    })
    this.index.add(kept)
    this.index.remove(removed)
    this.#moved()
  }

  /** Goods that a whole book does not have are sold no more. */
  async #forgetOthers(seen: ReadonlySet<string>): Promise<void> {
    const gone = ((await this.#db.goods.toCollection().primaryKeys()) as string[]).filter((id) => !seen.has(id))
    if (gone.length === 0) return
    await this.#db.goods.bulkDelete(gone)
    this.index.remove(gone)
    this.#moved()
  }

  /** In portions, so that the page answers meanwhile. */
  async #readKept(): Promise<void> {
    let after = ''
    for (;;) {
      const goods = await this.#db.goods.where('productId').above(after).limit(pageSize).toArray()
      this.index.add(goods)
      this.#moved()
      const last = goods.at(-1)
      if (!last || goods.length < pageSize) return
      after = last.productId
    }
  }

  async #loadCategories(): Promise<void> {
    const categories: CategoryFact[] = []
    let cursor: string | null | undefined
    do {
      const query = { limit: 200, ...(cursor ? { cursor } : {}) }
      const { data, pagination } = await client.call('GET /catalog/categories', { query })
      categories.push(...data.map(({ id, name, parentId }) => ({ id, name, parentId })))
      cursor = pagination.nextCursor
    } while (cursor && categories.length < 5_000)
    await this.#db.keep('categories', categories)
    this.#patch({ categories })
  }

  #moved(): void {
    this.state.change((before) => ({ ...before, loaded: this.index.size, revision: before.revision + 1 }))
  }

  #patch(part: Partial<BookState>): void {
    this.state.change((before) => ({ ...before, ...part }))
  }
}
