'use client'
import { useMay } from '#web/data/me.ts'
import { PageHead } from '#web/ui/card.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { useWords } from '#web/words/words.tsx'
import { Doctor } from './doctor.tsx'
import { EventLog } from './event-log.tsx'
import { Jobs } from './jobs.tsx'
import { Listeners } from './listeners.tsx'
import { ParkedEvents } from './parked-events.tsx'

/** How far the followers of the event log are, what they could not do, what runs by the clock, and whether the books agree. */
export function SystemPage() {
  const words = useWords('system')
  const may = useMay()
  const tabs = [
    { id: 'listeners', label: words('listeners'), permission: 'system.listListeners', content: <Listeners /> },
    { id: 'parked', label: words('parked'), permission: 'system.listParked', content: <ParkedEvents /> },
    { id: 'jobs', label: words('jobs'), permission: 'system.listJobs', content: <Jobs /> },
    { id: 'events', label: words('events'), permission: 'system.listEvents', content: <EventLog /> },
    { id: 'doctor', label: words('doctor'), permission: 'system.readExamination', content: <Doctor /> },
  ]
  return (
    <>
      <PageHead title={words('title')} says={words('says')} />
      <Tabs tabs={tabs.filter(({ permission }) => may(permission))} />
    </>
  )
}
