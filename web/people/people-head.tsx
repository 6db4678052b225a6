'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useMay } from '#web/data/me.ts'
import { PageHead } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { useWords } from '#web/words/words.tsx'

/** The head that people and roles have in common, with the way from one to the other. */
export function PeopleHead({ title, says, actions }: { title: string; says?: string; actions?: ReactNode }) {
  const words = useWords('people')
  const may = useMay()
  const path = usePathname()
  const places = [
    { href: '/people', label: words('title') },
    ...(may('auth.role.read') ? [{ href: '/people/roles', label: words('roles') }] : []),
  ]
  return (
    <>
      <PageHead title={title} says={says} actions={actions} />
      <nav aria-label={words('title')} className="mb-4 flex gap-1 border-b">
        {places.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? 'page' : undefined}
            className={classes(
              '-mb-px border-b-2 px-3 py-2 font-medium',
              path === href ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
    </>
  )
}
