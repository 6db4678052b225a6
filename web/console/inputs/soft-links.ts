/**
 * Fields that hold the id of a record without being links: their module may not know the other one. People see and
 * choose the record all the same.
 */
import type { FieldDescription } from '#web/data/description.ts'

/** The field as the link that it is to people; any other field as it is. */
export const asLink = (field: FieldDescription): FieldDescription =>
  field.refersTo === undefined ? field : { ...field, kind: 'link', to: field.refersTo }
