// SPDX-License-Identifier: GPL-3.0-or-later
import { AssertionError } from 'node:assert'

/** For failures only: nothing that works waits so long, not even on a busy machine. */
export const PATIENCE = 20_000

/** The promise's value; an AssertionError that names `what` if it takes longer than `limit` ms. */
export async function within(promise, what, limit = PATIENCE) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new AssertionError({ message: `${what}: not within ${limit} ms` })), limit)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
