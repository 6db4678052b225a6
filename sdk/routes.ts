// Written by tools/sdk.ts from the registry.

import type { AuthRoutes } from './auth.ts'
import type { CompaniesRoutes } from './companies.ts'
import type { ShopsRoutes } from './shops.ts'
import type { CatalogRoutes } from './catalog.ts'
import type { CrmRoutes } from './crm.ts'
import type { PromotionsRoutes } from './promotions.ts'
import type { InventoryRoutes } from './inventory.ts'
import type { PaymentsRoutes } from './payments.ts'
import type { LoyaltyRoutes } from './loyalty.ts'
import type { SalesRoutes } from './sales.ts'
import type { PosRoutes } from './pos.ts'
import type { PurchasingRoutes } from './purchasing.ts'
import type { PrintingRoutes } from './printing.ts'
import type { FinanceRoutes } from './finance.ts'
import type { AnalyticsRoutes } from './analytics.ts'
import type { AuditRoutes } from './audit.ts'
import type { RealtimeRoutes } from './realtime.ts'
import type { ViewsRoutes } from './views.ts'
import type { SystemRoutes } from './system.ts'
import type { ConsoleRoutes } from './console.ts'
import type { ImportsRoutes } from './imports.ts'
import type { ImportUploaded } from './answers.ts'
import type { ListQuery } from './values.ts'

export * from './auth.ts'
export * from './companies.ts'
export * from './shops.ts'
export * from './catalog.ts'
export * from './crm.ts'
export * from './promotions.ts'
export * from './inventory.ts'
export * from './payments.ts'
export * from './loyalty.ts'
export * from './sales.ts'
export * from './pos.ts'
export * from './purchasing.ts'
export * from './printing.ts'
export * from './finance.ts'
export * from './analytics.ts'
export * from './audit.ts'
export * from './realtime.ts'
export * from './views.ts'
export * from './system.ts'
export * from './console.ts'
export * from './imports.ts'

export * from './description.ts'
export * from './answers.ts'

interface FileRoutes {
  /** Takes a CSV file as it is, and answers what it would be read as. */
  'POST /imports': {
    params: never
    query: { target: string; fileName?: string }
    body: Blob | string
    answer: ImportUploaded
    isList: false
    refuses: 'NOT_FOUND' | 'CSV_INVALID' | 'COMPANY_REQUIRED'
  }
  /** Answers the records of an entity as CSV; filter and sort are those of its list. */
  'GET /exports/:entity': {
    params: { entity: string }
    query: ListQuery<string> & { fields?: string[]; separator?: ',' | ';' | '\t' | '|'; mark?: boolean }
    body: never
    answer: Blob
    isList: false
    refuses: 'NOT_FOUND' | 'UNKNOWN_FIELD' | 'COMPANY_REQUIRED'
  }
}

export interface Routes extends AuthRoutes, CompaniesRoutes, ShopsRoutes, CatalogRoutes, CrmRoutes, PromotionsRoutes, InventoryRoutes, PaymentsRoutes, LoyaltyRoutes, SalesRoutes, PosRoutes, PurchasingRoutes, PrintingRoutes, FinanceRoutes, AnalyticsRoutes, AuditRoutes, RealtimeRoutes, ViewsRoutes, SystemRoutes, ConsoleRoutes, ImportsRoutes, FileRoutes {}

/** Codes that any route may answer. */
export type PipelineCode = 'VALIDATION_FAILED' | 'UNAUTHENTICATED' | 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'SESSION_REVOKED' | 'FORBIDDEN' | 'SCOPE_MISSING' | 'TENANT_MISMATCH' | 'RATE_LIMITED' | 'OVERLOADED' | 'DATABASE_UNAVAILABLE' | 'TIMEOUT' | 'INTERNAL' | 'FORBIDDEN_KEY' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'LOCK_TIMEOUT' | 'IDEMPOTENCY_IN_PROGRESS' | 'IDEMPOTENCY_KEY_REUSED'

