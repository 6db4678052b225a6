'use client'
import { CircleAlert } from 'lucide-react'
import { type Ref, useEffect, useRef } from 'react'
import { classes } from '#web/ui/classes.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { FieldInput, isWide } from '../inputs/inputs.tsx'
import { type Section, sectionsOf } from './sections.rules.ts'
import type { Form } from './use-form.ts'

type Props = {
  form: Form
  /** Titles of what links lead to, by the name of the field. */
  titles?: Readonly<Record<string, string>>
  isDisabled?: boolean
  currency?: string | undefined
  /** Without heads and cards, as in a dialog. */
  isBare?: boolean
}

/** All fields of a form. */
export function FormFields({ form, titles = {}, isDisabled = false, currency, isBare }: Props) {
  const sections = isBare ? [{ name: 'facts' as const, fields: [...form.fields] }] : sectionsOf(form.fields)
  return (
    <div className="flex flex-col gap-4">
      {sections.map((section) => (
        <FormSection
          key={`${section.name} ${section.label ?? ''}`}
          section={section}
          isBare={isBare || section.name === 'own' || sections.length === 1}
        >
          {section.fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={form.values[field.name]}
              onChange={(value) => form.set(field.name, value)}
              errorAt={form.errorAt}
              isDisabled={isDisabled}
              title={titles[field.name]}
              currency={currency}
              className={isWide(field) ? 'sm:col-span-2' : ''}
            />
          ))}
        </FormSection>
      ))}
    </div>
  )
}

function FormSection({
  section,
  isBare,
  children,
}: {
  section: Section
  isBare: boolean | undefined
  children: React.ReactNode
}) {
  const words = useWords('record')
  const grid = <div className="grid gap-x-4 gap-y-3.5 sm:grid-cols-2">{children}</div>
  if (isBare || section.name === 'own') return grid
  return (
    <section>
      <h2 className="mb-2 border-b pb-1.5 font-semibold">{words(`section.${section.name}`)}</h2>
      {grid}
    </section>
  )
}

/** What is wrong, in one place; each line leads to its field. Takes the focus when it appears. */
export function FormSummary({ form, ref }: { form: Form; ref?: Ref<HTMLDivElement> }) {
  const words = useWords('form')
  if (form.said.length === 0) return null
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="mb-4 rounded-lg bg-bad-soft px-4 py-3 text-bad-ink outline-offset-0"
    >
      <p className="flex items-center gap-2 font-semibold">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        {words('problems', { count: form.said.length })}
      </p>
      <ul className={classes('mt-1 ms-6 list-disc', form.said.length > 6 && 'columns-2')}>
        {form.said.map(({ field, text }) => (
          <li key={`${field} ${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  )
}

/** Puts the focus on the first field that is wrong, each time something was refused. `round` counts those times. */
export function useFocusOnFault(round: number) {
  const root = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (round === 0) return
    const [first] = root.current?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? []
    const target = first ?? root.current?.querySelector<HTMLElement>('[role="alert"]')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }, [round])
  return root
}

export const useEntityLabel = () => {
  const label = useLabel()
  return (entity: { label: string }) => label(entity.label)
}
