import { priceRefusals } from '#engines/price'
import { defineModule } from '#kernel'
import { barcode } from './barcode/barcode.entity.ts'
import { brand } from './brand/brand.entity.ts'
import { bundleComponent } from './bundle/bundle-component.entity.ts'
import { category } from './category/category.entity.ts'
import { categoryPaths } from './category/category.equation.ts'
import { makeStandards } from './listeners/make-standards.ts'
import { priceList } from './price-list/price-list.entity.ts'
import { priceListLine } from './price-list/price-list-line.entity.ts'
import { lookup } from './product/lookup.actions.ts'
import { product } from './product/product.entity.ts'
import { makeVariants } from './product/variants.actions.ts'
import { catalogRefusals } from './refusals.ts'
import { taxCategory } from './tax-category/tax-category.entity.ts'
import { taxRate } from './tax-category/tax-rate.entity.ts'
import { unit } from './unit/unit.entity.ts'
import { unitConversion } from './unit/unit-conversion.entity.ts'

export const catalog = defineModule({
  name: 'catalog',
  says: 'What the company sells: products with variants, units, barcodes, categories, price lists and tax rates.',
  uses: ['companies', 'shops'],
  resource: 'products',
  entities: [
    unit,
    brand,
    category,
    taxCategory,
    taxRate,
    product,
    unitConversion,
    barcode,
    bundleComponent,
    priceList,
    priceListLine,
  ],
  actions: [makeVariants, lookup],
  listeners: [makeStandards],
  refusals: [catalogRefusals, priceRefusals],
  equations: [categoryPaths],
  permissions: {
    'catalog.product.cost': { label: 'See costs', resource: 'products', right: 'read' },
  },
})
