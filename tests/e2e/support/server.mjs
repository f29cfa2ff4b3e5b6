// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { within } from './deadline.mjs'
import { transport } from './transport.mjs'

const program = process.env.SIGNALBOXD
if (!program) throw new Error('SIGNALBOXD must name the program to test')

/** Variables of the surroundings must not change what a test sees. */
function cleanEnvironment(extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(SIGNALBOX|LANG|LC_)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', ...extra }
}

/** Runs signalboxd to its end: { code, signal, stdout, stderr }. For calls that do not serve. */
export async function runToEnd(args, environment = {}) {
  const child = spawn(program, args, { env: cleanEnvironment(environment) })
  const text = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk) => (text.stderr += chunk))
  try {
    const [code, signal] = await within(once(child, 'close'), `signalboxd ${args.join(' ')} ends`)
    return { code, signal, ...text }
  } finally {
    child.kill('SIGKILL')
  }
}

/** A signalboxd of its own for one test, on a port that it picks. */
export class Server {
  /** @param t the test at whose end it stops, and must then exit with 0 */
  static async start(t, args = [], environment = {}) {
    const port = args.includes('--port') ? [] : ['--port', '0']
    const carrier = args.includes('--transport') ? [] : ['--transport', transport]
    const server = new Server([...port, ...carrier, ...args], environment)
    t?.after(() => server.stop())
    await server.#listening()
    return server
  }

  constructor(args, environment) {
    this.stderr = ''
    this.child = spawn(program, args, { env: cleanEnvironment(environment) })
    this.child.stderr.setEncoding('utf8').on('data', (chunk) => (this.stderr += chunk))
    this.exited = once(this.child, 'exit').then(([code, signal]) => ({ code, signal }))
  }

  async #listening() {
    const line = once(createInterface(this.child.stdout), 'line').then(([text]) => text)
    const early = this.exited.then(({ code, signal }) => {
      throw new Error(`signalboxd ended (${code ?? signal}) before it listened:\n${this.stderr}`)
    })
    early.catch(() => {})
    this.line = await within(Promise.race([line, early]), 'signalboxd listens')
    const match = /^listening on (ws:\/\/(\S+):(\d+)\/)$/.exec(this.line)
    assert.ok(match, `the first line is not the one promised: ${this.line}`)
    this.url = match[1]
    this.host = match[2]
    this.port = Number(match[3])
    this.http = this.url.replace('ws:', 'http:')
  }

  /** The URL of an endpoint: `at('/echo')`. */
  at(path) {
    return this.url + path.slice(1)
  }

  signal(name) {
    this.child.kill(name)
  }

  /** Ends it by SIGTERM; a crash, a leak or a hang is a failure of the test. */
  async stop() {
    if (this.child.exitCode === null && this.child.signalCode === null) this.signal('SIGTERM')
    try {
      const end = await within(this.exited, 'signalboxd exits on SIGTERM')
      assert.deepEqual(end, { code: 0, signal: null }, this.stderr)
    } finally {
      this.child.kill('SIGKILL')
    }
  }
}
