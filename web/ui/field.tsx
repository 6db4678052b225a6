'use client'
import { CircleAlert } from 'lucide-react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { classes } from './classes.ts'

const box =
  'w-full rounded-md border bg-surface text-ink transition-colors hover:border-line-strong disabled:bg-sunken disabled:text-muted aria-invalid:border-bad'

type Described = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

export type FieldProps = {
  label: string
  help?: string | undefined
  error?: string | undefined
  isRequired?: boolean | undefined
  /** The label is for screen readers alone, where the place says what it is. */
  isLabelHidden?: boolean
  className?: string
  children: (described: Described) => ReactNode
}

/** A labelled input with its help and its error, which screen readers hear with it. */
export function Field({ label, help, error, isRequired, isLabelHidden, className, children }: FieldProps) {
  const id = useId()
  const helpId = help ? `${id}-help` : undefined
  const errorId = error ? `${id}-error` : undefined
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'font-medium text-[0.8125rem]'}>
        {label}
        {isRequired && (
          <span aria-hidden className="ms-0.5 text-bad-ink">
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': [errorId, helpId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': isRequired ? true : undefined,
      })}
      {error && (
        <p id={errorId} className="flex items-start gap-1 text-[0.8125rem] text-bad-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {help && (
        <p id={helpId} className="text-[0.8125rem] text-muted">
          {help}
        </p>
      )}
    </div>
  )
}

export type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  ref?: Ref<HTMLInputElement>
  /** Inside the box, before and after what is typed: a currency, a unit, a picture. */
  before?: ReactNode
  after?: ReactNode
}

export function Input({ before, after, className, ...rest }: InputProps) {
  const input = (
    <input
      className={classes(box, 'h-8 px-2.5', Boolean(before) && 'ps-9', Boolean(after) && 'pe-12', className)}
      {...rest}
    />
  )
  if (!before && !after) return input
  return (
    <span className="relative block">
      {before && (
        <span className="pointer-events-none absolute inset-y-0 start-0 flex items-center ps-2.5 text-faint">
          {before}
        </span>
      )}
      {input}
      {after && (
        <span className="pointer-events-none absolute inset-y-0 end-0 flex items-center pe-2.5 text-faint">
          {after}
        </span>
      )}
    </span>
  )
}

export function Textarea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={3} className={classes(box, 'px-2.5 py-1.5', className)} {...rest} />
}

/** The browser's own select: it works with every keyboard, reader and phone. */
export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select className={classes(box, 'h-8 ps-2 pe-7', className)} {...rest} />
}

export function Checkbox({ label, className, ...rest }: InputHTMLAttributes<HTMLInputElement> & { label: ReactNode }) {
  return (
    <label className={classes('inline-flex items-center gap-2', className)}>
      <input type="checkbox" className="size-4 rounded accent-accent" {...rest} />
      {label}
    </label>
  )
}
