'use client'
import { Tabs as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'

export type Tab = { id: string; label: ReactNode; content: ReactNode }

const states = `outline-offset-[-2px] hover:text-ink
  data-[state=active]:border-accent data-[state=active]:text-ink`

/** Panes of one place. Without `value` it keeps for itself which is open, the first one to begin with. */
export function Tabs({ tabs, value, onChange }: { tabs: Tab[]; value?: string; onChange?: (id: string) => void }) {
  const [chosen, choose] = useState<string | undefined>()
  const open = value ?? tabs.find(({ id }) => id === chosen)?.id ?? tabs[0]?.id ?? ''
  return (
    <Radix.Root value={open} onValueChange={onChange ?? choose}>
      <Radix.List className="flex gap-1 overflow-x-auto border-b">
        {tabs.map(({ id, label }) => (
          <Radix.Trigger
            key={id}
            value={id}
            className={`-mb-px border-transparent border-b-2 px-3 py-2 font-medium text-muted whitespace-nowrap ${states}`}
          >
            {label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ id, content }) => (
        <Radix.Content key={id} value={id} className="pt-4 outline-none">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
