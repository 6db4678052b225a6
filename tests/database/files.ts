import { join } from 'node:path'

/** Where the cluster of the tests lies. The one that waits for the disk is another cluster beside the usual one. */
export function clusterFiles(isSafe: boolean): {
  folder: string
  data: string
  url: string
  keeper: string
  log: string
} {
  const folder = join(import.meta.dirname, '../../.data', isSafe ? 'test-cluster-fsync' : 'test-cluster')
  const inside = (name: string) => join(folder, name)
  return { folder, data: inside('data'), url: inside('url'), keeper: inside('keeper'), log: inside('keeper.log') }
}
