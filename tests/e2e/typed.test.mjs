// SPDX-License-Identifier: GPL-3.0-or-later
// Typed messages and their responses, in both languages.
import assert from 'node:assert/strict'
import { describe, test, before, after } from 'node:test'

import { Client, withoutTimestamp } from './support/client.mjs'
import { Server } from './support/server.mjs'

const TEXTS = {
  en: {
    chat: (content) => `Chat message received: ${content}`,
    notification: () => 'Notification received',
    status: () => 'Status updated',
  },
  zh_CN: {
    chat: (content) => `收到聊天消息: ${content}`,
    notification: () => '通知已收到',
    status: () => '状态已更新',
  },
}

for (const [language, texts] of Object.entries(TEXTS)) {
  describe(language, () => {
    let server
    before(async () => { server = await Server.start(null, ['--language', language]) })
    after(() => server.stop())

    for (const [type, text] of Object.entries(texts)) {
      test(`${type} answers ${type}_response`, async () => {
        const client = await Client.greeted(server.url)
        for (const more of [{}, { userId: 'ann' }, { timestamp: 1.5 }, { other: [1] }]) {
          const content = 'say "hi" 😀\n'
          assert.deepEqual(withoutTimestamp(await client.ask({ type, content, ...more })),
            { type: `${type}_response`, content: text(content) })
        }
        await client.close()
      })
    }
  })
}

test('a typed message goes to nobody else', async (t) => {
  const server = await Server.start(t)
  const ann = await Client.inRoom(server.url, 'r', 'ann')
  const bob = await Client.inRoom(server.url, 'r', 'bob')
  await ann.next()
  assert.equal((await ann.ask({ type: 'chat', content: 'x' })).type, 'chat_response')
  await bob.isSilent()
  await Promise.all([ann.close(), bob.close()])
})
