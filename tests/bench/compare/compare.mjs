// SPDX-License-Identifier: GPL-3.0-or-later
// Measures signalboxd beside its peers in one run, turn by turn, with signalbox-load. The figure is
// the processor time of the server for a message: it holds on a busy machine, where a rate does not.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

if (!process.env.BENCH_MODULES) {
    console.error('compare: start it with ./dev bench, which builds and installs what it needs');
    process.exit(2);
}
const { rows } = await import('./rows.mjs');
const { loadProgram, pinned, servers, start } = await import('./servers.mjs');
const { circumstances, markdownTable, plainTable, tableOf } = await import('./table.mjs');

const usage = `Usage: ./dev bench --compare [OPTION...]
  --rounds N     how often everything is measured; medians are shown (3)
  --seconds N    what each measurement takes (2)
  --rows A,B     only rows whose name contains one of these: ${rows.map(({ name }) => name).join(' ')}
  --servers A,B  of ${Object.keys(servers).join(', ')}; ratios are the first one's (signalbox,bun,ws)
  --markdown     the table as README.md has it
  --json FILE    write every figure of every round there
  --help         this text`;

function readOptions() {
    let values;
    try {
        ({ values } = parseArgs({
            options: {
                rounds: { type: 'string', default: '3' },
                seconds: { type: 'string', default: '2' },
                rows: { type: 'string', default: '' },
                servers: { type: 'string', default: 'signalbox,bun,ws' },
                markdown: { type: 'boolean', default: false },
                json: { type: 'string' },
                help: { type: 'boolean', default: false },
            },
        }));
        for (const name of ['rounds', 'seconds']) {
            values[name] = Number(values[name]);
            if (!(values[name] > 0)) throw new Error(`--${name} must be a number above 0`);
        }
        values.servers = values.servers.split(',');
        for (const name of values.servers) {
            if (!servers[name]) throw new Error(`there is no server ${name}`);
        }
        const parts = values.rows.split(',');
        values.rows = rows.filter(({ name }) => parts.some((part) => name.includes(part)));
        if (!values.rows.length) throw new Error('no row has such a name');
    } catch (error) {
        console.error(`compare: ${error.message}\n${usage}`);
        process.exit(2);
    }
    if (values.help) {
        console.log(usage);
        process.exit(0);
    }
    return values;
}

/** Runs signalbox-load; resolves to its report. */
function load(args, cpu) {
    const [file, ...rest] = pinned([loadProgram, '--json', ...args], cpu);
    const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
    child.stderr.setEncoding('utf8').on('data', (text) => { complaints += text; });
    return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => {
            if (code === 0) return resolve(JSON.parse(output));
            const kinds = output ? JSON.parse(output).errorsByKind : [];
            const errors = kinds.map(({ kind, detail, count }) => `${count} × ${kind}: ${detail}`);
            reject(new Error([complaints.trim(), ...errors].join('; ')));
        });
    });
}

async function measure(row, name, seconds, [serverCpu, loadCpu]) {
    const server = await start(name, serverCpu);
    try {
        const report = await load([...row.load, server.url, '--pid', String(server.pid),
            '--duration', `${seconds}s`, '--warm-up', '500ms'], loadCpu);
        return { figures: row.figures.map(({ of }) => of(report)), report };
    } finally {
        await server.stop();
    }
}

async function main() {
    const options = readOptions();
    const places = cpus().length > 1 ? [0, 1] : [];
    const versions = options.servers.map((name) => servers[name].version());
    const results = [];
    for (const row of options.rows) {
        const samples = Object.fromEntries(options.servers.map((name) => [name, []]));
        for (let round = 1; round <= options.rounds; ++round) {
            for (const name of options.servers) {
                console.error(`compare: ${row.name}, round ${round} of ${options.rounds}, ${name}`);
                const sample = await measure(row, name, options.seconds, places)
                    .catch((error) => ({ error: error.message }));
                if (sample.error) console.error(`compare: ${name}: ${sample.error}`);
                samples[name].push(sample);
            }
        }
        results.push({ row, samples });
    }
    const table = tableOf(results, options.servers);
    console.log(options.markdown ? markdownTable(table) : plainTable(table));
    console.log(`\n${circumstances(versions, { ...options, pinned: places.length > 0 })}`);
    if (options.json) {
        const plain = results.map(({ row, samples }) => ({ row: row.name, samples }));
        writeFileSync(options.json, JSON.stringify({ versions, results: plain }, null, 1));
    }
    const failed = results.some(({ samples }) => Object.values(samples).flat().some(({ error }) => error));
    process.exit(failed ? 1 : 0);
}

main().catch((error) => {
    console.error(`compare: ${error.message}`);
    process.exit(1);
});
