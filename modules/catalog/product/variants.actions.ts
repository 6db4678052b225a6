import { type Context, defineAction, record, refuse, text } from '#kernel'
import { catalogRefusals } from '../refusals.ts'
import { product } from './product.entity.ts'
import { mayChange, mayRead } from './product.reach.ts'
import { type ProductRecord, pathId, recordColumns } from './product.record.ts'
import { defaultSkuPattern, type OptionValues, variantMatrix, variantName, variantSku } from './product.rules.ts'

/** Makes all variants of a product at once. */
export const makeVariants = defineAction('variants', {
  label: 'Make variants',
  says: 'Makes a variant for every combination of option values, at most 200. The product is then sold by them.',
  entity: () => product,
  path: '/erp/products/:id/variants',
  permission: 'catalog.product.create',
  right: 'create',
  status: 201,
  input: {
    id: pathId,
    options: record({ label: 'Options', required: true, help: 'For each option its values.' }),
    skuPattern: text({
      label: 'SKU pattern',
      max: 200,
      help: 'Such as {sku}-{Size}-{Colour}: the SKU of the product, and the values of the variant.',
    }),
  },
  answersList: true,
  output: {
    id: pathId,
    sku: text({ required: true }),
    name: text({ required: true }),
    options: record({ required: true }),
  },
  refuses: ['NOT_FOUND', 'FORBIDDEN', 'VARIANT_NOT_ALLOWED', 'ALREADY_EXISTS'],
  emits: ['product.created', 'product.updated'],
  example: { options: { Size: ['S', 'M', 'L'], Colour: ['Red', 'Blue'] }, skuPattern: '{sku}-{Size}-{Colour}' },
  run: async (context, { id, options, skuPattern }) => {
    const matrix = variantMatrix(options)
    const names = Object.keys(options)
    const parent = await lockParent(context, id)
    const pattern = skuPattern ?? defaultSkuPattern(names)
    const variants = matrix.map((values) => ({
      id: context.newId(),
      sku: variantSku(pattern, parent.sku, values),
      name: variantName(parent.name, values),
      options: values,
    }))
    refuseEqualSkus(variants)
    await nameOptions(context, parent, names)
    const made = await insertVariants(context, parent.id, variants)
    return made.map(({ id, sku, name, options }) => ({ id, sku, name, options }))
  },
})

type Variant = { id: string; sku: string; name: string; options: OptionValues }

async function lockParent(context: Context, id: string): Promise<ProductRecord> {
  const { sql, companyId } = context
  const [parent] = await sql<ProductRecord[]>`
    select ${recordColumns(sql)} from catalog.product p where p.company_id = ${companyId} and p.id = ${id} for update`
  if (!parent || !mayRead(context, parent.shopId)) throw refuse('NOT_FOUND')
  if (!mayChange(context, parent.shopId)) throw refuse('FORBIDDEN', 'It belongs to the whole company.')
  if (parent.parentId) throw notAllowed('id', 'It is a variant itself. Name the product above it.')
  return parent
}

function refuseEqualSkus(variants: readonly Variant[]): void {
  if (new Set(variants.map(({ sku }) => sku)).size === variants.length) return
  const message = 'Two variants would have the same SKU. Name every option in the pattern.'
  throw refuse('VALIDATION_FAILED', [{ field: 'skuPattern', message }])
}

/** The first call names the options of the product; later ones may add values but no options. */
async function nameOptions(context: Context, parent: ProductRecord, names: readonly string[]): Promise<void> {
  const { sql, companyId, now } = context
  const known = parent.optionNames ?? []
  if (known.length > 0) {
    if ([...known].sort().join('\n') === [...names].sort().join('\n')) return
    throw notAllowed('options', `Its variants differ in ${known.join(', ')}. Give values for just these.`)
  }
  const [after] = await sql<ProductRecord[]>`
    update catalog.product p set option_names = ${[...names]}, version = version + 1, updated_at = ${now}
    where p.company_id = ${companyId} and p.id = ${parent.id} returning ${recordColumns(sql)}`
  if (!after) throw refuse('NOT_FOUND')
  context.emit('product.updated', {
    entity: 'catalog.product',
    id: parent.id,
    version: after.version,
    shopId: after.shopId,
    data: { before: { optionNames: parent.optionNames }, after: { ...after }, changed: ['optionNames'] },
  })
}

/** What a variant leaves empty is its parent's, so only what is counted and where it is sold is copied. */
async function insertVariants(context: Context, parentId: string, variants: Variant[]): Promise<ProductRecord[]> {
  const { sql, companyId, now } = context
  const made = await sql<ProductRecord[]>`
    insert into catalog.product as p (company_id, id, sku, name, options, parent_id, kind, stocked, unit_id, shop_id,
      created_at, updated_at)
    select ${companyId}, r.id, r.sku, r.name, r.options, parent.id, parent.kind, parent.stocked, parent.unit_id,
      parent.shop_id, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(variants)}) as r(id uuid, sku text, name text, options jsonb)
      join catalog.product parent on parent.company_id = ${companyId} and parent.id = ${parentId}
    returning ${recordColumns(sql)}`
  for (const after of made) {
    const { id, version, shopId } = after
    context.emit('product.created', { entity: 'catalog.product', id, version, shopId, data: { after: { ...after } } })
  }
  return made
}

const notAllowed = (field: string, message: string) =>
  catalogRefusals.refuse('VARIANT_NOT_ALLOWED', [{ field, message }])
