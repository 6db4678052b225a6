/** The settings of an installation, from the environment: read and judged once, at the start. */
import { type Fault, findContradictions, findWeaknesses } from './config/faults.ts'
import { type Mode, type Setting, settings, settingsList } from './config/settings.ts'
import type { FileSettings } from './files.ts'

export { readSecretKeys } from './config/secret-keys.ts'
export { type Mode, type Setting, settingsList } from './config/settings.ts'

type Settings = typeof settings
type Declared = { -readonly [K in keyof Settings]: Settings[K] extends Setting<infer _, infer D> ? D : never }

/** All settings with their defaults filled in. `isPublicUrlSet`: whether `publicUrl` was given and not derived. */
export type Config = Readonly<
  Omit<Declared, 'publicUrl' | 'corsOrigins'> & {
    publicUrl: string
    corsOrigins: readonly string[]
    isPublicUrlSet: boolean
  }
>

/** Every wrong setting at once, each with its fix. Secret values do not occur in it. */
export class ConfigError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(`Settings to correct:\n${faults.map(({ name, message }) => `  ${name}: ${message}`).join('\n')}`)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads all settings. An empty value counts as absent. Throws `ConfigError`. */
export function readConfig(env: Environment): Config {
  const faults: Fault[] = []
  const mode = readSetting(env, settings.mode, 'development', faults) ?? 'development'
  const entries = settingsList.map(([key, setting]) => [key, readSetting(env, setting, mode, faults)])
  const declared = Object.fromEntries(entries) as Declared
  if (faults.length > 0) throw new ConfigError(withoutRepeats(faults))
  const publicUrl = declared.publicUrl ?? `http://localhost:${declared.webPort}`
  const config: Config = Object.freeze({
    ...declared,
    publicUrl,
    corsOrigins: declared.corsOrigins ?? [publicUrl],
    isPublicUrlSet: declared.publicUrl !== undefined,
  })
  faults.push(...findContradictions(config), ...(mode === 'production' ? findWeaknesses(config) : []))
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}

/** What `openFileStore` needs. */
export function fileSettings(config: Config): FileSettings {
  if (config.files === 'local') return { kind: 'local', directory: `${config.dataDir}/files` }
  return {
    kind: 's3',
    bucket: config.s3Bucket ?? config.files.bucket,
    region: config.s3Region,
    accessKeyId: config.s3AccessKeyId ?? '',
    secretAccessKey: config.s3SecretAccessKey ?? '',
    ...(config.s3Endpoint && { endpoint: config.s3Endpoint }),
  }
}

/** The settings by name for a log line or a support request; of a secret it only tells whether it is set. */
export function describeConfig(config: Config): Record<string, unknown> {
  const values: Readonly<Record<string, unknown>> = config
  return Object.fromEntries(
    settingsList.map(([key, { name, isSecret }]) => {
      const value = values[key]
      return [name, isSecret && value !== undefined ? '(set)' : value]
    }),
  )
}

function readSetting<T, D>(env: Environment, setting: Setting<T, D>, mode: Mode, faults: Fault[]): T | D {
  const given = [setting.name, ...(setting.also ?? [])].filter((each) => env[each]?.trim())
  const texts = new Set(given.map((each) => env[each]?.trim() ?? ''))
  const fallback = setting.defaultIn?.[mode] ?? setting.default
  const [name] = given
  const [text] = texts
  if (name === undefined || text === undefined) return fallback
  if (texts.size > 1)
    faults.push({ name, message: `${given.join(' and ')} mean the same and differ. Give one of them` })
  const value = setting.kind.read(text)
  if (value !== undefined) return value
  const shown = setting.isSecret ? 'what it is set to' : `'${text}'`
  faults.push({ name, message: `${shown} is not allowed. Give ${setting.kind.allowed}` })
  return fallback
}

/** The mode is read first and again with all others. */
function withoutRepeats(faults: Fault[]): Fault[] {
  return faults.filter(({ name }, index) => faults.findIndex((other) => other.name === name) === index)
}
