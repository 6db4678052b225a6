'use client'
import { Building2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { installation, lookAtCompany, useIsSuper } from '#web/data/companies.ts'
import { useCompany } from '#web/data/company.ts'
import { useMe } from '#web/data/me.ts'
import { useWords } from '#web/words/words.tsx'

const CompanyDialog = dynamic(() => import('./company-dialog.tsx').then((module) => module.CompanyDialog))

/** Whoever looks after the installation sees at every moment whose data is before them. */
export function CompanyBanner() {
  const words = useWords('shell')
  const { data: me } = useMe()
  const isSuper = useIsSuper()
  const company = useCompany()
  const [isChoosing, setChoosing] = useState(false)
  if (!isSuper || !me) return null
  const isNowhere = me.companyId === installation
  return (
    <section
      aria-label={words('company')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-warn-soft px-3 py-1.5 text-warn-ink lg:px-5"
    >
      <Building2 aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        {isNowhere
          ? words('nowhere')
          : words.rich('lookingAt', { name: () => <strong>{company?.name ?? '…'}</strong> })}
      </p>
      <button type="button" className="font-medium underline" onClick={() => setChoosing(true)}>
        {words(isNowhere ? 'chooseCompany' : 'anotherCompany')}
      </button>
      {!isNowhere && (
        <button type="button" className="font-medium underline" onClick={() => lookAtCompany(null)}>
          {words('leaveCompany')}
        </button>
      )}
      {isChoosing && <CompanyDialog onClose={() => setChoosing(false)} />}
    </section>
  )
}
