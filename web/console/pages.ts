/** Where things are: the pages made by hand, and for every other record the ones drawn from its definition. */

/** Entities whose pages were made by hand: where the list is, and a record of it. */
const handMade: Readonly<Record<string, { list: string; one?: (id: string) => string }>> = {
  'audit.entry': { list: '/audit', one: (id) => `/audit/${id}` },
  'catalog.product': { list: '/products', one: (id) => `/products/${id}` },
  'crm.customer': { list: '/customers', one: (id) => `/customers/${id}` },
  'sales.sale': { list: '/sales', one: (id) => `/sales/${id}` },
  'sales.creditNote': { list: '/credit-notes', one: (id) => `/credit-notes/${id}` },
}

/** The page of an entity's list. */
export const listPage = (entity: string): string => handMade[entity]?.list ?? `/r/${entity}`
/** The page of one record. */
export const recordPage = (entity: string, id: string): string => handMade[entity]?.one?.(id) ?? `/r/${entity}/${id}`
/** The form for a new record, and for changing one. */
export const newPage = (entity: string): string => `/r/${entity}/new`
export const editPage = (entity: string, id: string): string => `/r/${entity}/${id}/edit`
/** Where files are brought in. */
export const importPage = (entity: string): string => `/r/${entity}/import`
