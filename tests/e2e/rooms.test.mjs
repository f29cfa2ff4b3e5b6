// SPDX-License-Identifier: GPL-3.0-or-later
// The table of rooms, and the rules below it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Client, withoutTimestamp } from './support/client.mjs'
import { Server } from './support/server.mjs'

let server
let count = 0
before(async () => { server = await Server.start(null) })
after(() => server.stop())

/** A room that no other test uses. */
const newRoom = () => `room ${++count}`
const enter = (room, user) => Client.inRoom(server.url, room, user)
const leaveAll = (...clients) => Promise.all(clients.map((client) => client.close()))

test('join_room: room_joined to the sender, user_joined to the others', async () => {
  const roomId = newRoom()
  const ann = await Client.greeted(server.url)
  assert.deepEqual(
    withoutTimestamp(await ann.ask({ type: 'join_room', roomId, userId: 'ann' })),
    { type: 'room_joined', roomId, userId: 'ann', memberCount: 1, members: ['ann'] })
  const bob = await Client.greeted(server.url)
  assert.deepEqual(
    withoutTimestamp(await bob.ask({ type: 'join_room', roomId, userId: 'bob' })),
    { type: 'room_joined', roomId, userId: 'bob', memberCount: 2, members: ['ann', 'bob'] })
  assert.deepEqual(withoutTimestamp(await ann.next()),
    { type: 'user_joined', userId: 'bob', roomId })
  await bob.isSilent()
  await leaveAll(ann, bob)
})

test('chat_message: the same message to the sender and to the others', async () => {
  const roomId = newRoom()
  const ann = await enter(roomId, 'ann')
  const bob = await enter(roomId, 'bob')
  await ann.next()
  ann.send({ type: 'chat_message', roomId, userId: 'ann', content: 'hi 😀' })
  const [own, other] = [await ann.text(), await bob.text()]
  assert.equal(own, other)
  assert.deepEqual(withoutTimestamp(JSON.parse(own)),
    { type: 'chat_message', userId: 'ann', content: 'hi 😀', roomId })
  await leaveAll(ann, bob)
})

test('chat_message: the id comes back in the sender\'s own copy only', async () => {
  const roomId = newRoom()
  const ann = await enter(roomId, 'ann')
  const bob = await enter(roomId, 'bob')
  await ann.next()
  ann.send({ type: 'chat_message', roomId, userId: 'ann', content: 'hi', id: 'x1' })
  const own = await ann.next()
  const { id, ...rest } = own
  assert.equal(id, 'x1')
  assert.deepEqual(await bob.next(), rest)
  await leaveAll(ann, bob)
})

test('chat_message: content is passed on as it was written', async () => {
  const roomId = newRoom()
  const ann = await enter(roomId, 'ann')
  for (const content of ['{ "a" : [1.50, "\\u0000\\ud83d\\ude00"] }', 'null', '1e3', '"\\/"']) {
    ann.send(`{"type":"chat_message","roomId":"${roomId}","userId":"ann","content":${content}}`)
    assert.ok((await ann.text()).includes(`"content":${content},`))
  }
  await leaveAll(ann)
})

test('leave_room: room_left to the sender, user_left to the others', async () => {
  const roomId = newRoom()
  const ann = await enter(roomId, 'ann')
  const bob = await enter(roomId, 'bob')
  await ann.next()
  assert.deepEqual(
    withoutTimestamp(await bob.ask({ type: 'leave_room', roomId, userId: 'bob' })),
    { type: 'room_left', roomId, userId: 'bob' })
  assert.deepEqual(withoutTimestamp(await ann.next()), { type: 'user_left', userId: 'bob', roomId })
  ann.send({ type: 'chat_message', roomId, userId: 'ann', content: 'alone' })
  assert.equal((await ann.next()).content, 'alone')
  await bob.isSilent()
  await leaveAll(ann, bob)
})

for (const id of ['a', '', 'x'.repeat(64), '😀'.repeat(64), 0, -7, 9007199254740991]) {
  test(`id ${JSON.stringify(id).slice(0, 12)} comes back in every direct reply`, async () => {
    const roomId = newRoom()
    const ann = await Client.greeted(server.url)
    const ask = (message) => ann.ask({ roomId, userId: 'ann', ...message, id })
    for (const [type, reply] of [
      ['join_room', 'room_joined'], ['leave_room', 'room_left'], ['leave_room', 'error'],
      ['dance', 'error'],
    ]) {
      const message = await ask({ type })
      assert.equal(message.type, reply)
      assert.deepEqual(message.id, id)
    }
    for (const type of ['chat', 'notification', 'status']) {
      const message = await ask({ type, content: 'x' })
      assert.equal(message.type, `${type}_response`)
      assert.deepEqual(message.id, id)
    }
    await leaveAll(ann)
  })
}

test('a connection can be in many rooms, and a message goes to its own only', async () => {
  const [one, two] = [newRoom(), newRoom()]
  const ann = await enter(one, 'ann')
  await ann.join(two, 'ann')
  const bob = await enter(two, 'bob')
  assert.equal((await ann.next()).roomId, two)
  ann.send({ type: 'chat_message', roomId: one, userId: 'ann', content: 'in one' })
  ann.send({ type: 'chat_message', roomId: two, userId: 'ann', content: 'in two' })
  assert.equal((await bob.next()).content, 'in two')
  await bob.isSilent()
  await leaveAll(ann, bob)
})

test('a room exists while it has a member', async () => {
  const roomId = newRoom()
  const ann = await enter(roomId, 'ann')
  await ann.ask({ type: 'leave_room', roomId, userId: 'ann' })
  const bob = await Client.greeted(server.url)
  assert.deepEqual((await bob.join(roomId, 'bob')).members, ['bob'])
  await leaveAll(ann, bob)
})

