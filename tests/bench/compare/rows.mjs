// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured: arguments of signalbox-load, and which figures of its report a row shows.

const perMessage = {
    unit: 'µs CPU a message',
    of: ({ server }) => server.microsecondsPerMessage,
};
const perConnection = {
    unit: 'µs CPU a connection',
    of: ({ server, opened }) => server.connectingMicroseconds / opened,
};
const memory = {
    unit: 'KiB a connection',
    of: ({ server, opened }) => (server.memoryBytes - server.memoryBytesBefore) / 1024 / opened,
};
const idling = {
    unit: '% CPU, idle',
    of: ({ server, measuredSeconds }) => server.measuredMicroseconds / measuredSeconds / 1e4,
};

const row = (name, title, load, figures = [perMessage]) => ({ name, title, load: load.split(' '), figures });

export const rows = [
    row('echo-1', 'echo, 1 connection', 'echo --connections 1'),
    row('echo-100', 'echo, 100 connections', 'echo --connections 100'),
    row('echo-pipelined', 'echo, 100 × 16 under way', 'echo --connections 100 --depth 16'),
    row('echo-64k', 'echo of 64 KiB, 10 × 2 under way', 'echo --connections 10 --depth 2 --payload-size 64KiB'),
    row('fanout-100', 'room of 100', 'fan-out --members 100 --depth 4 --payload-size 128'),
    row('fanout-1000', 'room of 1,000', 'fan-out --members 1000 --depth 2 --payload-size 128'),
    row('fanout-16k', 'room of 100, 16 KiB', 'fan-out --members 100 --depth 2 --payload-size 16KiB'),
    row('rooms-small', '200 rooms of 5', 'rooms --rooms 200 --members 5 --payload-size 128'),
    row('broadcast-10000', 'broadcast to 10,000', 'broadcast --connections 10000 --payload-size 128'),
    row('idle-5000', '5,000 connections', 'idle --connections 5000', [perConnection, memory, idling]),
];
