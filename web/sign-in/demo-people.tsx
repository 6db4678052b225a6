'use client'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '#web/words/words.tsx'

type Person = { email: string; says: string; password: string }

/** The demo's people, one click each; the pages' server names them only where the demo is loaded. */
export function DemoPeople({
  isBusy,
  onChoose,
}: {
  isBusy: boolean
  onChoose: (person: { email: string; password: string }) => void
}) {
  const words = useWords('signIn')
  const { data } = useQuery({ queryKey: ['demo people'], queryFn: readPeople, staleTime: Number.POSITIVE_INFINITY })
  if (!data?.length) return null
  return (
    <section aria-labelledby="demo" className="mt-6">
      <h2 id="demo" className="mb-2 text-center font-medium text-[0.8125rem] text-muted">
        {words('demo')}
      </h2>
      <ul className="grid gap-1.5">
        {data.map(({ email, says, password }) => (
          <li key={email}>
            <button
              type="button"
              disabled={isBusy}
              onClick={() => onChoose({ email, password })}
              className="flex w-full items-baseline gap-3 rounded-lg border bg-surface px-3 py-2 text-start hover:border-line-strong hover:bg-sunken disabled:opacity-60"
            >
              <span className="font-medium">{email}</span>
              <span className="min-w-0 flex-1 truncate text-end text-[0.8125rem] text-muted">{says}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-center text-[0.8125rem] text-muted">{words('demoSays')}</p>
    </section>
  )
}

async function readPeople(): Promise<Person[]> {
  const response = await fetch('/session/demo')
  return response.ok ? ((await response.json()) as { data: Person[] }).data : []
}
