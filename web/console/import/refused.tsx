'use client'
import { CircleAlert } from 'lucide-react'
import { ApiRefusal } from '#web/data/client.ts'
import { useWords } from '#web/words/words.tsx'

/** Why a file was not taken, with each of its places. */
export function Refused({ error }: { error: Error }) {
  const ui = useWords('ui')
  const words = useWords('import')
  const details = error instanceof ApiRefusal ? error.details : []
  return (
    <div role="alert" className="mt-4 rounded-lg border border-bad bg-bad-soft p-4 text-bad-ink">
      <p className="flex items-start gap-2 font-medium">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {error instanceof ApiRefusal ? error.message : ui('unreachable')}
      </p>
      {details.length > 0 && (
        <ul className="mt-2 ms-6 list-disc">
          {details.slice(0, 20).map((detail, index) => (
            <li key={`${detail.field ?? ''} ${String(index)}`}>
              {typeof detail.row === 'number' && `${words('row', { row: detail.row })}: `}
              {detail.field && `${detail.field}: `}
              {detail.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
