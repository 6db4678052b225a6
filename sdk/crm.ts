// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** Customers who are treated alike, above all in prices. */
export type CrmCustomerGroup = {
  code: string
  name: string
  description: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A person or firm that buys. */
export type CrmCustomer = {
  code: string | null
  name: string
  email: string | null
  phone: string | null
  groupId: string | null
  taxNumber: string | null
  gstin: string | null
  gstKind: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin' | null
  gstState: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '24' | '25' | '26' | '27' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '36' | '37' | '38' | '97' | '96' | null
  country: string | null
  creditLimit?: Money | null
  paymentTermId?: string | null
  note?: string | null
  status: 'active' | 'inactive'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** Where bills or goods for a customer go. */
export type CrmCustomerAddress = {
  customerId: string
  kind: 'billing' | 'shipping'
  name: string | null
  lines: string
  city: string
  state: string | null
  postalCode: string | null
  country: string
  phone: string | null
  isDefault: boolean
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CrmCustomerGroupField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'description'

export type CrmCustomerField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'email' | 'phone' | 'groupId' | 'taxNumber' | 'gstin' | 'gstKind' | 'gstState' | 'country' | 'creditLimit' | 'paymentTermId' | 'note' | 'status'

export type CrmCustomerAddressField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'customerId' | 'kind' | 'name' | 'lines' | 'city' | 'state' | 'postalCode' | 'country' | 'phone' | 'isDefault'

export type CrmCustomerGroupCreateBody = {
  code: string
  name: string
  description?: string | null
  id?: string
}

export type CrmCustomerGroupUpdateBody = {
  code?: string | null
  name?: string | null
  description?: string | null
  version?: number
}

export type CrmCustomerGroupDeleteAnswer = {
  id: string
}

export type CrmCustomerCreateBody = {
  code?: string | null
  name: string
  email?: string | null
  phone?: string | null
  groupId?: string | null
  taxNumber?: string | null
  gstin?: string | null
  gstKind?: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin' | null
  gstState?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '24' | '25' | '26' | '27' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '36' | '37' | '38' | '97' | '96' | null
  country?: string | null
  creditLimit?: Money | null
  paymentTermId?: string | null
  note?: string | null
  id?: string
}

export type CrmCustomerUpdateBody = {
  code?: string | null
  name?: string | null
  email?: string | null
  phone?: string | null
  groupId?: string | null
  taxNumber?: string | null
  gstin?: string | null
  gstKind?: 'unregistered' | 'regular' | 'composition' | 'sez' | 'uin' | null
  gstState?: '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16' | '17' | '18' | '19' | '20' | '21' | '22' | '23' | '24' | '25' | '26' | '27' | '29' | '30' | '31' | '32' | '33' | '34' | '35' | '36' | '37' | '38' | '97' | '96' | null
  country?: string | null
  creditLimit?: Money | null
  paymentTermId?: string | null
  note?: string | null
  version?: number
}

export type CrmCustomerDeleteAnswer = {
  id: string
}

export type CrmCustomerDeactivateBody = {
  version?: number
}

export type CrmCustomerActivateBody = {
  version?: number
}

export type CrmCustomerAddressCreateBody = {
  customerId: string
  kind: 'billing' | 'shipping'
  name?: string | null
  lines: string
  city: string
  state?: string | null
  postalCode?: string | null
  country: string
  phone?: string | null
  isDefault?: boolean
  id?: string
}

export type CrmCustomerAddressUpdateBody = {
  name?: string | null
  lines?: string | null
  city?: string | null
  state?: string | null
  postalCode?: string | null
  country?: string | null
  phone?: string | null
  isDefault?: boolean | null
  version?: number
}

export type CrmCustomerAddressDeleteAnswer = {
  id: string
}

export interface CrmRoutes {
  /** Lists customer groups. `crm.customerGroup.list`, permission `crm.customerGroup.read`. */
  'GET /erp/customer-groups': {
    params: never
    query: ListQuery<CrmCustomerGroupField>
    body: never
    answer: CrmCustomerGroup
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  'GET /crm/customer-groups': CrmRoutes['GET /erp/customer-groups']
  /** Reads one customer group. `crm.customerGroup.read`, permission `crm.customerGroup.read`. */
  'GET /erp/customer-groups/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CrmCustomerGroup
    isList: false
    refuses: 'NOT_FOUND'
  }
  'GET /crm/customer-groups/:id': CrmRoutes['GET /erp/customer-groups/:id']
  /** Creates a customer group. `crm.customerGroup.create`, permission `crm.customerGroup.create`. */
  'POST /erp/customer-groups': {
    params: never
    query: never
    body: CrmCustomerGroupCreateBody
    answer: CrmCustomerGroup
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'POST /crm/customer-groups': CrmRoutes['POST /erp/customer-groups']
  /** Changes the named fields of a customer group. `crm.customerGroup.update`, permission `crm.customerGroup.update`. */
  'PATCH /erp/customer-groups/:id': {
    params: { id: string }
    query: never
    body: CrmCustomerGroupUpdateBody
    answer: CrmCustomerGroup
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /erp/customer-groups/:id': CrmRoutes['PATCH /erp/customer-groups/:id']
  'PATCH /crm/customer-groups/:id': CrmRoutes['PATCH /erp/customer-groups/:id']
  'PUT /crm/customer-groups/:id': CrmRoutes['PATCH /erp/customer-groups/:id']
  /** Removes a customer group that nothing refers to. `crm.customerGroup.delete`, permission `crm.customerGroup.delete`. */
  'DELETE /erp/customer-groups/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CrmCustomerGroupDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  'DELETE /crm/customer-groups/:id': CrmRoutes['DELETE /erp/customer-groups/:id']
  /** Lists customers. `crm.customer.list`, permission `crm.customer.read`. */
  'GET /erp/customers': {
    params: never
    query: ListQuery<CrmCustomerField>
    body: never
    answer: CrmCustomer
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  'GET /crm/customers': CrmRoutes['GET /erp/customers']
  /** Reads one customer. `crm.customer.read`, permission `crm.customer.read`. */
  'GET /erp/customers/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CrmCustomer
    isList: false
    refuses: 'NOT_FOUND'
  }
  'GET /crm/customers/:id': CrmRoutes['GET /erp/customers/:id']
  /** Creates a customer. `crm.customer.create`, permission `crm.customer.create`. */
  'POST /erp/customers': {
    params: never
    query: never
    body: CrmCustomerCreateBody
    answer: CrmCustomer
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'POST /crm/customers': CrmRoutes['POST /erp/customers']
  /** Changes the named fields of a customer. `crm.customer.update`, permission `crm.customer.update`. */
  'PATCH /erp/customers/:id': {
    params: { id: string }
    query: never
    body: CrmCustomerUpdateBody
    answer: CrmCustomer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /erp/customers/:id': CrmRoutes['PATCH /erp/customers/:id']
  'PATCH /crm/customers/:id': CrmRoutes['PATCH /erp/customers/:id']
  'PUT /crm/customers/:id': CrmRoutes['PATCH /erp/customers/:id']
  /** Removes a customer that nothing refers to. `crm.customer.delete`, permission `crm.customer.delete`. */
  'DELETE /erp/customers/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CrmCustomerDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  'DELETE /crm/customers/:id': CrmRoutes['DELETE /erp/customers/:id']
  /** Stops selling to the customer; their history stays. `crm.customer.deactivate`, permission `crm.customer.deactivate`. */
  'POST /erp/customers/:id/deactivate': {
    params: { id: string }
    query: never
    body: CrmCustomerDeactivateBody
    answer: CrmCustomer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  'POST /crm/customers/:id/deactivate': CrmRoutes['POST /erp/customers/:id/deactivate']
  /** Lets the customer buy again. `crm.customer.activate`, permission `crm.customer.activate`. */
  'POST /erp/customers/:id/activate': {
    params: { id: string }
    query: never
    body: CrmCustomerActivateBody
    answer: CrmCustomer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  'POST /crm/customers/:id/activate': CrmRoutes['POST /erp/customers/:id/activate']
  /** Lists customer addresses. `crm.customerAddress.list`, permission `crm.customerAddress.read`. */
  'GET /erp/customer-addresses': {
    params: never
    query: ListQuery<CrmCustomerAddressField>
    body: never
    answer: CrmCustomerAddress
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  'GET /crm/customer-addresses': CrmRoutes['GET /erp/customer-addresses']
  /** Reads one customer address. `crm.customerAddress.read`, permission `crm.customerAddress.read`. */
  'GET /erp/customer-addresses/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CrmCustomerAddress
    isList: false
    refuses: 'NOT_FOUND'
  }
  'GET /crm/customer-addresses/:id': CrmRoutes['GET /erp/customer-addresses/:id']
  /** Creates a customer address. `crm.customerAddress.create`, permission `crm.customerAddress.create`. */
  'POST /erp/customer-addresses': {
    params: never
    query: never
    body: CrmCustomerAddressCreateBody
    answer: CrmCustomerAddress
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'POST /crm/customer-addresses': CrmRoutes['POST /erp/customer-addresses']
  /** Changes the named fields of a customer address. `crm.customerAddress.update`, permission `crm.customerAddress.update`. */
  'PATCH /erp/customer-addresses/:id': {
    params: { id: string }
    query: never
    body: CrmCustomerAddressUpdateBody
    answer: CrmCustomerAddress
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /erp/customer-addresses/:id': CrmRoutes['PATCH /erp/customer-addresses/:id']
  'PATCH /crm/customer-addresses/:id': CrmRoutes['PATCH /erp/customer-addresses/:id']
  'PUT /crm/customer-addresses/:id': CrmRoutes['PATCH /erp/customer-addresses/:id']
  /** Removes a customer address that nothing refers to. `crm.customerAddress.delete`, permission `crm.customerAddress.delete`. */
  'DELETE /erp/customer-addresses/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CrmCustomerAddressDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  'DELETE /crm/customer-addresses/:id': CrmRoutes['DELETE /erp/customer-addresses/:id']
}
