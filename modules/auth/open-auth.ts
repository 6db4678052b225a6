/** Puts the services of auth together for one process. */
import { createAccessTokens, createPasswords } from '#platform/identity'
import { openPost } from './mail/post.ts'
import type { AuthIngredients, AuthServices } from './services.ts'
import { openKeyTable } from './session/key-table.ts'
import { KnownActors } from './session/known-actors.ts'

/** Opens auth on a migrated database; the first process makes the first signing key. */
export async function openAuth(ingredients: AuthIngredients): Promise<AuthServices> {
  const { app, mailer, secrets, directory, refreshTokenDays = 30, accessTokenMinutes = 10 } = ingredients
  const publicUrl = ingredients.publicUrl.replace(/\/$/, '')
  const { relay } = app.db
  const { clock, newId, log } = app
  const keys = await openKeyTable({ relay, secrets, clock, log })
  const tokens = createAccessTokens({
    issuer: publicUrl,
    audience: 'entrepot',
    keys: keys.current(),
    clock,
    lifeSeconds: accessTokenMinutes * 60,
  })
  const reloadKeys = async () => tokens.replaceKeys(await keys.reload())
  return {
    relay,
    permissions: app.registry.permissions,
    clock,
    newId,
    log,
    eventsAppended: () => app.eventsAppended(),
    post: openPost({ relay, clock, log, publicUrl }, mailer),
    secrets,
    publicUrl,
    refreshTokenDays,
    passwords: createPasswords(ingredients.passwords),
    tokens,
    actors: new KnownActors(),
    directory,
    sign: async (subject) => {
      if (!keys.isFresh()) await reloadKeys()
      return tokens.sign(subject)
    },
    reloadKeys,
    learnKey: async (token) => {
      if (!keys.mayLearn(token)) return false
      await reloadKeys()
      return true
    },
  }
}
