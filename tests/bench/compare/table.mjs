// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as a table, for a terminal or for README.md.
import { cpus, release } from 'node:os';

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function figureText(value) {
    if (value === undefined) return 'failed';
    if (value === 0) return '0';
    return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

const ratioText = (own, other) => (own === undefined || !other ? '–' : (own / other).toFixed(2));

/** Cells of the table: one line a row and figure, medians first, then ratios of the first server. */
export function tableOf(results, names) {
    const [own, ...others] = names;
    const head = ['', ...names, ...others.map((name) => `${own} ÷ ${name}`), 'unit'];
    const lines = results.flatMap(({ row, samples }) => row.figures.map((figure, i) => {
        const medians = names.map((name) => {
            const values = samples[name].map(({ figures }) => figures?.[i]).filter(Number.isFinite);
            return values.length ? median(values) : undefined;
        });
        return [row.title, ...medians.map(figureText), ...medians.slice(1).map((other) => ratioText(medians[0], other)), figure.unit];
    }));
    return [head, ...lines];
}

/** One line of a table on a terminal; `widths` are those of its columns. */
export const plainLine = (cells, widths) => cells
    .map((cell, i) => (i === 0 || i === cells.length - 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
    .join('  ').trimEnd();

export function plainTable(table) {
    const widths = table[0].map((_, i) => Math.max(...table.map((line) => line[i].length)));
    return table.map((line) => plainLine(line, widths)).join('\n');
}

export function markdownTable([head, ...lines]) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const rule = head.map((_, i) => (i === 0 || i === head.length - 1 ? '---' : '--:'));
    return [line(head), `|${rule.join('|')}|`, ...lines.map(line)].join('\n');
}

/** What was measured on what, in one sentence each. */
export function circumstances(versions, { rounds, seconds, pinned }) {
    const processors = cpus();
    return [
        `${processors.length} × ${processors[0].model}, ${process.platform} ${release()}`
            + (pinned ? '; server and load on a CPU each.' : '.'),
        `Medians of ${rounds} rounds of ${seconds} s, turn by turn: processor time of the server, all threads, user and system.`,
        `${versions.join(', ')}.`,
    ].join('\n');
}
