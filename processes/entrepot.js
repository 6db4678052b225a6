#!/usr/bin/env node
/** `npx entrepot`: hands over to the Node that the project brings, whichever one started this. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const cli = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), 'cli.ts')
const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
const { status, signal } = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(signal ? 1 : (status ?? 1))
