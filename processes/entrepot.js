#!/usr/bin/env node
/** `npx entrepot`: hands over to the Node that the project brings, whichever one started this. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const cli = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), 'cli.ts')
const require = createRequire(import.meta.url)
const node = join(dirname(require.resolve('node/package.json')), 'bin', 'node')
// How much memory Node may take stands in one place: the start script.
const limits = require('../package.json').scripts.start.match(/--max-\S+/g) ?? []
const { status, signal } = spawnSync(node, [...limits, cli, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(signal ? 1 : (status ?? 1))
