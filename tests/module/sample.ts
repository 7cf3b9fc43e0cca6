// SPDX-License-Identifier: MIT
//
// Compiled, never run: what a program in TypeScript writes.
import { load, type Estimate, type Plan, type Result } from 'stowage';

const stowage = await load();

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const [first] = result.errors;
  throw new Error(first ? `${first.where}: ${first.message} (${first.accepted})` : 'no plan');
}

const plan: Plan = valueOf(stowage.readPlan({ stowage: 0, name: 'Ours' }));
const estimate: Estimate = valueOf(stowage.estimate(plan));
const overcommitted: string[] = estimate.environments.flatMap(({ servers }) =>
  servers.filter(({ free }) => free.cpu_millis < 0).map(({ name }) => name));
const room: number[] = valueOf(stowage.fit(plan, { service: 'web' })).environments.map((fit) => fit.room);
const fixes: string[] = estimate.environments.flatMap(({ findings }) =>
  findings.flatMap((finding) => finding.fixes.map((fix) => fix.label)));
const total: string = estimate.cost.complete ? estimate.cost.low : `at least ${estimate.cost.low}`;
const link: string = valueOf(stowage.encodeLink(plan));
const again: Plan = valueOf(stowage.decodeLink(link));
const markdown: string = valueOf(stowage.report(again, 'md'));
const monthly: string[] = valueOf(stowage.catalogue({ provider: 'aws' })).prices.map((price) => price.monthly_price);
const offers: string[] = valueOf(stowage.compare(plan, { architecture: 'x86_64', latestGeneration: true })).environments
  .flatMap((environment) => environment.offers.map(({ provider, difference = 'unknown' }) => `${provider} ${difference}`));
const version: string = stowage.version();
const text: string = valueOf(stowage.template('blank'));
export { fixes, markdown, monthly, offers, overcommitted, room, text, total, version };
