// SPDX-License-Identifier: GPL-3.0-or-later
// The table of close codes. What only the console can cause or show (4000, 1006, 1011) is tested
// with it; 1003, 1006 and 1013 are never sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client, refusal } from './support/client.mjs'
import { frame, OP, RawClient } from './support/raw_client.mjs'
import { Server } from './support/server.mjs'
import { trap } from './support/trap.mjs'

/** Sends these bytes on an upgraded connection; the close frame that answers. */
async function closeAfter(t, bytes, args = []) {
  const server = await Server.start(t, args)
  const client = await RawClient.upgraded(server, '/echo')
  client.write(bytes)
  const close = await client.closeFrame()
  client.send(OP.close, Buffer.from([close.code >> 8, close.code & 0xff]))
  await client.ended()
  return close
}

test('1000: a client that closes normally gets its code back', async (t) => {
  const server = await Server.start(t)
  const client = await Client.greeted(server.url)
  assert.deepEqual(await client.close(1000, 'bye'), { code: 1000, reason: 'bye' })
})

for (const [name, code] of Object.entries({
  'going away': 1001, 'the first of libraries': 3000, 'ours or not': 4321, 'the last': 4999,
})) {
  test(`a client may close with ${code}, ${name}`, async (t) => {
    const server = await Server.start(t)
    const client = await Client.greeted(server.url)
    assert.equal((await client.close(code, 'x')).code, code)
  })
}

test('a close frame without a code is answered', async (t) => {
  const server = await Server.start(t)
  const client = await RawClient.upgraded(server, '/echo')
  client.send(OP.close)
  assert.ok([1000, 1005].includes((await client.closeFrame()).code))
  await client.ended()
})

test('data behind the client\'s close frame is ignored', async (t) => {
  const server = await Server.start(t)
  const client = await RawClient.upgraded(server, '/echo')
  client.write(Buffer.concat([frame(OP.close, Buffer.from([3, 232])), frame(OP.text, 'late')]))
  assert.equal((await client.frame()).opcode, OP.close)
  await client.ended()
})

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`1001: the server stops by ${signal}; everyone gets it`, async (t) => {
    const server = await Server.start(t, ['--examples'])
    const clients = [
      await Client.inRoom(server.url, 'r', 'ann'), await Client.inRoom(server.url, 'r', 'bob'),
      await Client.open(server.at('/echo')), await Client.open(server.at('/broadcast')),
    ]
    server.signal(signal)
    for (const client of clients) assert.equal((await client.ended()).code, 1001)
    assert.deepEqual(await server.exited, { code: 0, signal: null })
  })
}

