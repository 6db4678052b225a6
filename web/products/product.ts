/** A product as its page knows it. */
import type { CatalogProduct } from '#sdk/catalog'

export type Product = Pick<
  CatalogProduct,
  'id' | 'sku' | 'name' | 'stocked' | 'unitId' | 'price' | 'optionNames' | 'parentId' | 'status' | 'shopId'
>
