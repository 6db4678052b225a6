'use client'
import { useRef, useState } from 'react'
import { useDescription } from '#web/data/description.ts'
import { useRefresh } from '#web/data/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { type BulkProgress, bulkMost, findTargets, runBulk, targetOf } from './bulk-run.ts'
import type { EntityListModel, ListRow } from './use-entity-list.ts'

type Verb = { name: string; label: string; route: string; isDangerous: boolean }

/** What can be done with the ticked records; stands over the list while there are any. */
export function BulkBar({ model, rows }: { model: EntityListModel; rows: ListRow[] }) {
  const words = useWords('list')
  const { selection, page } = model
  const verbs = useVerbs(model)
  const { start, progress, verb, stop, close } = useBulk(model, rows)
  const total = page?.pagination.total
  const count = selection.isAll ? (total ?? bulkMost) : selection.ids.size
  const isPageWhole = rows.length > 0 && rows.every(({ id }) => selection.ids.has(id))
  const isMore = isPageWhole && !selection.isAll && (total === null || (total ?? 0) > selection.ids.size)
  return (
    <>
      {count > 0 && (
        <section
          aria-label={words('bulk.title')}
          className="flex flex-wrap items-center gap-2 border-b bg-accent-soft px-4 py-2"
        >
          <p role="status" className="font-medium text-accent-ink">
            {selection.isAll && typeof total !== 'number'
              ? words('bulk.first', { count })
              : words('bulk.selected', { count })}
          </p>
          {isMore && (
            <Button look="quiet" size="sm" onClick={selection.takeAll}>
              {typeof total === 'number' ? words('bulk.takeAll', { count: total }) : words('bulk.takeMany')}
            </Button>
          )}
          <span className="flex-1" />
          {verbs.map((each) => (
            <Button key={each.name} size="sm" onClick={() => void start(each, count)}>
              {each.label}
            </Button>
          ))}
          <Button look="quiet" size="sm" onClick={selection.clear}>
            {words('bulk.clear')}
          </Button>
        </section>
      )}
      {progress && verb && (
        <BulkDialog entity={model.entity} title={verb.label} progress={progress} onStop={stop} onClose={close} />
      )}
    </>
  )
}

/** Delete and the transitions that need to be told nothing. */
function useVerbs({ entity }: EntityListModel): Verb[] {
  const words = useWords('list')
  const label = useLabel()
  const { data } = useDescription()
  return entity.bulk.flatMap((name): Verb[] => {
    if (name === 'delete') {
      return [{ name, label: words('bulk.delete'), route: `DELETE ${entity.path}/:id`, isDangerous: true }]
    }
    const action = data?.actions.find((each) => each.name === `${entity.name}.${name}`)
    if (!action || action.input.some(({ required }) => required)) return []
    const route = `${action.method} ${action.path}`
    return [{ name, label: label(action.label), route, isDangerous: action.isDangerous }]
  })
}

function useBulk(model: EntityListModel, rows: ListRow[]) {
  const words = useWords('list')
  const label = useLabel()
  const confirm = useConfirm()
  const toast = useToast()
  const refresh = useRefresh()
  const [progress, setProgress] = useState<BulkProgress | undefined>()
  const [verb, setVerb] = useState<Verb | undefined>()
  const stopper = useRef<AbortController | undefined>(undefined)
  const { entity, request, selection } = model
  const work = async (chosen: Verb, { signal }: AbortController): Promise<void> => {
    const known = new Map(rows.map((row) => [row.id, targetOf(entity, row)]))
    const targets = selection.isAll
      ? await findTargets(entity, request, signal)
      : [...selection.ids].map((id) => known.get(id) ?? { id, name: id.slice(-8) })
    const result = await runBulk(targets, { route: chosen.route, signal, onProgress: setProgress })
    selection.clear()
    await refresh(entity.name)
    if (result.failures.length > 0 || signal.aborted) return
    setProgress(undefined)
    toast({ text: words('bulk.done', { verb: chosen.label, count: result.done }) })
  }
  const start = async (chosen: Verb, count: number): Promise<void> => {
    const question = {
      title: words('bulk.ask', { verb: chosen.label, count, plural: label(entity.plural) }),
      says: words(chosen.name === 'delete' ? 'bulk.askDelete' : 'bulk.askMany'),
      verb: chosen.label,
      isDangerous: chosen.isDangerous,
    }
    if ((chosen.isDangerous || selection.isAll) && !(await confirm(question))) return
    const controller = new AbortController()
    stopper.current = controller
    setVerb(chosen)
    setProgress({ total: undefined, done: 0, failures: [] })
    try {
      await work(chosen, controller)
    } catch (error) {
      setProgress(undefined)
      if (!controller.signal.aborted)
        toast({ kind: 'bad', text: error instanceof Error ? error.message : String(error) })
    }
  }
  return {
    ...{ start, progress, verb },
    stop: () => stopper.current?.abort(),
    close: () => {
      stopper.current?.abort()
      setProgress(undefined)
    },
  }
}