for (const [name, end] of Object.entries({
  'a close': (client) => client.ws.close(1000),
  'a close with another code': (client) => client.ws.close(4321, 'bye'),
  'terminate(), without a close frame': (client) => client.ws.terminate(),
  'a reset of TCP': (client) => client.ws._socket.resetAndDestroy(),
  'a protocol error': (client) => client.ws._socket.write(Buffer.from([0x8b, 0x80, 0, 0, 0, 0])),
})) {
  test(`user_left in every room after ${name}`, async () => {
    const rooms = [newRoom(), newRoom()]
    const ann = await enter(rooms[0], 'ann')
    await ann.join(rooms[1], 'ann')
    const bob = await enter(rooms[0], 'bob')
    await bob.join(rooms[1], 'bob')
    await ann.until('user_joined')
    await ann.until('user_joined')
    end(bob)
    const left = [await ann.next(), await ann.next()].map(withoutTimestamp)
    left.sort((a, b) => rooms.indexOf(a.roomId) - rooms.indexOf(b.roomId))
    assert.deepEqual(left,
      rooms.map((roomId) => ({ type: 'user_left', userId: 'bob', roomId })))
    await ann.isSilent()
    await leaveAll(ann)
  })
}

test('user_left carries the userId with which that room was joined', async () => {
  const [one, two] = [newRoom(), newRoom()]
  const watcher = await enter(one, 'watcher')
  await watcher.join(two, 'watcher')
  const ann = await enter(one, 'ann')
  await ann.join(two, 'ann of two')
  await watcher.next()
  await watcher.next()
  ann.send({ type: 'chat_message', roomId: one, userId: 'somebody else', content: 'x' })
  assert.equal((await watcher.next()).type, 'chat_message')
  ann.ws.terminate()
  const left = [await watcher.next(), await watcher.next()]
  const users = Object.fromEntries(left.map(({ roomId, userId }) => [roomId, userId]))
  assert.deepEqual(users, { [one]: 'ann', [two]: 'ann of two' })
  await leaveAll(watcher)
})

test('members are in join order', async () => {
  const roomId = newRoom()
  const clients = []
  for (const user of ['zoe', 'ann', 'mia', 'bob']) clients.push(await enter(roomId, user))
  await clients[1].close()
  clients.push(await enter(roomId, 'eve'))
  const last = await Client.greeted(server.url)
  assert.deepEqual((await last.join(roomId, 'last')).members, ['zoe', 'mia', 'bob', 'eve', 'last'])
  await leaveAll(last, ...clients)
})

test('room_joined lists the first 100 members and counts all', async () => {
  const roomId = newRoom()
  const clients = []
  for (let i = 0; i < 103; ++i) clients.push(await enter(roomId, `u${i}`))
  const last = await Client.greeted(server.url)
  const { memberCount, members } = await last.join(roomId, 'last')
  assert.equal(memberCount, 104)
  assert.deepEqual(members, Array.from({ length: 100 }, (_, i) => `u${i}`))
  await leaveAll(last, ...clients)
})

test('joining twice is confirmed again and not announced again', async () => {
  const roomId = newRoom()
  const ann = await enter(roomId, 'ann')
  const bob = await enter(roomId, 'bob')
  await ann.next()
  const again = await bob.join(roomId, 'bob', { id: 2 })
  assert.deepEqual(withoutTimestamp(again),
    { type: 'room_joined', roomId, userId: 'bob', memberCount: 2, members: ['ann', 'bob'], id: 2 })
  await ann.isSilent()
  await leaveAll(ann, bob)
})

test('two connections of one user are two members', async () => {
  const roomId = newRoom()
  const first = await enter(roomId, 'ann')
  const second = await Client.greeted(server.url)
  assert.deepEqual((await second.join(roomId, 'ann')).members, ['ann', 'ann'])
  await second.close()
  await first.until('user_left')
  await leaveAll(first)
})

test('messages of one room reach every member in one order, the same for all', async () => {
  const roomId = newRoom()
  const [members, each] = [8, 50]
  const clients = []
  for (let i = 0; i < members; ++i) clients.push(await enter(roomId, `u${i}`))
  for (let n = 0; n < each; ++n) {
    for (const [i, client] of clients.entries()) {
      client.send({ type: 'chat_message', roomId, userId: `u${i}`, content: `${i}:${n}` })
    }
  }
  const orders = await Promise.all(clients.map(async (client) => {
    const order = []
    while (order.length < members * each) order.push((await client.until('chat_message')).content)
    return order
  }))
  for (const order of orders) assert.deepEqual(order, orders[0])
  for (let i = 0; i < members; ++i) {
    const own = orders[0].filter((content) => content.startsWith(`${i}:`))
    assert.deepEqual(own, Array.from({ length: each }, (_, n) => `${i}:${n}`))
  }
  await leaveAll(...clients)
})

for (const roomId of ['大厅', '😀'.repeat(64), 'x'.repeat(64), ' ', '<b>"\\', '__proto__']) {
  test(`a room and a user may be called ${JSON.stringify(roomId.slice(0, 9))}`, async () => {
    const ann = await Client.greeted(server.url)
    const reply = await ann.join(roomId, roomId)
    assert.equal(reply.roomId, roomId)
    assert.deepEqual(reply.members, [roomId])
    await leaveAll(ann)
  })
}

test('names that differ in one byte are different rooms', async () => {
  const ann = await enter('É', 'ann')
  const bob = await enter('E\u0301', 'bob')
  await ann.isSilent()
  await leaveAll(ann, bob)
})
