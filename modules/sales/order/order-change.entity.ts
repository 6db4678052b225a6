import { choice, code, defineEntity, instant, integer, link, text } from '#kernel'
import { salesOrder } from './order.entity.ts'

export const machines = ['order', 'payment', 'fulfilment'] as const

/** A step of one of an order's three machines: who took it, when and why. Each is one event. */
export const orderChange = defineEntity('orderChange', {
  label: 'Order step',
  plural: 'Order steps',
  says: 'A step in the life of an order: from where to where, who took it, when and why.',
  path: '/order-steps',
  resource: 'orders',
  fields: {
    salesOrder: link({ label: 'Sales order', required: true, to: () => salesOrder }),
    step: integer({ label: 'Step', help: 'The version of the order that it made', required: true, min: 1 }),
    machine: choice(machines, { label: 'Of', required: true, list: 2 }),
    from: code({ label: 'From', max: 20, list: 3 }),
    to: code({ label: 'To', required: true, max: 20, list: 4 }),
    event: text({ label: 'Event', required: true, max: 64 }),
    reason: text({ label: 'Reason', max: 400, list: 5 }),
    actorId: text({ label: 'By', help: 'The id of the person', required: true, max: 64 }),
    actorName: text({ label: 'By', required: true, list: 6 }),
    at: instant({ label: 'At', required: true, list: 1 }),
  },
  unique: [['salesOrder', 'step']],
  immutable: true,
  without: ['list', 'read', 'create'],
})
