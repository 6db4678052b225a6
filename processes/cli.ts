/** The command line. Exit codes: 0 done, 1 the command failed or found breaches, 2 wrong usage or settings. */
import { Command, CommanderError } from 'commander'
import { isRefusal } from '#kernel'
import { ConfigError } from '#platform/config'
import { dataCommands } from './cli/data.ts'
import { doctorCommand } from './cli/doctor.ts'
import { eventCommands } from './cli/events.ts'
import { migrateCommand } from './cli/migrate.ts'
import { peopleCommands } from './cli/people.ts'

const program = new Command('entrepot')
  .description('Looks after an Entrepot installation. Works beside a running server, on the same settings.')
  .configureOutput({ outputError: (text, write) => write(text) })
  .showHelpAfterError('(entrepot <command> --help tells how)')
  .exitOverride()

for (const command of [migrateCommand(), doctorCommand(), ...dataCommands(), ...peopleCommands(), ...eventCommands()]) {
  program.addCommand(command.exitOverride())
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  if (isRefusal(error)) {
    const details = error.details.map(({ field, message }) => `  ${field ? `${field} ` : ''}${message}\n`)
    process.stderr.write(`${error.code}: ${error.message}\n${details.join('')}`)
    return 1
  }
  process.stderr.write(`${(error as Error).stack ?? error}\n`)
  return 1
}
