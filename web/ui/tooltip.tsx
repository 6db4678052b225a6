'use client'
import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>
}

/** More about what the pointer or the focus is on; never the only place where something is said. */
export function Tooltip({ says, children }: { says: ReactNode; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={6}
          className="z-50 max-w-72 animate-fade rounded-md bg-ink px-2 py-1 text-[0.8125rem] text-ground"
        >
          {says}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
