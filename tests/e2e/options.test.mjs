// SPDX-License-Identifier: GPL-3.0-or-later
// The table of options: each one given to signalboxd, and what it changes for clients.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client, refusal } from './support/client.mjs'
import { frame, OP, RawClient, upgradeRequest } from './support/raw_client.mjs'
import { runToEnd, Server } from './support/server.mjs'

test('host: the address to listen on', async (t) => {
  const server = await Server.start(t, ['--host', '127.0.0.2'])
  assert.equal(server.host, '127.0.0.2')
  const client = await Client.greeted(server.url)
  await client.close()
  await assert.rejects(Client.open(`ws://127.0.0.1:${server.port}/`))
})

test('host: 127.0.0.1 by default', async (t) => {
  const server = await Server.start(t)
  assert.equal(server.host, '127.0.0.1')
})

test('port: the one that was asked for', async (t) => {
  const first = await Server.start(null)
  await first.stop()
  const second = await Server.start(t, ['--port', `${first.port}`])
  assert.equal(second.port, first.port)
})

test('port: 0 picks a free one', async (t) => {
  const [one, two] = [await Server.start(t), await Server.start(t)]
  assert.notEqual(one.port, two.port)
})

for (const transport of ['wire', 'wire-qt', 'qt']) test(`transport: ${transport} serves`, async (t) => {
  const server = await Server.start(t, ['--transport', transport])
  await (await Client.greeted(server.url)).close()
})

for (const [language, message] of [['en', 'The message is not valid JSON'],
  ['zh_CN', '消息解析失败']]) {
  test(`language ${language}: of error texts`, async (t) => {
    const server = await Server.start(t, ['--language', language])
    const client = await Client.greeted(server.url)
    assert.equal((await client.ask('{')).message, message)
    await client.close()
  })
}

test('language zh_CN: of /response', async (t) => {
  const server = await Server.start(t, ['--language', 'zh_CN', '--examples'])
  const client = await Client.greeted(server.at('/response'))
  assert.equal((await client.ask('hi')).message, '服务器收到: hi')
  await client.close()
})

const EXAMPLES = ['/echo-json', '/response', '/prefix', '/ack', '/broadcast']

for (const args of [[], ['--no-examples']]) {
  test(`examples: off with ${JSON.stringify(args)}`, async (t) => {
    const server = await Server.start(t, args)
    for (const path of EXAMPLES) assert.equal((await refusal(server.at(path))).status, 404)
    for (const path of ['/', '/echo']) await (await Client.open(server.at(path))).close()
  })
}

test('examples: on with --examples', async (t) => {
  const server = await Server.start(t, ['--examples'])
  for (const path of EXAMPLES) await (await Client.open(server.at(path))).close()
})

/** The status that a page of that origin gets: 101 or a refusal. */
async function statusFor(server, origin) {
  const answer = await refusal(server.url, { origin }).catch((error) => {
    if (/upgraded, not refused/.test(error.message)) return { status: 101 }
    throw error
  })
  if (answer.status !== 101) assert.ok(answer.body.includes('allowedOrigins'), answer.body)
  return answer.status
}

test('allowedOrigins: by default any loopback origin while bound to loopback', async (t) => {
  const server = await Server.start(t)
  for (const origin of [undefined, 'http://localhost:8080', 'https://127.0.0.1', 'http://[::1]:1']) {
    assert.equal(await statusFor(server, origin), 101, origin)
  }
  for (const origin of ['http://example.com', 'null', 'http://localhost.example.com']) {
    assert.equal(await statusFor(server, origin), 403, origin)
  }
})

test('allowedOrigins: by default only the same host while bound to all addresses', async (t) => {
  const server = await Server.start(t, ['--host', '0.0.0.0'])
  server.url = `ws://127.0.0.1:${server.port}/`
  for (const origin of [undefined, 'http://127.0.0.1:8080', server.url.replace('ws', 'http')]) {
    assert.equal(await statusFor(server, origin?.replace(/\/$/, '')), 101, origin)
  }
  for (const origin of ['http://example.com', 'http://localhost:8080']) {
    assert.equal(await statusFor(server, origin), 403, origin)
  }
})

