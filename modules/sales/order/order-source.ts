/** An order as stock, payments and reservations name it. */
export const sourceOf = (id: string) => ({ entity: 'sales.salesOrder', id })
