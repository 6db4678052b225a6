/** Mail by SMTP. Every wait has an end, and a mail cannot make the server read files or addresses of ours. */
import { checkMail, type Mailer } from './port.ts'

const pool = { pool: true, maxConnections: 2, maxMessages: 100 } as const
const closed = { disableFileAccess: true, disableUrlAccess: true }

/** Opens a server as a mailer. Nothing is sent before the first mail. No single wait is longer than `timeoutMs`. */
export function createSmtpMailer(url: string, from: string, timeoutMs: number): Mailer {
  let connected: ReturnType<typeof connect> | undefined
  return {
    send: async (mail) => {
      const checked = checkMail(mail)
      connected ??= connect(url, timeoutMs)
      const { messageId } = await (await connected).sendMail({ from, ...checked })
      return { id: messageId }
    },
    close: async () => (await connected)?.close(),
  }
}

async function connect(url: string, timeoutMs: number) {
  const { createTransport } = await import('nodemailer')
  const limits = {
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  }
  return createTransport({ url, ...pool, ...limits, ...closed })
}
