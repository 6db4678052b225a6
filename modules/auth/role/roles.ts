/**
 * The built-in roles and what each may do, as two tables: the rights that the requirements name, word for word, and
 * those for the resources that they leave open. Letters are rights (create, read, update, delete), the word after them
 * is the reach. What is in no table is denied.
 */
import type { Scope } from '#kernel'

/** From the widest to the narrowest. */
export const builtInRoles = ['super_admin', 'company_admin', 'shop_manager', 'shop_staff', 'customer'] as const
export type BuiltInRole = (typeof builtInRoles)[number]

/** What the role of a member with a role of the company's own making is called in tokens and actors. */
export const customRole = 'custom'

export type Letters = 'CRUD' | 'CRU' | 'CR' | 'RU' | 'R' | 'U'
/** `CRUD company` is all four rights within the company; `U` includes reading, for nobody changes what is hidden. */
export type Cell = '-' | `${Letters} ${Scope}`
type Row = readonly [Cell, Cell, Cell, Cell, Cell]

/**
 * The table of the requirements (permissions.tsv); columns as in `builtInRoles`. A cell that says only a reach reads.
 */
export const requiredRights = {
  companies: ['CRUD all', 'R company', '-', '-', '-'],
  shops: ['CRUD all', 'CRUD company', 'R shop', 'R shop', '-'],
  products: ['CRUD all', 'CRUD company', 'CRUD shop', 'U shop', 'R company'],
  orders: ['R all', 'R company', 'R shop', 'R shop', 'R own'],
  inventory: ['R all', 'CRUD company', 'U shop', 'R shop', '-'],
  users: ['CRUD all', 'CRUD company', 'R shop', '-', 'U own'],
  analytics: ['R all', 'R company', 'R shop', 'R shop', '-'],
} as const satisfies Record<string, Row>

/** The resources that the requirements do not name. Customers belong to the company, so tills reach all of them. */
export const furtherRights = {
  customers: ['R all', 'CRUD company', 'CRU company', 'CR company', 'RU own'],
  payments: ['R all', 'CRUD company', 'RU shop', 'R shop', 'R own'],
  purchases: ['R all', 'CRUD company', '-', '-', '-'],
  ledger: ['R all', 'CRUD company', '-', '-', '-'],
  audit: ['R all', 'R company', '-', '-', '-'],
  settings: ['CRUD all', 'CRUD company', 'R shop', '-', '-'],
  system: ['CRUD all', 'CRUD company', '-', '-', '-'],
  till: ['R all', 'CRUD company', 'CRU shop', 'CRU shop', '-'],
  loyalty: ['R all', 'CRUD company', 'RU company', 'R company', 'R own'],
} as const satisfies Record<string, Row>

type Reaches = Partial<Record<BuiltInRole, Scope>>

/** Actions (right `do`) count as updates, except here. Orders are read-only rows that only actions move. */
export const doing: Readonly<Record<string, Reaches>> = {
  products: { super_admin: 'all', company_admin: 'company', shop_manager: 'shop' },
  orders: { company_admin: 'company', shop_manager: 'shop' },
  analytics: { company_admin: 'company' },
  till: { super_admin: 'all', company_admin: 'company', shop_manager: 'shop' },
  loyalty: { company_admin: 'company', shop_manager: 'company' },
}

/**
 * Single permissions that differ from their resource. Cashiers sell, gift cards too, and nothing more: returns, price
 * overrides and counts need a manager. What a field of a record shows (`see`) is named here, for reading the record
 * is not enough.
 */
export const named: Readonly<Record<string, Reaches>> = {
  'sales.sale.sell': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'sales.salesOrder.create': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'sales.salesOrder.pay': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'sales.salesOrder.ship': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'sales.shipment.deliver': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  // Cashiers take payments; capturing, voiding and paying back is a manager's.
  'payments.paymentIntent.start': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'payments.paymentIntent.process': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'payments.paymentIntent.lookUp': { company_admin: 'company', shop_manager: 'shop', shop_staff: 'shop' },
  'loyalty.giftCard.lookUp': { company_admin: 'company', shop_manager: 'company', shop_staff: 'company' },
  'loyalty.giftCard.code': { company_admin: 'company', shop_manager: 'company', shop_staff: 'company' },
  'pos.saleException.resolve': { company_admin: 'company', shop_manager: 'shop' },
  'catalog.product.cost': { super_admin: 'all', company_admin: 'company', shop_manager: 'shop' },
  'crm.customer.credit': { super_admin: 'all', company_admin: 'company', shop_manager: 'company' },
  'crm.customer.note': {
    super_admin: 'all',
    company_admin: 'company',
    shop_manager: 'company',
    shop_staff: 'company',
  },
}
