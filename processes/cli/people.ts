import { createInterface } from 'node:readline/promises'
import { Command } from 'commander'
import { installation, refuse } from '#kernel'
import { type AuthServices, addMembership, authServices, ensureUser } from '#modules/auth'
import { execute } from '#platform/execution'
import { memberActor } from '../actors.ts'
import { companyId, type Opened, withInstallation } from './installation.ts'

/** `entrepot user` and `entrepot key`: the first person of an installation, and keys for programs. */
export const peopleCommands = (): Command[] => [userCommand(), keyCommand()]

function userCommand(): Command {
  const user = new Command('user').description('People who may sign in.')
  user
    .command('add')
    .description('Makes a person with a role in a company; without a company, a super admin of the installation.')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .option('--company <slug>', 'the company that the role is in')
    .option('--role <role>', 'company_admin, shop_manager, shop_staff or customer', 'company_admin')
    .action((options: { email: string; name: string; company?: string; role: string }) =>
      withInstallation(async (opened) => {
        const password = await askPassword()
        const auth = authOf(opened)
        const { id: userId, isNew } = await ensureUser(auth, { email: options.email, name: options.name, password })
        const company = options.company ? await companyId(opened, options.company) : installation
        const role = options.company ? options.role : 'super_admin'
        await addMembership(auth, { companyId: company, userId, role })
        const note = isNew ? '' : ' They had a password already; it stays.'
        process.stdout.write(`${options.email} is ${role} of ${options.company ?? 'the installation'}.${note}\n`)
      }),
    )
  user
    .command('list')
    .description('Lists the people of a company.')
    .requiredOption('--company <slug>')
    .action(({ company }: { company: string }) =>
      withInstallation(async (opened) => {
        const rows = await opened.app.db.relay`
          select u.email, u.name, m.role from auth.membership m join auth.user u on u.id = m.user_id
          where m.company_id = ${await companyId(opened, company)} order by u.email limit 1000`
        for (const { email, role, name } of rows) process.stdout.write(`${email}\t${role}\t${name}\n`)
      }),
    )
  return user
}

function keyCommand(): Command {
  return new Command('key')
    .description('Makes an API key that acts for a person, and prints it this once.')
    .requiredOption('--email <address>', 'the person')
    .requiredOption('--company <slug>')
    .requiredOption('--name <name>', 'what the key is for')
    .requiredOption('--scopes <list>', 'permissions, separated by commas')
    .action((options: { email: string; company: string; name: string; scopes: string }) =>
      withInstallation(async (opened) => {
        const company = await companyId(opened, options.company)
        const actor = await memberActor(opened.app, company, { email: options.email })
        if (!actor) throw refuse('NOT_FOUND', `${options.email} is not an active member of that company.`)
        const operation = opened.app.registry.operations.get('auth.createApiKey')
        if (!operation) throw new Error('the module auth has no action createApiKey')
        const input = { name: options.name, scopes: options.scopes.split(',').map((scope) => scope.trim()) }
        const { data } = await execute(opened.app, operation, {
          actor,
          companyId: company,
          requestId: opened.app.newId(),
          input,
        })
        process.stdout.write(`${(data as { key: string }).key}\n`)
      }),
    )
}

const authOf = ({ app }: Opened): AuthServices => app.services.get(authServices.name) as AuthServices

/** From the terminal, or the first line of standard input for scripts. Never from an argument, which others can see. */
async function askPassword(): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stderr : undefined })
  try {
    return await asking.question('Password: ')
  } finally {
    asking.close()
  }
}
