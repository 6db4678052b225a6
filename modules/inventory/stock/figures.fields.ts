/** What stock actions answer of the places that they changed; see `figuresOf`. */
import { group, link, list, quantity } from '#kernel'
import { product } from '#modules/catalog'
import { warehouse } from '../warehouse/warehouse.entity.ts'

export const figuresField = list(
  group({
    product: link({ to: () => product, required: true }),
    warehouse: link({ to: () => warehouse, required: true }),
    onHand: quantity({ required: true }),
    available: quantity({ required: true }),
  }),
  { label: 'What lies there now', required: true, max: 1000 },
)
