'use client'
import { useSyncExternalStore } from 'react'
import { keepChoice } from '#web/words/words.tsx'

export type Theme = 'system' | 'light' | 'dark'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
/** Neither class is there where the page follows the device: then the style sheet alone decides, before any script. */
const read = (): Theme => {
  const { classList } = document.documentElement
  return classList.contains('dark') ? 'dark' : classList.contains('light') ? 'light' : 'system'
}

/** Light, dark, or as the device is; the choice is kept in a cookie, so that the next page begins in it. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, read, () => 'system' as const)
  return { theme, setTheme }
}

export function setTheme(theme: Theme): void {
  document.documentElement.classList.toggle('dark', theme === 'dark')
  document.documentElement.classList.toggle('light', theme === 'light')
  void keepChoice('theme', theme)
  for (const listener of listeners) listener()
}
