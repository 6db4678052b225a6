/** What happens to companies beyond reading and changing their records. */
import { boolean, type Context, choice, code, defineAction, email, integer, record, refuse, text } from '#kernel'
import { inviteOwner } from '#modules/auth'
import { company, costingMethods } from './company.entity.ts'
import {
  type CompanyRecord,
  columnsOf,
  lockCompany,
  pathId,
  recordColumns,
  type Values,
  writeCompany,
} from './company.record.ts'
import { guardCompany } from './company.rules.ts'

const { status: _, ...writable } = company.fields

/** Across companies, because the new one is not yet there to work inside of. */
export const createCompany = defineAction('create', {
  label: 'New company',
  says: 'Creates a company and invites its owner, if one is named. All other people come by invitation as well.',
  entity: () => company,
  path: '/companies',
  right: 'create',
  status: 201,
  crossCompany: true,
  input: {
    ...writable,
    id: code({ label: 'Id', help: 'A UUID made by the caller', max: 36, pattern: pathId.pattern ?? '' }),
    ownerEmail: email({ label: 'E-mail of the owner', help: 'Gets an invitation to administer the company' }),
  },
  output: company.fields,
  refuses: ['ALREADY_EXISTS'],
  emits: ['company.created', 'invitation.created'],
  example: { name: 'Second Trade', currency: 'GBP', timeZone: 'Europe/London', country: 'GB' },
  run: async (context, { id = context.newId(), ownerEmail, ...given }) => {
    if (context.scope !== 'all') throw refuse('FORBIDDEN')
    const values = { ...given, timeZone: given.timeZone ?? 'UTC' }
    guardCompany(values)
    const after = await insertCompany(context, id, values)
    context.emit('company.created', { entity: 'companies.company', id, version: 1, data: { after }, companyId: id })
    if (ownerEmail) await inviteOwner(context, { companyId: id, email: ownerEmail, companyName: given.name })
    return after
  },
})

async function insertCompany({ sql, now }: Context, id: string, values: Values): Promise<CompanyRecord> {
  const row = columnsOf({ ...values, companyId: id, id, createdAt: now, updatedAt: now })
  const [after] = await sql<CompanyRecord[]>`
    insert into companies.company ${sql(row)} on conflict do nothing returning ${recordColumns(sql)}`
  if (after) return { ...after }
  const [same] = await sql`select 1 from companies.company where company_id = ${id} and id = ${id}`
  throw refuse('ALREADY_EXISTS', [{ field: same ? 'id' : 'slug', message: 'is taken; choose another value' }])
}

/** Nothing of a company is removed: what it posted has to be kept, and it may come back. */
export const deactivateCompany = defineAction('delete', {
  isDangerous: true,
  label: 'Deactivate company',
  says: 'Deactivates a company: its people can no longer sign in. Nothing is removed, and it can be restored.',
  entity: () => company,
  method: 'DELETE',
  path: '/companies/:id',
  right: 'delete',
  input: { id: pathId },
  output: company.fields,
  refuses: ['NOT_FOUND', 'INVALID_TRANSITION'],
  emits: ['company.deleted'],
  run: async (context, { id }) => {
    const { status } = await lockCompany(context, id)
    if (status !== 'active') throw refuse('INVALID_TRANSITION', [{ field: 'status', message: 'is inactive already' }])
    const after = await writeCompany(context, { status: 'inactive' })
    emitChange(context, 'company.deleted', after, { before: { status }, after, changed: ['status'] })
    return after
  },
})

export const updateSettings = defineAction('settings', {
  label: 'Change settings',
  says: 'Changes the named settings of a company: time zone, fiscal year, prices, tax, stock, and free values.',
  entity: () => company,
  method: 'PATCH',
  path: '/companies/:id/settings',
  resource: 'settings',
  right: 'update',
  input: {
    id: pathId,
    timeZone: text({ label: 'Time zone', help: 'IANA name', min: 1, max: 64 }),
    fiscalYearStartMonth: integer({ label: 'First month of the fiscal year', min: 1, max: 12 }),
    pricesIncludeTax: boolean({ label: 'Prices include tax' }),
    taxRounding: choice(['line', 'document'], { label: 'Tax is rounded per' }),
    allowNegativeStock: boolean({ label: 'Stock may go below zero' }),
    costing: choice(costingMethods, { label: 'Stock is costed by' }),
    gstin: company.fields.gstin,
    gstRegistration: company.fields.gstRegistration,
    lut: company.fields.lut,
    settings: record({ label: 'Further settings', help: 'Takes the place of the free values kept so far' }),
  },
  output: company.fields,
  refuses: ['NOT_FOUND'],
  emits: ['company.updated'],
  example: { pricesIncludeTax: true, taxRounding: 'document' },
  run: async (context, { id, ...given }) => {
    const before: CompanyRecord & Values = await lockCompany(context, id)
    const changes = Object.entries(given).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    )
    if (changes.length === 0) return before
    guardCompany({ ...before, ...given })
    const after = await writeCompany(context, Object.fromEntries(changes))
    const changed = changes.map(([name]) => name)
    const was = Object.fromEntries(changed.map((name) => [name, before[name]]))
    emitChange(context, 'company.updated', after, { before: was, after, changed })
    return after
  },
})

function emitChange(context: Context, type: string, { id, version }: CompanyRecord, data: Values): void {
  context.emit(type, { entity: 'companies.company', id, version, data })
}
