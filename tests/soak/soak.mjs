// SPDX-License-Identifier: GPL-3.0-or-later
// Many real clients (the npm package `ws`) in rooms for minutes: do they stay connected, does every
// message arrive, does the server's memory stay flat? Ends with 1 if one was cut off or missed one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

if (!process.env.SOAK_MODULES) {
    console.error('soak: start it with ./dev soak, which installs the clients');
    process.exit(2);
}
const WebSocket = createRequire(join(process.env.SOAK_MODULES, 'package.json'))('ws');
const root = fileURLToPath(new URL('../..', import.meta.url));

const usage = `Usage: ./dev soak [OPTION...]
  --clients N    connections (1000)
  --rooms N      rooms that they are spread over (50)
  --seconds N    how long messages flow (300)
  --every N      each client sends a message every N seconds (5)
  --console      against the console instead of signalboxd; a window where there is a display
  --url URL --pid PID   against a server that runs already; its memory is that of PID
  --help         this text`;

function readOptions() {
    let values;
    try {
        ({ values } = parseArgs({
            options: {
                clients: { type: 'string', default: '1000' },
                rooms: { type: 'string', default: '50' },
                seconds: { type: 'string', default: '300' },
                every: { type: 'string', default: '5' },
                console: { type: 'boolean', default: false },
                url: { type: 'string' },
                pid: { type: 'string' },
                help: { type: 'boolean', default: false },
            },
        }));
        for (const name of ['clients', 'rooms', 'seconds', 'every', 'pid']) {
            if (values[name] === undefined) continue;
            values[name] = Number(values[name]);
            if (!(values[name] > 0)) throw new Error(`--${name} must be a number above 0`);
        }
        if (values.url && !values.pid) throw new Error('--url needs --pid');
    } catch (error) {
        console.error(`soak: ${error.message}\n${usage}`);
        process.exit(2);
    }
    if (values.help) {
        console.log(usage);
        process.exit(0);
    }
    return values;
}

function freePort() {
    return new Promise((resolve, reject) => {
        const probe = createServer();
        probe.on('error', reject);
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address();
            probe.close(() => resolve(port));
        });
    });
}