/** Every code of the catalogue. */
export type RefusalCode = 'VALIDATION_FAILED' | 'UNKNOWN_FIELD' | 'CURSOR_INVALID' | 'FORBIDDEN_KEY' | 'COMPANY_REQUIRED' | 'UNAUTHENTICATED' | 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'SESSION_REVOKED' | 'FORBIDDEN' | 'TENANT_MISMATCH' | 'SCOPE_MISSING' | 'NOT_FOUND' | 'METHOD_NOT_ALLOWED' | 'REQUEST_TIMEOUT' | 'ALREADY_EXISTS' | 'IN_USE' | 'INVALID_TRANSITION' | 'IDEMPOTENCY_IN_PROGRESS' | 'LOCK_TIMEOUT' | 'VERSION_CONFLICT' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'REFERENCE_NOT_FOUND' | 'IDEMPOTENCY_KEY_REUSED' | 'CURRENCY_MISMATCH' | 'HEADERS_TOO_LARGE' | 'RATE_LIMITED' | 'INTERNAL' | 'OVERLOADED' | 'DATABASE_UNAVAILABLE' | 'TIMEOUT' | 'CREDENTIALS_INVALID' | 'PASSWORD_WRONG' | 'ACCOUNT_DISABLED' | 'COMPANY_INACTIVE' | 'MFA_REQUIRED' | 'MFA_ALREADY_ENABLED' | 'MFA_NOT_ENABLED' | 'TOKEN_REUSED' | 'TOKEN_USED' | 'INVITE_MISMATCH' | 'ROLE_NOT_ASSIGNABLE' | 'LAST_ADMIN' | 'MFA_CODE_INVALID' | 'PASSWORD_COMPROMISED' | 'PRODUCT_NOT_SELLABLE' | 'BUNDLE_NOT_ALLOWED' | 'TAX_CATEGORY_MISSING' | 'TAX_RATES_OVERLAP' | 'VARIANT_NOT_ALLOWED' | 'PRICE_MISSING' | 'COUPON_INVALID' | 'COUPON_EXHAUSTED' | 'OUT_OF_STOCK' | 'LOT_REQUIRED' | 'LOT_UNAVAILABLE' | 'LOT_MISMATCH' | 'COST_NOT_CORRECTABLE' | 'NO_SELLING_WAREHOUSE' | 'REFUND_EXCEEDS_CAPTURE' | 'CAPTURE_EXCEEDS_AUTHORISED' | 'PAYMENT_DECLINED' | 'PAYMENT_IN_PROGRESS' | 'GATEWAY_REFUSED' | 'CARD_NUMBER_REFUSED' | 'SECRET_REQUIRED' | 'REFUND_STORED_VALUE_FIRST' | 'TENDER_INSUFFICIENT' | 'TENDER_EXCEEDS_DUE' | 'GIFT_CARD_NOT_FOUND' | 'GIFT_CARD_NOT_USABLE' | 'GIFT_CARD_INSUFFICIENT' | 'GIFT_CARD_SPENT' | 'GIFT_CARD_CODE_HIDDEN' | 'STORE_CREDIT_INSUFFICIENT' | 'STORED_VALUE_NEEDS_CUSTOMER' | 'POINTS_NOT_TAKEN' | 'PRICE_OVERRIDE_FORBIDDEN' | 'CART_CLAIMED' | 'CART_FINISHED' | 'RETURN_EXCEEDS_SALE' | 'ORDER_PAYMENT_DUE' | 'ORDER_NOTHING_DUE' | 'ORDER_NOTHING_OWED' | 'EXCEEDS_OPEN' | 'SALE_OF_ORDER' | 'TAX_RATE_MISSING' | 'GST_PLACE_UNKNOWN' | 'GST_COMPOSITION_INTRA_ONLY' | 'REGISTER_SESSION_OPEN' | 'REGISTER_SESSION_CLOSED' | 'SESSION_HAS_UNSYNCED_SALES' | 'VARIANCE_REASON_REQUIRED' | 'OFFLINE_LEASE_MISSING' | 'SEQUENCE_REUSED' | 'NUMBER_MISMATCH' | 'TICKET_INVALID' | 'TENDER_NEEDS_SERVER' | 'PRINTER_NOT_ALLOWED' | 'PRINTER_IN_BROWSER' | 'PRINTER_HAS_NO_DRAWER' | 'RECEIPT_NOT_PRINTABLE' | 'ACCOUNT_NEEDED' | 'ACCOUNT_ARCHIVED' | 'CONTROL_ACCOUNT' | 'ENTRY_UNBALANCED' | 'ENTRY_OF_DOCUMENT' | 'ENTRY_REVERSED' | 'BANK_LINE_DONE' | 'BANK_LINE_OPEN' | 'NO_SUGGESTION' | 'INVOICE_POSTED' | 'INVOICE_NOT_POSTED' | 'MATCH_IMPOSSIBLE' | 'MATCH_EXCEEDS_OPEN' | 'MATCH_UNDONE' | 'PAYMENT_REVERSED' | 'REPORT_TOO_LARGE' | 'PERIOD_LOCKED' | 'VIEWS_FULL' | 'STILL_FAILING' | 'CSV_INVALID' | 'IMPORT_RUNNING' | 'IMPORT_STATE'
