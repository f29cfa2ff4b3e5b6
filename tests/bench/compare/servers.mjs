// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that are compared: how each is started, on a port that it tells, and stopped.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const modules = process.env.BENCH_MODULES;
const programs = fileURLToPath(new URL('../../../build/bench/app/', import.meta.url));
const peer = (name) => fileURLToPath(new URL(`peers/${name}.mjs`, import.meta.url));

export const loadProgram = join(programs, 'signalbox-load');

/** The program of the npm package, whose own link to it is made by a script that does not run here. */
function bunProgram() {
    const architecture = process.arch === 'arm64' ? 'aarch64' : process.arch;
    return join(modules, `node_modules/@oven/bun-linux-${architecture}/bin/bun`);
}

const daemon = (...options) => [join(programs, 'signalboxd'), '--port', '0', '--examples',
    '--max-connections', '19000', '--max-backpressure', '64MiB', ...options];

export const servers = {
    signalbox: {
        command: daemon(),
        version: () => execFileSync(daemon()[0], ['--version'], { encoding: 'utf8' }).trim(),
    },
    'signalbox-qt': {
        command: daemon('--transport', 'qt'),
        version: () => 'the same, --transport qt',
    },
    bun: {
        command: [bunProgram(), peer('bun')],
        version: () => `Bun ${execFileSync(bunProgram(), ['--version'], { encoding: 'utf8' }).trim()}`,
    },
    ws: {
        command: [process.execPath, peer('ws')],
        version: () => `ws ${createRequire(join(modules, 'package.json'))('ws/package.json').version} on Node.js ${process.version}`,
    },
};

/** The command on one CPU, where the machine has one for each side. */
export function pinned(command, cpu) {
    return cpu === undefined ? command : ['taskset', '--cpu-list', String(cpu), ...command];
}

/** Resolves once the server has said where it listens. */
export function start(name, cpu) {
    const [program] = servers[name].command;
    if (!existsSync(program)) return Promise.reject(new Error(`${program} is missing: ./dev bench builds and installs it`));
    const [file, ...args] = pinned(servers[name].command, cpu);
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text) => { complaints = (complaints + text).slice(-2000); });
    return new Promise((resolve, reject) => {
        const ended = new Promise((done) => child.on('exit', done));
        child.on('error', reject);
        ended.then((code) => reject(new Error(`${name} ended with ${code}: ${complaints}`)));
        createInterface({ input: child.stdout }).on('line', (line) => {
            const url = /^listening on (ws:\S+:\d+)\/$/.exec(line)?.[1];
            if (url) resolve({ url, pid: child.pid, stop: () => stop(child, ended) });
        });
    });
}

async function stop(child, ended) {
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(patience);
}
