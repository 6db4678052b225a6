/**
 * Fields that hold the id of a record without being links: their module may not know the other one. People see and
 * choose the record all the same.
 */
import type { FieldDescription } from '#web/data/description.ts'

const leadsTo: Readonly<Record<string, string>> = {
  customerId: 'crm.customer',
  customerGroupId: 'crm.customerGroup',
  shopId: 'shops.shop',
}

/** The field as the link that it is to people; any other field as it is. */
export function asLink(field: FieldDescription): FieldDescription {
  const to = leadsTo[field.name]
  return to && (field.kind === 'text' || field.kind === 'code') ? { ...field, kind: 'link', to } : field
}
