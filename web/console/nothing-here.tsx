'use client'
import { buttonClasses } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

/** An address that leads nowhere, with a way on. */
export function NothingHere() {
  const words = useWords('ui')
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <Empty
        title={words('notFound')}
        action={
          <Link href="/" className={buttonClasses('primary')}>
            {words('home')}
          </Link>
        }
      />
    </main>
  )
}
