/** The product's record as hand-written statements answer it. Names come from the definition, never from input. */
import { code, propertyOf, type RecordOf, type Sql, snake } from '#kernel'
import { product } from './product.entity.ts'

export type ProductRecord = RecordOf<typeof product>

/** The product in a path. */
export const pathId = code({
  label: 'Product',
  required: true,
  max: 36,
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
})

const fields = Object.entries(product.fields).map(([name, field]) => {
  const property = propertyOf(name, field)
  const column = snake(property)
  if (field.kind !== 'money') return `p.${column} as "${property}"`
  const money = `jsonb_build_object('amount', p.${column}_amount, 'currency', p.${column}_currency)`
  return `case when p.${column}_amount is not null then ${money} end as "${property}"`
})
const selectList = ['p.id', 'p.version', ...fields, 'p.created_at as "createdAt"', 'p.updated_at as "updatedAt"'].join(
  ', ',
)

/** The select list of a whole record; the table goes by the name `p`. */
export const recordColumns = (sql: Sql) => sql.unsafe(selectList)
