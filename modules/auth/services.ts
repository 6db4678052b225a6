/**
 * What auth works with, made once by each process that serves or works, and reached with `context.use(authServices)`.
 */
import type postgres from 'postgres'
import { defineService, type Registry, type Sql } from '#kernel'
import type { App } from '#platform/execution'
import type { AccessTokens, PasswordSettings, Passwords, SecretBox } from '#platform/identity'
import type { Mailer } from '#platform/mail'
import type { Post } from './mail/post.ts'
import type { KnownActors } from './session/known-actors.ts'

/** What auth asks about companies and shops, which it does not own; given by the composition from their contracts. */
export type Directory = {
  /** The active company with this id or slug. */
  company: (sql: Sql, by: { id: string } | { slug: string }) => Promise<{ id: string; name: string } | undefined>
  /** Those of the ids that are active companies, with their names. */
  companies: (sql: Sql, ids: readonly string[]) => Promise<{ id: string; name: string }[]>
  /** Those of the ids that are shops of the company. */
  shops: (sql: Sql, companyId: string, ids: readonly string[]) => Promise<string[]>
}

/** `publicUrl`: where people reach the web pages; links in mails begin with it, never with a Host header. */
export type AuthIngredients = {
  app: Pick<App, 'db' | 'registry' | 'clock' | 'newId' | 'log' | 'eventsAppended'>
  mailer: Mailer
  secrets: SecretBox
  publicUrl: string
  /** Days without use after which a session ends (30). */
  refreshTokenDays?: number
  /** Minutes that an access token lives (10). */
  accessTokenMinutes?: number
  passwords?: PasswordSettings
  directory?: Directory
}

export type AuthServices = {
  /** The relay role, across companies. */
  relay: postgres.Sql
  /** Everything that can be permitted. */
  permissions: Registry['permissions']
  clock: () => number
  newId: () => string
  log: App['log']
  eventsAppended: () => void
  post: Post
  secrets: SecretBox
  publicUrl: string
  refreshTokenDays: number
  passwords: Passwords
  tokens: AccessTokens
  actors: KnownActors
  directory: Directory | undefined
  /** Signs an access token, with the next key when it is time. */
  sign: AccessTokens['sign']
  /** Reads the table of signing keys again, after a rotation. */
  reloadKeys: () => Promise<void>
  /** Reads it when the token names a key that is not known here; answers whether it is worth trying again. */
  learnKey: (token: string) => Promise<boolean>
}

export const authServices = defineService<AuthServices>('auth')