test('allowedOrigins: those that are named and no others', async (t) => {
  const server = await Server.start(t, ['--allowed-origins', 'https://a.example,https://b.example'])
  for (const origin of [undefined, 'https://a.example', 'https://b.example']) {
    assert.equal(await statusFor(server, origin), 101, origin)
  }
  for (const origin of ['http://a.example', 'https://c.example', 'http://localhost']) {
    assert.equal(await statusFor(server, origin), 403, origin)
  }
})

test('allowedOrigins: * allows all', async (t) => {
  const server = await Server.start(t, ['--allowed-origins', '*'])
  assert.equal(await statusFor(server, 'https://example.com'), 101)
})

test('maxConnections: the one above it gets 503, and a place that is free is given', async (t) => {
  const server = await Server.start(t, ['--max-connections', '3'])
  const clients = []
  for (let i = 0; i < 3; ++i) clients.push(await Client.greeted(server.url))
  const { status, headers, body } = await refusal(server.at('/echo'))
  assert.equal(status, 503)
  assert.match(headers['retry-after'], /^\d+$/)
  assert.ok(body.trim().length > 0)
  await clients.pop().close()
  clients.push(await Client.greeted(server.url))
  await Promise.all(clients.map((client) => client.close()))
})

test('maxPayloadLength: at it fine, one above closed with 1009', async (t) => {
  const server = await Server.start(t, ['--max-payload-length', '1KiB'])
  const client = await Client.open(server.at('/echo'))
  client.send('x'.repeat(1024))
  assert.equal((await client.text()).length, 1024)
  client.send('x'.repeat(1025))
  assert.equal((await client.ended()).code, 1009)
})

test('maxPayloadLength counts bytes, in one frame and in fragments', async (t) => {
  const server = await Server.start(t, ['--max-payload-length', '300'])
  const whole = await Client.open(server.at('/echo'))
  whole.send('你'.repeat(101))
  assert.equal((await whole.ended()).code, 1009)
  const parts = await Client.open(server.at('/echo'))
  parts.ws.send('你'.repeat(60), { fin: false })
  parts.ws.send('你'.repeat(41), { fin: true })
  assert.equal((await parts.ended()).code, 1009)
})

/** A message of so many fragments, each with this text. */
function fragmented(count, text) {
  return Buffer.concat(Array.from({ length: count }, (_, i) =>
    frame(i === 0 ? OP.text : OP.continuation, text, { fin: i === count - 1 })))
}

test('maxFragments: at it fine, one above closed with 1008', async (t) => {
  const server = await Server.start(t, ['--max-fragments', '5'])
  const client = await RawClient.upgraded(server, '/echo')
  client.write(fragmented(5, 'x'))
  assert.equal(await client.message(), 'xxxxx')
  client.write(fragmented(5, 'y'))
  assert.equal(await client.message(), 'yyyyy')
  client.write(fragmented(6, 'x'))
  assert.equal((await client.closeFrame()).code, 1008)
  client.destroy()
})

test('maxFragments: 0 is no limit, 16,384 the default', async (t) => {
  const many = fragmented(16_385, 'x')
  const [limited, free] = [await Server.start(t), await Server.start(t, ['--max-fragments', '0'])]
  const refused = await RawClient.upgraded(limited, '/echo')
  refused.write(many)
  assert.equal((await refused.closeFrame()).code, 1008)
  const served = await RawClient.upgraded(free, '/echo')
  served.write(many)
  assert.equal((await served.message()).length, 16_385)
  refused.destroy()
  served.destroy()
})

test('maxEmptyFragments: at it fine, one above closed with 1008', async (t) => {
  const server = await Server.start(t, ['--max-empty-fragments', '3'])
  const client = await RawClient.upgraded(server, '/echo')
  client.write(fragmented(3, ''))
  assert.equal(await client.message(), '')
  client.write(fragmented(4, ''))
  assert.equal((await client.closeFrame()).code, 1008)
  client.destroy()
})

