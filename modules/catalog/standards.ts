/**
 * The units and tax categories that a company starts with. A listener makes them when the company is created; whoever
 * needs them sooner makes them on demand. Both may happen at once: each record is made once, with its event.
 */
import type { Context } from '#kernel'
import { standardTaxesOf } from './tax-category/standard-taxes.ts'
import { standardConversions, standardUnits } from './unit/standard-units.ts'

type Stamped = { id: string; version: number; [name: string]: unknown }

/** Makes what is missing of the standard units and conversions. Answers the ids of all standard units by code. */
export async function ensureStandardUnits(context: Context): Promise<Map<string, string>> {
  const { sql, companyId, now, newId } = context
  const units = standardUnits.map((unit) => ({ id: newId(), ...unit }))
  const made = await sql<Stamped[]>`
    insert into catalog.unit (company_id, id, code, name, decimals, created_at, updated_at)
    select ${companyId}, r.id, r.code, r.name, r.decimals, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(units)}) as r(id uuid, code text, name text, decimals int)
    on conflict (company_id, code) do nothing
    returning id, version, code, name, decimals, created_at as "createdAt", updated_at as "updatedAt"`
  emitCreated(context, 'unit', made)
  const codes = standardUnits.map(({ code }) => code)
  const rows = await sql<{ id: string; code: string }[]>`
    select id, code from catalog.unit where company_id = ${companyId} and code = any(${codes})`
  const ids = new Map(rows.map(({ code, id }) => [code, id]))
  if (made.length === standardUnits.length) await makeConversions(context, ids)
  return ids
}

async function makeConversions(context: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  const { sql, companyId, now, newId } = context
  const rows = standardConversions.map(({ unit, base, factor }) => {
    return { id: newId(), unitId: ids.get(unit) ?? null, baseId: ids.get(base) ?? null, factor }
  })
  const made = await sql<Stamped[]>`
    insert into catalog.unit_conversion (company_id, id, unit_id, base_id, factor, created_at, updated_at)
    select ${companyId}, r.id, r."unitId", r."baseId", r.factor, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(rows)}) as r(id uuid, "unitId" uuid, "baseId" uuid, factor numeric)
    on conflict do nothing
    returning id, version, product_id as "productId", unit_id as "unitId", base_id as "baseId", factor,
      created_at as "createdAt", updated_at as "updatedAt"`
  emitCreated(context, 'unitConversion', made)
}

/** Makes the country's tax categories with their rates where the company has none at all. Says whether it did. */
export async function ensureStandardTaxes(context: Context, country: string | null): Promise<boolean> {
  const { sql, companyId, now, newId } = context
  const taxes = standardTaxesOf(country).map((tax) => ({ id: newId(), ...tax }))
  const categories = taxes.map(({ id, code, name, isDefault, supply = null }) => ({
    id,
    code,
    name,
    isDefault,
    supply,
  }))
  const made = await sql<Stamped[]>`
    insert into catalog.tax_category (company_id, id, code, name, is_default, supply, created_at, updated_at)
    select ${companyId}, r.id, r.code, r.name, r."isDefault", r.supply, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(categories)})
      as r(id uuid, code text, name text, "isDefault" boolean, supply text)
    where not exists (select from catalog.tax_category where company_id = ${companyId})
    on conflict do nothing
    returning id, version, code, name, is_default as "isDefault", hsn, supply, reverse_charge as "reverseCharge",
      created_at as "createdAt", updated_at as "updatedAt"`
  emitCreated(context, 'taxCategory', made)
  const isMade = new Set(made.map(({ id }) => id))
  const rates = taxes
    .filter(({ id }) => isMade.has(id))
    .flatMap((tax) => tax.rates.map((rate) => ({ id: newId(), taxCategoryId: tax.id, ...rate })))
  if (rates.length > 0) await makeRates(context, rates)
  return made.length > 0
}

async function makeRates(context: Context, rates: readonly { [name: string]: string | null }[]): Promise<void> {
  const { sql, companyId, now } = context
  const made = await sql<Stamped[]>`
    insert into catalog.tax_rate
      (company_id, id, tax_category_id, code, label, percent, valid_from, valid_to, source, created_at, updated_at)
    select ${companyId}, r.id, r."taxCategoryId", r.code, r.label, r.percent, r."validFrom", r."validTo", r.source,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${sql.json(rates)}) as r(id uuid, "taxCategoryId" uuid, code text, label text,
      percent numeric, "validFrom" date, "validTo" date, source text)
    returning id, version, tax_category_id as "taxCategoryId", code, label, percent, cess,
      valid_from as "validFrom",
      valid_to as "validTo", source, created_at as "createdAt", updated_at as "updatedAt"`
  emitCreated(context, 'taxRate', made)
}

const topics = {
  unit: 'unit',
  unitConversion: 'unit_conversion',
  taxCategory: 'tax_category',
  taxRate: 'tax_rate',
} as const

function emitCreated(context: Context, name: keyof typeof topics, made: readonly Stamped[]): void {
  for (const after of made) {
    const { id, version } = after
    context.emit(`${topics[name]}.created`, { entity: `catalog.${name}`, id, version, data: { after: { ...after } } })
  }
}
