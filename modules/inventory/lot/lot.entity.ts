import { code, date, defineEntity, link, note, state } from '#kernel'
import { product } from '#modules/catalog'

/**
 * A batch of goods, or one piece with its serial number. It comes into being with the receipt that names it. What is
 * blocked is not sold, such as after a recall; `GET /inventory/lots/:id/trace` says where it went.
 */
export const lot = defineEntity('lot', {
  label: 'Batch or serial number',
  plural: 'Batches and serial numbers',
  says: 'A batch of goods, or one piece with its serial number, with the day on which it expires.',
  path: '/inventory/lots',
  without: ['create', 'delete'],
  fields: {
    product: link({ label: 'Product', to: () => product, required: true, fixed: true, list: 1 }),
    code: code({ label: 'Code', required: true, fixed: true, max: 60, search: true, list: 2, example: 'L2026-117' }),
    expiresOn: date({ label: 'Expires on', list: 3, help: 'The last day on which it may be sold.' }),
    note: note({ label: 'Note' }),
    status: state(['active', 'blocked'], { label: 'Status', list: 4 }),
  },
  transitions: {
    block: { from: 'active', to: 'blocked', says: 'Takes what is left of it out of sale, such as for a recall.' },
    unblock: { from: 'blocked', to: 'active', says: 'Lets it be sold again.' },
  },
  unique: [['product', 'code']],
})
