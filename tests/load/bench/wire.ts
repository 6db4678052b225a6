/** As much of PostgreSQL's protocol (version 3) as recording and replaying statements takes. */

/** A message: one letter of type, a length that counts itself, and what follows. */
export type Message = { type: string; body: Buffer }

/** Cuts a stream of bytes into whole messages. */
export class MessageReader {
  #rest: Buffer = Buffer.alloc(0)

  /** The messages that are complete with these bytes. */
  push(bytes: Buffer): Message[] {
    const data = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const messages: Message[] = []
    let at = 0
    while (data.length - at >= 5) {
      const end = at + 1 + data.readUInt32BE(at + 1)
      if (end > data.length) break
      messages.push({ type: String.fromCharCode(data[at] ?? 0), body: data.subarray(at + 5, end) })
      at = end
    }
    this.#rest = data.subarray(at)
    return messages
  }
}

/** Reads the parts of a message's body one after the other. */
export class BodyReader {
  readonly #body: Buffer
  #at = 0

  constructor(body: Buffer) {
    this.#body = body
  }

  text(): string {
    const end = this.#body.indexOf(0, this.#at)
    const text = this.#body.toString('utf8', this.#at, end)
    this.#at = end + 1
    return text
  }

  /** A count and as many of what `read` reads. */
  many<T>(read: () => T): T[] {
    const count = this.#body.readUInt16BE(this.#at)
    this.#at += 2
    return Array.from({ length: count }, read)
  }

  int16(): number {
    this.#at += 2
    return this.#body.readInt16BE(this.#at - 2)
  }

  uint32(): number {
    this.#at += 4
    return this.#body.readUInt32BE(this.#at - 4)
  }

  /** A value with its length; null for SQL's null. */
  value(): Buffer | null {
    const length = this.#body.readInt32BE(this.#at)
    this.#at += 4
    if (length < 0) return null
    this.#at += length
    return this.#body.subarray(this.#at - length, this.#at)
  }
}

const message = (type: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeUInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const cText = (text: string): Buffer => Buffer.from(`${text}\0`)
const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

/** Prepares a statement under a name. */
export const parseMessage = (name: string, text: string, types: readonly number[]): Buffer =>
  message('P', cText(name), cText(text), int16(types.length), ...types.map(int32))

/** Binds values, given as text, to a prepared statement of that name; answers come as text. One allocation. */
export function bindMessage(name: string, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)))
  const size =
    1 + 4 + 1 + Buffer.byteLength(name) + 1 + 2 + 2 + 2 + lengths.reduce((sum, each) => sum + 4 + Math.max(0, each), 0)
  const bytes = Buffer.allocUnsafe(size)
  let at = bytes.write('B', 'latin1')
  at = bytes.writeUInt32BE(size - 1, at)
  at += bytes.write(`\0${name}\0`, at)
  at = bytes.writeInt16BE(0, at)
  at = bytes.writeInt16BE(values.length, at)
  for (const [index, value] of values.entries()) {
    at = bytes.writeInt32BE(lengths[index] ?? -1, at)
    if (value !== null) at += bytes.write(value, at)
  }
  bytes.writeInt16BE(0, at)
  return bytes
}

export const executeMessage = message('E', cText(''), int32(0))
export const syncMessage = message('S')
