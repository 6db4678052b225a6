'use client'
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { Tabs } from '#web/ui/tabs.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { RelatedCount, RelatedList } from './related-list.tsx'
import { Timeline } from './timeline.tsx'
import type { TitledRecord } from './use-entity-record.ts'

/** What belongs to a record, and what happened to it. */
export function RecordTabs({ entity, record }: { entity: EntityDescription; record: TitledRecord }) {
  const words = useWords('record')
  const label = useLabel()
  const { data } = useDescription()
  const related = entity.related.flatMap((each) => {
    const target = data?.entities.find(({ name }) => name === each.entity)
    return target ? [{ ...each, target }] : []
  })
  const isTwice = (name: string) => related.filter((each) => each.entity === name).length > 1
  const tabs = related.map(({ entity: name, field, label: plural, target }) => {
    const via = target.fields.find((each) => each.name === field)?.label ?? field
    const of = { target, field, id: record.id }
    return {
      id: `${name} ${field}`,
      label: (
        <>
          {label(plural)}
          {isTwice(name) && <span className="text-faint"> · {label(via)}</span>}
          <RelatedCount {...of} />
        </>
      ),
      content: <RelatedList {...of} />,
    }
  })
  return (
    <div className="mt-6">
      <Tabs
        tabs={[
          ...tabs,
          {
            id: 'timeline',
            label: words('tabTimeline'),
            content: <Timeline entity={entity} id={record.id} />,
          },
        ]}
      />
    </div>
  )
}
