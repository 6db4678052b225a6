'use client'
import { Command as Cmdk } from 'cmdk'
import { Clock, FileText, type LucideIcon, Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#sdk/client'
import { useMe } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { Dialog } from '#web/ui/dialog.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import { useGo } from '../form/leaving.ts'
import { useRested } from '../inputs/link-search.ts'
import { recordPage } from '../pages.ts'
import { type Command, useActionCommands, usePageCommands } from './commands.ts'
import { bestOf } from './match.ts'
import { addRecent, readRecent, type Visit } from './recent.ts'

const pauseMs = 150
const mostOfEach = 6
const mostRecords = 24

/** Pages, records and things to do, found by typing; arrows and Enter are enough. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords('palette')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words('title')} isBare>
      <Finder onClose={onClose} />
    </Dialog>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const words = useWords('palette')
  const goTo = useGo()
  const { data: me } = useMe()
  const person = me?.id ?? ''
  const [typed, setTyped] = useState('')
  const [recent] = useState(() => readRecent(person))
  const go = (visit: Visit) => {
    addRecent(person, visit)
    onClose()
    goTo(visit.href)
  }
  const take = ({ label, href, run }: Command, hint: string) => {
    if (href) return go({ href, label, hint })
    onClose()
    run?.()
  }
  const isTyping = typed.trim() !== ''
  const pages = usePageCommands()
  const actions = useActionCommands()
  const shown = (all: Command[]) =>
    isTyping ? bestOf(all, typed, mostOfEach) : all.filter(({ isUsual }) => isUsual === true)
  const [shownPages, shownActions] = [shown(pages), shown(actions)]
  const search = useHits(typed.trim())
  const ids = [
    ...(isTyping ? [] : recent.map(idOfVisit)),
    ...[...shownPages, ...shownActions].map(({ id }) => id),
    ...search.hits.map(idOfHit),
  ]
  // The first one is taken by Enter, also when it comes late: records are asked for while pages are there already.
  const [wanted, setWanted] = useState('')
  const current = ids.includes(wanted) ? wanted : (ids[0] ?? '')
  return (
    <Cmdk
      label={words('title')}
      shouldFilter={false}
      loop
      value={current}
      onValueChange={setWanted}
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-3 border-b px-4">
        <Search aria-hidden className="size-4.5 shrink-0 text-faint" />
        <Cmdk.Input
          data-autofocus
          value={typed}
          onValueChange={(text) => {
            setTyped(text)
            setWanted('')
          }}
          maxLength={200}
          placeholder={words('placeholder')}
          className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Cmdk.List className="min-h-0 flex-1 overflow-y-auto p-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs">
        {!isTyping && recent.length > 0 && (
          <Cmdk.Group heading={words('recent')}>
            {recent.map((visit) => (
              <Row key={visit.href} id={idOfVisit(visit)} icon={Clock} hint={visit.hint} run={() => go(visit)}>
                {visit.label}
              </Row>
            ))}
          </Cmdk.Group>
        )}
        <Commands heading={words('pages')} commands={shownPages} onTake={(each) => take(each, words('page'))} />
        <Commands heading={words('actions')} commands={shownActions} onTake={(each) => take(each, words('action'))} />
        {isTyping && <Records {...search} onGo={go} />}
      </Cmdk.List>
    </Cmdk>
  )
}

function Commands({
  heading,
  commands,
  onTake,
}: {
  heading: string
  commands: Command[]
  onTake: (command: Command) => void
}) {
  if (commands.length === 0) return null
  return (
    <Cmdk.Group heading={heading}>
      {commands.map((command) => (
        <Row key={command.id} id={command.id} icon={command.icon} run={() => onTake(command)}>
          {command.label}
        </Row>
      ))}
    </Cmdk.Group>
  )
}

const idOfVisit = ({ href }: Visit): string => `recent ${href}`
const idOfHit = ({ entity, id }: Hit): string => `${entity} ${id}`

type Hit = AnswerOf<'GET /search'>['data'][number]
type Found = { hits: Hit[]; isWaiting: boolean; isFailed: boolean }

function useHits(typed: string): Found {
  const rested = useRested(typed, pauseMs)
  const query = { q: rested.slice(0, 200) }
  const found = useRoute('search', 'GET /search', { query }, { keep: true, enabled: rested !== '' })
  return {
    hits: typed === '' ? [] : (found.data?.data ?? []).slice(0, mostRecords),
    isWaiting: rested !== typed || found.isFetching,
    isFailed: found.isError,
  }
}

/** Records that have the words, of every entity that the person may read. */
function Records({ hits, isWaiting, isFailed, onGo }: Found & { onGo: (visit: Visit) => void }) {
  const words = useWords('palette')
  const label = useLabel()
  if (hits.length === 0) {
    const says = isWaiting ? 'looking' : isFailed ? 'failed' : 'nothing'
    return (
      <p role="status" className="px-2 py-3 text-muted">
        {words(says)}
      </p>
    )
  }
  return (
    <Cmdk.Group heading={words('records')} className={isWaiting ? 'opacity-60' : undefined}>
      {hits.map((hit) => {
        const { entity, id, title, detail, label: kind } = hit
        const name = detail && detail !== title ? `${title} · ${detail}` : title
        const visit = { href: recordPage(entity, id), label: name, hint: label(kind) }
        return (
          <Row key={id} id={idOfHit(hit)} icon={FileText} hint={visit.hint} run={() => onGo(visit)}>
            {name}
          </Row>
        )
      })}
    </Cmdk.Group>
  )
}

function Row({
  id,
  icon: Icon,
  hint,
  run,
  children,
}: {
  id: string
  icon: LucideIcon
  hint?: string
  run: () => void
  children: ReactNode
}) {
  return (
    <Cmdk.Item
      value={id}
      onSelect={run}
      className="flex cursor-default items-center gap-3 rounded-md px-2 py-2 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint && <span className="shrink-0 text-muted text-xs">{hint}</span>}
    </Cmdk.Item>
  )
}
