/** What other modules may use of purchasing. */
export { vendor } from './vendor/vendor.entity.ts'
export { type VendorForDocument, vendorForDocument, vendorNames } from './vendor/vendor.queries.ts'
