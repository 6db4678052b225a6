/**
 * A refusal is the expected answer "no": it has a code of the catalogue, an HTTP status and details that name the
 * field and the fix. Rules return or throw refusals; the execution pipeline turns either into the answer.
 * Anything else that is thrown is a fault of ours and answers 500.
 */

/** One line of a refusal: which field (a path such as `lines.0.quantity`) and what to do about it. */
export type RefusalDetail = { field?: string; message: string; [extra: string]: unknown }

/** What the catalogue knows of a code. `says` is the sentence that a person reads. */
export type RefusalKind = { status: number; says: string }

export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly details: RefusalDetail[]
  /** Seconds after which the same call may succeed; sent as `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(code: string, kind: RefusalKind, details: RefusalDetail[] = [], retryAfter?: number) {
    super(kind.says)
    this.name = 'Refusal'
    this.code = code
    this.status = kind.status
    this.details = details
    this.retryAfter = retryAfter
  }
}

/**
 * A no whose writes stay: a replayed token is refused and its session ends. A run returns it; a thrown or returned
 * Refusal undoes everything.
 */
export class LastingRefusal {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    this.refusal = refusal
  }
}

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal

/** A set of codes with the function that makes refusals of them. A module lists its set in its manifest. */
export type Refusals<C extends string = string> = {
  kinds: Readonly<Record<C, RefusalKind>>
  refuse: (code: C, details?: RefusalDetail[] | string, retryAfter?: number) => Refusal
}

/** Declares a module's refusal codes. `refuse('X', 'text')` is short for one detail without a field. */
export function defineRefusals<C extends string>(kinds: Record<C, RefusalKind>): Refusals<C> {
  return {
    kinds,
    refuse: (code, details = [], retryAfter) =>
      new Refusal(code, kinds[code], typeof details === 'string' ? [{ message: details }] : details, retryAfter),
  }
}

/** The codes that any route may answer, whatever module it belongs to. */
export const coreRefusals = defineRefusals({
  VALIDATION_FAILED: { status: 400, says: 'The request is not valid. The details name each field and what to change.' },
  UNKNOWN_FIELD: { status: 400, says: 'A field in sort, filter or fields does not exist or may not be used.' },
  CURSOR_INVALID: { status: 400, says: 'The cursor was not issued for this list. Start from the first page.' },
  FORBIDDEN_KEY: { status: 400, says: 'The request contains a property name that is never allowed.' },
  COMPANY_REQUIRED: { status: 400, says: 'Say which company you act for with the X-Company-Id header.' },
  UNAUTHENTICATED: { status: 401, says: 'Sign in, or send an API key.' },
  TOKEN_INVALID: { status: 401, says: 'The access token is not valid. Sign in again.' },
  TOKEN_EXPIRED: { status: 401, says: 'The access token has expired. Refresh it.' },
  SESSION_REVOKED: { status: 401, says: 'This session has ended. Sign in again.' },
  FORBIDDEN: { status: 403, says: 'You do not have the permission for this.' },
  TENANT_MISMATCH: { status: 403, says: 'You cannot act for that company.' },
  SCOPE_MISSING: { status: 403, says: 'The API key does not carry the scope for this.' },
  NOT_FOUND: { status: 404, says: 'There is no such record.' },
  METHOD_NOT_ALLOWED: { status: 405, says: 'This address does not answer that method.' },
  REQUEST_TIMEOUT: { status: 408, says: 'The request did not arrive completely in time.' },
  ALREADY_EXISTS: { status: 409, says: 'A record with this value exists already.' },
  IN_USE: { status: 409, says: 'Other records refer to this one. Archive it instead, or remove them first.' },
  INVALID_TRANSITION: { status: 409, says: 'The record is not in a state from which this can be done.' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, says: 'A call with this Idempotency-Key is running. Ask again shortly.' },
  LOCK_TIMEOUT: { status: 409, says: 'Somebody else is changing the same records. Try again.' },
  VERSION_CONFLICT: { status: 412, says: 'The record has changed since you read it. Read it again.' },
  PAYLOAD_TOO_LARGE: { status: 413, says: 'The request body is larger than this route accepts.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, says: 'Send the body as application/json.' },
  REFERENCE_NOT_FOUND: { status: 422, says: 'A record that the request refers to does not exist.' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, says: 'This Idempotency-Key was used for another request.' },
  CURRENCY_MISMATCH: { status: 422, says: 'The amount is in another currency than the document.' },
  HEADERS_TOO_LARGE: { status: 431, says: 'The headers of the request are longer than 16 KB.' },
  RATE_LIMITED: { status: 429, says: 'Too many requests. Wait and try again.' },
  INTERNAL: { status: 500, says: 'Something went wrong on our side. The request id finds it in the log.' },
  OVERLOADED: { status: 503, says: 'The server is busy. Try again shortly.' },
  DATABASE_UNAVAILABLE: { status: 503, says: 'The database cannot be reached. Try again shortly.' },
  TIMEOUT: { status: 503, says: 'This took longer than allowed and was undone.' },
})

/** Makes a refusal of the core catalogue. */
export const refuse = coreRefusals.refuse
export type CoreCode = keyof typeof coreRefusals.kinds