for (const [name, bytes] of Object.entries({
  'a reserved bit': frame(OP.text, 'x', { rsv: 4 }),
  'a reserved data opcode': frame(3, 'x'),
  'a reserved control opcode': frame(11, 'x'),
  'a control frame of 126 bytes': frame(OP.ping, Buffer.alloc(126)),
  'a control frame in fragments': frame(OP.ping, 'x', { fin: false }),
  'a continuation of nothing': frame(OP.continuation, 'x'),
  'a new message inside a fragmented one':
    Buffer.concat([frame(OP.text, 'a', { fin: false }), frame(OP.text, 'b')]),
  'a length that is not minimal': Buffer.from([0x81, 0xfe, 0, 1, 0, 0, 0, 0, 0x78]),
  'a length of 2^63': Buffer.from([0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  'a close frame of 1 byte': frame(OP.close, 'x'),
  'a close frame with 1005': frame(OP.close, Buffer.from([0x03, 0xed])),
  'a close frame with 999': frame(OP.close, Buffer.from([0x03, 0xe7])),
  'a close frame with 5000': frame(OP.close, Buffer.from([0x13, 0x88])),
})) {
  test(`1002, protocol error: ${name}`, async (t) => {
    assert.equal((await closeAfter(t, bytes)).code, 1002)
  })
}

trap('1002, protocol error: an unmasked frame', 'unmasked frames accepted', async (t) => {
  assert.equal((await closeOrAnswer(t, frame(OP.text, 'x', { masked: false }))), 1002)
})

/** The code of the close that answers these bytes, 0 if it is a message. */
async function closeOrAnswer(t, bytes, args = []) {
  const server = await Server.start(t, args)
  const client = await RawClient.upgraded(server, '/echo')
  t.after(() => client.destroy())
  client.write(bytes)
  const { opcode, payload } = await client.frame()
  return opcode === OP.close ? payload.readUInt16BE(0) : 0
}

for (const code of [1012, 1013, 1014]) {
  trap(`a client may close with ${code}`, 'close codes 1012–1014 refused', async (t) => {
    const sent = frame(OP.close, Buffer.from([code >> 8, code & 0xff]))
    assert.equal(await closeOrAnswer(t, sent), code)
  })
}

for (const [name, bytes] of Object.entries({
  'an overlong encoding': frame(OP.text, Buffer.from([0xc0, 0xaf])),
  'a surrogate': frame(OP.text, Buffer.from([0xed, 0xa0, 0x80])),
  'a code point that is cut off': frame(OP.text, Buffer.from([0x61, 0xe4, 0xbd])),
  'in the second fragment': Buffer.concat([
    frame(OP.text, 'a', { fin: false }), frame(OP.continuation, Buffer.from([0xff]))]),
})) {
  test(`1007, bad UTF-8 in text: ${name}`, async (t) => {
    assert.equal((await closeAfter(t, bytes)).code, 1007)
  })
}

test('1007, bad UTF-8 in a close reason', async (t) => {
  const close = await closeAfter(t, frame(OP.close, Buffer.from([0x03, 0xe8, 0xc0, 0xaf])))
  assert.equal(close.code, 1007)
})

trap('a code point split between fragments is valid',
  'a code point split between fragments refused with 1007', async (t) => {
    const split = Buffer.concat([frame(OP.text, Buffer.from([0xe4, 0xbd]), { fin: false }),
      frame(OP.continuation, Buffer.from([0xa0]))])
    assert.equal(await closeOrAnswer(t, split), 0)
  })

test('1009: a message above maxPayloadLength', async (t) => {
  const server = await Server.start(t)
  const client = await Client.open(server.at('/echo'))
  client.send(Buffer.alloc((1 << 20) + 1))
  assert.equal((await client.ended()).code, 1009)
})

test('1009 comes at the header, before the payload does', async (t) => {
  const head = frame(OP.binary, '', { length: (1 << 20) + 1 })
  assert.equal((await closeAfter(t, head)).code, 1009)
})

test('1009: fragments that are too big together', async (t) => {
  const server = await Server.start(t, ['--max-payload-length', '1000'])
  const client = await Client.open(server.at('/echo'))
  client.ws.send('x'.repeat(600), { fin: false })
  client.ws.send('x'.repeat(600), { fin: true })
  assert.equal((await client.ended()).code, 1009)
})

test('1008: over maxFragments', async (t) => {
  const fragments = [frame(OP.text, 'x', { fin: false }),
    ...Array(9).fill(frame(OP.continuation, 'x', { fin: false }))]
  const close = await closeAfter(t, Buffer.concat(fragments), ['--max-fragments', '8'])
  assert.equal(close.code, 1008)
})

trap('1008: a ping flood, over maxPingsPerSecond', 'pings answered without limit', async (t) => {
  const server = await Server.start(t)
  const client = await RawClient.upgraded(server, '/echo')
  t.after(() => client.destroy())
  client.write(Buffer.concat(Array(500).fill(frame(OP.ping, 'x'))))
  client.send(OP.text, 'still there')
  for (;;) {
    const { opcode, payload } = await client.frame()
    if (opcode === OP.pong) continue
    assert.equal(opcode, OP.close, 'all pings were answered')
    assert.equal(payload.readUInt16BE(0), 1008)
    return
  }
})

trap('1008: a frame that stalls for stallTimeout',
  'a frame that stalls is closed with 1001 after a fixed 5 s', async (t) => {
    const server = await Server.start(t, ['--stall-timeout', '300ms'])
    const client = await RawClient.upgraded(server, '/echo')
    t.after(() => client.destroy())
    client.write(frame(OP.text, 'a message that is cut').subarray(0, 12))
    assert.equal((await client.closeFrame()).code, 1008)
  })

trap('a pause between two fragments is fine', 'a legitimate pause of 5 s between fragments fatal',
  async (t) => {
    const server = await Server.start(t)
    const client = await RawClient.upgraded(server, '/echo')
    t.after(() => client.destroy())
    client.send(OP.text, 'one ', { fin: false })
    const pause = client.closeFrame(6_000)
    await assert.rejects(pause, /not within/, 'closed while it paused')
    client.send(OP.continuation, 'two')
    assert.equal(await client.message(), 'one two')
  })

test('1013 is never sent: a full server answers 503 before the upgrade', async (t) => {
  const server = await Server.start(t, ['--max-connections', '1'])
  const client = await Client.greeted(server.url)
  const { status, headers, body } = await refusal(server.url)
  assert.equal(status, 503)
  assert.match(headers['retry-after'], /^\d+$/)
  assert.ok(body.trim().length > 0)
  await client.close()
})

test('4009: heartbeat timeout; the frame is tried', async (t) => {
  const server = await Server.start(t,
    ['--heartbeat-interval', '200ms', '--pong-timeout', '200ms'])
  const deaf = await Client.inRoom(server.url, 'r', 'deaf', { autoPong: false })
  const ann = await Client.inRoom(server.url, 'r', 'ann')
  assert.equal((await ann.next()).type, 'user_left')
  assert.ok([4009, 1006].includes((await deaf.ended()).code))
  await ann.isSilent()
  await ann.close()
})

test('4010: idle too long', async (t) => {
  const server = await Server.start(t, ['--idle-timeout', '300ms'])
  const client = await Client.greeted(server.url)
  assert.deepEqual(await client.ended(), { code: 4010, reason: 'idle too long' })
})
