'use client'
import { useSyncExternalStore } from 'react'

const query = '(max-width: 639px)'
const subscribe = (changed: () => void) => {
  const watched = matchMedia(query)
  watched.addEventListener('change', changed)
  return () => watched.removeEventListener('change', changed)
}

/** A phone: too narrow for a table. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  )
