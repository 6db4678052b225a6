import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** Why it did not go on; read out when it appears. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <div role="alert">
      {children && (
        <p className="flex items-start gap-2 rounded-lg bg-bad-soft px-3 py-2.5 text-bad-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">{children}</span>
        </p>
      )}
    </div>
  )
}
