'use client'
import { CircleUser, LogOut, Moon, Sun } from 'lucide-react'
import { signOut, useMe } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { Menu, type MenuItem } from '#web/ui/menu.tsx'
import { type Language, languages } from '#web/words/languages.ts'
import { useLanguage, useWords } from '#web/words/words.tsx'
import { useTheme } from './theme.ts'

/** Who is signed in; language, appearance, sign-out. */
export function AccountMenu() {
  const words = useWords('shell')
  const { data: me } = useMe()
  const { language, choose } = useLanguage()
  const { theme, setTheme } = useTheme()
  const items: MenuItem[] = [
    { heading: me ? `${me.name} · ${me.email}` : words('account') },
    'line',
    { heading: words('language') },
    ...Object.entries(languages).map(([code, name]) => ({
      label: name,
      isChecked: code === language,
      run: () => choose(code as Language),
    })),
    'line',
    { heading: words('theme') },
    {
      label: words('light'),
      icon: <Sun className="size-4" />,
      isChecked: theme === 'light',
      run: () => setTheme('light'),
    },
    {
      label: words('dark'),
      icon: <Moon className="size-4" />,
      isChecked: theme === 'dark',
      run: () => setTheme('dark'),
    },
    'line',
    { label: words('signOut'), icon: <LogOut className="size-4" />, run: () => void signOut() },
  ]
  return (
    <Menu
      items={items}
      trigger={
        <Button look="quiet" icon={<CircleUser aria-hidden className="size-4.5" />} aria-label={words('account')}>
          <span className="hidden max-w-40 truncate sm:block">{me?.name}</span>
        </Button>
      }
    />
  )
}
