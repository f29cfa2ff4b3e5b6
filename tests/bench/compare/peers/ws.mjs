// SPDX-License-Identifier: GPL-3.0-or-later
// A server on the npm package `ws`, as one would write it: /echo, /broadcast, and rooms elsewhere.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { WebSocketServer } = createRequire(join(process.env.BENCH_MODULES, 'package.json'))('ws');
const rooms = new Map();
const broadcasters = new Set();

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, backlog: 1024, maxPayload: 1 << 20, perMessageDeflate: false });
server.on('listening', () => console.log(`listening on ws://127.0.0.1:${server.address().port}/`));
server.on('connection', (socket, { url }) => {
    socket.on('error', () => {});
    if (url === '/echo') {
        socket.on('message', (data, binary) => socket.send(data, { binary }));
    } else if (url === '/broadcast') {
        serveBroadcast(socket);
    } else {
        serveRooms(socket);
    }
});

function serveBroadcast(socket) {
    broadcasters.add(socket);
    socket.on('close', () => broadcasters.delete(socket));
    socket.on('message', (data, binary) => {
        for (const other of broadcasters) {
            if (other !== socket) other.send(data, { binary });
        }
    });
}

function sendTo(members, message, except) {
    const text = JSON.stringify(message);
    for (const member of members) {
        if (member !== except) member.send(text);
    }
}

function serveRooms(socket) {
    const joined = new Map(); // the room's id to the user's
    socket.on('message', (data) => {
        const { type, roomId, userId, content } = JSON.parse(data);
        const timestamp = Date.now();
        if (type === 'join_room') {
            if (!rooms.has(roomId)) rooms.set(roomId, new Set());
            const members = rooms.get(roomId).add(socket);
            joined.set(roomId, userId);
            socket.send(JSON.stringify({ type: 'room_joined', roomId, userId, memberCount: members.size, timestamp }));
            sendTo(members, { type: 'user_joined', userId, roomId, timestamp }, socket);
        } else if (type === 'chat_message' && joined.has(roomId)) {
            sendTo(rooms.get(roomId), { type, userId, content, roomId, timestamp });
        }
    });
    socket.on('close', () => {
        for (const [roomId, userId] of joined) {
            const members = rooms.get(roomId);
            members.delete(socket);
            sendTo(members, { type: 'user_left', userId, roomId, timestamp: Date.now() });
        }
    });
}
