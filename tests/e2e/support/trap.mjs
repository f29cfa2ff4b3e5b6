// SPDX-License-Identifier: GPL-3.0-or-later
import assert, { AssertionError } from 'node:assert/strict'
import { test } from 'node:test'

import { transport } from './transport.mjs'

/**
 * A test of what the protocol promises and Qt's stock QWebSocket makes impossible. On our own
 * transport it is an ordinary test. On the stock one it passes as long as the promise is broken, and
 * fails when the trap is gone: then it becomes a plain test().
 */
export function trap(name, why, promise) {
  if (transport !== 'qt') {
    test(name, promise)
    return
  }
  test(`${name} (expected to fail, trap of QWebSocket: ${why})`, async (t) => {
    await assert.rejects(
      () => promise(t), AssertionError, 'this holds now: make it an ordinary test')
  })
}
