'use client'
import type { ReactNode } from 'react'
import { useCurrency } from '#web/data/company.ts'
import type { FieldDescription } from '#web/data/description.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLabel, useWords } from '#web/words/words.tsx'
import { useTitle } from '../inputs/link-search.ts'
import { sentence } from '../value.tsx'
import { isDay, periodOf } from './days.ts'
import type { Draft } from './filters.ts'

/** A filter in words: "Price: 5.00 to 10.00". */
export function FilterText({ field, draft }: { field: FieldDescription; draft: Draft }) {
  const words = useWords('list')
  const label = useLabel()
  const { choice, value, until } = draft
  const name = label(field.label)
  if (choice === 'isEmpty' || choice === 'notEmpty') return <>{words(`shown.${choice}`, { name })}</>
  const show = (text: string): ReactNode => <OneValue field={field} text={text} />
  return (
    <>
      <span className="text-muted">{words(`shown.${choice}`, { name })}</span>{' '}
      {choice === 'between'
        ? words.rich('shown.range', { from: () => show(value), until: () => show(until) })
        : (choice === 'in' ? value.split(',') : [value]).map((each, index) => (
            <span key={each}>
              {index > 0 && ', '}
              {show(each)}
            </span>
          ))}
    </>
  )
}

function OneValue({ field, text }: { field: FieldDescription; text: string }) {
  const words = useWords('list')
  const label = useLabel()
  const format = useFormat()
  const currency = useCurrency()
  const period = periodOf(text)
  if (period) return <>{words(`period.${period}`)}</>
  switch (field.kind) {
    case 'money':
      return <>{currency ? format.money({ amount: Number(text), currency }) : text}</>
    case 'integer':
    case 'quantity':
    case 'rate':
      return <>{format.decimal(text)}</>
    case 'choice':
    case 'state':
      return <>{label(sentence(text))}</>
    case 'boolean':
      return <>{label(text === 'true' ? 'Yes' : 'No')}</>
    case 'date':
    case 'instant':
      return <>{isDay(text) ? format.date(text) : format.moment(text)}</>
    case 'link':
      return <LinkText entity={field.to ?? ''} id={text} />
    default:
      return <>{text}</>
  }
}

export function LinkText({ entity, id }: { entity: string; id: string }) {
  return <>{useTitle(entity, id, undefined) ?? '…'}</>
}
