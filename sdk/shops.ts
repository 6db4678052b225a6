// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** A place where the company sells, with its registers and the people who work there. */
export type ShopsShop = {
  code: string
  name: string
  address: {
    lines?: string | null
    postalCode?: string | null
  } | null
  city: string | null
  state: string | null
  country: string | null
  gstin: string | null
  lut: {
    number: string
    validFrom: string
    validTo: string
  } | null
  latitude: string | null
  longitude: string | null
  phone: string | null
  email: string | null
  timeZone: string | null
  dayStart: string
  managerId: string | null
  openingHours: {
    day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
    opens: string
    closes: string
  }[] | null
  receipt: {
    header?: string | null
    footer?: string | null
    taxNumberLabel?: string | null
    language?: 'en' | 'hi' | 'ar' | 'tr' | null
  } | null
  status: 'active' | 'inactive'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** A till of a shop; receipts are numbered per register. */
export type ShopsRegister = {
  shopId: string
  code: string
  name: string
  status: 'active' | 'inactive'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type ShopsShopField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'city' | 'state' | 'country' | 'gstin' | 'latitude' | 'longitude' | 'phone' | 'email' | 'timeZone' | 'dayStart' | 'managerId' | 'status'

export type ShopsRegisterField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'shopId' | 'code' | 'name' | 'status'

export type ShopsShopCreateBody = {
  code: string
  name: string
  address?: {
    lines?: string
    postalCode?: string
  } | null
  city?: string | null
  state?: string | null
  country?: string | null
  gstin?: string | null
  lut?: {
    number: string
    validFrom: string
    validTo: string
  } | null
  latitude?: string | null
  longitude?: string | null
  phone?: string | null
  email?: string | null
  timeZone?: string | null
  dayStart?: string
  managerId?: string | null
  openingHours?: {
    day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
    opens: string
    closes: string
  }[] | null
  receipt?: {
    header?: string
    footer?: string
    taxNumberLabel?: string
    language?: 'en' | 'hi' | 'ar' | 'tr'
  } | null
  id?: string
}

export type ShopsShopUpdateBody = {
  code?: string | null
  name?: string | null
  address?: {
    lines?: string
    postalCode?: string
  } | null
  city?: string | null
  state?: string | null
  country?: string | null
  gstin?: string | null
  lut?: {
    number: string
    validFrom: string
    validTo: string
  } | null
  latitude?: string | null
  longitude?: string | null
  phone?: string | null
  email?: string | null
  timeZone?: string | null
  dayStart?: string | null
  managerId?: string | null
  openingHours?: {
    day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
    opens: string
    closes: string
  }[] | null
  receipt?: {
    header?: string
    footer?: string
    taxNumberLabel?: string
    language?: 'en' | 'hi' | 'ar' | 'tr'
  } | null
  version?: number
}

export type ShopsShopDeleteAnswer = {
  id: string
}

export type ShopsShopCloseBody = {
  version?: number
}

export type ShopsShopReopenBody = {
  version?: number
}

export type ShopsRegisterCreateBody = {
  shopId: string
  code: string
  name: string
  id?: string
}

export type ShopsRegisterUpdateBody = {
  code?: string | null
  name?: string | null
  version?: number
}

export type ShopsRegisterDeleteAnswer = {
  id: string
}

export type ShopsRegisterCloseBody = {
  version?: number
}

export type ShopsRegisterReopenBody = {
  version?: number
}

export type ShopsShopAssignStaffBody = {
  userId: string
  role?: 'shop_manager' | 'shop_staff'
}

export type ShopsShopAssignStaffAnswer = {
  shopId?: string | null
  userId?: string | null
  role?: string | null
}

export type ShopsShopPerformanceAnswer = {
  from?: string | null
  to?: string | null
  totals?: {
    sales?: number | null
    returns?: number | null
    net?: Money | null
    tax?: Money | null
    total?: Money | null
  } | null
  before?: {
    from?: string | null
    to?: string | null
    sales?: number | null
    returns?: number | null
    net?: Money | null
    tax?: Money | null
    total?: Money | null
  } | null
  change?: {
    sales?: string | null
    net?: string | null
  } | null
  days?: {
    date?: string | null
    sales?: number | null
    returns?: number | null
    net?: Money | null
    tax?: Money | null
    total?: Money | null
  }[] | null
}

export interface ShopsRoutes {
  /** Lists shops. `shops.shop.list`, permission `shops.shop.read`. */
  'GET /shops': {
    params: never
    query: ListQuery<ShopsShopField>
    body: never
    answer: ShopsShop
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one shop. `shops.shop.read`, permission `shops.shop.read`. */
  'GET /shops/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: ShopsShop
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a shop. `shops.shop.create`, permission `shops.shop.create`. */
  'POST /shops': {
    params: never
    query: never
    body: ShopsShopCreateBody
    answer: ShopsShop
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a shop. `shops.shop.update`, permission `shops.shop.update`. */
  'PATCH /shops/:id': {
    params: { id: string }
    query: never
    body: ShopsShopUpdateBody
    answer: ShopsShop
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /shops/:id': ShopsRoutes['PATCH /shops/:id']
  /** Removes a shop that nothing refers to. `shops.shop.delete`, permission `shops.shop.delete`. */
  'DELETE /shops/:id': {
    params: { id: string }
    query: never
    body: never
    answer: ShopsShopDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Stops selling at the shop; its history stays. `shops.shop.close`, permission `shops.shop.close`. */
  'POST /shops/:id/close': {
    params: { id: string }
    query: never
    body: ShopsShopCloseBody
    answer: ShopsShop
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lets a closed shop sell again. `shops.shop.reopen`, permission `shops.shop.reopen`. */
  'POST /shops/:id/reopen': {
    params: { id: string }
    query: never
    body: ShopsShopReopenBody
    answer: ShopsShop
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists registers. `shops.register.list`, permission `shops.register.read`. */
  'GET /registers': {
    params: never
    query: ListQuery<ShopsRegisterField>
    body: never
    answer: ShopsRegister
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one register. `shops.register.read`, permission `shops.register.read`. */
  'GET /registers/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: ShopsRegister
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a register. `shops.register.create`, permission `shops.register.create`. */
  'POST /registers': {
    params: never
    query: never
    body: ShopsRegisterCreateBody
    answer: ShopsRegister
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a register. `shops.register.update`, permission `shops.register.update`. */
  'PATCH /registers/:id': {
    params: { id: string }
    query: never
    body: ShopsRegisterUpdateBody
    answer: ShopsRegister
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /registers/:id': ShopsRoutes['PATCH /registers/:id']
  /** Removes a register that nothing refers to. `shops.register.delete`, permission `shops.register.delete`. */
  'DELETE /registers/:id': {
    params: { id: string }
    query: never
    body: never
    answer: ShopsRegisterDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Takes the register out of use; its receipts stay. `shops.register.close`, permission `shops.register.close`. */
  'POST /registers/:id/close': {
    params: { id: string }
    query: never
    body: ShopsRegisterCloseBody
    answer: ShopsRegister
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Puts the register to use again. `shops.register.reopen`, permission `shops.register.reopen`. */
  'POST /registers/:id/reopen': {
    params: { id: string }
    query: never
    body: ShopsRegisterReopenBody
    answer: ShopsRegister
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Assigns a person of the company to the shop, beside the shops that they have already. `shops.shop.assignStaff`, permission `shops.shop.assignStaff`. */
  'POST /shops/:id/staff': {
    params: { id: string }
    query: never
    body: ShopsShopAssignStaffBody
    answer: ShopsShopAssignStaffAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'REFERENCE_NOT_FOUND' | 'ROLE_NOT_ASSIGNABLE'
  }
  /** Says what the shop sold on each day of a period, less returns, and how that compares with the period before. `shops.shop.performance`, permission `shops.shop.performance`. */
  'GET /shops/:id/performance': {
    params: { id: string }
    query: {
      from?: string
      to?: string
    }
    body: never
    answer: ShopsShopPerformanceAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VALIDATION_FAILED'
  }
}
