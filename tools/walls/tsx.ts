/**
 * dependency-cruiser asks swc to read TypeScript without JSX, whatever the file is called, and has no setting for it:
 * here swc itself learns that a `.tsx` has it. Imported before dependency-cruiser, which takes swc's functions once.
 */
import { createRequire } from 'node:module'
import type { ParseOptions } from '@swc/core'

type Swc = { parseFileSync: (path: string, options: ParseOptions) => unknown }

const swc = createRequire(import.meta.url)('@swc/core') as Swc
const parse = swc.parseFileSync
swc.parseFileSync = (path, options) =>
  parse(path, path.endsWith('.tsx') ? ({ ...options, tsx: true } as ParseOptions) : options)
