import { defineListener } from '#kernel'

export const followCatalog = defineListener('follow-catalog', {
  on: ['product.created', 'product.updated', 'product.deleted'],
  says: 'Notes which goods of the price book changed.',
  rebuilds: ['pos.book_change', 'pos.book_head'],
  run: async () => undefined,
})
