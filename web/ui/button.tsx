import { LoaderCircle } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { classes } from './classes.ts'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'
type Size = 'sm' | 'md' | 'lg'

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border border-transparent',
  plain: 'bg-surface text-ink border border-line hover:bg-sunken hover:border-line-strong',
  quiet: 'text-muted hover:text-ink hover:bg-sunken border border-transparent',
  danger: 'bg-bad text-on-accent hover:bg-bad-hover border border-transparent',
}
const sizes: Record<Size, string> = {
  sm: 'h-7 px-2.5 text-[0.8125rem] gap-1.5 rounded-md',
  md: 'h-8 px-3 gap-2 rounded-md',
  lg: 'h-11 px-5 text-base gap-2 rounded-lg',
}
const squares: Record<Size, string> = { sm: 'size-7 rounded-md', md: 'size-8 rounded-md', lg: 'size-11 rounded-lg' }
const shared =
  'inline-flex items-center justify-center font-medium whitespace-nowrap select-none transition-colors disabled:opacity-55 aria-disabled:opacity-55'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look
  size?: Size
  /** Work is under way: shows so and takes no second press. */
  isBusy?: boolean
  icon?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export const buttonClasses = (look: Look = 'plain', size: Size = 'md'): string =>
  classes(shared, looks[look], sizes[size])

/** A button. One `primary` a view: the thing that most people came to do. */
export function Button({ look, size, isBusy, icon, className, children, disabled, type, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      className={classes(buttonClasses(look, size), className)}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    >
      {isBusy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  )
}

/** A button that is only a picture; `label` is what it says to those who do not see it. */
export function IconButton({
  label,
  className,
  look = 'quiet',
  size = 'md',
  icon,
  type,
  ...rest
}: Omit<ButtonProps, 'children' | 'isBusy'> & { label: string }) {
  return (
    <button
      type={type ?? 'button'}
      aria-label={label}
      title={label}
      className={classes(shared, looks[look], squares[size], className)}
      {...rest}
    >
      {icon}
    </button>
  )
}
