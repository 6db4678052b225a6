'use client'
import { Building2, CircleUser, LogOut, Monitor, Moon, Sun, UserRoundCog } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { usePreferences } from '#web/account/preferences.ts'
import { goToCompany, useIsSuper, useMemberships } from '#web/data/companies.ts'
import { signOut, useMe } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { Menu, type MenuItem } from '#web/ui/menu.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Language, languages } from '#web/words/languages.ts'
import { useWords } from '#web/words/words.tsx'
import { refusalText } from './form/refusal-text.ts'
import type { Theme } from './theme.ts'

const CompanyDialog = dynamic(() => import('./company-dialog.tsx').then((module) => module.CompanyDialog))
const icons = {
  system: <Monitor className="size-4" />,
  light: <Sun className="size-4" />,
  dark: <Moon className="size-4" />,
}

const wordOf = { system: 'asDevice', light: 'light', dark: 'dark' } as const

/** Who is signed in; their account, the company they are in, language, appearance, sign-out. */
export function AccountMenu() {
  const words = useWords('shell')
  const router = useRouter()
  const { data: me } = useMe()
  const [isChoosing, setChoosing] = useState(false)
  const { language, theme, chooseLanguage, chooseTheme } = usePreferences()
  const companies = useCompanyItems(() => setChoosing(true))
  const items: MenuItem[] = [
    { heading: me ? `${me.name} · ${me.email}` : words('account') },
    { label: words('yourAccount'), icon: <UserRoundCog className="size-4" />, run: () => router.push('/account') },
    ...companies,
    'line',
    { heading: words('language') },
    ...Object.entries(languages).map(([code, name]) => ({
      label: name,
      isChecked: code === language,
      run: () => chooseLanguage(code as Language),
    })),
    'line',
    { heading: words('theme') },
    ...Object.entries(icons).map(([name, icon]) => ({
      label: words(wordOf[name as Theme]),
      icon,
      isChecked: theme === name,
      run: () => chooseTheme(name as Theme),
    })),
    'line',
    { label: words('signOut'), icon: <LogOut className="size-4" />, run: () => void signOut() },
  ]
  return (
    <>
      <Menu
        items={items}
        trigger={
          <Button
            look="quiet"
            icon={<CircleUser aria-hidden className="size-4.5" />}
            // What is seen is said too, for those who press what they say.
            aria-label={me ? `${words('account')}: ${me.name}` : words('account')}
          >
            <span className="hidden max-w-40 truncate sm:block">{me?.name}</span>
          </Button>
        }
      />
      {isChoosing && <CompanyDialog onClose={() => setChoosing(false)} />}
    </>
  )
}

/** The companies of those who belong to several; a choice among all of them for who looks after the installation. */
function useCompanyItems(choose: () => void): MenuItem[] {
  const words = useWords()
  const toast = useToast()
  const { data: me } = useMe()
  const memberships = useMemberships()
  const isSuper = useIsSuper()
  if (isSuper) {
    return [
      'line',
      { heading: words('shell.company') },
      { label: words('shell.chooseCompany'), icon: <Building2 className="size-4" />, run: choose },
    ]
  }
  if (memberships.length < 2) return []
  const go = (companyId: string) =>
    goToCompany(companyId).catch((error) => toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) }))
  return [
    'line',
    { heading: words('shell.company') },
    ...memberships.map(({ companyId, name }) => ({
      label: name,
      isChecked: companyId === me?.companyId,
      run: () => (companyId === me?.companyId ? undefined : void go(companyId)),
    })),
  ]
}
