'use client'
/** Language and appearance: shown at once, remembered by this device, and kept with the account for the next one. */
import { useQueryClient } from '@tanstack/react-query'
import { type Theme, useTheme } from '#web/console/theme.ts'
import { client } from '#web/data/client.ts'
import { isLanguage, type Language } from '#web/words/languages.ts'
import { keepChoice, useChooseLanguage, useLanguage } from '#web/words/words.tsx'

export function usePreferences() {
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  const { theme, setTheme } = useTheme()
  const queries = useQueryClient()
  const keep = (body: { language?: Language; theme?: Theme }) => {
    // It counts here either way; an account that cannot be reached learns of the next choice.
    client.call('PUT /auth/profile', { body }).then(
      () => queries.invalidateQueries({ queryKey: ['me'] }),
      () => undefined,
    )
  }
  return {
    language,
    theme,
    chooseLanguage: (next: Language) => {
      choose(next)
      keep({ language: next })
    },
    chooseTheme: (next: Theme) => {
      setTheme(next)
      keep({ theme: next })
    },
  }
}

type Preferences = { language?: string | null; theme?: string | null }

/** After signing in, the device takes what the account says. What it does not say stays as it was. */
export async function takePreferences({ language, theme }: Preferences): Promise<void> {
  await Promise.all([
    language && isLanguage(language) ? keepChoice('language', language) : undefined,
    theme === 'light' || theme === 'dark' ? keepChoice('theme', theme) : undefined,
  ])
}