/** Who does not read does not answer pings either; these tests are not about that. */
const PATIENT = ['--max-backpressure', '256KiB', '--heartbeat-interval', '0']

/** Fills a room with 64 KiB messages until `stop` says so; the client reads its own copies. */
async function flood(talker, roomId, stop) {
  const content = 'x'.repeat(65_536)
  for (let n = 0; !stop(); ++n) {
    talker.send({ type: 'chat_message', roomId, userId: 'talker', content, id: n })
    const own = await talker.next()
    if (own.type === 'user_left') return { sent: n, left: own }
    assert.equal(own.id, n)
  }
  return { sent: null, left: null }
}

test('backpressurePolicy close: a reader that stops reading is closed with 4008', async (t) => {
  const server = await Server.start(t, PATIENT)
  const slow = await Client.inRoom(server.url, 'r', 'slow')
  const other = await Client.inRoom(server.url, 'r', 'other')
  const talker = await Client.inRoom(server.url, 'r', 'talker')
  slow.ws.pause()
  const { sent, left } = await flood(talker, 'r', () => false)
  assert.equal(left.userId, 'slow')
  other.send({ type: 'chat', content: 'end' })
  let received = 0
  for (let message; (message = await other.next()).type !== 'chat_response';) {
    received += message.type === 'chat_message' ? 1 : 0
  }
  assert.ok(received >= sent - 1, `the others miss nothing: ${received} of ${sent}`)
  slow.ws.resume()
  assert.ok([4008, 1006].includes((await slow.ended()).code))
  await Promise.all([other.close(), talker.close()])
})

test('backpressurePolicy drop: messages are dropped and the connection lives', async (t) => {
  const server = await Server.start(t, [...PATIENT, '--backpressure-policy', 'drop'])
  const slow = await Client.inRoom(server.url, 'r', 'slow')
  const talker = await Client.inRoom(server.url, 'r', 'talker')
  await slow.next()
  slow.ws.pause()
  // More than the buffers of both kernels hold.
  let sent = 0
  await flood(talker, 'r', () => ++sent > 400)
  slow.ws.resume()
  await slow.hasCaughtUp()
  slow.send({ type: 'chat', content: 'end' })
  let received = 0
  while ((await slow.next()).type === 'chat_message') ++received
  assert.ok(received < 400, `all ${received} arrived`)
  assert.ok(received > 0)
  await talker.isSilent()
  await Promise.all([slow.close(), talker.close()])
})

test('maxBackpressure: a message into an empty buffer is always accepted', async (t) => {
  const server = await Server.start(t, ['--max-backpressure', '1'])
  const client = await Client.open(server.at('/echo'))
  for (let i = 0; i < 3; ++i) {
    client.send('x'.repeat(10_000))
    assert.equal((await client.text()).length, 10_000)
  }
  await client.close()
})

test('heartbeatInterval: a ping to every connection, on every endpoint', async (t) => {
  const server = await Server.start(t, ['--heartbeat-interval', '100ms', '--examples'])
  for (const path of ['/', '/echo', '/ack', '/broadcast']) {
    const client = await RawClient.upgraded(server, path)
    for (let pings = 0; pings < 3;) {
      const { opcode, payload } = await client.frame()
      if (opcode !== OP.ping) continue
      client.send(OP.pong, payload)
      ++pings
    }
    client.destroy()
  }
})

test('heartbeatInterval: 0 sends no pings', async (t) => {
  const server = await Server.start(t, ['--heartbeat-interval', '0', '--idle-timeout', '500ms'])
  const client = await Client.greeted(server.url)
  assert.equal((await client.ended()).code, 4010)
  assert.equal(client.pings, 0)
})

