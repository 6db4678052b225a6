'use client'
import { MonitorSmartphone, Store } from 'lucide-react'
import { useState } from 'react'
import { useRoute } from '#web/data/queries.ts'
import { keepPlace } from '#web/till/core/device.ts'
import type { MeFact } from '#web/till/offline/database.ts'
import { TillPage } from '#web/till/parts/page.tsx'
import type { Place } from '#web/till/values.ts'
import { classes } from '#web/ui/classes.ts'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

const choice =
  'flex min-h-14 w-full items-center gap-3 rounded-lg border bg-surface px-4 py-2 text-start hover:border-line-strong hover:bg-sunken'

/** Which shop and register this device is; kept on it. */
export function ChoosePlace({ me, onChosen }: { me: MeFact; onChosen: (place: Place) => void }) {
  const words = useWords('till')
  const shops = useRoute('shops.shop', 'GET /shops', {
    query: { limit: 200, sort: 'name', filter: { status: 'active' } },
  })
  const registers = useRoute('shops.register', 'GET /registers', {
    query: { limit: 200, sort: 'code', filter: { status: 'active' } },
  })
  const [shopId, setShop] = useState<string | undefined>()
  const failed = shops.error ?? registers.error
  const all = shops.data?.data ?? []
  const chosen = shopId ?? (all.length === 1 ? all[0]?.id : undefined)
  const shop = all.find(({ id }) => id === chosen)
  const tills = registers.data?.data.filter((register) => register.shopId === chosen) ?? []
  const choose = (registerId: string, registerName: string) => {
    if (!shop) return
    const place = { companyId: me.companyId, shopId: shop.id, shopName: shop.name, registerId, registerName }
    keepPlace(place)
    onChosen(place)
  }
  return (
    <TillPage title={words('place.title')} says={words('place.says', { name: me.name })}>
      {failed ? (
        <Failure error={failed} retry={() => void Promise.all([shops.refetch(), registers.refetch()])} />
      ) : !shops.data || !registers.data ? (
        <SkeletonRows rows={4} />
      ) : all.length === 0 ? (
        <Empty title={words('place.noShop')}>{words('place.noShopSays')}</Empty>
      ) : (
        <div className="flex flex-col gap-5">
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">{words('place.shop')}</legend>
            {all.map(({ id, name, city }) => (
              <button
                key={id}
                type="button"
                aria-pressed={id === chosen}
                className={classes(choice, id === chosen && 'border-accent bg-accent-soft')}
                onClick={() => setShop(id)}
              >
                <Store aria-hidden className="size-5 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                <span className="text-muted">{city}</span>
              </button>
            ))}
          </fieldset>
          {shop && (
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-2 font-medium">{words('place.register')}</legend>
              {tills.length === 0 && <p className="text-muted">{words('place.noRegister')}</p>}
              {tills.map(({ id, name, code }) => (
                <button key={id} type="button" className={choice} onClick={() => choose(id, name)}>
                  <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" />
                  <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                  <span className="font-mono text-muted text-xs">{code}</span>
                </button>
              ))}
            </fieldset>
          )}
        </div>
      )}
    </TillPage>
  )
}