/** Starts the program with its settings in a folder of its own; resolves once it listens. */
async function startServer(options) {
    const port = await freePort();
    const url = `ws://127.0.0.1:${port}/`;
    const settings = mkdtempSync(join(tmpdir(), 'signalbox-soak-'));
    const program = join(root, 'build/release/app', options.console ? 'signalbox' : 'signalboxd');
    const env = { ...process.env, XDG_CONFIG_HOME: settings };
    if (!env.DISPLAY && !env.WAYLAND_DISPLAY) env.QT_QPA_PLATFORM ??= 'offscreen';
    const limit = String(Math.max(1000, options.clients));
    const child = spawn(program, ['--port', String(port), '--max-connections', limit],
        { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
    child.on('error', (error) => {
        console.error(`soak: ${program}: ${error.message}; ./dev build builds it`);
        process.exit(1);
    });
    for (let attempt = 0; attempt < 100; ++attempt) {
        if (child.exitCode !== null) break;
        if (await answers(url)) {
            return {
                url, pid: child.pid,
                async stop() {
                    child.kill('SIGTERM');
                    const code = await ended;
                    rmSync(settings, { recursive: true, force: true });
                    return code;
                },
            };
        }
        await delay(100);
    }
    throw new Error(`${program} does not listen on ${url}`);
}

function answers(url) {
    return new Promise((resolve) => {
        const socket = new WebSocket(url);
        socket.on('open', () => socket.close());
        socket.on('close', (code) => resolve(code !== 1006));
        socket.on('error', () => resolve(false));
    });
}

function memoryMiB(pid) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

/** Seconds of processor time that the process has used. */
function processorSeconds(pid) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
}

const count = { sent: 0, received: 0, expected: 0, errors: 0, closes: new Map(), over: false };
const latency = createHistogram(); // microseconds

/** A client that has joined its room; resolves when the server said so. */
function openClient(url, number, room) {
    return new Promise((resolve, reject) => {
        const roomId = `room-${room}`;
        const userId = `user-${number}`;
        const socket = new WebSocket(url);
        const client = {
            room,
            socket,
            send() {
                if (socket.readyState !== WebSocket.OPEN) return;
                const content = `${performance.now()} hello from ${userId} to everybody in ${roomId}`;
                socket.send(JSON.stringify({ type: 'chat_message', roomId, userId, content }));
            },
        };
        socket.on('open', () => socket.send(JSON.stringify({ type: 'join_room', roomId, userId })));
        socket.on('message', (data) => {
            const message = JSON.parse(data);
            if (message.type === 'chat_message') {
                ++count.received;
                const took = performance.now() - Number.parseFloat(message.content);
                latency.record(Math.max(1, Math.round(took * 1000)));
            } else if (message.type === 'room_joined') {
                resolve(client);
            } else if (message.type === 'error') {
                ++count.errors;
                console.error(`soak: ${userId} got ${data}`);
            }
        });
        socket.on('error', (error) => reject(error));
        socket.on('close', (code, reason) => {
            if (count.over) return;
            const what = `${code} ${reason}`.trim();
            count.closes.set(what, (count.closes.get(what) ?? 0) + 1);
            reject(new Error(`closed with ${what}`));
        });
    });
}

const milliseconds = (microseconds) => (microseconds / 1000).toFixed(1);

function report(label, server, since) {
    const processor = processorSeconds(server.pid);
    const now = performance.now();
    const load = since.now ? (100 * (processor - since.processor)) / ((now - since.now) / 1000) : 0;
    const closes = [...count.closes.values()].reduce((sum, n) => sum + n, 0);
    console.log([
        label.padEnd(10),
        `${memoryMiB(server.pid).toFixed(1)} MiB`.padStart(12),
        `${load.toFixed(0)} %`.padStart(6),
        String(count.sent).padStart(9),
        String(count.received).padStart(10),
        String(closes).padStart(7),
        `${milliseconds(latency.percentile(50))} / ${milliseconds(latency.percentile(99))} / ${milliseconds(latency.max)}`.padStart(22),
    ].join(' '));
    latency.reset();
    since.processor = processor;
    since.now = now;
}

async function main() {
    const options = readOptions();
    const server = options.url ? options : await startServer(options);
    console.log(`${options.clients} clients in ${options.rooms} rooms on ${server.url}, `
        + `a message each ${options.every} s, ${options.seconds} s`);
    console.log('time           memory    CPU      sent   received  closes  latency p50/p99/max ms');
    const since = {};
    report('idle', server, since);

    const clients = [];
    while (clients.length < options.clients) {
        const first = clients.length;
        const wave = Math.min(50, options.clients - first);
        const opened = Array.from({ length: wave },
            (_, i) => openClient(server.url, first + i, (first + i) % options.rooms));
        clients.push(...await Promise.all(opened));
    }
    const members = new Array(options.rooms).fill(0);
    for (const client of clients) ++members[client.room];
    report('connected', server, since);

    // Each client has its own place in the interval, so that the load is even.
    const step = (options.every * 1000) / clients.length;
    const begin = performance.now();
    const end = begin + options.seconds * 1000;
    let turn = 0;
    let nextReport = begin + 60_000;
    while (performance.now() < end) {
        const now = performance.now();
        for (; begin + turn * step <= now; ++turn) {
            const client = clients[turn % clients.length];
            client.send();
            ++count.sent;
            count.expected += members[client.room];
        }
        if (now >= nextReport) {
            report(`${Math.round((now - begin) / 1000)} s`, server, since);
            nextReport += 60_000;
        }
        await delay(5);
    }
    for (let wait = 0; wait < 100 && count.received < count.expected; ++wait) await delay(100);
    report('end', server, since);

    count.over = true;
    const byCode = new Map();
    const goodbyes = clients.map(({ socket }) => new Promise((resolve) => {
        if (socket.readyState === WebSocket.CLOSED) return resolve();
        socket.on('close', (code) => {
            byCode.set(code, (byCode.get(code) ?? 0) + 1);
            resolve();
        });
        if (!server.stop) socket.close();
    }));
    const exit = server.stop ? await server.stop() : 0;
    await Promise.all(goodbyes);
    const missed = count.expected - count.received;
    const closes = [...count.closes].map(([what, n]) => `${n} × ${what}`).join(', ') || 'none';
    console.log(`unexpected closes: ${closes}; errors: ${count.errors}; messages missed: ${missed}`);
    if (server.stop) {
        const codes = [...byCode].map(([code, n]) => `${n} × ${code}`).join(', ');
        console.log(`stopped: exit ${exit}, clients saw ${codes}`);
    }
    process.exit(count.closes.size || count.errors || missed || exit ? 1 : 0);
}

main().catch((error) => {
    console.error(`soak: ${error.message}`);
    process.exit(1);
});
