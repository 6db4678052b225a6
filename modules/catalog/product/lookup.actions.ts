import { code, defineAction, link, refuse, text } from '#kernel'
import { unit } from '../unit/unit.entity.ts'
import { product } from './product.entity.ts'

type Hit = {
  productId: string
  sku: string
  name: string
  status: string
  unitId: string | null
  by: 'sku' | 'barcode'
}

/** What a till asks when something is scanned or typed: an SKU goes before a barcode of the same text. */
export const lookup = defineAction('lookup', {
  label: 'Look up',
  says: 'Finds a product by its SKU or one of its barcodes. The unit is the one that the barcode stands for.',
  entity: () => product,
  method: 'GET',
  path: '/catalog/lookup',
  permission: 'catalog.product.read',
  input: { code: text({ label: 'Code', required: true, max: 64, example: '85123A' }) },
  output: {
    product: link({ to: () => product, required: true }),
    sku: code({ required: true }),
    name: text({ required: true }),
    status: text({ required: true }),
    unit: link({ to: () => unit }),
    by: text({ required: true }),
  },
  refuses: ['NOT_FOUND'],
  run: async ({ sql, companyId, scope, actor }, { code }) => {
    const isShop = scope === 'shop'
    const [hit] = await sql<Hit[]>`
      select p.id as "productId", p.sku, p.name, p.status, coalesce(found.unit_id, p.unit_id) as "unitId", found.by
      from (
        select id, null::uuid as unit_id, 'sku' as by from catalog.product
        where company_id = ${companyId} and sku = ${code}
        union all
        select product_id, unit_id, 'barcode' from catalog.barcode where company_id = ${companyId} and code = ${code}
      ) found join catalog.product p on p.company_id = ${companyId} and p.id = found.id
      where not ${isShop} or p.shop_id is null or p.shop_id = any(${[...actor.shopIds]}::uuid[])
      order by found.by = 'barcode' limit 1`
    if (!hit) throw refuse('NOT_FOUND', [{ field: 'code', message: 'No product has this SKU or barcode.' }])
    return { ...hit }
  },
})
