// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

export type CatalogUnit = {
  code: string
  name: string
  decimals: number
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogBrand = {
  name: string
  description: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogCategory = {
  name: string
  parentId: string | null
  position: number | null
  path: string[]
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogTaxCategory = {
  code: string
  name: string
  isDefault: boolean
  hsn: string | null
  supply: 'taxable' | 'nil' | 'exempt' | 'non_gst' | null
  reverseCharge: boolean | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogTaxRate = {
  taxCategoryId: string
  code: string
  label: string
  percent: string
  cess: string | null
  validFrom: string
  validTo: string | null
  source: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogProduct = {
  sku: string
  name: string
  description: string | null
  kind: 'goods' | 'service' | 'charge' | 'gift_card'
  stocked: boolean
  tracking: 'none' | 'batch' | 'serial'
  unitId: string | null
  price: Money | null
  cost?: Money | null
  taxCategoryId: string | null
  hsn: string | null
  brandId: string | null
  categoryId: string | null
  optionNames: string[] | null
  parentId: string | null
  options: Record<string, unknown> | null
  tags: string[] | null
  shopId: string | null
  status: 'active' | 'archived'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogUnitConversion = {
  productId: string | null
  unitId: string
  baseId: string
  factor: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogBarcode = {
  code: string
  productId: string
  unitId: string | null
  kind: 'ean13' | 'ean8' | 'upc' | 'code128' | 'other' | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** How much of which goods one bundle takes from stock. */
export type CatalogBundleComponent = {
  bundleId: string
  componentId: string
  quantity: string
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogPriceList = {
  name: string
  currency: string
  includesTax: boolean
  customerId: string | null
  customerGroupId: string | null
  shopId: string | null
  channel: string | null
  validFrom: string | null
  validTo: string | null
  status: 'draft' | 'active' | 'archived'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogPriceListLine = {
  listId: string
  productId: string | null
  categoryId: string | null
  unitId: string | null
  minQuantity: string | null
  price: Money
  validFrom: string | null
  validTo: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CatalogUnitField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'decimals'

export type CatalogBrandField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'description'

export type CatalogCategoryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'parentId' | 'position' | 'path'

export type CatalogTaxCategoryField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'isDefault' | 'hsn' | 'supply' | 'reverseCharge'

export type CatalogTaxRateField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'taxCategoryId' | 'code' | 'label' | 'percent' | 'cess' | 'validFrom' | 'validTo' | 'source'

export type CatalogProductField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'sku' | 'name' | 'description' | 'kind' | 'stocked' | 'tracking' | 'unitId' | 'price' | 'cost' | 'taxCategoryId' | 'hsn' | 'brandId' | 'categoryId' | 'optionNames' | 'parentId' | 'tags' | 'shopId' | 'status'

export type CatalogUnitConversionField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'productId' | 'unitId' | 'baseId' | 'factor'

export type CatalogBarcodeField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'productId' | 'unitId' | 'kind'

export type CatalogBundleComponentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'bundleId' | 'componentId' | 'quantity'

export type CatalogPriceListField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'currency' | 'includesTax' | 'customerId' | 'customerGroupId' | 'shopId' | 'channel' | 'validFrom' | 'validTo' | 'status'

export type CatalogPriceListLineField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'listId' | 'productId' | 'categoryId' | 'unitId' | 'minQuantity' | 'price' | 'validFrom' | 'validTo'

export type CatalogUnitCreateBody = {
  code: string
  name: string
  decimals?: number
  id?: string
}

export type CatalogUnitUpdateBody = {
  name?: string | null
  decimals?: number | null
  version?: number
}

export type CatalogUnitDeleteAnswer = {
  id: string
}

export type CatalogBrandCreateBody = {
  name: string
  description?: string | null
  id?: string
}

export type CatalogBrandUpdateBody = {
  name?: string | null
  description?: string | null
  version?: number
}

export type CatalogBrandDeleteAnswer = {
  id: string
}

export type CatalogCategoryCreateBody = {
  name: string
  parentId?: string | null
  position?: number | null
  id?: string
}

export type CatalogCategoryUpdateBody = {
  name?: string | null
  parentId?: string | null
  position?: number | null
  version?: number
}

export type CatalogCategoryDeleteAnswer = {
  id: string
}

export type CatalogTaxCategoryCreateBody = {
  code: string
  name: string
  isDefault?: boolean
  hsn?: string | null
  supply?: 'taxable' | 'nil' | 'exempt' | 'non_gst' | null
  reverseCharge?: boolean | null
  id?: string
}

export type CatalogTaxCategoryUpdateBody = {
  name?: string | null
  isDefault?: boolean | null
  hsn?: string | null
  supply?: 'taxable' | 'nil' | 'exempt' | 'non_gst' | null
  reverseCharge?: boolean | null
  version?: number
}

export type CatalogTaxCategoryDeleteAnswer = {
  id: string
}

export type CatalogTaxRateCreateBody = {
  taxCategoryId: string
  code: string
  label: string
  percent: string
  cess?: string | null
  validFrom: string
  validTo?: string | null
  source?: string | null
  id?: string
}

export type CatalogTaxRateUpdateBody = {
  code?: string | null
  label?: string | null
  validFrom?: string | null
  validTo?: string | null
  source?: string | null
  version?: number
}

export type CatalogTaxRateDeleteAnswer = {
  id: string
}

export type CatalogProductCreateBody = {
  sku: string
  name: string
  description?: string | null
  kind?: 'goods' | 'service' | 'charge' | 'gift_card'
  stocked?: boolean
  tracking?: 'none' | 'batch' | 'serial'
  unitId?: string | null
  price?: Money | null
  cost?: Money | null
  taxCategoryId?: string | null
  hsn?: string | null
  brandId?: string | null
  categoryId?: string | null
  optionNames?: string[] | null
  parentId?: string | null
  options?: Record<string, unknown> | null
  tags?: string[] | null
  shopId?: string | null
  id?: string
}

export type CatalogProductUpdateBody = {
  sku?: string | null
  name?: string | null
  description?: string | null
  price?: Money | null
  cost?: Money | null
  taxCategoryId?: string | null
  hsn?: string | null
  brandId?: string | null
  categoryId?: string | null
  optionNames?: string[] | null
  options?: Record<string, unknown> | null
  tags?: string[] | null
  shopId?: string | null
  version?: number
}

export type CatalogProductDeleteAnswer = {
  id: string
}

export type CatalogProductArchiveBody = {
  version?: number
}

export type CatalogProductRestoreBody = {
  version?: number
}

export type CatalogUnitConversionCreateBody = {
  productId?: string | null
  unitId: string
  baseId: string
  factor: string
  id?: string
}

export type CatalogUnitConversionUpdateBody = {
  factor?: string | null
  version?: number
}

export type CatalogUnitConversionDeleteAnswer = {
  id: string
}

export type CatalogBarcodeCreateBody = {
  code: string
  productId: string
  unitId?: string | null
  kind?: 'ean13' | 'ean8' | 'upc' | 'code128' | 'other' | null
  id?: string
}

export type CatalogBarcodeUpdateBody = {
  unitId?: string | null
  version?: number
}

export type CatalogBarcodeDeleteAnswer = {
  id: string
}

export type CatalogBundleComponentCreateBody = {
  bundleId: string
  componentId: string
  quantity: string
  id?: string
}

export type CatalogBundleComponentUpdateBody = {
  quantity?: string | null
  version?: number
}

export type CatalogBundleComponentDeleteAnswer = {
  id: string
}

export type CatalogPriceListCreateBody = {
  name: string
  currency: string
  includesTax?: boolean
  customerId?: string | null
  customerGroupId?: string | null
  shopId?: string | null
  channel?: string | null
  validFrom?: string | null
  validTo?: string | null
  id?: string
}

export type CatalogPriceListUpdateBody = {
  name?: string | null
  includesTax?: boolean | null
  customerId?: string | null
  customerGroupId?: string | null
  shopId?: string | null
  channel?: string | null
  validFrom?: string | null
  validTo?: string | null
  version?: number
}

export type CatalogPriceListDeleteAnswer = {
  id: string
}

export type CatalogPriceListActivateBody = {
  version?: number
}

export type CatalogPriceListArchiveBody = {
  version?: number
}

export type CatalogPriceListLineCreateBody = {
  listId: string
  productId?: string | null
  categoryId?: string | null
  unitId?: string | null
  minQuantity?: string | null
  price: Money
  validFrom?: string | null
  validTo?: string | null
  id?: string
}

export type CatalogPriceListLineUpdateBody = {
  productId?: string | null
  categoryId?: string | null
  unitId?: string | null
  minQuantity?: string | null
  price?: Money | null
  validFrom?: string | null
  validTo?: string | null
  version?: number
}

export type CatalogPriceListLineDeleteAnswer = {
  id: string
}

export type CatalogProductVariantsBody = {
  options: Record<string, unknown>
  skuPattern?: string
}

export type CatalogProductVariantsAnswer = {
  id: string
  sku: string
  name: string
  options: Record<string, unknown>
}

export type CatalogProductLookupAnswer = {
  productId: string
  sku: string
  name: string
  status: string
  unitId?: string | null
  by: string
}

export interface CatalogRoutes {
  /** Lists units. `catalog.unit.list`, permission `catalog.unit.read`. */
  'GET /catalog/units': {
    params: never
    query: ListQuery<CatalogUnitField>
    body: never
    answer: CatalogUnit
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one unit. `catalog.unit.read`, permission `catalog.unit.read`. */
  'GET /catalog/units/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogUnit
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a unit. `catalog.unit.create`, permission `catalog.unit.create`. */
  'POST /catalog/units': {
    params: never
    query: never
    body: CatalogUnitCreateBody
    answer: CatalogUnit
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a unit. `catalog.unit.update`, permission `catalog.unit.update`. */
  'PATCH /catalog/units/:id': {
    params: { id: string }
    query: never
    body: CatalogUnitUpdateBody
    answer: CatalogUnit
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/units/:id': CatalogRoutes['PATCH /catalog/units/:id']
  /** Removes a unit that nothing refers to. `catalog.unit.delete`, permission `catalog.unit.delete`. */
  'DELETE /catalog/units/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogUnitDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists brands. `catalog.brand.list`, permission `catalog.brand.read`. */
  'GET /catalog/brands': {
    params: never
    query: ListQuery<CatalogBrandField>
    body: never
    answer: CatalogBrand
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one brand. `catalog.brand.read`, permission `catalog.brand.read`. */
  'GET /catalog/brands/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogBrand
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a brand. `catalog.brand.create`, permission `catalog.brand.create`. */
  'POST /catalog/brands': {
    params: never
    query: never
    body: CatalogBrandCreateBody
    answer: CatalogBrand
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a brand. `catalog.brand.update`, permission `catalog.brand.update`. */
  'PATCH /catalog/brands/:id': {
    params: { id: string }
    query: never
    body: CatalogBrandUpdateBody
    answer: CatalogBrand
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/brands/:id': CatalogRoutes['PATCH /catalog/brands/:id']
  /** Removes a brand that nothing refers to. `catalog.brand.delete`, permission `catalog.brand.delete`. */
  'DELETE /catalog/brands/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogBrandDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists categories. `catalog.category.list`, permission `catalog.category.read`. */
  'GET /catalog/categories': {
    params: never
    query: ListQuery<CatalogCategoryField>
    body: never
    answer: CatalogCategory
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one category. `catalog.category.read`, permission `catalog.category.read`. */
  'GET /catalog/categories/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogCategory
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a category. `catalog.category.create`, permission `catalog.category.create`. */
  'POST /catalog/categories': {
    params: never
    query: never
    body: CatalogCategoryCreateBody
    answer: CatalogCategory
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a category. `catalog.category.update`, permission `catalog.category.update`. */
  'PATCH /catalog/categories/:id': {
    params: { id: string }
    query: never
    body: CatalogCategoryUpdateBody
    answer: CatalogCategory
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/categories/:id': CatalogRoutes['PATCH /catalog/categories/:id']
  /** Removes a category that nothing refers to. `catalog.category.delete`, permission `catalog.category.delete`. */
  'DELETE /catalog/categories/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogCategoryDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists tax categories. `catalog.taxCategory.list`, permission `catalog.taxCategory.read`. */
  'GET /catalog/tax-categories': {
    params: never
    query: ListQuery<CatalogTaxCategoryField>
    body: never
    answer: CatalogTaxCategory
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one tax category. `catalog.taxCategory.read`, permission `catalog.taxCategory.read`. */
  'GET /catalog/tax-categories/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogTaxCategory
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a tax category. `catalog.taxCategory.create`, permission `catalog.taxCategory.create`. */
  'POST /catalog/tax-categories': {
    params: never
    query: never
    body: CatalogTaxCategoryCreateBody
    answer: CatalogTaxCategory
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a tax category. `catalog.taxCategory.update`, permission `catalog.taxCategory.update`. */
  'PATCH /catalog/tax-categories/:id': {
    params: { id: string }
    query: never
    body: CatalogTaxCategoryUpdateBody
    answer: CatalogTaxCategory
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/tax-categories/:id': CatalogRoutes['PATCH /catalog/tax-categories/:id']
  /** Removes a tax category that nothing refers to. `catalog.taxCategory.delete`, permission `catalog.taxCategory.delete`. */
  'DELETE /catalog/tax-categories/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogTaxCategoryDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists tax rates. `catalog.taxRate.list`, permission `catalog.taxRate.read`. */
  'GET /catalog/tax-rates': {
    params: never
    query: ListQuery<CatalogTaxRateField>
    body: never
    answer: CatalogTaxRate
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one tax rate. `catalog.taxRate.read`, permission `catalog.taxRate.read`. */
  'GET /catalog/tax-rates/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogTaxRate
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a tax rate. `catalog.taxRate.create`, permission `catalog.taxRate.create`. */
  'POST /catalog/tax-rates': {
    params: never
    query: never
    body: CatalogTaxRateCreateBody
    answer: CatalogTaxRate
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a tax rate. `catalog.taxRate.update`, permission `catalog.taxRate.update`. */
  'PATCH /catalog/tax-rates/:id': {
    params: { id: string }
    query: never
    body: CatalogTaxRateUpdateBody
    answer: CatalogTaxRate
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/tax-rates/:id': CatalogRoutes['PATCH /catalog/tax-rates/:id']
  /** Removes a tax rate that nothing refers to. `catalog.taxRate.delete`, permission `catalog.taxRate.delete`. */
  'DELETE /catalog/tax-rates/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogTaxRateDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists products. `catalog.product.list`, permission `catalog.product.read`. */
  'GET /erp/products': {
    params: never
    query: ListQuery<CatalogProductField>
    body: never
    answer: CatalogProduct
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one product. `catalog.product.read`, permission `catalog.product.read`. */
  'GET /erp/products/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogProduct
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a product. `catalog.product.create`, permission `catalog.product.create`. */
  'POST /erp/products': {
    params: never
    query: never
    body: CatalogProductCreateBody
    answer: CatalogProduct
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a product. `catalog.product.update`, permission `catalog.product.update`. */
  'PATCH /erp/products/:id': {
    params: { id: string }
    query: never
    body: CatalogProductUpdateBody
    answer: CatalogProduct
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /erp/products/:id': CatalogRoutes['PATCH /erp/products/:id']
  /** Removes a product that nothing refers to. `catalog.product.delete`, permission `catalog.product.delete`. */
  'DELETE /erp/products/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogProductDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Takes it out of sale; history stays. `catalog.product.archive`, permission `catalog.product.archive`. */
  'POST /erp/products/:id/archive': {
    params: { id: string }
    query: never
    body: CatalogProductArchiveBody
    answer: CatalogProduct
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Makes it sellable again. `catalog.product.restore`, permission `catalog.product.restore`. */
  'POST /erp/products/:id/restore': {
    params: { id: string }
    query: never
    body: CatalogProductRestoreBody
    answer: CatalogProduct
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists unit conversions. `catalog.unitConversion.list`, permission `catalog.unitConversion.read`. */
  'GET /catalog/unit-conversions': {
    params: never
    query: ListQuery<CatalogUnitConversionField>
    body: never
    answer: CatalogUnitConversion
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one unit conversion. `catalog.unitConversion.read`, permission `catalog.unitConversion.read`. */
  'GET /catalog/unit-conversions/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogUnitConversion
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a unit conversion. `catalog.unitConversion.create`, permission `catalog.unitConversion.create`. */
  'POST /catalog/unit-conversions': {
    params: never
    query: never
    body: CatalogUnitConversionCreateBody
    answer: CatalogUnitConversion
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a unit conversion. `catalog.unitConversion.update`, permission `catalog.unitConversion.update`. */
  'PATCH /catalog/unit-conversions/:id': {
    params: { id: string }
    query: never
    body: CatalogUnitConversionUpdateBody
    answer: CatalogUnitConversion
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/unit-conversions/:id': CatalogRoutes['PATCH /catalog/unit-conversions/:id']
  /** Removes a unit conversion that nothing refers to. `catalog.unitConversion.delete`, permission `catalog.unitConversion.delete`. */
  'DELETE /catalog/unit-conversions/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogUnitConversionDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists barcodes. `catalog.barcode.list`, permission `catalog.barcode.read`. */
  'GET /catalog/barcodes': {
    params: never
    query: ListQuery<CatalogBarcodeField>
    body: never
    answer: CatalogBarcode
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one barcode. `catalog.barcode.read`, permission `catalog.barcode.read`. */
  'GET /catalog/barcodes/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogBarcode
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a barcode. `catalog.barcode.create`, permission `catalog.barcode.create`. */
  'POST /catalog/barcodes': {
    params: never
    query: never
    body: CatalogBarcodeCreateBody
    answer: CatalogBarcode
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a barcode. `catalog.barcode.update`, permission `catalog.barcode.update`. */
  'PATCH /catalog/barcodes/:id': {
    params: { id: string }
    query: never
    body: CatalogBarcodeUpdateBody
    answer: CatalogBarcode
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/barcodes/:id': CatalogRoutes['PATCH /catalog/barcodes/:id']
  /** Removes a barcode that nothing refers to. `catalog.barcode.delete`, permission `catalog.barcode.delete`. */
  'DELETE /catalog/barcodes/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogBarcodeDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists bundle components. `catalog.bundleComponent.list`, permission `catalog.bundleComponent.read`. */
  'GET /catalog/bundle-components': {
    params: never
    query: ListQuery<CatalogBundleComponentField>
    body: never
    answer: CatalogBundleComponent
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one bundle component. `catalog.bundleComponent.read`, permission `catalog.bundleComponent.read`. */
  'GET /catalog/bundle-components/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogBundleComponent
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a bundle component. `catalog.bundleComponent.create`, permission `catalog.bundleComponent.create`. */
  'POST /catalog/bundle-components': {
    params: never
    query: never
    body: CatalogBundleComponentCreateBody
    answer: CatalogBundleComponent
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a bundle component. `catalog.bundleComponent.update`, permission `catalog.bundleComponent.update`. */
  'PATCH /catalog/bundle-components/:id': {
    params: { id: string }
    query: never
    body: CatalogBundleComponentUpdateBody
    answer: CatalogBundleComponent
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/bundle-components/:id': CatalogRoutes['PATCH /catalog/bundle-components/:id']
  /** Removes a bundle component that nothing refers to. `catalog.bundleComponent.delete`, permission `catalog.bundleComponent.delete`. */
  'DELETE /catalog/bundle-components/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogBundleComponentDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists price lists. `catalog.priceList.list`, permission `catalog.priceList.read`. */
  'GET /catalog/price-lists': {
    params: never
    query: ListQuery<CatalogPriceListField>
    body: never
    answer: CatalogPriceList
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one price list. `catalog.priceList.read`, permission `catalog.priceList.read`. */
  'GET /catalog/price-lists/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogPriceList
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a price list. `catalog.priceList.create`, permission `catalog.priceList.create`. */
  'POST /catalog/price-lists': {
    params: never
    query: never
    body: CatalogPriceListCreateBody
    answer: CatalogPriceList
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a price list. `catalog.priceList.update`, permission `catalog.priceList.update`. */
  'PATCH /catalog/price-lists/:id': {
    params: { id: string }
    query: never
    body: CatalogPriceListUpdateBody
    answer: CatalogPriceList
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/price-lists/:id': CatalogRoutes['PATCH /catalog/price-lists/:id']
  /** Removes a price list that nothing refers to. `catalog.priceList.delete`, permission `catalog.priceList.delete`. */
  'DELETE /catalog/price-lists/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogPriceListDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Puts its prices in force. `catalog.priceList.activate`, permission `catalog.priceList.activate`. */
  'POST /catalog/price-lists/:id/activate': {
    params: { id: string }
    query: never
    body: CatalogPriceListActivateBody
    answer: CatalogPriceList
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Takes its prices out of force. `catalog.priceList.archive`, permission `catalog.priceList.archive`. */
  'POST /catalog/price-lists/:id/archive': {
    params: { id: string }
    query: never
    body: CatalogPriceListArchiveBody
    answer: CatalogPriceList
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists price list lines. `catalog.priceListLine.list`, permission `catalog.priceListLine.read`. */
  'GET /catalog/price-list-lines': {
    params: never
    query: ListQuery<CatalogPriceListLineField>
    body: never
    answer: CatalogPriceListLine
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one price list line. `catalog.priceListLine.read`, permission `catalog.priceListLine.read`. */
  'GET /catalog/price-list-lines/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CatalogPriceListLine
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a price list line. `catalog.priceListLine.create`, permission `catalog.priceListLine.create`. */
  'POST /catalog/price-list-lines': {
    params: never
    query: never
    body: CatalogPriceListLineCreateBody
    answer: CatalogPriceListLine
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a price list line. `catalog.priceListLine.update`, permission `catalog.priceListLine.update`. */
  'PATCH /catalog/price-list-lines/:id': {
    params: { id: string }
    query: never
    body: CatalogPriceListLineUpdateBody
    answer: CatalogPriceListLine
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /catalog/price-list-lines/:id': CatalogRoutes['PATCH /catalog/price-list-lines/:id']
  /** Removes a price list line that nothing refers to. `catalog.priceListLine.delete`, permission `catalog.priceListLine.delete`. */
  'DELETE /catalog/price-list-lines/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CatalogPriceListLineDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Makes a variant for every combination of option values, at most 200. The product is then sold by them. `catalog.product.variants`, permission `catalog.product.create`. */
  'POST /erp/products/:id/variants': {
    params: { id: string }
    query: never
    body: CatalogProductVariantsBody
    answer: CatalogProductVariantsAnswer
    isList: true
    refuses: 'NOT_FOUND' | 'FORBIDDEN' | 'VARIANT_NOT_ALLOWED' | 'ALREADY_EXISTS'
  }
  /** Finds a product by its SKU or one of its barcodes. The unit is the one that the barcode stands for. `catalog.product.lookup`, permission `catalog.product.read`. */
  'GET /catalog/lookup': {
    params: never
    query: {
      code: string
    }
    body: never
    answer: CatalogProductLookupAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
