import { code, defineEntity, link, state, text } from '#kernel'
import { shop } from '../shop/shop.entity.ts'

/** A till of a shop. It numbers its receipts by itself, so its shop never changes. */
export const register = defineEntity('register', {
  label: 'Register',
  plural: 'Registers',
  says: 'A till of a shop; receipts are numbered per register.',
  path: '/registers',
  shop: 'shop',
  fields: {
    shop: link({ label: 'Shop', required: true, fixed: true, list: 3, to: () => shop }),
    code: code({ label: 'Code', required: true, unique: true, max: 20, search: true, list: 1, example: 'LON-1' }),
    name: text({ label: 'Name', required: true, max: 120, search: true, list: 2, example: 'Front counter' }),
    status: state(['active', 'inactive'], { label: 'Status', list: 4 }),
  },
  transitions: {
    close: { from: 'active', to: 'inactive', says: 'Takes the register out of use; its receipts stay.' },
    reopen: { from: 'inactive', to: 'active', says: 'Puts the register to use again.' },
  },
  csv: { key: 'code' },
})
