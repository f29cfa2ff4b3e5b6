// SPDX-License-Identifier: GPL-3.0-or-later
// The table of endpoints: a path, its handler, what goes in and what comes out.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'

import { Client, refusal, withoutTimestamp } from './support/client.mjs'
import { Server } from './support/server.mjs'

const GREETING = 'Welcome to Signalbox WebSocket!'

let server
before(async () => { server = await Server.start(null, ['--examples']) })
after(() => server.stop())

for (const path of ['/', '/echo-json', '/response', '/ack']) {
  test(`${path} greets with connected, and its connectionId is a string`, async () => {
    const client = await Client.open(server.at(path))
    const { connectionId, ...greeting } = withoutTimestamp(await client.next())
    assert.deepEqual(greeting, { type: 'connected', message: GREETING })
    assert.match(connectionId, /^\d+$/)
    await client.close()
  })
}

for (const path of ['/echo', '/prefix', '/broadcast']) {
  test(`${path} does not greet`, async () => {
    const client = await Client.open(server.at(path))
    await client.isSilent()
    await client.close()
  })
}

test('connectionIds differ', async () => {
  const ids = new Set()
  for (let i = 0; i < 3; ++i) {
    const client = await Client.greeted(server.url)
    ids.add(client.greeting.connectionId)
    await client.close()
  }
  assert.equal(ids.size, 3)
})

test('/ rooms: the room and typed messages', async () => {
  const client = await Client.greeted(server.at('/'))
  assert.equal((await client.ask({ type: 'join_room', roomId: 'r', userId: 'u' })).type,
    'room_joined')
  assert.equal((await client.ask({ type: 'status', content: 'x' })).type, 'status_response')
  await client.close()
})

for (const [name, text] of Object.entries({
  'plain text': 'hello',
  'an empty text': '',
  'JSON as it is written': '{ "type" : "chat",\n"a": 1.50 }',
  'several bytes a character': '你好 😀 \u200f',
  'a NUL': 'a\0b',
  '64 KiB': 'x'.repeat(65_536),
  '1 MiB, the largest': 'y'.repeat(1 << 20),
})) {
  test(`/echo returns text byte for byte: ${name}`, async () => {
    const client = await Client.open(server.at('/echo'))
    client.send(text)
    assert.equal(await client.text(), text)
    await client.close()
  })
}

for (const size of [0, 1, 125, 126, 65_535, 65_536, 1 << 20]) {
  test(`/echo returns binary byte for byte: ${size} bytes`, async () => {
    const client = await Client.open(server.at('/echo'))
    const bytes = randomBytes(size)
    client.send(bytes)
    const { data, isBinary } = await client.raw()
    assert.equal(isBinary, true)
    assert.ok(bytes.equals(data))
    await client.close()
  })
}

test('/echo keeps the order of 1,000 messages in flight', async () => {
  const client = await Client.open(server.at('/echo'))
  for (let i = 0; i < 1_000; ++i) client.send(`${i}`)
  for (let i = 0; i < 1_000; ++i) assert.equal(await client.text(), `${i}`)
  await client.close()
})

test('/echo answers a fragmented message as one', async () => {
  const client = await Client.open(server.at('/echo'))
  client.ws.send('one ', { fin: false })
  client.ws.send('two ', { fin: false })
  client.ws.send('three', { fin: true })
  assert.equal(await client.text(), 'one two three')
  await client.close()
})

