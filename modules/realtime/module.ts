import { defineModule } from '#kernel'
import { readFeed, readPresence } from './feed/feed.actions.ts'

export const realtime = defineModule({
  name: 'realtime',
  says: 'What happens while it happens: sockets, the feed for those without one, who looks at a record.',
  uses: ['sales'],
  resource: 'settings',
  actions: [readFeed, readPresence],
})