test('pongTimeout: who answers stays, who does not goes', async (t) => {
  const server = await Server.start(t,
    ['--heartbeat-interval', '200ms', '--pong-timeout', '2s'])
  const ann = await Client.inRoom(server.url, 'r', 'ann')
  const deaf = await Client.inRoom(server.url, 'r', 'deaf', { autoPong: false })
  await ann.next()
  const left = await ann.next()
  assert.deepEqual([left.type, left.userId], ['user_left', 'deaf'])
  assert.ok([4009, 1006].includes((await deaf.ended()).code))
  assert.equal((await ann.ask({ type: 'chat', content: 'x' })).type, 'chat_response')
  await ann.close()
})

test('idleTimeout: messages keep a connection, pings do not', async (t) => {
  const server = await Server.start(t,
    ['--idle-timeout', '2s', '--heartbeat-interval', '100ms'])
  const busy = await Client.greeted(server.url)
  const idle = await Client.greeted(server.url)
  const talk = setInterval(() => busy.send({ type: 'chat', content: 'x' }), 100)
  t.after(() => clearInterval(talk))
  assert.deepEqual(await idle.ended(), { code: 4010, reason: 'idle too long' })
  assert.ok(idle.pings > 0)
  assert.equal(busy.ws.readyState, 1)
  clearInterval(talk)
  await busy.close()
})

test('idleTimeout: messages that one receives count too', async (t) => {
  const server = await Server.start(t, ['--idle-timeout', '2s'])
  const listener = await Client.inRoom(server.url, 'r', 'listener')
  const talker = await Client.inRoom(server.url, 'r', 'talker')
  const idle = await Client.greeted(server.url)
  const talk = setInterval(() => talker.send(
    { type: 'chat_message', roomId: 'r', userId: 'talker', content: 'x' }), 100)
  t.after(() => clearInterval(talk))
  assert.equal((await idle.ended()).code, 4010)
  assert.equal(listener.ws.readyState, 1)
  clearInterval(talk)
  await Promise.all([listener.close(), talker.close()])
})

test('closeTimeout: a peer that never answers a close is terminated', async (t) => {
  const server = await Server.start(t, ['--idle-timeout', '200ms', '--close-timeout', '300ms'])
  const client = await RawClient.upgraded(server, '/echo')
  assert.equal((await client.closeFrame()).code, 4010)
  await client.ended(5_000)
})

test('drainTimeout: who does not answer 1001 does not hold the server up', async (t) => {
  const server = await Server.start(t, ['--drain-timeout', '300ms', '--close-timeout', '1h'])
  const deaf = await RawClient.upgraded(server, '/echo')
  deaf.socket.pause()
  for (let i = 0; i < 10; ++i) deaf.send(OP.binary, Buffer.alloc(100_000))
  const other = await Client.open(server.at('/echo'))
  server.signal('SIGTERM')
  assert.equal((await other.ended()).code, 1001)
  assert.deepEqual(await server.exited, { code: 0, signal: null })
  deaf.destroy()
})

test('firstByteTimeout: a silent connection gets 408', async (t) => {
  const server = await Server.start(t, ['--first-byte-timeout', '200ms'])
  const client = await RawClient.connect(server)
  const { status, body } = await client.reply()
  assert.equal(status, 408)
  assert.ok(body.trim().length > 0)
})

test('headTimeout: a dripping head gets 408', async (t) => {
  const server = await Server.start(t, ['--head-timeout', '400ms'])
  const client = await RawClient.connect(server)
  const bytes = [...Buffer.from(upgradeRequest('/'))]
  const drip = setInterval(() => client.socket.write(Buffer.from([bytes.shift()])), 50)
  t.after(() => clearInterval(drip))
  const { status, body } = await client.reply()
  assert.equal(status, 408)
  assert.ok(body.trim().length > 0)
})

