'use client'
/** Sections that are lists of a few records. */
import { useWords } from '#web/words/words.tsx'
import { RecordsCard } from './records-card.tsx'

export function TaxesSection() {
  const words = useWords('settings')
  return (
    <>
      <RecordsCard name="catalog.taxCategory" says={words('taxesSays')} />
      <RecordsCard name="catalog.taxRate" says={words('ratesSays')} />
    </>
  )
}

export function NumbersSection() {
  const words = useWords('settings')
  return <RecordsCard name="sales.numberSeries" says={words('numbersSays')} />
}

export function TillsSection() {
  const words = useWords('settings')
  return (
    <>
      <RecordsCard name="pos.tillPolicy" says={words('tillsSays')} />
      <RecordsCard name="pos.offlineRegister" says={words('offlineSays')} />
    </>
  )
}

export function DepartmentsSection() {
  const words = useWords('settings')
  return <RecordsCard name="companies.department" says={words('departmentsSays')} />
}
