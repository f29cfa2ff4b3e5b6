// SPDX-License-Identifier: GPL-3.0-or-later
// The client that tests in C++ start.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { within } from './support/deadline.mjs'
import { Server } from './support/server.mjs'

function start(t, url) {
  const script = fileURLToPath(new URL('ws_client.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, url], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const lines = on(createInterface(child.stdout), 'line')
  return {
    exited: once(child, 'exit'),
    tell: (command) => child.stdin.write(`${JSON.stringify(command)}\n`),
    hangUp: () => child.stdin.end(),
    event: async () => JSON.parse((await within(lines.next(), 'an event')).value[0]),
  }
}

test('ws_client speaks JSON lines', async (t) => {
  const server = await Server.start(t)
  const client = start(t, server.at('/echo'))
  assert.deepEqual(await client.event(), { event: 'open' })
  client.tell({ do: 'send', text: 'hi\n😀' })
  assert.deepEqual(await client.event(), { event: 'message', text: 'hi\n😀' })
  client.tell({ do: 'send', base64: 'AAEC' })
  assert.deepEqual(await client.event(), { event: 'message', base64: 'AAEC' })
  client.tell({ do: 'ping' })
  assert.deepEqual(await client.event(), { event: 'pong' })
  client.tell({ do: 'close', code: 4321, reason: 'bye' })
  assert.deepEqual(await client.event(), { event: 'close', code: 4321, reason: 'bye' })
  assert.deepEqual(await client.exited, [0, null])
})

test('ws_client tells a refusal', async (t) => {
  const server = await Server.start(t)
  const client = start(t, server.at('/nowhere'))
  const { body, ...refused } = await client.event()
  assert.deepEqual(refused, { event: 'refused', status: 404 })
  assert.ok(body.length > 0)
})

test('ws_client ends with its stdin', async (t) => {
  const server = await Server.start(t)
  const client = start(t, server.url)
  assert.deepEqual(await client.event(), { event: 'open' })
  client.hangUp()
  assert.deepEqual(await client.exited, [0, null])
})
