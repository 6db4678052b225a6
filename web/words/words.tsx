'use client'
/** Strings of the pages by key, as far as their areas came along; labels of the registry by their English text. */
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useContext, useMemo } from 'react'
import { type AbstractIntlMessages, IntlProvider, useLocale, useMessages, useTranslations } from 'use-intl'
import type en from './en.json'
import { type Language, localeOf } from './languages.ts'

type Labels = Readonly<Record<string, string>>

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof en
  }
}

const labelsIn: Record<Exclude<Language, 'en'>, () => Promise<{ default: Labels }>> = {
  hi: () => import('./labels/hi.json'),
  ar: () => import('./labels/ar.json'),
  tr: () => import('./labels/tr.json'),
}
const asWritten: Labels = {}
const loaded = new Map<Language, Promise<Labels>>()

type Chosen = { language: Language; labels: Labels }
const LanguageContext = createContext<Chosen>({ language: 'en', labels: asWritten })

type Around = { language: Language; words: AbstractIntlMessages; children: ReactNode }

/** Holds the language and the words of every page. It waits for labels: no page is half in each language. */
export function WordsProvider({ language, words, children }: Around) {
  const labels = language === 'en' ? asWritten : use(labelsOf(language))
  const chosen = useMemo(() => ({ language, labels }), [language, labels])
  return (
    <LanguageContext value={chosen}>
      <IntlProvider locale={localeOf(language)} messages={words} timeZone={localZone} onError={failLoudly}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

/** The words of further areas, for what stands in it. */
export function MoreWords({ words, children }: { words: AbstractIntlMessages; children: ReactNode }) {
  const around = useMessages()
  const all = useMemo(() => ({ ...around, ...words }), [around, words])
  return (
    <IntlProvider locale={useLocale()} messages={all}>
      {children}
    </IntlProvider>
  )
}

function labelsOf(language: Exclude<Language, 'en'>): Promise<Labels> {
  const begun = loaded.get(language)
  if (begun) return begun
  const labels = labelsIn[language]().then((module) => module.default)
  loaded.set(language, labels)
  return labels
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

/** The words of an area: `words('filter.add', { count: 2 })`. */
export const useWords = useTranslations
export const useLanguage = (): { language: Language } => useContext(LanguageContext)
export { useLocale }

/** Chooses another language: the server sends the same page in it, and what was typed stays. */
export function useChooseLanguage(): (language: Language) => void {
  const router = useRouter()
  return (language) => void keepChoice('language', language).then(() => router.refresh())
}

/** Labels, helps and choice words of the registry in the person's language; English where there is none yet. */
export function useLabel(): (english: string) => string {
  const { labels } = useContext(LanguageContext)
  return (text) => labels[text] ?? text
}
