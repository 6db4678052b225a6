/**
 * Loads the demo companies through the product's own doors, once; a start that was cut short is finished by the next.
 */
import { installation } from '#kernel'
import { type AuthServices, addMembership, authServices, ensureUser, grantsOf } from '#modules/auth'
import { type App, systemActor } from '#platform/execution'
import type { Running } from '../boot.ts'
import { loadCafe } from './cafe.ts'
import { type Desk, openDesk } from './desk.ts'
import { loadGiftWholesale } from './gift-wholesale.ts'
import type { FileNote } from './invoice-file.ts'
import { demoPassword, demoSignIns } from './sign-ins.ts'
import { sellToday } from './till-sales.ts'

/** What was loaded, and by row of the file, what was odd and what became of it. `importId` is its report's address. */
export type DemoReport = { company: string; lines: string[]; notes?: FileNote[]; importId?: string }

/** Tells what is being done, for the terminal. */
export type Tell = (line: string) => void

/** Answers undefined where the database holds companies of somebody's own, or the demo is complete. */
export async function loadDemo(
  { app, listeners }: Pick<Running, 'app' | 'listeners'>,
  tell: Tell,
): Promise<DemoReport[] | undefined> {
  const [known] = await app.db.relay`select
    (select count(*)::int from companies.company where slug not in ('gift-wholesale', 'corner-cafe')) as others,
    (select count(*)::int from auth.user where email = 'owner@cafe.test') as finished`
  if (Number(known?.others) > 0 || Number(known?.finished) > 0) return undefined
  const grants = grantsOf('super_admin', app.registry.permissions)
  const desk = openDesk(app, { ...systemActor(app, 'demo', installation), role: 'super_admin', grants }, () =>
    listeners.idle(),
  )
  const gift = await loadGiftWholesale(desk, tell)
  await sellToday(desk, gift.companyId)
  await people(app, { gift: gift.companyId }, gift)
  const cafe = await loadCafe(desk, tell)
  await people(app, { cafe: cafe.companyId }, cafe)
  return [gift.report, cafe.report]
}

type Places = { shopIds: readonly string[]; customerId?: string }

/** The last person of the café is made last: their presence says that the demo is complete. */
async function people(
  app: App,
  companies: Partial<Record<'gift' | 'cafe', string>>,
  { shopIds, customerId }: Places,
): Promise<void> {
  const auth = app.services.get(authServices.name) as AuthServices
  for (const { email, name, role, company } of demoSignIns) {
    const companyId = company ? companies[company] : companies.gift && installation
    if (!companyId) continue
    const { id: userId } = await ensureUser(auth, { email, name, password: demoPassword })
    const isShopRole = role === 'shop_manager' || role === 'shop_staff'
    await addMembership(auth, {
      companyId,
      userId,
      role,
      ...(isShopRole ? { shopIds } : {}),
      ...(role === 'customer' && customerId ? { customerId } : {}),
    })
  }
}

export type { Desk }
