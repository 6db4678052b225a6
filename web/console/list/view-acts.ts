'use client'
import { useAct } from '#web/data/queries.ts'
import { useConfirm } from '#web/ui/confirm.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useWords } from '#web/words/words.tsx'
import type { EntityListModel } from './use-entity-list.ts'
import { viewOfState } from './views-data.ts'

const about = 'views.view'

/** What can be done with the view that is shown, and with what is shown as a view. */
export function useViewActs({ entity, state, view, columns, change }: EntityListModel) {
  const words = useWords('list')
  const confirm = useConfirm()
  const toast = useToast()
  const make = useAct('POST /views', about)
  const update = useAct('PATCH /views/:id', about)
  const drop = useAct('DELETE /views/:id', about)
  const choose = useAct('PUT /views/defaults', about)
  const names = columns.map(({ name }) => name)
  const isUsual = names.join() === entity.list.join()
  const shown = viewOfState(state, isUsual ? null : names)
  const done = (text: string) => () => toast({ text })
  const failed = (error: Error) => toast({ kind: 'bad', text: error.message })
  const quietly = (work: Promise<unknown>, text: string) => void work.then(done(text), failed)
  const call = view ? { params: { id: view.id }, version: view.version } : undefined
  return {
    /** Refusals are shown where the name was typed. */
    create: async (name: string, isShared: boolean): Promise<void> => {
      const saved = await make.mutateAsync({ body: { ...shown, name, entity: entity.name, isShared } })
      change({ ...state, columns: null, view: saved.id }, { replaces: true })
      toast({ text: words('views.saved') })
    },
    rename: async (name: string): Promise<void> => {
      if (call) await update.mutateAsync({ ...call, body: { name } })
    },
    saveChanges: () => {
      if (!call) return
      const saving = update.mutateAsync({ ...call, body: shown })
      quietly(
        saving.then(() => change({ ...state, columns: null }, { replaces: true })),
        words('views.saved'),
      )
    },
    toggleShared: () => {
      if (!call || !view) return
      const text = words(view.isShared ? 'views.unshared' : 'views.shared')
      quietly(update.mutateAsync({ ...call, body: { isShared: !view.isShared } }), text)
    },
    chooseDefault: (viewId: string | null) =>
      quietly(
        choose.mutateAsync({ body: { entity: entity.name, ...(viewId ? { viewId } : {}) } }),
        words(viewId ? 'views.madeDefault' : 'views.noDefaultNow'),
      ),
    remove: async () => {
      if (!call || !view) return
      const question = {
        title: words('views.askDelete', { name: view.name }),
        says: words(view.isShared ? 'views.askDeleteShared' : 'views.askDeleteSays'),
        verb: words('views.delete'),
        isDangerous: true,
      }
      if (!(await confirm(question))) return
      quietly(
        drop.mutateAsync(call).then(() => change({ ...state, view: null }, { replaces: true })),
        words('views.deleted'),
      )
    },
  }
}
