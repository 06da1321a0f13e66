// The local documents that trace back to one.

import { askAll } from "./service.js";

/** What `/v1/trace` answers, every page of it; local documents of any level with their paths. */
export function askPlans(id, signal) {
  return askAll("/v1/trace", { to: id, hops: 12 }, { signal });
}

/** How sure a path is: as its least sure step, each step as its surest place. */
export function pathConfidence(hops) {
  return Math.min(...hops.map((hop) => Math.max(...hop.evidence.map((one) => one.confidence))));
}

export const pathEvidence = (hops) => hops.reduce((sum, hop) => sum + hop.evidence.length, 0);
