/** The Corner Café: a second company with two shops, so that people see that neither sees the other. */
import { installation } from '#kernel'
import type { Desk } from './desk.ts'
import type { LoadedCompany } from './gift-wholesale.ts'
import type { Tell } from './load.ts'

const currency = 'EUR'

/** Name, price in cents, unit cost in cents. */
const menu = [
  ['ESP', 'Espresso', 260, 55],
  ['CAP', 'Cappuccino', 360, 90],
  ['FLW', 'Flat white', 380, 95],
  ['TEA', 'Pot of tea', 320, 60],
  ['CRO', 'Croissant', 290, 110],
  ['PAC', 'Pain au chocolat', 320, 125],
  ['SCO', 'Scone with jam', 380, 140],
  ['SOU', 'Soup of the day', 690, 240],
  ['TOA', 'Cheese toastie', 750, 280],
  ['LEM', 'Lemonade', 350, 90],
] as const

const shops = [
  { code: 'HIGH', name: 'High Street' },
  { code: 'STATION', name: 'Station' },
] as const

export async function loadCafe(desk: Desk, tell: Tell): Promise<LoadedCompany> {
  tell('Corner Café: two shops')
  const { id: companyId } = await desk.run(
    installation,
    'companies.company.create',
    {
      name: 'Corner Café',
      slug: 'corner-cafe',
      currency,
      timeZone: 'Europe/Dublin',
      country: 'IE',
      pricesIncludeTax: true,
    },
    'cafe/company',
  )
  await desk.settle()
  const products: { id: string; sku: string; cost: number }[] = []
  for (const [sku, name, price, cost] of menu) {
    const { id } = await desk.run(
      companyId,
      'catalog.product.create',
      { sku, name, price: { amount: price, currency } },
      `cafe/${sku}`,
    )
    products.push({ id, sku, cost })
  }
  const shopIds: string[] = []
  for (const shop of shops) shopIds.push(await openShop(desk, companyId, shop, products))
  return {
    companyId,
    shopIds,
    report: { company: 'Corner Café', lines: [`${menu.length} products, ${shops.length} shops, 6 sales`] },
  }
}

async function openShop(
  desk: Desk,
  companyId: string,
  { code, name }: (typeof shops)[number],
  products: readonly { id: string; sku: string; cost: number }[],
): Promise<string> {
  const { id: shopId } = await desk.run(
    companyId,
    'shops.shop.create',
    { code, name, country: 'IE', timeZone: 'Europe/Dublin' },
    `cafe/${code}`,
  )
  const { id: registerId } = await desk.run(
    companyId,
    'shops.register.create',
    { shopId, code: `${code}-1`, name: 'Till' },
    `cafe/${code}/register`,
  )
  const { id: warehouseId } = await desk.run(
    companyId,
    'inventory.warehouse.create',
    { shopId, code, name },
    `cafe/${code}/warehouse`,
  )
  await desk.run(
    companyId,
    'inventory.adjustment.adjust',
    {
      warehouseId,
      note: 'Opening stock',
      lines: products.map(({ id, cost }) => ({
        productId: id,
        quantity: '200',
        reason: 'opening',
        unitCost: { amount: cost, currency },
      })),
    },
    `cafe/${code}/opening`,
  )
  await workedDay(desk, companyId, { shopId, registerId, code })
  return shopId
}

/** The till of a day: opened with a float, a few sales, closed fifty cents short. */
async function workedDay(
  desk: Desk,
  companyId: string,
  { shopId, registerId, code }: { shopId: string; registerId: string; code: string },
): Promise<void> {
  const float = 10_000
  const { id: sessionId } = await desk.run(
    companyId,
    'pos.registerSession.open',
    { registerId, openingFloat: { amount: float, currency } },
    `cafe/${code}/session`,
  )
  let taken = 0
  for (const [index, skus] of [
    ['ESP', 'CRO'],
    ['CAP', 'CAP', 'SCO'],
    ['TEA', 'SOU'],
  ].entries()) {
    const { total } = await desk.run<{ total: { amount: number } }>(
      companyId,
      'sales.sale.sell',
      {
        shopId,
        registerId,
        lines: skus.map((sku) => ({ sku, quantity: '1' })),
        tenders: [{ method: 'cash', amount: { amount: 2000, currency } }],
      },
      `cafe/${code}/sale/${index}`,
    )
    taken += total.amount
  }
  await desk.run(
    companyId,
    'pos.registerSession.close',
    { id: sessionId, counted: { amount: float + taken - 50, currency }, waiting: 0 },
    `cafe/${code}/session/close`,
  )
}
