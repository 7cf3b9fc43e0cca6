// SPDX-License-Identifier: MIT

/**
 * How much of a text is passed to the module: characters of a string, bytes of a file. Twice the 8 MiB that core takes of
 * a plan or a link. A character of a string (a UTF-16 unit) becomes at least one byte, so what is cut here is still too
 * long for core, which says so; and memory suffices for it.
 */
export const LONGEST_TEXT = 2 ** 24;
