/** A till in a browser: a register of its own, opened, with goods to scan. */
import type { BrowserContext, Page } from 'playwright-core'
import { demoPassword, siteUrl } from './browser.ts'

/** Goods of the demo company, by SKU. */
export const goods = { heart: '85123A', lantern: '71053', stand: '22423', block: '21754' } as const

type Answer<T> = { data: T }
type Api = <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<T>

/** Calls as the person who is signed in, past the page. */
export const apiOf =
  (context: BrowserContext, site = siteUrl): Api =>
  async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const response = await context.request.fetch(`${site}/api${path}`, { method, ...(body ? { data: body } : {}) })
    const text = await response.text()
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`)
    return (JSON.parse(text) as Answer<T>).data
  }

export type Register = { id: string; name: string; shopId: string }

/** A register that no other test uses, at a shop that has enough of the goods to sell. */
export async function newRegister(api: Api): Promise<Register> {
  const [shop] = await api<{ id: string }[]>('GET', '/shops?limit=1')
  if (!shop) throw new Error('the demo has no shop')
  await stockUp(api, shop.id)
  const code = `E${crypto.randomUUID().slice(0, 8).toUpperCase()}`
  return api<Register>('POST', '/registers', { shopId: shop.id, code, name: `Till ${code}` })
}

/** What the tests sell is there: how much the demo leaves of it depends on the hour it was loaded at. */
async function stockUp(api: Api, shopId: string): Promise<void> {
  const skus = Object.values(goods)
  const products = await api<{ id: string }[]>('GET', `/erp/products?filter[sku][in]=${skus.join(',')}`)
  const [warehouse] = await api<{ id: string }[]>('GET', `/inventory/warehouses?limit=1&filter[shopId]=${shopId}`)
  const lines = products.map(({ id }) => ({ productId: id, quantity: '10', reason: 'found' }))
  await api('POST', '/inventory/adjust', { warehouseId: warehouse?.id, lines })
}

/** `goods`: what is there to touch once the price book is. */
export type Opening = { register?: Register; float?: string; site?: string; goods?: RegExp }

/** Signs in without the sign-in page, says which till this is, and opens its register with a float. */
export async function openTill(page: Page, email: string, opening: Opening = {}): Promise<Register> {
  const { float = '100', site = siteUrl } = opening
  const signedIn = await page.context().request.post(`${site}/session`, { data: { email, password: demoPassword } })
  if (!signedIn.ok()) throw new Error(`${email} could not sign in: ${signedIn.status()}`)
  const register = opening.register ?? (await newRegister(apiOf(page.context(), site)))
  await page.goto(`${site}/till`)
  await page.getByRole('button', { name: register.name }).click()
  await page.getByLabel('Opening float').fill(float)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await goodsAreThere(page, opening.goods)
  return register
}

/** The price book is loaded: there are goods to touch. */
export const goodsAreThere = (page: Page, name = /WHITE HANGING HEART/) =>
  page.getByRole('button', { name }).first().waitFor()
export const search = (page: Page) => page.getByLabel('Search goods, or scan')
export const cart = (page: Page) => page.getByRole('complementary', { name: 'Cart' })

/** As a scanner does it: keys and Enter wherever the focus is, none waiting for what the one before has done. */
export async function scan(page: Page, code: string): Promise<void> {
  await Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)))
}

/** One piece for exact cash; answers the receipt's number. */
export async function sellOne(page: Page, sku: string = goods.heart): Promise<string> {
  await scan(page, sku)
  await cart(page)
    .getByRole('button', { name: /^One more of/ })
    .first()
    .waitFor()
  await page.keyboard.press('F8')
  const title = page.getByRole('heading', { name: /^Receipt / })
  await title.waitFor()
  const number = (await title.innerText()).replace('Receipt ', '')
  await page.keyboard.press('Enter')
  await title.waitFor({ state: 'detached' })
  return number
}

export type SaleRow = { id: string; number: string; total: { amount: number } }

/** All sales of a register, by number. */
export async function salesOf(api: Api, registerId: string): Promise<SaleRow[]> {
  const rows: SaleRow[] = []
  for (let page = 1; page <= 10; page++) {
    const query = `limit=200&page=${page}&sort=number&filter[registerId]=${registerId}`
    const found = await api<SaleRow[]>('GET', `/erp/sales?${query}`)
    rows.push(...found)
    if (found.length < 200) break
  }
  return rows
}
