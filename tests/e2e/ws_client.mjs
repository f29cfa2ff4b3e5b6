// SPDX-License-Identifier: GPL-3.0-or-later
// A `ws` client for tests in other languages: node ws_client.mjs URL [SUBPROTOCOL...]
//
// stdin, one JSON object a line:
//   {"do":"send","text":"…"} {"do":"send","base64":"…"} {"do":"ping"}
//   {"do":"close","code":1000,"reason":"…"} {"do":"terminate"} {"do":"pause"} {"do":"resume"}
// stdout, one JSON object a line:
//   {"event":"open"} {"event":"message","text":"…"} {"event":"message","base64":"…"}
//   {"event":"ping"} {"event":"pong"} {"event":"error","message":"…"}
//   {"event":"refused","status":404,"body":"…"} {"event":"close","code":4000,"reason":"…"}
// It ends with its connection, and ends that with its stdin. The folder of the npm packages is
// SIGNALBOX_E2E_MODULES.
import { createInterface } from 'node:readline'

import { WebSocket } from './support/ws.mjs'

const [url, ...subprotocols] = process.argv.slice(2)
const ws = new WebSocket(url, subprotocols, { perMessageDeflate: false })

const tell = (event, more = {}) => process.stdout.write(`${JSON.stringify({ event, ...more })}\n`)

ws.on('open', () => tell('open'))
ws.on('message', (data, isBinary) => tell('message',
  isBinary ? { base64: data.toString('base64') } : { text: data.toString() }))
ws.on('ping', () => tell('ping'))
ws.on('pong', () => tell('pong'))
ws.on('error', ({ message }) => tell('error', { message }))
ws.on('unexpected-response', async (_, response) => {
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += chunk
  tell('refused', { status: response.statusCode, body })
  commands.close()
})
ws.on('close', (code, reason) => {
  tell('close', { code, reason: reason.toString() })
  commands.close()
})

const ACTIONS = {
  send: ({ text, base64 }) => ws.send(base64 === undefined ? text : Buffer.from(base64, 'base64')),
  ping: () => ws.ping(),
  close: ({ code, reason }) => ws.close(code, reason),
  terminate: () => ws.terminate(),
  pause: () => ws.pause(),
  resume: () => ws.resume(),
}

const commands = createInterface(process.stdin)
commands.on('line', (line) => {
  const command = JSON.parse(line)
  ACTIONS[command.do](command)
})
commands.on('close', () => ws.terminate())
