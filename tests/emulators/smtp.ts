/** A small SMTP server (RFC 5321): takes mails, checks the order of commands, line lengths and line ends. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** `lines`: the mail as it travelled, dots unstuffed. */
export type ReceivedMail = { from: string; to: string[]; lines: string[] }

/** `silent`: accept connections and say nothing. `refuse`: answer 451 to every mail. */
export type SmtpEmulator = {
  url: string
  mails: ReceivedMail[]
  behave: { silent: boolean; refuse: boolean }
  close: () => void
}

/** Starts the emulator on a free port of loopback. */
export async function startSmtpEmulator(): Promise<SmtpEmulator> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    if (!emulator.behave.silent) serve(emulator, socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const emulator: SmtpEmulator = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: [],
    behave: { silent: false, refuse: false },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
  return emulator
}

function serve(emulator: SmtpEmulator, socket: Socket): void {
  let mail: ReceivedMail = { from: '', to: [], lines: [] }
  let inData = false
  let pending = ''
  const say = (line: string): void => {
    socket.write(`${line}\r\n`)
  }

  const takeData = (line: string): void => {
    if (line !== '.') {
      mail.lines.push(line.replace(/^\./, ''))
      return
    }
    inData = false
    // RFC 5321, 4.5.3.1.6: a line has at most 1000 octets with its end; a bare CR or LF is no line end.
    const isLegal = mail.lines.every((each) => Buffer.byteLength(each) <= 998 && !/[\r\n]/.test(each))
    if (isLegal && !emulator.behave.refuse) emulator.mails.push(mail)
    if (!isLegal) say('554 5.6.0 Bad lines')
    else say(emulator.behave.refuse ? '451 4.3.0 Try again later' : '250 2.0.0 Taken')
    mail = { from: '', to: [], lines: [] }
  }
  const takeCommand = (line: string): void => {
    const [, address = ''] = /<([^<>\r\n]*)>/.exec(line) ?? []
    if (/^QUIT$/i.test(line)) socket.end('221 Bye\r\n')
    else if (/^(EHLO |HELO |RSET$)/i.test(line)) say('250 emulator')
    else if (/^MAIL FROM:/i.test(line)) {
      mail.from = address
      say('250 OK')
    } else if (/^RCPT TO:/i.test(line) && mail.from !== '') {
      mail.to.push(address)
      say('250 OK')
    } else if (/^DATA$/i.test(line) && mail.to.length > 0) {
      inData = true
      say('354 Go on')
    } else say('503 5.5.1 Not now')
  }
  say('220 emulator')
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (pending + text).split('\r\n')
    pending = lines.pop() ?? ''
    for (const line of lines) inData ? takeData(line) : takeCommand(line)
  })
}
