'use client'
/** Everything about one customer: who it is, what was bought and brought back, what prices apply, what happened. */
import { RecordActions } from '#web/console/record/record-actions.tsx'
import { FactList, Stamps } from '#web/console/record/record-fields.tsx'
import { RelatedList } from '#web/console/record/related-list.tsx'
import { Timeline } from '#web/console/record/timeline.tsx'
import { titleOfRecord, useEntityRecord } from '#web/console/record/use-entity-record.ts'
import { sentence } from '#web/console/value.tsx'
import { type Description, type EntityDescription, useDescription } from '#web/data/description.ts'
import { Badge, toneOf } from '#web/ui/badge.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { type Tab, Tabs } from '#web/ui/tabs.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { Addresses } from './addresses.tsx'
import { BoughtLately } from './bought-lately.tsx'
import { Figures } from './figures.tsx'
import { PriceLists } from './price-lists.tsx'

const customer = 'crm.customer'

export function CustomerPage({ id }: { id: string }) {
  const words = useWords()
  const label = useLabel()
  const description = useDescription()
  const entity = description.data?.entities.find(({ name }) => name === customer)
  const record = useEntityRecord(entity, id)
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (!description.data) return <SkeletonRows />
  if (!entity) return <Empty title={words('ui.denied')}>{words('ui.deniedSays')}</Empty>
  if (record.isError) return <Failure error={record.error} retry={record.refetch} />
  if (!record.data) return <SkeletonRows />
  const state = String(record.data.status)
  const facts = entity.fields.filter(({ name }) => record.data.id && name !== 'status' && name in record.data)
  return (
    <>
      <PageHead
        trail={
          <Link href="/customers" className="hover:text-ink hover:underline">
            {label(entity.plural)}
          </Link>
        }
        title={
          <span className="flex min-w-0 items-center gap-2.5">
            <span className="truncate">{titleOfRecord(entity, record.data)}</span>
            <Badge tone={toneOf(state)}>{label(sentence(state))}</Badge>
          </span>
        }
        actions={<RecordActions entity={entity} record={record.data} />}
      />
      <Figures id={id} />
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 xl:order-first">
          <Tabs tabs={tabsFor({ id, entity, description: description.data, words, label })} />
        </div>
        <div className="order-first grid min-w-0 gap-4 md:grid-cols-2 xl:order-none xl:grid-cols-1">
          <Card title={words('customer.facts')}>
            <FactList fields={facts} values={record.data} titles={record.data.titles} />
          </Card>
          <Addresses id={id} />
          <PriceLists id={id} groupId={(record.data.groupId as string | null) ?? undefined} />
        </div>
      </div>
      <div className="mt-4">
        <Stamps record={record.data} />
      </div>
    </>
  )
}

type Making = {
  id: string
  entity: EntityDescription
  description: Description
  words: ReturnType<typeof useWords<never>>
  label: (text: string) => string
}

/** Sales and returns, what was in them, and what happened; of these what the person may see. */
function tabsFor({ id, entity, description, words, label }: Making): Tab[] {
  const listed = ['sales.sale', 'sales.creditNote'].flatMap((name) => {
    const target = description.entities.find((each) => each.name === name && each.verbs.includes('list'))
    return target ? [target] : []
  })
  const maySeeSales = listed.some(({ name }) => name === 'sales.sale')
  return [
    ...listed.map((target) => ({
      id: target.name,
      label: label(target.plural),
      content: <RelatedList target={target} field="customerId" id={id} />,
    })),
    ...(maySeeSales
      ? [{ id: 'bought', label: words('customer.bought'), content: <BoughtLately customerId={id} /> }]
      : []),
    { id: 'timeline', label: words('record.tabTimeline'), content: <Timeline entity={entity} id={id} /> },
  ]
}
