// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand connections at once (L1), from another process.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as turn } from 'node:timers/promises'
import { test } from 'node:test'

import { PATIENCE } from './support/deadline.mjs'
import { Server } from './support/server.mjs'

const COUNT = 10_000
const MiB = 1 << 20

/** Memory of the process in bytes. */
async function residentSize(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)[1]) * 1024
}

/** What signalbox-load reports of connections that are opened at once and leave at once. */
function arriveAndLeave(server) {
  const args = ['idle', server.at('/echo'), '--connections', String(COUNT), '--warm-up', '0',
    '--duration', '1s', '--max-errors', String(COUNT), '--quiet', '--json', '-']
  return new Promise((resolve, reject) => {
    execFile(process.env.SIGNALBOX_LOAD, args, { maxBuffer: 16 * MiB }, (error, stdout, stderr) => {
      if (error) reject(new Error(`signalbox-load: ${stderr || error.message}`))
      else resolve(JSON.parse(stdout))
    })
  })
}

test(`L1: ${COUNT} connections arrive at once and leave at once`, async (t) => {
  const server = await Server.start(t, ['--max-connections', String(2 * COUNT)])
  const before = await residentSize(server.child.pid)
  const report = await arriveAndLeave(server)
  const refused = report.errorsByKind.reduce((sum, { count }) => sum + count, 0)
  assert.equal(report.opened + refused, COUNT, 'all were served or refused with a reply')
  assert.ok(report.errorsByKind.every(({ kind }) => kind === 'refused'),
    JSON.stringify(report.errorsByKind))

  if (process.env.SIGNALBOX_SANITIZED === 'ON') return // it keeps freed memory on purpose
  const most = before * 1.1 + 8 * MiB
  const deadline = Date.now() + PATIENCE
  let after = await residentSize(server.child.pid)
  while (after > most && Date.now() < deadline) {
    await turn(50)
    after = await residentSize(server.child.pid)
  }
  assert.ok(after <= most, `${after} bytes are left of ${before} before`)
})
