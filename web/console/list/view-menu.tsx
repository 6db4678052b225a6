'use client'
import { ChevronDown, Layers, Star, Users } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '#web/data/me.ts'
import { Button } from '#web/ui/button.tsx'
import { Menu, type MenuItem } from '#web/ui/menu.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { bareState } from './list-state.ts'
import type { EntityListModel } from './use-entity-list.ts'
import { useViewActs } from './view-acts.ts'
import { ViewName } from './view-name.tsx'
import { isAsSaved, stateOfView } from './views-data.ts'

/** Saved views: which one is shown, the others, and what can be done with them. */
export function ViewMenu({ model }: { model: EntityListModel }) {
  const words = useWords('list')
  const label = useLabel()
  const { data: me } = useMe()
  const acts = useViewActs(model)
  const [naming, setNaming] = useState<'new' | 'rename' | undefined>()
  const { entity, state, view, views, change } = model
  const all = words('views.all', { plural: label(entity.plural) })
  const isChanged = view !== undefined && !isAsSaved(state, view)
  const isOwn = view !== undefined && view.ownedBy === me?.id
  const items: MenuItem[] = [
    {
      label: all,
      isChecked: view === undefined,
      // With a default view, the bare address would open that.
      run: () => change({ ...bareState, limit: state.limit, view: views.defaultId ? 'none' : null }),
    },
    ...views.all.map((each) => ({
      label: each.name,
      isChecked: each.id === view?.id,
      hint: (
        <>
          {each.id === views.defaultId && <Star aria-label={words('views.isDefault')} className="inline size-3.5" />}
          {each.isShared && <Users aria-label={words('views.isShared')} className="ms-1 inline size-3.5" />}
        </>
      ),
      run: () => change({ ...stateOfView(each), limit: state.limit }),
    })),
    'line',
    ...(isOwn && isChanged ? [{ label: words('views.saveChanges'), run: acts.saveChanges }] : []),
    ...(view && isChanged ? [{ label: words('views.undoChanges'), run: () => change(stateOfView(view)) }] : []),
    { label: words('views.saveAs'), run: () => setNaming('new') },
    ...(view
      ? [
          view.id === views.defaultId
            ? { label: words('views.noDefault'), run: () => acts.chooseDefault(null) }
            : { label: words('views.makeDefault'), run: () => acts.chooseDefault(view.id) },
        ]
      : []),
    ...(isOwn
      ? [
          { label: words('views.rename'), run: () => setNaming('rename') },
          { label: words(view.isShared ? 'views.unshare' : 'views.share'), run: acts.toggleShared },
          { label: words('views.delete'), isDangerous: true, run: acts.remove },
        ]
      : []),
  ]
  return (
    <>
      <Menu
        align="start"
        items={items}
        trigger={
          <Button
            aria-label={words('views.title', { name: view?.name ?? all })}
            icon={<Layers aria-hidden className="size-4" />}
          >
            <span className="max-w-40 truncate">{view?.name ?? all}</span>
            {isChanged && <span className="size-1.5 rounded-full bg-warn" title={words('views.isChanged')} />}
            <ChevronDown aria-hidden className="size-3.5 text-muted" />
          </Button>
        }
      />
      {naming && (
        <ViewName
          title={words(naming === 'new' ? 'views.saveAs' : 'views.rename')}
          name={naming === 'rename' ? (view?.name ?? '') : ''}
          mayShare={naming === 'new'}
          onClose={() => setNaming(undefined)}
          onSave={naming === 'new' ? acts.create : acts.rename}
        />
      )}
    </>
  )
}