for (const [option, limit, fields] of [
  ['maxHeadSize', ['--max-head-size', '512'], { 'X-A': 'x'.repeat(200), 'X-B': 'x'.repeat(200) }],
  ['maxHeadFields', ['--max-head-fields', '6'], { 'X-A': '1', 'X-B': '2' }],
  ['maxHeadLine', ['--max-head-line', '100'], { 'X-A': 'x'.repeat(100) }],
]) {
  test(`${option}: more is refused with 431`, async (t) => {
    const server = await Server.start(t, limit)
    const served = await RawClient.upgraded(server)
    served.destroy()
    const client = await RawClient.connect(server)
    client.write(upgradeRequest('/', fields))
    const { status, body } = await client.reply()
    assert.equal(status, 431)
    assert.ok(body.trim().length > 0)
  })
}

test('maxRoomsPerConnection: 128 by default, one above is too_many_rooms', async (t) => {
  const server = await Server.start(t)
  const client = await Client.greeted(server.url)
  for (let i = 0; i < 128; ++i) await client.join(`r${i}`, 'u')
  assert.equal((await client.ask({ type: 'join_room', roomId: 'one more', userId: 'u' })).code,
    'too_many_rooms')
  await client.close()
})

test('maxNameLength: of rooms and users, in characters', async (t) => {
  const server = await Server.start(t, ['--max-name-length', '4'])
  const client = await Client.greeted(server.url)
  await client.join('😀'.repeat(4), '你'.repeat(4))
  assert.equal((await client.ask({ type: 'join_room', roomId: '12345', userId: 'u' })).code,
    'invalid_room')
  assert.equal((await client.ask({ type: 'join_room', roomId: 'r', userId: '12345' })).code,
    'invalid_user')
  await client.close()
})

const typed = (id) => ({ type: 'status', content: 'x', id })

test('batchSize: so many messages in one batch, in their order', async (t) => {
  const server = await Server.start(t, ['--batch-size', '3', '--batch-delay', '1min'])
  const client = await Client.open(server.url)
  for (const id of [1, 2]) client.send(typed(id))
  const { type, messages } = await client.next()
  assert.equal(type, 'batch')
  assert.deepEqual(messages.map((message) => message.id ?? message.type), ['connected', 1, 2])
  for (const id of [3, 4, 5]) client.send(typed(id))
  assert.deepEqual((await client.next()).messages.map(({ id }) => id), [3, 4, 5])
  await client.close()
})

test('batchSize: 0 sends each message by itself', async (t) => {
  const server = await Server.start(t, ['--batch-size', '0'])
  const client = await Client.greeted(server.url)
  for (const id of [1, 2]) client.send(typed(id))
  assert.deepEqual([(await client.next()).id, (await client.next()).id], [1, 2])
  await client.close()
})

test('batchDelay: a batch that is not full goes out after it', async (t) => {
  const server = await Server.start(t, ['--batch-size', '1000', '--batch-delay', '200ms'])
  const client = await Client.open(server.url)
  client.send(typed(1))
  const ids = []
  while (!ids.includes(1)) {
    const { type, messages } = await client.next()
    assert.equal(type, 'batch')
    ids.push(...messages.map(({ id }) => id))
  }
  await client.close()
})

test('batches are of JSON handlers only', async (t) => {
  const server = await Server.start(t,
    ['--batch-size', '10', '--batch-delay', '1min', '--examples'])
  for (const path of ['/echo', '/prefix']) {
    const client = await Client.open(server.at(path))
    client.send('x')
    assert.match(await client.text(), /^(Echo: )?x$/)
    await client.close()
  }
})

test('a close flushes the batch first', async (t) => {
  const server = await Server.start(t, ['--batch-size', '10', '--batch-delay', '1min',
    '--idle-timeout', '500ms'])
  const client = await Client.open(server.url)
  client.send(typed(1))
  const { messages } = await client.next()
  assert.deepEqual(messages.map((message) => message.id ?? message.type), ['connected', 1])
  assert.equal((await client.ended()).code, 4010)
})

