'use client'
import { Search } from 'lucide-react'
import { type Ref, useCallback, useEffect, useRef, useState } from 'react'
import { Field, Input } from '#web/ui/field.tsx'
import { useLabel, useWords } from '#web/words/words.tsx'
import type { EntityListModel } from './use-entity-list.ts'

const pauseMs = 250

/**
 * Words to look for. What is typed stays in here until there is a pause, so that no key waits for a list to be drawn.
 */
export function SearchBox({ model, ref }: { model: EntityListModel; ref: Ref<HTMLInputElement> }) {
  const words = useWords('list')
  const label = useLabel()
  const { entity, state, change } = model
  const [text, setText] = useState(state.words)
  const sent = useRef(state.words)
  useEffect(() => {
    if (state.words === sent.current) return
    sent.current = state.words
    setText(state.words)
  }, [state.words])
  const send = useCallback(() => {
    if (text === sent.current) return
    sent.current = text
    change({ words: text }, { replaces: true })
  }, [text, change])
  useEffect(() => {
    const timer = setTimeout(send, pauseMs)
    return () => clearTimeout(timer)
  }, [send])
  const says = words('search', { plural: label(entity.plural) })
  return (
    <Field label={says} isLabelHidden className="order-first min-w-40 flex-1 basis-full sm:order-none sm:basis-52">
      {(field) => (
        <Input
          {...field}
          ref={ref}
          type="search"
          maxLength={200}
          before={<Search aria-hidden className="size-4" />}
          placeholder={says}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          // Who leaves goes on at once: the address must not change under the page that they are going to.
          onBlur={send}
        />
      )}
    </Field>
  )
}
