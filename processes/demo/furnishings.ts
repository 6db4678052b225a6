/** One of everything that the invoice file does not bring, so that no page of the demo is empty. */
import { isRefusal } from '#kernel'
import type { Desk } from './desk.ts'

/** Makes a brand, a category, a price list and so on in Gift Wholesale. */
export async function furnish(desk: Desk, companyId: string, warehouseId: string): Promise<void> {
  const product = await known(desk, companyId, 'catalog.product', { sku: '85123A' })
  const customer = await known(desk, companyId, 'crm.customer', { code: '17850' })
  const piece = await known(desk, companyId, 'catalog.unit', { code: 'piece' })
  const make = (address: string, input: Record<string, unknown>) =>
    desk.run(companyId, `${address}.create`, input, `gift/${address}`)
  await make('companies.department', { code: 'DEMO', name: 'Sales floor' })
  await make('catalog.brand', { name: 'Hearts & Lanterns' })
  await make('catalog.category', { name: 'Gifts' })
  await make('catalog.barcode', { code: '5012345678900', productId: product })
  const box = await make('catalog.unit', { code: 'box12', name: 'Box of 12', decimals: 0 })
  await make('catalog.unitConversion', { productId: product, unitId: box.id, baseId: piece, factor: '12' })
  const list = await make('catalog.priceList', { name: 'Trade', currency: 'GBP' })
  const price = { amount: 230, currency: 'GBP' }
  await make('catalog.priceListLine', { listId: list.id, productId: product, price, minQuantity: '12' })
  await make('crm.customerGroup', { code: 'DEMO', name: 'Trade customers' })
  await make('crm.customerAddress', {
    customerId: customer,
    kind: 'shipping',
    lines: '1 Gift Street',
    city: 'London',
    country: 'GB',
  })
  await make('catalog.taxCategory', { code: 'luxury', name: 'Luxury, not taxed yet' })
  await make('inventory.bin', { warehouseId, code: 'A-01' })
  // A name that leads nowhere, so that nobody's printer is spoken to by trying an example.
  const shopId = await known(desk, companyId, 'shops.shop', { code: 'GW1' })
  const printer = { name: 'Front counter', shopId, host: 'receipts.invalid', drawer: true }
  await make('printing.printer', printer).catch((error: unknown) => {
    // An installation that sends to no printers has a demo without one.
    if (!isRefusal(error) || error.code !== 'PRINTER_NOT_ALLOWED') throw error
  })
}

async function known({ app }: Desk, companyId: string, address: string, by: Record<string, string>): Promise<string> {
  const { relay } = app.db
  const [[column, value] = ['', '']] = Object.entries(by)
  const table = app.registry.entities.get(address)?.table ?? address
  const [row] = await relay`
    select id from ${relay(table)} where company_id = ${companyId} and ${relay(column)} = ${value}`
  if (!row) throw new Error(`the demo has no ${address} with ${column} ${value}`)
  return String(row.id)
}
