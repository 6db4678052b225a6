'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the server's HTML and at the first paint: what depends on the browser is drawn right after. */
export const useIsInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
