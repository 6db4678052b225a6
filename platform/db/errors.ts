/** What PostgreSQL's own errors mean to a caller. Constraint names and columns become field names; SQL never leaks. */
import { isRefusal, type RefusalDetail, refuse } from '#kernel'

type DatabaseError = { code?: string; detail?: string; constraint_name?: string; table_name?: string; message?: string }

const unavailable = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08003',
  '25P03',
])

/** Deadlocks and serialization failures: the whole transaction may be run again. */
export const isRetryable = (error: unknown): boolean => {
  const code = (error as DatabaseError).code
  return code === '40001' || code === '40P01'
}

/** The transaction had failed before this statement. */
export const isAfterFailure = (error: unknown): boolean => (error as DatabaseError | undefined)?.code === '25P02'

/** The refusal that a database error stands for, or the error itself where it is a fault of ours. */
export function asRefusal(error: unknown): unknown {
  if (isRefusal(error)) return error
  const { code, detail, constraint_name: constraint } = error as DatabaseError
  if (!code) return error
  if (unavailable.has(code)) return refuse('DATABASE_UNAVAILABLE', [], 1)
  switch (code) {
    case '23505':
      return refuse('ALREADY_EXISTS', fieldsOf(error as DatabaseError, 'is taken; choose another value'))
    case '23503':
      return detail?.includes('still referenced')
        ? refuse('IN_USE')
        : refuse('REFERENCE_NOT_FOUND', fieldsOf(error as DatabaseError, 'does not exist'))
    case '23514':
      return refuse('VALIDATION_FAILED', `The rule ${constraint ?? 'of the table'} does not hold.`)
    case '23502':
      return refuse('VALIDATION_FAILED', 'A required value is missing.')
    case '22003':
      return refuse('VALIDATION_FAILED', 'A number is too large.')
    case '55P03':
      return refuse('LOCK_TIMEOUT', [], 1)
    case '57014':
      return refuse('TIMEOUT', [], 1)
    case '40001':
    case '40P01':
      return refuse('LOCK_TIMEOUT', [], 1)
    default:
      return error
  }
}

/**
 * Which fields a violated key is about. Row security keeps PostgreSQL from saying so in the detail, but names are made
 * by one rule (surfaces/tables): `product_brand_id_fkey` of the table `product` is about `brandId`. Columns of a key of
 * several are told apart behind each `_id`; a name that was cut says nothing.
 */
function fieldsOf(
  { table_name: table = '', constraint_name: key = '' }: DatabaseError,
  message: string,
): RefusalDetail[] {
  const columns = key.startsWith(`${table}_`) ? key.slice(table.length + 1).replace(/_f?key$/, '') : ''
  if (columns === '' || /_[0-9a-f]{8}$/.test(columns)) return []
  return columns.split(/(?<=_id)_/).map((column) => ({ field: camel(column), message }))
}

const camel = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
