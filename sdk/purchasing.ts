// Written by tools/sdk.ts from the registry.

import type { ListQuery } from './values.ts'

/** A person or firm that the company buys from. */
export type PurchasingVendor = {
  code: string | null
  name: string
  email: string | null
  phone: string | null
  taxNumber: string | null
  country: string | null
  paymentTermId: string | null
  note: string | null
  status: 'active' | 'inactive'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type PurchasingVendorField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'email' | 'phone' | 'taxNumber' | 'country' | 'paymentTermId' | 'note' | 'status'

export type PurchasingVendorCreateBody = {
  code?: string | null
  name: string
  email?: string | null
  phone?: string | null
  taxNumber?: string | null
  country?: string | null
  paymentTermId?: string | null
  note?: string | null
  id?: string
}

export type PurchasingVendorUpdateBody = {
  code?: string | null
  name?: string | null
  email?: string | null
  phone?: string | null
  taxNumber?: string | null
  country?: string | null
  paymentTermId?: string | null
  note?: string | null
  version?: number
}

export type PurchasingVendorDeleteAnswer = {
  id: string
}

export type PurchasingVendorDeactivateBody = {
  version?: number
}

export type PurchasingVendorActivateBody = {
  version?: number
}

export interface PurchasingRoutes {
  /** Lists vendors. `purchasing.vendor.list`, permission `purchasing.vendor.read`. */
  'GET /purchase/vendors': {
    params: never
    query: ListQuery<PurchasingVendorField>
    body: never
    answer: PurchasingVendor
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one vendor. `purchasing.vendor.read`, permission `purchasing.vendor.read`. */
  'GET /purchase/vendors/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: PurchasingVendor
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a vendor. `purchasing.vendor.create`, permission `purchasing.vendor.create`. */
  'POST /purchase/vendors': {
    params: never
    query: never
    body: PurchasingVendorCreateBody
    answer: PurchasingVendor
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a vendor. `purchasing.vendor.update`, permission `purchasing.vendor.update`. */
  'PATCH /purchase/vendors/:id': {
    params: { id: string }
    query: never
    body: PurchasingVendorUpdateBody
    answer: PurchasingVendor
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /purchase/vendors/:id': PurchasingRoutes['PATCH /purchase/vendors/:id']
  /** Removes a vendor that nothing refers to. `purchasing.vendor.delete`, permission `purchasing.vendor.delete`. */
  'DELETE /purchase/vendors/:id': {
    params: { id: string }
    query: never
    body: never
    answer: PurchasingVendorDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Stops buying from the vendor; their history stays. `purchasing.vendor.deactivate`, permission `purchasing.vendor.deactivate`. */
  'POST /purchase/vendors/:id/deactivate': {
    params: { id: string }
    query: never
    body: PurchasingVendorDeactivateBody
    answer: PurchasingVendor
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lets documents name the vendor again. `purchasing.vendor.activate`, permission `purchasing.vendor.activate`. */
  'POST /purchase/vendors/:id/activate': {
    params: { id: string }
    query: never
    body: PurchasingVendorActivateBody
    answer: PurchasingVendor
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
}
