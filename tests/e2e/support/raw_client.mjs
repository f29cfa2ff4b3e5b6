// SPDX-License-Identifier: GPL-3.0-or-later
import assert, { AssertionError } from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'

import { within } from './deadline.mjs'

export const OP = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 }

/** A frame with every bit as one wants it (RFC 6455 section 5.2). */
export function frame(opcode, payload = '', { fin = true, masked = true, rsv = 0, length } = {}) {
  const body = Buffer.from(payload)
  const size = length ?? body.length
  const extended = size < 126 ? Buffer.alloc(0) : Buffer.alloc(size < 65_536 ? 2 : 8)
  if (extended.length === 2) extended.writeUInt16BE(size)
  if (extended.length === 8) extended.writeBigUInt64BE(BigInt(size))
  const short = extended.length === 0 ? size : extended.length === 2 ? 126 : 127
  const head = Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode, (masked ? 0x80 : 0) | short])
  if (!masked) return Buffer.concat([head, extended, body])
  const mask = Buffer.from([0x12, 0x34, 0x56, 0x78])
  return Buffer.concat([head, extended, mask, body.map((byte, i) => byte ^ mask[i % 4])])
}

/** The request that upgrades; `fields` replace or add (null takes one out). */
export function upgradeRequest(path = '/', fields = {}, requestLine = `GET ${path} HTTP/1.1`) {
  const all = {
    Host: '127.0.0.1',
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version': '13',
    ...fields,
  }
  const lines = Object.entries(all).filter(([, value]) => value !== null)
  return [requestLine, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
}

/** A TCP connection on which a test writes what no client library would. */
export class RawClient {
  #bytes = Buffer.alloc(0)
  #changed = () => {}
  #ended = false

  static async connect(server) {
    const socket = connect(server.port, server.host)
    await within(once(socket, 'connect'), 'a TCP connection')
    return new RawClient(socket)
  }

  /** Connected and upgraded; whatever `early` holds travels with the handshake. */
  static async upgraded(server, path = '/', { early = Buffer.alloc(0) } = {}) {
    const client = await RawClient.connect(server)
    client.write(Buffer.concat([Buffer.from(upgradeRequest(path)), early]))
    const head = await client.head()
    assert.match(head, /^HTTP\/1\.1 101 /)
    return client
  }

  constructor(socket) {
    this.socket = socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk])
      this.#changed()
    })
    socket.on('error', () => {})
    this.closed = new Promise((resolve) => {
      const end = () => {
        this.#ended = true
        this.#changed()
        resolve()
      }
      socket.on('end', end).on('close', end)
    })
  }

  write(bytes) {
    this.socket.write(bytes)
  }

  send(opcode, payload, options) {
    this.write(frame(opcode, payload, options))
  }

  /** Takes what `parse` finds at the beginning: it returns [value, bytes used], or null. */
  async #take(parse, what, limit) {
    const found = async () => {
      for (;;) {
        const result = parse(this.#bytes)
        if (result) {
          this.#bytes = this.#bytes.subarray(result[1])
          return result[0]
        }
        if (this.#ended) {
          throw new AssertionError({ message: `${what}: TCP ended after ${this.#bytes.length} bytes` })
        }
        await new Promise((resolve) => (this.#changed = resolve))
      }
    }
    return within(found(), what, limit)
  }

  /** The reply's head, as text. */
  head(limit) {
    return this.#take((bytes) => {
      const end = bytes.indexOf('\r\n\r\n')
      return end < 0 ? null : [bytes.subarray(0, end + 4).toString(), end + 4]
    }, 'the head of a reply', limit)
  }

  /** The whole reply of a refused request, when TCP has ended: { status, head, body }. */
  async reply(limit) {
    await within(this.closed, 'the end of the reply', limit)
    const [head, ...body] = this.#bytes.toString().split('\r\n\r\n')
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1])
    return { status, head, body: body.join('\r\n\r\n') }
  }

  /** The server's next frame: { fin, opcode, payload }. */
  frame(limit) {
    return this.#take((bytes) => {
      if (bytes.length < 2) return null
      assert.equal(bytes[1] & 0x80, 0, 'a server does not mask')
      const short = bytes[1] & 0x7f
      const start = short < 126 ? 2 : short === 126 ? 4 : 10
      if (bytes.length < start) return null
      const size = short < 126 ? short
        : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
      if (bytes.length < start + size) return null
      const payload = bytes.subarray(start, start + size)
      return [{ fin: bytes[0] >= 0x80, opcode: bytes[0] & 0xf, payload }, start + size]
    }, 'a frame', limit)
  }

  /** The next data message, as text. */
  async message(limit) {
    for (;;) {
      const { opcode, payload } = await this.frame(limit)
      if (opcode === OP.close) {
        throw new AssertionError({ message: `closed with ${payload.readUInt16BE(0)} instead` })
      }
      if (opcode === OP.text || opcode === OP.binary) return payload.toString()
    }
  }

  /** Skips everything up to the close frame: its code and reason. */
  async closeFrame(limit) {
    for (;;) {
      const { opcode, payload } = await this.frame(limit)
      if (opcode !== OP.close) continue
      return { code: payload.length < 2 ? 1005 : payload.readUInt16BE(0),
        reason: payload.subarray(2).toString() }
    }
  }

  /** TCP has ended. */
  ended(limit) {
    return within(this.closed, 'the end of TCP', limit)
  }

  destroy() {
    this.socket.destroy()
  }
}
