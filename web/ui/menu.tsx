'use client'
import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type MenuItem =
  | 'line'
  | { heading: string }
  | {
      label: string
      icon?: ReactNode
      /** Shown at the end: a shortcut or a figure. */
      hint?: ReactNode
      isDangerous?: boolean
      isDisabled?: boolean
      isChecked?: boolean
      /** A choice that leaves the menu open. */
      staysOpen?: boolean
      run: () => void
    }

const row =
  'flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 outline-none select-none data-[highlighted]:bg-sunken data-[disabled]:opacity-50'

/** A menu under a button. `trigger` is the button itself. */
export function Menu({
  trigger,
  items,
  align = 'end',
}: {
  trigger: ReactNode
  items: MenuItem[]
  align?: 'start' | 'end'
}) {
  // Not modal: what is outside stays readable, and nothing that can take the focus is hidden from readers meanwhile.
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          className="z-50 max-h-[70vh] min-w-48 animate-rise overflow-y-auto rounded-lg border bg-raised p-1 shadow-raised"
        >
          {items.map((item, index) => (
            <MenuRow key={keyOf(item, index)} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const keyOf = (item: MenuItem, index: number): string =>
  item === 'line' ? `line ${index}` : 'heading' in item ? item.heading : item.label

function MenuRow({ item }: { item: MenuItem }) {
  if (item === 'line') return <DropdownMenu.Separator className="my-1 h-px bg-line" />
  if ('heading' in item) {
    return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-muted text-xs">{item.heading}</DropdownMenu.Label>
  }
  const { label, icon, hint, isDangerous, isDisabled, isChecked, staysOpen, run } = item
  const select = (event: Event) => {
    if (staysOpen) event.preventDefault()
    run()
  }
  const content = (
    <>
      {icon && <span className="flex size-4 shrink-0 items-center justify-center text-muted">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {isChecked && <Check aria-hidden className="size-4 text-accent" />}
      {hint && <span className="text-faint text-xs">{hint}</span>}
    </>
  )
  const shared = {
    className: classes(row, isDangerous && 'text-bad-ink'),
    disabled: isDisabled ?? false,
    onSelect: select,
  }
  return isChecked === undefined ? (
    <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>
  ) : (
    <DropdownMenu.CheckboxItem {...shared} checked={isChecked}>
      {content}
    </DropdownMenu.CheckboxItem>
  )
}
