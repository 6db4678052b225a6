'use client'
import { Copy, Ellipsis, Files, Pencil, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { client } from '#web/data/client.ts'
import { type EntityDescription, useDescription } from '#web/data/description.ts'
import { useRefresh } from '#web/data/queries.ts'
import { Button, buttonClasses, IconButton } from '#web/ui/button.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Link } from '#web/ui/link.tsx'
import { Menu, type MenuItem } from '#web/ui/menu.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { Tooltip } from '#web/ui/tooltip.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { refusalText } from '../form/refusal-text.ts'
import { sentence } from '../inputs/sentence.ts'
import { editPage, listPage, newPage } from '../pages.ts'
import { ActionDialog } from './action-dialog.tsx'
import { type Offer, offersFor } from './actions.rules.ts'
import { type TitledRecord, titleOfRecord, useVerbAction } from './use-entity-record.ts'

const buttonsMost = 3

/** What can be done with a record: the usual things as buttons, the rest in a menu. */
export function RecordActions({
  entity,
  record,
  except = [],
}: {
  entity: EntityDescription
  record: TitledRecord
  /** Actions that the page offers in a way of its own. */
  except?: readonly string[]
}) {
  const words = useWords('record')
  const { data } = useDescription()
  const [asking, setAsking] = useState<Offer | undefined>()
  const run = useRun(entity, record, setAsking)
  const rest = useMenu(entity, record)
  const actions = data?.actions.filter(({ name }) => !except.includes(name)) ?? []
  const offers = offersFor(entity, record, actions)
  const shown = offers.filter(({ action }) => action.method !== 'GET').slice(0, buttonsMost)
  const inMenu = offers.filter((offer) => !shown.includes(offer))
  const more: MenuItem[] = [
    ...inMenu.map((offer) => itemOf(offer, run)),
    ...(inMenu.length > 0 ? ['line' as const] : []),
  ]
  return (
    <>
      {shown.map((offer) => (
        <OfferButton key={offer.action.name} offer={offer} entity={entity} record={record} run={run} />
      ))}
      {entity.verbs.includes('update') && (
        <Link href={editPage(entity.name, record.id)} className={buttonClasses('primary')}>
          <Pencil aria-hidden className="size-3.5" />
          {words('edit')}
        </Link>
      )}
      <Menu
        items={[...more, ...rest]}
        trigger={<IconButton look="plain" label={words('more')} icon={<Ellipsis aria-hidden className="size-4" />} />}
      />
      {asking && <ActionDialog offer={asking} entity={entity} record={record} onClose={() => setAsking(undefined)} />}
    </>
  )
}

const itemOf = (offer: Offer, run: (offer: Offer) => void): MenuItem => ({
  label: offer.action.label,
  isDisabled: offer.isOut,
  isDangerous: offer.action.isDangerous,
  run: () => run(offer),
})

function OfferButton({
  offer,
  entity,
  record,
  run,
}: {
  offer: Offer
  entity: EntityDescription
  record: TitledRecord
  run: (offer: Offer) => void
}) {
  const words = useWords('record')
  const label = useLabel()
  const { action, isOut } = offer
  const state = entity.state ? label(sentence(String(record[entity.state]))) : ''
  // A button that is out of reach keeps the focus, so that its reason can be heard.
  const button = (
    <Button aria-disabled={isOut || undefined} onClick={() => isOut || run(offer)}>
      {label(action.label)}
    </Button>
  )
  return <Tooltip says={isOut ? words('notInState', { state }) : label(action.says)}>{button}</Tooltip>
}

/** Runs an action that asks for nothing; one that does, or that answers something, opens its dialog. */
function useRun(entity: EntityDescription, record: TitledRecord, ask: (offer: Offer) => void) {
  const words = useWords()
  const label = useLabel()
  const toast = useToast()
  const confirm = useConfirm()
  const refresh = useRefresh()
  return async (offer: Offer) => {
    const { action, input } = offer
    if (input.length > 0 || action.method === 'GET' || action.answersFile) return ask(offer)
    const name = label(action.label)
    const question = {
      title: words('record.actionAsk', { action: name, title: titleOfRecord(entity, record) }),
      says: words('record.actionSays', { says: label(action.says) }),
      verb: name,
      isDangerous: true,
    }
    if (action.isDangerous && !(await confirm(question))) return
    try {
      await client.send(`${action.method} ${action.path}`, { params: { id: record.id }, body: {} })
      toast({ text: words('record.done', { action: name }) })
    } catch (error) {
      toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
    }
    await refresh(entity.name)
  }
}

/** What every record has: a copy of it, its id, its end. */
function useMenu(entity: EntityDescription, record: TitledRecord): MenuItem[] {
  const words = useWords()
  const router = useRouter()
  const toast = useToast()
  const confirm = useConfirm()
  const refresh = useRefresh()
  const byHand = useVerbAction(entity.name, 'delete')
  const title = titleOfRecord(entity, record)
  const remove = async () => {
    const question = { title: words('record.deleteAsk', { title }), says: words('record.deleteSays') }
    if (!(await confirm({ ...question, verb: words('record.delete'), isDangerous: true }))) return
    try {
      await client.send(byHand ? `${byHand.method} ${byHand.path}` : `DELETE ${entity.path}/:id`, {
        params: { id: record.id },
        ...(record.version ? { version: record.version } : {}),
      })
      toast({ text: words('record.deleted', { title }) })
      router.replace(listPage(entity.name))
      await refresh(entity.name)
    } catch (error) {
      toast({ kind: 'bad', text: refusalText(error, words('ui.unreachable')) })
    }
  }
  const copy = async () => {
    await navigator.clipboard.writeText(record.id)
    toast({ text: words('record.copied') })
  }
  const icon = 'size-4'
  return [
    ...(entity.verbs.includes('create')
      ? [
          {
            label: words('record.duplicate'),
            icon: <Files className={icon} />,
            run: () => router.push(`${newPage(entity.name)}?from=${record.id}`),
          },
        ]
      : []),
    { label: words('record.copyId'), icon: <Copy className={icon} />, run: () => void copy() },
    ...(entity.verbs.includes('delete')
      ? [
          'line' as const,
          {
            label: words('record.delete'),
            icon: <Trash2 className={icon} />,
            isDangerous: true,
            run: () => void remove(),
          },
        ]
      : []),
  ]
}
