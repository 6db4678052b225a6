'use client'
import { useState } from 'react'
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { CountMark, RelatedList, useRelatedCounts } from './related-list.tsx'
import { Timeline } from './timeline.tsx'
import type { TitledRecord } from './use-entity-record.ts'

/** What belongs to a record, and what happened to it. */
export function RecordTabs({ entity, record }: { entity: EntityDescription; record: TitledRecord }) {
  const words = useWords('record')
  const label = useLabel()
  const { data } = useDescription()
  const related = entity.related.flatMap((each) => {
    const target = data?.entities.find(({ name }) => name === each.entity)
    return target ? [{ ...each, target, id: record.id }] : []
  })
  const [chosen, choose] = useState<string | undefined>()
  const counts = useRelatedCounts(related)
  const isTwice = (name: string) => name === entity.name || related.filter((each) => each.entity === name).length > 1
  const tabs = related.map(({ entity: name, field, label: plural, target, id }, index) => {
    const via = target.fields.find((each) => each.name === field)?.label ?? field
    return {
      id: `${name}.${field}`,
      label: (
        <>
          {label(plural)}
          {isTwice(name) && <span className="text-faint"> · {label(via)}</span>}
          <CountMark count={counts[index]} />
        </>
      ),
      content: <RelatedList target={target} field={field} id={id} />,
    }
  })
  // What there is comes first: an empty list is not what one opened the record for.
  const isKnown = counts.every((count) => count !== undefined)
  const first = tabs[counts.findIndex((count) => count)]?.id ?? 'timeline'
  return (
    <div className="mt-6">
      <Tabs
        value={chosen ?? (isKnown ? first : '')}
        onChange={choose}
        tabs={[
          ...tabs,
          {
            id: 'timeline',
            label: words('tabTimeline'),
            content: <Timeline entity={entity} id={record.id} />,
          },
        ]}
      />
      {!chosen && !isKnown && <SkeletonRows rows={4} />}
    </div>
  )
}
