/** Tells a checkout that is sent again from another one under the same id. */
import { createHash } from 'node:crypto'
import { compareText } from '#kernel'

/** The same for requests that say the same, whatever the order of their properties. */
export const requestHash = (request: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest('base64url')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)).map(([key, each]) => [key, sorted(each)]))
}
