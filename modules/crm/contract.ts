/** What other modules may use of customers. */
export { customer } from './customer/customer.entity.ts'
export {
  type CustomerForSale,
  type CustomerOnAccount,
  customerForSale,
  customerNameOf,
  customerNames,
  customerOnAccount,
  customersOfTickets,
} from './customer/customer.queries.ts'
export { customerAddress } from './customer-address/customer-address.entity.ts'
export { customerGroup } from './customer-group/customer-group.entity.ts'