test('a variable sets an option, and the command line beats it', async (t) => {
  const environment = { SIGNALBOX_MAX_NAME_LENGTH: '2', SIGNALBOX_EXAMPLES: 'true' }
  const first = await Server.start(t, [], environment)
  const one = await Client.greeted(first.at('/ack'))
  await one.close()
  const two = await Client.greeted(first.url)
  assert.equal((await two.ask({ type: 'join_room', roomId: '123', userId: 'u' })).code,
    'invalid_room')
  await two.close()
  const second = await Server.start(t, ['--max-name-length', '3', '--no-examples'], environment)
  const three = await Client.greeted(second.url)
  await three.join('123', 'u')
  await three.close()
  assert.equal((await refusal(second.at('/ack'))).status, 404)
})

test('sizes and times carry suffixes', async (t) => {
  await Server.start(t, ['--max-payload-length', '2MiB', '--max-backpressure', '4096',
    '--heartbeat-interval', '1.5s', '--pong-timeout', '250ms', '--idle-timeout', '1h',
    '--drain-timeout', '2min', '--close-timeout', '3'])
})

for (const [name, args] of Object.entries({
  'an unknown option': ['--no-such-option'],
  'a value that is no number': ['--port', 'x'],
  'a port out of range': ['--port', '65536'],
  'a size with a wrong suffix': ['--max-payload-length', '1XB'],
  'a negative time': ['--idle-timeout', '-1'],
  'an unknown word': ['--backpressure-policy', 'explode'],
  'an unknown language': ['--language', 'xx'],
  'a missing value': ['--port'],
  'an option given twice': ['--port', '0', '--port', '0'],
  'a switch on and off': ['--examples', '--no-examples'],
  'an argument that is no option': ['3001'],
})) {
  test(`${name} is a clear error with exit code 2`, async () => {
    const { code, stdout, stderr } = await runToEnd(args)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, /^signalboxd: .+/)
    assert.doesNotMatch(stderr, /Sanitizer/)
  })
}

test('a bad variable is a clear error with exit code 2', async () => {
  const { code, stderr } = await runToEnd([], { SIGNALBOX_PORT: 'x' })
  assert.equal(code, 2)
  assert.match(stderr, /SIGNALBOX_PORT|port/)
})

const OPTIONS = `host port transport language examples allowed-origins max-connections
  max-payload-length max-fragments max-empty-fragments max-backpressure backpressure-policy
  max-pings-per-second max-rooms-per-connection max-name-length heartbeat-interval pong-timeout
  idle-timeout close-timeout drain-timeout head-timeout first-byte-timeout stall-timeout
  max-head-size max-head-fields max-head-line batch-size batch-delay`.split(/\s+/)

const DEFAULTS = {
  host: '127.0.0.1', port: '3001', language: 'en', examples: 'off',
  'max-connections': '1000', 'max-payload-length': '1MiB', 'max-fragments': '16384',
  'max-empty-fragments': '100', 'max-backpressure': '1MiB', 'backpressure-policy': 'close',
  'heartbeat-interval': '30s', 'pong-timeout': '10s', 'idle-timeout': '0s',
  'close-timeout': '3s', 'head-timeout': '10s', 'first-byte-timeout': '5s',
  'stall-timeout': '30s', 'max-head-size': '16KiB', 'max-head-fields': '100',
  'max-head-line': '8KiB', 'max-pings-per-second': '20', 'max-rooms-per-connection': '128',
  'batch-size': '0', 'batch-delay': '100ms',
}

test('--help names every option, its meaning and its default', async () => {
  const { code, stdout } = await runToEnd(['--help'])
  assert.equal(code, 0)
  // An entry begins with its option at the left margin of all entries.
  const entries = new Map(stdout.split(/\n {2}--(?=[a-z])/).slice(1)
    .map((entry) => [/^[a-z-]+/.exec(entry)[0], entry.replace(/\s+/g, ' ')]))
  for (const option of OPTIONS) assert.ok(entries.get(option)?.length > 40, option)
  for (const [option, value] of Object.entries(DEFAULTS)) {
    assert.match(entries.get(option), new RegExp(`(Default: |\\[)${value}[\\].]*( |$)`), option)
  }
})
