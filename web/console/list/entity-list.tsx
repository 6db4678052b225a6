'use client'
import { Download, FileUp, Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { type EntityDescription, useDescription, useEntity } from '#web/data/description.ts'
import { Button, buttonClasses } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { classes } from '#web/ui/classes.ts'
import { Link } from '#web/ui/link.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { Empty, Failure, SkeletonRows } from '#web/ui/states.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { importPage, newPage } from '../pages.ts'
import { useShortcut } from '../shortcuts.tsx'
import { BulkBar } from './bulk.tsx'
import { Cards } from './cards.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { exportList } from './export.ts'
import { AddFilter, FilterBar } from './filter-bar.tsx'
import { isPlain } from './list-state.ts'
import { useIsNarrow } from './narrow.ts'
import { Paging } from './paging.tsx'
import { type RowsHandle, useRowKeys } from './row-keys.ts'
import { SearchBox } from './search-box.tsx'
import { Table } from './table.tsx'
import { type EntityListModel, useEntityList } from './use-entity-list.ts'
import { ViewMenu } from './view-menu.tsx'

/** The list of any entity, drawn from its description; `actions` stand beside its own. */
export function EntityList({ name, actions }: { name: string; actions?: ReactNode }) {
  const ui = useWords('ui')
  const description = useDescription()
  const entity = useEntity(name)
  if (description.isError) return <Failure error={description.error} retry={description.refetch} />
  if (!description.data) return <SkeletonRows />
  if (!entity?.verbs.includes('list')) return <Empty title={ui('denied')}>{ui('deniedSays')}</Empty>
  return <OpenList entity={entity} actions={actions} />
}

function OpenList({ entity, actions }: { entity: EntityDescription; actions: ReactNode }) {
  const words = useWords('list')
  const label = useLabel()
  const model = useEntityList(entity)
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', words('search', { plural: label(entity.plural) }), () => search.current?.focus(), {
    isEnabled: entity.isSearchable,
  })
  return (
    <>
      <PageHead
        title={label(entity.plural)}
        says={entity.says && label(entity.says)}
        actions={
          <>
            {actions}
            <HeadActions model={model} />
          </>
        }
      />
      <Card isFlush>
        <div className="flex flex-wrap items-center gap-2 border-b p-3">
          <ViewMenu model={model} />
          {entity.isSearchable ? <SearchBox model={model} ref={search} /> : <span className="flex-1" />}
          <AddFilter model={model} />
          <ColumnChooser model={model} />
        </div>
        <FilterBar model={model} />
        <Records model={model} />
      </Card>
    </>
  )
}

function HeadActions({ model }: { model: EntityListModel }) {
  const words = useWords('list')
  const label = useLabel()
  const router = useRouter()
  const toast = useToast()
  const [isExporting, setExporting] = useState(false)
  const { entity } = model
  const mayCreate = entity.verbs.includes('create')
  const says = words('new', { label: label(entity.label) })
  useShortcut('n', says, () => router.push(newPage(entity.name)), { isEnabled: mayCreate })
  const takeOut = async (which: 'columns' | 'all') => {
    setExporting(true)
    try {
      await exportList(model, which)
    } catch (error) {
      toast({ kind: 'bad', text: error instanceof Error ? error.message : String(error) })
    }
    setExporting(false)
  }
  return (
    <>
      {entity.import && (
        <Link href={importPage(entity.name)} className={buttonClasses()}>
          <FileUp aria-hidden className="size-4" />
          {words('import')}
        </Link>
      )}
      {entity.export && (
        <Menu
          trigger={
            <Button isBusy={isExporting} icon={<Download aria-hidden className="size-4" />}>
              {words('export.title')}
            </Button>
          }
          items={[
            { label: words('export.columns'), run: () => void takeOut('columns') },
            { label: words('export.all'), run: () => void takeOut('all') },
          ]}
        />
      )}
      {mayCreate && (
        <Link href={newPage(entity.name)} className={buttonClasses('primary')}>
          <Plus aria-hidden className="size-4" />
          {says}
        </Link>
      )}
    </>
  )
}

function Records({ model }: { model: EntityListModel }) {
  const handle = useRef<RowsHandle>(null)
  const isNarrow = useIsNarrow()
  const { page, error, retry, isFetching, selection } = model
  const rows = page?.data ?? []
  useRowKeys(handle, rows, selection.toggle)
  if (error && !page) return <Failure error={error} retry={retry} />
  if (!page) return <SkeletonRows />
  if (rows.length === 0) return <Nothing model={model} />
  const Rows = isNarrow ? Cards : Table
  return (
    <>
      <BulkBar model={model} rows={rows} />
      {error && <Failure error={error} retry={retry} />}
      <div aria-busy={isFetching} className={classes('transition-opacity', isFetching && 'opacity-60 delay-200')}>
        <Rows model={model} rows={rows} ref={handle} />
      </div>
      <Paging model={model} />
    </>
  )
}

/** No records: because nothing matches, or because there are none yet; then the ways to the first ones. */
function Nothing({ model: { entity, state, change } }: { model: EntityListModel }) {
  const words = useWords('list')
  const label = useLabel()
  if (!isPlain(state) || state.page > 1) {
    return (
      <Empty
        title={words('emptyFound')}
        action={<Button onClick={() => change({ words: '', filters: [], page: 1 })}>{words('filter.clear')}</Button>}
      >
        {words('emptyFoundSays')}
      </Empty>
    )
  }
  const action = (
    <>
      {entity.import && (
        <Link href={importPage(entity.name)} className={buttonClasses()}>
          {words('import')}
        </Link>
      )}
      {entity.verbs.includes('create') && (
        <Link href={newPage(entity.name)} className={buttonClasses('primary')}>
          {words('new', { label: label(entity.label) })}
        </Link>
      )}
    </>
  )
  return <Empty title={words('empty', { plural: label(entity.plural) })} action={action} />
}
