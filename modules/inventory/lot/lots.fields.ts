/** How documents name the batches that goods come out of or go back into. */
import { code, group, list, quantity } from '#kernel'

export const namedLots = () =>
  list(
    group({
      code: code({ label: 'Code', required: true, max: 60 }),
      quantity: quantity({ label: 'Quantity', help: 'One piece, unless told.' }),
    }),
    { label: 'Batches or serial numbers', help: 'Of tracked goods; by expiry unless named.', min: 1, max: 500 },
  )
