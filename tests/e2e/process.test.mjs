// SPDX-License-Identifier: GPL-3.0-or-later
// signalboxd as a program: what it prints, how it ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client } from './support/client.mjs'
import { RawClient } from './support/raw_client.mjs'
import { runToEnd, Server } from './support/server.mjs'

test('it prints one line when it is ready', async (t) => {
  const server = await Server.start(t)
  let more = ''
  server.child.stdout.setEncoding('utf8').on('data', (chunk) => (more += chunk))
  const client = await Client.greeted(server.url)
  await client.close()
  server.signal('SIGTERM')
  await server.exited
  assert.equal(server.line, `listening on ws://127.0.0.1:${server.port}/`)
  assert.equal(more, '')
})

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`L5: ${signal} without a client: exit 0`, async () => {
    const server = await Server.start(null)
    server.signal(signal)
    assert.deepEqual(await server.exited, { code: 0, signal: null })
  })
}

test('L5: SIGTERM: it stops accepting, and sends what is unsent before 1001', async (t) => {
  const server = await Server.start(t)
  const client = await Client.open(server.at('/echo'))
  const [count, size] = [20, 50_000]
  client.ws.pause()
  for (let i = 0; i < count; ++i) client.send(Buffer.alloc(size, i))
  const ready = await Client.greeted(server.url)
  server.signal('SIGTERM')
  assert.equal((await ready.ended()).code, 1001)
  await assert.rejects(RawClient.connect(server), /ECONNREFUSED/)
  client.ws.resume()
  for (let i = 0; i < count; ++i) {
    const { data } = await client.raw()
    assert.deepEqual([data.length, data[0]], [size, i])
  }
  assert.equal((await client.ended()).code, 1001)
  assert.deepEqual(await server.exited, { code: 0, signal: null })
})

test('L5: SIGTERM: a client that never reads does not hold it up for longer than drainTimeout',
  async (t) => {
    const server = await Server.start(t, ['--drain-timeout', '500ms', '--close-timeout', '100ms',
      '--max-backpressure', '64MiB'])
    const client = await Client.open(server.at('/echo'))
    client.ws.pause()
    for (let i = 0; i < 40; ++i) client.send(Buffer.alloc(500_000, i))
    const begin = Date.now()
    server.signal('SIGTERM')
    assert.deepEqual(await server.exited, { code: 0, signal: null })
    assert.ok(Date.now() - begin >= 490, 'it had no time')
  })

test('L5: SIGTERM: a request that is not complete does not hold it up', async (t) => {
  const server = await Server.start(t)
  const client = await RawClient.connect(server)
  client.write('GET / HT')
  const other = await Client.greeted(server.url)
  server.signal('SIGTERM')
  await other.ended()
  assert.deepEqual(await server.exited, { code: 0, signal: null })
  assert.equal((await client.reply()).status, 503)
})

test('a port in use is a clear error with exit code 2', async (t) => {
  const server = await Server.start(t)
  const { code, stdout, stderr } = await runToEnd(['--port', `${server.port}`])
  assert.equal(code, 2)
  assert.equal(stdout, '')
  assert.match(stderr, new RegExp(`^signalboxd: .*${server.port}`))
})

test('a host that is not ours is a clear error with exit code 2', async () => {
  const { code, stderr } = await runToEnd(['--port', '0', '--host', '192.0.2.1'])
  assert.equal(code, 2)
  assert.match(stderr, /^signalboxd: .+/)
})

test('--version', async () => {
  const { code, stdout } = await runToEnd(['--version'])
  assert.equal(code, 0)
  assert.match(stdout, /^signalboxd \d+\.\d+\.\d+\n$/)
})

test('what clients send does not reach the log as it is', async (t) => {
  const server = await Server.start(t)
  const client = await RawClient.connect(server)
  client.write('GET /\u001b[31m<b>\u202e HTTP/1.1\r\nHost: x\r\n\r\n')
  await client.reply()
  const named = await Client.inRoom(server.url, '<b>\u202e', 'a\u200fb')
  await named.close()
  server.signal('SIGTERM')
  await server.exited
  assert.doesNotMatch(server.stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202e]/)
})
