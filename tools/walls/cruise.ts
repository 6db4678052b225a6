/** Reads the graph of imports under a folder and judges it by the rules. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import './tsx.ts'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import type { ModuleDefinition } from '#kernel'
import { floors, wallRules } from './rules.ts'

/** What breaks a wall, a line each; empty when all is well. `files` is how many were read. */
export async function wallFaults(
  root: string,
  modules: readonly ModuleDefinition[],
): Promise<{ faults: string[]; files: number }> {
  const onDisk = globSync(`{${floors.join(',')}}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|\.next[^/]*)$/.test(path),
  }).filter((path) => !path.endsWith('.d.ts'))
  const result = await cruise(
    floors.filter((floor) => onDisk.some((path) => path.startsWith(`${floor}/`))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: wallRules(modules) },
      // TypeScript 7 has no parser that dependency-cruiser knows; with its default it reads nothing and is content.
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)\\.next|\\.(css|json|svg)$|\\.d\\.ts$' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default'],
        extensions: ['.ts', '.tsx', '.js', '.json'],
      },
    },
    { extensionAlias: {} } as object,
  )
  const { summary, modules: read } = result.output as ICruiseResult
  const files = read.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules')).length
  const faults = summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from}${to === from ? '' : ` -> ${to}`}`,
  )
  if (files < onDisk.length) faults.push(`only ${files} of ${onDisk.length} files were read; is @swc/core installed?`)
  for (const folder of globSync('modules/*/module.ts', { cwd: root })) {
    const name = folder.split('/')[1]
    if (!modules.some((module) => module.name === name))
      faults.push(`${join('modules', name ?? '')} is not in processes/modules.ts`)
  }
  return { faults, files }
}
