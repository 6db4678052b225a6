/** Which events say that somebody's rights have changed, so that connected people are looked up at once. */
import type { LoggedEvent } from '#kernel'

const types: ReadonlySet<string> = new Set([
  'session.revoked',
  'user.updated',
  'user.password_changed',
  'api_key.revoked',
  'role.updated',
  'role.deleted',
  'company.updated',
  'company.deleted',
])

export const changesRights = ({ type }: Pick<LoggedEvent, 'type'>): boolean => types.has(type)
