import { choice, code, defineEntity, link } from '#kernel'
import { product } from '../product/product.entity.ts'
import { unit } from '../unit/unit.entity.ts'
import { guardBarcode } from './barcode.guard.ts'
import { barcodeKinds } from './barcode.rules.ts'

/** What a scanner reads. A product has any number of them, such as one on the piece and one on the box. */
export const barcode = defineEntity('barcode', {
  label: 'Barcode',
  plural: 'Barcodes',
  fields: {
    code: code({
      label: 'Code',
      required: true,
      unique: true,
      fixed: true,
      search: true,
      list: 1,
      example: '4006381333931',
    }),
    product: link({ label: 'Product', to: () => product, required: true, fixed: true, list: 2 }),
    unit: link({ label: 'Unit', to: () => unit, list: 3, help: 'What one scan sells. Empty: the stock unit.' }),
    kind: choice(barcodeKinds, { label: 'Kind', fixed: true, list: 4, help: 'Told from the code when left out.' }),
  },
  csv: { key: 'code' },
  guard: guardBarcode,
})
