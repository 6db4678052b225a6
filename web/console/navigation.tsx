'use client'
import { type LucideIcon, Rows3 } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useDescription } from '#web/data/description.ts'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { listPage } from './pages.ts'
import { type Place, usePlaces } from './places.ts'

/** The main places, and below them every entity by module that the person may list. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const words = useWords('shell')
  const label = useLabel()
  const { data } = useDescription()
  const places = usePlaces()
  const listed = data?.entities.filter(({ verbs }) => verbs.includes('list')) ?? []
  const modules = data?.modules.filter(({ name }) => listed.some((entity) => entity.module === name)) ?? []
  return (
    <nav aria-label={words('navigation')} className="flex flex-col gap-5 p-3">
      <PlaceList places={places.filter(({ group }) => group === 'work')} {...(onGo ? { onGo } : {})} />
      <PlaceList
        head={words('manage')}
        places={places.filter(({ group }) => group === 'manage')}
        {...(onGo ? { onGo } : {})}
      />
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center gap-2.5 rounded-md px-2.5 py-1.5 text-muted hover:bg-sunken hover:text-ink">
          <Rows3 aria-hidden className="size-4" />
          {words('more')}
        </summary>
        {modules.map((module) => (
          <section key={module.name} className="mt-3">
            <h2 className="px-2.5 pb-1 text-muted text-xs capitalize">{label(module.name)}</h2>
            <ul>
              {listed
                .filter((entity) => entity.module === module.name)
                .map((entity) => (
                  <li key={entity.name}>
                    <NavigationLink
                      href={listPage(entity.name)}
                      label={label(entity.plural)}
                      {...(onGo ? { onGo } : {})}
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </details>
    </nav>
  )
}

function PlaceList({ head, places, onGo }: { head?: string; places: Place[]; onGo?: () => void }) {
  if (places.length === 0) return null
  return (
    <section>
      {head && <h2 className="px-2.5 pb-1 text-muted text-xs">{head}</h2>}
      <ul className="flex flex-col gap-0.5">
        {places.map(({ href, label, icon }) => (
          <li key={href}>
            <NavigationLink href={href} label={label} icon={icon} {...(onGo ? { onGo } : {})} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NavigationLink({
  href,
  label,
  icon: Icon,
  onGo,
}: {
  href: string
  label: string
  icon?: LucideIcon
  onGo?: () => void
}) {
  const path = usePathname()
  const isHere = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      onClick={onGo}
      aria-current={isHere ? 'page' : undefined}
      className={classes(
        'flex items-center gap-2.5 rounded-md px-2.5 py-1.5 hover:bg-sunken',
        isHere ? 'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft' : 'text-muted hover:text-ink',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <span className="truncate">{label}</span>
    </Link>
  )
}
