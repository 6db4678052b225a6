'use client'
import { useSyncExternalStore } from 'react'
import { keepChoice } from '#web/words/words.tsx'

export type Theme = 'light' | 'dark'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const read = (): Theme => (document.documentElement.classList.contains('dark') ? 'dark' : 'light')

/** Light or dark; the choice is kept in a cookie, so that the next page begins in it. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, read, () => 'light' as const)
  return { theme, setTheme }
}

function setTheme(theme: Theme): void {
  document.documentElement.classList.toggle('dark', theme === 'dark')
  keepChoice('theme', theme)
  for (const listener of listeners) listener()
}
