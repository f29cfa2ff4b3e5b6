// SPDX-License-Identifier: GPL-3.0-or-later

/** What carries the frames of every server that does not choose for itself: wire, wire-qt or qt. */
export const transport = process.env.SIGNALBOX_E2E_TRANSPORT ?? 'wire'
