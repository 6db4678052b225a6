/** What other modules may use of the catalog. */
export { barcode } from './barcode/barcode.entity.ts'
export { brand } from './brand/brand.entity.ts'
export { bundleComponent } from './bundle/bundle-component.entity.ts'
export { type BundlePart, bundleParts } from './bundle/components.queries.ts'
export { category } from './category/category.entity.ts'
export { type BookPage, type BookPrices, bookGoods, bookPrices } from './price-book/book.statement.ts'
export { goodsTouchedBy } from './price-book/touched.queries.ts'
export { priceList } from './price-list/price-list.entity.ts'
export { priceListLine } from './price-list/price-list-line.entity.ts'
export {
  type GoodsOfTicket,
  goodsOfTickets,
  type ProductForSale,
  type ProductRef,
  type ProductsForSale,
  type ProductsForSaleRequest,
  productsForSale,
} from './product/for-sale.queries.ts'
export { product } from './product/product.entity.ts'
export { type ProductForStock, type ProductLabel, productLabels, productsForStock } from './product/product.queries.ts'
export { type GoodsToPrice, goodsToPrice } from './product/to-price.queries.ts'
export { ensureStandardTaxes, ensureStandardUnits } from './standards.ts'
export { ratesOfCategories } from './tax-category/rates.queries.ts'
export { taxCategory } from './tax-category/tax-category.entity.ts'
export { taxRate } from './tax-category/tax-rate.entity.ts'
export { unit } from './unit/unit.entity.ts'
export { unitConversion } from './unit/unit-conversion.entity.ts'
