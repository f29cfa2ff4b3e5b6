// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that no HTTP library sends, and what travels together with the handshake.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Client } from './support/client.mjs'
import { frame, OP, RawClient, upgradeRequest } from './support/raw_client.mjs'
import { Server } from './support/server.mjs'
import { trap } from './support/trap.mjs'

let server
before(async () => { server = await Server.start(null) })
after(() => server.stop())

async function reply(bytes) {
  const client = await RawClient.connect(server)
  client.write(bytes)
  return client.reply()
}

for (const [name, request] of Object.entries({
  'a bare LF': upgradeRequest().replaceAll('\r\n', '\n'),
  'a NUL': upgradeRequest('/', { 'X-A': 'a\0b' }),
  'a folded header': upgradeRequest('/', { 'X-A': 'a\r\n b' }),
  'two Hosts': upgradeRequest('/', { 'X-A': 'a\r\nHost: b' }),
  'no Host': upgradeRequest('/', { Host: null }),
  'Content-Length with Transfer-Encoding':
    upgradeRequest('/', { 'Content-Length': '1', 'Transfer-Encoding': 'chunked' }),
  'HTTP/1.0': upgradeRequest('/', {}, 'GET / HTTP/1.0'),
  'HTTP/2.0': upgradeRequest('/', {}, 'GET / HTTP/2.0'),
  'no version': upgradeRequest('/', {}, 'GET /'),
  'two keys': upgradeRequest('/', { 'X-A': 'a\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' }),
  'noise': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
})) {
  test(`400: ${name}`, async () => {
    const { status, body } = await reply(Buffer.from(request, 'latin1'))
    assert.equal(status, 400)
    assert.ok(body.trim().length > 0)
  })
}

test('field names in any case, space around values', async () => {
  const client = await RawClient.connect(server)
  client.write(upgradeRequest('/echo').replace('Upgrade: websocket', 'uPGRADE:   WebSocket  ')
    .replace('Connection: Upgrade', 'CONNECTION: keep-alive,  upgrade'))
  assert.match(await client.head(), /^HTTP\/1\.1 101 /)
  client.destroy()
})

test('a head that comes byte by byte is read', async () => {
  const client = await RawClient.connect(server)
  for (const byte of Buffer.from(upgradeRequest('/echo'))) client.write(Buffer.from([byte]))
  assert.match(await client.head(), /^HTTP\/1\.1 101 /)
  client.destroy()
})

test('a message sent together with the handshake is kept and answered', async () => {
  const early = Buffer.concat([frame(OP.text, 'one'), frame(OP.binary, 'two'),
    frame(OP.text, 'three')])
  const client = await RawClient.upgraded(server, '/echo', { early })
  for (const text of ['one', 'two', 'three']) assert.equal(await client.message(), text)
  client.send(OP.text, 'four')
  assert.equal(await client.message(), 'four')
  client.destroy()
})

test('a message cut by the end of the handshake\'s packet is whole', async () => {
  const message = frame(OP.text, 'cut in two')
  const client = await RawClient.upgraded(server, '/echo', { early: message.subarray(0, 9) })
  client.write(message.subarray(9))
  assert.equal(await client.message(), 'cut in two')
  client.destroy()
})

test('clients that vanish during the handshake leave nothing behind', async () => {
  for (const end of [0, 1, 20, 120]) {
    const client = await RawClient.connect(server)
    client.write(upgradeRequest().slice(0, end))
    client.destroy()
  }
  await (await Client.greeted(server.url)).close()
})

trap('a byte order mark is part of the text', 'a leading BOM removed', async () => {
  const client = await RawClient.upgraded(server, '/echo')
  client.send(OP.text, '\ufeffx')
  const text = await client.message()
  client.destroy()
  assert.equal(text, '\ufeffx')
})
