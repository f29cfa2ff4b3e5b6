// SPDX-License-Identifier: GPL-3.0-or-later
// The npm package `ws`, from where the build installed it (never beside the sources).
import { createRequire } from 'node:module'
import { join } from 'node:path'

const folder = process.env.SIGNALBOX_E2E_MODULES
if (!folder) throw new Error('SIGNALBOX_E2E_MODULES must name the folder where `npm ci` ran')

export const WebSocket = createRequire(join(folder, 'package.json'))('ws')
