'use client'
import { refusalText } from '#web/console/form/refusal-text.ts'
import { ApiRefusal } from '#web/data/client.ts'
import { useWords } from '#web/words/words.tsx'

/** What the API said about one field. */
export const errorAt = (error: unknown, name: string): string | undefined =>
  error instanceof ApiRefusal ? error.details.find(({ field }) => field === name)?.message : undefined

/** Why something was not done, in the API's words. */
export function Refused({ error }: { error: unknown }) {
  const words = useWords('ui')
  if (!error) return null
  const lines = error instanceof ApiRefusal ? error.details.filter(({ field }) => field) : []
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad-ink">
      <p>{refusalText(error, words('unreachable'))}</p>
      {lines.map(({ field, message }) => (
        <p key={`${field} ${message}`}>
          {field}: {message}
        </p>
      ))}
    </div>
  )
}
