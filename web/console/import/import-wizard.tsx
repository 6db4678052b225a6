'use client'
import { useSearchParams } from 'next/navigation'
import { type EntityDescription, useDescription, useEntity } from '#web/data/description.ts'
import { PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { listPage } from '../pages.ts'
import { OneImport } from './one-import.tsx'
import { Upload } from './upload.tsx'

/** Bringing a file into any entity. Which import is looked at stands in the address: a reload goes on where it was. */
export function ImportWizard({ name }: { name: string }) {
  const ui = useWords('ui')
  const description = useDescription()
  const entity = useEntity(name)
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (!description.data) return <SkeletonRows />
  if (!entity?.import) return <Empty title={ui('denied')}>{ui('deniedSays')}</Empty>
  return <Wizard entity={entity} target={entity.import} />
}

function Wizard({ entity, target }: { entity: EntityDescription; target: string }) {
  const words = useWords('import')
  const label = useLabel()
  const id = useSearchParams().get('id') ?? undefined
  const open = (next: string | undefined) =>
    history.pushState(null, '', next ? `${location.pathname}?id=${next}` : location.pathname)
  return (
    <>
      <PageHead
        trail={
          <Link href={listPage(entity.name)} className="hover:text-ink hover:underline">
            {label(entity.plural)}
          </Link>
        }
        title={words('title', { plural: label(entity.plural) })}
      />
      {id ? (
        <OneImport key={id} id={id} entity={entity} target={target} onAnother={() => open(undefined)} />
      ) : (
        <Upload entity={entity} target={target} onOpen={open} />
      )}
    </>
  )
}
