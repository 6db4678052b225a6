// Written by tools/sdk.ts from the registry.

import type { ListQuery, Money } from './values.ts'

/** A company that trades on this installation, with how it keeps its books. */
export type CompaniesCompany = {
  name: string
  slug: string | null
  legalName: string | null
  taxNumber: string | null
  gstin: string | null
  gstRegistration: 'regular' | 'composition' | null
  lut: {
    number: string
    validFrom: string
    validTo: string
  } | null
  country: string | null
  currency: string
  timeZone: string
  fiscalYearStartMonth: number
  pricesIncludeTax: boolean
  taxRounding: 'line' | 'document'
  allowNegativeStock: boolean
  costing: 'average' | 'first_in_first_out'
  email: string | null
  phone: string | null
  website: string | null
  address: {
    lines?: string | null
    city?: string | null
    state?: string | null
    postalCode?: string | null
  } | null
  settings: Record<string, unknown> | null
  status: 'active' | 'inactive'
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CompaniesDepartment = {
  code: string
  name: string
  parentId: string | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

/** When what is bought or sold on account has to be paid. */
export type CompaniesPaymentTerm = {
  code: string
  name: string
  days: number
  fromMonthEnd: boolean
  dueDay: number | null
  id: string
  version: number
  createdAt: string
  updatedAt: string
  titles?: Record<string, string>
}

export type CompaniesCompanyField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'name' | 'slug' | 'legalName' | 'taxNumber' | 'gstin' | 'gstRegistration' | 'country' | 'currency' | 'timeZone' | 'fiscalYearStartMonth' | 'pricesIncludeTax' | 'taxRounding' | 'allowNegativeStock' | 'costing' | 'email' | 'phone' | 'website' | 'status'

export type CompaniesDepartmentField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'parentId'

export type CompaniesPaymentTermField = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'code' | 'name' | 'days' | 'fromMonthEnd' | 'dueDay'

export type CompaniesCompanyUpdateBody = {
  name?: string | null
  slug?: string | null
  legalName?: string | null
  taxNumber?: string | null
  gstin?: string | null
  gstRegistration?: 'regular' | 'composition' | null
  lut?: {
    number: string
    validFrom: string
    validTo: string
  } | null
  country?: string | null
  timeZone?: string | null
  fiscalYearStartMonth?: number | null
  pricesIncludeTax?: boolean | null
  taxRounding?: 'line' | 'document' | null
  allowNegativeStock?: boolean | null
  costing?: 'average' | 'first_in_first_out' | null
  email?: string | null
  phone?: string | null
  website?: string | null
  address?: {
    lines?: string
    city?: string
    state?: string
    postalCode?: string
  } | null
  settings?: Record<string, unknown> | null
  version?: number
}

export type CompaniesCompanyRestoreBody = {
  version?: number
}

export type CompaniesDepartmentCreateBody = {
  code: string
  name: string
  parentId?: string | null
  id?: string
}

export type CompaniesDepartmentUpdateBody = {
  code?: string | null
  name?: string | null
  parentId?: string | null
  version?: number
}

export type CompaniesDepartmentDeleteAnswer = {
  id: string
}

export type CompaniesPaymentTermCreateBody = {
  code: string
  name: string
  days?: number
  fromMonthEnd?: boolean
  dueDay?: number | null
  id?: string
}

export type CompaniesPaymentTermUpdateBody = {
  code?: string | null
  name?: string | null
  days?: number | null
  fromMonthEnd?: boolean | null
  dueDay?: number | null
  version?: number
}

export type CompaniesPaymentTermDeleteAnswer = {
  id: string
}

export type CompaniesCompanyCreateBody = {
  name: string
  slug?: string
  legalName?: string
  taxNumber?: string
  gstin?: string
  gstRegistration?: 'regular' | 'composition'
  lut?: {
    number: string
    validFrom: string
    validTo: string
  }
  country?: string
  currency: string
  timeZone?: string
  fiscalYearStartMonth?: number
  pricesIncludeTax?: boolean
  taxRounding?: 'line' | 'document'
  allowNegativeStock?: boolean
  costing?: 'average' | 'first_in_first_out'
  email?: string
  phone?: string
  website?: string
  address?: {
    lines?: string
    city?: string
    state?: string
    postalCode?: string
  }
  settings?: Record<string, unknown>
  id?: string
  ownerEmail?: string
}

export type CompaniesCompanyCreateAnswer = {
  name: string
  slug?: string | null
  legalName?: string | null
  taxNumber?: string | null
  gstin?: string | null
  gstRegistration?: 'regular' | 'composition' | null
  lut?: {
    number: string
    validFrom: string
    validTo: string
  } | null
  country?: string | null
  currency: string
  timeZone?: string | null
  fiscalYearStartMonth?: number | null
  pricesIncludeTax?: boolean | null
  taxRounding?: 'line' | 'document' | null
  allowNegativeStock?: boolean | null
  costing?: 'average' | 'first_in_first_out' | null
  email?: string | null
  phone?: string | null
  website?: string | null
  address?: {
    lines?: string | null
    city?: string | null
    state?: string | null
    postalCode?: string | null
  } | null
  settings?: Record<string, unknown> | null
  status?: 'active' | 'inactive' | null
}

export type CompaniesCompanyDeleteAnswer = {
  name: string
  slug?: string | null
  legalName?: string | null
  taxNumber?: string | null
  gstin?: string | null
  gstRegistration?: 'regular' | 'composition' | null
  lut?: {
    number: string
    validFrom: string
    validTo: string
  } | null
  country?: string | null
  currency: string
  timeZone?: string | null
  fiscalYearStartMonth?: number | null
  pricesIncludeTax?: boolean | null
  taxRounding?: 'line' | 'document' | null
  allowNegativeStock?: boolean | null
  costing?: 'average' | 'first_in_first_out' | null
  email?: string | null
  phone?: string | null
  website?: string | null
  address?: {
    lines?: string | null
    city?: string | null
    state?: string | null
    postalCode?: string | null
  } | null
  settings?: Record<string, unknown> | null
  status?: 'active' | 'inactive' | null
}

export type CompaniesCompanySettingsBody = {
  timeZone?: string
  fiscalYearStartMonth?: number
  pricesIncludeTax?: boolean
  taxRounding?: 'line' | 'document'
  allowNegativeStock?: boolean
  costing?: 'average' | 'first_in_first_out'
  gstin?: string
  gstRegistration?: 'regular' | 'composition'
  lut?: {
    number: string
    validFrom: string
    validTo: string
  }
  settings?: Record<string, unknown>
}

export type CompaniesCompanySettingsAnswer = {
  name: string
  slug?: string | null
  legalName?: string | null
  taxNumber?: string | null
  gstin?: string | null
  gstRegistration?: 'regular' | 'composition' | null
  lut?: {
    number: string
    validFrom: string
    validTo: string
  } | null
  country?: string | null
  currency: string
  timeZone?: string | null
  fiscalYearStartMonth?: number | null
  pricesIncludeTax?: boolean | null
  taxRounding?: 'line' | 'document' | null
  allowNegativeStock?: boolean | null
  costing?: 'average' | 'first_in_first_out' | null
  email?: string | null
  phone?: string | null
  website?: string | null
  address?: {
    lines?: string | null
    city?: string | null
    state?: string | null
    postalCode?: string | null
  } | null
  settings?: Record<string, unknown> | null
  status?: 'active' | 'inactive' | null
}

export type CompaniesCompanyStatsAnswer = {
  counts?: {
    shops?: number | null
    products?: number | null
    users?: number | null
    customers?: number | null
    sales?: number | null
  } | null
  date?: string | null
  today?: {
    sales?: number | null
    returns?: number | null
    revenue?: Money | null
  } | null
  month?: {
    sales?: number | null
    returns?: number | null
    revenue?: Money | null
  } | null
}

export interface CompaniesRoutes {
  /** Lists companies. `companies.company.list`, permission `companies.company.read`. */
  'GET /companies': {
    params: never
    query: ListQuery<CompaniesCompanyField>
    body: never
    answer: CompaniesCompany
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one company. `companies.company.read`, permission `companies.company.read`. */
  'GET /companies/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CompaniesCompany
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Changes the named fields of a company. `companies.company.update`, permission `companies.company.update`. */
  'PATCH /companies/:id': {
    params: { id: string }
    query: never
    body: CompaniesCompanyUpdateBody
    answer: CompaniesCompany
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /companies/:id': CompaniesRoutes['PATCH /companies/:id']
  /** Lets the people of a deactivated company sign in and trade again. `companies.company.restore`, permission `companies.company.restore`. */
  'POST /companies/:id/restore': {
    params: { id: string }
    query: never
    body: CompaniesCompanyRestoreBody
    answer: CompaniesCompany
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INVALID_TRANSITION'
  }
  /** Lists departments. `companies.department.list`, permission `companies.department.read`. */
  'GET /departments': {
    params: never
    query: ListQuery<CompaniesDepartmentField>
    body: never
    answer: CompaniesDepartment
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one department. `companies.department.read`, permission `companies.department.read`. */
  'GET /departments/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CompaniesDepartment
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a department. `companies.department.create`, permission `companies.department.create`. */
  'POST /departments': {
    params: never
    query: never
    body: CompaniesDepartmentCreateBody
    answer: CompaniesDepartment
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a department. `companies.department.update`, permission `companies.department.update`. */
  'PATCH /departments/:id': {
    params: { id: string }
    query: never
    body: CompaniesDepartmentUpdateBody
    answer: CompaniesDepartment
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /departments/:id': CompaniesRoutes['PATCH /departments/:id']
  /** Removes a department that nothing refers to. `companies.department.delete`, permission `companies.department.delete`. */
  'DELETE /departments/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CompaniesDepartmentDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Lists payment terms. `companies.paymentTerm.list`, permission `companies.paymentTerm.read`. */
  'GET /payment-terms': {
    params: never
    query: ListQuery<CompaniesPaymentTermField>
    body: never
    answer: CompaniesPaymentTerm
    isList: true
    refuses: 'UNKNOWN_FIELD' | 'CURSOR_INVALID'
  }
  /** Reads one payment term. `companies.paymentTerm.read`, permission `companies.paymentTerm.read`. */
  'GET /payment-terms/:id': {
    params: { id: string }
    query: {
      include?: 'titles'
    }
    body: never
    answer: CompaniesPaymentTerm
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Creates a payment term. `companies.paymentTerm.create`, permission `companies.paymentTerm.create`. */
  'POST /payment-terms': {
    params: never
    query: never
    body: CompaniesPaymentTermCreateBody
    answer: CompaniesPaymentTerm
    isList: false
    refuses: 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  /** Changes the named fields of a payment term. `companies.paymentTerm.update`, permission `companies.paymentTerm.update`. */
  'PATCH /payment-terms/:id': {
    params: { id: string }
    query: never
    body: CompaniesPaymentTermUpdateBody
    answer: CompaniesPaymentTerm
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'ALREADY_EXISTS' | 'REFERENCE_NOT_FOUND'
  }
  'PUT /payment-terms/:id': CompaniesRoutes['PATCH /payment-terms/:id']
  /** Removes a payment term that nothing refers to. `companies.paymentTerm.delete`, permission `companies.paymentTerm.delete`. */
  'DELETE /payment-terms/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CompaniesPaymentTermDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'VERSION_CONFLICT' | 'IN_USE'
  }
  /** Creates a company and invites its owner, if one is named. All other people come by invitation as well. `companies.company.create`, permission `companies.company.create`. */
  'POST /companies': {
    params: never
    query: never
    body: CompaniesCompanyCreateBody
    answer: CompaniesCompanyCreateAnswer
    isList: false
    refuses: 'ALREADY_EXISTS'
  }
  /** Deactivates a company: its people can no longer sign in. Nothing is removed, and it can be restored. `companies.company.delete`, permission `companies.company.delete`. */
  'DELETE /companies/:id': {
    params: { id: string }
    query: never
    body: never
    answer: CompaniesCompanyDeleteAnswer
    isList: false
    refuses: 'NOT_FOUND' | 'INVALID_TRANSITION'
  }
  /** Changes the named settings of a company: time zone, fiscal year, prices, tax, stock, and free values. `companies.company.settings`, permission `companies.company.settings`. */
  'PATCH /companies/:id/settings': {
    params: { id: string }
    query: never
    body: CompaniesCompanySettingsBody
    answer: CompaniesCompanySettingsAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
  /** Says how many shops, products, people and customers a company has, and what it sold today and this month. `companies.company.stats`, permission `companies.company.stats`. */
  'GET /companies/:id/stats': {
    params: { id: string }
    query: never
    body: never
    answer: CompaniesCompanyStatsAnswer
    isList: false
    refuses: 'NOT_FOUND'
  }
}
