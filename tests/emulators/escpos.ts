/**
 * Reads ESC/POS as a printer of Epson's make does and says what would be on the paper. Every command that it does not
 * know is a fault, so that nothing reaches a printer that nobody has thought of.
 * Source: Epson, "ESC/POS Command Reference", TM-T88VI; code pages as in its ESC t table.
 */
import iconv from 'iconv-lite'

export type Printed =
  | { kind: 'line'; text: string; columns: number; bold: boolean; height: number; pages: string[] }
  | { kind: 'qr'; value: string; align: number }
  | { kind: 'barcode'; value: string; dots: number; align: number }
  | { kind: 'image'; width: number; height: number; black: number; align: number }
  | { kind: 'cut' }
  | { kind: 'pulse'; pin: number; onMs: number }

const pages: Readonly<Record<number, string>> = {
  0: 'cp437',
  2: 'cp850',
  13: 'cp857',
  14: 'cp737',
  16: 'cp1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  33: 'cp775',
  45: 'cp1250',
  46: 'cp1251',
  47: 'cp1253',
  48: 'cp1254',
  51: 'cp1257',
}

/** What the bytes print, from top to bottom. Throws an Error at the first byte that makes no sense. */
export function readEscpos(bytes: Uint8Array): Printed[] {
  return new Reader(bytes).read()
}

/** The lines of text alone. */
export const linesPrinted = (bytes: Uint8Array): Extract<Printed, { kind: 'line' }>[] =>
  readEscpos(bytes).filter((each) => each.kind === 'line')

/** IBM put the euro into code page 857 in 1998; iconv has it not. */
const isLateEuro = (page: string, byte: number): boolean => page === 'cp857' && byte === 0xd5

class Reader {
  readonly #bytes: Uint8Array
  readonly #printed: Printed[] = []
  #at = 0
  #line = ''
  #columns = 0
  #lineBold = false
  #lineHeight = 1
  #used = new Set<string>()
  #page = 'cp437'
  #bold = false
  #width = 1
  #height = 1
  #align = 0
  #bars = 3
  #qr = ''

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(): Printed[] {
    while (this.#at < this.#bytes.length) {
      const byte = this.#next()
      if (byte === 0x0a) this.#endLine()
      else if (byte === 0x1b) this.#escape(this.#next())
      else if (byte === 0x1c) this.#expect(this.#next() === 0x2e, 'FS')
      else if (byte === 0x1d) this.#group(this.#next())
      else if (byte < 0x20 || byte === 0x7f) this.#fail(`control ${byte.toString(16)}`)
      else this.#sign(byte)
    }
    this.#expect(this.#line === '', 'a line without an end')
    return this.#printed
  }

  #next(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) throw new Error('the bytes end within a command')
    this.#at += 1
    return byte
  }

  #take(count: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + count)
    if (taken.length < count) throw new Error('the bytes end within data')
    this.#at += count
    return taken
  }

  #fail(what: string): never {
    throw new Error(`unknown at byte ${this.#at}: ${what}`)
  }

  #expect(condition: boolean, what: string): void {
    if (!condition) this.#fail(what)
  }

  #sign(byte: number): void {
    if (byte >= 0x80) this.#used.add(this.#page)
    const sign = isLateEuro(this.#page, byte) ? '€' : iconv.decode(Buffer.from([byte]), this.#page)
    this.#expect(sign !== '\ufffd', `sign ${byte.toString(16)} of ${this.#page}`)
    this.#line += sign
    this.#columns += this.#width
    this.#lineHeight = Math.max(this.#lineHeight, this.#height)
    if (sign !== ' ') this.#lineBold = this.#bold
  }

  #endLine(): void {
    this.#printed.push({
      ...{ kind: 'line', text: this.#line, columns: this.#columns, bold: this.#lineBold, height: this.#lineHeight },
      pages: [...this.#used],
    })
    this.#line = ''
    this.#columns = 0
    this.#lineBold = false
    this.#lineHeight = 1
    this.#used = new Set()
  }

  /** Blocks stand between lines: one amid text would print over it. */
  #block(block: Printed): void {
    this.#expect(this.#line === '', `${block.kind} amid a line`)
    this.#printed.push(block)
  }

  #escape(command: number): void {
    const letter = String.fromCharCode(command)
    if (letter === '@') {
      this.#page = 'cp437'
      this.#bold = false
      this.#width = this.#height = 1
      this.#align = 0
    } else if (letter === 'M') this.#expect(this.#next() === 0, 'another font than A')
    else if (letter === 'E') this.#bold = this.#next() === 1
    else if (letter === 'a') this.#align = this.#next()
    else if (letter === 't') {
      const page = this.#next()
      this.#page = pages[page] ?? this.#fail(`code page ${page}`)
    } else if (letter === 'p') {
      const pin = this.#next()
      const onMs = this.#next() * 2
      this.#next()
      this.#block({ kind: 'pulse', pin, onMs })
    } else this.#fail(`ESC ${letter}`)
  }

  #group(command: number): void {
    const letter = String.fromCharCode(command)
    if (letter === '!') {
      const size = this.#next()
      this.#width = (size >> 4) + 1
      this.#height = (size & 15) + 1
    } else if (letter === 'V') {
      this.#expect(this.#next() <= 1, 'a cut')
      this.#block({ kind: 'cut' })
    } else if (letter === 'h') this.#next()
    else if (letter === 'H') this.#next()
    else if (letter === 'w') this.#bars = this.#next()
    else if (letter === 'k') this.#barcode()
    else if (letter === '(') this.#twoDimensional()
    else if (letter === 'v') this.#image()
    else this.#fail(`GS ${letter}`)
  }

  /** CODE128 in set B, function B: how many bytes, `{B`, then the signs. */
  #barcode(): void {
    this.#expect(this.#next() === 73, 'a barcode other than CODE128')
    const data = Buffer.from(this.#take(this.#next())).toString('latin1')
    this.#expect(data.startsWith('{B') && !data.slice(2).includes('{'), `CODE128 ${data}`)
    const value = data.slice(2)
    const dots = (11 * (value.length + 2) + 13) * this.#bars
    this.#block({ kind: 'barcode', value, dots, align: this.#align })
  }

  #twoDimensional(): void {
    this.#expect(this.#next() === 0x6b, 'GS (')
    const length = this.#next() + this.#next() * 256
    const [kind = 0, step = 0, ...data] = this.#take(length)
    this.#expect(kind === 49, 'a code other than QR')
    if (step === 80) this.#qr = Buffer.from(data.slice(1)).toString('latin1')
    else if (step === 81) this.#block({ kind: 'qr', value: this.#qr, align: this.#align })
    else this.#expect([65, 67, 69].includes(step), `QR step ${step}`)
  }

  #image(): void {
    this.#expect(this.#next() === 0x30 && this.#next() === 0, 'GS v')
    const [xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = this.#take(4)
    const [across, height] = [xLow + xHigh * 256, yLow + yHigh * 256]
    const data = this.#take(across * height)
    const black = data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
    this.#block({ kind: 'image', width: across * 8, height, black, align: this.#align })
  }
}
