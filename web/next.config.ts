import { join } from 'node:path'
import type { NextConfig } from 'next'

/** Types are checked by `npm run check`; the folder of the build may be moved so that two checkouts do not share it. */
const config: NextConfig = {
  distDir: process.env.WEB_DIST ?? '.next',
  turbopack: {
    root: join(import.meta.dirname, '..'),
    // Messages come read already (`words/catalogue.ts`): the browser needs no reader of their syntax.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
}

export default config
