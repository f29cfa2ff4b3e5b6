// SPDX-License-Identifier: GPL-3.0-or-later
// What curl gets: an upgrade, or an honest HTTP status with a body that says why.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'

import { Client } from './support/client.mjs'
import { Server } from './support/server.mjs'

const program = process.env.SIGNALBOX_CURL ?? 'curl'
const UPGRADE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
}

/** The reply to a request with these fields (null leaves one out): { status, headers, body }. */
async function curl(url, fields = {}, args = []) {
  const headers = Object.entries(fields).filter(([, value]) => value !== null)
    .flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const run = promisify(execFile)(program,
    ['-sS', '-i', '--http1.1', '--noproxy', '*', '--max-time', '20', ...headers, ...args, url])
  const { stdout } = await run
  const [head, ...body] = stdout.split('\r\n\r\n')
  const [statusLine, ...lines] = head.split('\r\n')
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(lines.map((line) => {
      const [name, ...value] = line.split(': ')
      return [name.toLowerCase(), value.join(': ')]
    })),
    body: body.join('\r\n\r\n'),
  }
}

let server
before(async () => {
  server = await Server.start(null, ['--examples', '--max-connections', '2', '--idle-timeout', '1h'])
})
after(() => server.stop())

/** The reply is that refusal, whole, with a body that says why. */
function checkRefusal({ status, headers, body }, expected) {
  assert.equal(status, expected)
  assert.match(headers['content-type'], /^text\/plain; charset=utf-8$/i)
  assert.equal(Number(headers['content-length']), Buffer.byteLength(body))
  assert.match(headers.connection, /close/)
  assert.match(body, /^\S.*\S\n$/)
}

test('101: a handshake is answered as RFC 6455 says', async () => {
  // curl keeps the upgraded connection open, so it is told to give up; the head is what counts.
  const failed = await promisify(execFile)(program, ['-sS', '-i', '--http1.1', '--noproxy', '*',
    '--max-time', '2', ...Object.entries(UPGRADE).flatMap(([n, v]) => ['-H', `${n}: ${v}`]),
    `${server.http}echo`], { encoding: 'latin1' }).catch((error) => error)
  assert.match(failed.stdout, /^HTTP\/1\.1 101 /)
  assert.match(failed.stdout, /\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/i)
})

test('404: an unknown path', async () => {
  const reply = await curl(`${server.http}nowhere`, UPGRADE)
  checkRefusal(reply, 404)
  assert.match(reply.body, /\/nowhere/)
})

test('404: an unknown path, without an upgrade', async () => {
  checkRefusal(await curl(`${server.http}nowhere`), 404)
})

test('404: a request without an upgrade is told where the endpoints are', async () => {
  const reply = await curl(`${server.http}echo`)
  checkRefusal(reply, 404)
  assert.match(reply.body, /WebSocket/)
})

test('HEAD gets the head only', async () => {
  const { status, headers, body } = await curl(`${server.http}nowhere`, {}, ['--head'])
  assert.equal(status, 404)
  assert.ok(Number(headers['content-length']) > 0)
  assert.equal(body, '')
})

test('403: an origin that is not allowed', async () => {
  const reply = await curl(server.http, { ...UPGRADE, Origin: 'https://evil.example' })
  checkRefusal(reply, 403)
  assert.match(reply.body, /https:\/\/evil\.example/)
})

for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
  test(`405: ${method} cannot be upgraded`, async () => {
    const reply = await curl(server.http, UPGRADE, ['-X', method])
    checkRefusal(reply, 405)
    assert.match(reply.headers.allow, /GET/)
  })
}

for (const version of [null, '12', '8', '14', 'x', '13, 8']) {
  test(`426: Sec-WebSocket-Version ${version ?? 'missing'}`, async () => {
    const reply = await curl(server.http, { ...UPGRADE, 'Sec-WebSocket-Version': version })
    checkRefusal(reply, 426)
    assert.equal(reply.headers['sec-websocket-version'], '13')
  })
}

for (const [name, fields] of Object.entries({
  'no key': { 'Sec-WebSocket-Key': null },
  'a key that is no base64': { 'Sec-WebSocket-Key': '!!!!!!!!!!!!!!!!!!!!!!==' },
  'a key of 15 bytes': { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAA' },
  'Connection without Upgrade': { Connection: 'close' },
  '33 subprotocols': { 'Sec-WebSocket-Protocol': Array(33).fill('a').join() },
  '33 extensions': { 'Sec-WebSocket-Extensions': Array(33).fill('a').join() },
  '8 KiB of commas': { 'Sec-WebSocket-Protocol': ', '.repeat(4_000) + 'a' },
})) {
  test(`400: ${name}`, async () => {
    checkRefusal(await curl(server.http, { ...UPGRADE, ...fields }), 400)
  })
}

test('431: a line over 8 KiB', async () => {
  checkRefusal(await curl(server.http, { ...UPGRADE, 'X-Long': 'x'.repeat(9_000) }), 431)
})

test('431: over 100 fields', async () => {
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`X-${i}`, 'x']))
  checkRefusal(await curl(server.http, { ...UPGRADE, ...many }), 431)
})

test('431: a head over 16 KiB', async () => {
  const large = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`X-${i}`, 'x'.repeat(1_000)]))
  checkRefusal(await curl(server.http, { ...UPGRADE, ...large }), 431)
})

test('503 with Retry-After: the server is full', async () => {
  const clients = [await Client.greeted(server.url), await Client.greeted(server.url)]
  const reply = await curl(server.http, UPGRADE)
  checkRefusal(reply, 503)
  assert.ok(Number(reply.headers['retry-after']) > 0)
  checkRefusal(await curl(`${server.http}nowhere`, UPGRADE), 404)
  await Promise.all(clients.map((client) => client.close()))
})

test('a language of the surroundings does not change the texts', async (t) => {
  const other = await Server.start(t, [], { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' })
  const [here, there] = [await curl(`${server.http}x`), await curl(`${other.http}x`)]
  assert.equal(there.body.split(';')[0], here.body.split(';')[0])
})
