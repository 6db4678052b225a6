'use client'
/** Work that was begun and not booked: kept in this window, so that neither another tab nor a reload loses it. */
import { useState } from 'react'
import { useMe } from '#web/data/me.ts'

export function useDraft<T>(name: string, empty: T): [T, (next: T) => void] {
  const { data: me } = useMe()
  const key = `entrepot.draft.${me?.id ?? ''}.${name}`
  const [draft, setDraft] = useState<T>(() => readDraft<T>(key) ?? empty)
  const keep = (next: T) => {
    setDraft(next)
    sessionStorage.setItem(key, JSON.stringify(next))
  }
  return [draft, keep]
}

function readDraft<T>(key: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}
