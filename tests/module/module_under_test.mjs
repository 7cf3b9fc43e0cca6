// SPDX-License-Identifier: MIT
import { mkdtempSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = resolve(process.env.STOWAGE_MODULE ?? join(import.meta.dirname, '../../build/web/module'));

export const { load } = await import(pathToFileURL(join(MODULE, 'stowage.mjs')).href);

/** A folder of a program that has installed the package; `t` removes it. */
export function makeConsumer(t) {
  const folder = mkdtempSync(join(tmpdir(), 'stowage-consumer-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(MODULE, join(folder, 'node_modules/stowage'));
  return folder;
}

/** Uses every key that an estimate can have. */
export const RICH_PLAN = `
stowage: 0
environments:
  live:
    provider: aws
    region: us-east-1
    servers:
      app: {title: App, cpu: 2, memory: 4GiB, instance: c6a.large, disk: 80GiB}
      own: {cpu: 1, memory: 1GiB}
    services:
      web: {kind: wsgi, server: app, replicas: 2, cpu: 500m, memory: 512MiB}
      cron: {server: app, cpu: shared, memory: 100MiB}
      pair: {replicas: 4, spread: true, cpu: 100m, memory: 64MiB}
      huge: {cpu: 64, memory: 1TiB}
    managed:
      rds: {for: web, instance: db.t3.medium, max_cost: 200}
    network: {egress: 500GB/month}
`;
