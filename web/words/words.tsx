'use client'
/** Every string of the pages: `web/words/<language>.json` by key, and labels of the registry by their English text. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { type AbstractIntlMessages, IntlProvider, useLocale, useTranslations } from 'use-intl'
import english from './en.json'
import { directionOf, type Language, localeOf } from './languages.ts'

type Messages = typeof english
type Labels = Readonly<Record<string, string>>
/** Other languages have the same keys as English: `node tools/words.ts` compares them. */
type Loaded = { language: Language; messages: AbstractIntlMessages; labels: Labels }

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages
  }
}

const catalogues: Record<Exclude<Language, 'en'>, () => Promise<Omit<Loaded, 'language'>>> = {
  hi: async () => ({
    messages: (await import('./hi.json')).default,
    labels: (await import('./labels/hi.json')).default,
  }),
  ar: async () => ({
    messages: (await import('./ar.json')).default,
    labels: (await import('./labels/ar.json')).default,
  }),
  tr: async () => ({
    messages: (await import('./tr.json')).default,
    labels: (await import('./labels/tr.json')).default,
  }),
}

type Chosen = { language: Language; choose: (language: Language) => void; labels: Labels }
const LanguageContext = createContext<Chosen>({ language: 'en', choose: () => undefined, labels: {} })

/** Holds the language. Another one is loaded before it is shown, so that no page is half in each. */
export function WordsProvider({ language: first, children }: { language: Language; children: ReactNode }) {
  const [wanted, choose] = useState(first)
  const [loaded, setLoaded] = useState<Loaded | undefined>(
    first === 'en' ? { language: 'en', messages: english, labels: {} } : undefined,
  )
  useEffect(() => {
    let isCurrent = true
    const load = wanted === 'en' ? Promise.resolve({ messages: english, labels: {} }) : catalogues[wanted]()
    load.then((catalogue) => {
      if (!isCurrent) return
      document.documentElement.lang = wanted
      document.documentElement.dir = directionOf(wanted)
      if (wanted !== first) void keepChoice('language', wanted)
      setLoaded({ language: wanted, ...catalogue })
    })
    return () => {
      isCurrent = false
    }
  }, [wanted, first])
  if (!loaded) return null
  const { language, messages, labels } = loaded
  return (
    <LanguageContext value={{ language, choose, labels }}>
      <IntlProvider locale={localeOf(language)} messages={messages} timeZone={localZone} onError={failLoudly}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

const localZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A missing word is a fault of ours, not something to show the key of. */
function failLoudly(error: Error): void {
  if (process.env.NODE_ENV !== 'production') throw error
}

/** Remembered for the next page load; read by the server for the first byte. */
export function keepChoice(name: 'language' | 'theme', value: string): Promise<void> {
  const yearMs = 365 * 86_400_000
  return cookieStore.set({
    name,
    value,
    path: '/',
    expires: performance.timeOrigin + performance.now() + yearMs,
    sameSite: 'lax',
  })
}

/** `useWords('list')('filter.add', { count: 2 })` */
export const useWords = useTranslations
export const useLanguage = (): Pick<Chosen, 'language' | 'choose'> => useContext(LanguageContext)
export { useLocale }

/** Labels, helps and choice words of the registry in the person's language; English where there is none yet. */
export function useLabel(): (english: string) => string {
  const { labels } = useContext(LanguageContext)
  return (text) => labels[text] ?? text
}
