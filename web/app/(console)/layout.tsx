import type { ReactNode } from 'react'
import { Shell } from '#web/console/shell.tsx'
import { Words } from '#web/words/area.tsx'

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <Words of={['shell', 'palette', 'shortcuts', 'list', 'record', 'form', 'inputs']}>
      <Shell>{children}</Shell>
    </Words>
  )
}