for (const [name, text] of Object.entries({
  'plain text': 'hello',
  'an empty text': '',
  'what JSON must escape': '"\\\b\f\n\r\t\0\u001b[31m\u007f',
  'JSON, which is not parsed': '{"id":1}',
  'bad JSON': '{"a":',
  'emoji and Chinese': '😀 你好',
})) {
  test(`/echo-json: ${name}`, async () => {
    const client = await Client.greeted(server.at('/echo-json'))
    assert.deepEqual(withoutTimestamp(await client.ask(text)), { type: 'echo', message: text })
    await client.close()
  })

  test(`/response: ${name}`, async () => {
    const client = await Client.greeted(server.at('/response'))
    assert.deepEqual(withoutTimestamp(await client.ask(text)),
      { type: 'response', message: `Server received: ${text}` })
    await client.close()
  })

  test(`/prefix: ${name}`, async () => {
    const client = await Client.open(server.at('/prefix'))
    client.send(text)
    assert.equal(await client.text(), `Echo: ${text}`)
    await client.close()
  })
}

for (const [name, json] of Object.entries({
  'an object': '{"a":[1,2.50,{"b":null}]}',
  'an array': '[1,"2",false]',
  'a string': '"\\ud83d\\ude00"',
  'a number': '-1.5e3',
  'null': 'null',
})) {
  test(`/ack: ${name}`, async () => {
    const client = await Client.greeted(server.at('/ack'))
    client.send(json)
    assert.equal(await client.text(), `{"type":"ack","data":${json}}`)
    await client.close()
  })
}

test('/ack copies an object\'s id', async () => {
  const client = await Client.greeted(server.at('/ack'))
  assert.deepEqual(await client.ask({ id: 'x7', a: 1 }),
    { type: 'ack', data: { id: 'x7', a: 1 }, id: 'x7' })
  assert.deepEqual(await client.ask('[{"id":"x7"}]'), { type: 'ack', data: [{ id: 'x7' }] })
  await client.close()
})

test('/ack: bad JSON is processing_failed with error', async () => {
  const client = await Client.greeted(server.at('/ack'))
  const { error, ...reply } = withoutTimestamp(await client.ask('{"a":'))
  assert.deepEqual(reply,
    { type: 'error', code: 'processing_failed', message: 'The message could not be processed' })
  assert.ok(error.length > 0)
  assert.deepEqual(await client.ask('1'), { type: 'ack', data: 1 })
  await client.close()
})

test('/broadcast: the same payload to every other open connection on this path', async () => {
  const [a, b, c] = await Promise.all(
    [1, 2, 3].map(() => Client.open(server.at('/broadcast'))))
  const elsewhere = await Client.open(server.at('/echo'))
  a.send('to all: 😀')
  for (const other of [b, c]) assert.equal(await other.text(), 'to all: 😀')
  const bytes = randomBytes(1_000)
  b.send(bytes)
  for (const other of [a, c]) {
    const { data, isBinary } = await other.raw()
    assert.equal(isBinary, true)
    assert.ok(bytes.equals(data))
  }
  for (const client of [a, b, c, elsewhere]) await client.isSilent()
  await c.close()
  a.send('to those who are left')
  assert.equal(await b.text(), 'to those who are left')
  await Promise.all([a, b, elsewhere].map((client) => client.close()))
})

for (const path of ['/', '/echo-json', '/response', '/ack', '/prefix']) {
  test(`${path}: a binary message gets invalid_format`, async () => {
    const client = await Client.open(server.at(path))
    if (path !== '/prefix') await client.next()
    const { error, ...reply } = withoutTimestamp(await client.ask(Buffer.from('{}')))
    assert.deepEqual(reply,
      { type: 'error', code: 'invalid_format', message: 'The message format is invalid' })
    assert.ok(error === undefined || error.length > 0)
    client.send('1')
    await client.text()
    await client.close()
  })
}

test('the query is not part of the path', async () => {
  const client = await Client.open(server.at('/echo?token=x'))
  client.send('x')
  assert.equal(await client.text(), 'x')
  await client.close()
})

for (const path of ['/nowhere', '/echo/', '/ECHO', '/echo-json/x']) {
  test(`${path} is no endpoint: 404 with a body that says why`, async () => {
    const { status, body } = await refusal(server.at(path))
    assert.equal(status, 404)
    assert.ok(body.trim().length > 0)
  })
}
