import { choice, defineEntity, instant, link, money, text } from '#kernel'
import { shop } from '#modules/shops'
import { gatewayConnection } from '../gateway/gateway-connection.entity.ts'
import { paymentIntent } from './payment-intent.entity.ts'

/** Money that a gateway took for us or gave back; what its settlements are matched to. */
export const gatewayMovement = defineEntity('gatewayMovement', {
  label: 'Gateway movement',
  plural: 'Gateway movements',
  says: 'Money that a payment gateway took or gave back.',
  path: '/payments/movements',
  shop: 'shop',
  fields: {
    connection: link({ label: 'Connection', required: true, list: 4, to: () => gatewayConnection }),
    intent: link({ label: 'Payment intent', required: true, to: () => paymentIntent }),
    shop: link({ label: 'Shop', required: true, to: () => shop }),
    kind: choice(['capture', 'refund'], { label: 'What', required: true, list: 2 }),
    amount: money({ label: 'Amount', required: true, min: 1, list: 3 }),
    reference: text({ label: 'Reference at the gateway', required: true, max: 200, search: true, list: 5 }),
    movedAt: instant({ label: 'When', required: true, list: 1 }),
  },
  unique: [['connection', 'kind', 'reference']],
  checks: { positive: 'amount_amount > 0' },
  immutable: true,
  without: ['create'],
})
