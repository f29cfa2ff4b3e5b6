// SPDX-License-Identifier: GPL-3.0-or-later
// The table of errors: each code with what causes it and its sentence; the connection stays open.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'

import { Client, withoutTimestamp } from './support/client.mjs'
import { Server } from './support/server.mjs'

const SENTENCES = {
  parse_failed: ['The message is not valid JSON', '消息解析失败'],
  invalid_format: ['The message format is invalid', '消息格式无效'],
  processing_failed: ['The message could not be processed', '消息处理失败'],
  invalid_room: ['The room\'s name is invalid', '房间名无效'],
  invalid_user: ['The user\'s id is invalid', '用户标识无效'],
  not_in_room: ['You are not in this room', '你不在该房间'],
  too_many_rooms: ['You are in too many rooms', '加入的房间过多'],
}

const join = (roomId, userId = 'u') => ({ type: 'join_room', roomId, userId })
const nested = (depth) => `{"type":"chat","content":"x","a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

/** What causes each error: a name, a message, and the id that the error carries back. */
const CAUSES = {
  parse_failed: [
    ['plain text', 'hello'],
    ['an empty message', ''],
    ['JSON that is cut off', '{"type":"chat","content":"x"'],
    ['a comma too much', '{"type":"chat","content":"x",}'],
    ['deeper than 64', nested(65)],
    ['duplicate keys', '{"type":"chat","content":"x","content":"y"}'],
    ['duplicate keys deep inside', '{"type":"chat","content":"x","a":[{"b":1,"b":2}]}'],
    ['a raw NUL', '{"type":"chat","content":"a\0b"}'],
    ['a raw NUL behind it', '{"type":"chat","content":"x"}\0'],
    ['a lone surrogate, escaped', '{"type":"chat","content":"\\ud800"}'],
    ['an unknown escape', '{"type":"chat","content":"bad \\q"}'],
    ['a number that is not one', '{"type":"chat","content":"x","timestamp":01e}'],
    ['a huge number', '{"type":"chat","content":"x","timestamp":1e999}'],
    ['an integer of 400 digits', `{"type":"chat","content":"x","timestamp":${'9'.repeat(400)}}`],
    ['100,000 open brackets', '['.repeat(100_000)],
  ],
  invalid_format: [
    ['an array', '[]'],
    ['a string', '"chat"'],
    ['no type', { content: 'x' }],
    ['an unknown type', { type: 'dance', id: 'i' }, 'i'],
    ['a type that is no string', { type: 1 }],
    ['join_room without roomId', { type: 'join_room', userId: 'u', id: 3 }, 3],
    ['join_room with a number as roomId', join(1)],
    ['leave_room without userId', { type: 'leave_room', roomId: 'r' }],
    ['chat_message without content', { type: 'chat_message', roomId: 'r', userId: 'u' }],
    ['chat without content', { type: 'chat' }],
    ['chat with a number as content', { type: 'chat', content: 1 }],
    ['chat with a number as userId', { type: 'chat', content: 'x', userId: 1 }],
    ['chat with a string as timestamp', { type: 'chat', content: 'x', timestamp: '1' }],
    ['an id of 65 characters', { type: 'chat', content: 'x', id: 'x'.repeat(65) }],
    ['an id that is a fraction', { type: 'chat', content: 'x', id: 1.5 }],
    ['an id that is null', { type: 'chat', content: 'x', id: null }],
    ['an id that is an object', { type: 'chat', content: 'x', id: {} }],
    ['binary', Buffer.from('{"type":"chat","content":"x"}')],
  ],
  invalid_room: [
    ['empty', { ...join(''), id: 'i' }, 'i'],
    ['65 characters', join('x'.repeat(65))],
    ['65 emoji', join('😀'.repeat(65))],
    ['\\u0000', join('a\0')],
    ['a newline', join('a\nb')],
    ['U+0085', join('a\u0085b')],
    ['U+007F', join('\u007f')],
    ['empty, in leave_room', { type: 'leave_room', roomId: '', userId: 'u' }],
    ['empty, in chat_message', { type: 'chat_message', roomId: '', userId: 'u', content: 'x' }],
  ],
  invalid_user: [
    ['empty', { ...join('r', ''), id: 9 }, 9],
    ['65 characters', join('r', 'x'.repeat(65))],
    ['\\u0000', join('r', '\0')],
    ['an ANSI escape', join('r', '\u001b[31m')],
    ['empty, in a typed message', { type: 'status', content: 'x', userId: '' }],
  ],
  not_in_room: [
    ['leave', { type: 'leave_room', roomId: 'not mine', userId: 'u', id: 'a' }, 'a'],
    ['chat', { type: 'chat_message', roomId: 'not mine', userId: 'u', content: 'x', id: 4 }, 4],
  ],
}

for (const [index, language] of ['en', 'zh_CN'].entries()) {
  describe(language, () => {
    let server
    before(async () => {
      server = await Server.start(null,
        ['--examples', '--language', language, '--max-rooms-per-connection', '3'])
    })
    after(() => server.stop())

    /** The reply is that error, with or without a detail, and the connection still answers. */
    async function checkError(client, reply, code, id) {
      const { error, ...rest } = withoutTimestamp(reply)
      assert.deepEqual(rest, {
        type: 'error', code, message: SENTENCES[code][index], ...(id === undefined ? {} : { id }),
      })
      assert.ok(error === undefined || (typeof error === 'string' && error.length > 0))
    }

    for (const [code, causes] of Object.entries(CAUSES)) {
      for (const [name, message, id] of causes) {
        test(`${code}: ${name}`, async () => {
          const client = await Client.greeted(server.url)
          await checkError(client, await client.ask(message), code, id)
          assert.equal((await client.ask({ type: 'chat', content: 'x' })).type, 'chat_response')
          await client.close()
        })
      }
    }

    test('processing_failed: a handler could not do it', async () => {
      const client = await Client.greeted(server.at('/ack'))
      const reply = await client.ask('{')
      await checkError(client, reply, 'processing_failed')
      assert.ok(reply.error.length > 0)
      await client.close()
    })

    test('too_many_rooms: over maxRoomsPerConnection', async () => {
      const client = await Client.greeted(server.url)
      for (const room of ['1', '2', '3']) await client.join(room, 'u')
      await checkError(client, await client.ask({ ...join('4'), id: 'i' }), 'too_many_rooms', 'i')
      await client.join('3', 'u')
      await client.ask({ type: 'leave_room', roomId: '1', userId: 'u' })
      await client.join('4', 'u')
      await client.close()
    })

    test('\\u0000 is allowed in content', async () => {
      const client = await Client.inRoom(server.url, 'r', 'u')
      const reply = await client.ask(
        { type: 'chat_message', roomId: 'r', userId: 'u', content: 'a\0b' })
      assert.equal(reply.content, 'a\0b')
      await client.close()
    })

    test('64 levels are allowed', async () => {
      const client = await Client.greeted(server.url)
      assert.equal((await client.ask(nested(64))).type, 'chat_response')
      await client.close()
    })

    test('900 kB of keys are answered, not slow', async () => {
      const client = await Client.greeted(server.url)
      const keys = Array.from({ length: 80_000 }, (_, i) => `"${i}":0`)
      await checkError(client, await client.ask(`{${keys.join()}}`), 'invalid_format')
      await checkError(client, await client.ask(`{${keys.join()},"0":0}`), 'parse_failed')
      await client.close()
    })
  })
}
