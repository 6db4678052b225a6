/**
 * The company's record as hand-written statements write and answer it. Names come from the definition, never from
 * input.
 */
import { type Context, code, type RecordOf, refuse, type Sql, snake } from '#kernel'
import { company } from './company.entity.ts'

export type CompanyRecord = RecordOf<typeof company>
export type Values = { [name: string]: unknown }

/** The company in a path. */
export const pathId = code({
  label: 'Company',
  required: true,
  max: 36,
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
})

const names = ['id', 'version', ...Object.keys(company.fields), 'createdAt', 'updatedAt']
const selectList = names.map((name) => `"${snake(name)}" as "${name}"`).join(', ')

/** The select list of a whole record. */
export const recordColumns = (sql: Sql) => sql.unsafe(selectList)

/** Named values under the names of their columns. */
export const columnsOf = (values: Values): { [column: string]: never } =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [snake(name), value as never]))

/** The record of the caller's company, locked for change. Refuses NOT_FOUND alike for missing and foreign ids. */
export async function lockCompany({ sql, companyId }: Context, id: string): Promise<CompanyRecord> {
  const [row] = await sql<CompanyRecord[]>`
    select ${recordColumns(sql)} from companies.company where company_id = ${companyId} and id = ${id} for update`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}

/** Writes the changes with the next version and answers the record. */
export async function writeCompany({ sql, companyId, now }: Context, changes: Values): Promise<CompanyRecord> {
  const [row] = await sql<CompanyRecord[]>`
    update companies.company set ${sql(columnsOf(changes))}, version = version + 1, updated_at = ${now}
    where company_id = ${companyId} and id = ${companyId} returning ${recordColumns(sql)}`
  if (!row) throw refuse('NOT_FOUND')
  return { ...row }
}
