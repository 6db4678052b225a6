'use client'
import { type FormEvent, useState } from 'react'
import type { Theme } from '#web/console/theme.ts'
import type { Me } from '#web/data/me.ts'
import { useAct } from '#web/data/queries.ts'
import { errorAt, Refused } from '#web/people/refused.tsx'
import { useRoleName } from '#web/people/roles-data.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Field, Input, Select } from '#web/ui/field.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Language, languages } from '#web/words/languages.ts'
import { useWords } from '#web/words/words.tsx'
import { usePreferences } from './preferences.ts'

export function Profile({ me }: { me: Me }) {
  const words = useWords('account')
  const ui = useWords('ui')
  const toast = useToast()
  const nameOf = useRoleName()
  const [given, setGiven] = useState({ name: me.name ?? '', phone: me.phone ?? '', timeZone: me.timeZone ?? '' })
  const save = useAct('PUT /auth/profile', 'me')
  const set = (change: Partial<typeof given>) => setGiven((before) => ({ ...before, ...change }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ body: { ...given, phone: given.phone.trim() } }, { onSuccess: () => toast({ text: words('saved') }) })
  }
  const { error } = save
  const named = ['name', 'phone', 'timeZone'].some((name) => errorAt(error, name))
  return (
    <Card title={words('profile')}>
      <form className="grid gap-4 sm:grid-cols-2" onSubmit={submit}>
        <Field label={words('name')} isRequired error={errorAt(error, 'name')}>
          {(field) => (
            <Input
              {...field}
              required
              autoComplete="name"
              maxLength={120}
              value={given.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={words('phone')} error={errorAt(error, 'phone')}>
          {(field) => (
            <Input
              {...field}
              type="tel"
              dir="ltr"
              className="rtl:text-end"
              autoComplete="tel"
              value={given.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
          )}
        </Field>
        <Field label={words('timeZone')} error={errorAt(error, 'timeZone')}>
          {(field) => (
            <Select {...field} value={given.timeZone} onChange={(event) => set({ timeZone: event.target.value })}>
              <option value="">{words('asDevice')}</option>
              {zones(given.timeZone).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex min-w-0 flex-col gap-1">
          <span className="font-medium text-[0.8125rem]">{words('role')}</span>
          <span className="flex h-8 items-center text-muted">{nameOf(me.roleName ?? me.role)}</span>
        </div>
        {error && !named && (
          <div className="sm:col-span-2">
            <Refused error={error} />
          </div>
        )}
        <div className="flex justify-end sm:col-span-2">
          <Button look="primary" type="submit" isBusy={save.isPending}>
            {ui('save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

const zones = (own: string): string[] => {
  const known = Intl.supportedValuesOf('timeZone')
  return own === '' || known.includes(own) ? known : [own, ...known]
}

/** Language and appearance count the moment they are chosen. */
export function Preferences() {
  const words = useWords('account')
  const shell = useWords('shell')
  const { language, theme, chooseLanguage, chooseTheme } = usePreferences()
  return (
    <Card title={words('preferences')}>
      <p className="mb-4 text-muted">{words('atOnce')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={shell('language')}>
          {(field) => (
            <Select {...field} value={language} onChange={(event) => chooseLanguage(event.target.value as Language)}>
              {Object.entries(languages).map(([code, name]) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={shell('theme')}>
          {(field) => (
            <Select {...field} value={theme} onChange={(event) => chooseTheme(event.target.value as Theme)}>
              <option value="system">{shell('asDevice')}</option>
              <option value="light">{shell('light')}</option>
              <option value="dark">{shell('dark')}</option>
            </Select>
          )}
        </Field>
      </div>
    </Card>
  )
}
