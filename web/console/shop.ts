'use client'
/** The shop that a person works at: what the whole console shows unless it is told otherwise. Kept on the device. */
import { useSyncExternalStore } from 'react'
import { installation } from '#web/data/companies.ts'
import { useMe } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** Of each person in each company: a device is handed on, and people change companies. */
const keyOf = (companyId: string, personId: string): string => `entrepot.shop.${companyId}.${personId}`

/** The shops that the person may choose among, by name. */
export function useShops() {
  const { data: me } = useMe()
  const mayList = me !== undefined && me.companyId !== installation && 'shops.shop.read' in me.permissions
  return useRoute('shops.shop', 'GET /shops', { query: { limit: 200, sort: 'name' } }, { enabled: mayList }).data?.data
}

/** The chosen shop's id; empty for all shops, also where the one that was chosen is there no longer. */
export function useShopChoice(): { shopId: string; chooseShop: (id: string) => void } {
  const { data: me } = useMe()
  const shops = useShops()
  const key = me ? keyOf(me.companyId ?? '', me.id ?? '') : ''
  const kept = useSyncExternalStore(
    subscribe,
    () => (key ? (localStorage.getItem(key) ?? '') : ''),
    () => '',
  )
  return {
    shopId: shops?.some(({ id }) => id === kept) && shops.length > 1 ? kept : '',
    chooseShop: (id) => {
      if (id) localStorage.setItem(key, id)
      else localStorage.removeItem(key)
      for (const listener of listeners) listener()
    },
  }
}
