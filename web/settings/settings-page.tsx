'use client'
import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import { useMay, useMe } from '#web/data/me.ts'
import { PageHead } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { Empty, SkeletonRows } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'

const loading = () => <SkeletonRows />

/** Each section is loaded when it is looked at. */
const contents = {
  company: dynamic(() => import('./company.tsx').then((module) => module.CompanySection), { loading }),
  receipts: dynamic(() => import('./receipts.tsx').then((module) => module.ReceiptsSection), { loading }),
  taxes: dynamic(() => import('./lists.tsx').then((module) => module.TaxesSection), { loading }),
  numbers: dynamic(() => import('./lists.tsx').then((module) => module.NumbersSection), { loading }),
  printers: dynamic(() => import('./printers.tsx').then((module) => module.PrintersSection), { loading }),
  tills: dynamic(() => import('./lists.tsx').then((module) => module.TillsSection), { loading }),
  departments: dynamic(() => import('./lists.tsx').then((module) => module.DepartmentsSection), { loading }),
  keys: dynamic(() => import('./keys.tsx').then((module) => module.KeysSection), { loading }),
} satisfies Record<string, ComponentType>

export type SectionName = keyof typeof contents

const permissions: Record<SectionName, string> = {
  company: 'companies.company.read',
  receipts: 'shops.shop.read',
  taxes: 'catalog.taxCategory.read',
  numbers: 'sales.numberSeries.read',
  printers: 'printing.printer.read',
  tills: 'pos.tillPolicy.read',
  departments: 'companies.department.read',
  keys: 'auth.apiKey.read',
}
const names = Object.keys(contents) as SectionName[]
const isSection = (name: string | undefined): name is SectionName => names.includes(name as SectionName)

/** How the company works: one page, its sections in a list at the side. */
export function SettingsPage({ section }: { section?: string | undefined }) {
  const words = useWords()
  const may = useMay()
  const { data: me } = useMe()
  const open = names.filter((name) => may(permissions[name]))
  const wanted = section === undefined ? open[0] : open.find((name) => name === section)
  if (!me) return <SkeletonRows />
  if (!wanted) {
    const isKnown = section === undefined || isSection(section)
    return <Empty title={words(isKnown ? 'ui.denied' : 'ui.notFound')}>{isKnown && words('ui.deniedSays')}</Empty>
  }
  const Content = contents[wanted]
  return (
    <>
      <PageHead title={words('settings.title')} says={words('settings.says')} />
      <div className="flex flex-col gap-4 md:flex-row md:items-start md:gap-6">
        <nav
          aria-label={words('settings.title')}
          className="-mx-3 overflow-x-auto px-3 md:sticky md:top-18 md:mx-0 md:w-52 md:shrink-0 md:px-0"
        >
          <ul className="flex gap-1 md:flex-col">
            {open.map((name) => (
              <li key={name}>
                <Link
                  href={`/settings/${name}`}
                  aria-current={name === wanted ? 'page' : undefined}
                  className={classes(
                    'block rounded-md px-2.5 py-1.5 whitespace-nowrap hover:bg-sunken',
                    name === wanted
                      ? 'bg-accent-soft font-medium text-accent-ink hover:bg-accent-soft'
                      : 'text-muted hover:text-ink',
                  )}
                >
                  {words(`settings.section.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 max-w-5xl flex-1 gap-4">
          <Content />
        </div>
      </div>
    </>
  )
}
