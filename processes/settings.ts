/** The settings of a process, or its end with what is wrong with them. */
import { type Config, ConfigError, readConfig } from '#platform/config'

export function settingsOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}
