/** What other modules may use of shops. */
export { register } from './register/register.entity.ts'
export {
  findRegister,
  type RegisterForSale,
  type RegisterPlace,
  registerForSale,
  registerNameOf,
} from './register/register.queries.ts'
export { type ShopOnReceipt, shopOnReceipt } from './shop/receipt-header.queries.ts'
export { shop } from './shop/shop.entity.ts'
export { findShop, type ShopOfDocument, shopForSale, shopOfDocument, shopsAmong } from './shop/shop.queries.ts'
