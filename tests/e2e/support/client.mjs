// SPDX-License-Identifier: GPL-3.0-or-later
import assert, { AssertionError } from 'node:assert/strict'
import { once } from 'node:events'

import { within } from './deadline.mjs'
import { WebSocket } from './ws.mjs'

/** A `ws` client whose messages are taken one by one, in their order. */
export class Client {
  #arrived = []
  #waiting = []
  #end = null

  /** Connects; `options` are those of `ws`, and `protocols`. */
  static async open(url, { protocols = [], ...options } = {}) {
    const client = new Client(url, protocols, options)
    await within(client.opened, `a connection to ${url}`)
    return client
  }

  /** Connects to a JSON endpoint and takes its greeting. */
  static async greeted(url, options) {
    const client = await Client.open(url, options)
    client.greeting = await client.next()
    assert.equal(client.greeting.type, 'connected')
    return client
  }

  /** Connects and joins a room. */
  static async inRoom(url, roomId, userId, options) {
    const client = await Client.greeted(url, options)
    await client.join(roomId, userId)
    return client
  }

  constructor(url, protocols, options) {
    this.ws = new WebSocket(url, protocols, { perMessageDeflate: false, ...options })
    this.pings = 0
    this.opened = once(this.ws, 'open')
    this.opened.catch(() => {}) // waited for by open()
    this.closed = new Promise((resolve) => {
      this.ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
    })
    this.ws.on('error', () => {}) // `close` follows
    this.ws.on('ping', () => (this.pings += 1))
    this.ws.on('message', (data, isBinary) => this.#take({ data, isBinary }))
    this.closed.then(({ code }) => {
      this.#end = code
      for (const { reject } of this.#waiting.splice(0)) reject(this.#endError())
    })
  }

  #take(message) {
    const next = this.#waiting.shift()
    if (next) next.resolve(message)
    else this.#arrived.push(message)
  }

  #endError() {
    return new AssertionError({ message: `closed with ${this.#end} instead` })
  }

  /** The next message as it came: { data, isBinary }. */
  raw(limit) {
    if (this.#arrived.length > 0) return Promise.resolve(this.#arrived.shift())
    if (this.#end !== null) return Promise.reject(this.#endError())
    const message = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
    return within(message, 'the next message', limit)
  }

  /** The next message, which must be text. */
  async text(limit) {
    const { data, isBinary } = await this.raw(limit)
    assert.equal(isBinary, false, 'text was expected, not binary')
    return data.toString()
  }

  /** The next message, which must be JSON. */
  async next(limit) {
    return JSON.parse(await this.text(limit))
  }

  /** Takes messages until one has that type. */
  async until(type) {
    for (;;) {
      const message = await this.next()
      if (message.type === type) return message
    }
  }

  /** Sends an object as JSON, or any text or bytes. */
  send(message) {
    const isObject = typeof message === 'object' && !ArrayBuffer.isView(message)
    this.ws.send(isObject ? JSON.stringify(message) : message)
  }

  /** Sends, and gives the next message. */
  async ask(message) {
    this.send(message)
    return this.next()
  }

  async join(roomId, userId, more = {}) {
    const reply = await this.ask({ type: 'join_room', roomId, userId, ...more })
    assert.equal(reply.type, 'room_joined', JSON.stringify(reply))
    return reply
  }

  /** Returns when everything that the server had for this client has arrived. */
  async hasCaughtUp() {
    this.ws.ping()
    const end = this.closed.then(() => Promise.reject(this.#endError()))
    await within(Promise.race([once(this.ws, 'pong'), end]), 'a pong')
  }

  /** The server has answered everything sent before, and no message is left over. */
  async isSilent() {
    await this.hasCaughtUp()
    assert.deepEqual(this.#arrived.map(({ data }) => data.toString()), [], 'no message was expected')
  }

  close(code, reason) {
    this.ws.close(code, reason)
    return within(this.closed, 'the close')
  }

  /** The end that the other side or the network brings: { code, reason }. */
  ended(limit) {
    return within(this.closed, 'the end of the connection', limit)
  }
}

/** What `ws` gets instead of an upgrade: { status, headers, body }. */
export async function refusal(url, { protocols = [], ...options } = {}) {
  const ws = new WebSocket(url, protocols, options)
  ws.on('error', () => {})
  const opened = once(ws, 'open').then(() => {
    ws.terminate()
    throw new AssertionError({ message: 'it was upgraded, not refused' })
  })
  const refused = once(ws, 'unexpected-response').then(async ([, response]) => {
    let body = ''
    for await (const chunk of response.setEncoding('utf8')) body += chunk
    return { status: response.statusCode, headers: response.headers, body }
  })
  return within(Promise.race([opened, refused]), 'a refusal')
}

/** A message less its timestamp, which must be one of these days. */
export function withoutTimestamp({ timestamp, ...rest }) {
  assert.ok(Number.isInteger(timestamp), `timestamp: ${timestamp}`)
  assert.ok(Math.abs(Date.now() - timestamp) < 60_000, `timestamp: ${timestamp}`)
  return rest
}
