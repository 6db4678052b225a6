/** The files that belong to the project: what git tracks or would track. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Source = { path: string; lines: readonly string[]; isTest: boolean }

/** Paths of all files, relative to the root, without the ignored ones. */
export function pathsIn(root: string): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate']
  const deleted = new Set(git(root, ['ls-files', '--deleted']))
  return git(root, args).filter((path) => !deleted.has(path))
}

/** Reads the given files. */
export const sourcesIn = (root: string, paths: readonly string[]): Source[] =>
  paths.map((path) => ({
    path,
    lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n'),
    isTest: /\.(test|fixture)\.tsx?$|^(tests|web\/e2e)\//.test(path),
  }))

const git = (root: string, args: string[]): string[] =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
