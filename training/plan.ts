import type { Plan } from './fit-model.ts';

/**
 * How the model that ships is fitted; chosen by what gave the best figures on texts that it did not learn from. Two fits are
 * averaged: `wide` is sums of weights alone and orders civil texts best, `deep` has the small network and knows patterns better.
 */
export type Plans = {
  readonly wide: Plan;
  readonly deep: Plan;
  /** That of the model itself. */
  readonly temperature: number;
  /** The power that CAT's targets of civil talk are raised to. They lie close to nothing, where a fit sees little between them. */
  readonly spread: { readonly wide: number; readonly deep: number };
  /** How much a text of each set counts. CAT's targets are finer than verdicts, and are drowned by the others if all count alike. */
  readonly shares: { readonly wide: Shares; readonly deep: Shares };
};

/** By the first word of a set's name; what is not named counts 1. */
export type Shares = Readonly<Record<string, number>>;

const COMMON = { linearBits: 20, rate: 0.1, embedRate: 0.02, decay: 1e-5, temperature: 2, seed: 7 } as const;

export const PLANS: Plans = {
  wide: { ...COMMON, embedBits: 0, dims: 0, hidden: 0, epochs: 8, dropout: 0.5 },
  deep: { ...COMMON, embedBits: 17, dims: 6, hidden: 6, epochs: 6, dropout: 0.4, temperature: 1, seed: 8 },
  temperature: 2,
  spread: { wide: 0.7, deep: 0.85 },
  shares: {
    wide: { 'toxic-spans': 0.02, davidson: 0.02, contrast: 0.03 },
    deep: { 'toxic-spans': 0.02, davidson: 0.03, contrast: 0.1 },
  },
};
