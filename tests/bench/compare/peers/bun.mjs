// SPDX-License-Identifier: GPL-3.0-or-later
// A server on Bun, with the topics that it has for this: /echo, /broadcast, and rooms elsewhere.
const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch(request, self) {
        const { pathname } = new URL(request.url);
        const upgraded = self.upgrade(request, { data: { pathname, joined: new Map() } });
        return upgraded ? undefined : new Response('This is a WebSocket server', { status: 426 });
    },
    websocket: {
        perMessageDeflate: false,
        maxPayloadLength: 1 << 20,
        backpressureLimit: 64 << 20,
        idleTimeout: 0,
        open(socket) {
            if (socket.data.pathname === '/broadcast') socket.subscribe('/broadcast');
        },
        message(socket, data) {
            if (socket.data.pathname === '/echo') socket.send(data);
            else if (socket.data.pathname === '/broadcast') socket.publish('/broadcast', data);
            else answerInRooms(socket, JSON.parse(data));
        },
        close(socket) {
            for (const [roomId, userId] of socket.data.joined) {
                server.publish(roomId, JSON.stringify({ type: 'user_left', userId, roomId, timestamp: Date.now() }));
            }
        },
    },
});
console.log(`listening on ws://127.0.0.1:${server.port}/`);

function answerInRooms(socket, { type, roomId, userId, content }) {
    const timestamp = Date.now();
    if (type === 'join_room') {
        socket.publish(roomId, JSON.stringify({ type: 'user_joined', userId, roomId, timestamp }));
        socket.subscribe(roomId);
        socket.data.joined.set(roomId, userId);
        const memberCount = server.subscriberCount(roomId);
        socket.send(JSON.stringify({ type: 'room_joined', roomId, userId, memberCount, timestamp }));
    } else if (type === 'chat_message' && socket.data.joined.has(roomId)) {
        server.publish(roomId, JSON.stringify({ type, userId, content, roomId, timestamp }));
    }
}
