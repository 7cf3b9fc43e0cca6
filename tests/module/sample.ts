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
const total: string = estimate.cost.complete ? estimate.cost.low : `at least ${estimate.cost.low}`;
const link: string = valueOf(stowage.encodeLink(plan));
const again: Plan = valueOf(stowage.decodeLink(link));
const markdown: string = valueOf(stowage.report(again, 'md'));
const monthly: string[] = valueOf(stowage.catalogue({ provider: 'aws' })).prices.map((price) => price.monthly_price);
const version: string = stowage.version();
const text: string = valueOf(stowage.template('blank'));
export { markdown, monthly, overcommitted, text, total, version };
