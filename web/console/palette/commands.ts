'use client'
/** What the palette knows without asking anybody: places, lists, and things to do. */
import { FilePlus2, FileUp, Keyboard, Languages, LogOut, type LucideIcon, Moon, Rows3, Sun } from 'lucide-react'
import { useDescription } from '#web/data/description.ts'
import { signOut } from '#web/data/me.ts'
import { type Language, languages } from '#web/words/languages.ts'
import { useChooseLanguage, useLabel, useLanguage, useWords } from '#web/words/words.tsx'
import { importPage, listPage, newPage } from '../pages.ts'
import { usePlaces } from '../places.ts'
import { shortcuts } from '../shortcut-keys.ts'
import { useTheme } from '../theme.ts'

export type Command = {
  id: string
  label: string
  icon: LucideIcon
  /** Leads to a page. */
  href?: string
  /** Or does something. */
  run?: () => void
  /** Offered before anything is typed. */
  isUsual?: boolean
}

/** Pages to go to: the main places, and the list of every entity that is none of them. */
export function usePageCommands(): Command[] {
  const label = useLabel()
  const places = usePlaces()
  const { data } = useDescription()
  const known = new Set(places.map(({ href }) => href))
  const lists = (data?.entities ?? []).filter(({ name, verbs }) => verbs.includes('list') && !known.has(listPage(name)))
  return [
    ...places.map(({ href, label: name, icon }) => ({ id: href, label: name, icon, href, isUsual: true })),
    ...lists.map(({ name, plural }) => ({ id: name, label: label(plural), icon: Rows3, href: listPage(name) })),
  ]
}

/** Things to do, as far as the person may. */
export function useActionCommands(): Command[] {
  const words = useWords('palette')
  const label = useLabel()
  const { data } = useDescription()
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  const { theme, setTheme } = useTheme()
  const entities = data?.entities ?? []
  const usual = ['catalog.product', 'crm.customer']
  const made = entities
    .filter(({ verbs, form }) => verbs.includes('create') && form.length > 0)
    .map((entity) => ({
      id: `new ${entity.name}`,
      label: words('new', { label: label(entity.label) }),
      icon: FilePlus2,
      href: newPage(entity.name),
      isUsual: usual.includes(entity.name),
    }))
  const imported = entities
    .filter((entity) => entity.import !== null)
    .map((entity) => ({
      id: `import ${entity.name}`,
      label: words('import', { plural: label(entity.plural) }),
      icon: FileUp,
      href: importPage(entity.name),
    }))
  const spoken = Object.entries(languages)
    .filter(([code]) => code !== language)
    .map(([code, name]) => ({
      id: `language ${code}`,
      label: words('language', { name }),
      icon: Languages,
      run: () => choose(code as Language),
    }))
  const isDark = theme === 'dark'
  return [
    ...made,
    ...imported,
    ...spoken,
    {
      id: 'theme',
      label: words(isDark ? 'light' : 'dark'),
      icon: isDark ? Sun : Moon,
      run: () => setTheme(isDark ? 'light' : 'dark'),
    },
    { id: 'shortcuts', label: words('shortcuts'), icon: Keyboard, run: shortcuts.show, isUsual: true },
    { id: 'sign out', label: words('signOut'), icon: LogOut, run: () => void signOut() },
  ]
}
