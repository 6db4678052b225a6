import { defineEntity, link, quantity } from '#kernel'
import { product } from '../product/product.entity.ts'
import { guardComponent } from './bundle-component.guard.ts'

/**
 * What a bundle (a kit, a gift set) is made of. A product of kind goods that is not kept in stock itself becomes one by
 * its first component: it has a price and tax of its own, and selling it takes its components from stock.
 */
export const bundleComponent = defineEntity('bundleComponent', {
  label: 'Bundle component',
  plural: 'Bundle components',
  says: 'How much of which goods one bundle takes from stock.',
  path: '/catalog/bundle-components',
  fields: {
    bundle: link({
      label: 'Bundle',
      to: () => product,
      required: true,
      fixed: true,
      list: 1,
      help: 'Goods that are not kept in stock themselves.',
    }),
    component: link({ label: 'Component', to: () => product, required: true, fixed: true, list: 2 }),
    quantity: quantity({
      label: 'Quantity',
      required: true,
      min: '0.000001',
      list: 3,
      help: 'Of the component, in its stock unit, for one of the bundle.',
      example: '2',
    }),
  },
  unique: [['bundle', 'component']],
  checks: { of_others: 'bundle_id <> component_id' },
  guard: guardComponent,
})
